"""The main job, and the only module that knows every stage: sources to reports to claims to events, into a casebook."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, BinaryIO, NamedTuple

from reportedly import plugins
from reportedly.errors import UsageError
from reportedly.link.cluster import link
from reportedly.link.lineage import lineage
from reportedly.model import Claim, Document, Problem, ProblemReason, Report, stable_id
from reportedly.plugins import Declared, Parser, Runner, check_chain, declared, parts_of
from reportedly.read.capture import Capture, shown
from reportedly.read.kept import capture_of, first_of, told
from reportedly.read.report import read_report
from reportedly.read.sources import captures
from reportedly.reconcile.checks import checks
from reportedly.reconcile.event import reconcile
from reportedly.reconcile.ties import ties
from reportedly.store.casebook import Casebook, Change
from reportedly.store.problems import Problems
from reportedly.store.reading import Log, Original, Reading
from reportedly.viewing import viewed

CHUNK_REPORTS = 16
"""Most reports that are read and saved together: about a second of work, which is what an interruption can cost."""

CHUNK_BYTES = 200_000
"""A chunk is closed when its captures reach so many bytes."""

SKIPPED_STEPS = 200
"""A step is told after so many captures that were there already."""

LANGUAGE = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How far a run is. `done` of `total` things of the present `stage` (total None: not known yet).

    While reading, things are captures. `reports`, `claims`, `problems` and `skipped` count what this run met so far;
    `latest` is the source that was read last.
    """

    done: int
    total: int | None
    reports: int
    claims: int
    problems: int
    skipped: int
    stage: str
    latest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run did.

    `added` reports were read, `skipped` captures were there already; `problems` are those that the sources have now,
    sorted; `claims` and `events` are what the casebook holds at the end.
    """

    added: int
    skipped: int
    problems: tuple[Problem, ...]
    claims: int
    events: int


class Read(NamedTuple):
    """What came of one capture: a report with its claims, or a problem."""

    report: Report | None
    claims: tuple[Claim, ...]
    problem: Problem | None


def unheard(step: Step) -> None:
    """Nobody wants to know how far the run is."""


def run(  # noqa: PLR0913  (one door to the whole job)
    casebook: Casebook,
    sources: Sequence[str],
    *,
    runner: Runner,
    parser: str = "english",
    extractor: str = "english",
    stdin: BinaryIO | None = None,
    on_step: Callable[[Step], None] = unheard,
    at: dt.datetime | None = None,
) -> Outcome:
    """Read what is not in the casebook yet, then link and reconcile all of it. Running again changes nothing.

    What is done is saved chunk by chunk, so a run that is interrupted is finished by the next. Reports that other
    versions of the stages read are read again, from the casebook where they are not among the sources. `at` goes
    into the log of runs.

    Raises:
        UnknownPlugin, BrokenChain, UsageError: the stages do not fit together. Nothing was run.
        CasebookBusy, CasebookUnusable: it cannot be written.
        EngineError: the runner failed. What was saved before is kept.
    """
    plan = plan_of(parser, extractor)
    with casebook.writing():
        return _Run(casebook, plan, on_step, at).go(sources, runner, stdin)


def close(results: Iterator[Any]) -> None:
    """End the work that is still going on, if the runner's results can be closed."""
    if isinstance(results, Generator):
        results.close()


class Plan(NamedTuple):
    """Which stages run: those that read a report, and those that work on the whole casebook."""

    parser: str
    extractor: str
    reading: tuple[Declared, ...]
    viewing: tuple[Declared, ...]


def plan_of(parser: str, extractor: str) -> Plan:
    """The stages behind two names, checked to fit together.

    Raises:
        UnknownPlugin, BrokenChain, UsageError: they do not.
    """
    parse, extract = plugins.load("reportedly.parsers", parser), plugins.load("reportedly.extractors", extractor)
    reading = [declared(read_report)]
    for part in (parse, extract):
        if not isinstance(getattr(part, "stage", None), Declared):
            raise UsageError(
                f"{part!r} does not say what it reads and makes. Nothing was run. Decorate it with @stage of reportedly.plugins."
            )
        reading += parts_of(part, {name for stage in reading for name in stage.makes})
    viewing = (declared(link), declared(lineage), declared(reconcile), declared(checks), declared(ties))
    check_chain((*reading, *viewing), {"capture"})
    return Plan(parser, extractor, tuple(reading), viewing)


