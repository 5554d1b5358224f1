"""What an error from Discord means. Pure.

No message here holds a person's words, the token, or anything Discord quoted back.
"""

from collections.abc import Mapping

import aiohttp
import discord

from bot.ports import Refused, TryLater, Uncertain, Unreachable

FORBIDDEN_TO_THE_BOT_FOR_NOW = 20026  # "flagged by our anti-spam system"; chats that are open already still work
UNKNOWN_CHANNEL, UNKNOWN_USER = 10003, 10013
NO_ACCESS, CANNOT_SEND_TO_USER, NO_MUTUAL_SERVERS = 50001, 50007, 50278
OUT_OF_REACH = frozenset({UNKNOWN_CHANNEL, UNKNOWN_USER, NO_ACCESS, CANNOT_SEND_TO_USER, NO_MUTUAL_SERVERS})

ALREADY_ACKNOWLEDGED, UNKNOWN_INTERACTION = 40060, 10062

SHUT_OUT_SECONDS = 60.0
QUARANTINE_SECONDS = 3600.0

CLOSED_FOR_GOOD = {
    4004: "Discord does not accept the bot's token. Make a new one in the developer portal, set STEADY_DISCORD_TOKEN.",
    4010: "Discord refuses the shard that was asked for.",
    4011: "The bot is on so many servers that Discord wants it in several shards; Steady runs as one.",
    4012: "Discord no longer speaks the version of its gateway that discord.py asks for. Update discord.py.",
    4013: "Discord does not know the intents that were asked for. Update discord.py.",
    4014: "Discord does not allow the bot the intents it asked for. Steady needs no privileged one.",
}


def rejection(error: Exception) -> str | None:
    """Why Discord will never have this bot; `None` when trying again may help."""
    match error:
        case discord.LoginFailure():
            return CLOSED_FOR_GOOD[4004]
        case discord.PrivilegedIntentsRequired():
            return CLOSED_FOR_GOOD[4014]
        case discord.ConnectionClosed():
            return CLOSED_FOR_GOOD.get(error.code)
        case _:
            return None


def outcome(error: Exception) -> TryLater | Unreachable | Uncertain | Refused:
    """What became of a message whose sending ended with this error."""
    match error:
        case discord.RateLimited():
            return TryLater(error.retry_after)
        case discord.HTTPException():
            return _outcome_by_status(error)
        case aiohttp.ClientConnectorError():
            return TryLater(1.0, whole_bot=True)
        case _:
            return Uncertain(f"The answer was lost ({type(error).__name__}).")


def is_harmless(error: Exception) -> bool:
    """Whether an interaction was acknowledged before, or is too old to be: either way nothing is left to do."""
    return isinstance(error, discord.HTTPException) and error.code in {ALREADY_ACKNOWLEDGED, UNKNOWN_INTERACTION}


def _outcome_by_status(error: discord.HTTPException) -> TryLater | Unreachable | Uncertain | Refused:
    if error.status >= 500:
        return Uncertain(f"Discord failed with HTTP {error.status}.")
    if error.status == 429:
        return _too_many(error)
    if error.code in OUT_OF_REACH:
        return Unreachable(f"Discord does not let the bot write to this person (code {error.code}).")
    if error.code == FORBIDDEN_TO_THE_BOT_FOR_NOW:
        return TryLater(QUARANTINE_SECONDS)
    if error.status == 401 or (error.status == 403 and not error.code):
        # The whole bot is shut out (token, network ban); that says nothing about this person.
        return TryLater(SHUT_OUT_SECONDS, whole_bot=True)
    if error.status == 403:
        return Unreachable(f"Discord does not let the bot write to this person (code {error.code}).")
    return Refused(f"Discord refuses the message as it is (HTTP {error.status}, code {error.code}).")


def _too_many(error: discord.HTTPException) -> TryLater:
    headers = error.response.headers
    came_from_discord = "Via" in headers
    seconds = told_to_wait(headers, SHUT_OUT_SECONDS)
    # Without Via the answer is from the network in front of Discord, which means the whole address.
    return TryLater(seconds, whole_bot=not came_from_discord or "X-RateLimit-Global" in headers)


def told_to_wait(headers: Mapping[str, str], otherwise: float) -> float:
    """Seconds, as a 429 tells them: https://discord.com/developers/docs/topics/rate-limits"""
    try:
        return float(headers["Retry-After"])
    except (KeyError, ValueError):
        return otherwise
