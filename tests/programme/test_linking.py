"""One memory in two places: joined by a code, messages where they last spoke, parted and deleted from either."""

from datetime import timedelta

import pytest

from bot.conversation.events import Choice, Event, Left, Text
from bot.conversation.person import Person
from bot.conversation.records import Fact
from bot.ports import Address, OutboxMessage
from tests.programme.people import Anna, berlin, told
from tests.transcript import CODE, PERSON, PERSON_THERE

TYPED = "4829 1305 7716"


class Between(Anna):
    """Anna, who has a second messenger too."""

    async def there(self, *texts: str, event: Event | None = None) -> list[OutboxMessage]:
        """What comes back, in either place, to the last of what she does in the other one."""
        answer: list[OutboxMessage] = []
        for one in (event,) if event else map(Text, texts):
            self.clock.now += timedelta(seconds=5)
            answer = await self.act(one, place=PERSON_THERE)
        return answer

    async def here(self, text: str) -> list[OutboxMessage]:
        self.clock.now += timedelta(seconds=5)
        return await self.says(text)

    async def join(self) -> list[OutboxMessage]:
        await self.here("/link")
        return await self.there(TYPED)

    async def settles_there(self) -> None:
        await self.there("hi", "i agree", "usual", "berlin", "yes")

    def known_at(self, place: Address) -> Person | None:
        with self.store.begin() as unit:
            return unit.person_at(place)


@pytest.fixture
async def anna() -> Between:
    anna = Between()
    await anna.settle()
    return anna


def at(messages: list[OutboxMessage], place: Address) -> str:
    return told([message for message in messages if message.address == place])


async def test_a_code_joins_the_other_place_and_both_are_told(anna: Between) -> None:
    await anna.here("6")

    answer = await anna.join()

    assert "Now I know you in both: Telegram and Discord" in at(answer, PERSON_THERE)
    assert "If that was not you" in at(answer, PERSON)
    assert anna.known_at(PERSON_THERE) == anna.known_at(PERSON)
    assert "You checked in on one day." in told(await anna.there("/week"))


@pytest.mark.parametrize("typed", ["482913057716", "4829-1305-7716", "link 4829 1305 7716", "/link 482913057716"])
async def test_the_code_is_read_however_it_is_typed(anna: Between, typed: str) -> None:
    await anna.here("/link")
    await anna.there(typed)

    assert anna.known_at(PERSON_THERE)


async def test_a_code_is_kept_as_a_digest_works_once_and_ten_minutes(anna: Between) -> None:
    await anna.here("/link")
    assert CODE not in str(anna.store.everything_about(anna.person.id))

    await anna.waits(timedelta(minutes=11))
    assert "I do not know that code" in told(await anna.there(TYPED))
    assert anna.known_at(PERSON_THERE) is None

    await anna.join()
    await anna.there("/unlink", "second")
    assert "I do not know that code" in told(await anna.there(TYPED))


async def test_the_code_typed_where_it_was_offered_joins_nothing(anna: Between) -> None:
    await anna.here("/link")

    assert "Write it to me there" in told(await anna.here(TYPED))
    assert anna.person.met_on == ()


async def test_a_telephone_number_in_the_flare_plan_is_no_code(anna: Between) -> None:
    await anna.says_all("my flare plan", "a warm bath")
    await anna.here("030112233445")

    plan = anna.person.flare_plan
    assert plan is not None
    assert plan.tell == "030112233445"


async def test_a_stranger_who_wants_to_join_is_told_where_the_code_comes_from(anna: Between) -> None:
    answer = await anna.there("/link")

    assert "write /link to me there" in told(answer)
    assert anna.known_at(PERSON_THERE) is None


async def test_what_comes_unasked_comes_where_they_last_spoke(anna: Between) -> None:
    await anna.join()
    await anna.there("thanks")
    assert {message.address for message in await anna.comes("2026-03-16 09:05")} == {PERSON_THERE}

    await anna.here("6")
    assert {message.address for message in await anna.comes("2026-03-17 09:05")} == {PERSON}


