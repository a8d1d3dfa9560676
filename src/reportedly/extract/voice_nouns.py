"""Reported speech without a verb of saying: "according to X", "X's claim that S", "reportedly", headlines."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.extract.deeds import noun_deed
from reportedly.extract.entity_mentions import entity_at
from reportedly.extract.entity_names import sorts
from reportedly.extract.entity_phrases import is_noun, of_phrase
from reportedly.extract.voice_grammar import Range, Speech, children, prepositional, subject, subtree_range, trimmed
from reportedly.extract.voice_words import speech
from reportedly.model import Document, EntityKind, Sentence, Token

HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "supposedly"})
SAID_TO_BE = frozenset({"alleged", "purported", "supposed", "reported", "rumoured", "rumored"})
"""Adjectives by which a noun for a deed only tells what others say of it."""

HEADLINE_SPEAKER = 6
"""The speaker of "S: X" has at most so many words."""


def noun_speeches(document: Document) -> Iterator[Speech]:
    """The speeches that nouns, prepositions and adverbs report, in text order."""
    for sentence in document.sentences:
        for token in document.tokens[sentence.start : sentence.end]:
            found = (
                _according(document, token, sentence) or _claim(document, token) or _figure(document, token) or _hearsay(document, token)
            )
            if found is not None:
                yield found
        headline = _headline(document, sentence)
        if headline is not None:
            yield headline


def _according(document: Document, token: Token, sentence: Sentence) -> Speech | None:
    """In "According to X, S", "S, according to X", "S, according to X, T"; also "per X" is not read."""
    if token.lower != "according" or token.i + 2 >= sentence.end or document.tokens[token.i + 1].lower != "to":
        return None
    speaker = prepositional(document, token.i, "to") or prepositional(document, token.i + 1, "to")
    if speaker is None:
        speaker = next(iter(children(document, token.i + 1, "pobj")), None)
    if speaker is None or speaker <= token.i:
        return None
    end = _phrase_end(document, speaker, sentence)
    before = trimmed(document, sentence.start, token.i)
    after = trimmed(document, end, sentence.end)
    if before is None or before[1] - before[0] < 2:
        content: tuple[Range, ...] = (after,) if after else ()
    else:
        goes_on = (
            after and document.tokens[end].text == "," and document.tokens[after[0]].lower not in ("who", "which", "where", "but", "while")
        )
        content = (before, after) if goes_on and after and after[1] - after[0] > 2 else (before,)
    return Speech(token.i, speaker, content) if content else None


def _phrase_end(document: Document, speaker: int, sentence: Sentence) -> int:
    """Behind the speaker's phrase with its appositions and relative clauses."""
    return min(subtree_range(document, speaker)[1], sentence.end)


def _claim(document: Document, token: Token) -> Speech | None:
    """In "Russian claims that S", "a claim by X that S", "reports that S"."""
    if token.pos not in ("NOUN", "PROPN") or token.lemma not in speech("claimnoun"):
        return None
    clause = [c for c in children(document, token.i, "acl", "ccomp", "relcl") if c > token.i and _is_that(document, c)]
    above = document.tokens[token.head]
    if not clause or above.lemma in speech("deny") | speech("doubt"):
        return None
    if token.dep == "pobj" and document.tokens[above.head].lemma in speech("assert"):
        return None
    found = trimmed(document, *subtree_range(document, clause[0]))
    if found is None:
        return None
    owner = next(iter(children(document, token.i, "poss")), None)
    owner = owner if owner is not None else prepositional(document, token.i, "by", "from", "of")
    if owner is None:
        owner = next((c for c in children(document, token.i, "amod", "compound", "nmod") if _is_actor(document, c)), None)
    verb = document.tokens[token.head]
    relays = verb.lemma in speech("assert") and token.dep == "dobj"
    relayer = next(iter(children(document, verb.i, "nsubj")), None) if relays else None
    if relayer is not None and owner is not None:
        return Speech(token.i, relayer, (found,), sources=(owner,))
    return Speech(token.i, owner if owner is not None else relayer, (found,))


def _is_that(document: Document, clause: int) -> bool:
    return any(document.tokens[c].lower == "that" and document.tokens[c].dep == "mark" for c in document.children[clause])


def _is_actor(document: Document, i: int) -> bool:
    mention = entity_at(document, i)
    return mention is not None and mention.entity.id is not None


FIGURES = frozenset("number toll figure count total casualty estimate loss dead death".split())
"""Nouns for how many, which someone puts at a number."""


