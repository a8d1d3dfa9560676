"""The main job: what is read once is not read again, whatever interrupts it, and the result depends on the reports alone.

Most runs use the parser and extractor of tests/plugs: a package of its own that needs no language model.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar, cast

import pytest
from tests.pipeline.runs import GERMAN, STORY, go, held, stories, write

from reportedly import pipeline
from reportedly.engine.local import Processes
from reportedly.errors import CasebookBusy, ReportedlyError, UnknownPlugin, UsageError
from reportedly.link.cluster import link
from reportedly.model import Problem, ProblemReason
from reportedly.pipeline import Outcome, Step, covers
from reportedly.plugins import BrokenChain
from reportedly.store.casebook import Casebook

OTHER = """An ambush killed 90 people near the bridge of Sarin on Friday, a rebel spokesman told a radio station.

No vehicle had crossed since the river rose, and nobody else could be asked."""
"""A report that shares no wording with the stories."""

Given = TypeVar("Given")
Done = TypeVar("Done")


def test_reports_become_claims_and_claims_events(where: str, folder: Path) -> None:
    stories(folder, 2)
    outcome = go(where, folder)
    found = held(where)
    assert outcome == Outcome(added=2, skipped=0, problems=(), claims=2, events=2)
    assert {report.quote(c.trigger) for c in found.claims for report in found.reports if report.id == c.report} == {
        "killed 3 people",
        "killed 4 people",
    }
    assert {claim for event in found.views.events for claim in event.claims} == {claim.id for claim in found.claims}


def test_a_second_run_changes_no_byte(where: str, folder: Path) -> None:
    stories(folder, 3)
    write(folder, "de.txt", GERMAN)
    write(folder, "empty.txt", "")
    first = go(where, folder)
    before = Path(where).read_bytes()
    second = go(where, folder)
    assert Path(where).read_bytes() == before
    assert (second.added, second.skipped) == (0, 5)
    assert second.problems == first.problems
    assert (second.claims, second.events) == (first.claims, first.events)


def test_one_report_more_reads_only_that_one(where: str, folder: Path) -> None:
    stories(folder, 3)
    go(where, folder)
    write(folder, "more.txt", STORY.format(n=90))
    assert go(where, folder) == Outcome(added=1, skipped=3, problems=(), claims=4, events=4)


def test_a_report_in_another_language_is_kept_but_not_read(where: str, folder: Path) -> None:
    write(folder, "de.txt", GERMAN)
    outcome = go(where, folder)
    (problem,) = outcome.problems
    assert problem.reason is ProblemReason.NOT_ENGLISH
    assert "translation" in problem.detail
    with Casebook.open(where) as casebook:
        ((_, capture),) = casebook.problems().items()
        assert capture is not None
        assert casebook.original(capture).data.decode("utf-8") == GERMAN
        assert casebook.dataset().reports == ()


@pytest.mark.parametrize("words", ["break parser", "break extractor", "claim beyond the end", "claim twice"])
def test_a_report_that_breaks_a_stage_is_one_problem_and_the_rest_is_read(where: str, folder: Path, words: str) -> None:
    stories(folder, 20)
    bad = write(folder, "007.txt", STORY.format(n=500) + f"\n\nIt said: {words}.")
    outcome = go(where, folder)
    assert outcome.added == 19
    assert [(p.source, p.reason) for p in outcome.problems] == [(str(bad), ProblemReason.FAILED)]
    assert [p.source for p in held(where).problems] == [str(bad)]


def test_what_is_put_right_is_a_problem_no_longer(where: str, folder: Path) -> None:
    bad = write(folder, "a.txt", "")
    assert [p.reason for p in go(where, folder).problems] == [ProblemReason.EMPTY]
    bad.write_bytes(b"\x00\x01\x02" * 1000)
    assert [p.reason for p in go(where, folder).problems] == [ProblemReason.BINARY]
    assert [p.reason for p in held(where).problems] == [ProblemReason.BINARY]
    write(folder, "a.txt", STORY.format(n=3))
    assert go(where, folder).problems == ()
    assert held(where).problems == ()


def test_a_missing_file_that_turns_up_is_a_problem_no_longer(where: str, folder: Path) -> None:
    write(folder, "a.txt", STORY.format(n=3))
    write(folder, "reports.jsonl", '{"file": "a.txt", "outlet": "Qamar Post"}\n{"file": "b.txt", "outlet": "Ostvik Times"}\n')
    assert [p.reason for p in go(where, folder).problems] == [ProblemReason.MISSING]
    write(folder, "b.txt", STORY.format(n=4))
    assert go(where, folder).problems == ()
    assert held(where).problems == ()


def test_a_bad_file_that_is_taken_away_is_a_problem_no_longer(where: str, folder: Path) -> None:
    stories(folder, 1)
    bad = write(folder, "de.txt", GERMAN)
    go(where, folder)
    bad.unlink()
    assert go(where, folder).problems == ()
    assert held(where).problems == ()


def test_problems_of_other_sources_stay(where: str, folder: Path, tmp_path: Path) -> None:
    write(folder, "a.txt", "")
    go(where, folder)
    other = write(tmp_path, "b.txt", STORY.format(n=3))
    assert go(where, other).problems == ()
    assert [p.source for p in held(where).problems] == [str(folder / "a.txt")]


@pytest.mark.parametrize(
    ("named", "source", "answer"),
    [
        ("a", "a/b.txt", True),
        ("a", "ab/b.txt", False),
        ("a/b.jsonl", "a/b.jsonl#3", True),
        ("a/b.jsonl", "a/b.jsonl", True),
        ("a/b.jsonl", "a/b.jsonl.txt", False),
        (".", "b.txt", True),
        (".", "../b.txt", False),
        (".", "/b.txt", False),
        ("-", "-#2", True),
    ],
)
def test_a_source_covers_what_lies_in_it(named: str, source: str, answer: bool) -> None:
    assert covers(named, source) is answer


def test_the_same_bytes_twice_are_one_report_in_whatever_order(where: str, folder: Path, tmp_path: Path) -> None:
    one, other, third = folder / "one", folder / "other", folder / "third"
    for each, name in ((one, "z.txt"), (other, "a.txt"), (third, "m.txt")):
        each.mkdir()
        write(each, name, STORY.format(n=3))
    assert go(where, one, other, third).added == 1
    again = str(tmp_path / "again.db")
    go(again, third)
    go(again, one, other)
    reverse = str(tmp_path / "reverse.db")
    go(reverse, other, third, one)
    assert held(where) == held(again) == held(reverse)
    assert held(where).reports[0].file == "a.txt"


def test_the_same_bad_bytes_twice_are_a_problem_of_each_source(where: str, folder: Path, tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        write(folder, name, GERMAN)
    go(where, folder)
    assert [p.source for p in held(where).problems] == [str(folder / "a.txt"), str(folder / "b.txt")]
    other = str(tmp_path / "other.db")
    go(other, folder / "b.txt")
    go(other, folder / "a.txt")
    assert held(other) == held(where)


def test_the_same_bytes_as_page_and_as_text_are_read_the_same_way_in_whatever_order(where: str, folder: Path, tmp_path: Path) -> None:
    page, plain = write(folder, "a.html", ""), write(folder, "b.txt", "")
    for each in (page, plain):
        each.write_text(f"<html><body><article><p>{STORY.format(n=3)}</p></article></body></html>", "utf-8")
    other, third = str(tmp_path / "other.db"), str(tmp_path / "third.db")
    go(where, page, plain)
    go(other, plain, page)
    go(third, plain)
    go(third, page)
    assert held(where) == held(other) == held(third)


def test_newer_stages_read_everything_again_even_what_is_not_named(where: str, folder: Path, tmp_path: Path) -> None:
    stories(folder, 2)
    bad = write(folder, "bad.txt", STORY.format(n=77) + "\n\nIt said: break extractor.")
    write(folder, "rows.csv", 'text,outlet,published\n"' + STORY.format(n=30) + '",Qamar Post,2031-05-15\n')
    assert [p.source for p in go(where, folder).problems] == [str(bad)]
    before = held(where)
    more = write(tmp_path, "more.txt", STORY.format(n=90))
    outcome = go(where, more, extractor="newer", at=dt.datetime(2031, 5, 15, 9, 30, tzinfo=dt.UTC))
    after = held(where)
    assert (outcome.added, outcome.problems) == (5, ())
    assert after.problems == ()
    assert {claim.version for claim in after.claims} == {"toy 2"}
    assert set(before.reports) < set(after.reports)
    with Casebook.open(where) as casebook:
        first, second = casebook.runs()
    assert (first.at, second.at) == (None, "2031-05-15T09:30:00+00:00")
    assert (first.versions["toyplug.claims"], second.versions["toyplug.newer_claims"]) == (1, 2)
    assert go(where, folder, more, extractor="newer").added == 0


def test_changed_linking_makes_the_views_again_and_reads_nothing(where: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stories(folder, 2)
    go(where, folder)
    before = held(where)
    monkeypatch.setattr("reportedly.pipeline.link", with_version(link, 99))
    outcome = go(where, folder)
    assert outcome.added == 0
    assert held(where) == before
    with Casebook.open(where) as casebook:
        assert casebook.runs()[-1].versions["link.cluster.link"] == 99


def with_version(made: Callable[..., Any], version: int) -> Callable[..., Any]:
    def same(*given: Any) -> Any:  # noqa: ANN401  (as what it stands for)
        return made(*given)

    declared: Any = made
    same.stage = type(declared.stage)("link.cluster.link", version, declared.stage.reads, declared.stage.makes)  # type: ignore[attr-defined]
    return same


@pytest.mark.parametrize(("extractor", "error"), [("nobody", UnknownPlugin), ("undeclared", UsageError), ("hungry", BrokenChain)])
def test_stages_that_do_not_fit_are_refused_before_anything_is_read(
    where: str, folder: Path, extractor: str, error: type[ReportedlyError]
) -> None:
    stories(folder, 1)
    with pytest.raises(error, match="Nothing was"):
        go(where, folder, extractor=extractor)
    assert held(where).reports == ()


def test_the_chain_of_the_package_itself_fits() -> None:
    names = [each.name for each in (*pipeline.plan_of("english", "english").reading, *pipeline.plan_of("english", "english").viewing)]
    assert names[0] == "read.report.read_report"
    assert names[-2:] == ["reconcile.checks.checks", "reconcile.ties.ties"]
    assert "extract.counts.counts" in names


def test_two_runs_at_once_are_refused(where: str, folder: Path) -> None:
    stories(folder, 1)
    with Casebook.open(where, create=True) as casebook, casebook.writing(), pytest.raises(CasebookBusy):
        go(where, folder)


def test_steps_tell_how_far_the_run_is(where: str, folder: Path) -> None:
    stories(folder, 5)
    write(folder, "empty.txt", "")
    steps: list[Step] = []
    go(where, folder, on_step=steps.append)
    assert [step.stage for step in steps if step.stage != "reading"] == ["linking", "tracing", "reconciling"]
    assert [step.done for step in steps if step.stage == "reading"] == [0, 1, 3, 6]
    last = steps[-1]
    assert (last.reports, last.claims, last.problems, last.skipped, last.total) == (5, 5, 1, 0, 5)


class Counting:
    """Works here, and remembers how many captures each chunk had."""

    def __init__(self) -> None:
        self.sizes: list[int] = []

    def map(self, work: Callable[[Given], Done], chunks: Iterable[Given]) -> Iterator[Done]:
        """Work here."""
        for chunk in chunks:
            self.sizes.append(len(cast("Sequence[object]", chunk)))
            yield work(chunk)


def test_chunks_start_small_and_stay_bounded(where: str, folder: Path) -> None:
    stories(folder, 50)
    runner = Counting()
    go(where, folder, runner=runner)
    assert runner.sizes == [1, 2, 4, 8, 16, 16, 3]


def test_a_large_report_is_a_chunk_with_few_others(where: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.pipeline.CHUNK_BYTES", 300)
    stories(folder, 6)
    runner = Counting()
    go(where, folder, runner=runner)
    assert max(runner.sizes) == 2


def test_the_result_is_the_same_for_any_workers_and_order_of_sources(where: str, folder: Path, tmp_path: Path) -> None:
    stories(folder, 40)
    write(folder, "de.txt", GERMAN)
    one, two = folder / "one", folder / "two"
    for n, each in enumerate((one, two)):
        each.mkdir()
        stories(each, 10, more=f" It was day {n}.")
    go(where, folder)
    other = str(tmp_path / "other.db")
    go(other, two, folder, one, runner=Processes(2))
    assert held(other) == held(where)


def test_records_are_read_again_from_their_own_bytes(where: str, folder: Path) -> None:
    rows = [{"text": STORY.format(n=n), "outlet": "Qamar Post", "url": f"https://example.org/{n}"} for n in range(3)]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    write(folder, "rows.jsonl", lines + '{"text": ""}\n')
    first = go(where, folder)
    before = held(where)
    (folder / "rows.jsonl").unlink()
    write(folder, "other.txt", STORY.format(n=99))
    go(where, folder, extractor="newer")
    assert first.added == 3
    assert set(before.reports) < set(held(where).reports)


def test_a_problem_can_hold_any_text(where: str) -> None:
    name = "nowhere\x00\udcff"
    (problem,) = go(where, Path(name)).problems
    assert held(where).problems == (problem,)
    assert isinstance(problem, Problem)


def test_one_report_more_leaves_the_rows_of_other_events_as_they_are(where: str, folder: Path) -> None:
    stories(folder, 5)
    go(where, folder)
    before = rows(where, "event")
    write(folder, "more.txt", OTHER)
    go(where, folder)
    after = rows(where, "event")
    assert len(after - before) == 1
    assert before < after


def test_one_report_more_that_may_be_the_first_of_its_text_changes_nothing_but_what_the_origin_is_called(where: str, folder: Path) -> None:
    stories(folder, 5)
    go(where, folder)
    before = {event.id: event for event in held(where).views.events}
    write(folder, "more.txt", STORY.format(n=90))
    go(where, folder)
    after = {event.id: event for event in held(where).views.events}
    assert len(after) == len(before) + 1
    for identity, event in before.items():
        assert replace(after[identity], origin_names=event.origin_names) == event


def test_a_run_that_adds_gives_the_views_of_a_run_from_nothing(where: str, folder: Path, tmp_path: Path) -> None:
    stories(folder, 5)
    go(where, folder)
    for n in (90, 1, 91):
        write(folder, f"more{n}.txt", STORY.format(n=n) + "\n\nMore is to come.")
        go(where, folder)
    other = str(tmp_path / "other.db")
    go(other, folder)
    assert held(where).views == held(other).views


def rows(where: str, table: str) -> set[tuple[Any, ...]]:
    """The rows of a table as they are stored."""
    with closing(sqlite3.connect(where)) as raw:
        return set(raw.execute(f"SELECT * FROM {table}"))  # noqa: S608  (a name of ours)
