"""The desk of a casebook: its members and their keys, samples that two code blind, how far they agree, and the trail."""

from __future__ import annotations

import datetime as dt
import getpass
import hashlib
import hmac
import random
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.book.event import BookEvent, book_event
from reportedly.book.index import Index
from reportedly.errors import BadFilter, NotFound, UsageError
from reportedly.model import CANNOT_TELL, NONE_OF_THEM, Ballot, Count, Deed, Entry, Field, Member, Role, Sample, Written
from reportedly.model.words import in_words
from reportedly.review.agreement import Agreement, agreement
from reportedly.store.casebook import Casebook
from reportedly.store.desk import broken

CODED = (Field.ACTOR, Field.TARGET, Field.PLACE, Field.WHEN, Field.KILLED, Field.INJURED)
"""The fields that a sample asks for: those that every event dataset has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One field of one event of a sample: what can be chosen, and what each reviewer chose, None where they have not coded it yet."""

    event: str
    field: Field
    options: tuple[str, ...]
    choices: tuple[str | None, str | None]

    @property
    def agreed(self) -> bool:
        """Whether both chose the same."""
        one, other = self.choices
        return one is not None and one == other


class Desk:
    """Who works on a casebook, and what they did. Everything is only ever added; what is newer stands for what is older."""

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook

    # members

    def members(self) -> tuple[Member, ...]:
        """Everybody as they are now, by name; those who may not sign in any more have no key."""
        latest = {member.name: member for member in self._casebook.added(Member)}
        return tuple(latest[name] for name in sorted(latest))

    def admit(self, name: str, role: Role, *, by: str, at: dt.datetime) -> str:
        """Take somebody in, or give a member another role, with a new key. The key is returned and kept nowhere: only its digest is.

        Raises:
            UsageError: the name is empty or has line ends, or nobody is taken in with that role.
            CasebookBusy: another process is writing.
        """
        key = secrets.token_urlsafe(24)
        self._say(name, role, _digest(key), by=by, at=at)
        return key

    def dismiss(self, name: str, *, by: str, at: dt.datetime) -> None:
        """Let a member sign in no more. What they did stays.

        Raises:
            NotFound: nobody is called so.
            CasebookBusy: another process is writing.
        """
        member = self._member(name)
        self._say(member.name, member.role, None, by=by, at=at)

    def _member(self, name: str) -> Member:
        found = next((member for member in self.members() if member.name == name), None)
        if found is None:
            raise NotFound("member", name)
        return found

    def _say(self, name: str, role: Role, key: str | None, *, by: str, at: dt.datetime) -> None:
        if not name.strip() or not name.isprintable() or len(name) > LONGEST_NAME or role is Role.ANONYMOUS:
            raise UsageError(f"A member needs a name in one line and a role of their own. Nobody was taken in as {name!r}.")
        with self._casebook.writing():
            number = len(self._casebook.added(Member)) + 1
            member = Member(number=number, name=name.strip(), role=role, key=key, by=by, at=_at(at))
            what = {"role": role.value, "may sign in": key is not None}
            self._casebook.add(member, Entry(deed=Deed.MEMBER, who=by, about=member.name, at=_at(at), detail=what))

    def who_signs_in(self, name: str, key: str) -> Member | None:
        """The member whose name and key these are, or None."""
        member = next((each for each in self.members() if each.name == name), None)
        known = member.key if member is not None and member.key is not None else _digest("")
        right = hmac.compare_digest(known, _digest(key))
        return member if right and member is not None and member.key is not None else None

    # samples

    def samples(self) -> tuple[Sample, ...]:
        """Every sample, in order."""
        return self._casebook.added(Sample)

    def sample(self, number: int) -> Sample:
        """One sample.

        Raises:
            NotFound: there is none of that number.
        """
        found = next((each for each in self.samples() if each.number == number), None)
        if found is None:
            raise NotFound("sample", str(number))
        return found

    def draw(  # noqa: PLR0913  (what a sample is made of)
        self, events: Sequence[BookEvent], size: int, reviewers: tuple[str, str], *, by: str, at: dt.datetime, seed: int = 0
    ) -> Sample:
        """Open a sample: `size` of some events, drawn with a seed, for two members to code.

        Raises:
            UsageError: there are fewer events, or these are not two members who may decide.
            CasebookBusy: another process is writing.
        """
        if not 1 <= size <= len(events):
            raise UsageError(f"{size} events cannot be drawn from {len(events)}. Nothing was opened. Ask for 1 to {len(events)}.")
        able = {member.name for member in self.members() if member.key is not None and member.role in DECIDING}
        missing = [name for name in reviewers if name not in able]
        if missing or len(set(reviewers)) < len(reviewers):
            raise UsageError(
                f"A sample needs two different members who may decide. Nothing was opened. They are: {', '.join(sorted(able))}."
            )
        drawn = random.Random(seed).sample(sorted(event.id for event in events), size)  # noqa: S311  (a draw that others can repeat)
        with self._casebook.writing():
            number = len(self.samples()) + 1
            made = Sample(number=number, events=tuple(drawn), fields=CODED, reviewers=reviewers, seed=seed, by=by, at=_at(at))
            what = {"events": size, "reviewers": list(reviewers), "seed": seed}
            self._casebook.add(made, Entry(deed=Deed.SAMPLE, who=by, about=str(number), at=_at(at), detail=what))
        return made

    def last_done(self) -> Sample:
        """The last sample that both have coded.

        Raises:
            UsageError: there is none yet.
        """
        found = next((sample for sample in reversed(self.samples()) if self.done(sample)), None)
        if found is None:
            raise UsageError("No sample was coded by both yet. Nothing was compared. Open one on the page: reportedly serve CASEBOOK")
        return found

    def ballots(self, sample: Sample) -> Mapping[tuple[str, str], Ballot]:
        """What was coded of a sample, by event and reviewer: the newest of each."""
        return {(each.event, each.reviewer): each for each in self._casebook.added(Ballot) if each.sample == sample.number}

    def code(self, number: int, event: str, choices: Mapping[Field, str], *, reviewer: str, at: dt.datetime) -> Ballot:
        """Keep what a reviewer says of an event of a sample.

        Raises:
            NotFound: no such sample, or the event is not of it.
            UsageError: it is not theirs to code, or both are done and it is closed.
            CasebookBusy: another process is writing.
        """
        sample = self.sample(number)
        if event not in sample.events:
            raise NotFound("event of the sample", event)
        if reviewer not in sample.reviewers:
            raise UsageError(f"Sample {number} is coded by {' and '.join(sample.reviewers)}. Nothing was kept.")
        if self.done(sample):
            raise UsageError(f"Both have coded sample {number}, and each may know what the other said. Nothing was kept.")
        told = {field: choice for field, choice in choices.items() if field in sample.fields and choice}
        with self._casebook.writing():
            count = len(self._casebook.added(Ballot)) + 1
            ballot = Ballot(number=count, sample=number, event=event, reviewer=reviewer, choices=told, at=_at(at))
            what = {"sample": number}
            self._casebook.add(ballot, Entry(deed=Deed.BALLOT, who=reviewer, about=event, at=_at(at), detail=what))
        return ballot

    def left(self, sample: Sample, reviewer: str) -> tuple[str, ...]:
        """The events of a sample that a reviewer has still to code."""
        told = self.ballots(sample)
        return tuple(event for event in sample.events if (event, reviewer) not in told)

    def done(self, sample: Sample) -> bool:
        """Whether both have coded all of it: only then does either see what the other said."""
        return not any(self.left(sample, reviewer) for reviewer in sample.reviewers)

    def blind(self, reviewer: str, event: str) -> Sample | None:
        """The unfinished sample in which a reviewer codes an event, if there is one: till then they decide nothing about it."""
        return next((s for s in self.samples() if event in s.events and reviewer in s.reviewers and not self.done(s)), None)

    def units(self, sample: Sample, index: Index) -> tuple[Unit, ...]:
        """All that is coded, by event and field, that a report gives; `index` is the casebook without its decisions."""
        told = self.ballots(sample)
        units = []
        for event in sample.events:
            for field in sample.fields:
                ballots = [told.get((event, reviewer)) for reviewer in sample.reviewers]
                one, other = (None if each is None else each.choices.get(field) for each in ballots)
                options = options_of(index, event, field)
                if options or one or other:
                    units.append(Unit(event=event, field=field, options=options, choices=(one, other)))
        return tuple(units)

    def agreements(self, sample: Sample, index: Index) -> dict[Field, Agreement]:
        """How far the two agree, a field; of a sample that both have coded.

        Raises:
            UsageError: they have not yet.
        """
        if not self.done(sample):
            raise UsageError(
                f"Sample {sample.number} is not coded by both yet, and neither may know what the other says. Nothing was shown."
            )
        units = self.units(sample, index)
        return {field: agreement([_codes(unit) for unit in units if unit.field is field]) for field in sample.fields}

    # the trail

    def write(self, entries: Sequence[Entry]) -> None:
        """Write lines of the trail.

        Raises:
            CasebookBusy: another process is writing.
        """
        self._casebook.note(*entries)

    def trail(self) -> tuple[Written, ...]:
        """Everything that was done, in order."""
        return self._casebook.trail()

    def broken(self) -> tuple[int, ...]:
        """The numbers of lines of the trail that were changed, or before which lines were taken away.

        That its last lines were cut off cannot be told from the casebook alone: keep the digest of the last line elsewhere.
        """
        return tuple(broken(self.trail()))


