"""Which sentences tell that police killed, arrested, used force, acted at all, or did not act.

The first three are told by claims with police as the actor. Most other things that police do are no events of a conflict and make
no claims: for those the readers of sides and of reality are asked at every verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import scorer
from bench.product import read_rows, write_rows
from bench.reading import REAL, Line, Read, plain, reading
from reportedly.extract.deeds import Deed, is_verb
from reportedly.extract.entities import resolve
from reportedly.extract.frames import verb_frame
from reportedly.extract.happenings import Candidate, Happening
from reportedly.extract.reality import is_negated, modality
from reportedly.model import Claim, Document, Entity, EntityKind, Family, Field, Kind, Stance, family

DATA = "bench/india_police_events/dev.jsonl"
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
    """Every sentence with the labels of the claims and of the verbs in it."""
    told = [(claim.trigger.start, label) for claim in read.claims for label in labels(claim)]
    told += [(start, label) for start, label in deeds(read.document)]
    start = 0
    for sentence in row["sentences"]:
        end = start + len(sentence["text"]) + 1
        yield {"id": sentence["id"], "labels": sorted({label for at, label in told if start <= at < end})}
        start = end


def labels(claim: Claim) -> Iterator[str]:
    """What a claim tells that police did. An arrest by nobody is one by police."""
    actor = claim.get(Field.ACTOR)
    actors = [e for e in actor.value if isinstance(e, Entity)] if actor is not None and isinstance(actor.value, tuple) else []
    arrest = claim.kind is Kind.ARRESTS
    if claim.modality not in REAL or claim.stance is not Stance.ASSERTS or not (any(map(is_police, actors)) or (arrest and not actors)):
        return
    yield "ANY_ACTION"
    if arrest:
        yield "ARREST"
    if claim.get(Field.KILLED) is not None:
        yield "KILL"
    if claim.get(Field.KILLED) is not None or family(claim.kind) in FORCE or claim.kind is Kind.EXCESSIVE_FORCE:
        yield "FORCE"


def deeds(document: Document) -> Iterator[tuple[int, str]]:
    """Where police are said to have done something, or not to have done it."""
    for token in document.tokens:
        if not is_verb(token):
            continue
        mentions = [resolve(document, head) for head in verb_frame(document, token.i).agents]
        if any(mention is not None and is_police(mention.entity) for mention in mentions):
            alone = Happening(
                Candidate(token.i, token.i, Deed.NOTICE, token.lemma, noun=False), (token.i,), (token.i,), (), NOTHING, token.sentence
            )
            if is_negated(document, alone):
                yield token.start, "FAIL"
            elif modality(document, alone) in REAL:
                yield token.start, "ANY_ACTION"


NOTHING: frozenset[Deed] = frozenset()


def is_police(entity: Entity) -> bool:
    """Whether an entity is police or another force of a state: the set counts what either does."""
    return entity.kind is EntityKind.STATE_FORCES
