"""Small datasets for the tests of what is made from one: written by hand, or generated with spans that are really there."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence

from hypothesis import strategies as st
from tests.link.made import ARMY_B, CIVILIANS, CRUISE, FAR, HERON, MINISTRY, MONITOR, NAVY_A, PROVINCE, QAMAR, REED, SEA, SOURCES, WITNESSES

from reportedly.link.lineage import lineage
from reportedly.model import (
    COUNT_FIELDS,
    PEOPLE_FIELDS,
    PLACE_FIELDS,
    WORD_FIELDS,
    Claim,
    Count,
    Dataset,
    Event,
    Field,
    Kind,
    Modality,
    Problem,
    ProblemReason,
    PublishedBasis,
    Report,
    Saying,
    Span,
    Stance,
    Stated,
    Value,
    VictimClass,
    Views,
    Voice,
    When,
    WhenBasis,
)
from reportedly.reconcile.checks import checks
from reportedly.reconcile.event import reconcile

WELL = Voice(name="Nadir Sol", id="person:nadir-sol", kind=MINISTRY.kind, of="state:XA")


def dataset(reports: Sequence[Report], claims: Sequence[Claim], clusters: Sequence[Sequence[str]] | None = None) -> Dataset:
    """A dataset of some claims: one event of all of them, unless `clusters` tells otherwise."""
    together = [[claim.id for claim in claims]] if clusters is None else clusters
    edges = lineage(reports, claims)
    events, disputes = reconcile(reports, claims, together, edges)
    views = Views(events=events, disputes=disputes, lineage=edges, checks=checks(reports, claims, together))
    problem = Problem(source="letter.pdf", reason=ProblemReason.ENCRYPTED, detail="It asks for a password. Save it without one.")
    return Dataset(reports=tuple(reports), claims=tuple(claims), views=views, problems=(problem,))


def only_event(made: Dataset) -> Event:
    """The one event of a dataset."""
    (event,) = made.views.events
    return event


def grounded(report: Report, claim: Claim) -> Claim:
    """The same claim with words that are really at its spans."""
    values = tuple(dataclasses.replace(stated, text=report.quote(stated.span)) for stated in claim.values)
    return dataclasses.replace(claim, values=values)


DAYS = st.dates(dt.date(2031, 1, 1), dt.date(2031, 12, 31))


@st.composite
def times(draw: st.DrawFn) -> When:
    """A resolved, an open or an unresolved time."""
    start = draw(st.none() | DAYS)
    if start is None:
        return When(start=None, end=None, precision=None, basis=WhenBasis.NONE)
    end = draw(st.none() | st.integers(0, 60).map(lambda n: start + dt.timedelta(n)))
    return When(start=start, end=end, precision=draw(st.integers(1, 5)), basis=WhenBasis.STATED)


@st.composite
def counts(draw: st.DrawFn, *, of_people: bool) -> Count:
    """A count, exact or open."""
    low = draw(st.integers(0, 40))
    high = draw(st.none() | st.integers(low, low + 9))
    of = draw(st.sampled_from(VictimClass)) if of_people else None
    return Count(low=low, high=high, wording="some", of=of, part=of_people and draw(st.booleans()))


def values(field: Field) -> st.SearchStrategy[Value]:
    """Values of a field."""
    if field in COUNT_FIELDS:
        return counts(of_people=field in PEOPLE_FIELDS)
    if field is Field.WHEN:
        return times()
    if field in PLACE_FIELDS:
        return st.lists(st.sampled_from((QAMAR, PROVINCE, FAR, SEA)), min_size=1, max_size=2, unique=True).map(tuple)
    if field in WORD_FIELDS:
        return st.text(min_size=1, max_size=8)
    return st.lists(st.sampled_from((NAVY_A, ARMY_B, REED, CIVILIANS, CRUISE, HERON)), min_size=1, max_size=2, unique=True).map(tuple)


def spans(report: Report) -> st.SearchStrategy[Span]:
    """Stretches of a report's text, some of them empty."""
    end = len(report.text)
    return st.tuples(st.integers(0, end), st.integers(0, end)).map(lambda ends: Span(min(ends), max(ends)))


@st.composite
def claims(draw: st.DrawFn, report: Report, number: int) -> Claim:
    """A claim of a report that says anything at all, at spans that are really there."""
    fields = [field for field in Field if draw(st.integers(0, 3)) == 0]
    made = Claim(
        id=f"c{report.id}{number}",
        report=report.id,
        kind=draw(st.sampled_from(Kind)),
        stance=draw(st.sampled_from(Stance)),
        modality=draw(st.sampled_from(Modality)),
        chain=tuple(Saying(voice=v) for v in draw(st.lists(st.sampled_from((MINISTRY, MONITOR, SOURCES, WITNESSES, WELL)), max_size=2))),
        spans=tuple(draw(st.lists(spans(report), min_size=1, max_size=2))),
        trigger=draw(spans(report)),
        values=tuple(Stated(field=f, value=draw(values(f)), text="", span=draw(spans(report))) for f in fields),
        version="made 1",
    )
    return grounded(report, made)


@st.composite
def reports(draw: st.DrawFn, number: int) -> Report:
    """A report of any text, with or without an outlet, a title and a day."""
    day = draw(st.none() | DAYS)
    return Report(
        id=f"r{number}",
        sha256="0" * 64,
        file=f"{number}.txt",
        text=draw(st.text(max_size=40)),
        outlet=draw(st.none() | st.text(max_size=8)),
        title=draw(st.none() | st.text(max_size=8)),
        published=day,
        published_basis=PublishedBasis.NONE if day is None else PublishedBasis.METADATA,
    )


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    """A dataset of up to three reports and nine claims, put together at random into events; some claims are in none."""
    some = [draw(reports(n)) for n in range(draw(st.integers(1, 3)))]
    said = [draw(claims(report, n)) for report in some for n in range(draw(st.integers(0, 3)))]
    said.sort(key=lambda c: (c.report, c.spans[0], c.trigger, c.id))
    groups: dict[int, list[str]] = {}
    for claim in said:
        groups.setdefault(draw(st.integers(0, 2)), []).append(claim.id)
    groups.pop(2, None)
    return dataset(some, said, list(groups.values()))
