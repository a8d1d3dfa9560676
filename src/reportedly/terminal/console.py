"""The console that commands print to."""

from __future__ import annotations

import os
from typing import TextIO

from rich.console import Console
from rich.theme import Theme

ALONE = 120
"""Columns where nobody looks at a terminal (a pipe, a file) and COLUMNS does not say."""

THEME = Theme(
    {
        "name": "bold",
        "faint": "dim",
        "quote": "italic dim",
        "stressed": "not dim bold",
        "bad": "bold red",
        "warn": "yellow",
        "head": "bold",
        "id": "cyan",
        "claim": "underline",
        "mark": "bold cyan",
        "number": "bold",
    },
    inherit=True,
)


class BrokenConsole(Console):
    """A console that leaves a closed pipe to the command, which ends without a word."""

    def on_broken_pipe(self) -> None:
        """Tell the command."""
        raise BrokenPipeError


def console(file: TextIO, *, width: int | None = None) -> Console:
    """A console for a stream. No markup and no emoji names are read in what is printed; colours only on a terminal.

    `width` is in columns; without it a terminal's own, else that of COLUMNS, else 120. NO_COLOR and TERM are obeyed.
    """
    if width is None and not file.isatty() and "COLUMNS" not in os.environ:
        width = ALONE
    return BrokenConsole(file=file, width=width, theme=THEME, markup=False, emoji=False, highlight=False)
