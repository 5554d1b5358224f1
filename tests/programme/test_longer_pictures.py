"""Four weeks and three months: the picture, the words beside it and the records say the same."""

import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.effects import Say, WeekPicture, WeeksPicture
from bot.conversation.engine import respond
from bot.conversation.events import Recalled
from bot.conversation.records import Flare, Records
from bot.progress import weeks_picture
from tests.programme.people import Anna, told
from tests.programme.test_weekly import LIBRARY, NOW, SOMEONE, SUNDAY, some_records

flares = st.builds(
    lambda back, long: Flare(back, SUNDAY - timedelta(days=back), NOW, SUNDAY - timedelta(days=max(back - long, 0))),
    st.integers(0, 40),
    st.integers(0, 9),
)
VERDICTS = ("better", "worse", "improve", "trend", "than last", "average", "good", "bad")


@st.composite
def months(draw: st.DrawFn) -> Records:
    """The rows of twelve days, spread over some months, and a flare or two."""
    records, apart = draw(some_records()), draw(st.sampled_from([1, 3, 8]))

    def spread(day: date) -> date:
        return SUNDAY - apart * (SUNDAY - day)

    return replace(
        records,
        check_ins=tuple(replace(row, local_date=spread(row.local_date)) for row in records.check_ins),
        breathings=tuple(replace(row, local_date=spread(row.local_date)) for row in records.breathings),
        steps=tuple(replace(row, local_date=spread(row.local_date)) for row in records.steps),
        flares=tuple(draw(st.lists(flares, max_size=2))),
    )


def shown(purpose: str, records: Records) -> Say:
    turn = respond(Recalled(purpose, records), SOMEONE, NOW, LIBRARY)
    (message,) = (effect for effect in turn.effects if isinstance(effect, Say))
    return message


@settings(max_examples=100, deadline=None)
@given(months(), st.sampled_from([("month", 28), ("three_months", 91)]))
def test_the_picture_shows_each_day_as_the_records_have_it(records: Records, asked: tuple[str, int]) -> None:
    purpose, count = asked
    message = shown(purpose, records)
    dates = [SUNDAY - timedelta(days=back) for back in range(count - 1, -1, -1)]
    corrected = {row.corrects for row in records.check_ins}
    pain = {row.local_date: row.pain for row in records.check_ins if row.entry not in corrected}
    if message.attachment is None:
        assert not any(day in pain for day in dates)
        return
    assert isinstance(message.attachment, WeeksPicture)
    days = [day for week in message.attachment.weeks for day in week.days]

    assert [day.pain for day in days] == [pain.get(each) for each in dates]
    assert sum(day.breaths for day in days) == sum(
        row.local_date in dates and row.seconds > 0 for row in records.breathings
    )
    assert sum(day.steps for day in days) == sum(
        row.local_date in dates and row.outcome in ("done", "some") for row in records.steps
    )
    assert [day.flare for day in days] == [
        any(row.local_date <= each <= (row.ended_on or SUNDAY) for row in records.flares) for each in dates
    ]


@settings(max_examples=100, deadline=None)
@given(months())
def test_the_words_say_what_the_pictures_show_and_judge_nothing(records: Records) -> None:
    for purpose in ("month", "three_months"):
        message = shown(purpose, records)
        assert not any(verdict in message.text.lower() for verdict in VERDICTS)
        if not isinstance(message.attachment, WeeksPicture):
            continue
        for week in message.attachment.weeks:
            pains = [day.pain for day in week.days if day.pain is not None]
            if not pains:
                continue
            if purpose == "month":
                told_ = [f"{day.pain:g}" for day in week.days if day.pain is not None]
                assert any(
                    [part.split()[-1] for part in line.partition("pain ")[2].partition(";")[0].split(", ")] == told_
                    for line in message.text.splitlines()
                    if "pain " in line
                )
            else:
                low, high, count = min(pains), max(pains), len(pains)
                span = f"{low:g}" if low == high else f"{low:g} to {high:g}"
                assert f"pain {span} on {count} day" in message.text


def test_weeks_without_anything_share_one_line() -> None:
    records = Records(flares=(Flare(1, SUNDAY, NOW),))

    lines = shown("three_months", records).text.splitlines()

    assert lines[1:] == ["22 Dec to 15 Mar: no entry", "16 Mar to 22 Mar: flare on 1 day"]


@pytest.mark.parametrize(
    ("said", "detail"),
    [
        ("/month", "days"),
        ("show me my month", "days"),
        ("/month 3", "weeks"),
        ("last 3 months", "weeks"),
        ("show me my last three months please", "weeks"),
    ],
)
async def test_is_shown_when_asked_for_in_words(anna: Anna, said: str, detail: str) -> None:
    await anna.says_all("6", "done")

    (message,) = await anna.says(said)

    assert isinstance(message.attachment, WeeksPicture)
    assert message.attachment.detail == detail


async def test_no_picture_is_drawn_on_the_event_loop(anna: Anna, monkeypatch: pytest.MonkeyPatch) -> None:
    drew: list[threading.Thread] = []

    def draw(picture: WeeksPicture) -> bytes:
        drew.append(threading.current_thread())
        return b""

    monkeypatch.setattr(weeks_picture, "draw", draw)
    await anna.says_all("6", "done", "/month")

    assert drew
    assert threading.current_thread() not in drew


async def test_dark_pictures_stay_dark_until_light_ones_are_wanted(anna: Anna) -> None:
    await anna.says_all("6", "done")

    assert "dark from now on" in told(await anna.says("dark pictures please"))
    month, week = (await anna.says("/month"))[-1], (await anna.says("/week"))[-1]
    assert isinstance(month.attachment, WeeksPicture)
    assert isinstance(week.attachment, WeekPicture)
    assert month.attachment.dark
    assert week.attachment.dark

    await anna.says("light pictures")
    again = (await anna.says("/month"))[-1]
    assert isinstance(again.attachment, WeeksPicture)
    assert not again.attachment.dark


async def test_no_numbers_are_shown_while_help_is_on_the_screen(anna: Anna) -> None:
    await anna.says_all("6", "done", "I want to kill myself")

    for said in ("/month", "last 3 months", "/report"):
        assert not any(message.attachment for message in await anna.says(said))
