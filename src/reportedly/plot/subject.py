"""What a picture needs to know of an event: a `BookEvent` has it, and so may anything else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reportedly.model import Claim, Dispute, Field, Kind, Report, ValueView
from reportedly.plot.spot import Spot


class Held(Protocol):
    """One field of an event: its best supported value, and for counts the least, the best and the greatest number."""

    @property
    def top(self) -> ValueView | None:
        """The value with the most independent origins; None where no claim gives the field."""
        ...

    @property
    def low(self) -> int | None:
        """The least number, or None where there is none."""
        ...

    @property
    def best(self) -> int | None:
        """The best number, or None where there is none."""
        ...

    @property
    def high(self) -> int | None:
        """The greatest number; None also where every voice leaves the upper end open."""
        ...

    def __str__(self) -> str:
        """It in a few words; "" where no claim gives it."""
        ...


class Subject(Protocol):
    """An event, as far as pictures tell of it."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def kind(self) -> Kind:
        """What kind of happening it is."""
        ...

    @property
    def summary(self) -> str:
        """Day, place, kind, who and whom in a line, as far as they are known."""
        ...

    @property
    def when(self) -> Held:
        """When it happened."""
        ...

    @property
    def place(self) -> Held:
        """Where it happened."""
        ...

    @property
    def spots(self) -> Sequence[Spot]:
        """Where it is shown on a map: at each of its places, or at none."""
        ...

    @property
    def killed(self) -> Held:
        """How many people were killed."""
        ...

    @property
    def claims(self) -> Sequence[Claim]:
        """What is claimed of it."""
        ...

    @property
    def reports(self) -> Sequence[Report]:
        """The reports that its claims stand in."""
        ...

    @property
    def disputes(self) -> Sequence[Dispute]:
        """What is disputed about it."""
        ...

    def origins_of(self, field: Field) -> int:
        """How many independent origins give some value of a field."""
        ...


def report_count(events: Sequence[Subject]) -> int:
    """How many reports some events rest on."""
    return len({report.id for event in events for report in event.reports})
