"""Made-up casebooks to be drawn: the small one, a hostile one, and large ones; and what an SVG says, read back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from hypothesis import strategies as st
from tests.export.small import datasets
from tests.link.made import AGENCY, FAR, MINISTRY, MONITOR, QAMAR, REED, SOURCES, claim, count, report
from tests.made_casebook import made_book

from reportedly.book import BookEvent
from reportedly.model import Claim, Dataset, Kind, Report, Views, Voice, When, WhenBasis, Where
from reportedly.plot import Picture
from reportedly.plot.svg import NAMESPACE, file
from reportedly.reconcile.event import reconcile


def events_of(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[BookEvent, ...]:
    """An event a claim, as a book hands them out."""
    ordered = sorted(claims, key=lambda c: c.place)
    events, disputes = reconcile(list(reports), ordered, [[c.id] for c in ordered], ())
    views = Views(events=events, disputes=disputes)
    return made_book(Dataset(reports=tuple(sorted(reports, key=lambda r: r.id)), claims=tuple(ordered), views=views)).events()


def on(first: str, last: str | None = None, *, precision: int = 1) -> When:
    """The days from one to another."""
    start = dt.date.fromisoformat(first)
    return When(start=start, end=dt.date.fromisoformat(last or first), precision=precision, basis=WhenBasis.STATED)


def dated(*times: When | None, kinds: Sequence[Kind] = (Kind.SHELLING,)) -> tuple[BookEvent, ...]:
    """An event for each time, undated for None; their kinds go round."""
    reports = [report(f"r{n:04}") for n in range(len(times))]
    claims = []
    for n, (made, when) in enumerate(zip(reports, times, strict=True)):
        said = claim(made, 10, kind=kinds[n % len(kinds)], place=QAMAR)
        claims.append(said if when is None else claim(made, 10, kind=said.kind, place=QAMAR, when=when))
    return events_of(reports, claims)


def deadly(number: int) -> tuple[BookEvent, ...]:
    """So many events with tolls from 0 up, some of them open, and three without one."""
    reports = [report(f"r{n:04}") for n in range(number + 3)]
    claims = [claim(r, 10, place=FAR, killed=count(n, None if n % 3 == 0 else n + 2)) for n, r in enumerate(reports[:number])]
    return events_of(reports, [*claims, *(claim(r, 10, place=FAR) for r in reports[number:])])


def placed(*places: Where | Sequence[Where] | None) -> tuple[BookEvent, ...]:
    """An event for each place or places, nowhere for None, each with one more killed than the last from 0 on."""
    reports = [report(f"r{n:04}") for n in range(len(places))]
    claims = []
    for n, (made, place) in enumerate(zip(reports, places, strict=True)):
        claims.append(claim(made, 10, killed=count(n)) if place is None else claim(made, 10, killed=count(n), place=place))
    return events_of(reports, claims)


def spoken(number: int) -> tuple[BookEvent, ...]:
    """So many reports of as many outlets: each has its own voice, the ministry, a source, and one voice that nobody else has."""
    reports = [report(f"r{n:04}") for n in range(number)]
    claims = []
    for n, each in enumerate(reports):
        rare = Voice(name=f"Watch {n}", id=f"org:watch-{n}", kind=MONITOR.kind)
        for at, chain in enumerate(((), (MINISTRY, AGENCY), (SOURCES,), (rare,))):
            claims.append(claim(each, 10 + at, chain=list(chain), actor=REED, place=QAMAR))
    return events_of(reports, claims)


books = datasets().map(lambda dataset: made_book(dataset).events())
"""Events of any dataset at all."""

widths = st.sampled_from((320, 920))


def read(picture: Picture) -> ET.Element:
    """The file, parsed: it is well-formed."""
    return ET.fromstring(file(picture))  # noqa: S314  (our own text)


def texts(picture: Picture) -> list[str]:
    """Every line of text in the file."""
    return ["".join(each.itertext()) for each in read(picture).iter(f"{{{NAMESPACE}}}text")]
