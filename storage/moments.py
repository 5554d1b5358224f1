"""Moments as SQLite keeps them: as text, which is read and written here in one step instead of SQLAlchemy's three."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Dialect
from sqlmodel.sql.sqltypes import UTCDateTime

TO_THE_MICROSECOND = 26  # letters, without the offset


class Moment(UTCDateTime):
    """What `UTCDateTime` is, and the same rows. Raises `ValueError` for a moment without a zone."""

    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        return _as_text if dialect.name == "sqlite" else super().bind_processor(dialect)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        return _from_text if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


def _as_text(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone could be any of a day's")
    return moment.astimezone(UTC).isoformat(" ", "microseconds")[:TO_THE_MICROSECOND]


def _from_text(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)
