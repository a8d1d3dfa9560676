"""Fit whether a report tells of a mention's happening: python -m bench.fit_told [--shared FOLDER] [--write]

Reads the development part of `bench/famus_source_validation.py`. Prints the accuracy five-fold: each pair by weights fitted to the pairs of
other passages. With --write the weights fitted to all are put into `link/data/told_weights.tsv`, and those of each fold into
`bench/data/told_folds.tsv`, by which the adapter answers for these same pairs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from bench import famus_source_validation as famus
from bench.fit_stories import write
from bench.folds import FOLDS
from bench.logistic import logistic
from bench.product import read_rows
from reportedly.link.told import probability

HOLD = 0.3
"""How strongly each weight is held to 0 (ridge)."""

PACKAGE = Path(__file__).parent.parent / "src/reportedly/link/data/told_weights.tsv"

Asked = tuple[int | None, Mapping[str, float], bool]


def fitted(some: Sequence[Asked]) -> dict[str, float]:
    """The weights fitted to some pairs."""
    rows = np.array([list(found.values()) for _, found, _ in some])
    values = logistic(rows, np.array([told for *_, told in some], dtype=float), np.ones(len(some)), hold=HOLD)
    return dict(zip([*some[0][1], "background"], values.tolist(), strict=True))


def main() -> None:
    """Fit, print, and write if asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench.fit_told", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that holds bench/ (../shared)")
    parser.add_argument("--write", action="store_true", help="put the weights into the package, and those of the folds into bench/data")
    options = parser.parse_args()
    rows = read_rows(options.shared / famus.DATA)
    both = zip(rows, famus.signs_of(rows), strict=True)
    some = [(famus.measured_as(row), found, bool(row["same_event"])) for row, found in both if found is not None]
    by_fold = [fitted([one for one in some if one[0] != number]) for number in range(FOLDS)]
    right = sum((probability(found, by_fold[number]) > 0.5) == told for number, found, told in some if number is not None)
    card = [
        "What speaks for a report telling of the happening that a mention names (`told.py`), in log-odds; each sign is about 0 to 1.",
        f"Fitted by bench/fit_told.py (a logistic regression, held to 0) to {len(some)} pairs of an encyclopedia's passage and a web page",
        "(CC BY-SA texts; none of their words is here).",
        f"Accuracy five-fold by passage: {100 * right / len(some):.2f}.",
    ]
    sys.stdout.write("\n".join(card) + "\n")
    if options.write:
        write(PACKAGE, card, [fitted(some)])
        write(famus.FOLD_WEIGHTS, ["As told_weights.tsv of the package; a column a fold, fitted without its passages."], by_fold)


if __name__ == "__main__":
    main()
