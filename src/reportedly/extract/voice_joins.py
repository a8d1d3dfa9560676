"""Quotations and the speeches they belong to: whole, split around "X said", going on after it, or without a cue of their own."""

from __future__ import annotations

import bisect
from dataclasses import replace

from reportedly.extract.entity_phrases import is_noun
from reportedly.extract.entity_salience import resolve
from reportedly.extract.voice_grammar import Speech, subject, trimmed
from reportedly.extract.voice_quotes import Quote
from reportedly.extract.voice_words import speech
from reportedly.model import Document, EntityKind

PARTIAL = 3
"""A quotation of at least so many words in a sentence without a speaker goes on with the speaker before."""

MARKS_BEFORE = 3
"""At most so many marks stand between the start of a sentence and a quotation that begins it."""

MOST = 0.6
"""A quotation with at least this share of its sentence's words is told for itself, not for the sentence."""


def joined(document: Document, speeches: list[Speech], marks: tuple[Quote, ...]) -> list[Speech]:
    """Speeches with their whole quotations, and speeches for quotations that nobody has claimed."""
    claimed: dict[int, int] = {}
    grown = [_with_quotes(document, each, marks, n, claimed) for n, each in enumerate(speeches)]
    kept = {n: each for n, each in enumerate(grown) if not _inside_quote(each, marks, claimed, n) or each.sure}
    hosts = _Hosts(document, kept, marks)
    by_cue = {each.cue: n for n, each in kept.items()}
    for q, quote in enumerate(marks):
        if q in claimed:
            continue
        beside = _beside(document, quote)
        host = hosts.of(quote) if beside is None else by_cue.get(beside.cue)
        told = trimmed(document, quote.start, quote.end)
        if host is not None and told is not None:
            kept[host] = replace(kept[host], content=tuple(sorted((*kept[host].content, told))), held=False)
            hosts.reach(host, quote.end)
        elif (orphan := beside or _orphan(document, quote)) is not None:
            number = len(grown) + q
            kept[number] = orphan
            if beside is not None:
                by_cue[beside.cue] = number
                hosts.add(number, beside)
    return sorted(kept.values(), key=lambda s: (s.content[0][0] if s.speaker is None else s.cue, s.cue))


class _Hosts:
    """Which speech a quotation goes on with: the last one in the sentence before, or in the same sentence before a comma."""

    def __init__(self, document: Document, speeches: dict[int, Speech], marks: tuple[Quote, ...]) -> None:
        self.document = document
        self.by_sentence: dict[int, int] = {}
        for n, each in speeches.items():
            near = touching(marks, each.cue, each.cue + 1)
            if each.speaker is not None and not any(marks[q].start < each.cue < marks[q].end for q in near):
                self.add(n, each)

    def add(self, number: int, each: Speech) -> None:
        """A speech that quotations can go on with."""
        self.by_sentence.setdefault(self.document.tokens[each.cue].sentence, number)
        last = max(end for _, end in each.content)
        self.by_sentence.setdefault(self.document.tokens[last - 1].sentence, number)

    def reach(self, host: int, end: int) -> None:
        """The host now reaches to a token."""
        self.by_sentence[self.document.tokens[end - 1].sentence] = host

    def of(self, quote: Quote) -> int | None:
        """The number of the speech that a quotation goes on with, or None."""
        tokens, sentences = self.document.tokens, self.document.sentences
        first = quote.start
        sentence = sentences[tokens[quote.inside[0]].sentence]
        before = first - 1
        while before >= 0 and tokens[before].pos == "SPACE":
            before -= 1
        if before < 0:
            return None
        own = self.by_sentence.get(tokens[quote.inside[0]].sentence)
        same = tokens[before].sentence == tokens[quote.inside[0]].sentence
        if own is not None and same:
            return own if tokens[before].text in (",", ":") else None
        if first - sentence.start > MARKS_BEFORE or any(tokens[i].pos not in ("PUNCT", "SPACE") for i in range(sentence.start, first)):
            return None
        apart = sentence.paragraph - sentences[tokens[before].sentence].paragraph
        if apart > 1 or (apart == 1 and quote.end < sentence.end and tokens[quote.end - 2].text in (",", "?", "!")):
            return None
        return self.by_sentence.get(tokens[before].sentence)


def _with_quotes(document: Document, each: Speech, marks: tuple[Quote, ...], number: int, claimed: dict[int, int]) -> Speech:
    content, told = list(each.content), not each.held
    for r, (start, end) in enumerate(content):
        for q in touching(marks, start, end):
            quote = marks[q]
            if not quote.start < each.cue < quote.end:
                claimed.setdefault(q, number)
                told = told or _quoted(document, quote) >= PARTIAL
                content[r] = trimmed(document, min(content[r][0], quote.start), max(content[r][1], quote.end)) or content[r]
    return replace(each, content=tuple(content), held=not told)


