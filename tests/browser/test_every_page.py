"""What holds for every page: it can be used by everybody, asks nobody else for anything, and has no faults."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from tests.browser.conftest import Shown, Visitor, browsing

GRAVE = ("serious", "critical")


def paths(shown: Shown) -> Iterator[str]:
    """An address of each kind of page: the lists, and of what has a page of its own the one of which most is said."""
    yield from ("/", "/?place=Mogadishu&sort=-killed", "/?words=nothing+fits", "/?since=x", "/nowhere")
    yield from ("/map", "/map?place=Mogadishu&brush=2017-10-01/2017-10-31", "/map?words=nothing+fits")
    yield from ("/reports", "/disputes", "/lineage", "/problems", "/review", "/decisions", "/pictures", "/pictures?place=Mogadishu")
    yield from ("/desk", "/trail", "/login")
    shown.go("/?sort=reports")
    event = shown.page.locator("#events tbody a").first.get_attribute("href")
    assert event is not None
    yield event
    yield f"/cite?of={event}"
    shown.go(event)
    value = shown.page.locator("a.entry").first.get_attribute("href")
    assert value is not None
    yield value.partition("#")[0]
    yield copied(shown)
    shown.go(event)
    a, b = (shown.page.locator(f"select[name={name}]").input_value() for name in ("a", "b"))
    yield f"/why?a={a}&b={b}"


def copied(shown: Shown) -> str:
    """Two reports side by side."""
    shown.go("/lineage")
    beside = shown.page.get_by_role("link", name="side by side").first.get_attribute("href")
    assert beside is not None
    return beside


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everybody_can_use_it(browser: Browser, visitor: Visitor, theme: str, direction: str) -> None:
    with browsing(browser, visitor, theme=theme) as shown:
        for path in list(paths(shown)):
            shown.page.goto(shown.base + path)
            shown.page.evaluate("direction => { document.documentElement.dir = direction }", direction)
            found = Axe().run(shown.page).response["violations"]
            grave = [(f["id"], [node["html"][:200] for node in f["nodes"]][:3]) for f in found if f["impact"] in GRAVE]
            assert grave == [], path


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_it_fits_the_screen_asks_nobody_else_and_has_no_faults(browser: Browser, visitor: Visitor, width: int) -> None:
    with browsing(browser, visitor, width=width) as shown:
        for path in list(paths(shown)):
            shown.page.goto(shown.base + path)
            over = shown.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert over <= 0, path
        assert shown.seen.hosts == {"127.0.0.1"}
        refused = [fault for fault in shown.seen.faults if "400 (Bad Request)" not in fault and "404 (Not Found)" not in fault]
        assert refused == []
