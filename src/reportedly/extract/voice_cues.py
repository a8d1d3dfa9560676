"""Verbs of saying: who is the subject, what is the content, how does the speaker stand to it."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.extract.voice_closing import apposed, closing_speaker, inverted_speaker
from reportedly.extract.voice_grammar import MARKS, Range, Speech, children, is_passive, prepositional, subject, subtree_range, trimmed
from reportedly.extract.voice_words import speech
from reportedly.model import Document, Stance, Token

SHORTEST = 3
"""An infinitive of fewer words ("claims to be") says nothing."""


def verb_speeches(document: Document) -> Iterator[Speech]:
    """The speeches that verbs report, in text order."""
    for token in document.tokens:
        if token.pos in ("VERB", "AUX") or (token.tag.startswith("VB") and token.pos != "ADJ"):
            found = _denial(document, token) or _accusation(document, token) or _quoting(document, token) or _assertion(document, token)
            if found is not None:
                yield found


def _assertion(document: Document, token: Token) -> Speech | None:
    if token.lemma not in speech("assert") or is_passive(document, token) or children(document, token.i, "neg") or _quoted(document, token):
        return None
    speaker = closing_speaker(document, token)
    if speaker is not None and (said := trimmed(document, document.sentences[token.sentence].start, apposed(document, speaker))):
        return Speech(token.i, speaker, (said,), sources=_cited(document, token.i))
    speaker = inverted_speaker(document, token)
    if speaker is not None and (said := trimmed(document, document.sentences[token.sentence].start, token.i)):
        return Speech(token.i, speaker, (said,))
    speaker = subject(document, token.i)
    content = _clause(document, token) or _stated(document, token) or _left_of(document, token, speaker) or _object(document, token)
    if not content or speaker is None or (speaker == token.i):
        return None
    content = tuple(r for r in content if not r[0] <= token.i < r[1])
    if not content:
        return None
    return Speech(
        cue=token.i,
        speaker=speaker,
        content=content,
        sources=_cited(document, token.i),
        audience=_listener(document, token),
        sure=token.lemma in speech("sure"),
    )


def _quoted(document: Document, token: Token) -> bool:
    """Whether this is the "saying" of "quoted X as saying S", which the other verb reports."""
    above = document.tokens[token.head]
    return token.dep == "pcomp" and above.lower == "as" and document.tokens[above.head].lemma in speech("quote")


def _stated(document: Document, token: Token) -> tuple[Range, ...]:
    """S in "said in a statement that S", which the parser hangs on the statement."""
    place = prepositional(document, token.i, "in", "on", "at", "during")
    clause = children(document, place, "acl", "ccomp", "relcl") if place is not None else []
    if not clause or not any(document.tokens[c].lower == "that" for c in document.children[clause[0]]):
        return ()
    found = trimmed(document, *subtree_range(document, clause[0]))
    return (found,) if found else ()


def _listener(document: Document, token: Token) -> int | None:
    found = children(document, token.i, "dobj", "dative") if token.lemma == "tell" else []
    return found[0] if found else None


def _cited(document: Document, verb: int) -> tuple[int, ...]:
    """X in "reported, citing X"."""
    return tuple(
        obj
        for child in document.children[verb]
        if document.tokens[child].lower in ("citing", "quoting")
        for obj in children(document, child, "dobj", "pobj", "nsubj")[:1]
    )


def _clause(document: Document, token: Token) -> tuple[Range, ...]:
    """The that-clause, or the infinitive of a promise."""
    relations = ("ccomp", "xcomp") if token.lemma in speech("infinitive") else ("ccomp",)
    for child in children(document, token.i, *relations):
        if child > token.i:
            start, end = subtree_range(document, child)
            if document.tokens[child].dep == "xcomp" and document.tokens[child].tag == "VBG":
                continue
            end = _grown(document, token.sentence, _without_comment(document, child, end))
            found = trimmed(document, max(start, token.i + 1), end)
            if found is None or (document.tokens[child].dep == "xcomp" and found[1] - found[0] < SHORTEST):
                continue
            return (found,)
    return ()


def _grown(document: Document, sentence: int, end: int) -> int:
    """Where the parser has torn a clause apart: a verb that follows the content without any mark still belongs to it."""
    stop = document.sentences[sentence].end
    if end >= stop or document.tokens[end].pos not in ("VERB", "AUX", "PART"):
        return end
    following = (t.i for t in document.tokens[end:stop] if t.text == "," and t.i + 1 < stop and document.tokens[t.i + 1].tag == "VBG")
    return next(following, stop)


def _without_comment(document: Document, head: int, end: int) -> int:
    """Where the content ends when the outlet adds ", though …" in its own voice."""
    for child in document.children[head]:
        if child > head and document.tokens[child].dep in ("advcl", "prep"):
            first = subtree_range(document, child)[0]
            before = document.tokens[first - 1].text == ","
            if before and (
                document.tokens[first].lower in CONCEDING
                or (document.tokens[child].tag == "VBG" and document.tokens[child].lemma in speech("assert") | speech("quote"))
            ):
                return min(end, first - 1)
            if document.tokens[first].lower in ("as", "while") and _has_voice(document, child):
                return min(end, first)
    return end


CONCEDING = frozenset({"though", "although", "while", "whereas", "despite"})


def _has_voice(document: Document, clause: int) -> bool:
    """Whether a clause has a verb of saying or counting with a subject of its own ("as the UN counts 12 dead")."""
    return document.tokens[clause].lemma in speech("assert") | {"count", "put"} and bool(children(document, clause, "nsubj"))


def _left_of(document: Document, token: Token, speaker: int | None) -> tuple[Range, ...]:
    """In "S, X said" and "S, said X": from the start of the sentence to the speaker or the cue."""
    sentence = document.sentences[token.sentence]
    left_clause = [c for c in children(document, token.i, "ccomp", "parataxis", "dep") if c < token.i]
    sure = token.lemma in speech("sure")
    if not left_clause and not (sure and _ends(document, token, speaker)):
        return ()
    edge = token.i
    if speaker is not None:
        edge = min(edge, apposed(document, speaker))
    start = sentence.start
    if token.dep == "conj" and token.head < token.i:
        start = max(start, token.head)
    found = trimmed(document, start, edge)
    after = _after(document, token, speaker)
    if found and not left_clause and after is None and not _is_told(document, *found):
        return ()
    return tuple(r for r in (found, after) if r) if found and (left_clause or after or found[1] - found[0] >= 3) else ()


def _is_told(document: Document, start: int, end: int) -> bool:
    """Whether words before "X said" can be what is said: a clause or a quotation, not only when or where."""
    before = document.tokens[max(start - 1, 0) : end + 2]
    return any(t.pos in ("VERB", "AUX") or t.text in MARKS or t.text in MARKS.values() for t in before)


def _after(document: Document, token: Token, speaker: int | None) -> Range | None:
    """Where a sentence goes on behind "S, X said, T": what stands there belongs to what is said, if it is no clause of the outlet's."""
    sentence = document.sentences[token.sentence]
    own = max([token.i, *([subtree_range(document, speaker)[1] - 1] if speaker is not None and token.i < speaker else [])])
    comma = next((t.i for t in document.tokens[own + 1 : min(own + GAP, sentence.end)] if t.text == ","), None)
    if comma is None or comma + 2 >= sentence.end:
        return None
    between = document.tokens[own + 1 : comma]
    first = document.tokens[comma + 1]
    if any(t.pos in ("VERB", "AUX") or t.text in MARKS for t in between):
        return None
    if first.tag == "VBG" or first.lower in NOT_AFTER or first.text in ("“", '"', "``", "''"):
        return None
    return trimmed(document, comma + 1, sentence.end)


