"""The person's own hand on everything: settings, pause, stop, what is stored, leaving, and whatever else they send."""

import csv
import io
import json
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from bot.attachments import Attachments
from bot.content import load_library, platform_words
from bot.conversation import walk
from bot.conversation.commands import COMMANDS
from bot.conversation.engine import respond
from bot.conversation.events import Choice, Event, Media, Text
from bot.conversation.person import Person, to_json
from bot.conversation.turn import Turn
from tests.conversation.test_engine import spoken
from tests.programme.people import Anna, berlin, kinds, labels, told
from tests.programme.test_breathing import KNOWN, SETTLED

LIBRARY = load_library()
EVERY_OPTION = [
    (script.id, step.id, option)
    for script in LIBRARY.scripts.values()
    for step in script.steps
    for option in step.options
    if script.id != "consent" and option != "not_safe"  # which is heard as the danger it names
]


@pytest.mark.parametrize("name", COMMANDS)
async def test_every_command_is_answered(anna: Anna, name: str) -> None:
    assert told(await anna.asks(name))
    assert told(await anna.says(f"/{name}"))


async def test_help_shows_every_command_and_the_emergency_number(anna: Anna) -> None:
    answer = told(await anna.says("help"))

    for name in (
        "breathe",
        "checkin",
        "nudge",
        "pace",
        "flare",
        "week",
        "settings",
        "pause",
        "resume",
        "stop",
        "privacy",
        "export",
        "delete",
    ):
        assert f"/{name}" in answer
    assert "112" in answer
    assert len(answer) < 1000


# Settings


@pytest.mark.parametrize(
    ("texts", "setting", "value"),
    [
        (["time", "7:30", "yes"], "check_in_time", time(7, 30)),
        (["time", "half past seven in the evening", "yes"], "check_in_time", time(19, 30)),
        (["time", "[18]"], "check_in_time", time(18)),
        (["days", "mon, wed, fri"], "check_in_days", (0, 2, 4)),
        (["days", "[Monday to Friday]"], "check_in_days", (0, 1, 2, 3, 4)),
        (["days", "[Mon, Wed, Fri and Sun]"], "check_in_days", (0, 2, 4, 6)),
        (["days", "never"], "check_in_days", ()),
        (["city", "lisbon", "yes"], "zone", "Europe/Lisbon"),
        (["city", "UTC+3", "yes"], "zone", "Etc/GMT-3"),
        (["places", "neck, left wrist", "that's all"], "places", ("neck", "wrists")),
        (["places", "[Knees]", "[Hips]", "[That's all]"], "places", ("knees", "hips")),
        (["small steps", "tue and sat", "16:00", "yes", "done"], "nudge_days", (1, 5)),
        (["small steps", "[Once a week]", "[14]", "[That's all]"], "nudge_time", time(14)),
        (["small steps", "never"], "nudge_days", ()),
        (
            ["small steps", "three", "11:00", "yes", "[Outdoors]", "home", "[That's all]"],
            "interests",
            ("outdoors", "home"),
        ),
        (["letter day", "friday"], "letter_day", 4),
        (["letter day", "[Monday]"], "letter_day", 0),
        (["bad-day line", "6"], "bad_day_line", 6),
        (["bad-day line", "[9]"], "bad_day_line", 9),
        (["breathing", "gentle"], "pattern", "gentle"),
        (["breathing", "[4, 7, 8]"], "pattern", "four_seven_eight"),
        (["name", "Anna-Lena"], "name", "Anna-Lena"),
        (["pictures", "dark"], "dark_pictures", True),
        (["[Pictures]", "[Light]"], "dark_pictures", False),
        (["weekly questions", "yes"], "ask_peg", True),
        (["[Weekly questions]", "[Only when I ask]"], "ask_peg", False),
    ],
)
async def test_each_setting_is_changed_by_button_or_in_words(
    anna: Anna, texts: list[str], setting: str, value: object
) -> None:
    await anna.says("/settings")

    for text in texts:
        answer = await (anna.presses(text[1:-1]) if text.startswith("[") else anna.says(text))

    assert getattr(anna.person.settings, setting) == value
    assert "did not catch" not in told(answer)
    assert [place.script for place in anna.person.agenda] == ["settings"]


