"""Ids of messages that a large PostgreSQL does not run out of; SQLite's are wide by nature."""

import sqlalchemy as sa
from alembic import op

revision = "wide_outbox_ids"
down_revision = "link_codes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("outbox", "id", type_=sa.BigInteger(), existing_type=sa.Integer())
        op.execute("ALTER SEQUENCE outbox_id_seq AS bigint")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER SEQUENCE outbox_id_seq AS integer")
        op.alter_column("outbox", "id", type_=sa.Integer(), existing_type=sa.BigInteger())
