"""The laws of the whole programme, held against weeks of anything a person may do, over all its parts together.

A few lives are the same each time. `make lives` lives new ones for ten minutes (MINUTES=1 for one); what broke a law is
told as short as it can be, with its number.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from time import monotonic, time_ns
from typing import Any

import pytest

from bot.conversation.calendar import is_quiet, local
from bot.conversation.effects import Erase, Forget, Recall, ReportFile, Say, Urgency, WeekPicture, WeeksPicture
from bot.conversation.engine import respond
from bot.conversation.events import Choice, Command, Due, Edited, Event, Left, Media, Recalled, Text
from bot.conversation.person import EVERY_DAY, Climb, Pacing, Person, Settings, from_json, to_json
from bot.conversation.records import CheckIn, ComfortStep, Go, Ladder, Questionnaire, Records
from bot.conversation.turn import Turn
from bot.progress.report import report_of
from tests.conversation.test_engine import LIBRARY, Life, spoken
from tests.programme import oracle
from tests.programme.oracle import Book

START = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)
LIVES, STRETCHES = 35, 7

# What a person may say, part by part.
SAID = [
    "about a six", "no, 5", "yesterday was a 6", "same as yesterday", "7 low back, slept 4h, took it slow",
    "i'll try", "smaller", "not today", "did it", "did some of it", "couldn't do it", "try my rung", "one rung back",
    "breathe 1 minute", "body scan", "stop", "dizzy", "enough", "bad flare today", "it has eased", "no", "yes", "done",
    "pause until friday", "not all, just the steps", "i want to die", "my legs are numb and i can't pee", "carry on",
    "my sister wants to kill herself", "i live in lisbon", "i live in tokyo", "i live in honolulu", "skip", "not now",
    "pace my walking", "walked 12 minutes", "walked 40 minutes yesterday", "no, 30 minutes",
    "set my pace to 60 minutes", "set my pace to 3 minutes",
    "my goal is to read more", "park my goal", "i reached my goal", "no weekly questions",
    "ask me the questions every week", "check my mood", "does breathing help me", "end the experiment", "it fits",
    "it went otherwise", "dark pictures", "note: took ibuprofen", "took 60 ibuprofen", "trigger: long drive",
    "question for my doctor: can i swim?", "my notes", "delete note 1", "tell my sister", "forget my ally", "thanks",
    "ask me at 23:30", "ask me at 21:45", "ask me at 6:00", "check in every other day", "no more small steps",
    "no letter", "don't ask about sleep", "asdfgh", "this hurts so much", "should i take more ibuprofen?",
]  # fmt: skip
COMMANDS = [
    "checkin", "nudge", "did_it", "breathe", "flare", "flare_over", "flare_plan", "pause", "resume", "start", "stop",
    "pace", "week", "month", "months", "goal", "goals", "ladder", "report", "settings", "insights", "experiment", "peg",
    "note", "ally", "why", "help", "privacy", "export", "every_other_day",
]  # fmt: skip
WRITTEN = {"ladder_rungs": "sit here\nsit there\nstand up\nwalk a bit\nwalk far", "zone": "berlin"}

# Whole paths through a part: what begins it, and the option of each question, by its place among the buttons.
Path = tuple[str, list[int]]
EXPERIMENT: Path = ("/experiment", [0, 0])
A_GO: Path = ("try my rung", [0, 0, 4, 3])
WENT_WELL: Path = ("did it", [2, 2, 3, 0, 0])
WAS_HARD: Path = ("did it", [0, 9, 6, 0, 0])
TAKES_A_STEP: Path = ("/nudge", [0, 5])
TURNS_BAD: Path = ("/checkin 8", [3])
PATHS: list[Path] = [
    ("/ladder driving", [0, 0, 1, 3, 4, 6, 8, 7]),
    A_GO,
    WENT_WELL,
    ("pace my walking", [0]),
    ("/pace", [0]),
    ("my goal is to walk more", [3, 8]),
    ("/peg", [3, 4, 5]),
    ("ask me the questions every week", []),
    EXPERIMENT,
    TAKES_A_STEP,
    ("/breathe", [1]),
    ("/report", [0]),
    ("/flare_plan", [0, 1, 1]),
    TURNS_BAD,
    ("/checkin 9", [1]),
    ("/flare", [0]),
    ("/pause", [0]),
    ("i want to die", [3]),
    ("i live in tokyo", [0]),
]


@dataclass
class Goals:
    """The goals of a pace, day by day, as they were; `raised` are the days on which one rose."""

    plan: int = 0
    tries: tuple[float, ...] = ()
    held: list[tuple[date, float]] = field(default_factory=list)
    raised: list[date] = field(default_factory=list)


class Lived(Life):
    """A life in which every turn is held against the laws."""

    def __init__(self, theirs: Settings, climb: Climb | None, pacing: Pacing | None) -> None:
        super().__init__()
        self.now = START
        someone = Person("someone", consented_at=START, settings=theirs, climb=climb, pacing=pacing)
        self.document = to_json(someone)
        if climb:
            rungs = json.dumps(list(zip(climb.rungs, climb.feared, strict=True)))
            self.notes.rows[Ladder, climb.entry] = Ladder(climb.entry, START.date(), climb.activity, rungs)
        self._begin()
        self.turn(Left())
        self.act(Command("help"))

    def _begin(self) -> None:
        self.unanswered: dict[date, str] = {}
        self.goals = Goals()
        self.rose_at = 0

    def turn(self, event: Event) -> Turn:
        before = self.person
        turn = self._stored(event, before)
        if any(isinstance(effect, Erase) for effect in turn.effects):
            self.document = to_json(Person("someone"))
            self._begin()
            return turn
        for law in LAWS:
            law(self, before, event, turn)
        if not isinstance(event, Due | Left | Edited):
            self.unanswered.clear()
        return turn

    def _stored(self, event: Event, before: Person) -> Turn:
        """The turn and its effects, as the companion carries them out: with the records asked for and no more."""
        turn = respond(event, before, self.now, LIBRARY)
        recall = next((effect for effect in turn.effects if isinstance(effect, Recall)), None)
        if recall:
            rest = respond(Recalled(recall.purpose, self._since(recall.since)), turn.person, self.now, LIBRARY)
            turn = replace(rest, effects=turn.effects + rest.effects)
        self.document = to_json(turn.person)
        assert from_json(self.document) == turn.person
        for effect in turn.effects:
            self.notes.carry_out(effect)
            if isinstance(effect, Forget):
                del self.notes.rows[effect.fact, effect.entry]
        self.buttons += [option.id for message in spoken(turn) for option in message.options]
        return turn

    def _since(self, since: date) -> Records:
        held = self.notes.records()
        names = Records.__dataclass_fields__
        dated = {name: tuple(row for row in getattr(held, name) if _is_since(row, since)) for name in names}
        return Records(**dated)

    @property
    def book(self) -> Book:
        return Book(tuple(self.notes.rows.values()))

    def answer(self, number: int) -> None:
        """The open question answered: in words where these are asked for, else by a button."""
        place = self.person.place
        step = LIBRARY.scripts[place.script].step(place.step) if place else None
        if place is None or step is None:
            return
        if step.answer in ("text", "city") and number % 4 != 3:
            self.act(Text(WRITTEN.get(place.script, "something small")))
        elif buttons := [one for one in self.buttons[-20:] if one.startswith(f"{place.script}:{place.step}:")]:
            self.act(Choice(buttons[number % len(buttons)]))

    def feels_better(self) -> None:
        """Whatever was quiet is over, and it is an ordinary day."""
        if self.person.hold:
            self.act(Text("carry on"))
        if self.person.flare:
            self.act(Command("flare_over"))
        if self.person.stopped or self.person.paused_until:
            self.act(Command("resume"))
        self.act(Command("checkin", "3"))
        self.answer(-1)

    def until(self, hour: int) -> None:
        """On to that hour, of this day or the next."""
        here = local(self.now, self.person.settings.zone)
        later = timedelta(hours=(hour - here.hour) % 24 or 24) - timedelta(minutes=here.minute)
        self.pass_time(later)


def _is_since(row: Any, since: date) -> bool:
    day: date = row.local_date if hasattr(row, "local_date") else row.raised_at.date()
    return day >= since


# The laws


def is_hard(life: Lived, person: Person) -> bool:
    """A flare, a pause, a stop, a hold, days spared after a danger or a flare, or a day at or above the line."""
    paused, spared = person.paused_until, person.no_challenges_until
    is_later = any(until is not None and until > life.now for until in (paused, spared))
    return bool(person.flare or person.stopped or person.hold) or is_later or _is_bad_day(life, person)


def _is_bad_day(life: Lived, person: Person) -> bool:
    today = local(life.now, person.settings.zone).date()
    told = life.book.of(CheckIn, today - timedelta(days=1), date.max)
    newest = max(told, key=lambda row: (row.local_date, row.entry), default=None)
    return newest is not None and newest.pain >= person.settings.bad_day_line


# Questions that lead to something hard; a step is offered on a bad day only to whoever asks for one.
CHALLENGES = ("go_expect:", "go_sure:", "go_pain:", "go_back:", "go_up:", "ladder_menu:wish:go:", "trial_begin:",
              "trial_choose:", "pace_unit:", "pace_activity:", "pace_menu:what:more:")  # fmt: skip
UNASKED_ONLY = ("step:", "goal_words:", "goal_review:", "peg_now:", "peg_offer:", "trial_kept:")


def nothing_challenges_in_a_hard_time(life: Lived, before: Person, event: Event, turn: Turn) -> None:
    person = turn.person
    if not is_hard(life, person):
        return
    said = [option.id for message in spoken(turn) for option in message.options]
    asked_before = f"{before.place.script}:" if before.place else "none"
    hard = [one for one in said if one.startswith(CHALLENGES) and not one.startswith(asked_before)]
    assert not hard, f"asked in a hard time: {hard}"
    new_rows = {
        type(effect.fact) for effect in turn.effects if hasattr(effect, "fact") and hasattr(effect.fact, "entry")
    }
    assert Go not in new_rows, "a go was begun in a hard time"
    if isinstance(event, Due):
        assert not any(one.startswith(UNASKED_ONLY) for one in said), "came unasked in a hard time"
        assert not any(one.kind == "trial" for one in spoken(turn)), "an evening was told in a hard time"
    if any(one.startswith("step:offer:") for one in said):
        assert ComfortStep in new_rows or asked_before == "step:", "a step was asked about again in a hard time"
        assert person.flare is None, "a step was offered in a flare"
        assert person.hold is None, "a step was offered in a hold"
    assert person.trial is None or before.trial is not None, "an experiment was begun in a hard time"
    if person.pacing:
        was = before.pacing if before.pacing and before.pacing.entry == person.pacing.entry else None
        assert was is not None, "a pace was begun in a hard time"
        assert (person.pacing.goal or 0) <= (was.goal or 0), "a goal rose in a hard time"


def one_go_a_day(life: Lived, before: Person, event: Event, turn: Turn) -> None:
    days = [row.local_date for row in life.book.of(Go, date.min, date.max)]
    assert len(days) == len(set(days)), "two goes on one day"


def one_rung_up_after_two_good_goes(life: Lived, before: Person, event: Event, turn: Turn) -> None:
    was, now = before.climb, turn.person.climb
    if was is None or now is None or was.entry != now.entry or now.at <= was.at:
        return
    assert now.at == was.at + 1, "more than one rung up"
    goes = [go for go in life.book.of(Go, date.min, date.max) if go.ladder == now.entry and go.entry > life.rose_at]
    assert len(goes) >= 2, "a rung up before two goes"
    for go in goes[-2:]:
        assert go.rung == was.at, "a rung up after goes at another"
        assert go.harder is not None, "a rung up after a go that nobody told of"
        assert go.harder <= go.feared + 1, "a rung up after a hard go"
    life.rose_at = turn.person.turn


def no_pace_over_its_cap(life: Lived, before: Person, event: Event, turn: Turn) -> None:
    plan, goals = turn.person.pacing, life.goals
    if plan is None or plan.goal is None:
        return
    if (plan.entry, plan.tries) != (goals.plan, goals.tries):  # a first goal, or one of a try that was put right
        goals = life.goals = Goals(plan.entry, plan.tries, [(turn.today, plan.goal)])
    if plan.goal > goals.held[-1][1]:
        lately = [goal for day, goal in goals.held[:-1] if turn.today - day < timedelta(days=7)] + [goals.held[-1][1]]
        assert plan.goal <= min(lately) * 1.2 + 1e-6, f"over the cap: {plan.goal} after {lately}"
        assert all(turn.today - day >= timedelta(days=7) for day in goals.raised), "raised twice in seven days"
        goals.raised.append(turn.today)
    goals.held.append((turn.today, plan.goal))


def came_unasked(turn: Turn, event: Event) -> bool:
    """What was said by a timer; what they ordered themselves, a breath's end and how they are, is theirs."""
    if not isinstance(event, Due) or event.timer in ("breath_end", "how_are_you"):
        return False
    return turn.has_spoken


