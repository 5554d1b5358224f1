"""`steady content`: what is wrong with words is told, and a translation goes out and comes back whole."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.content import FOLDER, danger, load_library, messages, open_library
from bot.content.messages import Message
from bot.content.remarks import Remark
from bot.errors import CannotDo
from bot.operations.content import commands, review
from bot.operations.content.reading_level import grade
from bot.operations.content.wording import said, wording_of

TODAY = date(2026, 11, 30)
LANGUAGES_TO_COME = {"words/de", "words/es", "words/fr", "words/pt"}
Write = Callable[[str, str], Path]


def steady(*arguments: str | Path) -> Result:
    return CliRunner().invoke(commands.app, [str(each) for each in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Words of one's own."""
    return tmp_path / "own"


@pytest.fixture
def write(folder: Path) -> Write:
    def write(name: str, text: str) -> Path:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    return write


def found(folder: Path, today: date = TODAY) -> list[Remark]:
    return review.remarks(wording_of(open_library(folder=folder), folder), today)


# Checking


def test_steadys_own_words_have_no_error() -> None:
    library = load_library()

    told = review.remarks(wording_of(library, None), TODAY)

    assert [str(remark) for remark in told if remark.is_error] == []
    assert {remark.where for remark in told if remark.where.startswith("words") and ":" not in remark.where} == (
        LANGUAGES_TO_COME
    )


