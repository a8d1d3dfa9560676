"""Comparisons of two claims by time, place, sort and position in the text.

Each answers with an `Opinion`, or with None when one of the claims does not give what it looks at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from reportedly.link.facts import VIOLENT, ClaimFacts
from reportedly.model import Family, VoiceKind, When, Where

RECENT_DAYS = 7
"""An undated happening is most often of the week before its report was published."""


class Opinion(NamedTuple):
    """What one comparison thinks.

    `likeness` is 0 (fully against) to 1 (fully for), `share` the part of the rule's weight that this carries
    (0–1; vague things carry less), `why` gives a short sentence: it is put into words only where somebody asks.
    """

    likeness: float
    share: float
    why: Callable[[], str]


RELATED: dict[tuple[Family, Family], float] = {
    (one, other): alike
    for first, second, alike in (
        (Family.EXPLOSIONS, Family.CIVILIANS, 0.5),
        (Family.EXPLOSIONS, Family.BATTLES, 0.4),
        (Family.BATTLES, Family.CIVILIANS, 0.45),
        (Family.BATTLES, Family.TERRITORY, 0.4),
        (Family.PROTESTS, Family.CIVILIANS, 0.4),
        (Family.STRATEGIC, Family.VERBAL, 0.3),
    )
    for one, other in ((first, second), (second, first))
}
"""Families that two reports may choose for one happening, and how alike they then are. Others cannot be one."""


def kind(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Same kind, or kinds that reports mix up."""
    one, other = a.claim.kind, b.claim.kind
    if one is other:
        return Opinion(1.0, 1.0, lambda: f"both are of the kind {one.value}")
    same_report = a.claim.report == b.claim.report
    if a.family is b.family:
        return Opinion(0.4 if same_report else 0.6, 1.0, lambda: f"{one.value} and {other.value} are of one family ({a.family.value})")
    alike = RELATED.get((a.family, b.family), 0.0)
    return Opinion(alike, 1.0, lambda: f"{one.value} and {other.value} are of different families")


