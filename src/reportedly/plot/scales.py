"""From numbers to pixels: axes that begin at nothing, evenly or by powers of ten, and the round numbers on them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

STEEP = 50
"""From this ratio of the greatest to the least number on, an even axis would squeeze the small ones."""

ZERO = 28
"""Pixels that 0 has for itself on an axis by powers of ten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """An axis from pixel `start` to pixel `end` for the numbers 0 to `top`; `steep` goes by powers of ten from 1 up, with 0 apart."""

    start: float
    end: float
    top: int
    steep: bool = False

    def at(self, number: float) -> float:
        """The pixel of a number."""
        if not self.steep:
            return self.start + (self.end - self.start) * number / self.top
        if number < 1:
            return self.start
        first = self.start + math.copysign(ZERO, self.end - self.start)
        return first + (self.end - first) * math.log10(number) / math.log10(self.top)

    @property
    def ticks(self) -> tuple[int, ...]:
        """The numbers that are written on the axis, from 0 to `top`."""
        if not self.steep:
            step = _step(self.top)
            return tuple(range(0, self.top + 1, step))
        tens = [10**n for n in range(round(math.log10(self.top)) + 1)]
        return (0, *tens)


def scale(numbers: Iterable[int], *, start: float, end: float, may_be_steep: bool = False) -> Scale:
    """The axis for some numbers: as far as the round number above the greatest."""
    known = list(numbers)
    greatest, least = max(known, default=1), min((each for each in known if each > 0), default=1)
    if may_be_steep and greatest >= STEEP * least:
        return Scale(start=start, end=end, top=10 ** math.ceil(math.log10(greatest)), steep=True)
    step = _step(max(1, greatest))
    return Scale(start=start, end=end, top=step * -(-max(1, greatest) // step))


def _step(top: int) -> int:
    """A round step (1, 2 or 5 times a power of ten) that leaves at most six numbers on an axis."""
    rough = max(1, top / 5)
    power: int = 10 ** math.floor(math.log10(rough))
    return next((step for step in (power, 2 * power, 5 * power) if step >= rough), 10 * power)
