"""A casebook in one's hands: add reports, ask for events, claims, disputes, lineage, exports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from inspect import signature
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

from reportedly.book.deciding import UNNAMED, Wish, decided, line_of, since, undoing
from reportedly.book.desk import Desk
from reportedly.book.event import BookEvent, Given, book_event
from reportedly.book.filters import (
    Test,
    VoiceTest,
    actor_test,
    days_test,
    disputed_test,
    kind_test,
    lacks_test,
    origins_test,
    place_test,
    said_test,
    status_test,
    voice_test,
    words_test,
)
from reportedly.book.index import Index, by_prefix, index, one, reviewed_index
from reportedly.book.sensitivity import Sensitivity, sensitivity
from reportedly.errors import StaleDecision, UsageError
from reportedly.link.shared import InCommon, in_common
from reportedly.link.why import Why, why
from reportedly.model import Check, Claim, Dataset, Decision, Dispute, Field, Kind, LineageEdge, Problem, Report
from reportedly.plugins import Exporter, load
from reportedly.reconcile.rules import UCDP, rule_named
from reportedly.review.queue import Item, Plain, Standing, queue
from reportedly.review.replay import replay
from reportedly.store.casebook import Casebook

if TYPE_CHECKING:
    from reportedly.pipeline import Outcome, Step


def open(where: str | Path, *, create: bool = True) -> Book:  # noqa: A001  (`reportedly.open` reads as it is meant)
    """Open a casebook: a file, or the URL of a database. It is made when nothing is there, unless `create` is False.

    Raises:
        NoCasebook: nothing is there, and `create` is False.
        NotACasebook: something else is there; it was not changed.
        NewerCasebook: a newer version of this package wrote it.
    """
    return Book(Casebook.open(str(where), create=create))


class Book:
    """A casebook as researchers use it. Close it when done, or use it in a `with` statement.

    What it hands out are values: they stay as they are when reports are added, and are up to date when asked for again.
    """

    def __init__(self, casebook: Casebook, *, unsigned_of: Book | None = None) -> None:
        self._casebook, self._signed_by = casebook, unsigned_of
        self._read: tuple[int, Index] | None = None
        self._known: Index | None = None
        self._decisions: tuple[Decision, ...] = ()
        self._events: tuple[Index, tuple[BookEvent, ...]] | None = None
        self._queue: tuple[Index, tuple[Item, ...]] | None = None
        self._given: tuple[Index, tuple[Given, ...]] | None = None
        self._waiting: Plain = {}
        self._digest: tuple[Index, str] | None = None

    @property
    def where(self) -> str:
        """The file or URL that was opened."""
        return self._casebook.where

    def add(
        self, *sources: str | Path, workers: int = 1, on_step: Callable[[Step], None] | None = None, at: dt.datetime | None = None
    ) -> Outcome:
        """Read files and folders ("-" is stdin) and work out again what the casebook's claims say together.

        What was read before is passed over. What cannot be read is in the outcome's `problems`, and raises nothing.
        `workers` is the number of processes; the result is the same with any. `on_step` is told how far it is;
        `at` is the time that the log of runs gets, or None.

        Raises:
            UsageError: no source is given, or `workers` is below 1.
            CasebookBusy: another process is writing to this casebook.
        """
        if not sources:
            raise UsageError("No source was given. Nothing was read. Name a file, a folder, or '-' for stdin.")
        if workers < 1:
            raise UsageError(f"{workers} workers cannot read. Nothing was read. Give 1 or more.")
        from reportedly.engine.local import OneProcess, Processes  # noqa: PLC0415  (who only looks does not wait for the language model)
        from reportedly.pipeline import run  # noqa: PLC0415  (as above)

        runner = OneProcess() if workers == 1 else Processes(workers)
        return run(self._casebook, [str(source) for source in sources], runner=runner, on_step=on_step or _silent, at=at)

    def dataset(self) -> Dataset:
        """Everything in the casebook, in its documented order. Read again only after a change."""
        return self.index().dataset

    @property
    def desk(self) -> Desk:
        """Who works on it, what two code blind, and the trail of all that was done."""
        return Desk(self._casebook)

    def unsigned(self) -> Book:
        """The same casebook without the names of those who decided, for those who are not to see them. Nothing is decided through it."""
        return Book(self._casebook, unsigned_of=self)

    def as_read(self) -> Index:
        """The dataset as the reports say it, without decisions, with look-ups by id."""
        self.index()
        return self._read[1] if self._read is not None else self.index()

    def index(self) -> Index:
        """The dataset as its reviewers decided, with look-ups by id."""
        revision = self._casebook.revision()
        newer = self._casebook.decisions(after=len(self._decisions))
        self._decisions += newer if self._signed_by is None else tuple(replace(each, reviewer=UNNAMED) for each in newer)
        if self._read is None or self._read[0] != revision:
            read = index(self._casebook.dataset()) if self._signed_by is None else self._signed_by.as_read()
            self._read, self._known = (revision, read), None
            self._given, self._waiting = None, {}
        read = self._read[1]
        if self._known is None or self._known.reviewed.decided != len(self._decisions):
            self._known = reviewed_index(read, replay(read.settled.ground, self._decisions)) if self._decisions else read
        return self._known

    def events(  # noqa: PLR0913  (one filter an argument, by name only)
        self,
        *,
        place: str | None = None,
        since: dt.date | str | None = None,
        until: dt.date | str | None = None,
        kind: Kind | str | None = None,
        actor: str | None = None,
        disputed: bool | None = None,
        voice: str | None = None,
        words: str | None = None,
        origins: int | None = None,
        said: str | None = None,
        lacks: str | None = None,
        status: Standing | str | None = None,
    ) -> tuple[BookEvent, ...]:
        """Events by day (undated last), place and id; only those that fit every filter given.

        `place`: a name, a gazetteer id, a unit or country around it, or words of a report. `since`, `until`: days, both inclusive, as dates
        or as 2031-05-14, 2031-05 or 2031; an event fits when one of its possible days does, an undated one never. `kind`: a kind, or how
        its name starts. `actor`: a name that is said to act, or its id. `disputed`: with disputes, or without. `voice`: who speaks on it
        or passes it on. `words`: words in a row of one of its reports, `said`: of the evidence of one of its claims. `origins`: at least so
        many independent ones. `lacks`: "place" or "day", for what no map or timeline can show. `status`: how far its review has come.

        Raises:
            BadFilter: a filter cannot be read; the message says how to write it.
        """
        days = (since, until) if since is not None or until is not None else None
        asked: list[tuple[Callable[[Any], Test], object]] = [
            (place_test, place),
            (kind_test, kind),
            (actor_test, actor),
            (voice_test, voice),
        ]
        asked += [(disputed_test, disputed), (words_test, words), (origins_test, origins), (said_test, said)]
        asked += [(lacks_test, lacks), (self._standing_test, status), (lambda both: days_test(*both), days)]
        tests = [test_of(wanted) for test_of, wanted in asked if wanted is not None]
        return tuple(event for event in self._all_events() if all(test(event) for test in tests))

    def _standing_test(self, wanted: Standing | str) -> Test:
        return status_test(wanted, self.index().reviewed.standing, self.queue())

    def _all_events(self) -> tuple[BookEvent, ...]:
        known = self.index()
        if self._events is None or self._events[0] is not known:
            self._events = known, tuple(BookEvent(raw=each.raw, index=known, given=each) for each in self._listed(known))
        return self._events[1]

    def _listed(self, known: Index) -> tuple[Given, ...]:
        """What is known of each event, in the order of lists; of events that are as they were it is kept."""
        if self._given is None or self._given[0] is not known:
            before = () if self._given is None else self._given[1]
            kept = [each for each in before if known.events.get(each.raw.id) is each.raw]
            there = {each.raw.id for each in kept}
            kept += [Given(event) for event in known.events.values() if event.id not in there]
            self._given = known, tuple(sorted(kept, key=attrgetter("listing")))
        return self._given[1]

    def event(self, identity: str) -> BookEvent:
        """One event by its id or the first letters of it; the whole id of one that was joined or parted leads to where its claims are.

        Raises:
            NotFound: no event's id starts so.
            UsageError: several do.
        """
        known = self.index()
        identity = known.now(identity)
        if identity in known.events:
            return book_event(known.events[identity], known)
        return by_prefix("event", identity, self._all_events())

    def reports(self) -> tuple[Report, ...]:
        """Every report, in the casebook's order."""
        return self.dataset().reports

    def report(self, identity: str) -> Report:
        """One report by its id or the first letters of it. Raises as `event` does."""
        known = self.index()
        return one("report", identity, known.reports, known.dataset.reports)

    def claim(self, identity: str) -> Claim:
        """One claim by its id or the first letters of it. Raises as `event` does."""
        known = self.index()
        return one("claim", identity, known.claims, known.dataset.claims)

    def claims(self, *, event: str | None = None, report: str | None = None, voice: str | None = None) -> tuple[Claim, ...]:
        """Claims in the casebook's order; only those of an event, of a report, or that a voice makes or passes on.

        `event` and `report` are ids or the first letters of them. An outlet is the voice of what it says itself.

        Raises:
            NotFound: no event or report has such an id.
            UsageError: several have.
            BadFilter: `voice` is empty.
        """
        known = self.index()
        found = known.dataset.claims
        if event is not None:
            found = self.event(event).claims
        if report is not None:
            only = self.report(report).id
            found = known.claims_in(only) if event is None else tuple(claim for claim in found if claim.report == only)
        if voice is not None:
            says = VoiceTest(voice)
            found = tuple(claim for claim in found if says(claim, known.reports[claim.report]))
        return found

    def why(self, a: str, b: str) -> tuple[Claim, Claim, Why]:
        """Two claims by their ids or the first letters of them, and why they are, or are not, taken to speak of one event.

        Raises:
            NotFound: no claim has such an id.
            UsageError: several have, or both are one claim.
        """
        known = self.index()
        first, other = self.claim(a), self.claim(b)
        if first.id == other.id:
            raise UsageError(f"{a!r} and {b!r} are one claim, {first.id}. Nothing was compared. Name two.")
        within = sorted({first.report, other.report})
        claims = tuple(claim for report in within for claim in known.claims_in(report))
        reports = tuple(known.reports[each] for each in within)
        event = known.event_of.get(first.id)
        together = event is not None and event == known.event_of.get(other.id)
        links = (link for link in known.dataset.views.links if known.event_of.get(link.a) == event) if together else ()
        return first, other, why(reports, claims, first.id, other.id, links)

    def disputes(self) -> tuple[Dispute, ...]:
        """Where origins contradict each other or one denies another, by event and field."""
        return self.dataset().views.disputes

    def lineage(self) -> tuple[LineageEdge, ...]:
        """Which origin or report fed which report, and the words that show it."""
        return self.dataset().views.lineage

    def in_common(self, copy: str, source: str) -> tuple[Report, Report, InCommon]:
        """Two reports by their ids or the first letters of them, and the words that the first shares with the second.

        Raises:
            NotFound: no report has such an id.
            UsageError: several have, or both are one report.
        """
        one, other = self.report(copy), self.report(source)
        if one.id == other.id:
            raise UsageError(f"{copy!r} and {source!r} are one report, {one.id}. Nothing was compared. Name two.")
        return one, other, in_common(other, one)

    def decisions(self) -> tuple[Decision, ...]:
        """What reviewers decided, in the order in which they did, undone decisions included."""
        self.index()
        return self._decisions

    def decide(self, event: str, wish: Wish, *, reviewer: str, at: dt.datetime, seen: str | None = None) -> Decision:
        """Decide something about an event; when this returns, it is kept. `seen` is the event's `state` that the reviewer had before them.

        Raises:
            StaleDecision: the event has changed since; nothing was decided.
            UsageError, NotFound, BadFilter: it cannot be decided so.
            CasebookBusy: another process is writing to this casebook.
        """
        with self._casebook.writing():
            about = self.event(event)
            if seen is not None and seen != about.state:
                raise StaleDecision(about.id, since(about.history, seen, about.raw))
            number = len(self._decisions) + 1
            made = decided(
                wish, about, self.index(), number=number, reviewer=reviewer, at=at.isoformat(timespec="seconds"), seen=about.state
            )
            self._casebook.add(made, line_of(made))
        return made

    def undo(self, number: int, *, reviewer: str, at: dt.datetime, reason: str = "") -> Decision:
        """Undo a decision, or an undoing, at any time; when this returns, it is kept.

        Raises:
            NotFound: there is no such decision.
            UsageError: it is undone already.
            CasebookBusy: another process is writing to this casebook.
        """
        with self._casebook.writing():
            made = undoing(self.decisions(), number, reviewer=reviewer, at=at.isoformat(timespec="seconds"), reason=reason)
            self._casebook.add(made, line_of(made))
        return made

    def queue(self) -> tuple[Item, ...]:
        """The events that wait for a reviewer, most urgent first, and why."""
        known = self.index()
        if self._queue is None or self._queue[0] is not known:
            self._queue = known, queue(known.reviewed, [each.raw for each in self._listed(known)], self._waiting)
        return self._queue[1]

    def prepare(self) -> None:
        """Work out now what is else worked out when it is first asked for, so that nobody has to wait for it later."""
        known = self.index()
        for event in self._all_events():
            _ = event.voices, event.said(Field.ACTOR), event.said(Field.PLACE), event.evidence, event.spots
        known.settled.prepare()
        _ = self.queue(), self.digest()

    def digest(self) -> str:
        """A SHA-256 (64 hex digits) that stands for what the casebook holds: its reports, claims and decisions.

        The same for the same content, in whatever order and on whatever machine it was made; another one when anything of that changes.
        Events are not part of it: they are worked out from the claims, by the version that a citation names. Worked out once a state.
        """
        known = self.index()
        if self._digest is None or self._digest[0] is not known:
            self._digest = known, self._casebook.digest()
        return self._digest[1]

    def changed(self) -> dt.date | None:
        """The day (UTC) of the newest decision or run; None where neither has a time."""
        times = [run.at for run in self._casebook.runs() if run.at] + [each.at for each in self.decisions()]
        return max((dt.datetime.fromisoformat(at).astimezone(dt.UTC).date() for at in times), default=None)

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, and why."""
        return self.dataset().problems

    def checks(self) -> tuple[Check, ...]:
        """Tests of arithmetic and sense on claims, passed and failed."""
        return self.dataset().views.checks

    def quote(self, claim: Claim) -> str:
        """The words that a claim rests on, as they stand in its report."""
        return self.index().quote(claim)

    def export(self, name: str, *, rule: str = UCDP.name) -> Iterator[str]:
        """The dataset as text, piece by piece, in a registered format: jsonl, csv, geojson. `rule` makes the numbers of a row.

        Raises:
            UnknownPlugin: no exporter has that name.
            BadFilter: no rule has that name.
            UsageError: the format follows no rule.
        """
        exporter = cast("Exporter", load("reportedly.exporters", name))
        chosen = rule_named(rule)
        if chosen is UCDP:
            return exporter(self.dataset())
        if not {"rule", "grades"} <= signature(exporter).parameters.keys():
            raise UsageError(f"The format {name} follows no rule. Nothing was written. Leave the rule out, or take csv or geojson.")
        events = self._all_events() if chosen.name == "airwars" else ()
        grades = {event.id: grade for event in events if (grade := event.grade) is not None}
        ruled = cast("Callable[..., Iterator[str]]", exporter)
        return ruled(self.dataset(), rule=chosen, grades=grades)

    def sensitivity(self) -> Sensitivity:
        """What each rule makes of the killed of all events, and on which events the rules differ."""
        return sensitivity(self._all_events())

    def close(self) -> None:
        """Let go of the casebook. What was handed out stays usable."""
        self._casebook.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<casebook {self.where}>"


def _silent(step: Step) -> None:
    """Tell nobody."""
