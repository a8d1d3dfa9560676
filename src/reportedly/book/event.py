"""One event of a casebook, as researchers use it: `event.killed.low`, `event.origins`, `event.disputes`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self, overload

from reportedly.book.atlas import Shown, shown
from reportedly.book.field import BookField, field_of
from reportedly.book.index import Index
from reportedly.book.page import matrix_page
from reportedly.book.rows import event_rows
from reportedly.book.words import counted
from reportedly.errors import BadFilter
from reportedly.extract.place_keys import fold
from reportedly.model import (
    COUNT_FIELDS,
    PEOPLE_FIELDS,
    Check,
    Claim,
    Decision,
    Dispute,
    Event,
    Field,
    Kind,
    Remark,
    Report,
    Tie,
    ValueView,
    Voice,
    When,
)
from reportedly.plot.spot import Spot
from reportedly.reconcile.beside import remarks_on_ties
from reportedly.reconcile.explanation import explanation
from reportedly.reconcile.grade import Graded, graded
from reportedly.reconcile.growth import Step, growth
from reportedly.reconcile.origins import Origins, origins
from reportedly.reconcile.rules import RULES, UCDP, Estimate, Published, published, rule_named
from reportedly.reconcile.rules.values import one_value
from reportedly.reconcile.ruling import NONE, ruled_origins
from reportedly.review.matrix import Matrix, matrix
from reportedly.review.replay import state


class Given:
    """What is worked out of one event when it is first asked for, and holds for as long as nothing about its claims changes."""

    def __init__(self, raw: Event) -> None:
        self.raw = raw
        self.said: dict[Field, str] = {}
        self.voices: frozenset[Voice | str] | None = None
        self.row: tuple[object, str] | None = None
        self.evidence: str | None = None
        self.origins_of: dict[Field, int] = {}
        self.behind: Origins | None = None
        self._fields: dict[Field, BookField] = {}

    def field(self, name: Field) -> BookField:
        """One field, given or not."""
        found = self._fields.get(name)
        if found is None:
            found = self._fields[name] = field_of(name, self.raw.get(name))
        return found

    @cached_property
    def day(self) -> dt.date | None:
        """The first possible day by the most independent origins; None where no claim gives days."""
        top = self.field(Field.WHEN).top
        return top.value.start if top is not None and isinstance(top.value, When) else None

    @cached_property
    def shown(self) -> Shown:
        """Where and when a map and a timeline show it."""
        return shown(self.raw)

    @cached_property
    def days(self) -> tuple[tuple[dt.date, dt.date | None], ...]:
        """The first and last possible day by each value that gives days; no last one where it goes on."""
        whens = (one.value for one in self.field(Field.WHEN).values)
        return tuple((each.start, each.end) for each in whens if isinstance(each, When) and each.start is not None)

    @cached_property
    def listing(self) -> tuple[bool, dt.date, str, str]:
        """Its place in lists: by day (undated last), place and id."""
        return (self.day is None, self.day or dt.date.max, str(self.field(Field.PLACE)), self.raw.id)


class _Given:
    """One field of an event as an attribute of its name."""

    def __init__(self, name: Field) -> None:
        self._name = name

    @overload
    def __get__(self, event: None, of: type[BookEvent]) -> Self: ...
    @overload
    def __get__(self, event: BookEvent, of: type[BookEvent]) -> BookField: ...
    def __get__(self, event: BookEvent | None, of: type[BookEvent]) -> BookField | Self:
        return self if event is None else event.given.field(self._name)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BookEvent:
    """One event: what its claims say, field by field.

    `origins` counts the independent roots behind it, `origin_names` names them. `claims` and `reports` are in the
    casebook's order; `checks` are the failed ones on its claims. Each field of `reportedly.model.Field` is an attribute,
    and none of them is None: `event.killed.low` is None where nobody gives a number. Two objects of one event are equal.
    """

    raw: Event
    index: Index
    given: Given

    actor = _Given(Field.ACTOR)
    target = _Given(Field.TARGET)
    weapon = _Given(Field.WEAPON)
    platform = _Given(Field.PLATFORM)
    launched_from = _Given(Field.LAUNCHED_FROM)
    place = _Given(Field.PLACE)
    when = _Given(Field.WHEN)
    killed = _Given(Field.KILLED)
    injured = _Given(Field.INJURED)
    captured = _Given(Field.CAPTURED)
    missing = _Given(Field.MISSING)
    displaced = _Given(Field.DISPLACED)
    munitions = _Given(Field.MUNITIONS)
    targets = _Given(Field.TARGETS)
    platform_count = _Given(Field.PLATFORM_COUNT)
    distance_km = _Given(Field.DISTANCE_KM)
    outcome = _Given(Field.OUTCOME)
    notified = _Given(Field.NOTIFIED)
    timing = _Given(Field.TIMING)
    channel = _Given(Field.CHANNEL)

    @property
    def id(self) -> str:
        """Made from the smallest of its claims' ids."""
        return self.raw.id

    @property
    def kind(self) -> Kind:
        """What kind of happening it is."""
        return self.raw.kind

    @property
    def origins(self) -> int:
        """How many independent roots of information are behind it."""
        return self.raw.origins

    @property
    def origin_names(self) -> tuple[str, ...]:
        """What these are called."""
        return self.raw.origin_names

    @property
    def reports(self) -> tuple[Report, ...]:
        """Those that its claims stand in."""
        return tuple(self.index.reports[each] for each in self.raw.reports)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Those that speak of it."""
        return tuple(self.index.claims[each] for each in self.raw.claims)

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """Where origins contradict each other or one denies another."""
        return self.index.disputes.get(self.raw.id, ())

    @property
    def checks(self) -> tuple[Check, ...]:
        """The failed checks on its claims."""
        return tuple(check for claim in self.raw.claims for check in self.index.failed.get(claim, ()))

    @property
    def ties(self) -> tuple[Tie, ...]:
        """How it stands to other events: its wholes, its parts, what it followed, what followed, what may be the same."""
        return self.index.ties.get(self.raw.id, ())

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
        return self.given.field(name)

    def origins_of(self, name: Field) -> int:
        """How many independent origins give some value of a field; 0 for a silent one. A denial or a doubt is none."""
        known = self.given.origins_of
        if name not in known:
            known[name] = self._origins_of(name)
        return known[name]

    def _origins_of(self, name: Field) -> int:
        stating = [claim for claim in self.claims if claim.get(name) is not None]
        if not stating:
            return 0
        found = self._behind()
        return len(found.behind(stating))

    @property
    def day(self) -> dt.date | None:
        """The first possible day by the most independent origins, for listings; None where no claim gives days."""
        return self.given.day

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where it is shown on a map: at each of its places, as exact as they are known; at none where not all of them can be placed."""
        return self.given.shown.spots

    @property
    def evidence(self) -> str:
        """The words that its claims rest on, in small letters and a line a claim."""
        if self.given.evidence is None:
            self.given.evidence = "\n".join(" ".join(self.quote(claim).casefold().split()) for claim in self.claims)
        return self.given.evidence

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
        found = explanation(self.raw, self.index.claims, self.index.reports, self.disputes, lineage)
        return (*found, *remarks_on_ties(self.raw, self.ties, self.index.events))

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

    def _behind(self) -> Origins:
        """On whom each of its claims rests, as was decided."""
        if self.given.behind is None:
            ruling = self.index.reviewed.rulings.get(self.id, NONE)
            found = origins(self.claims, self.index.reports, self.index.roots)
            self.given.behind = ruled_origins(found, ruling, self.index.claims, self.index.reports)
        return self.given.behind

    def _days(self) -> Published:
        return published(self.claims, self.index.reports)

    @property
    def grade(self) -> Graded | None:
        """How well harm to civilians is reported, in Airwars' grades, and why; None where nobody reports anybody killed or injured."""
        return graded(self.raw, self.claims, self.disputes, self._behind())

    def said(self, name: Field) -> str:
        """The names and words by which claims give a field of entities or places, folded, a line each with a space at both ends."""
        if name not in self.given.said:
            values = (each.name for one in self.field(name).values if isinstance(one.value, tuple) for each in one.value)
            words = (stated.text for claim in self.claims if (stated := claim.get(name)) is not None)
            self.given.said[name] = "\n".join(f" {fold(each)} " for each in dict.fromkeys((*values, *words)))
        return self.given.said[name]

    @property
    def voices(self) -> frozenset[Voice | str]:
        """Who says something on it or passes it on; the name of an outlet that speaks in its own voice."""
        if self.given.voices is None:
            self.given.voices = frozenset(each for claim in self.claims for each in speaking(claim, self.index.reports[claim.report]))
        return self.given.voices

    @property
    def row(self) -> str:
        """The event as a line of JSON with the keys of the jsonl export."""
        beside = [(tie, self.index.events[tie.other(self.id)]) for tie in self.ties]
        if self.given.row is None or self.given.row[0] != beside:
            (row,) = event_rows(self.index, [self.raw])
            self.given.row = beside, row
        return self.given.row[1]

    def matrix(self) -> Matrix:
        """Who says what: a row a field, a column a voice."""
        return matrix(self.raw, self.index.claims, self.index.reports, self._behind())

    def _repr_html_(self) -> str:
        """The matrix as a table for notebooks, with quotes as tooltips. Everything from reports is escaped."""
        return matrix_page(self.matrix(), self.summary, self.facts)


def speaking(claim: Claim, report: Report) -> Iterator[Voice | str]:
    """Who makes a claim or passes it on; of an outlet that speaks in its own voice the name, if it is known."""
    if claim.chain:
        yield from (saying.voice for saying in claim.chain)
    elif report.outlet is not None:
        yield report.outlet


def book_event(event: Event, index: Index) -> BookEvent:
    """An event with everything of the dataset that belongs to it."""
    return BookEvent(raw=event, index=index, given=Given(event))
