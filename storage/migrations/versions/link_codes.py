"""Codes that join two places to one memory."""

import sqlalchemy as sa
from alembic import op

revision = "link_codes"
down_revision = "whole_programme"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "link_codes",
        sa.Column("person_id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_link_codes_person_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", name="pk_link_codes"),
        sa.UniqueConstraint("digest", name="uq_link_codes_digest"),
    )


def downgrade() -> None:
    op.drop_table("link_codes")
