"""Words sealed with a key that is kept elsewhere, and which keys those are."""

from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision = "sealed_words"
down_revision = "doubts"
branch_labels = None
depends_on = None

# As the tables are in this step: what names a row for its seal, and the words in it.
WORDS = {
    "people": (("id",), ("document",)),
    "outbox": (("platform", "user"), ("text", "options", "attachment")),
    "check_ins": (("person_id", "entry"), ("note",)),
    "goals": (("person_id", "entry"), ("words", "step")),
    "ladders": (("person_id", "entry"), ("activity", "rungs")),
    "goes": (("person_id", "entry"), ("expected", "found")),
    "stretches": (("person_id", "entry"), ("activity",)),
    "noted": (("person_id", "entry"), ("words",)),
}
AT_ONCE = 1_000  # rows


def upgrade() -> None:
    op.create_table(
        "keys",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("first_used_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_keys"),
    )
    op.execute("UPDATE outbox SET options = '' WHERE text = ''")
    for name, (named_by, words) in WORDS.items():
        _seal(sa.Table(name, sa.MetaData(), autoload_with=op.get_bind()), named_by, words)


def _seal(table: sa.Table, named_by: tuple[str, ...], words: tuple[str, ...]) -> None:
    keys = context.config.attributes["seals"].keys
    for row in _rows(table, {*named_by, *words}):
        place = (table.name, *(str(row[column]) for column in named_by))
        sealed = {word: keys.seal(row[word], (*place, word)) for word in words if row[word]}
        if sealed:
            here = sa.and_(*(key == row[key.name] for key in table.primary_key))
            op.execute(sa.update(table).where(here).values(sealed))


def _rows(table: sa.Table, columns: set[str]) -> Iterator[Mapping[Any, Any]]:
    """So many at once that no table fills the memory."""
    keys = list(table.primary_key)
    wanted = [column for column in table.c if column.primary_key or column.name in columns]
    asked = sa.select(*wanted).order_by(*keys).limit(AT_ONCE)
    found = op.get_bind().execute(asked).mappings().all()
    while found:
        yield from found
        last = [found[-1][key.name] for key in keys]
        found = op.get_bind().execute(asked.where(sa.tuple_(*keys) > sa.tuple_(*last))).mappings().all()


def downgrade() -> None:
    raise NotImplementedError("Words that are sealed are not opened again.")
