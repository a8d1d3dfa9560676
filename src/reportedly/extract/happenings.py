"""Which happenings a report speaks of: verbs and nouns that name deeds, put together where they name one.

"Carried out a strike", "the strike killed 12", "was hit in the strike", "fired on the town, killing 12" are one happening each,
with several heads. The first head is the one that tells most about what was done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.extract.consequences import EFFECTS, has_no_subject, is_consequence, led_by
from reportedly.extract.deed_fit import fits
from reportedly.extract.deeds import HARM, REMOTE, VIOLENT, Deed, is_verb, noun_deed, verb_deed
from reportedly.extract.entity_phrases import of_phrase
from reportedly.extract.frames import is_passive, left_by, subject_of, verb_frame
from reportedly.extract.funeral_fit import carrier
from reportedly.model import Document, Sentence

LIGHT = frozenset(
    """hold conduct carry perform launch stage mount make deliver undertake execute lead wage unleash take occur happen begin start continue
    resume see witness provide suffer face experience order commit step intensify escalate break erupt rage reach broker sign
    agree impose declare issue""".split()
)
"""Verbs that only carry a verbal noun: what is done is in the noun."""

WITHIN = frozenset({"in", "during", "by", "from", "with", "through", "under", "as", "via", "amid", "due", "because"})
"""Prepositions by which a verb of harm takes the deed that did it ("killed in a raid")."""

TOLD_OF = frozenset({"of", "about", "to", "before", "on"})
NEAR = 15
"""Words behind a verb of telling in which what was told of is looked for, where the grammar does not show it."""

CONNECTED = frozenset({"when", "as", "after", "once", "while"})

CAUSING = frozenset({"when", "after", "once"})
"""Words that open a clause whose subject is what did it ("when air strikes hit"), not what went on meanwhile ("as fighting raged")."""

PORTIONS = frozenset("some wave series number one all most string spate round week day month couple dozens campaign part any many".split())
"""Nouns in "<noun> of strikes" that only say how many."""

RESULTS = frozenset({"result", "consequence"})
"""Nouns in "as a <noun> of strikes" that only say that they did it."""

DONE_TO = frozenset({"contain", "include", "comprise", "house"})
"""Verbs by which "the targets" are described."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that names a deed: token `at`, with the words of a compound from `start` on."""

    at: int
    start: int
    deed: Deed
    word: str
    noun: bool


@dataclass(frozen=True, slots=True)
class Happening:
    """One mention of a happening.

    `main` names the deed; `heads` are all words that name it or carry it (main included), in text order; `verbs` and `nouns` are
    those among them that have frames; `deeds` all deeds that the heads name. `told_of` is true when it is only spoken of as something
    that others were told of.
    """

    main: Candidate
    heads: tuple[int, ...]
    verbs: tuple[int, ...]
    nouns: tuple[int, ...]
    deeds: frozenset[Deed]
    sentence: int
    told_of: int | None = None


def happenings(document: Document) -> tuple[Happening, ...]:
    """The happenings of a report, in the order of their main words."""
    named = fitting(document)
    found = [each for number, sentence in enumerate(document.sentences) for each in _in_sentence(document, number, sentence, named[number])]
    return tuple(sorted(found, key=lambda h: h.main.at))


def candidates(document: Document, sentence: Sentence) -> list[Candidate]:
    """Words of a sentence that name a deed, longer nouns before the shorter ones inside them."""
    found: list[Candidate] = []
    for i in range(sentence.start, sentence.end):
        token = document.tokens[i]
        if is_verb(token) and (verb := verb_deed(document, i)) is not None:
            found.append(Candidate(i, i, verb[0], verb[1], noun=False))
        elif (noun := noun_deed(document, i)) is not None and not _is_modifier(document, i):
            found.append(Candidate(i, noun[2], noun[0], noun[1], noun=True))
    return found


def _is_modifier(document: Document, i: int) -> bool:
    """Whether a noun only describes the next one ("attack helicopters")."""
    token = document.tokens[i]
    return token.dep in ("compound", "nmod", "amod", "npadvmod", "poss") and token.head > i


class _Last:
    """The document that was asked for last with its words: they are asked for to find happenings, and again to judge phrases."""

    kept: tuple[Document, tuple[tuple[Candidate, ...], ...]] | None = None


def fitting(document: Document) -> tuple[tuple[Candidate, ...], ...]:
    """For each sentence the words that name a deed, where what stands around them fits it; those of the last document are kept."""
    last = _Last.kept
    if last is None or last[0] is not document:
        named = ([c for c in candidates(document, s) if fits(document, c.at, c.deed, c.word, noun=c.noun)] for s in document.sentences)
        last = _Last.kept = document, tuple(map(tuple, named))
    return last[1]


