"""The outbox as rows: which message goes next, and what stays of one that is done with."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Annotated, Any

import structlog
from pydantic import Field, TypeAdapter, ValidationError
from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    tuple_,
    update,
)

from bot.conversation.effects import Attachment, Option, Say, Urgency
from bot.meters import Ending
from bot.ports import Address, OutboxMessage
from storage.sealing import Seals
from storage.tables import OUTBOX

log = structlog.get_logger()

Ended = Counter[tuple[str, Ending]]
"""How many messages of a platform are done with, and how."""

PENDING = OUTBOX.c.state == "pending"
IN_FLIGHT = OUTBOX.c.state == "sending"

OPTIONS = TypeAdapter(tuple[Option, ...])
ATTACHMENT: TypeAdapter[Attachment] = TypeAdapter(Annotated[Attachment, Field(discriminator="form")])
# The words say that here is a file; the other forms only show what is said.
PROMISED = ('"export_file"', '"report_file"')

# A person's words are kept no longer than they are needed.
BLANK: dict[str, Any] = {"text": "", "options": "", "attachment": None}


def claim(connection: Connection, seals: Seals, wanted: Mapping[str, Any]) -> tuple[list[OutboxMessage], Ended]:
    """Mark as being sent, and return, the next messages. Those too late to be sent become expired instead, those that
    can't be read failed; they are counted. `wanted` is what `NEXT` asks for."""
    now, ended = wanted["now"], Ended()
    if connection.execute(ANY_TOO_LATE, {"now": now}).first():
        ended += finish_all(connection, and_(PENDING, OUTBOX.c.expires_at <= now), "expired", now)
    while rows := connection.execute(NEXT, wanted).mappings().all():
        ids = [row["id"] for row in rows]
        connection.execute(update(OUTBOX).where(OUTBOX.c.id.in_(ids)).values(state="sending"))
        read = [(row["platform"], _read(connection, seals, row, now)) for row in rows]
        ended.update((platform, "failed") for platform, message in read if message is None)
        if messages := [message for _, message in read if message]:
            return messages, ended
    return [], ended


def overdue(connection: Connection, wanted: Mapping[str, Any]) -> dict[Urgency, datetime]:
    """Of each urgency, since when the first that goes next may go."""
    moments = {urgency: connection.scalar(FIRST, {**wanted, "urgency": int(urgency)}) for urgency in Urgency}
    return {urgency: moment for urgency, moment in moments.items() if moment}


def waiting(connection: Connection) -> dict[tuple[str, int], int]:
    """How many messages are not done with, by state and urgency."""
    return {(state, urgency): count for state, urgency, count in connection.execute(WAITING)}


def as_claimed(messages: Collection[OutboxMessage]) -> ColumnElement[bool]:
    """Those of the messages that are still being sent by whoever claimed them: what is sent anew, after a retry or a
    crash, has one attempt more."""
    alike: dict[int, list[int]] = defaultdict(list)
    for message in messages:
        alike[message.attempts].append(message.id)
    return and_(IN_FLIGHT, or_(*(_tried(attempts, ids) for attempts, ids in alike.items())))


def finish(
    connection: Connection, which: ColumnElement[bool], state: Ending, now: datetime, reason: str | None = None
) -> None:
    """Blank the messages and keep the bare fact of them; of a message to nobody known, nothing is kept."""
    connection.execute(delete(OUTBOX).where(which, OUTBOX.c.person_id.is_(None)))
    facts = {"state": state, "finished_at": now, "reason": reason}
    connection.execute(update(OUTBOX).where(which).values(**facts, **BLANK))


def finish_all(connection: Connection, which: ColumnElement[bool], state: Ending, now: datetime) -> Ended:
    """The same with messages of whatever platforms, counted."""
    counted = select(OUTBOX.c.platform, func.count()).where(which).group_by(OUTBOX.c.platform)
    ended = Ended({(platform, state): count for platform, count in connection.execute(counted)})
    finish(connection, which, state, now)
    return ended


def again(connection: Connection, which: ColumnElement[bool], moment: datetime, *, in_doubt: bool) -> None:
    """Let the messages wait until then, one attempt more."""
    tried = {"attempts": OUTBOX.c.attempts + 1, "doubts": OUTBOX.c.doubts + int(in_doubt)}
    connection.execute(update(OUTBOX).where(which).values(state="pending", send_after=moment, **tried))


def columns(said: Say, address: Address, now: datetime, due_at: datetime | None) -> dict[str, Any]:
    """The row of a new message, but for its person."""
    return {
        "platform": address.platform,
        "user": address.user,
        "chat": address.chat,
        "kind": said.kind,
        "text": said.text,
        "options": OPTIONS.dump_json(said.options).decode(),
        "attachment": said.attachment and ATTACHMENT.dump_json(said.attachment).decode(),
        "urgency": int(said.urgency),
        "state": "pending",
        "created_at": now,
        "due_at": due_at,
        "expires_at": said.expires_at,
        "attempts": 0,
        "doubts": 0,
    }


