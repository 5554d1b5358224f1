"""Medicines, triggers and questions for the doctor, in a person's own words: kept, listed, taken out, never judged."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import load_library
from bot.conversation.effects import Record
from bot.conversation.engine import respond
from bot.conversation.events import Text
from bot.conversation.person import Person
from bot.conversation.records import Noted
from bot.programme.noting import LONGEST
from tests.conversation.test_engine import spoken
from tests.programme.people import Anna, kinds, told

NOW = datetime(2026, 3, 27, 12, 0, tzinfo=UTC)
SOMEONE = Person("someone", consented_at=NOW)


@pytest.mark.parametrize(
    ("text", "about", "words"),
    [
        ("note: took ibuprofen", "medicine", "took ibuprofen"),
        ("Note to self : Rain all week!", "other", "Rain all week!"),
        ("took ibuprofen", "medicine", "took ibuprofen"),
        ("I just took 2 Paracetamol before bed", "medicine", "I just took 2 Paracetamol before bed"),
        ("had my meds", "medicine", "had my meds"),
        ("medicine: Lyrica 75", "medicine", "Lyrica 75"),
        ("trigger: long drive", "trigger", "long drive"),
        ("note: trigger: Long drive", "trigger", "Long drive"),
        ("Question for my doctor: can I swim?", "question", "can I swim?"),
        ("question for my gp: should i stop taking it?", "question", "should i stop taking it?"),
        ("/note the bath helped", "other", "the bath helped"),
        ("notiz: Langer Spaziergang", "other", "Langer Spaziergang"),
        (f"note: {'so long ' * 24}".strip(), "other", ("so long " * 24).strip()),
    ],
)
async def test_keeps_what_is_noted_as_it_was_typed(anna: Anna, text: str, about: str, words: str) -> None:
    answer = told(await anna.says(text))

    (noted,) = anna.records.noted
    assert (noted.about, noted.words) == (about, words)
    assert f"“{words}”" in answer
    assert "my notes" in answer


@pytest.mark.parametrize(
    "text", ["took a walk", "took it slow", "had a rest", "tell me more", "time: 9:30", "note:", "note"]
)
async def test_keeps_nothing_else(anna: Anna, text: str) -> None:
    await anna.says(text)

    assert not anna.records.noted


async def test_a_medicine_is_no_score_while_a_check_in_is_open(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:05")
    await anna.says("took 2 ibuprofen")

    assert not anna.check_ins
    await anna.says("6")
    assert [each.pain for each in anna.check_ins] == [6]


async def test_a_day_told_with_a_medicine_stays_a_check_in(anna: Anna) -> None:
    await anna.says("6 low back, took ibuprofen")

    assert [each.note for each in anna.check_ins] == ["6 low back, took ibuprofen"]


async def test_what_is_too_long_is_kept_in_no_part(anna: Anna) -> None:
    assert "kept none of it" in told(await anna.says("note: " + "x" * (LONGEST + 1)))
    assert not anna.records.noted


async def test_lists_them_with_numbers_and_by_what_they_are_about(anna: Anna) -> None:
    await anna.says_all("took ibuprofen", "trigger: long drive", "question for my doctor: can I swim?")

    assert (
        "1. today, medicine: took ibuprofen\n2. today, trigger: long drive\n3. today, for the doctor: can I swim?"
        in (told(await anna.says("my notes")))
    )
    answer = told(await anna.says("my questions for the doctor"))
    assert "3. today, for the doctor: can I swim?" in answer
    assert "ibuprofen" not in answer
    assert "long drive" in told(await anna.says("my triggers"))


async def test_a_long_list_shows_the_newest_and_fits_into_a_message(anna: Anna) -> None:
    for number in range(10):
        await anna.says(f"note: {number}{'x' * (LONGEST - 1)}")

    answer = told(await anna.says("my notes"))
    assert "\n10. today" in answer
    assert "\n2. today" not in answer
    assert "Older ones are kept" in answer
    assert len(answer) <= 2000


async def test_takes_one_out_after_showing_it(anna: Anna) -> None:
    await anna.says_all("took ibuprofen", "trigger: long drive", "note: rain")

    assert "“long drive”" in told(await anna.says("delete note 2"))
    assert "It is gone" in told(await anna.presses("Take it out"))
    assert [each.words for each in anna.records.noted] == ["took ibuprofen", "rain"]
    assert "stays" in told(await anna.says_all("delete my last note", "no"))
    assert "number 9" in told(await anna.says("delete note 9"))
    assert len(anna.records.noted) == 2


async def test_nothing_to_show_is_no_dead_end(anna: Anna) -> None:
    for text in ("my notes", "delete note 1"):
        assert '"note:"' in told(await anna.says(text))
    assert not anna.person.agenda


@pytest.mark.parametrize(
    "text", ["note: i want to die", "note: took all my pills", "took 40 paracetamol", "/note i took 30 pills"]
)
async def test_danger_in_a_note_is_heard_first(anna: Anna, text: str) -> None:
    assert kinds(await anna.says(text)) == ["crisis"]
    assert not anna.records.noted


@pytest.mark.parametrize("text", ["took 60 ibuprofen", "medicine: 40 paracetamol", "note: took sixty ibuprofen"])
async def test_a_count_that_may_be_too_much_comes_with_a_number_to_call(anna: Anna, text: str) -> None:
    assert "112" in told(await anna.says(text))


@pytest.mark.parametrize("text", ["took ibuprofen 400", "took 600 mg ibuprofen", "took 2 ibuprofen at 10"])
async def test_a_usual_dose_gets_no_remark(anna: Anna, text: str) -> None:
    assert "call" not in told(await anna.says(text))


async def test_while_help_is_on_the_screen_nothing_is_noted(anna: Anna) -> None:
    await anna.says_all("i want to die", "note: took ibuprofen")

    assert not anna.records.noted


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=LONGEST))
def test_any_words_are_kept_whole_or_not_at_all(words: str) -> None:
    turn = respond(Text(f"trigger: {words}"), SOMEONE, NOW, load_library())

    kept = [effect.fact for effect in turn.effects if isinstance(effect, Record) and isinstance(effect.fact, Noted)]
    assert spoken(turn)
    assert [each.words for each in kept] in (
        [words.encode("utf-8", "replace").decode().replace("\x00", "").strip()],
        [],
    )


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("took ibuprofen 600 in the morning, note that", "took ibuprofen 600 in the morning"),
        ("note that i took Ibuprofen 600", "i took Ibuprofen 600"),
        ("note: ibuprofen 600 in the morning, tramadol 50", "ibuprofen 600 in the morning, tramadol 50"),
        ("stopped the tramadol", "stopped the tramadol"),
    ],
)
@pytest.mark.parametrize("before", [(), ("9",)])
async def test_a_medicine_that_is_named_is_a_medicine(
    anna: Anna, said: str, kept: str, before: tuple[str, ...]
) -> None:
    await anna.says_all(*before, said)

    assert [(row.about, row.words) for row in anna.records.noted] == [("medicine", kept)]
    assert not anna.person.paused_until
