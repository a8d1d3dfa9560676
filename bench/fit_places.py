"""Fit which of the places of one name is meant: python -m bench.fit_places [--shared FOLDER] [--write]

Reads the development parts of the four sets of `bench/geo.py`. Prints, for each set, how many of its names the product places
within 161 km with the weights set by hand, and with weights fitted to four fifths of the texts, measured on the other fifth.
With --write the weights fitted to all of them are put into `extract/data/place_weights.tsv`; the weights set by hand stand
beside them. What names mean in reports of war, and what is rare in these sets, is not fitted (`KEPT`).
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.folds import FOLDS, fold
from bench.geo import SETS, data_of
from bench.product import read_rows
from bench.reading import plain
from reportedly.extract.entity_tables import rows
from reportedly.extract.place_choice import km_between, rivals
from reportedly.extract.place_uses import first_reading
from reportedly.language.english import English
from reportedly.model import Document

NEAR = 161.0
"""Kilometres within which a place counts as right, as in the sets."""

KEPT = frozenset(
    "country,country or unit,continent,region,water,skeleton,unit of its town,unit like the capital,capital,settlement word".split(",")
)
"""Weights that stay as they were set by hand."""

PULL = 10.0
"""How strongly each weight is held to the one set by hand."""

STEPS, RATE = 200, 0.05
TARGET = Path(__file__).parent.parent / "src/reportedly/extract/data/place_weights.tsv"
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """One name of a text: a row of evidence for each place that it may mean, and which of them are right."""

    of: str
    text: str
    evidence: Numbers
    right: NDArray[np.bool_]


def hand() -> dict[str, float]:
    """The weights set by hand."""
    return {name: float(by_hand) for name, by_hand, _ in rows("place_weights.tsv", 3)}


def choices(of: str, shared: Path, names: Sequence[str]) -> Iterator[Choice]:
    """The names of a set that the product finds, has places for, and that have coordinates."""
    texts = read_rows(shared / data_of(of))
    for row, document in zip(texts, English().parse([plain(row["text"]) for row in texts]), strict=True):
        gold = {(t["start"], t["end"]): (t["lat"], t["lon"]) for t in row["toponyms"] if t["lat"] is not None}
        yield from _of_document(of, row["id"], document, gold, names)


def _of_document(
    of: str, text: str, document: Document, gold: dict[tuple[int, int], tuple[float, float]], names: Sequence[str]
) -> Iterator[Choice]:
    seen, known = first_reading(document)
    for one, around in seen:
        span = document.span(one.start, one.end)
        found = rivals(document, one, around, known) if (span.start, span.end) in gold else []
        if found:
            evidence = np.array([[parts.get(name, 0.0) for name in names] for _, parts in found])
            point = gold[span.start, span.end]
            yield Choice(of, text, evidence, np.array([km_between((c.lat, c.lon), point) <= NEAR for c, _ in found]))


def fitted(some: Sequence[Choice], start: Numbers, free: NDArray[np.bool_]) -> Numbers:
    """The weights under which the right places are likeliest (a conditional logit), each set counting the same; Adam."""
    told = [c for c in some if c.right.any() and not c.right.all()]
    counts = {of: sum(c.of == of for c in told) for of in SETS}
    weights, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, STEPS + 1):
        slope = PULL * (weights - start)
        for c in told:
            slope += 1000 / counts[c.of] * _slope(c, weights)
        slope *= free
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def _slope(c: Choice, weights: Numbers) -> Numbers:
    scores = c.evidence @ weights
    odds = np.exp(scores - scores.max())
    among_all, among_right = odds / odds.sum(), odds * c.right
    difference: Numbers = (among_all - among_right / max(among_right.sum(), 1e-12)) @ c.evidence
    return difference


def placed(some: Sequence[Choice], weights: Numbers) -> dict[str, float]:
    """The share of each set's names for which the place with the most evidence is right."""
    hits: defaultdict[str, list[bool]] = defaultdict(list)
    for c in some:
        hits[c.of].append(bool(c.right[np.argmax(c.evidence @ weights)]))
    return {of: sum(each) / len(each) for of, each in hits.items()}


def held_out(some: Sequence[Choice], start: Numbers, free: NDArray[np.bool_]) -> dict[str, float]:
    """The same share, where each text is measured with weights fitted to the texts of the other folds."""
    hits: defaultdict[str, list[float]] = defaultdict(list)
    for number in range(FOLDS):
        weights = fitted([c for c in some if fold(c.text) != number], start, free)
        for c in some:
            if fold(c.text) == number:
                hits[c.of].append(float(c.right[np.argmax(c.evidence @ weights)]))
    return {of: sum(each) / len(each) for of, each in hits.items()}


def written(by_hand: dict[str, float], weights: Numbers, card: Sequence[str]) -> str:
    """The table of weights, with its card on top."""
    lines = [f"{name}\t{old:g}\t{new:.2f}" for (name, old), new in zip(by_hand.items(), weights, strict=True)]
    return "\n".join([*(f"# {line}" for line in card), "evidence\thand\tweight", *lines]) + "\n"


def main() -> None:
    """Fit, print, and write if asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench.fit_places", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that holds bench/ (../shared)")
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    options = parser.parse_args()
    by_hand = hand()
    names, start = list(by_hand), np.array(list(by_hand.values()))
    free = np.array([name not in KEPT for name in names])
    some = [c for of in SETS for c in choices(of, options.shared, names)]
    before, after = placed(some, start), held_out(some, start, free)
    card = [
        "What speaks for each of the places of one name (`place_choice.py`): its weight set by hand, and the one in use.",
        "Fitted by bench/fit_places.py (a conditional logit, held to the weights set by hand) to the development halves of four sets of",
        f"news with resolved place names: {len(some)} names. The sets are for evaluation and fitting only; no text of theirs is here.",
        "Share of those names within 161 km, by hand and then five-fold: "
        + "; ".join(f"{of} {before[of]:.3f} {after[of]:.3f}" for of in SETS)
        + ".",
    ]
    sys.stdout.write("\n".join(card) + "\n")
    if options.write:
        TARGET.write_text(written(by_hand, fitted(some, start, free), card), encoding="utf-8")


if __name__ == "__main__":
    main()
