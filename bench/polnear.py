"""Who is reported to say what in political news: the reader of voices alone, its speeches as attributions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import scorer
from bench.product import read_rows, write_rows
from reportedly.extract.voice_nesting import Heard
from reportedly.extract.voices import heard
from reportedly.language.english import English
from reportedly.model import Document, Report

DATA = "bench/polnear/dev.jsonl"


def run(data: Path, out: Path) -> dict[str, float]:
    """Write a prediction for each text to `out`; the scorer's figures, if it is there."""
    texts = read_rows(data)
    reports = [Report(id=row["id"], sha256="0" * 64, file="text", text=row["text"], outlet=row.get("publisher")) for row in texts]
    predictions = [
        {"id": report.id, "attributions": [attribution(document, each) for each in outermost(heard(report, document))]}
        for report, document in zip(reports, English().parse(reports), strict=True)
    ]
    write_rows(out, predictions)
    module = scorer.beside(data)
    return {} if module is None else dict(scorer.flat(module.score(texts, predictions)))


def outermost(found: Sequence[Heard]) -> list[Heard]:
    """The speeches that no other one relays: the set marks each word once."""
    inside = {i for each in found for start, end in each.speech.content for i in range(start, end)}
    return [each for each in found if each.speech.cue not in inside]


def attribution(document: Document, each: Heard) -> dict[str, Any]:
    """A speech as the scorer wants it: character offsets of who speaks (none when nobody is named), of the cue and of what is said."""
    ranges = {
        "source": () if each.source is None else (each.source,),
        "cue": ((each.speech.cue, each.speech.cue + 1),),
        "content": each.speech.content,
    }
    return {name: [[span.start, span.end] for r in some for span in (document.span(*r),)] for name, some in ranges.items()}
