"""Whether a source tells of the very event that is marked in a passage: the product's signs of a report telling of a mention's happening.

Pairs that the weights were fitted to (every split but "test") are never answered by these, but by weights fitted without their fold
(`bench/fit_told.py`); other pairs by the weights of the package. How rare words are is counted in the file's own texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.folds import columns, fold
from bench.product import read_rows
from bench.reading import finished, plain
from reportedly.language.english import English, nearness
from reportedly.link.mentions import Mention, mention_facts
from reportedly.link.told import Rarity, fitted, probability, signs, vocabulary
from reportedly.model import Span

DATA = "bench/famus_source_validation/dev.jsonl"
FOLD_WEIGHTS = Path(__file__).parent / "data" / "told_folds.tsv"


def run(data: Path, out: Path) -> dict[str, float]:
    """Write an answer for each pair to `out`; the scorer's figures, if it is there."""
    rows = read_rows(data)
    by_fold = columns(FOLD_WEIGHTS)
    answers = []
    for row, found in zip(rows, signs_of(rows), strict=True):
        number = measured_as(row)
        likely = 0.0 if found is None else probability(found, fitted() if number is None else by_fold[number])
        answers.append({"id": row["id"], "same_event": likely > 0.5, "score": likely})
    return finished(data, out, rows, answers)


def measured_as(row: dict[str, Any]) -> int | None:
    """The fold of a pair that weights were fitted to, by its passage; None for others."""
    return None if row.get("split", "test") == "test" else fold(row["report"])


def signs_of(rows: Sequence[dict[str, Any]]) -> Iterator[Mapping[str, float] | None]:
    """The signs of each pair; None where the marked words are none."""
    parsed = list(English().parse([plain(text) for row in rows for text in (row["report"], row["source"])]))
    rarity = Rarity(parsed)
    for row, passage, source in zip(rows, parsed[::2], parsed[1::2], strict=True):
        asked = Mention(row["id"], passage.report, (Span(*row["trigger"]["span"]),))
        facts = next(iter(mention_facts(passage, [asked])), None)
        yield None if facts is None else signs(facts, passage, vocabulary(source), rarity, nearness)