async def test_a_platform_that_does_not_run_leaves_them_the_other_one(anna: Between) -> None:
    await anna.join()
    await anna.there("thanks")
    anna.clock.now = berlin("2026-03-16 09:05")

    await anna.companion.wake(frozenset({PERSON.platform}))

    await anna.journey.deliver()
    assert anna.chat.messages[-1].address == PERSON


async def test_blocking_one_place_is_leaving_only_where_they_last_spoke(anna: Between) -> None:
    await anna.join()
    await anna.here("thanks")
    await anna.there(event=Left())
    assert not anna.person.away

    await anna.act(Left())
    assert anna.person.away


async def test_two_memories_become_one_only_after_a_yes_and_nothing_is_lost(anna: Between) -> None:
    await anna.says_all("6", "4", "done", "note: took ibuprofen")
    await anna.settles_there()
    await anna.there("3", "done", "no, 4", "note: long drive", "/goal", "see the sea", "look at a map", "8")
    other = anna.known_at(PERSON_THERE)
    assert other is not None
    assert other.aim is not None

    question = await anna.join()
    assert "all of it goes together" in told(question)
    assert anna.known_at(PERSON_THERE) == anna.known_at(PERSON_THERE) != anna.known_at(PERSON)
    await anna.there("join them")

    records = anna.records
    assert {note.words for note in records.noted} == {"took ibuprofen", "long drive"}
    assert [goal.state for goal in records.goals] == ["parked"]
    corrected = next(one for one in records.check_ins if one.corrects)
    assert (corrected.pain, next(one.pain for one in records.check_ins if one.entry == corrected.corrects)) == (4, 3)
    assert anna.person.last_check_in is not None
    assert anna.person.last_check_in.pain == 4
    assert anna.known_at(PERSON_THERE) == anna.person
    facts: tuple[Fact, ...] = (*records.check_ins, *records.noted, *records.goals)
    entries = [fact.entry for fact in facts]
    assert len(set(entries)) == len(entries)
    assert max(entries) < anna.person.turn


async def test_two_memories_stay_two_after_a_no(anna: Between) -> None:
    await anna.settles_there()
    await anna.join()
    await anna.there("leave it")

    assert anna.known_at(PERSON_THERE) != anna.known_at(PERSON)


async def test_what_spares_them_in_one_memory_spares_them_in_both(anna: Between) -> None:
    await anna.settles_there()
    await anna.there("flare")
    await anna.join()
    await anna.there("join them")

    flare = anna.person.flare
    assert flare is not None
    assert flare.entry in [row.entry for row in anna.records.flares]


async def test_nothing_is_joined_while_help_is_held(anna: Between) -> None:
    await anna.here("/link")
    await anna.here("i want to kill myself")
    assert "code" not in told(await anna.here("/link"))

    await anna.settles_there()
    await anna.there("i want to kill myself", TYPED)
    assert anna.known_at(PERSON_THERE) != anna.known_at(PERSON)


async def test_help_for_a_danger_comes_in_the_place_where_it_was_told(anna: Between) -> None:
    await anna.join()
    answer = await anna.there("i want to kill myself")

    assert {message.address for message in answer} == {PERSON_THERE}
    assert anna.person.hold is not None


@pytest.mark.parametrize("from_there", [True, False])
@pytest.mark.parametrize(("word", "left", "stays"), [("second", PERSON_THERE, PERSON), ("first", PERSON, PERSON_THERE)])
async def test_either_place_can_be_parted_from_either(
    anna: Between, word: str, left: Address, stays: Address, from_there: bool
) -> None:
    await anna.join()
    await anna.waits(timedelta(hours=25))
    says = anna.there if from_there else anna.here
    await says("/unlink")
    answer = await says(word)

    assert anna.known_at(left) is None
    kept = anna.known_at(stays)
    assert kept is not None
    assert kept.met_on == ()
    assert "I no longer know you on" in at(answer, PERSON)
    assert "I no longer know you on" in at(answer, PERSON_THERE)
    assert {message.address for message in await anna.comes("2026-03-18 09:05")} == {stays}


