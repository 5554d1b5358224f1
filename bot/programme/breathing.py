"""Breathing with someone, the moment they ask: slow and easy, the out-breath longer, no holds unless chosen.

The default is six breaths a minute, 4 s in and 6 s out (Jafari 2020, J Pain 21:1018), always with the cue to breathe
easily rather than deeply: over-breathing is the usual trouble of a first session (Szulczewski 2019). Breathing to the
painful place is offered as something some people find soothing; nobody has shown more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.conversation import walk
from bot.conversation.breath import PACES, SOUND_AT_MOST, Pattern, begins_gently, breaths_of
from bot.conversation.effects import (
    Amend,
    BreathingAnimation,
    BreathingSound,
    DropTimer,
    Option,
    Record,
    SetTimer,
    Urgency,
)
from bot.conversation.nudges import PLACES
from bot.conversation.person import Place
from bot.conversation.records import Breathing
from bot.conversation.turn import Turn
from bot.programme import spoken
from bot.programme.parts import Part
from bot.programme.plan import BREATH_END

KIND = "breathing"
# seconds; five minutes is where studies begin to find something (Bentley 2023)
LENGTHS = {"one": 60, "three": 180, "five": 300, "ten": 600}
SHORTEST, SHORTEST_SOUND = 30, 60  # seconds
OPEN_END = 600  # "just start" ends by itself after this many seconds
MOST_BREATHS = {"four_seven_eight": 4}  # its long hold is for four breaths at most
LIMBS = {"arms", "elbows", "wrists", "hands", "legs", "knees", "ankles", "feet", "joints", "everywhere"}
SETTLING = timedelta(seconds=5)  # time to read before the first breath
JUST_OVER = timedelta(minutes=2)  # after a breath, "stop" is said of it
SESSIONS = ("breath", "scan")  # what may be under way; there is one at a time
QUESTIONS = ("breathing", "breath_way", "breath_where", "breath_rhythm")  # asked before it begins
CHOSEN = ("pattern", "to", "sound")  # what may be chosen for this one time, before its length


@dataclass(frozen=True, slots=True)
class Exercise:
    """How they breathe this time: `seconds` is `None` for as long as they like."""

    seconds: int | None
    pattern: Pattern
    places: tuple[str, ...]
    with_sound: bool

    @property
    def drawn(self) -> tuple[str, ...]:
        """The places that a figure can show; the whole body has all of them in it."""
        return ("everywhere",) if "everywhere" in self.places else tuple(p for p in self.places if p in PLACES)

    @property
    def sound(self) -> BreathingSound:
        return BreathingSound(self.pattern, min(self.seconds or OPEN_END, SOUND_AT_MOST))

    @property
    def breaths(self) -> int:
        """About how many there are in its time."""
        seconds = self.seconds or 0
        if self.with_sound:
            return len(begins_gently(self.pattern)) + breaths_of(self.pattern, seconds)
        return seconds // PACES[self.pattern].seconds


def offer(turn: Turn, words: str, **chosen: Any) -> Turn:
    """The person wants to breathe: ask how long, unless they said so. `chosen` is how, for this one time."""
    known = _chosen_before(turn) | chosen
    if seconds := _length_in(turn, words):
        return begin(walk.close(turn, "breathing"), seconds, known)
    return walk.open_script(turn, "breathing", **known)


def _chosen_before(turn: Turn) -> dict[str, Any]:
    """What was chosen for the exercise whose length is just being asked."""
    place = turn.person.place
    if place is None or place.script not in QUESTIONS:
        return {}
    return chosen_in(place)


def chosen_in(place: Place) -> dict[str, Any]:
    return {name: place.answers[name] for name in CHOSEN if name in place.answers}


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
    known = chosen_in(turn.person.agenda[0])
    return begin(walk.close(turn, "breathing"), seconds, known) if seconds else None


def _length_chosen(turn: Turn, place: Place) -> Turn:
    match place.answers["length"]:
        case "not_now":
            return turn.say(KIND, "breath-not-now")
        case "other":
            return walk.open_script(turn, "breath_way", **chosen_in(place))
        case length:
            return begin(turn, LENGTHS.get(length), chosen_in(place))


def begin(turn: Turn, seconds: int | None, chosen: Mapping[str, Any]) -> Turn:
    """Send the moving figure, or the sound, with the same pacing in words; it ends by itself, or when they say stop."""
    exercise = _exercise(turn, seconds, chosen)
    lasts = exercise.seconds or OPEN_END
    turn, place = started(turn, "breath", exercise.pattern, lasts)
    turn = turn.doing(SetTimer(BREATH_END, turn.now + timedelta(seconds=lasts) + SETTLING))
    attachment = exercise.sound if exercise.with_sound else _animation(turn, exercise)
    return turn.say_text(KIND, _told(turn, exercise), options=stop_button(turn, place), attachment=attachment)


def _exercise(turn: Turn, seconds: int | None, chosen: Mapping[str, Any]) -> Exercise:
    """What was chosen for this time, else what the settings say; with a sound it takes a minute at least."""
    settings, with_sound = turn.person.settings, "sound" in chosen
    pattern, places = chosen.get("pattern", settings.pattern), tuple(chosen.get("to", settings.places))
    if with_sound and seconds:
        seconds = max(seconds, SHORTEST_SOUND)
    return Exercise(_at_most(pattern, seconds), pattern, places, with_sound)


def started(turn: Turn, script: str, pattern: str, seconds: int) -> tuple[Turn, Place]:
    """Note that they began, and end what was under way before."""
    if earlier := session(turn):
        turn = walk.close(lasted(turn, earlier), earlier.script)
    entry, step = turn.person.turn, turn.library.scripts[script].steps[0]
    known = {"entry": entry, "started": turn.now.isoformat(), "seconds": seconds}
    place = Place(script, step.id, entry, turn.now, known)
    return turn.doing(Record(Breathing(entry, turn.today, turn.now, pattern))).pushed(place), place


def stop_button(turn: Turn, place: Place) -> tuple[Option, ...]:
    return walk.options(turn, place, turn.library.scripts[place.script].steps[0])


def _told(turn: Turn, exercise: Exercise) -> str:
    """The exercise in words, enough for someone who neither sees nor hears it."""
    pace = turn.words(f"breath-pace-{exercise.pattern}".replace("_", "-"))
    gently = bool(begins_gently(exercise.pattern))
    if exercise.with_sound:
        pace = f"{pace}\n\n{_told_of_sound(turn, exercise)}"
    elif gently:
        pace = f"{pace} {turn.words('breath-begin-gently')}"
    return f"{pace}\n\n{_told_of_place_and_time(turn, exercise)}"


def _told_of_sound(turn: Turn, exercise: Exercise) -> str:
    pace, lasts = PACES[exercise.pattern], exercise.seconds or OPEN_END
    return turn.words(
        "breath-sound",
        holds="yes" if pace.hold_full else "no",
        gently="yes" if begins_gently(exercise.pattern) else "no",
        lead=SOUND_AT_MOST // 60 if lasts > SOUND_AT_MOST else 0,
    )


def _told_of_place_and_time(turn: Turn, exercise: Exercise) -> str:
    seconds = exercise.seconds or 0
    return turn.words(
        "breath-session",
        place=spoken.places(turn, exercise.places),
        painful="yes" if exercise.places else "no",
        limbs="sore" if LIMBS.intersection(exercise.places) else "well",
        minutes=seconds // 60 if seconds >= 60 else -1 if seconds else 0,
        seconds=seconds,
        breaths=exercise.breaths,
    )


def _at_most(pattern: Pattern, seconds: int | None) -> int | None:
    most = MOST_BREATHS.get(pattern)
    return min(seconds or OPEN_END, most * PACES[pattern].seconds) if most else seconds


def is_under_way(turn: Turn) -> bool:
    """Whether they are breathing with us right now."""
    place = session(turn)
    return place is not None and (turn.now - place.asked_at).total_seconds() <= OPEN_END + SETTLING.total_seconds()


def _animation(turn: Turn, exercise: Exercise) -> BreathingAnimation:
    said = {word: turn.label("breath-words", word) for word in ("in", "out", "hold")}
    return BreathingAnimation(exercise.pattern, said["in"], said["out"], said["hold"], exercise.drawn)


def time_is_up(turn: Turn, due_at: datetime) -> Turn:
    """The time they asked for is over."""
    place = session(turn)
    if place is None or turn.now - due_at > timedelta(minutes=30):
        return walk.close(turn, "breath")
    turn = replace(turn, urgency=Urgency.REPLY, expires_at=turn.now + timedelta(minutes=30))
    return finish(turn, place, "breath-time-is-up", by_itself=True)


def _stopped(turn: Turn, place: Place) -> Turn:
    return finish(turn.doing(DropTimer(BREATH_END)), place, "breath-stopped")


def finish(turn: Turn, place: Place, message: str, *, by_itself: bool = False) -> Turn:
    """Say that it is over, and ask how it was; there is no mark to reach."""
    turn = lasted(walk.close(turn, place.script), place).say(KIND, message)
    known = {"entry": place.answers["entry"], "session": place.script, "by_itself": by_itself}
    return walk.open_script(turn, "breath_after", **known)


def lasted(turn: Turn, place: Place) -> Turn:
    """Note how long they breathed: a second at least, so that a breath stopped at once counts, as they are told."""
    started = datetime.fromisoformat(place.answers["started"])
    seconds = max(1, round((turn.now - started).total_seconds()))
    most = place.answers.get("seconds", OPEN_END) + round(SETTLING.total_seconds())
    return turn.doing(Amend(Breathing, place.answers["entry"], {"seconds": min(seconds, most)}))


def session(turn: Turn) -> Place | None:
    """What they breathe along with now, whatever else was asked since."""
    return next((place for place in turn.person.agenda if place.script in SESSIONS), None)


def stop(turn: Turn) -> Turn | None:
    """They want to stop: the breathing, if they are breathing with us; `None` when they are not."""
    place = session(turn)
    return _stopped(turn, place) if place is not None and is_under_way(turn) else None


def stopped_already(turn: Turn) -> Turn | None:
    """ "Stop" just after the time was up: the breath is over, and its question goes with it. `None` for any other."""
    after = walk.current(turn)
    if after is None or after.script.id != "breath_after" or not after.place.answers.get("by_itself"):
        return None
    if turn.now - after.place.asked_at > JUST_OVER:
        return None
    return _without_questions(walk.close(turn, "breath_after")).say(KIND, "breath-left")


def not_begun(turn: Turn) -> Turn | None:
    """ "Stop" where they are asked how to breathe: not now. `None` where no such question waits."""
    question = walk.current(turn)
    if question is None or question.script.id not in QUESTIONS or not question.waits(turn):
        return None
    return walk.close(turn, question.script.id).say(KIND, "breath-not-now")


def stop_unwell(turn: Turn, words: str = "") -> Turn | None:
    """Dizzy, tingling, panicky: the breath goes back to normal at once. `None` when they did not breathe with us."""
    place, after = session(turn), walk.current(turn)
    if place is not None:
        turn = lasted(walk.close(turn, place.script), place).doing(DropTimer(BREATH_END))
    elif after is None or after.script.id != "breath_after":
        return None
    turn = _without_questions(walk.close(turn, "breath_after"))
    return turn.say(KIND, "breath-unwell", options=turn.commands("settings", "help"))


def leave(turn: Turn, words: str = "") -> Turn | None:
    """It hurts too much, it does not help: the breath ends, and nothing is asked. `None` when none is under way."""
    place = session(turn)
    if place is None or not is_under_way(turn):
        return None
    turn = lasted(walk.close(turn, place.script), place).doing(DropTimer(BREATH_END))
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
    message = "scan-going" if place.script == "scan" else "breath-goes-on"
    return turn.say(KIND, message, options=stop_button(turn, place))


def _felt(turn: Turn, place: Place) -> Turn:
    felt = place.answers["felt"]
    if felt != "skip":
        turn = turn.doing(Amend(Breathing, place.answers["entry"], {"felt": felt}))
    session = place.answers.get("session", "breath")
    is_for_gentler = felt == "harder" and session == "breath" and turn.person.settings.pattern != "gentle"
    options = turn.commands("gentler") if is_for_gentler else ()
    return turn.say(KIND, f"breath-felt-{felt}", session=session, options=options)


PARTS: dict[str, Any] = {
    "breathing": Part(_length_chosen, unclear=_minutes_told),
    **dict.fromkeys(SESSIONS, Part(_stopped, unclear=_still_breathing)),
    "breath_after": Part(_felt),
}