def _stamp(stages: Iterable[Declared]) -> str:
    return stable_id("v", *(f"{each.name} {each.version}" for each in stages))


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads a chunk of captures: the part of the work that runs wherever the runner sends it. It can be pickled."""

    parser: str
    extractor: str

    def __call__(self, chunk: tuple[Capture, ...]) -> tuple[Read, ...]:
        """What came of each capture, in their order. Bad input never raises."""
        made = [_report_of(capture) for capture in chunk]
        reports = [each for each in made if isinstance(each, Report)]
        parser: Parser = plugins.load("reportedly.parsers", self.parser)()
        parsed = _documents(parser, reports)
        return tuple(
            Read(None, (), each) if isinstance(each, Problem) else self._claims(capture, each, next(parsed))
            for capture, each in zip(chunk, made, strict=True)
        )

    def _claims(self, capture: Capture, report: Report, document: Document | Exception) -> Read:
        try:
            if isinstance(document, Exception):
                raise document  # noqa: TRY301  (told like those of the extractor)
            claims = tuple(plugins.load("reportedly.extractors", self.extractor)(report, document))
            _check(report, claims)
        except Exception as error:  # noqa: BLE001  (a report that breaks a stage ends as one problem, not the run)
            detail = f"Its claims could not be read: {type(error).__name__}: {' '.join(str(error).split())[:200]}. "
            return Read(None, (), _problem(capture, ProblemReason.FAILED, detail + "Please report this as a fault of reportedly."))
        return Read(report, claims, None)


def _report_of(capture: Capture) -> Report | Problem:
    report = read_report(capture)
    if isinstance(report, Report) and report.language not in (None, LANGUAGE):
        return _problem(
            capture,
            ProblemReason.NOT_ENGLISH,
            f"Its language is “{report.language}”; only English is read. Its bytes are kept. "
            "Give an English translation as a report of its own, or name the file in .reportedlyignore.",
        )
    return report


def _problem(capture: Capture, reason: ProblemReason, detail: str) -> Problem:
    return Problem(source=capture.source, reason=reason, detail=detail)


def _documents(parser: Parser, reports: Sequence[Report]) -> Iterator[Document | Exception]:
    """Each report parsed, or why it was not. Those behind one that breaks the parser are parsed one by one."""
    done = 0
    with suppress(Exception):  # told for the report that it belongs to, just below
        for document in parser.parse(reports):
            done += 1
            yield document
    for report in reports[done:]:
        try:
            (document,) = parser.parse([report])
        except Exception as error:  # noqa: BLE001  (handed on as a value)
            yield error
        else:
            yield document


def _check(report: Report, claims: tuple[Claim, ...]) -> None:
    """Refuse claims that could not be quoted or told apart."""
    if len({claim.id for claim in claims}) != len(claims):
        raise ValueError("two of its claims have one id")
    for claim in claims:
        spans = (*claim.spans, claim.trigger, *(stated.span for stated in claim.values))
        if claim.report != report.id or max(span.end for span in spans) > len(report.text):
            raise ValueError(f"claim {claim.id} does not stand in the report")


@dataclass(slots=True)
class _Flight:
    """A capture that is being read: what it is known by, and the sources at which it was met."""

    capture: Capture
    sources: set[str]


class _Run:
    """One run: what it met so far, and what is on its way."""

    def __init__(self, casebook: Casebook, plan: Plan, on_step: Callable[[Step], None], at: dt.datetime | None) -> None:
        self._casebook, self._plan, self._on_step = casebook, plan, on_step
        versions = {each.name: each.version for each in (*plan.reading, *plan.viewing)}
        self._log = Log(stamp=_stamp(plan.reading), versions=versions, at=None if at is None else at.isoformat())
        self._number: int | None = None
        self._problems = Problems(casebook.problems())
        self._flights: dict[str, _Flight] = {}
        self._chunks: deque[tuple[_Flight, ...]] = deque()
        self._met: set[str] = set()
        self._added: set[str] = set()
        self._done = self._skipped = self._claims = 0

    def go(self, sources: Sequence[str], runner: Runner, stdin: BinaryIO | None) -> Outcome:
        """Do it."""
        self._tell("reading")
        results = runner.map(Reader(self._plan.parser, self._plan.extractor), self._cut(self._wanted(sources, stdin)))
        try:
            for reads in results:
                self._save(reads)
        finally:
            close(results)
        self._problems.sweep(lambda source: any(covers(each, source) for each in sources))
        if self._problems.waiting:
            with self._change() as change:
                self._problems.write(change)
        self._view()
        _, claims, events = self._casebook.sizes()
        return Outcome(
            added=len(self._added), skipped=self._skipped, problems=tuple(sorted(self._problems.met)), claims=claims, events=events
        )

    def _wanted(self, sources: Sequence[str], stdin: BinaryIO | None) -> Iterator[_Flight]:
        """The captures that must be read: of the sources, then of the casebook those that other versions read."""
        for found in captures(sources, stdin=stdin):
            if isinstance(found, Problem):
                self._done += 1
                self._problems.failed(found)
            elif (flight := self._taken(found)) is not None:
                yield flight
        identity: str | None = ""
        while (identity := self._casebook.stale(self._log.stamp, after=identity or "")) is not None:
            if identity not in self._flights:
                kept = self._casebook.original(identity)
                yield _Flight(capture_of(kept.id, kept.sha256, kept.data, kept.told), set())

    def _taken(self, capture: Capture) -> _Flight | None:
        """The capture as one that must be read; None when it was read before, or is being read."""
        first = capture.id not in self._met
        self._met.add(capture.id)
        flight = self._flights.get(capture.id)
        if flight is not None:
            flight.sources.add(capture.source)
            return None if first_of(told(capture)) >= first_of(told(flight.capture)) else _Flight(capture, flight.sources)
        kept = self._casebook.kept(capture.id)
        if kept is None or kept.stamp != self._log.stamp or first_of(kept.told) > first_of(told(capture)):
            return _Flight(capture, {capture.source})
        self._problems.came_of(capture.id, kept.problem, [capture.source])
        self._done += 1
        if first:
            self._skipped += 1
            if self._skipped % SKIPPED_STEPS == 0:
                self._tell("reading", latest=capture.source)
        return None

    def _cut(self, flights: Iterator[_Flight]) -> Iterator[tuple[Capture, ...]]:
        """Captures in chunks. The first is one report, so that it soon shows that the work goes on."""
        chunk: list[_Flight] = []
        most = 1
        for flight in flights:
            self._flights[flight.capture.id] = flight
            chunk.append(flight)
            if len(chunk) >= most or sum(len(each.capture.data) for each in chunk) >= CHUNK_BYTES:
                yield self._send(chunk)
                chunk, most = [], min(2 * most, CHUNK_REPORTS)
        if chunk:
            yield self._send(chunk)

    def _send(self, chunk: list[_Flight]) -> tuple[Capture, ...]:
        self._chunks.append(tuple(chunk))
        return tuple(flight.capture for flight in chunk)

    def _save(self, reads: tuple[Read, ...]) -> None:
        """Save what came of the chunk that was sent first, all of it together."""
        chunk = self._chunks.popleft()
        newest = [(f, read) for f, read in zip(chunk, reads, strict=True) if self._flights.get(f.capture.id) is f]
        with self._change() as change:
            for flight, read in newest:
                change.keep(Reading(original=_original(flight.capture), report=read.report, claims=read.claims, problem=read.problem))
                self._problems.came_of(flight.capture.id, read.problem, flight.sources)
            self._problems.write(change)
        for flight, read in newest:
            del self._flights[flight.capture.id]
            self._claims += len(read.claims)
            if read.report is not None:
                self._added.add(read.report.id)
        self._done += len(chunk)
        self._tell("reading", latest=chunk[-1].capture.source)

    @contextmanager
    def _change(self) -> Iterator[Change]:
        with self._casebook.change(self._log, run=self._number) as change:
            yield change
        self._number = change.logged
        self._problems.written()

    def _view(self) -> None:
        """Link and reconcile what came since the views were made; everything where other stages made them."""
        made_by = _stamp(self._plan.viewing)
        if self._casebook.views_are_current(made_by):
            return
        reports, claims = self._casebook.reports_and_claims()
        before = self._casebook.made(made_by)
        now = viewed(reports, claims, before, lambda stage, total: self._tell(stage, total=total))
        with self._change() as change:
            change.replace_views(now.views, made_by=made_by, before=before, groupings=now.groupings)

    def _tell(self, stage: str, *, total: int | None = None, latest: str = "") -> None:
        self._on_step(
            Step(
                done=self._done if total is None else 0,
                total=total,
                reports=len(self._added),
                claims=self._claims,
                problems=len(self._problems.met),
                skipped=self._skipped,
                stage=stage,
                latest=latest,
            )
        )


def covers(named: str, source: str) -> bool:
    """Whether a problem's source is what was named, a record of it, or lies in it."""
    path = PurePath(shown(named))
    if source == str(path) or source.startswith(f"{path}#"):
        return True
    return PurePath(source).is_relative_to(path) and PurePath(source).parts[len(path.parts) : len(path.parts) + 1] != ("..",)


def _original(capture: Capture) -> Original:
    return Original(id=capture.id, sha256=capture.sha256, data=capture.data, told=told(capture))
