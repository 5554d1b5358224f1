"""A clinic says some of it otherwise, in a folder of its own; what it leaves out stays, and what can't be is named."""

import re
from pathlib import Path

import pytest

from bot.content import BrokenContent, load_library, open_library
from bot.conversation.library import Library

STEADY = load_library()
STEP = (
    "nudge-ring-the-bell =\n    .small = Look at the bell.\n    .medium = Touch it.\n    .large = Ring the bell once.\n"
)


class Folder:
    """What an author writes into their folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, text: str) -> "Folder":
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return self

    def read(self) -> Library:
        return open_library(folder=self.path)

    @property
    def refusal(self) -> str:
        with pytest.raises(BrokenContent) as refused:
            self.read()
        return str(refused.value)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_an_empty_folder_changes_nothing(folder: Folder) -> None:
    library = folder.read()

    assert library.nudges == STEADY.nudges
    assert library.help_lines == STEADY.help_lines
    assert library.scripts == STEADY.scripts


# Words


def test_a_message_reads_otherwise_and_the_others_stay(folder: Folder) -> None:
    words = folder.write("words/en/mine.ftl", "talk-later = Whenever you like.\n").read().words

    assert words.text("en", "talk-later") == "Whenever you like."
    assert words.text("en", "talk-medicine") == STEADY.words.text("en", "talk-medicine")


def test_one_label_is_enough_and_the_rest_of_its_message_stays(folder: Folder) -> None:
    words = folder.write("words/en/breathing.ftl", "breathing-length =\n    .start = Begin\n").read().words

    assert words.label("en", "breathing-length", "start") == "Begin"
    assert words.label("en", "breathing-length", "one") == "1 minute"
    assert words.text("en", "breathing-length") == STEADY.words.text("en", "breathing-length")


def test_a_message_that_others_quote_reads_otherwise_there_too(folder: Folder) -> None:
    said = "safety-write = Write { $word } { $write_number } { $chat } { $write_line } or findahelpline.com.\n"
    words = folder.write("words/en/safety.ftl", said).read().words
    known = STEADY.help_lines.for_country("GB").words("en")

    assert "Write SHOUT 85258" in words.text("en", "safety-talk", **known)


def test_a_language_may_be_translated_in_part(folder: Folder) -> None:
    library = folder.write("words/de/common.ftl", "talk-later = In Ordnung.\n").read()

    assert library.words.text("de", "talk-later") == "In Ordnung."
    assert library.words.text("de", "talk-medicine") == STEADY.words.text("en", "talk-medicine")
    assert library.spoken == ("en",)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "talk-latr = Later.",
            "words/en/mine.ftl:1: talk-latr: Steady has no message of this id (did you mean talk-later?)",
        ),
        ("talk-later = At { $hour }.", "mine.ftl:1: talk-later: nothing is known here of { $hour }; take it out"),
        ("check-in-late = Noted, { $pain }.", "check-in-late: { $day } is no longer shown; put it back"),
        ("breathing-length =\n    .begin = Go", "breathing-length: this message has no label .begin"),
        ("buttons = Press", "buttons: this message has labels alone"),
        ("talk-later = a\ntalk-later = b", "mine.ftl:2: talk-later: it stands in words/en/mine.ftl:1 too; keep one"),
        ("# a\n\nthis is no message", "mine.ftl:3: this is no message: this is no message ("),
        ("-steady = Steady", "-steady: a term, which Steady does not use"),
        ("talk-later = { talk-medicine }", "nothing is known here of { talk-medicine }"),
    ],
)
def test_words_that_can_not_be_are_named_with_what_to_do(folder: Folder, written: str, told: str) -> None:
    assert told in folder.write("words/en/mine.ftl", written + "\n").refusal


def test_a_greeting_may_leave_the_name_out_and_always_be_the_same(folder: Folder) -> None:
    words = folder.write("words/en/mine.ftl", "talk-hello = Hello again.\n").read().words

    assert words.text("en", "talk-hello", named="yes", name="Anna") == "Hello again."


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("crisis-still-here-again = I am here. { safety-talk }", "{ $emergency } is no longer shown"),
        (
            "safety-talk = { $known ->\n    [yes] Talk.\n   *[no] { safety-line } befrienders.org\n } { safety-write }",
            "{ safety-line } is not shown when $known is yes",
        ),
        (
            "safety-talk = { $known ->\n    [yes] { safety-line }\n   *[no] Ask someone.\n } { safety-write }",
            "a website to turn to is not shown when $known is no",
        ),
        (
            "red-flag-misheard = { $held ->\n    [yes] All right, call { $emergency }.\n   *[no] All right.\n }",
            "nothing is known here of { $held }",
        ),
        ('safety-stopped = {""}', "{ $emergency } is no longer shown"),
    ],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_help_in_danger_keeps_whom_to_call(folder: Folder, written: str, told: str, language: str) -> None:
    assert told in folder.write(f"words/{language}/safety.ftl", written + "\n").refusal


def test_of_several_flaws_the_first_is_told_and_how_to_see_the_others(folder: Folder) -> None:
    folder.write("words/en/mine.ftl", "one = 1\ntwo = 2\nthree = 3\n")

    assert folder.refusal.endswith(f"(2 more: steady content check --folder {folder.path})")


# Steps


def test_steps_are_added_changed_and_left_out_by_their_ids(folder: Folder) -> None:
    folder.write("words/en/nudges.ftl", STEP)
    listed = (
        "- {id: ring-the-bell, domain: home}\n- {id: walk-a-song, in_bed: true}\n- {id: paper-toss, remove: true}\n"
    )
    nudges = {nudge.id: nudge for nudge in folder.write("nudges.yaml", listed).read().nudges}
    before = {nudge.id: nudge for nudge in STEADY.nudges}

    assert nudges.keys() - before.keys() == {"ring-the-bell"}
    assert before.keys() - nudges.keys() == {"paper-toss"}
    assert (nudges["walk-a-song"].in_bed, nudges["walk-a-song"].not_for) == (True, before["walk-a-song"].not_for)


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        (
            "- {id: ring-the-bell, domain: home}",
            "ring-the-bell: this step has no words; write nudge-ring-the-bell with",
        ),
        ("- {id: walk-a-sing, remove: true}", "there is no such step to leave out (did you mean walk-a-song?)"),
        ("- {id: walk-a-song, domain: fun}", "Nudge 'walk-a-song' has the unknown domain 'fun'"),
        ("- {id: walk-a-song}\n- {id: walk-a-song}", "walk-a-song: it is there twice; keep one of the two"),
        ("- {id: walk-a-song, remove: no}", "remove takes true alone"),
        ("walk-a-song", "this is no list of steps; begin each step with `- id:`"),
        ("- {id: [", "nudges.yaml:"),
    ],
)
def test_a_list_of_steps_that_can_not_be_is_named_with_what_to_do(folder: Folder, listed: str, told: str) -> None:
    assert told in folder.write("nudges.yaml", listed + "\n").refusal


def test_a_step_of_ones_own_is_told_in_three_sizes(folder: Folder) -> None:
    folder.write("nudges.yaml", "- {id: ring-the-bell, domain: home}\n")

    told = folder.write("words/en/nudges.ftl", STEP.replace("    .large = Ring the bell once.\n", "")).refusal

    assert "a step is told in three sizes; write .small, .medium and .large" in told


# Whom to call

OWN_LINE = """\
countries:
  - code: "GB"
    crisis_lines:
      - {name: Night desk of the clinic, number: "020 7946 0000", how: [call], hours: "8:00 to 20:00", free: true}
