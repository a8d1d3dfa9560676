"""Claims: what one chain of voices asserts about one happening."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from reportedly.errors import ModelError
from reportedly.model.count import Count
from reportedly.model.entity import Entity
from reportedly.model.kind import Kind
from reportedly.model.span import Span
from reportedly.model.voice import Chain
from reportedly.model.when import When
from reportedly.model.where import Where


class Stance(StrEnum):
    """Whether the voice stands behind it."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"


class Modality(StrEnum):
    """Whether it is said to have happened."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    THREATENED = "threatened"
    DEMANDED = "demanded"
    HYPOTHETICAL = "hypothetical"

    @property
    def is_real(self) -> bool:
        """Whether it is said to have happened or to go on."""
        return self in (Modality.HAPPENED, Modality.ONGOING)


class Field(StrEnum):
    """The fields a claim can give a value for, in the order they are shown."""

    ACTOR = "actor"
    TARGET = "target"
    WEAPON = "weapon"
    PLATFORM = "platform"
    LAUNCHED_FROM = "launched_from"
    PLACE = "place"
    WHEN = "when"
    KILLED = "killed"
    INJURED = "injured"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"
    MUNITIONS = "munitions"
    TARGETS = "targets"
    PLATFORM_COUNT = "platform_count"
    DISTANCE_KM = "distance_km"
    OUTCOME = "outcome"
    NOTIFIED = "notified"
    TIMING = "timing"
    CHANNEL = "channel"


ORDER = {field: n for n, field in enumerate(Field)}
"""The order of fields, to sort by."""

ENTITY_FIELDS = frozenset({Field.ACTOR, Field.TARGET, Field.WEAPON, Field.PLATFORM, Field.NOTIFIED})
PLACE_FIELDS = frozenset({Field.PLACE, Field.LAUNCHED_FROM})
PEOPLE_FIELDS = frozenset({Field.KILLED, Field.INJURED, Field.CAPTURED, Field.MISSING, Field.DISPLACED})
COUNT_FIELDS = PEOPLE_FIELDS | {Field.MUNITIONS, Field.TARGETS, Field.PLATFORM_COUNT, Field.DISTANCE_KM}
WORD_FIELDS = frozenset({Field.OUTCOME, Field.TIMING, Field.CHANNEL})

Value = tuple[Entity, ...] | tuple[Where, ...] | Count | When | str
"""Entities for ENTITY_FIELDS, places for PLACE_FIELDS, a Count, a When, or words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One value of one field, with the words that give it.

    `span` is where the words stand; `text` is what stands there.
    """

    field: Field
    value: Value
    text: str
    span: Span

    def __post_init__(self) -> None:
        if not fits(self.field, self.value):
            raise ModelError(f"Field {self.field} cannot hold {self.value!r}.")


def fits(field: Field, value: Value) -> bool:
    """Whether a value is of the type that a field holds (and not an empty list)."""
    if field in ENTITY_FIELDS:
        return isinstance(value, tuple) and bool(value) and all(isinstance(v, Entity) for v in value)
    if field in PLACE_FIELDS:
        return isinstance(value, tuple) and bool(value) and all(isinstance(v, Where) for v in value)
    if field in COUNT_FIELDS:
        return isinstance(value, Count)
    return isinstance(value, When) if field is Field.WHEN else isinstance(value, str) and bool(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One chain's assertion about one happening. Never changed once made.

    `spans[0]` is the evidence that is shown as the quote; further spans are
    words elsewhere that it rests on (the attribution, an earlier mention).
    `trigger` is the word or words that name the happening. `refers_to` is the
    trigger of another mention in the same report that the wording points
    to ("the strikes", "all targets"), or None.
    `values` has at most one entry a field, in the order of `Field`.
    `version` names the extractor and its version.
    """

    id: str
    report: str
    kind: Kind
    stance: Stance
    modality: Modality
    chain: Chain
    spans: tuple[Span, ...]
    trigger: Span
    values: tuple[Stated, ...]
    version: str
    refers_to: Span | None = None

    def __post_init__(self) -> None:
        order = [ORDER[v.field] for v in self.values]
        if any(before >= after for before, after in pairwise(order)):
            raise ModelError(f"Claim {self.id}: values must be one a field and in the order of Field.")
        if not self.spans:
            raise ModelError(f"Claim {self.id} has no evidence span.")

    @property
    def place(self) -> tuple[str, Span, Span, str]:
        """Its place in the casebook's order: claims are sorted by this."""
        return self.report, self.spans[0], self.trigger, self.id

    def get(self, field: Field) -> Stated | None:
        """What the claim states for a field, or None when it is silent."""
        return next((v for v in self.values if v.field is field), None)

    def entities(self, field: Field) -> tuple[Entity, ...]:
        """The entities that the claim states for a field; () when it is silent, or states something else."""
        stated = self.get(field)
        return tuple(v for v in stated.value if isinstance(v, Entity)) if stated is not None and isinstance(stated.value, tuple) else ()

    def places(self, field: Field) -> tuple[Where, ...]:
        """The places that the claim states for a field; () when it is silent, or states something else."""
        stated = self.get(field)
        return tuple(v for v in stated.value if isinstance(v, Where)) if stated is not None and isinstance(stated.value, tuple) else ()
