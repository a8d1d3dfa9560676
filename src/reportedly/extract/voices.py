"""Who is reported to say what: every stretch of a report that is not the outlet's own voice.

Verbs and nouns of saying, quotations and headlines each give speeches; here they are joined with the
quotations they belong to, their speakers become voices, and a speech inside another gets the longer chain.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.extract.entity_phrases import phrase
from reportedly.extract.entity_salience import resolve
from reportedly.extract.mentions import VoiceMention
from reportedly.extract.voice_cues import Range, Speech, children, prepositional, subject, trimmed, verb_speeches
from reportedly.extract.voice_nouns import noun_speeches
from reportedly.extract.voice_quotes import Quote, quotes
from reportedly.extract.voice_speakers import UNNAMED, voice
from reportedly.model import Document, EntityKind, Medium, Report, Saying, Stance, Voice, VoiceKind
from reportedly.plugins import stage

PARTIAL = 3
"""A quotation of at least so many words in a sentence without a speaker goes on with the speaker before."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A speech with its voices. `source` are the tokens of the speaker's phrase, or None."""

    speech: Speech
    chain: tuple[Saying, ...]
    source: Range | None


@stage(version=1, reads={"report.outlet", "document.tokens", "document.sentences", "document.names"}, makes={"mentions.voices"})
def voices(report: Report, document: Document) -> tuple[VoiceMention, ...]:
    """Every stretch that someone else than the outlet says, in text order of the cues. Linear in the length of the report."""
    return tuple(
        VoiceMention(chain=each.chain, content=each.speech.content, cue=each.speech.cue, stance=each.speech.stance)
        for each in heard(report, document)
    )


def heard(report: Report, document: Document) -> tuple[Heard, ...]:
    """The speeches of a report with their chains, in text order of the cues."""
    marks = quotes(document)
    speeches = _joined(document, _speeches(document), marks)
    found: list[Heard] = []
    earlier: list[Voice] = []
    for each in speeches:
        one = _heard(report, document, each, earlier, found)
        if one is not None:
            found.append(one)
            if one.chain:
                earlier.append(one.chain[0].voice)
    return _nested(_without_idle_hearsay(found))


def _speeches(document: Document) -> list[Speech]:
    """One speech a cue, in text order."""
    by_cue: dict[int, Speech] = {}
    for each in (*verb_speeches(document), *noun_speeches(document)):
        by_cue.setdefault(each.cue, each)
    return [by_cue[cue] for cue in sorted(by_cue)]


def _joined(document: Document, speeches: list[Speech], marks: tuple[Quote, ...]) -> list[Speech]:
    """Speeches with their whole quotations, and speeches for quotations that nobody has claimed."""
    claimed: dict[int, int] = {}
    grown = [_with_quotes(document, each, marks, n, claimed) for n, each in enumerate(speeches)]
    kept = [each for n, each in enumerate(grown) if not _inside_quote(each, marks, claimed, n) or each.sure]
    orphans = [_orphan(document, quote) for q, quote in enumerate(marks) if q not in claimed]
    return sorted([*kept, *(o for o in orphans if o is not None)], key=lambda s: (s.content[0][0] if s.speaker is None else s.cue, s.cue))


def _with_quotes(document: Document, each: Speech, marks: tuple[Quote, ...], number: int, claimed: dict[int, int]) -> Speech:
    content = list(each.content)
    for q, quote in enumerate(marks):
        if quote.start > each.cue + 400 or quote.end < each.cue - 2000:
            continue
        for r, (start, end) in enumerate(content):
            if start < quote.end and quote.start < end and not quote.start < each.cue < quote.end:
                claimed.setdefault(q, number)
                grown = trimmed(document, min(start, quote.start), max(end, quote.end))
                content[r] = grown or (start, end)
    return replace(each, content=tuple(content))


def _inside_quote(each: Speech, marks: tuple[Quote, ...], claimed: dict[int, int], number: int) -> bool:
    """Whether the cue itself stands inside a quotation that another speech has claimed."""
    return any(quote.start < each.cue < quote.end and claimed.get(q, number) != number for q, quote in enumerate(marks))


