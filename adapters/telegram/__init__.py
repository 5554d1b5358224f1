"""Telegram: people are heard by a long poll or a webhook that loses nothing, and answered through the Bot API."""

from adapters.telegram.channel import Telegram
from adapters.telegram.hook import Hook
from adapters.telegram.patience import Patience

__all__ = ["Hook", "Patience", "Telegram"]
