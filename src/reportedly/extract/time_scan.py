"""Find time expressions in a document's words: the longest match at each word, minus what only looks like one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportedly.extract import time_forms as forms
from reportedly.extract import time_relative as relative
from reportedly.extract.time_feasts import Feast
from reportedly.extract.time_forms import Form
from reportedly.extract.time_grammar import RULES
from reportedly.extract.time_words import MONTH_NAMES, NUMBERS, ORDINALS, UNITS, WEEKDAY_NAMES
from reportedly.model import Document, Token

LONGEST = 18
"""Words looked at from where an expression may start. The longest pattern has fewer."""

LOOSE_WORDS = frozenset(
    "now currently nowadays current former formerly recently recent future past date period daily weekly annually yearly everyday "
    "daytime".split()
)
"""Words that tell a time without days; at most `LOOSE_REACH` words of theirs stand before them."""

LOOSE_REACH = 2

SURE = frozenset(
    [
        *MONTH_NAMES,
        *WEEKDAY_NAMES,
        *UNITS,
        *(unit + "s" for unit in UNITS),
        *(name[:3] for name in MONTH_NAMES),
        *(name[:3] + "." for name in MONTH_NAMES + WEEKDAY_NAMES),
        *"tues. thurs. thur. sept sept. century weekend fall today yesterday tonight tomorrow overnight".split(),
        *LOOSE_WORDS,
        *"bc bce b.c. b.c.e a.m. p.m. am pm hrs".split(),
        *"christmas halloween boxing valentine eve easter eid ramadan nowruz passover yom ashura arbaeen diwali".split(),
    ]
)
"""A sentence without any of these words and without a number of four digits tells no time."""

SHORTENED = frozenset([*(name[:3] + "." for name in MONTH_NAMES), "sept."])

NAMES = frozenset({"PERSON", "ORG", "GPE", "FAC", "WORK_OF_ART", "PRODUCT", "NORP", "LOC", "LAW"})
BEFORE_A_YEAR = frozenset(
    "in since until till by before after during of from between to through circa around throughout late early ( year".split()
)
BEFORE_A_DAY = frozenset("on by until till since from of to".split())
JOINING = frozenset("and or to - – — , until till through in on again".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression: tokens `[start, end)` and what it means."""

    start: int
    end: int
    form: Form


OPENING = frozenset(
    [
        *NUMBERS,
        *(word.partition("-")[0] for word in ORDINALS),
        *"the a an this that these last next past coming recent most early earlier late later mid middle beginning start".split(),
        *"opening end close very latter final previous over in within during for at on throughout about around almost".split(),
        *"nearly some roughly approximately least barely less more little just only few couple number several many".split(),
        *"numerous various dozens per every each right another".split(),
        *"hours night morning afternoon evening dawn dusk daybreak sunrise sunset nightfall".split(),
        *"noon midday midnight new may orthodox good".split(),
    ]
)
"""Words, beside the sure ones and numbers, that an expression may start with."""

REACH = 9
"""How many words after its first one the sure word of an expression may stand."""


def scan(document: Document) -> Iterator[Found]:
    """Time expressions in text order, without overlap."""
    for tokens in _stretches(document):
        sure = [n for n, token in enumerate(tokens) if _tells(token.text)]
        if sure:
            yield from _borrowed(document, list(_in_sentence(document, tokens, sure)))


def _stretches(document: Document) -> Iterator[tuple[Token, ...]]:
    """The words of each sentence; what the parser parted within a date ("Monday, 05 | May 2031", "Oct. | 8") is one stretch."""
    start = 0
    for number, sentence in enumerate(document.sentences):
        last = number + 1 == len(document.sentences)
        torn = not last and document.sentences[number + 1].paragraph == sentence.paragraph
        end = document.tokens[sentence.end - 1]
        if torn and (end.tag == "CD" or end.lower in SHORTENED):
            continue
        yield document.tokens[start : sentence.end]
        start = sentence.end


def _tells(word: str) -> bool:
    lower = word.lower()
    if lower in SURE:
        return True
    if lower.isalpha():
        return False
    digits = sum(c.isdigit() for c in lower)
    if digits and (lower.endswith(("am", "pm", "hrs", "a.m.", "p.m.")) or ":" in lower):
        return True
    return digits >= 4 or (digits > 0 and lower.endswith(("st", "nd", "rd", "th"))) or lower.startswith(("mid-", "late-", "early-"))


def _candidates(tokens: tuple[Token, ...], sure: list[int]) -> list[int]:
    reach = {last: LOOSE_REACH if tokens[last].lower in LOOSE_WORDS else REACH for last in sure}
    near = {n for last in sure for n in range(max(0, last - reach[last]), last + 1)}
    return [n for n in sorted(near) if n in sure or tokens[n].text[0].isdigit() or tokens[n].lower in OPENING]


def _in_sentence(document: Document, tokens: tuple[Token, ...], sure: list[int]) -> Iterator[Found]:
    words = [t.text.replace("’", "'").replace(" ", "_") for t in tokens]
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    text, first = " ".join(words), tokens[0].i if tokens else 0
    ends = {start - 1: n for n, start in enumerate(starts)}
    free = 0
    for at in _candidates(tokens, sure):
        found = _longest(text, starts[at], starts[min(at + LONGEST, len(tokens))] - 1, ends) if at >= free else None
        if found is not None and is_time(document, reading := _bare(document, Found(first + at, first + found[0], found[1]))):
            yield reading
            free = found[0]


