"""What is done in a happening, by the words that name it: verbs, nouns and fixed phrases, from `data/deed_words.tsv`.

A deed is finer than a kind: "fired" and "airstrike" are different deeds, and which kind of happening they make depends
on the weapon, the actor and the target (see `kinds`).
"""

from __future__ import annotations

import functools
from enum import StrEnum

from reportedly.extract.entity_tables import rows
from reportedly.model import Document, Token


class Deed(StrEnum):
    """What is done. The values are the labels of `deed_words.tsv`."""

    AIR_STRIKE = "air strike"
    BOMBING = "bombing"
    SHELLING = "shelling"
    FIRING = "firing"
    STRIKE = "strike"
    BLAST = "blast"
    CHEMICAL = "chemical"
    CLASH = "clash"
    OFFENSIVE = "offensive"
    CAPTURE = "capture"
    HOLD = "hold"
    KILLING = "killing"
    WOUNDING = "wounding"
    ABDUCTION = "abduction"
    ARREST = "arrest"
    PROTEST = "protest"
    RIOT = "riot"
    DISPERSAL = "dispersal"
    MOB = "mob"
    LOOTING = "looting"
    RAPE = "rape"
    TORTURE = "torture"
    AGREEMENT = "agreement"
    CONSULT = "consult"
    ACCUSE = "accuse"
    THREAT = "threat"
    DEMAND = "demand"
    REFUSAL = "refusal"
    MOBILISE = "mobilise"
    SANCTION = "sanction"
    AID = "aid"
    RETREAT = "retreat"
    SURRENDER = "surrender"
    HANDOVER = "handover"
    INTERCEPTION = "interception"
    BASE = "base"
    CHANGE = "change"
    CURFEW = "curfew"
    DISPLACEMENT = "displacement"
    NOTICE = "notice"
    FUNERAL = "funeral"


REMOTE = frozenset({Deed.AIR_STRIKE, Deed.BOMBING, Deed.SHELLING, Deed.FIRING, Deed.STRIKE, Deed.BLAST, Deed.CHEMICAL})
"""Deeds done with weapons that work from afar or by themselves."""

HARM = frozenset({Deed.KILLING, Deed.WOUNDING, Deed.DISPLACEMENT})
"""Deeds that are mostly what another deed led to ("the strike killed 12")."""

VIOLENT = (
    REMOTE
    | HARM
    | frozenset(
        {
            Deed.CLASH,
            Deed.OFFENSIVE,
            Deed.CAPTURE,
            Deed.ABDUCTION,
            Deed.MOB,
            Deed.LOOTING,
            Deed.RAPE,
            Deed.TORTURE,
            Deed.RIOT,
            Deed.DISPERSAL,
        }
    )
)
"""Deeds of violence, and of territory taken by it."""

LONGEST_NOUN = 4
"""Words of the longest noun in the table."""

GERUNDS = frozenset({"shelling", "bombing", "fighting", "shooting", "looting", "killing", "stabbing", "kidnapping", "firing"})
"""Nouns in -ing that the parser takes for verbs after another noun ("government shelling")."""

PASSED_OVER = frozenset({"HYPH", "POS"})

MISREAD = {"raped": "rape", "raping": "rape", "sniped": "snipe", "sniping": "snipe", "rebranded": "rebrand", "rebranding": "rebrand"}
"""Forms of which the parser gives another verb's lemma."""


@functools.cache
def _verbs() -> dict[str, Deed]:
    return {word: Deed(label) for label, verbs, _ in reversed(list(rows("deed_words.tsv", 3))) for word in verbs.split("|") if word}


@functools.cache
def _nouns() -> dict[tuple[str, ...], Deed]:
    table: dict[tuple[str, ...], Deed] = {}
    for label, _, nouns in rows("deed_words.tsv", 3):
        for noun in nouns.split("|"):
            table.setdefault(tuple(noun.replace("-", "_").split("_")), Deed(label))
    return table


@functools.cache
def _heads() -> frozenset[str]:
    return frozenset(noun[-1] for noun in _nouns())


@functools.cache
def _verb_stems() -> frozenset[str]:
    return frozenset(verb.partition("_")[0] for verb in _verbs())


def is_verb(token: Token) -> bool:
    """Whether a word is used as a verb, participles before nouns left out."""
    return token.pos == "VERB" or (token.tag.startswith("VB") and token.pos == "AUX" and token.dep not in ("aux", "auxpass"))