def nothing_unasked_where_quiet_is_wanted(life: Lived, before: Person, event: Event, turn: Turn) -> None:
    if came_unasked(turn, event):
        paused = before.paused_until is not None and before.paused_until > life.now
        wants_quiet = before.stopped or before.away or before.hold or paused
        assert not wants_quiet, "came unasked in a pause, a stop or a hold"


def no_two_unanswered_on_one_date(life: Lived, before: Person, event: Event, turn: Turn) -> None:
    if came_unasked(turn, event):
        assert isinstance(event, Due)
        assert turn.today not in life.unanswered, f"{event.timer} after {life.unanswered[turn.today]} on one date"
        life.unanswered[turn.today] = event.timer


def nothing_unasked_at_night(life: Lived, before: Person, event: Event, turn: Turn) -> None:
    theirs = turn.person.settings
    if not isinstance(event, Due) or event.timer == "breath_end" or not turn.has_spoken:
        return
    evening = time(22) if theirs.check_in_time >= time(21, 45) else time(20)  # of an experiment, after the check-in
    chosen_hours = {"check_in": theirs.check_in_time, "nudge": theirs.nudge_time, "letter": theirs.letter_time}
    hour = (chosen_hours | {"trial": evening}).get(event.timer, time(12))
    is_chosen = hour >= time(22) or hour < time(7)
    assert is_chosen or not is_quiet(turn.now, theirs.zone), f"{event.timer} at night"


