"""`steady simulate`: what goes in, what comes out, and what is said to a line that can't be carried out."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.simulator import PLATFORM, CannotSave, Simulator, id_of
from bot.attachments import Attachments
from bot.content import load_library
from bot.journey import Clock, Journey
from bot.lines import BadLine
from bot.serving.companion import Companion
from bot.serving.delivery import Delivery
from tests import databases

Line = dict[str, Any]
DOCUMENT = Path(__file__).parent.parent / "docs" / "simulate.md"
SETTLED = [
    {"at": "2026-03-16T08:00:00+01:00", "person": "anna", "text": "hi"},
    {"at": "2026-03-16T08:00:10+01:00", "person": "anna", "choose": "Yes, I agree"},
    {"at": "2026-03-16T08:00:20+01:00", "person": "anna", "choose": "Use the usual settings"},
    {"at": "2026-03-16T08:00:30+01:00", "person": "anna", "text": "berlin"},
    {"at": "2026-03-16T08:00:40+01:00", "person": "anna", "choose": "Yes, that is right"},
]


async def simulated(lines: Iterable[Line | str | bytes], save: Path | None = None) -> list[Line]:
    """What comes out; with an error, nothing of it is lost: `printed` has it."""
    printed: list[str] = []
    await play(lines, printed, save)
    return [json.loads(line) for line in printed]


async def play(lines: Iterable[Line | str | bytes], printed: list[str], save: Path | None = None) -> None:
    clock, store = Clock(datetime(1970, 1, 1, tzinfo=UTC)), databases.empty_store()
    companion = Companion(store, load_library(), clock=clock, new_id=id_of)
    simulator = Simulator(clock, printed.append, companion.zone_of, save)
    delivery = Delivery(companion, {PLATFORM: simulator}, Attachments(store), clock=clock)
    try:
        raw = [json.dumps(line) if isinstance(line, dict) else line for line in lines]
        await simulator.play(raw, Journey(companion, delivery, clock))
    finally:
        companion.close()
        store.close()


def at(moment: str, **act: str) -> Line:
    return {"at": moment, "person": "anna", **act} if act else {"at": moment}


def steady(*arguments: str, said: str | bytes) -> "subprocess.CompletedProcess[bytes]":
    """The command itself."""
    given = said.encode() if isinstance(said, str) else said
    command = [sys.executable, "-m", "bot", "simulate", *arguments]
    return subprocess.run(command, input=given, capture_output=True, check=False, timeout=120)  # noqa: S603 - our own


# What goes in


async def test_a_person_writes_calls_presses_and_sends() -> None:
    out = await simulated(
        [
            *SETTLED,
            at("2026-03-16T08:01:00+01:00", text="breathe"),
            at("2026-03-16T08:01:10+01:00", choose="Just start"),
            at("2026-03-16T08:01:40+01:00", text="stop"),
            at("2026-03-16T08:01:50+01:00", choose="Rather not say"),
            at("2026-03-16T08:02:00+01:00", command="/help"),
            at("2026-03-16T08:02:10+01:00", command="breathe 1"),
            at("2026-03-16T08:04:00+01:00", media="voice"),
        ]
    )

    kinds = [line["kind"] for line in out[7:]]
    assert kinds == ["breathing", "breathing", "breathing", "breathing", "help", "breathing", "breathing", "help"]


async def test_a_button_is_pressed_by_its_id_by_its_label_and_in_any_case() -> None:
    for pressed in ("consent:agree:yes:1", "Yes, I agree", "yes, i agree"):
        out = await simulated([SETTLED[0], at("2026-03-16T08:00:10+01:00", choose=pressed)])
        assert out[-1]["options"][0]["label"] == "Use the usual settings"


async def test_a_button_that_was_seen_earlier_may_still_be_pressed() -> None:
    out = await simulated([*SETTLED, at("2026-03-16T08:02:00+01:00", choose="Yes, I agree")])

    assert out[-1]["kind"] == "help"


async def test_a_line_with_only_a_moment_lets_time_pass_for_everyone() -> None:
    ben = [{**line, "person": "ben"} for line in SETTLED]
    both = [line for pair in zip(SETTLED, ben, strict=True) for line in pair]

    out = await simulated([*both, at("2026-03-16T09:30:00+01:00")])

    last = [(line["person"], line["kind"], line["at"]) for line in out[-2:]]
    nine = "2026-03-16T09:00:00+01:00"
    assert sorted(last) == [("anna", "check_in", nine), ("ben", "check_in", nine)]


async def test_before_each_line_all_that_fell_due_is_delivered_at_its_own_moment() -> None:
    out = await simulated([*SETTLED, at("2026-03-17T12:00:00+01:00", text="thanks")])

    after = [line["at"] for line in out[7:]]
    assert after[0] == "2026-03-16T09:00:00+01:00"
    assert "2026-03-17T09:00:00+01:00" in after
    assert after == sorted(after)
    assert after[-1] == "2026-03-17T12:00:00+01:00"


async def test_empty_lines_are_skipped() -> None:
    assert await simulated(["", "  \n", json.dumps(SETTLED[0]) + "\r\n"])


async def test_each_person_has_their_own_chat() -> None:
    out = await simulated([SETTLED[0], {**SETTLED[0], "person": "ben"}])

    with pytest.raises(BadLine, match="ben sees no button"):
        await simulated([SETTLED[0], {"at": "2026-03-16T08:00:10Z", "person": "ben", "choose": "Yes, I agree"}])
    assert [line["person"] for line in out] == ["anna", "ben"]


# What comes out


async def test_the_output_has_just_these_fields() -> None:
    out = await simulated([*SETTLED, at("2026-03-16T08:01:00+01:00", command="breathe 1")])

    fields = ["at", "person", "kind", "text", "options", "attachments"]
    assert all(list(line) == fields for line in out)
    assert all(list(option) == ["id", "label"] for line in out for option in line["options"])
    (attached,) = out[-1]["attachments"]
    assert list(attached) == ["type", "name", "bytes"]
    assert attached["type"] == "animation"


async def test_moments_are_on_the_persons_clock_over_a_change_of_the_clocks() -> None:
    out = await simulated([*SETTLED, at("2026-03-29T12:00:00Z")])

    check_ins = [line["at"] for line in out if line["kind"] == "check_in"]
    assert check_ins[-2:] == ["2026-03-27T09:00:00+01:00", "2026-03-29T09:00:00+02:00"]  # half as often by then


async def test_before_someone_named_a_city_the_offset_of_the_line_is_their_clock() -> None:
    out = await simulated([{**SETTLED[0], "at": "2026-03-16T08:00:00-03:30"}])

    assert out[0]["at"] == "2026-03-16T08:00:00-03:30"


async def test_the_attachment_named_is_saved(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    lines = [
        *SETTLED,
        at("2026-03-16T08:01:00+01:00", command="week"),
        at("2026-03-16T08:01:00+01:00", command="export"),
        at("2026-03-16T08:01:00+01:00", command="breathe 1"),
    ]

    out = await simulated(lines, folder)

    attached = [file for line in out for file in line["attachments"]]
    assert [file["type"] for file in attached] == ["image", "document", "document", "animation"]
    assert {file["name"]: file["bytes"] for file in attached} == {
        path.name: path.stat().st_size for path in folder.iterdir()
    }


async def test_the_same_input_gives_the_same_output() -> None:
    lines = [*SETTLED, at("2026-03-30T12:00:00+02:00")]

    assert await simulated(lines) == await simulated(lines)


async def test_thirty_days_of_one_person_have_one_check_in_a_day() -> None:
    first = date(2026, 3, 16)
    days = [first + timedelta(days=number) for number in range(30)]
    answers = [at(f"{day}T09:20:00Z", text=str(day.day % 10)) for day in days]

    out = await simulated([*SETTLED, *answers, at("2026-04-14T21:00:00Z")])

    asked = [line["at"] for line in out if line["kind"] == "check_in" and "T09:00:00+" in line["at"]]
    assert [date.fromisoformat(moment[:10]) for moment in asked] == days
    assert sum(file["type"] == "image" for line in out for file in line["attachments"]) == 4  # one each Sunday


# What can't be


@pytest.mark.parametrize(
    ("bad", "complaint"),
    [
        ("hello", "expected one JSON object on the line"),
        ("[" * 100_000, "expected one JSON object on the line"),
        (b'{"at": "\xff"}', "expected one JSON object on the line"),
        ("[1, 2]", "expected a JSON object"),
        ({"person": "anna", "text": "hi"}, "expected at as a moment with its offset"),
        (at("2026-03-16T09:00:00", text="hi"), "expected at as a moment with its offset"),
        (at("yesterday", text="hi"), "expected at as a moment with its offset"),
        ({"at": 12}, "expected at as a moment with its offset"),
        (at("2026-03-16T09:00:00Z", text="hi", command="help"), "expected a person with one of"),
        ({"at": "2026-03-16T09:00:00Z", "person": "anna"}, "expected a person with one of"),
        ({"at": "2026-03-16T09:00:00Z", "text": "hi"}, "expected a person with one of"),
        ({"at": "2026-03-16T09:00:00Z", "language": "de"}, "expected a person with one of"),
        ({"at": "2026-03-16T09:00:00Z", "person": "anna", "text": 6}, "expected words between quotes"),
        ({"at": "2026-03-16T09:00:00Z", "person": "", "text": "6"}, "expected words between quotes"),
        (
            at("2026-03-16T09:00:00Z", says="hi"),
            "unknown says; known are at, choose, command, language, media, person, text",
        ),
        (at("2026-03-16T06:59:59Z", text="hi"), "time goes back, from 2026-03-16T08:00:00+01:00 to 2026-03-16T06:59"),
        (
            at("2026-03-16T07:00:01Z", choose="Maybe"),
            "anna sees no button 'Maybe'; in view: 'Yes, I agree', 'No, thank",
        ),
    ],
)
async def test_a_line_that_can_not_be_is_named_with_what_was_expected(bad: Line | str | bytes, complaint: str) -> None:
    printed: list[str] = []

    with pytest.raises(BadLine) as refused:
        await play([SETTLED[0], "", bad, SETTLED[1]], printed)

    assert str(refused.value).startswith(f"line 3: {complaint}")
    assert len(printed) == 1


async def test_a_button_of_nobody_is_told_as_such() -> None:
    with pytest.raises(BadLine, match="line 1: anna sees no button 'Yes'; in view: none"):
        await simulated([at("2026-03-16T09:00:00Z", choose="Yes")])


async def test_a_message_whose_file_can_not_be_saved_is_not_printed_as_done(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("I am a file")
    printed: list[str] = []
    lines = [*SETTLED, at("2026-03-16T08:01:00+01:00", command="breathe 1"), at("2026-03-17T08:01:00+01:00")]

    with pytest.raises(CannotSave, match="--save"):
        await play(lines, printed, tmp_path / "taken")

    assert all("breathing.gif" not in line for line in printed)
    assert json.loads(printed[-1])["at"] < "2026-03-16T08:02"


# The command, and its document


def test_the_command_plays_prints_and_saves(tmp_path: Path) -> None:
    lines = [*SETTLED, at("2026-03-16T08:01:00+01:00", command="breathe 1")]

    done = steady("--save", str(tmp_path), said="".join(json.dumps(line) + "\n" for line in lines))

    out = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / out[-1]["attachments"][0]["name"]).stat().st_size == out[-1]["attachments"][0]["bytes"]


def test_the_command_refuses_a_bad_line_in_one_sentence() -> None:
    done = steady(said=b'{"at": "2026-03-16T08:00:00Z", "person": "anna", "text": "hi"}\n{"at": "\xff\n')

    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["line 2: expected one JSON object on the line"]
    assert len(done.stdout.splitlines()) == 1


def test_the_command_goes_on_in_a_database_that_is_named(tmp_path: Path) -> None:
    database = databases.empty(tmp_path).url
    first = "".join(json.dumps(line) + "\n" for line in SETTLED)
    steady("--database-url", database, said=first)

    done = steady("--database-url", database, said=json.dumps(at("2026-03-16T09:30:00+01:00", text="6")))

    assert [json.loads(line)["kind"] for line in done.stdout.splitlines()] == ["check_in", "check_in"]


async def test_the_week_of_the_readme_can_be_played() -> None:
    lines = (DOCUMENT.parent / "example_week.jsonl").read_text(encoding="utf-8").splitlines()

    out = await simulated(lines)

    assert [said["kind"] for said in out].count("weekly") == 2
    assert all(said["text"].splitlines()[0] in (DOCUMENT.parent.parent / "README.md").read_text() for said in out[-2:])


async def test_the_example_of_the_document_works_as_written() -> None:
    given, expected = re.findall(r"```jsonl\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)

    out = await simulated(given.splitlines())

    assert len(out) == 13
    assert all(json.loads(line) in out for line in expected.splitlines())


def test_the_document_names_every_kind() -> None:
    described = set(re.findall(r"^\| `(\w+)` \| ", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE))
    code = "".join(path.read_text(encoding="utf-8") for path in (DOCUMENT.parent.parent / "bot").rglob("*.py"))
    spoken = set(re.findall(r'\bsay(?:_text)?\(\s*"([a-z_]+)"', code)) | set(re.findall(r'^KIND = "(\w+)"', code, re.M))

    assert described >= spoken | {script.kind for script in load_library().scripts.values()}
