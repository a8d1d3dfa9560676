"""Members, samples, ballots and lines of the trail as rows."""

from __future__ import annotations

from reportedly.model import Ballot, Deed, Entry, Field, Member, Role, Sample
from reportedly.store.codec.parts import Row


def member_row(member: Member) -> Row:
    """A member as a row."""
    return {
        "number": member.number,
        "name": member.name,
        "role": member.role.value,
        "key": member.key,
        "by": member.by,
        "at": member.at,
    }


def member_of(row: Row) -> Member:
    """The member of a row."""
    return Member(number=row["number"], name=row["name"], role=Role(row["role"]), key=row["key"], by=row["by"], at=row["at"])


def sample_row(sample: Sample) -> Row:
    """A sample as a row."""
    return {
        "number": sample.number,
        "events": list(sample.events),
        "fields": [field.value for field in sample.fields],
        "reviewers": list(sample.reviewers),
        "seed": sample.seed,
        "by": sample.by,
        "at": sample.at,
    }


def sample_of(row: Row) -> Sample:
    """The sample of a row."""
    one, other = row["reviewers"]
    return Sample(
        number=row["number"],
        events=tuple(row["events"]),
        fields=tuple(map(Field, row["fields"])),
        reviewers=(one, other),
        seed=row["seed"],
        by=row["by"],
        at=row["at"],
    )


def ballot_row(ballot: Ballot) -> Row:
    """A ballot as a row."""
    return {
        "number": ballot.number,
        "sample": ballot.sample,
        "event": ballot.event,
        "reviewer": ballot.reviewer,
        "choices": {field.value: choice for field, choice in ballot.choices.items()},
        "at": ballot.at,
    }


def ballot_of(row: Row) -> Ballot:
    """The ballot of a row."""
    return Ballot(
        number=row["number"],
        sample=row["sample"],
        event=row["event"],
        reviewer=row["reviewer"],
        choices={Field(name): choice for name, choice in row["choices"].items()},
        at=row["at"],
    )


def entry_row(entry: Entry) -> Row:
    """A line of the trail as a row."""
    return {"deed": entry.deed.value, "who": entry.who, "about": entry.about, "at": entry.at, "detail": dict(entry.detail)}


def entry_of(row: Row) -> Entry:
    """The line of a row."""
    return Entry(deed=Deed(row["deed"]), who=row["who"], about=row["about"], at=row["at"], detail=row["detail"])
