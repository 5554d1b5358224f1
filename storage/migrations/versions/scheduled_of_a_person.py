"""What waits for one person is found by the person: SQLite had looked through all that waits for anybody."""

from alembic import op

revision = "scheduled_of_a_person"
down_revision = "goals_done"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_outbox_person_id_state_urgency", "outbox", ["person_id", "state", "urgency"])
    op.drop_index("ix_outbox_person_id", "outbox")


def downgrade() -> None:
    op.create_index("ix_outbox_person_id", "outbox", ["person_id"])
    op.drop_index("ix_outbox_person_id_state_urgency", "outbox")
