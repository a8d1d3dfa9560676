"""REPORTEDLY_CASEBOOK also stands for the casebook of commands that take something after it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from typer.core import TyperCommand

if TYPE_CHECKING:
    from typer._click import Context

CASEBOOK = "REPORTEDLY_CASEBOOK"


class CasebookThenId(TyperCommand):
    """A command that takes a casebook and ids, and flags only: with the variable set, what is given are the ids."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Put the variable's casebook before ids that stand alone."""
        known = os.environ.get(CASEBOOK)
        ids = sum(each.param_type_name == "argument" for each in self.params) - 1
        if known and len([each for each in args if not each.startswith("-")]) == ids:
            args = [known, *args]
        return super().parse_args(ctx, args)
