"""Fit whether a place's name stands for those who act for it: python -m bench.fit_standing [--shared FOLDER] [--write]

Reads the development part of the set of `bench/relocar.py`. Prints the accuracy of the rule, and of the learned part measured
five-fold: each sentence by weights that were fitted to the sentences of the other folds. With --write the weights fitted to all
of them are put into `extract/data/place_standing.tsv`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import relocar
from bench.folds import FOLDS, fold
from bench.product import read_rows
from bench.reading import plain
from reportedly.extract.place_standing import signs
from reportedly.extract.place_uses import ruled, sighting_of
from reportedly.language.english import English

HOLD = 2.0
"""How strongly each weight is held to 0 (ridge)."""

LEAST = 2
"""Sentences in which evidence must occur to have a weight."""

STEPS, RATE = 250, 0.05
TARGET = Path(__file__).parent.parent / "src/reportedly/extract/data/place_standing.tsv"
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """One sentence's name: the evidence around it, what the rule says, and whether it stands for somebody."""

    text: str
    signs: tuple[str, ...]
    rule: bool
    stands: bool


def asked(data: Path) -> list[Asked]:
    """The names of the set that stand on words."""
    texts = read_rows(data)
    found = []
    for row, document in zip(texts, English().parse([plain(row["text"]) for row in texts]), strict=True):
        own = relocar.tokens(document, row)
        if own:
            one = sighting_of(document, own[0], own[-1] + 1)
            rule = ruled(document, one)
            found.append(Asked(row["id"], signs(document, one, rule=rule), rule, row["label"] != "literal"))
    return found


def fitted(some: Sequence[Asked]) -> dict[str, float]:
    """The weights of a logistic regression held to 0; Adam."""
    counts = Counter(sign for one in some for sign in one.signs)
    names = sorted(sign for sign, count in counts.items() if count >= LEAST)
    at = {name: i for i, name in enumerate(names)}
    evidence = np.zeros((len(some), len(names)))
    for row, one in enumerate(some):
        evidence[row, [at[sign] for sign in one.signs if sign in at]] = 1.0
    truth = np.array([one.stands for one in some], dtype=float)
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope: Numbers = evidence.T @ (1 / (1 + np.exp(-evidence @ weights)) - truth) + HOLD * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))


def held_out(some: Sequence[Asked]) -> float:
    """The accuracy where each sentence is measured with weights fitted to the other folds."""
    right = 0
    for number in range(FOLDS):
        weights = fitted([one for one in some if fold(one.text) != number])
        for one in some:
            if fold(one.text) == number:
                right += (sum(weights.get(sign, 0.0) for sign in one.signs) > 0) == one.stands
    return right / len(some)


def main() -> None:
    """Fit, print, and write if asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench.fit_standing", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that holds bench/ (../shared)")
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    options = parser.parse_args()
    some = asked(options.shared / relocar.DATA)
    rule = sum(one.rule == one.stands for one in some) / len(some)
    card = [
        "What speaks for a place's name standing for a government, a team or a people (`place_standing.py`), in log-odds.",
        f"Fitted by bench/fit_standing.py (a logistic regression, held to 0) to {len(some)} sentences of an encyclopedia whose names are",
        "marked as places or not (CC BY-SA texts; none of their sentences is here).",
        f"Accuracy on them: the rule {rule:.3f}; this, five-fold {held_out(some):.3f}.",
    ]
    sys.stdout.write("\n".join(card) + "\n")
    if options.write:
        lines = [f"{name}\t{weight:.3f}" for name, weight in fitted(some).items() if abs(weight) >= 0.0005]
        TARGET.write_text("\n".join([*(f"# {line}" for line in card), "evidence\tweight", *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
