"""Telegram: people are heard by a long poll of its own that loses nothing, and answered through the Bot API."""

from adapters.telegram.channel import Telegram
from adapters.telegram.patience import Patience

__all__ = ["Patience", "Telegram"]
