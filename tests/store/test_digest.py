"""One digest for what a casebook holds."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from tests.link import made
from tests.store.test_casebook import LOG, made_views, reading

from reportedly.model import Act, Decision, Kind, anchor
from reportedly.store.casebook import Casebook
from reportedly.store.reading import Reading


def filled(path: Path, readings: list[Reading]) -> Casebook:
    """A casebook into which readings were put one after another."""
    casebook = Casebook.open(str(path), create=True)
    for each in readings:
        with casebook.change(LOG) as change:
            change.keep(each)
    return casebook


def test_a_digest_stands_for_reports_and_claims_in_whatever_order_they_came(tmp_path: Path) -> None:
    one, other = made.report("r1", "Shells fell on Qamar."), made.report("r2", "Shells fell on Ostvik.")
    claim = made.claim(one, 0, killed=made.count(3))
    readings = [reading(one, claim, data=b"1"), reading(other, data=b"2")]
    with filled(tmp_path / "a.db", readings) as a, filled(tmp_path / "b.db", readings[::-1]) as b:
        assert a.digest() == b.digest()
        known = a.digest()
        with a.change(LOG) as change:
            change.replace_views(made_views(), made_by="v2")
        assert a.digest() == known
    renamed = dataclasses.replace(one, file="copy.txt")
    with filled(tmp_path / "c.db", [reading(renamed, claim, data=b"1"), readings[1]]) as c:
        assert c.digest() == known


@pytest.mark.parametrize("what", ["text", "day", "value", "kind", "claim", "decision"])
def test_a_digest_is_another_one_when_anything_that_counts_changes(tmp_path: Path, what: str) -> None:
    report = made.report("r1", "Shells fell on Qamar.")
    claim = made.claim(report, 0, killed=made.count(3))
    with filled(tmp_path / "a.db", [reading(report, claim)]) as casebook:
        before = casebook.digest()
    changed = {
        "text": (dataclasses.replace(report, text="Shells fell on Qamar!"), [claim]),
        "day": (made.report("r1", report.text, published=None), [claim]),
        "value": (report, [dataclasses.replace(made.claim(report, 0, killed=made.count(4)), id=claim.id)]),
        "kind": (report, [dataclasses.replace(claim, kind=Kind.ATTACK)]),
        "claim": (report, []),
        "decision": (report, [claim]),
    }
    now, claims = changed[what]
    with filled(tmp_path / "b.db", [reading(now, *claims)]) as casebook:
        if what == "decision":
            assert casebook.digest() == before
            casebook.add(
                Decision(number=1, act=Act.FLAG, event="e1", claims=(anchor(claim),), reviewer="Ria", at="2031-06-01T12:00:00+00:00")
            )
        assert casebook.digest() != before
