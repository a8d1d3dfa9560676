"""What reviewers decided, and what of it no longer fits."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.book.deciding import decision_words
from reportedly.book.words import counted
from reportedly.model import Decision
from reportedly.review.replay import Unfit, undone
from reportedly.terminal.grid import grid
from reportedly.terminal.safe import plain


def decisions_table(decisions: Sequence[Decision], unfit: Sequence[Unfit]) -> RenderableType:
    """Each decision with its number, who decided what and why, and whether it was undone or no longer fits."""
    if not decisions:
        return Text("Nothing was decided yet. Decide on the page: reportedly serve CASEBOOK", style="faint")
    gone = undone(decisions)
    lost = {each.decision.number: each.why for each in unfit}
    table = grid("no.", "event", "what", "why", "now", fixed=("no.", "event"))
    for each in decisions:
        now = "undone" if each.number in gone else lost.get(each.number, "")
        table.add_row(str(each.number), Text(each.event, style="id"), plain(decision_words(each)), plain(each.reason), plain(now, "bad"))
    return Group(table, Text(counted(len(decisions), "decision"), style="faint"))
