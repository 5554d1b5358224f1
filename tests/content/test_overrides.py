"""A clinic says some of it otherwise, in a folder of its own; what it leaves out stays, and what can't be is named."""

import re
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from bot.content import BrokenContent, flaws, load_library, open_library, overrides
from bot.conversation.effects import Say
from bot.conversation.engine import respond
from bot.conversation.events import Text
from bot.conversation.library import Library
from bot.conversation.person import Person, Settings

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
        (
            "# a\n\nthis is no message",
            "mine.ftl:3: this is no message: this is no message; write `id = words`, and indent",
        ),
        ("talk-later = All right, { $name. Write.", "a brace is open; close the brace with }"),
        (
            "talk-hello = { $named ->\n        [yes] Hello { $name }.\n       [no] Hello.\n    }",
            "no choice is the one for all other cases; mark the last choice with *",
        ),
        ("talk-later =", "there are no words behind the =; write some, or take it out"),
        (
            "weekly-steps = { $count ->\n        [eins] Du.\n       *[other] Du { $count }.\n    }",
            "weekly-steps: [eins] is never chosen; choose of few, many, one, other, two, zero",
        ),
        (
            "talk-hello = { $named ->\n        [ja] Hello { $name }.\n       *[no] Hello.\n    }",
            "talk-hello: [ja] is never chosen; choose of no, yes",
        ),
        ("peg-average = How is it?", "peg-average: the words of a published questionnaire stay as they were published"),
        ("mood-down =\n    .several = Some days", "mood-down.several: the words of a published questionnaire stay"),
        (
            "consent-agree = Welcome to the clinic. Shall we begin?",
            "consent-agree: { consent-program } is no longer shown; put it back",
        ),
        ("welcome-declined = That is fine.", "welcome-declined: { in-danger } is no longer shown; put it back"),
        ("in-danger = Be well.", "in-danger: this is what everybody is told before they agree, or in danger"),
        ("-steady = Steady", "-steady: a term, which Steady does not use"),
        ("talk-later = { talk-medicine }", "nothing is known here of { talk-medicine }"),
    ],
)
def test_words_that_can_not_be_are_named_with_what_to_do(folder: Folder, written: str, told: str) -> None:
    assert told in folder.write("words/en/mine.ftl", written + "\n").refusal


def test_a_mark_that_an_editor_puts_first_is_no_word(folder: Folder) -> None:
    marked = "\ufefftalk-later = All right.\ntalk-bye = Sleep well.\n"
    words = folder.write("words/en/o.ftl", marked).read().words

    assert words.text("en", "talk-later") == "All right."
    assert words.text("en", "talk-bye") == "Sleep well."


def test_a_button_under_a_published_question_may_read_otherwise(folder: Folder) -> None:
    words = folder.write("words/en/mine.ftl", "peg-average =\n    .skip = Leave it\n").read().words

    assert words.label("en", "peg-average", "skip") == "Leave it"


def test_a_published_question_can_be_translated(folder: Folder) -> None:
    words = folder.write("words/de/mine.ftl", "peg-average = Welche Zahl?\n").read().words

    assert words.text("de", "peg-average") == "Welche Zahl?"


def test_around_what_everybody_is_told_there_is_room_for_a_clinic(folder: Folder) -> None:
    said = "Welcome to the clinic. { consent-program } { consent-storage } Two of us can read it. { consent-rights }"
    words = folder.write("words/en/mine.ftl", f"consent-agree = {said}\n").read().words

    assert "clinic. I am a program, not a person." in words.text("en", "consent-agree")
    assert "in danger, call your local emergency number. If you agree, I store" in words.text("en", "consent-agree")


def test_a_clinic_may_say_itself_how_long_it_keeps_what_people_tell(folder: Folder) -> None:
    said = "privacy = If you say nothing for 90 days, I delete all of it."

    assert folder.write("words/en/ours.ftl", f"{said}\n").read().words.text("en", "privacy") in said


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

    assert folder.refusal.endswith(f"`steady content check --folder {folder.path}` tells all that is wrong there (3).")


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
        ("- {id: [", "nudges.yaml:2: file: a bracket or a quote is open at the end; close the bracket or the quote"),
        (
            "- id: ring\n    domain: home",
            "nudges.yaml:2: file: there is a colon where none can be; line up with the line",
        ),
        ("- {id: a, id: b}", "nudges.yaml:1: file: id stands twice in this block; keep one of the two"),
        ("- {id: [a]}", "this is no list of steps"),
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
      - {name: Samaritans, number: "116 123", how: [call], hours: always, free: true}
      - {name: Shout, number: "85258", how: [text], hours: always, text: SHOUT}
"""
ONLY_BY_DAY = """\
countries:
  - code: "GB"
    verified_on: 2026-11-30
    crisis_lines:
      - {name: Pain clinic Leeds, number: "020 7946 0000", how: [call], hours: "8:00 to 20:00", free: true}
