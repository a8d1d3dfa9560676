"""Lineage: whom each report cites, which agency it credits, and which report it copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportedly.link.agencies import Signers, plain_name, signatures, signers
from reportedly.link.citing import MEDIA, cited_media
from reportedly.link.copies import copies
from reportedly.model import Claim, LineageEdge, LineageWhy, Report, Voice, VoiceKind
from reportedly.plugins import stage


@stage(
    version=4,
    reads={
        "report.text",
        "report.outlet",
        "report.published",
        "report.boilerplate",
        "claim.chain",
        "claim.spans",
    },
    makes={"lineage"},
)
def lineage(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[LineageEdge, ...]:
    """Every edge into every report, sorted by report, sort of edge and source. The same for the same input in any order.

    *cites*: a voice that first says something in the report, at the first words that show it, or a medium that the text names as
    where it has something from. *credits*: a medium that
    relays what another said, or an agency or another outlet that signs the text. *copies*: another report with the same wording.
    Nobody is cited by "sources say", nor an outlet by itself.
    """
    spoken: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.place):
        spoken[claim.report].append(claim)
    known = signers(reports)
    media = {**known, **MEDIA}
    edges = [edge for report in sorted(reports, key=lambda r: r.id) for edge in _from_voices(report, spoken[report.id], known, media)]
    return tuple(sorted((*edges, *copies(reports, _credited(reports, edges)))))


def _from_voices(report: Report, claims: Iterable[Claim], known: Signers, media: Signers) -> list[LineageEdge]:
    """The edges that a report's voices, signatures (of `known`) and named sources (of `media`) give, one a voice and sort of edge."""
    found: dict[tuple[LineageWhy, str], LineageEdge] = {}
    for claim in claims:
        for n, saying in enumerate(claim.chain):
            if not _is_source(saying.voice, report):
                continue
            why = LineageWhy.CREDITS if n > 0 and saying.voice.kind is VoiceKind.MEDIA else LineageWhy.CITES
            edge = LineageEdge(
                report=report.id, why=why, source=saying.voice.name, source_id=saying.voice.id, span=saying.cue or claim.spans[0]
            )
            key = (why, saying.voice.id)
            if key not in found or edge.span < found[key].span:
                found[key] = edge
    for name, identity, span in signatures(report, known):
        if not _same_name(name, report.outlet):
            signed = LineageEdge(report=report.id, why=LineageWhy.CREDITS, source=name, source_id=identity, span=span)
            found[LineageWhy.CREDITS, identity] = signed
    for name, identity, span in cited_media(report, media):
        credited = (LineageWhy.CREDITS, identity)
        if not _same_name(name, report.outlet) and credited not in found:
            edge = LineageEdge(report=report.id, why=LineageWhy.CITES, source=name, source_id=identity, span=span)
            found.setdefault((LineageWhy.CITES, identity), edge)
    return list(found.values())


def _is_source(voice: Voice, report: Report) -> bool:
    nobody = voice.kind is VoiceKind.UNNAMED and voice.of is None and voice.id.startswith("unnamed:")
    return not nobody and not _same_name(voice.name, report.outlet)


def _credited(reports: Sequence[Report], edges: Iterable[LineageEdge]) -> dict[str, frozenset[str]]:
    """For each report the ids of the other reports whose outlet it cites or credits."""
    by_outlet: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        if report.outlet:
            by_outlet[plain_name(report.outlet)].add(report.id)
    found: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        found[edge.report] |= by_outlet.get(plain_name(edge.source), set()) - {edge.report}
    return {report: frozenset(others) for report, others in found.items()}


def _same_name(name: str, outlet: str | None) -> bool:
    return outlet is not None and plain_name(name) == plain_name(outlet)
