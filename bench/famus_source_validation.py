"""Whether a source tells of the very event that is marked in a passage: the linker, asked about the claims of both.

The passage's claims are those made by the marked words, or around them. What makes no claim is not found in any source.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.product import read_rows
from bench.reading import Read, finished, plain, reading
from bench.wikievents import made_by
from reportedly.link.cluster import link
from reportedly.model import Span

DATA = "bench/famus_source_validation/dev.jsonl"


def run(data: Path, out: Path) -> dict[str, float]:
    """Write an answer for each pair to `out`; the scorer's figures, if it is there."""
    rows = read_rows(data)
    texts = [text for row in rows for text in (row["report"], row["source"])]
    read = list(reading("famus_source_validation", map(plain, texts)))
    answers = [{"id": row["id"], "same_event": same(row, read[2 * n], read[2 * n + 1])} for n, row in enumerate(rows)]
    return finished(data, out, rows, answers)


def same(row: dict[str, Any], passage: Read, source: Read) -> bool:
    """Whether a claim of the marked words is linked with any claim of the source."""
    asked = {claim.id for claim in made_by(passage.claims, Span(*row["trigger"]["span"]))}
    if passage.report.id == source.report.id:
        return bool(asked)
    claims = [*passage.claims, *source.claims]
    clusters: Sequence[tuple[str, ...]] = link([passage.report, source.report], claims).clusters
    theirs = {claim.id for claim in source.claims}
    return any(asked.intersection(cluster) and theirs.intersection(cluster) for cluster in clusters)
