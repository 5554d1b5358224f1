"""Write the next step, from what the tables say and the steps so far don't: `python -m storage.migrations "words"`.

Read it before you keep it: Alembic can't tell a new name from a new column.
"""

import sys

from alembic import command

from storage.database import open_memory
from storage.migrations import migrate, steps

memory = open_memory()
with memory.writers.begin() as connection:
    migrate(connection, memory.seals)
    command.revision(steps(connection), sys.argv[1], autogenerate=True)
