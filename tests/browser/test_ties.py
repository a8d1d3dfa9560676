"""From one event to the others: from a strike to its campaign and what followed, and the answer to what may be the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.conftest import Shown, browsing, let_in, served

import reportedly
from reportedly.model import Tie, TieKind


@pytest.fixture
def casebook(samples: Path, tmp_path: Path) -> Path:
    """The samples in a casebook that may be changed."""
    return Path(shutil.copyfile(samples, tmp_path / "mine.db"))


@pytest.fixture
def desk(browser: Browser, casebook: Path) -> Iterator[Shown]:
    """A reviewer's browser, as wide as a telephone."""
    with served(casebook) as (_, link), browsing(browser, let_in(link), width=360) as shown:
        yield shown


def tied(casebook: Path, kind: TieKind) -> Tie:
    """The first tie of a kind."""
    with reportedly.open(casebook) as book:
        return next(tie for tie in book.dataset().views.ties if tie.kind is kind)


def test_a_reader_goes_from_a_strike_to_its_campaign_and_back_and_reads_why(desk: Shown, casebook: Path) -> None:
    tie = tied(casebook, TieKind.PART_OF)
    page = desk.go(f"/event/{tie.b}")
    others = page.locator("section", has=page.get_by_role("heading", name="Other events"))
    expect(others.get_by_role("heading", level=3)).to_have_text(["Part of", "What followed"])
    expect(others).to_contain_text(tie.why)
    others.get_by_text("claims").first.click()
    expect(others.locator("a.quote").first).to_be_visible()
    others.locator(f'a[href="/event/{tie.a}"]').click()
    expect(page.get_by_role("heading", name="Its parts")).to_be_visible()
    page.locator(f'a[href="/event/{tie.b}"]').click()
    page.wait_for_url(f"**/event/{tie.b}")


def test_what_is_not_the_same_is_asked_no_more_until_that_is_undone(desk: Shown, casebook: Path) -> None:
    tie = tied(casebook, TieKind.MAY_BE_SAME)
    page = desk.go(f"/event/{tie.a}")
    page.get_by_role("link", name="Merge, or not the same").click()
    expect(page.get_by_label("The same as event")).to_have_value(tie.b)
    page.get_by_role("button", name="Not the same").click()
    expect(page.locator(".told")).to_be_visible()
    expect(page.get_by_role("heading", name="May be the same")).to_have_count(0)
    page.locator(".told").get_by_role("button").click()
    expect(page.get_by_role("heading", name="May be the same")).to_be_visible()


def test_what_is_the_same_is_merged(desk: Shown, casebook: Path) -> None:
    tie = tied(casebook, TieKind.MAY_BE_SAME)
    page = desk.go(f"/event/{tie.a}?same={tie.b}")
    page.get_by_role("button", name="Merge").click()
    expect(page.get_by_role("heading", name="May be the same")).to_have_count(0)
    with reportedly.open(casebook) as book:
        merged = book.event(tie.a)
        assert book.event(tie.b) == merged
        assert set(tie.claims) <= {claim.id for claim in merged.claims}
