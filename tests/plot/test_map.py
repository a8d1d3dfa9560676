"""Events by place: every place is there once, nothing is drawn more exactly than it is known, and what has no place is told."""

from __future__ import annotations

import dataclasses
import math
import re
import time
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.link.made import FAR, QAMAR
from tests.made_casebook import HOSTILE
from tests.plot.pictured import books, placed, texts, widths

from reportedly.book import BookEvent
from reportedly.book.event import book_event
from reportedly.model import Field, Where
from reportedly.plot import NARROW, WIDE, Picture
from reportedly.plot.lettering import LETTERS, SMALL_LETTERS, breadth
from reportedly.plot.map import MOST, map_picture
from reportedly.plot.shapes import Box, Dot, Line, Mark, Outline, Shape, Words
from reportedly.plot.svg import file, piece

NEAR = dataclasses.replace(QAMAR, precision=2)
ALEPPO = Where(name="Aleppo", id="geonames:170062", lat=36.2, lon=37.6, country="SY", precision=4)
SYRIA = Where(name="Syria", id="country:SY", lat=35.0, lon=38.0, country="SY", precision=6)
NIGER = Where(name="Niger", id="country:NE", lat=16.0, lon=8.0, country="NE", precision=6)
BLACK_SEA = Where(name="Black Sea", id="region:black-sea", lat=43.0, lon=34.0, country=None, precision=7)
UNREACHED = dataclasses.replace(QAMAR, precision=4)
MILL = Where(name="the old mill", id=None, lat=None, lon=None, country=None, precision=2)
EVERY_WAY = (QAMAR, NEAR, ALEPPO, SYRIA, BLACK_SEA)

anywhere = st.builds(
    lambda lon, lat, precision, n: dataclasses.replace(QAMAR, id=f"geonames:9{n}", lon=lon, lat=lat, precision=precision),
    st.floats(-180, 180),
    st.floats(-90, 90),
    st.integers(1, 7),
    st.integers(0, 999_999),
)


def signs(picture: Picture) -> list[tuple[Mark, Shape]]:
    return [(part, part.shapes[0]) for part in picture.parts if isinstance(part, Mark)]


def how(places: Sequence[Where]) -> list[str]:
    """The classes of the signs of some places, each drawn alone."""
    made = [signs(map_picture(placed(place), width=WIDE)) for place in places]
    return [shape.css for ((_, shape),) in made if isinstance(shape, Dot)]


@given(events=books, width=widths)
@settings(max_examples=60, deadline=None)
def test_the_table_and_the_signs_have_every_event_at_each_of_its_places(events: Sequence[BookEvent], width: float) -> None:
    picture = map_picture(events, width=width)
    told = Counter({(row[0], row[4]): int(row[7] or 0) for row in picture.table.rows})
    assert told == Counter((spot.id, spot.precision) for event in events for spot in event.spots)
    assert len(signs(picture)) == len(picture.table.rows)
    numbers = sorted(int(re.findall(r"(\d+) events?$", mark.title)[0]) for mark, _ in signs(picture))
    assert numbers == sorted(told.values())
    (tally,) = picture.tallies
    assert tally.drawn == sum(bool(event.spots) for event in events)
    assert tally.drawn + tally.left_out[0][0] == len(events)


def test_the_table_sums_the_best_numbers_of_killed_that_are_known() -> None:
    picture = map_picture(placed(QAMAR, FAR, QAMAR, None), width=WIDE)
    assert picture.table.rows == (
        ("geonames:2", "Qamar", 10.5, 10.5, 1, 0.0, "XC", 2, 2, 2, "yes"),
        ("geonames:4", "Ostvik", 14.0, 14.0, 1, 0.0, "XC", 1, 1, 1, "yes"),
    )
    assert "3 of 4 events are drawn. Not drawn: 1 with no place" in " ".join(texts(picture))
    (event,) = placed(QAMAR)
    raw = dataclasses.replace(event.raw, fields=tuple(each for each in event.raw.fields if each.field is not Field.KILLED))
    assert map_picture([book_event(raw, event.index)], width=WIDE).table.rows[0][7:10] == (1, None, 0)