def place(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Where it happened: the most alike pair of places."""
    return _best(a.places, b.places)


def launched_from(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Where it was launched from."""
    found = _best(a.launched, b.launched)
    return found and found._replace(why=lambda: f"launched from: {found.why()}")


def _best(one: tuple[Where, ...], other: tuple[Where, ...]) -> Opinion | None:
    if not one or not other:
        return None
    return foremost([opinion for x in one for y in other if (opinion := places_alike(x, y)) is not None])


def foremost(found: Sequence[Opinion]) -> Opinion | None:
    """Of several opinions the one that carries most for one happening."""
    if len(found) < 2:
        return found[0] if found else None
    return max(found, key=lambda o: (o.likeness * o.share, o.likeness, o.why()))


def places_alike(x: Where, y: Where) -> Opinion | None:
    """How alike two places are: the same, one in the other, near, or apart. A country says little."""
    if (x.id is not None and x.id == y.id) or (x.name.casefold() == y.name.casefold() and x.country == y.country):
        share = 0.7 if x.precision >= 4 else 1.0
        return _country(x, lambda: f"both only say {x.name}") or Opinion(1.0, share, lambda: f"both at {x.name}")
    inner, outer = (x, y) if x.lies_in(y) else (y, x)
    if inner.lies_in(outer):

        def said() -> str:
            return f"{inner.name} lies in {outer.name}"

        return _country(outer, said) or Opinion(0.85, 0.8, said)
    km = x.km_to(y)
    if km is None or max(x.precision, y.precision) >= 5:
        return Opinion(0.1, 1.0, lambda: f"{x.name} and {y.name} are in different countries") if _abroad(x, y) else None
    likeness = 0.9 if km <= 25 else max(0.0, 0.7 * (1 - (km - 25) / 75))
    return Opinion(likeness, 0.9 if km <= 25 else 1.0, lambda: f"{x.name} and {y.name} are {km:.0f} km apart")


def _country(place: Where, said: Callable[[], str]) -> Opinion | None:
    """The weak evidence of sharing a country; None for a smaller place or a sea."""
    return Opinion(0.6, 0.25, said) if place.precision == 6 else None


def _abroad(x: Where, y: Where) -> bool:
    return x.country is not None and y.country is not None and x.country != y.country


MEETING: dict[int, tuple[float, float]] = {1: (1.0, 1.0), 2: (0.95, 0.8), 3: (0.8, 0.6), 4: (0.7, 0.4), 5: (0.6, 0.2)}
"""Likeness and share when two times meet, by the vaguer one's `date_prec`."""


def when(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Days that meet, or how far apart they are. An unresolved time has no view."""
    one, other = a.when, b.when
    if one is None or other is None:
        return None
    apart = one.days_apart(other)
    if apart is None:
        return None
    vague = max(one.precision or 5, other.precision or 5)
    if apart == 0:
        open_ended = one.end is None or other.end is None
        likeness, share = (0.6, 0.3) if open_ended else MEETING[vague]
        return Opinion(likeness, share, lambda: f"{days(one)} and {days(other)} meet")
    likeness = 0.55 if apart == 1 and vague <= 2 else 0.0
    return Opinion(likeness, 0.5 if likeness else 1.0, lambda: f"{days(one)} and {days(other)} are {apart} day{'s' * (apart > 1)} apart")


def days(when: When) -> str:
    """An interval of days in words that fit a sentence."""
    if when.start is None:
        return "an unknown day"
    if when.end is None:
        return f"since {when.start}"
    return str(when.start) if when.end == when.start else f"{when.start} to {when.end}"


def published(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Where one claim of two reports has no date: how near the other's day, or the two publications, are."""
    if a.claim.report == b.claim.report or (a.when is not None and b.when is not None):
        return None
    dated, undated = (a, b) if a.when is not None else (b, a)
    day = dated.when
    if undated.report.published is None:
        return None
    if day is not None:
        gap = (undated.report.published - day.end).days if day.end is not None else None
    else:
        gap = abs((undated.report.published - dated.report.published).days) if dated.report.published is not None else None

    def said() -> str:
        if day is None:
            return f"both undated, in reports of {a.report.published} and {b.report.published}"
        return f"one is dated {days(day)}, the other undated in a report of {undated.report.published}"

    return None if gap is None else _gap(gap, said)


def _gap(gap: int, said: Callable[[], str]) -> Opinion:
    if gap < -1:
        return Opinion(0.0, 1.0, lambda: f"{said()}: before it happened")
    if gap <= 3:
        return Opinion(0.75, 0.6, said)
    if gap <= RECENT_DAYS:
        return Opinion(0.55, 0.5, said)
    return Opinion(0.3, 0.8, said) if gap <= 2 * RECENT_DAYS else Opinion(0.1, 1.0, said)


def coreference(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """One claim's wording points back to the other's trigger, both point back to the same words, or both hang on one trigger."""
    if a.claim.report != b.claim.report:
        return None
    if a.claim.trigger.overlaps(b.claim.trigger):
        return Opinion(1.0, 1.0, lambda: f"both speak of “{a.report.quote(a.claim.trigger)}”")
    if points_back(a, b) or points_back(b, a):
        back, first = (a, b) if points_back(a, b) else (b, a)
        return Opinion(1.0, 1.0, lambda: f"“{a.report.quote(back.claim.trigger)}” points back to “{a.report.quote(first.claim.trigger)}”")
    mine, yours = a.claim.refers_to, b.claim.refers_to
    if mine is not None and yours is not None and mine.overlaps(yours):
        return Opinion(1.0, 0.9, lambda: f"both point back to “{a.report.quote(mine)}”")
    return None


def points_back(a: ClaimFacts, b: ClaimFacts) -> bool:
    """Whether the wording of one claim points back to the trigger of another one of its report."""
    return a.claim.refers_to is not None and a.claim.refers_to.overlaps(b.claim.trigger)


def adjacent(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Claims that follow each other in one report, more so from one voice."""
    if a.claim.report != b.claim.report or (apart := abs(a.position - b.position)) > 2:
        return None
    if same_speaker(a, b):
        return Opinion(0.9, 1.0 if apart == 1 else 0.7, lambda: "said by one voice, one after the other")
    return Opinion(0.65, 0.6, lambda: "one after the other in the text") if apart == 1 else None


def sentence(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Claims whose evidence overlaps."""
    if a.claim.report != b.claim.report or not a.claim.spans[0].overlaps(b.claim.spans[0]):
        return None
    return Opinion(0.75, 1.0, lambda: "their evidence is the same words in part")


def another(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Words that set the later claim off from what the report told before ("a second bomb", "two hours later a bomb")."""
    later = told_apart(a, b)
    return Opinion(0.0, 1.0, lambda: f"“{later.report.quote(later.claim.trigger)}” is told as another one") if later else None


def told_apart(a: ClaimFacts, b: ClaimFacts) -> ClaimFacts | None:
    """Of two claims of a report the later one, where words set it off from the earlier."""
    if a.claim.report != b.claim.report or a.claim.trigger.overlaps(b.claim.trigger):
        return None
    first, later = (a, b) if a.position < b.position else (b, a)
    return later if later.another and later.claim.refers_to is None and not first.another else None


def opening(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """A headline and the first paragraph tell one story."""
    if a.claim.report != b.claim.report or None in (a.opening, b.opening) or a.opening is b.opening:
        return None
    if VIOLENT.isdisjoint((a.family,)) or VIOLENT.isdisjoint((b.family,)):
        return None
    return Opinion(0.9, 1.0, lambda: "the headline and the first paragraph tell one story")


def focus(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Two claims of a report that tells of one happening with victims only."""
    if a.claim.report != b.claim.report or not (a.focused and b.focused) or not {a.family, b.family} <= VIOLENT:
        return None
    if _is_general(a) is not _is_general(b):
        return None
    return Opinion(0.8, 1.0, lambda: "the report tells of one happening with victims only")


def _is_general(fact: ClaimFacts) -> bool:
    """Whether it happened somewhere in a country, and nothing tells more."""
    return bool(fact.places) and all(place.precision >= 6 for place in fact.places)


TOLL_REACH = 3
"""Claims between a happening and a sentence that tells its victims alone."""


def whole(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """A row of happenings ("killed since 2011") against one of them."""
    if a.series is b.series or a.claim.trigger == b.claim.trigger:
        return None
    return Opinion(0.0, 1.0, lambda: "one speaks of a row of happenings, the other does not")


def toll(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Victims of whom no more is told are those of what the report tells."""
    if a.claim.report != b.claim.report or abs(a.position - b.position) > TOLL_REACH or a.series or b.series:
        return None
    bare, other = (a, b) if a.is_bare else (b, a)
    if not bare.is_bare or other.is_bare or other.family not in VIOLENT:
        return None
    return Opinion(0.8, 1.0, lambda: f"“{bare.report.quote(bare.claim.trigger)}” tells nothing but victims")


def speaker(a: ClaimFacts, b: ClaimFacts) -> Opinion | None:
    """Two reports, close in time, that rest on one named voice."""
    voice = a.speaker
    if a.claim.report == b.claim.report or voice is None or b.speaker is None or not same_speaker(a, b):
        return None
    if voice.kind is VoiceKind.UNNAMED or voice.id.startswith(("voice:", "unnamed:")):
        return None
    if a.report.published is None or b.report.published is None:
        return Opinion(0.6, 0.5, lambda: f"both rest on {voice.name}")
    gap = abs((a.report.published - b.report.published).days)
    return Opinion(0.85, 1.0, lambda: f"both rest on {voice.name}, printed within {gap} days") if gap <= 3 else None


def same_speaker(a: ClaimFacts, b: ClaimFacts) -> bool:
    """Whether both come from one first speaker, or both from the outlet. A minister and a ministry of one state are one."""
    if a.speaker is None or b.speaker is None:
        return a.speaker is b.speaker
    return a.speaker.id == b.speaker.id or (a.speaker.of is not None and a.speaker.of == b.speaker.of)
