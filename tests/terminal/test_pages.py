"""How events, reports and lists look."""

from __future__ import annotations

import dataclasses
import io

import pytest
from rich.console import RenderableType
from tests.link.made import QAMAR, claim, count, report
from tests.made_casebook import HOSTILE, MENU, POST, STRIKE, made_book
from tests.web.test_copies import TWIN, copied

from reportedly.book import Book, BookEvent
from reportedly.link.lineage import lineage
from reportedly.model import Dataset, Views, Voice, VoiceKind
from reportedly.reconcile.event import reconcile
from reportedly.terminal.claims import claims_table
from reportedly.terminal.console import THEME, BrokenConsole, console
from reportedly.terminal.disputes import disputes_list
from reportedly.terminal.event import event_page
from reportedly.terminal.events import events_table
from reportedly.terminal.lineage import lineage_list
from reportedly.terminal.outcome import best_reported
from reportedly.terminal.problems import problems_table
from reportedly.terminal.report import report_page


@pytest.fixture(scope="module")
def book() -> Book:
    return made_book()


@pytest.fixture(scope="module")
def strike(book: Book) -> BookEvent:
    (event,) = book.events(disputed=True)
    return event


def printed(made: RenderableType, width: int = 80) -> str:
    file = io.StringIO()
    console(file, width=width).print(made)
    return file.getvalue()


def styled(made: RenderableType) -> str:
    file = io.StringIO()
    BrokenConsole(file=file, width=80, force_terminal=True, color_system="standard", markup=False, highlight=False, theme=THEME).print(made)
    return file.getvalue()


def crowd(voices: int) -> BookEvent:
    """One event on which many voices say something."""
    told = report("r1", " ".join(f"word{n}" for n in range(80)))
    speakers = [Voice(name=f"Speaker number {n}", id=f"person:{n}", kind=VoiceKind.MONITOR) for n in range(voices)]
    claims = [claim(told, n * 6, chain=[speaker], killed=count(n), place=QAMAR) for n, speaker in enumerate(speakers)]
    edges = lineage([told], claims)
    events, disputes = reconcile([told], claims, [[c.id for c in claims]], edges)
    views = Views(events=events, disputes=disputes, lineage=edges)
    (event,) = made_book(Dataset(reports=(told,), claims=tuple(claims), views=views)).events()
    return event


# events


def test_a_wide_screen_has_a_column_for_everything_and_a_narrow_one_stacks(book: Book) -> None:
    wide, narrow = printed(events_table(book.events(), width=140), 140), printed(events_table(book.events(), width=80))
    assert "place" in wide.splitlines()[0].split()
    assert "date, place" in narrow.splitlines()[0]
    for words in ("2031-05-14", "Qamar (XC)", "12-15 killed", "Ostvik"):
        assert words in wide
        assert words in narrow


def test_zero_killed_is_shown(book: Book) -> None:
    assert "0 killed" in printed(events_table(book.events(place="Ostvik"), width=80))


def test_an_event_without_a_day_or_a_side_says_so(book: Book) -> None:
    (trap,) = book.events(actor="gang")
    _, _, row, *_ = printed(events_table([trap], width=300), 300).splitlines()
    assert row.split()[1] == "—"
    assert "→ ?" in row


def test_what_is_shown_is_counted(book: Book) -> None:
    assert printed(events_table(book.events(), width=80)).splitlines()[-1] == "3 events from 4 reports, 3 disputes."


def test_the_best_reported_events_keep_their_order(book: Book) -> None:
    events = book.events()
    assert best_reported(tuple(reversed(events)), 1) == [events[0]]
    assert best_reported(events, 9) == list(events)


# one event


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize("quotes", [True, False])
def test_a_wide_event_is_printed_in_blocks_that_fit(width: int, *, quotes: bool) -> None:
    said = printed(event_page(crowd(9), width=width, quotes=quotes), width)
    assert max(map(len, said.splitlines())) <= width
    words = " ".join(said.split())
    assert all(f"Speaker number {n}" in words for n in range(9))


def test_blocks_are_of_one_size() -> None:
    said = printed(event_page(crowd(4), width=80))
    heads = [line for line in said.splitlines() if line.split() and set(line.split()) == {"monitor"}]
    assert [line.split() for line in heads] == [["monitor", "monitor"]] * 2


def test_quotes_are_shown_when_they_are_asked_for(strike: BookEvent) -> None:
    without, with_ = printed(event_page(strike, width=120), 120), printed(event_page(strike, width=120, quotes=True), 120)
    assert without.count("three of them children") == 0
    assert with_.count("“three of them children”") == 2


def test_an_event_lists_disputes_checks_origins_and_reports(strike: BookEvent) -> None:
    said = printed(event_page(strike, width=120), 120)
    assert "3 disputes\n" in said
    assert "“denied any strike”" in said
    assert "1 check failed" in said
    assert "2 independent origins: Casualty Watch; Xanadian Ministry of Defence" in said
    assert "r1000  Qamar Post, 2031-05-15    Missiles hit Qamar" in said


