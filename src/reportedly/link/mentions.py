"""Mentions that are given: words of a report that name a happening, and what the report says around them.

A claim has typed values; a mention may have no more than a verb and a name. What is known of it is a sparse set of facts read off
the parse: which word it is, who and what stand where in its clause, and the names, places, times and numbers of its sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.link.terms import stem
from reportedly.model import Document, Span, Token

TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
"""Parts of speech of words that tell one sentence from another."""

THINGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
"""Parts of speech of words that name who or what takes part."""

EMPTY = frozenset({"DET", "PUNCT", "SPACE", "ADP", "CCONJ", "SCONJ", "PART", "AUX", "SYM"})
"""Parts of speech that a mention's chief word does not have, if it has any other."""

PLACES, TIMES = frozenset({"GPE", "LOC", "FAC"}), frozenset({"DATE", "TIME"})
NAMED = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT"})
"""Name types by OntoNotes."""

DOERS = frozenset({"nsubj", "agent", "csubj"})
DONE_TO = frozenset({"dobj", "obj", "nsubjpass", "attr", "oprd"})
BESIDE = frozenset({"compound", "amod", "nmod", "npadvmod", "advmod", "relcl", "acl", "advcl", "dative", "appos"})
SHARING = frozenset({"conj", "xcomp", "advcl", "ccomp"})
"""Relations by ClearNLP's names. A verb in one of the last has its head's subject where it has none of its own."""

MOST_UNDER = 12
"""So many words of a phrase are looked at."""

REACH = 5
"""Words to either side that are near."""

PREDICATES = frozenset({"acomp", "oprd", "attr", "advmod"})
"""Relations of a word that tells something of its head's subject or object."""

SUBJECTS, OBJECTS = frozenset({"nsubj", "nsubjpass"}), frozenset({"dobj", "obj"})

PRONOUNS = frozenset("he him his she her hers".split())
REACH_BACK = 2
"""Sentences before its own in which a pronoun's name is looked for."""

SAYING = frozenset("say tell report announce state confirm claim add note accord comment explain".split())
"""Verbs that name what is said and not what happened."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a report, one piece or more, that name a happening."""

    id: str
    report: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionFacts:
    """What is known of a mention. Words are lemmas, names in lower case.

    `lemma`, `root` and `part` are of its chief word: as in a dictionary, without its ending, and its part of speech. `place` is the number
    of its sentence. `doers`, `done_to` and `beside` stand in its clause, `above` beside the verb that it hangs on; `near`, `names`,
    `places`, `times` and `numbers` in its sentence; `sentence` and `around` count the telling words of its sentence, and of those before
    and behind as well. `many` is whether several people or things are meant, None where that is not told.
    """

    mention: Mention
    lemma: str
    root: str
    part: str
    words: frozenset[str]
    text: str
    place: int
    doers: frozenset[str]
    done_to: frozenset[str]
    beside: frozenset[str]
    above: frozenset[str]
    near: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    times: frozenset[str]
    numbers: frozenset[str]
    sentence: Mapping[str, int]
    around: Mapping[str, int]
    negated: bool
    many: bool | None

    @property
    def roles(self) -> frozenset[str]:
        """All that stand in its clause."""
        return self.doers | self.done_to | self.beside

    @property
    def says(self) -> bool:
        """Whether it names that something is said."""
        return self.lemma in SAYING


def word(token: Token) -> str:
    """The form in which a word is compared."""
    return token.lower if token.pos == "PROPN" else token.lemma


def mention_facts(document: Document, mentions: Iterable[Mention]) -> Iterator[MentionFacts]:
    """The facts of those mentions of a report that stand on words of it, in their order."""
    for mention in mentions:
        own = [t for t in document.tokens if any(t.start < span.end and span.start < t.end for span in mention.spans)]
        if own:
            yield _facts(document, mention, own)


def _facts(document: Document, mention: Mention, own: Sequence[Token]) -> MentionFacts:
    inside = frozenset(t.i for t in own)
    head = _head(own, inside)
    sentence = _tokens(document, head.sentence, head.sentence, inside)
    wide = _tokens(document, max(0, head.sentence - 1), min(len(document.sentences) - 1, head.sentence + 1), inside)
    doers, done_to, beside = _roles(document, head, inside)
    above = _above(document, head)
    return MentionFacts(
        mention=mention,
        lemma=head.lemma,
        root=stem(head.lemma),
        part="VERB" if head.pos in ("VERB", "AUX") else head.pos,
        words=frozenset(word(t) for t in own if t.pos not in EMPTY) or frozenset({word(head)}),
        text=" ".join(t.lower for t in own),
        place=head.sentence,
        doers=doers,
        done_to=done_to,
        beside=beside,
        above=frozenset(w for i in above for w in _phrase(document, i, inside)),
        near=frozenset(word(t) for t in sentence if abs(t.i - head.i) <= REACH and t.pos in THINGS and t.pos != "PRON"),
        names=frozenset(t.lower for t in sentence if t.pos == "PROPN" and t.entity in NAMED),
        places=frozenset(t.lower for t in sentence if t.pos == "PROPN" and t.entity in PLACES),
        times=frozenset(t.lower for t in sentence if t.entity in TIMES and t.pos in ("NUM", "PROPN", "NOUN")),
        numbers=frozenset(t.lower for t in sentence if t.pos == "NUM" and t.entity not in TIMES),
        sentence=Counter(word(t) for t in sentence if t.pos in TELLING),
        around=Counter(word(t) for t in wide if t.pos in TELLING),
        negated=any(document.tokens[c].dep == "neg" for c in document.children[head.i]),
        many=_many(document, head, above),
    )


