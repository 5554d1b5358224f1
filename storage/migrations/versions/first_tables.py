"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "first_tables"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("inbound_id", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("platform", "inbound_id", name="pk_inbox"),
    )
    op.create_index("ix_inbox_received_at", "inbox", ["received_at"])

    op.create_table(
        "people",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )
    op.create_table(
        "uploads",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("platform", "key", name="pk_uploads"),
    )
    op.create_table(
        "addresses",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("spoke_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_inbound_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_addresses_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("platform", "user", name="pk_addresses"),
    )
    op.create_index("ix_addresses_person_id", "addresses", ["person_id"])
    op.create_index("ix_addresses_platform_chat", "addresses", ["platform", "chat"])

    op.create_table(
        "alarms",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tier", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("choice", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_alarms_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "entry", name="pk_alarms"),
    )
    op.create_index("ix_alarms_person_id_raised_at", "alarms", ["person_id", "raised_at"])

    op.create_table(
        "breathings",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pattern", sa.String(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("felt", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_breathings_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "entry", name="pk_breathings"),
    )
    op.create_index("ix_breathings_person_id_local_date", "breathings", ["person_id", "local_date"])

    op.create_table(
        "check_ins",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pain", sa.Float(), nullable=False),
        sa.Column("sleep", sa.Float(), nullable=True),
        sa.Column("day", sa.String(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("corrects", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_check_ins_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "entry", name="pk_check_ins"),
    )
    op.create_index("ix_check_ins_person_id_local_date", "check_ins", ["person_id", "local_date"])

    op.create_table(
        "comfort_steps",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("nudge", sa.String(), nullable=False),
        sa.Column("size", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("expected", sa.Float(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("actual", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_comfort_steps_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "entry", name="pk_comfort_steps"),
    )
    op.create_index("ix_comfort_steps_person_id_local_date", "comfort_steps", ["person_id", "local_date"])

    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(), nullable=True),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("attachment", sa.Text(), nullable=True),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("send_after", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_outbox_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_finished_at", "outbox", ["finished_at"])
    op.create_index("ix_outbox_person_id", "outbox", ["person_id"])
    op.create_index(
        "ix_outbox_platform_chat_state_urgency_id", "outbox", ["platform", "chat", "state", "urgency", "id"]
    )
    op.create_index("ix_outbox_state_expires_at", "outbox", ["state", "expires_at"])
    op.create_index("ix_outbox_state_send_after", "outbox", ["state", "send_after"])
    op.create_index("ix_outbox_state_urgency_id", "outbox", ["state", "urgency", "id"])

    op.create_table(
        "timers",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("aside", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_timers_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "name", name="pk_timers"),
    )
    op.create_index("ix_timers_aside_due_at", "timers", ["aside", "due_at"])


def downgrade() -> None:
    op.drop_table("uploads")
    op.drop_table("alarms")
    op.drop_table("comfort_steps")
    op.drop_table("breathings")
    op.drop_table("check_ins")
    op.drop_table("outbox")
    op.drop_table("timers")
    op.drop_table("inbox")
    op.drop_table("addresses")
    op.drop_table("people")