def verb_deed(document: Document, i: int) -> tuple[Deed, str] | None:
    """The deed that the verb at token i names, and the verb as the table has it ("take_out"); None when it names none."""
    token = document.tokens[i]
    if is_noun_in_disguise(document, i):
        return None
    lemma = MISREAD.get(token.lower, token.lemma)
    special = _by_company(document, i, lemma)
    if special is not None or lemma not in _verb_stems():
        return special
    for other in _partners(document, i):
        deed = _verbs().get(f"{lemma}_{other}")
        if deed is not None:
            return deed, f"{lemma}_{other}"
    deed = _verbs().get(lemma)
    return None if deed is None else (deed, lemma)


def _by_company(document: Document, i: int, lemma: str) -> tuple[Deed, str] | None:
    """The deed of a verb that names it only with what is taken, what falls or what is used; None for any other."""
    if lemma in TAKING and _into_custody(document, i):
        return Deed.ARREST, f"{lemma}_custody"
    if lemma in YIELDING and _oneself(document, i):
        return Deed.SURRENDER, "give_up"
    if lemma in FALLING and any(document.tokens[c].lemma in FIRED for c in document.children[i] if document.tokens[c].dep == "nsubj"):
        return Deed.STRIKE, "land"
    return (Deed.FIRING, "use") if lemma in USING and _is_poison(document, i) else None


YIELDING = frozenset({"turn", "give", "hand"})
SELVES = frozenset({"himself", "herself", "themselves"})


def _oneself(document: Document, verb: int) -> bool:
    """Whether somebody turns himself in, gives himself up or hands himself over."""
    below = [document.tokens[c] for c in document.children[verb]]
    particle = any(t.lower in ("in", "up", "over") and t.dep in ("prt", "advmod", "prep") for t in below)
    return particle and any(t.lower in SELVES and t.dep == "dobj" for t in below)


USING = frozenset({"use", "deploy", "employ"})
POISON = frozenset("sarin chlorine mustard chemical chemicals gas gasses gases nerve toxic poison".split())
POISONOUS = POISON - {"chemical", "chemicals", "gas", "gasses", "gases"}
"""Words that tell a poison by themselves."""


def _is_poison(document: Document, verb: int) -> bool:
    """Whether what is used is a poison: "used chlorine gas on the town", "chemical weapons were used"."""
    used = [c for c in document.children[verb] if document.tokens[c].dep in ("dobj", "nsubjpass")]
    told = {document.tokens[i].lower for c in used for i in (c, *document.children[c]) if i <= c}
    heads = {document.tokens[c].lemma for c in used}
    return bool(told & POISONOUS) or ("chemical" in told and bool(heads & {"weapon", "arm", "agent", "munition"}))


FALLING = frozenset({"fall", "rain", "crash", "slam", "smash"})
FIRED = frozenset("shell rocket missile bomb mortar projectile grenade drone round munition".split())
"""What lands where it falls, other than a town that falls to somebody."""

TAKING = frozenset("take bring place put hold keep remain be remand send lodge".split())
CUSTODY = frozenset("custody captivity detention arrest jail prison".split())


def _into_custody(document: Document, verb: int) -> bool:
    """Whether someone is taken "into custody", held "in detention", put "under house arrest"."""
    inside = [c for c in document.children[verb] if document.tokens[c].lower in ("into", "in", "under", "to")]
    return any(document.tokens[p].lemma in CUSTODY for c in inside for p in document.children[c] if document.tokens[p].dep == "pobj")


def _is_state(document: Document, i: int) -> bool:
    """Whether "arrest" or "detention" only says what someone is put "under" or held "in": the verb tells the deed."""
    verb = document.tokens[document.tokens[document.tokens[i].head].head]
    return document.tokens[i].lemma in CUSTODY and verb.lemma in TAKING and _into_custody(document, verb.i)


def _partners(document: Document, i: int) -> list[str]:
    """Words that can make a fixed phrase with a verb: its particle, its object, the word behind it.

    A preposition makes none where something is done to someone: "fled from the town", but "evacuated 300 people from the town".
    """
    own = {document.tokens[c].dep for c in document.children[i]}
    bound = not own & {"dobj", "nsubjpass"} or document.tokens[i].lemma not in _verbs()
    wanted = {"prt", "dobj", "acomp", "oprd", "advmod", "ccomp", *(("prep",) if bound else ())}
    beside = [document.tokens[c].lemma for c in document.children[i] if document.tokens[c].dep in wanted and i < c <= i + 6]
    following = document.tokens[i + 1] if i + 1 < len(document.tokens) else None
    return [*beside, *([following.lower] if following is not None and (bound or following.dep != "prep") else [])]


