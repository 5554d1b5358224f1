"""`python -m bot` is `steady`."""

from bot.cli import main

main()
