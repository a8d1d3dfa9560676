"""A view of a casebook as other people cite it: APA 7, BibTeX, RIS and CSL-JSON. Nothing that a title holds can break out of its field."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reportedly.errors import BadFilter
from reportedly.export.cells import HALVES
from reportedly.model.words import MONTHS

SHORT = 12
"""Hex digits of a digest that stand for it as a version; the address holds all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What a citation names.

    `casebook` is the casebook's name, `view` in words what of it is cited, `where` the same as something to look for in it
    ("event e12ab34cd56ef"), `subject` the ids in that, or "" for a list. `digest` is `Book.digest()`, `version` that of reportedly.
    `reports`, `claims` and `events` are how many the whole casebook has. `changed` is the day of its newest decision or run, or None where
    no day is known; `accessed` the day on which the view was looked at.
    """

    casebook: str
    view: str
    where: str
    subject: str
    digest: str
    version: str
    reports: int
    claims: int
    events: int
    changed: dt.date | None
    accessed: dt.date

    @property
    def title(self) -> str:
        """Casebook and view, on one line."""
        return plain(f"{self.casebook}: {self.view}")

    @property
    def address(self) -> str:
        """Where to find it again. A page on this machine has no address that would last; a casebook has its digest."""
        return plain(f"{self.where} in casebook sha256:{self.digest}")

    @property
    def made(self) -> str:
        """What made the casebook, and how much it holds."""
        return f"Made with reportedly {self.version} (reports: {self.reports}; claims: {self.claims}; events: {self.events})"

    @property
    def key(self) -> str:
        """A name for it that every tool takes: letters, digits and hyphens."""
        return "-".join(part for part in ("reportedly", self.digest[:SHORT], re.sub(r"[^A-Za-z0-9]+", "-", self.subject)) if part)


def plain(text: str) -> str:
    r"""Text on one line, without characters that steer: controls, marks that turn the direction round, halves of surrogate pairs.

    Letters of every script stay, and so do the joiners that some of them need.

    >>> plain("two\nlines"), plain("a\u202eb")
    ('two lines', 'ab')
    """
    line = " ".join(HALVES.sub("\N{REPLACEMENT CHARACTER}", text).split())
    return " ".join("".join(c for c in line if c in JOINERS or unicodedata.category(c) not in ("Cc", "Cf")).split())


JOINERS = "\u200c\u200d"
"""Format characters that belong to the spelling of words."""


def apa(citation: Citation) -> str:
    """A data set without a named author after APA 7: title first, then the year.

    Source: Publication Manual of the American Psychological Association, 7th ed., 9.12 (no author), 9.16 (retrieval), 10.9 (data sets).
    """
    year = "n.d." if citation.changed is None else str(citation.changed.year)
    day = citation.accessed
    return (
        f"{citation.title} (Version {citation.digest[:SHORT]}) [Data set]. ({year}). {citation.made}. "
        f"Retrieved {MONTHS[day.month - 1]} {day.day}, {day.year}, from {citation.address}\n"
    )


TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{sign: f"\\{sign}" for sign in "$&#%_"},
}
"""What TeX would obey. Braces go by their names: BibTeX counts them even behind a backslash."""


def _tex(text: str) -> str:
    return "".join(TEX.get(sign, sign) for sign in text)


TEX_MONTHS = [month[:3].lower() for month in MONTHS]
"""BibTeX's own names of months, which every style writes out in its language."""


def bibtex(citation: Citation) -> str:
    """An entry of the type `misc`, which all styles know."""
    changed = citation.changed
    fields = {
        "title": f"{{{{{_tex(citation.title)}}}}}",
        "year": None if changed is None else f"{{{changed.year}}}",
        "month": None if changed is None else TEX_MONTHS[changed.month - 1],
        "version": f"{{{citation.digest[:SHORT]}}}",
        "howpublished": f"{{Data set, {_tex(citation.address)}}}",
        "note": f"{{{_tex(citation.made)}. Accessed {citation.accessed.isoformat()}}}",
        "urldate": f"{{{citation.accessed.isoformat()}}}",
    }
    lines = "".join(f"  {name:<12} = {value},\n" for name, value in fields.items() if value is not None)
    return f"@misc{{{citation.key},\n{lines}}}\n"


def ris(citation: Citation) -> str:
    """A record of the type DATA: a tag, two spaces, a hyphen and a space on each line, lines ended by CR LF, `ER` last."""
    changed = citation.changed
    lines = [
        ("TY", "DATA"),
        ("ID", citation.key),
        ("TI", citation.title),
        *([("PY", str(changed.year)), ("DA", f"{changed:%Y/%m/%d}/")] if changed is not None else []),
        ("ET", citation.digest[:SHORT]),
        ("AV", citation.address),
        ("Y2", f"{citation.accessed:%Y/%m/%d}/"),
        ("N1", citation.made),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def csl_json(citation: Citation) -> str:
    """A list of one item, as citation managers import it.

    Source: the schema csl-data.json of Citation Style Language 1.0.2.
    """
    item = {
        "id": citation.key,
        "type": "dataset",
        "title": citation.title,
        "version": citation.digest[:SHORT],
        "genre": "Data set",
        "issued": None if citation.changed is None else _date(citation.changed),
        "accessed": _date(citation.accessed),
        "archive": f"casebook sha256:{citation.digest}",
        "archive_location": plain(citation.where),
        "note": citation.made,
    }
    return json.dumps([{name: value for name, value in item.items() if value is not None}], ensure_ascii=False, indent=2) + "\n"


def _date(day: dt.date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A form of citation: what it is called, how it is written, and the ending and media type of its file."""

    words: str
    write: Callable[[Citation], str]
    ending: str
    media_type: str


STYLES: Mapping[str, Style] = {
    "apa": Style(words="APA 7", write=apa, ending="txt", media_type="text/plain"),
    "bibtex": Style(words="BibTeX", write=bibtex, ending="bib", media_type="application/x-bibtex"),
    "ris": Style(words="RIS", write=ris, ending="ris", media_type="application/x-research-info-systems"),
    "csl-json": Style(words="CSL-JSON", write=csl_json, ending="json", media_type="application/vnd.citationstyles.csl+json"),
}
"""Every form, by the name that commands and addresses have for it."""


def style_of(name: str) -> Style:
    """A style by its name.

    Raises:
        BadFilter: no style is called so.
    """
    if name not in STYLES:
        raise BadFilter("style", name, f"one of {', '.join(STYLES)}")
    return STYLES[name]
