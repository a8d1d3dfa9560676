"""Whether given event words tell of what happened: the reader of reality at each word, as a number from -3 to +3.

What is no event of a conflict makes no claim, so that the reader is asked directly; what a voice denies or doubts counts too.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.product import read_rows
from bench.reading import Line, finished, plain, reading
from reportedly.extract.deeds import Deed, is_verb
from reportedly.extract.happenings import Candidate, Happening
from reportedly.extract.mentions import VoiceMention
from reportedly.extract.reality import is_negated, modality
from reportedly.extract.voices import voices
from reportedly.model import Document, Modality, Stance

DATA = "bench/factuality_meantime/dev.jsonl"
NUMBERS = {
    Modality.HAPPENED: 3.0,
    Modality.ONGOING: 3.0,
    Modality.PLANNED: 2.0,
    Modality.THREATENED: 0.5,
    Modality.DEMANDED: 0.5,
    Modality.HYPOTHETICAL: 0.5,
}
"""The scale of the set: +3 it happened; below 1 that is not asserted."""


def run(data: Path, out: Path) -> dict[str, float]:
    """Write a number for each given word to `out`; the scorer's figures, if it is there."""
    rows = read_rows(data)
    read = reading("factuality_meantime", (plain(" ".join(row["tokens"])) for row in rows))
    predictions = [
        {"id": row["id"], "targets": targets(row, one.document, voices(one.report, one.document))}
        for row, one in zip(rows, read, strict=True)
    ]
    return finished(data, out, rows, predictions, keyed=False)


def targets(row: Line, document: Document, said: Sequence[VoiceMention]) -> list[Line]:
    """The given words with their numbers."""
    starts = [0]
    for token in row["tokens"]:
        starts.append(starts[-1] + len(token) + 1)
    return [
        {"start": t["start"], "end": t["end"], "label": number(document, said, starts[t["start"]], starts[t["end"]] - 1)}
        for t in row["targets"]
    ]


def number(document: Document, said: Sequence[VoiceMention], start: int, end: int) -> float:
    """How certain the word at some characters is said to have happened."""
    inside = [t for t in document.tokens if t.start < end and start < t.end]
    if not inside:
        return NUMBERS[Modality.HAPPENED]
    head = next((t for t in inside if t.head not in {other.i for other in inside}), inside[0])
    verb = is_verb(head)
    word = Candidate(head.i, head.i, Deed.NOTICE, head.lemma, noun=not verb)
    alone = Happening(word, (head.i,), (head.i,) if verb else (), () if verb else (head.i,), frozenset({Deed.NOTICE}), head.sentence)
    stances = {mention.stance for mention in said if any(first <= head.i < last for first, last in mention.content)}
    value = NUMBERS[modality(document, alone)]
    if Stance.DOUBTS in stances:
        value = min(value, NUMBERS[Modality.HYPOTHETICAL])
    return -value if is_negated(document, alone) or Stance.DENIES in stances else value
