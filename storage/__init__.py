"""Where people and their progress are kept: tables, the unit of work, and migrations."""