def test_an_event_at_several_places_is_at_each_or_at_none() -> None:
    picture = map_picture(placed((QAMAR, FAR), (QAMAR, MILL)), width=WIDE)
    assert [row[1] for row in picture.table.rows] == ["Ostvik", "Qamar"]
    assert (picture.tallies[0].total, picture.tallies[0].drawn) == (2, 1)


def test_only_what_is_known_exactly_is_a_point() -> None:
    assert how(EVERY_WAY) == ["spot exact", "spot near", "spot unit", "spot whole", "spot vague"]
    assert how([UNREACHED]) == ["spot vague"]


@given(places=st.lists(anywhere, min_size=1, max_size=4), width=widths)
@example(places=[dataclasses.replace(QAMAR, lat=90.0), dataclasses.replace(FAR, lat=-90.0)], width=NARROW)
@example(places=[dataclasses.replace(QAMAR, lon=180.0, precision=5)], width=WIDE)
@settings(max_examples=50, deadline=None)
def test_every_sign_lies_in_the_frame(places: list[Where], width: float) -> None:
    picture = map_picture(placed(*places), width=width)
    (frame,) = [part for part in picture.parts if isinstance(part, Box) and part.css == "frame"]
    (ruler,) = [part for part in picture.parts if isinstance(part, Line)]
    for _, shape in signs(picture):
        if isinstance(shape, Dot):
            assert 0 <= shape.x <= width
            assert 0 <= shape.y <= frame.height
        else:
            assert isinstance(shape, Outline)
            assert all(0 <= x <= width and 0 <= y <= frame.height for line in shape.lines for x, y in line)
    assert 0 < ruler.points[2][0] - ruler.points[1][0] <= width / 4


@given(places=st.lists(anywhere, min_size=1, max_size=4))
@settings(max_examples=30, deadline=None)
def test_a_sign_tells_how_exactly_its_place_is_known_and_a_vague_one_is_no_point(places: list[Where]) -> None:
    for mark, shape in signs(map_picture(placed(*places), width=WIDE)):
        assert isinstance(shape, Dot | Outline)
        assert (shape.css == "spot exact") is (", at this place: " in mark.title)
        assert not isinstance(shape, Dot) or shape.css == "spot exact" or shape.radius >= 6


def test_a_ring_of_25_km_is_as_long_as_the_scale_says() -> None:
    picture = map_picture(placed(NEAR), width=WIDE)
    ((_, ring),) = signs(picture)
    (ruler,) = [part for part in picture.parts if isinstance(part, Line) and part.css == "ruler"]
    (km,) = [int(found[1].replace(",", "")) for line in texts(picture) if (found := re.match(r"([\d,]+) km$", line))]
    assert isinstance(ring, Dot)
    assert ring.radius / 25 == pytest.approx((ruler.points[2][0] - ruler.points[1][0]) / km, rel=0.01)


def test_a_whole_country_is_shaded_and_seen_whole() -> None:
    picture = map_picture(placed(SYRIA), width=WIDE)
    (told,) = [part for part in picture.parts if isinstance(part, Outline) and "told" in part.css]
    xs, ys = ([point[axis] for line in told.lines for point in line] for axis in (0, 1))
    assert 0 < min(xs) < max(xs) < WIDE
    assert max(xs) - min(xs) > WIDE / 3
    assert 0 < min(ys) < max(ys) < picture.height
    assert "told" not in file(map_picture(placed(ALEPPO), width=WIDE)).partition("</style>")[2]


def test_more_events_make_a_larger_sign_with_their_number_beside_its_name() -> None:
    picture = map_picture(placed(*[QAMAR] * 9, FAR), width=WIDE)
    radius = {mark.title: shape.radius for mark, shape in signs(picture) if isinstance(shape, Dot)}
    assert radius["Qamar, at this place: 9 events"] > radius["Ostvik, at this place: 1 event"]
    assert {"Qamar 9", "Ostvik"} <= set(texts(picture))


