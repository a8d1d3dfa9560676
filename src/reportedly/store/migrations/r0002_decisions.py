"""0002 decisions: what reviewers decided.

Why:      the views can be made again at any time, and what people decided about them must outlive that.
Runs on:  SQLite 3.35+, PostgreSQL 14+, in one transaction. Forward only.
Promises: a decision is never updated or deleted (triggers refuse it): undoing one is a newer decision.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from reportedly.store.migrations import guard

revision = "0002"
down_revision = "0001"

GUARDS = (("UPDATE", "decisions are never changed"), ("DELETE", "decisions are never deleted"))


def upgrade() -> None:
    """Make the table and its guards."""
    op.create_table(
        "decision",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    for verb, why in GUARDS:
        guard("decision", verb, why)


def downgrade() -> None:
    """Refuse: there is no way back."""
    raise NotImplementedError("A casebook's schema only goes forward. Open an older copy of the file instead.")
