"""How far a run is: a line every ten seconds, or a bar."""

from __future__ import annotations

import contextlib
import io

import pytest
from tests.made_casebook import HOSTILE

from reportedly.pipeline import Step
from reportedly.terminal.console import BrokenConsole, console
from reportedly.terminal.progress import Bar, Lines, display, step_words


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time that was set."""
        return self.now


def step(done: int, *, total: int | None = None, latest: str = "a.txt", skipped: int = 0, problems: int = 0) -> Step:
    return Step(done=done, total=total, reports=done, claims=done * 3, problems=problems, skipped=skipped, stage="reading", latest=latest)


def test_a_line_is_said_when_ten_seconds_have_passed_and_not_before() -> None:
    file, clock = io.StringIO(), Clock()
    with display(console(file), clock) as shown:
        for done, now in enumerate((101.0, 109.9, 110.0, 119.9, 120.5, 131.0), 1):
            clock.now = now
            shown.show(step(done))
    assert file.getvalue().splitlines() == [
        "10 s: reading, 3 done; 3 new reports, 9 claims",
        "20 s: reading, 5 done; 5 new reports, 15 claims",
        "31 s: reading, 6 done; 6 new reports, 18 claims",
    ]


def test_a_line_has_the_total_where_it_is_known() -> None:
    file, clock = io.StringIO(), Clock()
    with Lines(console(file), clock) as shown:
        clock.now = 200
        shown.show(step(1500, total=3000))
    assert file.getvalue() == "100 s: reading, 1,500 of 3,000 done; 1,500 new reports, 4,500 claims\n"


def test_what_was_known_and_what_failed_is_counted_apart() -> None:
    assert step_words(step(1, skipped=2000, problems=1)) == "1 new report, 3 claims, 2,000 known, 1 problem"


@pytest.mark.parametrize("width", [80, 120])
def test_a_bar_shows_the_latest_source_in_one_line_and_leaves_nothing_behind(width: int) -> None:
    file, clock = io.StringIO(), Clock()
    terminal = BrokenConsole(file=file, width=width, force_terminal=True, markup=False, highlight=False, color_system=None)
    with display(terminal, clock) as shown:
        assert isinstance(shown, Bar)
        shown.show(step(1, total=2, latest=f"folder/{HOSTILE}.txt"))
        clock.now += 5
        shown.show(step(2, total=2, latest="folder/" + "x" * 300))
    said = file.getvalue()
    assert "2 new reports" in said
    assert "\x1b]0;" not in said
    assert "xxx" in said
    assert said.rstrip().endswith("\x1b[2K")


def test_a_run_that_fails_leaves_no_bar_behind() -> None:
    file = io.StringIO()
    terminal = BrokenConsole(file=file, width=80, force_terminal=True)
    with contextlib.suppress(KeyboardInterrupt), display(terminal, Clock()) as shown:
        shown.show(step(1))
        raise KeyboardInterrupt
    assert file.getvalue().rstrip().endswith("\x1b[2K")
