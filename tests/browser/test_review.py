"""A reviewer at work: every kind of decision and its undoing, by mouse and by keyboard alone; nothing that was acknowledged is lost."""

from __future__ import annotations

import http.client
import json
import os
import random
import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.conftest import Shown, browsing, let_in, served

import reportedly
from reportedly.book import BookEvent
from reportedly.model import Field


@pytest.fixture
def casebook(samples: Path, tmp_path: Path) -> Path:
    """The samples in a casebook that may be changed."""
    with reportedly.open(samples):
        copy = tmp_path / "mine.db"
        shutil.copyfile(samples, copy)
    return copy


@pytest.fixture
def desk(browser: Browser, casebook: Path) -> Iterator[Shown]:
    """A reviewer's browser."""
    with served(casebook) as (_, link), browsing(browser, let_in(link)) as shown:
        yield shown


def disputed(casebook: Path) -> BookEvent:
    """The event of the samples with a disputed number of dead."""
    with reportedly.open(casebook) as book:
        return next(event for event in book.events(place="Mogadishu") if event.killed.status == "disputed")


def told(page: Page) -> str:
    """What the page says was decided."""
    return " ".join(page.locator(".told").inner_text().split())


def numbers(page: Page) -> str:
    return page.locator("tr", has=page.locator("th[scope=row]", has_text=re.compile("^killed"))).locator(".toll").inner_text()


def test_a_value_is_accepted_rejected_corrected_and_each_is_undone(desk: Shown, casebook: Path) -> None:
    event = disputed(casebook)
    page = desk.go(f"/event/{event.id}")
    before = numbers(page)
    row = page.locator("tr", has=page.locator("th[scope=row]", has_text=re.compile("^killed")))
    row.locator("a.choose").first.click()
    page.wait_for_url("**claim=*")
    page.get_by_role("button", name="Accept value").click()
    page.wait_for_url("**decided=1*")
    assert "Ria accepted killed" in told(page)
    assert page.locator(".badge.accepted").count() >= 1
    page.locator(".told").get_by_role("button", name="Undo").click()
    page.wait_for_url("**decided=2*")
    assert page.locator(".badge.accepted").count() == 0

    row.locator("a.choose").first.click()
    page.get_by_label("Correct it to").fill("17 civilians")
    page.get_by_role("button", name="Correct").click()
    page.wait_for_url("**decided=3*")
    assert "17 civilians" in told(page)
    assert row.locator("a.entry").first.inner_text().startswith("17 civilians")
    row.locator("a.choose").first.click()
    page.get_by_role("button", name="Reject value").click()
    page.wait_for_url("**decided=4*")
    assert "rejected killed 17 civilians" in told(page)
    for _ in range(2):
        page.locator(".history li:not(.undone)", has_text=re.compile("rejected|corrected")).first.get_by_role("button").click()
        page.wait_for_load_state()
    assert numbers(page) == before


def test_what_cannot_be_read_is_told_and_changes_nothing(desk: Shown, casebook: Path) -> None:
    page = desk.go(f"/event/{disputed(casebook).id}")
    page.locator("tr", has=page.locator("th[scope=row]", has_text=re.compile("^killed"))).locator("a.choose").first.click()
    page.get_by_label("Correct it to").fill("quite many")
    page.get_by_role("button", name="Correct").click()
    page.wait_for_load_state()
    assert "Write it as" in page.locator("main").inner_text()
    desk.go("/decisions")
    assert "Nothing was decided yet" in page.locator("main").inner_text()


def test_claims_are_split_off_and_events_merged_and_the_old_address_stays_good(desk: Shown, casebook: Path) -> None:
    event = disputed(casebook)
    page = desk.go(f"/event/{event.id}")
    page.locator('input[name="claims"]').nth(1).check()
    page.get_by_role("button", name="Split off").click()
    page.wait_for_url("**decided=1*")
    with reportedly.open(casebook) as book:
        (parted,) = (each for each in book.events() if [c.id for c in each.claims] == [event.claims[1].id])
    page.get_by_label("The same as event").fill(parted.id)
    page.get_by_role("button", name="Merge").click()
    page.wait_for_url("**decided=2*")
    assert page.locator('input[name="claims"]').count() == len(event.claims)
    assert desk.go(f"/event/{event.id}").locator('input[name="claims"]').count() == len(event.claims)
    assert desk.go(f"/event/{parted.id}").locator('input[name="claims"]').count() == len(event.claims)


