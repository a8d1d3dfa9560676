"""Finding an event, and going from a value to its words."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.browser.conftest import Shown


def test_a_filter_stands_in_the_address_and_comes_back(shown: Shown) -> None:
    page = shown.go("/")
    page.get_by_label("Place").fill("Mogadishu")
    page.get_by_label("Place").press("Enter")
    page.wait_for_url("**/?*place=Mogadishu*")
    rows = page.locator("#events tbody tr").count()
    assert 0 < rows < 40
    page.locator("#events tbody a").first.click()
    page.wait_for_url("**/event/*")
    page.go_back()
    assert page.get_by_label("Place").input_value() == "Mogadishu"
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


def test_claims_light_up_with_their_words(shown: Shown) -> None:
    page = shown.go("/reports")
    page.locator("table.list tbody a").first.click()
    page.wait_for_url("**/report/*")
    card = page.locator(".card[data-claim]").first
    card.hover()
    assert page.locator(".text .lit").count() > 0


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
