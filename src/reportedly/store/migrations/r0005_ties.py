"""0005 ties: how events stand to each other, and the signs between claims that show it.

Why:      a funeral must be found from the strike that it followed, and a strike from the campaign that it was part of.
Runs on:  SQLite 3.35+, PostgreSQL 14+, in one transaction. Forward only.
Promises: they are views: they are empty until the next run, which makes them with all others.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    for name in ("sign", "tie"):
        op.create_table(
            name,
            sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
            sa.Column("a", sa.Text, nullable=False),
            sa.Column("body", sa.JSON, nullable=False),
        )
        op.create_index(f"ix_{name}_a", name, ["a"])


def downgrade() -> None:
    """Refuse: there is no way back."""
    raise NotImplementedError("A casebook's schema only goes forward. Open an older copy of the file instead.")
