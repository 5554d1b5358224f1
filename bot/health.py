"""The little server that tells whoever runs Steady whether it works (docs/delivery.md)."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

from aiohttp import web

from bot.http_server import listening
from bot.readiness import Readiness
from bot.settings import WrongSetting


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
    async with AsyncExitStack() as serving:
        try:
            await serving.enter_async_context(listening(app, place))
        except OSError as error:
            cause = error.strerror or type(error).__name__
            raise WrongSetting(f"STEADY_HEALTH_LISTEN is {place}, which can't be listened at: {cause}.") from None
        yield
