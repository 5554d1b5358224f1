"""Twelve weeks as a person lives with them: what they ask of her, and how often the same is said."""

from itertools import pairwise

from scripts.weeks import CHAT, PAGE, by_day, often, page, said_in

CHAT_NOW = CHAT.read_text(encoding="utf-8")
SAID = said_in(CHAT_NOW)


def test_the_page_has_the_figures_of_the_chat() -> None:
    """`make weeks` writes them again."""
    written = PAGE.read_text(encoding="utf-8")

    assert page(written, CHAT_NOW) == written


def test_no_sentence_comes_more_often_than_every_fifth_day() -> None:
    assert max(count for _, count in often(SAID)) <= 84 / 5


def test_no_question_comes_unasked_while_another_of_that_day_waits() -> None:
    waiting = [
        (before.text, after.text)
        for before, after in pairwise(SAID)
        if before.by == after.by == "unasked" and before.day == after.day
        if "?" in before.text and "?" in after.text
    ]
    assert waiting == []


def test_an_ordinary_day_asks_for_few_taps_and_little_reading() -> None:
    taps, words = (sorted(by_day(SAID)[name].values()) for name in ("taps or texts from the person", "words to read"))

    assert taps[len(taps) // 2] <= 4
    assert words[len(words) // 2] <= 125
