"""Media that a text names as where it has something from: "according to the BBC", "Al Jazeera reported"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.link.agencies import Signers
from reportedly.model import Report, Span

MEDIA: dict[str, tuple[str, str]] = {
    form: (name, identity)
    for identity, name, forms in (
        ("org:bbc", "BBC", "BBC|BBC News|BBC Arabic"),
        ("org:cnn", "CNN", "CNN"),
        ("org:nyt", "New York Times", "New York Times"),
        ("org:washington-post", "Washington Post", "Washington Post"),
        ("org:wsj", "Wall Street Journal", "Wall Street Journal"),
        ("org:guardian", "The Guardian", "Guardian"),
        ("org:financial-times", "Financial Times", "Financial Times"),
        ("org:los-angeles-times", "Los Angeles Times", "Los Angeles Times"),
        ("org:fox-news", "Fox News", "Fox News"),
        ("org:nbc", "NBC", "NBC|NBC News"),
        ("org:abc-news", "ABC News", "ABC News"),
        ("org:cbs", "CBS", "CBS|CBS News"),
        ("org:npr", "NPR", "NPR"),
        ("org:bloomberg", "Bloomberg", "Bloomberg"),
        ("org:voa", "Voice of America", "VOA|Voice of America"),
        ("org:france-24", "France 24", "France 24|FRANCE 24"),
        ("org:deutsche-welle", "Deutsche Welle", "Deutsche Welle"),
        ("org:der-spiegel", "Der Spiegel", "Der Spiegel"),
        ("org:le-monde", "Le Monde", "Le Monde"),
        ("org:sky-news", "Sky News", "Sky News"),
        ("org:al-jazeera", "Al Jazeera", "Al Jazeera|Al-Jazeera|al-Jazeera"),
        ("org:al-arabiya", "Al Arabiya", "Al Arabiya|Al-Arabiya|al-Arabiya"),
        ("org:al-mayadeen", "Al Mayadeen", "Al Mayadeen|Al-Mayadeen|al-Mayadeen"),
    )
    for form in forms.split("|")
}
"""How large media that are no agencies are named, with their usual names and ids: those of voices."""

NAME = r"[A-Za-z][\w.&’'-]*(?:[ \t]+[A-Z0-9][\w.&’'-]*){0,3}"
AHEAD = re.compile(
    rf"\b(?:[Aa]ccording[ \t]+to|(?:reported|quoted|cited)[ \t]+by|[Cc]iting)[ \t]+(?:[Tt]he[ \t]+)?(?P<name>{NAME})(?!\w|[ \t]+of\b)"
)
"""Words that name whom a text has something from, before the name. "The Guardian of the Harbour" is nobody known."""

BEHIND = re.compile(
    rf"\b(?P<name>{NAME})[ \t]+(?:(?:news[ \t]+)?(?:agency|channel|television|newspaper)[ \t]+)?(?:reported|reports|quoted)\b"
)
"""The same behind it. "Said" is not among them: what a medium's spokesman says is something else."""


def cited_media(report: Report, known: Signers) -> Iterator[tuple[str, str, Span]]:
    """Media of the `known` that the text of a report, boilerplate left out, names as its source: name, id and the words, each once."""
    seen: set[str] = set()
    for pattern in (AHEAD, BEHIND):
        for found in pattern.finditer(report.text):
            span = _known_part(found.group("name"), found.start("name"), known, first=pattern is AHEAD)
            if span is None or any(b.span.overlaps(span) for b in report.boilerplate):
                continue
            name, identity = known[report.quote(span)]
            if identity not in seen:
                seen.add(identity)
                yield name, identity, span


def _known_part(words: str, start: int, known: Signers, *, first: bool) -> Span | None:
    """The longest known name that some words begin with, or end with."""
    words = words.rstrip(".’'-")
    edges = [0, *(m.end() for m in re.finditer(r"[ \t]+", words))]
    if first:
        parts = [(0, len(words)), *((0, len(words[:at].rstrip())) for at in reversed(edges[1:]))]
    else:
        parts = [(at, len(words)) for at in edges]
    return next((Span(start + a, start + b) for a, b in parts if words[a:b] in known), None)
