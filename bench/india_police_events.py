"""Which sentences tell that police killed, arrested, used force or acted at all: the claims with police as the actor.

A claim's labels go to the sentences that its trigger and its evidence stand in. That police did not act is not told by the product.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import scorer
from bench.product import read_rows, write_rows
from bench.reading import REAL, Line, Read, plain, reading
from reportedly.model import Claim, Entity, EntityKind, Family, Field, Kind, Stance, family

DATA = "bench/india_police_events/dev.jsonl"
POLICE = "/police"
"""How the product's ids of a state's police end."""

FORCE = frozenset({Family.BATTLES, Family.CIVILIANS, Family.EXPLOSIONS})


def run(data: Path, out: Path) -> dict[str, float]:
    """Write the labels of every sentence to `out`; the scorer's figures, if it is there."""
    rows = read_rows(data)
    read = reading("india_police_events", (plain(text_of(row)) for row in rows))
    predictions = [each for row, one in zip(rows, read, strict=True) for each in sentences(row, one)]
    write_rows(out, predictions)
    module = scorer.beside(data)
    return {} if module is None else dict(scorer.flat(module.main("sent", str(data), str(out))))


def text_of(row: Line) -> str:
    """A document's sentences as one text; as long as its sentences with one space behind each."""
    return "".join(sentence["text"].replace("\n", " ") + " " for sentence in row["sentences"])


def sentences(row: Line, read: Read) -> Iterator[dict[str, Any]]:
    """Every sentence with the labels of the claims that are made in it."""
    start = 0
    for sentence in row["sentences"]:
        end = start + len(sentence["text"]) + 1
        told = {label for claim in read.claims if start <= claim.trigger.start < end for label in labels(claim)}
        yield {"id": sentence["id"], "labels": sorted(told)}
        start = end


def labels(claim: Claim) -> Iterator[str]:
    """What a claim tells that police did."""
    if claim.modality not in REAL or claim.stance is not Stance.ASSERTS or not by_police(claim):
        return
    yield "ANY_ACTION"
    if claim.kind is Kind.ARRESTS:
        yield "ARREST"
    if claim.get(Field.KILLED) is not None:
        yield "KILL"
    if claim.get(Field.KILLED) is not None or family(claim.kind) in FORCE or claim.kind is Kind.EXCESSIVE_FORCE:
        yield "FORCE"


def by_police(claim: Claim) -> bool:
    """Whether the actor is police, or, in an arrest, nobody else is named."""
    actor = claim.get(Field.ACTOR)
    actors = [e for e in actor.value if isinstance(e, Entity)] if actor is not None and isinstance(actor.value, tuple) else []
    if not actors:
        return claim.kind is Kind.ARRESTS
    return any(e.kind is EntityKind.STATE_FORCES and ((e.id or POLICE).endswith(POLICE)) for e in actors)
