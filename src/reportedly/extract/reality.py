"""Whether a happening is said to have happened, to go on, to be planned, threatened, demanded or only imagined, or not to be so."""

from __future__ import annotations

from reportedly.extract.deed_signs import SIDE_KINDS, kind_at
from reportedly.extract.deeds import HARM, is_verb
from reportedly.extract.frames import verb_frame
from reportedly.extract.happenings import Happening
from reportedly.model import Document, Modality

FUTURE = frozenset("will shall 'll ’ll wo".split())
MAYBE = frozenset("could would might may should must ca can".split())
PLANS = frozenset(
    """vow plan intend promise pledge prepare aim decide want seek hope agree expect schedule set try due ready poise order approve mull
    consider swear propose resolve arrange choose fight struggle work need require opt push rush race negotiate""".split()
)
THREATS = frozenset({"threaten", "warn"})
DEMANDS = frozenset("urge demand ask call request order press appeal require beg implore insist allow let".split())
UNSURE = frozenset(
    "fear possible potential risk possibility hypothetical imminent alleged prospect refuse decline fail refusal failure "
    "likely unlikely able unable inability worry".split()
)
PLAN_NOUNS = frozenset(
    "plan intention vow pledge promise preparation proposal decision order attempt effort bid plot ability capability means right".split()
)
THREAT_NOUNS = frozenset({"threat", "ultimatum"})
DEMAND_NOUNS = frozenset({"call", "demand", "appeal", "request"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "should"})
HABITS = frozenset({"rarely", "seldom", "never", "often", "usually", "always", "regularly", "frequently", "routinely"})
ONGOING_VERBS = frozenset({"continue", "keep", "go", "rage", "remain"})
UPCOMING = frozenset(
    {"planned", "upcoming", "future", "possible", "potential", "imminent", "looming", "expected", "next", "threatened", "proposed", "any"}
)

INTENDING = (PLANS | THREATS | UNSURE | {"demand"}) - {"order", "set", "agree"}
"""Verbs whose object is only intended, feared or demanded."""

UNDONE = {
    **dict.fromkeys(("postpone", "delay", "put"), Modality.PLANNED),
    **dict.fromkeys(("cancel", "avert", "prevent", "foil", "thwart", "abort", "scrap", "shelve"), Modality.HYPOTHETICAL),
}
"""Verbs by whose object something did not come to pass, and what it stays."""

MOST_STEPS = 6


def modality(document: Document, happening: Happening) -> Modality:
    """The modality of a happening, read at its verb, or at the verb or noun above its noun."""
    verb = _verb(happening)
    if verb is None:
        return _of_noun(document, happening.main.at)
    told = _above(document, verb) or _of_verb(document, verb)
    if told is not None:
        return told
    return _of_noun(document, happening.main.at) if happening.main.noun else Modality.HAPPENED


def _of_verb(document: Document, verb: int) -> Modality | None:
    """What a verb's own auxiliaries and its clause tell; None where they tell nothing but that it happened."""
    words = _around(document, verb)
    if words & CONDITIONS or _in_condition(document, verb) or (words & MAYBE and "have" not in words):
        return Modality.HYPOTHETICAL
    if words & FUTURE:
        return Modality.PLANNED
    return Modality.ONGOING if _goes_on(document, verb) else None


def is_negated(document: Document, happening: Happening) -> bool:
    """Whether the happening is denied where it is told ("did not attack", "no missile of ours hit", "carried out no strike")."""
    if any(_has_no(document, noun) or _is_called_off(document, noun) for noun in happening.nouns) or _is_not(document, happening.main.at):
        return True
    verb = _verb(happening)
    if verb is None or _is_harmless(happening):
        return False
    if any(_denies(document, c) for c in document.children[verb]):
        return True
    frame = verb_frame(document, verb)
    acting = (*frame.agents, *(frame.patients if frame.passive else ()))
    return any(
        _has_no(document, h) or document.tokens[h].lower in ("nobody", "none", "neither")
        for h in acting
        if document.tokens[h].pos != "NUM" and not _is_counted(document, h)
    )


def _is_harmless(happening: Happening) -> bool:
    """Whether a "not" or "nobody" may only say that a deed did no harm: "nobody was hurt in the attack"."""
    beside = happening.deeds - {happening.main.deed}
    return happening.main.noun and happening.main.deed not in HARM and bool(beside) and beside <= HARM


ALMOST = frozenset({"nearly", "almost", "narrowly"})
"""Adverbs by which a verb tells what did not quite come to pass."""

CALLED_OFF = frozenset({"cancel", "abort", "scrap", "shelve", "cancelled", "canceled", "aborted", "scrapped", "abandoned"})


