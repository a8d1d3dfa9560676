"""Members, agreement and the trail as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from reportedly.book.words import counted, field_words
from reportedly.model import Field, Member, Sample, Written
from reportedly.review.agreement import Agreement
from reportedly.terminal.grid import grid
from reportedly.terminal.safe import plain


def members_table(members: Sequence[Member]) -> RenderableType:
    """Who works on a casebook, and as what."""
    if not members:
        return Text("Nobody was taken in yet. Take somebody in: reportedly members CASEBOOK --add NAME", style="faint")
    table = grid("name", "role", "since", "by", fixed=("since",))
    for each in members:
        role = each.role.value if each.key is not None else f"{each.role.value}, dismissed"
        table.add_row(plain(each.name), role, each.at[:10], plain(each.by))
    return table


def agreement_table(sample: Sample, found: Mapping[Field, Agreement]) -> RenderableType:
    """How far two agree, a row a field."""
    table = grid("field", "alpha", "95 % of draws", "events", "codes", right=("alpha", "events", "codes"))
    for field, each in found.items():
        alpha = "—" if each.alpha is None else f"{each.alpha:.3f}"
        draws = each.why if each.low is None or each.high is None else f"{each.low:.2f} to {each.high:.2f}"
        table.add_row(field_words(field), alpha, draws, str(each.units), str(each.values))
    who = f"Sample {sample.number}: {counted(len(sample.events), 'event')}, coded by {' and '.join(sample.reviewers)}"
    return Group(plain(who), table, Text("Krippendorff's alpha for names; “cannot tell” counts as not coded.", style="faint"))


def trail_table(lines: Sequence[Written], broken: Sequence[int]) -> RenderableType:
    """Everything that was done, first to last."""
    if not lines:
        return Text("Nothing was done yet.", style="faint")
    table = grid("no.", "when", "who", "what", "of what", fixed=("no.", "when"))
    for each in lines:
        entry = each.entry
        more = " ".join(f"{name} {value}" for name, value in entry.detail.items())
        sign = "bad" if each.number in broken else ""
        about = plain(f"{entry.about} {more}".strip())
        table.add_row(Text(str(each.number), style=sign), entry.at[:19].replace("T", " "), plain(entry.who), entry.deed.value, about)
    return Group(table, Text(f"{counted(len(lines), 'line')}; digest of the last {lines[-1].digest}", style="faint"))
