"""Breathing on demand: at any moment, in the middle of anything, which afterwards continues."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.content import load_library
from bot.conversation import walk
from bot.conversation.breath import PACES
from bot.conversation.effects import BreathingAnimation
from bot.conversation.engine import respond
from bot.conversation.events import Choice, Event, Text
from bot.conversation.person import Person
from bot.conversation.records import Breathing
from bot.conversation.turn import Turn
from bot.programme import breathing
from tests.conversation.test_engine import settled, spoken
from tests.programme.people import Anna, labels, told

LIBRARY = load_library()
SETTLED = settled()
CHOICES = [["0", "Paris, France: 9:00"], ["1", "Paris, United States: 2:00"]]
KNOWN: dict[str, dict[str, Any]] = {  # what must be known before a question can be asked
    "link_two": {"code": "482913057716"},
    "unlink": {"first": "Telegram", "second": "Discord", "taken": []},
    "check_in": {"date": "2026-03-27"},
    "hard_day": {"entry": 1, "pain": "8"},
    "day": {"entry": 1},
    "which_city": {"cities": [["Paris", "Europe/Paris", "FR"], ["Paris", "America/Chicago", "US"]],
                   walk.CHOICES: CHOICES, "found": 2, "first": "Paris"},
    "interests": {"taken": []},
    "right_time": {"of": "check_in_time", "told": "8:30"},
    "right_pause": {"day": "Friday"},
    "hour": {"at": "12:45"},
    "own_place": {"taken": [], "own": ["scar"], "named": "scar", "count": 1},
    "more_places": {"taken": ["back"], "told": "back"},
    "step": {"entry": 1, "nudge": "dance-to-a-song", "size": "medium", "taken": ["larger"],
             "step": "Play two songs."},
    "step_expect": {"entry": 1},
    "step_result": {"entry": 1, "step": "Play two songs."},
    "step_actual": {"entry": 1},
    "breath": {"entry": 1, "started": "2026-03-27T07:00:00+00:00"},
    "scan": {"entry": 1, "started": "2026-03-27T07:00:00+00:00", "at": 2},
    "breath_after": {"entry": 1, "session": "breath"},
    "crisis": {"tier": "crisis"},
    "red_flag": {"tier": "red_flag_urgent"},
    "insight": {"told": ["sleep_pain"]},
    "trial_begin": {"question": "breath_sleep", "thing": "a breath before bed", "measure": "sleep"},
    "trial_kept": {"entry": 1, "condition": "with", "day": "yesterday", "ends": "no", "thing": "a breath before bed"},
    "trial_running": {"count": 3, "planned": 14, "condition": "with", "thing": "a breath before bed"},
    "flare_new": {"emergency": "112"},
    "flare_plan_kept": {"plan": "What helps: heat"},
    "pace_unit": {"activity": "walking"},
    "pace_cleared": {"activity": "walking", "unit": "minutes"},
    "pace_forbidden": {"activity": "walking"},
    "pace_limit": {"activity": "walking", "unit": "minutes", "example": "10 minutes", "taken": []},
    "pace_back": {"to": 9.0, "goal": "10 minutes", "lower": "9 minutes"},
    "pace_return": {"to": 6.0, "goal": "10 minutes", "lower": "6 minutes"},
    "goal_meant": {"words": "Walk to the market."},
    "goal_sure": {"step": "Walk to the gate.", "taken": []},
    "goal_smaller": {"was": "Walk to the gate.", "taken": [], "sure": "5"},
    "goal_menu": {"words": "Walk to the market.", "step": "", "has_step": "no", "sure": "", "told_sure": "no"},
    "goal_list": {"goals": "1. Walk to the market. (open)", "parked": 0, "resting": {}},
    "ladder_cleared": {"activity": "Driving"},
    "ladder_forbidden": {"activity": "Driving"},
    "ladder_rungs": {"activity": "Driving", "count": 0, "missing": 5},
    "ladder_feared": {"rung": "Sit in the car.", "number": 1, "count": 5},
    "go_back": {"rung": "Sit in the car."},
    "go_up": {"rung": "Drive round the block."},
    "go_expect": {"rung": "Sit in the car.", "feared": "4"},
    "go_sure": {"expected": "my back locks up"},
    "go_happened": {"entry": 1, "how": "done"},
    "go_harder": {"entry": 1, "how": "done"},
    "go_after": {"entry": 1},
    "go_found": {"entry": 1},
    "go_morning": {"entry": 1},
    "peg": {"average": 6.0, "enjoyment": 6.0},
    "peg_again": {"first": "6", "second": "6", "third": "6", "score": "6"},
    "mood": {"opened": 1, "interest": "several", "down": "several", "nervous": "several"},
    "note_delete": {"number": "1", "entry": 1, "words": "took ibuprofen"},
    "ally": {"ally": "Maria"},
    "ally_ask": {"ally": "Maria"},
}  # fmt: skip
QUESTIONS = [
    (script.id, step.id)
    for script in LIBRARY.scripts.values()
    for step in script.steps
    if script.id not in ("consent", "unsure", "breath_after", *breathing.SESSIONS, *breathing.QUESTIONS)
]


class Asked:
    """Somebody settled, with one question open."""

    def __init__(self, script: str, step: str) -> None:
        self.now = SETTLED.now
        turn = Turn(replace(SETTLED.person, turn=SETTLED.person.turn + 1), self.now, LIBRARY)
        asked = walk.open_script(turn, script, **KNOWN.get(script, {}))
        self.turn = walk.ask(asked.pushed(replace(asked.person.agenda[0], step=step)))

    @property
    def person(self) -> Person:
        return self.turn.person

    def act(self, event: Event) -> str:
        self.turn = respond(event, self.person, self.now, LIBRARY)
        return "\n".join(message.text for message in spoken(self.turn))


@pytest.mark.parametrize(("script", "step"), QUESTIONS)
def test_can_be_asked_for_in_the_middle_of_any_question_which_afterwards_continues(script: str, step: str) -> None:
    asked = Asked(script, step)
    question = asked.person.agenda[0]

    assert "How long?" in asked.act(Text("help me breathe"))
    assert "count to 4" in asked.act(Text("just start"))
    assert "How was that" in asked.act(Text("stop"))
    after = asked.act(Text("a bit better"))

    place = asked.person.agenda[0]
    assert (place.script, place.step, place.answers) == (question.script, question.step, question.answers)
    assert LIBRARY.scripts[script].silent or "Back to what I asked" in after


@pytest.mark.parametrize(("script", "step"), QUESTIONS)
def test_can_be_asked_for_by_the_button_in_the_middle_of_any_question(script: str, step: str) -> None:
    asked = Asked(script, step)

    assert "How long?" in asked.act(Choice("do:breathe"))


@pytest.mark.parametrize(
    "said",
    ["breathe", "/breathe", "Breathe", "breath", "help me breathe", "can we breathe", "i need to calm down",
     "let's breathe", "breathing exercise please", "calm me down"],
)  # fmt: skip
async def test_comes_by_word(anna: Anna, said: str) -> None:
    assert labels(await anna.says(said))[:5] == ["Just start", "1 minute", "3 minutes", "5 minutes", "10 minutes"]


@pytest.mark.parametrize(
    ("choice", "seconds", "breaths"),
    [("1 minute", 60, 6), ("About 1 minute", 60, 6), ("3 minutes", 180, 18), ("10 minutes", 600, 60),
     ("5", 300, 30), ("one", 60, 6), ("3", 180, 18),
     ("ten minutes", 600, 60)],
)  # fmt: skip
async def test_takes_as_long_as_the_person_chose(anna: Anna, choice: str, seconds: int, breaths: int) -> None:
    await anna.says("breathe")

    assert f"about {breaths} breaths" in told(await anna.says(choice))
    assert not await anna.waits(timedelta(seconds=seconds))
    came = await anna.waits(timedelta(seconds=10))

    assert "How was that" in told(came)
    assert anna.breathings[0].seconds == seconds + 5
    assert not anna.check_ins


async def test_the_time_can_come_with_the_word(anna: Anna) -> None:
    assert "about 30 breaths" in told(await anna.says("breathe for five minutes"))


async def test_just_start_goes_on_until_stop(anna: Anna) -> None:
    await anna.says_all("breathe", "just start")
    await anna.waits(timedelta(seconds=95))

    answer = await anna.presses("Stop")

    assert "it counts" in told(answer)
    assert anna.breathings[0].seconds == 95


async def test_stopped_at_once_counts_as_they_are_told(anna: Anna) -> None:
    await anna.says_all("breathe", "just start")

    assert "it counts" in told(await anna.says("stop"))
    assert "1 breath" in told(await anna.says("/week"))


async def test_just_start_ends_by_itself_after_ten_minutes(anna: Anna) -> None:
    await anna.says_all("breathe", "just start")

    assert "How was that" in told(await anna.waits(timedelta(minutes=11)))
    assert not await anna.waits(timedelta(hours=3))


async def test_is_four_in_and_six_out_without_holds_and_easy_by_default(anna: Anna) -> None:
    await anna.says("breathe")
    (message,) = await anna.says("just start")

    assert "count to 4, out while you count to 6" in message.text
    assert "Easy, not deep" in message.text
    assert "hold" not in message.text
    assert isinstance(message.attachment, BreathingAnimation)
    assert message.attachment.pattern == "long_out"
    assert PACES["long_out"].seconds == 10
    assert anna.breathings == (Breathing(anna.person.turn, anna.breathings[0].local_date, anna.clock.now, "long_out"),)


async def test_shows_the_circle_once(anna: Anna) -> None:
    await anna.says_all("breathe 1")
    await anna.waits(timedelta(minutes=5))
    await anna.says_all("same", "thanks")

    assert len([message for message in anna.chat.messages if message.attachment]) == 1


async def test_speaks_no_word_while_the_person_breathes(anna: Anna) -> None:
    await anna.says("breathe 5")

    assert not await anna.waits(timedelta(minutes=5))


@pytest.mark.parametrize(
    ("places", "words"),
    [("lower back", "your lower back"), ("neck and hips", "your neck and hips"), ("my surgery scar", "surgery scar")],
)
async def test_lets_the_breath_travel_to_the_persons_own_place(anna: Anna, places: str, words: str) -> None:
    await anna.says_all("/settings", "places", places)
    if anna.person.agenda[0].script == "own_place":
        await anna.says("keep it")
    await anna.says("that's all")

    answer = told(await anna.says("breathe 1"))

    assert f"travel to {words}" in answer or f"travel to your {words}" in answer
    assert "Some people find that soothing" in answer


async def test_offers_no_hands_to_someone_whose_hands_hurt(anna: Anna) -> None:
    assert "feet" in told(await anna.says("breathe 1"))
    await anna.says_all("stop", "same", "/settings", "places", "hands", "that's all")

    answer = told(await anna.says("breathe 1"))

    assert "feet" not in answer
    assert "The sounds around you" in answer


async def test_promises_nothing(anna: Anna) -> None:
    answer = told(await anna.says("breathe 1")).lower()

    for claim in ("heal", "cure", "oxygen", "will feel", "relax", "science"):
        assert claim not in answer


@pytest.mark.parametrize("said", ["stop", "Stop", "stop please", "enough", "done", "i want to stop", "stop it"])
async def test_stop_ends_the_breath_and_nothing_else(anna: Anna, said: str) -> None:
    await anna.says("breathe 5")

    assert "How was that" in told(await anna.says(said))
    assert not anna.person.stopped


async def test_a_second_stop_stops_the_messages(anna: Anna) -> None:
    await anna.says_all("breathe 5", "stop", "stop")

    assert anna.person.stopped


async def test_stop_ends_the_breath_beneath_another_question(anna: Anna) -> None:
    await anna.says_all("breathe 5", "/checkin")

    await anna.says("stop")

    assert not anna.person.stopped
    assert anna.person.agenda[0].script in ("breath_after", "check_in")


@pytest.mark.parametrize(
    "said", ["dizzy", "I feel dizzy", "my fingers are tingling", "i'm getting lightheaded", "panicky"]
)
async def test_lets_go_at_once_when_someone_feels_unwell(anna: Anna, said: str) -> None:
    await anna.says("breathe 5")

    answer = told(await anna.says(said))

    assert "back to normal" in answer
    assert "How was that" not in answer
    assert not await anna.waits(timedelta(minutes=10))


async def test_lets_go_of_the_question_after_it_when_someone_is_dizzy(anna: Anna) -> None:
    await anna.says_all("breathe 1", "stop")

    assert "back to normal" in told(await anna.says("dizzy"))
    assert not anna.person.agenda


@pytest.mark.parametrize(
    ("said", "felt"), [("A bit easier", "easier"), ("same", "same"), ("worse", "harder"), ("Rather not say", None)]
)
async def test_asks_one_optional_question_afterwards(anna: Anna, said: str, felt: str | None) -> None:
    await anna.says_all("breathe 1", "stop")

    assert await anna.says(said)
    assert anna.breathings[0].felt == felt
    assert not anna.person.agenda


async def test_the_question_afterwards_can_be_left_alone(anna: Anna) -> None:
    await anna.says_all("breathe 1", "stop")

    assert not await anna.comes("2026-03-16 08:59")
    assert "0 to 10" in told(await anna.comes("2026-03-16 09:00"))


@pytest.mark.parametrize(
    ("setting", "pattern", "said"),
    [
        ("box", "box", "hold for 4, out for 4"),
        ("gentle", "gentle", "count to 3"),
        ("4-7-8", "four_seven_eight", "hold for 7"),
    ],
)
async def test_other_ways_of_breathing_are_chosen_in_the_settings(
    anna: Anna, setting: str, pattern: str, said: str
) -> None:
    warned = told(await anna.says_all("/settings", "breathing"))
    await anna.says(setting)

    assert "pregnant" in warned
    (message,) = await anna.says("breathe 1")
    assert said in message.text
    assert "Easy, not deep" in message.text
    assert isinstance(message.attachment, BreathingAnimation)
    assert message.attachment.pattern == pattern


async def test_four_seven_eight_ends_after_four_breaths_however_long_was_asked(anna: Anna) -> None:
    await anna.says_all("/settings", "breathing", "4-7-8")

    assert "about 4 breaths" in told(await anna.says("breathe 5"))
    assert "How was that" in told(await anna.waits(timedelta(seconds=90)))


async def test_goes_on_in_a_pause_and_after_a_stop(anna: Anna) -> None:
    await anna.says("stop")

    assert "count to 4" in told(await anna.says("breathe 1"))
    assert "How was that" in told(await anna.waits(timedelta(minutes=2)))


async def test_an_old_breathing_button_still_works(anna: Anna) -> None:
    button = anna.chat.button("Breathe")
    await anna.comes("2026-03-30 12:00")

    assert "How long?" in told(await anna.act(Choice(button)))
    assert "How long?" in told(await anna.act(Choice(button)))


async def test_a_stop_just_after_the_time_was_up_is_said_of_the_breath(anna: Anna) -> None:
    await anna.says_all("breathe", "one")
    await anna.waits(timedelta(seconds=70))

    await anna.says("stop")

    assert not anna.person.stopped
