"""Whether a direct message arrives. Someone on a server is told only what is true."""

import asyncio


class Arrivals:
    """Opening a direct message tells nothing: only sending shows that it is closed."""

    def __init__(self) -> None:
        self._asked: dict[str, asyncio.Future[bool]] = {}

    def expect(self, chat: str) -> asyncio.Future[bool]:
        """Whether what is sent next to the chat will arrive."""
        return self._asked.setdefault(chat, asyncio.get_running_loop().create_future())

    def note(self, chat: str, *, arrived: bool) -> None:
        asked = self._asked.pop(chat, None)
        if asked and not asked.done():
            asked.set_result(arrived)