def test_an_event_is_explained_and_its_toll_told_in_order(strike: BookEvent) -> None:
    said = " ".join(printed(event_page(strike, width=100), 100).split())
    for remark in strike.explanation:
        assert remark.text in said
    assert "How the number of killed was told" in said
    assert said.index("2031-05-14") < said.index("2031-05-17")


def test_a_relayed_value_says_through_whom_it_came(strike: BookEvent) -> None:
    assert "15 via Reuters" in printed(event_page(strike, width=120), 120)


def test_a_denial_is_no_assertion(strike: BookEvent) -> None:
    assert "Xanadian Navy [denies]" in printed(event_page(strike, width=120), 120)


# a report


def test_a_file_gets_signs_around_claims_and_boilerplate(book: Book) -> None:
    said = printed(report_page(POST, book.claims(report=POST.id), book.index(), styled=False), 120)
    assert f"‹{STRIKE}›[1]" in said
    assert f"{{menu: {MENU}}}" in said


def test_a_terminal_gets_styles_instead(book: Book) -> None:
    said = styled(report_page(POST, book.claims(report=POST.id), book.index(), styled=True))
    assert f"\x1b[4m{STRIKE}\x1b[0m\x1b[1;36m[1]\x1b[0m" in said
    assert f"\x1b[2m{MENU}\x1b[0m" in said
    assert "‹" not in said


def test_the_text_is_all_there(book: Book) -> None:
    claims = book.claims(report=POST.id)
    said = printed(report_page(POST, claims, book.index(), styled=True), 200)
    for number in range(len(claims)):
        said = said.replace(f"[{number + 1}]", "", 1)
    assert POST.text in "\n".join(line.rstrip() for line in said.splitlines())


def test_claims_on_the_same_words_are_all_numbered(book: Book) -> None:
    first = book.claims(report=POST.id)[0]
    twice = (first, dataclasses.replace(first))
    said = printed(report_page(POST, twice, book.index(), styled=False), 120)
    assert f"‹‹{STRIKE}›[1]›[2]" in said


def test_a_report_without_claims_says_so(book: Book) -> None:
    assert printed(report_page(POST, (), book.index(), styled=False)).rstrip().endswith("0 claims.")


# lists


def test_a_claim_is_shown_with_who_says_it_and_its_quote(book: Book) -> None:
    said = " ".join(printed(claims_table(book.claims(voice="Reuters"), book.index()), 160).split())
    assert "Casualty Watch → Reuters" in said
    assert "the missiles on Qamar killed 15 people" in said


def test_a_dispute_has_both_sides_with_quotes_and_reports(book: Book, strike: BookEvent) -> None:
    said = printed(disputes_list(book.disputes(), {strike.id: strike}), 120)
    killed = said[said.index("✗ killed") :]
    assert "Xanadian Ministry of Defence: 12" in killed
    assert "Casualty Watch → Reuters: 15" in killed
    assert "Qamar Post, 2031-05-15" in killed
    assert "Daily Ledger, 2031-05-17" in killed


def test_lineage_is_grouped_by_what_it_starts_from(book: Book) -> None:
    said = printed(lineage_list(book.lineage(), book.index()), 120)
    assert "Reuters  → 1 report\n  credited by Daily Ledger, 2031-05-17" in said


def test_reports_with_the_same_words_are_a_group_of_which_none_is_the_source() -> None:
    alike = copied(TWIN)
    said = printed(lineage_list(alike.lineage(), alike.index()), 120)
    assert "Delta Post, 2031-05-15  → 2 reports\n  same words in Qamar Post, 2031-05-15" in said
    assert "which was first is not told" in said
    assert "copied by Qamar Post, 2031-05-15" in printed(lineage_list(copied().lineage(), copied().index()), 120)


def test_a_problem_has_its_source_reason_and_detail(book: Book) -> None:
    said = printed(problems_table(book.problems()), 200)
    assert "encrypted" in said
    assert "It needs a password." in said


def test_empty_lists_say_that_they_are_empty(book: Book) -> None:
    assert printed(events_table([], width=80)) == "No event fits.\n"
    assert printed(claims_table([], book.index())) == "No claim fits.\n"
    assert printed(disputes_list([], {})) == "Nothing is disputed.\n"
    assert printed(lineage_list([], book.index())) == "No report names or copies a source.\n"
    assert printed(problems_table([])) == "Everything could be read.\n"


def test_nothing_from_a_report_reaches_a_terminal_as_a_command(book: Book) -> None:
    for event in book.events():
        said = styled(event_page(event, width=80, quotes=True))
        assert "\x1b]" not in said
        assert "\x1b[2J" not in said
        assert "\x07" not in said
    assert "\x1b[2J" in HOSTILE
