"""Who comes in, how fast, and which places are one person's."""
