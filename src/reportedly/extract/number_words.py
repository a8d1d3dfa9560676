"""The words that numbers are read by: number words, vague words, hedges and what stands beside a number that counts nothing.

General English as news reports use it, written by hand.
"""

from __future__ import annotations

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
FACTORS = SCALES | {"dozen": 12}
PLURALS = {"dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1000, "millions": 1_000_000}
VAGUE = {
    ("several",): (3, None),
    ("numerous",): (3, None),
    ("multiple",): (3, None),
    ("a", "number"): (3, None),
    ("a", "few"): (3, None),
    ("a", "handful"): (3, None),
    ("a", "couple"): (2, 2),
    ("a", "pair"): (2, 2),
}
NONE = frozenset({"no", "none", "zero", "nobody"})
OPENING = UNITS.keys() | TENS.keys() | PLURALS.keys() | NONE | {"several", "numerous", "multiple", "between", "half", "quarter"}
"""Words that can open a number. "a" and "an" can too, before one of `AFTER_ARTICLE`."""

AFTER_ARTICLE = FACTORS.keys() | {"quarter"} | {words[1] for words in VAGUE if len(words) > 1}

AT_LEAST, AT_MOST, BELOW, SAME = "at least", "at most", "below", "same"
HEDGES: dict[tuple[str, ...], str] = {
    tuple(words.split()): bound
    for bound, phrases in {
        AT_LEAST: "at least|more than|over|no fewer than|no less than|not less than|not fewer than|a minimum of|upwards of"
        "|upward of|in excess of|well over|just over|above|at the very least|greater than",
        AT_MOST: "up to|at most|no more than|not more than|as many as|a maximum of|as much as",
        BELOW: "fewer than|less than|under|just under|below",
        SAME: "about|around|nearly|almost|some|roughly|approximately|close to|an estimated|estimated|~|another|a further|further"
        "|an additional|additional|other|only|just|all|a total of|a group of|exactly|the other",
    }.items()
    for words in phrases.split("|")
}
LAST_OF_HEDGE = frozenset(words[-1] for words in HEDGES)
LONGEST_HEDGE = max(map(len, HEDGES))
DASHES = frozenset("-–—‑")
MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
NUMBERED = frozenset(
    "age aged ages resolution brigade battalion division unit regiment corps no. no number highway route flight article chapter page "
    "channel phase day boeing block # $ € £ ¥ us$ camp level group room apartment grade section paragraph law protocol".split()
)
SHARES = frozenset({"%", "percent", "per", "pc", "pct", "°", "$", "am", "pm", "a.m.", "p.m.", ":", "st", "nd", "rd", "th"})
