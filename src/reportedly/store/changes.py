"""One change of a casebook: what is written together, or not at all."""

from __future__ import annotations

import zlib

from sqlalchemy import Connection, Table, delete, insert, select, update

from reportedly.model import Problem, Views, stable_id
from reportedly.store import tables
from reportedly.store.codec.claim import claim_row
from reportedly.store.codec.event import dispute_row, event_row
from reportedly.store.codec.link import check_row, edge_row, link_row
from reportedly.store.codec.parts import Row
from reportedly.store.codec.report import problem_row, report_row
from reportedly.store.codec.tie import sign_row, tie_row
from reportedly.store.reading import Groupings, Log, Made, Original, Reading
from reportedly.store.renewal import Kind, renew


class Change:
    """What is written in one transaction. Made by `Casebook.change`; the run is logged by its first change.

    `content` tells whether reports or claims changed, `touched` whether anything did.
    """

    def __init__(self, connection: Connection, log: Log, run: int | None) -> None:
        self._connection, self._log, self._run = connection, log, run
        self.content = self.touched = False

    @property
    def logged(self) -> int | None:
        """The number of the run, if it was logged."""
        return self._run

    @property
    def run(self) -> int:
        """The number of the run in the log."""
        if self._run is None:
            row = {"at": self._log.at, "stamp": self._log.stamp, "versions": self._log.versions}
            (self._run,) = self._connection.execute(insert(tables.run).values(row)).inserted_primary_key or (0,)
        return self._run

    def keep(self, reading: Reading) -> None:
        """Store what came of one capture, in place of what came of it before."""
        known = self._is_there(tables.capture, "id", reading.original.id)
        if known:
            self._forget(reading.original.id)
        self._keep_bytes(reading.original)
        self._keep_capture(reading, known=known)
        self.touched = True
        if reading.report is None:
            return
        self.content = True
        self._connection.execute(insert(tables.report), {"id": reading.report.id, "body": report_row(reading.report)})
        rows = [{"id": c.id, "report": c.report, "version": c.version, "body": claim_row(c)} for c in reading.claims]
        if rows:
            self._connection.execute(insert(tables.claim), rows)

    def add_problem(self, problem: Problem, *, capture: str | None) -> None:
        """Store a problem, unless it is there. `capture` is the id of the capture that it is about, if there is one."""
        identity = _problem_id(problem)
        if not self._is_there(tables.problem, "id", identity):
            row = {"id": identity, "capture": capture, "body": problem_row(problem)}
            self._connection.execute(insert(tables.problem), row)
            self.touched = True

    def drop_problem(self, problem: Problem) -> None:
        """Take a problem away: it is one no longer."""
        gone = self._connection.execute(delete(tables.problem).where(tables.problem.c.id == _problem_id(problem)))
        self.touched = self.touched or gone.rowcount > 0

    def replace_views(self, views: Views, *, made_by: str, before: Made | None = None, groupings: Groupings | None = None) -> None:
        """Put these views in place of the present ones. They are of what the casebook holds now.

        `before` are the present ones where they were read in this run: then only rows that differ are written. `groupings` are what
        linking remembers of the reports that it has linked since.
        """
        if before is None:
            self._clear_views()
        old = before.views if before is not None else Views()
        renew(self._connection, Kind(tables.event, "id", event_row), old.events, views.events)
        renew(self._connection, Kind(tables.link, "a", link_row), old.links, views.links)
        renew(self._connection, Kind(tables.lineage, "report", edge_row), old.lineage, views.lineage)
        renew(self._connection, Kind(tables.dispute, "event", dispute_row), old.disputes, views.disputes)
        renew(self._connection, Kind(tables.check, "claim", check_row), old.checks, views.checks)
        renew(self._connection, Kind(tables.sign, "a", sign_row), old.signs, views.signs)
        renew(self._connection, Kind(tables.tie, "a", tie_row), old.ties, views.ties)
        if groupings:
            self._connection.execute(insert(tables.grouping), [{"report": each, "body": body} for each, body in groupings.items()])
        state = tables.casebook
        self._connection.execute(update(state).values(viewed=state.c.content, viewed_by=made_by))
        self.touched = True

    def finish(self) -> None:
        """Raise the revision, if anything was written."""
        if not self.touched:
            return
        _ = self.run
        state = tables.casebook
        new: Row = {"revision": state.c.revision + 1}
        if self.content:
            new["content"] = state.c.revision + 1
        self._connection.execute(update(state).values(new))

    def _is_there(self, table: Table, key: str, value: str) -> bool:
        return self._connection.execute(select(table.c[key]).where(table.c[key] == value)).first() is not None

    def _keep_bytes(self, original: Original) -> None:
        if not self._is_there(tables.original, "sha256", original.sha256):
            self._connection.execute(insert(tables.original), {"sha256": original.sha256, "bytes": zlib.compress(original.data)})

    def _keep_capture(self, reading: Reading, *, known: bool) -> None:
        original, table = reading.original, tables.capture
        row = {
            "sha256": original.sha256,
            "run": self.run,
            "stamp": self._log.stamp,
            "told": original.told,
            "failed": None if reading.problem is None else problem_row(reading.problem),
        }
        if known:
            self._connection.execute(update(table).where(table.c.id == original.id).values(row))
        else:
            self._connection.execute(insert(table), {"id": original.id, **row})

    def _forget(self, identity: str) -> None:
        """Take a report and its claims away. The views may speak of them, so they go too."""
        self._connection.execute(delete(tables.claim).where(tables.claim.c.report == identity))
        gone = self._connection.execute(delete(tables.report).where(tables.report.c.id == identity))
        if gone.rowcount > 0:
            self.content = True
            self._clear_views()
            self._connection.execute(update(tables.casebook).values(viewed=-1, viewed_by=""))

    def _clear_views(self) -> None:
        for table in (*tables.VIEWS, tables.grouping):
            self._connection.execute(delete(table))


def _problem_id(problem: Problem) -> str:
    return stable_id("p", problem.source, problem.reason.value, problem.detail)
