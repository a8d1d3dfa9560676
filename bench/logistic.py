"""Logistic regression, held to 0, by Newton's method: what the linker's weights are fitted with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

STEPS = 30
ENOUGH = 1e-6
"""A step that changes no weight by more ends the fit."""


def logistic(rows: Numbers, truth: Numbers, share: Numbers, *, hold: float) -> Numbers:
    """The weight of each column and, last, of a constant, which is not held. `share` is how much each row counts."""
    full = np.concatenate([rows, np.ones((len(rows), 1))], axis=1)
    ridge = np.diag([*([hold] * rows.shape[1]), 1e-9])
    weights: Numbers = np.zeros(full.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(full @ weights, -30, 30)))
        slope = full.T @ (share * (likely - truth)) + ridge @ weights
        bend = (full * (share * likely * (1 - likely))[:, None]).T @ full + ridge
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < ENOUGH:
            break
    return weights
