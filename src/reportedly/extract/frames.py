"""Who does what to whom around a verb or a verbal noun, as the grammar says it.

Passives, joined verbs, relative clauses, participles and infinitives are undone here, so that the readers of roles only see
agents, patients and prepositions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.extract.deeds import is_finite, is_noun_in_disguise, subject_before_country
from reportedly.extract.entity_phrases import conjuncts
from reportedly.model import Document

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
RELATIVE = frozenset({"who", "which", "that", "whom"})
TAKES_OBJECT = frozenset("kill injure wound abduct kidnap arrest detain execute murder massacre displace behead assassinate jail".split())
"""Verbs that have an object when they are active: without one, a headline has left out "were" ("three killed in raid")."""

ACCUSING = frozenset({"accuse", "suspect", "blame", "charge", "convict", "acquit", "prevent", "stop", "keep", "criticize", "criticise"})
"""Verbs in "<verb> X of doing", "<verb> X for doing", where X does it."""

LAID_ON = frozenset({"blame", "pin"})
"""Verbs in "<verb> the attack on X", where "on" goes with the verb."""

DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Oblique:
    """`head` in "<preposition> <head>".

    `under` is the agent, the patient or the verb that it hangs on, `depth` how far below (0: directly).
    """

    preposition: str
    head: int
    under: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """Heads of those who act and of those (or that) which are acted upon, joined ones included, and all prepositions."""

    agents: tuple[int, ...]
    patients: tuple[int, ...]
    obliques: tuple[Oblique, ...]
    passive: bool = False


def verb_frame(document: Document, verb: int) -> Frame:
    """The frame of a verb."""
    passive = is_passive(document, verb)
    subject = subject_of(document, verb)
    by = [o for o in _obliques(document, verb) if o.preposition == "by" and _plain_by(document, o)]
    objects = [c for c in document.children[verb] if document.tokens[c].dep in ("dobj", "dative", "oprd")]
    objects = [_antecedent(document, verb, c) for c in objects if document.tokens[c].pos not in ("ADP", "ADJ")] or _so_called(
        document, verb
    )
    if passive:
        agents = [o.head for o in by] or _shared_agent(document, verb)
        patients = [subject] if subject is not None else []
        patients += [c for c in objects if document.tokens[c].dep == "dobj"]
    else:
        agents = [subject] if subject is not None else []
        patients = objects or _shared_object(document, verb) or _gap(document, verb)
    grown = [*_obliques(document, verb), *_laid_on(document, verb)]
    for head in (*agents, *patients):
        grown += [o for o in _obliques(document, head, under=head) if o not in grown]
    return Frame(_joined(document, agents), _joined(document, patients), tuple(grown), passive)


def _so_called(document: Document, verb: int) -> list[int]:
    """What is meant by "what it called positions", "what it said were depots" as the object of a verb."""
    for clause in (c for c in document.children[verb] if document.tokens[c].dep == "ccomp" and c > verb):
        if any(document.tokens[c].lower == "what" for c in document.children[clause]):
            below = [
                clause,
                *(c for c in document.children[clause] if document.tokens[c].dep == "ccomp" and document.tokens[c].lemma == "be"),
            ]
            return [i for each in below for i in document.children[each] if document.tokens[i].dep in ("attr", "oprd") and i > clause]
    return []


def noun_frame(document: Document, noun: int) -> Frame:
    """The frame of a verbal noun: its prepositions, and those behind the verb of which it is the subject or object."""
    return Frame(
        _joined(document, [o.head for o in _obliques(document, noun, under=noun) if o.preposition == "by" and o.under == noun]),
        (),
        tuple(_obliques(document, noun, under=noun)),
    )


def is_passive(document: Document, verb: int) -> bool:
    """Whether a verb's subject suffers what it says ("was hit", "the town hit by", "was captured and looted")."""
    token = document.tokens[verb]
    deps = {document.tokens[c].dep for c in document.children[verb]}
    if deps & {"nsubjpass", "auxpass"}:
        return True
    if token.tag not in ("VBN", "VBD") or "aux" in deps or "dobj" in deps:
        return False
    if "agent" in deps or (token.lemma in TAKES_OBJECT and "dative" not in deps and not _bare_number(document, verb)):
        return True
    if token.dep in ("acl", "relcl") and token.tag == "VBN" and "nsubj" not in deps:
        return True
    if token.dep in ("ccomp", "oprd", "xcomp") and token.tag == "VBN" and "nsubj" not in deps:
        return True
    return token.dep == "conj" and not deps & {"nsubj"} and token.head != verb and is_passive(document, token.head)


