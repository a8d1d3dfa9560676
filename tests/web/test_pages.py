"""The pages, over made-up casebooks: whole, empty, hostile and large."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from litestar.testing import TestClient
from tests.link.made import MINISTRY, QAMAR, claim, count, report
from tests.made_casebook import HOSTILE, LATER, POST, STRIKE, TRAP, made_book, made_dataset

from reportedly.book import Book
from reportedly.book.filters import places
from reportedly.model import Dataset, Span, Views
from reportedly.reconcile.event import reconcile
from reportedly.web.app import application
from reportedly.web.sessions import Session

PORT = 8737


class Page(HTMLParser):
    """What stands in a page: its elements, its text, its links."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Words."""
        self.words.append(data)

    @property
    def text(self) -> str:
        """All words."""
        return " ".join(" ".join(self.words).split())

    @property
    def links(self) -> list[str]:
        """Where links lead."""
        return [str(attributes["href"]) for tag, attributes in self.tags if tag == "a" and "href" in attributes]


def asking(book: Book) -> Callable[[str], tuple[int, str]]:
    session = Session()
    client = TestClient(
        application(book, session=session, port=PORT, reviewer="Ria"), base_url=f"http://127.0.0.1:{PORT}", raise_server_exceptions=True
    )
    client.cookies.set(f"reportedly_{PORT}", session.cookie)

    def ask(path: str) -> tuple[int, str]:
        answer = client.get(path)
        return answer.status_code, answer.text

    return ask


@pytest.fixture
def book() -> Book:
    return made_book()


@pytest.fixture
def ask(book: Book) -> Callable[[str], tuple[int, str]]:
    return asking(book)


def shown(ask: Callable[[str], tuple[int, str]], path: str) -> Page:
    status, source = ask(path)
    assert status == 200, source
    return Page(source)


def test_the_list_has_every_event_with_its_numbers(book: Book, ask: Callable[[str], tuple[int, str]]) -> None:
    page = shown(ask, "/")
    assert "3 events" in page.text
    for event in book.events():
        assert f"/event/{event.id}" in page.links


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("/?place=Qamar", 2),
        ("/?words=harbour+of+nowhere", 0),
        ("/?words=FIGHTERS+of+the+reed", 1),
        ("/?voice=Casualty+Watch", 1),
        ("/?disputed=yes", 1),
        ("/?origins=2", 1),
        ("/?kind=Armed+clash", 2),
        ("/?since=2031-05-14&until=2031-05-14", 1),
        ("/?place=Qamar&disputed=yes&sort=-killed", 1),
        ("/?nonsense=1", 3),
    ],
)
def test_filters_add_up_and_stand_in_the_address(ask: Callable[[str], tuple[int, str]], address: str, number: int) -> None:
    page = shown(ask, address)
    assert re.search(rf"\b{number} events?\b", page.text)
    rows = list(csv.reader(io.StringIO(ask(address.replace("/?", "/events.csv?"))[1])))
    assert len(rows) == number + 1


@pytest.mark.parametrize(
    "address",
    [
        "/?since=yesterday",
        "/?kind=tapestry",
        "/?page=0",
        "/?page=x",
        "/?origins=-1",
        "/?sort=colour",
        "/?origins=99999999999",
        "/events.csv?until=x",
    ],
)
def test_a_filter_that_cannot_be_read_says_how_to_write_it(ask: Callable[[str], tuple[int, str]], address: str) -> None:
    status, source = ask(address)
    assert status == 400
    assert "Write it as" in Page(source).text


@pytest.mark.parametrize("sort", ["date", "place", "kind", "killed", "reports", "origins", "disputes"])
def test_each_order_can_be_turned_round(book: Book, ask: Callable[[str], tuple[int, str]], sort: str) -> None:
    def order(address: str) -> list[str]:
        return [row[0] for row in csv.reader(io.StringIO(ask(address)[1]))][1:]

    one, other = order(f"/events.csv?sort={sort}"), order(f"/events.csv?sort=-{sort}")
    assert sorted(one) == sorted(other) == sorted(event.id for event in book.events())
    assert one[0] == other[-1] or sort not in ("date", "killed")


