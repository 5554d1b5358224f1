"""The little server that tells whoever runs Steady whether it works (docs/delivery.md)."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from yarl import URL

from bot.readiness import Readiness
from bot.settings import WrongSetting

LAST_ANSWERS = 1.0  # seconds, of which aiohttp gives twice as many to answers that have begun when the process ends


@asynccontextmanager
async def answering(place: str, checkup: Callable[[], Awaitable[Readiness]]) -> AsyncIterator[None]:
    """Answer at `place`, a `host:port`: `/healthz` while the event loop turns, `/readyz` with 503 when not ready.

    Raises `WrongSetting` when the place can't be listened at.
    """

    async def is_alive(_: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    async def is_ready(_: web.Request) -> web.Response:
        readiness = await checkup()
        return web.json_response(readiness.as_json(), status=200 if readiness.is_ready else 503)

    app = web.Application()
    app.add_routes([web.get("/healthz", is_alive), web.get("/readyz", is_ready)])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=LAST_ANSWERS)
    await runner.setup()
    try:
        await _listen(runner, place)
        yield
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, place: str) -> None:
    address = URL(f"http://{place}")
    try:
        await web.TCPSite(runner, address.host, address.port).start()
    except OSError as error:
        cause = error.strerror or type(error).__name__
        raise WrongSetting(f"STEADY_HEALTH_LISTEN is {place}, which can't be listened at: {cause}.") from None
