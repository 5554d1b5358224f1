"""A sign of life to a watcher outside, which raises the alarm when the signs stay away (docs/watching.md).

Law: the address is a secret, since whoever has it can send the sign. It is never logged, nor an error that may quote
it.
"""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from aiohttp import ClientSession, ClientTimeout
from pydantic import SecretStr

from bot.watching.readiness import Readiness

log = structlog.get_logger()
EVERY = 60.0  # seconds
LONGEST = ClientTimeout(total=10.0)


async def ping(url: SecretStr, checkup: Callable[[], Awaitable[Readiness]]) -> None:
    """Ask for the address each minute while Steady is ready, until cancelled; first a minute after the start, so that a
    Steady that ends again and again is missed."""
    has_arrived = True
    async with ClientSession(timeout=LONGEST) as session:
        while True:
            await asyncio.sleep(EVERY)
            if not (await checkup()).is_ready:
                continue
            arrives = await _arrives(session, url)
            if arrives != has_arrived:
                _tell(arrives)
            has_arrived = arrives


def _tell(arrives: bool) -> None:
    if arrives:
        log.info("ping arrives again")
    else:
        log.warning("ping failed")


async def _arrives(session: ClientSession, url: SecretStr) -> bool:
    try:
        async with session.get(url.get_secret_value()) as answer:
            return answer.ok
    except Exception:  # noqa: BLE001 - whatever it is, the next is due in a minute
        return False
