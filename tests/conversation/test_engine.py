"""What must always hold in a conversation, whatever happens in whatever order."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content import load_library
from bot.conversation.commands import COMMANDS
from bot.conversation.effects import (
    Amend,
    DropTimer,
    Effect,
    Erase,
    OfferLink,
    Recall,
    Record,
    Say,
    SetTimer,
    Urgency,
    UseLink,
)
from bot.conversation.engine import respond
from bot.conversation.events import Choice, Command, Due, Edited, Event, LinkOffered, LinkUsed, Media, Recalled, Text
from bot.conversation.library import Library
from bot.conversation.person import Person, from_json, to_json
from bot.conversation.records import Fact, Records
from bot.conversation.turn import Turn
from storage.unit_of_work import FACTS

LIBRARY = load_library()
START = datetime(2026, 3, 27, 7, 0, tzinfo=UTC)
TEXTS = [
    "hi", "6", "7/10", "about a six", "none", "no, 5", "same as yesterday", "yes", "no", "skip", "done", "stop",
    "breathe", "help", "berlin", "New York", "8:30", "mon, wed", "until monday", "i'll try", "smaller", "not today",
    "i want to die", "my legs are numb and i can't pee", "carry on", "delete my data", "lower back and my left hip",
    "asdfgh", "", "   ", "x" * 10_000, "\ud800 lone", "🙂", "/breathe 5", "/nonsense", "dizzy", "I live in Lisbon",
    "my goal is to read more", "/ladder drive", "sit here\nsit there\nstand up\nwalk a bit\nwalk far", "try my rung",
    "call me Sam", "bad flare today", "should i take more ibuprofen", "did it", "week", "yesterday was a 6", "11",
]  # fmt: skip


@dataclass
class Notes:
    """A store as small as it can be: rows by entry, timers by name."""

    rows: dict[tuple[type[Fact], int], Fact] = field(default_factory=dict)
    timers: dict[str, datetime] = field(default_factory=dict)

    def carry_out(self, effect: Effect) -> None:
        match effect:
            case Record(fact):
                assert (type(fact), fact.entry) not in self.rows
                self.rows[type(fact), fact.entry] = fact
            case Amend(kind, entry, changes):
                self.rows[kind, entry] = replace(self.rows[kind, entry], **changes)
            case SetTimer(name, due_at):
                self.timers[name] = due_at
            case DropTimer(name):
                self.timers.pop(name, None)
            case Erase():
                self.rows.clear()
                self.timers.clear()
            case _:
                pass

    def records(self) -> Records:
        def of(kind: type[Any]) -> tuple[Any, ...]:
            return tuple(row for (its, _), row in sorted(self.rows.items(), key=lambda item: item[0][1]) if its is kind)

        return Records(**{name: of(kind) for kind, (name, _) in FACTS.items()})


class Life:
    """One person lived turn by turn, stored as JSON between the turns."""

    def __init__(self, library: Library = LIBRARY) -> None:
        self.library = library
        self.document = to_json(Person("someone"))
        self.now = START
        self.notes = Notes()
        self.buttons: list[str] = []

    @property
    def person(self) -> Person:
        return from_json(self.document)

    def turn(self, event: Event) -> Turn:
        turn = respond(event, self.person, self.now, self.library)
        if answer := self._answer(turn):
            rest = respond(answer, turn.person, self.now, self.library)
            turn = replace(rest, effects=turn.effects + rest.effects)
        self.document = to_json(turn.person)
        assert from_json(self.document) == turn.person
        for effect in turn.effects:
            self.notes.carry_out(effect)
        if any(isinstance(effect, Erase) for effect in turn.effects):
            self.document = to_json(Person("someone"))
        said = spoken(turn)
        self.buttons += [option.id for message in said for option in message.options]
        return turn

    def _answer(self, turn: Turn) -> Event | None:
        """What the world hands back, if the turn asked for anything. Nobody else has a code to join."""
        for effect in turn.effects:
            match effect:
                case Recall(purpose):
                    return Recalled(purpose, self.notes.records())
                case OfferLink():
                    return LinkOffered("482913057716", 10)
                case UseLink():
                    return LinkUsed("unknown")
                case _:
                    pass
        return None

    def act(self, event: Event) -> Turn:
        turn = self.turn(event)
        assert spoken(turn), f"no answer to {event!r}"
        return turn

    def pass_time(self, length: timedelta) -> list[Turn]:
        until, turns = self.now + length, []
        while due := min(((at, name) for name, at in self.notes.timers.items() if at <= until), default=None):
            self.now = max(self.now, due[0])
            del self.notes.timers[due[1]]
            turns.append(self.turn(Due(due[1], due[0])))
        self.now = until
        return turns


def spoken(turn: Turn) -> list[Say]:
    return [effect for effect in turn.effects if isinstance(effect, Say)]


def settled() -> Life:
    """Someone who has agreed and taken the usual settings."""
    life = Life()
    life.act(Command("start"))
    life.act(Choice(life.buttons[0]))
    life.act(Text("usual"))
    life.act(Text("berlin"))
    life.act(Text("yes"))
    return life


acts = st.one_of(
    st.sampled_from(TEXTS).map(Text),
    st.text(max_size=80).map(Text),
    st.sampled_from([*COMMANDS, "unknown"]).map(Command),
    st.tuples(st.sampled_from([*COMMANDS]), st.sampled_from(TEXTS)).map(lambda pair: Command(*pair)),
    st.sampled_from(["sticker", "voice", "photo", "video"]).map(Media),
    st.integers(0, 40).map(lambda back: ("press", back)),
    st.text(max_size=70).map(Choice),
    st.sampled_from([1, 10, 60, 300, 1440, 4000]).map(lambda minutes: ("wait", minutes)),
)


def live(life: Life, script: list[Any]) -> list[Turn]:
    turns = []
    for act in script:
        match act:
            case ("press", back):
                if life.buttons:
                    turns.append(life.act(Choice(life.buttons[-1 - back % len(life.buttons)])))
            case ("wait", minutes):
                turns += life.pass_time(timedelta(minutes=minutes))
            case _:
                turns.append(life.act(act))
    return turns


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.booleans(), st.lists(acts, max_size=25))
def test_every_act_is_answered_and_the_person_survives_storage(knows_us: bool, script: list[Any]) -> None:
    life = settled() if knows_us else Life()
    live(life, script)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts, max_size=25))
def test_every_message_fits_every_platform(script: list[Any]) -> None:
    for message in [message for turn in live(settled(), script) for message in spoken(turn)]:
        assert 0 < len(message.text) <= (1024 if message.attachment else 2000)
        assert len(message.options) <= 15
        assert len({option.id for option in message.options}) == len(message.options)
        assert all(0 < len(option.id.encode()) <= 64 for option in message.options)
        assert all(0 < len(option.label) <= 40 for option in message.options)


DANGERS = {
    "crisis": [
        "i want to kill myself",
        "i took all my pills",
        "me and the pills tonight, i want to die",
        "i am not safe",
    ],
    "red_flag": ["my legs are numb and i can't pee", "crushing chest pain and my left arm is numb"],
}
SAFETY_BUTTONS = ("crisis:", "barrier:", "red_flag:")
ENDS = (":misheard:", ":carry_on:", ":old:", ":tomorrow:", ":yes:")  # what releases, asks for more, or erases
OWN_WISH = ("do:", "breathing:", "breath:", "breath_after:")  # what they ask for themselves


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(acts, max_size=20),
    st.sampled_from([(kind, text) for kind, texts in DANGERS.items() for text in texts]),
    st.lists(st.integers(0, 60), max_size=8),
)
def test_danger_is_answered_first_and_alone_and_nothing_else_comes_until_they_say_so(
    script: list[Any], danger: tuple[str, str], presses: list[int]
) -> None:
    life = settled()
    live(life, script)
    if not life.person.has_consented:
        return
    kind, text = danger

    (said,) = spoken(life.act(Text(text)))

    assert said.kind == kind
    assert said.urgency is Urgency.SAFETY
    hold = life.person.hold
    assert hold is not None
    assert kind == "red_flag" or hold.tier == "crisis"
    for back in presses:
        button = life.buttons[-1 - back % len(life.buttons)]
        if button.startswith(OWN_WISH) or any(end in button for end in ENDS):
            continue
        assert {message.kind for message in spoken(life.act(Choice(button)))} <= {"crisis", "red_flag"}
        assert life.person.hold is not None
    assert not [message for turn in life.pass_time(timedelta(days=9)) for message in spoken(turn)]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts, max_size=20))
def test_before_consent_nothing_is_kept(script: list[Any]) -> None:
    life = Life()
    for act in script:
        if isinstance(act, tuple):
            continue
        turn = life.act(act)
        if turn.person.has_consented:
            return
        assert not life.notes.rows
        life.document = to_json(Person("someone"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.booleans(), st.lists(acts, max_size=12), st.one_of(st.sampled_from(TEXTS), st.text(max_size=80)))
def test_an_edit_brings_help_or_nothing_at_all(knows_us: bool, script: list[Any], text: str) -> None:
    life = settled() if knows_us else Life()
    live(life, script)
    before = life.document

    turn = life.turn(Edited(text))

    if spoken(turn):
        assert spoken(turn)[0].kind in {"crisis", "red_flag"}
    else:
        assert turn.effects == ()
        assert life.document == before


MOVES = ["/settings", "I live in Auckland", "i live in Honolulu", "ask me at 8", "ask me at 18"]


def asked_days(turns: list[Turn]) -> Mapping[Any, int]:
    counted: dict[Any, int] = {}
    for turn in turns:
        if any(message.kind == "check_in" and len(message.options) == 11 for message in spoken(turn)):
            counted[turn.today] = counted.get(turn.today, 0) + 1
    return counted


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(MOVES), min_size=1, max_size=12), st.integers(1, 30))
def test_travel_and_a_changed_hour_never_bring_two_check_ins_on_one_date(moves: list[str], hours: int) -> None:
    life = settled()
    turns = []
    for move in moves:
        life.act(Text(move))
        life.act(Text("yes"))
        turns += life.pass_time(timedelta(hours=hours))
    assert all(count == 1 for count in asked_days(turns).values())
