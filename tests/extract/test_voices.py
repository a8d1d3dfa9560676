"""Who is reported to say what."""

from __future__ import annotations

import sys

import pytest

from reportedly.extract.mentions import VoiceMention
from reportedly.extract.voices import heard, voices
from reportedly.language.english import English
from reportedly.model import Document, Medium, Report, Stance, VoiceKind


def read(text: str, outlet: str = "Qamar Post") -> tuple[Document, tuple[VoiceMention, ...]]:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text, outlet=outlet)
    (document,) = English().parse([report])
    return document, voices(report, document)


def said(text: str) -> list[tuple[list[str], str]]:
    """The ids of each chain, and what is said."""
    document, found = read(text)
    return [([s.voice.id for s in m.chain], " … ".join(document.words(*r) for r in m.content)) for m in found]


MOD = "state:PE/mod"

MOST_CALLS = 600
"""Calls a word at most; reading what speeches hold each other's words pair by pair would take thousands."""


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The Peruvian defence ministry said that rebels shelled the port.", MOD, "rebels shelled the port"),
        ("The Peruvian defence ministry said rebels shelled the port.", MOD, "rebels shelled the port"),
        ("Rebels shelled the port, the Peruvian defence ministry said.", MOD, "Rebels shelled the port"),
        ("Rebels shelled the port, said the Peruvian defence ministry.", MOD, "Rebels shelled the port"),
        ("Rebels shelled the port, tweeted the Peruvian Ministry of Defence.", MOD, "Rebels shelled the port"),
        ("Rebels shelled the port on Monday the Peruvian defence ministry said.", MOD, "Rebels shelled the port on Monday"),
        ("According to the Peruvian defence ministry, rebels shelled the port.", MOD, "rebels shelled the port"),
        ("Rebels shelled the port, according to the Peruvian defence ministry.", MOD, "Rebels shelled the port"),
        ("A statement from the Peruvian defence ministry said rebels shelled the port.", MOD, "rebels shelled the port"),
        ("The Peruvian defence ministry's statement said rebels shelled the port.", MOD, "rebels shelled the port"),
        ("The Peruvian defence ministry told reporters that rebels shelled the port.", MOD, "rebels shelled the port"),
        ("A spokesman for the Peruvian defence ministry said rebels shelled the port.", MOD, "rebels shelled the port"),
        ("Human Rights Watch reported that rebels shelled the port.", "org:hrw", "rebels shelled the port"),
        ("Kenya claims that rebels shelled the port.", "state:KE", "rebels shelled the port"),
        ("Kenya announced that rebels shelled the port.", "state:KE", "rebels shelled the port"),
        ("Kenya confirmed that rebels shelled the port.", "state:KE", "rebels shelled the port"),
        ("Kenya warned that rebels shelled the port.", "state:KE", "rebels shelled the port"),
        ("Kenya's claims that rebels shelled the port were repeated.", "state:KE", "rebels shelled the port"),
        ("Kenya vowed to bomb the rebels again.", "state:KE", "to bomb the rebels again"),
        ("The White Helmets reported heavy shelling in the port.", "org:white-helmets", "heavy shelling in the port"),
        ("Witnesses said rebels shelled the port.", "voice:witnesses", "rebels shelled the port"),
    ],
)
def test_each_form_of_saying_gives_speaker_and_content(text: str, speaker: str, content: str) -> None:
    assert said(text) == [([speaker], content)]


def test_a_quotation_over_two_sentences_is_one_saying(document: Document, report: Report) -> None:
    """“Rebels shelled the port. Two ships were sunk,” said a statement from the Kenyan army issued on Monday."""
    (found,) = voices(report, document)
    assert found.chain[0].voice.id == "state:KE/army"
    assert [document.words(*r) for r in found.content] == ["Rebels shelled the port. Two ships were sunk"]


def test_a_quotation_that_follows_goes_on_with_the_one_before() -> None:
    found = said("“We sank two ships,” Tomas Quill said. “They will not come back to this coast.”")
    assert found == [(["person:tomas-quill"], "We sank two ships … They will not come back to this coast")]


def test_a_quotation_of_the_next_paragraph_goes_on_too() -> None:
    found = said("“We sank two ships,” Tomas Quill said.\n\n“They will not come back to this coast.”")
    assert found == [(["person:tomas-quill"], "We sank two ships … They will not come back to this coast")]


