"""Makes the planted happenings: their reports as rows, and what is true of them."""

from __future__ import annotations

import datetime as dt
import random
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from importlib.resources import files

from bench import planted_texts as texts
from reportedly.extract.countries import countries
from reportedly.extract.number_words import UNITS

Row = dict[str, str]

CHANGED = 0.3
"""The greatest share of words that a copy changes."""

MOST_COPIES = 49
MOST_OTHERS = 4
TOWN = (30_000, 300_000)
"""How many people live in the towns that are drawn."""

FIRST_DAY = dt.date(2031, 1, 6)

WORDED = list(UNITS)[:13]
"""Numbers up to twelve, which are written as words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """The reports of one happening, and what is true of them.

    `origins` is the number of independent origins of its dead; `root` the address of the copied report, `backdated` those of
    copies with an earlier date; `sort` and `field` tell what is contradicted.
    """

    rows: tuple[Row, ...]
    origins: int = 1
    root: str = ""
    backdated: frozenset[str] = frozenset()
    sort: str = ""
    field: str = ""

    @property
    def urls(self) -> frozenset[str]:
        """The addresses of the reports."""
        return frozenset(row["url"] for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What happened: words for it, where, when, the dead and the wounded."""

    deed: tuple[str, str, str]
    spot: str
    town: str
    country: str
    date: dt.date
    dead: int
    wounded: int


@dataclass(slots=True)
class Maker:
    """Draws everything from one source of chance. No town, outlet or sentence is drawn twice for one happening."""

    pick: random.Random
    outlets: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    colour: list[str] = field(default_factory=list)
    towns: list[tuple[str, str]] = field(default_factory=list)
    made: int = 0

    def happening(self, number: int) -> Happening:
        """A happening in a town of its own, one a week."""
        if not self.towns:
            self.towns = drawn_towns(self.pick)
        town, country = self.towns[number]
        self.outlets = [f"The {one} {other}" for one in texts.OUTLETS_FIRST for other in texts.OUTLETS_LAST]
        self.pick.shuffle(self.outlets)
        self.told, self.seen, self.colour = (self.pick.sample(some, len(some)) for some in (texts.TOLD, texts.SEEN, texts.AROUND))
        return Happening(
            deed=self.pick.choice(list(texts.DEEDS.values())),
            spot=self.pick.choice(texts.SPOTS),
            town=town,
            country=country,
            date=FIRST_DAY + dt.timedelta(days=7 * number + self.pick.randrange(5)),
            dead=self.pick.randrange(3, 60),
            wounded=self.pick.randrange(61, 150),
        )

    def name(self) -> str:
        """A person's name."""
        return f"{self.pick.choice(texts.FIRST_NAMES)} {self.pick.choice(texts.LAST_NAMES)}"

    def voices(self, happening: Happening) -> list[str]:
        """Speakers of different sides, in any order."""
        adjective = next(c.adjectives[0] for c in countries() if c.name == happening.country)
        state = [
            f"{adjective} interior minister {self.name()}",
            f"the {adjective} defence ministry",
            f"{adjective} police spokesman {self.name()}",
        ]
        group = self.pick.choice(texts.GROUP_NAMES)
        found = [
            self.pick.choice(state),
            f"a spokesman for the {group} Liberation Front",
            f"the {self.pick.choice(texts.LAST_NAMES)} Observatory for Human Rights",
            f"Red Cross official {self.name()}",
            f"hospital director {self.name()}",
            f"lawyer {self.name()}",
        ]
        self.pick.shuffle(found)
        return found

    def row(self, paragraphs: Sequence[str], *, date: dt.date, headline: str, outlet: str | None = None) -> Row:
        """A report as a row, under an address of its own."""
        self.made += 1
        return {
            "text": "\n\n".join([headline, *paragraphs]),
            "outlet": outlet or self.outlets.pop(),
            "published": date.isoformat(),
            "url": f"https://planted.example/{self.made}",
        }

    def lead(self, happening: Happening, voice: str | None, *, dead: int | None = None) -> str:
        """The first sentence, in the words of somebody or in the outlet's own."""
        sentence = (self.seen if voice is None else self.told).pop()
        dead = happening.dead if dead is None else dead
        clause = self.pick.choice(happening.deed[:2])
        day = self.pick.choice([f"{happening.date:%A}", f"{happening.date.day} {happening.date:%B}"])
        values = {"clause": clause, "noun": happening.deed[2], "spot": happening.spot, "day": day, "n": number(dead)}
        values |= {"m": number(happening.wounded), "voice": voice or "", "town": f"{happening.town}, {happening.country}"}
        return filled(sentence, values)

    def around(self, count: int) -> list[str]:
        """Sentences of colour."""
        chosen = [self.colour.pop() for _ in range(count)]
        return [
            filled(s, {"street": self.pick.choice(texts.STREETS), "goods": self.pick.choice(texts.GOODS), "name": self.name()})
            for s in chosen
        ]

    def headline(self, happening: Happening) -> str:
        """A headline without a number."""
        return self.pick.choice(
            [f"Deadly day in {happening.town}", f"{happening.town} in mourning", f"Grief and anger in {happening.town}"]
        )