GAP = 8
"""So many words at most ("in an interview on Monday") stand between the verb and the comma behind which what is said goes on."""

NOT_AFTER = frozenset(
    {
        "but",
        "who",
        "which",
        "whom",
        "whose",
        "where",
        "though",
        "although",
        "while",
        "whereas",
        "as",
        "a",
        "an",
        "citing",
        "when",
        "after",
        "so",
    }
)
"""Words with which the outlet goes on in its own voice."""


def _ends(document: Document, token: Token, speaker: int | None) -> bool:
    """Whether the cue stands after a comma or a closing mark, or ends its sentence, so that what is said stands before it."""
    sentence = document.sentences[token.sentence]
    edge = min(token.i, apposed(document, speaker)) if speaker is not None else token.i
    if edge <= sentence.start + 2 or (speaker is not None and document.tokens[speaker].sentence != token.sentence):
        return False
    if document.tokens[edge - 1].text in (",", "”", '"', "’", "''", "»"):
        return True
    rest = [t for t in document.tokens[max(token.i, speaker or 0) + 1 : sentence.end] if t.pos not in ("PUNCT", "SPACE")]
    return token.dep in ("ROOT", "relcl", "acl", "ccomp") and (
        not rest or rest[0].lower in ("on", "in", "late", "early", "at") or len(rest) <= 1
    )