def test_a_partial_quotation_takes_its_sentence_along() -> None:
    found = said("The Kenyan army said it sank two ships. The ships carried “heavy guns and many rebels” to the coast.")
    assert found[1] == (["state:KE/army"], "The ships carried “heavy guns and many rebels” to the coast")


def test_a_word_in_quotation_marks_is_nobodys_saying() -> None:
    assert said("The “capital” of the rebels was calm.") == []


def test_the_statement_and_the_pronoun_go_back_to_the_speaker() -> None:
    found = said("The Kenyan army said it sank two ships. The statement said no soldier was hurt. The rebels fled, it said.")
    assert [chain for chain, _ in found] == [["state:KE/army"]] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Reuters relays Kenyan claims that all the ships were sunk.",
        "Reuters reported that Kenya said all the ships were sunk.",
        "Reuters quoted Kenya as saying that all the ships were sunk.",
    ],
)
def test_who_relays_stands_behind_who_spoke(text: str) -> None:
    innermost = said(text)[-1]
    assert innermost == (["state:KE", "org:reuters"], "all the ships were sunk")


def test_whom_an_outlet_cites_spoke_first() -> None:
    assert said("The ships were sunk, Reuters reported, citing the Kenyan army.") == [
        (["state:KE/army", "org:reuters"], "The ships were sunk")
    ]


def test_an_interview_with_another_outlet_is_relayed_by_it() -> None:
    _, (found,) = read("“The ships were sunk,” Tomas Quill told CNN.")
    assert [s.voice.id for s in found.chain] == ["person:tomas-quill", "org:cnn"]
    assert found.chain[0].medium is Medium.INTERVIEW


def test_an_interview_with_the_outlet_itself_is_relayed_by_nobody() -> None:
    _, (found,) = read("“The ships were sunk,” Tomas Quill told CNN.", outlet="CNN")
    assert [s.voice.id for s in found.chain] == ["person:tomas-quill"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kenya denied that it shelled the port.", "it shelled the port"),
        ("Kenya denies claims that it shelled the port.", "it shelled the port"),
        ("Kenya dismissed claims that it shelled the port.", "it shelled the port"),
        ("Kenya rejected accusations that it shelled the port.", "it shelled the port"),
        ("Kenya denied involvement in the shelling of the port.", "involvement in the shelling of the port"),
    ],
)
def test_a_denial_is_a_stance(text: str, content: str) -> None:
    document, (found,) = read(text)
    assert (found.stance, found.chain[0].voice.id) == (Stance.DENIES, "state:KE")
    assert [document.words(*r) for r in found.content] == [content]


def test_a_contested_claim_is_doubted_by_the_outlet() -> None:
    document, found = read("Kenya claimed that it sank two ships, although the claim is contested.")
    assert [(m.stance, len(m.chain)) for m in found] == [(Stance.ASSERTS, 1), (Stance.DOUBTS, 0)]
    assert [document.words(*r) for r in found[1].content] == ["it sank two ships"]


def test_what_could_not_be_verified_is_doubted() -> None:
    _, found = read("Kenya said it sank two ships. The claim could not be independently verified.")
    assert (found[1].stance, found[1].chain) == (Stance.DOUBTS, ())
    assert found[1].content == found[0].content


def test_an_accusation_is_said_by_the_accuser() -> None:
    assert said("Kenya accused the rebels of shelling the port.") == [(["state:KE"], "the rebels of shelling the port")]


def test_hearsay_has_an_unnamed_voice() -> None:
    _, (found,) = read("The strikes have reportedly hit a school.")
    assert (found.chain[0].voice.kind, found.chain[0].voice.name) == (VoiceKind.UNNAMED, "unnamed sources")


def test_an_alleged_deed_is_hearsay() -> None:
    document, (found,) = read("Inspectors saw the site of the alleged attack on Kilifi.")
    assert (found.chain[0].voice.kind, [document.words(*r) for r in found.content]) == (VoiceKind.UNNAMED, ["the alleged attack on Kilifi"])


def test_an_alleged_thief_is_none() -> None:
    assert said("Guards saw the alleged thief in Kilifi.") == []


