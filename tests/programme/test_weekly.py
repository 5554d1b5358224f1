"""The weekly letter: true to the records, congratulating what was done, never a lower score."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import load_library
from bot.conversation.effects import Say, WeekPicture
from bot.conversation.engine import respond
from bot.conversation.events import Recalled
from bot.conversation.person import Person, Settings
from bot.conversation.records import Breathing, CheckIn, ComfortStep, DayKind, Felt, Goal, Records
from tests.programme.people import Anna, kinds, told

LIBRARY = load_library()
NOW = datetime(2026, 3, 22, 16, 0, tzinfo=UTC)
SUNDAY = date(2026, 3, 22)
WEEK = [SUNDAY - timedelta(days=back) for back in range(6, -1, -1)]
DEEDS = ("You checked in ", "You took ", "You rested ", "You paced ")
SOMEONE = Person(
    "someone",
    consented_at=NOW - timedelta(days=10),
    settings=Settings(name="Sam", zone="Europe/Berlin", zone_is_known=True),
)

days = st.integers(0, 11).map(lambda back: SUNDAY - timedelta(days=back))
pains = st.integers(0, 20).map(lambda half: half / 2)
scores = st.none() | pains
check_ins = st.builds(
    CheckIn, st.just(0), days, st.just(NOW), pains, scores, st.sampled_from([None, "rested", "paced", "pushed"]),
    st.none(), st.none(),
)  # fmt: skip
breathings = st.builds(
    Breathing, st.just(0), days, st.just(NOW), st.just("long_out"), st.sampled_from([0, 60, 300]),
    st.sampled_from([None, "easier", "same", "harder"]),
)  # fmt: skip
steps = st.builds(
    ComfortStep, st.just(0), days, st.just(NOW), st.just("dance-to-a-song"), st.just("small"),
    st.sampled_from([None, "try", "not_today"]), scores, st.sampled_from([None, "done", "some", "not_done"]), scores,
)  # fmt: skip


@st.composite
def some_records(draw: st.DrawFn) -> Records:
    """Twelve days of somebody, the newest entry last, a few scores put right."""
    told_ = [replace(row, entry=entry) for entry, row in enumerate(draw(st.lists(check_ins, max_size=9)))]
    for place in sorted(draw(st.lists(st.integers(1, 8), max_size=2, unique=True))):
        if place < len(told_):
            before = told_[place - 1]
            told_[place] = replace(told_[place], local_date=before.local_date, corrects=before.entry)
    return Records(
        tuple(told_),
        tuple(replace(row, entry=entry) for entry, row in enumerate(draw(st.lists(breathings, max_size=6)))),
        tuple(replace(row, entry=entry) for entry, row in enumerate(draw(st.lists(steps, max_size=6)))),
    )


def letter(records: Records, person: Person = SOMEONE) -> list[Say]:
    turn = respond(Recalled("letter", records), person, NOW, LIBRARY)
    return [effect for effect in turn.effects if isinstance(effect, Say)]


def words_of(records: Records) -> str:
    return "\n".join(message.text for message in letter(records))


def counted(number: int, once: str, often: str) -> str | None:
    if number == 0:
        return None
    return once if number == 1 else often.format(number).replace("2 times", "twice")


def expected_lines(records: Records) -> list[str]:
    """The lines of a letter, counted row by row and in no way as Steady does."""
    asked_in = {row.local_date for row in records.check_ins if row.local_date in WEEK}
    rested = {row.local_date for row in records.check_ins if row.local_date in WEEK and row.day == "rested"}
    paced = {row.local_date for row in records.check_ins if row.local_date in WEEK and row.day == "paced"}
    breaths = sum(1 for row in records.breathings if row.local_date in WEEK and row.seconds)
    tried = sum(1 for row in records.steps if row.local_date in WEEK and row.outcome in ("done", "some"))
    lines = [
        counted(len(asked_in), "You checked in on one day.", "You checked in on {} days."),
        counted(breaths, "You took time to breathe once.", "You took time to breathe {} times."),
        counted(tried, "You took one step outside the comfort zone.", "You took {} steps outside the comfort zone."),
        counted(len(rested), "You rested on purpose on one day.", "You rested on purpose on {} days."),
        counted(len(paced), "You paced yourself on one day.", "You paced yourself on {} days."),
    ]
    return [line for line in lines if line]


@settings(max_examples=150, deadline=None)
@given(some_records())
def test_each_line_equals_the_records(records: Records) -> None:
    text = words_of(records)

    found = [line for line in text.splitlines() if line.startswith(DEEDS)]
    assert found == expected_lines(records)


@settings(max_examples=100, deadline=None)
@given(some_records())
def test_the_picture_and_the_words_beside_it_say_the_same(records: Records) -> None:
    *_, message = letter(records)
    picture = message.attachment
    assert isinstance(picture, WeekPicture)
    lines = message.text.splitlines()[-7:]

    assert [line.partition(":")[0] for line in lines] == [day.label for day in picture.days]
    for line, day in zip(lines, picture.days, strict=True):
        assert ("pain" in line) == (day.pain is not None)
        assert day.pain is None or f"pain {day.pain:g}" in line
        assert ("no entry" in line) == (day.pain is None and not (day.breaths or day.steps or day.rested))
        assert (f"{day.breaths} breath" in line) == bool(day.breaths)
        assert (f"{day.steps} step" in line) == bool(day.steps)
        assert ("rest" in line) == day.rested


@settings(max_examples=100, deadline=None)
@given(some_records())
def test_the_picture_shows_the_newest_number_of_each_day(records: Records) -> None:
    picture = letter(records)[-1].attachment
    assert isinstance(picture, WeekPicture)

    corrected = {row.corrects for row in records.check_ins}
    newest = {row.local_date: row.pain for row in records.check_ins if row.entry not in corrected}
    assert [day.pain for day in picture.days] == [newest.get(each) for each in WEEK]


@settings(max_examples=100, deadline=None)
@given(some_records(), st.integers(0, 20))
def test_no_word_of_the_letter_depends_on_whether_the_numbers_fell(records: Records, shift: int) -> None:
    """The same deeds with all numbers below the bad-day line and in reverse give the same letter."""
    calm = [replace(row, pain=min(row.pain, 6.5)) for row in records.check_ins]
    turned = [replace(row, pain=6.5 - row.pain) for row in calm]

    def prose(rows: list[CheckIn]) -> list[str]:
        return [message.text for message in letter(replace(records, check_ins=tuple(rows)))[:-1]]

    assert prose(calm) == prose(turned)


def a_week(*pains_of: float, day: DayKind | None = None) -> Records:
    rows = [CheckIn(entry, WEEK[entry], NOW, pain) for entry, pain in enumerate(pains_of)]
    return Records(tuple(replace(row, day=day) for row in rows))


@pytest.mark.parametrize("before", [0, 1.5, 4, 6.5, 10])
def test_the_same_week_gets_the_same_letter_whatever_the_week_before(before: float) -> None:
    week = a_week(5, 4, 3, 4, 5, 3.5, 4).check_ins
    earlier = [CheckIn(10 + n, day - timedelta(days=7), NOW, before) for n, day in enumerate(WEEK)]

    assert words_of(Records((*earlier, *week))) == words_of(Records(week))


def test_an_empty_week_is_met_warmly_and_without_a_word_of_blame() -> None:
    text = words_of(Records())

    assert "nothing is lost" in text
    assert "nothing to catch up on" in text
    for blame in ("miss", "forgot", "only", "0 days", "Congratulations", "Well done"):
        assert blame not in text


def test_a_hard_week_is_named_and_congratulated() -> None:
    text = words_of(a_week(8, 9, 7.5, 4, 3))

    assert "a hard week, with 3 hard days" in text
    assert "You kept note of it" in text
    assert "can be a quiet one" in text


LONG_AGO = SUNDAY - timedelta(days=40)


@pytest.mark.parametrize(
    ("goal", "line"),
    [
        (Goal(50, LONG_AGO, "read", state="finished", ended_on=SUNDAY), "You reached a goal of yours."),
        (Goal(50, LONG_AGO, "read", "a page", step_done_on=SUNDAY), "You did a step towards your goal."),
        (Goal(50, LONG_AGO, "read", reviewed_on=SUNDAY), "You looked at how your goal is going."),
        (Goal(50, LONG_AGO, "read", state="parked", ended_on=SUNDAY), None),
        (Goal(50, LONG_AGO, "read", "a page", reviewed_on=LONG_AGO, step_done_on=LONG_AGO), None),
        (Goal(50, SUNDAY, "read", "a page", 8.0), None),
    ],
)
def test_what_became_of_a_goal_is_told_from_its_row_also_in_a_hard_week_without_cheer(
    goal: Goal, line: str | None
) -> None:
    hard = words_of(replace(a_week(8, 9, 8), goals=(goal,)))
    alone = words_of(Records(goals=(goal,)))

    assert [each for each in hard.splitlines() if "goal" in each] == ([line] if line else [])
    assert "a hard week" in hard
    assert "You made" not in hard
    assert ("nothing in my book" in alone) == (line is None)


def test_two_hard_days_do_not_make_a_hard_week() -> None:
    assert "hard week" not in words_of(a_week(8, 9, 3, 4, 3))


@pytest.mark.parametrize(
    "records", [a_week(3), a_week(8, 8, 8), Records(breathings=(Breathing(1, SUNDAY, NOW, "box", 60),))]
)
def test_anything_done_is_congratulated(records: Records) -> None:
    text = words_of(records).lower()

    assert "congratulat" in text or "well done" in text


BREATH = Breathing(1, SUNDAY, NOW, "long_out", 60)
STEP = ComfortStep(1, SUNDAY, NOW, "dance-to-a-song", "small", "try", 5, "done", 5)


def after_breaths(*felt: Felt | None) -> Records:
    breaths = [replace(BREATH, entry=entry, felt=one) for entry, one in enumerate(felt)]
    return replace(a_week(3, 3, 3), breathings=tuple(breaths))


def after_steps(*taken: ComfortStep) -> Records:
    return replace(a_week(3, 3, 3), steps=taken)


@pytest.mark.parametrize(
    ("records", "suggestion"),
    [
        (Records(), "empty-week"),
        (a_week(8, 8, 8, day="pushed"), "hard-week"),
        (a_week(3, 3, 3, 3, day="pushed"), "pushed-through"),
        (after_breaths("harder", "easier"), "breath-harder"),
        (after_steps(replace(STEP, actual=8), replace(STEP, entry=2, actual=1)), "harder-than-expected"),
        (after_steps(replace(STEP, actual=2)), "easier-than-expected"),
        (after_steps(replace(STEP, actual=None)), "steps-tried"),
        (after_steps(replace(STEP, answer="not_today", outcome=None, actual=None)), "steps-not-today"),
        (after_breaths("easier", None), "breath-easier"),
        (a_week(3, 3, 3, day="rested"), "rested-week"),
        (a_week(3), "few-check-ins"),
    ],
)  # fmt: skip
def test_the_suggestion_fits_the_week(records: Records, suggestion: str) -> None:
    assert LIBRARY.words.text("en", f"suggestion-{suggestion}") in words_of(records)


@settings(max_examples=60, deadline=None)
@given(some_records())
def test_there_is_one_suggestion(records: Records) -> None:
    text = words_of(records)
    every = {LIBRARY.words.text("en", f"suggestion-{name}") for name in (
        "empty-week", "hard-week", "pushed-through", "breath-harder", "harder-than-expected", "easier-than-expected",
        "steps-tried", "steps-not-today", "breath-easier", "rested-week", "few-check-ins", "one-good-thing",
        "tell-someone", "one-breath-a-day",
    )}  # fmt: skip

    assert sum(suggestion in text for suggestion in every) == 1


async def without_a_number(anna: Anna, *days: int) -> None:
    """The check-in of these days is answered, so that nothing waits, and nothing is told."""
    for day in days:
        await anna.comes(f"2026-03-{day} 09:05")
        await anna.says("not today")


async def test_comes_on_sunday_at_five_with_a_picture(anna: Anna) -> None:
    await anna.comes("2026-03-18 09:10")
    await anna.says_all("4", "done")
    await without_a_number(anna, 22)
    await anna.comes("2026-03-22 16:59")

    came = await anna.comes("2026-03-22 17:00")

    assert kinds(came) == ["weekly", "weekly"]
    assert "You checked in on one day." in told(came)
    assert "Wed: pain 4" in came[1].text
    assert isinstance(came[1].attachment, WeekPicture)
    assert "(week.png)" in "\n".join(anna.chat.lines[-12:])


async def test_comes_once_a_week_on_the_chosen_day(anna: Anna) -> None:
    await anna.says_all("no more steps", "/settings", "letter day", "Wednesday")

    came = []
    for day in range(16, 31):
        await without_a_number(anna, day)
        came += [day] if "weekly" in kinds(await anna.comes(f"2026-03-{day} 20:00")) else []

    assert came == [25]  # three days after a start an empty letter would be too early


async def test_no_empty_letter_greets_someone_who_came_yesterday(anna: Anna) -> None:
    await anna.says_all("no more steps", "/settings", "letter day", "Monday")

    await without_a_number(anna, 16)
    assert "weekly" not in kinds(await anna.comes("2026-03-16 20:00"))
    await without_a_number(anna, 23)
    assert "weekly" in kinds(await anna.comes("2026-03-23 20:00"))


async def test_an_empty_week_brings_an_honest_letter(anna: Anna) -> None:
    await without_a_number(anna, 22)

    assert "nothing is lost" in told(await anna.comes("2026-03-22 17:00"))


async def test_no_day_falls_between_two_letters(anna: Anna) -> None:
    await anna.says_all("ask me at 20:00", "yes")
    for day in range(16, 23):
        await anna.comes(f"2026-03-{day} 20:01")
        await anna.says_all("4", "done")
        await anna.comes(f"2026-03-{day} 23:00")
    first = "\n".join(message.text for message in anna.chat.messages if message.kind == "weekly")
    for day in range(23, 30):
        await anna.comes(f"2026-03-{day} 20:01")
        await anna.says_all("4", "done")
        await anna.comes(f"2026-03-{day} 23:00")
    letters = "\n".join(message.text for message in anna.chat.messages if message.kind == "weekly")

    assert "You checked in on 6 days." in first  # the evening of the seventh comes after the letter
    assert "You checked in on 7 days." in letters.removeprefix(first)


async def test_the_open_question_stays_open_beneath_the_letter(anna: Anna) -> None:
    await anna.comes("2026-03-22 17:01")

    await anna.says("4")

    assert anna.check_ins[-1].local_date == SUNDAY


async def test_can_be_asked_for_at_any_time(anna: Anna) -> None:
    await anna.says_all("5", "done")

    answer = await anna.says("how was my week")

    assert "You checked in on one day." in told(answer)
    assert isinstance(answer[-1].attachment, WeekPicture)


async def test_does_not_come_in_a_pause_or_after_a_stop(anna: Anna) -> None:
    await anna.says("stop")

    assert not await anna.comes("2026-03-30 20:00")


def with_note(note: str) -> Records:
    return Records((CheckIn(1, WEEK[1], NOW, 3, note="older"), CheckIn(2, WEEK[2], NOW, 3, note=note)))


def test_the_newest_note_comes_back_in_their_words_but_not_in_the_first_line() -> None:
    text = words_of(with_note("walked to\nchurch"))

    assert "You noted on Wednesday: “walked to church”" in text
    assert "older" not in text
    assert "church" not in text.splitlines()[0]


def test_a_long_note_comes_back_as_its_first_hundred_characters() -> None:
    text = words_of(with_note("a" * 300))

    assert "a" * 99 + "…" in text
    assert "a" * 100 not in text


def test_gives_no_advice_on_steps_to_someone_who_turned_them_off() -> None:
    person = replace(SOMEONE, settings=replace(SOMEONE.settings, nudge_days=()))
    text = "\n".join(message.text for message in letter(after_steps(replace(STEP, actual=9)), person))

    assert "One step was harder" not in text
    assert "suit you" not in text


@pytest.mark.parametrize("records", [a_week(9, 9, 9), a_week(3), a_week(9)])
def test_praises_no_more_than_there_was(records: Records) -> None:
    text = words_of(records)

    assert "Congratulations" not in text
    assert "Every line" not in text


async def test_no_second_letter_comes_after_a_second_empty_week(anna: Anna) -> None:
    await without_a_number(anna, 22)
    assert "weekly" in kinds(await anna.comes("2026-03-22 20:00"))

    await without_a_number(anna, 29)
    assert "weekly" not in kinds(await anna.comes("2026-03-29 20:00"))
    await anna.comes("2026-04-05 09:05")
    await anna.says_all("4", "done")
    assert "weekly" in kinds(await anna.comes("2026-04-05 20:00"))
