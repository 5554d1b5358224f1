"""Whether what is set is enough, and can be had on this machine."""

import socket
from contextlib import suppress

from yarl import URL

from bot.operations.doctor.finding import Finding, Setup, broken, look, ok

PATIENCE = 2.0  # seconds: Steady here answers at once that it is alive


def settings(setup: Setup) -> Finding:
    """Those that can be read at all."""
    found = setup.settings
    if not (found.telegram_token or found.discord_token):
        to_do = "Set STEADY_TELEGRAM_TOKEN, STEADY_DISCORD_TOKEN or both, in the environment or a file .env here."
        return broken("No token is set, so nobody can be met.", to_do)
    if found.health_listen is None:
        return look("STEADY_HEALTH_LISTEN is not set.", "Set it, and let a monitor ask there whether Steady works.")
    return ok("All can be used, and none is missing.")


def health_port(setup: Setup) -> Finding:
    """Free, or Steady's own."""
    place = setup.settings.health_listen
    if place is None:
        return ok("STEADY_HEALTH_LISTEN is not set.")
    if _is_steady(place):
        return ok(f"Steady answers at {place}.")
    address = URL(f"http://{place}")
    try:
        with socket.create_server((address.host or "", address.port or 0)):
            return ok(f"{place} is free; Steady does not run there now.")
    except OSError as error:
        return broken(
            f"STEADY_HEALTH_LISTEN is {place}, which can't be listened at ({error.strerror}).",
            "Stop what listens there, or choose another port.",
        )


def _is_steady(place: str) -> bool:
    import httpx  # noqa: PLC0415 - loaded where somebody is asked

    with suppress(httpx.HTTPError, ValueError):
        answer = httpx.get(f"http://{place}/healthz", timeout=PATIENCE, trust_env=False)
        return bool(answer.json() == {"alive": True})
    return False
