"""Logistic regression with several classes, in NumPy alone."""

from __future__ import annotations

import numpy as np
from bench.softmax import Rows, chances, softmax


def test_a_sign_that_only_one_class_has_speaks_for_it() -> None:
    rows = Rows.of([[0, 1], [0, 2], [0], [0, 1], [0, 2], [0]], 3)
    likely = chances(rows.scores(softmax(rows, np.array([1, 2, 0, 1, 2, 0]), 3, hold=0.1)))
    assert likely.argmax(axis=1).tolist() == [1, 2, 0, 1, 2, 0]
    assert np.allclose(likely.sum(axis=1), 1)


def test_the_fit_is_where_the_slope_is_nothing() -> None:
    rows, truth = Rows.of([[0], [0], [0], [0, 1]], 2), np.array([0, 1, 1, 0])
    weights = softmax(rows, truth, 2, hold=0.5)
    slope = rows.sums(chances(rows.scores(weights))[:, 1:] - (truth == 1).astype(float)[:, None]) + 0.5 * weights
    assert np.abs(slope).max() < 1e-3
