"""Claims to clusters, all at once: what `linker` gives when every report is added in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from reportedly.link.linker import Linker
from reportedly.model import Claim, Link, Report, Sign
from reportedly.plugins import stage


class Linked(NamedTuple):
    """Claim ids of each event, in the casebook's order; the links that hold the events together; signs of how they stand to each other.

    Every claim is in exactly one cluster. A cluster of n claims has n - 1 links: of each two parts that
    were joined, the pair that spoke most for it. `weights.explain` tells about any other pair.
    """

    clusters: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]
    signs: tuple[Sign, ...] = ()


@stage(
    version=5,
    reads={
        "report.text",
        "report.published",
        "report.headline",
        "report.boilerplate",
        "claim.kind",
        "claim.modality",
        "claim.chain",
        "claim.spans",
        "claim.trigger",
        "claim.refers_to",
        "claim.values",
    },
    makes={"links", "clusters", "signs"},
)
def link(reports: Sequence[Report], claims: Sequence[Claim]) -> Linked:
    """Which claims speak of one happening, and why. The same for the same claims in any order.

    Raises:
        KeyError: a claim's report is not among `reports`.
        ValueError: two reports have one id.
    """
    by_id = {report.id: report for report in reports}
    if len(by_id) < len(reports):
        raise ValueError("Two reports have one id, so it cannot be told whose their claims are. Nothing was linked.")
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.report].append(claim)
    linker = Linker()
    made = linker.add((by_id[report], some) for report, some in told.items())
    place = {claim.id: claim.place for claim in claims}
    links = [each for cluster in made for each in linker.links(cluster)]
    return Linked(
        tuple(linker.claims(each) for each in made),
        tuple(sorted(links, key=lambda each: (place[each.a], place[each.b]))),
        in_order(linker.signs(), place),
    )


def in_order(signs: Iterable[Sign], place: Mapping[str, tuple[Any, ...]]) -> tuple[Sign, ...]:
    """Signs, each once, in the casebook's order. `place` is that of a claim's id."""
    return tuple(sorted(dict.fromkeys(signs), key=lambda each: (place[each.a], place[each.b], each.kind, each.rule)))