def role_named(name: str) -> Role:
    """The role of a member by its name.

    Raises:
        BadFilter: there is none of that name that anybody signs in for.
    """
    found = next((role for role in Role if role.value == name.strip().casefold() and role is not Role.ANONYMOUS), None)
    if found is None:
        raise BadFilter("role", name, f"one of {', '.join(role for role in Role if role is not Role.ANONYMOUS)}")
    return found


def user_name() -> str:
    """The user's name on this machine, or "reviewer" where there is none."""
    try:
        return getpass.getuser() or "reviewer"
    except (OSError, KeyError):
        return "reviewer"


DECIDING = frozenset({Role.REVIEWER, Role.CURATOR, Role.OWNER})
"""The roles that may decide."""

LONGEST_NAME = 80


def options_of(index: Index, event: str, field: Field) -> tuple[str, ...]:
    """The values of a field that can be chosen, in words, without parts of a number; none where no report gives it or the event is gone."""
    raw = index.events.get(event)
    view = None if raw is None else raw.get(field)
    values = [] if view is None else [value.value for value in view.values]
    return tuple(dict.fromkeys(in_words(value) for value in values if not (isinstance(value, Count) and value.part)))


def as_read(index: Index, event: str) -> BookEvent:
    """An event of a sample, from an index without decisions.

    Raises:
        NotFound: reports were read anew, and it is no more.
    """
    if event not in index.events:
        raise NotFound("event", event)
    return book_event(index.events[event], index)


def _codes(unit: Unit) -> tuple[str | None, ...]:
    """What counts as coded: "cannot tell" does not."""
    return tuple(None if choice == CANNOT_TELL else choice for choice in unit.choices)


def _digest(key: str) -> str:
    """A key has 192 random bits, so that a plain digest of it cannot be guessed."""
    return hashlib.sha256(key.encode()).hexdigest()


def _at(at: dt.datetime) -> str:
    return at.isoformat(timespec="seconds")


__all__ = ["CANNOT_TELL", "NONE_OF_THEM", "Desk", "Unit", "as_read", "options_of"]
