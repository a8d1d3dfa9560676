"""The product's stages in one process, for benchmarks of many short texts: what its run does, without a casebook."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path
from typing import Any

from bench import scorer
from bench.product import write_rows
from reportedly.extract.assemble import claims
from reportedly.extract.countries import countries
from reportedly.extract.parts import Weights
from reportedly.language.english import English
from reportedly.link.cluster import link
from reportedly.model import Claim, Document, Family, Field, Kind, Modality, Report, Stated, Where, family, stable_id
from reportedly.read.capture import Capture, Known
from reportedly.read.records import Row, record_captures
from reportedly.read.report import read_report

TOLD_EVERY = 50
"""Progress is told after so many texts."""

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """One text, what the product parsed of it, and its claims in text order; without claims where it could not be read."""

    report: Report
    document: Document
    claims: tuple[Claim, ...]

    def events(self) -> tuple[tuple[Claim, ...], ...]:
        """The claims by the happening that they speak of, as the linker puts those of one report together; in text order."""
        clusters = [tuple(c for c in self.claims if c.id in ids) for ids in link([self.report], self.claims).clusters]
        return tuple(sorted(clusters, key=lambda some: min(c.trigger for c in some)))


def plain(text: str) -> Report:
    """A text as it is, with no more known of it: for benchmarks that count in its characters."""
    return Report(id=stable_id("r", text), sha256="0" * 64, file="text", text=text, language="en")


def recorded(record: Mapping[str, object]) -> Report:
    """A record as the product reads a line of a JSONL file. What it does not read is an empty report."""
    data = json.dumps(record, ensure_ascii=True, sort_keys=True).encode("ascii")
    (captured,) = record_captures(iter([Row(1, record, data)]), source="rows.jsonl", file="rows.jsonl", beside=Known())
    read = read_report(captured) if isinstance(captured, Capture) else captured
    return read if isinstance(read, Report) else plain("")


def reading(name: str, reports: Iterable[Report], *, part_weights: Sequence[Weights | None] = ()) -> Iterator[Read]:
    """Read reports, one after the other; how far it is, is told on the standard error.

    `part_weights`: for each report the weights of the learned reader of parts, None or absent for the package's.

    As in the product's run, a report that breaks a stage has no claims and ends nothing else; that it did is told.
    """
    parser = English()
    for number, (report, weights) in enumerate(zip(reports, chain(part_weights, repeat(None)), strict=False), start=1):
        try:
            (document,) = parser.parse([report])
            found = claims(report, document, part_weights=weights)
        except Exception as error:  # noqa: BLE001  (as the pipeline does: one problem, not the end)
            sys.stderr.write(f"{name}: text {number} could not be read: {type(error).__name__}: {error}\n")
            document, found = Document(report.id, report.text, (), (), (), ()), ()
        if number % TOLD_EVERY == 0:
            sys.stderr.write(f"{name}: {number} read\n")
        yield Read(report, document, found)


def finished(data: Path, out: Path, gold: Sequence[Line], predictions: Sequence[Line], *, keyed: bool = True) -> dict[str, float]:
    """Write predictions; the figures of the scorer beside the data, given both by id (or as lists), if it is there."""
    write_rows(out, predictions)
    module = scorer.beside(data)
    if module is None:
        return {}
    by_id = ({r["id"]: r for r in gold}, {r["id"]: r for r in predictions})
    return dict(scorer.flat(module.score(*by_id) if keyed else module.score(gold, predictions)))


def stated(some: Iterable[Claim], field: Field) -> list[Stated]:
    """What claims state for a field, in their order."""
    return [value for claim in some if (value := claim.get(field)) is not None]


def country_of(place: Where) -> str | None:
    """The English name of a place's country; None where the product has none for its code."""
    return next((each.name for each in countries() if each.code == place.country), None)


VIOLENT = frozenset({Family.EXPLOSIONS, Family.CIVILIANS, Family.BATTLES, Family.TERRITORY, Family.PROTESTS})
REAL = frozenset({Modality.HAPPENED, Modality.ONGOING})


def main_of(claims: Iterable[Claim]) -> Claim | None:
    """What a short report chiefly tells: what happened first, then harm before other deeds, then deeds before words, then text order."""
    return min(claims, key=lambda c: (c.modality not in REAL, rank(c.kind), c.spans[0], c.trigger), default=None)


def rank(kind: Kind) -> int:
    """Violence, territory and protests, then other deeds, then words."""
    told = family(kind)
    return 0 if told in VIOLENT else 1 if told is Family.STRATEGIC else 2