def test_hearsay_within_a_named_saying_adds_no_voice() -> None:
    assert said("The strikes reportedly hit a school, the Kenyan army said.") == [
        (["state:KE/army"], "The strikes reportedly hit a school")
    ]


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Strike kills 12 in port town: Kenyan army", "state:KE/army"),
        ("Kenyan army: strike kills 12 in port town", "state:KE/army"),
        ("Strike kills 12 in port town - monitor", "voice:monitor"),
        ("Strike kills 12 in port town, says Kenyan army", "state:KE/army"),
        ("Strike kills 12 in port town, Kenyan army says", "state:KE/army"),
    ],
)
def test_headlines_name_their_speaker(headline: str, speaker: str) -> None:
    ((chain, content),) = said(headline)
    assert chain == [speaker]
    assert content.lower() == "strike kills 12 in port town"


def test_a_comment_of_the_outlet_is_left_out() -> None:
    found = said("The Kenyan army said its ships fired four rockets, though no date was given.")
    assert found == [(["state:KE/army"], "its ships fired four rockets")]


def test_what_was_not_said_is_no_saying() -> None:
    assert said("The Kenyan army did not say that it fired rockets.") == []


def test_a_strike_that_claims_lives_says_nothing() -> None:
    assert said("The fighting claimed the lives of 12 people.") == []


@pytest.mark.parametrize(
    ("text", "kind", "of"),
    [
        ("The Kenyan army said it rained.", VoiceKind.PARTY, "state:KE"),
        ("The Kenyan foreign ministry said it rained.", VoiceKind.OFFICIAL, "state:KE"),
        ("Al-Shabaab said it rained.", VoiceKind.PARTY, "group:al-shabaab"),
        ("The Syrian Observatory for Human Rights said it rained.", VoiceKind.MONITOR, None),
        ("The Red Cross said it rained.", VoiceKind.AID, None),
        ("CNN said it rained.", VoiceKind.MEDIA, None),
        ("Residents said it rained.", VoiceKind.WITNESS, None),
        ("Analysts said it rained.", VoiceKind.EXPERT, None),
        ("Sources said it rained.", VoiceKind.UNNAMED, None),
        ("Kenyan Defence Minister Tomas Quill said it rained.", VoiceKind.PARTY, "state:KE"),
    ],
)
def test_a_voice_tells_its_kind_and_its_side(text: str, kind: VoiceKind, of: str | None) -> None:
    _, (found,) = read(text)
    assert (found.chain[0].voice.kind, found.chain[0].voice.of) == (kind, of)


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("The Kenyan army said in a statement that it rained.", Medium.STATEMENT),
        ("The Kenyan army told reporters that it rained.", Medium.BRIEFING),
        ("The Kenyan army said on Twitter that it rained.", Medium.SOCIAL_MEDIA),
        ("The Kenyan army said that it rained.", None),
    ],
)
def test_the_medium_is_kept_where_it_is_given(text: str, medium: Medium | None) -> None:
    _, (found,) = read(text)
    assert found.chain[0].medium is medium


def test_cues_and_contents_never_overlap() -> None:
    _, found = read("Reuters said rebels fled. “We won,” Tomas Quill said, adding that two ships were sunk.")
    assert all(not start <= m.cue < end for m in found for start, end in m.content)


def test_the_outlets_own_voice_gives_nothing() -> None:
    assert said("Rebels shelled the port on Monday. Two ships were sunk.") == []


def test_a_quotation_after_a_colon_belongs_to_the_subject_before_it() -> None:
    found = said("Tomas Quill continued: “We sank two ships. They will not come back.”")
    assert found == [(["person:tomas-quill"], "We sank two ships. They will not come back")]


def test_what_stands_on_both_sides_of_the_cue_is_one_saying() -> None:
    found = said("The port, the Kenyan army said, fell on Monday.")
    assert found == [(["state:KE/army"], "The port … fell on Monday")]


def test_when_something_was_said_is_not_what_was_said() -> None:
    assert said("During a long visit to the port on Monday, Tomas Quill remarked.") == []


def test_the_name_of_a_programme_is_no_quotation() -> None:
    assert said("Tomas Quill visited the studio of “Meet the Whole Coast” on Monday.") == []


def test_nobody_says_nothing() -> None:
    assert said("Nobody claimed the attack on the port. No group said that it shelled the port.") == []


