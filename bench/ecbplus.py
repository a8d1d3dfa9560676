"""Which mentions, in one text or many, speak of one happening: the events that the linker puts the mentions' claims into.

A mention belongs to the claim whose trigger it is; one without a claim is alone. `gvc` is of the same form.
"""

from __future__ import annotations

from pathlib import Path

from bench import scorer
from bench.product import read_rows, write_rows
from bench.reading import Line, Read, plain, reading
from reportedly.link.cluster import link
from reportedly.model import Span

DATA = "bench/ecbplus/dev.jsonl"


def run(data: Path, out: Path) -> dict[str, float]:
    """Write the cluster of each given mention to `out`; the scorer's figures, if it is there."""
    rows = read_rows(data)
    read = list(reading(data.parent.name, (plain(row["text"]) for row in rows)))
    reports = {one.report.id: one.report for one in read}
    claims = {claim.id: claim for one in read for claim in one.claims}
    event_of = {claim: cluster[0] for cluster in link([*reports.values()], [*claims.values()]).clusters for claim in cluster}
    write_rows(out, [{"id": row["id"], "events": mentions(row, one, event_of)} for row, one in zip(rows, read, strict=True)])
    module = scorer.beside(data)
    return {} if module is None else dict(scorer.flat(module.score(*module.load_pair(str(data), str(out)))))


def mentions(row: Line, read: Read, event_of: dict[str, str]) -> list[Line]:
    """The given mentions of a text with their clusters. Of the input, only ids and spans are looked at."""
    found = []
    for mention in row["events"]:
        spans = [Span(*span) for span in mention["spans"]]
        own = next((c.id for c in read.claims if any(c.trigger.overlaps(span) for span in spans)), None)
        found.append({"id": mention["id"], "cluster": mention["id"] if own is None else event_of[own]})
    return found
