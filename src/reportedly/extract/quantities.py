"""Every quantity of a text: numbers with their unit and hedge, be they counts, lengths, money, shares or ages.

`numbers` reads what can count people and things; this reads all that is measured or counted. Dates, clock times,
scores, ordinals and the numbers inside names (a model, an index, a unit of an army) are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reportedly.extract import number_words as lists
from reportedly.extract.number_forms import single, word
from reportedly.extract.quantity_units import BEFORE, MEASURES, MONEY, SCALE_LETTERS, WORDS_OF_TWO
from reportedly.model import Token

FIGURE = re.compile(
    r"(?P<sign>~|[-−–]|minus-)?(?P<before>[a-z.]{0,4}[$£€¥₽₹₺₪]?[a-z]{0,2}=?)(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+)(?P<after>\D.*)?"
)
DIGIT = re.compile(r"\d")
FRACTION = re.compile(r"(\d{1,3})[/⁄](\d{1,3})")
FOLD = re.compile(r"(\w+)-?fold")
PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10}
ABOUT = frozenset(
    tuple(words.split()) for words in "about|around|nearly|almost|some|roughly|approximately|close to|an estimated|estimated|~".split("|")
)
OPENING = (lists.OPENING - lists.NONE) | {"a", "an", "half", "quarter"}
JOINTS = lists.DASHES | {"to"}
CLOCK = frozenset({"am", "pm", "a.m.", "p.m.", "gmt", "est", "edt", "pt", "bst", "utc", "o'clock"})
NAMES = frozenset({"PRODUCT", "ORG", "FAC", "EVENT", "WORK_OF_ART", "LAW", "LOC", "GPE", "NORP"})
LABELS = (lists.NUMBERED - {"age", "aged", "ages", "$", "€", "£", "¥", "us$", "day", "level", "group"}) | {
    "model", "game", "category", "type", "series", "version", "season", "episode", "volume", "figure", "table", "step", "stage", "round",
}  # fmt: skip
MOST_OF_SCORE = 20
"""Goals of a side, at most: "2-1" is a score, "40-50" a range."""


class Bound(StrEnum):
    """How a quantity stands to its number."""

    SAME = "same"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Tokens `[start, end)`, from the hedge to the unit, and the number that they tell.

    `low` and `high` are equal but for ranges; `high` is None for "dozens", "thousands". `unit` is a unit's or a
    currency's name in the singular, or None for a count. `bound` is what a hedge before it says.
    """

    start: int
    end: int
    low: float
    high: float | None
    unit: str | None = None
    bound: Bound = Bound.SAME