@pytest.mark.parametrize(
    "menu",
    [
        *("Time", "Days", "City", "Places", "Small steps", "Letter day", "Weekly questions"),
        *("Bad-day line", "Breathing", "Pictures", "Name"),
    ],
)
async def test_each_setting_can_be_kept(anna: Anna, menu: str) -> None:
    before = anna.person.settings
    await anna.says("/settings")

    answer = await anna.presses(menu)
    keep = next(label for label in labels(answer) if label.startswith(("Keep", "Skip")))

    assert "Kept as it was" in told(await anna.presses(keep))
    assert anna.person.settings == before


async def test_the_list_of_settings_shows_dark_pictures_and_the_weekly_questions(anna: Anna) -> None:
    assert "Weekly questions: no" in told(await anna.says("/settings"))

    await anna.says_all("weekly questions", "once a week", "pictures", "dark")

    answer = told(await anna.says("/settings"))
    assert "Weekly questions: yes" in answer
    assert "Pictures: dark" in answer


async def test_progress_shows_the_week_and_stands_in_no_list(anna: Anna) -> None:
    assert _shape(await anna.says("/progress")) == _shape(await anna.says("/week"))
    assert "progress" not in platform_words(LIBRARY)["en"].commands


async def test_settings_are_shown_in_plain_words(anna: Anna) -> None:
    answer = told(await anna.says_all("call me Anna", "/settings"))

    for line in (
        "Check-in: every day at 9:00", "Your clock: 18:05 (Europe/Berlin)", "Places: back",
        "Small steps: on Monday, Wednesday and Friday at 11:00", "Letter: Sunday", "bad from: 7",
        "Breathing: in for 4, out for 6",
    ):  # fmt: skip
        assert line in answer


