"""The tables. They hold rows and nothing else: what a value means is decided in `bot`.

Every table that has a `person_id` is emptied of a person by the cascade, and is part of what a person may export
(`storage.store.THEIRS`).
"""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKeyConstraint, Index, Integer, MetaData, Text
from sqlmodel import Field, SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.moments import Moment

WIDE = BigInteger().with_variant(Integer, "sqlite")  # a million people fill the narrow kind in two years


class Sealed(Text):
    """Words, sealed before they are written (`storage/sealing.py`)."""

    __visit_name__ = "text"


class Row(SQLModel):
    """A row of Steady's own. Its constraints have names, without which a migration could not change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def _of_a_person() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["person_id"], ["people.id"], ondelete="CASCADE")


class PersonRow(Row, table=True):
    """A person as one JSON document. `version` grows with each save, so that no save is lost under another."""

    __tablename__ = "people"

    id: str = Field(primary_key=True)
    document: str = Field(sa_type=Sealed)
    created_at: datetime
    updated_at: datetime
    version: int


class AddressRow(Row, table=True):
    """Where a person is met. `spoke_at` is when they last did so there."""

    __tablename__ = "addresses"
    __table_args__ = (_of_a_person(), Index(None, "platform", "chat"))

    platform: str = Field(primary_key=True)
    user: str = Field(primary_key=True)
    person_id: str = Field(index=True)
    chat: str
    spoke_at: datetime
    last_inbound_id: str | None


class InboxRow(Row, table=True):
    """An update that was seen, so that it is never answered twice. It holds nothing of what the update said."""

    __tablename__ = "inbox"

    platform: str = Field(primary_key=True)
    inbound_id: str = Field(primary_key=True)
    received_at: datetime = Field(index=True)


class TimerRow(Row, table=True):
    """A moment to wake at. `aside` is why the timer is kept out of the way of others, if it is."""

    __tablename__ = "timers"
    __table_args__ = (_of_a_person(), Index(None, "aside", "due_at"))

    person_id: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    due_at: datetime
    aside: str | None


class OutboxRow(Row, table=True):
    """A message on its way, or the bare fact that there was one: words are blanked as soon as it is done with.

    `state` is pending, sending, sent, uncertain, failed or expired. `id` is never given twice. `due_at` is the moment
    of the timer that brought it, if one did.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        _of_a_person(),
        Index(None, "person_id", "state", "urgency"),
        Index(None, "state", "urgency", "id"),
        Index(None, "platform", "chat", "state", "urgency", "id"),
        Index(None, "state", "send_after"),
        Index(None, "state", "expires_at"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=WIDE)
    person_id: str | None
    platform: str
    user: str
    chat: str
    kind: str
    text: str = Field(sa_type=Sealed)
    options: str = Field(sa_type=Sealed)
    attachment: str | None = Field(sa_type=Sealed)
    urgency: int
    state: str
    created_at: datetime
    due_at: datetime | None
    send_after: datetime | None
    expires_at: datetime | None
    attempts: int
    doubts: int = Field(sa_column_kwargs={"server_default": "0"})
    finished_at: datetime | None = Field(index=True)
    reason: str | None


class CheckInRow(Row, table=True):
    """What `bot.conversation.records.CheckIn` says, of one person."""

    __tablename__ = "check_ins"
    __table_args__ = (_of_a_person(), Index(None, "person_id", "local_date"))

    person_id: str = Field(primary_key=True)
    entry: int = Field(primary_key=True)
    local_date: date
    recorded_at: datetime
    pain: float
    sleep: float | None
    day: str | None
    note: str | None = Field(sa_type=Sealed)
    corrects: int | None


class BreathingRow(Row, table=True):
    """What `bot.conversation.records.Breathing` says, of one person."""

    __tablename__ = "breathings"
    __table_args__ = (_of_a_person(), Index(None, "person_id", "local_date"))

    person_id: str = Field(primary_key=True)
    entry: int = Field(primary_key=True)
    local_date: date
    started_at: datetime
    pattern: str
    seconds: int
    felt: str | None


class ComfortStepRow(Row, table=True):
    """What `bot.conversation.records.ComfortStep` says, of one person."""

    __tablename__ = "comfort_steps"
    __table_args__ = (_of_a_person(), Index(None, "person_id", "local_date"))

    person_id: str = Field(primary_key=True)
    entry: int = Field(primary_key=True)
    local_date: date
    offered_at: datetime
    nudge: str
    size: str
    answer: str | None
    expected: float | None
    outcome: str | None
    actual: float | None


class AlarmRow(Row, table=True):
    """What `bot.conversation.records.Alarm` says, of one person."""

    __tablename__ = "alarms"
    __table_args__ = (_of_a_person(), Index(None, "person_id", "raised_at"))

    person_id: str = Field(primary_key=True)
    entry: int = Field(primary_key=True)
    raised_at: datetime
    tier: str
    language: str
    choice: str | None


class GoalRow(Row, table=True):
    """What `bot.conversation.records.Goal` says, of one person."""

    __tablename__ = "goals"
    __table_args__ = (_of_a_person(), Index(None, "person_id", "local_date"))

    person_id: str = Field(primary_key=True)
    entry: int = Field(primary_key=True)
    local_date: date
    words: str = Field(sa_type=Sealed)
    step: str | None = Field(sa_type=Sealed)
    confidence: float | None
    state: str
    ended_on: date | None
    step_done_on: date | None
    reviewed_on: date | None


