"""Fit which part a noun phrase takes in harm: python -m bench.fit_parts [--shared FOLDER] [--write]

Reads the development part of `bench/muc4.py`. A phrase takes a part where a template of its report names it by the same words for that
part. Prints precision, recall and F1 of phrases taken for a part at one half or more, five-fold by report. With --write the weights
fitted to all reports are put into `extract/data/part_weights.tsv`, and those of each fold into `bench/data/part_folds.tsv`, by which the
adapter measures these same reports. Takes about a quarter of an hour.
"""

from __future__ import annotations

import argparse
import functools
import string
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import muc4
from bench.folds import FOLDS, fold
from bench.product import read_rows
from bench.reading import Line, recorded
from bench.softmax import Numbers, Rows, chances, softmax
from reportedly.extract.assemble import part_ground
from reportedly.extract.entity_tables import rows
from reportedly.extract.mentions import EntityMention
from reportedly.extract.part_nouns import part_nouns
from reportedly.extract.part_signs import lists_of, signs
from reportedly.extract.parts import Part
from reportedly.extract.sorts import sort_of_person, sort_of_thing
from reportedly.language.english import English, commonness
from reportedly.model import Document, EntityKind

HOLD = 7.0
"""How strongly each weight is held to 0 (ridge)."""

OFTEN = 12
"""A sign is kept that stands in so many reports: none tells of a few."""

LEAST = 0.05
"""A sign is left out of the tables where it adds less for every part."""

NAMED = {"countries.tsv": 7, "groups.tsv": 5}
"""Lists of names, with how many columns each has."""

WORDED = ("noun", "described", "with", "under", "over", "before", "behind", "word")
"""Signs that hold a word of the text, by itself or beside a relation."""

SHORTEST = 4
"""Letters of a name that is no word beside ("in", "who" and "car" are also names for short)."""

PACKAGE = Path(__file__).parent.parent / "src/reportedly/extract/data/part_weights.tsv"
SLOTS = {
    "perp_individual_id": Part.INDIVIDUAL,
    "perp_organization_id": Part.BODY,
    "phys_tgt_id": Part.THING,
    "hum_tgt_name": Part.PERSON,
    "hum_tgt_description": Part.PERSON,
    "incident_instrument_id": Part.WEAPON,
}
CLASSES = (None, *Part)


@dataclass(frozen=True, slots=True)
class Given:
    """All phrases: which signs each has, its part (0: none) and its fold; the signs in the order of their numbers."""

    names: Sequence[str]
    rows: Rows
    truth: NDArray[np.int64]
    folds: NDArray[np.int64]

    def of(self, chosen: NDArray[np.bool_]) -> tuple[Rows, NDArray[np.int64]]:
        """Some of the phrases."""
        return self.rows.only(chosen), self.truth[chosen]


def plain(text: str) -> str:
    """Words as the task compares them: without case, marks and articles."""
    kept = "".join(c for c in text.lower() if c not in string.punctuation)
    return " ".join(word for word in kept.split() if word not in ("a", "an", "the"))


def wanted(row: Line) -> dict[str, Part]:
    """The part of each wording in a report's templates."""
    found: dict[str, Part] = {}
    for template in row["templates_full"]:
        for slot, part in SLOTS.items():
            fillers = template.get(slot)
            for filler in fillers if isinstance(fillers, list) else ():
                for words in filler["opts"]:
                    found.setdefault(plain(words), part)
    return found


def part_of(document: Document, mention: EntityMention, named: Mapping[str, Part]) -> Part | None:
    """The part that the templates give to a phrase, by its words or, of a person, by the full name."""
    words = plain(document.words(mention.start, mention.end))
    person = mention.entity.kind is EntityKind.PERSON and mention.entity.id is not None
    return named.get(words) or (named.get(plain(mention.entity.name)) if person else None)


