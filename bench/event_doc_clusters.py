"""Which texts report the same event: the stories that the linker groups whole reports into, each set by itself, as it is scored.

The texts that the weights were fitted to (every split but "test") are never measured by these: the stories of a fold's texts are found,
among all texts of the set, by weights fitted without that fold (`bench/fit_stories.py`). Folds are by topic, or by event in a set
of one topic. Other texts are measured by the weights of the package.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench import scorer
from bench.folds import FOLDS, columns, fold
from bench.product import read_rows, write_rows
from bench.reading import plain
from reportedly.link.stories import fitted, stories
from reportedly.model import Report

DATA = "bench/event_doc_clusters/dev.jsonl"
FOLD_WEIGHTS = Path(__file__).parent / "data" / "story_folds.tsv"

Row = dict[str, Any]
Weights = Mapping[str, float]


def run(data: Path, out: Path) -> dict[str, float]:
    """Write the event of each text to `out`; the scorer's figures for each set, if it is there."""
    return measured(data, out, columns(FOLD_WEIGHTS))


def measured(data: Path, out: Path, by_fold: Sequence[Weights]) -> dict[str, float]:
    """As `run`, with these weights for the texts of each fold."""
    write_rows(out, held_out(read_rows(data), by_fold))
    module = scorer.beside(data)
    return {} if module is None else dict(scorer.flat(module.main(str(data), str(out))))


def held_out(rows: Sequence[Row], by_fold: Sequence[Weights]) -> list[Row]:
    """The event of each text, by weights that were not fitted to it."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(row["set"] for row in rows):
        some = [row for row in rows if row["set"] == name]
        known = {row["id"]: fold_of(row) if row.get("split", "test") != "test" else None for row in some}
        for number in [*range(FOLDS), None]:
            if number in known.values():
                labels = events([report_of(row) for row in some], fitted() if number is None else by_fold[number])
                found |= {row["id"]: f"{number} {labels[report_of(row).id]}" for row in some if known[row["id"]] == number}
    return [{"id": row["id"], "event": found[row["id"]]} for row in rows]


def fold_of(row: Row) -> int:
    """The fold of a text: that of its topic; of its event in the set that has one topic only."""
    return fold(row["event"] if row["topic"] == row["set"] else row["topic"])


def report_of(row: Row) -> Report:
    """A text as a report: its set's title is its first line."""
    return plain(row["text"])


def events(reports: Sequence[Report], weights: Weights) -> dict[str, str]:
    """For each report, the first report of its story."""
    return {each: story[0] for story in stories(reports, weights) for each in story}
