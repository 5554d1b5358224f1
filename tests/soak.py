"""Many people over many days through the real companion, beside a small oracle: `make soak`, or `python -m tests.soak`.

Everyone has a clock, hours, days and habits of their own; the clock of the world is moved by hand. What came unasked,
on which local date and at which hour, must be what the oracle says. The oracle goes through the calendar of one person
day by day and knows nothing of timers, turns or storage. PEG, goals and experiments are left out.
"""

import argparse
import asyncio
import hashlib
import heapq
import json
import logging
import sys
import tempfile
import time as stopwatch
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import delete, select

from bot.content import load_library
from bot.conversation.effects import SetTimer, Urgency
from bot.conversation.events import Choice, Command, Event, Text
from bot.conversation.library import Library
from bot.conversation.person import Person, Settings
from bot.conversation.turn import Turn
from bot.journey import Clock
from bot.ports import Address, Inbound, UnitOfWork
from bot.programme.plan import plan
from bot.serving.companion import Companion
from storage.store import SqlStore
from storage.tables import OUTBOX
from tests.databases import open_store

FIRST = date(2026, 3, 2)  # clocks change in each hemisphere within the weeks that follow
A_DAY, SOON = timedelta(days=1), timedelta(minutes=15)
PLATFORM = "soak"
HERE = frozenset({PLATFORM})
NEIGHBOURS = (  # places between which people move; cities that are found by one name
    {"Europe/Lisbon": "lisbon", "Europe/Berlin": "berlin", "Europe/Athens": "athens"},
    {"America/New_York": "new york", "America/Chicago": "chicago", "America/Denver": "denver"},
    {"Asia/Kolkata": "mumbai", "Asia/Kathmandu": "kathmandu", "Asia/Dhaka": "dhaka"},
    {"Australia/Sydney": "sydney", "Australia/Brisbane": "brisbane"},
)
HOURS = (time(7, 0), time(8, 15), time(9, 0), time(10, 30))
DAYS = ((0, 1, 2, 3, 4, 5, 6), (0, 1, 2, 3, 4), (0, 2, 4, 6), (3,))
STEP_DAYS: tuple[tuple[int, ...], ...] = ((0, 2, 4), (1, 3), (0, 1, 2, 3, 4), ())
STEP_HOUR, LETTER_HOUR, LETTER_DAYS = time(12, 0), time(17, 0), (5, 6, None)
HABITS = (0.97, 0.8, 0.4, 0.1, 0.0)  # how often they answer
RARE = 0.03  # how often they do something else
AFTER = {"stop": (8, "resume"), "flare": (4, "flare_over")}  # days later
Came = tuple[date, time, str]
T = TypeVar("T")


@dataclass(frozen=True)
class Someone:
    """A person of the simulation. All that they choose and do follows from their number."""

    number: int

    def chance(self, about: str, day: date | None = None) -> float:
        seed = f"{self.number} {about} {day}".encode()
        return int.from_bytes(hashlib.blake2b(seed, digest_size=4).digest()) / 2**32

    def pick(self, options: tuple[T, ...], about: str, day: date | None = None) -> T:
        return options[int(self.chance(about, day) * len(options))]

    @property
    def id(self) -> str:
        return f"someone {self.number}"

    @cached_property
    def settings(self) -> Settings:
        return Settings(
            zone=self.pick(tuple(self.pick(NEIGHBOURS, "region")), "zone"),
            zone_is_known=True,
            check_in_time=self.pick(HOURS, "hour"),
            check_in_days=self.pick(DAYS, "days"),
            nudge_days=self.pick(STEP_DAYS, "steps"),
            nudge_time=STEP_HOUR,
            letter_day=self.pick(LETTER_DAYS, "letter"),
            letter_time=LETTER_HOUR,
            ask_peg=False,
        )

    @lru_cache(maxsize=100_000)  # noqa: B019 - equal people are one entry
    def deeds(self, days: int) -> dict[date, str]:
        """What they do besides answering, half an hour after the hour of their check-in."""
        done: dict[date, str] = {}
        free = FIRST + A_DAY
        for day in (FIRST + A_DAY * number for number in range(days)):
            if day < free or self.pick(HABITS, "habit") == 0 or self.chance("deed", day) >= RARE:
                continue
            done[day] = self.pick(("pause", "stop", "flare", "move"), "which", day)
            if done[day] in AFTER:
                lasts, ends = AFTER[done[day]]
                done[day + A_DAY * lasts] = ends
                free = day + A_DAY * (lasts + 1)
            else:
                free = day + A_DAY * 5
        return done

    def goes_to(self, day: date) -> str:
        """The zone that they move to on a day on which they do."""
        return self.pick(tuple(self.pick(NEIGHBOURS, "region")), "to", day)

    def answers(self, day: date, deeds: dict[date, str]) -> bool:
        return day in deeds or self.chance("answers", day) < self.pick(HABITS, "habit")


