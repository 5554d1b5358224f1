"""Breathing with someone, the moment they ask: slow and easy, the out-breath longer, no holds unless chosen.

The default is six breaths a minute, 4 s in and 6 s out (Jafari 2020, J Pain 21:1018), always with the cue to breathe
easily rather than deeply: over-breathing is the usual trouble of a first session (Szulczewski 2019). Breathing to the
painful place is offered as something some people find soothing; nobody has shown more.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.breath import PACES
from bot.conversation.effects import Amend, BreathingAnimation, DropTimer, Record, SetTimer, Urgency
from bot.conversation.person import Place
from bot.conversation.records import Breathing
from bot.conversation.turn import Turn
from bot.programme import spoken
from bot.programme.parts import Part
from bot.programme.plan import BREATH_END

KIND = "breathing"
LENGTHS = {"one": 60, "five": 300}  # seconds; five minutes is where studies begin to find something (Bentley 2023)
OPEN_END = 600  # "just start" ends by itself after this many seconds
SETTLING = timedelta(seconds=5)  # time to read before the first breath


def offer(turn: Turn, words: str) -> Turn:
    """The person wants to breathe: ask how long, unless they said so."""
    if seconds := _length_in(words):
        return begin(turn, seconds)
    return walk.open_script(turn, "breathing")


def _length_in(words: str) -> int | None:
    numbers = [int(word) for word in words.split() if word.isascii() and word.isdigit()]
    return min(max(numbers[0], 1), 10) * 60 if numbers else None


def _minutes_told(turn: Turn, text: str) -> Turn | None:
    """Another number of minutes than those on the buttons."""
    seconds = _length_in(text)
    return begin(walk.close(turn, "breathing"), seconds) if seconds else None


def _length_chosen(turn: Turn, place: Place) -> Turn:
    return begin(turn, LENGTHS.get(place.answers["length"]))


def begin(turn: Turn, seconds: int | None) -> Turn:
    """Send the moving circle with the same pacing in words; it ends by itself, or when they say stop."""
    settings, entry = turn.person.settings, turn.person.turn
    known = {"entry": entry, "started": turn.now.isoformat()}
    place = Place("breath", "session", entry, turn.now, known)
    step = turn.library.scripts["breath"].steps[0]
    turn = turn.doing(
        Record(Breathing(entry, turn.today, turn.now, settings.pattern)),
        SetTimer(BREATH_END, turn.now + timedelta(seconds=seconds or OPEN_END) + SETTLING),
    ).pushed(place)
    text = (
        turn.words(f"breath-pace-{settings.pattern}".replace("_", "-"))
        + "\n\n"
        + turn.words(
            "breath-session",
            place=spoken.places(turn),
            painful="yes" if settings.places else "no",
            minutes=(seconds or 0) // 60,
            breaths=(seconds or 0) // PACES[settings.pattern].seconds,
        )
    )
    return turn.say_text(KIND, text, options=walk.options(turn, place, step), attachment=_animation(turn))


def _animation(turn: Turn) -> BreathingAnimation:
    said = {word: turn.label("breath-words", word) for word in ("in", "out", "hold")}
    return BreathingAnimation(turn.person.settings.pattern, said["in"], said["out"], said["hold"])


def time_is_up(turn: Turn, due_at: datetime) -> Turn:
    """The time they asked for is over."""
    place = _session(turn)
    if place is None or turn.now - due_at > timedelta(minutes=30):
        return walk.close(turn, "breath")
    turn = replace(turn, urgency=Urgency.REPLY, expires_at=turn.now + timedelta(minutes=30))
    return _finish(turn, place, "breath-time-is-up")


def _stopped(turn: Turn, place: Place) -> Turn:
    return _finish(turn.doing(DropTimer(BREATH_END)), place, "breath-stopped")


def _finish(turn: Turn, place: Place, message: str) -> Turn:
    turn = _lasted(walk.close(turn, "breath"), place).say(KIND, message)
    return walk.open_script(turn, "breath_after", entry=place.answers["entry"])


def _lasted(turn: Turn, place: Place) -> Turn:
    started = datetime.fromisoformat(place.answers["started"])
    seconds = max(0, round((turn.now - started).total_seconds()))
    return turn.doing(Amend(Breathing, place.answers["entry"], {"seconds": min(seconds, OPEN_END + 5)}))


def _session(turn: Turn) -> Place | None:
    return next((place for place in turn.person.agenda if place.script == "breath"), None)


def stop_unwell(turn: Turn) -> Turn | None:
    """Dizzy, tingling, panicky: the breath goes back to normal at once. `None` when they are not breathing with us."""
    place = _session(turn)
    if place is None:
        return None
    turn = _lasted(walk.close(turn, "breath"), place).doing(DropTimer(BREATH_END))
    return turn.say(KIND, "breath-unwell", options=turn.commands("settings", "help"))


def _felt(turn: Turn, place: Place) -> Turn:
    felt = place.answers["felt"]
    if felt != "skip":
        turn = turn.doing(Amend(Breathing, place.answers["entry"], {"felt": felt}))
    return turn.say(KIND, f"breath-felt-{felt}")


PARTS: dict[str, Any] = {
    "breathing": Part(_length_chosen, unclear=_minutes_told),
    "breath": Part(_stopped),
    "breath_after": Part(_felt),
}
