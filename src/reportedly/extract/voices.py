"""Who is reported to say what: every stretch of a report that is not the outlet's own voice.

Verbs and nouns of saying, quotations and headlines each give speeches; here they are joined with the
quotations they belong to, their speakers become voices, and a speech inside another gets the longer chain.
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.extract.mentions import VoiceMention
from reportedly.extract.voice_cues import verb_speeches
from reportedly.extract.voice_grammar import Speech, children, prepositional
from reportedly.extract.voice_held import attitudes
from reportedly.extract.voice_joins import joined
from reportedly.extract.voice_nesting import Heard, nested, without_idle_hearsay
from reportedly.extract.voice_nouns import noun_speeches
from reportedly.extract.voice_quotes import quotes
from reportedly.extract.voice_sources import source_range
from reportedly.extract.voice_speakers import UNNAMED, is_author, voice
from reportedly.extract.voice_turns import turns
from reportedly.model import Document, Medium, Report, Saying, Stance, Voice, VoiceKind
from reportedly.plugins import stage

LATEST = 6
"""So many speeches back a quotation without a cue looks for its speaker."""


@stage(version=1, reads={"report.outlet", "document.tokens", "document.sentences", "document.names"}, makes={"mentions.voices"})
def voices(report: Report, document: Document) -> tuple[VoiceMention, ...]:
    """Every stretch that someone else than the outlet says, in text order of the cues. Linear in the length of the report."""
    return tuple(
        VoiceMention(chain=each.chain, content=each.speech.content, cue=each.speech.cue, stance=each.speech.stance)
        for each in heard(report, document)
        if each.told
    )


def heard(report: Report, document: Document) -> tuple[Heard, ...]:
    """The speeches of a report with their chains, in text order of the cues."""
    marks = quotes(document)
    speeches = joined(document, _speeches(document), marks)
    found: list[Heard] = []
    earlier: list[Voice] = []
    for each in speeches:
        one = _heard(report, document, each, earlier, found)
        if one is not None:
            found.append(one)
            if one.chain and not each.held:
                earlier.append(one.chain[0].voice)
    return nested(without_idle_hearsay(found))


def _speeches(document: Document) -> list[Speech]:
    """One speech a cue, in text order."""
    by_cue: dict[int, Speech] = {}
    for each in (*verb_speeches(document), *noun_speeches(document), *turns(document), *attitudes(document)):
        by_cue.setdefault(each.cue, each)
    return [by_cue[cue] for cue in sorted(by_cue)]


def _heard(report: Report, document: Document, each: Speech, earlier: list[Voice], found: list[Heard]) -> Heard | None:
    if each.points_back and each.speaker is None:
        return _going_on(document, each, found)
    if each.speaker is None:
        return Heard(each, (Saying(voice=UNNAMED, cue=document.span(each.cue, each.cue + 1)),), None)
    speaker = voice(document, each.speaker, earlier, sure=each.sure)
    if speaker is None:
        return Heard(each, (), source_range(document, each.speaker, each.cue, each.content)) if is_author(document, each.speaker) else None
    cue = document.span(each.cue, _cue_end(document, each))
    links = [Saying(voice=v, cue=cue) for head in each.sources if (v := voice(document, head, earlier)) is not None]
    links.append(Saying(voice=speaker, cue=cue, medium=_medium(document, each)))
    listener = (
        voice(document, each.audience, earlier) if each.audience is not None and document.tokens[each.audience].pos == "PROPN" else None
    )
    if listener is not None and listener.kind is VoiceKind.MEDIA:
        links[-1] = replace(links[-1], medium=Medium.INTERVIEW)
        if not _is_outlet(report, listener):
            links.append(Saying(voice=listener, cue=cue))
    return Heard(each, tuple(links), source_range(document, each.speaker, each.cue, each.content))


def _going_on(document: Document, each: Speech, found: list[Heard]) -> Heard | None:
    """The speaker of the sentence or paragraph before, when there is one; a doubt of the outlet's own has no chain."""
    before = next((h for h in reversed(found[-LATEST:]) if h.told), None)
    if each.stance is Stance.DOUBTS:
        content = before.speech.content if before is not None else each.content
        return Heard(replace(each, content=content), (), None)
    if before is None or not before.chain or before.speech.stance is not Stance.ASSERTS:
        return None
    here = document.sentences[document.tokens[each.cue].sentence].paragraph
    there = document.sentences[document.tokens[before.speech.content[-1][1] - 1].sentence].paragraph
    if here - there > 1 or each.content[0][0] < before.speech.content[-1][1]:
        return None
    return Heard(each, before.chain, before.source)


def _is_outlet(report: Report, listener: Voice) -> bool:
    return report.outlet is not None and report.outlet.lower() in (
        listener.name.lower(),
        listener.id.removeprefix("org:").replace("-", " "),
    )


def _cue_end(document: Document, each: Speech) -> int:
    """The cue reaches over "in a statement" where this follows it directly."""
    place = prepositional(document, each.cue, "in", "on", "during", "at")
    near = place is not None and each.cue < place <= each.cue + 4 and document.tokens[place].sentence == document.tokens[each.cue].sentence
    return place + 1 if near and place is not None and not any(s <= place < e for s, e in each.content) else each.cue + 1


def _medium(document: Document, each: Speech) -> Medium | None:
    told = {document.tokens[each.audience].lower} if each.audience is not None else set()
    if told & {"reporters", "journalists"}:
        return Medium.BRIEFING
    spots = [c for p in children(document, each.cue, "prep") for c in children(document, p, "pobj")]
    if each.speaker is not None:
        spots.append(each.speaker)
    said = [document.tokens[i].lemma for i in spots] + [document.tokens[each.cue].lemma]
    return next((medium for word in said for medium, listed in MEDIA.items() if word in listed), None)


MEDIA = {
    Medium.STATEMENT: ("statement", "communique", "communiqué", "release", "letter", "bulletin"),
    Medium.BRIEFING: ("briefing", "conference", "reporter", "journalist"),
    Medium.INTERVIEW: ("interview",),
    Medium.SOCIAL_MEDIA: ("tweet", "twitter", "facebook", "telegram", "post", "medium", "x", "instagram", "vkontakte"),
    Medium.BROADCAST: ("television", "tv", "radio", "broadcast", "address", "video", "speech"),
    Medium.REPORT: ("report", "study", "survey"),
}
"""The words by which each medium is known."""
