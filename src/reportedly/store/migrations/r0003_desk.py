"""0003 desk: who works on the casebook, samples that two code blind, and the trail of everything that was done.

Why:      a desk must be able to say later who did what, and how far two readers agree.
Runs on:  SQLite 3.35+, PostgreSQL 14+, in one transaction. Forward only.
Promises: no row of these is ever updated or deleted (triggers refuse it): what is newer stands for what is older.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from reportedly.store.migrations import guard

revision = "0003"
down_revision = "0002"

TABLES = ("member", "sample", "ballot", "trail")
GUARDS = ("UPDATE", "DELETE")


def upgrade() -> None:
    """Make the tables and their guards."""
    for name in TABLES:
        digest = [sa.Column("digest", sa.Text, nullable=False)] if name == "trail" else []
        op.create_table(
            name,
            sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
            *digest,
            sa.Column("body", sa.JSON, nullable=False),
        )
        for verb in GUARDS:
            guard(name, verb, f"rows of {name} are only ever added")


def downgrade() -> None:
    """Refuse: there is no way back."""
    raise NotImplementedError("A casebook's schema only goes forward. Open an older copy of the file instead.")
