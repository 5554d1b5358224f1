"""Goals, ladders, pacing, flares, questionnaires, notes and experiments."""

import sqlalchemy as sa
from alembic import op

revision = "whole_programme"
down_revision = "first_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "goals",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_goals_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "entry", name="pk_goals"),
    )
    op.create_index("ix_goals_person_id_local_date", "goals", ["person_id", "local_date"])

    op.create_table(
        "ladders",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("activity", sa.Text(), nullable=False),
        sa.Column("rungs", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_ladders_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "entry", name="pk_ladders"),
    )
    op.create_index("ix_ladders_person_id_local_date", "ladders", ["person_id", "local_date"])

    op.create_table(
        "goes",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("ladder", sa.Integer(), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("feared", sa.Float(), nullable=False),
        sa.Column("expected", sa.Text(), nullable=True),
        sa.Column("sure", sa.Float(), nullable=True),
        sa.Column("pain_before", sa.Float(), nullable=True),
        sa.Column("happened", sa.String(), nullable=True),
        sa.Column("harder", sa.Float(), nullable=True),
        sa.Column("pain_after", sa.Float(), nullable=True),
        sa.Column("found", sa.Text(), nullable=True),
        sa.Column("next_morning", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_goes_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "entry", name="pk_goes"),
    )
    op.create_index("ix_goes_person_id_local_date", "goes", ["person_id", "local_date"])

    op.create_table(
        "stretches",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("activity", sa.Text(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("amount", sa.Float(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("goal", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_stretches_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "entry", name="pk_stretches"),
    )
    op.create_index("ix_stretches_person_id_local_date", "stretches", ["person_id", "local_date"])

    op.create_table(
        "flares",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_flares_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "entry", name="pk_flares"),
    )
    op.create_index("ix_flares_person_id_local_date", "flares", ["person_id", "local_date"])

    op.create_table(
        "questionnaires",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("answers", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_questionnaires_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "entry", name="pk_questionnaires"),
    )
    op.create_index("ix_questionnaires_person_id_local_date", "questionnaires", ["person_id", "local_date"])

    op.create_table(
        "noted",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_noted_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "entry", name="pk_noted"),
    )
    op.create_index("ix_noted_person_id_local_date", "noted", ["person_id", "local_date"])

    op.create_table(
        "experiments",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_experiments_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "entry", name="pk_experiments"),
    )
    op.create_index("ix_experiments_person_id_local_date", "experiments", ["person_id", "local_date"])

    op.create_table(
        "experiment_days",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("experiment", sa.Integer(), nullable=False),
        sa.Column("condition", sa.String(), nullable=False),
        sa.Column("kept", sa.Boolean(), nullable=True),
        sa.Column("outcome", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_experiment_days_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "entry", name="pk_experiment_days"),
    )
    op.create_index("ix_experiment_days_person_id_local_date", "experiment_days", ["person_id", "local_date"])


def downgrade() -> None:
    op.drop_table("experiment_days")
    op.drop_table("experiments")
    op.drop_table("noted")
    op.drop_table("questionnaires")
    op.drop_table("flares")
    op.drop_table("stretches")
    op.drop_table("goes")
    op.drop_table("ladders")
    op.drop_table("goals")