def said_unasked_in_its_urgency(life: Lived, before: Person, event: Event, turn: Turn) -> None:
    """What comes unasked is remembered for /why."""
    if came_unasked(turn, event):
        assert all(said.urgency is Urgency.SCHEDULED for said in spoken(turn))
        assert turn.person.unasked is not None
        assert turn.person.unasked.at == turn.now


COUNTS = {
    "checked in": r"You checked in on (\w+) day", "breathe": r"You took time to breathe (\w+)",
    "steps": r"You took (\w+) steps? outside", "pace": r"You did what you pace on (\w+) day",
    "rested": r"You rested on purpose on (\w+) day", "paced": r"You paced yourself on (\w+) day",
    "hard": r"a hard week, with (\w+) hard days",
}  # fmt: skip
NUMBERS = {"one": 1, "once": 1, "twice": 2}


def counts_in(text: str) -> dict[str, int]:
    found = {name: re.search(said, text) for name, said in COUNTS.items()}
    return {name: NUMBERS.get(one[1]) or int(one[1]) for name, one in found.items() if one}


def every_figure_is_in_the_rows(life: Lived, before: Person, event: Event, turn: Turn) -> None:
    text = "\n".join(message.text for message in spoken(turn))
    if "From the last four months:" in text:
        assert counts_in(text) == oracle.told_by_insights(life.book, turn.today)
    for message in spoken(turn):
        match message.attachment:
            case WeekPicture():
                _week_is_true(life, event, turn, message, text)
            case WeeksPicture():
                _weeks_are_true(life, turn, message, message.attachment)
            case ReportFile():
                _report_is_true(life, turn, message.attachment)
            case _:
                pass
    _peg_is_true(life, turn, text)


