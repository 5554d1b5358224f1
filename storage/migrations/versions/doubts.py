"""How often nobody knew whether a message had arrived. A process of the version before leaves it at 0."""

import sqlalchemy as sa
from alembic import op

revision = "doubts"
down_revision = "scheduled_of_a_person"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("doubts", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("outbox", "doubts")
