"""Pictures of every page for `docs/screens/`: light, dark, and on a telephone. Run as a program: `python -m tests.browser.screens`.

They show the samples, in a casebook in which two have coded a sample and some things were decided, so that no page is empty.
"""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from tests.browser.chromium import QUIET, found
from tests.browser.conftest import ROOT, Visitor, let_in, served

import reportedly
from reportedly.book import Book
from reportedly.book.deciding import Wish
from reportedly.book.desk import CANNOT_TELL, options_of
from reportedly.model import Act, Field, Role

SCREENS = ROOT / "docs" / "screens"
AT = dt.datetime(2031, 6, 1, 12, tzinfo=dt.UTC)
LOOKS = (("light", 1280, 860), ("dark", 1280, 860), ("phone", 360, 720))
QUALITY = 82


def main() -> None:
    """Take all pictures anew."""
    program = found()
    if program is None:
        sys.exit("Chromium is missing. No picture was taken. Run `python -m tests.browser.chromium`, which installs it.")
    SCREENS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        casebook = Path(folder) / "samples.db"
        command = [sys.executable, "-m", "reportedly.cli", "run", str(ROOT / "samples"), "--into", str(casebook)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603  (our own command)
        with reportedly.open(casebook) as book:
            lived_in(book)
            pages = dict(addresses(book))
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        with served(casebook) as (_, link):
            visitor = let_in(link)
            for look, width, height in LOOKS:
                take(browser, visitor, pages, look=look, width=width, height=height)
        browser.close()


def lived_in(book: Book) -> None:
    """Some members, decisions, and a sample that both have coded."""
    for name, role in (("Ria", Role.REVIEWER), ("Tom", Role.CURATOR)):
        book.desk.admit(name, role, by="Olu", at=AT)
    sample = book.desk.draw(book.events(origins=2), 6, ("Ria", "Tom"), by="Tom", at=AT, seed=2)
    index = book.as_read()
    for turn, reviewer in enumerate(sample.reviewers):
        for n, drawn in enumerate(sample.events):
            options = {field: (*options_of(index, drawn, field), CANNOT_TELL) for field in sample.fields}
            choices = {field: some[min(len(some) - 1, turn * (n % 2))] for field, some in options.items()}
            book.desk.code(sample.number, drawn, choices, reviewer=reviewer, at=AT)
    for event in book.events(disputed=True)[:2]:
        book.decide(event.id, Wish(act=Act.COMMENT, reason="Two ministries, one statement?"), reviewer="Tom", at=AT)
    book.decide(book.events(disputed=True)[0].id, Wish(act=Act.FLAG), reviewer="Tom", at=AT)
    most = max(book.events(), key=lambda event: len(event.claims))
    claim = next(each for each in most.claims if each.get(Field.KILLED) is not None)
    book.decide(most.id, Wish(act=Act.ACCEPT, claims=(claim.id,), field=Field.KILLED), reviewer="Ria", at=AT)


def addresses(book: Book) -> Iterator[tuple[str, str]]:
    """A name and an address for each kind of page."""
    event = max((each for each in book.events() if each.disputes), key=lambda each: (len(each.claims), each.id))
    claim = next(each for each in event.claims if each.get(Field.KILLED) is not None)
    report = book.report(claim.report)
    copies = next(edge for edge in book.lineage() if edge.share is not None)
    yield from {
        "events": "/",
        "map": "/map?at=30,35,3",
        "pictures": "/pictures",
        "event": f"/event/{event.id}",
        "deciding": f"/event/{event.id}?claim={claim.id}&field=killed#decide",
        "lineage-of-an-event": f"/event/{event.id}#lineage",
        "other-events": f"/event/{tied(book)}#other-events",
        "reading": f"/report/{report.id}?from={claim.spans[0].start}&to={claim.spans[0].end}#at",
        "copies": f"/copies?report={copies.report}&of={copies.source_id}",
        "why": f"/why?a={event.claims[0].id}&b={event.claims[1].id}",
        "cite": f"/cite?of=/event/{event.id}",
        "review": "/review",
        "decisions": "/decisions",
        "disputes": "/disputes",
        "reports": "/reports",
        "lineage": "/lineage",
        "problems": "/problems",
        "desk": "/desk",
        "sample": "/desk/sample/1",
        "trail": "/trail",
        "login": "/login",
    }.items()


def tied(book: Book) -> str:
    """The event that has most ties."""
    ends = Counter(end for tie in book.as_read().dataset.views.ties for end in (tie.a, tie.b))
    return min(ends, key=lambda each: (-ends[each], each))


def take(browser: Browser, visitor: Visitor, pages: dict[str, str], *, look: str, width: int, height: int) -> None:
    """One look at every page."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="dark" if look == "dark" else "light")
    name, _, value = visitor.cookie.partition("=")
    context.add_cookies([{"name": name, "value": value, "url": visitor.base}])
    page = context.new_page()
    for called, address in pages.items():
        page.goto(visitor.base + address)
        settle(page)
        page.screenshot(path=SCREENS / f"{called}-{look}.jpg", type="jpeg", quality=QUALITY)
    context.close()


def settle(page: Page) -> None:
    """Wait until a map is drawn, where there is one, and the page has come to rest."""
    if page.locator("#map[data-source]").count():
        page.wait_for_selector("#map[data-drawn]")
    at, before = page.evaluate("scrollY"), -1
    while at != before:
        page.wait_for_timeout(250)
        at, before = page.evaluate("scrollY"), at


if __name__ == "__main__":
    main()
