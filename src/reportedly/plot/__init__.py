"""Pictures of events, each with the table that it is drawn from: SVG that is written here, and PNG."""

from reportedly.plot.picture import NARROW, WIDE, Picture, Table, Tally
from reportedly.plot.plots import PLOTS, Plot

__all__ = ["NARROW", "PLOTS", "WIDE", "Picture", "Plot", "Table", "Tally"]
