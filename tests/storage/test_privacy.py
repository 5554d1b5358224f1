"""A person can have everything that is stored about them, and can have it gone."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from sqlalchemy.exc import IntegrityError

from bot.conversation.effects import Urgency
from bot.conversation.person import Person, to_json
from bot.conversation.records import CheckIn
from bot.ports import Address, DueTimer
from storage.store import THEIRS, SqlStore
from storage.tables import Row
from storage.unit_of_work import FACTS as KEPT
from tests.storage.examples import ANIMATION, ANNA, CANARY, FACTS, HOME, NOW, TODAY, add_anna, claim, put, said

BEN = replace(ANNA, id="ben", settings=replace(ANNA.settings, name="Ben"), agenda=())
BEN_HOME = Address("telegram", "ben", "chat of ben")


def live(store: SqlStore) -> None:
    """Leave something of Anna in every table that can hold it, and in every state of a message."""
    add_anna(store)
    with store.begin() as unit:
        for fact in FACTS:
            unit.record(ANNA.id, fact)
        unit.set_timer(ANNA.id, f"timer {CANARY}", NOW)
        unit.set_timer(ANNA.id, f"aside {CANARY}", NOW)
        unit.put_timer_aside(DueTimer(ANNA.id, f"aside {CANARY}", NOW), "KeyError")
        unit.saw(HOME, f"update {CANARY}")
        unit.offer_link(ANNA.id, f"digest {CANARY}", NOW)
        unit.commit()
    for number in range(4):
        put(store, said(f"{number} {CANARY}", Urgency.SCHEDULED, attachment=ANIMATION))
        (message, *_) = claim(store)
        if number == 1:
            store.mark_uncertain(message, NOW)
        else:
            store.mark_sent([message], NOW)
    claim(store)
    put(store, said(f"to nobody known {CANARY}"), to=None)


def grow_old(store: SqlStore, people: list[str]) -> None:
    """Change many people often and unevenly, so that rows move between the pages of the file."""
    chance = Random(2)  # noqa: S311 - the same rows each time
    for entry in range(1500):
        name = chance.choice(people)
        with store.begin() as unit:
            person = unit.person(name)
            assert person is not None
            settings = replace(person.settings, interests=(name,) * chance.randrange(150))
            unit.save_person(replace(person, settings=settings), NOW)
            unit.record(name, CheckIn(entry, TODAY, NOW, 1.0, note=name * chance.randrange(30)))
            unit.put(name, Address("telegram", name, name), said(name * chance.randrange(80)), NOW)
            unit.commit()


def erase(store: SqlStore, person_id: str = ANNA.id) -> None:
    with store.begin() as unit:
        unit.erase_person(person_id)
        unit.commit()


def cells(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for name in tables for row in connection.execute(f'SELECT * FROM "{name}"')]  # noqa: S608 - names are ours
    return [str(value) for row in rows for value in row]


def raw(file: Path) -> bytes:
    return b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))


def test_a_page_is_made_of_all_their_records_and_of_none_once_they_are_gone(store: SqlStore) -> None:
    live(store)
    known = store.known(ANNA.id)
    assert known is not None
    assert (known[0].settings.name, known[1].noted) == (ANNA.settings.name, (FACTS[10],))

    erase(store)

    assert store.known(ANNA.id) is None


def test_nothing_of_an_erased_person_stays_in_any_table(store: SqlStore, file: Path) -> None:
    live(store)
    assert any(CANARY in cell for cell in cells(file))

    erase(store)

    assert [cell for cell in cells(file) if CANARY in cell] == []
    assert not any(store.everything_about(ANNA.id).values())


def test_nothing_of_an_erased_person_stays_in_the_bytes_of_the_file(store: SqlStore, file: Path) -> None:
    live(store)
    assert CANARY.encode() in raw(file)

    erase(store)

    assert CANARY.encode() not in raw(file)


def test_no_copy_stays_behind_of_rows_that_moved(store: SqlStore, file: Path) -> None:
    people = [f"heron-{number:02}" for number in range(40)]
    with store.begin() as unit:
        for name in people:
            unit.add_person(Person(name), Address("telegram", name, name), NOW)
        unit.commit()
    grow_old(store, people)

    for name in people[:20]:
        erase(store, name)

    traces = {name: raw(file).count(name.encode()) for name in people}
    assert [name for name in people[:20] if traces[name]] == []
    assert all(traces[name] for name in people[20:])


def test_words_that_were_sent_are_overwritten_in_the_file(store: SqlStore, file: Path) -> None:
    add_anna(store)
    put(store, said("kestrel-42 " * 20))
    with closing(sqlite3.connect(file)) as connection:
        ((sealed,),) = connection.execute("SELECT text FROM outbox")
    sealed = sealed.encode()
    assert sealed in raw(file)

    (message,) = claim(store)
    store.mark_sent([message], NOW)
    store.close()

    assert sealed not in raw(file)


def test_an_error_of_the_database_quotes_nobody(store: SqlStore) -> None:
    with store.begin() as unit:
        unit.record("nobody known", FACTS[0])
        with pytest.raises(IntegrityError) as error:
            unit.flush()
    assert "INSERT INTO" in str(error.value)
    assert CANARY not in str(error.value)


def test_others_are_left_as_they_were(store: SqlStore) -> None:
    live(store)
    with store.begin() as unit:
        unit.add_person(BEN, BEN_HOME, NOW)
        unit.record(BEN.id, FACTS[0])
        unit.set_timer(BEN.id, "check_in", NOW)
        unit.put(BEN.id, BEN_HOME, said("hello Ben"), NOW)
        unit.commit()
    before = store.everything_about(BEN.id)

    erase(store)

    assert store.everything_about(BEN.id) == before


def test_the_goodbye_is_still_said_and_then_forgotten(store: SqlStore, file: Path) -> None:
    live(store)
    with store.begin() as unit:
        unit.erase_person(ANNA.id)
        unit.put(ANNA.id, HOME, said("goodbye"), NOW)
        unit.commit()

    (goodbye,) = claim(store)
    assert (goodbye.text, goodbye.person_id, goodbye.address) == ("goodbye", None, HOME)

    store.mark_sent([goodbye], NOW)
    store.prune(NOW)
    assert [cell for cell in cells(file) if CANARY in cell] == []
    assert CANARY.encode() not in raw(file)


def test_an_erased_person_may_come_back_as_somebody_new(store: SqlStore) -> None:
    live(store)
    erase(store)

    with store.begin() as unit:
        assert unit.person_at(HOME) is None
    add_anna(store)

    assert store.everything_about(ANNA.id)["check_ins"] == []


# Of a message only the bare fact; of a code only until when, for its digest is a secret for ten minutes.
ONLY = {"messages": {"kind", "state", "created_at", "expires_at", "finished_at"}, "link_codes": {"expires_at"}}


def test_everything_means_every_table_that_refers_to_a_person(store: SqlStore) -> None:
    live(store)

    everything = store.everything_about(ANNA.id)

    referring = {name for name, table in Row.metadata.tables.items() if "person_id" in table.c}
    assert {table.name for table in THEIRS} == {"people"} | referring
    assert all(everything.values())
    for name, rows in everything.items():
        columns = set(Row.metadata.tables[{"person": "people", "messages": "outbox"}.get(name, name)].c.keys())
        assert {column for row in rows for column in row} == ONLY.get(name, columns)


def test_what_is_theirs_comes_first_and_what_was_sent_comes_last(store: SqlStore) -> None:
    live(store)

    names = list(store.everything_about(ANNA.id))
    own, rest = names[:-5], names[-5:]

    assert own == [table.name for _, table in KEPT.values()]
    assert rest == ["person", "addresses", "timers", "link_codes", "messages"]


def test_everything_is_plain_json(store: SqlStore) -> None:
    live(store)

    everything = store.everything_about(ANNA.id)

    assert json.loads(json.dumps(everything)) == everything
    assert everything["person"][0]["document"] == json.loads(to_json(ANNA))
    assert everything["check_ins"][0]["local_date"] == "2026-03-29"
    assert everything["check_ins"][0]["recorded_at"] == "2026-03-29T07:30:15.123456+00:00"
    assert everything["check_ins"][0]["note"] == f"it burns {CANARY}"


def test_nothing_is_told_of_somebody_unknown(store: SqlStore) -> None:
    live(store)

    assert not any(store.everything_about("nobody").values())