def _bare_number(document: Document, verb: int) -> bool:
    """Whether a number that the parser did not see as an object follows the verb."""
    return verb + 1 < len(document.tokens) and document.tokens[verb + 1].pos == "NUM"


def subject_of(document: Document, verb: int, depth: int = 0) -> int | None:
    """The head of a verb's subject, its own or the one it shares; None when there is none."""
    token = document.tokens[verb]
    own = next((c for c in document.children[verb] if document.tokens[c].dep in SUBJECTS), None)
    if own is not None:
        before = subject_before_country(document, own)
        return _antecedent(document, verb, own) if before is None else before
    if is_finite(document, verb):
        gerund = next((c for c in document.children[verb] if document.tokens[c].dep == "advcl" and is_noun_in_disguise(document, c)), None)
        if gerund is not None and gerund < verb:
            return gerund
    if depth >= DEEPEST or token.head == verb:
        return None
    if token.dep in ("conj", "dep") or (token.dep == "advcl" and (token.tag in ("VBG", "VBN") or _is_purpose(document, verb))):
        return subject_of(document, token.head, depth + 1)
    return _shared_subject(document, verb, depth)


def left_by(document: Document, at: int) -> int | None:
    """What left somebody so: the subject in "the blast left 12 dead and 30 wounded", asked of a word behind the verb; else None."""
    for _ in range(DEEPEST):
        token = document.tokens[at]
        if token.lemma == "leave" and token.pos == "VERB":
            return subject_of(document, at)
        if token.head == at or token.dep not in ("acl", "conj", "oprd", "dobj", "amod", "acomp", "ccomp", "nsubj", "nummod"):
            return None
        at = token.head
    return None


def _is_purpose(document: Document, verb: int) -> bool:
    """Whether a verb is "to disperse" in "fired to disperse the crowd"."""
    return document.tokens[verb].tag == "VB" and any(document.tokens[c].lower == "to" for c in document.children[verb])


def _shared_subject(document: Document, verb: int, depth: int) -> int | None:
    """The subject that an infinitive, a participle or a reduced clause takes from the words above it."""
    token = document.tokens[verb]
    match token.dep:
        case "xcomp":
            return _controller(document, token.head, depth)
        case "pcomp":
            return _behind_preposition(document, document.tokens[token.head].head, depth)
        case "acl":
            return _of_modified(document, verb)
        case "relcl" if is_passive(document, verb):
            return token.head
    return None


def _behind_preposition(document: Document, above: int, depth: int) -> int | None:
    """Who acts in "accused X of doing" and "X was blamed for doing", else whoever the verb above is told of."""
    token = document.tokens[above]
    told = next((c for c in document.children[above] if document.tokens[c].dep in ("dobj", "nsubjpass")), None)
    if told is not None and token.lemma in ACCUSING:
        return told
    if token.dep in ("dobj", "nsubjpass") and document.tokens[token.head].lemma in ACCUSING:
        return above
    return subject_of(document, above, depth + 1) if token.pos in ("VERB", "AUX") else None


def _antecedent(document: Document, verb: int, subject: int) -> int:
    token = document.tokens[verb]
    if document.tokens[subject].lower in RELATIVE and document.tokens[subject].tag in ("WP", "WDT", "IN", "DT"):
        while token.dep == "conj":
            token = document.tokens[token.head]
        if token.dep == "relcl":
            return token.head
    return subject


def _controller(document: Document, above: int, depth: int) -> int | None:
    """Who is to act in "X vowed to strike" and "X urged Y to strike"."""
    told = next((c for c in document.children[above] if document.tokens[c].dep == "dobj"), None)
    if told is not None and document.tokens[above].lemma in (
        "urge",
        "ask",
        "tell",
        "order",
        "allow",
        "force",
        "help",
        "let",
        "want",
        "get",
    ):
        return told
    return subject_of(document, above, depth + 1)


def _of_modified(document: Document, verb: int) -> int | None:
    """Who acts in "rebels holding X", who suffers in "a town hit by X", who plans in "X's plan to strike"."""
    token = document.tokens[verb]
    if token.tag == "VBD" and any(document.tokens[c].dep == "dobj" for c in document.children[verb]):
        return _past_participle(document, token.head)
    if token.tag in ("VBG", "VBN", "VBD"):
        return token.head
    return next((c for c in document.children[token.head] if document.tokens[c].dep == "poss"), None)


