"""How every command ends when something stops it: one sentence and an exit status, never a traceback."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, TextIO

import typer
from typer.core import TyperGroup

from reportedly.errors import ReportedlyError

if TYPE_CHECKING:
    from typer._click import Context

INTERRUPTED = 130
PIPE_CLOSED = 141
"""What shells report for a command whose reader went away."""


class Commands(TyperGroup):
    """The commands of the program."""

    def invoke(self, ctx: Context) -> Any:  # noqa: ANN401  (as the base class has it)
        """Run a command. An error of this package goes to stderr with its code; a reader that went away ends it without a word."""
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
        except ReportedlyError as error:
            from reportedly.terminal.safe import safe  # noqa: PLC0415  (Rich is loaded only when it is needed)

            typer.echo(f"reportedly: {safe(str(error))} [{error.code}]", err=True)
            raise typer.Exit(error.exit_status) from error
        except BrokenPipeError as error:
            silence(sys.stdout)
            raise typer.Exit(PIPE_CLOSED) from error
        return done


def silence(stream: TextIO) -> None:
    """Let what is still to be written go nowhere, so that nothing complains at the end of the process."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError:
        return