def phrases(rows: Sequence[Line]) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Of each phrase its report, its signs and the number of its part."""
    parser = English()
    for number, row in enumerate(rows, start=1):
        report = recorded(muc4.record(row))
        (document,) = parser.parse([report])
        named = wanted(row)
        of = part_ground(report, document)
        for mention in part_nouns(document):
            part = part_of(document, mention, named)
            yield row["id"], ("bias", *signs(of, mention)), CLASSES.index(part)
        if number % 100 == 0:
            sys.stderr.write(f"fit_parts: {number} read\n")


def given(found: Sequence[tuple[str, tuple[str, ...], int]]) -> Given:
    """The phrases of all reports, without signs that are rare or a name. `found`: of each phrase its report, its signs, its part."""
    often = Counter(name for name, _ in {(name, id_) for id_, some, _ in found for name in some})
    names = sorted(name for name, number in often.items() if number >= OFTEN and not is_named(name))
    numbers = {name: n for n, name in enumerate(names)}
    lists = [[numbers[name] for name in some if name in numbers] for _, some, _ in found]
    truth, folds = np.array([part for _, _, part in found]), np.array([fold(id_) for id_, _, _ in found])
    return Given(names, Rows.of(lists, len(names)), truth, folds)


def reached(truth: NDArray[np.int64], likely: Numbers) -> str:
    """Precision, recall and F1 of each part."""
    told = []
    for n, part in enumerate(Part, start=1):
        taken, true = likely[:, n] >= 0.5, truth == n
        both, all_taken, all_true = int((taken & true).sum()), int(taken.sum()), int(true.sum())
        told.append(f"{part} {100 * both / max(1, all_taken):.1f} {100 * both / all_true:.1f} {200 * both / (all_taken + all_true):.1f}")
    return "; ".join(told)


@functools.cache
def _names() -> frozenset[str]:
    """Every single word that names a country, its people or a group, in small letters."""
    cells = [cell for file, columns in NAMED.items() for row in rows(file, columns) for cell in row[1:]]
    named = (name.strip().casefold() for cell in cells for name in cell.split("|"))
    return frozenset(name for name in named if name.isalpha() and len(name) >= SHORTEST)


def is_named(sign: str) -> bool:
    """Whether a sign holds a name: what holds of those whom these reports are about need not hold of others."""
    kind, _, value = sign.partition("=")
    if kind not in WORDED:
        return False
    parts = value.split("+")
    word = parts[0] if kind == "before" else parts[-1]
    return any(c.isalpha() for c in word) and (word in _names() or is_capital(word))


@functools.cache
def is_capital(word: str) -> bool:
    """Whether a word is commoner with a capital than without, as names are, or known to no list of words.

    What the package itself lists as a calling or a thing is none ("president", "church").
    """
    if lists_of(word) or sort_of_person([word]) or sort_of_thing([word]):
        return False
    small, large = commonness(word), [place for form in (word.capitalize(), word.upper()) if (place := commonness(form)) is not None]
    return small is None or min(large, default=small) < small


def write(table: Path, card: Sequence[str], header: Sequence[str], names: Sequence[str], weights: Numbers) -> None:
    """A table of weights under its card: a row a sign."""
    kept = [n for n in range(len(names)) if np.abs(weights[n]).max() >= LEAST]
    lines = [*(f"# {line}" for line in card), "\t".join(header)]
    lines += ["\t".join([names[n], *(f"{value:.2f}" for value in weights[n])]) for n in kept]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, print, and write if asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench.fit_parts", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that holds bench/ (../shared)")
    parser.add_argument("--write", action="store_true", help="put the weights into the package, and those of the folds into bench/data")
    options = parser.parse_args()
    all_ = given(list(phrases(read_rows(options.shared / muc4.DATA))))
    likely = np.zeros((len(all_.truth), len(CLASSES)))
    by_fold = []
    for number in range(FOLDS):
        rows, truth = all_.of(all_.folds != number)
        by_fold.append(softmax(rows, truth, len(CLASSES), hold=HOLD))
        rows, _ = all_.of(all_.folds == number)
        likely[all_.folds == number] = chances(rows.scores(by_fold[-1]))
        sys.stderr.write(f"fit_parts: fold {number} fitted\n")
    card = [
        "What speaks for a noun phrase taking a part in harm (`part_signs.py`), in log-odds against taking none.",
        f"Fitted by bench/fit_parts.py (a logistic regression with six classes, held to 0) to {len(all_.truth)} phrases of reports of",
        "political violence around 1990 (the set muc4; none of their texts is here, and no sign is kept that is rare or a name).",
        f"Five-fold by report, at one half, precision recall F1: {reached(all_.truth, likely)}.",
    ]
    sys.stdout.write("\n".join(card) + "\n")
    if options.write:
        weights = softmax(all_.rows, all_.truth, len(CLASSES), hold=HOLD)
        write(PACKAGE, card, ["sign", *Part], all_.names, weights)
        header = ["sign", *(f"{part}-{number}" for number in range(FOLDS) for part in Part)]
        card = ["As part_weights.tsv of the package; the columns of a fold were fitted without its reports."]
        write(muc4.FOLD_WEIGHTS, card, header, all_.names, np.concatenate(by_fold, axis=1))


if __name__ == "__main__":
    main()