def _week_is_true(life: Lived, event: Event, turn: Turn, message: Say, text: str) -> None:
    theirs = turn.person.settings
    last = turn.today
    if isinstance(event, Due):
        assert theirs.letter_day is not None
        last -= timedelta(days=(last.weekday() - theirs.letter_day) % 7)
        last -= timedelta(days=theirs.check_in_time >= theirs.letter_time)
    counted = oracle.told_by_letter(life.book, last, theirs.bad_day_line)
    if turn.person.flare:
        counted.pop("hard", None)
    if "pace" not in counted and set(counted) <= {"rested", "paced", "hard"}:
        counted = {}
    assert counts_in(text) == counted
    days = oracle.dates(last - timedelta(days=6), last)
    assert message.text.splitlines()[-7:] == [oracle.day_in_words(life.book, day) for day in days]
    assert isinstance(message.attachment, WeekPicture)
    drawn = [life.book.picture_day(day, oracle.WEEKDAYS[day.weekday()]) for day in days]
    assert list(message.attachment.days) == drawn


def _weeks_are_true(life: Lived, turn: Turn, message: Say, picture: WeeksPicture) -> None:
    count = len(picture.weeks)
    lines = oracle.weeks_in_words(life.book, turn.today, count, by_day=picture.detail == "days")
    assert message.text.splitlines()[-len(lines) :] == lines
    days = oracle.dates(turn.today - timedelta(days=7 * count - 1), turn.today)
    assert [day for week in picture.weeks for day in week.days] == [life.book.picture_day(day, "") for day in days]