def _in_sentence(document: Document, number: int, sentence: Sentence, named: Sequence[Candidate]) -> Iterator[Happening]:
    words = list(named)
    words += _described_targets(document, sentence, words)
    words = [c for c in words if not _is_light(document, c, words)]
    words = _at_funerals(document, words)
    by_head = {c.at: c for c in words}
    group = {c.at: c.at for c in words}
    for c in words:
        for other in _same_as(document, c, by_head):
            _join(group, c.at, other)
    for root in sorted({_root(group, at) for at in group}):
        members = [c for c in words if _root(group, c.at) == root]
        yield _happening(document, number, members)


def _described_targets(document: Document, sentence: Sentence, words: Sequence[Candidate]) -> list[Candidate]:
    """The verb in "The targets included X": it speaks of a strike that was told before."""
    known = {c.at for c in words}
    found: list[Candidate] = []
    for i in range(sentence.start, sentence.end):
        token = document.tokens[i]
        if token.lemma in DONE_TO and is_verb(token) and i not in known:
            subject = subject_of(document, i)
            if subject is not None and document.tokens[subject].lemma == "target":
                found.append(Candidate(i, i, Deed.STRIKE, "target", noun=False))
    return found


def _is_light(document: Document, c: Candidate, words: Sequence[Candidate]) -> bool:
    """Whether a verb that could name a deed only carries a noun that names one ("launched an offensive", "hit by a strike")."""
    if c.noun or document.tokens[c.at].lemma not in LIGHT or c.deed not in (Deed.FIRING, Deed.STRIKE, Deed.AGREEMENT):
        return False
    nouns = {other.at for other in words if other.noun}
    frame = verb_frame(document, c.at)
    return any(head in nouns for head in frame.patients) and c.deed is not Deed.STRIKE


COMING_TOGETHER = frozenset({"march", "gather", "pour", "take_to"})
"""Verbs of protest by which people come to a funeral too."""


def _at_funerals(document: Document, words: list[Candidate]) -> list[Candidate]:
    """The words without those that tell how people came to a funeral: nobody protests who "marched at the funeral"."""
    carrying = {carrier(document, c.at) for c in words if c.noun and c.deed is Deed.FUNERAL}
    return [c for c in words if c.at not in carrying or c.word not in COMING_TOGETHER]


def _root(group: dict[int, int], at: int) -> int:
    while group[at] != at:
        at = group[at]
    return at


def _join(group: dict[int, int], a: int, b: int) -> None:
    one, other = sorted((_root(group, a), _root(group, b)))
    group[other] = one


def _same_as(document: Document, c: Candidate, by_head: dict[int, Candidate]) -> Iterator[int]:
    """Other candidates of the sentence that speak of the same happening as this one."""
    if c.deed is Deed.FUNERAL:
        yield from _one_funeral(document, c, by_head)
        return
    if c.noun:
        yield from (other for other in _of_noun(document, c, by_head) if other != c.at)
        return
    token = document.tokens[c.at]
    verbs = {at: other.deed for at, other in by_head.items() if not other.noun}
    if token.head != c.at and token.head in verbs and is_consequence(document, c.at, c.deed, verbs[token.head]):
        yield token.head
    if c.deed in HARM and (cause := led_by(document, c.at, verbs)) is not None:
        yield cause
    if c.deed in EFFECTS or c.deed in REMOTE:
        yield from _doers(document, c, by_head)
    if c.deed in HARM or c.word == "sink":
        yield from _connected(document, c, by_head)
    if c.deed in HARM:
        yield from _reported(document, c, by_head)
        left = left_by(document, c.at)
        doing = _event_above(document, left, by_head) if left is not None and left != c.at else None
        yield from () if doing is None or by_head[doing].deed not in VIOLENT else (doing,)
    if c.deed is Deed.NOTICE:
        yield from _told(document, c, by_head)
    if c.deed in (Deed.INTERCEPTION, Deed.STRIKE):
        found = verb_frame(document, c.at).patients
        yield from (i for i in found if i in by_head and by_head[i].deed is Deed.INTERCEPTION)


def _one_funeral(document: Document, c: Candidate, by_head: dict[int, Candidate]) -> Iterator[int]:
    """Other words for one funeral: "mourners carried the coffins", "mourners gathered for the burial", "gathered and buried him"."""
    clause = _clause(document, c)
    yield from (at for at, other in by_head.items() if at != c.at and other.deed is Deed.FUNERAL and clause == _clause(document, other))


