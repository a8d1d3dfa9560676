"""Numbers as sources put them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.errors import ModelError


class VictimClass(StrEnum):
    """Who the counted people are, as the report says."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    CHILD = "child"
    WOMAN = "woman"
    UNKNOWN = "unknown"
    """People of whom the report says no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of people or things as one source put it. Both ends inclusive.

    `high=None` means the source gave no upper end ("at least 12");
    `low=0` is a real value ("no casualties"), never "unknown". `wording` is the
    source's own words ("dozens"). `of` is the victim class for people and None for
    things; `part` is true when the words say that these are some of a larger
    number in the same sentence ("three of them children").

    Raises:
        ModelError: `low` is negative or above `high`.
    """

    low: int
    high: int | None
    wording: str
    of: VictimClass | None = None
    part: bool = False

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ModelError(f"A count needs 0 <= low <= high, not {self.low}–{self.high} ({self.wording!r}).")

    @property
    def is_of_civilians(self) -> bool:
        """Whether those who are counted are civilians; children and women count as such."""
        return self.of in (VictimClass.CIVILIAN, VictimClass.CHILD, VictimClass.WOMAN)
