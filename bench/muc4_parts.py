"""Whom and what a report names as taking part in violence, each once: the product's learned reader of parts, for `bench.muc4`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.folds import FOLDS, fold
from bench.reading import Line
from reportedly.extract.callings import callings
from reportedly.extract.deeds import noun_lemma
from reportedly.extract.mentions import EntityMention
from reportedly.extract.parts import Part, Taking, Weights
from reportedly.model import Document, EntityKind

FOLD_WEIGHTS = Path(__file__).parent / "data/part_folds.tsv"
LEAST = {Part.INDIVIDUAL: 0.25, Part.BODY: 0.30, Part.THING: 0.26, Part.PERSON: 0.28, Part.WEAPON: 0.25}
"""So likely each part must be: about where F1 of slots and of roles is best, five-fold."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Somebody or something in one part: its mentions in text order, and the one that is likeliest to take it."""

    part: Part
    mentions: tuple[EntityMention, ...]
    best: EntityMention
    words: str
    """The report's words of the likeliest mention, of a person the full name; in capitals, as the task writes."""

    @property
    def named(self) -> bool:
        """Whether it is a person by name."""
        return is_name(self.best)


def weights_of(row: Line, folds: list[Weights]) -> Weights | None:
    """The weights by which a report is read: for development those fitted without its fold, for all others the package's."""
    return None if row.get("split", "test") == "test" else folds[fold(row["id"])]


def fold_weights() -> list[Weights]:
    """The weights of each fold."""
    if not FOLD_WEIGHTS.exists():
        return []
    lines = [line.split("\t") for line in FOLD_WEIGHTS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
    size = len(Part)
    return [{line[0]: tuple(map(float, line[1 + n * size : 1 + (n + 1) * size])) for line in lines} for n in range(FOLDS)]


def fillers(document: Document, takings: Iterable[Taking]) -> list[Filler]:
    """All that likely take a part, those of one name or one noun together, in text order."""
    by_key: dict[tuple[str, Part], list[Taking]] = {}
    for each in takings:
        for part in Part:
            by_key.setdefault((_key(document, each.mention), part), []).append(each)
    found = []
    for (_, part), some in by_key.items():
        best = max(some, key=lambda t: t.likely[part])
        if best.likely[part] >= LEAST[part]:
            found.append(Filler(part, tuple(t.mention for t in some), best.mention, _words(document, best.mention)))
    return list({(f.part, f.words): f for f in reversed(found)}.values())[::-1]


def _key(document: Document, mention: EntityMention) -> str:
    token = document.tokens[mention.head]
    if mention.entity.id is not None:
        return mention.entity.id
    return document.words(mention.start, mention.end).lower() if token.pos == "PROPN" else f"noun {noun_lemma(token).lower()}"


def _words(document: Document, mention: EntityMention) -> str:
    full = mention.entity.name if is_name(mention) else document.words(mention.start, mention.end)
    return " ".join(full.split()).upper()


def is_name(mention: EntityMention) -> bool:
    """Whether a phrase is a person's name."""
    return mention.entity.kind is EntityKind.PERSON and mention.entity.id is not None


@dataclass(frozen=True, slots=True)
class Calling:
    """What a report calls a person whom it names: "the judge". Tokens `[start, end)`, and the same in capitals."""

    start: int
    end: int
    words: str


def calling(document: Document, filler: Filler) -> Calling | None:
    """What a person is called beside the name, the first time that anything is said; None of others, and where nothing is."""
    found = (span for mention in filler.mentions for span in callings(document, mention)) if filler.named else iter(())
    start, end = next(found, (0, 0))
    return Calling(start, end, " ".join(document.words(start, end).split()).upper()) if end > start else None


def of_part(some: Iterable[Filler], part: Part) -> list[Filler]:
    """Those in one part."""
    return [each for each in some if each.part is part]


def sentences(document: Document, filler: Filler) -> Mapping[int, int]:
    """How often each sentence names it."""
    found: dict[int, int] = {}
    for mention in filler.mentions:
        number = document.tokens[mention.head].sentence
        found[number] = found.get(number, 0) + 1
    return found
