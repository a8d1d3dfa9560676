"""What became of the counted people: the word that governs a phrase, found by the words beside it and by the parse."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.extract import count_words as words
from reportedly.extract.count_phrases import QUOTES, Phrase, known
from reportedly.model import Document, Field, Token

REACH = 8
"""Words between a phrase and the word that is said of it, at most."""
TOLL_REACH = 24
"""Words between "toll" and its number, at most."""

BETWEEN = (
    frozenset(
        "have has had been were was are is be being also reportedly others other more people confirmed believed feared already all "
        "either immediately later then instantly reported allegedly brutally summarily found left still to get got instead thus far so "
        "may might could will would should can mostly mainly , ( ) since now as presumed known said thought listed recorded".split()
    )
    | QUOTES
)
BEING = frozenset("been were was are is be being get got".split())
HAVING = frozenset("have has had having".split())
JOINTS = frozenset({"to", "at", "of", "reached", "was", "is", "hit", "exceeded", "passed", "surpassed", "topped", ":", "stands"})
MOST = frozenset({"most", "mostly", "mainly", "all", "many", "some", "largely", "chiefly"})
OF_THEM = frozenset({"of", "them", "whom", "and", "or", "were", "are"})
FATALLY = frozenset({"fatally", "mortally"})
DEADLY = frozenset("shot gunned hanged stabbed beaten beat hacked burned burnt stoned knifed bludgeoned tortured starved crushed".split())
"""Verbs by which people die where they are told to: "fatally shot", "beaten to death"."""

TAKEN = frozenset({"hostage", "captive", "prisoner", "hostages", "prisoners"})
HELD = frozenset({"custody", "captivity", "detention", "arrest"})
"""What people are taken or held "into", "in" and "under"."""
STEP = (
    frozenset(
        {"also", "off", "reportedly", "dead", "down", "out", "allegedly", "total", "the", "a", "hostage", "up", "his", "her", "their"}
    )
    | QUOTES
)


@dataclass(frozen=True, slots=True)
class Governed:
    """The word that says what became of the counted, and the field that makes."""

    governor: int
    field: Field


def governed(document: Document, phrase: Phrase) -> Governed | None:
    """What is said of a phrase by the words around it, or None."""
    if not phrase.people:
        return None
    for look in (_itself, _after, _before, _toll, _subject, _object):
        found = look(document, phrase)
        if found is not None:
            nobody = _negated(document, found.governor) and phrase.high != 0
            runs = found.field is Field.DISPLACED and phrase.high == 1
            return None if nobody or runs else _fatal(document, found)
    return None


def _fatal(document: Document, found: Governed) -> Governed:
    """Those who were "fatally wounded" died."""
    fatally = any(document.tokens[c].lower in FATALLY for c in document.children[found.governor])
    return Governed(found.governor, Field.KILLED) if fatally and found.field is Field.INJURED else found


def _outcome(tokens: tuple[Token, ...], i: int) -> words.Outcome | None:
    return words.OUTCOMES.get(tokens[i].lower) if 0 <= i < len(tokens) else None


def _itself(document: Document, phrase: Phrase) -> Governed | None:
    """`12 deaths`, `12 dead`, `12 lives`."""
    tokens = document.tokens
    if phrase.noun in words.LIVES:
        sentence = document.sentences[tokens[phrase.head].sentence]
        for i in range(phrase.start - 1, max(sentence.start, phrase.start - 5) - 1, -1):
            if tokens[i].lower in words.TAKING:
                return Governed(i, Field.KILLED)
        return None
    i = phrase.head if not phrase.bare else phrase.end
    found = _outcome(tokens, i)
    if found is None or not found.counts or tokens[i].sentence != tokens[phrase.head].sentence:
        return None
    return Governed(i, found.field)


def _after(document: Document, phrase: Phrase) -> Governed | None:
    """`12 people were killed`, `12 killed`, `12 others reportedly died`, `12 people lost their lives`."""
    tokens = document.tokens
    end = document.sentences[tokens[phrase.head].sentence].end
    first = _behind_most(tokens, phrase.end, end)
    for i in range(first, min(end, first + REACH)):
        word = tokens[i].lower
        if word in {"lost", "lose"} and any(tokens[k].lower in words.LIVES for k in range(i + 1, min(end, i + 3))):
            return Governed(i, Field.KILLED)
        if word in DEADLY | {"taken", "held", "placed", "put"} and (found := _resultative(tokens, i, end)):
            return None if word in DEADLY and _has_object(document, i) else found
        outcome = words.OUTCOMES.get(word)
        if outcome is not None and outcome.told:
            return Governed(i, outcome.field) if not _acts(document, i) else None
        counting = word == "number" or (word == "the" and i + 1 < end and tokens[i + 1].lower == "number")
        if word not in BETWEEN and tokens[i].tag != "RB" and not counting:
            return None
    return None


def _behind_most(tokens: tuple[Token, ...], i: int, end: int) -> int:
    """Where a sentence goes on behind "mostly women and children", "most of them civilians"."""
    start = i + (i < end and tokens[i].text == ",")
    if start >= end or tokens[start].lower not in MOST:
        return i
    k = start + 1
    while k < min(end, start + REACH) and (tokens[k].lower in OF_THEM or known(tokens[k].lower)):
        k += 1
    return k if known(tokens[k - 1].lower) else i


def _resultative(tokens: tuple[Token, ...], i: int, end: int) -> Governed | None:
    """`shot dead`, `fatally shot`, `beaten to death`, `gunned down`, `taken hostage`."""
    after = tokens[i + 1].lower if i + 1 < end else ""
    if tokens[i].lower == "hanged" or (tokens[i].lower, after) in {("shot", "dead"), ("gunned", "down")} or _is_deadly(tokens, i, end):
        return Governed(i, Field.KILLED)
    taken = tokens[i].lower in {"taken", "held"} and after in TAKEN
    return Governed(i, Field.CAPTURED) if taken or _in_custody(tokens, i + 1, end) else None


def _is_deadly(tokens: tuple[Token, ...], i: int, end: int) -> bool:
    """Whether a verb that hurts is told to have killed: "fatally shot", "stabbed two men to death"."""
    if tokens[i].lower not in DEADLY:
        return False
    fatally = i > 0 and tokens[i - 1].lower in FATALLY
    return fatally or any((tokens[k].lower, tokens[k + 1].lower) == ("to", "death") for k in range(i + 1, min(end - 1, i + REACH)))


def _in_custody(tokens: tuple[Token, ...], i: int, end: int) -> bool:
    """Whether "into custody", "in police custody", "under house arrest" stands at token i."""
    return i < end and tokens[i].lower in {"into", "in", "under"} and any(tokens[k].lower in HELD for k in range(i + 1, min(end, i + 4)))


def _acts(document: Document, i: int) -> bool:
    """Whether a form such as "killed" is active here: it has an object, so those before it did it."""
    tokens = document.tokens
    before = {tokens[k].lower for k in range(max(0, i - 3), i)}
    if before & BEING:
        return False
    outcome = words.OUTCOMES[tokens[i].lower]
    if not outcome.takes:
        return False
    if before & HAVING:
        return True
    objects = [c for c in document.children[i] if tokens[c].dep in {"dobj", "obj"} and c > i]
    return any(not _then_told(document, c) and tokens[c].entity not in {"DATE", "TIME"} for c in objects)


def _then_told(document: Document, i: int) -> bool:
    """Whether the word after token i says what became of it: "14" of "12 killed 14 injured"."""
    outcome = _outcome(document.tokens, i + 1)
    return outcome is not None and (outcome.told or outcome.counts)


def _before(document: Document, phrase: Phrase) -> Governed | None:
    """`killed 12`, `killing at least 12`, `claims 5`, `deaths of 12`, `shot dead 12`."""
    tokens = document.tokens
    first = document.sentences[tokens[phrase.head].sentence].start
    i = phrase.start - 1
    while i >= first and tokens[i].lower in STEP and i > phrase.start - 4:
        i -= 1
    if i < first:
        return None
    outcome = _outcome(tokens, i)
    if outcome is not None and outcome.takes and not _passive(tokens, i):
        return Governed(i, outcome.field)
    if tokens[i].lower == "of":
        return _of(tokens, i, first)
    return _phrasal(tokens, phrase, i)


def _of(tokens: tuple[Token, ...], i: int, first: int) -> Governed | None:
    """`deaths of 12`, `claimed the lives of 12`."""
    held = _outcome(tokens, i - 1) if i > first else None
    if held is not None and held.of:
        return Governed(i - 1, held.field)
    return _lives(tokens, i - 1, first) if i - 1 > first and tokens[i - 1].lower in words.LIVES else None


def _phrasal(tokens: tuple[Token, ...], phrase: Phrase, i: int) -> Governed | None:
    """`claims 5`, `shot dead 12`, `took out 12`."""
    word = tokens[i].lower
    if word.startswith("claim") and word in words.TAKING and (phrase.bare or phrase.noun in {"people", "civilians", "citizens"}):
        return Governed(i, Field.KILLED)
    following = {tokens[k].lower for k in range(i + 1, phrase.start)}
    shot = word in {"shot", "shooting", "gunned", "shoot"} and following & {"dead", "down"}
    if shot or _is_deadly(tokens, i, len(tokens)):
        return Governed(i, Field.KILLED)
    if word in {"took", "take", "taking", "takes", "taken", "holding", "held"}:
        return _taken(tokens, phrase, i, following)
    return None


def _taken(tokens: tuple[Token, ...], phrase: Phrase, i: int, following: set[str]) -> Governed | None:
    """`took out 12`, `took hostage 12`, `took 12 villagers hostage`."""
    if "out" in following and tokens[i].lower.startswith("t"):
        return Governed(i, Field.KILLED)
    after = tokens[phrase.end].lower if phrase.end < len(tokens) else ""
    held = after in TAKEN or following & TAKEN or _in_custody(tokens, phrase.end, len(tokens))
    return Governed(i, Field.CAPTURED) if held else None


def _lives(tokens: tuple[Token, ...], i: int, first: int) -> Governed | None:
    taking = [k for k in range(max(first, i - 3), i) if tokens[k].lower in words.TAKING]
    return Governed(taking[-1], Field.KILLED) if taking else None


def _passive(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "killed" at token i has a form of "be" before it, so that what follows is no object."""
    return any(tokens[k].lower in BEING for k in range(max(0, i - 2), i)) and words.OUTCOMES[tokens[i].lower].told


