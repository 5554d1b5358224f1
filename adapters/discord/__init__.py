"""Discord: direct messages, slash commands and buttons, through discord.py."""

from adapters.discord.channel import Discord
from adapters.discord.patience import Patience

__all__ = ["Discord", "Patience"]
