"""How often Steady would say what is not so: `make honesty` (some minutes on one core).

People without any real effect live some days; what they would be told is counted, beside what plain tests would have
told them. Then people with a real effect, to see that it is found. Ratings are whole numbers from 0 to 10 around 5,
with a standard deviation of 1.7; each day resembles the day before it by `likeness` (first-order autoregression).
"""

import argparse
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from statistics import NormalDist, fmean

from bot.content import load_library
from bot.conversation.effects import Say
from bot.conversation.engine import respond
from bot.conversation.events import Recalled
from bot.conversation.library import Library
from bot.conversation.person import Person
from bot.conversation.records import Breathing, CheckIn, ComfortStep, DayKind, ExperimentDay, Records
from bot.programme import insights as programme
from bot.programme import weekly
from bot.progress import insights, trials
from bot.progress.insights import QUESTIONS, Pairs, pairs, signals_of

FIRST_DAY = date(2026, 1, 5)
MIDDLE, SPREAD = 5.0, 1.7
MORNING = datetime(2026, 1, 5, 9, tzinfo=UTC)
EVERY_FOUR_WEEKS = range(29, 367, 28)  # thirteen looks in a year, as often as may be
HALF_A_YEAR = 5  # the sixth of them
KINDS: tuple[DayKind, ...] = ("rested", "paced", "pushed")


@dataclass(frozen=True, slots=True)
class World:
    """How these people's days go. `sleep_to_pain` is the correlation of a night with the day after it; `driven` that of
    a day's pain with what is done on it, which changes nothing for the day after; `missing` the share of days without a
    check-in."""

    days: int = 60
    likeness: float = 0.5
    sleep_to_pain: float = 0.0
    driven: float = 0.0
    missing: float = 0.0


def lived(world: World, chance: random.Random) -> Records:
    """One person's records."""
    sleep, own = (series(world, chance) for _ in range(2))
    pain = mixed(sleep, own, -world.sleep_to_pain)
    breath, step, day_kind = (mixed(pain, series(world, chance), world.driven) for _ in range(3))
    there = [day for day in range(world.days) if chance.random() >= world.missing]
    dates = [FIRST_DAY + timedelta(days=day) for day in range(world.days)]
    told = (
        CheckIn(day, dates[day], MORNING, rating(pain[day]), rating(sleep[day]), kind(day_kind[day])) for day in there
    )
    breaths = (Breathing(day, dates[day], MORNING, "long_out", 60) for day in there if breath[day] > 0.2)
    steps = (
        ComfortStep(day, dates[day], MORNING, "any", "small", "try", outcome="done") for day in there if step[day] > 0.3
    )
    return Records(check_ins=tuple(told), breathings=tuple(breaths), steps=tuple(steps))


def series(world: World, chance: random.Random) -> list[float]:
    """Standard normal days, each like the one before it."""
    values = [chance.gauss(0, 1)]
    fresh = math.sqrt(1 - world.likeness**2)
    while len(values) < world.days:
        values.append(world.likeness * values[-1] + fresh * chance.gauss(0, 1))
    return values


def mixed(cause: list[float], own: list[float], share: float) -> list[float]:
    return [share * one + math.sqrt(1 - share**2) * other for one, other in zip(cause, own, strict=True)]


def rating(value: float) -> float:
    return float(min(10, max(0, round(MIDDLE + SPREAD * value))))


def kind(value: float) -> DayKind:
    """The hard days are rested on, the easy ones pushed through."""
    return KINDS[(value < 0.4) + (value < -0.4)]


# Insights


def told(records: Records) -> set[str]:
    return {found.question for found in insights.look(records).findings}


def told_by_plain_tests(records: Records) -> set[str]:
    """What Pearson's test at 0.05 would say of the same eight questions, with nothing corrected."""
    signals = signals_of(records)
    paired = {question.id: pairs(question, signals) for question in QUESTIONS}
    return {name for name, each in paired.items() if len(each.dates) >= 28 and plain(each) < 0.05}


def plain(paired: Pairs) -> float:
    of, outcome = (insights._centred(values) for values in (paired.of, paired.outcome))  # noqa: SLF001
    r = insights._correlation(of, outcome)  # noqa: SLF001
    z = math.atanh(min(abs(r), 0.999999)) * math.sqrt(len(of) - 3)
    return 2 * (1 - NormalDist().cdf(z))


def share(people: int, world: World, tells: Callable[[Records], set[str]], about: str | None = None) -> float:
    """Of so many people, the share who would be told something, or that one thing."""
    chance = random.Random(20260105)  # noqa: S311 - a simulation
    heard = (tells(lived(world, chance)) for _ in range(people))
    return fmean(about in each if about else bool(each) for each in heard)


def asked_often(people: int, world: World, days: Sequence[int], about: str | None = None) -> list[float]:
    """The share who have been told something, or that one thing, by each of these days, on all of which they asked."""
    chance = random.Random(20260105)  # noqa: S311 - a simulation
    library = load_library()
    heard = [_asked(lived(world, chance), days, library, about) for _ in range(people)]
    return [fmean(column) for column in zip(*heard, strict=True)]


def _asked(records: Records, days: Sequence[int], library: Library, about: str | None) -> list[bool]:
    """Whether they have been told by each of these days, as the programme itself goes about it."""
    person, heard = Person("someone", consented_at=MORNING), list[bool]()
    for day in days:
        now = MORNING + timedelta(days=day - 1)
        recalled = Recalled(programme.ASKED_FOR, until(records, now.date()))
        person = respond(recalled, person, now, library).person
        names = {told.question for told in person.insights}
        heard.append(about in names if about else bool(names))
    return heard


