import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.phrases import PhraseError
from bot.understanding.safety import SafetyPhrases, Tier, hear, notice
from tests.labelled import written_on

ROOT = Path(__file__).parents[2]
DATA = yaml.safe_load((ROOT / "bot/content/safety/en.yaml").read_text(encoding="utf-8"))
CORPUS = written_on("en")
ENGLISH = SafetyPhrases.from_data(DATA)
ALARMS = ("crisis", "red_flag_emergency", "red_flag_urgent")

# The share that the phrases must notice at its own tier, of the messages they were written on.
BARS = {"explicit": 0.97, "indirect": 0.90, "red_flag_emergency": 0.95, "red_flag_urgent": 0.95, "soft": 0.95}


@cache
def tier(text: str) -> Tier:
    return notice(text, ENGLISH)


# --- What the phrases were written on --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", BARS)
def test_notices_what_the_phrases_were_written_on(kind: str) -> None:
    chosen = [row for row in CORPUS if kind in (row.get("form"), row["tier"])]
    missed = [row["text"] for row in chosen if tier(row["text"]) != row["tier"]]
    assert 1 - len(missed) / len(chosen) >= BARS[kind], missed


def test_seldom_alarms_on_everyday_talk() -> None:
    everyday = [row["text"] for row in CORPUS if row["tier"] == "none"]
    alarms = [text for text in everyday if tier(text) in ALARMS]
    assert len(alarms) / len(everyday) <= 0.01, alarms


# --- Context ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I don't want to die", "soft"),
        ("it's not that I don't want to die", "crisis"),
        ("I'm not going to lie, I want to die", "crisis"),
        ("I don't know why but I want to die", "crisis"),
        ("I'm not suicidal", "soft"),
        ("I'm not suicidal but I think about it every day", "crisis"),
        ("I'm not suicidal. I just don't want to wake up tomorrow", "crisis"),
    ],
)
def test_a_negation_lowers_only_what_it_denies(text: str, expected: Tier) -> None:
    assert tier(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("years ago I wanted to die", "soft"),
        ("I used to want to die", "soft"),
        ("I used to be suicidal and now the thoughts are back", "crisis"),
        ("I have been suicidal since 2019", "crisis"),
        ("ten years ago my life fell apart and I want to kill myself", "crisis"),
        ("I used to cope but I want to die", "crisis"),
    ],
)
def test_the_past_lowers_only_what_is_over(text: str, expected: Tier) -> None:
    assert tier(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the doctor asked if I was suicidal, I said no", "soft"),
        ("the doctor asked if I was suicidal and I said yes", "crisis"),
        ("I watched a film and now I want to die", "crisis"),
        ("haha one more meeting and I'll kill myself", "soft"),
        ("lol I want to kill myself", "crisis"),
    ],
)
def test_quotations_and_jokes_are_lowered_unless_they_are_meant(text: str, expected: Tier) -> None:
    assert tier(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("both legs tingle, it's old and my doctor knows", "soft"),
        ("both legs tingle, my doctor knows", "red_flag_emergency"),
        ("both legs tingle, that's old", "red_flag_emergency"),
        ("both legs tingle, it's old and my doctor knows, but it's worse since yesterday", "red_flag_emergency"),
        ("my doctor knows about my old back problem but I can't pee", "red_flag_emergency"),
    ],
)
def test_what_is_old_known_and_unchanged_gets_a_line_and_never_silence(text: str, expected: Tier) -> None:
    assert tier(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("back pain", "none"),
        ("I have a fever", "none"),
        ("my back hurts. Also I've got a temperature since last night", "red_flag_urgent"),
        ("both my legs hurt", "none"),
        ("sciatica is bad and both my legs hurt", "red_flag_emergency"),
        ("my neighbour was in a car crash", "none"),
        ("car crash yesterday and now my back hurts", "red_flag_emergency"),
    ],
)
def test_some_signs_are_dangerous_only_together(text: str, expected: Tier) -> None:
    assert tier(text) == expected


def test_a_crisis_comes_before_a_red_flag() -> None:
    assert tier("I can't pee, my legs are numb, I took all my tablets") == "crisis"


def test_danger_is_heard_behind_a_harmless_idiom() -> None:
    assert tier("I'm going to kill myself today") == "crisis"
    assert tier("walked 5 kms today") == "none"
    assert tier("this pain is killing me") == "none"
    assert tier("this pain is killing me and I want to die") == "crisis"


