"""What listens for HTTP: Telegram's webhook, and whoever asks how Steady is. Loaded where something listens."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from yarl import URL

LAST_ANSWERS = 1.0  # seconds, of which aiohttp gives twice as many to what has begun when the process ends


@asynccontextmanager
async def listening(app: web.Application, place: str) -> AsyncIterator[None]:
    """Serve at `place`, a `host:port`. Raises `OSError` when it can't be listened at."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=LAST_ANSWERS)
    await runner.setup()
    try:
        address = URL(f"http://{place}")
        await web.TCPSite(runner, address.host, address.port).start()
        yield
    finally:
        # aiohttp leaves its connections open when the task that closes them is itself being cancelled.
        await asyncio.create_task(runner.cleanup())