"""


def test_a_clinic_names_its_own_line_and_the_rest_of_the_country_stays(folder: Folder) -> None:
    help_ = folder.write("help_lines.yaml", OWN_LINE).read().help_lines

    assert help_.for_country("GB").words("en", time(10))["number"] == "020 7946 0000"
    assert help_.for_country("GB").words("en", time(3))["number"] == "116 123"
    assert help_.for_country("GB").words("en")["number"] == "116 123"
    assert help_.for_country("GB").words("en")["word"] == "SHOUT"
    assert help_.for_country("GB").emergency == STEADY.help_lines.for_country("GB").emergency
    assert help_.for_country("DE") == STEADY.help_lines.for_country("DE")


@pytest.mark.parametrize(("hour", "number"), [(3, "116 123"), (12, "020 7946 0000")])
def test_in_danger_the_line_is_shown_that_is_open_on_the_persons_clock(folder: Folder, hour: int, number: str) -> None:
    library = folder.write("help_lines.yaml", OWN_LINE).read()
    person = Person("anna", settings=Settings(zone="Europe/London", zone_is_known=True, country="GB"))

    answered = respond(Text("i want to kill myself"), person, datetime(2026, 11, 30, hour, tzinfo=UTC), library)

    (said,) = [effect for effect in answered.effects if isinstance(effect, Say)]
    assert number in said.text


def test_no_country_loses_its_line_for_the_night_or_its_way_to_write(folder: Folder) -> None:
    folder.write("help_lines.yaml", ONLY_BY_DAY)

    night, writing = map(str, flaws(overrides.read(folder.path)))

    assert night == (
        "help_lines.yaml:2: GB: no crisis line is left to call day and night; keep one with `hours: always` "
        "(before: Samaritans 116 123)"
    )
    assert writing == (
        "help_lines.yaml:2: GB: no crisis line is left to write to, for who can't speak aloud; "
        "keep one whose `how` holds text or chat (before: Shout 85258)"
    )


@pytest.mark.parametrize(
    ("field", "told"),
    [
        (
            "how: [call], note: ask for the pain nurse",
            "note of 'Clinic' can't be 'ask for the pain nurse'; write it by",
        ),
        ("how: [call], free: nein", "free of 'Clinic' can't be 'nein'; write true or false"),
        ("how: [call], hours: 8:30", "hours of 'Clinic' can't be 510; write always, limited, or the hours in quotes"),
        ("how: ", "how of 'Clinic' can't be empty; write `how: [call]`, or text, or chat"),
        ("how: call", "how of 'Clinic' can't be 'call'; write `how: [call]`, or text, or chat"),
        ("how: [call], sources: mine", "sources of 'Clinic' can't be 'mine'; write a list"),
        ("how: [call], text: 1", "text of 'Clinic' can't be 1; write words in quotes"),
    ],
)
def test_what_a_line_can_not_say_is_named_with_its_line_and_what_to_do(folder: Folder, field: str, told: str) -> None:
    row = f'countries:\n  - code: "GB"\n    crisis_lines: [{{name: Clinic, number: "020 1", {field}}}]\n'

    assert f"help_lines.yaml:2: GB: {told}" in folder.write("help_lines.yaml", row).refusal


@pytest.mark.parametrize("day", ["30.11.2026", '"2026-11-30"', "2026-30-11", "2026-11-30 10:00:00"])
def test_a_day_that_can_not_be_read_is_named_with_how_to_write_it(folder: Folder, day: str) -> None:
    folder.write("help_lines.yaml", f'countries:\n  - code: "GB"\n    verified_on: {day}\n')

    assert "help_lines.yaml:2: GB: its verified_on can't be " in folder.refusal
    assert "; write it as 2026-11-30, without quotes" in folder.refusal


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            'countries:\n  - code: "GB"\ncountries:\n  - code: "DE"\n',
            "help_lines.yaml:3: file: countries stands twice in this block; keep one of the two",
        ),
        (
            'countries:\n  - code: "GB"\n  - code: "GB"\n',
            "help_lines.yaml:3: GB: this country is there twice; put both into one",
        ),
        ('countries:\n\t- code: "GB"\n', "help_lines.yaml:2: file: it begins with a tab; write blanks in its place"),
        (
            'countries:\n  - code: "GB"\n   crisis_lines:\n      - {name: X, number: "1", how: [call]}\n',
            "help_lines.yaml:3: file: it is not in line with what it belongs to; line up with the line above",
        ),
    ],
)
def test_a_list_of_numbers_that_can_not_be_is_named_with_its_line(folder: Folder, written: str, told: str) -> None:
    assert told in folder.write("help_lines.yaml", written).refusal


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
        ("words/en/ours.ftl.txt", "nothing is read from here; call it ours.ftl; see that your editor adds nothing"),
        ("help_lines.yaml.txt", "nothing is read from here; call it help_lines.yaml; see that your editor"),
        ("words/en/OURS.FTL", "nothing is read from here; call it OURS.ftl"),
        ("words/en/our words.ftl", "nothing is read from here; call it our-words.ftl: no blanks in names"),
        ("words/EN/o.ftl", "write the folder's name small, as the language alone: en"),
        ("words/en-GB/o.ftl", "write the folder's name small, as the language alone: en"),
        ("helplines.yaml", "nothing is read from here; move it to words/<language>/<name>.ftl, nudges.yaml or help"),
        ("words/en/notes.txt", "nothing is read from here"),
    ],
)
def test_a_file_in_the_wrong_place_is_named(folder: Folder, name: str, told: str) -> None:
    assert told in folder.write(name, "talk-later = a\n").refusal


def test_what_is_not_for_steady_may_lie_there(folder: Folder) -> None:
    library = folder.write("README.md", "Ours").write("notes.txt", "a").write("words/en/._o.ftl", "\0").read()

    assert library.nudges == STEADY.nudges
    assert [remark.where for remark in overrides.read(folder.path).unread] == ["README.md", "notes.txt"]


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
    in_britain = library.help_lines.for_country("GB")
    assert in_britain.words("en", time(22))["line"] == "Night desk of the clinic"
    assert in_britain.words("en", time(9))["line"] == "Samaritans"
    assert in_britain.words("en")["write_line"] == "Shout"
