"""The desk: keys that let members in, samples that stay blind until both are done, agreement, the trail."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.made_casebook import made_book

from reportedly.book import Book
from reportedly.book.deciding import Wish
from reportedly.book.desk import CANNOT_TELL, NONE_OF_THEM, Desk, as_read, options_of
from reportedly.errors import NotFound, UsageError
from reportedly.model import Act, Deed, Field, Kind, Role, Sample

AT = dt.datetime(2031, 6, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def book() -> Book:
    return made_book()


@pytest.fixture
def desk(book: Book) -> Desk:
    return book.desk


def two(desk: Desk) -> dict[str, str]:
    """Two reviewers, and their keys."""
    return {name: desk.admit(name, Role.REVIEWER, by="Owner", at=AT) for name in ("Ria", "Tom")}


def opened(book: Book) -> Sample:
    """A sample of every event, for Ria and Tom."""
    two(book.desk)
    return book.desk.draw(book.events(), len(book.events()), ("Ria", "Tom"), by="Owner", at=AT)


def code(book: Book, sample: Sample, reviewer: str, *, pick: int = 0) -> None:
    """Choose one of the values for every field of every event."""
    for event in sample.events:
        choices = {}
        for field in sample.fields:
            options = (*options_of(book.as_read(), event, field), NONE_OF_THEM, CANNOT_TELL)
            choices[field] = options[min(pick, len(options) - 1)]
        book.desk.code(sample.number, event, choices, reviewer=reviewer, at=AT)


# members


def test_a_member_signs_in_with_their_key_and_with_no_other(desk: Desk) -> None:
    keys = two(desk)
    ria = desk.who_signs_in("Ria", keys["Ria"])
    assert ria is not None
    assert (ria.name, ria.role) == ("Ria", Role.REVIEWER)
    for name, key in (("Ria", keys["Tom"]), ("Ria", ""), ("Ria", ria.key or ""), ("Eve", keys["Ria"]), ("", "")):
        assert desk.who_signs_in(name, key) is None


def test_no_key_is_kept(desk: Desk) -> None:
    keys = two(desk)
    assert all(key not in repr(desk.members()) + repr(desk.trail()) for key in keys.values())


def test_a_new_key_takes_the_old_one_away_and_dismissing_takes_all(desk: Desk) -> None:
    old = two(desk)["Ria"]
    new = desk.admit("Ria", Role.CURATOR, by="Owner", at=AT)
    assert desk.who_signs_in("Ria", old) is None
    found = desk.who_signs_in("Ria", new)
    assert found is not None
    assert found.role is Role.CURATOR
    desk.dismiss("Ria", by="Owner", at=AT)
    assert desk.who_signs_in("Ria", new) is None
    assert [member.name for member in desk.members()] == ["Ria", "Tom"]


@pytest.mark.parametrize(
    ("name", "role"), [("", Role.VIEWER), (" ", Role.VIEWER), ("a\nb", Role.VIEWER), ("x" * 81, Role.VIEWER), ("Ria", Role.ANONYMOUS)]
)
def test_nobody_is_taken_in_without_a_name_and_a_role_of_their_own(desk: Desk, name: str, role: Role) -> None:
    with pytest.raises(UsageError, match="Nobody was taken in"):
        desk.admit(name, role, by="Owner", at=AT)
    assert desk.members() == ()


def test_nobody_is_dismissed_who_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.dismiss("Eve", by="Owner", at=AT)


# samples


def test_a_sample_is_drawn_the_same_with_the_same_seed(book: Book) -> None:
    two(book.desk)
    drawn = [book.desk.draw(book.events(), 2, ("Ria", "Tom"), by="Owner", at=AT, seed=seed).events for seed in (7, 7, 8, 9, 10)]
    assert drawn[0] == drawn[1]
    assert len(set(drawn)) > 1
    assert set(drawn[0]) <= {event.id for event in book.events()}


def test_a_sample_is_for_two_different_members_who_may_decide(book: Book) -> None:
    two(book.desk)
    book.desk.admit("Vic", Role.VIEWER, by="Owner", at=AT)
    for pair in (("Ria", "Ria"), ("Ria", "Vic"), ("Ria", "Eve")):
        with pytest.raises(UsageError, match="They are: Ria, Tom"):
            book.desk.draw(book.events(), 1, pair, by="Owner", at=AT)
    with pytest.raises(UsageError, match="Ask for 1 to"):
        book.desk.draw(book.events(), 99, ("Ria", "Tom"), by="Owner", at=AT)
    assert book.desk.samples() == ()


def test_neither_sees_the_other_before_both_are_done(book: Book) -> None:
    sample = opened(book)
    code(book, sample, "Ria")
    assert book.desk.left(sample, "Ria") == ()
    assert book.desk.left(sample, "Tom") == sample.events
    with pytest.raises(UsageError, match="neither may know what the other says"):
        book.desk.agreements(sample, book.as_read())
    assert book.desk.blind("Tom", sample.events[0]) == sample
    assert book.desk.blind("Ria", sample.events[0]) == sample
    code(book, sample, "Tom")
    assert book.desk.done(sample)
    assert book.desk.blind("Ria", sample.events[0]) is None


def test_what_was_coded_can_be_changed_until_both_are_done_and_then_no_more(book: Book) -> None:
    sample = opened(book)
    code(book, sample, "Ria", pick=0)
    code(book, sample, "Ria", pick=99)
    assert {ballot.choices[Field.PLACE] for ballot in book.desk.ballots(sample).values()} == {CANNOT_TELL}
    code(book, sample, "Tom")
    with pytest.raises(UsageError, match="may know what the other said"):
        code(book, sample, "Ria")


def test_a_sample_is_not_coded_by_others(book: Book) -> None:
    sample = opened(book)
    with pytest.raises(UsageError, match="is coded by Ria and Tom"):
        book.desk.code(sample.number, sample.events[0], {}, reviewer="Eve", at=AT)
    with pytest.raises(NotFound):
        book.desk.code(sample.number, "e0", {}, reviewer="Ria", at=AT)
    with pytest.raises(NotFound):
        book.desk.sample(2)


def test_those_who_chose_the_same_agree_and_those_who_did_not_do_not(book: Book) -> None:
    sample = opened(book)
    code(book, sample, "Ria", pick=0)
    code(book, sample, "Tom", pick=0)
    assert all(unit.agreed for unit in book.desk.units(sample, book.as_read()))
    again = book.desk.draw(book.events(), len(book.events()), ("Ria", "Tom"), by="Owner", at=AT)
    code(book, again, "Ria", pick=0)
    code(book, again, "Tom", pick=99)
    found = book.desk.agreements(again, book.as_read())
    assert all(each.alpha is None and each.units == 0 for each in found.values())
    assert not any(unit.agreed for unit in book.desk.units(again, book.as_read()))


def test_what_is_coded_is_what_reports_say_whatever_was_decided(book: Book) -> None:
    (strike,) = book.events(kind=Kind.SHELLING)
    before = options_of(book.as_read(), strike.id, Field.KILLED)
    claim = next(each for each in strike.claims if each.get(Field.KILLED) is not None)
    book.decide(strike.id, Wish(act=Act.CORRECT, claims=(claim.id,), field=Field.KILLED, value="99"), reviewer="Eve", at=AT)
    assert options_of(book.as_read(), strike.id, Field.KILLED) == before
    assert as_read(book.as_read(), strike.id).killed.best != 99
    with pytest.raises(NotFound):
        as_read(book.as_read(), "e0")


# the trail


def test_everything_that_is_done_stands_in_the_trail(book: Book) -> None:
    sample = opened(book)
    code(book, sample, "Ria")
    event = book.events()[0]
    book.decide(event.id, Wish(act=Act.FLAG), reviewer="Owner", at=AT)
    book.undo(1, reviewer="Owner", at=AT)
    deeds = [line.entry.deed for line in book.desk.trail()]
    assert deeds == [Deed.MEMBER] * 2 + [Deed.SAMPLE] + [Deed.BALLOT] * len(sample.events) + [Deed.DECISION] * 2
    assert [line.number for line in book.desk.trail()] == list(range(1, len(deeds) + 1))
    assert book.desk.broken() == ()


def test_who_decided_is_not_told_where_it_is_not_to_be_seen(book: Book) -> None:
    event = book.events()[0]
    book.decide(event.id, Wish(act=Act.FLAG), reviewer="Ria", at=AT)
    hidden = book.unsigned()
    assert [each.reviewer for each in hidden.decisions()] == ["a reviewer"]
    assert [each.reviewer for each in book.decisions()] == ["Ria"]
    assert [each.id for each in hidden.events()] == [each.id for each in book.events()]