def _quoted(document: Document, quote: Quote) -> int:
    """How many words a quotation has."""
    return sum(t.pos not in ("PUNCT", "SPACE") for t in document.tokens[slice(*quote.inside)])


def _is_title(document: Document, quote: Quote) -> bool:
    """Whether a quotation is the name of a film, a book or a programme: all its long words have capitals."""
    words = [t for t in document.tokens[slice(*quote.inside)] if t.pos in ("NOUN", "PROPN", "VERB", "ADJ", "ADV") and t.text.isalpha()]
    return len(words) > 1 and all(t.text[0].isupper() and not t.text.isupper() for t in words)


def _inside_quote(each: Speech, marks: tuple[Quote, ...], claimed: dict[int, int], number: int) -> bool:
    """Whether the cue itself stands inside a quotation that another speech has claimed."""
    return any(marks[q].start < each.cue and claimed.get(q, number) != number for q in touching(marks, each.cue, each.cue + 1))


def touching(marks: tuple[Quote, ...], start: int, end: int) -> range:
    """The numbers of the quotations that share a token with `[start, end)`; quotations never overlap."""
    first = bisect.bisect_right(marks, start, key=lambda quote: quote.end)
    return range(first, bisect.bisect_left(marks, end, key=lambda quote: quote.start))


def _orphan(document: Document, quote: Quote) -> Speech | None:
    """A quotation without a cue: it goes on with the speaker before; a partial one takes its sentence along."""
    start, end = quote.inside
    sentence = document.sentences[document.tokens[start].sentence]
    quoted = _quoted(document, quote)
    if quoted < PARTIAL or _is_title(document, quote):
        return None
    colon = _before_colon(document, quote)
    if colon is not None and (told := trimmed(document, start, end)):
        return replace(colon, content=(told,))
    own = _quoting_subject(document, start) if quoted < end - start + 1 and sentence.start < start - 1 else None
    if own is not None:
        found = trimmed(document, start, end)
        return Speech(quote.start, own, (found,), sure=False) if found else None
    whole = quoted >= MOST * sum(t.pos not in ("PUNCT", "SPACE") for t in document.tokens[sentence.start : sentence.end])
    found = trimmed(document, start, end) if whole else trimmed(document, sentence.start, sentence.end)
    return Speech(quote.start, None, (found,), sure=False, points_back=True) if found else None


NEAR = 12
"""Words between a quotation and the verb of saying that belongs to it, at most."""


def _beside(document: Document, quote: Quote) -> Speech | None:
    """In "“…,” X said", "“…,” said X" and "X said, “…”", whatever the parser makes of it."""
    told = trimmed(document, *quote.inside)
    verb = _verb_after(document, quote)
    if verb is None:
        verb = _verb_before(document, quote)
    speaker = _speaker_beside(document, verb) if verb is not None else None
    if told is None or verb is None or speaker is None or quote.start <= speaker < quote.end:
        return None
    return Speech(verb, speaker, (told,))


def _verb_after(document: Document, quote: Quote) -> int | None:
    tokens = document.tokens
    ends = tokens[quote.inside[1] - 1].text in (",", "?", "!", "—", "...", "…") or (
        quote.end < len(tokens) and tokens[quote.end].text == ","
    )
    if not ends:
        return None
    here = document.sentences[tokens[quote.start].sentence].paragraph
    for token in tokens[quote.end : quote.end + NEAR]:
        if token.text in (".", ";", ":", "“", '"', "``") or document.sentences[token.sentence].paragraph != here:
            return None
        if token.lemma in speech("assert") and token.pos in ("VERB", "AUX") and token.tag in ("VBD", "VBZ", "VBP"):
            return token.i
    return None


def _verb_before(document: Document, quote: Quote) -> int | None:
    tokens = document.tokens
    first = max(quote.start - NEAR, 0)
    if quote.start == 0 or tokens[quote.start - 1].text not in (",", ":"):
        return None
    found = [t.i for t in tokens[first : quote.start] if t.lemma in speech("assert") and t.pos == "VERB"]
    stops = [t.i for t in tokens[first : quote.start - 1] if t.text in (".", ";", "”", '"', "''")]
    return found[-1] if found and found[-1] > max(stops, default=-1) else None


def _speaker_beside(document: Document, verb: int) -> int | None:
    """The subject of a verb, or the noun that stands next to it."""
    own = subject(document, verb)
    if own is not None and abs(own - verb) <= NEAR:
        return own
    if is_noun(document.tokens[verb - 1]):
        return verb - 1
    after = verb + 1
    while after < len(document.tokens) and document.tokens[after].pos in ("DET", "ADJ"):
        after += 1
    while after + 1 < len(document.tokens) and is_noun(document.tokens[after]) and is_noun(document.tokens[after + 1]):
        after += 1
    return after if after < len(document.tokens) and is_noun(document.tokens[after]) else None


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