def test_a_sign_leads_to_the_events_at_its_place() -> None:
    page = piece(map_picture(placed(QAMAR), width=WIDE), lambda target: "/?" + "=".join(target.filters[0]), name="map")
    assert 'href="/?place=geonames:2"' in page


def test_only_places_with_a_hostile_name_say_it_and_only_as_text() -> None:
    picture = map_picture(placed(dataclasses.replace(QAMAR, name=HOSTILE)), width=WIDE)
    assert picture.table.rows[0][1] == HOSTILE
    for text in (file(picture), piece(picture, lambda _: "/", name="map")):
        assert "<script" not in text
        assert "&lt;script&gt;" in text
        assert "\x1b" not in text
        assert "\u202e" not in text


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("shown", [EVERY_WAY, [dataclasses.replace(QAMAR, id=f"geonames:9{n}", lon=n / 20, lat=n % 7) for n in range(90)]])
def test_names_on_the_map_stand_clear_of_each_other(width: float, shown: Sequence[Where]) -> None:
    names = [
        part for part in map_picture(placed(*shown), width=width).parts if isinstance(part, Words) and part.css.endswith(("on", "country"))
    ]
    boxes = []
    for each in names:
        wide = breadth(each.text, LETTERS if "label" in each.css else SMALL_LETTERS)
        left = each.x - {"start": 0, "middle": wide / 2, "end": wide}[each.anchor]
        assert 0 <= left <= left + wide <= width
        boxes.append((left, each.y, left + wide))
    crossing = [(a, b) for n, a in enumerate(boxes) for b in boxes[:n] if abs(a[1] - b[1]) < 12 and a[0] < b[2] and b[0] < a[2]]
    assert crossing == []
    assert len(names) >= 4


@pytest.fixture(scope="module")
def many() -> tuple[BookEvent, ...]:
    """10,000 events at a thousand places all over the world, and at two whole countries."""
    spread = [
        dataclasses.replace(
            QAMAR, id=f"geonames:9{n}", name=f"Qamar {n}", lon=n * 137.5 % 360 - 180, lat=60 * math.sin(n), precision=1 + n % 2
        )
        for n in range(998)
    ]
    return placed(*spread, SYRIA, NIGER) * 10


def test_ten_thousand_events_are_drawn_in_a_moment_and_stay_small(many: tuple[BookEvent, ...]) -> None:
    map_picture(placed(QAMAR), width=WIDE)
    start = time.process_time()
    picture = map_picture(many, width=WIDE)
    text = file(picture)
    assert time.process_time() - start < 1.5
    assert len(text) < 400_000


def test_beyond_the_750_places_with_most_events_the_table_goes_on_and_the_caption_tells(many: tuple[BookEvent, ...]) -> None:
    picture = map_picture((*many, *many[-20:]), width=WIDE)
    assert len(picture.table.rows) == 1000
    assert Counter(row[-1] for row in picture.table.rows) == {"yes": MOST, "no": 1000 - MOST}
    assert len(signs(picture)) == MOST
    (tally,) = picture.tallies
    assert tally.left_out[1] == (10 * (1000 - MOST), "not at one of the 750 places with most events")
    assert tally.drawn + 10 * (1000 - MOST) == 10_020


def test_the_places_come_with_most_events_first(many: tuple[BookEvent, ...]) -> None:
    numbers = [int(row[7] or 0) for row in map_picture((*many, *many[:100]), width=WIDE).table.rows]
    assert all(a >= b for a, b in pairwise(numbers))


def test_the_caption_names_who_made_the_land() -> None:
    told = " ".join(texts(map_picture(placed(QAMAR), width=WIDE)))
    assert "Natural Earth" in told
    assert "GeoNames" in told
