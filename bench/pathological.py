"""How the time of reading grows with the length of texts that nobody should have written.

Every kind of text is made at two lengths, the second twice the first, and goes through the product's run into a new casebook.
`growth` is what the doubling multiplied the processor time by: 2 is in proportion to the length.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from reportedly.engine.local import OneProcess
from reportedly.pipeline import run as run_sources
from reportedly.store.casebook import Casebook

Maker = Callable[[random.Random], Iterator[str]]

WORDS = (10_000, 20_000)
RUNS = 2
SIDES = "rebels,the army,police,gunmen,militants,the ministry,Kenyan jets,two warships".split(",")
DEEDS = "shelled,killed,captured,denied,said,attacked,withdrew from,fired 12 missiles at".split(",")
THINGS = "Mombasa,a school,12 civilians,three of the wounded,the port of Lamu,on Monday,50 km north of Kilifi".split(",")
SYLLABLES = "ka,mo,ri,du,ten,al,shi,bar,zo,qu".split(",")


def one_sentence(pick: random.Random) -> Iterator[str]:
    """Clause after clause joined by "and"; no full stop anywhere."""
    while True:
        yield f"{pick.choice(SIDES)} {pick.choice(DEEDS)} {pick.choice(THINGS)} and"


def no_capitals_no_stops(pick: random.Random) -> Iterator[str]:
    """Short clauses with nothing between them."""
    while True:
        yield f"{pick.choice(SIDES)} {pick.choice(DEEDS)} {pick.choice(THINGS)}".lower()


def one_list(pick: random.Random) -> Iterator[str]:
    """One verb with thousands of objects."""
    yield "Rebels attacked"
    while True:
        yield f"the {name(pick)} of {name(pick)},"


def table(pick: random.Random) -> Iterator[str]:
    """Rows of places and numbers between bars and tabs."""
    while True:
        yield f"| {name(pick)}\t| {pick.randrange(9_000)} were killed in the\t| {pick.randrange(1, 29)}.{pick.randrange(1, 13)}.2019 |\n"


def numbers(pick: random.Random) -> Iterator[str]:
    """Hardly anything but numbers."""
    while True:
        yield f"the {pick.randrange(10**6):,} of {pick.randrange(10**6):,}"


def nested_quotes(pick: random.Random) -> Iterator[str]:
    """Quotation in quotation in quotation, none of them closed."""
    while True:
        yield f"“{pick.choice(SIDES)} said that “according to {name(pick)}, ‘"


def nested_speech(pick: random.Random) -> Iterator[str]:
    """Who said that who said that who said."""
    while True:
        yield f"{name(pick)} said that"


def dates(pick: random.Random) -> Iterator[str]:
    """Time expressions in a row."""
    while True:
        yield pick.choice(
            ["on Monday", "two days later", "in May 2019", "the same day", "between 3 and 5 June", "since last winter", "then"]
        )


def names(pick: random.Random) -> Iterator[str]:
    """Names of nobody in a row, with the small words that names are joined by."""
    while True:
        yield f"the {name(pick)} of {name(pick)} {name(pick)}"


def beyond_the_basic_plane(pick: random.Random) -> Iterator[str]:
    """Words in which every letter takes two code units, and words with marks piled on their letters."""
    while True:
        yield (
            "".join(chr(0x1D400 + pick.randrange(52)) for _ in range(5))
            + " "
            + "".join(f"a{chr(0x300 + pick.randrange(99))}" for _ in range(6))
        )
        yield f"{pick.choice(SIDES)} {pick.choice(DEEDS)} {pick.choice(THINGS)}."


def one_word(pick: random.Random) -> Iterator[str]:
    """Words of hundreds of letters, hyphens, dots and slashes."""
    while True:
        yield pick.choice("-./’_").join(name(pick) for _ in range(30)) + " which was the of and to it"


def brackets(pick: random.Random) -> Iterator[str]:
    """Brackets and dashes that open and do not close."""
    while True:
        yield f"({pick.choice(SIDES)} – {pick.choice(DEEDS)} [{pick.choice(THINGS)} --"


def many_claims(pick: random.Random) -> Iterator[str]:
    """Short, complete sentences, each a claim of its own."""
    while True:
        yield f"{pick.choice(SIDES).capitalize()} {pick.choice(DEEDS)} {pick.choice(THINGS)}."


def name(pick: random.Random) -> str:
    """A name of nobody."""
    return "".join(pick.choice(SYLLABLES) for _ in range(pick.randrange(2, 5))).capitalize()


TEXTS: tuple[Maker, ...] = (
    one_sentence,
    no_capitals_no_stops,
    one_list,
    table,
    numbers,
    nested_quotes,
    nested_speech,
    dates,
    names,
    beyond_the_basic_plane,
    one_word,
    brackets,
    many_claims,
)


def made(maker: Maker, words: int) -> str:
    """A text of that kind with at least so many words; the same text every time."""
    pieces: list[str] = []
    total = 0
    for piece in maker(random.Random(words)):  # noqa: S311  (made-up text, no secret)
        pieces.append(piece)
        total += len(piece.split())
        if total >= words:
            break
    return " ".join(pieces)


def seconds(text: str) -> float:
    """Processor time that the product's run takes to read, link and reconcile it, the least of some runs.

    Raises:
        ValueError: the text was not read, so that its time would mean nothing.
    """
    return min(_once(text) for _ in range(RUNS))


def _once(text: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.txt"
        source.write_text(text, encoding="utf-8")
        with Casebook.open(str(Path(folder) / "one.db"), create=True) as casebook:
            began = time.process_time()
            outcome = run_sources(casebook, [str(source)], runner=OneProcess())
            taken = time.process_time() - began
    if outcome.problems:
        raise ValueError(f"A made-up text was not read: {outcome.problems[0]}. Nothing was measured.")
    return taken


def run(lengths: tuple[int, int] = WORDS) -> dict[str, float]:
    """Figures for every kind of text: words a second at the greatest length, and growth at the last doubling; and the worst growth."""
    figures: dict[str, float] = {}
    seconds(made(many_claims, 100))
    for maker in TEXTS:
        before, last = (seconds(made(maker, words)) for words in lengths)
        figures[f"{maker.__name__}.words_per_second"] = lengths[-1] / last
        figures[f"{maker.__name__}.growth"] = last / before
    figures["worst.growth"] = max(value for key, value in figures.items() if key.endswith(".growth"))
    return figures
