"""What one report says of how its happenings stand to each other."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest
from tests.link.made import ARMY_B, MINISTRY, NAVY_A, QAMAR, claim, day, report

from reportedly.link.facts import facts
from reportedly.link.sequel import told
from reportedly.model import Claim, Kind, Modality, Report, Sign, SignRule, Stance, TieKind

WORDS: dict[str, dict[str, Any]] = {
    "strike": {"kind": Kind.AIR_STRIKE},
    "strikes": {"kind": Kind.AIR_STRIKE},
    "airstrike": {"kind": Kind.AIR_STRIKE},
    "shelled": {"kind": Kind.SHELLING},
    "fired": {"kind": Kind.SHELLING},
    "marched": {"kind": Kind.PEACEFUL_PROTEST},
    "arrested": {"kind": Kind.ARRESTS},
    "condemned": {"kind": Kind.ACCUSE},
    "blamed": {"kind": Kind.ACCUSE},
    "campaign": {"kind": Kind.AIR_STRIKE},
    "operation": {"kind": Kind.ARMED_CLASH},
    "ambush": {"kind": Kind.ARMED_CLASH},
    "abducted": {"kind": Kind.ABDUCTION},
    "killed": {"kind": Kind.ATTACK},
    "funeral": {"kind": Kind.OTHER},
    "buried": {"kind": Kind.OTHER},
    "mourners": {"kind": Kind.OTHER},
    "fled": {"kind": Kind.OTHER},
}
"""What a word in capital letters tells of."""


def read(text: str, **more: dict[str, Any]) -> tuple[Report, list[Claim]]:
    """A report whose words in capitals are triggers; what `more` says of one goes with it."""
    told_in = report("r1", text=re.sub(r"\b[A-Z]{4,}\b", lambda m: m[0].lower(), text))
    found = [claim(told_in, m.start(), **(WORDS[m[0].lower()] | more.get(m[0].lower(), {}))) for m in re.finditer(r"\b[A-Z]{4,}\b", text)]
    return told_in, found


def signs(text: str, **more: dict[str, Any]) -> list[tuple[TieKind, str, str]]:
    """The kind of each sign, and the words of its ends."""
    told_in, claims = read(text, **more)
    words = {each.id: told_in.quote(each.trigger).strip(".,") for each in claims}
    return [(sign.kind, words[sign.a], words[sign.b]) for sign in told(facts([told_in], claims))]


FOLLOWED = {
    "Gunmen FIRED at the port in retaliation for the STRIKE on Monday.": ("strike", "fired"),
    "Hundreds MARCHED in the capital on Sunday against the deadly air STRIKE on the school.": ("strike", "marched"),
    "The minister CONDEMNED Monday's air STRIKE on the school.": ("strike", "condemned"),
    "The minister BLAMED the Reed Front for the AMBUSH on the road.": ("ambush", "blamed"),
    "Police ARRESTED six people on Friday after the AMBUSH on the road.": ("ambush", "arrested"),
    "After Monday's STRIKE on the school, police ARRESTED six people.": ("strike", "arrested"),
    "The STRIKE on the school sparked anger: it was followed by an AMBUSH.": ("strike", "ambush"),
    "A STRIKE hit the school on Monday. In response, the Reed Front SHELLED the port.": ("strike", "shelled"),
    "A STRIKE hit the school on Monday. The Front SHELLED the port in revenge for the attack.": ("strike", "shelled"),
    "A STRIKE hit the school on Monday. In retaliation for the strike, the Front SHELLED the port.": ("strike", "shelled"),
    "A STRIKE hit the school on Monday. Nobody slept. Police ARRESTED six people over the raid.": ("strike", "arrested"),
    "Thousands attended the FUNERAL of those killed in Tuesday's deadly STRIKE.": ("strike", "funeral"),
    "A FUNERAL was held on Friday for the 12 people who died when a STRIKE hit the school.": ("strike", "funeral"),
    "Residents BURIED the 12 victims of the STRIKE.": ("strike", "buried"),
    "The FUNERAL of a student KILLED by a soldier was held on Friday.": ("killed", "funeral"),
    "Seven people killed in the STRIKE on the school were BURIED on Friday.": ("strike", "buried"),
    "The victims of Tuesday's STRIKE on the school were later BURIED.": ("strike", "buried"),
    "MOURNERS gathered a day after the STRIKE.": ("strike", "mourners"),
    "A STRIKE hit the school on Monday. Residents BURIED the 12 victims of the attack.": ("strike", "buried"),
    "A STRIKE hit the school on Monday. Those killed in the attack were BURIED on Friday.": ("strike", "buried"),
    "A STRIKE hit the school on Monday. Hundreds came to the FUNERAL of two teachers killed in the raid.": ("strike", "funeral"),
    "A STRIKE hit the school on Monday. MOURNERS gathered a day after the strike.": ("strike", "mourners"),
}


@pytest.mark.parametrize("text", FOLLOWED)
def test_what_came_of_what(text: str) -> None:
    assert signs(text) == [(TieKind.FOLLOWS, *FOLLOWED[text])]


NOT_FOLLOWED = [
    "A STRIKE hit the school. The mayor was BURIED on Friday.",
    "A FUNERAL was held in the town. A STRIKE hit the school.",
    "The FUNERAL of the mayor was held in the port, and a STRIKE hit the school.",
    "A STRIKE hit the school and the mayor was BURIED.",
    "Thousands FLED with those hurt in Tuesday's STRIKE.",
    "A STRIKE hit the school. The Front SHELLED the port on Friday.",
    "Gunmen FIRED at the port and an air STRIKE hit the school.",
    "Gunmen FIRED at the port after the STRIKE on the school.",
    "The Front SHELLED the port in revenge for the attack.",
    "Gunmen ABDUCTED a driver. Police ARRESTED six people over the strike.",
    "Police ARRESTED six people while the army kept out of the way of the STRIKE.",
]


@pytest.mark.parametrize("text", NOT_FOLLOWED)
def test_what_is_only_told_beside_it(text: str) -> None:
    assert signs(text) == []


ANSWER = "Gunmen FIRED at the port in retaliation for the STRIKE on Monday."


@pytest.mark.parametrize(
    "fired",
    [{"stance": Stance.DENIES, "chain": [MINISTRY]}, {"modality": Modality.THREATENED}, {"when": day("2031-05-01")}],
    ids=["denied", "threatened", "before it"],
)
def test_an_answer_must_be_asserted_real_and_not_before(fired: dict[str, Any]) -> None:
    strike = {"when": day("2031-05-12")}
    assert signs(ANSWER, strike=strike) == [(TieKind.FOLLOWS, "strike", "fired")]
    assert signs(ANSWER, strike=strike, fired=fired) == []


def test_a_burial_before_it_or_one_that_is_planned_came_of_nothing() -> None:
    text = "Residents BURIED the 12 victims of the STRIKE."
    strike = {"when": day("2031-05-12")}
    assert signs(text, strike=strike, buried={"when": day("2031-05-14")}) == [(TieKind.FOLLOWS, "strike", "buried")]
    assert signs(text, strike=strike, buried={"when": day("2031-05-01")}) == []
    assert signs(text, strike=strike, buried={"modality": Modality.PLANNED}) == []


PARTS = {
    "The STRIKE was part of a CAMPAIGN that began in March.": ("campaign", "strike"),
    "The AMBUSH was the deadliest in the OPERATION so far.": ("operation", "ambush"),
    "A STRIKE hit the school on Monday. It was one of a series of air STRIKES this month.": ("strikes", "strike"),
    "A STRIKE hit the school on Monday. The attack was the latest in a wave of STRIKES.": ("strikes", "strike"),
}


@pytest.mark.parametrize("text", PARTS)
def test_what_is_part_of_what(text: str) -> None:
    assert signs(text) == [(TieKind.PART_OF, *PARTS[text])]


def test_no_part_of_what_it_cannot_be_part_of() -> None:
    text = next(iter(PARTS))
    assert signs(text, strike={"actor": NAVY_A}, campaign={"actor": ARMY_B}) == []


def test_a_sentence_that_says_nothing_of_it_ties_by_what_the_claims_give() -> None:
    text = "A STRIKE hit the school. The navy keeps up its CAMPAIGN."
    whole = {"actor": NAVY_A, "place": QAMAR, "when": day("2031-05-01", "2031-05-31", precision=4)}
    told_in, claims = read(text, campaign=whole, strike={"actor": NAVY_A, "place": QAMAR, "when": day("2031-05-13")})
    (sign,) = told(facts([told_in], claims))
    assert (sign.kind, sign.rule) == (TieKind.PART_OF, SignRule.CONTAINMENT)


def test_the_order_in_which_claims_come_plays_no_part() -> None:
    text = " ".join([*FOLLOWED, *PARTS])
    told_in, claims = read(text)
    wanted = told(facts([told_in], claims))
    assert len(wanted) > 10
    for seed in range(5):
        random.Random(seed).shuffle(claims)  # noqa: S311  (a fixed order, no secret)
        assert told(facts([told_in], claims)) == wanted


def test_a_long_report_of_one_word_gives_few_signs() -> None:
    told_in, claims = read("Gunmen FIRED at the port in retaliation for the STRIKE on Monday. " * 120)
    found: tuple[Sign, ...] = told(facts([told_in], claims))
    assert len(found) == 120
