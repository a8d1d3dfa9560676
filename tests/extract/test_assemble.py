"""Claims as a whole: one for each voice and number, with its evidence, its references and ids that stay."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract.assemble import claims
from reportedly.language.english import English
from reportedly.model import Claim, Count, Document, Entity, Field, Kind, PlaceRole, Report, Span, Stance, VictimClass, When, Where


def report_of(text: str) -> Report:
    return Report(id="r1", sha256="0" * 64, file="report.txt", text=text)


def read(text: str) -> tuple[Report, tuple[Claim, ...]]:
    report = report_of(text)
    (document,) = English().parse([report])
    return report, claims(report, document)


def names(claim: Claim, field: Field) -> list[str]:
    stated = claim.get(field)
    values = stated.value if stated is not None and isinstance(stated.value, tuple) else ()
    return [value.name for value in values if isinstance(value, Entity | Where)]


def count(claim: Claim, field: Field) -> Count:
    stated = claim.get(field)
    assert stated is not None
    assert isinstance(stated.value, Count)
    return stated.value


def test_a_sentence_with_everything_gives_one_claim_with_everything(report: Report, document: Document) -> None:
    """The Kenyan navy fired four missiles at rebel bases in Mombasa from a frigate in the Red Sea on Monday."""
    (claim,) = claims(report, document)
    assert claim.kind is Kind.SHELLING
    assert names(claim, Field.ACTOR) == ["Kenyan Navy"]
    assert (names(claim, Field.TARGET), names(claim, Field.WEAPON)) == (["rebel bases"], ["missiles"])
    assert (names(claim, Field.PLATFORM), names(claim, Field.LAUNCHED_FROM), names(claim, Field.PLACE)) == (
        ["frigate"],
        ["Red Sea"],
        ["Mombasa"],
    )
    assert count(claim, Field.MUNITIONS).low == 4
    assert claim.get(Field.WHEN) is not None


def test_the_time_of_saying_is_not_the_time_of_the_happening(report: Report, document: Document) -> None:
    """A bomb exploded in Mombasa on Monday. The death toll rose to 61, the ministry said on Thursday."""
    blast, toll = claims(report, document)
    stated = blast.get(Field.WHEN)
    assert stated is not None
    assert isinstance(stated.value, When)
    assert stated.value.start == dt.date(2031, 5, 12)
    assert toll.get(Field.WHEN) is None


def test_a_toll_is_that_of_the_happening_before(report: Report, document: Document) -> None:
    """A bomb exploded in Mombasa on Monday. The death toll rose to 61, the ministry said on Thursday."""
    blast, toll = claims(report, document)
    assert toll.kind is blast.kind is Kind.REMOTE_EXPLOSIVE
    assert toll.refers_to == blast.trigger
    assert count(toll, Field.KILLED).low == 61


def test_the_strikes_and_all_of_the_targets_point_back(report: Report, document: Document) -> None:
    """The Kenyan navy fired missiles at Mombasa. All of the targets were destroyed, the navy said. The strikes killed 12 rebels."""
    first, outcome, dead = claims(report, document)
    assert outcome.refers_to == dead.refers_to == first.trigger
    assert {claim.kind for claim in (first, outcome, dead)} == {Kind.SHELLING}
    stated = outcome.get(Field.OUTCOME)
    assert stated is not None
    assert stated.value == "all of targets destroyed"


def test_who_was_told_how_and_when_belongs_to_what_they_were_told_of(report: Report, document: Document) -> None:
    """The Kenyan navy fired missiles at Mombasa. Ethiopia was informed in advance of the strikes through a military hotline."""
    _, told = claims(report, document)
    assert names(told, Field.NOTIFIED) == ["Ethiopia"]
    words = [stated.value for field in (Field.TIMING, Field.CHANNEL) if (stated := told.get(field)) is not None]
    assert words == ["before", "military hotline"]
    assert names(told, Field.PLACE) == []


def test_each_further_number_is_a_claim_of_its_own(report: Report, document: Document) -> None:
    """Air strikes killed 12 people in Mombasa, three of them children."""
    found = {count(claim, Field.KILLED).of: count(claim, Field.KILLED) for claim in claims(report, document)}
    assert (found[VictimClass.UNKNOWN].low, found[VictimClass.CHILD].low, found[VictimClass.CHILD].part) == (12, 3, True)


def test_a_relayed_voice_stands_behind_the_first(report: Report, document: Document) -> None:
    """Reuters reported that the Kenyan army said rebels shelled Mombasa."""
    (claim,) = claims(report, document)
    assert [saying.voice.id for saying in claim.chain] == ["state:KE/army", "org:reuters"]


def test_who_speaks_of_himself_is_the_one_who_acts(report: Report, document: Document) -> None:
    """Kenya's president accused Ethiopia of lying. The Ethiopian defence ministry announced that it had hit three depots in Lamu."""
    hit = next(claim for claim in claims(report, document) if names(claim, Field.PLACE) == ["Lamu"])
    assert names(hit, Field.ACTOR) == ["Ethiopian Ministry of Defence"]


