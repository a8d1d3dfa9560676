"""Which problems hold depends on how the sources are now, not on how they were before or in which order they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Problem, ProblemReason
from reportedly.store.problems import Problems

SOURCES = ("a", "b", "c")


class Rows:
    """Stands for a casebook: the problems that are written to it."""

    def __init__(self) -> None:
        self.held: dict[Problem, str | None] = {}
        self.writes = 0

    def add_problem(self, problem: Problem, *, capture: str | None) -> None:
        """Add it, once."""
        assert problem not in self.held
        self.held[problem] = capture
        self.writes += 1

    def drop_problem(self, problem: Problem) -> None:
        """Take away what is there."""
        del self.held[problem]
        self.writes += 1


def problem(source: str, capture: str) -> Problem:
    return Problem(source=source, reason=ProblemReason.NOT_ENGLISH, detail=f"About {capture}.")


def run_over(rows: Rows, now: dict[str, str], order: list[str]) -> Problems:
    """One run over the sources: at each the bytes "bad …", "good …", "missing" (nothing to capture), or no file at all."""
    problems = Problems(rows.held)
    for source in order:
        state = now[source]
        if state == "missing":
            problems.failed(Problem(source=source, reason=ProblemReason.MISSING, detail="Gone."))
        elif state != "none":
            problems.came_of(state, problem(source, state) if state.startswith("bad") else None, [source])
    problems.sweep(lambda _: True)
    problems.write(rows)  # type: ignore[arg-type]  # stands for a change
    problems.written()
    return problems


states = st.fixed_dictionaries({source: st.sampled_from(("bad 1", "bad 2", "good 1", "good 2", "missing", "none")) for source in SOURCES})


@given(st.lists(st.tuples(states, st.permutations(SOURCES)), min_size=1, max_size=4))
def test_after_any_history_the_problems_are_those_of_a_new_casebook(history: list[tuple[dict[str, str], list[str]]]) -> None:
    rows, new = Rows(), Rows()
    for now, order in history:
        met = run_over(rows, now, order).met
    run_over(new, history[-1][0], list(SOURCES))
    assert rows.held == new.held
    assert met == set(new.held)


@given(states)
def test_a_second_run_writes_nothing(now: dict[str, str]) -> None:
    rows = Rows()
    run_over(rows, now, list(SOURCES))
    before = rows.writes
    run_over(rows, now, list(SOURCES))
    assert rows.writes == before


def test_a_capture_that_other_stages_can_read_is_a_problem_nowhere() -> None:
    rows = Rows()
    run_over(rows, {"a": "bad 1", "b": "bad 1", "c": "missing"}, list(SOURCES))
    problems = Problems(rows.held)
    problems.came_of("bad 1", None, [])
    problems.write(rows)  # type: ignore[arg-type]  # stands for a change
    assert [each.source for each in rows.held] == ["c"]


@pytest.mark.parametrize("named", [True, False])
def test_only_named_sources_are_swept(named: bool) -> None:
    rows = Rows()
    run_over(rows, {"a": "missing", "b": "none", "c": "none"}, list(SOURCES))
    problems = Problems(rows.held)
    problems.sweep(lambda _: named)
    assert problems.waiting is named
