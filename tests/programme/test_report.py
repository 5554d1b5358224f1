"""The page for the doctor: only what the person agrees to, and every figure as the records have it."""

import json
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from statistics import median
from typing import Any, get_args

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import load_library
from bot.conversation.effects import ReportFile
from bot.conversation.person import FlarePlan, Person, Settings
from bot.conversation.records import (
    Breathing,
    CheckIn,
    ComfortStep,
    Flare,
    Go,
    Goal,
    GoalState,
    Ladder,
    Noted,
    Outcome,
    Questionnaire,
    Records,
    Stretch,
)
from bot.conversation.turn import Turn
from bot.programme import report as programme
from bot.progress import fhir, report_page
from bot.progress.report import PARTS, Report, report_of
from tests.programme.people import Anna, labels, told

LAST = date(2026, 3, 29)
FIRST = LAST - timedelta(days=90)
NOW = datetime(2026, 3, 29, 12, tzinfo=UTC)
SOMEONE = Person(
    "someone",
    consented_at=NOW,
    settings=Settings(name="Änna Őszi", zone="Europe/Berlin", bad_day_line=7),
    flare_plan=FlarePlan(LAST, "a warm bath"),
)
WORDS = programme.file_of(Turn(SOMEONE, NOW, load_library()), "pdf", PARTS).words

days = st.integers(0, 120).map(lambda back: LAST - timedelta(days=back))
pains = st.integers(0, 20).map(lambda half: half / 2)
items = st.lists(st.integers(0, 10), min_size=3, max_size=3)
own_words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=300).filter(lambda text: text.strip())


@st.composite
def some_records(draw: st.DrawFn) -> Records:
    """Four months of somebody, of which the page tells three."""

    def rows(row: st.SearchStrategy[Any], most: int = 8) -> tuple[Any, ...]:
        return tuple(draw(st.lists(row, max_size=most)))

    number = iter(range(10_000))
    entry = st.builds(lambda: next(number))
    peg = st.builds(
        lambda entry, day, answers: Questionnaire(entry, day, "peg", " ".join(map(str, answers)), sum(answers) / 3),
        entry,
        days,
        items,
    )
    goals = st.builds(
        Goal, entry, days, own_words, st.none() | own_words, st.none(), st.sampled_from(get_args(GoalState)), st.none()
    )
    return Records(
        check_ins=rows(st.builds(CheckIn, entry, days, st.just(NOW), pains, st.none() | pains), 40),
        breathings=rows(st.builds(Breathing, entry, days, st.just(NOW), st.just("box"), st.sampled_from([0, 60, 310]))),
        steps=rows(
            st.builds(
                ComfortStep, entry, days, st.just(NOW), st.just("sea"), st.just("small"), st.just("try"), st.none(),
                st.none() | st.sampled_from(get_args(Outcome)),
            )
        ),
        goals=rows(goals, 4),
        flares=rows(st.builds(Flare, entry, days, st.just(NOW), st.none() | st.just(LAST))),
        questionnaires=rows(peg, 4),
        noted=rows(st.builds(Noted, entry, days, st.sampled_from(["medicine", "trigger", "question"]), own_words)),
    )  # fmt: skip


def made(records: Records, parts: Collection[str] = PARTS) -> Report:
    return report_of(SOMEONE, records, parts, FIRST, LAST)


