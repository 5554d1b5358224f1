"""Telegram: people are heard by a long poll or a webhook that loses nothing, and answered through the Bot API."""

from adapters.telegram.channel import Telegram
from adapters.telegram.patience import Patience
from adapters.telegram.webhook import Hook

__all__ = ["Hook", "Patience", "Telegram"]