"""


def test_a_clinic_names_its_own_line_and_the_rest_of_the_country_stays(folder: Folder) -> None:
    help_ = folder.write("help_lines.yaml", OWN_LINE).read().help_lines

    assert help_.for_country("GB").words("en")["number"] == "020 7946 0000"
    assert help_.for_country("GB").emergency == STEADY.help_lines.for_country("GB").emergency
    assert help_.for_country("DE") == STEADY.help_lines.for_country("DE")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ('code: "GB", crisis_lines: []', "GB: no crisis line is left to call; keep one line whose `how` holds call"),
        ('code: "GB", emergency: []', "GB: it has no emergency; add `emergency:`"),
        ('code: "GB", emergency: [{number: 112}]', "nobody can call its emergency number"),
        ('code: "GB", crisis_lines: [{name: A, number: 116, how: [call]}]', "the number of 'A' can't be dialled"),
        ('code: "GB", crisis_lines: [{name: A, how: [call]}]', "'A' lacks number; add it"),
        ('code: "GB", crisis_lines: [{name: A, number: "1", how: [call], when: now}]', "'A' has the unknown when"),
        ('code: "ZZ", name: Nowhere, verified_on: 2026-11-01', "ZZ: it has no emergency"),
        ('code: "gb"', "gb: this is no code of a country"),
        ('code: "GB", phone: "1"', "nothing is known of 'phone' here"),
    ],
)
def test_numbers_that_can_not_be_are_named_with_what_to_do(folder: Folder, row: str, told: str) -> None:
    assert told in folder.write("help_lines.yaml", f"countries:\n  - {{{row}}}\n").refusal


# The folder


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("word/en/mine.ftl", "word/en/mine.ftl: file: nothing is read from here; move it to words/<language>"),
        ("scripts/check_in.yaml", "code reads this by its names; take it out"),
    ],
)
def test_a_file_in_the_wrong_place_is_named(folder: Folder, name: str, told: str) -> None:
    assert told in folder.write(name, "talk-later = a\n").refusal


def test_what_is_not_for_steady_may_lie_there(folder: Folder) -> None:
    assert folder.write("README.md", "Ours").write("notes.txt", "a").read().nudges == STEADY.nudges


GUIDE = Path(__file__).parents[2] / "docs" / "words.md"


def test_what_the_guide_shows_can_be_read(folder: Folder) -> None:
    blocks = re.findall(r"```(\w*)\n(.+?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    words = [text for kind, text in blocks if (not kind and " = " in text) or " =\n" in text]
    steps, numbers = [text for kind, text in blocks if kind == "yaml"]
    folder.write("words/en/ours.ftl", "\n".join(words)).write("nudges.yaml", steps).write("help_lines.yaml", numbers)

    library = folder.read()

    assert len(words) == 3
    assert library.words.label("en", "breathing-length", "start") == "Begin"
    assert "ring-the-bell" in {nudge.id for nudge in library.nudges}
    assert library.help_lines.for_country("GB").words("en")["line"] == "Night desk of the clinic"