def _read(connection: Connection, seals: Seals, row: RowMapping, now: datetime) -> OutboxMessage | None:
    """A row that can't be read, as one of a newer version, fails alone."""
    try:
        return _message(seals.opened(OUTBOX, row))
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one row is no reason to stop all
        reason = type(error).__name__
        log.error("message can't be read", platform=row["platform"], kind=row["kind"], error=reason)
        finish(connection, OUTBOX.c.id == row["id"], "failed", now, reason)
        return None


def _message(row: Mapping[str, Any]) -> OutboxMessage:
    if not row["text"]:
        raise ValueError("A blanked message was set back to be sent.")
    return OutboxMessage(
        id=row["id"],
        person_id=row["person_id"],
        address=Address(row["platform"], row["user"], row["chat"]),
        kind=row["kind"],
        text=row["text"],
        options=_options(row),
        attachment=_attachment(row),
        urgency=Urgency(row["urgency"]),
        due_at=row["due_at"] or row["created_at"],
        expires_at=row["expires_at"],
        attempts=row["attempts"],
        doubts=row["doubts"],
    )


def _options(row: Mapping[str, Any]) -> tuple[Option, ...]:
    """Those that can't be read are left out: whoever has the words can answer in words."""
    try:
        return OPTIONS.validate_json(row["options"])
    except ValidationError as error:
        log.error("buttons can't be read; left out", kind=row["kind"], error=type(error).__name__)
        return ()


def _attachment(row: Mapping[str, Any]) -> Attachment | None:
    """One that can't be read is left out: the text tells its content."""
    if row["attachment"] is None:
        return None
    try:
        return ATTACHMENT.validate_json(row["attachment"])
    except ValidationError as error:
        if any(form in row["attachment"] for form in PROMISED):
            raise
        log.error("attachment can't be read; left out", kind=row["kind"], error=type(error).__name__)
        return None


def _tried(attempts: int, ids: list[int]) -> ColumnElement[bool]:
    return and_(OUTBOX.c.id.in_(ids), OUTBOX.c.attempts == attempts)


def _next() -> Select[Any]:
    return (
        select(OUTBOX)
        .where(*_may_go(), OUTBOX.c.urgency <= bindparam("up_to"))
        .order_by(OUTBOX.c.urgency, OUTBOX.c.id)
        .limit(bindparam("most"))
        # For PostgreSQL, where several processes claim at once; SQLite knows no locked rows and leaves it out.
        .with_for_update(skip_locked=True)
    )


def _first() -> Select[Any]:
    since = func.coalesce(OUTBOX.c.send_after, OUTBOX.c.created_at)
    return select(since).where(*_may_go(), OUTBOX.c.urgency == bindparam("urgency")).order_by(OUTBOX.c.id).limit(1)


def _may_go() -> tuple[ColumnElement[bool], ...]:
    """What may be sent now, on these platforms."""
    waits = OUTBOX.c.send_after > bindparam("now")
    chat = tuple_(OUTBOX.c.platform, OUTBOX.c.chat)
    is_tired = OUTBOX.c.chat.in_(bindparam("tired", expanding=True))
    return (
        PENDING,
        OUTBOX.c.platform.in_(bindparam("platforms", expanding=True)),
        or_(OUTBOX.c.send_after.is_(None), ~waits),
        chat.not_in(_chats_with(IN_FLIGHT)),
        or_(OUTBOX.c.urgency == Urgency.SAFETY, and_(chat.not_in(_chats_with(PENDING, waits)), ~is_tired)),
        ~_has_one_before_it(),
    )


def _chats_with(*conditions: ColumnElement[bool]) -> Select[Any]:
    return select(OUTBOX.c.platform, OUTBOX.c.chat).where(*conditions).correlate(None)


def _has_one_before_it() -> ColumnElement[bool]:
    """A message waits in the same chat that goes first."""
    other = OUTBOX.alias("other")
    return exists().where(
        other.c.platform == OUTBOX.c.platform,
        other.c.chat == OUTBOX.c.chat,
        other.c.state == "pending",
        tuple_(other.c.urgency, other.c.id) < tuple_(OUTBOX.c.urgency, OUTBOX.c.id),
    )


# Built once: putting them together takes longer than running them.
NEXT = _next()
FIRST = _first()
WAITING = (
    select(OUTBOX.c.state, OUTBOX.c.urgency, func.count())
    .where(or_(PENDING, IN_FLIGHT))
    .group_by(OUTBOX.c.state, OUTBOX.c.urgency)
)
ANY_TOO_LATE = select(OUTBOX.c.id).where(PENDING, OUTBOX.c.expires_at <= bindparam("now")).limit(1)