def _toll(document: Document, phrase: Phrase) -> Governed | None:
    """`the toll rose to 61`, `the number of dead reached 40`, `the death toll at 70`."""
    tokens = document.tokens
    first = document.sentences[tokens[phrase.head].sentence].start
    if phrase.start - 1 < first or tokens[phrase.start - 1].lower not in JOINTS:
        return None
    for i in range(phrase.start - 2, max(first, phrase.start - TOLL_REACH) - 1, -1):
        word = tokens[i].lower
        if word in {"tolls", "toll"} and (i == first or tokens[i - 1].lower != "casualty"):
            return Governed(i, Field.INJURED if i > first and tokens[i - 1].lower in {"injury", "injuries"} else Field.KILLED)
        if word in words.OUTCOMES and words.OUTCOMES[word].told | words.OUTCOMES[word].counts:
            number = any(tokens[k].lower in {"number", "count", "total", "numbers"} for k in range(max(first, i - 4), i))
            return Governed(i, words.OUTCOMES[word].field) if number else None
    return None


def _subject(document: Document, phrase: Phrase) -> Governed | None:
    """What the parse says of a phrase that stands far from its verb: `12 people in the village of X were killed`."""
    tokens = document.tokens
    top = _top(document, phrase.head)
    for child in (*document.children[phrase.head], *document.children[top]):
        if tokens[child].dep in {"acl", "relcl"} and (found := _told(document, child)) and child > phrase.head:
            return found
    if tokens[top].dep not in {"nsubjpass", "nsubj"}:
        return None
    verb = tokens[top].head
    found = _told(document, verb)
    if found is not None:
        return found
    for child in document.children[verb]:
        if tokens[child].dep in {"acomp", "attr", "oprd", "xcomp", "prep", "conj"} and child > top and (found := _told(document, child)):
            return found
    return None