def ring(maker: Maker, number_: int) -> Planted:
    """One report, its copies, and reports that rest on others. Every second original tells what its outlet saw."""
    happening = maker.happening(number_)
    voices = maker.voices(happening)
    speaker = voices.pop() if number_ % 2 else None
    told = [
        maker.lead(happening, speaker),
        *([] if speaker else [maker.pick.choice(texts.OWN)]),
        *maker.around(maker.pick.randrange(6, 11)),
    ]
    later = happening.date + dt.timedelta(days=1)
    root = maker.row(told, date=later, headline=maker.headline(happening))
    copies = 1 + int(MOST_COPIES * maker.pick.random() ** 2)
    rows, backdated = [root], set[str]()
    for _ in range(copies):
        early = maker.pick.random() < 0.1
        paragraphs = [reworded(maker.pick, told[0], 0), *copied(maker.pick, told[1:])]
        if early or maker.pick.random() < 0.2:
            paragraphs.append(f"({root['outlet']})")
        date = happening.date if early else later + dt.timedelta(days=maker.pick.randrange(3))
        row = maker.row(paragraphs, date=date, headline=maker.headline(happening))
        rows.append(row)
        backdated |= {row["url"]} if early else set()
    others = maker.pick.randrange(MOST_OTHERS + 1)
    for _ in range(others):
        paragraphs = [maker.lead(happening, voices.pop()), *maker.around(maker.pick.randrange(3, 6))]
        rows.append(maker.row(paragraphs, date=later, headline=maker.headline(happening)))
    maker.pick.shuffle(rows)
    return Planted(rows=tuple(rows), origins=1 + others, root=root["url"], backdated=frozenset(backdated))


def toll(maker: Maker, number_: int) -> Planted:
    """One voice, a number of dead that grows over two to five reports."""
    happening = maker.happening(number_)
    voice = maker.voices(happening)[0]
    dead, rows = happening.dead, []
    for n in range(maker.pick.randrange(2, 6)):
        date = happening.date + dt.timedelta(days=1 + n)
        rows.append(maker.row([maker.lead(happening, voice, dead=dead), *maker.around(4)], date=date, headline=maker.headline(happening)))
        dead += maker.pick.randrange(1, 9)
    return Planted(rows=tuple(rows))


def contradiction(maker: Maker, number_: int) -> Planted:
    """Two sides that cannot both be right on a number, or on who did it, or of which one denies."""
    sort, make = (("number", _numbers), ("blame", _blame), ("denial", _denial))[number_ % 3]
    return make(maker, maker.happening(number_), sort)


def _numbers(maker: Maker, happening: Happening, sort: str) -> Planted:
    one, other = maker.voices(happening)[:2]
    later = happening.date + dt.timedelta(days=1)
    far = happening.dead + maker.pick.randrange(4, 40)
    rows = [
        maker.row([maker.lead(happening, voice, dead=dead), *maker.around(4)], date=later, headline=maker.headline(happening))
        for voice, dead in ((one, happening.dead), (other, far))
    ]
    return Planted(rows=tuple(rows), sort=sort, field="killed")