def _report_is_true(life: Lived, turn: Turn, asked: ReportFile) -> None:
    made = report_of(turn.person, life.notes.records(), asked.parts, asked.first, asked.last)
    true = oracle.told_by_report(life.book, asked.first, asked.last, turn.person.settings.bad_day_line)
    assert (asked.last, asked.first) == (turn.today, turn.today - timedelta(days=90))
    if made.pain:
        numbers = {name: getattr(made.pain, name) for name in ("numbers", "lately", "sleep")}
        told = {name: each and (each.days, each.low, each.high, each.middle) for name, each in numbers.items()}
        assert told == {"numbers": true["pain"], "lately": true["lately"], "sleep": true["sleep"]}
        assert made.pain.hard == true["hard"]
    if made.helps:
        helps = made.helps
        assert (helps.breaths, helps.minutes) == (true["breaths"], true["minutes"])
        assert [helps.easier, helps.same, helps.harder] == true["felt"]
    if made.function:
        assert (made.function.offered, made.function.tried) == (true["offered"], true["tried"])
        assert sorted(each.goes for each in made.function.climbed) == true["goes"]
        assert sorted(each.days for each in made.function.paced) == true["paced"]
    held = {"flares": len(made.flares), "medicines": [row.words for row in made.medicines]}
    held |= {"questions": [row.words for row in made.questions], "peg": [row.score for row in made.peg]}
    assert {name: value for name, value in held.items() if name in asked.parts} == {
        name: true[name] for name in held if name in asked.parts
    }


def _peg_is_true(life: Lived, turn: Turn, text: str) -> None:
    said = re.search(r"(?:Noted|put it right): (\S+), (\S+) and (\S+)\. Together that makes (\S+) out of 10", text)
    if said:
        newest = [row for row in life.book.of(Questionnaire, date.min, date.max) if row.name == "peg"][-1]
        assert newest.answers.split() == [said[1], said[2], said[3]]
        assert f"{round(sum(map(float, newest.answers.split())) / 3, 1):g}" == said[4]


LAWS: list[Callable[[Lived, Person, Event, Turn], None]] = [
    nothing_challenges_in_a_hard_time,
    one_go_a_day,
    one_rung_up_after_two_good_goes,
    no_pace_over_its_cap,
    nothing_unasked_where_quiet_is_wanted,
    no_two_unanswered_on_one_date,
    nothing_unasked_at_night,
    said_unasked_in_its_urgency,
    every_figure_is_in_the_rows,
]


# Lives, each drawn by chance from a number, which makes the same one again.

Act = tuple[str, Any]
HOURS = (6, 7, 9, 11, 12, 17, 18, 20, 21, 23)
CLIMB = Climb(1, "Driving", tuple(f"rung {letter}" for letter in "abcde"), (2, 3, 4, 5, 6), at=1)
PACING = Pacing(2, "walking", "minutes", (15, 15, 15), baseline=12, goal=12, weighed_on=START.date())
ACTS: Mapping[Callable[[Random], Act], int] = {
    lambda chance: ("command", f"checkin {chance.randint(0, 10)}"): 3,
    lambda chance: ("say", chance.choice(["walked 15 minutes", "walked 12 minutes"])): 3,
    lambda chance: ("climbs", chance.choice([WENT_WELL, WENT_WELL, WAS_HARD, TURNS_BAD])): 4,
    lambda chance: ("path", chance.choice([WENT_WELL, TURNS_BAD, TAKES_A_STEP])): 3,
    lambda chance: ("command", chance.choice(["week", "month", "months", "insights", "report"])): 3,
    lambda chance: ("say", chance.choice(SAID)): 4,
    lambda chance: ("command", chance.choice(COMMANDS)): 3,
    lambda chance: ("path", chance.choice(PATHS)): 6,
    lambda chance: ("answer", chance.randint(0, 10)): 4,
    lambda chance: ("press", chance.randint(0, 60)): 2,
    lambda chance: ("wait", chance.choice([1, 7, 20, 45, 90, 200, 400])): 4,
    lambda chance: ("away", chance.choice([40, 200, 700])): 2,
    lambda chance: chance.choice([("media", "voice"), ("edit", "6"), ("edit", "i want to die"), ("left", "")]): 1,
}