def _denies(document: Document, i: int) -> bool:
    token = document.tokens[i]
    if token.dep == "advmod" and token.lower in ALMOST:
        return token.i + 1 == token.head or document.tokens[token.i + 1].pos != "NUM"
    return token.dep == "neg" and token.lower in ("not", "n't", "n’t", "never")


def _is_not(document: Document, at: int) -> bool:
    """Whether a word is the predicate of "is not": "it was not enough"."""
    token = document.tokens[at]
    copula = document.tokens[token.head]
    return (
        token.dep in ("acomp", "attr")
        and copula.lemma == "be"
        and any(document.tokens[c].dep == "neg" for c in document.children[copula.i])
    )


def _is_called_off(document: Document, noun: int) -> bool:
    """Whether a noun is what was called off: "the strike was cancelled", "the now-cancelled deal"."""
    token = document.tokens[noun]
    verb = document.tokens[token.head]
    if token.dep in ("dobj", "nsubjpass") and verb.lemma in CALLED_OFF and verb.pos == "VERB":
        return True
    return any(document.tokens[c].dep == "amod" and document.tokens[c].lower in CALLED_OFF for c in document.children[noun])


DISASTERS = frozenset(
    """earthquake quake flood flooding floods cyclone hurricane tornado typhoon storm landslide mudslide avalanche tsunami wildfire
    bushfire drought volcano eruption accident crash crashed derailed derailment collision capsized sank stampede coronavirus covid-19
    covid virus cholera ebola epidemic pandemic disease cancer""".split()
)
"""Words for deaths by nature, illness and accident."""


FAR = 60
"""Words on either side of a happening in which a disaster is looked for: whole sentences, unless they never end."""


def is_accident(document: Document, happening: Happening) -> bool:
    """Whether people were harmed by nature, illness or accident: only harm is told, and the sentence names what did it."""
    if not happening.deeds <= HARM or _is_done_by_someone(document, happening):
        return False
    sentence = document.sentences[happening.sentence]
    near = range(max(sentence.start, happening.heads[0] - FAR), min(sentence.end, happening.heads[-1] + FAR))
    return any(document.tokens[i].lower in DISASTERS for i in near)


def _is_done_by_someone(document: Document, happening: Happening) -> bool:
    """Whether people are the subject of the deed: "police killed the driver after his car crashed"."""
    frames = (verb_frame(document, verb) for verb in happening.verbs)
    return any(kind_at(document, agent) in SIDE_KINDS for frame in frames if frame.patients for agent in frame.agents)


def _has_no(document: Document, head: int) -> bool:
    return any(document.tokens[c].lower == "no" and document.tokens[c].dep in ("det", "neg") for c in document.children[head])


def _is_counted(document: Document, head: int) -> bool:
    """People of whom none are hurt are a number, zero, and no denial."""
    return document.tokens[head].lemma in (
        "casualty",
        "death",
        "injury",
        "people",
        "person",
        "civilian",
        "soldier",
        "one",
        "victim",
        "fatality",
    )


def is_habit(document: Document, happening: Happening) -> bool:
    """Whether it is told as a habit, not as a happening ("rarely bombs", "often attack")."""
    verb = _verb(happening)
    if verb is None:
        return False
    simple = document.tokens[verb].tag in ("VBZ", "VBP") and not any(document.tokens[c].dep == "aux" for c in document.children[verb])
    return simple and any(document.tokens[c].lower in HABITS for c in document.children[verb])


def _verb(happening: Happening) -> int | None:
    """The verb by which the reality is told: the main word, or what carries it."""
    if not happening.main.noun:
        return happening.main.at
    told = [v for v in happening.verbs if v != happening.told_of]
    return told[0] if told else None


def _around(document: Document, verb: int) -> frozenset[str]:
    """Auxiliaries and markers of a verb; a joined verb shares those of the first."""
    token = document.tokens[verb]
    words = {document.tokens[c].lower for c in document.children[verb] if document.tokens[c].dep in ("aux", "mark", "auxpass", "advmod")}
    if (
        token.dep == "conj"
        and document.tokens[token.head].pos in ("VERB", "AUX")
        and not any(document.tokens[c].dep in ("aux", "nsubj", "auxpass") for c in document.children[verb])
    ):
        words |= {document.tokens[c].lower for c in document.children[token.head] if document.tokens[c].dep == "aux"}
    return frozenset(words)


ADVISING = frozenset({"warn", "advise", "caution", "counsel", "vote", "decide"})
"""Verbs behind which "against doing" tells what is not to be done."""


