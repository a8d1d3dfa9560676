"""What could not be read, and why."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.book.words import counted
from reportedly.model import Problem
from reportedly.terminal.grid import grid
from reportedly.terminal.safe import plain


def problems_table(problems: Sequence[Problem]) -> RenderableType:
    """Each problem with its source, its reason and what to do."""
    if not problems:
        return Text("Everything could be read.", style="faint")
    table = grid("source", "reason", "what happened, what to do", fixed=("reason",))
    for problem in problems:
        table.add_row(plain(problem.source, "name"), Text(problem.reason.value, style="bad"), plain(problem.detail))
    return Group(Text(f"Could not be read: {counted(len(problems), 'source')}", style="bad"), table)