def test_who_stands_for_the_noun_before_it() -> None:
    assert said("They met Tomas Quill, who said that rebels shelled the port.") == [(["person:tomas-quill"], "rebels shelled the port")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The governor of the Qamar region said it rained.", "governor of the Qamar region"),
        ("Rebels shelled the port, the governor of the Qamar region said.", "governor of the Qamar region"),
        ("The governor of the Qamar region, Tomas Quill, said it rained.", "Tomas Quill"),
        ("It rained, according to the region's governor, Tomas Quill.", "Tomas Quill"),
        ("Rebels shelled the port, investigators appointed by the court said.", "investigators"),
        ("A United Nations estimate puts the dead at 140.", "United Nations"),
        ("They said it rained.", "they"),
    ],
)
def test_a_speaker_has_the_fullest_name_that_the_sentence_gives(text: str, name: str) -> None:
    _, (found,) = read(text)
    assert found.chain[0].voice.name == name


def test_the_nearest_subject_before_a_verb_speaks() -> None:
    found = said("Shortly before the reports from Qamar the Kenyan army had announced that it had hit three ships.")
    assert [chain for chain, _ in found] == [["state:KE/army"]]


def test_a_prosecutor_general_is_no_soldier() -> None:
    _, (found,) = read("Prosecutor General Tomas Quill said it rained.")
    assert found.chain[0].voice.kind is VoiceKind.OFFICIAL


def test_turns_of_an_interview_are_told_by_whom_they_name() -> None:
    text = "QUILL: We sank two ships.\n\nHOST: Where was it?\n\nQUILL: They were near the port.\n\nHOST: Were there any dead?"
    assert {content for _, content in said(text)} >= {"We sank two ships", "They were near the port"}


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Kenya supports a ceasefire in the port.", "Kenya", ["a ceasefire in the port"]),
        ("Kenya called for a ceasefire.", "Kenya", ["a ceasefire"]),
        ("Kenya wants to visit the port.", "Kenya", ["to visit the port"]),
        ("Kenya depicted the rebels as a threat.", "Kenya", ["the rebels as a threat"]),
        ("Kenya's support for the ceasefire grew.", "Kenya's", ["the ceasefire"]),
        ("The talks seemed to fail.", None, ["The talks", "to fail"]),
    ],
)
def test_what_is_only_wanted_or_judged_is_heard_but_not_told(text: str, speaker: str | None, content: list[str]) -> None:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    (found,) = heard(report, document)
    assert found.speech.held
    assert (None if found.source is None else document.words(*found.source)) == speaker
    assert [document.words(*r) for r in found.speech.content] == content
    assert voices(report, document) == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Tomas Quill, the mayor of the port, said it rained.", "Tomas Quill, the mayor of the port"),
        ("“It rained,” said Tomas Quill, who lives there.", "Tomas Quill, who lives there"),
        ("Kenya and Peru said it rained.", "Kenya and Peru"),
    ],
)
def test_a_source_reaches_over_all_words_for_the_speaker(text: str, source: str) -> None:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    (found,) = heard(report, document)
    assert found.source is not None
    assert document.words(*found.source) == source


@pytest.mark.parametrize("piece", ["He said that ", "“ he said “ ", '( " ', "the army said and "])
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=piece * 400 + "it rained.")
    (document,) = English().parse([report])
    calls = [0]

    def count(_frame: object, _event: str, _argument: object) -> None:
        calls[0] += 1

    sys.setprofile(count)
    try:
        voices(report, document)
    finally:
        sys.setprofile(None)
    assert calls[0] < MOST_CALLS * len(document.tokens)


@pytest.mark.parametrize(
    "text",
    [
        "The Hollin Observatory for Human Rights said rebels shelled the port.",
        "Rebels shelled the port, the Hollin Observatory for Human Rights said.",
        "Rebels shelled the port, according to the Hollin Observatory for Human Rights.",
    ],
)
def test_a_body_is_one_voice_wherever_it_stands_in_the_sentence(text: str) -> None:
    (found,) = read(text)[1]
    assert [(s.voice.name, s.voice.id) for s in found.chain] == [("Hollin Observatory", "org:hollin-observatory")]


def test_what_somebody_is_called_is_no_name() -> None:
    assert said("Local officials said rebels shelled the port.")[0][0] == ["voice:local-officials"]


def test_a_calling_before_a_name_makes_a_person_of_it_even_where_an_agency_has_that_name() -> None:
    (found,) = read("Rebels shelled the port, lawyer Petra Lorvik said.")[1]
    assert [(s.voice.name, s.voice.id) for s in found.chain] == [("Petra Lorvik", "person:petra-lorvik")]
