"""The views over all claims of a casebook: made from nothing, or, when reports came to what was viewed before, as far as these touch it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reportedly.link.blocks import Rank
from reportedly.link.cluster import in_order
from reportedly.link.lineage import lineage
from reportedly.link.linker import Known, Linker
from reportedly.model import Claim, Link, Report, Sign, Views
from reportedly.reconcile.again import Before, reconcile_again
from reportedly.reconcile.checks import checks
from reportedly.reconcile.event import reconcile
from reportedly.reconcile.ties import ties
from reportedly.store.reading import Groupings, Made


def viewed(reports: Sequence[Report], claims: Sequence[Claim], before: Made | None, tell: Callable[[str, int], None]) -> Made:
    """The views over reports and their claims, and what linking remembers of those reports that are not in `before`.

    They are the same whether or not something was made `before` of some of these reports. `tell` hears each stage and how many things it
    is about.

    Raises:
        KeyError: a claim's report is not among `reports`, or a report of `before` is not.
    """
    told: dict[str, list[Claim]] = {report.id: [] for report in reports}
    for claim in claims:
        told[claim.report].append(claim)
    linking = _Linking({report.id: report for report in reports}, told, before)
    tell("linking", sum(len(told[each]) for each in linking.new))
    clusters, links, signs = linking.done()
    tell("tracing", len(reports))
    edges = lineage(reports, claims)
    tell("reconciling", len(clusters))
    if before is None:
        (events, disputes), tested = reconcile(reports, claims, clusters, edges), checks(reports, claims, clusters)
    else:
        old = before.views
        known = Before(
            reports=frozenset(before.groupings), events=old.events, disputes=old.disputes, checks=old.checks, lineage=old.lineage
        )
        (events, disputes), tested = reconcile_again(known, reports, claims, clusters, edges)
    tied = ties(signs, {claim: event.id for event in events for claim in event.claims}.get)
    views = Views(events=events, links=links, lineage=edges, disputes=disputes, checks=tested, signs=signs, ties=tied)
    return Made(views=views, groupings=linking.groupings())


class _Linking:
    """Linking the reports that are new to what was made before."""

    def __init__(self, reports: Mapping[str, Report], told: Mapping[str, Sequence[Claim]], before: Made | None) -> None:
        self._reports, self._told = reports, told
        self._before = before or Made(views=Views(), groupings={})
        self.new = sorted(reports.keys() - self._before.groupings.keys())
        self._linker = Linker(lambda report: (reports[report], told[report]))

    def done(self) -> tuple[tuple[tuple[str, ...], ...], tuple[Link, ...], tuple[Sign, ...]]:
        """The claims of each cluster, the links and the signs, in the casebook's order: what was not touched are the same objects."""
        old = self._before.views
        known = {report: [_known(row) for row in rows] for report, rows in self._before.groupings.items()}
        self._linker.recall(known, (event.claims for event in old.events))
        made = self._linker.add((self._reports[each], self._told[each]) for each in self.new)
        clusters = [self._linker.claims(each) for each in made]
        touched = {claim for each in clusters for claim in each}
        clusters += [event.claims for event in old.events if event.claims[0] not in touched]
        links = [link for link in old.links if link.a not in touched]
        links += [link for each in made for link in self._linker.links(each)]
        place = {claim.id: claim.place for some in self._told.values() for claim in some}
        clusters.sort(key=lambda each: place[each[0]])
        links.sort(key=lambda each: (place[each.a], place[each.b]))
        signs = [sign for sign in old.signs if not self._linker.is_stale(sign)]
        return tuple(clusters), tuple(links), in_order([*signs, *self._linker.signs()], place)

    def groupings(self) -> Groupings:
        """What is to be remembered of the new reports."""
        return {report: [_row(each) for each in self._linker.known(report)] for report in self.new}


def _row(known: Known) -> dict[str, Any]:
    return {"claims": known.claims, "keys": known.keys, "rank": known.rank}


def _known(row: Mapping[str, Any]) -> Known:
    day, family, owner, report, evidence, trigger, claim = row["rank"]
    rank = Rank(day, family, owner, report, (evidence[0], evidence[1]), (trigger[0], trigger[1]), claim)
    return Known(claims=tuple(row["claims"]), keys=tuple(row["keys"]), rank=rank)