def _clause(document: Document, c: Candidate) -> int | None:
    """The verb that tells what was done at a funeral, the first of several that share their subject."""
    verb = carrier(document, c.at) if c.noun else c.at
    while verb is not None and document.tokens[verb].dep == "conj" and has_no_subject(document, verb):
        verb = document.tokens[verb].head
    return verb


def _of_noun(document: Document, c: Candidate, by_head: dict[int, Candidate]) -> Iterator[int]:
    """A noun and what it consists of or is called: "a campaign of air strikes", "the attack, a suicide bombing"."""
    for child in document.children[c.at]:
        token = document.tokens[child]
        if token.dep == "appos" and child in by_head and by_head[child].noun and by_head[child].deed in VIOLENT and c.deed in VIOLENT:
            yield child
        if token.lower == "of" and child > c.at:
            inner = [i for i in document.children[child] if i in by_head and by_head[i].noun and by_head[i].deed in REMOTE]
            yield from (i for i in inner if c.deed in REMOTE | {Deed.OFFENSIVE})


def _doers(document: Document, c: Candidate, by_head: dict[int, Candidate]) -> Iterator[int]:
    """Verbal nouns that did it, or in which it was done: "the raid killed 12", "12 died in the raid", "hit by an air strike"."""
    frame = verb_frame(document, c.at)
    subjects = frame.agents if not frame.passive else ()
    for head in (*subjects, *frame.agents):
        lifted = _event_above(document, head, by_head)
        if lifted is None and c.deed in HARM and document.tokens[c.at].dep == "relcl":
            lifted = _noun_before(document, c, by_head)
        if lifted is not None and lifted != c.at and by_head[lifted].deed in VIOLENT:
            yield lifted
    beside = [v for v in document.children[c.at] if document.tokens[v].dep == "conj" and document.tokens[v].tag in ("VBN", "VBD")]
    for oblique in (*frame.obliques, *(o for v in beside for o in verb_frame(document, v).obliques if o.under == v)):
        if (oblique.under == c.at or oblique.under in beside) and oblique.depth == 0 and oblique.preposition in WITHIN:
            counted = of_phrase(document, oblique.head) if document.tokens[oblique.head].lemma in PORTIONS | RESULTS else None
            below = [oblique.head, *(i for i in document.children[oblique.head] if document.tokens[i].dep in ("acl", "appos"))]
            below += [] if counted is None else [counted]
            yield from (i for i in below if i in by_head and by_head[i].noun and by_head[i].deed in VIOLENT)


def _noun_before(document: Document, c: Candidate, by_head: dict[int, Candidate]) -> int | None:
    """The last violent noun before "…, which killed 12", however the clause was attached."""
    which = next(
        (i for i in document.children[c.at] if document.tokens[i].lower in ("which", "that") and document.tokens[i].dep == "nsubj"), None
    )
    earlier = [at for at, other in by_head.items() if which is not None and at < which and other.noun and other.deed in VIOLENT]
    return max(earlier, default=None)


def _event_above(document: Document, head: int, by_head: dict[int, Candidate]) -> int | None:
    """The verbal noun at a head, or the one that the head's phrase hangs on: "the attack in the town, which killed 12"."""
    inside = of_phrase(document, head) if document.tokens[head].lemma in PORTIONS else None
    beside = (i for i in document.children[head] if document.tokens[i].dep == "acl")
    for each in (inside, *beside):
        if each is not None and each in by_head and by_head[each].noun:
            return each
    for _ in range(6):
        if head in by_head and by_head[head].noun:
            return head
        token = document.tokens[head]
        if token.dep not in ("pobj", "prep", "appos", "conj", "compound", "nmod") or token.head == head:
            return None
        if token.dep == "pobj" and document.tokens[token.head].dep == "agent":
            return None
        head = token.head
    return None


def _reported(document: Document, c: Candidate, by_head: dict[int, Candidate]) -> Iterator[int]:
    """The noun in "an attack that residents say killed 12", "the attack, which the army said killed 12"."""
    token = document.tokens[c.at]
    said = document.tokens[token.head]
    subjects = {document.tokens[i].lower for i in document.children[c.at] if document.tokens[i].dep == "nsubj"}
    if token.dep in ("ccomp", "xcomp") and said.dep == "relcl" and said.head in by_head and subjects <= {"that", "which"}:
        yield from (at for at in (said.head,) if by_head[at].noun and by_head[at].deed in VIOLENT)


