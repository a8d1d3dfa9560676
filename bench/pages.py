"""How fast the page answers: every kind of page of a casebook, asked of a running `reportedly serve` as a browser asks.

Ids are found as a reader finds them, by following the links of lists. Decisions are made on a copy of the casebook. Times are wall time
from the request to the last byte of the answer, on a connection that stays open; where the system tells it (Linux), also the server's
own time on a processor, which other work on the machine stretches less.
"""

from __future__ import annotations

import itertools
import random
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from bench import large
from bench.product import COMMAND, ProductFailed

ADDRESSES = 60
"""Addresses of each kind, or as many as there are."""

LARGEST = 20
"""Events that most reports tell of, which are told apart from those drawn evenly."""

DECISIONS = 120
OWN = {"sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded"}
SORTS = ("date", "-date", "place", "-place", "kind", "killed", "-killed", "reports", "origins", "disputes")


@dataclass(slots=True)
class Browser:
    """Asks a running page, and keeps the seconds of each answer by the kind of what was asked."""

    connection: HTTPConnection
    process: int
    cookie: str = ""
    seconds: dict[str, list[float]] = field(default_factory=dict)
    worked: dict[str, list[float]] = field(default_factory=dict)

    def ask(self, address: str, *, kind: str | None = None, form: dict[str, str] | None = None) -> tuple[str, str]:
        """The text of an answer and where it leads on.

        Raises:
            ProductFailed: the page could not be shown.
        """
        told = {"cookie": self.cookie} if self.cookie else {}
        before, start = worked(self.process), time.perf_counter()
        if form is None:
            self.connection.request("GET", address, headers=told)
        else:
            self.connection.request("POST", address, body=urlencode(form), headers=told | OWN)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        if kind is not None:
            self.seconds.setdefault(kind, []).append(time.perf_counter() - start)
            self.worked.setdefault(kind, []).append(worked(self.process) - before)
        if answer.status >= 400:
            raise ProductFailed([address], answer.status, re.sub(r"<[^>]+>", " ", text))
        self.cookie = (answer.getheader("set-cookie") or self.cookie).partition(";")[0]
        return text, answer.getheader("location") or ""

    def ask_all(self, kind: str, addresses: Iterable[str]) -> None:
        """Ask for each of some addresses, each once."""
        for address in list(dict.fromkeys(addresses)):
            self.ask(address, kind=kind)

    def ids(self, letter: str, address: str) -> list[str]:
        """The ids of events (e), reports (r) or claims (c) that stand in a page, in their order."""
        return list(dict.fromkeys(re.findall(rf"\b{letter}[0-9a-f]{{12}}\b", self.ask(address)[0])))

    def pages(self, address: str) -> int:
        """How many pages a list has."""
        found = re.search(r"Page \d+ of (\d+)", self.ask(address)[0])
        return 1 if found is None else int(found[1])


