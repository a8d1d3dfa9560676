"""Finding an event, and going from a value to its words."""

from __future__ import annotations

import csv
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.browser.conftest import Shown


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


def test_claims_light_up_with_their_words(shown: Shown) -> None:
    page = shown.go("/reports")
    page.locator("table.list tbody a").first.click()
    page.wait_for_url("**/report/*")
    card = page.locator(".card[data-claim]").first
    card.hover()
    assert page.locator(".text .lit").count() > 0