def test_origins_are_shared_and_made_independent(desk: Shown, casebook: Path) -> None:
    event = disputed(casebook)
    page = desk.go(f"/event/{event.id}")
    for box in page.locator('input[name="claims"]').all():
        box.check()
    page.get_by_role("button", name="Same origin").click()
    page.wait_for_url("**decided=1*")
    assert "1 independent origin" in page.locator(".summary").inner_text()
    page.locator('input[name="claims"]').first.check()
    page.get_by_role("button", name="Independent").click()
    page.wait_for_url("**decided=2*")
    assert "2 independent origins" in page.locator(".summary").inner_text()


def test_a_comment_and_a_flag_stand_in_the_history_with_their_reason(desk: Shown, casebook: Path) -> None:
    page = desk.go(f"/event/{disputed(casebook).id}")
    page.get_by_role("button", name="Comment").click()
    assert page.locator('#decision input[name="reason"]').evaluate("box => box === document.activeElement")
    page.locator('#decision input[name="reason"]').fill("<b>see</b> the \u202eledger")
    page.locator('#decision input[name="then"]').uncheck()
    page.get_by_role("button", name="Comment").click()
    page.wait_for_url("**decided=1*")
    assert "<b>see</b>" in page.locator(".history").inner_text()
    page.locator('#decision input[name="then"]').uncheck()
    page.get_by_role("button", name="Flag").click()
    page.wait_for_url("**decided=2*")
    assert "flagged" in page.locator("#decide .hint").first.inner_text()
    desk.go("/decisions")
    assert page.locator("tbody tr").count() == 2


def test_a_stale_decision_is_refused_with_both_versions(browser: Browser, casebook: Path) -> None:
    event = disputed(casebook)
    with served(casebook) as (_, link), ExitStack() as both:
        visitor = let_in(link)
        one, other = (both.enter_context(browsing(browser, visitor)) for _ in range(2))
        for each in (one, other):
            each.go(f"/event/{event.id}").locator('#decision input[name="then"]').uncheck()
        one.page.get_by_role("button", name="Flag").click()
        one.page.wait_for_url("**decided=1*")
        other.page.locator('#decision input[name="reason"]').fill("all clear")
        other.page.locator("#decision").get_by_role("button", name="Accept").click()
        other.page.wait_for_load_state()
        shown = other.page.locator("main").inner_text()
        for words in ("has changed since you saw it", "accept", "all clear", "Ria flagged it", event.summary):
            assert words in shown
        other.go("/decisions")
        assert other.page.locator("tbody tr").count() == 1


def test_twenty_events_are_reviewed_with_the_keyboard_alone(desk: Shown, casebook: Path) -> None:
    page = desk.go("/review")
    page.keyboard.press("Tab")
    while not page.evaluate("document.activeElement.textContent === 'Start'"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/event/*")
    seen = []
    for n in range(20):
        here = urlsplit(page.url).path
        assert here not in seen
        seen.append(here)
        if n % 4 == 1:
            page.keyboard.press("j")
            page.keyboard.press("a")
            page.wait_for_url("**decided=*")
        if n % 4 == 2:
            page.keyboard.press("j")
            page.keyboard.press("x")
            page.wait_for_url("**decided=*")
            number = decided(page)
            page.keyboard.press("u")
            page.wait_for_url(f"**decided={number + 1}*")
        if n % 4 == 3:
            page.keyboard.press("c")
            page.keyboard.type("checked against the report")
            page.keyboard.press("Tab")
            page.evaluate("document.activeElement.blur()")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, here=here: urlsplit(url).path != here)  # type: ignore[misc]  # bound now
    with reportedly.open(casebook) as book:
        accepted = [each for each in book.decisions() if each.act == "accept" and each.field is None]
        assert len({each.event for each in accepted}) == 20
        assert [f"/event/{each.event}" for each in accepted] == seen


def decided(page: Page) -> int:
    """The number of the decision that the page tells of."""
    return int(parse_qs(urlsplit(page.url).query)["decided"][0])


def test_keys_can_be_listed_changed_and_switched_off(desk: Shown, casebook: Path) -> None:
    page = desk.go(f"/event/{disputed(casebook).id}")
    page.keyboard.press("?")
    box = page.locator("dialog label", has_text="Next value").locator("input")
    box.focus()
    page.keyboard.press("n")
    page.get_by_role("button", name="Done").click()
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.matches('a.entry')")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    assert not page.evaluate("document.activeElement.matches('a.entry')")
    page.keyboard.press("?")
    page.get_by_label("Switch all keys off").check()
    page.get_by_role("button", name="Done").click()
    assert page.locator("kbd.key").count() == 0
    page.keyboard.press("n")
    assert not page.evaluate("document.activeElement.matches('a.entry')")
    page.reload()
    page.keyboard.press("n")
    assert not page.evaluate("document.activeElement.matches('a.entry')")


def test_g_and_a_letter_go_to_the_map_timeline_claims_lineage_and_reading(desk: Shown, casebook: Path) -> None:
    event = disputed(casebook)
    address = f"/event/{event.id}"
    for letter, there in {
        "w": f"**{address}#matrix",
        "c": f"**{address}#claims",
        "l": f"**{address}#lineage",
        "d": f"**{address}#decide",
        "r": "**/report/*",
        "m": "**/map?place=*&at=*",
        "t": "**/map?*brush=*#timeline",
    }.items():
        page = desk.go(address)
        page.keyboard.press("g")
        page.keyboard.press(letter)
        page.wait_for_url(there)
    for letter, there in {"m": "**/map", "e": "**/", "r": "**/reports", "l": "**/lineage"}.items():
        page = desk.go("/disputes")
        page.keyboard.press("g")
        page.keyboard.press(letter)
        page.wait_for_url(there)
    page = desk.go("/?place=Mogadishu")
    page.keyboard.press("g")
    page.keyboard.press("m")
    page.wait_for_url("**/map?place=Mogadishu*")
    page.keyboard.press("?")
    page.get_by_label("Switch all keys off").check()
    page.get_by_role("button", name="Done").click()
    page.keyboard.press("g")
    page.keyboard.press("r")
    page.wait_for_timeout(200)
    assert urlsplit(page.url).path == "/map"