def _sides(maker: Maker, happening: Happening) -> tuple[str, str]:
    adjective = next(c.adjectives[0] for c in countries() if c.name == happening.country)
    return f"the {adjective} army", f"the {maker.pick.choice(texts.GROUP_NAMES)} Liberation Front"


def _blame(maker: Maker, happening: Happening, sort: str) -> Planted:
    army, front = _sides(maker, happening)
    later = happening.date + dt.timedelta(days=1)
    rows = []
    for speaker, accused in ((army, front), (front, army)):
        sentence = maker.pick.choice(
            [
                f"{speaker} said {accused} had carried out the attack.",
                f"{speaker} blamed the attack on {accused}.",
                f"{speaker} accused {accused} of carrying out the attack.",
            ]
        )
        paragraphs = [maker.lead(happening, None), capital(sentence), *maker.around(3)]
        rows.append(maker.row(paragraphs, date=later, headline=maker.headline(happening)))
    return Planted(rows=tuple(rows), sort=sort, field="actor")


def _denial(maker: Maker, happening: Happening, sort: str) -> Planted:
    army, front = _sides(maker, happening)
    if maker.pick.random() < 0.5:
        army, front = front, army
    later = happening.date + dt.timedelta(days=1)
    accused = maker.pick.choice([f"{army} said {front} had carried out the attack.", f"{army} blamed the attack on {front}."])
    denied = maker.pick.choice(
        [
            f"{front} denied carrying out the attack.",
            f"{front} denied any involvement in the attack.",
            f"{front} said it was not behind the attack.",
        ]
    )
    rows = [
        maker.row([maker.lead(happening, None), capital(said), *maker.around(3)], date=later, headline=maker.headline(happening))
        for said in (accused, denied)
    ]
    return Planted(rows=tuple(rows), sort=sort, field="actor")


def copied(pick: random.Random, sentences: Sequence[str]) -> Iterator[str]:
    """The sentences of a copy: as they are, cut, or reworded and moved."""
    way = pick.choice(["as it is", "cut", "reworded", "reworded"])
    kept = list(sentences)
    if way == "cut":
        del kept[pick.randrange(3, len(kept) + 1) :]
    if way == "reworded" and len(kept) > 4:
        at = pick.randrange(1, len(kept) - 1)
        kept[at], kept[at + 1] = kept[at + 1], kept[at]
    share = pick.uniform(0.05, CHANGED) if way == "reworded" else 0.0
    return (reworded(pick, sentence, share) for sentence in kept)


def reworded(pick: random.Random, sentence: str, share: float) -> str:
    """A sentence in which up to a share of the words have others in their place."""
    words = re.split(r"(\W+)", sentence)
    known = [n for n, word in enumerate(words) if word in texts.WORDS]
    most = int(share * (len(words) + 1) / 2)
    for n in pick.sample(known, min(most, len(known))):
        words[n] = texts.WORDS[words[n]]
    return "".join(words)


def number(count: int) -> str:
    """A number as papers write it."""
    return WORDED[count] if count < len(WORDED) else f"{count:,}"


def filled(sentence: str, values: dict[str, str]) -> str:
    """A sentence with its gaps filled; a gap with a capital gives one."""
    return sentence.format_map({**values, **{key.capitalize(): capital(value) for key, value in values.items()}})


def capital(words: str) -> str:
    """With a capital at the start."""
    return words[:1].upper() + words[1:]


def drawn_towns(pick: random.Random) -> list[tuple[str, str]]:
    """Towns with their countries, in any order: of one plain word each, none named like another."""
    names = {country.code: country.name for country in countries() if country.adjectives}
    path = files("reportedly.extract") / "data" / "gazetteer.sqlite"
    query = "SELECT name, country FROM place WHERE kind = 'city' AND population BETWEEN ? AND ? ORDER BY id"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as raw:
        rows = raw.execute(query, TOWN).fetchall()
    plain = [(name, names[code]) for name, code in rows if re.fullmatch(r"[A-Z][a-z]{3,11}", name) and code in names]
    pick.shuffle(plain)
    return list({name: (name, country) for name, country in plain}.values())


Make = Callable[[Maker, int], Planted]
