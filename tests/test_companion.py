"""One event, one transaction: kept before it is answered, once, and never at another's cost."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.content import load_library
from bot.conversation.effects import Urgency
from bot.conversation.events import Choice, Command, Edited, Left, Text
from bot.conversation.person import Person
from bot.ports import Inbound, OutOfReach, Unreachable
from storage.store import SqlStore
from storage.unit_of_work import SqlUnitOfWork
from tests import databases
from tests.databases import open_store
from tests.fakes import CANARY, PLATFORM, World, home_of


@pytest.fixture(autouse=True)
def logged() -> Iterator[list[EventDict]]:
    with capture_logs() as lines:
        yield lines


@pytest.fixture
def world() -> Iterator[World]:
    world = World()
    yield world
    world.close()


async def agreed(world: World, *names: str) -> None:
    """These people have agreed, and taken the usual settings."""
    for name in names or ("anna",):
        await world.happens(name, Text("hello"))
        await world.happens(name, Text("i agree"))
        await world.happens(name, Text("usual"))


def person(world: World, name: str = "anna") -> Person:
    with world.store.begin() as unit:
        found = unit.person_at(home_of(name))
    assert found is not None
    return found


class Watched(SqlStore):
    """A store that counts its transactions, and how many are open at once."""

    begun = 0
    now_open = 0
    most_open = 0

    @contextmanager
    def begin(self) -> Iterator[SqlUnitOfWork]:
        self.begun += 1
        self.now_open += 1
        self.most_open = max(self.most_open, self.now_open)
        try:
            with super().begin() as unit:
                yield unit
        finally:
            self.now_open -= 1


# Once, and kept first


async def test_the_same_update_twice_changes_nothing(world: World) -> None:
    await agreed(world)
    await world.happens("anna", Text("6"), "update 1")
    before = world.about("anna")

    again = await world.happens("anna", Text("6"), "update 1")

    assert again == []
    assert world.about("anna") == before


async def test_the_same_edit_twice_is_answered_once(world: World) -> None:
    await agreed(world)

    answers = [await world.happens("anna", Edited("i want to die"), "7 at nine") for _ in range(2)]

    assert [len(messages) for messages in answers] == [1, 0]


async def test_an_edit_is_not_taken_for_the_newest_message_of_a_chat(world: World) -> None:
    await agreed(world)
    await world.happens("anna", Text("6"), "update 2")

    await world.happens("anna", Edited("i want to die"), "update 1, edited")

    (chat,) = await world.companion.known_chats(PLATFORM)
    assert chat.last_inbound_id == "update 2"


async def test_words_heard_before_older_ones_move_nothing_past_those_until_their_turn_comes(world: World) -> None:
    await agreed(world)
    await world.happens("anna", Text("6"), "update 1")
    early = Inbound("update 3", home_of("anna"), Text("hello"))
    marks = []
    for inbound in (replace(early, is_next=False), Inbound("update 2", home_of("anna"), Text("i want to die")), early):
        await world.companion.receive(inbound)
        marks += [chat.last_inbound_id for chat in await world.companion.known_chats(PLATFORM)]

    assert marks == ["update 1", "update 2", "update 3"]
    assert world.rows()["inbox"] == 3
    assert len(world.about("anna")["alarms"]) == 1


async def test_a_score_written_last_night_counts_for_yesterday(world: World) -> None:
    await agreed(world)
    last_night = world.clock() - timedelta(hours=10)

    await world.companion.receive(Inbound("update 1", home_of("anna"), Text("7"), at=last_night))

    (score,) = world.about("anna")["check_ins"]
    assert (score["pain"], score["local_date"]) == (7.0, "2026-03-15")
    assert score["recorded_at"] == world.clock().isoformat()


async def test_a_score_written_last_night_does_not_answer_this_mornings_question(world: World) -> None:
    await agreed(world)
    last_night = world.clock() - timedelta(hours=10)
    await world.later(hours=1)

    await world.companion.receive(Inbound("update 1", home_of("anna"), Text("7"), at=last_night))

    assert [score["local_date"] for score in world.about("anna")["check_ins"]] == ["2026-03-15"]


async def test_a_yes_heard_after_newer_words_does_not_answer_what_those_led_to(world: World) -> None:
    await agreed(world)
    now = world.clock()
    for text, minutes in (("/delete", 1), ("yes", 3), ("i want to die", 2)):
        await world.companion.receive(Inbound(text, home_of("anna"), Text(text), at=now - timedelta(minutes=minutes)))
        assert world.rows()["people"] == 1
    assert len(world.about("anna")["alarms"]) == 1

    await world.happens("anna", Text("/delete"))
    await world.companion.receive(Inbound("now", home_of("anna"), Text("yes"), at=now))
    assert "people" not in world.rows()


async def test_the_same_number_of_another_platform_is_another_update(world: World) -> None:
    await agreed(world)
    await world.happens("anna", Text("6"), "update 1")

    elsewhere = replace(home_of("anna"), platform="elsewhere")
    await world.companion.receive(Inbound("update 1", elsewhere, Text("hello")))

    assert world.rows()["inbox"] == 2


async def test_an_update_is_committed_before_receive_returns(tmp_path: Path) -> None:
    address = databases.empty(tmp_path).url
    world = World(store=open_store(address))
    await agreed(world)

    await world.companion.receive(Inbound("update 1", home_of("anna"), Text("6")))
    other = open_store(address)  # as the next process would see it after a kill
    kept = other.everything_about("id of anna")
    (waiting,) = other.claim(frozenset({PLATFORM}), world.clock(), 10)
    other.close()
    world.close()

    assert [row["pain"] for row in kept["check_ins"]] == [6.0]
    assert "6" in waiting.text


async def test_a_turn_that_raises_is_answered_and_leaves_nothing_half_stored(world: World) -> None:
    await agreed(world)
    world.break_database("INSERT ON breathings")
    before = person(world)

    answers = await world.happens("anna", Text("breathe 1"), "update 1")

    assert [said.text for said in answers] == [load_library().words.text("en", "something-broke")]
    assert person(world) == before
    assert world.about("anna")["breathings"] == []
    assert "breath_end" not in world.timers("anna")


async def test_an_update_whose_turn_raised_is_not_tried_again(world: World) -> None:
    await agreed(world)
    world.break_database("INSERT ON breathings")
    await world.happens("anna", Text("breathe 1"), "update 1")

    assert await world.happens("anna", Text("breathe 1"), "update 1") == []


async def test_a_person_who_can_not_be_read_from_the_database_is_answered_all_the_same(world: World) -> None:
    await agreed(world)
    world.execute("UPDATE people SET document = '{}'")

    (answer,) = await world.happens("anna", Text("6"), "update 1")

    assert answer.text == load_library().words.text("en", "something-broke")


@pytest.mark.parametrize("event", [Text("i want to die"), Edited("i want to die"), Command("kill", "myself tonight")])
async def test_danger_is_heard_even_when_the_turn_fails(world: World, event: Text | Edited | Command) -> None:
    await agreed(world)
    world.execute("UPDATE people SET document = '{}'")

    (answer,) = await world.happens("anna", event, "update 1")

    assert answer.urgency is Urgency.SAFETY
    assert "112 works from most mobile phones" in answer.text
    assert answer.options == ()  # nothing was stored that a button could belong to


async def test_one_persons_events_never_overlap(world: World) -> None:
    await agreed(world)
    before = person(world).turn

    scores = [Inbound(f"update {number}", home_of("anna"), Text(f"{number}")) for number in range(10)]
    await asyncio.gather(*(world.companion.receive(inbound) for inbound in scores))

    assert person(world).turn == before + 10
    entries = [row["entry"] for row in world.about("anna")["check_ins"]]
    assert len(entries) == len(set(entries))


async def test_a_database_that_another_writes_to_for_too_long_loses_no_score(tmp_path: Path) -> None:
    world = World(store=open_store(f"sqlite:///{tmp_path / 'steady.db'}"))
    await agreed(world)
    world.execute("PRAGMA busy_timeout = 50")
    score = Inbound("update 1", home_of("anna"), Text("6"))

    with closing(sqlite3.connect(tmp_path / "steady.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OutOfReach):
            await world.companion.receive(score)
    assert world.about("anna")["check_ins"] == []

    await world.companion.receive(score)
    await world.companion.receive(score)
    assert [row["pain"] for row in world.about("anna")["check_ins"]] == [6.0]
    world.close()


async def test_a_strangers_yes_is_still_one_when_it_comes_again_after_a_failed_try(world: World) -> None:
    await world.happens("eve", Text("hello"))
    world.break_database("INSERT ON outbox")
    with pytest.raises(IntegrityError):
        await world.companion.receive(Inbound("update 1", home_of("eve"), Text("yes")))
    world.mend_database()

    await world.happens("eve", Text("yes"), "update 1")
    assert person(world, "eve").has_consented


async def test_turns_come_one_at_a_time() -> None:
    watched = Watched(databases.empty_store()._database)
    world = World(store=watched)
    await agreed(world, "anna", "ben")

    mixed = [Inbound(None, home_of(name), Text("6")) for name in ("anna", "ben") * 10]
    await asyncio.gather(world.wake(), *(world.companion.receive(inbound) for inbound in mixed))
    world.close()

    assert watched.most_open == 1


async def test_turns_that_wait_together_share_one_transaction() -> None:
    watched = Watched(databases.empty_store()._database)
    world = World(store=watched)
    names = [f"guest {number}" for number in range(20)]
    await agreed(world, *names)
    watched.begun = 0

    await asyncio.gather(*(world.companion.receive(Inbound(name, home_of(name), Text("6"))) for name in names))

    assert watched.begun <= 3  # the first alone, perhaps, and then all who came meanwhile
    assert all(world.about(name)["check_ins"] for name in names)
    world.close()


async def test_one_turn_that_fails_takes_none_of_the_others_along(world: World) -> None:
    names = ["anna", "ben", "cleo", "dora"]
    await agreed(world, *names)
    world.break_database("INSERT ON check_ins", "NEW.person_id = 'id of cleo'")

    await asyncio.gather(*(world.companion.receive(Inbound(name, home_of(name), Text("6"))) for name in names))

    assert [len(world.about(name)["check_ins"]) for name in names] == [1, 1, 0, 1]
    await world.deliver()
    assert sum(message.text.startswith("6") or "6" in message.text for message in world.platform.sent[-4:]) == 3


async def test_a_stranger_whose_shared_turn_failed_has_been_asked_all_the_same(world: World) -> None:
    await agreed(world)
    await world.happens("ben", Text("hello"))
    world.break_database("INSERT ON check_ins")

    both = [Inbound("a", home_of("eve"), Text("hi")), Inbound("b", home_of("anna"), Text("6"))]
    yes = Inbound("c", home_of("ben"), Text("yes"))
    await asyncio.gather(*(world.companion.receive(inbound) for inbound in (*both, yes)))

    assert person(world, "ben").has_consented


# Timers


async def test_a_timer_whose_turn_raises_is_put_aside_and_the_others_still_wake(world: World) -> None:
    await agreed(world, "anna", "ben")
    world.break_database("INSERT ON outbox", "NEW.person_id = 'id of anna'")

    said = await world.later(hours=1)

    assert [message.address.user for message in said] == ["ben"]
    assert "check_in" not in world.timers("anna")
    assert {row["aside"] for row in world.about("anna")["timers"] if row["name"] == "check_in"} == {"IntegrityError"}
    assert await world.wake() == 0


async def test_a_check_in_whose_turn_failed_comes_as_soon_as_it_can(world: World) -> None:
    await agreed(world)
    world.break_database("INSERT ON outbox")
    await world.later(hours=1)
    world.mend_database()

    await world.companion.try_again()

    said = await world.later(minutes=5)
    assert [message.kind for message in said] == ["check_in"]


async def test_someone_met_on_another_platform_is_left_to_whoever_serves_it(world: World) -> None:
    await agreed(world)
    before = world.timers("anna")
    world.clock.now += timedelta(days=1)

    assert await world.companion.wake(frozenset({"elsewhere"})) == 0
    assert await world.companion.next_due(frozenset({"elsewhere"})) is None
    assert world.timers("anna") == before


async def test_a_timer_is_woken_once(world: World) -> None:
    await agreed(world)

    first, second = await world.later(hours=1), await world.later(minutes=1)

    assert [message.kind for message in first] == ["check_in"]
    assert second == []


async def test_after_a_day_and_more_away_there_is_one_check_in_at_most_and_none_out_of_date() -> None:
    world = World(datetime(2026, 3, 16, 8, 59, tzinfo=UTC))
    await agreed(world)

    said = await world.later(hours=26)
    world.close()

    assert [message.kind for message in said] == ["check_in"]
    assert said[0].expires_at == datetime(2026, 3, 17, 14, 59, tzinfo=UTC)
    assert world.clock.now < said[0].expires_at


async def test_after_a_night_away_a_check_in_that_is_too_late_waits_for_tomorrow() -> None:
    world = World(datetime(2026, 3, 16, 8, 59, tzinfo=UTC))
    await agreed(world)

    said = await world.later(hours=12)
    due = world.timers("anna")["check_in"]
    world.close()

    assert said == []
    assert due.startswith("2026-03-17T09:00")


# Consent, leaving, and being forgotten


@pytest.mark.parametrize("event", [Text("hello"), Text("6"), Command("start"), Command("export"), Choice("do:breathe")])
async def test_before_consent_nothing_is_stored(world: World, event: Text | Command | Choice) -> None:
    answers = await world.happens("anna", event)

    assert answers
    assert world.rows() == {}


async def test_before_consent_an_answer_that_waits_belongs_to_nobody(world: World) -> None:
    await world.companion.receive(Inbound("update 1", home_of("anna"), Text("hello")))

    assert world.rows() == {"inbox": 1, "outbox": 1}  # the number of the update, and the answer until it is sent
    assert all(rows == [] for rows in world.about("anna").values())

    await world.deliver()
    assert world.rows() == {"inbox": 1}


async def test_declining_stores_nothing_and_leaves_a_way_back(world: World) -> None:
    await world.happens("anna", Text("hello"))
    (answer,) = await world.happens("anna", Text("no thanks"))

    assert "/start" in answer.text
    assert world.rows() == {}


async def test_someone_in_danger_before_consent_gets_help_and_is_not_stored(world: World) -> None:
    answers = await world.happens("anna", Text("i want to die"))

    assert [message.kind for message in answers] == ["crisis"]
    assert world.rows() == {}


async def test_leaving_before_consent_is_not_answered(world: World) -> None:
    assert await world.happens("anna", Left(), "update 1") == []


async def test_leaving_takes_back_what_was_scheduled(world: World) -> None:
    await agreed(world)
    world.put("good morning", Urgency.SCHEDULED)

    assert await world.happens("anna", Left()) == []


async def test_a_person_who_is_lost_has_no_timers_until_they_write_again(world: World) -> None:
    await agreed(world)
    world.platform.failing = {text: [Unreachable()] for text in check_in_texts(world)}
    await world.later(hours=1)

    assert person(world).away
    assert world.timers("anna") == {}

    await world.happens("anna", Text("hello"))
    assert not person(world).away
    assert set(world.timers("anna")) == {"check_in", "nudge", "letter", "goal", "peg"}


def check_in_texts(world: World) -> list[str]:
    """What a check-in may say on any day."""
    words = load_library().words
    return [words.text("en", "check-in-daily", variant=variant, named="no", name="") for variant in range(8)]


async def test_erasing_removes_everything_and_the_goodbye_is_still_sent(world: World) -> None:
    await agreed(world)
    for said in ("6", "done", "breathe 1", "stop", "easier", "i want to die", "carry on"):
        await world.happens("anna", Text(said))
    await world.happens("anna", Command("delete"))

    answers = await world.happens("anna", Text("delete everything"))

    assert [message.kind for message in answers] == ["privacy"]
    assert world.rows() == {}


async def test_what_waited_for_someone_who_is_erased_is_not_sent(world: World) -> None:
    await agreed(world)
    await world.happens("anna", Command("delete"))
    world.put(f"{CANARY} from before")

    (goodbye,) = await world.happens("anna", Text("delete everything"))

    assert CANARY not in goodbye.text


async def test_another_person_is_not_touched_when_one_is_erased(world: World) -> None:
    await agreed(world, "anna", "ben")
    before = world.about("ben")

    await world.happens("anna", Command("delete"))
    await world.happens("anna", Text("delete everything"))

    assert world.about("ben") == before


async def test_delivery_is_told_after_the_commit_and_only_when_something_was_said(world: World) -> None:
    seen: list[int] = []
    world.companion.on_outbox = lambda: seen.append(world.rows()["outbox"])

    await world.companion.receive(Inbound("update 1", home_of("anna"), Text("hello")))
    await world.companion.receive(Inbound("update 1", home_of("anna"), Text("hello")))

    assert seen == [1]


async def test_who_was_not_heard_for_as_long_as_people_are_kept_is_forgotten(world: World) -> None:
    await agreed(world, "anna", "ben")
    month = timedelta(days=30)
    world.clock.now += timedelta(days=20)
    await world.happens("ben", Text("4"))

    world.clock.now += timedelta(days=9)
    await world.companion.tidy(month)
    assert person(world, "anna").has_consented

    world.clock.now += timedelta(days=2)
    await world.companion.tidy(month)

    assert not any(world.about("anna").values())
    assert person(world, "ben").has_consented


async def test_nobody_is_forgotten_unless_that_was_chosen(world: World) -> None:
    await agreed(world, "anna")

    world.clock.now += timedelta(days=4000)
    await world.companion.tidy()

    assert person(world, "anna").has_consented
