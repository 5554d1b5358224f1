"""Breathing with someone, the moment they ask: slow and easy, the out-breath longer, no holds unless chosen.

The default is six breaths a minute, 4 s in and 6 s out (Jafari 2020, J Pain 21:1018), always with the cue to breathe
easily rather than deeply: over-breathing is the usual trouble of a first session (Szulczewski 2019). Breathing to the
painful place is offered as something some people find soothing; nobody has shown more.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.breath import PACES, Pattern
from bot.conversation.effects import Amend, BreathingAnimation, DropTimer, Record, SetTimer, Urgency
from bot.conversation.person import Place
from bot.conversation.records import Breathing
from bot.conversation.turn import Turn
from bot.programme import spoken
from bot.programme.parts import Part
from bot.programme.plan import BREATH_END

KIND = "breathing"
LENGTHS = {"one": 60, "five": 300}  # seconds; five minutes is where studies begin to find something (Bentley 2023)
SHORTEST = 30  # seconds
OPEN_END = 600  # "just start" ends by itself after this many seconds
MOST_BREATHS = {"four_seven_eight": 4}  # its long hold is for four breaths at most
LIMBS = {"arms", "elbows", "wrists", "hands", "legs", "knees", "ankles", "feet", "joints", "everywhere"}
SETTLING = timedelta(seconds=5)  # time to read before the first breath


def offer(turn: Turn, words: str) -> Turn:
    """The person wants to breathe: ask how long, unless they said so."""
    if seconds := _length_in(turn, words):
        return begin(turn, seconds)
    return walk.open_script(turn, "breathing")


def _length_in(turn: Turn, words: str) -> int | None:
    said = turn.reader.with_digits(words)
    numbers = [int(word) for word in said.split() if word.isascii() and word.isdigit()]
    if not numbers:
        return None
    seconds = numbers[0] if " sec" in said else numbers[0] * 60
    return min(max(seconds, SHORTEST), OPEN_END)


def _minutes_told(turn: Turn, text: str) -> Turn | None:
    """Another number of minutes than those on the buttons."""
    seconds = _length_in(turn, text)
    return begin(walk.close(turn, "breathing"), seconds) if seconds else None


def _length_chosen(turn: Turn, place: Place) -> Turn:
    return begin(turn, LENGTHS.get(place.answers["length"]))


def begin(turn: Turn, seconds: int | None) -> Turn:
    """Send the moving circle with the same pacing in words; it ends by itself, or when they say stop."""
    if earlier := _session(turn):
        turn = _lasted(turn, earlier)
    settings, entry = turn.person.settings, turn.person.turn
    seconds = _at_most(settings.pattern, seconds)
    known = {"entry": entry, "started": turn.now.isoformat(), "seconds": seconds or OPEN_END}
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
            place=spoken.painful_places(turn),
            painful="yes" if settings.places else "no",
            limbs="sore" if LIMBS.intersection(settings.places) else "well",
            minutes=(seconds or 0) // 60 if (seconds or 0) >= 60 else -1 if seconds else 0,
            seconds=seconds or 0,
            breaths=(seconds or 0) // PACES[settings.pattern].seconds,
        )
    )
    return turn.say_text(KIND, text, options=walk.options(turn, place, step), attachment=_animation(turn))


def _at_most(pattern: Pattern, seconds: int | None) -> int | None:
    most = MOST_BREATHS.get(pattern)
    return min(seconds or OPEN_END, most * PACES[pattern].seconds) if most else seconds


def is_under_way(turn: Turn) -> bool:
    """Whether they are breathing with us right now."""
    place = _session(turn)
    return place is not None and (turn.now - place.asked_at).total_seconds() <= OPEN_END + SETTLING.total_seconds()


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
    """Note how long they breathed: a second at least, so that a breath stopped at once counts, as they are told."""
    started = datetime.fromisoformat(place.answers["started"])
    seconds = max(1, round((turn.now - started).total_seconds()))
    most = place.answers.get("seconds", OPEN_END) + round(SETTLING.total_seconds())
    return turn.doing(Amend(Breathing, place.answers["entry"], {"seconds": min(seconds, most)}))


def _session(turn: Turn) -> Place | None:
    return next((place for place in turn.person.agenda if place.script == "breath"), None)


def stop(turn: Turn) -> Turn | None:
    """They want to stop: the breathing, if they are breathing with us; `None` when they are not."""
    place = _session(turn)
    return _stopped(turn, place) if place is not None and is_under_way(turn) else None


def stop_unwell(turn: Turn, words: str = "") -> Turn | None:
    """Dizzy, tingling, panicky: the breath goes back to normal at once. `None` when they did not breathe with us."""
    place, after = _session(turn), walk.current(turn)
    if place is not None:
        turn = _lasted(walk.close(turn, "breath"), place).doing(DropTimer(BREATH_END))
    elif after is None or after.script.id != "breath_after":
        return None
    turn = _without_questions(walk.close(turn, "breath_after"))
    return turn.say(KIND, "breath-unwell", options=turn.commands("settings", "help"))


def leave(turn: Turn, words: str = "") -> Turn | None:
    """It hurts too much, it does not help: the breath ends, and nothing is asked. `None` when none is under way."""
    place = _session(turn)
    if place is None or not is_under_way(turn):
        return None
    turn = _lasted(walk.close(turn, "breath"), place).doing(DropTimer(BREATH_END))
    return _without_questions(turn).say(KIND, "breath-left")


def _without_questions(turn: Turn) -> Turn:
    """What lies beneath stays open, but is not asked again right now."""
    beneath = turn.person.place
    return replace(turn, began_with=beneath.script if beneath else None)


def count_alone(turn: Turn, words: str = "") -> Turn | None:
    """Hands too sore to hold the phone: the breath goes on without it."""
    return turn.say(KIND, "breath-hands-free") if is_under_way(turn) else None


def _still_breathing(turn: Turn, text: str) -> Turn | None:
    """Any other words during a breath: it goes on. A number is a number."""
    is_number = turn.reader.value(text) is not None
    if is_number or not is_under_way(turn):
        return None
    place = turn.person.agenda[0]
    step = turn.library.scripts["breath"].steps[0]
    return turn.say(KIND, "breath-goes-on", options=walk.options(turn, place, step))


def _felt(turn: Turn, place: Place) -> Turn:
    felt = place.answers["felt"]
    if felt != "skip":
        turn = turn.doing(Amend(Breathing, place.answers["entry"], {"felt": felt}))
    return turn.say(KIND, f"breath-felt-{felt}")


PARTS: dict[str, Any] = {
    "breathing": Part(_length_chosen, unclear=_minutes_told),
    "breath": Part(_stopped, unclear=_still_breathing),
    "breath_after": Part(_felt),
}
