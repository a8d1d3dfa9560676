"""The fit that makes weights."""

from __future__ import annotations

import numpy as np
from bench.logistic import logistic


def test_what_goes_with_the_truth_weighs_more_than_what_does_not() -> None:
    rows = np.array([[1.0, 0.0], [1.0, 1.0], [0.0, 0.0], [0.0, 1.0]] * 5)
    truth = rows[:, 0]
    telling, idle, constant = logistic(rows, truth, np.ones(len(rows)), hold=1.0)
    assert telling > 1
    assert abs(idle) < 1e-6
    assert constant < 0


def test_a_weight_that_is_held_harder_is_smaller() -> None:
    rows, truth = np.array([[1.0], [0.0]] * 5), np.array([1.0, 0.0] * 5)
    loose, tight = (abs(logistic(rows, truth, np.ones(10), hold=hold)[0]) for hold in (0.1, 10.0))
    assert tight < loose
