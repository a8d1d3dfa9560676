"""What the adapter for time expressions writes of the reader's forms."""

from __future__ import annotations

import pytest
from bench.wikiwars import timexes

from reportedly.extract.times import readings
from reportedly.language.english import English
from reportedly.model import Report


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The siege of 2014–2016 ended.", [("2014", "2014"), ("2016", "2016")]),
        ("It was shelled from 3 to 5 June 2014.", [("3", "2014-06-03"), ("5 June 2014", "2014-06-05")]),
        ("The wall was built in 480 BC.", [("480 BC", "BC0480")]),
        ("A former soldier is now in charge.", [("former", "PAST_REF"), ("now", "PRESENT_REF")]),
        ("It fell on the night of 5 June 2014.", [("the night of 5 June 2014", "2014-06-05TNI")]),
        ("It fell in the second half of 2014.", [("the second half of 2014", "2014-H2")]),
        ("It held in the first ten months of 2014.", [("the first ten months of 2014", "P10M")]),
        ("Ten died per day for three weeks.", [("per day", "P1D"), ("three weeks", "P3W")]),
    ],
)
def test_a_reading_is_written_as_the_guidelines_want_it(text: str, told: list[tuple[str, str]]) -> None:
    report = Report(id="r1", sha256="0" * 64, file="report.txt", text=text)
    (document,) = English().parse([report])
    found = timexes(document, readings(report, document))
    assert [(text[int(t["start"]) : int(t["end"])], t["value"]) for t in found] == told
