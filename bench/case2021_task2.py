"""Which of ACLED's sub-event types a snippet reports: the kind of its main claim, as the task writes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.product import read_rows
from bench.reading import finished, main_of, plain, reading
from reportedly.model import Claim, Kind

DATA = "bench/case2021_task2/dev.jsonl"
LABELS = {
    Kind.ABDUCTION: "ABDUCT_DISSAP",
    Kind.AGREEMENT: "AGREEMENT",
    Kind.AIR_STRIKE: "AIR_STRIKE",
    Kind.ARMED_CLASH: "ARMED_CLASH",
    Kind.ARRESTS: "ARREST",
    Kind.SHELLING: "ART_MISS_ATTACK",
    Kind.ATTACK: "ATTACK",
    Kind.CHANGE_TO_GROUP: "CHANGE_TO_GROUP_ACT",
    Kind.CHEMICAL_WEAPON: "CHEM_WEAP",
    Kind.DISRUPTED_WEAPONS_USE: "DISR_WEAP",
    Kind.EXCESSIVE_FORCE: "FORCE_AGAINST_PROTEST",
    Kind.GOVERNMENT_REGAINS_TERRITORY: "GOV_REGAINS_TERIT",
    Kind.GRENADE: "GRENADE",
    Kind.HEADQUARTERS: "HQ_ESTABLISHED",
    Kind.MOB_VIOLENCE: "MOB_VIOL",
    Kind.NON_STATE_ACTOR_OVERTAKES_TERRITORY: "NON_STATE_ACTOR_OVERTAKES_TER",
    Kind.NON_VIOLENT_TRANSFER: "NON_VIOL_TERRIT_TRANSFER",
    Kind.OTHER: "OTHER",
    Kind.PEACEFUL_PROTEST: "PEACE_PROTEST",
    Kind.LOOTING: "PROPERTY_DISTRUCT",
    Kind.PROTEST_WITH_INTERVENTION: "PROTEST_WITH_INTER",
    Kind.REMOTE_EXPLOSIVE: "REM_EXPLOS",
    Kind.SEXUAL_VIOLENCE: "SEX_VIOL",
    Kind.SUICIDE_BOMB: "SUIC_BOMB",
    Kind.VIOLENT_DEMONSTRATION: "VIOL_DEMONSTR",
    Kind.AGREE: "AGREEMENT",
    Kind.PROTEST: "PEACE_PROTEST",
    Kind.CONSULT: "DIPLO",
    Kind.SANCTION: "DIPLO",
    Kind.COOPERATE: "DIPLO",
    Kind.SUPPORT: "DIPLO",
    Kind.REJECT: "DIPLO",
    Kind.ACCUSE: "ATTRIB",
}
"""The task's name of each kind; kinds of words that it has no name for are left out."""


def run(data: Path, out: Path) -> dict[str, float]:
    """Write a label for each snippet to `out`; the scorer's figures, if it is there."""
    rows = read_rows(data)
    read = reading("case2021_task2", (plain(row["text"]) for row in rows))
    return finished(data, out, rows, [{"id": row["id"], "label": label(each.claims)} for row, each in zip(rows, read, strict=True)])


def label(claims: Sequence[Claim]) -> str:
    """The label of the main claim among those whose kind the task has a name for; "" without one."""
    main = main_of([claim for claim in claims if claim.kind in LABELS])
    return "" if main is None else LABELS[main.kind]
