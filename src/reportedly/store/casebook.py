"""The casebook: one project's store, a SQLite file or a PostgreSQL database."""

from __future__ import annotations

import gc
import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sqlalchemy import Column, Connection, Engine, Table, Text, cast, func, select

from reportedly.errors import CasebookUnusable, NewerCasebook, NoCasebook, NotFound
from reportedly.model import Claim, Dataset, Decision, Entry, Problem, Report, Views, Written
from reportedly.store import desk, tables
from reportedly.store.changes import Change
from reportedly.store.codec.claim import claim_of
from reportedly.store.codec.decision import decision_of
from reportedly.store.codec.event import dispute_of, event_of
from reportedly.store.codec.link import check_of, edge_of, link_of
from reportedly.store.codec.parts import Row
from reportedly.store.codec.report import problem_of, report_of
from reportedly.store.codec.tie import sign_of, tie_of
from reportedly.store.database import engine_of, file_of, shown, sqlite_file, transaction
from reportedly.store.lock import file_lock, server_lock
from reportedly.store.reading import Kept, Log, Made, Original
from reportedly.store.schema import KNOWN, migrate, schema_of_file, schema_of_server

if TYPE_CHECKING:
    from _hashlib import HASH as Hash  # noqa: N811  (a class, whatever its letters)

Viewed = TypeVar("Viewed")