@pytest.mark.parametrize("text", ["my daughter wants to kill herself", "I think my husband took an overdose"])
def test_hears_that_someone_else_is_in_danger(text: str) -> None:
    heard = hear(text, ENGLISH)
    assert (heard.tier, heard.about) == ("crisis", "someone_else")


@pytest.mark.parametrize(
    "text", ["I want to die", "my husband knows that I want to die", "they'd be better off without me"]
)
def test_hears_that_the_writer_is_in_danger(text: str) -> None:
    heard = hear(text, ENGLISH)
    assert (heard.tier, heard.about) == ("crisis", "self")


@pytest.mark.parametrize(
    "text",
    [
        "I WANT TO DIE",
        "i want to dieeeee",
        "i  w a n t  to die",
        "i w\u200ba\u200bnt to die",
        "i wаnt to diе",  # noqa: RUF001 - Cyrillic letters
        "i wanna k1ll myself",
        "i want to k*ll myself",
        "sucidal",
        "I don’t want to live any more",  # noqa: RUF001 - the apostrophe of phones
    ],
)
def test_reads_through_odd_typing(text: str) -> None:
    assert tier(text) == "crisis"


DISGUISES: dict[str, Callable[[str], str]] = {
    "a right-to-left mark inside a word": lambda text: text[:5] + "\u200f" + text[5:],
    "an order from right to left around it": lambda text: f"\u202e{text}\u202c",
    "zero widths between all letters": "\u200b".join,
    "marks of direction between all letters": "\u2066".join,
    "controls between all letters": "\x00".join,
    "halves of characters": "\ud800".join,
    "marks over and through letters": lambda text: "".join(f"{letter}\u0301\u0336\u0489" for letter in text),
    "variation selectors": "\ufe0f".join,
    "one word a line": lambda text: text.replace(" ", "\n"),
    "one word a line with blanks": lambda text: text.replace(" ", "\r\n\r\n"),
    "one letter a line": lambda text: "\n".join(text.replace(" ", "")),
    "a full stop behind each word": lambda text: text.replace(" ", ". "),
    "three dots behind each word": lambda text: text.replace(" ", "... "),
    "dots between the letters": lambda text: " ".join(map(".".join, text.split())),
    "dashes between the letters": lambda text: " ".join(map("-".join, text.split())),
    "underscores between the letters": lambda text: " ".join(map("_".join, text.split())),
    "spaces between the letters": lambda text: " ".join(text.replace(" ", "")),
    "wider spaces between the words": lambda text: "   ".join(map(" ".join, text.split())),
    "only the last word spaced": lambda text: f"{text[:-3]}{' '.join(text[-3:])}",
    "no space at all": lambda text: "#" + text.replace(" ", ""),
    "wide letters": lambda text: "".join(chr(ord(letter) + 0xFEE0) if letter != " " else "\u3000" for letter in text),
    "small capitals": lambda text: text.translate(str.maketrans("iwantode", "ɪᴡᴀɴᴛᴏᴅᴇ")),
    "letters in boxes": lambda text: "".join(chr(ord(x) + 0x1F170 - ord("a")) if x != " " else x for x in text),
    "digits for letters": lambda text: text.replace("die", "d13").replace("want", "w@nt"),
    "bars for letters": lambda text: text.replace("die", "d!e"),
    "each letter doubled": lambda text: "".join(letter * 2 if letter != " " else letter for letter in text),
    "a stutter": lambda text: text.replace("want", "w-want").replace("die", "d-d-die"),
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_hears_danger_through(disguise: str) -> None:
    assert tier(DISGUISES[disguise]("i want to die")) == "crisis"


@pytest.mark.parametrize("text", ["i'm not suicidal", "no\nsuicidal", "sad.\nno.\nsuicidal."])
def test_another_reading_of_broken_lines_adds_danger_and_takes_none_away(text: str) -> None:
    """Read as one, the lines deny what they don't one by one."""
    assert tier(text) == ("soft" if "\n" not in text else "crisis")


def test_two_words_in_one_are_not_taken_apart() -> None:
    """ "Herzschmerz" is what a heart has that love has left; three known words in a row without a space are no word."""
    text = (ROOT / "bot/content/safety/de.yaml").read_text(encoding="utf-8")
    german = SafetyPhrases.from_data(yaml.safe_load(text))
    assert notice("herzschmerz wegen der trennung", german) == "none"
    assert notice("ichwillsterben", german) == "crisis"


# --- What must always hold --------------------------------------------------------------------------------------------


@given(st.text(alphabet=st.characters(), max_size=400))
@settings(max_examples=300, deadline=None)
def test_never_raises(text: str) -> None:
    assert notice(text, ENGLISH) in (*ALARMS, "soft", "none")


@given(
    st.lists(st.sampled_from([row["text"] for row in CORPUS if row["tier"] == "none"]), max_size=8), st.integers(0, 8)
)
@settings(max_examples=100, deadline=None)
def test_danger_is_heard_among_any_everyday_sentences(everyday: list[str], place: int) -> None:
    said = [*everyday[:place], "i want to kill myself", *everyday[place:]]
    assert notice("\n".join(said), ENGLISH) == "crisis"


def fastest(work: Callable[[], object], times: int = 5) -> float:
    """Processor seconds of the best of some runs: a busy machine must not fail the budget."""

    def seconds() -> float:
        began = time.process_time()
        work()
        return time.process_time() - began

    return min(seconds() for _ in range(times))


def test_reads_a_thousand_texts_a_second() -> None:
    texts = [row["text"] for row in CORPUS]
    assert len(texts) / fastest(lambda: [notice(text, ENGLISH) for text in texts]) >= 1000


@pytest.mark.parametrize(
    "piece",
    [
        "a", " ", ",", "é", "a\u0301", "😂", "\ud800", "'", "#1-9", "a b ", "i want to ", "not ", "no to be a ",
        "back pain ",
        "dont want to be ", "both of my legs ", "took my tablets ", "just really so ", "want just really so still to ",
        "i would not miss the end of my tether ", "my face and my chest and my back ", "cant do take bear stand this ",
        "ia" * 40 + " ", "i. want. ", "w.a.n.t ", "\ufdfa", "a-a-b", "d!e k1ll ",
    ],
)  # fmt: skip
def test_reads_ten_thousand_characters_in_fifty_milliseconds(piece: str) -> None:
    text = (piece * 10_000)[:10_000]
    assert fastest(lambda: notice(text, ENGLISH), 3) < 0.05


def test_reads_the_whole_corpus_run_together_in_fifty_milliseconds() -> None:
    text = " ".join(row["text"] for row in CORPUS if row["tier"] in ("none", "soft"))[:10_000]
    assert fastest(lambda: notice(text, ENGLISH), 3) < 0.05


def test_a_text_of_any_length_takes_no_second() -> None:
    assert fastest(lambda: notice("i would not " * 200_000 + "want to die", ENGLISH), 1) < 1
    assert notice("x y " * 100_000 + ". i want to die", ENGLISH) == "crisis"


# --- The phrases as data ----------------------------------------------------------------------------------------------


def with_phrase(phrase: str) -> dict[str, Any]:
    return {**DATA, "together": [], "signs": {"new": {"tier": "crisis", "phrases": [phrase]}}}


@pytest.mark.parametrize("phrase", ["@nothing here", "to? .. 38*", "(all @of them)"])
def test_a_phrase_that_cannot_be_used_is_named(phrase: str) -> None:
    with pytest.raises(PhraseError):
        SafetyPhrases.from_data(with_phrase(phrase))


def test_a_rule_about_a_sign_that_is_not_there_is_named() -> None:
    with pytest.raises(PhraseError, match="fevr"):
        SafetyPhrases.from_data({**DATA, "together": [{"tier": "crisis", "all": ["fevr"]}]})


def test_a_tier_that_is_not_there_is_named() -> None:
    with pytest.raises(PhraseError, match="urgnt"):
        SafetyPhrases.from_data({**DATA, "together": [{"tier": "urgnt", "all": ["fever"]}]})


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("blue|green moon", "a Green moon!"),
        ("blue moon? rises", "blue rises"),
        ("(blue moon|red sun) rises", "the red sun rises"),
        ("blue .. moon", "blue as a moon"),
        ("#9-12 moons", "11 moons"),
        ("^ moon $", "sun, moon, stars"),
        ("moonl* night", "moonlit night"),
    ],
)
def test_a_phrase_means_what_the_file_says(phrase: str, text: str) -> None:
    assert notice(text, SafetyPhrases.from_data(with_phrase(phrase))) == "crisis"