def life_of(chance: Random) -> Lived:
    """Somebody with settings of their own, and perhaps a ladder, a pace and an experiment."""
    theirs = Settings(
        zone=chance.choice(["Europe/Berlin", "America/New_York", "Pacific/Auckland"]), zone_is_known=True,
        check_in_time=_hour(chance, 9), check_in_days=chance.choice([EVERY_DAY, EVERY_DAY, (0, 2, 4, 6), (3,)]),
        nudge_time=_hour(chance, 11), nudge_days=chance.choice([EVERY_DAY, (0, 2, 4)]),
        letter_time=_hour(chance, 17), letter_day=chance.randint(0, 6), ask_peg=chance.choice([None, True]),
    )  # fmt: skip
    print(theirs)
    life = Lived(theirs, chance.choice([CLIMB, None]), chance.choice([PACING, None]))
    if chance.random() < 1 / 3:
        do(life, "path", EXPERIMENT)
    return life


def _hour(chance: Random, usual: int) -> time:
    return time(usual) if chance.random() < 1 / 2 else time(chance.choice(HOURS), chance.choice([0, 30, 45]))


def live_on(life: Lived, chance: Random) -> None:
    """Some days at the same hour with the same acts; most begin well."""
    count, hour, is_well = chance.randint(1, 8), chance.randint(8, 23), chance.random() < 2 / 3
    acts = chance.choices(list(ACTS), list(ACTS.values()), k=chance.randint(0, 4))
    course = [act(chance) for act in acts]
    print(f"{count} days at {hour}:00{', each begun well' if is_well else ''}: {course}")
    for _ in range(count):
        life.until(hour)
        if is_well:
            life.feels_better()
        for act in course:
            do(life, *act)


def do(life: Lived, act: str, what: Any) -> None:
    match act:
        case "say":
            life.act(Text(what))
        case "command":
            name, _, words = what.partition(" ")
            life.act(Command(name, words))
        case "climbs":
            do(life, "path", A_GO)
            do(life, "path", what)
        case "path":
            begins, answers = what
            do(life, "command" if begins.startswith("/") else "say", begins.removeprefix("/"))
            for number in answers:
                life.answer(number)
        case "answer":
            life.answer(what)
        case "press":
            life.act(Choice(life.buttons[-1 - what % len(life.buttons)]))
        case "wait":
            life.pass_time(timedelta(minutes=what))
        case "away":  # the process slept: what fell due is done late
            life.now += timedelta(minutes=what)
        case "media":
            life.act(Media(what))
        case "edit":
            life.turn(Edited(what))
        case _:
            life.turn(Left())


def live(number: int, left_out: frozenset[int] = frozenset()) -> None:
    """A whole life of so many stretches of days, without those that are left out."""
    print(f"life {number}")
    life = life_of(Random(number))  # noqa: S311 - lives, not secrets
    for stretch in range(STRETCHES):
        if stretch not in left_out:
            live_on(life, Random(f"{number} {stretch}"))  # noqa: S311


def holds(number: int, left_out: frozenset[int] = frozenset()) -> bool:
    try:
        live(number, left_out)
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return False
    return True


def shortest(number: int) -> frozenset[int]:
    """Which stretches of a life that broke a law can be left out of it."""
    left_out: frozenset[int] = frozenset()
    for stretch in range(STRETCHES):
        if not holds(number, left_out | {stretch}):
            left_out |= {stretch}
    return left_out


def numbers(minutes: float) -> Iterator[int]:
    """A few that are always the same, or new ones for so many minutes."""
    if not minutes:
        yield from range(LIVES)
        return
    end = monotonic() + minutes * 60
    while monotonic() < end:
        yield time_ns() % 10**9


def test_the_laws_hold_over_weeks_of_anything(
    request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in numbers(request.config.getoption("--lives")):
        if not holds(number):
            left_out = shortest(number)
            capsys.readouterr()
            live(number, left_out)