def test_a_denied_part_leaves_the_happening_to_the_outlet(report: Report, document: Document) -> None:
    """Kenya denied any involvement in a chemical attack in the town of Lamu, which killed more than 80 people."""
    attack = next(claim for claim in claims(report, document) if claim.stance is Stance.ASSERTS)
    denial = next(claim for claim in claims(report, document) if claim.stance is Stance.DENIES)
    assert (attack.kind, attack.chain, count(attack, Field.KILLED).low) == (Kind.CHEMICAL_WEAPON, (), 80)
    assert (names(denial, Field.ACTOR), denial.refers_to) == (["Kenya"], attack.trigger)


def test_a_claim_that_is_contested_is_doubted_by_the_outlet(report: Report, document: Document) -> None:
    """The army said that air strikes had killed the rebel leader, although the claim is contested."""
    found = claims(report, document)
    assert {(claim.stance, len(claim.chain)) for claim in found} == {(Stance.ASSERTS, 1), (Stance.DOUBTS, 0)}


@pytest.mark.parametrize(
    ("text", "actor", "speaker"),
    [
        ("A bomb killed 12 people in Mombasa. Al-Shabaab claimed responsibility for the attack.", "al-Shabaab", "group:al-shabaab"),
        ("Kenya blamed al-Shabaab for the bombing in Mombasa on Monday.", "al-Shabaab", "state:KE"),
    ],
)
def test_responsibility_is_a_claim_about_the_actor(text: str, actor: str, speaker: str) -> None:
    _, found = read(text)
    held = [c for c in found if c.kind is Kind.REMOTE_EXPLOSIVE and c.refers_to is not None and names(c, Field.ACTOR) == [actor]]
    assert [claim.chain[0].voice.id for claim in held] == [speaker]


def test_them_who_are_driven_out_are_those_who_took_the_town(report: Report, document: Document) -> None:
    """Rebels captured Mombasa in April, before Kenyan troops drove them out again in May."""
    taken, freed = claims(report, document)
    assert (taken.kind, freed.kind) == (Kind.NON_STATE_ACTOR_OVERTAKES_TERRITORY, Kind.GOVERNMENT_REGAINS_TERRITORY)
    assert (names(freed, Field.TARGET), names(freed, Field.PLACE)) == (["Rebels"], ["Mombasa"])


def test_a_withdrawal_leads_from_one_place_to_another(report: Report, document: Document) -> None:
    """Kenyan forces withdrew from Mombasa to Nairobi."""
    (claim,) = claims(report, document)
    stated = claim.get(Field.PLACE)
    assert stated is not None
    assert isinstance(stated.value, tuple)
    assert [(w.name, w.role) for w in stated.value if isinstance(w, Where)] == [
        ("Mombasa", PlaceRole.MOVED_FROM),
        ("Nairobi", PlaceRole.HEADED_TO),
    ]


STORY = "Rebels shelled Mombasa on Monday, killing 12 people. Kenya denied that its army had fired rockets at Lamu."


def test_what_was_read_before_changes_nothing() -> None:
    _, alone = read(STORY)
    read("Ethiopian troops captured Lamu in May. They lost it to rebels.")
    _, again = read(STORY)
    assert alone == again


def test_ids_are_unique_and_claims_stand_in_the_order_of_the_text() -> None:
    _, found = read(STORY * 3)
    assert len({claim.id for claim in found}) == len(found)
    assert [claim.spans[0] for claim in found] == sorted(claim.spans[0] for claim in found)


PARTS = st.sampled_from(
    [
        "Rebels shelled the port of Mombasa", "The Kenyan army said", "killing 12 people, three of them children", "on Monday", ",", ".",
        "according to Reuters", "denied", "“All targets have been hit,”", "an air strike", "near Lamu", "which killed", "the attack", "no",
        "Ethiopia", "carried out", "𝕽ebels", "🚀", "\n", "IS", "were captured", "from warships in the Red Sea", "vowed to", "4", "dozens",
    ]
)  # fmt: skip


def holds(report: Report, found: tuple[Claim, ...]) -> None:
    """Law 1, and what the evidence of a claim is."""
    for claim in found:
        assert all(report.quote(value.span) == value.text for value in claim.values)
        assert report.quote(claim.spans[0]).strip()
        assert all(span.end <= len(report.text) for span in claim.spans)


@settings(max_examples=80, deadline=None)
@given(st.lists(PARTS, max_size=40))
def test_every_value_stands_where_it_is_said_to(parts: list[str]) -> None:
    holds(*read(" ".join(parts)))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    holds(*read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled the port and killed 12 people and " * 1200,
        "12\t40\tMombasa\tkilled\n" * 400,
        "💥" * 3000 + " Rebels shelled Mombasa.",
    ],
    ids=["a sentence of ten thousand words", "a table", "offsets beyond the basic plane"],
)
def test_long_and_strange_texts_are_read(text: str) -> None:
    holds(*read(text))


def test_evidence_is_the_clause_of_the_happening(report: Report, document: Document) -> None:
    """The Kenyan army said on Tuesday that rebels had shelled the port of Mombasa, while talks went on in Nairobi."""
    (claim,) = claims(report, document)
    assert report.quote(claim.spans[0]) == "rebels had shelled the port of Mombasa"
    assert claim.spans[0].contains(Span(claim.trigger.start, claim.trigger.end))


def test_an_arrest_is_a_claim_whoever_was_arrested(report: Report, document: Document) -> None:
    """They were detained and later released."""
    (claim,) = claims(report, document)
    assert claim.kind is Kind.ARRESTS
    assert claim.values == ()