def run(casebook: Path | None, *, claims: int) -> dict[str, float]:
    """Measure with a casebook, or with a large one that is made for it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "pages.db"
        if casebook is None:
            large.run(claims, copy)
        else:
            shutil.copyfile(casebook, copy)
        with served(copy) as (browser, figures):
            measure(browser, random.Random(1))  # noqa: S311  (a fixed draw)
        for kind, some in browser.seconds.items():
            figures |= {f"{kind}.{name}": value for name, value in spread(some, browser.worked[kind]).items()}
    return figures


@contextmanager
def served(casebook: Path) -> Iterator[tuple[Browser, dict[str, float]]]:
    """The page over a casebook while the block lasts; and the seconds to its link and first page. At the end, its memory."""
    start = time.perf_counter()
    command = [*COMMAND, "serve", str(casebook), "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8") as process:  # noqa: S603  (our own)
        try:
            link = urlsplit(next(iter(process.stdout or ()), "").strip())
            if not link.netloc:
                raise ProductFailed(command, process.wait(), "It printed no link.")
            linked = time.perf_counter() - start
            with closing(HTTPConnection(link.netloc, timeout=600)) as connection:
                browser = Browser(connection, process.pid)
                browser.ask(f"{link.path}?{link.query}")
                browser.ask("/")
                figures = {"start.link_seconds": linked, "start.first_page_seconds": time.perf_counter() - start}
                yield browser, figures
            figures |= memory(process.pid)
        finally:
            process.terminate()


def memory(process: int) -> dict[str, float]:
    """The most memory that a process had, in MB; nothing where the system does not tell."""
    status = Path(f"/proc/{process}/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8")) if status.exists() else None
    return {} if found is None else {"memory.most_mb": int(found[1]) / 1000}


def worked(process: int) -> float:
    """The seconds that all threads of a process have had on a processor; 0 where the system does not tell."""
    threads = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(each.read_text(encoding="ascii").split()[0]) for each in threads) / 1e9


def spread(seconds: Sequence[float], own: Sequence[float]) -> dict[str, float]:
    """How many there are; the median, the 95th percentile (the nearest rank) and the greatest, in milliseconds; and of the `own` time."""
    known = sorted(seconds)
    return {
        "asked": len(known),
        "p50_ms": 1000 * known[(len(known) - 1) // 2],
        "p95_ms": 1000 * rank95(known),
        "max_ms": 1000 * known[-1],
        "own_p95_ms": 1000 * rank95(own),
        "own_max_ms": 1000 * max(own),
    }


def rank95(values: Sequence[float]) -> float:
    """The smallest value that at least 95 % of all do not exceed.

    >>> rank95(list(range(1, 101))), rank95([3.0])
    (95, 3.0)
    """
    return sorted(values)[-(-95 * len(values) // 100) - 1]


def measure(browser: Browser, draw: random.Random) -> None:
    """Ask for everything."""
    numbers = {address: browser.pages(address) for address in ("/", "/reports", "/disputes", "/lineage", "/review")}
    largest, events = browser.ids("e", "/?sort=reports")[:LARGEST], []
    for page in draw.sample(range(1, numbers["/"] + 1), min(10, numbers["/"])):
        events += draw.sample(browser.ids("e", f"/?page={page}"), 10)
    filters = [urlencode(each) for each in _filters(browser, draw)]
    browser.ask_all("list", (f"/?sort={sort}&page={n}" for sort, n in zip(itertools.cycle(SORTS), _some(draw, numbers["/"]), strict=False)))
    browser.ask_all("list filtered", (f"/?{each}" for each in filters))
    browser.ask_all("list by words", (f"/?words={each}" for each in _words(draw, browser, events)))
    browser.ask_all("csv", (f"/events.csv?{each}" for each in filters))
    browser.ask_all("json", (f"/events.json?{each}" for each in filters))
    browser.ask_all("csv of all", ["/events.csv"])
    browser.ask_all("json of all", ["/events.json"])
    browser.ask_all("event", (f"/event/{each}" for each in events))
    browser.ask_all("largest events", (f"/event/{each}" for each in largest))
    for name in ("reports", "disputes", "lineage", "review"):
        browser.ask_all(name, (f"/{name}?page={n}" for n in _some(draw, numbers[f"/{name}"])))
    reports = browser.ids("r", "/reports") + browser.ids("r", f"/reports?page={numbers['/reports'] // 2}")[:ADDRESSES]
    browser.ask_all("report", (f"/report/{each}" for each in reports))
    claims = [browser.ids("c", f"/event/{each}")[:2] for each in events]
    browser.ask_all("why", (f"/why?a={some[0]}&b={some[1]}" for some in claims if len(some) > 1))
    browser.ask_all("claim", (f"/claim/{some[0]}" for some in claims))
    browser.ask_all("next that waits", (f"/review/next?after={each}" for each in events))
    browser.ask_all("problems", ["/problems"])
    _seen(browser, draw, filters, events)
    browser.ask_all("event with a value chosen", (f"/event/{e}?claim={c[0]}&field=place" for e, c in zip(events, claims, strict=True)))
    _decide(browser, events, draw)
    browser.ask_all("decisions", ("/decisions", "/decisions?page=2"))


def _seen(browser: Browser, draw: random.Random, filters: Sequence[str], events: Sequence[str]) -> None:
    """The map, pictures, citations, copies and the desk."""
    said = [{"said": "killed"}, {"status": "waits"}, {"status": "undecided"}, {"lacks": "place"}, {"lacks": "day"}]
    some = [*filters, *map(urlencode, said)]
    browser.ask_all("list by review, claim or lack", (f"/?{urlencode(each)}" for each in said))
    browser.ask_all("map", (f"/map?{each}" for each in some))
    browser.ask_all("what the map draws", (f"/map.json?{each}" for each in some))
    browser.ask_all("map of all", ["/map", "/map.json"])
    browser.ask_all("pictures", (f"/pictures?{each}" for each in draw.sample(filters, min(20, len(filters)))))
    browser.ask_all("pictures of all", ["/pictures"])
    browser.ask_all("cite", (f"/cite?of=/event/{each}" for each in events))
    browser.ask_all("event by another rule", (f"/event/{each}?rule=acled" for each in events[:ADDRESSES]))
    browser.ask_all("desk", ["/desk", "/trail"])
    lineage = browser.ask("/lineage")[0]
    browser.ask_all("copies", (each.replace("&amp;", "&") for each in re.findall(r'href="(/copies\?[^"]+)"', lineage)[:ADDRESSES]))


def _some(draw: random.Random, pages: int) -> list[int]:
    """Pages of a list, the first and the last among them."""
    between = draw.sample(range(2, pages), min(ADDRESSES - 2, max(0, pages - 2)))
    return [1, *sorted(between), pages]


def _filters(browser: Browser, draw: random.Random) -> list[dict[str, str]]:
    """What readers look for: places and sides as the list names them, days, kinds, voices, and several of these at once."""
    rows = re.findall(r"<tr>(.*?)</tr>", browser.ask("/?sort=disputes")[0], re.DOTALL)
    cells = [[re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)] for row in rows]
    cells = draw.sample([each for each in cells if each], 10)
    places = [{"place": each[1].split(",")[0]} for each in cells]
    actors = [{"actor": each[3].split("→")[0].split(",")[0].strip()} for each in cells]
    days = [{"since": str(2021 + n // 2), "until": f"{2021 + n // 2}-{6 + n % 2 * 6:02d}"} for n in range(10)]
    kinds = [{"kind": each[2].replace("&amp;", "&")} for each in cells]
    voices = [{"voice": name} for name in ("Casualty Watch", "White Lantern", "witnesses", "Northern Wire", "Defence Ministry")]
    others = [{"disputed": "yes"}, {"origins": "3"}, {"origins": "5", "sort": "killed"}, {"disputed": "yes", "sort": "place"}]
    mixed = [a | b for a, b in zip(days, kinds, strict=True)] + [a | b for a, b in zip(actors, places, strict=True)]
    return [*places, *actors, *days, *kinds, *voices, *others, *mixed]


def _words(draw: random.Random, browser: Browser, events: Sequence[str]) -> Iterator[str]:
    """Words that stand in reports, one or some in a row."""
    for event in draw.sample(list(events), min(ADDRESSES, len(events))):
        report = browser.ids("r", f"/event/{event}")[0]
        text = re.sub(r"<[^>]+>|\s+", " ", browser.ask(f"/report/{report}")[0].partition("<article")[2].partition("</article")[0])
        words = re.findall(r"[A-Za-z]{3,}(?: [A-Za-z]{3,})*", text.partition(">")[2])
        chosen = draw.choice(words).split()[: draw.randint(1, 4)]
        yield "+".join(chosen)


def _decide(browser: Browser, events: Sequence[str], draw: random.Random) -> None:
    """Decide all sorts of things, and look at the page that comes next."""
    ways: tuple[Callable[[list[str], str], dict[str, str]], ...] = (
        lambda _, __: {"act": "accept", "then": "next"},
        lambda _, __: {"act": "flag"},
        lambda _, __: {"act": "accept", "then": "next"},
        lambda claims, _: {"act": "reject", "claims": claims[-1]},
        lambda claims, _: {"act": "correct", "claims": claims[0], "field": "killed", "value": "12"},
        lambda _, other: {"act": "same event", "other_event": other},
        lambda claims, _: {"act": "independent", "claims": claims[0]},
        lambda claims, _: {"act": "different event", "claims": claims[-1]},
    )
    waiting = [event for n in (1, 2, 30) for event in browser.ids("e", f"/review?page={n}")]
    for way, event in zip(itertools.cycle(ways), draw.sample([*waiting, *events], DECISIONS), strict=False):
        text = browser.ask(f"/event/{event}")[0]
        seen = re.search(r'name="seen" value="(\w+)"', text)
        claims = list(dict.fromkeys(re.findall(r'name="claims" value="(c\w+)"', text)))
        if seen is None or len(claims) < 2:
            continue
        here = _there(text, event)
        other = draw.choice([each for each in browser.ids("e", "/?page=2") if each != here])
        _, next_one = browser.ask(f"/event/{here}/decisions", kind="decide", form={"seen": seen[1], **way(claims, other)})
        browser.ask(next_one.partition("#")[0], kind="page after a decision")
        browser.ask("/review", kind="review after a decision")
        browser.ask("/", kind="list after a decision")


def _there(page: str, event: str) -> str:
    """The id of the event that a page shows, which is another where the event that was asked for has been joined with one."""
    found = re.search(r'action="/event/(e\w+)/decisions" id="decision"', page)
    return event if found is None else found[1]
