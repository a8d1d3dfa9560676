"""0001 casebook: reports as they were captured, what they claim, and the views over the claims.

Why:      one file holds a whole project, and a run that ends at any moment leaves it usable.
Runs on:  SQLite 3.35+, PostgreSQL 14+, in one transaction. Forward only.
Promises: captured bytes are never updated or deleted, and claims never updated (triggers refuse it);
          rows are their keys and a JSON body; views can be deleted and made again at any time.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from reportedly.store.migrations import guard

revision = "0001"
down_revision = None

APPLICATION_ID = 0x72707464
"""Marks the SQLite file as ours: the letters "rptd"."""

GUARDS = (
    ("original", "UPDATE", "captured bytes are never changed"),
    ("original", "DELETE", "captured bytes are never deleted"),
    ("claim", "UPDATE", "claims are never changed"),
)


def upgrade() -> None:
    """Make every table, the guards, and the one row of `casebook`."""
    _captured()
    _read()
    for name, key in (("event", "id"), ("link", "a"), ("lineage", "report"), ("dispute", "event"), ("check", "claim")):
        op.create_table(
            name,
            sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
            sa.Column(key, sa.Text, nullable=False),
            sa.Column("body", sa.JSON, nullable=False),
        )
        op.create_index(f"ix_{name}_{key}", name, [key])
    for table, verb, why in GUARDS:
        guard(table, verb, why)
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def downgrade() -> None:
    """Refuse: there is no way back."""
    raise NotImplementedError("A casebook's schema only goes forward. Open an older copy of the file instead.")


def _captured() -> None:
    made = op.create_table(
        "casebook",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("content", sa.Integer, nullable=False),
        sa.Column("viewed", sa.Integer, nullable=False),
        sa.Column("viewed_by", sa.Text, nullable=False),
        sa.CheckConstraint("id = 1", name="one_row"),
        sa.CheckConstraint("viewed <= content AND content <= revision", name="views_follow_content"),
    )
    op.bulk_insert(made, [{"id": 1, "revision": 0, "content": 0, "viewed": -1, "viewed_by": ""}])
    op.create_table(
        "run",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text),
        sa.Column("stamp", sa.Text, nullable=False),
        sa.Column("versions", sa.JSON, nullable=False),
    )
    op.create_table(
        "original",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("bytes", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "capture",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("sha256", sa.Text, sa.ForeignKey("original.sha256"), nullable=False),
        sa.Column("run", sa.Integer, sa.ForeignKey("run.id"), nullable=False),
        sa.Column("stamp", sa.Text, nullable=False),
        sa.Column("told", sa.JSON, nullable=False),
        sa.Column("failed", sa.JSON),
    )
    op.create_index("ix_capture_stamp", "capture", ["stamp"])


def _read() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Text, sa.ForeignKey("capture.id"), primary_key=True),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("report", sa.Text, sa.ForeignKey("report.id"), nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
    )
    op.create_index("ix_claim_report", "claim", ["report"])
    op.create_table(
        "problem",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("capture", sa.Text, sa.ForeignKey("capture.id")),
        sa.Column("body", sa.JSON, nullable=False),
    )
