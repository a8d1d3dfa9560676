"""Origins: how many independent roots of information stand behind the claims of one event.

What is one origin:

* one first speaker, whoever relays it; voices of one state or group (two ministries, a minister, the army, the state) are one;
* all names of one speaker (see `speakers`);
* an office holder whose state no word tells ("the defence minister") is that of a state which speaks in the same report, if one does;
* the wire copy of one agency, and all reports that copy one text (see `Roots.text_of`: a paragraph of background makes no copy of the
  rest);
* an outlet's own voice, but only where the report (or the text it copies) attributes nothing on that event: elsewhere the
  headline and the lead restate what a named voice says further down, and take that voice's origin;
* another medium that is named as the only source: likewise;
* the unnamed or merely described voices ("sources", "witnesses") of one report: in two reports they may be two.

A denial or a doubt is never an origin.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.model import Claim, LineageEdge, LineageWhy, Report, Stance, VoiceKind
from reportedly.reconcile.speakers import is_stateless, sides, speakers

SAME_TEXT = 0.6
"""From this share of the shorter one's words up, a report that shares text with another is its copy, whatever either is about."""

SAME_STORY = 1 / 3
"""From this share up it is so if both tell of the happening in question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roots:
    """What lineage tells about whole reports.

    `text` is the id of the report whose text each one goes back to (its own where it copies none), `parts` what it has from
    others while the rest is its own; `own` the key of the origin of a report's own voice, `names` how origins are called,
    `sides` for whom named voices speak.
    """

    text: Mapping[str, str]
    parts: Mapping[str, Sequence[LineageEdge]]
    own: Mapping[str, str]
    names: Mapping[str, str]
    sides: Mapping[str, str]

    def text_of(self, claim: Claim, among: Collection[str]) -> str:
        """The id of the report whose text a claim goes back to. `among` are the ids of the reports that tell of its happening.

        That is the source of the whole report, or of a stretch that the claim stands in, or of a third of the report where that
        source tells of the happening too.
        """
        for edge in self.parts.get(claim.report, ()):
            if edge.span.overlaps(claim.spans[0]) or (edge.source_id in among and (edge.share or 0) >= SAME_STORY):
                return self.text[edge.source_id]
        return self.text[claim.report]


def roots(reports: Sequence[Report], claims: Iterable[Claim], lineage: Iterable[LineageEdge]) -> Roots:
    """The roots of all reports, from *copies* and *credits* edges. The same in any order of input."""
    edges, claims = sorted(lineage), list(claims)
    text = _texts(reports, edges)
    cues = {(claim.report, saying.cue) for claim in claims for saying in claim.chain}
    signed = [e for e in edges if e.why is LineageWhy.CREDITS and (e.report, e.span) not in cues]
    by_name = {e.source.casefold(): e.source_id for e in edges if e.why is not LineageWhy.COPIES}
    names = {e.source_id: e.source for e in edges if e.why is not LineageWhy.COPIES}
    agency: dict[str, str] = {}
    for edge in signed:
        agency.setdefault(text[edge.report], edge.source_id)
    own: dict[str, str] = {}
    known = {report.id: report for report in reports}
    for report in sorted(reports, key=lambda r: r.id):
        root = known[text[report.id]]
        outlet = f"outlet:{root.outlet.casefold()}" if root.outlet else f"report:{root.id}"
        named = by_name.get(root.outlet.casefold()) if root.outlet else None
        own[report.id] = agency.get(root.id) or named or outlet
        names.setdefault(outlet, root.outlet or f"report {root.id}")
    parts: dict[str, list[LineageEdge]] = defaultdict(list)
    for edge in edges:
        if edge.why is LineageWhy.COPIES and not _is_whole(edge):
            parts[edge.report].append(edge)
    return Roots(text=text, parts=parts, own=own, names=names, sides=sides(claims))


def _texts(reports: Sequence[Report], edges: Sequence[LineageEdge]) -> dict[str, str]:
    """For each report the report its text goes back to: over all reports joined by *copies*, one that copies nothing."""
    parent = {report.id: report.id for report in reports}

    def find(i: str) -> str:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    copies = [e for e in edges if e.why is LineageWhy.COPIES and _is_whole(e)]
    for edge in copies:
        a, b = sorted((find(edge.source_id), find(edge.report)))
        parent[b] = a
    copying = {e.report for e in copies}
    groups: dict[str, list[str]] = defaultdict(list)
    for i in sorted(parent):
        groups[find(i)].append(i)
    return {i: next((m for m in members if m not in copying), members[0]) for members in groups.values() for i in members}


def _is_whole(edge: LineageEdge) -> bool:
    return edge.share is None or edge.share >= SAME_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The origins of one event's claims: for each claim id the keys it may rest on (usually one), and their names."""

    may_be: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]

    def behind(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The keys of the independent origins of some claims. Denials and doubts add none.

        A claim of an outlet that restates one of several voices adds an origin only when none of them is there yet.
        """
        options = [self.may_be[c.id] for c in claims if c.stance is Stance.ASSERTS]
        sure = {some[0] for some in options if len(some) == 1}
        for some in sorted(each for each in options if len(each) > 1):
            if sure.isdisjoint(some):
                sure.add(some[0])
        return frozenset(sure)

    def everyone(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The keys of all origins of an event: every voice that asserts something on it."""
        return frozenset(key for c in claims if c.stance is Stance.ASSERTS for key in self.may_be[c.id])

    def called(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The names of some origins, sorted."""
        return tuple(sorted(self.names.get(key, key) for key in keys))


def origins(claims: Sequence[Claim], reports: Mapping[str, Report], known: Roots) -> Origins:
    """The origins of the claims of one event."""
    attributed: dict[str, set[str]] = defaultdict(set)
    stateless: set[str] = set()
    called: dict[str, Counter[str]] = defaultdict(Counter)
    spoken = speakers(claims, reports, known.text, known.sides)
    among = {claim.report for claim in claims}
    for claim in claims:
        if not claim.chain:
            continue
        text, key = known.text_of(claim, among), spoken[claim.id]
        outlet = reports[text].outlet or f"report {text}"
        name = claim.chain[0].voice.name
        called[key][f"{name} ({outlet})" if key.endswith(f" in {text}") else name] += 1
        if claim.stance is Stance.ASSERTS and not _is_relayed(claim):
            attributed[text].add(key)
        if is_stateless(claim, known.sides):
            stateless.add(key)
    for there in attributed.values():
        if any(key.startswith("state:") for key in there):
            there.difference_update(stateless)
    may_be = {claim.id: _options(claim, known, attributed, spoken, among) for claim in claims}
    names = {key: _commonest(counter) for key, counter in called.items()}
    return Origins(may_be=may_be, names={**known.names, **names})


def _commonest(names: Counter[str]) -> str:
    """The name used most often; of equals the first in the alphabet."""
    return min(names, key=lambda name: (-names[name], name))


def _is_relayed(claim: Claim) -> bool:
    """Whether only another medium is named as the source ("CNN reports that …"): like an outlet's own voice it may rest on anyone."""
    voice = claim.chain[0].voice
    return voice.kind is VoiceKind.MEDIA and voice.of is None


def _options(
    claim: Claim, known: Roots, attributed: Mapping[str, set[str]], spoken: Mapping[str, str], among: Collection[str]
) -> tuple[str, ...]:
    text = known.text_of(claim, among)
    there = attributed.get(text, set())
    if not claim.chain:
        return tuple(sorted(there)) or (known.own[text],)
    key = spoken[claim.id]
    if _is_relayed(claim):
        return tuple(sorted(there)) or (key,)
    if is_stateless(claim, known.sides) and key not in there:
        return tuple(sorted(each for each in there if each.startswith("state:"))) or (key,)
    return (key,)
