"""A turn is stored whole or not at all."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from bot.conversation.records import Alarm, Breathing, CheckIn, ComfortStep, Records
from bot.ports import Address, DueTimer
from storage.store import SqlStore, StaleWrite
from storage.tables import PEOPLE
from tests.databases import open_store
from tests.storage.examples import ANNA, EVERYWHERE, FACTS, HOME, MINUTE, NOW, TODAY, add_anna, claim, put, said

BREAKFAST = DueTimer(ANNA.id, "check_in", NOW)


def set_breakfast(store: SqlStore, due_at: datetime = NOW) -> None:
    with store.begin() as unit:
        unit.set_timer(ANNA.id, "check_in", due_at)
        unit.commit()


def record_everything(store: SqlStore) -> None:
    with store.begin() as unit:
        for fact in reversed(FACTS):
            unit.record(ANNA.id, fact)
        unit.commit()


def test_a_person_survives_storage_unchanged(store: SqlStore) -> None:
    add_anna(store)

    with store.begin() as unit:
        assert unit.person(ANNA.id) == ANNA
        assert unit.person_at(HOME) == ANNA
        assert unit.address_of(ANNA.id) == HOME


def test_nobody_is_found_where_nobody_is(store: SqlStore) -> None:
    with store.begin() as unit:
        assert unit.person("nobody") is None
        assert unit.person_at(HOME) is None
        assert unit.address_of("nobody") is None
        assert unit.records("nobody", TODAY) == Records()


def test_a_change_is_kept_and_a_second_one_too(store: SqlStore) -> None:
    add_anna(store)

    for turn in (13, 14):
        with store.begin() as unit:
            person = unit.person(ANNA.id)
            assert person is not None
            unit.save_person(replace(person, turn=turn), NOW)
            unit.commit()

    with store.begin() as unit:
        assert unit.person(ANNA.id) == replace(ANNA, turn=14)


def test_a_new_chat_of_a_known_user_is_remembered(store: SqlStore) -> None:
    add_anna(store)
    elsewhere = replace(HOME, chat="another chat")

    with store.begin() as unit:
        assert unit.person_at(elsewhere) == ANNA
        unit.commit()

    with store.begin() as unit:
        assert unit.address_of(ANNA.id) == elsewhere


def test_two_people_cannot_have_one_address(store: SqlStore) -> None:
    add_anna(store)

    with store.begin() as unit, pytest.raises(IntegrityError):
        unit.add_person(replace(ANNA, id="ben"), HOME, NOW)


def test_nothing_stays_of_a_turn_that_was_not_committed(store: SqlStore) -> None:
    add_anna(store)

    def fail_halfway() -> None:
        with store.begin() as unit:
            unit.note_seen("telegram", "1", NOW)
            unit.person(ANNA.id)
            unit.save_person(replace(ANNA, turn=99), NOW)
            unit.set_timer(ANNA.id, "check_in", NOW)
            unit.record(ANNA.id, FACTS[0])
            unit.put(ANNA.id, HOME, said(), NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()

    with store.begin() as unit:
        assert unit.note_seen("telegram", "1", NOW)
        assert unit.person(ANNA.id) == ANNA
        assert unit.records(ANNA.id, TODAY) == Records()
    assert store.next_due(EVERYWHERE) is None
    assert claim(store) == []


def test_an_update_seen_twice_is_new_only_once(store: SqlStore) -> None:
    with store.begin() as unit:
        assert unit.note_seen("telegram", "1", NOW)
        assert not unit.note_seen("telegram", "1", NOW)
        assert unit.note_seen("discord", "1", NOW)
        unit.commit()

    with store.begin() as unit:
        assert not unit.note_seen("telegram", "1", NOW)


def test_a_person_who_changed_meanwhile_is_not_overwritten(store: SqlStore) -> None:
    add_anna(store)

    with store.begin() as unit:
        unit.person(ANNA.id)
        unit._connection.execute(update(PEOPLE).values(version=2))
        unit.save_person(replace(ANNA, turn=14), NOW)
        with pytest.raises(StaleWrite, match="not as this unit of work knew them"):
            unit.commit()

    with store.begin() as unit:
        assert unit.person(ANNA.id) == ANNA


def test_a_person_carried_over_from_another_transaction_is_not_saved(store: SqlStore, url: str) -> None:
    add_anna(store)
    elsewhere = open_store(url)

    with store.begin() as slow:
        slow.person(ANNA.id)
        slow.commit()
        with elsewhere.begin() as quick:
            quick.person(ANNA.id)
            quick.save_person(replace(ANNA, turn=13), NOW)
            quick.commit()
        with pytest.raises(StaleWrite, match="not known to this unit of work"):
            slow.save_person(replace(ANNA, turn=14), NOW)
    elsewhere.close()

    with store.begin() as unit:
        assert unit.person(ANNA.id) == replace(ANNA, turn=13)


def test_others_may_read_while_one_writes_and_see_nothing_half_done(store: SqlStore, url: str) -> None:
    add_anna(store)
    elsewhere = open_store(url)

    with store.begin() as unit:
        unit.set_timer(ANNA.id, "check_in", NOW)
        assert store.due_timers(EVERYWHERE, NOW, 10) == elsewhere.due_timers(EVERYWHERE, NOW, 10) == []
        unit.commit()
    assert elsewhere.due_timers(EVERYWHERE, NOW, 10) == [BREAKFAST]
    elsewhere.close()


def test_facts_come_back_as_they_were_in_order_of_entry(store: SqlStore) -> None:
    add_anna(store)
    record_everything(store)
    with store.begin() as unit:
        unit.record(ANNA.id, CheckIn(5, TODAY, NOW, 0.0))
        unit.record(ANNA.id, CheckIn(0, TODAY, NOW, 10.0))

        records = unit.records(ANNA.id, TODAY)

    check_in, *others = FACTS
    assert records.check_ins == (CheckIn(0, TODAY, NOW, 10.0), check_in, CheckIn(5, TODAY, NOW, 0.0))
    assert [getattr(records, field.name) for field in fields(Records)][1:] == [(other,) for other in others]


def test_facts_of_before_are_left_out(store: SqlStore) -> None:
    add_anna(store)
    record_everything(store)

    with store.begin() as unit:
        assert unit.records(ANNA.id, TODAY + timedelta(days=1)) == Records()
        assert len(unit.records(ANNA.id, TODAY).alarms) == 1


def test_a_fact_under_the_same_entry_replaces_the_first(store: SqlStore) -> None:
    add_anna(store)
    record_everything(store)
    better = CheckIn(1, TODAY, NOW, 3.0)

    with store.begin() as unit:
        unit.record(ANNA.id, better)
        assert unit.records(ANNA.id, TODAY).check_ins == (better,)


def test_a_fact_can_be_completed_later(store: SqlStore) -> None:
    add_anna(store)
    record_everything(store)

    with store.begin() as unit:
        unit.amend(ANNA.id, Breathing, 2, {"seconds": 240, "felt": "same"})
        unit.amend(ANNA.id, ComfortStep, 3, {"actual": 1.0})
        unit.amend(ANNA.id, Alarm, 4, {})
        records = unit.records(ANNA.id, TODAY)

    assert records.breathings == (Breathing(2, TODAY, NOW, "long_out", 240, "same"),)
    assert records.steps[0].actual == 1.0
    assert records.alarms == (FACTS[3],)


def test_one_fact_is_forgotten_and_no_other(store: SqlStore) -> None:
    add_anna(store)
    record_everything(store)

    with store.begin() as unit:
        unit.forget(ANNA.id, CheckIn, 2)
        unit.forget(ANNA.id, Breathing, 2)
        records = unit.records(ANNA.id, TODAY)

    assert not records.breathings
    assert records.check_ins == (FACTS[0],)


def test_a_timer_is_taken_once(store: SqlStore) -> None:
    add_anna(store)
    set_breakfast(store)
    assert store.due_timers(EVERYWHERE, NOW, 10) == [BREAKFAST]

    with store.begin() as unit:
        assert unit.take_timer(BREAKFAST)
        assert not unit.take_timer(BREAKFAST)
        unit.commit()

    assert store.due_timers(EVERYWHERE, NOW, 10) == []


def test_a_timer_set_again_meanwhile_is_not_taken(store: SqlStore) -> None:
    add_anna(store)
    set_breakfast(store)
    set_breakfast(store, NOW + MINUTE)

    with store.begin() as unit:
        assert not unit.take_timer(BREAKFAST)

    assert store.next_due(EVERYWHERE) == NOW + MINUTE


def test_timers_fall_due_earliest_first_and_not_too_soon(store: SqlStore) -> None:
    add_anna(store)
    with store.begin() as unit:
        for name, minutes in (("later", 1), ("now", 0), ("long ago", -60)):
            unit.set_timer(ANNA.id, name, NOW + minutes * MINUTE)
        unit.set_timer(ANNA.id, "dropped", NOW)
        unit.drop_timer(ANNA.id, "dropped")
        unit.commit()

    assert [timer.name for timer in store.due_timers(EVERYWHERE, NOW, 10)] == ["long ago", "now"]
    assert [timer.name for timer in store.due_timers(EVERYWHERE, NOW, 1)] == ["long ago"]
    assert store.next_due(EVERYWHERE) == NOW - 60 * MINUTE


def test_timers_are_told_apart_by_where_their_person_is_met(store: SqlStore) -> None:
    add_anna(store)
    set_breakfast(store)
    telegram, terminal = frozenset({"telegram"}), frozenset({"terminal"})

    assert (store.due_timers(telegram, NOW, 10), store.next_due(telegram)) == ([BREAKFAST], NOW)
    assert (store.due_timers(terminal, NOW, 10), store.next_due(terminal)) == ([], None)


def test_a_timer_put_aside_is_out_of_the_way_until_it_is_set_again(store: SqlStore) -> None:
    add_anna(store)
    set_breakfast(store)

    with store.begin() as unit:
        unit.put_timer_aside(BREAKFAST, "KeyError")
        unit.commit()
    assert store.due_timers(EVERYWHERE, NOW, 10) == []
    assert store.next_due(EVERYWHERE) is None

    set_breakfast(store)
    assert store.due_timers(EVERYWHERE, NOW, 10) == [BREAKFAST]


def test_moments_of_any_zone_come_back_as_the_same_moment_in_utc(store: SqlStore) -> None:
    add_anna(store)
    berlin = datetime.fromisoformat("2026-10-25T02:30:00+02:00")
    set_breakfast(store, berlin)

    due = store.next_due(EVERYWHERE)

    assert due == berlin
    assert due is not None
    assert due.tzinfo is UTC


def test_the_newest_update_of_a_chat_is_known(store: SqlStore) -> None:
    add_anna(store)
    with store.begin() as unit:
        unit.saw(HOME, "41")
        unit.saw(HOME, "42")
        unit.saw(Address("telegram", "a stranger", "somewhere"), "43")
        unit.commit()

    (known,) = store.known_chats("telegram")
    assert known.address == HOME
    assert known.last_inbound_id == "42"
    assert store.known_chats("discord") == []


def test_the_chats_of_those_who_spoke_last_come_first(store: SqlStore) -> None:
    spoke = {"anna": 2, "bo": 3, "cleo": 1}
    with store.begin() as unit:
        for name, hours in spoke.items():
            person = replace(ANNA, id=name)
            unit.add_person(person, Address("telegram", name, name), NOW + timedelta(hours=hours))
        unit.commit()

    assert [known.address.user for known in store.known_chats("telegram")] == ["bo", "anna", "cleo"]


def test_a_person_is_met_where_they_last_spoke(store: SqlStore) -> None:
    add_anna(store)
    put(store, said())

    with store.begin() as unit:
        person = unit.person_at(HOME)
        assert person is not None
        unit.save_person(person, NOW + MINUTE)
        unit.commit()

    (row,) = store.everything_about(ANNA.id)["addresses"]
    assert row["spoke_at"] == "2026-03-29T07:31:15.123456+00:00"
