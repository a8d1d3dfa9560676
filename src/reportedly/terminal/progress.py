"""How far a run is: a bar on a terminal, else one line every ten seconds."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from reportedly.book.words import counted
from reportedly.terminal.safe import plain, safe

if TYPE_CHECKING:
    from reportedly.pipeline import Step

EVERY = 10.0
"""Seconds between two lines where no bar can be drawn."""

LATEST = 40
"""Characters of the latest source beside the bar."""

Clock = Callable[[], float]
"""Seconds from some moment on, never going back."""


class Display(Protocol):
    """Something that shows steps while it is entered."""

    def __enter__(self) -> Self:
        """Begin to show."""
        ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Stop showing."""
        ...

    def show(self, step: Step) -> None:
        """Show how far it is."""
        ...


def display(console: Console, clock: Clock) -> Display:
    """What fits the console."""
    return Bar(console, clock) if console.is_terminal else Lines(console, clock)


def step_words(step: Step) -> str:
    """Numbers so far, in a line."""
    parts = [counted(step.reports, "new report"), counted(step.claims, "claim")]
    parts += [f"{step.skipped:,} known"] if step.skipped else []
    parts += [counted(step.problems, "problem")] if step.problems else []
    return ", ".join(parts)


class Lines:
    """A line whenever ten seconds have passed since the last, or since the start."""

    def __init__(self, console: Console, clock: Clock) -> None:
        self._console, self._clock = console, clock
        self._start = self._last = clock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Nothing is left to tidy."""

    def show(self, step: Step) -> None:
        """Say it if the last line is ten seconds old."""
        now = self._clock()
        if now - self._last < EVERY:
            return
        self._last = now
        of = f" of {step.total:,}" if step.total is not None else ""
        words = f"{now - self._start:.0f} s: {step.stage}, {step.done:,}{of} done; {step_words(step)}"
        self._console.print(plain(words), soft_wrap=True)
        self._console.file.flush()


class Bar:
    """A bar with counts, time passed and time left."""

    def __init__(self, console: Console, clock: Clock) -> None:
        self._bar = Progress(
            TextColumn("{task.description}", markup=False, style="head"),
            BarColumn(bar_width=None),
            TextColumn("{task.fields[counts]}", markup=False),
            TimeElapsedColumn(),
            TimeRemainingColumn(compact=True),
            console=console,
            get_time=clock,
            transient=True,
            expand=True,
        )
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        self._bar.start()
        self._task = self._bar.add_task("loading", total=None, counts="")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Take the bar off the screen."""
        self._bar.stop()

    def show(self, step: Step) -> None:
        """Move the bar."""
        if self._task is not None:
            latest = safe(step.latest)
            name = latest if len(latest) <= LATEST else f"…{latest[1 - LATEST :]}"
            words = f"{step.stage} {name}".strip()
            self._bar.update(self._task, description=words, completed=step.done, total=step.total, counts=step_words(step))