def _object(document: Document, token: Token) -> tuple[Range, ...]:
    """What is reported as a noun: "reported heavy fighting in X"; also a quotation as an object."""
    found = [c for c in children(document, token.i, "dobj", "attr", "oprd") if c > token.i]
    if not found or token.lemma not in speech("object"):
        return ()
    start, end = subtree_range(document, found[0])
    if document.tokens[found[0]].pos == "PRON" or document.tokens[found[0]].lemma in speech("document") | speech("claimnoun"):
        return ()
    end = max(
        [end]
        + [subtree_range(document, c)[1] for c in children(document, token.i, "prep", "advcl") if found[0] < c and _placing(document, c)]
    )
    result = trimmed(document, start, end)
    return (result,) if result else ()


def _placing(document: Document, i: int) -> bool:
    return document.tokens[i].dep == "prep" and document.tokens[i].lower in (
        "in",
        "at",
        "near",
        "on",
        "of",
        "from",
        "to",
        "as",
        "against",
        "between",
    )


def _denial(document: Document, token: Token) -> Speech | None:
    unproved = token.lemma in speech("prove") and bool(children(document, token.i, "neg"))
    stance = Stance.DENIES if token.lemma in speech("deny") else Stance.DOUBTS if unproved or token.lemma in speech("doubt") else None
    if stance is None:
        return None
    speaker = prepositional(document, token.i, "by") if is_passive(document, token) else subject(document, token.i)
    if is_passive(document, token):
        held = children(document, token.i, "nsubjpass")
        points = bool(held) and document.tokens[held[0]].lemma in speech("claimnoun") | {"it", "that", "this"}
        content = (subtree_range(document, held[0]),) if held else ()
        return Speech(token.i, speaker, content, stance, points_back=points) if content else None
    held = [c for c in children(document, token.i, "ccomp", "dobj", "xcomp") if c > token.i]
    if speaker is None or not held:
        return None
    inner = children(document, held[0], "acl", "ccomp", "relcl") if document.tokens[held[0]].lemma in speech("claimnoun") else []
    start, end = subtree_range(document, inner[0] if inner else held[0])
    found = trimmed(document, start, _without_comment(document, inner[0] if inner else held[0], end))
    return Speech(token.i, speaker, (found,), stance) if found else None


def _accusation(document: Document, token: Token) -> Speech | None:
    """In "accused X of S", "blamed X for S": from X to the end of S."""
    if token.lemma not in speech("accuse") or (token.tag == "VBG" and token.dep == "amod"):
        return None
    passive = is_passive(document, token)
    speaker = prepositional(document, token.i, "by") if passive else subject(document, token.i)
    held = children(document, token.i, "dobj", "nsubjpass", "ccomp", "oprd")
    of = [c for c in children(document, token.i, "prep") if document.tokens[c].lower in ("of", "for", "as", "over", "on") and c > token.i]
    of += [
        c
        for child in held
        for c in children(document, child, "prep")
        if document.tokens[c].lower in ("of", "for", "as", "over") and c > token.i
    ]
    if speaker is None or not held or (token.lemma != "call" and not of) or (token.lemma == "call" and len(held) < 1):
        return None
    first = min(subtree_range(document, held[0])[0], min(of, default=held[0])) if not passive else min(of, default=held[0])
    end = max([subtree_range(document, c)[1] for c in [*held, *of] if c > token.i], default=0)
    found = trimmed(document, max(first, token.i + 1), end)
    return Speech(token.i, speaker, (found,), sure=False) if found else None


def _quoting(document: Document, token: Token) -> Speech | None:
    """In "quoted X as saying S" (X first, the subject relays) and "X was quoted as saying S"."""
    if token.lemma not in speech("quote"):
        return None
    saying = prepositional(document, token.i, "as")
    clause = children(document, saying, "ccomp", "dobj") if saying is not None else []
    if not clause:
        return None
    found = trimmed(document, *subtree_range(document, clause[0]))
    if found is None:
        return None
    if is_passive(document, token):
        quoted = children(document, token.i, "nsubjpass")
        relayer = prepositional(document, token.i, "by")
        return (
            Speech(token.i, relayer if relayer is not None else quoted[0], (found,), sources=tuple(quoted) if relayer is not None else ())
            if quoted
            else None
        )
    objects = children(document, token.i, "dobj")
    speaker = subject(document, token.i)
    if not objects:
        return None
    return Speech(
        token.i, speaker if speaker is not None else objects[0], (found,), sources=tuple(objects[:1]) if speaker is not None else ()
    )
