"""What linking many claims costs: time and memory of linking all of them at once, and of adding one report to them.

Each lot is linked in a process of its own, so that its greatest use of memory is its own. Nothing but linking is timed: the
claims are made before. Some reports, evenly spread over the war, are added one by one when all others are linked.

How the cost grows is measured in two ways: as one war goes on, from its first claims to all of them; and from a war of few claims to
one that is as long and has ten times as many, in which everything has ten times as much around it that is like it.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bench.million_world import Told, war
from reportedly.link.linker import Linker

FIRST, ALL = 100_000, 1_000_000
"""Claims."""

ADDED = 20
"""Reports that are added one by one."""

AGAIN = 3
"""So often the smaller lots are linked; the middle one counts, since one and the same work takes now more, now less time."""


def run(first: int = FIRST, all_: int = ALL) -> dict[str, float]:
    """The figures of each lot, and how many times the processor time of the smaller ones all claims take."""
    lots = {"begun": (first, all_), "sparse": (first, first), "all": (all_, all_)}
    figures: dict[str, float] = {}
    for name, (size, war_size) in lots.items():
        command = [sys.executable, "-m", "bench.million", str(size), str(war_size)]
        found: list[dict[str, float]] = []
        for _ in range(AGAIN if size < all_ else 1):
            done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  (ourselves)
            found.append(json.loads(done.stdout))
        middle = sorted(found, key=lambda each: each["link_cpu_seconds"])[len(found) // 2]
        figures.update({f"{name}.{figure}": value for figure, value in middle.items()})
    figures["growth"] = figures["all.link_cpu_seconds"] / figures["begun.link_cpu_seconds"]
    figures["growth_denser"] = figures["all.link_cpu_seconds"] / figures["sparse.link_cpu_seconds"]
    return figures


def measured(size: int, war_size: int) -> dict[str, float]:
    """Link about so many claims: the first of a war of about `war_size`."""
    told = list(begun(war(war_size), size))
    late = told[:: max(1, len(told) // ADDED)][:ADDED]
    alone = {report.id for report, _, _ in late}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, worked = time.perf_counter(), time.process_time()
    linker = Linker()
    made = linker.add((report, claims) for report, claims, _ in told if report.id not in alone)
    linked, worked = time.perf_counter() - start, time.process_time() - worked
    start = time.perf_counter()
    links = sum(1 for each in made for _ in linker.links(each))
    explained = time.perf_counter() - start
    added = []
    for report, claims, _ in late:
        start = time.perf_counter()
        linker.add([(report, claims)])
        added.append(time.perf_counter() - start)
    precision, recall = scored(told, [linker.claims(each) for each in linker.clusters()])
    return {
        "claims": sum(len(claims) for _, claims, _ in told),
        "reports": len(told),
        "true_events": len({n for _, _, truth in told for n in truth}),
        "events": len(linker.clusters()),
        "links": links,
        "link_seconds": linked,
        "link_cpu_seconds": worked,
        "explain_seconds": explained,
        "add_one_median_seconds": sorted(added)[len(added) // 2],
        "add_one_worst_seconds": max(added),
        "made_megabytes": before / 1024,
        "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "largest_event_claims": max(len(linker.claims(each)) for each in linker.clusters()),
        "largest_true_event_claims": max(Counter(n for _, _, truth in told for n in truth).values()),
        "b3_precision": precision,
        "b3_recall": recall,
    }


def begun(told: Iterable[Told], size: int) -> Iterator[Told]:
    """The first reports of a war, until they have so many claims."""
    so_far = 0
    for each in told:
        if so_far >= size:
            return
        so_far += len(each[1])
        yield each


def scored(told: Sequence[Told], clusters: Sequence[Sequence[str]]) -> tuple[float, float]:
    """B-cubed precision and recall over all claims."""
    truth = {claim.id: n for _, claims, numbers in told for claim, n in zip(claims, numbers, strict=True)}
    sizes = Counter(truth.values())
    shares: dict[str, float] = defaultdict(float)
    for cluster in clusters:
        for n, both in Counter(truth[i] for i in cluster).items():
            shares["precision"] += both * both / len(cluster)
            shares["recall"] += both * both / sizes[n]
    return shares["precision"] / len(truth), shares["recall"] / len(truth)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measured(int(sys.argv[1]), int(sys.argv[2]))))
