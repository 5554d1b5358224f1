"""What is told while everything is sealed anew."""

from collections.abc import Sequence
from contextlib import closing

import pytest
from sqlalchemy import RowMapping, Table

from bot.conversation.records import Go
from storage import rotation
from storage.database import Database
from storage.keyring import Keyring
from storage.opening import open_database
from storage.store import open_store
from tests import databases
from tests.storage.examples import ANNA, FACTS
from tests.storage.test_privacy import live

NEW = Keyring([b"3" * 32])


def test_words_that_are_told_between_reading_and_sealing_stay(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    go = next(fact for fact in FACTS if isinstance(fact, Go))
    with closing(databases.open_store(url)) as store:
        live(store)
        with store.begin() as unit:
            unit.amend(ANNA.id, Go, go.entry, {"found": None})
            unit.commit()

    with (
        closing(open_store(url, Keyring([*databases.KEYS, *NEW]))) as others,
        closing(open_database(url, Keyring([*NEW, *databases.KEYS]))) as database,
    ):
        seal = rotation._sealed_anew

        def told_just_before(database: Database, table: Table, page: Sequence[RowMapping]) -> int:
            if table.name == "goes" and page[0]["found"] is None:
                with others.begin() as unit:
                    unit.amend(ANNA.id, Go, go.entry, {"found": "it held"})
                    unit.commit()
            return seal(database, table, page)

        monkeypatch.setattr(rotation, "_sealed_anew", told_just_before)
        rotation.rotate(database)

    with closing(open_store(url, NEW)) as store:
        assert store.everything_about(ANNA.id)["goes"][0]["found"] == "it held"