@dataclass(frozen=True, slots=True)
class Text:
    """Tokens and their words in lower case."""

    tokens: Sequence[Token]
    words: Sequence[str]

    def glued(self, i: int) -> bool:
        """Whether token i follows the one before it without a space."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start


def quantities(tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """All quantities of a text, in text order. Takes time in proportion to its length."""
    text = Text(tokens, [token.text.lower() for token in tokens])
    found: list[Quantity] = []
    done = 0
    for i, opening in enumerate(text.words):
        if i < done or not (opening in OPENING or DIGIT.search(opening) or opening.endswith("fold")):
            continue
        first = _one(text, i)
        if first is None:
            continue
        first = replace(first, start=max(first.start, done))
        whole = _ranged(text, first) or first
        done = whole.end
        if not _no_quantity(text, whole):
            found.append(_hedged(text, whole, after=found[-1].end if found else 0))
    return tuple(found)


def _one(text: Text, i: int) -> Quantity | None:
    """The quantity that starts at token i, without hedge and range."""
    opening = text.words[i]
    if DIGIT.search(opening):
        return _figure(text, i, opening)
    if (part := _part(text, i)) is not None:
        return part
    if (fold := FOLD.fullmatch(opening)) and fold[1] in lists.UNITS:
        return Quantity(start=i, end=i + 1, low=lists.UNITS[fold[1]], high=lists.UNITS[fold[1]])
    plain = opening in lists.OPENING - lists.NONE or (opening in {"a", "an"} and word(text.words, i + 1) in lists.FACTORS)
    number = single(text.words, i) if plain and (opening,) not in lists.VAGUE else None
    return None if number is None else _with_unit(text, Quantity(start=i, end=number.end, low=number.low, high=number.high))


def _part(text: Text, i: int) -> Quantity | None:
    """`half of`, `a third of`, `two-thirds`."""
    opening, after = text.words[i], word(text.words, i + 1)
    if opening == "half" and after in {"of", "the"}:
        return Quantity(start=i, end=i + 1, low=0.5, high=0.5)
    k = i + 1 + (after in lists.DASHES)
    below, above = PARTS.get(word(text.words, k)), 1 if opening == "a" else lists.UNITS.get(opening)
    if below is None or above is None or not 0 < above < below:
        return None
    if (opening == "a" and word(text.words, k + 1) != "of") or (above > 1) != text.words[k].endswith("s"):
        return None
    return Quantity(start=i, end=k + 1, low=above / below, high=above / below)


def _figure(text: Text, i: int, opening: str) -> Quantity | None:
    """A number in digits with what is written right before and behind it: `$13.6M`, `256GB`, `-1.3%`, `84-yard`."""
    if (part := FRACTION.fullmatch(opening)) and 0 < int(part[1]) < int(part[2]) and int(part[2]) & (int(part[2]) - 1) == 0:
        return _with_unit(text, Quantity(start=i, end=i + 1, low=int(part[1]) / int(part[2]), high=int(part[1]) / int(part[2])))
    match = FIGURE.fullmatch(opening)
    if match is None or len(match["digits"]) > 2 * len("1,000,000,000"):
        return None
    before, after = match["before"].rstrip("="), match["after"] or ""
    start, unit = i, BEFORE.get(before)
    if before and unit is None:
        return None
    if not before and (unit := BEFORE.get(word(text.words, i - 1))) is not None and (text.glued(i) or "$" in text.words[i - 1]):
        start = i - 1
    value = float(match["digits"].replace(",", ""))
    about = match["sign"] == "~"
    if not about and (match["sign"] or _is_minus(text, start)):
        value = -value
    bound = Bound.ABOUT if about else Bound.SAME
    return _behind(text, Quantity(start=start, end=i + 1, low=value, high=value, unit=unit, bound=bound), after.removeprefix("-"))


def _is_minus(text: Text, start: int) -> bool:
    """Whether a minus stands before: the word, or a mark that is glued to the number but not to what is before it."""
    before = word(text.words, start - 1)
    if before == "minus" or (before in lists.DASHES and word(text.words, start - 2) == "minus"):
        return True
    return before in {"-", "−"} and text.glued(start) and not text.glued(start - 1)


def _behind(text: Text, it: Quantity, after: str) -> Quantity | None:
    """The figure with the unit or the scale in letters right behind it."""
    letters = text.tokens[it.end - 1].text[len(text.tokens[it.end - 1].text) - len(after) :] if after else ""
    if not after and text.glued(it.end) and word(text.words, it.end).rstrip(".") in SCALE_LETTERS:
        letters = text.tokens[it.end].text.rstrip(".")
        after, it = letters.lower(), replace(it, end=it.end + 1)
    if (scale := SCALE_LETTERS.get(after)) is not None:
        metres = after in {"m", "b"} and letters != "M" and it.unit not in MONEY.values() and not _counts_behind(text, it.end)
        return replace(it, unit=MEASURES.get(after)) if metres else _with_unit(text, _times(it, scale))
    if after in {"st", "nd", "rd", "th", "s"} or after in CLOCK or ":" in after:
        return None
    if not after:
        return _with_unit(text, it)
    if after in {"g", "g."} and it.low in {2, 3, 4, 5, 6}:
        return replace(it, unit="generation wireless")
    unit = MEASURES.get(after) or MONEY.get(after) or MEASURES.get(after.split("-")[0])
    if unit is None and not (len(after) > 2 and after.replace("-", "").isalpha()):
        return None
    return replace(it, unit=it.unit or unit)


def _counts_behind(text: Text, i: int) -> bool:
    """Whether a noun in the plural follows, so that "m" is millions: `4.3M sales`."""
    return any(t.tag == "NNS" for t in text.tokens[i : i + 2])


def _times(it: Quantity, factor: float) -> Quantity:
    return replace(it, low=it.low * factor, high=None if it.high is None else it.high * factor)


def _with_unit(text: Text, it: Quantity) -> Quantity:
    """With the scale and the unit in the words behind it."""
    while (factor := lists.FACTORS.get(word(text.words, it.end)) or (_scale_word(text, it))) is not None:
        it = replace(_times(it, factor), end=it.end + 1)
    i = it.end + (word(text.words, it.end) in lists.DASHES and text.glued(it.end) and text.glued(it.end + 1))
    for length in (3, 2):
        name = WORDS_OF_TWO.get(tuple(text.words[i : i + length]))
        if name is not None:
            return replace(it, end=i + length, unit=it.unit or name)
    written = word(text.words, i)
    name = MEASURES.get(written) or (MONEY.get(written) if len(written) > 1 or not written.isalpha() else None)
    of_next = written in BEFORE and word(text.words, i + 1)[:1].isdigit()
    if name is None or it.unit is not None or of_next:
        return it
    if text.tokens[i].sentence != text.tokens[it.start].sentence:
        return it
    return replace(it, end=i + 1, unit=name)


def _scale_word(text: Text, it: Quantity) -> int | None:
    """`2.7 bn`, `$ 5 m`."""
    written = word(text.words, it.end)
    return SCALE_LETTERS.get(written) if written not in {"m", "b", "k"} or it.unit in MONEY.values() else None


def _ranged(text: Text, first: Quantity) -> Quantity | None:
    """`15 to 22 miles`, `between 5% and 6%`, `from $3 to $5`, `14-18`."""
    i = first.end
    before = word(text.words, first.start - 1)
    if first.unit is None and _is_year(text, first):
        return _years(text, first)
    joint = word(text.words, i)
    up = joint == "up" and word(text.words, i + 1) == "to"
    spelled = joint == "or" and text.words[first.start].isalpha()
    if not (joint in JOINTS or up or spelled or (joint == "and" and before == "between")) or first.high is None:
        return None
    k = i + 1 + up
    second = _at(text, k)
    if second is None or second.high is None or text.tokens[k].sentence != text.tokens[first.start].sentence:
        return None
    fits = (
        first.unit is None
        or first.unit == second.unit
        or (second.unit is None and "from" in text.words[max(0, first.start - 3) : first.start])
    )
    if not fits or (spelled and second.low != first.low + 1) or _is_score(text, first, second, joint):
        return None
    low, high = first.low, second.low
    scale = next((s for s in (10**12, 10**9, 10**6, 10**3) if high >= s and low < 100 and second.end - k > 1 and high % 100 == 0), 1)
    low, high = sorted((low * scale, high))
    return Quantity(start=first.start, end=second.end, low=low, high=high, unit=second.unit or first.unit)


def _at(text: Text, k: int) -> Quantity | None:
    """The quantity that starts at token k, or behind its mark of money there."""
    if k + 1 < len(text.words) and text.words[k] in BEFORE and not any(c.isdigit() for c in text.words[k]):
        return _one(text, k + 1)
    return _one(text, k) if k < len(text.words) else None


def _years(text: Text, first: Quantity) -> Quantity | None:
    """`2031-32`, `2031 to 2033`: two years that are read as one, so that the second is no number of its own."""
    second = _one(text, first.end + 1) if word(text.words, first.end) in JOINTS and first.end + 1 < len(text.words) else None
    if second is None or second.unit is not None or not (_is_year(text, second) or (second.end == first.end + 2 and second.low < 100)):
        return None
    return replace(first, end=second.end)


def _is_score(text: Text, first: Quantity, second: Quantity, joint: str) -> bool:
    """Whether two small numbers with a dash are a score, or two years a time: `2-1`, `2014-15`."""
    plain = first.unit is None and second.unit is None and joint in lists.DASHES
    noun = any(t.pos == "NOUN" and t.lower != "thanks" for t in text.tokens[second.end : second.end + 1])
    return plain and not noun and max(first.low, second.low) <= MOST_OF_SCORE


def _no_quantity(text: Text, it: Quantity) -> bool:
    """Whether a number is a date, a time, a score or part of a name."""
    first = text.tokens[it.start]
    before, after = word(text.words, it.start - 1), word(text.words, it.end)
    if _is_word_one(text, it):
        return True
    if not any(c.isdigit() for c in first.text) and it.unit is None:
        return first.entity == "ORDINAL"
    if _month(text, it.start - 1) or _month(text, it.end) or after in CLOCK or before in {"#", "no."}:
        return True
    split = (before in lists.DASHES | {"/", ":"} and text.glued(it.start) and text.glued(it.start - 1)) and it.low >= 0
    joined = after in lists.DASHES | {"/", ":"} and text.glued(it.end) and word(text.words, it.end + 1)[:1].isdigit()
    if split or joined:
        return it.unit is None
    if it.unit is not None:
        return False
    return _is_year(text, it) or before in LABELS or first.entity == "TIME" or _in_name(text, it)


def _is_word_one(text: Text, it: Quantity) -> bool:
    """Whether "one" is a pronoun; "one man" and "one of them" count."""
    if text.words[it.start] != "one" or it.end > it.start + 1:
        return False
    return text.tokens[it.start].dep != "nummod" and word(text.words, it.end) != "of"


def _month(text: Text, i: int) -> bool:
    named = 0 <= i < len(text.tokens) and text.tokens[i].text[:1].isupper()
    return named and text.words[i].rstrip(".") in lists.MONTHS


def _is_year(text: Text, it: Quantity) -> bool:
    digits = text.tokens[it.start].text
    if not (digits.isdigit() and len(digits) == 4 and 1000 <= it.low < 2200):
        return False
    counted = text.tokens[it.start].entity != "DATE" and any(t.tag == "NNS" for t in text.tokens[it.start + 1 : it.start + 3])
    return not counted and word(text.words, it.start - 1) not in lists.LAST_OF_HEDGE - {"of", "over", "under", "all"}


def _in_name(text: Text, it: Quantity) -> bool:
    """Whether a number without a unit belongs to the name before it: `S&P 500`, `Model 3`."""
    token = text.tokens[it.start]
    before = text.tokens[it.start - 1] if it.start > 0 else None
    if token.entity in NAMES or token.pos == "PROPN":
        return True
    if before is None or before.entity == "PERSON" or not any(c.isupper() for c in before.text):
        return False
    after = text.tokens[it.end] if it.end < len(text.tokens) else None
    if after is not None and after.pos == "PROPN" and after.text[0].isupper():
        return True
    noun = any(t.tag == "NNS" for t in text.tokens[it.end : it.end + 2])
    if before.pos != "PROPN":
        return False
    return not noun and it.low == int(it.low) and "," not in token.text


def _hedged(text: Text, it: Quantity, *, after: int) -> Quantity:
    """The quantity with what the hedge before it or behind it says."""
    bound, start = it.bound, it.start
    for length in range(min(lists.LONGEST_HEDGE, it.start - after), 0, -1):
        words = tuple(text.words[it.start - length : it.start])
        if words in lists.HEDGES:
            kind = lists.HEDGES[words]
            start, bound = it.start - length, Bound.ABOUT if words in ABOUT else BOUNDS[kind]
            break
    behind = (word(text.words, it.end), word(text.words, it.end + 1))
    if behind == ("or", "more") or behind[0] == "+":
        bound = Bound.AT_LEAST
    return replace(it, start=start, bound=bound)


BOUNDS = {lists.AT_LEAST: Bound.AT_LEAST, lists.AT_MOST: Bound.AT_MOST, lists.BELOW: Bound.AT_MOST, lists.SAME: Bound.SAME}
