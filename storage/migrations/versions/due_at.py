"""When a message was due, where that was before it was put there: at its timer's moment."""

import sqlalchemy as sa
from alembic import op

from storage.moments import Moment

revision = "due_at"
down_revision = "sealed_words"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("due_at", Moment(), nullable=True))


def downgrade() -> None:
    op.drop_column("outbox", "due_at")
