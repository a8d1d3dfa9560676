"""Ties: how two events stand to each other, and the signs in reports that show it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TieKind(StrEnum):
    """How event `b` stands to event `a`."""

    PART_OF = "part of"
    """`b` is one of the happenings that `a` is a row of: a strike of a campaign. A sub-event is not its whole."""
    FOLLOWS = "follows"
    """`b` came of `a`, as a report says: what was done in answer to it, about it or because of it."""
    MAY_BE_SAME = "may be the same"
    """The two are just not alike enough to be joined, and nothing keeps them apart: a question to a reviewer, never a fact."""


class SignRule(StrEnum):
    """What a sign rests on."""

    WORDING = "wording"
    """Words of one report."""
    CONTAINMENT = "containment"
    """Days, places and sides of one claim that hold those of the other."""
    EVIDENCE = "evidence"
    """How alike they are, by the comparisons that linking makes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One sign that the happenings of two claims are tied.

    `a` and `b` are the ids of the claims, in the order of the kind; of two that may be the same, that of the casebook. `weight` ranks
    signs of one kind, greater is surer: for wording and containment above 0; for evidence the mean evidence of linking, 0 or below.
    `why` is a short text for a reader.
    """

    kind: TieKind
    a: str
    b: str
    rule: SignRule
    weight: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """How two events stand to each other: a view over signs.

    `a` and `b` are the ids of the events, in the order of the kind; of two that may be the same, that of their ids. `claims` are
    those that show it, of both events, those of the surest sign first; `why` and `weight` are that sign's.
    """

    kind: TieKind
    a: str
    b: str
    claims: tuple[str, ...]
    weight: float
    why: str

    def other(self, event: str) -> str:
        """The id of the event at the other end."""
        return self.b if event == self.a else self.a
