"""Which names are one speaker, and so one origin."""

from __future__ import annotations

import dataclasses
import datetime as dt

from tests.link.made import MINISTER, MINISTRY, claim, count, report
from tests.reconcile.asked import LATER, R1, R2, R3, event_of, field_of

from reportedly.link.lineage import lineage
from reportedly.model import Field, RelationKind, Stake, Status, Voice, VoiceKind
from reportedly.reconcile.speakers import sides


def test_a_person_whose_side_another_report_tells_is_of_that_side() -> None:
    plain = Voice(id="person:ilo-marn", name="Ilo Marn", kind=VoiceKind.WITNESS)
    event, _ = event_of([claim(R1, 10, chain=[MINISTER]), claim(R2, 10, chain=[plain]), claim(R3, 10, chain=[MINISTRY])])
    assert event.origins == 1


def test_a_governor_speaks_for_the_state_that_another_report_gives_to_the_region() -> None:
    nameless = Voice(id="voice:governor-of-xanadias-northern-region", name="governor", kind=VoiceKind.OFFICIAL, of="state:XA")
    named = Voice(id="person:o-bel", name="O. Bel", kind=VoiceKind.OFFICIAL, of="voice:northern-region")
    tolls = [claim(R1, 10, chain=[nameless], killed=count(50)), claim(LATER, 10, chain=[named], killed=count(52))]
    found = field_of(tolls, Field.KILLED)
    assert (found.status, found.best, [r.kind for r in found.relations]) == (Status.UPDATED, 52, [RelationKind.UPDATES])


def test_a_description_and_its_shorter_form_in_one_report_are_one_origin() -> None:
    long = Voice(id="voice:coalitions-own-investigators", name="coalition's own investigators", kind=VoiceKind.MONITOR)
    short = Voice(id="voice:investigators", name="investigators", kind=VoiceKind.MONITOR)
    assert event_of([claim(R1, 10, chain=[long]), claim(R1, 20, chain=[short])])[0].origins == 1
    assert event_of([claim(R1, 10, chain=[long]), claim(R2, 20, chain=[short])])[0].origins == 2


def test_the_governor_is_the_only_named_office_holder_of_the_report() -> None:
    named = Voice(id="person:o-bel", name="O. Bel", kind=VoiceKind.OFFICIAL)
    other = Voice(id="person:k-rus", name="K. Rus", kind=VoiceKind.OFFICIAL)
    governor = Voice(id="voice:governor", name="governor", kind=VoiceKind.OFFICIAL)
    both = [claim(R1, 10, chain=[governor]), claim(R1, 20, chain=[named])]
    assert event_of(both)[0].origin_names == ("O. Bel",)
    assert event_of([*both, claim(R1, 30, chain=[other])])[0].origins == 3


def test_one_sentence_of_a_copied_text_has_one_speaker_whatever_the_titles_make_of_the_name() -> None:
    story = " ".join(f"word{n}" for n in range(60))
    wire, copy = report("w", story, published=dt.date(2031, 5, 14)), report("x", f"Army frees town. {story}")
    army = Voice(id="voice:armed-forces", name="armed forces", kind=VoiceKind.PARTY)
    claims = [claim(r, r.text.index("word9"), chain=[voice]) for r, voice in ((wire, MINISTRY), (copy, army))]
    assert event_of(claims, [wire, copy])[0].origin_names == (MINISTRY.name,)


def test_a_voice_is_one_whatever_it_has_at_stake_in_each_claim() -> None:
    own, enemy = (dataclasses.replace(MINISTER, stake=stake) for stake in (Stake.OWN_LOSSES, Stake.ENEMY_LOSSES))
    plain = Voice(id=MINISTER.id, name=MINISTER.name, kind=VoiceKind.WITNESS)
    claims = [claim(R1, 10, chain=[own]), claim(R1, 20, chain=[enemy]), claim(R2, 10, chain=[plain])]
    assert sides(claims) == {MINISTER.id: "state:XA"}
    assert event_of(claims)[0].origins == 1
    assert len({(edge.why, edge.source_id) for edge in lineage([R1], claims[:2])}) == len(lineage([R1], claims[:2])) == 1
