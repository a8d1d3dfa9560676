"""The floors: what was reached once must be reached again.

`floors.json` holds, for each benchmark, a figure's name and either `{"least": x}` (quality) or `{"most": x}` (seconds,
ratios, errors). Raising is done by `--update`; lowering needs `--allow-regression` as well.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PATH = Path(__file__).with_name("floors.json")
TIMED = frozenset({"speed"})
"""Benchmarks whose figures swing with the machine: their bounds are set by hand and not moved by `--update`."""

Bounds = dict[str, dict[str, dict[str, float]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One figure against its bound. `measured` is None when the benchmark did not give it."""

    bench: str
    figure: str
    measured: float | None
    least: float | None
    most: float | None

    @property
    def holds(self) -> bool:
        """Whether the figure is there and within its bound."""
        if self.measured is None:
            return False
        return (self.least is None or self.measured >= self.least) and (self.most is None or self.measured <= self.most)

    def line(self) -> str:
        """One line for people."""
        bound = f">= {self.least:g}" if self.least is not None else f"<= {self.most:g}"
        measured = "not measured" if self.measured is None else f"{self.measured:.4g}"
        return f"{'ok  ' if self.holds else 'FAIL'} {self.bench} {self.figure}: {measured} ({bound})"


def read(path: Path = PATH) -> Bounds:
    """The bounds."""
    bounds: Bounds = json.loads(path.read_text(encoding="utf-8"))
    return bounds


def check(bench: str, bounds: Bounds, figures: Mapping[str, float]) -> list[Checked]:
    """Every bound of one benchmark against its figures."""
    return [
        Checked(bench=bench, figure=name, measured=figures.get(name), least=bound.get("least"), most=bound.get("most"))
        for name, bound in bounds.get(bench, {}).items()
    ]


def updated(bounds: Bounds, checked: list[Checked], *, lower: bool) -> Bounds:
    """The bounds moved to what was measured: tightened, and loosened too if `lower`. Figures not measured keep theirs."""
    moved = {bench: {name: dict(bound) for name, bound in figures.items()} for bench, figures in bounds.items()}
    for each in checked:
        if each.measured is None or each.bench in TIMED or (not each.holds and not lower):
            continue
        moved[each.bench][each.figure] = (
            {"most": math.ceil(each.measured * 1000) / 1000}
            if each.most is not None
            else {"least": math.floor(each.measured * 1000) / 1000}
        )
    return moved


def write(bounds: Bounds, path: Path = PATH) -> None:
    """Store the bounds."""
    path.write_text(json.dumps(bounds, indent=2) + "\n", encoding="utf-8")
