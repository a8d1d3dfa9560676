"""One event of a casebook, as researchers use it: `event.killed.low`, `event.origins`, `event.disputes`."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.book.atlas import shown
from reportedly.book.index import Index
from reportedly.book.page import matrix_page
from reportedly.book.words import brief, counted, toll_words
from reportedly.errors import BadFilter
from reportedly.model import (
    COUNT_FIELDS,
    PEOPLE_FIELDS,
    Check,
    Claim,
    Count,
    Decision,
    Dispute,
    Event,
    Field,
    FieldView,
    Kind,
    Relation,
    Remark,
    Report,
    Status,
    ValueView,
    VictimClass,
    When,
    Where,
)
from reportedly.plot.spot import Spot
from reportedly.reconcile.explanation import explanation
from reportedly.reconcile.grade import Graded, graded
from reportedly.reconcile.growth import Step, growth
from reportedly.reconcile.origins import origins
from reportedly.reconcile.rules import RULES, UCDP, Estimate, Published, published, rule_named
from reportedly.reconcile.rules.values import one_value
from reportedly.reconcile.ruling import NONE, ruled_origins
from reportedly.review.matrix import Matrix, matrix
from reportedly.review.replay import state

UNRESOLVED = 8
"""One vaguer than the vaguest `where_prec` (7) and `date_prec` (5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
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

    @property
    def top(self) -> ValueView | None:
        """The value with the most independent origins, of equals the more exact and then the first; None for a silent field."""
        return min(self.values, key=_rank, default=None)

    def __str__(self) -> str:
        """In a few words: the range of a count, else the value with the most origins; "" for a silent field."""
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BookEvent:
    """One event: what its claims say, field by field.

    `origins` counts the independent roots behind it, `origin_names` names them. `claims` and `reports` are in the
    casebook's order; `checks` are the failed ones on its claims. Each field of `reportedly.model.Field` is an attribute,
    and none of them is None: `event.killed.low` is None where nobody gives a number. Two objects of one event are equal.
    """

    id: str
    kind: Kind
    origins: int
    origin_names: tuple[str, ...]
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    disputes: tuple[Dispute, ...]
    checks: tuple[Check, ...]
    actor: BookField
    target: BookField
    weapon: BookField
    platform: BookField
    launched_from: BookField
    place: BookField
    when: BookField
    killed: BookField
    injured: BookField
    captured: BookField
    missing: BookField
    displaced: BookField
    munitions: BookField
    targets: BookField
    platform_count: BookField
    distance_km: BookField
    outcome: BookField
    notified: BookField
    timing: BookField
    channel: BookField
    raw: Event
    index: Index

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BookEvent) and self.raw == other.raw

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<event {self.id}: {self.summary}>"

    def __iter__(self) -> Iterator[BookField]:
        """The fields that some claim gives, in the order of `Field`."""
        return (each for name in Field if (each := self.field(name)).given)

    def field(self, name: Field) -> BookField:
        """One field by its name, given or not."""
        found: BookField = getattr(self, name.value)
        return found

    def origins_of(self, name: Field) -> int:
        """How many independent origins give some value of a field; 0 for a silent one. A denial or a doubt is none."""
        stating = [claim for claim in self.claims if claim.get(name) is not None]
        if not stating:
            return 0
        ruling = self.index.reviewed.rulings.get(self.id, NONE)
        found = ruled_origins(origins(self.claims, self.index.reports, self.index.roots), ruling, self.index.claims, self.index.reports)
        return len(found.behind(stating))

    @property
    def day(self) -> dt.date | None:
        """The first possible day by the most independent origins, for listings; None where no claim gives days."""
        top = self.when.top
        return top.value.start if top is not None and isinstance(top.value, When) else None

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where it is shown on a map: at each of its places, as exact as they are known; at none where not all of them can be placed."""
        return shown(self.raw).spots

    @property
    def summary(self) -> str:
        """Day, place, kind, who and whom in one line; what no claim gives is left out."""
        sides = " → ".join(str(side) or "?" for side in (self.actor, self.target)) if self.actor.given or self.target.given else ""
        return " · ".join(part for part in (str(self.when), str(self.place), self.kind.value, sides) if part)

    @property
    def facts(self) -> str:
        """How many claims, reports, origins and disputes it has, in one line."""
        named = f" ({', '.join(self.origin_names)})" if self.origin_names else ""
        return (
            f"{counted(len(self.claims), 'claim')} in {counted(len(self.reports), 'report')}, "
            f"{counted(self.origins, 'origin')}{named}, {counted(len(self.disputes), 'dispute')}"
        )

    def quote(self, claim: Claim) -> str:
        """The words that a claim of this event rests on, as they stand in its report."""
        return self.index.quote(claim)

    @property
    def explanation(self) -> tuple[Remark, ...]:
        """The event in plain sentences, each with the ids of the claims that it is made from."""
        lineage = (edge for report in self.reports for edge in self.index.lineage.get(report.id, ()))
        return explanation(self.raw, self.index.claims, self.index.reports, self.disputes, lineage)

    def growth(self, field: Field = Field.KILLED) -> tuple[Step, ...]:
        """How a number of people grew: who gave which, in the order in which it was printed."""
        return growth(self.raw, field, self.index.claims, self.index.reports)

    @property
    def history(self) -> tuple[Decision, ...]:
        """What was decided about it, in order, undone decisions and undoings included."""
        return self.index.reviewed.concerning.get(self.id, ())

    @property
    def state(self) -> str:
        """A short text that changes whenever its claims do, or something is decided about it."""
        return state(self.raw, self.history)

    def estimate(self, field: Field = Field.KILLED, rule: str = UCDP.name) -> Estimate:
        """The low, best and high number of everybody that a rule makes of a field of people; all None where nobody gives one.

        Raises:
            BadFilter: no rule is called so, or the field counts no people.
        """
        if field not in PEOPLE_FIELDS:
            raise BadFilter("field", field.value, f"one of {', '.join(each for each in Field if each in PEOPLE_FIELDS)}")
        return rule_named(rule).estimate(self.raw.get(field), self._days())

    def chosen(self, field: Field, rule: str = "most-origins") -> ValueView | None:
        """The one value that a rule takes of a field that is no number: when, where, who; None where nobody asserts any.

        Raises:
            BadFilter: no such rule takes one value, or the field is a number.
        """
        prefer = rule_named(rule).prefer
        if prefer is None:
            raise BadFilter("rule", rule, f"one of {', '.join(each.name for each in RULES.values() if each.prefer is not None)}")
        if field in COUNT_FIELDS:
            raise BadFilter("field", field.value, "a field that is no number")
        return one_value(self.raw.get(field), self._days(), prefer)

    def _days(self) -> Published:
        return published(self.claims, self.index.reports)

    @property
    def grade(self) -> Graded | None:
        """How well harm to civilians is reported, in Airwars' grades, and why; None where nobody reports anybody killed or injured."""
        ruling = self.index.reviewed.rulings.get(self.id, NONE)
        found = origins(self.claims, self.index.reports, self.index.roots)
        return graded(self.raw, self.claims, self.disputes, ruled_origins(found, ruling, self.index.claims, self.index.reports))

    def matrix(self) -> Matrix:
        """Who says what: a row a field, a column a voice."""
        ruling = self.index.reviewed.rulings.get(self.id, NONE)
        return matrix(self.raw, self.index.claims, self.index.reports, self.index.roots, ruling)

    def _repr_html_(self) -> str:
        """The matrix as a table for notebooks, with quotes as tooltips. Everything from reports is escaped."""
        return matrix_page(self.matrix(), self.summary, self.facts)


def book_event(event: Event, index: Index) -> BookEvent:
    """An event with everything of the dataset that belongs to it."""
    fields: dict[str, BookField] = {name.value: _field(name, event.get(name)) for name in Field}
    return BookEvent(
        id=event.id,
        kind=event.kind,
        origins=event.origins,
        origin_names=event.origin_names,
        reports=tuple(index.reports[each] for each in event.reports),
        claims=tuple(index.claims[each] for each in event.claims),
        disputes=index.disputes.get(event.id, ()),
        checks=tuple(check for claim in event.claims for check in index.failed.get(claim, ())),
        raw=event,
        index=index,
        **fields,
    )


def _field(name: Field, view: FieldView | None) -> BookField:
    if view is None:
        return BookField(field=name)
    return BookField(**{each.name: getattr(view, each.name) for each in dataclasses.fields(view)})
