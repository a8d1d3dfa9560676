"""Parts of a casebook as lines of JSON, with the keys of the full export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportedly.book.index import Index
from reportedly.export.jsonl import jsonl
from reportedly.model import Claim, Dataset, Dispute, Event, LineageEdge, Problem, Report, Views


def event_rows(index: Index, events: Sequence[Event], *, whole: bool = False) -> Iterator[str]:
    """Events; `whole` adds their claims, disputes and checks, each as a line of its own type."""
    if not whole:
        return _lines(Dataset(reports=(), claims=(), views=Views(events=tuple(events))))
    claims = tuple(index.claims[each] for event in events for each in event.claims)
    known = {claim.id for claim in claims}
    views = Views(
        events=tuple(events),
        disputes=tuple(dispute for event in events for dispute in index.disputes.get(event.id, ())),
        checks=tuple(check for check in index.dataset.views.checks if check.claim in known),
    )
    part = Dataset(reports=_reports(index, claims), claims=claims, views=views)
    return _lines(part, "event", "claim", "dispute", "check")


def claim_rows(index: Index, claims: Sequence[Claim]) -> Iterator[str]:
    """Claims."""
    events = tuple(index.events[each] for each in dict.fromkeys(index.event_of[c.id] for c in claims if c.id in index.event_of))
    return _lines(Dataset(reports=_reports(index, claims), claims=tuple(claims), views=Views(events=events)), "claim")


def report_rows(index: Index, report: Report, claims: Sequence[Claim]) -> Iterator[str]:
    """A report, then its claims."""
    yield from _lines(Dataset(reports=(report,), claims=()))
    yield from claim_rows(index, claims)


def dispute_rows(disputes: Iterable[Dispute]) -> Iterator[str]:
    """Disputes."""
    return _lines(Dataset(reports=(), claims=(), views=Views(disputes=tuple(disputes))))


def lineage_rows(edges: Iterable[LineageEdge]) -> Iterator[str]:
    """Edges of the lineage."""
    return _lines(Dataset(reports=(), claims=(), views=Views(lineage=tuple(edges))))


def problem_rows(problems: Iterable[Problem]) -> Iterator[str]:
    """What could not be read."""
    return _lines(Dataset(reports=(), claims=(), problems=tuple(problems)))


def _reports(index: Index, claims: Sequence[Claim]) -> tuple[Report, ...]:
    return tuple(index.reports[each] for each in dict.fromkeys(claim.report for claim in claims))


def _lines(part: Dataset, *types: str) -> Iterator[str]:
    """The export of a part; of the given types only, where any are given."""
    starts = tuple(f'{{"type":"{each}",' for each in types)
    return (line for line in jsonl(part) if not starts or line.startswith(starts))
