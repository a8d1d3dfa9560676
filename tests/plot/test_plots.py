"""What holds for every picture: it adds up, it is well-formed, it loses nothing, and what is hostile in it stays text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files

import pytest
from hypothesis import given, settings
from tests.made_casebook import HOSTILE, made_book
from tests.plot.pictured import books, deadly, placed, read, spoken, texts, widths
from tests.plot.test_map import EVERY_WAY

from reportedly.book import BookEvent
from reportedly.errors import ModelError
from reportedly.plot import NARROW, PLOTS, WIDE, Tally
from reportedly.plot.png import png
from reportedly.plot.shapes import Mark, Target
from reportedly.plot.svg import NAMESPACE, file, piece

NAMES = sorted(PLOTS)


def leads(target: Target) -> str:
    """An address that tells all of a target."""
    return f"/event/{target.event}" if target.event else "/?" + "&".join(f"{name}={value}" for name, value in target.filters)


@pytest.mark.parametrize("name", NAMES)
@given(events=books, width=widths)
@settings(max_examples=40, deadline=None)
def test_every_picture_of_anything_is_well_formed_and_adds_up(name: str, events: Sequence[BookEvent], width: float) -> None:
    picture = PLOTS[name].draw(events, width=width)
    assert read(picture).tag == f"{{{NAMESPACE}}}svg"
    assert all(tally.drawn + sum(number for number, _ in tally.left_out) == tally.total for tally in picture.tallies)
    assert all(len(row) == len(picture.table.header) for row in picture.table.rows)
    assert len(picture.table.targets) == len(picture.table.rows)


@pytest.mark.parametrize("name", NAMES)
@given(events=books)
@settings(max_examples=20, deadline=None)
def test_the_table_is_the_same_at_every_width(name: str, events: Sequence[BookEvent]) -> None:
    assert PLOTS[name].draw(events, width=NARROW).table == PLOTS[name].draw(events, width=WIDE).table


@pytest.mark.parametrize("name", NAMES)
def test_no_events_make_a_picture_that_says_so(name: str) -> None:
    picture = PLOTS[name].draw((), width=WIDE)
    assert picture.table.rows == ()
    assert any(re.match("No|There are no", line) for line in texts(picture))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_hostile_stays_text(name: str) -> None:
    picture = PLOTS[name].draw(made_book().events(), width=WIDE)
    assert any(HOSTILE[-9:] in str(cell) for row in picture.table.rows for cell in row) is (name == "voices")
    for text in (file(picture), piece(picture, leads, name=name)):
        assert "<script" not in text
        assert "\x1b" not in text
        assert "\u202e" not in text
    known = {"svg", "title", "desc", "style", "defs", "pattern", "path", "rect", "g", "text", "circle", "polyline"}
    assert {each.tag.rpartition("}")[2] for each in read(picture).iter()} <= known


@pytest.mark.parametrize("name", NAMES)
def test_a_file_has_its_style_its_caption_and_no_links(name: str) -> None:
    text = file(PLOTS[name].draw(made_book().events(), width=WIDE))
    assert "<style>" in text
    assert "href" not in text
    assert "http" not in text.replace(NAMESPACE, "")
    assert " style=" not in text


@pytest.mark.parametrize("name", NAMES)
def test_on_a_page_marks_lead_somewhere_and_tell_what_they_are(name: str) -> None:
    picture = PLOTS[name].draw(made_book().events(), width=WIDE)
    marks = [part for part in picture.parts if isinstance(part, Mark)]
    text = piece(picture, leads, name=name)
    assert text.count("<a ") == sum(mark.target is not None for mark in marks) > 0
    assert all(mark.title for mark in marks)
    assert "<style" not in text
    assert " style=" not in text


def test_page_and_file_style_the_same_classes() -> None:
    drawn = "".join(
        piece(PLOTS[name].draw(events, width=WIDE), leads, name=name)
        for name in NAMES
        for events in (made_book().events(), deadly(40), spoken(40), placed(*EVERY_WAY))
    )
    used = {word for group in re.findall(r'class="([\w ]*)"', drawn) for word in group.split()} - {"plot", "mark", "label"}
    page = (files("reportedly.web") / "static" / "page.css").read_text("utf-8")
    own = (files("reportedly.plot") / "file.css").read_text("utf-8")
    for css in (page, own):
        assert {word for word in used if not re.search(rf"\.{word}\b", css)} <= {"in"}


def test_two_pictures_on_a_page_share_no_id() -> None:
    drawn = "".join(piece(PLOTS[name].draw(deadly(3), width=WIDE), leads, name=name) for name in NAMES)
    ids = re.findall(r' id="([^"]+)"', drawn)
    assert len(ids) == len(set(ids)) > 0


@pytest.mark.parametrize("name", NAMES)
def test_a_png_is_one_and_the_same_each_time(name: str) -> None:
    picture = PLOTS[name].draw(made_book().events(), width=WIDE)
    made = png(picture)
    assert made.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(made[16:20], "big") == 2 * (WIDE + 48)
    assert made == png(picture)


def test_text_is_drawn_in_a_png_with_the_font_that_comes_along() -> None:
    """Without its text the picture would be a smaller file."""
    picture = PLOTS["disputes"].draw((), width=WIDE)
    (line,) = picture.parts
    silent = type(picture)(**{n: getattr(picture, n) for n in picture.__slots__} | {"parts": ()})
    assert len(png(picture)) > len(png(silent))
    assert line in picture.parts


def test_a_tally_that_does_not_add_up_cannot_be() -> None:
    with pytest.raises(ModelError):
        Tally(noun="event", total=3, drawn=1, left_out=((1, "undated"),))


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally(noun="event", total=1, drawn=1), "1 event is drawn."),
        (Tally(noun="event", total=0, drawn=0), "0 events are drawn."),
        (Tally(noun="event", total=9, drawn=9, left_out=((0, "undated"),)), "All 9 events are drawn."),
        (Tally(noun="event", total=3, drawn=1, left_out=((2, "undated"),)), "1 of 3 events is drawn. Not drawn: 2 undated."),
    ],
)
def test_a_tally_is_a_sentence(tally: Tally, words: str) -> None:
    assert str(tally) == words
