"""A corpus of made-up claims of any size, always the same for the same size: for tests of speed and of giant clusters.

`PYTHONPATH=src python -m tests.link.crowd [REPORTS [CLAIMS A REPORT]]` prints how long each stage takes on it.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from typing import Any

from tests.link.made import ARMY_B, CRUISE, LAND, MINISTRY, MONITOR, NAVY_A, REED, STATE_A, claim, count, day, report

from reportedly.link.cluster import link
from reportedly.link.lineage import lineage
from reportedly.model import Claim, Entity, EntityKind, Kind, Report, Voice, Where
from reportedly.reconcile.checks import checks
from reportedly.reconcile.event import reconcile

KINDS = (Kind.SHELLING, Kind.AIR_STRIKE, Kind.ARMED_CLASH, Kind.REMOTE_EXPLOSIVE, Kind.GOVERNMENT_REGAINS_TERRITORY)
CHAINS: tuple[list[Voice], ...] = ([], [], [MINISTRY], [MONITOR])


def crowd(reports: int, claims_a_report: int) -> tuple[list[Report], list[Claim], dict[str, int]]:
    """Reports, their claims, and for each claim's id the number of the happening that it speaks of.

    A report tells of three happenings of the days before it; a happening is told by about ten reports. Some claims give
    everything, some little: a country for a town, no day, a state for its navy.
    """
    draw = random.Random(7)  # noqa: S311  (a fixed corpus, no secret)
    happenings = max(1, reports * 3 // 10)
    towns = [_town(n, draw) for n in range(max(3, happenings // 4))]
    truth: dict[str, int] = {}
    made_reports: list[Report] = []
    made: list[Claim] = []
    for n in range(reports):
        told = [(n * 3 // 10 + draw.randrange(3)) % happenings for _ in range(3)]
        start = dt.date(2031, 1, 1) + dt.timedelta(days=max(told))
        text = " ".join(f"w{draw.randrange(5000)}" for _ in range(300))
        one = report(f"r{n:06d}", text, published=start + dt.timedelta(days=draw.randrange(1, 4)))
        made_reports.append(one)
        for m in range(claims_a_report):
            happening = told[m * len(told) // claims_a_report]
            each = _claim(one, m * 20, happening, towns, draw)
            made.append(each)
            truth[each.id] = happening
    return made_reports, made, truth


def _town(n: int, draw: random.Random) -> Where:
    return Where(
        name=f"Town {n}",
        id=f"geonames:{n}",
        lat=draw.uniform(0, 20),
        lon=draw.uniform(0, 20),
        country="XC",
        precision=1,
        parents=(f"province:{n % 12}", "country:XC"),
    )


def _claim(one: Report, at: int, happening: int, towns: list[Where], draw: random.Random) -> Claim:
    place = towns[happening * 7 % len(towns)] if draw.random() < 0.8 else LAND
    when = day((dt.date(2031, 1, 1) + dt.timedelta(days=happening)).isoformat())
    more: dict[str, Any] = {"when": when} if draw.random() < 0.7 else {}
    more |= {"killed": count(happening % 30)} if draw.random() < 0.4 else {}
    more |= {"weapon": CRUISE} if draw.random() < 0.3 else {}
    return claim(
        one,
        at,
        kind=KINDS[happening % len(KINDS)],
        chain=draw.choice(CHAINS),
        actor=ARMY_B if happening % 2 else draw.choice((NAVY_A, STATE_A)),
        target=REED if draw.random() < 0.7 else Entity(name=f"depot {happening}", kind=EntityKind.OBJECT),
        place=place,
        **more,
    )


def main(reports: int = 400, claims_a_report: int = 12) -> None:
    """Print how long each stage takes."""
    made_reports, claims, truth = crowd(reports, claims_a_report)
    clock = [time.perf_counter()]
    linked = link(made_reports, claims)
    clock.append(time.perf_counter())
    edges = lineage(made_reports, claims)
    clock.append(time.perf_counter())
    events, disputes = reconcile(made_reports, claims, linked.clusters, edges)
    checks(made_reports, claims, linked.clusters)
    clock.append(time.perf_counter())
    spent = [f"{name} {b - a:.2f} s" for name, a, b in zip(("link", "lineage", "reconcile and checks"), clock, clock[1:], strict=False)]
    sys.stdout.write(f"{len(claims)} claims of {reports} reports: {', '.join(spent)}\n")
    biggest = max(map(len, linked.clusters))
    mixed = sum(len({truth[i] for i in cluster}) > 1 for cluster in linked.clusters)
    sys.stdout.write(f"{len(set(truth.values()))} happenings, {len(events)} events, {mixed} mixed, largest {biggest} claims, ")
    sys.stdout.write(f"{len(disputes)} disputes, {len(edges)} lineage edges\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
