"""Fit which given mentions name one happening: python -m bench.fit_mentions [--shared FOLDER] [--write]

Reads the development parts of `bench/ecbplus.py` and `bench/gvc.py`. Prints CoNLL F1, five-fold by topic or incident: the mentions of each
fold's texts are linked among themselves by weights fitted to the other folds, the likeness of whole reports (`bench/fit_stories.py`, which
is run first) included. With --write the weights fitted to all are put into `link/data/mention_weights.tsv`, and those of each fold into
`bench/data/mention_folds.tsv`, by which the adapters measure these same texts.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import ecbplus, event_doc_clusters, gvc, scorer
from bench.fit_stories import write
from bench.folds import FOLDS, columns
from bench.logistic import logistic
from bench.product import read_rows
from bench.reading import Line
from reportedly.language.english import English, nearness
from reportedly.link.average import average_link
from reportedly.link.mention_likeness import evidence
from reportedly.link.mention_links import CUT, Pair, compared, facts_of

HOLD = 10.0
"""How strongly each weight is held to 0 (ridge)."""

SHARE = {"ecbplus": 1.0, "gvc": 3.0}
"""How much a pair of a set counts: of the smaller set, which is nearer to what the product reads, more."""

PACKAGE = Path(__file__).parent.parent / "src/reportedly/link/data/mention_weights.tsv"


@dataclass(frozen=True, slots=True)
class Part:
    """One fold of one set: the mentions' ids, and for each compared pair the evidence and whether it is of one happening."""

    name: str
    fold: int
    ids: Sequence[str]
    pairs: Sequence[Pair]
    names: Sequence[str]
    rows: NDArray[np.float32]
    truth: NDArray[np.float64]


def parts_of(data: Path) -> list[Part]:
    """The folds of a set."""
    rows, stories = read_rows(data), columns(event_doc_clusters.FOLD_WEIGHTS)
    return [part_of(data.parent.name, n, [row for row in rows if ecbplus.measured_as(row) == n], stories[n]) for n in range(FOLDS)]


def part_of(name: str, number: int, rows: Sequence[Line], story: Mapping[str, float]) -> Part:
    """One fold of a set."""
    gold = {mention["id"]: mention["cluster"] for row in rows for mention in row["events"]}
    reports = [ecbplus.report_of(row) for row in rows]
    facts = facts_of(reports, English().parse(reports), ecbplus.mentions_of(rows))
    ids = [one.mention.id for one in facts]
    found = compared(reports, facts, nearness=nearness, story=story)
    names = [each for signs in list(found.values())[:1] for each, _ in evidence(signs)]
    table = np.array([[value for _, value in evidence(signs)] for signs in found.values()], dtype=np.float32)
    truth = np.array([gold[ids[a]] == gold[ids[b]] for a, b in found], dtype=float)
    return Part(name, number, ids, list(found), names, table, truth)


def fitted(parts: Sequence[Part], *, without: int | None) -> dict[str, float]:
    """The weights fitted to the pairs of all folds but one."""
    some = [part for part in parts if part.fold != without]
    rows, truth = np.concatenate([part.rows for part in some]), np.concatenate([part.truth for part in some])
    share = np.concatenate([np.full(len(part.truth), SHARE[part.name]) for part in some])
    values = logistic(rows.astype(float), truth, share, hold=HOLD)
    return dict(zip([*some[0].names, "background"], values.tolist(), strict=True))


def clusters(part: Part, weights: Mapping[str, float], cut: float = CUT) -> list[list[str]]:
    """The mentions of a fold, put together as the product does it."""
    total = part.rows.astype(float) @ np.array([weights[name] for name in part.names]) + weights["background"]
    likely = (1 / (1 + np.exp(-np.clip(total, -60, 60)))).tolist()
    joined = average_link(len(part.ids), {pair: value - cut for pair, value in zip(part.pairs, likely, strict=True)}, absent=-cut)
    return [[part.ids[n] for n in some] for some in joined]


def reached(parts: Sequence[Part], by_fold: Sequence[Mapping[str, float]], data: Path, cut: float = CUT) -> float:
    """CoNLL F1 on a set, each fold by its weights."""
    gold: dict[str, set[str]] = defaultdict(set)
    for row in read_rows(data):
        for mention in row["events"]:
            gold[mention["cluster"]].add(mention["id"])
    module = scorer.beside(data)
    if module is None:
        return 0.0
    found = [set(some) for part in parts if part.name == data.parent.name for some in clusters(part, by_fold[part.fold], cut)]
    return float(module.score(list(gold.values()), found)["CoNLL"])


def main() -> None:
    """Fit, print, and write if asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench.fit_mentions", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that holds bench/ (../shared)")
    parser.add_argument("--write", action="store_true", help="put the weights into the package, and those of the folds into bench/data")
    options = parser.parse_args()
    data = [options.shared / each.DATA for each in (ecbplus, gvc)]
    parts = [part for each in data for part in parts_of(each)]
    by_fold = [fitted(parts, without=number) for number in range(FOLDS)]
    figures = [f"{each.parent.name} {reached(parts, by_fold, each):.2f}" for each in data]
    card = [
        "What speaks for two mentions naming one happening (`mention_likeness.py`), in log-odds; each sign is 0 to 1.",
        f"Fitted by bench/fit_mentions.py (a logistic regression, held to 0) to {sum(len(part.pairs) for part in parts)} pairs of",
        "mentions in news whose happenings are known (CC BY texts; none of their words is here).",
        f"CoNLL F1 five-fold by topic or incident: {', '.join(figures)}.",
    ]
    sys.stdout.write("\n".join(card) + "\n")
    if options.write:
        write(PACKAGE, card, [fitted(parts, without=None)])
        write(ecbplus.FOLD_WEIGHTS, ["As mention_weights.tsv of the package; a column a fold, fitted without its texts."], by_fold)


if __name__ == "__main__":
    main()
