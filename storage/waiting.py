"""What a unit of work is to write, kept until it must be there: each kind then goes in one statement.

Building a statement and calling the driver cost more than writing the row, so a hundred people are saved in the time
that a dozen single statements take.
"""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, String, Table, and_, bindparam, delete, or_, update

from bot.conversation.effects import Urgency
from storage import outbox
from storage.for_each import ForEach
from storage.tables import ADDRESSES, INBOX, OUTBOX, PEOPLE, TIMERS
from storage.upsert import put_rows

Row = dict[str, Any]
PlaceKey = tuple[str, str]  # platform and user
TimerKey = tuple[str, str]  # person and name
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)

SAVE = ForEach(
    update(PEOPLE)
    .where(PEOPLE.c.id == bindparam("who"), PEOPLE.c.version == bindparam("was"))
    .values(document=bindparam("document"), updated_at=bindparam("now"), version=PEOPLE.c.version + 1)
)
PLACE = ForEach(
    update(ADDRESSES)
    .where(ADDRESSES.c.platform == bindparam("at_platform"), ADDRESSES.c.user == bindparam("at_user"))
    .values(chat=bindparam("chat"), spoke_at=bindparam("spoke_at"), last_inbound_id=bindparam("last_inbound_id"))
)
DROP = ForEach(delete(TIMERS).where(TIMERS.c.person_id == bindparam("who"), TIMERS.c.name == bindparam("which")))
SEEN = ForEach(INBOX.insert())
SCHEDULED_OF = and_(
    OUTBOX.c.person_id == bindparam("who"),
    OUTBOX.c.urgency == Urgency.SCHEDULED,
    or_(OUTBOX.c.kind == bindparam("kind"), bindparam("kind", type_=String).is_(None)),
)
TAKE_BACK = ForEach(delete(OUTBOX).where(SCHEDULED_OF, outbox.PENDING))
# Should it come back to be tried again, its end has long come.
END = ForEach(update(OUTBOX).where(SCHEDULED_OF, outbox.IN_FLIGHT).values(expires_at=LONG_AGO))
SAID = ForEach(OUTBOX.insert())


class StaleWrite(Exception):
    """The person was changed, deleted or never loaded meanwhile. Load them again in the same unit of work."""


class Waiting:
    """Rows by what is to become of them; a later row of the same key takes the place of an earlier one."""

    def __init__(self) -> None:
        self.seen: dict[tuple[str, str], Row] = {}
        self.people: dict[str, Row] = {}
        self.places: dict[PlaceKey, Row] = {}
        self.timers: dict[TimerKey, datetime | None] = {}  # `None` for one that is dropped
        self.facts: dict[Table, dict[tuple[str, int], Row]] = {}
        self.cancelled: list[Row] = []
        self.messages: list[Row] = []

    def fact(self, table: Table, row: Row) -> None:
        self.facts.setdefault(table, {})[row["person_id"], row["entry"]] = row

    def cancel(self, person_id: str, kinds: Collection[str]) -> None:
        """What is scheduled for them, of these kinds or of any, is not said: neither what waits here."""
        self.cancelled += [{"who": person_id, "kind": kind} for kind in kinds or (None,)]
        self.messages = [row for row in self.messages if not _is_cancelled(row, person_id, kinds)]

    def write(self, connection: Connection) -> None:
        """Raises `StaleWrite` when a person is not as they were when they were loaded."""
        if self.seen:
            SEEN.run(connection, list(self.seen.values()))
        if self.people:
            self._save(connection)
        if self.places:
            PLACE.run(connection, [_moved(key, place) for key, place in self.places.items()])
        self._set_timers(connection)
        for table, rows in self.facts.items():
            put_rows(connection, table, list(rows.values()))
        if self.cancelled:
            TAKE_BACK.run(connection, self.cancelled)
            END.run(connection, self.cancelled)
        if self.messages:
            SAID.run(connection, self.messages)

    def _save(self, connection: Connection) -> None:
        if SAVE.run(connection, list(self.people.values())) != len(self.people):
            raise StaleWrite("a person is not as this unit of work knew them: load them again in it")

    def _set_timers(self, connection: Connection) -> None:
        dropped = [{"who": who, "which": name} for (who, name), due_at in self.timers.items() if due_at is None]
        set_ = [
            {"person_id": who, "name": name, "due_at": due_at, "aside": None}
            for (who, name), due_at in self.timers.items()
            if due_at is not None
        ]
        if dropped:
            DROP.run(connection, dropped)
        if set_:
            put_rows(connection, TIMERS, set_)


def _is_cancelled(message: Row, person_id: str, kinds: Collection[str]) -> bool:
    is_scheduled = message["person_id"] == person_id and message["urgency"] == Urgency.SCHEDULED
    return is_scheduled and (not kinds or message["kind"] in kinds)


def _moved(key: PlaceKey, place: Row) -> Row:
    return {"at_platform": key[0], "at_user": key[1], **place}
