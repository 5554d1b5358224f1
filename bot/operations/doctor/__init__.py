"""`steady doctor`: what is looked at, and what is found."""
