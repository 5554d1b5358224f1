"""Someone close: named by the person, and a few words for them that the person sends themselves."""

import pytest

from tests.programme.people import Anna, kinds, labels, told


async def draft(anna: Anna, *texts: str) -> str:
    """The draft, which comes as a message of its own."""
    answer = await anna.says_all(*texts)
    assert kinds(answer)[:2] == ["ally", "ally_draft"]
    assert "send it yourself" in answer[0].text
    return answer[1].text


async def test_a_name_is_asked_for_once_and_kept_as_typed(anna: Anna) -> None:
    assert "Who is someone" in told(await anna.says("/ally"))
    assert "“Maria B.”" in told(await anna.says("Maria B."))
    assert anna.person.settings.ally == "Maria B."
    assert "A few words for Maria B." in told(await anna.says_all("not now", "write to my ally"))


async def test_the_draft_holds_the_number_of_today_and_nothing_is_sent(anna: Anna) -> None:
    await anna.says_all("7", "done", "my ally is Maria")

    assert await draft(anna, "short") == "Hi Maria, today is 7 out of 10 for me. You do not have to do anything."
    assert "my pain is 7 today" in await draft(anna, "/ally", "just telling")
    assert "for something: call me tonight" in await draft(anna, "/ally", "asking for help", "call me tonight")
    assert "Tell me what would work for you" in await draft(anna, "/ally", "asking for help", "leave that open")
    assert anna.person.settings.name is None
    assert {message.address.user for message in anna.chat.messages} == {"person"}


async def test_yesterdays_number_is_not_todays(anna: Anna) -> None:
    await anna.says_all("7", "done")
    await anna.comes("2026-03-16 08:00")

    assert "7" not in await draft(anna, "/ally Maria", "short")


async def test_my_sister_is_written_to_without_a_name(anna: Anna) -> None:
    assert "“my sister”" in told(await anna.says("tell my sister"))
    assert (await draft(anna, "short")).startswith("Hi, ")


async def test_someone_else_is_for_this_once_when_told_so(anna: Anna) -> None:
    await anna.says_all("my ally is Maria", "not now")

    assert "for my brother" in told(await anna.says("tell my brother"))
    assert anna.person.settings.ally == "Maria"
    assert "for Maria" in told(await anna.says_all("not now", "tell Maria"))


async def test_can_be_left_at_every_question_and_forgotten(anna: Anna) -> None:
    for texts in (["/ally", "not now"], ["/ally", "Jo", "not now"], ["/ally", "asking", "not now"]):
        assert "/ally whenever" in told(await anna.says_all(*texts))
        assert not anna.person.agenda
    assert "taken that out" in told(await anna.says("forget my ally"))
    assert anna.person.settings.ally is None


async def test_someone_else_can_be_kept_instead(anna: Anna) -> None:
    await anna.says_all("my ally is Maria", "for someone else", "Jo")

    assert anna.person.settings.ally == "Jo"
    assert "Asking for help" in labels(anna.chat.messages[-1:])


async def test_a_name_too_long_is_told_so(anna: Anna) -> None:
    assert "too long" in told(await anna.says_all("/ally", "x" * 41))
    assert anna.person.settings.ally is None


@pytest.mark.parametrize("text", ["tell me a joke", "text me at 8", "tell them"])
async def test_telling_anyone_else_is_no_wish_for_a_draft(anna: Anna, text: str) -> None:
    assert not {"ally", "ally_draft"} & set(kinds(await anna.says_all("my ally is Maria", "not now", text)))
