"""Which events and claims are asked for: places, days, kinds, names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable

from reportedly.book.event import BookEvent, speaking
from reportedly.book.field import BookField
from reportedly.errors import BadFilter
from reportedly.extract.gazetteer import candidates, country_of
from reportedly.extract.place_keys import fold
from reportedly.model import Claim, Decision, Entity, Field, Kind, Report, Voice, Where, written_day
from reportedly.review.queue import Item, Standing, standings

Test = Callable[[BookEvent], bool]

IDENTITY = re.compile(r"[a-z]+:\S+")


def place_test(wanted: str) -> Test:
    """Events that some claim puts in a place: by gazetteer name or id, by a unit or country around it, or by the report's words.

    Case, accents and hyphens do not count. A name that the gazetteer does not have is looked for in words alone.

    Raises:
        BadFilter: `wanted` is empty.
    """
    key = fold(_given("place", wanted, "the name of a town, province, country or sea, or a gazetteer id"))
    words = f" {key} "
    ids = {wanted} if IDENTITY.fullmatch(wanted) else {each.id for each in candidates(wanted)} | _country(wanted)

    def test(event: BookEvent) -> bool:
        return (bool(ids) and any(_inside(where, ids) for where in places(event.place))) or words in event.said(Field.PLACE)

    return test


def _country(wanted: str) -> set[str]:
    code = country_of(wanted)
    return set() if code is None else {f"country:{code}"}


def places(given: BookField) -> list[Where]:
    """Every place that a field of places has."""
    return [each for one in given.values if isinstance(one.value, tuple) for each in one.value if isinstance(each, Where)]


def _inside(where: Where, ids: Iterable[str]) -> bool:
    around = {where.id, f"country:{where.country}", *where.parents}
    return not around.isdisjoint(ids)


def _says(words: str, key: str) -> bool:
    return bool(key) and f" {key} " in f" {fold(words)} "


def days_test(since: dt.date | str | None, until: dt.date | str | None) -> Test:
    """Events with a possible day in the interval, both ends inclusive; an undated event is in none.

    A month or a year stands for its first day in `since` and for its last in `until`.

    Raises:
        BadFilter: a text is no date, or `since` is after `until`.
    """
    first = day("since", since, last=False)
    final = day("until", until, last=True)
    if first is not None and final is not None and first > final:
        raise BadFilter("since", first.isoformat(), f"a day that is not after {final.isoformat()}")

    def test(event: BookEvent) -> bool:
        return any((final is None or start <= final) and (first is None or end is None or end >= first) for start, end in event.given.days)

    return test


def day(name: str, value: dt.date | str | None, *, last: bool) -> dt.date | None:
    """A day from a date or from text: 2031-05-14, 2031-05 or 2031, whose `last` or first day is meant.

    Raises:
        BadFilter: the text is no date.
    """
    if value is None:
        return None
    if isinstance(value, dt.date):
        return value.date() if isinstance(value, dt.datetime) else value
    wanted = "2031-05-14, 2031-05 or 2031"
    try:
        return written_day(value, last=last)
    except ValueError as error:
        raise BadFilter(name, value, wanted) from error


def kind_test(wanted: Kind | str) -> Test:
    """Events of a kind, or of all kinds whose name starts so. Case does not count; "air strike" and AIR_STRIKE are one.

    Raises:
        BadFilter: no kind is called so.
    """
    kinds = {wanted} if isinstance(wanted, Kind) else _kinds(wanted)
    return lambda event: event.kind in kinds


def _kinds(wanted: str) -> set[Kind]:
    start = re.sub(r"\s*/\s*", "/", wanted.strip().casefold())
    name = re.sub(r"[\s/-]+", "_", start).upper()
    found = {kind for kind in Kind if start and (kind.value.casefold().startswith(start) or kind.name == name)}
    if not found:
        raise BadFilter("kind", wanted, f"the start of one of: {', '.join(kind.value for kind in Kind)}")
    return found


def actor_test(wanted: str) -> Test:
    """Events in which some claim says that a name acts: by its words, by its id, or by the state or group it belongs to.

    Raises:
        BadFilter: `wanted` is empty.
    """
    key = fold(_given("actor", wanted, "the name of a state, a force or a group, or its id"))
    code, words = country_of(wanted), f" {key} "
    ids = {wanted} if code is None else {wanted, f"state:{code}"}

    def test(event: BookEvent) -> bool:
        acting = [each for one in event.actor.values if isinstance(one.value, tuple) for each in one.value if isinstance(each, Entity)]
        return any(each.id in ids or each.owner in ids for each in acting) or words in event.said(Field.ACTOR)

    return test


def disputed_test(wanted: bool) -> Test:
    """Events with disputes, or without."""
    return lambda event: bool(event.disputes) is wanted


def voice_test(wanted: str) -> Test:
    """Events on which a voice says something or passes it on.

    Raises:
        BadFilter: `wanted` is empty.
    """
    says = VoiceTest(wanted)
    return lambda event: any(map(says.meets, event.voices))


def words_test(wanted: str) -> Test:
    """Events of which a report has some words in a row, whatever their case, in its text or its title.

    Raises:
        BadFilter: `wanted` is empty.
    """
    key = " ".join(_given("words", wanted, "words that stand in a report").casefold().split())
    return lambda event: any(key in event.index.settled.folded[report] for report in event.raw.reports)


def said_test(wanted: str) -> Test:
    """Events of which a claim rests on some words in a row, whatever their case.

    Raises:
        BadFilter: `wanted` is empty.
    """
    key = " ".join(_given("said", wanted, "words that a claim rests on").casefold().split())
    return lambda event: key in event.evidence


LACKS = ("place", "day")


def lacks_test(wanted: str) -> Test:
    """Events that cannot be put on a map ("place"), or on a timeline ("day").

    Raises:
        BadFilter: it is neither.
    """
    if wanted not in LACKS:
        raise BadFilter("lacks", wanted, f"one of {', '.join(LACKS)}")
    if wanted == "place":
        return lambda event: not event.spots
    return lambda event: event.given.shown.start is None


def status_test(wanted: Standing | str, standing: Iterable[Decision], queue: Iterable[Item]) -> Test:
    """Events whose review has come so far, by the decisions that hold and the queue.

    Raises:
        BadFilter: there is no such standing.
    """
    if wanted not in set(Standing):
        raise BadFilter("status", wanted, f"one of {', '.join(Standing)}")
    waiting, holding = {item.event for item in queue}, {each.number for each in standing}
    return lambda event: wanted in standings([each for each in event.history if each.number in holding], waits=event.id in waiting)


def origins_test(least: int) -> Test:
    """Events with at least so many independent origins."""
    return lambda event: event.origins >= least


class VoiceTest:
    """Claims that a voice makes or passes on. An outlet makes those that it says in its own voice.

    Raises:
        BadFilter: the name is empty.
    """

    def __init__(self, wanted: str) -> None:
        self._key = fold(_given("voice", wanted, "the name of who says it, or its id"))
        code = country_of(wanted)
        self._ids = {wanted} if code is None else {wanted, f"state:{code}"}
        self._known: dict[Voice | str, bool] = {}

    def __call__(self, claim: Claim, report: Report) -> bool:
        """Whether the claim is one of them; `report` is the one it is made in."""
        return any(map(self.meets, speaking(claim, report)))

    def meets(self, voice: Voice | str) -> bool:
        """Whether it is this voice, or the outlet of this name."""
        if voice not in self._known:
            named = _says(voice if isinstance(voice, str) else voice.name, self._key)
            self._known[voice] = named or (isinstance(voice, Voice) and not {voice.id, voice.of}.isdisjoint(self._ids))
        return self._known[voice]


def _given(name: str, value: str, wanted: str) -> str:
    if not fold(value):
        raise BadFilter(name, value, wanted)
    return value
