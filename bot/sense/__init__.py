"""The sense for meaning: a small language model on this machine, made for what people in pain write."""
