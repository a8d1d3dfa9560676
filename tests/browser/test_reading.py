"""Finding an event, and going from a value to its words."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page
from tests.browser.conftest import Shown, browsing, let_in, served_here
from tests.link.made import AGENCY, MINISTRY, claim
from tests.link.made import report as made_report
from tests.made_casebook import made_book

from reportedly.model import Dataset, Span


def test_a_filter_stands_in_the_address_and_comes_back(shown: Shown) -> None:
    page = shown.go("/")
    page.get_by_role("textbox", name="Place").fill("Mogadishu")
    page.get_by_role("textbox", name="Place").press("Enter")
    page.wait_for_url("**/?*place=Mogadishu*")
    rows = page.locator("#events tbody tr").count()
    assert 0 < rows < 40
    page.locator("#events tbody a").first.click()
    page.wait_for_url("**/event/*")
    page.go_back()
    assert page.get_by_role("textbox", name="Place").input_value() == "Mogadishu"
    assert page.locator("#events tbody tr").count() == rows


def test_a_list_downloads_as_it_is_shown(shown: Shown, tmp_path: Path) -> None:
    page = shown.go("/?place=Mogadishu")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    download.value.save_as(tmp_path / "events.csv")
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as table:
        assert len(list(csv.DictReader(table))) == page.locator("#events tbody tr").count()


def test_every_value_is_one_click_from_its_words(shown: Shown) -> None:
    page = shown.go("/?disputed=yes")
    page.locator("#events tbody a").first.click()
    page.wait_for_url("**/event/*")
    entries = page.locator("a.entry")
    for n in range(0, entries.count(), 7):
        href = entries.nth(n).get_attribute("href") or ""
        entries.nth(n).click()
        page.wait_for_url("**/report/*")
        asked = parse_qs(urlsplit(href).query)
        words = page.evaluate(
            "([start, end]) => [...document.querySelector('.text').textContent].length >= end - start && "
            "[...document.querySelectorAll('.stressed')].map(piece => piece.textContent).join('')",
            [int(asked["from"][0]), int(asked["to"][0])],
        )
        assert words
        assert page.locator(".stressed").first.is_visible()
        page.go_back()


def test_a_list_can_be_gone_through_by_keyboard_alone(shown: Shown) -> None:
    page = shown.go("/")
    page.keyboard.press("/")
    page.keyboard.type("bomb")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?*words=bomb*")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    first = page.locator("#events tbody a").first
    assert first.evaluate("link => link === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/event/*")


def test_the_theme_is_kept(shown: Shown) -> None:
    page = shown.go("/")
    light = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.get_by_role("button", name="Dark theme").click()
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert light != dark
    shown.go("/reports")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == dark


@pytest.fixture
def report(shown: Shown) -> Page:
    """The report of the samples that opens with a claim of somebody else."""
    page = shown.go("/disputes")
    page.locator(".dispute .quote").first.click()
    page.wait_for_url("**/report/*")
    return page


def voiced(page: Page) -> Locator:
    """What is shown of a mark."""
    return page.locator(".voiced:not([hidden])")


def test_claims_light_up_with_their_words(report: Page) -> None:
    report.locator(".card[data-claim]").first.hover()
    assert report.locator(".text .lit").count() > 0


def test_a_mark_tells_who_says_it_when_the_pointer_is_on_it_or_on_what_it_tells(report: Page, shown: Shown) -> None:
    mark = report.locator(".text a[data-claims]").first
    mark.hover()
    voiced(report).wait_for()
    chain = report.locator(f"#voices-{(mark.get_attribute('data-claims') or '').split()[0]} li")
    for n in range(chain.count()):
        assert chain.nth(n).inner_text() in voiced(report).inner_text()
    voiced(report).hover()
    report.wait_for_timeout(600)
    assert voiced(report).is_visible()
    report.mouse.move(1, 1)
    voiced(report).wait_for(state="detached")
    assert shown.seen.faults == []


def test_escape_puts_it_away_and_moves_nothing(report: Page) -> None:
    mark = report.locator(".text a[data-claims]").first
    mark.hover()
    voiced(report).wait_for()
    report.keyboard.press("Escape")
    assert voiced(report).count() == 0
    report.mouse.move(1, 1)
    mark.hover()
    voiced(report).wait_for()


def test_a_mark_tells_the_same_by_keyboard_and_leads_to_its_card(report: Page) -> None:
    mark = report.locator(".text a[data-claims]").first
    report.locator("#main").focus()
    while not mark.evaluate("mark => mark === document.activeElement"):
        report.keyboard.press("Tab")
    voiced(report).wait_for()
    described = (mark.get_attribute("aria-describedby") or "").split()
    assert described
    for each in described:
        for words in report.locator(f"#{each}").inner_text().splitlines():
            assert words in voiced(report).inner_text()
    report.keyboard.press("Escape")
    assert voiced(report).count() == 0
    assert mark.evaluate("mark => mark === document.activeElement")
    report.keyboard.press("Tab")
    voiced(report).wait_for()
    report.keyboard.press("Shift+Tab")
    voiced(report).wait_for()
    report.keyboard.press("Enter")
    assert voiced(report).count() == 0
    assert report.url.endswith(mark.get_attribute("href") or "?")
    assert report.evaluate("document.querySelector('.card:target') !== null")


def test_a_long_report_with_hundreds_of_claims_stays_quick(browser: Browser) -> None:
    long = made_report("rlong", "Shells hit Qamar again today. " * 2000)
    claims = [claim(long, 30 * n, chain=[MINISTRY, AGENCY], evidence=Span(30 * n, 30 * n + 60)) for n in range(600)]
    with served_here(made_book(Dataset(reports=(long,), claims=tuple(claims)))) as link, browsing(browser, let_in(link)) as shown:
        page = shown.go("/report/rlong")
        page.locator(".text a[data-claims]").nth(300).hover()
        voiced(page).wait_for()
        assert voiced(page).locator("section").count() == 2
        assert "relayed by Reuters" in voiced(page).inner_text()
        taken = page.evaluate(
            "() => { const marks = [...document.querySelectorAll('.text a[data-claims]')]; const start = performance.now();"
            " for (const mark of marks.slice(0, 100)) mark.dispatchEvent(new MouseEvent('mouseover', { bubbles: true, clientY: 1 }));"
            " return (performance.now() - start) / 100; }"
        )
        assert taken < 50


def test_a_citation_is_copied_and_downloaded_as_it_is_shown(shown: Shown, tmp_path: Path) -> None:
    page = shown.go("/?place=Mogadishu&disputed=yes")
    page.locator("#events tbody a").first.click()
    page.wait_for_url("**/event/*")
    page.get_by_role("link", name="Cite", exact=True).click()
    page.wait_for_url(re.compile(r"/cite\?of="))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for name, ending in (("APA 7", "txt"), ("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "json")):
        block = page.get_by_role("group", name=name, exact=True).text_content()
        page.get_by_role("button", name=f"Copy {name}").click()
        page.get_by_text(f"{name} is copied.").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == block
        with page.expect_download() as download:
            page.get_by_role("link", name=f"Download .{ending}").click()
        assert download.value.suggested_filename.endswith(f".{ending}")
        download.value.save_as(tmp_path / f"cited.{ending}")
        assert (tmp_path / f"cited.{ending}").read_text("utf-8") == block
    assert shown.seen.faults == []


def test_where_the_browser_copies_nothing_the_citation_is_selected(shown: Shown) -> None:
    page = shown.go("/cite")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.get_by_role("button", name="Copy BibTeX").click()
    page.get_by_text("It is selected").wait_for()
    assert "@misc{reportedly-" in page.evaluate("getSelection().toString()")


def test_a_copy_is_gone_to_from_its_edge_and_each_mark_leads_to_its_twin(shown: Shown) -> None:
    page = shown.go("/lineage")
    page.get_by_role("link", name="side by side").first.click()
    page.wait_for_url("**/copies?*")
    left, right = (page.locator(f"section[aria-labelledby={name}] article") for name in ("source", "copy"))
    a, b = left.bounding_box(), right.bounding_box()
    assert a is not None
    assert b is not None
    assert a["x"] + a["width"] <= b["x"]
    assert left.locator(".shared").first.inner_text() == right.locator(".shared").first.inner_text()
    left.locator(".shared").first.click()
    assert page.url.endswith("#copy-1")
    assert page.evaluate("document.querySelector(':target').parentElement.closest('section').getAttribute('aria-labelledby')") == "copy"
    page.set_viewport_size({"width": 360, "height": 900})
    a, b = left.bounding_box(), right.bounding_box()
    assert a is not None
    assert b is not None
    assert a["y"] + a["height"] <= b["y"]
    assert shown.seen.faults == []


def test_an_edge_of_the_drawing_can_be_followed_by_keyboard(shown: Shown) -> None:
    page = shown.go("/lineage")
    page.get_by_role("link", name="side by side").first.click()
    page.locator("section[aria-labelledby=copy] h2 a").click()
    page.wait_for_url("**/report/*")
    page.get_by_role("link", name="its event").first.click()
    page.wait_for_url("**/event/*")
    edge = page.get_by_role("link", name=re.compile("copies .*: side by side")).first
    edge.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/copies?*")
    assert "A copy and its source" in page.locator("h1").inner_text()
