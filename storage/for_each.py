"""A statement that is run for many rows.

SQLAlchemy takes longer to put the parameters of a row in order than the database takes for the row; here it is done for
all rows at once, column by column, with SQLAlchemy's own types.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Dialect
from sqlalchemy.sql.dml import UpdateBase

Rows = Sequence[Mapping[str, Any]]
Processor = Callable[[Any], Any]
Parameter = tuple[BindParameter[Any], Processor | None]
Parameters = Sequence[Parameter]


class ForEach:
    """The statement is compiled once a dialect, an insert for the columns that its first row names. What is the same
    for all rows may be written into it."""

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
        return str(compiled), [_parameter(compiled.binds[name], dialect) for name in compiled.positiontup]


def _parameter(bind: BindParameter[Any], dialect: Dialect) -> Parameter:
    return bind, bind.type.dialect_impl(dialect).bind_processor(dialect)


def _in_order(rows: Rows, parameters: Parameters) -> list[tuple[Any, ...]]:
    columns = [_column(rows, bind, process) for bind, process in parameters]
    return list(zip(*columns, strict=True))


def _column(rows: Rows, bind: BindParameter[Any], process: Processor | None) -> list[Any]:
    values = [row[bind.key] for row in rows] if bind.required else [bind.value] * len(rows)
    return [process(value) for value in values] if process else values