def read(pdf: bytes) -> tuple[int, str]:
    """How many pages, and the words of the first on one line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document), " ".join(document[0].get_textpage().get_text_range().split())
    finally:
        document.close()


def title_height(records: Records) -> float:
    """Of the first letter, in points."""
    document = pypdfium2.PdfDocument(report_page.draw(made(records), WORDS))
    try:
        _, bottom, _, top = document[0].get_textpage().get_charbox(0)
        return float(top - bottom)
    finally:
        document.close()


def within(day: date) -> bool:
    return FIRST <= day <= LAST


def newest_by_day(records: Records) -> dict[date, float]:
    found = {}
    for row in records.check_ins:
        if within(row.local_date):
            found[row.local_date] = row.pain
    return found


def expected_figures(records: Records) -> list[str]:
    """The lines of the page, counted row by row and in no way as Steady does."""
    pain = newest_by_day(records)
    breaths = [row for row in records.breathings if within(row.local_date) and row.seconds]
    steps = [row for row in records.steps if within(row.local_date)]
    lines = [f"Period: {FIRST} – {LAST}"]  # noqa: RUF001 - as the page has it
    if pain:
        low, high = min(pain.values()), max(pain.values())
        middle = f"; median {median(pain.values()):g}" if len(pain) >= 14 else ""
        hard = sum(value >= 7 for value in pain.values())
        lines += [f"Days with a score {len(pain)} / 91", f"{low:g} – {high:g}{middle}", f"line (7) {hard}"]  # noqa: RUF001
    if steps:
        tried = sum(row.outcome in ("done", "some") for row in steps)
        lines.append(f"tried / offered: {tried} / {len(steps)}")
    if breaths:
        lines.append(f"Breathing exercises: {len(breaths)}; minutes: {sum(row.seconds for row in breaths) // 60};")
    lines += [
        f"{row.local_date} {row.answers} {row.score:.1f}"
        for row in records.questionnaires[-1:]
        if within(row.local_date)
    ]
    return lines


@settings(max_examples=10, deadline=None)
@given(some_records())
def test_every_figure_on_the_page_equals_the_records(records: Records) -> None:
    pages, text = read(report_page.draw(made(records), WORDS))

    assert pages == 1
    for line in expected_figures(records):
        assert line in text


@settings(max_examples=50, deadline=None)
@given(some_records(), st.sets(st.sampled_from(PARTS)))
def test_holds_no_part_that_was_left_out(records: Records, parts: set[str]) -> None:
    report, whole = made(records, parts), made(records)

    assert set(report.parts) == parts & set(whole.parts)
    for part in PARTS:
        assert getattr(report, part) == getattr(whole if part in parts else Report(FIRST, LAST), part)


@settings(max_examples=40, deadline=None)
@given(some_records())
def test_the_file_for_computers_is_fhir_and_holds_each_score_once(records: Records) -> None:
    fhir_bundle = pytest.importorskip("fhir.resources.R4B.bundle")
    bundle = fhir.bundle(made(records), records, "someone", WORDS)

    fhir_bundle.Bundle.model_validate(json.loads(fhir.as_file(bundle)))
    resources = [entry["resource"] for entry in bundle["entry"]]
    assert len({resource["id"] for resource in resources}) == len(resources)
    told = {
        date.fromisoformat(each["effectiveDateTime"]): each["valueQuantity"]["value"]
        for each in resources
        if "coding" in each.get("code", {})
    }
    assert told == newest_by_day(records)
    answers = [
        [item["answer"][0]["valueDecimal"] for item in each["item"]]
        for each in resources
        if each["resourceType"] == "QuestionnaireResponse"
    ]
    peg = [row for row in records.questionnaires if within(row.local_date)]
    assert answers == [[float(answer) for answer in row.answers.split()] for row in peg]


def test_no_score_goes_to_a_computer_whose_part_was_left_out() -> None:
    records = Records((CheckIn(1, LAST, NOW, 6, sleep=4),), questionnaires=(Questionnaire(2, LAST, "peg", "1 2 3", 2),))
    kinds = [
        [entry["resource"]["resourceType"] for entry in fhir.bundle(made(records, parts), records, "x", WORDS)["entry"]]
        for parts in ((), ("pain",), ("peg",))
    ]

    assert kinds == [
        ["Patient"],
        ["Patient", *["Observation"] * 2],
        ["Patient", "QuestionnaireResponse", "Observation"],
    ]


def test_long_lists_and_long_words_stay_on_one_page_and_the_page_says_so() -> None:
    noted = [Noted(n, LAST, "question" if n % 2 else "medicine", f"number {n} {'word ' * 400}") for n in range(80)]
    goals = [Goal(100 + n, LAST, "walk " * 200) for n in range(20)]
    ladders = [Ladder(200 + n, LAST, "bending " * 50, '[["a", 1], ["b", 4]]') for n in range(9)]
    stretches = [Stretch(300 + n, LAST, f"walking {n} " * 30, "minutes", 12.5, "done", 10) for n in range(30)]
    records = Records(noted=tuple(noted), goals=tuple(goals), ladders=tuple(ladders), stretches=tuple(stretches))
    pages, text = read(report_page.draw(made(records), WORDS))

    assert pages == 1
    assert "number 79" in text
    assert "Earlier ones not shown: 3" in text
    assert "All of it is in the person's export." in text
    assert "Told by the person to Steady" in text


def test_letters_are_larger_where_the_page_has_room() -> None:
    few = Records(noted=(Noted(1, LAST, "question", "Is it fine to swim?"),))
    goals = tuple(Goal(number, LAST, "walk " * 60) for number in range(20))
    many = replace(few, goals=goals, noted=tuple(Noted(n, LAST, "question", "why " * 80) for n in range(50, 90)))

    assert title_height(few) > 1.1 * title_height(many)


def test_names_and_words_in_other_letters_do_not_break_the_page() -> None:
    told_ = ("Σωκράτης, Жанна, Nguyễn", "痛み שלום مرحبا 🌿 नमस्ते", "tab\tand\x00nothing\u202e")
    records = Records(noted=tuple(Noted(n, LAST, "question", words) for n, words in enumerate(told_)))
    _, text = read(report_page.draw(made(records), WORDS))

    assert "Änna Őszi" in text
    assert "Σωκράτης, Жанна, Nguyễn" in text
    assert "� � � � � (2026-03-29)" in text
    assert "�: letters that this page cannot show." in text
    assert "tab andnothing" in text


def test_a_ladder_and_a_flare_are_told_as_they_were() -> None:
    before = FIRST - timedelta(days=9)
    records = Records(
        ladders=(Ladder(1, before, "bending", '[["a", 1], ["b", 4], ["c", 7]]'),),
        goes=(
            Go(2, LAST, 1, 1, 4, happened="no"),
            Go(3, LAST, 1, 1, 4, happened="no"),
            Go(4, LAST, 1, 2, 7, happened="partly"),
        ),
        flares=(Flare(9, before, NOW, FIRST), Flare(10, before, NOW, before), Flare(11, LAST, NOW)),
    )
    _, text = read(report_page.draw(made(records), WORDS))

    assert "bending (rungs tried 2 / 3; goes: 3; what was feared came / partly / not: 0 / 1 / 2)" in text
    assert f"{before} – {FIRST}; days: 10" in text  # noqa: RUF001 - as the page has it
    assert f"{before} – {before}" not in text  # noqa: RUF001
    assert f"{LAST} – still on" in text  # noqa: RUF001


# The conversation


async def test_names_what_there_is_and_leaves_out_what_is_tapped(anna: Anna) -> None:
    await anna.says_all("6, slept 4", "done")
    asked = await anna.says("report for my doctor")
    assert "pain and sleep numbers" in told(asked)
    assert "medicines" not in told(asked)

    answer = await anna.presses("Out: pain and sleep numbers")

    assert "Left out: pain and sleep numbers" in told(answer)
    assert "Back in: pain and sleep numbers" in labels(answer)
    assert "Make the page" not in labels(answer)


async def test_the_page_is_made_at_sending_and_nothing_of_it_is_kept(anna: Anna) -> None:
    await anna.says_all("6", "done", "report")
    before = anna.store.everything_about(anna.person.id)

    (page,) = await anna.presses("Make the page")

    assert isinstance(page.attachment, ReportFile)
    assert "6" not in json.dumps([page.attachment.parts, page.text])
    after = anna.store.everything_about(anna.person.id)
    same = [table for table in before if table not in ("person", "messages", "timers", "addresses")]
    assert {table: after[table] for table in same} == {table: before[table] for table in same}
    assert "(for-the-doctor.pdf)" in "\n".join(anna.chat.lines)


@pytest.mark.parametrize(
    ("said", "left_out"),
    [
        ("no pain numbers please", ["pain"]),
        ("Leave out the numbers", ["pain"]),
        ("put the numbers back", []),
        ("out: pain and sleep numbers", ["pain"]),
    ],
)
async def test_parts_are_left_out_and_put_back_in_words(anna: Anna, said: str, left_out: list[str]) -> None:
    await anna.says_all("6", "done", "report", said)

    place = anna.person.place
    assert place is not None
    assert place.answers["left_out"] == left_out


async def test_an_empty_page_is_not_offered(anna: Anna) -> None:
    assert "nothing to put on a page" in told(await anna.says("/report"))
    assert anna.person.place is None


async def test_not_now_leaves_it(anna: Anna) -> None:
    await anna.says_all("6", "done", "report")

    assert "no page now" in told(await anna.says("not now"))
    assert anna.person.place is None
    assert anna.person.paused_until is None