def _past_participle(document: Document, noun: int) -> int:
    """The subject of a finite verb that hangs on the last noun before it: "troops backed by jets took the town"."""
    by = document.tokens[document.tokens[noun].head]
    backed = document.tokens[by.head]
    passive = document.tokens[noun].dep == "pobj" and by.dep in ("agent", "prep") and backed.dep == "acl"
    return backed.head if passive else noun


def _gap(document: Document, verb: int) -> list[int]:
    """What a relative clause without an object speaks of: "the town that rebels shelled"."""
    token = document.tokens[verb]
    if token.dep != "relcl" or subject_of(document, verb) == token.head:
        return []
    if any(document.tokens[c].lower in ("when", "where") for c in document.children[verb]):
        return []  # "the day when they struck"
    return [token.head] if document.tokens[token.head].pos in ("NOUN", "PROPN") else []


NEAR = 5
"""Words from a verb to the last one that is joined to it, in "raped, beat and assaulted civilians"."""


def _shared_object(document: Document, verb: int) -> list[int]:
    """The object that stands behind the last of several joined verbs."""
    following = [c for c in document.children[verb] if document.tokens[c].dep == "conj" and verb < c <= verb + NEAR]
    for other in following:
        if subject_of(document, other) == subject_of(document, verb) and not is_passive(document, other):
            objects = [c for c in document.children[other] if document.tokens[c].dep == "dobj"]
            return [_antecedent(document, other, c) for c in objects] or _shared_object(document, other)
    return []


def _shared_agent(document: Document, verb: int) -> list[int]:
    """The "by X" that stands with a joined verb: "was captured and looted by X"."""
    family = [c for c in document.children[verb] if document.tokens[c].dep == "conj" and is_passive(document, c)]
    return [o.head for c in family for o in _obliques(document, c) if o.preposition == "by" and o.under == c and _plain_by(document, o)]


def _plain_by(document: Document, oblique: Oblique) -> bool:
    return document.tokens[oblique.head].pos in ("NOUN", "PROPN", "PRON") and document.tokens[oblique.head].entity not in ("DATE", "TIME")


def _joined(document: Document, heads: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(each for head in heads for each in conjuncts(document, head)))


def _laid_on(document: Document, verb: int) -> Iterator[Oblique]:
    """Those on whom something is blamed, where the parser has put them under what is blamed ("blamed the attack on X")."""
    if document.tokens[verb].lemma in LAID_ON:
        for noun in document.children[verb]:
            for child in document.children[noun]:
                if _is_laid_on(document, child):
                    yield from (Oblique("on", c, verb) for c in document.children[child] if document.tokens[c].dep == "pobj")


def _is_laid_on(document: Document, at: int) -> bool:
    """Whether a word is the "on" that goes with a verb above and not with the object that it hangs on."""
    token = document.tokens[at]
    noun = document.tokens[token.head]
    return token.lower == "on" and noun.dep in ("dobj", "oprd") and document.tokens[noun.head].lemma in LAID_ON


def _obliques(document: Document, head: int, *, under: int | None = None) -> list[Oblique]:
    return list(_below(document, head, head if under is None else under, 0))


def _below(document: Document, at: int, under: int, depth: int) -> Iterator[Oblique]:
    """Prepositions under a head, through nouns but into no other clause and no agent or patient of its own."""
    if depth > DEEPEST:
        return
    for child in (c for c in document.children[at] if not _is_laid_on(document, c)):
        token = document.tokens[child]
        if token.dep in ("prep", "agent", "dative", "advmod", "prt") and token.pos in ("ADP", "SCONJ", "ADV"):
            for inner in document.children[child]:
                if document.tokens[inner].dep == "pobj" or (document.tokens[inner].dep == "pcomp" and is_noun_in_disguise(document, inner)):
                    yield Oblique(token.lower, inner, under, depth)
                    yield from _below(document, inner, under, depth + 1)
                elif document.tokens[inner].dep == "prep":
                    for far in document.children[inner]:
                        if document.tokens[far].dep == "pobj":
                            yield Oblique(f"{token.lower} {document.tokens[inner].lower}", far, under, depth)
                            yield from _below(document, far, under, depth + 1)
        elif token.dep in ("conj", "appos") and token.pos in ("NOUN", "PROPN"):
            yield from _below(document, child, under, depth + 1)
