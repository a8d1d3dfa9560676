"""What the choice of a rule changes: a table of rules, then one of the events on which they differ."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from reportedly.book.sensitivity import Sensitivity, Total
from reportedly.book.words import counted, range_words
from reportedly.reconcile.rules import RULES, UCDP, Estimate
from reportedly.terminal.grid import grid
from reportedly.terminal.safe import plain

SHOWN = 15
"""Events in the table; --json has all."""

NUMBERS = ("low", "best", "high", "events", "no upper end", "best differs")


def sensitivity_page(found: Sensitivity) -> RenderableType:
    """Both tables, and in a sentence what they count."""
    if all(each.events == 0 for each in found.totals):
        return Text("No event has a number of killed, so no rule changes anything.", style="faint")
    head = Text("The killed of all events, by rule", style="head")
    return Group(head, Text(), _totals(found.totals), Text(), *_differences(found))


def _totals(totals: tuple[Total, ...]) -> Table:
    table = grid("rule", *NUMBERS, right=NUMBERS)
    for each in totals:
        total = each.total
        high = f">= {each.top:,}" if total.high is None and each.top is not None else _number(total.high)
        differing = "—" if each.differing is None else str(each.differing) if each.rule != UCDP.name else "·"
        table.add_row(
            Text(each.rule, style="name"), _number(total.low), _number(total.best), high, str(each.events), str(each.open), differing
        )
    return table


def _number(number: int | None) -> str:
    return "—" if number is None else f"{number:,}"


def _differences(found: Sensitivity) -> list[RenderableType]:
    if not found.differences:
        return [Text("On no event do the rules give different best numbers.", style="faint")]
    table = grid("id", "event", *RULES, right=tuple(RULES), fixed=("id",))
    for each in found.differences[:SHOWN]:
        event = each.event
        cells = [
            Text(_cell(estimate), style="number" if _differs(estimate, each.estimates[UCDP.name]) else "")
            for estimate in each.estimates.values()
        ]
        table.add_row(
            Text(event.index.short[event.id], style="id"),
            plain(" · ".join(part for part in (str(event.when), str(event.place), event.kind.value.replace("/", " / ")) if part)),
            *cells,
        )
    said = f"{counted(len(found.differences), 'event')} with different best numbers; those that differ most are first."
    more = len(found.differences) - SHOWN
    said += f" {more:,} more with --json." if more > 0 else ""
    return [Text("Where the best numbers differ", style="head"), Text(), table, Text(), Text(said, style="faint")]


def _differs(one: Estimate, other: Estimate) -> bool:
    return one.best is not None and one.best != other.best


def _cell(estimate: Estimate) -> str:
    """The best number; the range of a rule that has none."""
    if estimate.best is not None:
        return str(estimate.best)
    return "·" if estimate.low is None else range_words(estimate.low, estimate.high)