async def test_for_a_day_only_the_new_place_can_be_parted(anna: Between) -> None:
    """Whoever got hold of a code can't put the person out of their own memory."""
    await anna.join()
    question = (await anna.there("/unlink"))[-1]
    assert [option.label for option in question.options] == ["In the second one", "Leave both"]

    await anna.there("first")
    assert anna.known_at(PERSON) is not None
    await anna.here("/unlink")
    await anna.here("second")
    assert anna.known_at(PERSON_THERE) is None


async def test_two_places_at_most_and_of_two_platforms(anna: Between) -> None:
    third = Address(PERSON.platform, "another account", "another account")
    await anna.here("/link")
    await anna.act(Text(TYPED), place=third)
    assert anna.known_at(third) is None

    await anna.join()
    anna.companion.turns.new_code = lambda: "111122223333"
    for text in ("hi", "i agree", "usual", "berlin", "yes", "/link"):
        await anna.act(Text(text), place=third)
    assert "We already talk in two places" in told(await anna.there("1111 2222 3333"))


async def test_nothing_is_joined_to_a_memory_for_which_help_is_held(anna: Between) -> None:
    await anna.here("/link")
    await anna.here("i want to kill myself")

    assert "cannot join" in told(await anna.there(TYPED))
    assert anna.known_at(PERSON_THERE) is None


async def test_a_yes_to_an_old_question_never_deletes(anna: Between) -> None:
    await anna.here("/link")
    await anna.here("/delete")
    await anna.there(TYPED, "yes")
    assert anna.known_at(PERSON) is not None

    await anna.here("/delete")
    await anna.waits(timedelta(hours=3))
    assert "Shall I delete everything" in told(await anna.here("yes"))
    assert anna.known_at(PERSON) is not None


async def test_what_was_stopped_limited_or_planned_in_one_memory_is_so_in_both(anna: Between) -> None:
    await anna.settles_there()
    await anna.there("my flare plan", "a warm bath", "my sister", "the shopping")
    await anna.there("pace my walking", "minutes", "yes, a limit", "12 minutes", "stop writing to me")
    await anna.here("6")
    await anna.join()
    await anna.there("join them")

    person = anna.person
    assert person.stopped
    assert person.flare_plan is not None
    assert person.pacing is not None
    assert person.pacing.limit == 12


async def test_the_newest_score_of_a_day_counts_whichever_memory_it_was_told_to(anna: Between) -> None:
    await anna.settles_there()
    await anna.there("8", "not now")
    await anna.here("3")
    await anna.join()
    await anna.there("join them")

    assert "pain 3" in told(await anna.there("/week"))


async def test_of_two_flares_one_is_over(anna: Between) -> None:
    await anna.settles_there()
    await anna.there("flare", "no")
    await anna.here("flare")
    await anna.here("no")
    await anna.join()
    await anna.there("join them")
    await anna.there("/flare_over")

    assert all(flare.ended_on for flare in anna.records.flares)


async def test_an_old_button_of_either_memory_counts_for_nothing(anna: Between) -> None:
    await anna.settles_there()
    await anna.comes("2026-03-16 09:05")
    button = anna.chat.button("5")
    await anna.join()
    await anna.there("join them")
    await anna.there(event=Choice(button))

    assert anna.check_ins == ()


async def test_deleting_in_one_place_deletes_all_and_is_told_in_both(anna: Between) -> None:
    await anna.join()
    await anna.there("/delete")
    answer = await anna.there("yes")

    assert "It is gone" in at(answer, PERSON_THERE)
    assert "It is gone here too" in at(answer, PERSON)
    assert anna.known_at(PERSON) is None
    assert anna.known_at(PERSON_THERE) is None
    assert await anna.comes("2026-03-20 09:05") == []


async def test_a_third_place_is_not_joined(anna: Between) -> None:
    await anna.join()

    assert "To part them" in told(await anna.here("/link"))


async def test_who_has_one_place_has_nothing_to_part(anna: Between) -> None:
    assert "I know you only here" in told(await anna.here("/unlink"))
