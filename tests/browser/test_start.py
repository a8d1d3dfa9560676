"""From a command to a page: the samples with one command, a link that works once, an end by Ctrl-C."""

from __future__ import annotations

import signal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.conftest import Visitor, browsing, let_in, served_here, started
from tests.link.made import QAMAR, claim, count, report
from tests.made_casebook import made_book

from reportedly.link.lineage import lineage
from reportedly.model import Dataset, Views
from reportedly.reconcile.event import reconcile


def test_one_command_opens_the_samples_and_its_link_works_once(browser: Browser) -> None:
    with started("demo") as (process, link):
        base = "{0.scheme}://{0.netloc}".format(urlsplit(link))
        with browsing(browser, Visitor(base=base, cookie="nobody=0")) as shown:
            shown.page.goto(link)
            expect(shown.page.locator(".summary strong")).to_contain_text("events")
            assert "token" not in shown.page.url
            shown.go("/reports")
            expect(shown.page.locator(".summary strong, main")).to_contain_text(["40 reports"])
            assert shown.seen.hosts == {"127.0.0.1"}
        with browsing(browser, Visitor(base=base, cookie="nobody=0")) as stranger:
            answer = stranger.page.goto(link)
            assert answer is not None
            assert answer.status in (401, 403)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_an_event_that_two_hundred_reports_tell_of_has_a_page(browser: Browser, width: int) -> None:
    reports = tuple(report(f"r{n:03}") for n in range(200))
    claims = tuple(claim(each, 0, place=QAMAR, killed=count(10 + n % 7)) for n, each in enumerate(reports))
    edges = lineage(reports, claims)
    events, disputes = reconcile(reports, claims, [[each.id for each in claims]], edges)
    book = made_book(Dataset(reports=reports, claims=claims, views=Views(events=events, disputes=disputes, lineage=edges)))
    with served_here(book) as link, browsing(browser, let_in(link), width=width) as shown:
        page = shown.go(f"/event/{events[0].id}")
        expect(page.locator(".summary")).to_contain_text("200 reports")
        assert page.locator("#claims-form tbody tr").count() == 200
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.matches('a.entry')")
        assert shown.seen.faults == []
