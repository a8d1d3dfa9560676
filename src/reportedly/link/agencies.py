"""News agencies, and the signatures by which a printed text credits one."""

from __future__ import annotations

import re
from collections.abc import Iterator

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

_FORMS = "|".join(re.escape(form) for form in sorted(AGENCIES, key=lambda f: (-len(f), f)))

START = re.compile(rf"^[^\n]{{0,60}}?\((?P<head>{_FORMS})\)[ \t]*(?:[-–—]|$)")
"""A dateline: "CITY (Agency) -", or the agency in brackets at the end of a short first line."""

END = re.compile(rf"(?:\((?P<bracket>{_FORMS})\)|(?:^|[ \t])(?:--|[–—])[ \t]?(?P<dash>{_FORMS})|^(?P<alone>{_FORMS}))[ \t.]*$")
"""A signature: "(Agency)" or "-- Agency" at the end of a line, or a line that is only the agency's name."""

HEAD_LINES = 6
"""A dateline stands in one of the first so many lines that are not empty."""

TAIL_LINES = 3
"""A signature stands in one of the last so many."""


def signatures(report: Report) -> Iterator[tuple[str, str, Span]]:
    """The agencies that a report's text is signed with: name, id and the words, each agency once.

    Boilerplate is not looked at: an agency under a picture credits the picture.
    """
    seen: set[str] = set()
    lines = [line for line in _lines(report) if not any(b.span.overlaps(line) for b in report.boilerplate)]
    for pattern, some in ((START, lines[:HEAD_LINES]), (END, lines[-TAIL_LINES:])):
        for line in some:
            found = pattern.search(report.quote(line))
            if found is None:
                continue
            group = next(key for key, value in found.groupdict().items() if value is not None)
            name, identity = AGENCIES[found[group]]
            if identity not in seen:
                seen.add(identity)
                yield name, identity, Span(line.start + found.start(group), line.start + found.end(group))


def _lines(report: Report) -> list[Span]:
    """The lines of a report that are not empty."""
    return [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", report.text)]