def _above(document: Document, verb: int) -> Modality | None:
    """What the verb or noun above an infinitive makes of it: "vowed to strike", "a plan to strike", "urged them to stop"."""
    i = verb
    for _ in range(MOST_STEPS):
        token = document.tokens[i]
        if token.head == i or token.dep not in ("xcomp", "acl", "ccomp", "pcomp", "prep", "conj", "relcl", "advcl", "dobj"):
            return None
        infinitive = any(document.tokens[c].lower == "to" and document.tokens[c].dep == "aux" for c in document.children[i])
        above = document.tokens[token.head]
        if token.dep == "pcomp" and above.lower == "against" and document.tokens[above.head].lemma in ADVISING:
            return Modality.HYPOTHETICAL  # "warned against attacking the town"
        if infinitive or token.dep == "pcomp" or (token.dep == "ccomp" and above.lemma in DEMANDS and token.tag == "VB"):
            found = _said_by(above.lemma, verb=is_verb(above))
            if found is not None:
                return found
            if infinitive and (token.dep == "advcl" or (token.dep == "acl" and not _is_ranked(document, above.i))):
                return Modality.PLANNED
        if token.dep in ("relcl", "advcl", "ccomp") or (token.dep == "acl" and not infinitive):
            return None
        i = token.head
    return None


def _is_ranked(document: Document, noun: int) -> bool:
    """Whether a noun is one that did it: "the first country to recognise it", "the only one to survive"."""
    ranks = ("first", "last", "only", "second", "third", "latest", "next")
    words = {document.tokens[noun].lower, *(document.tokens[c].lower for c in document.children[noun] if c < noun)}
    return bool(words & set(ranks)) or any(w.endswith("est") for w in words)


def _said_by(lemma: str, *, verb: bool) -> Modality | None:
    if lemma in THREATS | THREAT_NOUNS:
        return Modality.THREATENED
    if (lemma in DEMANDS and verb) or lemma in DEMAND_NOUNS:
        return Modality.DEMANDED
    if lemma in PLANS or lemma in PLAN_NOUNS:
        return Modality.PLANNED
    return Modality.HYPOTHETICAL if lemma in UNSURE else None


def _in_condition(document: Document, verb: int) -> bool:
    """Whether the clause, or one around it, opens with "if"."""
    i = verb
    for _ in range(MOST_STEPS):
        token = document.tokens[i]
        if token.dep == "advcl" and any(document.tokens[c].lower in ("if", "unless") for c in document.children[i] if c < i):
            return True
        if token.head == i:
            return False
        i = token.head
    return False


def _goes_on(document: Document, verb: int) -> bool:
    token = document.tokens[verb]
    auxiliaries = {document.tokens[c].lower for c in document.children[verb] if document.tokens[c].dep in ("aux", "auxpass")}
    progressive = token.tag == "VBG" and bool(auxiliaries & {"is", "are", "'s", "been", "’s", "am"})
    above = document.tokens[token.head]
    return (
        progressive
        or token.lemma in ("continue", "rage")
        or (token.dep == "xcomp" and above.lemma in ("continue", "keep") and above.tag in ("VBP", "VBZ"))
    )


def _of_noun(document: Document, at: int) -> Modality:
    """The modality of a verbal noun without a verb of its own: "threats of attack", "a planned offensive"."""
    tokens = document.tokens
    described = {tokens[c].lower for c in document.children[at] if tokens[c].dep in ("amod", "det")}
    if described & UPCOMING:
        return Modality.PLANNED if described & {"planned", "upcoming"} else Modality.HYPOTHETICAL
    i = at
    for _ in range(2):
        if tokens[i].head == i:
            break
        found = _by_governor(document, i)
        if found is not None:
            return found
        i = tokens[i].head
    return Modality.HAPPENED


def _by_governor(document: Document, i: int) -> Modality | None:
    """What the noun or verb above makes of a verbal noun: "a threat of", "called for", "plans", "postponed"; None to look further up."""
    token = document.tokens[i]
    above = document.tokens[token.head]
    if above.pos == "NOUN":
        return _said_by(above.lemma, verb=False)
    if not is_verb(above):
        return None
    if token.dep in ("dobj", "nsubjpass") and above.lemma in INTENDING:
        return _said_by(above.lemma, verb=True)
    if token.dep in ("dobj", "nsubjpass") and above.lemma in UNDONE and (above.lemma != "put" or _put_off(document, above.i)):
        return UNDONE[above.lemma]
    if token.lower == "for" and above.lemma in ("call", "appeal", "ask", "push", "press"):
        return Modality.DEMANDED
    found = _of_verb(document, above.i) or Modality.HAPPENED
    return Modality.HAPPENED if found is Modality.ONGOING and token.dep == "prep" else found


def _put_off(document: Document, verb: int) -> bool:
    """Whether what is put is put off or on hold, not "the toll at 12"."""
    return any(document.tokens[c].lower in ("off", "on") for c in document.children[verb])
