"""How a value stands to the others of its field, in one word."""

from __future__ import annotations

import dataclasses
import datetime as dt

from tests.export.small import dataset, only_event
from tests.link.made import CIVILIANS, MINISTRY, MONITOR, QAMAR, RIVAL, claim, count, report
from tests.review.test_matrix import drawn

from reportedly.model import Claim, Field, Stance, VictimClass

R1 = report("r1", published=dt.date(2031, 5, 15))
R2 = dataclasses.replace(report("r2", published=dt.date(2031, 5, 18)), outlet="Daily Ledger")


def words(field: Field, *claims: Claim) -> list[list[str | None]]:
    made = dataset([R1, R2], claims)
    (row,) = [row for row in drawn(only_event(made), made).rows if row.field is field]
    return [[entry.stands and entry.stands.value for entry in cell] for cell in row.cells]


def test_two_numbers_that_cannot_both_be_right_contradict_each_other() -> None:
    said = words(Field.KILLED, claim(R1, 0, chain=[MINISTRY], killed=count(12)), claim(R1, 8, chain=[MONITOR], killed=count(30)))
    assert said == [["contradicts"], ["contradicts"]]


def test_what_two_origins_give_agrees() -> None:
    assert words(Field.KILLED, claim(R1, 0, chain=[MINISTRY], killed=count(12)), claim(R1, 8, chain=[MONITOR], killed=count(12))) == [
        ["agrees"],
        ["agrees"],
    ]


def test_a_voice_that_says_more_later_updates_what_it_said() -> None:
    said = words(Field.KILLED, claim(R1, 0, chain=[MINISTRY], killed=count(12)), claim(R2, 0, chain=[MINISTRY], killed=count(15)))
    assert said == [["updated since", "updates"]]


def test_a_part_is_part_of_it_and_of_its_whole_nothing_is_said() -> None:
    part = count(3, of=VictimClass.CHILD, part=True)
    said = words(Field.KILLED, claim(R1, 0, chain=[MINISTRY], killed=count(12)), claim(R1, 8, chain=[MINISTRY], killed=part))
    assert said == [["alone", "part of it"]]


def test_what_is_denied_is_denied_and_the_denial_itself_has_no_word() -> None:
    asserted = claim(R1, 0, chain=[MONITOR], target=CIVILIANS, place=QAMAR)
    denial = claim(R1, 8, chain=[RIVAL], stance=Stance.DENIES, place=QAMAR)
    assert words(Field.TARGET, asserted, denial)[0] == ["denied"]
    assert words(Field.TARGET, asserted, denial)[1] in ([None], [])
