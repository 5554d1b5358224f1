"""The little server that tells whoever runs Steady whether it works (docs/watching.md)."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from aiohttp import web

from bot.errors import because
from bot.http_server import listening
from bot.settings import WrongSetting
from bot.watching.checkup import Checkup
from bot.watching.metrics import CONTENT_TYPE, Metrics


@asynccontextmanager
async def answering(place: str, checkup: Checkup, metrics: Metrics) -> AsyncIterator[None]:
    """Answer at `place`, a `host:port`: `/healthz` while the event loop turns, `/readyz` with 503 when not ready, and
    `/metrics` with what was counted.

    Raises `WrongSetting` when the place can't be listened at.
    """

    async def is_alive(_: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    async def is_ready(_: web.Request) -> web.Response:
        readiness = await checkup()
        return web.json_response(readiness.as_json(), status=200 if readiness.is_ready else 503)

    async def tell_metrics(_: web.Request) -> web.Response:
        shown = metrics.shown(await checkup(), await checkup.stock())
        return web.Response(body=shown, headers={"Content-Type": CONTENT_TYPE})

    app = web.Application()
    app.add_routes([web.get("/healthz", is_alive), web.get("/readyz", is_ready), web.get("/metrics", tell_metrics)])
    async with AsyncExitStack() as serving:
        try:
            await serving.enter_async_context(listening(app, place))
        except OSError as error:
            told = because(f"STEADY_HEALTH_LISTEN is {place}, which can't be listened at", error)
            raise WrongSetting(told, "Stop what listens there, or choose another port.") from None
        yield
