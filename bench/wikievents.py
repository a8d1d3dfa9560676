"""Who and what takes part in events whose trigger words are given: the fields of the claim that is made by the trigger.

A trigger that makes no claim of its own takes part in the nearest claim whose evidence it stands in. Where there is none, as for
what is no event of a conflict, the product's reader of frames tells who does it and to whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import scorer
from bench.product import read_rows, write_rows
from bench.reading import Line, Read, plain, reading
from reportedly.extract.deeds import is_verb
from reportedly.extract.entity_phrases import phrase
from reportedly.extract.frames import verb_frame
from reportedly.model import Claim, Document, Field, PlaceRole, Span, Stated, Where

DATA = "bench/wikievents/dev.jsonl"
ROLES: dict[str, dict[Field, str]] = {
    "Conflict.Attack": {Field.ACTOR: "Attacker", Field.TARGET: "Target", Field.WEAPON: "Instrument"},
    "Conflict.Attack.DetonateExplode": {Field.ACTOR: "Attacker", Field.TARGET: "Target", Field.WEAPON: "ExplosiveDevice"},
    "Conflict.Demonstrate": {Field.ACTOR: "Demonstrator", Field.TARGET: "Target"},
    "Life.Die": {Field.ACTOR: "Killer", Field.TARGET: "Victim", Field.KILLED: "Victim"},
    "Life.Injure": {Field.ACTOR: "Injurer", Field.TARGET: "Victim", Field.INJURED: "Victim"},
    "Justice.ArrestJailDetain": {Field.ACTOR: "Jailer", Field.TARGET: "Detainee", Field.CAPTURED: "Detainee"},
    "ArtifactExistence.DamageDestroyDisableDismantle": {Field.ACTOR: "DamagerDestroyer", Field.TARGET: "Artifact"},
    "Justice.ChargeIndict": {Field.ACTOR: "Prosecutor", Field.TARGET: "Defendant"},
    "Justice.Convict": {Field.ACTOR: "JudgeCourt", Field.TARGET: "Defendant"},
    "Justice.Sentence": {Field.ACTOR: "JudgeCourt", Field.TARGET: "Defendant"},
    "Justice.TrialHearing": {Field.ACTOR: "JudgeCourt", Field.TARGET: "Defendant"},
    "Justice.ReleaseParole": {Field.ACTOR: "JudgeCourt", Field.TARGET: "Defendant"},
    "Justice.InvestigateCrime": {Field.ACTOR: "Investigator", Field.TARGET: "Defendant"},
    "Control.ImpedeInterfereWith": {Field.ACTOR: "Impeder", Field.TARGET: "ImpededEvent"},
    "ArtifactExistence.ManufactureAssemble": {Field.ACTOR: "ManufacturerAssembler", Field.TARGET: "Artifact"},
    "Transaction.ExchangeBuySell": {Field.ACTOR: "Recipient", Field.TARGET: "AcquiredEntity"},
    "Contact.Contact.Broadcast": {Field.ACTOR: "Communicator", Field.TARGET: "Recipient"},
    "Contact.Contact": {Field.ACTOR: "Participant", Field.TARGET: "Participant"},
    "Contact.RequestCommand": {Field.ACTOR: "Communicator", Field.TARGET: "Recipient"},
    "Contact.ThreatenCoerce": {Field.ACTOR: "Communicator", Field.TARGET: "Recipient"},
    "": {},
    "Movement.Transportation": {Field.ACTOR: "Transporter", Field.TARGET: "PassengerArtifact", Field.PLATFORM: "Vehicle"},
}
"""The set's roles by type of event and field; the longest fitting type counts."""

OTHER = ""
"""Stands for the types that have no roles here."""

PLACES = {PlaceRole.HAPPENED: "Place", PlaceRole.HEADED_TO: "Destination", PlaceRole.MOVED_FROM: "Origin"}


def run(data: Path, out: Path) -> dict[str, float]:
    """Write the arguments of the given events to `out`; the scorer's figures for given triggers, if it is there."""
    rows = read_rows(data)
    read = reading("wikievents", (plain(row["text"]) for row in rows))
    predictions = [{"id": row["id"], "events": [event(one, each) for each in row["events"]]} for row, one in zip(rows, read, strict=True)]
    write_rows(out, predictions)
    module = scorer.beside(data)
    if module is None:
        return {}
    gold, predicted = {row["id"]: row for row in rows}, {row["id"]: row for row in predictions}
    return dict(scorer.flat(module.arguments(gold, predicted, True)))  # noqa: FBT003  (the scorer's own switch: by the events' ids)


def event(read: Read, asked: Line) -> Line:
    """The arguments of one given event. Of the input, only its id, type and trigger are looked at."""
    trigger = Span(*asked["trigger"]["span"])
    claims = made_by(read.claims, trigger)
    found = {each for claim in claims for each in arguments(claim, asked["type"])}
    found |= set() if claims else set(framed(read.document, trigger, asked["type"]))
    distinct = [{"role": role, "span": [span.start, span.end]} for role, span in sorted(found)]
    return {"id": asked["id"], "type": asked["type"], "trigger": asked["trigger"], "arguments": distinct}


def made_by(claims: Sequence[Claim], trigger: Span) -> list[Claim]:
    """The claims of a trigger, or the nearest claim in whose evidence it stands."""
    own = [claim for claim in claims if claim.trigger.overlaps(trigger)]
    around = [claim for claim in claims if claim.spans[0].contains(trigger)]
    nearest = min(around, key=lambda c: abs(c.trigger.start - trigger.start), default=None)
    return own or ([] if nearest is None else [nearest])


def names_of(kind: str) -> dict[Field, str]:
    """The roles of a type of event."""
    return ROLES[max((name for name in ROLES if kind.startswith(name)), key=len, default=OTHER)]


def framed(document: Document, trigger: Span, kind: str) -> Iterator[tuple[str, Span]]:
    """Who does what a verb says, and to whom."""
    names = names_of(kind)
    for token in document.tokens:
        if token.start < trigger.end and trigger.start < token.end and is_verb(token):
            frame = verb_frame(document, token.i)
            for field, heads in ((Field.ACTOR, frame.agents), (Field.TARGET, frame.patients)):
                if field in names:
                    yield from ((names[field], document.span(*phrase(document, head))) for head in heads)


def arguments(claim: Claim, kind: str) -> Iterator[tuple[str, Span]]:
    """The roles that a claim's fields have in an event of a type."""
    names = names_of(kind)
    for value in claim.values:
        if value.field is Field.PLACE:
            yield from places(value)
        elif value.field in names:
            yield from ((names[value.field], span) for span in spans(value))


def places(value: Stated) -> Iterator[tuple[str, Span]]:
    """Each place of a claim that stands in its words."""
    some = [p for p in value.value if isinstance(p, Where)] if isinstance(value.value, tuple) else []
    for place in some:
        role = PLACES.get(place.role)
        span = value.span if len(some) == 1 else within(value, place.name)
        if role is not None and span is not None:
            yield role, span


def spans(value: Stated) -> Iterator[Span]:
    """Where each entity of a value stands: alone, its words; of several, those whose names stand in the words."""
    some: tuple[Any, ...] = value.value if isinstance(value.value, tuple) else ()
    if len(some) <= 1:
        yield value.span
        return
    yield from (span for each in some if (span := within(value, each.name)) is not None)


def within(value: Stated, name: str) -> Span | None:
    """Where a name stands in the words of a value, as whole words."""
    found = re.search(rf"\b{re.escape(name)}\b", value.text, re.IGNORECASE)
    return None if found is None else Span(value.span.start + found.start(), value.span.start + found.end())