GRATING = {
    "talk-thanks = Well done!": "it has an exclamation mark; end with a full stop",
    "talk-night = Well done \N{SPARKLES}.": "it has the sign \N{SPARKLES}; say it in words",
    "talk-later = You should rest.": "it says 'should', which can sound like blame",
    "pause-until =\n    .week = " + "Start to breathe now " * 2: "a phone cuts it near 36; write fewer words",
    "breathing-length =\n    .start = " + "Start to breathe now " * 5: "Discord cuts it at 80; write fewer words",
    "commands =\n    .start = " + "Begin again " * 10: "Discord cuts it at 100; write fewer words",
    "talk-medicine = " + "I am here. " * 100: "under a picture Telegram shows 1024, the rest comes after it",
    "talk-symptom = " + "I am here. " * 190: "Discord shows it in parts of 2000; write fewer words",
    "talk-how-long = " + "\N{GRINNING FACE}" * 2049: "4098 characters; Telegram takes 4096; write fewer words",
    'talk-medical = {""}': "it says nothing; write some words",
    "media-other = "
    + "Longitudinal multidisciplinary interventions necessitate evaluation " * 5: "it reads like school grade",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is told of each of these messages."""
    folder = tmp_path_factory.mktemp("grating")
    (folder / "words" / "en").mkdir(parents=True)
    (folder / "words" / "en" / "mine.ftl").write_text("".join(f"{words}\n" for words in GRATING), "utf-8")
    ours = [remark for remark in found(folder) if remark.where.startswith("words/en/mine.ftl")]
    ids = [words.partition(" ")[0] for words in GRATING]
    return {id_: [str(one) for one in ours if one.id.partition(".")[0] == id_] for id_ in ids}


@pytest.mark.parametrize(("words", "flaw"), GRATING.items(), ids=[words.partition(" ")[0] for words in GRATING])
def test_words_that_could_be_better_are_told_with_what_to_do(told: dict[str, list[str]], words: str, flaw: str) -> None:
    assert any(flaw in each for each in told[words.partition(" ")[0]])


def test_a_language_of_which_little_is_missing_is_told_text_by_text(folder: Path, tmp_path: Path) -> None:
    steady("export", tmp_path / "out", "--language", "de")
    translated(tmp_path / "out" / "words" / "de", leaving_out="talk-later")
    steady("import", tmp_path / "out", "--to", folder)

    (missing,) = [str(remark) for remark in found(folder) if remark.where.startswith("words/de/common")]

    assert missing == (
        "words/de/common.ftl: talk-later: it is not translated, so the language is not spoken; translate it"
    )


def test_a_language_in_which_danger_is_not_heard_is_not_spoken(folder: Path, tmp_path: Path) -> None:
    steady("export", tmp_path / "out", "--language", "it")
    translated(tmp_path / "out" / "words" / "it")
    steady("import", tmp_path / "out", "--to", folder)

    assert open_library(folder=folder).spoken == ("en",)
    assert (
        "words/it: it: danger is not heard in it, so it is not spoken; write safety, intents and phrases for it "
        in "\n".join(map(str, found(folder)))
    )


def test_numbers_that_were_not_verified_for_long_are_told() -> None:
    wording = wording_of(load_library(), None)

    late = review.remarks(wording, TODAY + timedelta(days=400))

    assert "help_lines.yaml: PT: Portugal was last verified on 2026-11-22, more than 180 days ago" in "\n".join(
        map(str, late)
    )


def test_the_command_ends_with_1_for_errors_and_with_0_for_advice(folder: Path, write: Write) -> None:
    write("words/en/mine.ftl", "talk-later = Well done!\n")
    advised = steady("check", "--folder", folder)
    write("words/en/mine.ftl", "talk-latr = Well done.\n")
    refused = steady("check", "--folder", folder, "--json")

    assert advised.exit_code == 0
    assert "advice: words/en/mine.ftl:1: talk-later: it has an exclamation mark" in advised.stdout
    assert refused.exit_code == 1
    (told,) = map(json.loads, refused.stdout.splitlines())
    assert (told["where"], told["id"], told["is_error"]) == ("words/en/mine.ftl:1", "talk-latr", True)


DAYS_OFF = "- {id: paper-toss, remove: true}\n- {id: walk-a-song, in_bed: true}\n"


def test_the_check_says_what_it_read_and_advises_on_nothing_else(folder: Path, write: Write) -> None:
    write("words/en/ours.ftl", "talk-later = Any time.\ntalk-bye = Sleep well.\ntalk-night = Well done!\n")
    write("help_lines.yaml", 'countries:\n  - code: "GB"\n    verified_on: 2026-11-30\n')
    write("nudges.yaml", DAYS_OFF)
    write("notes.txt", "ours")
    checked = steady("check", "--folder", folder)

    assert "Nothing is wrong; 2 pieces of advice. Read: 3 sentences, 1 country, 2 small steps." in checked.stderr
    assert [line.split(": ")[1] for line in checked.stdout.splitlines()] == ["notes.txt", "words/en/ours.ftl:3"]


def test_a_country_whose_answer_to_danger_can_not_be_said_is_told() -> None:
    library = load_library()
    britain = library.help_lines.for_country("GB")
    note: Any = "ask for the pain nurse"
    line = replace(britain.crisis_lines[0], note=note)
    countries = {**library.help_lines.countries, "GB": replace(britain, crisis_lines=(line,))}
    broken_library = replace(library, help_lines=replace(library.help_lines, countries=countries))

    (told,) = danger.remarks(broken_library)

    assert str(told).startswith("help_lines.yaml: GB: safety-crisis can't be said in 'de' ('str' object has no attr")
    assert list(danger.remarks(library)) == []


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    for asked in (
        ("check", "--folder", tmp_path / "none"),
        ("import", tmp_path / "none", "--to", tmp_path),
        ("export", tmp_path, "--language", "German"),
    ):
        assert isinstance(steady(*asked).exception, CannotDo)


def test_the_grade_tells_easy_from_hard() -> None:
    assert grade("The cat sat on the mat. It was warm. It slept.") < 2
    assert grade("Longitudinal interventions necessitate multidisciplinary evaluation of comorbidities.") > 12


# Out to a translator, and back


def translated(folder: Path, leaving_out: str = "") -> None:
    """Every text that is to be done has some words that show all that the English shows."""
    english = {id_: message for (language, id_), message in said(None).items() if language == "en"}
    for file in sorted(folder.glob("*.ftl")):
        there, _ = messages.read(file.name, file.read_text("utf-8"))
        done = [message if message.id == leaving_out else english[message.id] for message in there]
        file.write_text("\n".join(map(str, done)), "utf-8")


def as_said(folder: Path, language: str) -> dict[str, dict[str, str]]:
    parts: dict[str, Message] = {}
    for file in sorted((folder / "words" / language).glob("*.ftl")):
        there, broken = messages.read(file.name, file.read_text("utf-8"))
        assert not broken
        parts |= {message.id: message for message in there}
    return {id_: {part: str(message.with_parts({})) for part in message.parts} for id_, message in parts.items()}


def test_english_goes_out_and_comes_back_the_same(tmp_path: Path, folder: Path) -> None:
    assert steady("export", tmp_path / "out").exit_code == 0
    back = steady("import", tmp_path / "out", "--to", folder)

    assert as_said(tmp_path / "out", "en") == as_said(FOLDER, "en")
    assert back.stdout.startswith("Changed texts: 0.")
    assert not folder.exists()


def test_what_was_changed_comes_back_and_nothing_else(tmp_path: Path, folder: Path, write: Write) -> None:
    write("words/en/ours.ftl", "talk-bye = Sleep well.\n")
    steady("export", tmp_path / "out")
    file = tmp_path / "out" / "words" / "en" / "common.ftl"
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("Write a number whenever it suits you.", "Any time.").replace("= Good night.", "= Bye.")
    )
    back = steady("import", tmp_path / "out", "--to", folder)

    assert back.stdout.startswith("Changed texts: 2.")
    assert (folder / "words/en/ours.ftl").read_text("utf-8") == "talk-bye = Bye.\n"
    assert (folder / "words/en/common.ftl").read_text("utf-8") == "talk-later = All right. Any time.\n"


def test_a_new_language_goes_out_with_the_english_above_each_empty_text(tmp_path: Path) -> None:
    steady("export", tmp_path, "--language", "de")
    common = (tmp_path / "words/de/common.ftl").read_text("utf-8")
    safety = (tmp_path / "words/de/safety.ftl").read_text("utf-8")

    assert (
        '# English:\n# talk-later = All right. Write a number whenever it suits you.\ntalk-later = { "" }\n' in common
    )
    assert "unsure-no = Danke, dass du das sagst." in safety
    assert '{ "" }\n    .not-safe' not in safety


def test_what_is_not_translated_yet_stays_english(tmp_path: Path, folder: Path) -> None:
    steady("export", tmp_path, "--language", "de")
    file = tmp_path / "words/de/common.ftl"
    file.write_text(file.read_text("utf-8").replace('talk-later = { "" }', "talk-later = In Ordnung."))
    back = steady("import", tmp_path, "--to", folder)
    words = open_library(folder=folder).words

    assert back.stdout.startswith("Changed texts: 1.")
    assert words.text("de", "talk-later") == "In Ordnung."
    assert words.text("de", "talk-medicine") == words.text("en", "talk-medicine")


def test_what_is_translated_in_a_folder_stays_when_it_is_exported_there_again(tmp_path: Path) -> None:
    steady("export", tmp_path, "--language", "de")
    file = tmp_path / "words/de/common.ftl"
    translated = file.read_text("utf-8").replace('talk-later = { "" }', "talk-later = In Ordnung.")
    file.write_text(translated.replace('talk-bye = { "" }\n', ""))  # as if a new version had brought it
    again = steady("export", tmp_path, "--language", "de")

    assert again.exit_code == 0
    assert "talk-later = In Ordnung." in file.read_text("utf-8")
    assert 'talk-bye = { "" }' in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [("words/de/ours.ftl", "talk-later = Gern.\n"), ("words/de/common.ftl", "talk-later = Gern, { $name.\n")],
)
def test_an_export_into_a_folder_that_it_would_spoil_is_refused(
    folder: Path, write: Write, name: str, text: str
) -> None:
    file = write(name, text)

    assert isinstance(steady("export", folder, "--language", "de").exception, CannotDo)
    assert [path for path in folder.rglob("*") if path.is_file()] == [file]
    assert file.read_text("utf-8") == text


def test_remarks_that_stand_by_themselves_stay(tmp_path: Path, folder: Path, write: Write) -> None:
    write("words/de/common.ftl", "# Ours, by Ward 3\n\n# keep short\ntalk-bye = Gute Nacht.\n\n## Later\n")
    out = tmp_path / "out" / "words" / "de" / "common.ftl"
    out.parent.mkdir(parents=True)
    out.write_text("talk-bye = Schlaf gut.\ntalk-later = Gern.\n", "utf-8")
    steady("import", tmp_path / "out", "--to", folder)

    assert (folder / "words/de/common.ftl").read_text("utf-8") == (
        "# Ours, by Ward 3\n\n# keep short\ntalk-bye = Schlaf gut.\n\n## Later\n\ntalk-later = Gern.\n"
    )


LONG = (
    "Das hier ist ein viel zu langer Knopf, den niemand auf dem Telefon ganz lesen kann, denn er hat mehr als achtzig"
)
WRONG = {
    "talk-later = { $drug }": "words/de/common.ftl:1: talk-later: nothing is known here of { $drug }",
    f"buttons =\n    .start = {LONG}": "words/de/common.ftl:1: buttons.start: 112 characters on a button",
    "weekly-steps =\n    { $count ->\n        [eins] Du.\n       *[other] Du { $count }.\n    }": (
        "words/de/common.ftl:1: weekly-steps: [eins] is never chosen"
    ),
}


@pytest.mark.parametrize(("words", "flaw"), WRONG.items(), ids=[words.partition(" ")[0] for words in WRONG])
def test_what_is_wrong_is_told_by_the_line_it_was_written_on(
    tmp_path: Path, folder: Path, write: Write, words: str, flaw: str
) -> None:
    write("words/de/common.ftl", "media-voice = Ich höre nichts.\n\ntalk-bye = Gute Nacht.\n")
    out = tmp_path / "out" / "words" / "de" / "common.ftl"
    out.parent.mkdir(parents=True)
    out.write_text(f"{words}\n", "utf-8")
    back = steady("import", tmp_path / "out", "--to", folder)

    assert back.exit_code == 1
    assert flaw in back.stdout
    assert "Nothing was written." in back.stderr


def test_nothing_is_written_when_anything_is_wrong(tmp_path: Path, folder: Path, write: Write) -> None:
    write("words/de/ours.ftl", "talk-later = Gern.\n")
    steady("export", tmp_path / "out", "--language", "de")
    file = tmp_path / "out" / "words/de/common.ftl"
    right = file.read_text("utf-8").replace("talk-later = Gern.", "talk-later = Ja.")
    file.write_text(right.replace('talk-medicine = { "" }', "talk-medicine = { $drug }"))
    back = steady("import", tmp_path / "out", "--to", folder)

    assert back.exit_code == 1
    assert "words/de/common.ftl" in back.stdout
    assert "talk-medicine: nothing is known here of { $drug }" in back.stdout
    assert [path.name for path in folder.rglob("*.ftl")] == ["ours.ftl"]
    assert (folder / "words/de/ours.ftl").read_text("utf-8") == "talk-later = Gern.\n"
