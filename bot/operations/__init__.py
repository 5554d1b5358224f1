"""What whoever runs Steady does from the command line, beside running it."""
