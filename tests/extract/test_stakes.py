"""What a voice has at stake in what it says."""

from __future__ import annotations

import pytest
from tests.extract.test_assemble import read

from reportedly.model import Claim, Count, Field, Stake, Voice, VoiceKind


def stakes(text: str) -> list[tuple[str, Stake | None]]:
    """For each claim that somebody else than the outlet makes, the words that it counts and what the first speaker has at stake."""
    return [(counted(claim), claim.chain[0].voice.stake) for claim in read(text)[1] if claim.chain]


def counted(claim: Claim) -> str:
    stated = claim.get(Field.KILLED)
    return stated.text if stated is not None and isinstance(stated.value, Count) else ""


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan Defence Ministry said that 12 of its soldiers were killed in an ambush near Mombasa.",
        "The Kenyan Defence Ministry said that 12 Kenyan soldiers were killed near Mombasa.",
        "“Al-Shabaab killed 12 of our soldiers near Mombasa,” the Kenyan army said.",
        "Al-Shabaab's spokesman said that Kenyan troops killed 20 al-Shabaab fighters near Mombasa.",
        "The Kenyan army said that none of its soldiers was killed in the attack on the base in Mombasa.",
        "The Kenyan Defence Ministry said that al-Shabaab attacked a Kenyan army base near Mombasa.",
    ],
)
def test_who_speaks_of_its_own_dead_speaks_of_its_own_losses(text: str) -> None:
    assert {stake for _, stake in stakes(text)} == {Stake.OWN_LOSSES}


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan army said that it killed 20 al-Shabaab fighters near Mombasa.",
        "Al-Shabaab said its fighters killed 12 Kenyan soldiers in an attack on a base near Mombasa.",
        "The Kenyan army said that its air strike killed 12 fighters in Mombasa.",
        "“We killed 12 Kenyan soldiers near Mombasa,” al-Shabaab said.",
    ],
)
def test_who_speaks_of_what_its_side_did_to_fighters_speaks_of_its_enemys_losses(text: str) -> None:
    assert {stake for _, stake in stakes(text)} == {Stake.ENEMY_LOSSES}


def test_whom_a_side_fights_is_known_where_the_report_tells_it() -> None:
    alone = "Al-Shabaab's spokesman said that 12 Kenyan soldiers were killed near Mombasa."
    assert stakes(alone) == [("12 Kenyan soldiers", None)]
    assert stakes(f"Al-Shabaab attacked the Kenyan army in Lamu on Monday.\n\n{alone}") == [("12 Kenyan soldiers", Stake.ENEMY_LOSSES)]


@pytest.mark.parametrize(
    "text",
    [
        "The Turkish Foreign Ministry said that Kenyan troops killed 12 al-Shabaab fighters near Mombasa.",
        "The Turkish Foreign Ministry said that Kenyan troops killed 12 people in Mogadishu.",
        "The Syrian Observatory for Human Rights said that 12 Kenyan soldiers were killed near Mombasa.",
        "The Red Cross said that Kenyan troops killed 12 people in Mombasa.",
    ],
)
def test_who_speaks_of_others_is_a_third_party_where_a_side_is_known(text: str) -> None:
    assert {stake for _, stake in stakes(text)} == {Stake.THIRD_PARTY}


@pytest.mark.parametrize(
    "text",
    [
        "Witnesses said that Kenyan troops killed 12 al-Shabaab fighters near Mombasa.",
        "Sources said that 12 Kenyan soldiers were killed near Mombasa.",
        "A rebel spokesman said that 12 soldiers were killed near Mombasa.",
        "The Syrian Observatory for Human Rights said that 12 people were killed in a blast in Mombasa.",
        "The Kenyan army said that 12 people were killed in a blast in Mombasa.",
        "The Kenyan army said that it had mistakenly killed 12 civilians in an air strike on Mombasa.",
        "The Kenyan army said that it shelled a depot in Mombasa.",
        "The Kenyan Foreign Ministry said that Ugandan troops killed 12 people in Mombasa.",
        "A bomb killed 12 people in Mogadishu on Monday. The Somali government blamed al-Shabaab for the attack.",
        "The Turkish Foreign Ministry accused Kenya of the attack.",
        "Investigators said that Kenyan troops killed 12 people in Mombasa.",
        "The Turkish army said that 12 Kenyan soldiers were killed near Mombasa.",
        "The Kenyan army said that Kenya and al-Shabaab signed a ceasefire in Mombasa on Monday.",
        "The Kenyan army threatened to attack al-Shabaab in Mombasa.",
    ],
)
def test_what_does_not_tell_is_left_open(text: str) -> None:
    assert {stake for _, stake in stakes(text)} == {None}


def test_of_the_dead_of_both_sides_the_own_are_own_losses() -> None:
    text = "The Kenyan army said that 12 of its soldiers and 20 al-Shabaab fighters were killed in clashes near Mombasa."
    assert dict(stakes(text)) == {"12 of its soldiers": Stake.OWN_LOSSES, "20 al-Shabaab fighters": None}
    text = "The Kenyan army said that al-Shabaab attacked it near Mombasa, killing 12 Kenyan soldiers and three civilians."
    assert dict(stakes(text))["12 Kenyan soldiers"] is Stake.OWN_LOSSES


def test_civilians_beside_fighters_are_no_enemys_losses() -> None:
    text = "The Kenyan army said that its air strike killed 12 fighters and three civilians in Mombasa."
    assert dict(stakes(text)) == {"12 fighters": Stake.ENEMY_LOSSES, "three civilians": None}


def test_one_voice_has_another_stake_in_each_claim() -> None:
    text = (
        "The Kenyan army said that it killed 20 al-Shabaab fighters near Mombasa. "
        "The Kenyan army said that al-Shabaab killed 12 Kenyan soldiers in Lamu."
    )
    found = [claim.chain[0].voice for claim in read(text)[1]]
    assert {voice.stake for voice in found} == {Stake.OWN_LOSSES, Stake.ENEMY_LOSSES}
    assert len({voice.id for voice in found}) == 1


@pytest.mark.parametrize(
    ("identity", "of", "side"),
    [
        ("state:KE/army", "state:KE", "state:KE"),
        ("person:a-b", "group:x", "group:x"),
        ("state:KE/mfa", None, "state:KE"),
        ("person:a-b", None, None),
        ("voice:rebel-spokesman", "voice:rebels", None),
        ("org:alliance", "org:alliance", "org:alliance"),
    ],
)
def test_the_side_of_a_voice(identity: str, of: str | None, side: str | None) -> None:
    assert Voice(name="X", id=identity, kind=VoiceKind.PARTY, of=of).side == side