def _orphan(document: Document, quote: Quote) -> Speech | None:
    """A quotation without a cue: it goes on with the speaker before; a partial one takes its sentence along."""
    start, end = quote.inside
    sentence = document.sentences[document.tokens[start].sentence]
    quoted = sum(t.pos not in ("PUNCT", "SPACE") for t in document.tokens[start:end])
    if quoted < PARTIAL:
        return None
    colon = _before_colon(document, quote)
    if colon is not None and (told := trimmed(document, start, end)):
        return replace(colon, content=(told,))
    own = _quoting_subject(document, start) if quoted < end - start + 1 and sentence.start < start - 1 else None
    if own is not None:
        found = trimmed(document, start, end)
        return Speech(quote.start, own, (found,), sure=False) if found else None
    whole = quoted >= 0.6 * sum(t.pos not in ("PUNCT", "SPACE") for t in document.tokens[sentence.start : sentence.end])
    found = trimmed(document, start, end) if whole else trimmed(document, sentence.start, sentence.end)
    return Speech(quote.start, None, (found,), sure=False, points_back=True) if found else None


def _before_colon(document: Document, quote: Quote) -> Speech | None:
    """Who speaks in "He continued: “…”" and "X released this statement: “…”": the subject of the sentence that ends so."""
    if quote.start == 0 or document.tokens[quote.start - 1].text != ":":
        return None
    verb = document.sentences[document.tokens[quote.start - 1].sentence].root
    speaker = subject(document, verb) if verb < quote.start else None
    if speaker is None or speaker >= quote.start:
        return None
    return Speech(verb, speaker, ((quote.start, quote.end),), sure=False)


def _quoting_subject(document: Document, start: int) -> int | None:
    """The person who is the subject of the clause that holds a partial quotation: "Lee praised a “great” day"."""
    for verb in (i for i in document.ancestors(start) if document.tokens[i].pos == "VERB" and i < start):
        speaker = subject(document, verb)
        if speaker is not None and speaker < start:
            mention = resolve(document, speaker)
            return speaker if mention is not None and mention.entity.kind is EntityKind.PERSON else None
    return None


def _heard(report: Report, document: Document, each: Speech, earlier: list[Voice], found: list[Heard]) -> Heard | None:
    if each.points_back and each.speaker is None:
        return _going_on(document, each, found)
    if each.speaker is None:
        return Heard(each, (Saying(voice=UNNAMED, cue=document.span(each.cue, each.cue + 1)),), None)
    speaker = voice(document, each.speaker, earlier, sure=each.sure)
    if speaker is None:
        return None
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
    return Heard(each, tuple(links), phrase(document, each.speaker))


def _going_on(document: Document, each: Speech, found: list[Heard]) -> Heard | None:
    """The speaker of the sentence or paragraph before, when there is one; a doubt of the outlet's own has no chain."""
    before = found[-1] if found else None
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


def _without_idle_hearsay(found: list[Heard]) -> list[Heard]:
    """No unnamed voice where the same words already have a named speaker."""
    named = [r for h in found if h.chain and h.chain[0].voice.kind is not VoiceKind.UNNAMED for r in h.speech.content]
    return [h for h in found if not (h.chain and h.chain[0].voice == UNNAMED and any(s <= h.speech.cue < e for s, e in named))]


def _nested(found: list[Heard]) -> tuple[Heard, ...]:
    """A speech whose cue stands inside another's content is relayed by that one."""
    out: list[Heard] = []
    for each in found:
        around = [
            h
            for h in found
            if h is not each
            and h.chain
            and h.speech.stance is Stance.ASSERTS
            and any(s <= each.speech.cue < e for s, e in h.speech.content)
        ]
        inner = min(around, key=lambda h: sum(e - s for s, e in h.speech.content), default=None)
        if inner is None or not each.chain:
            out.append(each)
            continue
        known = {s.voice.id for s in each.chain}
        out.append(replace(each, chain=(*each.chain, *(s for s in inner.chain if s.voice.id not in known))))
    return tuple(sorted(out, key=lambda h: h.speech.cue))
