"""The casebook: what is kept comes back, a change is whole or not at all, and only casebooks are opened."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.link import made
from tests.store import values

from reportedly.errors import CasebookBusy, CasebookUnusable, NewerCasebook, NoCasebook, NotACasebook, NotFound
from reportedly.model import Act, Anchor, Check, Claim, Dataset, Decision, Kind, Problem, ProblemReason, Report, Span, Views
from reportedly.store import schema, tables
from reportedly.store.casebook import Casebook
from reportedly.store.database import engine_of
from reportedly.store.migrations import r0001_casebook
from reportedly.store.reading import Log, Original, Reading

LOG = Log(stamp="v1", versions={"toy": 1}, at="2031-05-15T09:30:00+00:00")


def made_views() -> Views:
    return Views(checks=(Check(claim="c1", name="units", passed=True, detail="1 km is 1 km."),))


@pytest.fixture
def where(tmp_path: Path) -> str:
    return str(tmp_path / "war.db")


def beside(where: str) -> list[str]:
    """Names in the casebook's folder."""
    return sorted(path.name for path in Path(where).parent.iterdir())


def original(identity: str = "r1", data: bytes = b"Shells fell on Qamar.") -> Original:
    return Original(id=identity, sha256=hashlib.sha256(data).hexdigest(), data=data, told={"source": "a.txt"})


def reading(report: Report, *claims: Claim, data: bytes = b"") -> Reading:
    return Reading(original=original(report.id, data), report=report, claims=claims)


@st.composite
def contents(draw: st.DrawFn) -> tuple[list[Reading], list[Problem], Views]:
    """Some reports with their claims, some problems, some views."""
    readings = []
    for n in range(draw(st.integers(0, 3))):
        report = draw(values.reports(identity=f"r{n}", sha256="0" * 64))
        claims = [draw(values.claims(identity=f"c{n}-{m}", report=report.id)) for m in range(draw(st.integers(0, 3)))]
        readings.append(reading(report, *claims, data=draw(st.binary(max_size=100))))
    return readings, draw(st.lists(values.problems, max_size=3, unique=True)), draw(values.views)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(contents())
def test_what_is_saved_is_what_is_loaded(tmp_path: Path, kept: tuple[list[Reading], list[Problem], Views]) -> None:
    readings, problems, views = kept
    path = tmp_path / f"{os.urandom(8).hex()}.db"
    with Casebook.open(str(path), create=True) as casebook, casebook.change(LOG) as change:
        for each in readings:
            change.keep(each)
        for problem in problems:
            change.add_problem(problem, capture=None)
        change.replace_views(views, made_by="v2")
    with Casebook.open(str(path)) as casebook:
        found = casebook.dataset()
        assert found.reports == tuple(each.report for each in readings)
        assert sorted(found.claims, key=lambda c: c.id) == sorted((c for each in readings for c in each.claims), key=lambda c: c.id)
        assert [(c.report, c.spans[0], c.trigger) for c in found.claims] == sorted((c.report, c.spans[0], c.trigger) for c in found.claims)
        assert found.problems == tuple(sorted(problems))
        assert found.views == views
        assert [casebook.original(each.original.id).data for each in readings] == [each.original.data for each in readings]


def test_a_new_casebook_is_empty_and_one_file_when_it_is_closed(where: str) -> None:
    with Casebook.open(where, create=True) as casebook:
        assert casebook.dataset() == Dataset(reports=(), claims=())
        assert casebook.revision() == 0
    assert beside(where) == ["war.db"]


def test_opening_and_reading_write_nothing(where: str) -> None:
    Casebook.open(where, create=True).close()
    before = Path(where).read_bytes()
    with Casebook.open(where, create=True) as casebook:
        casebook.dataset()
    assert Path(where).read_bytes() == before


def test_a_casebook_can_be_named_by_url(where: str) -> None:
    Casebook.open(f"sqlite:///{where}", create=True).close()
    with Casebook.open(where) as casebook:
        assert casebook.revision() == 0