def _bare(document: Document, found: Found) -> Found:
    """Without the article that belongs to a noun which the time only describes ("the 15 September attack")."""
    describes = isinstance(found.form, forms.Date | forms.Month | forms.Season) and found.end < len(document.tokens)
    if describes and _lower(document, found.start) == "the" and document.tokens[found.end].pos in {"NOUN", "PROPN"}:
        return replace(found, start=found.start + 1)
    return found


def _longest(text: str, start: int, stop: int, ends: dict[int, int]) -> tuple[int, Form] | None:
    best: tuple[int, Form] | None = None
    for pattern, build in RULES:
        match = pattern.match(text, start, stop + 1)
        end = ends.get(match.end()) if match else None
        if match and end is not None and (best is None or end > best[0]):
            form = build(match)
            best = best if form is None else (end, form)
    return best


def is_time(document: Document, found: Found) -> bool:
    """Whether an expression really tells a time, and is not a verb, a name or a number of things."""
    first = document.tokens[found.start]
    single = found.end == found.start + 1
    if single and (first.tag.startswith(("VB", "MD")) or _in_longer_name(document, found)):
        return False
    if single and ((isinstance(found.form, Feast) and _named(document, found)) or (first.lower == "march" and _walks(document, found))):
        return False
    if isinstance(found.form, forms.Years):
        return not single or _is_year(document, first)
    if isinstance(found.form, relative.DayOfMonth):
        return _is_day(document, found)
    if isinstance(found.form, relative.Weekday) and found.form.which == "":
        return _lower(document, found.start - 1) not in {"a", "every", "each", "any"}
    return not (isinstance(found.form, forms.Season) and single and _is_season_of_name(document, found))


def _lower(document: Document, i: int) -> str:
    return document.tokens[i].lower if 0 <= i < len(document.tokens) else ""


def _in_longer_name(document: Document, found: Found) -> bool:
    token = document.tokens[found.start]
    if token.entity not in NAMES:
        return False
    beside = [document.tokens[i] for i in (found.start - 1, found.end) if 0 <= i < len(document.tokens)]
    return token.entity == "PERSON" or any(t.entity == token.entity and t.text[:1].isupper() for t in beside)


def _is_season_of_name(document: Document, found: Found) -> bool:
    """Whether a season belongs to a name: "the Arab Spring"."""
    before = document.tokens[found.start - 1] if found.start else None
    return before is not None and before.text.istitle() and before.pos in {"ADJ", "PROPN"} and document.tokens[found.start].text.istitle()


def _named(document: Document, found: Found) -> bool:
    """Whether a name stands next to a feast's, so that it is part of one: "Operation Ramadan"."""
    beside = [document.tokens[i] for i in (found.start - 1, found.end) if 0 <= i < len(document.tokens)]
    return any(t.pos == "PROPN" and t.text[:1].isupper() for t in beside)


def _walks(document: Document, found: Found) -> bool:
    """Whether "March" is one on foot: "the March to the sea", "the Long March"."""
    before = document.tokens[found.start - 1] if found.start else None
    after = document.tokens[found.end] if found.end < len(document.tokens) else None
    noun = after is not None and after.pos in {"NOUN", "PROPN", "ADJ"}
    if before is None or noun:
        return False
    return before.tag in {"DT", "POS", "PRP$"} or (before.text.istitle() and before.pos in {"ADJ", "PROPN"} and before.i > 0)


def _is_year(document: Document, token: Token) -> bool:
    if not token.text.isdigit():
        return True
    after = document.tokens[token.i + 1] if token.i + 1 < len(document.tokens) else token
    if after.tag == "NNS" and not _determined(document, token.i):
        return False  # so many things
    if after.pos in {"NOUN", "PROPN"} and 1700 < int(token.text) < 2100 and int(token.text) % 50 and _determined(document, token.i):
        return True  # the campaign of a year
    before = _lower(document, token.i - 1)
    if before == "to" and _lower(document, token.i - 2) == "up":
        return False  # up to so many
    if token.entity in {"DATE", "EVENT"} or before in BEFORE_A_YEAR:
        return True
    sentence = document.sentences[token.sentence]
    return sentence.end - sentence.start == 1


def _determined(document: Document, i: int) -> bool:
    before = document.tokens[i - 1] if i else None
    return before is not None and before.tag in {"DT", "PRP$", "POS"}


def _is_day(document: Document, found: Found) -> bool:
    after = document.tokens[found.end] if found.end < len(document.tokens) else None
    noun = after is not None and after.pos in {"NOUN", "PROPN", "ADJ", "NUM"}
    return _lower(document, found.start - 1) in BEFORE_A_DAY and not noun


def _borrowed(document: Document, found: list[Found]) -> list[Found]:
    """A time that is joined to one with a year has that year too ("June and July 2015")."""
    for n in range(len(found) - 2, -1, -1):
        mine, next_ = found[n].form, found[n + 1].form
        if not joined(document, found[n], found[n + 1]) or not isinstance(mine, forms.Date | forms.Month) or mine.year is not None:
            continue
        if isinstance(next_, forms.Date | forms.Month) and isinstance(next_.year, int):
            found[n] = replace(found[n], form=replace(mine, year=next_.year - (mine.month > next_.month)))
        elif isinstance(next_, forms.Date | forms.Month) and next_.year is not None:
            found[n] = replace(found[n], form=replace(mine, year=next_.year))
    return found


def joined(document: Document, one: Found, other: Found) -> bool:
    """Whether only joining words and marks stand between two expressions."""
    between = document.tokens[one.end : other.start]
    return 0 < len(between) <= 3 and all(t.lower in JOINING for t in between)