async def test_the_new_time_holds_from_the_next_day_when_today_was_asked(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:05")
    await anna.says_all("4", "done", "ask me at 20:00", "yes")

    assert "check_in" not in kinds(await anna.comes("2026-03-16 23:00"))
    assert "check_in" in kinds(await anna.comes("2026-03-17 20:00"))


# A time that was typed is asked about


@pytest.mark.parametrize(
    ("said", "shown"),
    [("ask me at 20:00", "20:00"), ("ask me at half past eight in the evening", "20:30"),
     ("frag mich um 20 uhr", "20:00")],
)  # fmt: skip
async def test_a_typed_time_is_stored_only_after_yes(anna: Anna, said: str, shown: str) -> None:
    asked = await anna.says(said)

    assert told(asked) == f"You mean {shown}. Is this right?"
    assert labels(asked) == ["Yes, that is right", "Another time"]
    assert anna.person.settings.check_in_time == time(9)
    assert f"every day at {shown}" in told(await anna.says("yes"))
    assert anna.person.settings.check_in_time == time.fromisoformat(shown)
    assert not anna.person.agenda


async def test_a_typed_time_without_an_answer_leaves_the_check_in_where_it_was(anna: Anna) -> None:
    await anna.says("ask me at 20:00")

    assert "check_in" not in kinds(await anna.comes("2026-03-16 08:59"))
    assert "check_in" in kinds(await anna.comes("2026-03-16 09:00"))


async def test_an_hour_button_is_stored_without_a_question(anna: Anna) -> None:
    await anna.says_all("/settings", "time")

    assert "every day at 18:00" in told(await anna.presses("18"))
    assert anna.person.settings.check_in_time == time(18)


async def test_a_typed_time_for_the_steps_is_stored_only_after_yes(anna: Anna) -> None:
    asked = await anna.says_all("/settings", "small steps", "every day", "22:30")

    assert told(asked) == "You mean 22:30. Is this right?"
    assert anna.person.settings.nudge_time == time(11)
    await anna.presses("Yes, that is right")
    assert anna.person.settings.nudge_time == time(22, 30)
    assert anna.person.settings.check_in_time == time(9)


@pytest.mark.parametrize("said", ["21:00", "no, 21:00", "ask me at 21:00"])
async def test_another_time_can_be_named_instead_of_yes(anna: Anna, said: str) -> None:
    await anna.says("ask me at 20:00")

    assert told(await anna.says(said)) == "You mean 21:00. Is this right?"
    assert anna.person.settings.check_in_time == time(9)
    assert "every day at 21:00" in told(await anna.says("yes"))
    assert anna.person.settings.check_in_time == time(21)
    assert not anna.person.agenda


@pytest.mark.parametrize("said", ["Another time", "no", "wrong"])
async def test_another_time_asks_again(anna: Anna, said: str) -> None:
    await anna.says("ask me at 20:00")

    assert "At what time shall I check in?" in told(await anna.says(said))
    assert anna.person.settings.check_in_time == time(9)
    assert told(await anna.says("19:15")) == "You mean 19:15. Is this right?"
    await anna.says("yes")
    assert anna.person.settings.check_in_time == time(19, 15)
    assert not anna.person.agenda


async def test_after_another_time_the_old_one_can_be_kept(anna: Anna) -> None:
    await anna.says("ask me at 20:00")
    await anna.presses("Another time")

    assert "Kept as it was" in told(await anna.presses("Keep 9:00"))
    assert anna.person.settings.check_in_time == time(9)
    assert not anna.person.agenda


async def test_another_time_from_the_list_of_settings_leads_back_to_the_list(anna: Anna) -> None:
    await anna.says_all("/settings", "time", "20:00", "another time", "19:15")

    assert "Anything else to change?" in told(await anna.says("yes"))
    assert anna.person.settings.check_in_time == time(19, 15)


# Where and on which days


async def test_the_check_in_follows_the_person_to_another_zone(anna: Anna) -> None:
    await anna.says_all("I'm in New York", "yes")

    assert not await anna.comes("2026-03-16 13:59")
    assert kinds(await anna.comes("2026-03-16 14:01")) == ["check_in"]


async def test_no_check_in_comes_on_days_that_were_not_chosen(anna: Anna) -> None:
    await anna.says_all("/settings", "days", "tue")

    assert "check_in" not in kinds(await anna.comes("2026-03-16 23:00"))
    assert "check_in" in kinds(await anna.comes("2026-03-17 09:00"))


async def test_says_so_when_no_check_in_is_wanted(anna: Anna) -> None:
    assert "not check in on my own" in told(await anna.says_all("/settings", "days", "never"))
    assert "Check-in: none" in told(await anna.says("/settings"))
    assert "check_in" not in kinds(await anna.comes("2026-03-30 23:00"))


@pytest.mark.parametrize(
    "said", ["I'm in so much pain", "i'm in bed", "I live in constant pain", "i'm staying in bed", "I'm in agony"]
)
async def test_pain_is_no_city(anna: Anna, said: str) -> None:
    answer = told(await anna.says(said))

    assert "city" not in answer
    assert anna.person.settings.zone == "Europe/Berlin"
    assert not anna.person.agenda


# Pause, resume, stop


@pytest.mark.parametrize(
    ("said", "quiet", "back"),
    [
        ("pause until friday", "2026-03-19 23:59", "2026-03-20 09:00"),
        ("pause for 3 days", "2026-03-17 23:59", "2026-03-18 09:00"),
        ("leave me alone until tomorrow", "2026-03-16 08:59", "2026-03-16 09:00"),
        ("pause until 2026-04-01", "2026-03-31 23:59", "2026-04-01 09:00"),
    ],
)
async def test_is_quiet_until_the_day_that_was_named(anna: Anna, said: str, quiet: str, back: str) -> None:
    assert "I will be quiet until" in told(await anna.says(said))
    assert labels(await anna.says("yes")) == ["Start again"]

    assert not await anna.comes(quiet)
    assert kinds(await anna.comes(back)) == ["check_in"]


@pytest.mark.parametrize("said", ["pause until friday", "bis freitag pause"])
async def test_a_pause_begins_at_once_and_its_day_is_asked_about(anna: Anna, said: str) -> None:
    asked = await anna.says(said)

    assert told(asked) == "I will be quiet until Friday. Is this right?"
    assert labels(asked) == ["Yes, that is right", "Another day"]
    assert anna.person.paused_until == berlin("2026-03-20 00:00")
    confirmed = await anna.says("yes")
    assert told(confirmed) == "All right. I still answer whenever you write."
    assert labels(confirmed) == ["Start again"]
    assert anna.person.paused_until == berlin("2026-03-20 00:00")
    assert not anna.person.agenda


@pytest.mark.parametrize("said", ["pause until friday", "bis freitag pause"])
async def test_a_pause_holds_though_nobody_says_that_its_day_is_right(anna: Anna, said: str) -> None:
    await anna.says(said)

    assert not await anna.comes("2026-03-19 23:59")
    assert kinds(await anna.comes("2026-03-20 09:00")) == ["check_in"]


async def test_a_day_typed_under_until_when_is_asked_about_too(anna: Anna) -> None:
    asked = await anna.says_all("pause", "until friday")

    assert told(asked) == "I will be quiet until Friday. Is this right?"
    await anna.says("yes")
    assert anna.person.paused_until == berlin("2026-03-20 00:00")


@pytest.mark.parametrize(
    ("first", "said"),
    [("pause until friday", "until thursday"), ("pause until friday", "no, until thursday"),
     ("pause until friday", "thursday"), ("bis freitag pause", "bis donnerstag")],
)  # fmt: skip
async def test_another_day_can_be_named_instead_of_yes(anna: Anna, first: str, said: str) -> None:
    await anna.says(first)

    assert told(await anna.says(said)) == "I will be quiet until Thursday. Is this right?"
    await anna.says("yes")
    assert not anna.person.agenda
    assert not await anna.comes("2026-03-18 23:59")
    assert kinds(await anna.comes("2026-03-19 09:00")) == ["check_in"]


@pytest.mark.parametrize("said", ["Another day", "no", "wrong"])
async def test_another_day_asks_until_when_and_the_quiet_goes_on(anna: Anna, said: str) -> None:
    await anna.says("pause until friday")

    assert "Until when shall I be quiet?" in told(await anna.says(said))
    assert anna.person.paused_until == berlin("2026-03-20 00:00")
    assert "quiet until Sunday, 22 March" in told(await anna.presses("For a week"))
    assert anna.person.paused_until == berlin("2026-03-22 00:00")
    assert not anna.person.agenda


@pytest.mark.parametrize("first", ["pause until friday", "bis freitag pause"])
async def test_no_pause_after_another_day_lifts_the_pause(anna: Anna, first: str) -> None:
    await anna.says_all(first, "another day")

    answer = told(await anna.says("no pause"))

    assert "Good to see you." in answer
    assert anna.person.paused_until is None
    assert not anna.person.agenda
    assert kinds(await anna.comes("2026-03-16 09:00")) == ["check_in"]


@pytest.mark.parametrize(
    ("choice", "quiet", "back"),
    [("Until tomorrow", "2026-03-16 08:59", "2026-03-16 09:00"), ("For a week", "2026-03-21 23:59", "2026-03-22 09:00"),
     ("for 2 weeks", "2026-03-28 23:59", "2026-03-29 09:00")],
)  # fmt: skip
async def test_asks_until_when_if_no_day_was_named(anna: Anna, choice: str, quiet: str, back: str) -> None:
    assert "Until when" in told(await anna.says("pause"))

    await anna.says(choice)

    assert not await anna.comes(quiet)
    assert "check_in" in kinds(await anna.comes(back))


@pytest.mark.parametrize("choice", ["Until I say so", "forever", "for good"])
async def test_a_pause_may_be_for_good(anna: Anna, choice: str) -> None:
    await anna.says_all("pause", choice)

    assert anna.person.stopped
    assert not await anna.comes("2026-06-01 12:00")


async def test_no_pause_after_all(anna: Anna) -> None:
    assert "no pause" in told(await anna.says_all("pause", "no pause"))
    assert "check_in" in kinds(await anna.comes("2026-03-16 09:00"))


@pytest.mark.parametrize("said", ["resume", "/resume", "I'm back", "start again", "come back", "/start"])
async def test_resume_brings_everything_back_without_a_word_about_the_gap(anna: Anna, said: str) -> None:
    await anna.says("pause until friday")
    await anna.comes("2026-03-16 12:00")

    answer = told(await anna.says(said))

    assert "Good to see you." in answer
    assert "every day at 9:00" in answer
    assert kinds(await anna.comes("2026-03-17 09:00")) == ["check_in"]


async def test_the_end_of_a_pause_is_not_announced(anna: Anna) -> None:
    await anna.says("pause until friday")

    assert not await anna.comes("2026-03-20 08:59")


@pytest.mark.parametrize(
    "said", ["stop", "/stop", "Stop messaging me", "unsubscribe", "no more messages", "go away", "stop."]
)
async def test_stop_is_obeyed_at_once_and_without_a_question(anna: Anna, said: str) -> None:
    answer = await anna.says(said)

    assert "I have stopped." in told(answer)
    assert "/resume" in told(answer)
    assert "/delete" in told(answer)
    assert not await anna.comes("2026-06-01 12:00")


async def test_stop_is_heard_in_the_middle_of_a_question(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:05")

    assert "I have stopped." in told(await anna.says("stop"))
    assert not await anna.comes("2026-04-01 12:00")


async def test_someone_who_stopped_may_still_talk_and_check_in(anna: Anna) -> None:
    await anna.says_all("stop", "6")

    assert len(anna.check_ins) == 1
    assert not await anna.comes("2026-03-18 12:00")


# What is stored


async def test_says_what_is_stored_and_who_can_read_it(anna: Anna) -> None:
    answer = await anna.says("is this private?")

    assert "not end-to-end encrypted" in told(answer)
    assert labels(answer) == ["My data", "Delete my data"]


async def test_exports_everything_as_a_table_and_for_programs(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:05")
    await anna.says_all("6.5", "4", "paced", "=a note with a sign", "breathe 1", "stop", "easier")
    await anna.comes("2026-03-16 11:00")
    await anna.says_all("I'll try", "7")

    table, document = await anna.says("export my data")
    draw = Attachments(anna.store)
    files = [draw(table), draw(document)]
    assert files[0]
    assert files[1]
    stored: dict[str, list[dict[str, Any]]] = json.loads(files[1].content)
    rows = list(csv.DictReader(io.StringIO(files[0].content.decode("utf-8-sig"))))

    assert [file.name for file in files if file] == ["steady.csv", "steady.json"]
    assert {name: len(stored[name]) for name in ("check_ins", "breathings", "comfort_steps")} == {
        "check_ins": 1, "breathings": 1, "comfort_steps": 1,
    }  # fmt: skip
    assert stored["check_ins"][0]["note"] == "=a note with a sign"
    assert stored["person"][0]["document"] == json.loads(to_json(anna.person))
    assert len(rows) == sum(len(table_rows) for table_rows in stored.values())
    assert {row["table"] for row in rows} == {name for name, table_rows in stored.items() if table_rows}
    assert not [cell for row in rows for cell in row.values() if cell and cell.startswith("=")]


@pytest.mark.parametrize("said", ["delete my data", "/delete", "forget me", "Erase everything"])
async def test_deletes_everything_after_one_question(anna: Anna, said: str) -> None:
    await anna.says_all("6", "done")
    person_id = anna.person.id

    assert labels(await anna.says(said)) == ["Delete everything", "Keep it"]
    assert anna.person.has_consented
    answer = told(await anna.says("yes"))

    assert "stays with the messenger" in answer
    assert anna.stored is None
    assert not any(anna.store.everything_about(person_id).values())
    assert not await anna.comes("2026-04-01 12:00")
    assert labels(await anna.says("hello")) == ["Yes, I agree", "No, thanks"]


@pytest.mark.parametrize("said", ["no", "Keep it", "stop", "cancel"])
async def test_deletes_nothing_without_a_yes(anna: Anna, said: str) -> None:
    await anna.says("delete my data")

    assert "everything stays" in told(await anna.says(said))
    assert anna.stored


# Whatever else


@pytest.mark.parametrize("kind", ["sticker", "voice", "photo", "video", "location", "document", "contact"])
async def test_what_is_no_text_gets_a_useful_answer(anna: Anna, kind: str) -> None:
    answer = await anna.act(Media(kind))

    assert told(answer)
    assert 2 <= len(labels(answer)) <= 3


@pytest.mark.parametrize(
    "said", ["", "   ", "asdfgh", "🙂", "/nonsense", "x" * 10_000, "tell me a story", "\x00", "..."]
)
async def test_nonsense_gets_a_short_answer_with_two_or_three_choices(anna: Anna, said: str) -> None:
    answer = await anna.says(said)

    assert 0 < len(told(answer)) <= 300
    assert 2 <= len(labels(answer)) <= 3


async def test_the_open_question_outlives_a_sticker(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:05")
    await anna.act(Media("sticker"))

    await anna.presses("4")

    assert anna.check_ins[0].pain == 4.0


@pytest.mark.parametrize("said", ["should i take more ibuprofen", "can I double my dose?", "what is wrong with me"])
async def test_gives_no_medical_advice(anna: Anna, said: str) -> None:
    assert "pharmacist or your clinician" in told(await anna.says(said))


@pytest.mark.parametrize("said", ["it hurts so much", "my back hurts", "i'm exhausted", "I can't sleep"])
async def test_a_complaint_is_met_with_kindness(anna: Anna, said: str) -> None:
    assert "That sounds hard." in told(await anna.says(said))


async def test_a_number_under_a_choice_of_cities_is_no_check_in(anna: Anna) -> None:
    await anna.says_all("/settings", "city", "birmingham", "2")

    assert not anna.check_ins


@pytest.mark.parametrize(
    "label",
    ["A small step", "My week", "Start again", "My data", "Check in", "Breathe", "Privacy", "Delete my data", "Stop"],
)
async def test_the_words_of_a_command_button_do_what_the_button_does(anna: Anna, label: str) -> None:
    names = {value: key for key, value in _buttons().items()}

    assert _shape(await anna.says(label)) == _shape(await anna.act(Choice(f"do:{names[label]}")))


def _buttons() -> dict[str, str]:
    return {name: LIBRARY.words.label("en", "buttons", name) for name in COMMANDS if name not in {"did_it", "progress"}}


def _shape(messages: list[Any]) -> list[tuple[str, list[str]]]:
    return [(message.kind, [option.label for option in message.options]) for message in messages]


def _asked(script: str, step: str) -> Turn:
    turn = Turn(replace(SETTLED.person, turn=SETTLED.person.turn + 1), SETTLED.now, LIBRARY)
    asked = walk.open_script(turn, script, **KNOWN.get(script, {}))
    return walk.ask(asked.pushed(replace(asked.person.agenda[0], step=step)))


def _after(turn: Turn, event: Event) -> tuple[Person, list[str]]:
    after = respond(event, turn.person, turn.now + timedelta(seconds=5), LIBRARY)
    return replace(after.person, last_choice=None), [message.text for message in spoken(after)]


@pytest.mark.parametrize(("script", "step", "option"), EVERY_OPTION)
def test_the_words_of_every_button_can_be_typed_instead(script: str, step: str, option: str) -> None:
    turn = _asked(script, step)
    button = next(
        (found for found in spoken(turn)[-1].options if found.id.split(":")[2] == option),
        None,
    )
    if button is None:
        assert option in KNOWN[script]["taken"]
        return

    pressed, typed = _after(turn, Choice(button.id)), _after(turn, Text(button.label))

    assert typed == pressed


@pytest.mark.parametrize("said", ["change places", "my places are wrong"])
async def test_painful_places_are_changed_in_words(anna: Anna, said: str) -> None:
    assert "Where does it hurt" in told(await anna.says(said))
    await anna.says_all("neck", "that's all")

    assert anna.person.settings.places == ("neck",)


async def test_says_nothing_more_than_that_it_is_gone(anna: Anna) -> None:
    answer = told(await anna.says_all("delete my data", "yes"))

    assert answer.startswith("It is gone")
    assert "Thank you" not in answer


async def test_the_settings_are_shown_again_after_each_change(anna: Anna) -> None:
    await anna.says("/settings")
    await anna.presses("Time")
    answer = await anna.presses("18")

    assert "Anything else to change?" in told(answer)
    assert "Places" in labels(answer)
    await anna.presses("Letter day")
    await anna.presses("Friday")
    assert "Settings are there" in told(await anna.presses("Done"))
    assert (anna.person.settings.check_in_time, anna.person.settings.letter_day) == (time(18), 4)
    assert not anna.person.agenda


async def test_the_letter_is_turned_off_in_words(anna: Anna) -> None:
    assert "No more letters" in told(await anna.says("turn off the letter"))
    assert "Letter: none" in told(await anna.says("/settings"))
    assert "weekly" not in kinds(await anna.comes("2026-03-22 20:00"))


async def test_weekends_are_left_free_in_words(anna: Anna) -> None:
    assert "from Monday to Friday" in told(await anna.says("no check ins on weekends"))


async def test_a_new_time_is_taken_while_a_check_in_is_open(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:05")

    assert "10:00. Is this right?" in told(await anna.says("can we do check ins at 10 instead"))
    assert "at 10:00" in told(await anna.says("yes"))
    assert anna.person.settings.check_in_time == time(10)
    assert not anna.check_ins


@pytest.mark.parametrize("said", ["dont write so early", "landed. its already afternoon here"])
async def test_a_wish_without_an_hour_or_a_city_is_asked_about(anna: Anna, said: str) -> None:
    assert told(await anna.says(said)).startswith(("At what time", "In which city"))


@pytest.mark.parametrize("said", ["i'm in london now", "im back home in chicago"])
async def test_a_city_is_heard_however_someone_says_they_are_there(anna: Anna, said: str) -> None:
    came = await anna.says(said)

    assert any(city in told(came) + " ".join(labels(came)) for city in ("London", "Chicago"))


async def test_a_journey_changes_the_clock_only_on_arrival(anna: Anna) -> None:
    assert "I'm in London" in told(await anna.says("im flying to london tonight"))
    assert anna.person.settings.zone == "Europe/Berlin"


async def test_a_city_is_chosen_by_its_country(anna: Anna) -> None:
    await anna.says_all("/settings", "city", "birmingham", "the uk one")

    assert anna.person.settings.zone == "Europe/London"


async def test_a_fixed_distance_to_utc_is_shown_as_people_write_it(anna: Anna) -> None:
    answer = told(await anna.says_all("i live in UTC+3", "yes", "/settings"))

    assert "UTC+3" in answer
    assert "Etc" not in answer