class Casebook:
    """One project's reports, claims and views. A context manager: it is closed at the end.

    Reading never waits for a writer and never sees half of a change. `where` is the path or URL, without a password.
    """

    def __init__(self, where: str, engine: Engine) -> None:
        self.where = shown(where)
        self._path = file_of(where)
        self._engine = engine
        self._writing = 0
        self._read_into: tuple[int, Hash] | None = None

    @classmethod
    def open(cls, where: str, *, create: bool = False) -> Casebook:
        """Open a casebook: the path of a SQLite file, or a URL. Nothing is written, unless it must be made or brought up to date.

        Raises:
            NoCasebook: nothing is there, and `create` is false.
            NotACasebook: something else is there. It is not changed.
            NewerCasebook: a newer version wrote it. It is not changed.
            CasebookBusy: it must be made or brought up to date, and another process is writing it.
            CasebookUnusable: no space, no permission, no driver.
        """
        book = cls(where, engine_of(where))
        try:
            if book._schema(create=create) != KNOWN[-1]:
                book._bring_up_to_date(create=create)
        except BaseException:
            book.close()
            raise
        return book

    def close(self) -> None:
        """Let go of the database. A closed casebook opens it again when it is used."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only writer until the block ends; the lock also ends with the process, however it ends. May be nested.

        Raises:
            CasebookBusy: another process, or another opening in this one, is writing.
            CasebookUnusable: the folder cannot be written to.
        """
        with ExitStack() as stack:
            if not self._writing:
                stack.enter_context(server_lock(self._engine, self.where) if self._path is None else file_lock(self._path))
            self._writing += 1
            try:
                yield
            finally:
                self._writing -= 1

    @contextmanager
    def change(self, log: Log, *, run: int | None = None) -> Iterator[Change]:
        """One change: everything that the block writes is committed together, or none of it.

        `run` is the number of the run when it was logged before (`Change.run`).

        Raises:
            CasebookBusy, CasebookUnusable: as `writing`; or the database refuses.
        """
        with self.writing(), transaction(self._engine, self.where, writes=True) as connection:
            change = Change(connection, log, run)
            yield change
            change.finish()

    def revision(self) -> int:
        """How many changes were committed: a number that only grows."""
        with transaction(self._engine, self.where) as connection:
            return int(connection.execute(select(tables.casebook.c.revision)).scalar_one())

    def decisions(self, *, after: int = 0) -> tuple[Decision, ...]:
        """What reviewers decided, in order: the decisions whose number is above `after`."""
        table = tables.decision
        with transaction(self._engine, self.where) as connection:
            rows = connection.execute(select(table.c.body).where(table.c.number > after).order_by(table.c.number)).scalars()
            return tuple(map(decision_of, rows))

    def add(self, value: desk.Added, *entries: Entry) -> None:
        """Add a decision, member, sample or ballot, and lines of the trail that tell of it. All are kept when this returns.

        Its number must be one above that of the last.

        Raises:
            CasebookBusy, CasebookUnusable: as `writing`; or the database refuses, as it does when the number is taken.
        """
        with self.writing(), transaction(self._engine, self.where, writes=True) as connection:
            desk.add(connection, value)
            desk.note(connection, entries)

    def note(self, *entries: Entry) -> None:
        """Write lines of the trail.

        Raises:
            CasebookBusy, CasebookUnusable: as `writing`.
        """
        with self.writing(), transaction(self._engine, self.where, writes=True) as connection:
            desk.note(connection, entries)

    def added(self, kind: type[desk.Kept], *, after: int = 0) -> tuple[desk.Kept, ...]:
        """All members, samples or ballots whose number is above `after`, in order."""
        with transaction(self._engine, self.where) as connection:
            return desk.kept(connection, kind, after=after)

    def trail(self, *, after: int = 0) -> tuple[Written, ...]:
        """The lines of the trail whose number is above `after`, in order."""
        with transaction(self._engine, self.where) as connection:
            return desk.trail(connection, after=after)

    def views_are_current(self, made_by: str) -> bool:
        """Whether the views are of the present reports and claims, made by the stages that `made_by` stands for."""
        with transaction(self._engine, self.where) as connection:
            state = connection.execute(select(tables.casebook)).one()
        return bool(state.viewed == state.content and state.viewed_by == made_by)

    def made(self, made_by: str) -> Made | None:
        """The views, and what linking remembers, if the stages that `made_by` stands for made them of reports that are all still there."""
        with transaction(self._engine, self.where) as connection:
            state = connection.execute(select(tables.casebook)).one()
            if state.viewed < 0 or state.viewed_by != made_by:
                return None
            rows = connection.execute(select(tables.grouping)).all()
            return Made(views=_all_views(connection), groupings={row.report: row.body for row in rows})

    def dataset(self) -> Dataset:
        """Everything, as it stood at one moment, in the order that `Dataset` documents.

        After an interrupted run the views speak of what was linked before; what came since is in no event. The views are made without
        decisions, which are not among what is returned.
        """
        with _uncollected(), transaction(self._engine, self.where) as connection:
            return Dataset(
                reports=_reports(connection),
                claims=_claims(connection),
                views=_all_views(connection),
                problems=tuple(sorted(problem for problem, _ in _problems(connection))),
            )

    def reports_and_claims(self) -> tuple[tuple[Report, ...], tuple[Claim, ...]]:
        """What linking works on, in the casebook's order."""
        with _uncollected(), transaction(self._engine, self.where) as connection:
            return _reports(connection), _claims(connection)

    def problems(self) -> dict[Problem, str | None]:
        """Every problem, sorted, with the id of the capture that it is about, or None where nothing was captured."""
        with transaction(self._engine, self.where) as connection:
            return dict(sorted(_problems(connection)))

    def kept(self, identity: str) -> Kept | None:
        """What is known of the capture with an id, or None."""
        table = tables.capture
        with transaction(self._engine, self.where) as connection:
            row = connection.execute(select(table.c.stamp, table.c.told, table.c.failed, table.c.run).where(table.c.id == identity)).first()
        if row is None:
            return None
        return Kept(stamp=row.stamp, run=row.run, told=row.told, problem=None if row.failed is None else problem_of(row.failed))

    def original(self, identity: str) -> Original:
        """A capture with its bytes as they were, checked against their digest.

        Raises:
            NotFound: no capture has this id.
            CasebookUnusable: the stored bytes are not what was captured.
        """
        capture, stored = tables.capture, tables.original
        wanted = select(capture.c.sha256, capture.c.told, stored.c.bytes).join(stored).where(capture.c.id == identity)
        with transaction(self._engine, self.where) as connection:
            row = connection.execute(wanted).first()
        if row is None:
            raise NotFound("report", identity)
        try:
            data = zlib.decompress(row.bytes)
        except zlib.error:
            data = b""
        if hashlib.sha256(data).hexdigest() != row.sha256:
            raise CasebookUnusable(self.where, f"the stored bytes of {identity} are not what was captured")
        return Original(id=identity, sha256=row.sha256, data=data, told=row.told)

    def stale(self, stamp: str, *, after: str = "") -> str | None:
        """The first id, of those after `after`, of a capture that was not read under `stamp`; or None."""
        table = tables.capture
        wanted = select(table.c.id).where(table.c.stamp != stamp, table.c.id > after).order_by(table.c.id).limit(1)
        with transaction(self._engine, self.where) as connection:
            return connection.execute(wanted).scalar()

    def sizes(self) -> tuple[int, int, int]:
        """How many reports, claims and events there are."""
        with transaction(self._engine, self.where) as connection:
            reports, claims, events = (
                int(connection.execute(select(func.count()).select_from(table)).scalar_one())
                for table in (tables.report, tables.claim, tables.event)
            )
        return reports, claims, events

    def digest(self) -> str:
        """A SHA-256 (64 hex digits) of all reports, claims and decisions, as they stood at one moment.

        Of a report counts everything but the name of its file; views count nothing. The rows are hashed as they are stored, in the order
        of their keys, so it is the same on every machine and database, however the reports were added.
        """
        with transaction(self._engine, self.where) as connection:
            revision = int(connection.execute(select(tables.casebook.c.revision)).scalar_one())
            if self._read_into is None or self._read_into[0] != revision:
                self._read_into = revision, _read_into_hash(connection)
            made = self._read_into[1].copy()
            _hash_bodies(made, connection, tables.decision, tables.decision.c.number)
        return made.hexdigest()

    def runs(self) -> tuple[Log, ...]:
        """The log: the runs that changed something, first to last."""
        with transaction(self._engine, self.where) as connection:
            rows = connection.execute(select(tables.run).order_by(tables.run.c.id)).all()
        return tuple(Log(stamp=row.stamp, versions=row.versions, at=row.at) for row in rows)

    def _schema(self, *, create: bool) -> str | None:
        """The schema revision that is there; None where a casebook must be made."""
        if self._path is not None:
            found = schema_of_file(self._path)
        else:
            with transaction(self._engine, self.where) as connection:
                found = schema_of_server(connection)
        if found is None and not create:
            raise NoCasebook(self.where)
        if found is not None and found not in KNOWN:
            raise NewerCasebook(self.where, found=found)
        return found

    def _bring_up_to_date(self, *, create: bool) -> None:
        with self.writing():
            if self._schema(create=create) == KNOWN[-1]:
                return
            if self._path is not None:
                _make_file(self._path)
            with transaction(self._engine, self.where, writes=True) as connection:
                migrate(connection)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector: of millions of values none is garbage, and it would look at all of them again and again."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _make_file(path: Path) -> None:
    """Make the file, if it is not there, and let readers go on while it is written (WAL).

    SQLite before 3.51.3 can damage a file whose WAL two connections reset at once. Only who holds the writer's lock
    writes here, and the last connection to close has the file to itself, so that never happens.
    """
    try:
        path.touch()
    except OSError as error:
        raise CasebookUnusable(str(path), f"it cannot be made: {error.strerror}") from error
    with closing(sqlite_file(path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")


TOGETHER = 1000
"""Rows that are fetched together: one by one takes longer, all at once takes the memory of all of them."""


def _bodies(connection: Connection, table: Table, *order: Column[int]) -> Iterator[Row]:
    return connection.execute(select(table.c.body).order_by(*order), execution_options={"yield_per": TOGETHER}).scalars()


def _reports(connection: Connection) -> tuple[Report, ...]:
    return tuple(sorted(map(report_of, _bodies(connection, tables.report)), key=lambda report: report.id))


def _claims(connection: Connection) -> tuple[Claim, ...]:
    return tuple(sorted(map(claim_of, _bodies(connection, tables.claim)), key=lambda claim: claim.place))


def _problems(connection: Connection) -> list[tuple[Problem, str | None]]:
    rows = connection.execute(select(tables.problem.c.body, tables.problem.c.capture)).all()
    return [(problem_of(row.body), row.capture) for row in rows]


def _all_views(connection: Connection) -> Views:
    return Views(
        events=_views(connection, tables.event, event_of),
        links=_views(connection, tables.link, link_of),
        lineage=_views(connection, tables.lineage, edge_of),
        disputes=_views(connection, tables.dispute, dispute_of),
        checks=_views(connection, tables.check, check_of),
        signs=_views(connection, tables.sign, sign_of),
        ties=_views(connection, tables.tie, tie_of),
    )


def _views(connection: Connection, table: Table, value_of: Callable[[Row], Viewed]) -> tuple[Viewed, ...]:
    return tuple(map(value_of, _bodies(connection, table, table.c.place)))


__all__ = ["Casebook", "Change", "Kept", "Log", "Made", "Original"]


def _read_into_hash(connection: Connection) -> Hash:
    """A SHA-256 of what was read from reports, to which what was decided can be added."""
    made = hashlib.sha256()
    for body in connection.execute(select(tables.report.c.body).order_by(tables.report.c.id)).scalars():
        made.update(json.dumps({name: body[name] for name in sorted(body) if name != "file"}).encode() + b"\n")
    _hash_bodies(made, connection, tables.claim, tables.claim.c.id)
    return made


def _hash_bodies(made: Hash, connection: Connection, table: Table, key: Column[Any]) -> None:
    """Add a table's rows, as they are stored and in the order of their keys."""
    made.update(f"{table.name}s\n".encode())
    for row in connection.execute(select(cast(table.c.body, Text)).order_by(key)).scalars():
        made.update(row.encode() + b"\n")