def _connected(document: Document, c: Candidate, by_head: dict[int, Candidate]) -> Iterator[int]:
    """The deed of the clause that says how: "12 were killed when a bomb exploded", "killed on 3 May when a bomb exploded"."""
    clauses = [i for i in document.children[c.at] if document.tokens[i].dep == "advcl"]
    dates = (i for prep in document.children[c.at] for i in document.children[prep] if document.tokens[i].entity in ("DATE", "TIME"))
    clauses += [i for date in dates for i in document.children[date] if document.tokens[i].dep in ("relcl", "acl")]
    for clause in clauses:
        if not _opens_with(document, clause, CONNECTED) or is_later(document, clause):
            continue
        named = [i for i in document.children[clause] if document.tokens[i].dep == "nsubj" and _opens_with(document, clause, CAUSING)]
        for at in (clause, *named):
            if at in by_head and by_head[at].deed in VIOLENT - HARM:
                yield at


def is_later(document: Document, clause: int) -> bool:
    """Whether a clause tells from what on a time is counted: "hours after a bomb exploded"."""
    openers = (i for i in document.children[clause] if document.tokens[i].lower in CONNECTED)
    counted = (i for at in (clause, *openers) for i in document.children[at] if i < clause)
    return any(document.tokens[i].dep == "npadvmod" or document.tokens[i].lower in ("later", "shortly") for i in counted)


def _opens_with(document: Document, verb: int, wanted: frozenset[str]) -> bool:
    return any(document.tokens[i].lower in wanted for i in document.children[verb] if document.tokens[i].dep in ("mark", "advmod"))


def _told(document: Document, c: Candidate, by_head: dict[int, Candidate]) -> Iterator[int]:
    """The deed that someone was told of."""
    told = [by_head[o.head] for o in verb_frame(document, c.at).obliques if o.head in by_head and o.preposition.split()[-1] in TOLD_OF]
    events = [e.at for e in told if e.noun and e.deed in VIOLENT]
    if not events:
        behind = [at for at, e in sorted(by_head.items()) if c.at < at <= c.at + NEAR and e.noun and e.deed in VIOLENT]
        before = [i for i in behind[:1] if any(document.tokens[k].lower in TOLD_OF for k in range(c.at, i))]
        events = before
    yield from events[:1]


def _happening(document: Document, number: int, members: list[Candidate]) -> Happening:
    main = min(members, key=_rank)
    verbs = [c.at for c in members if not c.noun]
    nouns = [c.at for c in members if c.noun]
    carriers = [v for n in nouns for v in _carriers(document, n)]
    carriers += [v for c in members if c.noun and c.deed is Deed.FUNERAL and (v := carrier(document, c.at)) is not None]
    told = next((c.at for c in members if c.deed is Deed.NOTICE), None)
    heads = sorted({*(c.at for c in members), *carriers})
    verbs = sorted({*verbs, *carriers})
    deeds = frozenset(c.deed for c in members)
    return Happening(main, tuple(heads), tuple(verbs), tuple(nouns), deeds, number, told)


def _rank(c: Candidate) -> tuple[int, bool, int]:
    """What tells most about a happening first: another deed than harm and generic striking, then a noun, then what stands first."""
    vague = 2 if c.deed in HARM or c.deed is Deed.NOTICE else 1 if c.deed in (Deed.STRIKE, Deed.LOOTING) else 0
    return vague, not c.noun, c.at


def _carriers(document: Document, noun: int) -> Iterator[int]:
    """The light verb that a verbal noun is the subject or object of."""
    token = document.tokens[noun]
    for _ in range(3):
        if token.dep == "conj" and document.tokens[token.head].pos in ("NOUN", "PROPN"):
            token = document.tokens[token.head]
    verb = document.tokens[token.head]
    broken = token.dep != "nsubj" and verb.lemma == "break"
    if token.dep in ("dobj", "nsubjpass", "nsubj") and is_verb(verb) and verb.lemma in LIGHT and not broken:
        yield verb.i
    for child in document.children[noun]:
        below = document.tokens[child]
        if below.dep in ("acl", "relcl") and is_verb(below) and below.lemma in LIGHT and is_passive(document, child):
            yield child


def portion(document: Document, noun: int) -> int | None:
    """The noun that tells how much of a row of happenings is meant: "week" in "a week of strikes", "some" in "some of its strikes"."""
    of = document.tokens[document.tokens[noun].head]
    return of.head if of.lower == "of" and document.tokens[of.head].lemma in PORTIONS else None
