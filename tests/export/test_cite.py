"""Citations that other people import: every style keeps its rules, whatever a title holds."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportedly.errors import BadFilter
from reportedly.export.cite import STYLES, Citation, apa, bibtex, csl_json, plain, ris, style_of

HOSTILE = [
    'He said "no" and “yes”',
    "{unbalanced",
    "}@misc{other, title={x}",
    "two\r\nlines\nER  - \r\nTY  - BOOK\u2028more\x85even\x0bmore",
    "قصف على قمر",
    "\u202egnihton\u202c \u2066x\u2069",
    r"\input{secret} $x$ 100 % & #1 a_b ~ ^ < > |",
    "half a pair \ud800, nothing \x00, escape \x1b[2J",
    "",
]


def cited(title: str = "Shelling · Qamar", *, changed: dt.date | None = dt.date(2031, 5, 14)) -> Citation:
    return Citation(
        casebook="war.db",
        view=title,
        where="event e12ab34cd56ef",
        subject="e12ab34cd56ef",
        digest="3f2a" * 16,
        version="0.1.0",
        reports=38,
        claims=1189,
        events=90,
        changed=changed,
        accessed=dt.date(2031, 6, 2),
    )


def test_a_data_set_without_an_author_has_its_title_first_in_apa() -> None:
    assert apa(cited()) == (
        "war.db: Shelling · Qamar (Version 3f2a3f2a3f2a) [Data set]. (2031). Made with reportedly 0.1.0 (reports: 38; claims: 1189; "
        f"events: 90). Retrieved June 2, 2031, from event e12ab34cd56ef in casebook sha256:{'3f2a' * 16}\n"
    )


def test_a_bibtex_entry_has_a_key_and_closed_fields() -> None:
    assert bibtex(cited()).splitlines()[:5] == [
        "@misc{reportedly-3f2a3f2a3f2a-e12ab34cd56ef,",
        "  title        = {{war.db: Shelling · Qamar}},",
        "  year         = {2031},",
        "  month        = may,",
        "  version      = {3f2a3f2a3f2a},",
    ]


def test_a_ris_record_begins_with_its_type_and_ends_with_its_end() -> None:
    assert ris(cited()).split("\r\n") == [
        "TY  - DATA",
        "ID  - reportedly-3f2a3f2a3f2a-e12ab34cd56ef",
        "TI  - war.db: Shelling · Qamar",
        "PY  - 2031",
        "DA  - 2031/05/14/",
        "ET  - 3f2a3f2a3f2a",
        f"AV  - event e12ab34cd56ef in casebook sha256:{'3f2a' * 16}",
        "Y2  - 2031/06/02/",
        "N1  - Made with reportedly 0.1.0 (reports: 38; claims: 1189; events: 90)",
        "ER  - ",
        "",
    ]


def test_csl_json_is_a_list_of_one_data_set_with_dates_in_parts() -> None:
    (item,) = json.loads(csl_json(cited()))
    assert (item["type"], item["issued"], item["accessed"]) == (
        "dataset",
        {"date-parts": [[2031, 5, 14]]},
        {"date-parts": [[2031, 6, 2]]},
    )
    assert item["archive_location"] == "event e12ab34cd56ef"


@pytest.mark.parametrize("style", STYLES)
def test_every_style_names_version_digest_sizes_access_and_where(style: str) -> None:
    words = STYLES[style].write(cited())
    for each in ("reportedly 0.1.0", "3f2a" * 16, "38", "1189", "90", "event e12ab34cd56ef", "2031", "war.db", "Shelling · Qamar"):
        assert each in words


def test_a_day_that_is_not_known_is_not_made_up() -> None:
    undated = cited(changed=None)
    assert "(n.d.)" in apa(undated)
    assert not re.search(r"^ *(year|month)", bibtex(undated), re.MULTILINE)
    assert "PY  -" not in ris(undated)
    assert "DA  -" not in ris(undated)
    assert "issued" not in json.loads(csl_json(undated))[0]


FIELD = re.compile(r"  (?:title|year|version|howpublished|note|urldate) +=\ \{.*\},|  month +=\ [a-z]{3},")


Check = TypeVar("Check", bound=Callable[..., None])


def hostile(check: Check) -> Check:
    """Run a test on every hostile title and on made-up ones."""
    for each in HOSTILE:
        check = example(each)(check)
    made: Check = given(st.text(st.characters(codec=None), max_size=60))(check)  # type: ignore[assignment]  # it takes what the test took
    return made


@hostile
def test_no_title_breaks_out_of_a_bibtex_field(title: str) -> None:
    lines = bibtex(cited(title)).splitlines()
    assert all(FIELD.fullmatch(line) for line in lines[1:-1])
    for line in lines[1:-1]:
        depth = 0
        for sign in line.partition("= ")[2][:-1]:
            depth += (sign == "{") - (sign == "}")
            assert depth >= 0
        assert depth == 0
        inner = line.partition("= ")[2].removeprefix("{").removeprefix("{").removesuffix(",").removesuffix("}")
        inner = inner.removesuffix("}") if "title" in line[:8] else inner
        assert not set(re.sub(r"\\(?:[$&#%_]|text[a-z]+\{\})", "", inner)) & set("\\{}$&#%_^~")


@hostile
def test_no_title_breaks_out_of_a_ris_line(title: str) -> None:
    lines = ris(cited(title)).split("\r\n")
    assert [line[:6] for line in lines[:-1]] == [f"{tag}  - " for tag in "TY ID TI PY DA ET AV Y2 N1 ER".split()]
    assert all(len(line.splitlines()) <= 1 for line in lines)


@hostile
def test_every_citation_is_text_that_steers_nothing(title: str) -> None:
    made = cited(title)
    assert json.loads(csl_json(made))[0]["title"] == made.title
    for style in STYLES.values():
        words = style.write(made)
        words.encode("utf-8")
        assert not set(words) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\x1b\x00\x85\u2028\u2029")


def test_letters_of_every_script_stay() -> None:
    assert plain("قصف \u202aعلى\u202c  قمر") == "قصف على قمر"
    assert plain("می\u200cخواهم") == "می\u200cخواهم"


def test_a_style_that_there_is_not_is_told() -> None:
    with pytest.raises(BadFilter, match="apa, bibtex, ris, csl-json"):
        style_of("mla")
