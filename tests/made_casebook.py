"""A small made-up casebook: one strike with a denial and a rising toll, one clash without a date, one report full of traps."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests.link.made import (
    AGENCY,
    ARMY_B,
    CIVILIANS,
    CRUISE,
    FAR,
    MINISTRY,
    MONITOR,
    NAVY_A,
    QAMAR,
    REED,
    RIVAL,
    claim,
    count,
    day,
    report,
)

from reportedly.book import Book
from reportedly.link.lineage import lineage
from reportedly.model import (
    Ballot,
    Boilerplate,
    BoilerplateKind,
    Claim,
    Dataset,
    Decision,
    Entity,
    Entry,
    Kind,
    Member,
    Problem,
    ProblemReason,
    Report,
    Sample,
    Span,
    Stance,
    Value,
    VictimClass,
    Views,
    Voice,
    When,
    WhenBasis,
    Where,
    Written,
)
from reportedly.model.event import Check
from reportedly.reconcile.event import reconcile
from reportedly.store.codec.desk import entry_row
from reportedly.store.desk import START, sealed
from reportedly.store.reading import Log

HOSTILE = "\x1b[2J\x1b]0;owned\x07[bold red]boo[/bold red] :bomb: <script>alert('x')</script> \u202egnihton\u202c"
"""Words that a terminal, Rich or a browser would obey."""

STRIKE = "Four cruise missiles hit Qamar on 14 May and killed 12 people"
MENU = "Home | World | Sport"
POST = report(
    "r1000000000a",
    f"Missiles hit Qamar\n\n{STRIKE}, the Xanadian Ministry of Defence said.\nThe Borlian Foreign Ministry denied any strike.\n\n{MENU}",
    outlet="Qamar Post",
)
POST = dataclasses.replace(
    POST,
    title="Missiles hit Qamar",
    url="https://qamar.example/missiles",
    boilerplate=(Boilerplate(Span(POST.text.index(MENU), len(POST.text)), BoilerplateKind.MENU),),
)
LATER = report(
    "r2000000000b",
    "Toll rises\n\nCasualty Watch said that the missiles on Qamar killed 15 people, three of them children.",
    outlet="Daily Ledger",
    published=dt.date(2031, 5, 17),
)
UNDATED = report("r3000000000c", "Fighters of the Reed Front clashed with the army near Ostvik.", outlet=None, published=None)
TRAP = report("r4000000000d", f"Nothing {HOSTILE} happened on Monday in Qamar.", outlet=f"Evil {HOSTILE}")
REPORTS = (POST, LATER, UNDATED, TRAP)


def said(report: Report, words: str, **more: object) -> Claim:
    """A claim that rests on the given words of a report."""
    start = report.text.index(words)
    return claim(report, start, evidence=Span(start, start + len(words)), **more)  # type: ignore[arg-type]


def _strike() -> list[Claim]:
    values: dict[str, Value | Entity | Where] = {"actor": NAVY_A, "weapon": CRUISE, "place": QAMAR, "when": day("2031-05-14")}
    return [
        said(POST, STRIKE, chain=[MINISTRY], munitions=count(4), killed=count(12), target=REED, **values),
        said(POST, "denied any strike", chain=[RIVAL], stance=Stance.DENIES, actor=NAVY_A, place=QAMAR),
        said(
            LATER,
            "the missiles on Qamar killed 15 people",
            chain=[MONITOR, AGENCY],
            place=QAMAR,
            when=When(start=dt.date(2031, 5, 1), end=dt.date(2031, 5, 31), precision=4, basis=WhenBasis.STATED),
            target=CIVILIANS,
            killed=count(15),
        ),
        said(LATER, "three of them children", chain=[MONITOR], place=QAMAR, killed=count(3, of=VictimClass.CHILD, part=True)),
    ]


def _others() -> list[list[Claim]]:
    clash = said(UNDATED, "clashed with the army near Ostvik", kind=Kind.ARMED_CLASH, actor=REED, target=ARMY_B, place=FAR, killed=count(0))
    evil = Voice(name=f"Speaker {HOSTILE}", id="person:evil", kind=MONITOR.kind)
    sometime = When(start=None, end=None, precision=None, basis=WhenBasis.NONE)
    trap = said(
        TRAP,
        f"Nothing {HOSTILE} happened on Monday",
        kind=Kind.ARMED_CLASH,
        chain=[evil],
        actor=Entity(name=f"Gang {HOSTILE}"),
        place=QAMAR,
        when=sometime,
        outcome=f"over {HOSTILE}",
        texts={"when": f"Monday {HOSTILE}"},
    )
    return [[clash], [trap]]


def made_dataset(extra: Sequence[Report] = ()) -> Dataset:
    """Everything above, linked by hand and reconciled by the real stage."""
    clusters = [_strike(), *_others()]
    claims = sorted((c for some in clusters for c in some), key=lambda c: (c.report, c.spans[0], c.trigger, c.id))
    reports = tuple(sorted((*REPORTS, *extra), key=lambda r: r.id))
    edges = lineage(reports, claims)
    events, disputes = reconcile(reports, claims, [[c.id for c in some] for some in clusters], edges)
    failed = Check(claim=clusters[0][0].id, name="toll", passed=False, detail=f"12 is not 15 {HOSTILE}")
    problem = Problem(source=f"in/{HOSTILE}.pdf", reason=ProblemReason.ENCRYPTED, detail=f"It needs a password. {HOSTILE}")
    return Dataset(
        reports=reports,
        claims=tuple(claims),
        views=Views(events=events, disputes=disputes, lineage=edges, checks=(failed,)),
        problems=(problem,),
    )


class FakeCasebook:
    """A casebook in memory: what a `Book` needs to be read."""

    def __init__(self, dataset: Dataset) -> None:
        self.where = "made.db"
        self.stored = dataset
        self.read = self.digested = 0
        self.changes = 1
        self.closed = False
        self.decided: list[Decision] = []
        self.rows: dict[type, list[object]] = {}
        self.lines: list[Written] = []

    def revision(self) -> int:
        """How many changes were made."""
        return self.changes

    def dataset(self) -> Dataset:
        """What is stored; counts how often it is asked for."""
        self.read += 1
        return self.stored

    def decisions(self, *, after: int = 0) -> tuple[Decision, ...]:
        """What was decided since."""
        return tuple(self.decided[after:])

    def add(self, value: Decision | Member | Sample | Ballot, *entries: Entry) -> None:
        """Keep a decision, member, sample or ballot, and what the trail says of it."""
        if isinstance(value, Decision):
            assert value.number == len(self.decided) + 1
            self.decided.append(value)
        else:
            kept = self.rows.setdefault(type(value), [])
            assert value.number == len(kept) + 1
            kept.append(value)
        self.note(*entries)

    def added(self, kind: type) -> tuple[object, ...]:
        """All of a kind."""
        return tuple(self.rows.get(kind, ()))

    def note(self, *entries: Entry) -> None:
        """Write lines of the trail."""
        for entry in entries:
            before = self.lines[-1].digest if self.lines else START
            self.lines.append(Written(number=len(self.lines) + 1, entry=entry, digest=sealed(before, entry_row(entry))))

    def trail(self) -> tuple[Written, ...]:
        """All lines."""
        return tuple(self.lines)

    def digest(self) -> str:
        """One text for what is stored and decided; counts how often it is asked for."""
        self.digested += 1
        held = [*map(repr, self.stored.reports), *map(repr, self.stored.claims), *map(repr, self.decided)]
        return hashlib.sha256("\n".join(held).encode("utf-8", "surrogatepass")).hexdigest()

    def runs(self) -> tuple[Log, ...]:
        """One run, at a time that was told."""
        return (Log(stamp="v1", versions={}, at="2031-05-20T08:00:00+00:00"),)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Nobody else writes here."""
        yield

    def put(self, dataset: Dataset) -> None:
        """Store something else."""
        self.stored = dataset
        self.changes += 1

    def close(self) -> None:
        """Let go."""
        self.closed = True


def made_book(dataset: Dataset | None = None) -> Book:
    """A book over a fake casebook."""
    return Book(FakeCasebook(made_dataset() if dataset is None else dataset))  # type: ignore[arg-type]  # as much of a Casebook as is needed
