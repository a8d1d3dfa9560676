"""Logistic regression with several classes over signs that are there or not: what `bench/fit_parts.py` fits with.

Rows are lists of the numbers of their signs; the classes are weighed against class 0, which has no weights. Fitted by L-BFGS
(Nocedal 1980) with a ridge, in NumPy alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

MEMORY = 8
"""Steps that L-BFGS remembers."""

STEPS = 60
HALVINGS = 12


@dataclass(frozen=True, slots=True)
class Rows:
    """Which signs each row has: `signs[starts[r] : starts[r + 1]]`, never none; `width` is how many signs there are.

    The same by sign: the rows that have sign `present[k]` are `holders[begins[k] : begins[k + 1]]`.
    """

    signs: NDArray[np.int32]
    starts: NDArray[np.int64]
    width: int
    holders: NDArray[np.int32]
    present: NDArray[np.int64]
    begins: NDArray[np.int64]

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]], width: int) -> Rows:
        """Rows from lists."""
        lengths = np.array([len(row) for row in rows])
        return cls._ordered(np.array([sign for row in rows for sign in row], dtype=np.int32), lengths, width)

    @classmethod
    def _ordered(cls, signs: NDArray[np.int32], lengths: NDArray[np.int64], width: int) -> Rows:
        holders = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)[np.argsort(signs, kind="stable")]
        times = np.bincount(signs, minlength=width)
        present = np.flatnonzero(times)
        return cls(signs, _ends(lengths), width, holders, present, _ends(times[present]))

    def only(self, chosen: NDArray[np.bool_]) -> Rows:
        """The rows that are chosen."""
        lengths = np.diff(self.starts)
        return Rows._ordered(self.signs[np.repeat(chosen, lengths)], lengths[chosen], self.width)

    def scores(self, weights: Numbers) -> Numbers:
        """The sum of the weights of each row's signs, a column a class."""
        columns = [np.add.reduceat(column.astype(np.float32)[self.signs], self.starts[:-1]) for column in weights.T]
        return np.stack(columns, axis=1).astype(float)

    def sums(self, values: Numbers) -> Numbers:
        """The sum of `values` over the rows that have a sign, for each sign."""
        found = np.zeros((self.width, values.shape[1]))
        for n, column in enumerate(values.T):
            found[self.present, n] = np.add.reduceat(column.astype(np.float32)[self.holders], self.begins[:-1])
        return found


def _ends(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where pieces of these lengths begin, and where the last one ends."""
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)])


def chances(scores: Numbers) -> Numbers:
    """The probability of each class, class 0 first."""
    full = np.concatenate([np.zeros((len(scores), 1)), scores], axis=1)
    raised = np.exp(full - full.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def softmax(rows: Rows, truth: NDArray[np.int64], classes: int, *, hold: float) -> Numbers:
    """The weights of each sign (a row) for each class but 0 (a column). `hold` is how strongly each is held to 0."""
    given = np.zeros((len(truth), classes))
    given[np.arange(len(truth)), truth] = 1.0

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        likely = chances(rows.scores(weights))
        missed = -np.log(likely[np.arange(len(truth)), truth] + 1e-300).sum()
        slope = rows.sums(likely[:, 1:] - given[:, 1:]) + hold * weights
        return float(missed + hold / 2 * (weights**2).sum()), slope

    return lowest(loss, np.zeros((rows.width, classes - 1)))


def lowest(loss: Callable[[Numbers], tuple[float, Numbers]], start: Numbers) -> Numbers:
    """Where a smooth function is lowest, by L-BFGS from `start`."""
    at = start
    value, slope = loss(at)
    known: deque[tuple[Numbers, Numbers]] = deque(maxlen=MEMORY)
    for _ in range(STEPS):
        way = -_turned(slope, known)
        size = 1.0 if known else 1.0 / max(1.0, float(np.abs(slope).max()))
        for _ in range(HALVINGS):
            next_value, next_slope = loss(at + size * way)
            if next_value <= value + 1e-4 * size * float((slope * way).sum()):
                break
            size /= 2
        else:
            return at
        known.append((size * way, next_slope - slope))
        at, value, slope = at + size * way, next_value, next_slope
    return at


def _turned(slope: Numbers, known: Sequence[tuple[Numbers, Numbers]]) -> Numbers:
    """The slope, turned by what the last steps tell of the function's bend."""
    found, kept = slope, []
    for step, change in reversed(known):
        share = float((step * found).sum()) / float((step * change).sum())
        found = found - share * change
        kept.append(share)
    if known:
        step, change = known[-1]
        found = found * (float((step * change).sum()) / float((change * change).sum()))
    for (step, change), share in zip(known, reversed(kept), strict=True):
        found = found + (share - float((change * found).sum()) / float((step * change).sum())) * step
    return found
