"""What comes every day asks less of whoever wants less, and remembers what was said."""

from tests.programme.people import Anna, labels, told

MONDAY = "2026-03-16"


async def only_numbers(anna: Anna, days: int) -> list[list[str]]:
    """The buttons under the last thing said on each day, when only the number is told and the rest left."""
    await anna.says_all("no more steps", "no letter")
    shown = []
    for day in range(16, 16 + days):
        await anna.comes(f"2026-03-{day} 09:05")
        answer = await anna.says("4")
        shown.append(labels(answer))
        if "Done for today" in labels(answer):
            await anna.says("done")
    return shown


async def test_after_four_bare_numbers_only_the_number_is_asked(anna: Anna) -> None:
    shown = await only_numbers(anna, 6)

    assert ["Done for today" in each for each in shown] == [True] * 4 + [False] * 2
    assert shown[4:] == [["Sleep and the day"]] * 2


async def test_the_questions_come_for_a_day_with_a_tap_and_for_good_in_words(anna: Anna) -> None:
    await only_numbers(anna, 5)

    assert "Done for today" in labels(await anna.presses("Sleep and the day"))
    await anna.says_all("6", "rested", "no")
    assert (anna.check_ins[-1].sleep, anna.check_ins[-1].day) == (6.0, "rested")
    await anna.says("ask me about sleep")
    await anna.comes("2026-03-21 09:05")
    assert "Done for today" in labels(await anna.says("4"))


async def test_sleep_is_asked_while_an_experiment_needs_it(anna: Anna) -> None:
    await only_numbers(anna, 5)
    await anna.says_all("no screens", "try out", "screens", "begin")
    await anna.comes("2026-03-21 09:05")

    assert "Done for today" in labels(await anna.says("4"))
    assert "sleep 7" in told(await anna.says("7"))
    assert anna.person.place is None


async def test_a_sentence_of_numbers_leaves_no_note(anna: Anna) -> None:
    await anna.comes(f"{MONDAY} 09:05")

    assert "note" not in told(await anna.says("5, sleep 6"))
    assert (anna.check_ins[0].sleep, anna.check_ins[0].note) == (6.0, None)


async def test_after_four_steps_left_in_a_row_fewer_are_offered_once(anna: Anna) -> None:
    answer = []
    for day in (16, 18, 20, 23):
        await anna.comes(f"2026-03-{day} 09:05")
        await anna.says("4, sleep 5")
        await anna.comes(f"2026-03-{day} 11:30")
        answer = await anna.says("not today")

    assert labels(answer) == ["Once a week", "Never", "As it is"]
    await anna.presses("Once a week")
    assert anna.person.settings.nudge_days == (2,)


async def test_someone_in_the_flare_plan_can_be_written_to_by_name(anna: Anna) -> None:
    await anna.says_all("my flare plan", "heat", "Meg: bring the shopping", "one cup")

    assert "Asking for help" in labels(await anna.says("tell Meg"))
    assert "Asking for help" not in labels(await anna.says("tell Bob"))


async def test_being_worn_out_is_met_with_a_person_to_turn_to(anna: Anna) -> None:
    assert labels(await anna.says("i'm so fed up, nothing ever helps")) == ["Breathe", "Write to someone"]


async def test_a_go_counts_in_the_week(anna: Anna) -> None:
    await anna.comes(f"{MONDAY} 09:05")
    await anna.says_all("4, sleep 5", "/ladder", "driving", "no")
    await anna.says_all("sit in the car", "start it", "the block", "the baker", "the town", "that's all")
    await anna.says_all("3", "4", "5", "6", "7", "try this rung", "my back locks", "7", "4")

    assert "“my back locks”" in told(await anna.says("I did it"))
    await anna.says_all("no", "2", "4", "fine")
    assert "one step outside the comfort zone" in told(await anna.says("my week"))


async def test_a_look_at_the_goal_can_be_answered_a_day_later(anna: Anna) -> None:
    await anna.says_all("my goal is to sing", "not now", "no more steps", "no letter")
    for day in range(16, 32):
        await anna.comes(f"2026-03-{day} 09:05")
        await anna.says("4, sleep 5")
    await anna.comes("2026-03-31 20:00")
    await anna.comes("2026-04-01 09:30")

    assert "It is moving" in {option.label for option in anna.chat.options}
    assert "keep at something" in told(await anna.presses("It is moving"))