def test_a_correction_tells_how_it_would_be_taken_before_it_is_decided(desk: Shown, casebook: Path) -> None:
    event = disputed(casebook)
    claim = next(each for each in event.claims if each.get(Field.PLACE) is not None)
    page = desk.go(f"/event/{event.id}?claim={claim.id}&field=place")
    box, told = page.get_by_label("Correct it to"), page.locator("#taken")
    box.fill("Kismayo")
    expect(told).to_have_text(re.compile(r"Taken as: Kismayo.*-0\.\d\d, 42\.\d\d.*at this place"))
    box.fill("Nowhere At All Xyz")
    expect(told).to_have_text(re.compile("^Write it as one place or several"))
    box.fill("")
    expect(told).to_have_text("")


def test_the_rule_that_counts_stays_chosen_when_something_is_decided(desk: Shown, casebook: Path) -> None:
    event = disputed(casebook)
    page = desk.go(f"/event/{event.id}?rule=acled")
    page.get_by_label("then the next").uncheck()
    page.get_by_role("button", name=re.compile("^Flag")).click()
    page.wait_for_url("**decided=1*")
    expect(page.locator("#rule")).to_have_value("acled")
    page.get_by_role("link", name=re.compile("^Next that waits")).click()
    page.wait_for_url(lambda url: event.id not in url)
    expect(page.locator("#rule")).to_have_value("acled")


KILLS = 50


def test_no_decision_that_was_acknowledged_is_lost_when_the_server_is_killed(casebook: Path) -> None:
    chance = random.Random(20311125)  # noqa: S311  (a test)
    acknowledged: list[str] = []
    with reportedly.open(casebook) as book:
        events = [event.id for event in book.events()]
    for n in range(KILLS):
        with served(casebook) as (process, link):
            visitor = let_in(link)
            where = urlsplit(visitor.base)
            asking = http.client.HTTPConnection(where.hostname or "", where.port)
            head = {"cookie": visitor.cookie, "origin": visitor.base, "sec-fetch-site": "same-origin"}
            head["content-type"] = "application/x-www-form-urlencoded"
            body = urlencode({"act": "comment", "reason": f"number {n}", "seen": state(casebook, event := chance.choice(events))})
            asking.request("POST", f"/event/{event}/decisions", body=body, headers=head)
            if asking.getresponse().status == 303:
                acknowledged.append(f"number {n}")
            os.kill(process.pid, signal.SIGKILL)
            asking.close()
    with reportedly.open(casebook) as book:
        kept = [each.reason for each in book.decisions()]
        exported = [json.loads(line)["reason"] for line in book.export("jsonl") if '"type":"decision"' in line]
    assert len(acknowledged) == KILLS
    assert kept == exported == acknowledged


def state(casebook: Path, event: str) -> str:
    with reportedly.open(casebook) as book:
        return book.event(event).state
