"""The two layers together: what a sense for meaning adds to the phrases, and that it never takes anything away."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.content import load_library
from bot.understanding.listening import LONGEST_PIECE, MOST_BYTES, Listening, pieces
from bot.understanding.safety import Tier
from bot.understanding.sense import Lines, Meaning
from bot.understanding.understand import understand

PHRASES = load_library().listening
NOTHING: dict[Tier, float] = {"crisis": 0, "red_flag_emergency": 0, "red_flag_urgent": 0, "soft": 0, "none": 0}


class Feeling:
    """A sense that takes every piece to mean the same."""

    lines = Lines(danger=0.5, raised=0.9, soft=0.5, intent=0.5)

    def __init__(self, tier: Tier, share: float = 1.0, language: str = "en", of_another: float = 0.0) -> None:
        tiers = {**NOTHING, tier: share}
        tiers["none"] += 1 - share
        self.meaning = Meaning(tiers, {}, {language: 1.0}, of_another)
        self.asked: list[str] = []

    def of(self, pieces: Sequence[str]) -> list[Meaning]:
        self.asked += pieces
        return [self.meaning for _ in pieces]


def listening(sense: Feeling) -> Listening:
    return Listening(PHRASES.phrases, PHRASES.small_words, sense)


def test_a_meaning_is_heard_that_no_phrase_says() -> None:
    heard = listening(Feeling("crisis", 0.6, "de")).hear("the kettle is on")
    assert (heard.tier, heard.about, heard.language) == ("crisis", "self", "de")


def test_below_its_line_a_meaning_is_not_heard() -> None:
    assert listening(Feeling("crisis", 0.4)).hear("the kettle is on").tier == "none"


@pytest.mark.parametrize("seems", ["none", "soft", "red_flag_urgent"])
def test_what_a_phrase_says_stands_whatever_the_text_seems_to_mean(seems: Tier) -> None:
    assert listening(Feeling(seems)).hear("i want to kill myself").tier == "crisis"


def test_what_phrases_took_back_needs_a_surer_meaning() -> None:
    assert listening(Feeling("crisis", 0.7)).hear("i'm not suicidal").tier == "soft"
    assert listening(Feeling("crisis", 0.95)).hear("i'm not suicidal").tier == "crisis"


def test_a_red_flag_that_means_a_crisis_is_one() -> None:
    assert listening(Feeling("crisis", 0.95)).hear("i have chest pain").tier == "crisis"


@pytest.mark.parametrize(("share", "about"), [(0.9, "someone_else"), (0.6, "self")])
def test_only_somebody_else_for_sure_is_somebody_else(share: float, about: str) -> None:
    assert listening(Feeling("crisis", of_another=share)).hear("the kettle is on").about == about


@pytest.mark.parametrize(("own", "word", "language"), [("en", "suicide", "en"), ("fr", "suicide", "fr"),
    ("pt", "suicidio", "pt"), ("de", "Suizid", "de"), ("en", "Selbstmord", "de")])  # fmt: skip
def test_a_single_word_is_in_the_writers_own_language_if_it_may_be(own: str, word: str, language: str) -> None:
    assert listening(Feeling("crisis", language="es")).hear(word, own).language == language


@pytest.mark.parametrize("said", [
    "48656c6c6f20576f726c64", "48 65 6c 6c 6f 20 57 6f 72", "SGVsbG8gd29ybGQgdGhpcyBpcyBhIHRlc3Q=",
    "https://example.com/a/page?that=has&no=words",
])  # fmt: skip
def test_what_has_no_words_is_not_weighed(said: str) -> None:
    assert list(pieces(f"look: {said}")) == ["look: ..."]


def test_without_a_sense_the_phrases_listen_on() -> None:
    assert PHRASES.hear("ich will sterben").tier == "crisis"
    assert PHRASES.meanings("ich will sterben") == []


def test_a_long_text_is_weighed_in_pieces_from_both_ends() -> None:
    told = "We went to the lake and it rained. " * 2_000 + "The last of it."
    found = list(pieces(told))
    assert MOST_BYTES * 0.9 < sum(len(piece.encode()) for piece in found) <= MOST_BYTES
    assert max(map(len, found)) <= LONGEST_PIECE
    assert found[0].startswith("We went")
    assert found[-1].endswith("The last of it.")


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u200f", "\ud800", "\n\n"])
def test_what_shows_nothing_has_no_pieces(text: str) -> None:
    assert list(pieces(text)) == []


def test_a_word_without_an_end_is_cut() -> None:
    assert all(len(piece) <= LONGEST_PIECE for piece in pieces("äb" * 5_000))


@pytest.mark.parametrize(
    ("text", "tier", "language"),
    [
        ("ich will sterben", "crisis", "de"),
        ("quiero morirme", "crisis", "es"),
        ("je veux mourir", "crisis", "fr"),
        ("quero morrer", "crisis", "pt"),
        ("i was suicidal ten years ago, i am fine today", "soft", "en"),
        ("i tried to kill myself ten years ago, i am well now", "soft", "en"),
        ("I'm not suicidal. ich will sterben", "crisis", "de"),
    ],
)
def test_each_language_is_heard_where_it_is_spoken(text: str, tier: Tier, language: str) -> None:
    heard = PHRASES.hear(text)
    assert (heard.tier, heard.language) == (tier, language)


@pytest.mark.parametrize(
    "text", ["me and my wife both want to die", "mein mann und ich wollen sterben", "moi et ma femme on veut mourir"]
)
def test_said_of_both_it_is_about_the_writer_too(text: str) -> None:
    assert PHRASES.hear(text).about == "self"


@pytest.mark.parametrize(
    "text",
    [
        "my husband wants to die. yo también quiero morir",
        "mein bruder will sterben. i want to die",
        "lol i took 30 tramadol, another monday",
        "the doctor asked if i want to kill myself. I do.",
        "she asked me if i am suicidal. honestly yes",
    ],
)
def test_the_writers_own_danger_is_not_lost_behind_anything(text: str) -> None:
    heard = PHRASES.hear(text)
    assert (heard.tier, heard.about) == ("crisis", "self")


@pytest.mark.parametrize("text", ["I won't kill myself", "never suicidal", "not suicidal", "nicht suizidal"])
def test_a_denial_in_one_language_is_no_danger_in_another(text: str) -> None:
    assert PHRASES.hear(text).tier == "soft"


@pytest.mark.parametrize(
    "text",
    [
        "For years I have had back pain, my doctor knows it. Today I can't hold my urine",
        "same as always, gp knows about the back. Coughing blood",
    ],
)
def test_an_old_back_hides_no_new_emergency(text: str) -> None:
    assert PHRASES.hear(text).tier == "red_flag_emergency"


def test_the_sense_is_asked_although_a_phrase_spoke_of_somebody_else() -> None:
    heard = listening(Feeling("crisis")).hear("my brother wants to kill himself. I gave my cat away")
    assert heard.about == "self"


@pytest.mark.parametrize("sign", ["\ufdfa", "\u3300", "\ufdfb", "\u2057", "\U0001f14b"])
def test_a_sign_that_stands_for_words_is_written_out_before_the_text_is_cut(sign: str) -> None:
    cut = list(pieces(f"ab{sign}" * 300))

    assert max(map(len, cut)) <= LONGEST_PIECE
    assert all(unicodedata.normalize("NFKC", piece) == piece for piece in cut)


def test_an_address_is_not_weighed_and_hides_nothing() -> None:
    (piece,) = pieces(f"look at https://example.org/{'x' * 200} and nobody would miss me")

    assert piece == "look at ... and nobody would miss me"


@pytest.mark.parametrize(
    ("text", "intent"), [("you were so kind to me", "thanks"), ("you were so kind, it is a 3 now", "check_in")]
)
def test_thanks_are_a_check_in_only_with_a_score(text: str, intent: str) -> None:
    library = load_library()
    sense = Feeling("none")
    sense.meaning = replace(sense.meaning, intents={"thanks": 0.9, "check_in": 0.1})
    listening = replace(library.listening, sense=sense)

    found = understand(text, listening, library.languages.reader("en"), date(2026, 6, 1))

    assert found.intent == intent
