"""Decisions: what a reviewer decided, as rows that are only ever added. An undo is a newer row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.errors import ModelError
from reportedly.model.claim import Claim, Field, Stated
from reportedly.model.kind import Kind
from reportedly.model.span import Span


class Act(StrEnum):
    """What is decided."""

    ACCEPT = "accept"
    """The value of a field is taken as the event's; without a field: the event is as it should be."""
    REJECT = "reject"
    """A claim does not say this for a field; without a field: it is no claim at all."""
    CORRECT = "correct"
    """A claim says something else for a field."""
    SAME_EVENT = "same event"
    DIFFERENT_EVENT = "different event"
    SAME_ORIGIN = "same origin"
    """Claims on an event rest on one origin."""
    INDEPENDENT = "independent"
    """Claims on an event rest on an origin of their own."""
    FLAG = "flag"
    COMMENT = "comment"
    UNDO = "undo"
    """An earlier decision no longer holds. Undoing an undo makes it hold again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A claim as a decision remembers it: by its id, and by where it stands, so that it is found again when it is read anew."""

    claim: str
    report: str
    kind: Kind
    trigger: Span


def anchor(claim: Claim) -> Anchor:
    """What a decision remembers of a claim."""
    return Anchor(claim=claim.id, report=claim.report, kind=claim.kind, trigger=claim.trigger)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision of one reviewer.

    `number` counts a casebook's decisions from 1. `event` is the id that the event had. `claims` are those it is about; `others`, for a
    different event, those that stay behind. `stated` is what a corrected claim says, `was` in words what it said before. `seen` is the
    state of the event that the reviewer had before them (see `review.replay.state`), `at` when, in ISO 8601 with its offset.

    Raises:
        ModelError: something that the act needs is missing.
    """

    number: int
    act: Act
    event: str
    claims: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    field: Field | None = None
    stated: Stated | None = None
    was: str = ""
    reason: str = ""
    reviewer: str
    at: str
    seen: str = ""
    undoes: int | None = None

    def __post_init__(self) -> None:
        missing = {
            "claims": self.act is not Act.UNDO and not self.claims,
            "others": self.act is Act.DIFFERENT_EVENT and not self.others,
            "stated": self.act is Act.CORRECT and self.stated is None,
            "undoes": self.act is Act.UNDO and self.undoes is None,
            "reason": self.act is Act.COMMENT and not self.reason,
            "reviewer": not self.reviewer,
        }
        lacking = [name for name, lacks in missing.items() if lacks]
        if lacking:
            raise ModelError(f"A decision to {self.act} needs {' and '.join(lacking)}.")
