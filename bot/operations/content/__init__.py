"""`steady content`: what is said, looked through, handed out and taken in."""
