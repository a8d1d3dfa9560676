"""Who says a happening: the innermost voice, all who doubt it, else the outlet."""

from __future__ import annotations

from reportedly.extract.assemble import claims
from reportedly.extract.mentions import VoiceMention
from reportedly.extract.said import Said, said_of
from reportedly.extract.voices import voices
from reportedly.model import Document, Report, Stance


def shelled(document: Document) -> int:
    return next(token.i for token in document.tokens if token.text == "shelled")


def names(said: Said) -> list[str]:
    return [saying.voice.name for saying in said.chain]


def test_nobody_around_is_the_outlet(document: Document) -> None:
    """Rebels shelled Kilifi."""
    assert said_of(document, shelled(document), [], presupposed=False) == [Said((), Stance.ASSERTS, None)]


def test_a_voice_around_says_it_with_its_cue(report: Report, document: Document) -> None:
    """The army said that rebels shelled Kilifi."""
    (said,) = said_of(document, shelled(document), voices(report, document), presupposed=False)
    assert (names(said), said.stance) == (["army"], Stance.ASSERTS)
    assert said.cue is not None
    assert report.quote(said.cue) == "said"


def test_a_voice_elsewhere_says_nothing_of_it(report: Report, document: Document) -> None:
    """The army said that talks went on. Rebels shelled Kilifi."""
    (said,) = said_of(document, shelled(document), voices(report, document), presupposed=False)
    assert said.chain == ()


def test_a_denial_denies_it_unless_it_is_presupposed(report: Report, document: Document) -> None:
    """Kenya denied that rebels shelled Kilifi."""
    heard = voices(report, document)
    (denied,) = said_of(document, shelled(document), heard, presupposed=False)
    (outlet,) = said_of(document, shelled(document), heard, presupposed=True)
    assert (names(denied), denied.stance) == (["Kenya"], Stance.DENIES)
    assert (outlet.chain, outlet.stance) == ((), Stance.ASSERTS)


def test_the_smallest_content_is_the_innermost_voice(report: Report, document: Document) -> None:
    """Kenya said that rebels shelled Kilifi."""
    at = shelled(document)
    (inner,) = voices(report, document)
    around = VoiceMention(chain=(*inner.chain, *inner.chain), content=((0, len(document.tokens)),), cue=1)
    assert [names(said) for said in said_of(document, at, [around, inner], presupposed=False)] == [["Kenya"]]


def test_each_voice_makes_a_claim_of_its_own(report: Report, document: Document) -> None:
    """Kenya said rebels shelled Kilifi. Uganda said that the rebels shelled Kilifi. Ethiopia denied that rebels shelled Kilifi."""
    found = [(claim.chain[0].voice.name, claim.stance) for claim in claims(report, document)]
    assert found == [("Kenya", Stance.ASSERTS), ("Uganda", Stance.ASSERTS), ("Ethiopia", Stance.DENIES)]


def test_a_doubt_of_the_outlet_stands_beside_the_claim(report: Report, document: Document) -> None:
    """The army said rebels shelled Kilifi, but the claim could not be independently verified."""
    said, doubted = claims(report, document)
    assert ([s.voice.name for s in said.chain], said.stance) == (["army"], Stance.ASSERTS)
    assert (doubted.chain, doubted.stance) == ((), Stance.DOUBTS)
    assert doubted.trigger == said.trigger


def test_a_voice_that_doubts_doubts(report: Report, document: Document) -> None:
    """Kenya doubted that rebels shelled Kilifi."""
    (claim,) = claims(report, document)
    assert ([s.voice.name for s in claim.chain], claim.stance) == (["Kenya"], Stance.DOUBTS)