def _figure(document: Document, token: Token) -> Speech | None:
    """In "X put the toll at 12", "X counted 12 dead"."""
    if token.pos != "VERB" or token.lemma not in ("put", "place", "count", "tally", "register"):
        return None
    held = children(document, token.i, "dobj")
    speaker = subject(document, token.i)
    if not held or speaker is None:
        return None
    below = {document.tokens[i].lemma for i in document.subtree(held[0])}
    at = [c for c in children(document, token.i, "prep") if document.tokens[c].lower == "at"]
    puts = token.lemma in ("put", "place")
    if not below & FIGURES or (puts and not (at or "at" in below)):
        return None
    end = max([subtree_range(document, held[0])[1], *(subtree_range(document, c)[1] for c in at)])
    found = trimmed(document, subtree_range(document, held[0])[0], end)
    return Speech(token.i, speaker, (found,)) if found else None


def _hearsay(document: Document, token: Token) -> Speech | None:
    """In "reportedly", "the alleged attack", "is said to", "are believed to": nobody is named."""
    if token.lower in SAID_TO_BE and token.dep == "amod" and token.head > token.i and noun_deed(document, token.head) is not None:
        return Speech(token.i, None, (subtree_range(document, token.head),))
    if token.lower in HEARSAY and token.head != token.i:
        found = trimmed(document, *subtree_range(document, token.head))
        return Speech(token.i, None, (found,)) if found else None
    if token.tag == "VBN" and token.lemma in ("say", "believe", "report", "think", "understand", "allege", "know", "rumour", "rumor"):
        below = children(document, token.i, "xcomp", "ccomp")
        held = children(document, token.i, "nsubjpass")
        if below and held and children(document, token.i, "auxpass") and prepositional(document, token.i, "by") is None:
            start = min(subtree_range(document, held[0])[0], subtree_range(document, below[0])[0])
            if document.tokens[held[0]].lower == "it":
                start = subtree_range(document, below[0])[0]
            found = trimmed(document, start, subtree_range(document, below[0])[1])
            return Speech(token.i, None, (found,)) if found else None
    return None


def _headline(document: Document, sentence: Sentence) -> Speech | None:
    """In "S: X", "S - X", "X: S" in a headline, or in a first sentence that ends without a full stop."""
    first = sentence.start == 0 and document.tokens[sentence.end - 1].text not in (".", "?", "!", "”", '"')
    if not (sentence.headline or first):
        return None
    marks = [
        i
        for i in range(sentence.start + 1, sentence.end - 1)
        if document.tokens[i].text in (":", "-", "–", "—", "--") and _stands_alone(document, i)
    ]
    for mark, speaker, content in [(m, (m + 1, sentence.end), (sentence.start, m)) for m in marks[-1:]] + [
        (m, (sentence.start, m), (m + 1, sentence.end)) for m in marks[:1]
    ]:
        head = _speaker_head(document, *speaker)
        found = trimmed(document, *content)
        if head is not None and found is not None and found[1] - found[0] >= 2:
            return Speech(mark, head, (found,))
    return None


def _stands_alone(document: Document, i: int) -> bool:
    """A dash between spaces, or a colon: not the hyphen of a compound."""
    token = document.tokens[i]
    return token.text == ":" or document.text[token.start - 1].isspace() or len(token.text) > 1


def _speaker_head(document: Document, start: int, end: int) -> int | None:
    """The head of a short phrase that names someone who can speak, or None."""
    while end > start and document.tokens[end - 1].pos in ("PUNCT", "SPACE"):
        end -= 1
    if not 0 < end - start <= HEADLINE_SPEAKER:
        return None
    head = end - 1
    mention = entity_at(document, head) if is_noun(document.tokens[head]) else None
    lemma = document.tokens[head].lemma
    speakers = (
        speech("witness")
        | speech("expert")
        | speech("monitor")
        | speech("unnamed")
        | speech("official")
        | speech("document")
        | speech("media")
    )
    if lemma in speakers or document.tokens[head].lower in speakers:
        return head
    if mention is None or of_phrase(document, head) is not None or mention.entity.id is None:
        return None
    known = sorts().get(mention.entity.id, "")
    speaks = known in ("media", "monitor", "aid", "expert", "group") or mention.entity.kind is EntityKind.PERSON or "/" in mention.entity.id
    return head if speaks or (known == "country" and document.tokens[start - 1].text != ":") else None
