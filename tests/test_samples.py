"""The reports of `samples/`: they read without a problem, as their metadata and their README say."""

from __future__ import annotations

import datetime as dt
import functools
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from reportedly.model import BoilerplateKind, Problem, PublishedBasis, Report
from reportedly.read.report import read_report
from reportedly.read.sources import captures

SAMPLES = Path(__file__).parents[1] / "samples"
README = (SAMPLES / "README.md").read_text("utf-8")
FOLDERS = sorted(each for each in SAMPLES.iterdir() if each.is_dir())
FILES = sorted(each for folder in FOLDERS for each in folder.iterdir() if each.name != "reports.jsonl")
SIDECARS = sorted(SAMPLES.glob("*/reports.jsonl"))
ROWS = [(sidecar.parent, json.loads(line)) for sidecar in SIDECARS for line in sidecar.read_text("utf-8").splitlines()]
UNDATED = "tripoli-libya-2019/1-late-on-tuesday.txt"
WIRE = "(Delta Wire)"


@functools.cache
def reports() -> dict[str, Report]:
    """The sample reports by folder and file; the rows of a table by number: "tigray-2022/convoy.csv#1"."""
    found: dict[str, Report] = {}
    for each in captures([str(SAMPLES)]):
        assert not isinstance(each, Problem), each
        report = read_report(each)
        assert not isinstance(report, Problem), report
        found[Path(each.source).relative_to(SAMPLES).as_posix()] = report
    return found


def boilerplate(report: Report, kind: BoilerplateKind) -> str:
    return "\n".join(report.quote(each.span) for each in report.boilerplate if each.kind is kind)


def test_every_sample_reads_without_a_problem() -> None:
    assert {name.partition("#")[0] for name in reports()} == {f"{each.parent.name}/{each.name}" for each in FILES}


def test_there_are_enough_reports_on_enough_happenings() -> None:
    assert len(reports()) >= 20
    assert len({name.partition("/")[0] for name in reports()}) >= 6


@pytest.mark.parametrize(("folder", "row"), ROWS, ids=[f"{folder.name}/{row['file']}" for folder, row in ROWS])
def test_a_report_has_the_outlet_the_day_and_the_address_of_its_sidecar(folder: Path, row: dict[str, str]) -> None:
    report = reports()[f"{folder.name}/{row['file']}"]
    assert (report.outlet, report.url) == (row["outlet"], row.get("url"))
    assert report.published == (dt.date.fromisoformat(row["published"]) if "published" in row else None)


@pytest.mark.parametrize(
    ("name", "outlet", "day"),
    [
        ("sanaa-2016/2-coalition-denies.html", "The Meridian Post", "2016-10-09"),
        ("kramatorsk-2022/2-governor-50.eml", "Delta Wire", "2022-04-08"),
        ("tripoli-libya-2019/3-guards.md", "Savanna Dispatch", "2019-07-04"),
        ("tigray-2022/convoy.csv#1", "Savanna Dispatch", "2022-03-24"),
        ("tigray-2022/convoy.csv#2", "Delta Wire", "2022-04-01"),
        ("tigray-2022/convoy.csv#3", "Harbour Courier", "2022-04-01"),
    ],
)
def test_a_page_a_letter_and_a_table_say_themselves_who_published_them_and_when(name: str, outlet: str, day: str) -> None:
    report = reports()[name]
    assert (report.outlet, report.published, report.published_basis) == (outlet, dt.date.fromisoformat(day), PublishedBasis.METADATA)


def test_every_text_file_stands_in_a_sidecar() -> None:
    noted = {f"{folder.name}/{row['file']}" for folder, row in ROWS}
    assert noted == {f"{each.parent.name}/{each.name}" for each in FILES if each.suffix == ".txt"}


def test_only_one_report_is_undated_and_it_speaks_of_weekdays() -> None:
    undated = {name for name, report in reports().items() if report.published_basis is PublishedBasis.NONE}
    assert undated == {UNDATED}
    assert "Tuesday" in reports()[UNDATED].text
    assert not re.search(r"\d{4}", reports()[UNDATED].text)


@pytest.mark.parametrize("name", sorted(reports()))
def test_a_report_is_english_has_a_headline_and_is_short(name: str) -> None:
    report = reports()[name]
    assert report.language == "en"
    assert report.headline is not None
    assert report.quote(report.headline) == report.title
    assert 80 <= len(report.text.split()) <= 220


@pytest.mark.parametrize("word", ["cookies", "Subscribe", "Business", "Photo:", "Read more", "©", "reserved"])
def test_a_page_tells_its_story_without_menu_cookies_caption_and_copyright(word: str) -> None:
    page = (SAMPLES / "sanaa-2016/2-coalition-denies.html").read_text("utf-8")
    report = reports()["sanaa-2016/2-coalition-denies.html"]
    marked = "".join(report.quote(each.span) for each in report.boilerplate)
    assert word in page
    assert report.text.count(word) == marked.count(word)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (BoilerplateKind.NOTICE, "This story is over 5 years old."),
        (BoilerplateKind.CAPTION, "smoke over the oil plant at Abqaiq"),
        (BoilerplateKind.MENU, "Share on Twitter"),
        (BoilerplateKind.COMMENTS, "Comments"),
        (BoilerplateKind.COPYRIGHT, "© 2019 Northgate Herald"),
    ],
)
def test_a_text_copied_from_a_page_keeps_what_is_no_story_as_marked_spans(kind: BoilerplateKind, words: str) -> None:
    assert words in boilerplate(reports()["abqaiq-2019/3-northgate-herald.txt"], kind)


def test_wire_copy_keeps_its_words_and_credit_under_another_headline() -> None:
    first, second = (reports()[f"abqaiq-2019/{name}"] for name in ("1-delta-wire.txt", "2-harbour-courier.txt"))
    assert first.headline is not None
    assert second.headline is not None
    assert first.text[first.headline.end :] == second.text[second.headline.end :]
    assert WIRE in second.text
    assert first.title != second.title


def test_four_outlets_print_the_claim_of_one_spokesman() -> None:
    telling = {report.outlet for name, report in reports().items() if name.startswith("abqaiq") and "Sarea" in report.text}
    assert len(telling) == 4


def test_a_toll_rises_over_three_days_from_one_source() -> None:
    names = ("2-governor-50.eml", "4-governor-52.txt", "5-governor-57.txt")
    told = [reports()[f"kramatorsk-2022/{name}"] for name in names]
    assert all("Pavlo Kyrylenko" in report.text for report in told)
    days = [report.published for report in told if report.published]
    assert [(b - a).days for a, b in pairwise(days)] == [1, 1]


def test_two_towns_are_called_tripoli() -> None:
    found = {name.partition("/")[0] for name, report in reports().items() if "Tripoli" in report.text}
    assert found == {"tripoli-lebanon-2013", "tripoli-libya-2019"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_readme_names_every_file_and_the_sources_of_its_facts(path: Path) -> None:
    facts = README.partition("## Where the facts come from")[2]
    rows = [row for row in facts.splitlines() if f"`{path.parent.name}/" in row and path.name in row]
    assert rows
    assert all(re.search(r"<https?://[^>]+>", row) or "as above" in row for row in rows)


def test_the_readme_says_what_the_samples_are_and_names_every_outlet() -> None:
    assert "retellings, not press texts" in README
    assert all(str(report.outlet) in README for report in reports().values())


def test_addresses_of_made_up_outlets_lead_nowhere() -> None:
    addresses = [report.url for report in reports().values() if report.url]
    assert addresses
    assert all(re.match(r"https://[a-z-]+\.example/", address) for address in addresses)