def _head(own: Sequence[Token], inside: frozenset[int]) -> Token:
    """The chief word: the first that hangs on none of the others; of a name the last."""
    tops = [t for t in own if t.head not in inside or t.head == t.i]
    full = [t for t in tops if t.pos not in EMPTY] or [t for t in own if t.pos not in EMPTY] or list(own)
    return full[-1] if full[0].pos == "PROPN" else full[0]


def _tokens(document: Document, first: int, last: int, without: frozenset[int]) -> list[Token]:
    """The words of some sentences, less some."""
    start, end = document.sentences[first].start, document.sentences[last].end
    return [t for t in document.tokens[start:end] if t.i not in without]


def _roles(document: Document, head: Token, inside: frozenset[int]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Who does it, to whom it is done, and what else stands beside it."""
    doers: set[str] = set()
    done_to: set[str] = set()
    beside: set[str] = set()
    for child in (document.tokens[c] for c in document.children[head.i]):
        phrase = _phrase(document, child.i, inside)
        if child.dep in DOERS or child.dep == "poss" or (child.dep == "prep" and child.lower == "by"):
            doers |= phrase
        if child.dep in DONE_TO or child.dep == "poss" or (child.dep == "prep" and child.lower == "of"):
            done_to |= phrase
        elif child.dep == "prep" and child.lower != "by":
            beside |= phrase
        elif child.dep in BESIDE and child.pos in TELLING - {"VERB"}:
            beside.add(word(child))
    _from_head(document, head, inside, doers, done_to)
    return frozenset(doers), frozenset(done_to), frozenset(beside)


def _from_head(document: Document, head: Token, inside: frozenset[int], doers: set[str], done_to: set[str]) -> None:
    """Add what stands at the word above: the noun of a relative clause, the subject that two verbs share."""
    if head.dep in ("relcl", "acl"):
        (done_to if head.tag == "VBN" else doers).update(_named(document, head.head, inside))
    if head.dep in PREDICATES:
        for i in document.children[head.head]:
            if document.tokens[i].dep in SUBJECTS | OBJECTS and i not in inside:
                done_to.update(_phrase(document, i, inside))
    if head.dep in SHARING and not doers and not (head.tag == "VBN" and done_to):
        for i in document.children[head.head]:
            if document.tokens[i].dep in ("nsubj", "nsubjpass"):
                (doers if document.tokens[i].dep == "nsubj" else done_to).update(_phrase(document, i, inside))


def _above(document: Document, head: Token) -> list[int]:
    """The subject and the object of the verb that a word hangs on."""
    at = document.tokens[head.head]
    while at.pos not in ("VERB", "AUX") and at.head != at.i:
        at = document.tokens[at.head]
    return [] if at.i == head.i else [c for c in document.children[at.i] if document.tokens[c].dep in SUBJECTS | OBJECTS and c != head.i]


def _many(document: Document, head: Token, above: Sequence[int]) -> bool | None:
    """Whether several are killed, hurt or met; None where nobody is named."""
    own = [c for c in document.children[head.i] if document.tokens[c].dep in DONE_TO]
    own = own or [g for c in document.children[head.i] if document.tokens[c].lower == "of" for g in document.children[c]]
    for token in (document.tokens[i] for i in (own or ([head.i] if head.tag == "NNS" else above)[:1])):
        if token.pos in THINGS:
            beside = [document.tokens[c].dep for c in document.children[token.i]]
            return token.tag in ("NNS", "NNPS") or "conj" in beside or token.lower in ("they", "them", "we")
    return None


def _phrase(document: Document, i: int, inside: frozenset[int]) -> set[str]:
    """The words of a phrase that name something; for a pronoun the person that it likely stands for."""
    found = [document.tokens[j] for j in document.subtree(i)[:MOST_UNDER] if j not in inside]
    return {name for t in found if t.pos in THINGS or t.dep == "poss" for name in (_person(document, t) or (word(t),))}


def _person(document: Document, token: Token) -> tuple[str, ...]:
    """The name that "he" or "she" likely stands for: the subject, or else the last, of the people named in this sentence or two before."""
    if token.lower not in PRONOUNS:
        return ()
    first = document.sentences[max(0, token.sentence - REACH_BACK)].start
    named = [t for t in document.tokens[first : token.i] if t.entity == "PERSON" and t.pos == "PROPN"]
    chosen = [t for t in named if t.dep in SUBJECTS][-1:] or named[-1:]
    return tuple(t.lower for t in named for one in chosen if one.sentence == t.sentence and abs(one.i - t.i) <= 1)


def _named(document: Document, i: int, inside: frozenset[int]) -> set[str]:
    """A noun with the words that name it."""
    beside = [c for c in document.children[i] if document.tokens[c].dep in ("compound", "appos") and c not in inside]
    return {word(document.tokens[j]) for j in (i, *beside)}
