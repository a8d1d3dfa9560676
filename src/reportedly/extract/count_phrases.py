"""What a number counts: the noun phrase behind it, and who those people are."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.extract import count_words as words
from reportedly.extract.entity_reading import reading
from reportedly.extract.number_forms import Number
from reportedly.extract.number_words import DASHES
from reportedly.model import Document, Token, VictimClass

LONGEST = 9
"""Words of a noun phrase after its number that are looked at."""

BEHIND = 8
"""Words after "members" in which the body that they are members of is looked for."""

QUOTES = frozenset("'\"“”‘’`")
POINTING = frozenset("the its their his her our those these this them whom your".split())
OTHERS = frozenset({"others", "other", "more", "fellow"}) | QUOTES
MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN"})
DEAD = frozenset(
    "dead killed victims wounded injured casualties fatalities martyrs slain deaths missing detained kidnapped abducted".split()
)
LINKING = frozenset("were are was is being".split())


OLDEST = 120
"""Years that a person can have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Tokens `[start, end)`: hedge, number and noun. `head` is the noun, or the number where it stands alone.

    `noun` is the counted noun in lower case, or "" for a number alone. `of` is who they are, if people.
    `part` is true for "three of them".
    """

    start: int
    end: int
    head: int
    low: int
    high: int | None
    noun: str
    of: VictimClass
    part: bool = False
    singular: bool = False

    @property
    def bare(self) -> bool:
        """Whether the number stands alone."""
        return not self.noun

    @property
    def people(self) -> bool:
        """Whether this can be people."""
        return self.noun not in words.NOT_PEOPLE


def phrase(document: Document, number: Number) -> Phrase | None:
    """The phrase that a number opens, or None where the number counts nothing (a year, the 18 in "12 of 18 drones")."""
    tokens = document.tokens
    limit = min(document.sentences[tokens[number.start].sentence].end, number.end + LONGEST)
    if number.end > limit or _is_total(tokens, number):
        return None
    start, part = _after_of(tokens, number, limit)
    end = _run(tokens, start, limit)
    head = _head(tokens, start, end, one=number.low == number.high == 1)
    if head is None:
        zero = number.high == 0 and tokens[number.end - 1].lower not in {"none", "nobody", "one"}
        if zero or number.year or _is_designation(tokens, number) or _is_age(tokens, number):
            return None
        return Phrase(
            start=number.start, end=number.end, head=number.end - 1, low=number.low, high=number.high,
            noun="", of=VictimClass.UNKNOWN, part=part,
        )  # fmt: skip
    end = head + 1
    if tokens[head].lower in words.HOLDERS and end < limit and tokens[end].lower == "of":
        inner = end + 1 + (end + 1 < limit and tokens[end + 1].lower in POINTING)
        inside = _run(tokens, inner, limit)
        end = inside if inside > inner else end
    return Phrase(
        start=number.start, end=end, head=head, low=number.low, high=number.high, noun=tokens[head].lower,
        of=victim_class(document, start, end, head), part=part,
    )  # fmt: skip


def _is_total(tokens: tuple[Token, ...], number: Number) -> bool:
    """Whether a number is that of which another one is a part: "12 of 18 drones"."""
    before = tokens[max(number.start - 2, 0) : number.start]
    return len(before) == 2 and before[0].tag == "CD" and before[1].lower == "of"


def _is_designation(tokens: tuple[Token, ...], number: Number) -> bool:
    """Whether a number belongs to the name before it ("Base 46", "Height 112"): it counts nothing."""
    first, name = tokens[number.start], tokens[number.start - 1]
    if number.start == 0 or first.dep != "nummod" or first.head != name.i or name.entity in {"GPE", "LOC", "DATE", "TIME"}:
        return False
    verb = number.end < len(tokens) and tokens[number.end].pos in {"VERB", "AUX"}
    return name.text[0].isupper() and name.lower not in words.CALENDAR and not verb


def _is_age(tokens: tuple[Token, ...], number: Number) -> bool:
    """Whether a number between commas is the age of the person before it: "Amal Haddad, 34, and her son, 6, were"."""
    if number.start < 2 or number.low != number.high or number.low > OLDEST or tokens[number.start - 1].text not in (",", "("):
        return False
    person = tokens[number.start - 2]
    closed = number.end >= len(tokens) or tokens[number.end].text in (",", ")", ".", ";") or tokens[number.end].lower == "and"
    return closed and person.tag in ("NN", "NNP") and person.entity not in {"GPE", "LOC", "DATE", "TIME", "CARDINAL"}


def _after_of(tokens: tuple[Token, ...], number: Number, limit: int) -> tuple[int, bool]:
    """Where the noun starts after "12 of them were", "dozens of"; and whether that made it a part."""
    i = number.end
    if number.start >= 2 and tokens[number.start - 1].lower in {"whom", "them"} and tokens[number.start - 2].lower == "of":
        return _predicate(tokens, i, limit), True
    if i >= limit or tokens[i].lower != "of" or i + 1 >= limit:
        return i, False
    after = tokens[i + 1].lower
    if after in {"them", "whom"}:
        return _predicate(tokens, i + 2, limit), True
    if after in POINTING and i + 2 < limit and tokens[i + 2].lower in DEAD:
        return _predicate(tokens, i + 3, limit), True
    if after in POINTING or tokens[i + 1].tag == "CD":
        return i + 2, False
    return i + 1, False


def _predicate(tokens: tuple[Token, ...], i: int, limit: int) -> int:
    """Where the noun of "were children", "was a soldier" starts."""
    i += i < limit and tokens[i].lower in LINKING
    return i + (i < limit and tokens[i].lower in {"a", "an"})


def _run(tokens: tuple[Token, ...], start: int, limit: int) -> int:
    """The end of the adjectives and nouns that start at a token."""
    i, named = start, False
    while i < limit:
        if _modifies(tokens, i, start):
            named = named or (known(tokens[i].lower) and _can_end(tokens, i, start))
            i += 1
            if tokens[i - 1].lower == "others":
                break
        elif step := _passing(tokens, i, start, limit, named=named):
            i += step
        else:
            break
    while i > start and (tokens[i - 1].lower in QUOTES or tokens[i - 1].lower in DASHES):
        i -= 1
    return i


def _can_end(tokens: tuple[Token, ...], i: int, start: int) -> bool:
    """Whether a listed noun can be what is counted: "12 rebel" needs a noun behind it, "one rebel" does not."""
    return tokens[i].tag not in {"NN", "NNP", "JJ"} or tokens[start - 1].lower in {"one", "1"}


def _passing(tokens: tuple[Token, ...], i: int, start: int, limit: int, *, named: bool) -> int:
    """How many words to step over: "(IS)" inside a name, "and" between the modifiers of one noun."""
    if named or i == start or i + 2 >= limit:
        return 0
    if tokens[i].text == "(" and tokens[i + 2].text == ")":
        return 3
    return int(tokens[i].lower in {"and", "or"} and any(known(tokens[k].lower) for k in (i + 1, i + 2)) and _modifies(tokens, i + 1, start))


def _modifies(tokens: tuple[Token, ...], i: int, start: int) -> bool:
    """Whether token i goes on with the noun phrase that started at `start`."""
    token = tokens[i]
    if token.text in DASHES:
        return i > start and tokens[i - 1].end == token.start
    if token.lower == "wounded":
        return i + 1 < len(tokens) and known(tokens[i + 1].lower)
    if known(token.lower) or token.text == "IS" or token.lower in OTHERS:
        return True
    if token.lower in words.OUTCOMES:
        return words.OUTCOMES[token.lower].counts and i == start and token.pos == "NOUN" and token.lower not in {"dead", "missing"}
    if token.tag in {"VBN", "VBG"}:
        return i + 1 < len(tokens) and tokens[i + 1].pos in {"NOUN", "ADJ", "PROPN"} and token.dep == "amod"
    dated = token.lower in words.CALENDAR or token.entity in {"DATE", "TIME"}
    return not dated and (token.pos in MODIFIERS or token.tag in {"POS", "JJ"})


def known(word: str) -> bool:
    """Whether a noun is of one of the lists."""
    return (
        word in words.PERSON or word in words.COMBATANT or word in words.CIVILIAN or word in words.CHILD or word in words.WOMAN
        or word in words.KIN or word in words.NOT_PEOPLE or word in words.MUNITION or word in words.CRAFT or word in words.THING
    )  # fmt: skip


def _head(tokens: tuple[Token, ...], start: int, end: int, *, one: bool) -> int | None:
    """The counted noun of a run: the last listed noun, else the last plural, else none."""
    listed = [i for i in range(start, end) if known(tokens[i].lower) or (tokens[i].lower in words.OUTCOMES)]
    if listed:
        return _skip_agents(tokens, listed)
    plural = [i for i in range(start, end) if tokens[i].tag in {"NNS", "NNPS"} or tokens[i].lower == "others"]
    if plural:
        return plural[-1]
    nouns = [i for i in range(start, end) if tokens[i].pos == "NOUN"]
    if nouns and one:
        return nouns[-1]
    named = [i for i in range(start, end) if tokens[i].entity == "NORP" or tokens[i].lower == "more"]
    return named[-1] if named else None


def _skip_agents(tokens: tuple[Token, ...], listed: list[int]) -> int:
    """The head of "20 rebels monitor" and of "five children militants": the last noun that directly follows a listed one or a modifier."""
    plurals = [i for i in listed if tokens[i].lower.endswith(("s", "men", "people", "children", "women", "troops"))]
    return plurals[-1] if plurals else listed[-1]


def victim_class(document: Document, start: int, end: int, head: int) -> VictimClass:
    """Who the people of a phrase are, as its words say."""
    tokens = document.tokens
    for i in (head, *range(end - 1, head, -1), *range(head - 1, start - 1, -1)):
        word = tokens[i].lower
        for group, of in GROUPS:
            if word in group and not (i > head and of is VictimClass.CIVILIAN and word in words.NOT_FORCES):
                return of
    if tokens[head].lower in words.MEMBERS and _forces(document, start, head):
        return VictimClass.COMBATANT
    if any(tokens[i].lower in {"armed", "military", "army", "militant", "rebel", "terrorist", "jihadist"} for i in range(start, head)):
        return VictimClass.COMBATANT
    return VictimClass.UNKNOWN


def _forces(document: Document, start: int, head: int) -> bool:
    """Whether "members of …" or "… members" are members of an armed body: a name, or a word for one."""
    tokens = document.tokens
    behind = [tokens[i] for i in _of_whom(document, head)]
    around = [*behind, *(tokens[i] for i in range(start, head))]
    if any(t.lower in words.NOT_FORCES for t in around):
        return False
    if any(t.entity == "NORP" for t in behind) and any(t.lower in ("group", "movement") for t in behind):
        return True
    known = reading(document).names
    return any(
        t.entity == "ORG" or t.lower in words.BODIES or ((name := known.get(t.i)) is not None and name.known.sort == "group")
        for t in around
    )


def _of_whom(document: Document, head: int) -> range:
    """The words behind "of" or "from" after a noun."""
    tokens = document.tokens
    end = min(head + BEHIND, document.sentences[tokens[head].sentence].end)
    return range(head + 1, end if head + 1 < end and tokens[head + 1].lower in {"of", "from"} else head + 1)


GROUPS = (
    (words.CHILD, VictimClass.CHILD),
    (words.WOMAN, VictimClass.WOMAN),
    (words.COMBATANT, VictimClass.COMBATANT),
    (words.CIVILIAN, VictimClass.CIVILIAN),
)
