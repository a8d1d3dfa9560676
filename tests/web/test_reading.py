"""A report in pieces, and the marks of its claims."""

from __future__ import annotations

import dataclasses
import time

from hypothesis import given
from hypothesis import strategies as st
from tests.link.made import MONITOR, report
from tests.made_casebook import MENU, POST, STRIKE, made_book, said
from tests.web.test_pages import asking, shown

from reportedly.model import Boilerplate, BoilerplateKind, Dataset, Kind, Span
from reportedly.web.reading import SIGNS, legend, pieces, sign

TEXT = "Guns fired. " * 4
stretch = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span(min(ends), max(ends)))


@given(st.lists(stretch, max_size=6), st.lists(st.integers(0, len(TEXT)), min_size=4, max_size=4, unique=True).map(sorted))
def test_every_piece_knows_the_spans_that_it_is_part_of(spans: list[Span], ends: list[int]) -> None:
    menus = tuple(Boilerplate(Span(*ends[n : n + 2]), BoilerplateKind.MENU) for n in (0, 2))
    made = dataclasses.replace(report("r1", TEXT), boilerplate=menus, headline=Span(0, 4))
    found = list(pieces(made, spans))
    assert "".join(run.text for piece in found for run in piece.runs) == TEXT
    for piece in found:
        inside = [n for n, span in enumerate(spans, 1) if span.start <= piece.start < span.end]
        assert list(piece.within) == inside
        assert piece.leads == min(inside, key=lambda n: (len(spans[n - 1]), n), default=0)
        assert bool(piece.boilerplate) is any(menu.span.start <= piece.start < menu.span.end for menu in menus)
        assert piece.headline is (piece.start < 4)
    assert {n for piece in found for n in piece.opens} >= {n for n, span in enumerate(spans, 1) if span.start < len(TEXT)}


def test_a_mark_names_its_claims_and_leads_to_the_narrowest() -> None:
    wide = said(POST, STRIKE, kind=Kind.SHELLING)
    narrow = said(POST, "killed 12 people", kind=Kind.ATTACK, chain=[MONITOR])
    page = shown(asking(made_book(Dataset(reports=(POST,), claims=(wide, narrow)))), f"/report/{POST.id}")
    marks = [each for tag, each in page.tags if tag == "a" and "data-claims" in each]
    assert [(each["href"], each["data-claims"], str(each["class"]).split()[1]) for each in marks] == [
        ("#card-1", "1", "explosions"),
        ("#card-2", "1 2", "civilians"),
    ]
    ids = {each["id"] for _, each in page.tags if "id" in each}
    assert all(set(str(each["aria-describedby"]).split()) <= ids for each in marks)
    assert str(marks[1]["aria-describedby"]).split() == ["voices-1", "voices-2"]
    assert "said by Casualty Watch (monitor)" in page.text
    assert "printed by Qamar Post" in page.text
    assert f"{MENU}" in page.text


def test_every_kind_has_a_sign_and_the_legend_names_those_that_there_are() -> None:
    claims = [said(POST, STRIKE, kind=kind) for kind in Kind]
    assert {sign(each) for each in claims} == set(SIGNS.values())
    assert [(name, words) for name, words, _ in legend(claims)] == [(name, each.value) for each, name in SIGNS.items()]
    assert sum(number for *_, number in legend(claims)) == len(claims)
    assert legend(claims[:1]) == [("territory", "Territory", 1)]


def test_a_report_of_ten_thousand_words_with_hundreds_of_claims_is_cut_at_once() -> None:
    long = report("rlong", "Shells hit Qamar again today. " * 2000)
    spans = [Span(30 * n, 30 * n + 60) for n in range(800)]
    start = time.perf_counter()
    found = list(pieces(long, spans))
    assert time.perf_counter() - start < 1
    assert max(len(piece.within) for piece in found) == 2
