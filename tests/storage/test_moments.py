"""A moment is the same in the file whoever writes it, and comes back as it was."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.moments import Moment

SQLITE = sqlite.dialect()
MOMENTS = [
    datetime(2026, 3, 29, 7, 30, 15, 123456, tzinfo=UTC),
    datetime(2026, 3, 29, 7, 30, tzinfo=UTC),
    datetime(2026, 3, 29, 1, 30, tzinfo=timezone(timedelta(hours=5, minutes=45))),
    None,
]


@pytest.mark.parametrize("moment", MOMENTS)
def test_it_is_the_text_that_sqlalchemy_writes(moment: datetime | None) -> None:
    ours, theirs = (kind().dialect_impl(SQLITE) for kind in (Moment, UTCDateTime))
    write, written, read = (
        ours.bind_processor(SQLITE),
        theirs.bind_processor(SQLITE),
        ours.result_processor(SQLITE, None),
    )
    assert write
    assert written
    assert read

    assert write(moment) == written(moment)
    assert read(write(moment)) == moment


def test_without_a_zone_it_is_refused() -> None:
    for dialect in (SQLITE, postgresql.dialect()):  # type: ignore[no-untyped-call]
        write = Moment().dialect_impl(dialect).bind_processor(dialect)
        assert write
        with pytest.raises(ValueError, match="zone"):
            write(datetime(2026, 3, 29))  # noqa: DTZ001 - that is what it is about
