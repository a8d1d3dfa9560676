"""Who is reported to say what: every stretch of a report that is not the outlet's own voice.

Verbs and nouns of saying, quotations and headlines each give speeches; here they are joined with the
quotations they belong to, their speakers become voices, and a speech inside another gets the longer chain.
"""

from __future__ import annotations

import bisect
from dataclasses import dataclass, replace

from reportedly.extract.entity_salience import resolve
from reportedly.extract.mentions import VoiceMention
from reportedly.extract.voice_cues import Range, Speech, children, prepositional, subject, trimmed, verb_speeches
from reportedly.extract.voice_nouns import noun_speeches
from reportedly.extract.voice_quotes import Quote, quotes
from reportedly.extract.voice_sources import source_range
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
    for r, (start, end) in enumerate(content):
        for q in _touching(marks, start, end):
            quote = marks[q]
            if not quote.start < each.cue < quote.end:
                claimed.setdefault(q, number)
                content[r] = trimmed(document, min(content[r][0], quote.start), max(content[r][1], quote.end)) or content[r]
    return replace(each, content=tuple(content))


def _inside_quote(each: Speech, marks: tuple[Quote, ...], claimed: dict[int, int], number: int) -> bool:
    """Whether the cue itself stands inside a quotation that another speech has claimed."""
    return any(marks[q].start < each.cue and claimed.get(q, number) != number for q in _touching(marks, each.cue, each.cue + 1))


def _touching(marks: tuple[Quote, ...], start: int, end: int) -> range:
    """The numbers of the quotations that share a token with `[start, end)`; quotations never overlap."""
    first = bisect.bisect_right(marks, start, key=lambda quote: quote.end)
    return range(first, bisect.bisect_left(marks, end, key=lambda quote: quote.start))


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
    return Heard(each, tuple(links), source_range(document, each.speaker, each.cue, each.content))


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
    around = _around(found)
    return [
        h
        for n, h in enumerate(found)
        if not (h.chain and h.chain[0].voice == UNNAMED)
        or not any(found[m].chain and found[m].chain[0].voice.kind is not VoiceKind.UNNAMED for m in around[n])
    ]


def _around(found: list[Heard]) -> list[list[int]]:
    """For each speech the numbers of the others whose content holds its cue."""
    cues = sorted((h.speech.cue, n) for n, h in enumerate(found))
    around: list[list[int]] = [[] for _ in found]
    for m, h in enumerate(found):
        for start, end in h.speech.content:
            for _, n in cues[bisect.bisect_left(cues, (start, -1)) : bisect.bisect_left(cues, (end, -1))]:
                if n != m and m not in around[n]:
                    around[n].append(m)
    return around


def _nested(found: list[Heard]) -> tuple[Heard, ...]:
    """A speech whose cue stands inside another's content is relayed by that one; the widest come first, so that chains add up."""
    around = _around(found)
    size = [sum(end - start for start, end in h.speech.content) for h in found]
    done = list(found)
    for n in sorted(range(len(found)), key=lambda i: (-size[i], i)):
        relayers = [m for m in around[n] if found[m].chain and found[m].speech.stance is Stance.ASSERTS and n not in around[m]]
        if relayers and found[n].chain:
            chain, inner = done[n].chain, done[min(relayers, key=lambda m: (size[m], m))]
            known = {link.voice.id for link in chain}
            done[n] = replace(done[n], chain=(*chain, *(link for link in inner.chain if link.voice.id not in known)))
    return tuple(sorted(done, key=lambda h: h.speech.cue))