def until(records: Records, last: date) -> Records:
    first = last - programme.WINDOW
    return replace(
        records,
        check_ins=tuple(one for one in records.check_ins if first <= one.local_date <= last),
        breathings=tuple(one for one in records.breathings if first <= one.local_date <= last),
        steps=tuple(one for one in records.steps if first <= one.local_date <= last),
    )


# Experiments


def tried(gain: float, likeness: float, missing: float, chance: random.Random) -> trials.Answer:
    """One person's experiment on their sleep, which the thing tried betters by so many points."""
    drawn = trials.draw(str(chance.random()))
    nights = series(World(days=len(drawn), likeness=likeness), chance)
    days: list[ExperimentDay] = []
    for number, condition in enumerate(drawn):
        value = rating(nights[number] + (gain / SPREAD if condition == "with" else 0))
        seen = None if chance.random() < missing else value
        days.append(ExperimentDay(number, FIRST_DAY + timedelta(days=number), 1, condition, True, seen))
        if len(days) == trials.FIRST and trials.is_enough(days):
            break
    return trials.outcome(days, lower_is_better=False).answer


def answers(people: int, gain: float, likeness: float, missing: float) -> str:
    chance = random.Random(20260105)  # noqa: S311 - a simulation
    given = [tried(gain, likeness, missing, chance) for _ in range(people)]
    return "  ".join(f"{answer} {given.count(answer) / people:6.1%}" for answer in ("yes", "no", "unclear"))


# The weekly letter


def letters(people: int) -> tuple[float, float]:
    """The share of letters whose words change when the week before was better or worse, everything done being the same;
    and the share of people whom a letter that praises a drop of a point would congratulate on nothing."""
    chance = random.Random(20260105)  # noqa: S311 - a simulation
    library, world = load_library(), World(days=14)
    changed = congratulated = 0
    for _ in range(people):
        records = lived(world, chance)
        first = [one.pain for one in records.check_ins[:7]]
        second = [one.pain for one in records.check_ins[7:]]
        congratulated += fmean(first) - fmean(second) >= 1
        changed += len({"\n".join(words(library, shifted(records, by))) for by in (-3, 0, 3)}) > 1
    return changed / people, congratulated / people


def shifted(records: Records, by: float) -> Records:
    """The same with another first week."""
    first = tuple(replace(one, pain=min(10.0, max(0.0, one.pain + by))) for one in records.check_ins[:7])
    return replace(records, check_ins=first + records.check_ins[7:])


def words(library: Library, records: Records) -> Iterator[str]:
    """What the engine says on the Sunday of the second week."""
    now = datetime(2026, 1, 18, 17, tzinfo=UTC)
    person = Person("someone", consented_at=now - timedelta(days=30))
    turn = respond(Recalled(weekly.LETTER_DUE, records), person, now, library)
    yield from (effect.text for effect in turn.effects if isinstance(effect, Say))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=1000)
    people = parser.parse_args().people
    print(f"{people} people. No effect at all, 8 questions: share who are told something (plain tests in brackets)")
    for likeness in (0.3, 0.5, 0.7):
        for days in (28, 30, 60, 90):
            world = World(days, likeness)
            print(f"  likeness {likeness}, {days} days: {share(people, world, told):6.1%}"
                  f" ({share(people, world, told_by_plain_tests):6.1%})")  # fmt: skip
    driven = World(driven=0.5)
    for days in (28, 33, 60):
        gaps = World(days, missing=1 / 7)
        print(f"  a day in seven missing, likeness 0.5, {days} days: {share(people, gaps, told):6.1%}")
    print(
        "  where bad days bring rest, breath and no steps, likeness 0.5, 60 days:"
        f" {share(people, driven, told):6.1%} ({share(people, driven, told_by_plain_tests):6.1%})"
    )
    print("No effect at all, asking every four weeks: share who were told something by half a year, and by a year")
    for likeness in (0.3, 0.5, 0.7):
        for missing in (0, 1 / 7):
            heard = asked_often(people, World(366, likeness, missing=missing), EVERY_FOUR_WEEKS)
            print(f"  likeness {likeness}, {missing:3.0%} missing: {heard[HALF_A_YEAR]:6.1%} {heard[-1]:6.1%}")
    heard = asked_often(people, World(366, driven=0.5), EVERY_FOUR_WEEKS)
    print(f"  where bad days bring rest, likeness 0.5: {heard[HALF_A_YEAR]:6.1%} {heard[-1]:6.1%}")
    print("A poor night and the day after, r = 0.5, likeness 0.4: share who are told of it (a day in seven missing)")
    for days in (28, 30, 42, 60, 90):
        world = World(days, 0.4, 0.5)
        gaps = replace(world, missing=1 / 7)
        print(f"  in one look, after {days} days: {share(people, world, told, 'sleep_pain'):6.1%}"
              f" ({share(people, gaps, told, 'sleep_pain'):6.1%})")  # fmt: skip
    looks, world = (30, 60, 90), World(90, 0.4, 0.5)
    whole, some = (asked_often(people, each, looks, "sleep_pain") for each in (world, replace(world, missing=1 / 7)))
    for days, one, other in zip(looks, whole, some, strict=True):
        print(f"  in looks after 30, 60 and 90 days, by day {days}: {one:6.1%} ({other:6.1%})")
    print("Experiments of 14 to 20 evenings, a day in seven missing")
    for gain in (0, 1, 2, 3):
        for likeness in (0.3, 0.6):
            print(f"  true gain {gain}, likeness {likeness}: {answers(people, gain, likeness, 1 / 7)}")
    changed, congratulated = letters(people)
    print(f"Weekly letters that change with the week before: {changed:6.1%}"
          f" (praise for a drop of a point would congratulate {congratulated:6.1%} on nothing)")  # fmt: skip


if __name__ == "__main__":
    main()
