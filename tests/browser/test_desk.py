"""Two reviewers at a desk: taken in by the owner, blind to each other until both are done, compared, settled; the trail has all of it."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Shown, Visitor, browsing, let_in, served

import reportedly


@pytest.fixture
def desk(browser: Browser, samples: Path, tmp_path: Path) -> Iterator[tuple[ExitStack, Browser, Visitor, Path]]:
    """A page over a copy of the samples, and what is needed to let more people onto it."""
    with reportedly.open(samples):
        copy = tmp_path / "mine.db"
        shutil.copyfile(samples, copy)
    with served(copy) as (_, link), ExitStack() as people:
        yield people, browser, let_in(link), copy


def seated(people: ExitStack, browser: Browser, visitor: Visitor, key: tuple[str, str] | None = None) -> Shown:
    """Somebody before a browser of their own: the owner, or who signs in with a name and a key."""
    shown = people.enter_context(browsing(browser, visitor if key is None else Visitor(base=visitor.base, cookie="nobody=0")))
    if key is not None:
        page = shown.page
        page.goto(f"{shown.base}/login")
        page.get_by_label("Name").fill(key[0])
        page.get_by_label("Key").fill(key[1])
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{shown.base}/")
    return shown


def admit(page: Page, name: str, role: str) -> tuple[str, str]:
    """Take somebody in, and read their key off the page."""
    form = page.get_by_role("form", name="Take somebody in")
    form.get_by_label("Name").fill(name)
    form.get_by_label("Role").select_option(role)
    form.get_by_role("button", name="Give a key").click()
    return name, page.locator("code.key").inner_text()


def opened(owner: Shown) -> tuple[tuple[str, str], tuple[str, str]]:
    """Two members with their keys, and a sample of twelve events for them."""
    page = owner.go("/desk")
    ria, tom = admit(page, "Ria M.", "curator"), admit(page, "Tom", "reviewer")
    page = owner.go("/desk")
    expect(page.get_by_text(ria[1])).to_have_count(0)
    form = page.get_by_role("form", name="Open a sample")
    form.get_by_label("Events").fill("12")
    form.get_by_role("button", name="Open a sample").click()
    page.wait_for_url("**/desk/sample/1")
    return ria, tom


def told(trail: Page) -> None:
    """The trail has every kind of deed that was done, and is whole."""
    for deed in ("login", "sample", "ballot", "decision", "export", "member"):
        expect(trail.get_by_role("cell", name=deed, exact=True).first).to_be_visible()
    expect(trail.get_by_text("No line was changed")).to_be_visible()


def code(page: Page, *, last: bool) -> int:
    """Code everything that is left: the first choice of each field, or the last but two, which is the last value that reports give."""
    coded = 0
    while "/code" in page.url:
        for field in page.locator("fieldset").all():
            choices = field.locator("input[type=radio]")
            choices.nth(choices.count() - 3 if last else 0).check()
        with page.expect_navigation():
            page.get_by_role("button", name="Keep and go on").click()
        coded += 1
    return coded


def test_two_code_a_sample_blind_are_compared_and_settled(desk: tuple[ExitStack, Browser, Visitor, Path]) -> None:
    people, browser, visitor, casebook = desk
    owner = seated(people, browser, visitor)
    ria, tom = opened(owner)
    one, other = seated(people, browser, visitor, ria), seated(people, browser, visitor, tom)
    here = one.go("/desk/sample/1/code")
    first = here.locator('input[name="event"]').input_value()
    assert code(here, last=False) == 12
    expect(here.get_by_text("shown when both are done")).to_be_visible()
    expect(here.get_by_text("How far they agree")).to_have_count(0)

    there = other.go(f"/event/{first}")
    there.get_by_role("button", name="Accept").first.click()
    expect(there.get_by_text("You code this event in sample 1")).to_be_visible()
    there = other.go("/desk/sample/1/code")
    assert code(there, last=True) == 12
    expect(there.get_by_text("How far they agree")).to_be_visible()
    expect(there.get_by_role("button", name="Settle")).to_have_count(0)

    here = one.go("/desk/sample/1")
    apart = here.locator("article.dispute")
    assert apart.count() > 0
    apart.first.get_by_role("button", name="Settle").click()
    expect(here.locator("article.dispute").first.get_by_text("accepted", exact=True)).to_be_visible()
    with here.expect_download() as download:
        here.get_by_role("link", name="CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8"))))
    assert sum(row["agreed"] == "false" for row in rows) == apart.count()

    here = one.go("/trail")
    told(here)
    assert other.page.goto(f"{other.base}/trail").status == 403  # type: ignore[union-attr]
    other.go("/")
    other.page.get_by_role("button", name="Sign out").click()
    other.page.wait_for_url("**/login")
    assert other.page.goto(f"{other.base}/desk").status == 401  # type: ignore[union-attr]
    assert {*owner.seen.hosts, *one.seen.hosts, *other.seen.hosts} == {"127.0.0.1"}
    with reportedly.open(casebook) as book:
        assert book.desk.broken() == ()
        assert book.decisions()[-1].reviewer == "Ria M."