def test_an_event_shows_its_remarks_disputes_matrix_and_claims(book: Book, ask: Callable[[str], tuple[int, str]]) -> None:
    (event,) = book.events(disputed=True)
    page = shown(ask, f"/event/{event.id}")
    for remark in event.explanation:
        assert remark.text in page.text
    for words in (
        "Disputes",
        "Who says what",
        "How the number of killed was told",
        "Checks that fail",
        "Who had it from whom",
        "Casualty Watch",
    ):
        assert words in page.text


def test_a_rule_makes_the_numbers_of_an_event_and_stays_in_the_address(book: Book, ask: Callable[[str], tuple[int, str]]) -> None:
    (event,) = book.events(disputed=True)
    usual, latest = (shown(ask, f"/event/{event.id}{rule}") for rule in ("", "?rule=latest"))
    assert usual.text.count("12-15") == 2
    assert "killed 15" in latest.text
    assert "12-15" not in latest.text
    assert next(a["value"] for tag, a in latest.tags if tag == "option" and "selected" in a) == "latest"
    choosing = [link for link in latest.links if link.endswith("#decide") and "claim=" in link]
    assert choosing
    assert all("&rule=latest#" in link for link in choosing)
    assert not any("rule=" in link for link in usual.links)


def test_choosing_a_rule_keeps_the_value_that_is_chosen(book: Book, ask: Callable[[str], tuple[int, str]]) -> None:
    (event,) = book.events(disputed=True)
    page = shown(ask, f"/event/{event.id}?claim={event.claims[0].id}&field=killed&rule=acled")
    at = next(n for n, (tag, a) in enumerate(page.tags) if tag == "form" and a.get("class") == "rule")
    hidden = {a["name"]: a["value"] for tag, a in page.tags[at : at + 12] if tag == "input" and a.get("type") == "hidden"}
    assert hidden == {"claim": event.claims[0].id, "field": "killed"}


def test_an_unknown_rule_says_which_there_are(book: Book, ask: Callable[[str], tuple[int, str]]) -> None:
    status, source = ask(f"/event/{book.events()[0].id}?rule=tapestry")
    assert status == 400
    assert "Write it as one of ucdp, acled, airwars" in Page(source).text


def test_an_event_has_its_grade_and_the_reason(book: Book, ask: Callable[[str], tuple[int, str]]) -> None:
    (event,) = book.events(disputed=True)
    (clash,) = book.events(place="Ostvik")
    assert event.grade is not None
    page = shown(ask, f"/event/{event.id}")
    assert "Grade after Airwars: fair" in page.text
    assert event.grade.why in page.text
    assert "Grade after Airwars" not in shown(ask, f"/event/{clash.id}").text


def test_every_value_is_one_click_from_its_quote(book: Book, ask: Callable[[str], tuple[int, str]]) -> None:
    (event,) = book.events(disputed=True)
    page = shown(ask, f"/event/{event.id}")
    entries = [attributes for tag, attributes in page.tags if tag == "a" and "entry" in str(attributes.get("class", ""))]
    cells = [entry for row in event.matrix().rows for cell in row.cells for entry in cell]
    assert len(entries) == len(cells) > 0
    for attributes in entries:
        found = re.fullmatch(r"/report/(\w+)\?from=(\d+)&to=(\d+)#at", str(attributes["href"]))
        assert found is not None
        stressed = shown(ask, str(attributes["href"]).partition("#")[0])
        assert any(tag == "span" and a.get("id") == "at" for tag, a in stressed.tags)


def test_a_claim_has_an_address_of_its_own(book: Book, ask: Callable[[str], tuple[int, str]]) -> None:
    page = shown(ask, f"/claim/{book.claims()[0].id}")
    assert any("stressed" in str(attributes.get("class", "")) for _, attributes in page.tags)