# What should come


@dataclass(slots=True)
class Calendar:
    """The oracle: one person, day by day."""

    who: Someone
    days: int
    came: set[Came] = field(default_factory=set)
    told: set[date] = field(default_factory=set)
    ignored: int = 0
    unasked: int = 0
    quiet: bool = False
    leaves_one_out: bool = False
    stopped: bool = False
    paused_until: date = FIRST
    flare_since: date | None = None
    spared_on: date | None = None
    has_open_question: bool = False
    letter_of: date | None = None  # that waits
    waits_for_answer: bool = False  # for something of today
    moved_past_noon: bool = False
    asked_on: date | None = None

    def lived(self) -> set[Came]:
        deeds = self.who.deeds(self.days)
        zone = self.who.settings.zone
        for day in (FIRST + A_DAY * number for number in range(self.days)):
            answers = self.who.answers(day, deeds)
            self.waits_for_answer = self.moved_past_noon = False
            self._check_in(day, answers)
            if day in deeds:
                zone, hour = self._deed(day, deeds[day], zone)
                if self.asked_on != day and hour < self.who.settings.check_in_time:
                    self._check_in(day, answers)  # it was left out, and comes where it is early yet
            self._step(day, answers)
            self._letter(day)
        return self.came

    def _is_written_to(self, day: date) -> bool:
        return not self.stopped and not self.quiet and day >= self.paused_until

    def _comes(self, day: date, at: time, kind: str) -> None:
        self.came.add((day, at, kind))
        self.unasked += 1
        self.waits_for_answer = True

    def _is_heard(self) -> None:
        if self.ignored > 7:
            self.letter_of = None  # everything is planned anew
        self.ignored = self.unasked = 0
        self.quiet = self.leaves_one_out = self.waits_for_answer = False

    def _check_in(self, day: date, answers: bool) -> None:
        theirs = self.who.settings
        if day.weekday() not in theirs.check_in_days or not self._is_written_to(day):
            return
        if self.leaves_one_out:
            self.leaves_one_out = False
            return
        self._comes(day, theirs.check_in_time, "check_in")
        self.asked_on = day
        if self.ignored == 14:
            self.quiet, self.letter_of, self.has_open_question = True, None, False
            return
        self.ignored += 1
        self.leaves_one_out, self.has_open_question = self.ignored > 7, True
        if answers:
            self._is_heard()
            self.told.add(day)
            self.has_open_question = False

    def _deed(self, day: date, deed: str, zone: str) -> tuple[str, time]:
        """In which zone they are then, and the hour there."""
        self._is_heard()
        there = deed_at(self.who, day, zone).astimezone(ZoneInfo(zone))
        if deed in ("pause", "stop", "resume", "move"):
            self.letter_of = None
        if deed in ("pause", "stop", "flare"):
            self.has_open_question = False
        match deed:
            case "pause":
                self.paused_until = day + A_DAY * 3
            case "stop":
                self.stopped = True
            case "resume":
                self.stopped = False
            case "flare":
                self.flare_since = day
            case "flare_over":
                self.flare_since, self.spared_on = None, day
            case "move":
                zone = self.who.goes_to(day)
                there = there.astimezone(ZoneInfo(zone))
                self.moved_past_noon = there.time() >= STEP_HOUR
            case _:
                pass
        return zone, there.time()

    def _step(self, day: date, answers: bool) -> None:
        is_ordinary = self.flare_since is None and self.spared_on != day and self._is_written_to(day)
        is_chosen = day.weekday() in self.who.settings.nudge_days and not self.moved_past_noon
        waits = self.waits_for_answer or self.has_open_question or self.unasked >= 3
        if is_ordinary and is_chosen and not waits:
            self._comes(day, STEP_HOUR, "nudge")
            if answers:
                self._is_heard()

    def _letter(self, day: date) -> None:
        if not self._is_written_to(day):
            return
        if day.weekday() == self.who.settings.letter_day:
            self.letter_of = day
        of, is_late = self.letter_of, self.letter_of != day
        if of is None:
            return
        if self.waits_for_answer:
            self.letter_of = None if is_late else of
            return
        self.letter_of = None
        if self.flare_since is not None:
            began = deed_at(self.who, self.flare_since, "UTC")
            if datetime.combine(day, LETTER_HOUR, UTC) - began < A_DAY * 7:
                self._comes(day, LETTER_HOUR, "flare")
        elif any(of - A_DAY * 14 < told <= of for told in self.told):
            self._comes(day, LETTER_HOUR, "weekly")


