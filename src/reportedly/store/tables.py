"""The tables of a casebook, as the newest migration leaves them (a test compares the two).

A row is its keys and a `body`: the model value as JSON (`store/codec`), so that every value comes back exactly as it was,
on every database. Columns beside the body are those that rows are found by.
"""

from __future__ import annotations

from sqlalchemy import JSON, CheckConstraint, Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

casebook = Table(
    "casebook",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False),
    Column("content", Integer, nullable=False),
    Column("viewed", Integer, nullable=False),
    Column("viewed_by", Text, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
    CheckConstraint("viewed <= content AND content <= revision", name="views_follow_content"),
)
"""One row. `revision` grows with every commit; `content` is the revision that last changed reports or claims;
`viewed` the content that the views were made of (-1: there are none), and `viewed_by` the stages that made them."""

run = Table(
    "run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text),
    Column("stamp", Text, nullable=False),
    Column("versions", JSON, nullable=False),
)
"""The log: each run that changed something, with its stages and their versions. `at` is the caller's time, or NULL."""

original = Table(
    "original",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)
"""Bytes as they were captured, compressed with zlib. The key is the digest of what was compressed."""

capture = Table(
    "capture",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sha256", Text, ForeignKey("original.sha256"), nullable=False),
    Column("run", Integer, ForeignKey("run.id"), nullable=False),
    Column("stamp", Text, nullable=False, index=True),
    Column("told", JSON, nullable=False),
    Column("failed", JSON(none_as_null=True)),
)
"""What was captured: what was told of the bytes, the run and stamp that read them, and why they gave no report."""

report = Table(
    "report",
    metadata,
    Column("id", Text, ForeignKey("capture.id"), primary_key=True),
    Column("body", JSON, nullable=False),
)

claim = Table(
    "claim",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", Text, ForeignKey("report.id"), nullable=False, index=True),
    Column("version", Text, nullable=False),
    Column("body", JSON, nullable=False),
)

problem = Table(
    "problem",
    metadata,
    Column("id", Text, primary_key=True),
    Column("capture", Text, ForeignKey("capture.id")),
    Column("body", JSON, nullable=False),
)
"""What could not be read. `capture` where its bytes were captured, else NULL."""


decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("body", JSON, nullable=False),
)
"""What reviewers decided, from 1. Rows are only added: the views are made without them, and they are laid over when it is read."""


def _numbered(name: str, *more: Column[str]) -> Table:
    """A table whose rows are only added, and count from 1."""
    return Table(
        name, metadata, Column("number", Integer, primary_key=True, autoincrement=False), *more, Column("body", JSON, nullable=False)
    )


member = _numbered("member")
"""Who works on the casebook. The last row of a name is what holds; a key is kept as its SHA-256 only."""

sample = _numbered("sample")
ballot = _numbered("ballot")
"""Events that two reviewers code blind, and what each of them said."""

trail = _numbered("trail", Column("digest", Text, nullable=False))
"""Who did what, and when. `digest` is over the line and the digest of the one before it."""


def _view(name: str, key: str) -> Table:
    """A table of views: rows in the order of `place`, with room in between, found by the id of what they speak of."""
    return Table(
        name,
        metadata,
        Column("place", Integer, primary_key=True, autoincrement=False),
        Column(key, Text, nullable=False, index=True),
        Column("body", JSON, nullable=False),
    )


event = _view("event", "id")
link = _view("link", "a")
lineage = _view("lineage", "report")
dispute = _view("dispute", "event")
check = _view("check", "claim")
sign = _view("sign", "a")
tie = _view("tie", "a")
VIEWS = (event, link, lineage, dispute, check, sign, tie)

grouping = Table("grouping", metadata, Column("report", Text, primary_key=True), Column("body", JSON, nullable=False))
"""What linking remembers of each report that it has linked. Goes when the views go."""