def _top(document: Document, i: int) -> int:
    """The first of the coordinated nouns that a noun stands in."""
    tokens = document.tokens
    for _ in range(6):
        if tokens[i].dep not in {"conj", "nummod", "appos"} or tokens[tokens[i].head].pos not in {"NOUN", "PROPN", "NUM", "ADJ", "PRON"}:
            break
        i = tokens[i].head
    return i


def _told(document: Document, verb: int) -> Governed | None:
    """The governor, when a verb or adjective says what became of its subject."""
    tokens = document.tokens
    outcome = words.OUTCOMES.get(tokens[verb].lower)
    if outcome is not None and outcome.told and not _has_object(document, verb):
        return Governed(verb, outcome.field)
    if tokens[verb].lower in {"taken", "held", "placed", "put", "kept", "remain"} and _in_custody(tokens, verb + 1, len(tokens)):
        return Governed(verb, Field.CAPTURED)
    if tokens[verb].lower == "lost" and any(tokens[c].lower in words.LIVES for c in document.children[verb]):
        return Governed(verb, Field.KILLED)
    return None


def _has_object(document: Document, verb: int) -> bool:
    return any(document.tokens[c].dep in {"dobj", "obj"} for c in document.children[verb])


def _object(document: Document, phrase: Phrase) -> Governed | None:
    """`killed in the raid at least 12`, `left 12 in the village dead`."""
    tokens = document.tokens
    top = _top(document, phrase.head)
    if tokens[top].dep not in {"dobj", "obj"} or tokens[top].head >= phrase.start:
        return None
    verb = tokens[top].head
    outcome = words.OUTCOMES.get(tokens[verb].lower)
    if outcome is not None and outcome.takes:
        return Governed(verb, outcome.field)
    for child in document.children[verb]:
        if tokens[child].dep in {"oprd", "acomp", "xcomp", "advcl"} and child > top and (found := _told(document, child)):
            return found
    return None


def _negated(document: Document, i: int) -> bool:
    """Whether "not" or "never" stands on the governing word."""
    tokens = document.tokens
    return any(tokens[c].dep == "neg" and tokens[c].lower != "no" for c in document.children[i])