def test_a_report_is_shown_whole_with_its_claims_hash_and_boilerplate(ask: Callable[[str], tuple[int, str]]) -> None:
    status, source = ask(f"/report/{POST.id}")
    page = Page(source)
    assert status == 200
    assert POST.sha256 in page.text
    assert " ".join(STRIKE.split()) in page.text
    assert any("boilerplate" in str(attributes.get("class", "")) for _, attributes in page.tags)
    assert "https://qamar.example/missiles" in page.links
    outward = [a for tag, a in page.tags if tag == "a" and str(a.get("href", "")).startswith("http")]
    assert all(a["rel"] == "noreferrer noopener" for a in outward)


def test_what_hides_in_a_text_is_shown(ask: Callable[[str], tuple[int, str]]) -> None:
    status, source = ask(f"/report/{TRAP.id}")
    assert status == 200
    assert "⟨U+202E⟩" in source
    assert "⟨U+001B⟩" in source
    article = source[source.index("<article") : source.index("</article>")]
    assert "\u202e" not in article


def test_why_two_claims_are_of_one_event(book: Book, ask: Callable[[str], tuple[int, str]]) -> None:
    (event,) = book.events(disputed=True)
    a, b = event.claims[:2]
    assert "of one event" in shown(ask, f"/why?a={a.id}&b={b.id}").text
    other = next(c for c in book.claims() if c not in event.claims)
    assert "of two events" in shown(ask, f"/why?a={a.id}&b={other.id}").text
    assert ask(f"/why?a={a.id}&b={a.id}")[0] == 400
    assert ask("/why")[0] == 404


@pytest.mark.parametrize("path", ["/reports", "/disputes", "/lineage", "/problems"])
def test_the_other_lists_are_there(ask: Callable[[str], tuple[int, str]], path: str) -> None:
    assert shown(ask, path).text


@pytest.mark.parametrize("path", ["/event/e999999", "/report/nothing", "/claim/x", "/nowhere", "/event/"])
def test_what_is_not_there_is_told(ask: Callable[[str], tuple[int, str]], path: str) -> None:
    status, source = ask(path)
    assert status == 404
    assert "To the list of events" in Page(source).text


ALLOWED = set(
    "html head meta title link script body a header nav button main h1 h2 h3 p form label input select option span strong em small code div table "
    "thead tbody tr th td ul ol li section article aside dl dt dd details summary datalist q bdi kbd pre svg path g rect text "
    "figure figcaption defs pattern circle polyline output".split()
)


def test_nothing_in_a_report_becomes_a_part_of_a_page(book: Book, ask: Callable[[str], tuple[int, str]]) -> None:
    (trap,) = book.events(actor="gang")
    for path in (
        "/",
        f"/event/{trap.id}",
        f"/report/{TRAP.id}",
        "/reports",
        "/disputes",
        "/lineage",
        "/problems",
        "/pictures",
        f"/cite?of=/event/{trap.id}%3Fclaim={trap.claims[0].id}%26field=outcome",
        f"/cite?of=/report/{TRAP.id}",
        f"/cite?of={quote(f'/?words={quote(HOSTILE)}')}",
        f"/?words={quote(HOSTILE)}",
        f"/pictures?words={quote(HOSTILE)}",
    ):
        page = Page(ask(path)[1])
        assert {tag for tag, _ in page.tags} <= ALLOWED, path
        scripts = [attributes for tag, attributes in page.tags if tag == "script"]
        assert scripts[:2] == [{"type": "module", "src": f"/static/{name}.js"} for name in ("page", "keys")]
        assert all(set(each) == {"type", "src"} and re.fullmatch(r"/static/\w+\.js", str(each["src"])) for each in scripts)
        assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)


def test_only_web_addresses_become_links() -> None:
    evil = dataclasses.replace(POST, url="javascript:alert(1)")
    dataset = made_dataset()
    reports = tuple(evil if each.id == evil.id else each for each in dataset.reports)
    page = shown(asking(made_book(dataclasses.replace(dataset, reports=reports))), f"/report/{POST.id}")
    assert not any("javascript" in link for link in page.links)
    assert "javascript:alert(1)" in page.text