@pytest.mark.parametrize("url", ["sqlite://", "nonsense://", "://"])
def test_a_url_that_names_no_database_is_refused(url: str) -> None:
    with pytest.raises((NoCasebook, CasebookUnusable)):
        Casebook.open(url, create=True)


def test_where_nothing_is_there_is_no_casebook(where: str) -> None:
    with pytest.raises(NoCasebook):
        Casebook.open(where)
    assert not Path(where).exists()


def test_an_empty_file_becomes_a_casebook_only_when_that_is_asked_for(where: str) -> None:
    Path(where).touch()
    with pytest.raises(NoCasebook):
        Casebook.open(where)
    with Casebook.open(where, create=True) as casebook:
        assert casebook.revision() == 0


def test_a_text_file_is_no_casebook_and_is_left_alone(where: str) -> None:
    Path(where).write_text("Shells fell on Qamar.", "utf-8")
    with pytest.raises(NotACasebook, match="no SQLite file"):
        Casebook.open(where, create=True)
    assert Path(where).read_text("utf-8") == "Shells fell on Qamar."


def test_a_sqlite_file_of_another_program_is_no_casebook_and_is_left_alone(where: str) -> None:
    with closing(sqlite3.connect(where)) as other:
        other.execute("CREATE TABLE recipe (id)")
        other.commit()
    before = Path(where).read_bytes()
    with pytest.raises(NotACasebook, match="another program"):
        Casebook.open(where, create=True)
    assert Path(where).read_bytes() == before


def test_a_folder_is_no_casebook(tmp_path: Path) -> None:
    with pytest.raises(NotACasebook, match="no file"):
        Casebook.open(str(tmp_path), create=True)


def test_a_damaged_casebook_is_told_as_such(where: str) -> None:
    Casebook.open(where, create=True).close()
    whole = Path(where).read_bytes()
    Path(where).write_bytes(whole[:100] + b"\xff" * 4000 + whole[4100:])
    with pytest.raises((NotACasebook, CasebookUnusable)):
        Casebook.open(where).dataset()


def test_a_casebook_in_a_folder_that_is_not_there_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(CasebookUnusable):
        Casebook.open(str(tmp_path / "nowhere" / "war.db"), create=True)


def test_a_newer_casebook_is_not_opened(where: str) -> None:
    Casebook.open(where, create=True).close()
    with closing(sqlite3.connect(where)) as raw:
        raw.execute(f"UPDATE {schema.VERSION_TABLE} SET version_num = '9999'")  # noqa: S608  (our own constant)
        raw.commit()
    with pytest.raises(NewerCasebook, match="9999"):
        Casebook.open(where)


