"""Fit which reports tell one story: python -m bench.fit_stories [--shared FOLDER] [--write]

Reads the development part of `bench/event_doc_clusters.py`. Prints B-cubed, five-fold by topic: the stories of a fold's reports are
found among all reports of their set, by weights fitted to pairs of reports of the other folds. With --write the weights fitted to all are
put into `link/data/story_weights.tsv`, and those of each fold into `bench/data/story_folds.tsv`, by which the adapter measures these same
reports.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench import event_doc_clusters as sets
from bench.folds import FOLDS
from bench.logistic import logistic
from bench.product import read_rows
from reportedly.link.stories import SIGNS, Pair, Signs, evidence, signs
from reportedly.link.terms import terms

HOLD = 1.0
"""How strongly each weight is held to 0 (ridge)."""

PACKAGE = Path(__file__).parent.parent / "src/reportedly/link/data/story_weights.tsv"


@dataclass(frozen=True, slots=True)
class Set:
    """One set's reports: the fold and the story of each, and the signs of the pairs that are compared."""

    folds: Sequence[int]
    stories: Sequence[str]
    pairs: Mapping[Pair, Signs]


def sets_of(data: Path) -> list[Set]:
    """The sets in a file."""
    rows = read_rows(data)
    found = []
    for name in dict.fromkeys(row["set"] for row in rows):
        some = sorted((row for row in rows if row["set"] == name), key=lambda row: sets.report_of(row).id)
        pairs = signs([terms(sets.report_of(row)) for row in some])
        found.append(Set([sets.fold_of(row) for row in some], [row["event"] for row in some], pairs))
    return found


def fitted(some: Sequence[Set], *, without: int | None) -> dict[str, float]:
    """The weights fitted to the pairs of which neither report is of the fold `without`. Each set counts by its pairs of one story."""
    rows, truth, counts = [], [], []
    for one in some:
        chosen = [(a, b) for a, b in one.pairs if without not in (one.folds[a], one.folds[b])]
        same = [one.stories[a] == one.stories[b] for a, b in chosen]
        rows += [[value for _, value in evidence(one.pairs[pair])] for pair in chosen]
        truth += same
        counts += [1 / sum(same) ** 0.5] * len(chosen)
    share = np.array(counts) / np.mean(counts)
    names = [name for name, _ in evidence((0.0,) * len(SIGNS))]
    values = logistic(np.array(rows), np.array(truth, dtype=float), share, hold=HOLD)
    return dict(zip([*names, "background"], values.tolist(), strict=True))


def main() -> None:
    """Fit, print, and write if asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench.fit_stories", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that holds bench/ (../shared)")
    parser.add_argument("--write", action="store_true", help="put the weights into the package, and those of the folds into bench/data")
    options = parser.parse_args()
    data = options.shared / sets.DATA
    some = sets_of(data)
    by_fold = [fitted(some, without=number) for number in range(FOLDS)]
    with tempfile.TemporaryDirectory() as folder:
        reached = sets.measured(data, Path(folder) / "out.jsonl", by_fold)
    figures = [f"{name} {value:.2f}" for name, value in reached.items() if name.endswith("b3.F1")]
    card = [
        "What speaks for two reports telling one story (`stories.py`), in log-odds; each likeness is 0 to 1.",
        f"Fitted by bench/fit_stories.py (a logistic regression, held to 0) to {sum(len(one.pairs) for one in some)} pairs of news",
        "reports whose events are known (CC BY texts; none of their words is here).",
        f"B-cubed F1 five-fold by topic: {', '.join(figures)}.",
    ]
    sys.stdout.write("\n".join(card) + "\n")
    if options.write:
        write(PACKAGE, card, [fitted(some, without=None)])
        write(
            sets.FOLD_WEIGHTS, ["As story_weights.tsv of the package; a column a fold, fitted to the reports of the other folds."], by_fold
        )


def write(target: Path, card: Sequence[str], columns: Sequence[Mapping[str, float]]) -> None:
    """Write weights as a table, a column for each of several fits."""
    target.parent.mkdir(exist_ok=True)
    heading = "\t".join(["sign", *(["weight"] if len(columns) == 1 else [f"without_{n}" for n in range(len(columns))])])
    lines = ["\t".join([name, *(f"{column[name]:.4f}" for column in columns)]) for name in columns[0]]
    target.write_text("\n".join([*(f"# {line}" for line in card), heading, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
