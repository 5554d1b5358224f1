"""What somebody found who set out to break the promises."""

from bot.conversation.events import Choice, Text
from tests.programme.people import Anna, Stranger, kinds, told
from tests.programme.test_check_in import pains


async def test_a_forged_safety_button_before_consent_shows_the_help(stranger: Stranger) -> None:
    answer = await stranger.act(Choice("crisis:next:zzz:1"))

    assert kinds(answer) == ["crisis"]
    assert stranger.stored is None


async def test_a_later_red_flag_does_not_lift_the_hold_of_a_crisis(anna: Anna) -> None:
    await anna.says("I want to kill myself")
    await anna.says("I can't feel my legs and I wet myself")

    answer = await anna.presses("It's old and my doctor knows")

    assert kinds(answer) == ["crisis"]
    assert await anna.comes("2026-03-19 12:00") == []


async def test_same_as_yesterday_is_never_today(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:05")
    await anna.says_all("6", "done")
    await anna.comes("2026-03-17 09:05")
    await anna.says_all("3", "done")

    await anna.says("/checkin same as yesterday")

    assert [pain for _, pain in pains(anna)] == [6, 3]


async def test_half_a_character_in_a_note_is_kept_without_it(anna: Anna) -> None:
    await anna.comes("2026-03-16 09:05")
    await anna.says_all("6", "4", "paced")

    answer = await anna.act(Text("bad \ud800 day"))

    assert "went wrong" not in told(answer)
    assert anna.check_ins[-1].note == "bad ? day"


async def test_a_check_in_at_midnight_comes_on_the_day_a_pause_ends(anna: Anna) -> None:
    await anna.says_all("check in at 00:00", "yes", "pause until thursday")

    came = await anna.comes("2026-03-19 00:10")

    assert kinds(came) == ["check_in"]
