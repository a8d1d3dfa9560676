"""What the house is held to: sizes, no network, nothing left open. Imports are checked by `.importlinter`."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "reportedly"
FOLDERS = (SRC, ROOT / "tests", ROOT / "bench")
FILES = sorted(path for folder in FOLDERS if folder.is_dir() for path in folder.rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
FETCHERS = {"fetch.py"}
"""Modules of the package that may open a connection, for an address that the user gave."""
LISTENERS = {"server.py"}
"""Modules of the package that may hold a socket on loopback, so that a browser of this machine can ask."""
NETWORK = (
    "socket",
    "ssl",
    "http.client",
    "http.server",
    "urllib.request",
    "ftplib",
    "smtplib",
    "requests",
    "httpx",
    "httpx2",
    "aiohttp",
    "urllib3",
)
OPEN_ENDS = re.compile(r"\b(?:TO" + "DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> set[str]:
    """Every module name that a file imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_function_fits_on_a_screen(path: Path) -> None:
    functions = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions if f.end_lineno and f.end_lineno - f.lineno >= LONGEST_FUNCTION}
    assert long == {}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_nothing_is_left_open(path: Path) -> None:
    assert OPEN_ENDS.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", [path for path in FILES if path.is_relative_to(SRC) and path.name not in FETCHERS | LISTENERS], ids=name)
def test_nothing_opens_a_connection(path: Path) -> None:
    wires = {module for module in imported(path) if any(module == wire or module.startswith(f"{wire}.") for wire in NETWORK)}
    assert wires == set()


@pytest.mark.parametrize("path", [path for path in FILES if path.is_relative_to(SRC)], ids=name)
def test_the_library_does_not_import_its_tests_or_benchmarks(path: Path) -> None:
    assert {module.partition(".")[0] for module in imported(path)}.isdisjoint({"tests", "bench", "pytest", "hypothesis"})


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.txt")), ids=name)
def test_requirements_are_pinned_hashed_and_name_no_index(path: Path) -> None:
    text = path.read_text("utf-8")
    pins = re.findall(r"^[a-z0-9].*$", text, re.MULTILINE)
    assert pins
    assert [pin for pin in pins if "==" not in pin] == []
    assert len(re.findall(r"==[^\n]*\\\n    --hash=sha256:", text)) == len(pins)
    assert "://" not in text


def test_one_command_runs_what_is_run_on_a_desk() -> None:
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-1] == "exec make test"
