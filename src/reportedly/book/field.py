"""One field of an event over all its claims, as researchers use it: `event.killed.low`, `event.place.top`."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cached_property

from reportedly.book.words import brief, toll_words
from reportedly.model import Count, Field, FieldView, Relation, Status, ValueView, VictimClass, When, Where

UNRESOLVED = 8
"""One vaguer than the vaguest `where_prec` (7) and `date_prec` (5)."""


@dataclass(frozen=True, kw_only=True)
class BookField:
    """One field over all claims of an event; there is one for every field, given or not.

    A silent field has `status` None and no values. `low`, `best` and `high` are numbers for counts, by UCDP's rule, and
    None for everything else and where no number can be given; `low == 0` means that a voice says "none". `high` is also
    None where every voice leaves it open ("at least 12").
    """

    field: Field
    status: Status | None = None
    values: tuple[ValueView, ...] = ()
    relations: tuple[Relation, ...] = ()
    low: int | None = None
    best: int | None = None
    high: int | None = None

    @property
    def given(self) -> bool:
        """Whether any claim gives the field."""
        return self.status is not None

    @cached_property
    def top(self) -> ValueView | None:
        """The value with the most independent origins, of equals the more exact and then the first; None for a silent field."""
        return min(self.values, key=_rank, default=None)

    def __str__(self) -> str:
        """In a few words: the range of a count, else the value with the most origins; "" for a silent field."""
        return self._words

    @cached_property
    def _words(self) -> str:
        if self.low is not None:
            return toll_words(self.low, self.best, self.high) + self._of_whom()
        return "" if self.top is None else brief(self.top.value)

    def _of_whom(self) -> str:
        """Of whom the numbers are, where no voice counts everybody: "no civilians were killed" is no toll of none."""
        classes = {v.value.of for v in self.values if isinstance(v.value, Count) and v.origins > 0}
        known = sorted(of.value for of in classes if of is not None)
        return "" if classes & {None, VictimClass.UNKNOWN} or not known else f" ({', '.join(PLURALS[of] for of in known)})"


PLURALS = {"civilian": "civilians", "combatant": "combatants", "child": "children", "woman": "women"}
"""How a class of victims is spoken of."""


def _rank(one: ValueView) -> tuple[int, int, int]:
    return (-one.origins, vagueness(one), -len(one.claims))


def vagueness(one: ValueView) -> int:
    """How vague a time or place is, from 1 (a day, a spot) to 8 (unresolved); 0 for all other values."""
    value = one.value
    if isinstance(value, When):
        return UNRESOLVED if value.precision is None else value.precision
    if isinstance(value, tuple):
        return min((each.precision for each in value if isinstance(each, Where)), default=0)
    return 0


def field_of(name: Field, view: FieldView | None) -> BookField:
    """A field from its view, or a silent one."""
    if view is None:
        return BookField(field=name)
    return BookField(**{each.name: getattr(view, each.name) for each in dataclasses.fields(view)})
