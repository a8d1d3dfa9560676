"""Which pictures there are. One more is one more line here: a name, its words, and a function from events to a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from reportedly.plot.disputes import disputes
from reportedly.plot.map import map_picture
from reportedly.plot.picture import Picture
from reportedly.plot.subject import Subject
from reportedly.plot.tolls import tolls
from reportedly.plot.voices import voices
from reportedly.plot.weeks import weeks


class Draw(Protocol):
    """From events to a picture of a width in pixels; its table is the same at every width."""

    def __call__(self, events: Sequence[Subject], *, width: float) -> Picture:
        """Do it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A picture that can be asked for: what it is called, and in a few words what it shows."""

    name: str
    words: str
    draw: Draw


PLOTS: Mapping[str, Plot] = MappingProxyType(
    {
        plot.name: plot
        for plot in (
            Plot(name="weeks", words="events over time, by kind", draw=weeks),
            Plot(name="tolls", words="tolls as ranges, with the number of origins", draw=tolls),
            Plot(name="voices", words="who reports whom: claims by voice and outlet", draw=voices),
            Plot(name="disputes", words="disputes by field", draw=disputes),
            Plot(name="map", words="events by place on a map", draw=map_picture),
        )
    }
)
