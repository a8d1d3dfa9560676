"""Pictures in a real browser: they are there in both widths, readable in both themes, and their tables can be taken along."""

from __future__ import annotations

import csv

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.conftest import Shown, Visitor, browsing, let_in, served_here
from tests.made_casebook import made_book

from reportedly.plot import PLOTS


def test_every_picture_is_there_without_a_fault_and_its_table_downloads(shown: Shown) -> None:
    page = shown.go("/pictures")
    for name in PLOTS:
        figure = page.locator(f"#{name}")
        assert figure.locator(".wide svg").is_visible()
        assert not figure.locator(".narrow svg").is_visible()
        figure.locator("summary").click()
        assert figure.locator("details table").is_visible()
        with page.expect_download() as waiting:
            figure.get_by_role("link", name="CSV").click()
        assert waiting.value.suggested_filename == f"{name}.csv"
        with waiting.value.path().open(encoding="utf-8", newline="") as table:
            rows = list(csv.reader(table))
        assert len(rows) - 1 >= figure.locator("tbody tr").count() > 0
    assert shown.seen.faults == []
    assert shown.seen.hosts == {"127.0.0.1"}


def test_a_mark_leads_to_its_event(shown: Shown) -> None:
    page = shown.go("/pictures")
    page.locator("#tolls .wide a.mark").first.click()
    page.wait_for_url("**/event/*")
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_labels_stand_inside_the_picture_and_clear_of_each_other(browser: Browser, visitor: Visitor, theme: str, width: int) -> None:
    """Lines of text in one picture do not lie on each other, whatever font the machine has, and none is cut off."""
    with browsing(browser, visitor, theme=theme, width=width) as shown:
        page = shown.go("/pictures")
        crossed = page.evaluate(
            """() => [...document.querySelectorAll('.plot')].filter(plot => plot.getBoundingClientRect().width > 0).flatMap(plot => {
                const frame = plot.getBoundingClientRect();
                const boxes = [...plot.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
                const out = boxes.filter(([, b]) => b.left < frame.left - 2 || b.right > frame.right + 2).map(([t]) => t);
                const hit = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
                    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
                return out.concat(boxes.flatMap(([t, a], n) => boxes.slice(n + 1).filter(([, b]) => hit(a, b)).map(([u]) => `${t} / ${u}`)));
            })"""
        )
        assert crossed == []
        background, ink = page.evaluate(
            "() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.querySelector('.plot text')).fill]"
        )
        assert background != ink


def test_pictures_of_many_events_come_by_themselves(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.web.pictures.AT_ONCE", 0)
    with served_here(made_book()) as link, browsing(browser, let_in(link)) as shown:
        page = shown.go("/pictures")
        expect(page.locator("figure.picture")).to_have_count(len(PLOTS))
        expect(page.locator("[aria-busy]")).to_have_count(0)
        assert page.locator("figure svg").first.is_visible()
        assert shown.seen.faults == []
        assert shown.seen.dialogs == []