def test_an_empty_casebook_says_what_to_do() -> None:
    empty = asking(made_book(Dataset(reports=(), claims=())))
    assert "reportedly run" in shown(empty, "/").text
    assert "reportedly run" in shown(empty, "/reports").text
    assert "reportedly run" in shown(empty, "/pictures").text
    for path in ("/disputes", "/lineage", "/problems"):
        assert shown(empty, path).text


def test_a_report_of_ten_thousand_words_and_an_event_of_two_hundred_reports_have_pages() -> None:
    reports = [report(f"r{n:03}") for n in range(200)]
    long = report("rlong", "A missile hit Qamar. " + "word " * 10_000)
    claims = [claim(r, 10, chain=[MINISTRY], place=QAMAR, killed=count(n)) for n, r in enumerate(reports)]
    claims.append(claim(long, 2, place=QAMAR, evidence=Span(0, 20)))
    events, disputes = reconcile([*reports, long], claims, [[c.id for c in claims]], ())
    dataset = Dataset(reports=(*reports, long), claims=tuple(claims), views=Views(events=events, disputes=disputes))
    ask = asking(made_book(dataset))
    assert shown(ask, f"/event/{events[0].id}").text.count("Ministry of Defence") > 100
    assert len(shown(ask, "/report/rlong").text) > 50_000
    assert "Page 1 of 3" in shown(ask, "/reports").text
    assert "Page 3 of 3" in shown(ask, "/reports?page=3").text


def test_a_change_of_the_casebook_is_seen_at_once(book: Book) -> None:
    ask = asking(book)
    assert "3 events" in shown(ask, "/").text
    book._casebook.put(Dataset(reports=(LATER,), claims=()))  # type: ignore[attr-defined]  # the fake casebook  # noqa: SLF001
    assert "0 events" in shown(ask, "/").text


def test_the_map_and_its_tray_are_all_events(ask: Callable[[str], tuple[int, str]], book: Book) -> None:
    for path in ("", "?place=Qamar", "?lacks=place", "?lacks=day", "?words=nothing+fits"):
        drawn = json.loads(ask(f"/map.json{path}")[1])
        rows = [dict(zip(drawn["columns"], row, strict=True)) for row in drawn["events"]]
        page = shown(ask, f"/map{path}")
        total = len(rows)
        if not total:
            assert "No event fits" in page.text
            continue
        placed, dated = (sum(1 for row in rows if row[name] not in (None, [])) for name in ("places", "start"))
        assert f"{placed} on the map + {total - placed} with no place" in page.text
        assert f"{dated} on the timeline + {total - dated} with no day" in page.text
    assert {row["id"] for row in rows} <= {event.id for event in book.events()}


def test_the_map_says_of_an_event_what_the_event_says(ask: Callable[[str], tuple[int, str]], book: Book) -> None:
    drawn = json.loads(ask("/map.json")[1])
    rows = [dict(zip(drawn["columns"], row, strict=True)) for row in drawn["events"]]
    assert [row["id"] for row in rows] == [event.id for event in book.events()]
    for row, event in zip(rows, book.events(), strict=True):
        assert drawn["kinds"][row["kind"]] == event.kind.value
        assert (row["killed"], row["origins"], row["disputes"]) == (event.killed.best, event.origins, len(event.disputes))
        assert {drawn["places"][n][1] for n in row["places"]} <= {place.name for place in places(event.place)}


def test_the_places_download_with_their_precision(ask: Callable[[str], tuple[int, str]]) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("/map.csv")[1])))
    assert {row["name"] for row in rows} >= {"Qamar"}
    assert all(row["where_prec"] for row in rows)
    assert sum(int(row["events"]) for row in rows) >= len(rows)


def test_the_map_brings_along_all_that_it_needs(ask: Callable[[str], tuple[int, str]]) -> None:
    _, source = ask("/map")
    page = Page(source)
    wanted = {attributes.get("src") or attributes.get("href") for tag, attributes in page.tags if tag in ("script", "link")}
    wanted |= {attributes["data-land"] for _, attributes in page.tags if "data-land" in attributes}
    assert {"/static/leaflet/leaflet.js", "/static/basemap/basemap.json", "/static/map.js"} <= wanted
    for address in wanted:
        assert address is not None
        assert ask(address)[0] == 200, address
