"""Rows that change hands when two memories become one."""

from dataclasses import fields, replace
from datetime import date

from bot.conversation.effects import Urgency
from bot.conversation.person import Person
from bot.conversation.records import Records
from bot.ports import Address
from storage.links import FACTS_OF_A_PERSON, REFERENCES
from storage.store import SqlStore
from storage.unit_of_work import FACTS as KEPT
from tests.storage.examples import ANNA, FACTS, HOME, MINUTE, NOW, add_anna, claim, put, said, texts

ELSEWHERE = Address("discord", "anna there", "chat there")
OTHER = replace(ANNA, id="other", turn=20)
SHIFT = ANNA.turn


def add_other(store: SqlStore) -> None:
    with store.begin() as unit:
        unit.add_person(OTHER, ELSEWHERE, NOW + MINUTE)
        for fact in FACTS:
            unit.record(OTHER.id, fact)
        unit.set_timer(OTHER.id, "check_in", NOW)
        unit.commit()


def hand_over(store: SqlStore) -> None:
    with store.begin() as unit:
        unit.hand_over(OTHER.id, ANNA.id, SHIFT)
        unit.commit()


def records(store: SqlStore, person: Person = ANNA) -> Records:
    with store.begin() as unit:
        return unit.records(person.id, date.min)


def test_every_fact_goes_along_and_names_the_same_others(store: SqlStore) -> None:
    add_anna(store)
    add_other(store)
    before = records(store, OTHER)

    hand_over(store)

    after = records(store)
    for name, table in KEPT.values():
        reference = REFERENCES.get(table)
        moved = {"entry": SHIFT, **({reference: SHIFT} if reference else {})}
        assert getattr(after, name) == tuple(
            replace(fact, **{field: getattr(fact, field) + by for field, by in moved.items()})
            for fact in getattr(before, name)
        )


def test_every_column_that_names_another_fact_is_known() -> None:
    """A whole number in a fact is an entry, its own or another's, or counts something."""
    counts = {"rung", "seconds", "days"}
    for kind, (_, table) in KEPT.items():
        whole = {field.name for field in fields(kind) if field.type in (int, int | None)} - counts
        assert whole - {"entry"} == ({REFERENCES[table]} if table in REFERENCES else set())
    assert set(FACTS_OF_A_PERSON) == {table for _, table in KEPT.values()}


def test_nothing_of_the_other_is_left_and_they_are_met_in_both_places(store: SqlStore) -> None:
    add_anna(store)
    add_other(store)

    hand_over(store)

    everything = store.everything_about(OTHER.id)
    assert not any(everything.values())
    with store.begin() as unit:
        assert unit.addresses_of(ANNA.id) == [ELSEWHERE, HOME]
        assert unit.person_at(ELSEWHERE) == ANNA


def test_an_answer_on_its_way_still_goes_and_what_was_scheduled_does_not(store: SqlStore) -> None:
    add_anna(store)
    add_other(store)
    put(store, said("answer"), said("prompt", Urgency.SCHEDULED), address=ELSEWHERE, to=OTHER.id)

    hand_over(store)

    assert texts(claim(store)) == ["answer"]
