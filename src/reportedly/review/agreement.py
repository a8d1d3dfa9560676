"""How far two readers agree: Krippendorff's alpha for names, with how much it rests on, or why it cannot be told.

Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, 2011 (the form by counts of values in
each unit, nominal data, any number of coders, missing values); the interval is a percentile bootstrap over units.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

DRAWS = 1_000
SEED = 20_110
TAIL = 0.025
"""Either side of a 95 % interval."""

FEWEST = 2
"""Units below which nothing can be said, and codes that a unit needs to be compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Alpha: 1 is full agreement, 0 what chance would give, below 0 systematic disagreement; None where it cannot be computed.

    `units` are those that two or more coded, `values` their codes. `low` and `high` bound 95 % of what other draws of as many units would
    give; None where that cannot be told. `why` says in words why something is None, else "".
    """

    alpha: float | None
    units: int
    values: int
    low: float | None = None
    high: float | None = None
    why: str = ""


def agreement(units: Iterable[Sequence[str | None]]) -> Agreement:
    """The agreement on some units, each with a code a reader; None is not coded."""
    counts = [Counter(code for code in unit if code is not None) for unit in units]
    paired = [each for each in counts if each.total() >= FEWEST]
    values = sum(each.total() for each in paired)
    if len(paired) < FEWEST:
        return Agreement(
            alpha=None, units=len(paired), values=values, why=f"not computable: {len(paired)} coded by both, and two are needed"
        )
    alpha = _alpha(paired)
    if alpha is None:
        return Agreement(
            alpha=None, units=len(paired), values=values, why="not computable: every code is the same, so chance would agree too"
        )
    low, high = _interval(paired)
    why = "" if low is not None else "no interval: most draws of these units have one code only"
    return Agreement(alpha=alpha, units=len(paired), values=values, low=low, high=high, why=why)


def _alpha(units: Sequence[Counter[str]]) -> float | None:
    """1 - observed / expected disagreement; None where no disagreement is to be expected."""
    totals: Counter[str] = Counter()
    for unit in units:
        totals.update(unit)
    n = totals.total()
    observed = sum(_unlike(unit) / (unit.total() - 1) for unit in units) / n
    expected = _unlike(totals) / (n * (n - 1))
    return None if expected == 0 else 1 - observed / expected


def _unlike(counts: Counter[str]) -> int:
    """Ordered pairs of different codes."""
    return counts.total() ** 2 - sum(count**2 for count in counts.values())


def _interval(units: Sequence[Counter[str]]) -> tuple[float | None, float | None]:
    """Bounds of 95 % of the alphas of redrawn units. Draws of which none can be computed are left out; None where that is most of them."""
    drawing = random.Random(SEED)  # noqa: S311  (a bootstrap, the same at every call)
    drawn = sorted(alpha for _ in range(DRAWS) if (alpha := _alpha(drawing.choices(units, k=len(units)))) is not None)
    if len(drawn) * 2 < DRAWS:
        return None, None
    return drawn[int(TAIL * len(drawn))], drawn[int((1 - TAIL) * len(drawn)) - 1]