class LadderRow(Row, table=True):
    """What `bot.conversation.records.Ladder` says, of one person."""

    __tablename__ = "ladders"
    __table_args__ = (_of_a_person(), Index(None, "person_id", "local_date"))

    person_id: str = Field(primary_key=True)
    entry: int = Field(primary_key=True)
    local_date: date
    activity: str = Field(sa_type=Sealed)
    rungs: str = Field(sa_type=Sealed)
    ended_on: date | None


class GoRow(Row, table=True):
    """What `bot.conversation.records.Go` says, of one person."""

    __tablename__ = "goes"
    __table_args__ = (_of_a_person(), Index(None, "person_id", "local_date"))

    person_id: str = Field(primary_key=True)
    entry: int = Field(primary_key=True)
    local_date: date
    ladder: int
    rung: int
    feared: float
    expected: str | None = Field(sa_type=Sealed)
    sure: float | None
    pain_before: float | None
    happened: str | None
    harder: float | None
    pain_after: float | None
    found: str | None = Field(sa_type=Sealed)
    next_morning: float | None


class StretchRow(Row, table=True):
    """What `bot.conversation.records.Stretch` says, of one person."""

    __tablename__ = "stretches"
    __table_args__ = (_of_a_person(), Index(None, "person_id", "local_date"))

    person_id: str = Field(primary_key=True)
    entry: int = Field(primary_key=True)
    local_date: date
    activity: str = Field(sa_type=Sealed)
    unit: str
    amount: float
    kind: str
    goal: float | None


class FlareRow(Row, table=True):
    """What `bot.conversation.records.Flare` says, of one person."""

    __tablename__ = "flares"
    __table_args__ = (_of_a_person(), Index(None, "person_id", "local_date"))

    person_id: str = Field(primary_key=True)
    entry: int = Field(primary_key=True)
    local_date: date
    began_at: datetime
    ended_on: date | None


class QuestionnaireRow(Row, table=True):
    """What `bot.conversation.records.Questionnaire` says, of one person."""

    __tablename__ = "questionnaires"
    __table_args__ = (_of_a_person(), Index(None, "person_id", "local_date"))

    person_id: str = Field(primary_key=True)
    entry: int = Field(primary_key=True)
    local_date: date
    name: str
    answers: str
    score: float


class NotedRow(Row, table=True):
    """What `bot.conversation.records.Noted` says, of one person."""

    __tablename__ = "noted"
    __table_args__ = (_of_a_person(), Index(None, "person_id", "local_date"))

    person_id: str = Field(primary_key=True)
    entry: int = Field(primary_key=True)
    local_date: date
    about: str
    words: str = Field(sa_type=Sealed)


class ExperimentRow(Row, table=True):
    """What `bot.conversation.records.Experiment` says, of one person."""

    __tablename__ = "experiments"
    __table_args__ = (_of_a_person(), Index(None, "person_id", "local_date"))

    person_id: str = Field(primary_key=True)
    entry: int = Field(primary_key=True)
    local_date: date
    question: str
    days: int
    answer: str | None
    ended_on: date | None


class ExperimentDayRow(Row, table=True):
    """What `bot.conversation.records.ExperimentDay` says, of one person."""

    __tablename__ = "experiment_days"
    __table_args__ = (_of_a_person(), Index(None, "person_id", "local_date"))

    person_id: str = Field(primary_key=True)
    entry: int = Field(primary_key=True)
    local_date: date
    experiment: int
    condition: str
    kept: bool | None
    outcome: float | None


class LinkCodeRow(Row, table=True):
    """A code that joins another place to a person's memory, as a digest; a person has one at a time."""

    __tablename__ = "link_codes"
    __table_args__ = (_of_a_person(),)

    person_id: str = Field(primary_key=True)
    digest: str = Field(unique=True)
    expires_at: datetime


class KeyRow(Row, table=True):
    """The name of a key with which words here may be sealed; the key itself is kept elsewhere."""

    __tablename__ = "keys"

    name: str = Field(primary_key=True)
    first_used_at: datetime


class UploadRow(Row, table=True):
    """A file that a platform keeps: `file_id` is the platform's own name of what `key` names here."""

    __tablename__ = "uploads"

    platform: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    file_id: str


for column in [column for table in Row.metadata.tables.values() for column in table.c]:
    if isinstance(column.type, UTCDateTime):
        column.type = Moment()

PEOPLE = Row.metadata.tables["people"]
ADDRESSES = Row.metadata.tables["addresses"]
INBOX = Row.metadata.tables["inbox"]
TIMERS = Row.metadata.tables["timers"]
OUTBOX = Row.metadata.tables["outbox"]
CHECK_INS = Row.metadata.tables["check_ins"]
BREATHINGS = Row.metadata.tables["breathings"]
COMFORT_STEPS = Row.metadata.tables["comfort_steps"]
ALARMS = Row.metadata.tables["alarms"]
GOALS = Row.metadata.tables["goals"]
LADDERS = Row.metadata.tables["ladders"]
GOES = Row.metadata.tables["goes"]
STRETCHES = Row.metadata.tables["stretches"]
FLARES = Row.metadata.tables["flares"]
QUESTIONNAIRES = Row.metadata.tables["questionnaires"]
NOTED = Row.metadata.tables["noted"]
EXPERIMENTS = Row.metadata.tables["experiments"]
EXPERIMENT_DAYS = Row.metadata.tables["experiment_days"]
LINK_CODES = Row.metadata.tables["link_codes"]
KEYS = Row.metadata.tables["keys"]
UPLOADS = Row.metadata.tables["uploads"]
