"""Signs and ties in a casebook: they come back as they were, and a casebook of before has room for them when it is opened."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import Report, Sign, SignRule, Tie, TieKind, Views
from reportedly.store import schema
from reportedly.store.casebook import Casebook
from reportedly.store.codec.tie import sign_of, sign_row, tie_of, tie_row
from reportedly.store.reading import Log, Original, Reading

LOG = Log(stamp="v1", versions={})
WORDS = st.text(max_size=12)
WEIGHT = st.floats(-9, 9)
SIGNS = st.builds(Sign, kind=st.sampled_from(TieKind), a=WORDS, b=WORDS, rule=st.sampled_from(SignRule), weight=WEIGHT, why=WORDS)
TIES = st.builds(
    Tie, kind=st.sampled_from(TieKind), a=WORDS, b=WORDS, claims=st.lists(WORDS, max_size=4).map(tuple), weight=WEIGHT, why=WORDS
)


@given(SIGNS)
def test_a_sign_comes_back_as_it_was(sign: Sign) -> None:
    assert sign_of(sign_row(sign)) == sign


@given(TIES)
def test_a_tie_comes_back_as_it_was(tie: Tie) -> None:
    assert tie_of(tie_row(tie)) == tie


def views() -> Views:
    sign = Sign(kind=TieKind.FOLLOWS, a="c1", b="c2", rule=SignRule.WORDING, weight=0.6, why="after")
    tie = Tie(kind=TieKind.FOLLOWS, a="e1", b="e2", claims=("c1", "c2"), weight=0.6, why="after")
    return Views(signs=(sign,), ties=(tie,))


@pytest.fixture
def where(tmp_path: Path) -> str:
    return str(tmp_path / "war.db")


def test_views_keep_signs_and_ties(where: str) -> None:
    with Casebook.open(where, create=True) as casebook:
        with casebook.change(LOG) as change:
            change.replace_views(views(), made_by="v1")
        assert casebook.dataset().views == views()
        made = casebook.made("v1")
        assert made is not None
        with casebook.change(LOG) as change:
            change.replace_views(Views(), made_by="v1", before=made)
        assert casebook.dataset().views == Views()


def as_it_was_before(where: str) -> None:
    """Take from a casebook what schema 0005 added."""
    with closing(sqlite3.connect(where)) as raw:
        for table in ("sign", "tie"):
            raw.execute(f"DROP TABLE {table}")
        raw.execute(f"UPDATE {schema.VERSION_TABLE} SET version_num = '0004'")  # noqa: S608  (our own constant)
        raw.commit()


def test_a_casebook_of_before_is_opened_keeps_its_reports_and_has_no_ties_until_the_next_run(where: str, report: Report) -> None:
    """Shells killed 12 people in Qamar."""
    with Casebook.open(where, create=True) as casebook, casebook.change(LOG) as change:
        change.keep(Reading(original=Original(id=report.id, sha256="0" * 64, data=b"", told={}), report=report))
    as_it_was_before(where)
    with Casebook.open(where) as casebook:
        assert casebook.dataset().reports == (report,)
        assert casebook.dataset().views.ties == ()
        with casebook.change(LOG) as change:
            change.replace_views(views(), made_by="v1")
        assert casebook.dataset().views == views()
