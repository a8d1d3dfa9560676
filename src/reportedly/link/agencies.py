"""News agencies and outlets, and the signatures by which a printed text credits one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from reportedly.model import Report, Span

AGENCIES: dict[str, tuple[str, str]] = {
    form: (name, identity)
    for identity, name, forms in (
        ("org:reuters", "Reuters", "Reuters|Thomson Reuters"),
        ("org:ap", "Associated Press", "AP|The Associated Press|Associated Press"),
        ("org:afp", "Agence France-Presse", "AFP|Agence France-Presse|Agence France Presse"),
        ("org:dpa", "dpa", "dpa|DPA"),
        ("org:efe", "EFE", "EFE|Efe"),
        ("org:upi", "United Press International", "UPI|United Press International"),
        ("org:ansa", "ANSA", "ANSA"),
        ("org:pa", "PA Media", "PA|PA Media|Press Association"),
        ("org:aap", "AAP", "AAP|Australian Associated Press"),
        ("org:kyodo", "Kyodo News", "Kyodo|Kyodo News"),
        ("org:yonhap", "Yonhap", "Yonhap"),
        ("org:xinhua", "Xinhua", "Xinhua"),
        ("org:tass", "TASS", "TASS|Tass|ITAR-TASS|Itar-Tass"),
        ("org:interfax", "Interfax", "Interfax"),
        ("org:ria", "RIA Novosti", "RIA Novosti|RIA"),
        ("org:sputnik", "Sputnik", "Sputnik"),
        ("org:ukrinform", "Ukrinform", "Ukrinform"),
        ("org:unian", "UNIAN", "UNIAN"),
        ("org:anadolu", "Anadolu Agency", "Anadolu|Anadolu Agency|AA"),
        ("org:pti", "Press Trust of India", "PTI|Press Trust of India"),
        ("org:ani", "ANI", "ANI"),
        ("org:ians", "IANS", "IANS"),
        ("org:sana", "SANA", "SANA"),
        ("org:irna", "IRNA", "IRNA"),
        ("org:wafa", "WAFA", "WAFA"),
        ("org:mena", "MENA", "MENA"),
        ("org:spa", "Saudi Press Agency", "SPA|Saudi Press Agency"),
        ("org:petra", "Petra news agency", "Petra"),
        ("org:ina", "Iraqi News Agency", "INA"),
        ("org:kcna", "KCNA", "KCNA"),
        ("org:bernama", "Bernama", "Bernama"),
        ("org:antara", "Antara", "Antara"),
    )
    for form in forms.split("|")
}
"""How agencies sign, with their usual names and ids. Public names of agencies only; the ids are those of voices."""

START = re.compile(r"^[^\n]{0,60}?\((?P<head>[^()\n]{2,80})\)[ \t]*(?:[-–—]|$)")
"""A dateline: "CITY (Agency) -", or the agency in brackets at the end of a short first line."""

END = re.compile(
    r"(?:\((?P<bracket>[^()\n]{2,80})\)|(?:^|[ \t])(?:--|[–—])[ \t]?(?P<dash>[^()\n–—]{2,80}?)|^(?P<alone>[^()\n]{2,80}?))[ \t.]*$"
)
"""A signature: "(Agency)" or "-- Agency" at the end of a line, or a line that is only the agency's name."""

SEVERAL = re.compile(r"[ \t]*(?:[/,;&+]|\band\b)[ \t]*")
"""What stands between the names of two that sign together: "(Reuters/AFP)"."""

HEAD_LINES = 6
"""A dateline stands in one of the first so many lines that are not empty."""

TAIL_LINES = 3
"""A signature stands in one of the last so many."""


Signers = Mapping[str, tuple[str, str]]
"""How someone signs, with the usual name and the id."""


def signers(reports: Iterable[Report]) -> Signers:
    """Who can sign a text: the agencies, and every outlet of `reports` by its name with or without "The"."""
    found: dict[str, tuple[str, str]] = {}
    for outlet in sorted({report.outlet for report in reports if report.outlet}):
        for form in (outlet, outlet.removeprefix("The ")):
            found.setdefault(form, (outlet, f"outlet:{outlet.casefold()}"))
    return {**found, **AGENCIES}


def plain_name(name: str) -> str:
    """A name by which two that call one agency or outlet are known to be one: without capitals and "The", agencies by their usual name."""
    usual, _ = AGENCIES.get(name, (name, ""))
    return usual.casefold().removeprefix("the ")


def signatures(report: Report, known: Signers = AGENCIES) -> Iterator[tuple[str, str, Span]]:
    """Those who sign a report's text, of the `known`: name, id and the words, each once.

    Boilerplate is not looked at: an agency under a picture credits the picture.
    """
    seen: set[str] = set()
    lines = _lines(report)
    own = (line for line in lines if not any(b.span.overlaps(line) for b in report.boilerplate))
    last = (line for line in reversed(lines) if not any(b.span.overlaps(line) for b in report.boilerplate))
    for pattern, some in ((START, list(islice(own, HEAD_LINES))), (END, list(islice(last, TAIL_LINES))[::-1])):
        for line in some:
            if found := pattern.search(report.quote(line)):
                group = next(key for key, value in found.groupdict().items() if value is not None)
                for span in _names(report, Span(line.start + found.start(group), line.start + found.end(group)), known):
                    name, identity = known[report.quote(span)]
                    if identity not in seen:
                        seen.add(identity)
                        yield name, identity, span


def _names(report: Report, signed: Span, known: Signers) -> Iterator[Span]:
    """The name that a signature is, or the names in it."""
    words = report.quote(signed)
    if words in known:
        yield signed
        return
    at = 0
    for between in (*SEVERAL.finditer(words), None):
        end = len(words) if between is None else between.start()
        if words[at:end] in known:
            yield Span(signed.start + at, signed.start + end)
        at = end if between is None else between.end()


def _lines(report: Report) -> list[Span]:
    """The lines of a report that are not empty."""
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", report.text)]
