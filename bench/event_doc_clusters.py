"""Which texts report the same event: texts whose main claims the linker puts into one event.

A text without claims is alone. Each of the two sets is linked by itself, as it is scored.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import scorer
from bench.product import read_rows, write_rows
from bench.reading import Read, main_of, reading, recorded
from reportedly.link.cluster import link

DATA = "bench/event_doc_clusters/dev.jsonl"


def run(data: Path, out: Path) -> dict[str, float]:
    """Write the event of each text to `out`; the scorer's figures for each set, if it is there."""
    rows = read_rows(data)
    read = list(reading("event_doc_clusters", (recorded(record(row)) for row in rows)))
    predictions = []
    for name in dict.fromkeys(row["set"] for row in rows):
        chosen = [n for n, row in enumerate(rows) if row["set"] == name]
        labels = events([read[n] for n in chosen])
        predictions += [{"id": rows[n]["id"], "event": label} for n, label in zip(chosen, labels, strict=True)]
    write_rows(out, predictions)
    module = scorer.beside(data)
    return {} if module is None else dict(scorer.flat(module.main(str(data), str(out))))


def record(row: dict[str, Any]) -> dict[str, Any]:
    """A text as a record that the product reads: its set's title is its first line, its id its address."""
    published = {"published": row["date"]} if row["date"] else {}
    return {"text": row["text"], "url": f"https://clusters.invalid/{row['id']}"} | published


def events(read: Sequence[Read]) -> list[str]:
    """For each text, the first claim of the event that its main claim is in; its own report where it claims nothing."""
    reports = {each.report.id: each.report for each in read}
    claims = {claim.id: claim for each in read for claim in each.claims}
    event_of = {claim: cluster[0] for cluster in link([*reports.values()], [*claims.values()]).clusters for claim in cluster}
    mains = [main_of(each.claims) for each in read]
    return [event_of[main.id] if main is not None else each.report.id for each, main in zip(read, mains, strict=True)]