def test_an_older_casebook_is_brought_up_to_date(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Casebook.open(where, create=True).close()
    called: list[bool] = []
    monkeypatch.setattr("reportedly.store.casebook.KNOWN", (*schema.KNOWN, "9998"))
    monkeypatch.setattr("reportedly.store.casebook.migrate", lambda _: called.append(True))
    Casebook.open(where).close()
    assert called == [True]


def test_the_migrations_make_the_tables_that_the_code_speaks_of(where: str) -> None:
    Casebook.open(where, create=True).close()
    engine = engine_of(where)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": schema.VERSION_TABLE})
        assert compare_metadata(context, tables.metadata) == []
    engine.dispose()


def test_every_migration_is_known() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", str(Path(schema.__file__).with_name("migrations")))
    steps = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(reversed([step.revision for step in steps])) == schema.KNOWN
    assert r0001_casebook.APPLICATION_ID == schema.APPLICATION_ID


def test_a_schema_never_goes_back() -> None:
    with pytest.raises(NotImplementedError):
        r0001_casebook.downgrade()


def test_a_change_that_fails_leaves_nothing_behind(where: str) -> None:
    with Casebook.open(where, create=True) as casebook:
        with suppress(ZeroDivisionError), casebook.change(LOG) as change:
            change.keep(Reading(original=original(), problem=None))
            raise ZeroDivisionError
        assert casebook.kept("r1") is None
        assert casebook.revision() == 0


def test_a_change_that_writes_nothing_raises_no_revision(where: str) -> None:
    with Casebook.open(where, create=True) as casebook:
        with casebook.change(LOG):
            pass
        assert casebook.revision() == 0
        assert casebook.runs() == ()


def test_each_change_raises_the_revision_and_a_run_is_logged_once(where: str) -> None:
    with Casebook.open(where, create=True) as casebook:
        with casebook.change(LOG) as change:
            change.keep(Reading(original=original("r1")))
        with casebook.change(LOG, run=change.logged) as change:
            change.keep(Reading(original=original("r2")))
        assert casebook.revision() == 2
        assert casebook.runs() == (LOG,)


@pytest.mark.parametrize("statement", ["UPDATE original SET bytes = x'00'", "DELETE FROM original", "UPDATE claim SET version = 'x'"])
def test_the_database_itself_guards_what_never_changes(where: str, statement: str, report: Report) -> None:
    """Shells killed 12 people in Qamar."""
    with Casebook.open(where, create=True) as casebook, casebook.change(LOG) as change:
        change.keep(reading(report, made.claim(report, 7)))
    with closing(sqlite3.connect(where)) as raw, pytest.raises(sqlite3.IntegrityError, match="never"):
        raw.execute(statement)


def test_a_report_that_is_read_again_loses_its_old_claims_and_the_views_of_them(where: str, report: Report) -> None:
    """Shells killed 12 people in Qamar."""
    old, new = made.claim(report, 0), made.claim(report, 7)
    with Casebook.open(where, create=True) as casebook:
        with casebook.change(LOG) as change:
            change.keep(reading(report, old))
            change.replace_views(made_views(), made_by="v2")
        with casebook.change(LOG) as change:
            change.keep(reading(report, new))
        assert casebook.dataset() == Dataset(reports=(report,), claims=(new,))
        assert not casebook.views_are_current("v2")


def test_views_are_current_until_reports_change(where: str, report: Report) -> None:
    """Shells killed 12 people in Qamar."""
    with Casebook.open(where, create=True) as casebook:
        assert not casebook.views_are_current("v2")
        with casebook.change(LOG) as change:
            change.replace_views(made_views(), made_by="v2")
        assert casebook.views_are_current("v2")
        assert not casebook.views_are_current("v3")
        with casebook.change(LOG) as change:
            change.add_problem(Problem(source="a", reason=ProblemReason.EMPTY, detail="Nothing."), capture=None)
        assert casebook.views_are_current("v2")
        with casebook.change(LOG) as change:
            change.keep(reading(report))
        assert not casebook.views_are_current("v2")


def test_views_of_an_interrupted_run_stay_until_they_are_made_again(where: str, report: Report) -> None:
    """Shells killed 12 people in Qamar."""
    with Casebook.open(where, create=True) as casebook:
        with casebook.change(LOG) as change:
            change.replace_views(made_views(), made_by="v2")
        with casebook.change(LOG) as change:
            change.keep(reading(report))
        assert casebook.dataset().views == made_views()


def test_a_problem_is_kept_once(where: str) -> None:
    problem = Problem(source="a", reason=ProblemReason.EMPTY, detail="Nothing.")
    with Casebook.open(where, create=True) as casebook:
        for _ in range(2):
            with casebook.change(LOG) as change:
                change.add_problem(problem, capture=None)
        assert casebook.problems() == {problem: None}
        assert casebook.revision() == 1
        with casebook.change(LOG) as change:
            change.drop_problem(problem)
        assert casebook.problems() == {}


def test_bytes_that_were_tampered_with_are_found_out(where: str) -> None:
    with Casebook.open(where, create=True) as casebook, casebook.change(LOG) as change:
        change.keep(Reading(original=original()))
    with closing(sqlite3.connect(where)) as raw:
        raw.execute("DROP TRIGGER original_no_update")
        raw.execute("UPDATE original SET bytes = x'789c'")
        raw.commit()
    with Casebook.open(where) as casebook, pytest.raises(CasebookUnusable, match="not what was captured"):
        casebook.original("r1")


def test_an_original_that_was_never_captured_is_not_found(where: str) -> None:
    with Casebook.open(where, create=True) as casebook, pytest.raises(NotFound):
        casebook.original("r9")


def keep_with_a_full_disk(casebook: Casebook, kept: Original) -> None:
    with casebook.change(LOG) as change:
        change._connection.exec_driver_sql("PRAGMA max_page_count = 1")  # noqa: SLF001  (how a full disk is played)
        change.keep(Reading(original=kept))


def test_a_full_disk_is_told_and_what_was_saved_stays(where: str) -> None:
    with Casebook.open(where, create=True) as casebook:
        with casebook.change(LOG) as change:
            change.keep(Reading(original=original("r1")))
        with pytest.raises(CasebookUnusable, match="full"):
            keep_with_a_full_disk(casebook, original("r2", os.urandom(100_000)))
        assert casebook.kept("r1") is not None
        assert casebook.kept("r2") is None


def test_only_one_opening_writes_at_a_time_and_it_is_told_who(where: str) -> None:
    with Casebook.open(where, create=True) as one, Casebook.open(where) as other:
        with one.writing(), one.writing(), pytest.raises(CasebookBusy, match=f"process {os.getpid()} on "), other.writing():
            pass
        with other.writing():
            pass
    assert beside(where) == ["war.db"]


HOLDER = """
import sys, time
from reportedly.store.casebook import Casebook
with Casebook.open(sys.argv[1], create=True).writing():
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_writer_that_is_killed_holds_nothing_up(where: str) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, where], stdout=subprocess.PIPE, text=True) as process:  # noqa: S603  (our own)
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with Casebook.open(where) as casebook:
            with pytest.raises(CasebookBusy, match=f"process {process.pid} on "), casebook.writing():
                pass
            assert casebook.dataset().reports == ()
            process.kill()
            process.wait()
            with casebook.writing():
                pass


def test_a_folder_that_cannot_be_written_to_is_told(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    with Casebook.open(where, create=True) as casebook:
        monkeypatch.setattr("reportedly.store.lock.os.open", refuse)
        with pytest.raises(CasebookUnusable, match="Permission denied"), casebook.writing():
            pass


def test_a_casebook_in_a_folder_that_cannot_be_written_to_can_be_read(where: str, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shells killed 12 people in Qamar."""
    with Casebook.open(where, create=True) as casebook, casebook.change(LOG) as change:
        change.keep(reading(report))
    monkeypatch.setattr("reportedly.store.database.os.access", lambda *_: False)
    with Casebook.open(where) as casebook:
        assert casebook.dataset().reports == (report,)
        assert beside(where) == ["war.db"]


def test_decisions_are_kept_in_order_and_never_changed(where: str) -> None:
    claims = (Anchor(claim="c1", report="r1", kind=Kind.ATTACK, trigger=Span(0, 1)),)
    first = Decision(number=1, act=Act.FLAG, event="e1", claims=claims, reviewer="Ria", at="2031-06-01T12:00:00+00:00")
    second = dataclasses.replace(first, number=2, act=Act.COMMENT, reason="see the ledger")
    with Casebook.open(where, create=True) as book:
        book.add(first)
        book.add(second)
        assert book.decisions() == (first, second)
        assert book.decisions(after=1) == (second,)
        with pytest.raises(CasebookUnusable):
            book.add(first)
        assert book.revision() == 0
    with closing(sqlite3.connect(where)) as raw:
        for statement in ("UPDATE decision SET body = '{}'", "DELETE FROM decision"):
            with pytest.raises(sqlite3.IntegrityError, match="decisions are never"):
                raw.execute(statement)
