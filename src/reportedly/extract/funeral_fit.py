"""Whether a word tells of a funeral or burial that people hold: "attended the funeral", not "a bomb at a funeral", "buried alive"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportedly.extract.deed_signs import ARMED_KINDS, PEOPLE_KINDS, is_ground, is_weapon, kind_at
from reportedly.extract.deeds import VIOLENT, is_verb, noun_deed, noun_lemma, verb_deed
from reportedly.extract.entity_phrases import content_head
from reportedly.extract.frames import Frame, verb_frame
from reportedly.model import Document, EntityKind

GOES_ON = frozenset(
    "hold take begin start continue proceed pass wind end conclude draw attract attend conduct organise organize perform".split()
)
"""Verbs whose subject, a funeral, took place."""

ANNOUNCED = frozenset("plan schedule expect set postpone delay cancel".split())
"""Verbs by which a funeral is to take place, or did not."""

HOLDING = frozenset("hold attend join lead conduct perform organise organize stage watch begin plan postpone delay cancel".split())
"""Verbs whose object, a funeral, took place or is to."""

COMING = frozenset(
    """gather assemble congregate march walk pour flock throng crowd mass turn turn_out come arrive line weep cry sob pray mourn carry bear
    stand participate take join attend fill accompany follow bid""".split()
)
"""What people do at a funeral, and mourners anywhere."""

SPEAKING = frozenset("chant shout sing wave speak say tell vow call".split())
"""What people do at a funeral that is a deed of its own, or none."""

AT = frozenset({"at", "for", "in", "during", "to", "following"})
MANY = frozenset("hundred thousand dozen ten score number crowd group line procession".split())
"""Nouns in "<noun> of mourners"."""

MORTAL = frozenset("victim dead body coffin casket remains corpse casualty slain son daughter child family relative".split())
"""Nouns for those who are buried."""

COFFINS = frozenset({"coffin", "casket", "bier"})
OVER = frozenset({"under", "beneath", "underneath", "below"})
COVERING = frozenset(
    """rubble debris ruin ruins wreckage landslide mudslide avalanche collapse mud snow sand concrete building house home mine trench bunker
    basement shelter tunnel roof wall blast explosion cave""".split()
)
"""What people are buried by or in without a funeral."""

DOUBTFUL = frozenset("fear believe think remain leave trap find discover lie presume".split())
"""Verbs in "feared buried", "found buried", "left buried"."""

STATES = frozenset({"is", "are", "'s", "’s", "get", "gets", "got"})
"""Auxiliaries by which somebody is in the grave, or gets under something."""

MEANWHILE = frozenset({"as", "when", "while", "where", "whereupon"})
MOST_STEPS = 8


def is_funeral(document: Document, at: int, word: str) -> bool:
    """Whether the word at token `at`, which the table of deeds lists as `word`, tells of a funeral that people hold or are to hold."""
    return _TESTS.get(word, _is_rite)(document, at)


def _is_rite(document: Document, at: int) -> bool:
    """Whether a noun for a funeral is told as what was held or is to be, and not as where violence was done."""
    verb = _governor(document, _whole(document, at))
    if verb is None or _is_scene(document, at) or not _is_done(document, verb):
        return False
    return not any(kind_at(document, c) in ARMED_KINDS for c in document.children[verb] if document.tokens[c].dep == "nsubj")


def _are_mourners(document: Document, at: int) -> bool:
    """Whether mourners are told to do what is done at a funeral."""
    token = document.tokens[_whole(document, at)]
    verb = document.tokens[token.head]
    return token.dep == "nsubj" and is_verb(verb) and verb.lemma in COMING and _is_done(document, verb.i)


def _is_done(document: Document, verb: int) -> bool:
    """Whether what was done at a funeral is told for itself, and not as what went before violence: "mourners had gathered"."""
    before = document.tokens[verb].lemma in COMING and any(document.tokens[c].lower in ("had", "'d", "’d") for c in document.children[verb])
    return not before and not _is_scene(document, verb) and not _is_only_wished(document, verb)


def _are_buried(document: Document, verb: int) -> bool:
    """Whether people are buried by people, and not by rubble, alive or by those who killed them."""
    frame = verb_frame(document, verb)
    if not any(_is_mortal(document, h) for h in frame.patients) or not _is_told(document, verb):
        return False
    if any(o.preposition in OVER or noun_lemma(document.tokens[o.head]) in COVERING for o in frame.obliques if o.depth == 0):
        return False
    near = document.tokens[max(0, verb - 3) : verb + 4]
    if any(t.lower in ("alive", "still") for t in near) or any(_covers(document, h) for h in frame.agents):
        return False
    if _is_by_killers(document, frame):
        return False
    return not _is_scene(document, verb)


def _are_laid_to_rest(document: Document, verb: int) -> bool:
    return [t.lower for t in document.tokens[verb + 1 : verb + 3]] == ["to", "rest"] and _are_buried(document, verb)


def _are_carried(document: Document, verb: int) -> bool:
    coffins = any(noun_lemma(document.tokens[content_head(document, h)]) in COFFINS for h in verb_frame(document, verb).patients)
    return coffins and _are_buried(document, verb)


_TESTS: dict[str, Callable[[Document, int], bool]] = {
    "mourner": _are_mourners,
    "lay_to": _are_laid_to_rest,
    **dict.fromkeys(("carry", "bear"), _are_carried),
    **dict.fromkeys(("bury", "inter", "cremate"), _are_buried),
}
"""What must stand around each word; around all others what must around a noun for a funeral."""


def carrier(document: Document, at: int) -> int | None:
    """The verb that tells what was done at the funeral, or by the mourners, at token `at`; None where it is a deed of its own."""
    top = _whole(document, at)
    verb = _governor(document, top)
    if verb is None and noun_lemma(document.tokens[at]) == "mourner":
        verb = document.tokens[top].head
    if verb is None or document.tokens[verb].lemma in SPEAKING:
        return None
    token = document.tokens[verb]
    came = token.dep in ("advcl", "xcomp") and token.tag == "VB" and document.tokens[token.head].lemma in COMING
    return token.head if came else verb


def _whole(document: Document, at: int) -> int:
    """The word that stands for a noun in its clause: "hundreds" in "hundreds of mourners", the first of joined nouns."""
    for _ in range(MOST_STEPS):
        token = document.tokens[at]
        above = document.tokens[token.head]
        if token.dep == "pobj" and above.lower == "of" and document.tokens[above.head].lemma in MANY:
            at = above.head
        elif token.dep == "conj" and above.pos in ("NOUN", "PROPN"):
            at = token.head
        else:
            return at
    return at


def _governor(document: Document, at: int) -> int | None:
    """The verb by which a funeral takes place: it is held, attended, gathered for; None where no such verb governs it."""
    token, above = document.tokens[at], document.tokens[document.tokens[at].head]
    if token.dep in ("nsubj", "nsubjpass") and is_verb(above) and above.lemma in GOES_ON | ANNOUNCED:
        to_be = (c for c in document.children[above.i] if document.tokens[c].dep == "xcomp" and document.tokens[c].lemma in GOES_ON)
        return next(to_be, above.i) if above.lemma in ANNOUNCED else above.i
    if token.dep == "dobj" and is_verb(above) and above.lemma in HOLDING:
        return above.i
    if token.dep == "pobj" and above.lower in AT:
        verb = document.tokens[above.head]
        if verb.lemma == "part" and verb.dep == "dobj":
            verb = document.tokens[verb.head]
        return verb.i if is_verb(verb) and verb.lemma in COMING | SPEAKING else None
    held = (c for c in document.children[at] if document.tokens[c].dep in ("acl", "relcl") and document.tokens[c].tag == "VBN")
    return next((c for c in held if document.tokens[c].lemma in ("hold", "attend")), None)


def _is_scene(document: Document, at: int) -> bool:
    """Whether a word is in a clause that tells where, to whom or during what violence was done."""
    opened = [c for c in document.children[at] if document.tokens[c].dep == "advcl" and _opens(document, c)]
    if any(_is_violent(document, c) for c in opened):
        return True
    return any(_is_violent(document, above) for above in _above(document, at))


def _above(document: Document, at: int) -> Iterator[int]:
    """The words that a word hangs on, up to where a clause tells of another time than its own."""
    for _ in range(MOST_STEPS):
        token = document.tokens[at]
        if token.head == at or token.dep in ("ccomp", "conj") or (token.dep == "advcl" and not _opens(document, at)):
            return
        at = token.head
        yield at


def _opens(document: Document, clause: int) -> bool:
    openers = {document.tokens[c].lower for c in document.children[clause] if document.tokens[c].dep in ("mark", "advmod")}
    return bool(openers & MEANWHILE) or document.tokens[clause].tag == "VBG"


def _is_violent(document: Document, at: int) -> bool:
    if document.tokens[at].lemma in GOES_ON | HOLDING | COMING:
        return False
    found = verb_deed(document, at) if is_verb(document.tokens[at]) else noun_deed(document, at)
    return found is not None and found[0] in VIOLENT


def _is_told(document: Document, verb: int) -> bool:
    """Whether a verb tells what was done, and does not only describe: "bodies buried in the sand", "feared buried", "is buried there"."""
    token = document.tokens[verb]
    if token.dep in ("amod", "acl") and token.tag in ("VBN", "VBD"):
        return False
    if token.dep == "relcl" and document.tokens[min(document.subtree(verb)) - 1].text != ",":
        return False
    if any(document.tokens[c].lower in STATES and document.tokens[c].dep == "auxpass" for c in document.children[verb]):
        return False
    while token.dep == "conj":
        token = document.tokens[token.head]
    return not _is_only_wished(document, verb) and (token.head == token.i or document.tokens[token.head].lemma not in DOUBTFUL)


def _is_only_wished(document: Document, verb: int) -> bool:
    """Whether a verb is an infinitive that nobody announces and nobody comes for: "was not allowed to attend", "wished to be buried"."""
    token, above = document.tokens[verb], document.tokens[document.tokens[verb].head]
    infinitive = any(document.tokens[c].lower == "to" and document.tokens[c].dep == "aux" for c in document.children[verb])
    return infinitive and token.dep != "advcl" and above.lemma not in ANNOUNCED | COMING


def _is_mortal(document: Document, head: int) -> bool:
    token = document.tokens[content_head(document, head)]
    if token.pos == "PRON":
        return token.lower not in ("it", "this", "that", "what", "which")
    return token.pos == "NUM" or noun_lemma(token) in MORTAL | MANY or kind_at(document, token.i) in PEOPLE_KINDS


def _covers(document: Document, head: int) -> bool:
    """Whether what buries is a thing and no people at a grave."""
    token = document.tokens[head]
    if is_weapon(document, head) or token.lower == "it" or noun_lemma(token) in COVERING or _is_violent(document, head):
        return True
    return kind_at(document, head) in (EntityKind.OBJECT, EntityKind.WEAPON) and not is_ground(document, head)


def _is_by_killers(document: Document, frame: Frame) -> bool:
    """Whether those with arms bury others than their own: that belongs to the killing."""
    armed = any(kind_at(document, h) in ARMED_KINDS for h in frame.agents)
    return armed and not any(kind_at(document, h) in ARMED_KINDS for h in frame.patients)
