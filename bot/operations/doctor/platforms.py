"""Whether the platforms know Steady, and bring it what people write. No token is ever part of a finding."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from yarl import URL

from bot.operations.doctor.finding import Finding, Setup, Unknown, broken, look, ok

if TYPE_CHECKING:
    import httpx

PATIENCE = 5.0  # seconds
NOT_KNOWN = (401, 404)  # what Telegram answers to a token that is none of its own
DISCORD = "https://discord.com/api/v10"
# Of presences, members and what is written on servers, each for a bot on many servers and for one on few.
# https://discord.com/developers/docs/resources/application#application-object-application-flags
PRIVILEGED = sum(1 << bit for bit in (12, 13, 14, 15, 18, 19))
RIGHT_AWAY, TOO_FAR = timedelta(seconds=5), timedelta(seconds=60)
RECENT = timedelta(hours=1)


def telegram_token(setup: Setup) -> Finding:
    if setup.settings.telegram_token is None:
        return ok("Not set, so Telegram is not served.")
    answer = _telegram(setup, "getMe")
    return ok(f"It is that of @{answer['username']}.")


def telegram_webhook(setup: Setup) -> Finding:
    """Telegram brings messages to a webhook or has them fetched, never both: a poll then gets a 409."""
    if setup.settings.telegram_token is None:
        return ok("Not looked at, since Telegram is not served.")
    info, wanted = _telegram(setup, "getWebhookInfo"), setup.settings.webhook_url or ""
    set_to = str(info.get("url", ""))
    if set_to == wanted:
        return _brought(setup, info) if wanted else ok("None, messages are fetched.")
    if not wanted:
        return look(
            f"One is set at {URL(set_to).host}, while Steady fetches messages and Telegram refuses that with a 409.",
            "Steady takes it away when it starts; if another programme set it, let that one have a bot of its own.",
        )
    return look("STEADY_WEBHOOK_URL is not the one that Telegram calls yet.", "Start Steady, which sets it.")


def _brought(setup: Setup, info: dict[str, Any]) -> Finding:
    since = setup.now - datetime.fromtimestamp(info.get("last_error_date", 0), UTC)
    if since > RECENT:
        return ok("Telegram calls it.")
    return look(
        f"Telegram could not bring a message: {info.get('last_error_message', 'it does not say why')}.",
        "Check that STEADY_WEBHOOK_URL leads to STEADY_WEBHOOK_LISTEN, with a certificate that is known.",
    )


def _telegram(setup: Setup, method: str) -> dict[str, Any]:
    """Raises `Unknown`."""
    settings = setup.settings
    token = settings.telegram_token.get_secret_value() if settings.telegram_token else ""
    answer = _answer(f"{settings.telegram_api_url}/bot{token}/{method}", "STEADY_TELEGRAM_API_URL", method="POST")
    if answer.status_code in NOT_KNOWN:
        raise Unknown(broken("Telegram does not know the token.", "Copy STEADY_TELEGRAM_TOKEN again from @BotFather."))
    found: dict[str, Any] = _json(answer, "STEADY_TELEGRAM_API_URL")["result"]
    return found


def discord_token(setup: Setup) -> Finding:
    if setup.settings.discord_token is None:
        return ok("Not set, so Discord is not served.")
    answer = _discord(setup, "users/@me")
    return ok(f"It is that of {answer['username']}.")


def discord_application(setup: Setup) -> Finding:
    """Steady asks for no privileged intent, and hears commands and buttons through the gateway alone."""
    if setup.settings.discord_token is None:
        return ok("Not looked at, since Discord is not served.")
    application = _discord(setup, "applications/@me")
    if application.get("interactions_endpoint_url"):
        return broken(
            "An Interactions Endpoint URL is set, so that Steady hears no command and no button.",
            "Empty it in Discord's developer portal, under General Information.",
        )
    if application.get("flags", 0) & PRIVILEGED:
        return look(
            "It may read more than Steady needs (a privileged intent, such as that for message content, is on).",
            "Switch off all three Privileged Gateway Intents in Discord's developer portal, under Bot.",
        )
    return ok("It may read direct messages, and no more than Steady needs.")


def _discord(setup: Setup, path: str) -> dict[str, Any]:
    """Raises `Unknown`."""
    token = setup.settings.discord_token
    url = f"{setup.settings.discord_api_url or DISCORD}/{path}"
    answer = _answer(url, "STEADY_DISCORD_API_URL", f"Bot {token.get_secret_value()}" if token else "")
    if answer.status_code == 401:
        reset = "Reset it in Discord's developer portal, under Bot, and set STEADY_DISCORD_TOKEN to the new one."
        raise Unknown(broken("Discord does not know the token.", reset))
    found: dict[str, Any] = _json(answer, "STEADY_DISCORD_API_URL")
    return found


def clock(setup: Setup) -> Finding:
    """This machine's against that of the platform's answer, which tells whole seconds."""
    settings = setup.settings
    if settings.telegram_token is None and settings.discord_token is None:
        return ok("Not compared, since no platform is served.")
    served = settings.telegram_api_url if settings.telegram_token else settings.discord_api_url or DISCORD
    before = datetime.now(UTC)
    answer = _answer(served, "the address of the platform")
    here = before + (datetime.now(UTC) - before) / 2
    if "Date" not in answer.headers:
        return look("The platform's answer tells no time.", "Compare this machine's clock with another.")
    off = here - parsedate_to_datetime(answer.headers["Date"]) - timedelta(seconds=0.5)
    if abs(off) <= RIGHT_AWAY:
        return ok("Right to a few seconds.")
    told = f"{abs(off).total_seconds():.0f} s {'fast' if off > timedelta() else 'slow'}."
    finding = look if abs(off) <= TOO_FAR else broken
    return finding(told, "Let this machine set its clock by itself, as with `timedatectl set-ntp true`.")


def _answer(url: str, setting: str, authorization: str = "", method: str = "GET") -> "httpx.Response":
    """Raises `Unknown` where nobody answers."""
    import httpx  # noqa: PLC0415 - loaded where somebody is asked

    try:
        return httpx.request(method, url, timeout=PATIENCE, headers={"Authorization": authorization})
    except httpx.HTTPError as error:
        host, why = URL(url).host, type(error).__name__
        to_do = f"Check this machine's way to it, and {setting} if it is set."
        raise Unknown(broken(f"{host} does not answer ({why}).", to_do)) from None


def _json(answer: "httpx.Response", setting: str) -> dict[str, Any]:
    """Raises `Unknown` for an answer that is an error, or none of the platform's."""
    if not answer.is_success:
        raise Unknown(look(f"{answer.url.host} answers with {answer.status_code}.", "Wait a little, then look again."))
    try:
        found: dict[str, Any] = answer.json()
    except ValueError:
        to_do = f"Check this machine's way to it, and {setting} if it is set."
        raise Unknown(broken(f"Something else answers in place of {answer.url.host}.", to_do)) from None
    return found
