"""The Python API: what a researcher asks a casebook, and what comes back."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from tests.link.made import MINISTRY, REED, claim, report
from tests.made_casebook import HOSTILE, LATER, POST, TRAP, FakeCasebook, made_book, made_dataset

import reportedly
from reportedly.book import Book, BookEvent
from reportedly.book.deciding import Wish
from reportedly.book.field import BookField
from reportedly.book.index import short_ids
from reportedly.errors import BadFilter, NotFound, UnknownPlugin, UsageError
from reportedly.model import Act, Count, Dataset, Field, Kind, Status, ValueView, VictimClass, Views, Where
from reportedly.reconcile.event import reconcile


@pytest.fixture(scope="module")
def book() -> Book:
    return made_book()


@pytest.fixture(scope="module")
def strike(book: Book) -> BookEvent:
    (event,) = book.events(kind=Kind.SHELLING)
    return event


# events


def test_a_field_is_an_attribute_with_its_numbers(strike: BookEvent) -> None:
    assert (strike.killed.low, strike.killed.best, strike.killed.high) == (12, 12, 15)
    assert strike.killed.status is Status.DISPUTED


def test_a_silent_field_is_there_and_says_nothing(strike: BookEvent) -> None:
    silent = strike.captured
    assert (silent.low, silent.best, silent.high, silent.values, silent.status) == (None, None, None, (), None)
    assert not silent.given
    assert str(silent) == ""


def test_no_casualties_is_zero_and_not_unknown(book: Book) -> None:
    (clash,) = book.events(place="Ostvik")
    assert (clash.killed.low, clash.killed.high, clash.killed.given) == (0, 0, True)
    assert clash.injured.low is None


@pytest.mark.parametrize("field", Field)
def test_every_field_is_an_attribute_of_that_name(strike: BookEvent, field: Field) -> None:
    assert getattr(strike, field.value).field is field


def test_the_fields_that_are_given_are_what_an_event_is_a_row_of(strike: BookEvent) -> None:
    assert [each.field for each in strike] == [view.field for view in strike.raw.fields]


def test_an_event_has_its_reports_claims_origins_and_disputes(strike: BookEvent) -> None:
    assert [each.outlet for each in strike.reports] == [POST.outlet, LATER.outlet]
    assert (len(strike.claims), strike.origins) == (4, 2)
    assert strike.origin_names == ("Casualty Watch", MINISTRY.name)
    assert {dispute.field for dispute in strike.disputes} == {Field.ACTOR, Field.TARGET, Field.KILLED}


def test_an_event_lists_the_checks_that_failed_on_its_claims(strike: BookEvent) -> None:
    assert [check.name for check in strike.checks] == ["toll"]


def test_a_claim_is_quoted_in_the_words_of_its_report(strike: BookEvent) -> None:
    assert strike.quote(strike.claims[1]) == "denied any strike"


def test_the_day_of_an_event_is_the_most_exact_of_those_with_most_origins(strike: BookEvent) -> None:
    assert strike.day == dt.date(2031, 5, 14)
    assert str(strike.when) == "2031-05-14"


def test_a_time_that_cannot_be_put_on_days_gives_no_day(book: Book) -> None:
    (trap,) = book.events(actor="gang")
    assert trap.when.given
    assert trap.day is None


def test_an_event_tells_itself_in_a_line(strike: BookEvent) -> None:
    assert strike.summary == "2031-05-14 · Qamar (XC) · Shelling/artillery/missile attack · Xanadian Navy → civilians"
    assert repr(strike) == f"<event {strike.id}: {strike.summary}>"


def test_events_come_by_day_and_the_undated_last(book: Book) -> None:
    assert [str(event.place) for event in book.events()] == ["Qamar (XC)", "Ostvik (XC)", "Qamar (XC)"]
    assert [event.day for event in book.events()] == [dt.date(2031, 5, 14), None, None]


def test_the_matrix_of_an_event_has_a_column_a_voice(strike: BookEvent) -> None:
    assert [column.name for column in strike.matrix().columns] == [MINISTRY.name, "Borlian Foreign Ministry", "Casualty Watch"]


# filters


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("Qamar", 2),
        ("qamar", 2),
        ("QÁMAR", 2),
        ("geonames:2", 2),
        ("geonames:1", 2),
        ("country:XC", 3),
        ("geonames:4", 1),
        ("geonames:99", 0),
        ("Ostvik", 1),
        ("Ost", 0),
        ("Nowhereville", 0),
    ],
)
def test_a_place_is_found_by_name_id_and_what_lies_around_it(book: Book, place: str, found: int) -> None:
    assert len(book.events(place=place)) == found


def test_a_country_of_the_gazetteer_holds_its_towns() -> None:
    town = Where(name="Palmyra", id="geonames:163843", lat=34.6, lon=38.3, country="SY", precision=1, parents=("country:SY",))
    told = report("r9", "They met in Tadmur at noon.")
    claims = [claim(told, 0, place=town, texts={"place": "Tadmur"})]
    events, _ = reconcile([told], claims, [[claims[0].id]], [])
    book = made_book(Dataset(reports=(told,), claims=tuple(claims), views=Views(events=events)))
    assert [len(book.events(place=place)) for place in ("syria", "Syrian", "Palmyra", "tadmur", "Turkey", "Homs")] == [1, 1, 1, 1, 0, 0]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2031-05-14", "2031-05-14", 1),
        ("2031-05-01", "2031-05-02", 1),
        ("2031-05-31", None, 1),
        ("2031-06-01", None, 0),
        (None, "2031-04-30", 0),
        (None, "2031-05-01", 1),
        ("2031", "2031", 1),
        ("2031-05", "2031-05", 1),
        ("2030", "2030-12", 0),
        (dt.date(2031, 5, 14), dt.date(2031, 5, 14), 1),
    ],
)
def test_days_are_inclusive_and_any_possible_day_fits(
    book: Book, since: str | dt.date | None, until: str | dt.date | None, found: int
) -> None:
    assert len(book.events(since=since, until=until)) == found


def test_an_undated_event_fits_no_date(book: Book) -> None:
    assert len(book.events()) == 3
    assert len(book.events(since="0001", until="9999")) == 1


@pytest.mark.parametrize(
    ("kind", "found"),
    [("Armed clash", 2), ("armed", 2), ("ARMED_CLASH", 2), ("shelling", 1), ("shelling / artillery", 1), ("Air", 0), (Kind.ARMED_CLASH, 2)],
)
def test_a_kind_is_found_by_the_start_of_its_name(book: Book, kind: str | Kind, found: int) -> None:
    assert len(book.events(kind=kind)) == found


@pytest.mark.parametrize(
    ("actor", "found"), [("Xanadian Navy", 1), ("navy", 1), ("state:XA", 1), ("Reed Front", 1), (REED.id, 1), ("Borlian", 0)]
)
def test_an_actor_is_found_by_words_by_id_and_by_whom_it_belongs_to(book: Book, actor: str, found: int) -> None:
    assert len(book.events(actor=actor)) == found


def test_events_with_and_without_disputes_are_all_events(book: Book) -> None:
    assert len(book.events(disputed=True)) == 1
    assert len(book.events(disputed=False)) == 2


def test_filters_add_up(book: Book) -> None:
    assert len(book.events(place="Qamar", kind="armed")) == 1
    assert book.events(place="Qamar", kind="armed", disputed=True) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"since": "May 2031"},
        {"until": "2031-02-30"},
        {"since": "2031-06", "until": "2031-05"},
        {"kind": "Quarrel"},
        {"kind": ""},
        {"place": " "},
    ],
)
def test_a_filter_that_cannot_be_read_is_refused_with_how_to_write_it(book: Book, wrong: dict[str, str]) -> None:
    with pytest.raises(BadFilter, match="Write it as"):
        book.events(**wrong)  # type: ignore[arg-type]  # names of filters


# one by one


def test_the_first_letters_of_an_id_are_enough(book: Book, strike: BookEvent) -> None:
    assert book.event(strike.id[:4]) == strike
    assert book.event(strike.id) == strike
    assert book.report("r2").id == LATER.id


def test_an_id_that_is_not_there_is_not_found(book: Book) -> None:
    with pytest.raises(NotFound):
        book.event("e00000")
    with pytest.raises(NotFound):
        book.report("")


def test_an_ambiguous_id_is_answered_with_its_candidates(book: Book) -> None:
    with pytest.raises(UsageError, match=f"{POST.id}.*{LATER.id}"):
        book.report("r")


def test_a_full_id_is_found_although_another_starts_with_it() -> None:
    longer = report(f"{LATER.id}0", "Nothing was said.")
    assert made_book(made_dataset([longer])).report(LATER.id).id == LATER.id


def test_shortened_ids_have_one_length_at_which_they_still_differ() -> None:
    assert list(short_ids(["e123456", "e123499", "e999999"]).values()) == ["e12345", "e12349", "e99999"]
    assert list(short_ids(["e111111", "e222222"]).values()) == ["e1111", "e2222"]


# claims


def test_claims_are_asked_for_by_event_report_and_voice(book: Book, strike: BookEvent) -> None:
    assert len(book.claims()) == 6
    assert book.claims(event=strike.id[:5]) == strike.claims
    assert {claim.report for claim in book.claims(report=POST.id)} == {POST.id}
    assert len(book.claims(event=strike.id, report=POST.id)) == 2


@pytest.mark.parametrize(("voice", "found"), [("Casualty Watch", 2), ("reuters", 1), ("org:reuters", 1), ("state:XB", 1), ("nobody", 0)])
def test_a_voice_makes_claims_and_passes_them_on(book: Book, voice: str, found: int) -> None:
    assert len(book.claims(voice=voice)) == found


def test_a_voice_without_a_name_is_refused(book: Book) -> None:
    with pytest.raises(BadFilter):
        book.claims(voice="")


# the book


def test_a_dataset_is_read_once_until_the_casebook_changes() -> None:
    casebook = FakeCasebook(made_dataset())
    book = Book(casebook)  # type: ignore[arg-type]  # as much of a Casebook as is needed
    assert len(book.events()) == len(book.events(disputed=None)) == 3
    book.claims()
    assert casebook.read == 1
    casebook.put(Dataset(reports=(), claims=(), views=Views()))
    assert book.events() == ()
    assert casebook.read == 2


def test_a_book_closes_its_casebook() -> None:
    casebook = FakeCasebook(made_dataset())
    with Book(casebook) as book:  # type: ignore[arg-type]  # as much of a Casebook as is needed
        assert repr(book) == "<casebook made.db>"
    assert casebook.closed


def test_a_book_exports_itself(book: Book) -> None:
    lines = list(book.export("jsonl"))
    assert sum('"type":"event"' in line[:20] for line in lines) == 3


def test_an_unknown_format_is_refused_with_those_that_are_known(book: Book) -> None:
    with pytest.raises(UnknownPlugin, match="jsonl"):
        book.export("tapestry")


@pytest.mark.parametrize(("sources", "workers"), [((), 1), (("a.txt",), 0)])
def test_adding_nothing_or_with_nobody_is_refused(book: Book, sources: tuple[str, ...], workers: int) -> None:
    with pytest.raises(UsageError, match="Nothing was read"):
        book.add(*sources, workers=workers)


# notebooks


def test_a_notebook_shows_the_matrix_with_quotes(strike: BookEvent) -> None:
    page = strike._repr_html_()
    assert page.count("<th ") == 1 + 3 + len(strike.raw.fields)
    assert 'title="denied any strike">Xanadian Navy [denies]</span>' in page


def test_a_notebook_is_shown_nothing_that_a_browser_would_run(book: Book) -> None:
    (trap,) = book.events(actor="gang")
    page = trap._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;" in page
    assert HOSTILE in TRAP.text


# the front door


def test_the_package_opens_without_loading_what_is_not_asked_for() -> None:
    code = "import sys, reportedly; print(sorted({'sqlalchemy', 'spacy', 'rich'} & set(sys.modules)), reportedly.__version__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  (our own code)
    assert done.stdout == f"[] {reportedly.__version__}\n"


def test_looking_at_a_casebook_does_not_load_the_language_model() -> None:
    code = "import sys, reportedly; reportedly.open; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  (our own code)
    assert done.stdout == "False\n"


def test_a_name_that_the_package_does_not_have_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'shut'"):
        _ = reportedly.shut


def test_numbers_of_one_class_say_of_whom_they_are() -> None:
    none = Count(low=0, high=0, wording="no civilian casualties", of=VictimClass.CIVILIAN)
    value = ValueView(value=none, claims=("c1",), origins=1)
    assert str(BookField(field=Field.KILLED, status=Status.SINGLE, values=(value,), low=0, best=0, high=0)) == "0 (civilians)"


def test_events_are_found_by_words_that_a_claim_rests_on(book: Book) -> None:
    assert [event.kind for event in book.events(said="clashed  with THE army")] == [Kind.ARMED_CLASH]
    assert book.events(said="Home | World") == ()


def test_events_that_no_map_or_timeline_can_show_are_found(book: Book) -> None:
    undated = book.events(lacks="day")
    assert undated
    assert all(event.day is None for event in undated)
    assert not set(undated) & {event for event in book.events() if event.day is not None}
    assert set(book.events(lacks="place")) == {event for event in book.events() if not event.place.given}
    with pytest.raises(BadFilter, match="one of place, day"):
        book.events(lacks="time")


def test_events_are_found_by_how_far_their_review_has_come() -> None:
    book = made_book()
    (strike,) = book.events(kind=Kind.SHELLING)
    assert strike in book.events(status="waits")
    assert strike in book.events(status="undecided")
    at = dt.datetime(2031, 6, 1, tzinfo=dt.UTC)
    book.decide(strike.id, Wish(act=Act.ACCEPT), reviewer="Ria", at=at)
    assert book.events(status="accepted") == book.events(status="decided") == (book.event(strike.id),)
    assert book.event(strike.id) not in book.events(status="waits")
    book.decide(strike.id, Wish(act=Act.FLAG), reviewer="Ria", at=at)
    assert book.events(status="flagged") == (book.event(strike.id),)
    assert book.events(status="accepted") == ()
    with pytest.raises(BadFilter, match="one of waits, accepted"):
        book.events(status="done")
