"""When a step towards a goal was done, and when the goal was looked at."""

import sqlalchemy as sa
from alembic import op

revision = "goals_done"
down_revision = "wide_outbox_ids"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("goals", sa.Column("step_done_on", sa.Date(), nullable=True))
    op.add_column("goals", sa.Column("reviewed_on", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("goals", "reviewed_on")
    op.drop_column("goals", "step_done_on")
