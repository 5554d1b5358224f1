"""How long Discord wants a chat left alone. discord.py sits a 429 out, but who gives up waiting forgets it."""

import re
import time
from types import SimpleNamespace

import aiohttp

from adapters.discord.failures import told_to_wait

CHAT = re.compile(r"/channels/(\d+)/messages$")
UNKNOWN = 1.0  # seconds, where nothing is told of them


class Rests:
    """What each 429 said of its chat, for whoever sends there next."""

    def __init__(self) -> None:
        self._until: dict[str, float] = {}

    def left(self, chat: str) -> float:
        """Seconds; 0 where nothing is asked."""
        left = self._until.get(chat, 0.0) - time.monotonic()
        if left <= 0:
            self._until.pop(chat, None)
        return max(left, 0.0)

    def trace(self) -> aiohttp.TraceConfig:
        """Watches the answers that discord.py gets."""
        watching = aiohttp.TraceConfig()
        watching.on_request_end.append(self._note)
        return watching

    async def _note(
        self, _session: aiohttp.ClientSession, _context: SimpleNamespace, end: aiohttp.TraceRequestEndParams
    ) -> None:
        chat = CHAT.search(end.url.path)
        if end.response.status == 429 and chat:
            self._until[chat[1]] = time.monotonic() + told_to_wait(end.response.headers, UNKNOWN)
