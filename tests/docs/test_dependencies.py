"""Every dependency is decided on: docs/decisions/0001-dependencies.md says what it does, what it replaces, its licence and its age."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib import metadata

import pytest
from tests.docs.papers import ROOT, rows, text_of

DECISION = text_of("docs/decisions/0001-dependencies.md")
ROWS = {row[0].strip("`"): row for row in rows(DECISION) if row[0].startswith("`")}
BROUGHT_ALONG = {name for name, row in ROWS.items() if row[4].startswith("`")}


def declared() -> set[str]:
    """The packages that pyproject.toml and requirements/*.in name."""
    project = tomllib.loads(text_of("pyproject.toml"))
    lines = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for each in project["project"].get("optional-dependencies", {}).values():
        lines += each
    for path in sorted((ROOT / "requirements").glob("*.in")):
        lines += [line for line in path.read_text("utf-8").splitlines() if line and line[0] not in "#-"]
    return {re.split(r"[<>=~!\[; ]", line)[0].lower() for line in lines}


def imported() -> set[str]:
    """The packages that the product imports, by the names under which they are installed."""
    owners = metadata.packages_distributions()
    found: set[str] = set()
    for path in (ROOT / "src" / "reportedly").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            found |= {name.partition(".")[0] for name in names}
    outside = found - sys.stdlib_module_names - {"reportedly"}
    return {owners[name][0].lower().replace("_", "-") for name in outside}


def test_every_dependency_is_decided_on_and_no_other() -> None:
    assert set(ROWS) - BROUGHT_ALONG == declared()


def test_whatever_the_product_imports_is_declared_or_told_to_be_brought_along() -> None:
    assert imported() <= declared() | BROUGHT_ALONG


@pytest.mark.parametrize("name", sorted(ROWS))
def test_a_decision_says_what_for_instead_of_what_and_under_which_licence(name: str) -> None:
    _, does, replaces, licence, last = ROWS[name]
    assert len(does) > 10
    assert len(replaces) > 4
    assert re.search(r"MIT|BSD|Apache|MPL|OFL|LGPL|public domain", licence)
    assert re.search(r"\d+\.\d+.*, 20\d\d|^`[\w-]+`$", last)


@pytest.mark.parametrize("name", sorted(set(ROWS) - BROUGHT_ALONG))
def test_the_version_that_was_looked_at_is_near_the_one_that_is_installed(name: str) -> None:
    looked_at = ROWS[name][4].partition(",")[0]
    assert metadata.version(name).split(".")[0] == looked_at.split(".")[0]
