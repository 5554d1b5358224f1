"""Turns and messages: what happens to people goes in, what follows goes out, on each platform, until told to end."""
