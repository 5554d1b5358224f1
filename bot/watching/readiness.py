"""Whether Steady works, judged by what was seen of its parts: the database, the tick, each platform, the outbox.

Law: nothing here asks anything, and what is told names no person and holds no secret. All spans are in seconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.conversation.effects import Urgency

LONGEST_WRITE = 2.0
"""How long a turn's write may take, with what it waits for: a press on Discord has to be acknowledged within three."""

OLDEST_TICK = 15.0
"""Since it was last seen which timers are due. That is each second, unless the work before it takes long: SQLite alone
waits five for another who writes."""

LONGEST_SILENCE = 90.0
"""Since a platform's last sign of life. Telegram answers a poll within 15, and after 25 it is asked again; a webhook is
looked after every 60, and after 20 more again; Discord answers a heartbeat every 41. One that is lost takes 82 at
most."""

LONGEST_OVERDUE: Mapping[Urgency, float] = {
    Urgency.SAFETY: 30.0,
    Urgency.REPLY: 60.0,
    Urgency.SCHEDULED: 3600.0,
}
"""Past the moment a message might have gone. Help waits for nothing but a platform that told the whole bot to wait; an
answer after a minute is none to the person; and prompts wait for the pace, in a morning of 100,000 people for half an
hour (docs/scale.md)."""

Serving = Literal["served", "standing by", "refused"]


@dataclass(frozen=True, slots=True)
class PlatformSeen:
    """`silence` lasts since the last sign of life, or since this process serves it; `None` before the first sign."""

    serving: Serving
    silence: float | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of all parts in one moment.

    `write` is how long a write took, or until it failed. `failure` is the type of that error, `TimeoutError` after
    `LONGEST_WRITE`; nothing is known then of what is overdue.
    """

    write: float
    tick: float
    platforms: Mapping[str, PlatformSeen]
    overdue: Mapping[Urgency, float]
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """`trouble` is what keeps the part from working; it holds no figures, so that the same trouble reads the same."""

    trouble: str | None
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Readiness:
    seen: Seen
    parts: Mapping[str, Part]

    @property
    def is_ready(self) -> bool:
        return not self.troubles

    @property
    def troubles(self) -> tuple[str, ...]:
        return tuple(f"{name}: {part.trouble}" for name, part in self.parts.items() if part.trouble)

    def as_json(self) -> dict[str, Any]:
        told = {name: {"ready": not part.trouble, **part.facts} for name, part in self.parts.items()}
        return {"ready": self.is_ready, "troubles": list(self.troubles), **told}


def judged(seen: Seen) -> Readiness:
    """Steady is ready when every part works; a platform that another process serves does."""
    return Readiness(
        seen,
        {
            "database": _database(seen.write, seen.failure),
            "scheduler": _scheduler(seen.tick),
            **{name: _platform(platform) for name, platform in seen.platforms.items()},
            "outbox": _outbox(seen.overdue),
        },
    )


def _database(write: float, failure: str | None) -> Part:
    return Part("cannot be written" if failure else None, {"write_seconds": _rounded(write), "error": failure})


def _scheduler(tick: float) -> Part:
    return Part("stands still" if tick > OLDEST_TICK else None, {"tick_seconds_ago": _rounded(tick)})


def _platform(seen: PlatformSeen) -> Part:
    return Part(_platform_trouble(seen), {"state": seen.serving, "silent_seconds": _rounded(seen.silence)})


def _platform_trouble(seen: PlatformSeen) -> str | None:
    if seen.serving == "refused":
        return "turned the bot away"
    if seen.serving == "standing by":
        return None
    if seen.silence is None:
        return "not heard yet"
    return "silent" if seen.silence > LONGEST_SILENCE else None


def _outbox(overdue: Mapping[Urgency, float]) -> Part:
    is_late = any(seconds > LONGEST_OVERDUE[urgency] for urgency, seconds in overdue.items())
    facts = {f"{urgency.name.lower()}_overdue_seconds": _rounded(overdue.get(urgency)) for urgency in Urgency}
    return Part("messages are overdue" if is_late else None, facts)


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 3)