def noun_deed(document: Document, i: int) -> tuple[Deed, str, int] | None:
    """The deed that the noun at token i names, the noun as the table has it, and its first token; None when it names none."""
    token = document.tokens[i]
    if token.entity == "DATE" or (token.pos not in ("NOUN", "PROPN") and not is_noun_in_disguise(document, i)):
        return None
    last = noun_lemma(token)
    if last not in _heads() or _is_state(document, i):
        return None
    words, firsts = [last], [i]
    for j in range(i - 1, max(-1, i - 7), -1):
        before = document.tokens[j]
        if before.sentence != token.sentence:
            break
        if before.tag in PASSED_OVER:
            continue
        words.append(noun_lemma(before))
        firsts.append(j)
    for length in range(min(LONGEST_NOUN, len(words)), 0, -1):
        key = tuple(reversed(words[:length]))
        deed = _nouns().get(key)
        if deed is not None:
            return deed, "_".join(key), firsts[length - 1]
    return None


def is_noun_in_disguise(document: Document, i: int) -> bool:
    """Whether a noun was taken for a verb: it ends in -s or -ing, has no subject or object, and a noun or adjective stands before it."""
    token = document.tokens[i]
    following = document.tokens[i + 1].lower if i + 1 < len(document.tokens) else ""
    if token.tag == "VBG" and token.lower in GERUNDS and (following == "of" or _stands_alone(document, i)):
        return True
    if token.tag == "VBG" and token.lower in GERUNDS and token.dep == "advcl" and _is_subject(document, i):
        return True
    if token.tag not in ("VBZ", "VBG") or i == 0 or document.tokens[i - 1].pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    before = document.tokens[i - 1]
    own = {document.tokens[c].dep for c in document.children[i]}
    if token.tag == "VBG" and (
        token.dep not in ("acl", "pobj", "pcomp") or own & {"dobj", "aux", "auxpass", "prt"} or token.lower not in GERUNDS
    ):
        return False
    return before.sentence == token.sentence and not own & {"nsubj", "nsubjpass"}


def subject_before_country(document: Document, taken: int) -> int | None:
    """The subject of "shelling in Town, Country killed two", where the parser has taken the country for it; else None."""
    tokens = document.tokens
    first = min([taken, *document.children[taken]])
    town, verb = first - 2, tokens[taken].head
    if town < 0 or tokens[taken].pos != "PROPN" or tokens[first - 1].text != "," or tokens[town].pos != "PROPN":
        return None
    if tokens[town].dep != "pobj" or taken > verb or any(tokens[c].dep != "compound" for c in document.children[taken]):
        return None
    at = town
    while tokens[at].head not in (at, verb):
        at = tokens[at].head
    return at if tokens[at].head == verb and tokens[at].pos in ("NOUN", "VERB", "PROPN") and at < town else None


def _is_subject(document: Document, i: int) -> bool:
    """Whether a word in -ing is the subject of the verb above it, which has no other or for which a country was taken."""
    verb = document.tokens[document.tokens[i].head]
    taken = next((c for c in document.children[verb.i] if document.tokens[c].dep in ("nsubj", "nsubjpass", "expl")), None)
    if taken is None:
        return i < verb.i and is_finite(document, verb.i) and not any(document.tokens[c].dep == "dobj" for c in document.children[i])
    return subject_before_country(document, taken) == i


def is_finite(document: Document, verb: int) -> bool:
    """Whether a verb needs a subject of its own: "killed", "kills", "has killed"."""
    aux = any(document.tokens[c].lemma in ("have", "be", "do") for c in document.children[verb] if document.tokens[c].dep == "aux")
    return document.tokens[verb].tag in ("VBD", "VBZ") or aux


def _stands_alone(document: Document, i: int) -> bool:
    """Whether a word in -ing stands behind a preposition without an object, as in "displaced by shelling in the town"."""
    own = {document.tokens[c].dep for c in document.children[i]}
    return document.tokens[i].dep in ("pcomp", "pobj") and not own & {"dobj", "aux", "auxpass", "prt", "advmod", "acomp"}


def noun_lemma(token: Token) -> str:
    """The singular of a noun in lower case; names keep their plural in the parser's lemma, so that is cut by rule."""
    lemma = token.lemma if token.pos != "PROPN" and token.lower not in GERUNDS else token.lower
    if token.pos == "PROPN" and token.tag == "NNPS" and lemma.endswith("s"):
        lemma = lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-2] if lemma.endswith(("shes", "ches")) else lemma[:-1]
    return lemma.replace("-", "")
