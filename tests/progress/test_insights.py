"""What goes together is told only when it is more than chance, and every figure is a count of rows."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.records import Breathing, CheckIn, DayKind, Records
from bot.progress.insights import QUESTIONS, RATE, dot_plot, effective, look, pairs, rate_of, signals_of

START = date(2026, 1, 5)
NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
KINDS: tuple[DayKind, ...] = ("rested", "paced", "pushed")


def days(number: int) -> list[date]:
    return [START + timedelta(days=day) for day in range(number)]


def lived(number: int, link: float, seed: int = 1) -> Records:
    """So many days on which the pain follows the night before as closely as `link` says."""
    chance = random.Random(seed)  # noqa: S311 - a simulation
    rows = []
    for entry, day in enumerate(days(number)):
        sleep, own = chance.gauss(0, 1), chance.gauss(0, 1)
        pain = -link * sleep + (1 - link**2) ** 0.5 * own
        score, slept = (float(min(10, max(0, round(5 + 2 * value)))) for value in (pain, sleep))
        rows.append(CheckIn(entry, day, NOW, score, slept, chance.choice(KINDS)))
    return Records(check_ins=tuple(rows))


def test_eight_questions_and_no_more() -> None:
    assert len(QUESTIONS) == 8


def test_finds_what_is_surely_there() -> None:
    found = look(lived(60, 0.8))

    assert found.findings[0].question == "sleep_pain"
    assert found.findings[0].difference < 0


def test_asks_from_28_days_with_both_numbers_on() -> None:
    assert look(lived(27, 0.9)).asked == 0
    assert look(lived(28, 0.9)).asked == 1  # a night and its day; of a day and its night there are 27
    assert look(lived(29, 0.9)).asked > 1


def test_asks_nothing_of_days_that_stand_alone() -> None:
    every_other = lived(80, 0.9).check_ins[::2]

    assert look(Records(check_ins=every_other)).asked == 0


def test_all_looks_of_a_lifetime_share_one_rate() -> None:
    rates = [rate_of(looks) for looks in range(1000)]

    assert rates == sorted(rates, reverse=True)
    assert rates[0] > RATE / 2
    assert RATE * 0.999 < sum(rates) < RATE


def test_each_look_is_stricter_than_the_one_before() -> None:
    records = lived(40, 0.45, seed=10)

    assert [bool(look(records, looks=looks).findings) for looks in (0, 1, 2)] == [True, True, False]


def test_asks_nothing_with_fewer_than_eight_days_of_a_kind() -> None:
    records = lived(40, 0)
    breaths = tuple(Breathing(entry, day, NOW, "long_out", 60) for entry, day in enumerate(days(7)))

    few = look(replace(records, breathings=breaths)).asked
    more = look(replace(records, breathings=(*breaths, Breathing(99, days(9)[8], NOW, "long_out", 60)))).asked

    assert more == few + 2  # for pain, and for sleep


def test_what_was_told_is_asked_again_only_of_later_days() -> None:
    records = lived(60, 0.8)

    assert "sleep_pain" not in {found.question for found in look(records, {"sleep_pain": days(60)[40]}).findings}
    assert "sleep_pain" in {found.question for found in look(records, {"sleep_pain": days(60)[20]}).findings}


def test_a_bad_day_that_brings_rest_and_another_bad_day_blames_no_rest() -> None:
    chance = random.Random(3)  # noqa: S311 - a simulation
    pain, rows = 0.0, []
    for entry, day in enumerate(days(90)):
        pain = 0.7 * pain + chance.gauss(0, 0.7)
        rows.append(CheckIn(entry, day, NOW, round(5 + 2 * pain), None, "rested" if pain > 0 else "paced"))

    assert "rested_pain" not in {found.question for found in look(Records(check_ins=tuple(rows))).findings}


def test_days_like_their_neighbours_count_as_fewer() -> None:
    assert effective(60, 0.5, 0.5) == 36
    assert effective(60, 0.5, 0) == 60
    assert effective(60, -0.5, 0.5) == 60


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.floats(-0.95, 0.95), st.integers(20, 70))
def test_every_figure_is_a_count_and_a_mean_of_rows(seed: int, link: float, number: int) -> None:
    records = lived(number, link, seed)
    signals = signals_of(records)
    for found in look(records).findings:
        outcome = pairs(next(each for each in QUESTIONS if each.id == found.question), signals).outcome
        assert found.days == len(outcome)
        assert min(found.more.days, found.less.days) >= 8
        total = found.more.days * found.more.mean + found.less.days * found.less.mean
        assert abs(total - sum(outcome)) < 1e-6
        assert found.is_large


def test_a_correction_counts_instead_of_what_it_corrects() -> None:
    first = CheckIn(1, START, NOW, 8, 4, "rested")
    signals = signals_of(Records(check_ins=(first, CheckIn(2, START, NOW, 5, corrects=1))))

    assert signals["pain"] == {START: 5}
    assert signals["sleep"] == {START: 4}
    assert signals["rested"] == {START: 1}


def test_the_dot_plot_has_a_dot_for_each_day() -> None:
    assert dot_plot([4, 6, 6, 6.5, 4]) == "4: ••\n5:\n6: ••\n6.5: •"
    assert dot_plot([]) == ""
