"""A real browser on the real page. These tests run with `make test-browser`."""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request, sync_playwright
from tests.browser.chromium import QUIET, found

from reportedly.book import Book
from reportedly.web.app import application
from reportedly.web.server import held
from reportedly.web.sessions import Session

ROOT = Path(__file__).parents[2]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that stands here needs a browser."""
    for item in items:
        if Path(str(item.fspath)).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@dataclass
class Seen:
    """What a browser reported while it showed pages: hosts that were asked, refusals and faults on the console, dialogs, new windows."""

    hosts: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Look at everything that happens in a context."""
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("dialog", self._dialog)
        context.on("weberror", lambda error: self.faults.append(str(error.error)))

    def _request(self, request: Request) -> None:
        self.hosts.add(re.sub(r"^\w+:/*([^/:]*).*", r"\1", request.url))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(message.text)

    def _dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


@dataclass(slots=True, kw_only=True)
class Shown:
    """A casebook in a browser."""

    page: Page
    base: str
    seen: Seen

    def go(self, path: str) -> Page:
        """Go to a page, which must be there."""
        answer = self.page.goto(self.base + path)
        assert answer is not None
        assert answer.ok, (path, answer.status)
        return self.page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    program = found()
    assert program is not None, "Chromium is missing. No page was looked at. Run `make test-browser`, which installs it."
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield made
        made.close()


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples as a casebook, read once."""
    casebook = tmp_path_factory.mktemp("samples") / "samples.db"
    command = [sys.executable, "-m", "reportedly.cli", "run", str(ROOT / "samples"), "--into", str(casebook)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603  (our own command)
    return casebook


@contextmanager
def started(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A command that opens a page, as a user starts it, and its launch link. Decisions are signed by Ria."""
    command = [sys.executable, "-m", "reportedly.cli", *arguments, "--port", "0", "--no-open", "--name", "Ria"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:  # noqa: S603  (our own command)
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def served(casebook: Path | str) -> AbstractContextManager[tuple[subprocess.Popen[str], str]]:
    """`reportedly serve CASEBOOK`, started."""
    return started("serve", str(casebook))


@contextmanager
def served_here(book: Book) -> Iterator[str]:
    """The launch link of a made-up book, served from a thread of this process."""
    with held(0) as listening:
        session, port = Session(), int(listening.getsockname()[1])
        config = uvicorn.Config(application(book, session=session, port=port, reviewer="Ria"), log_level="warning", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{port}/launch?token={session.launch}"
        finally:
            server.should_exit = True
            thread.join()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """One who was let in: the page's address and the cookie that opens it."""

    base: str
    cookie: str


def let_in(link: str) -> Visitor:
    """Use a launch link up."""
    base, _, token = link.partition("/launch")
    asking = http.client.HTTPConnection(base.removeprefix("http://"))
    asking.request("GET", f"/launch{token}")
    cookie = asking.getresponse().getheader("set-cookie") or ""
    asking.close()
    return Visitor(base=base, cookie=cookie.partition(";")[0])


@contextmanager
def browsing(browser: Browser, visitor: Visitor, *, theme: str = "light", width: int = 1280) -> Iterator[Shown]:
    """A browser of its own for a visitor, all of whose requests and faults are seen."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark" if theme == "dark" else "light")
    context.set_default_timeout(20_000)
    name, _, value = visitor.cookie.partition("=")
    context.add_cookies([{"name": name, "value": value, "url": visitor.base}])
    seen = Seen()
    seen.watch(context)
    yield Shown(page=context.new_page(), base=visitor.base, seen=seen)
    context.close()


@pytest.fixture(scope="session")
def visitor(samples: Path) -> Iterator[Visitor]:
    """Somebody who looks at the samples."""
    with served(samples) as (_, link):
        yield let_in(link)


@pytest.fixture
def shown(browser: Browser, visitor: Visitor) -> Iterator[Shown]:
    """The samples in a browser."""
    with browsing(browser, visitor) as made:
        yield made