def deed_at(who: Someone, day: date, zone: str) -> datetime:
    return datetime.combine(day, who.settings.check_in_time, ZoneInfo(zone)).astimezone(UTC) + 2 * SOON


# What comes


@dataclass(slots=True)
class Days:
    """The real companion, and people who act on what it sends."""

    store: SqlStore
    library: Library
    people: int
    days: int
    clock: Clock = field(default_factory=lambda: Clock(datetime.combine(FIRST - A_DAY, time(12), UTC)))
    came: dict[int, set[Came]] = field(default_factory=lambda: defaultdict(set))
    acts: list[tuple[datetime, int, int, Event]] = field(default_factory=list)
    zones: dict[int, str] = field(default_factory=dict)
    turns: int = 0

    def people_come(self) -> None:
        with self.store.begin() as unit:
            for number in range(self.people):
                self._comes(unit, Someone(number))
            unit.commit()

    def _comes(self, unit: UnitOfWork, who: Someone) -> None:
        midnight = datetime.combine(FIRST, time(0), ZoneInfo(who.settings.zone)).astimezone(UTC)
        person = Person(who.id, consented_at=midnight - 20 * A_DAY, settings=who.settings, goal_asked_on=FIRST)
        unit.add_person(person, home(who.number), midnight)
        for effect in plan(Turn(person, midnight, self.library)).effects:
            if isinstance(effect, SetTimer):
                unit.set_timer(who.id, effect.name, effect.due_at)
        zone = self.zones[who.number] = who.settings.zone
        for day, deed in sorted(who.deeds(self.days).items()):
            self._will(deed_at(who, day, zone), who.number, self._event(who, day, deed))
            zone = who.goes_to(day) if deed == "move" else zone

    def _event(self, who: Someone, day: date, deed: str) -> Event:
        if deed == "move":
            return Text(f"i live in {self.pick_city(who, day)}")
        return Command(deed, "3 days" if deed == "pause" else "")

    def pick_city(self, who: Someone, day: date) -> str:
        return next(zones[who.goes_to(day)] for zones in NEIGHBOURS if who.goes_to(day) in zones)

    def _will(self, moment: datetime, number: int, event: Event) -> None:
        heapq.heappush(self.acts, (moment, len(self.acts) + self.turns, number, event))

    async def live(self) -> None:
        companion = Companion(self.store, self.library, clock=self.clock)
        self.people_come()
        end = datetime.combine(FIRST + A_DAY * (self.days + 1), time(0), UTC)
        while (now := await self._next(companion)) < end:
            self.clock.now = now
            self.turns += await companion.wake(HERE)
            self._read()
            while self.acts and self.acts[0][0] <= now:
                await self._act(companion)
        companion.close()

    async def _next(self, companion: Companion) -> datetime:
        due, last = await companion.next_due(HERE), datetime.max.replace(tzinfo=UTC)
        return min(due or last, self.acts[0][0] if self.acts else last)

    async def _act(self, companion: Companion) -> None:
        """Everybody whose moment it is does one thing, and what is asked of them at once is answered at once."""
        now, acting = self.clock.now, []
        while self.acts and self.acts[0][0] <= now:
            acting.append(heapq.heappop(self.acts))
        events = [Inbound(None, home(number), event) for _, _, number, event in acting]
        self.turns += len(events)
        await asyncio.gather(*(companion.receive(event) for event in events))
        self._read()

    def _read(self) -> None:
        """What was said; nothing stays in the outbox."""
        database = self.store._database
        with database.writers.begin() as connection:
            rows = connection.execute(SAID).mappings().all()
            connection.execute(delete(OUTBOX))
        for row in (database.seals.opened(OUTBOX, row) for row in rows):
            number = int(row["user"])
            buttons = [option["id"] for option in json.loads(row["options"])]
            if row["urgency"] == Urgency.SCHEDULED:
                self._came(number, row["kind"])
            self._consider(number, buttons)

    def _came(self, number: int, kind: str) -> None:
        here = self.clock.now.astimezone(ZoneInfo(self.zones[number]))
        self.came[number].add((here.date(), here.time(), kind))

    def _consider(self, number: int, buttons: list[str]) -> None:
        for button in buttons:
            name = button.rpartition(":")[0]
            if name == "which_city:confirm:0":
                self.zones[number] = Someone(number).goes_to(self._today(number))
            if name in AT_ONCE:
                self._will(self.clock.now, number, Choice(button))
            elif name in IN_A_WHILE and Someone(number).answers(self._today(number), Someone(number).deeds(self.days)):
                self._will(self.clock.now + SOON, number, Choice(button))

    def _today(self, number: int) -> date:
        return self.clock.now.astimezone(ZoneInfo(self.zones[number])).date()


