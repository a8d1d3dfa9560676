"""Made-up happenings of which it is known who had what from whom: do origins, updates and disputes come out as planted?

Three sets, read by the product's run from rows of text. A happening is a casebook of its own: all draw their background from one pool of
sentences, and reports of two happenings are no copies of each other.

* rings: one report and 1 to 49 copies of it (as it is, cut, or with up to 30 % of its words changed and its sentences moved), some of
  them dated before it and crediting it, among up to four reports that rest on somebody else. The number of origins of the dead is known.
* tolls: one voice whose number of dead grows from day to day over several outlets. Nothing is disputed.
* contradictions: two sides that give different numbers, blame each other, or of which one denies.

Everything follows from SEED. Towns are drawn from the gazetteer; the rest is in `planted_texts`.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.planted_makers import Maker, Planted, Row, contradiction, ring, toll
from reportedly.engine.local import OneProcess
from reportedly.model import Dataset, Event, Field, LineageWhy, Status
from reportedly.pipeline import run as run_sources
from reportedly.store.casebook import Casebook

DATA = "bench/planted_texts.py"
SEED = 20
RINGS, TOLLS, CONTRADICTIONS = 100, 60, 60


def run(data: Path, out: Path) -> dict[str, float]:
    """Plant, read and compare. `data` is where the sentences are; what came out of each happening goes to `out`."""
    if not data.is_file():
        return {}
    figures, lines = measured(seed=SEED, rings=RINGS, tolls=TOLLS, contradictions=CONTRADICTIONS)
    out.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return figures


def measured(*, seed: int, rings: int, tolls: int, contradictions: int) -> tuple[dict[str, float], list[dict[str, object]]]:
    """The figures, and a line for each planted happening: what it is, what is true of it, and what came out."""
    lines: list[dict[str, object]] = []
    for name, make, number, judge in (
        ("ring", ring, rings, _ring),
        ("toll", toll, tolls, _toll),
        ("contradiction", contradiction, contradictions, _contradiction),
    ):
        pick = random.Random(f"{seed} {name}")  # noqa: S311  (a fixed draw)
        maker = Maker(pick)
        planted = [make(maker, n) for n in range(number)]
        lines += [{"set": name, **judge(each, read(each.rows))} for each in planted]
    return _figures(lines), lines


def read(rows: Sequence[Row]) -> Dataset:
    """What the product makes of rows of text."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "reports.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        casebook = Casebook.open(str(Path(folder) / "planted.db"), create=True)
        try:
            run_sources(casebook, [str(source)], runner=OneProcess())
            return casebook.dataset()
        finally:
            casebook.close()


def _events(planted: Planted, found: Dataset) -> list[Event]:
    """The events with dead that the reports of a happening tell of, those of most reports first."""
    ours = {report.id for report in found.reports if report.url in planted.urls}
    events = [event for event in found.views.events if ours.intersection(event.reports) and event.get(Field.KILLED) is not None]
    return sorted(events, key=lambda event: (-len(ours.intersection(event.reports)), event.id))


def _ring(planted: Planted, found: Dataset) -> dict[str, object]:
    events = _events(planted, found)
    killed = events[0].get(Field.KILLED) if events else None
    got = max((value.origins for value in killed.values), default=0) if killed is not None else 0
    url = {report.id: report.url for report in found.reports}
    false_roots = sum(
        1
        for edge in found.views.lineage
        if edge.why is LineageWhy.COPIES and url[edge.source] in planted.backdated and url[edge.report] == planted.root
    )
    return {"reports": len(planted.rows), "origins": planted.origins, "got": got, "events": len(events), "false_roots": false_roots}


def _toll(planted: Planted, found: Dataset) -> dict[str, object]:
    events = _events(planted, found)
    killed = events[0].get(Field.KILLED) if events else None
    status = killed.status if killed is not None else None
    return {"reports": len(planted.rows), "updated": status is Status.UPDATED, "disputed": status is Status.DISPUTED, "events": len(events)}


def _contradiction(planted: Planted, found: Dataset) -> dict[str, object]:
    ours = {report.id for report in found.reports if report.url in planted.urls}
    events = {event.id for event in found.views.events if ours.intersection(event.reports)}
    fields = sorted(dispute.field.value for dispute in found.views.disputes if dispute.event in events)
    return {"sort": planted.sort, "found": planted.field in fields, "fields": fields}


def _figures(lines: Sequence[dict[str, object]]) -> dict[str, float]:
    def count(name: str, test: Callable[[dict[str, object]], bool]) -> float:
        return float(sum(test(line) for line in lines if line["set"] == name))

    return {
        "rings": count("ring", bool),
        "rings.right": count("ring", lambda line: line["got"] == line["origins"]),
        "rings.above": count("ring", lambda line: int(str(line["got"])) > int(str(line["origins"]))),
        "rings.false_roots": count("ring", lambda line: line["false_roots"] != 0),
        "tolls": count("toll", bool),
        "tolls.updated": count("toll", lambda line: line["updated"] is True),
        "tolls.disputed": count("toll", lambda line: line["disputed"] is True),
        "contradictions": count("contradiction", bool),
        "contradictions.found": count("contradiction", lambda line: line["found"] is True),
    }
