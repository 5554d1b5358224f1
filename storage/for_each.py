"""A statement that is run for many rows.

SQLAlchemy takes longer to put the parameters of a row in order than the database takes for the row; here it is done for
all rows at once, column by column, with SQLAlchemy's own types.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.sql.dml import UpdateBase

Rows = Sequence[Mapping[str, Any]]
Processor = Callable[[Any], Any]
Parameters = Sequence[tuple[str, Processor | None]]


class ForEach:
    """The statement is compiled once a dialect, an insert for the columns that its first row names."""

    def __init__(self, statement: UpdateBase) -> None:
        self._statement = statement
        self._compiled: dict[str, tuple[str, Parameters]] = {}

    def run(self, connection: Connection, rows: Rows) -> int:
        """How many rows it touched."""
        name = connection.dialect.name
        if name not in self._compiled:
            self._compiled[name] = self._compile(connection.dialect, list(rows[0]))
        text, parameters = self._compiled[name]
        return connection.exec_driver_sql(text, _in_order(rows, parameters)).rowcount

    def _compile(self, dialect: Dialect, columns: list[str]) -> tuple[str, Parameters]:
        named = columns if self._statement.is_insert else None
        compiled: Any = self._statement.compile(dialect=dialect, column_keys=named, for_executemany=True)
        types = {name: parameter.type.dialect_impl(dialect) for name, parameter in compiled.binds.items()}
        return str(compiled), [(name, types[name].bind_processor(dialect)) for name in compiled.positiontup]


def _in_order(rows: Rows, parameters: Parameters) -> list[tuple[Any, ...]]:
    columns = [_column(rows, name, process) for name, process in parameters]
    return list(zip(*columns, strict=True))


def _column(rows: Rows, name: str, process: Processor | None) -> list[Any]:
    values = [row[name] for row in rows]
    return [process(value) for value in values] if process else values