SAID = select(OUTBOX).order_by(OUTBOX.c.id)
AT_ONCE = ("day:sleep:done", "right_pause:right:yes", "which_city:confirm:0", "flare_new:new:known")
IN_A_WHILE = ("check_in:pain:4", "step:offer:not_today")


def home(number: int) -> Address:
    return Address(PLATFORM, str(number), str(number))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: `wrong` has, of whoever was not served as the oracle says, what is amiss."""

    came: int
    turns: int
    wrong: dict[int, list[Came]]


def soak(store: SqlStore, people: int, days: int) -> Outcome:
    lived = Days(store, load_library(), people, days)
    asyncio.run(lived.live())
    last = FIRST + A_DAY * (days - 1)
    wrong = {}
    for number in range(people):
        came = {one for one in lived.came[number] if one[0] <= last}
        if amiss := came ^ Calendar(Someone(number), days).lived():
            wrong[number] = sorted(amiss)
    return Outcome(sum(map(len, lived.came.values())), lived.turns, wrong)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--days", type=int, default=90)
    chosen = parser.parse_args()
    logging.disable()
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'steady.db'}")
        began = stopwatch.process_time()
        outcome = soak(store, chosen.people, chosen.days)
        took = stopwatch.process_time() - began
        store.close()
    print(
        f"{chosen.people:,} people, {chosen.days} days: {outcome.turns:,} turns, {outcome.came:,} times something came "
        f"unasked, {len(outcome.wrong)} people not as the oracle says; {took:.0f} s of CPU, "
        f"{outcome.turns / took:,.0f} turns a second"
    )
    for number, amiss in list(outcome.wrong.items())[:5]:
        print(number, *(f"{day} {at} {kind}" for day, at, kind in amiss[:5]))
    sys.exit(bool(outcome.wrong))


if __name__ == "__main__":
    main()
