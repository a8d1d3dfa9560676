"""0004 grouping: what linking remembers of each report, so that a new report is linked without all others being linked again.

Why:      a casebook of a million claims must take a report in seconds.
Runs on:  SQLite 3.35+, PostgreSQL 14+, in one transaction. Forward only.
Promises: it is a view: it is thrown away with the others and made again by the next run.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table."""
    op.create_table("grouping", sa.Column("report", sa.Text, primary_key=True), sa.Column("body", sa.JSON, nullable=False))


def downgrade() -> None:
    """Refuse: there is no way back."""
    raise NotImplementedError("A casebook's schema only goes forward. Open an older copy of the file instead.")
