"""How Telegram brings updates to a webhook: of each chat one at a time, and again until the answer is a 2xx.

As in https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/WebhookActor.cpp, only that it waits for
less long before it tries again.
"""

import asyncio
import time
from collections.abc import Sequence
from typing import Any, Protocol

import aiohttp
from yarl import URL

Json = dict[str, Any]

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
FIRST, LONGEST = 0.05, 0.4  # seconds until an update is brought again; 1, 2, 4 and so on up to a minute in real life
GIVES_UP = 60.0  # seconds after which Telegram takes the connection for dead


class Queue(Protocol):
    """What is to be pushed, and where to."""

    webhook: str
    secret: str

    @property
    def waiting(self) -> Sequence[Json]: ...
    def confirm(self, update_id: int) -> None: ...
    async def announce(self) -> None: ...


class Pushing:
    """`behind` are the processes behind the address of the webhook, as `http://host:port`; each is called in turn."""

    def __init__(self, queue: Queue) -> None:
        self.behind = ["http://127.0.0.1:9"]
        self.most = 40  # at once
        self.copies = 1  # of each update, brought at the same time
        self.answers: list[tuple[int, int]] = []  # update and status
        self.last_error: tuple[float, str] | None = None
        self._queue = queue
        self._turn = 0
        self._running: asyncio.Task[None] | None = None

    def start(self) -> None:
        if self._running is None:
            self._running = asyncio.create_task(self._run())

    async def stop(self) -> None:
        running, self._running = self._running, None
        if running:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    async def _run(self) -> None:
        chats: dict[int, asyncio.Task[None]] = {}
        try:
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(GIVES_UP)) as http:
                while True:
                    chats = {chat: task for chat, task in chats.items() if not task.done()}
                    for update in self._queue.waiting:
                        if chat_of(update) not in chats and len(chats) < self.most:
                            chats[chat_of(update)] = asyncio.create_task(self._bring(http, update))
                    await asyncio.sleep(0.01)
        finally:
            for task in chats.values():
                task.cancel()
            await asyncio.gather(*chats.values(), return_exceptions=True)

    async def _bring(self, http: aiohttp.ClientSession, update: Json) -> None:
        wait = FIRST
        while True:
            statuses = await asyncio.gather(*(self._call(http, update) for _ in range(self.copies)))
            if 200 <= statuses[0] < 300:
                break
            self.last_error = time.time(), f"Wrong response from the webhook: {statuses[0]}"
            await asyncio.sleep(wait)
            wait = min(2 * wait, LONGEST)
        self._queue.confirm(update["update_id"])
        await self._queue.announce()

    async def _call(self, http: aiohttp.ClientSession, update: Json) -> int:
        """Bring the update once; the status, 0 when there was no answer."""
        self._turn += 1
        place = URL(self.behind[self._turn % len(self.behind)]).with_path(URL(self._queue.webhook).path)
        try:
            async with http.post(place, json=update, headers={SECRET_HEADER: self._queue.secret}) as answer:
                status = answer.status
        except (aiohttp.ClientError, TimeoutError):
            status = 0
        self.answers.append((update["update_id"], status))
        await self._queue.announce()
        return status


def chat_of(update: Json) -> int:
    """The line an update stands in; 0 for whatever has no chat."""
    body = next(value for key, value in update.items() if key != "update_id")
    chat: Json = body.get("chat") or body.get("message", {}).get("chat") or {}
    return int(chat.get("id", 0))
