"""What lineage tells about whole reports: which text each goes back to, and whose word a text without a speaker is.

Where nothing tells which of several reports was first, each of them may be the one that the others go back to. What follows from that is
worked out here for all of them alike, so that no number of origins rests on which one an edge happens to call the source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass

from reportedly.model import Claim, Direction, LineageEdge, LineageWhy, Report, Span
from reportedly.reconcile.speakers import sides

SAME_TEXT = 0.6
"""From this share of the shorter one's words up, a report that shares text with another is its copy, whatever either is about."""

SAME_STORY = 1 / 3
"""From this share up it is so if both tell of the happening in question."""

NAMED = 3
"""So many outlets are named of which one was first; of more than that one fewer, and how many more there are."""

Texts = tuple[str, ...]
"""The ids of the reports whose text something goes back to, sorted: more than one where nothing tells which of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roots:
    """What lineage tells about whole reports.

    `text` is the id of the report whose text each one goes back to (its own where it copies none); of several that may be it the first by
    id stands for all. `outlets` is what a text is called after: one outlet, or those of which one was first. `parts` is what each report
    has in common with others while the rest is its own: under the copy, and where nothing tells which of the two it is, under both.
    `own` is the key of the origin of a report's own voice, `names` how origins are called, `either` the keys of which a key of several
    stands for one, `sides` for whom named voices speak.
    """

    text: Mapping[str, str]
    outlets: Mapping[str, str]
    parts: Mapping[str, Sequence[LineageEdge]]
    own: Mapping[str, str]
    names: dict[str, str]
    either: dict[str, Texts]
    sides: Mapping[str, str]

    def texts_of(self, claims: Sequence[Claim]) -> dict[str, Texts]:
        """For the id of each claim of one happening the text that it goes back to.

        That is the source of the whole report, or of a stretch that the claim stands in, or of a third of the report where that
        source tells of the happening too. Of a stretch of which nothing tells the source it is either text, if both reports tell of
        the happening.
        """
        among = frozenset(claim.report for claim in claims)
        alike = self._alike(among)
        return {claim.id: self._texts_of(claim, among, alike) for claim in claims}

    def _texts_of(self, claim: Claim, among: Collection[str], alike: Mapping[str, Texts]) -> Texts:
        for edge in self.parts.get(claim.report, ()):
            there = edge.span if edge.report == claim.report else edge.source_span
            if not _tells(edge, claim, there, among):
                continue
            if not edge.is_undirected:
                return (self.text[edge.source_id],)
            if edge.source_id in among and edge.report in among:
                return alike[self.text[claim.report]]
        return (self.text[claim.report],)

    def _alike(self, among: Collection[str]) -> dict[str, Texts]:
        """For each text all texts that it shares a stretch with of which nothing tells the source, itself included."""
        edges = {edge for report in among for edge in self.parts.get(report, ()) if edge.is_undirected}
        pairs = [(self.text[e.source_id], self.text[e.report]) for e in edges if e.source_id in among and e.report in among]
        groups = joined({self.text[report] for report in among}, pairs)
        return {text: group for group in groups for text in group}


def _tells(edge: LineageEdge, claim: Claim, there: Span | None, among: Collection[str]) -> bool:
    """Whether what two reports share says something of where a claim in one of them, which has it at `there`, comes from."""
    other = edge.source_id if claim.report == edge.report else edge.report
    return (there is not None and there.overlaps(claim.spans[0])) or (other in among and (edge.share or 0) >= SAME_STORY)


def joined(members: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[Texts]:
    """The groups of members that pairs join, each sorted, in the order of their first."""
    parent = {member: member for member in sorted(members)}

    def find(i: str) -> str:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for one, other in pairs:
        a, b = sorted((find(one), find(other)))
        parent[b] = a
    groups: dict[str, list[str]] = defaultdict(list)
    for i in parent:
        groups[find(i)].append(i)
    return [tuple(group) for group in groups.values()]


def roots(reports: Sequence[Report], claims: Iterable[Claim], lineage: Iterable[LineageEdge]) -> Roots:
    """The roots of all reports, from *copies* and *credits* edges. The same in any order of input."""
    edges, claims = sorted(lineage), list(claims)
    known = {report.id: report for report in reports}
    copies = [e for e in edges if e.why is LineageWhy.COPIES]
    groups = joined(known, [(e.source_id, e.report) for e in copies if _is_whole(e)])
    firsts = {group[0]: _firsts(group, copies) for group in groups}
    text = {i: firsts[group[0]][0] for group in groups for i in group}
    named = sorted({(e.source_id, e.source) for e in edges if e.why is not LineageWhy.COPIES})
    names = dict(named)
    voices = {source.casefold(): identity for identity, source in named}
    signed = _signed(claims, edges, text)
    own: dict[str, str] = {}
    either: dict[str, Texts] = {}
    for group in groups:
        first = [known[i] for i in firsts[group[0]]]
        names |= {key: called for report in first for key, called in [_outlet(report)] if key not in names}
        keys = [signed[first[0].id]] if first[0].id in signed else [_own_voice(report, voices) for report in first]
        key = one_of(keys, names, either)
        own |= dict.fromkeys(group, key)
    outlets = {some[0]: listed_or(_outlet(known[i])[1] for i in some) for some in firsts.values()}
    return Roots(text=text, outlets=outlets, parts=_parts(copies), own=own, names=names, either=either, sides=sides(claims))


def _firsts(group: Sequence[str], copies: Iterable[LineageEdge]) -> Texts:
    """The reports of one text that may be the first: those that copy none by what is known; of these only the credited, if any is."""
    inside = frozenset(group)
    whole = [e for e in copies if e.report in inside and _is_whole(e)]
    copying = {e.report for e in whole if not e.is_undirected}
    credited = {e.source_id for e in whole if e.direction is Direction.CREDIT}
    open_ = [i for i in group if i not in copying] or [group[0]]
    return tuple([i for i in open_ if i in credited] or open_)


def _signed(claims: Iterable[Claim], edges: Iterable[LineageEdge], text: Mapping[str, str]) -> dict[str, str]:
    """For a text the id of the agency that signs it, in most of its prints; of equals the first by id."""
    cues = {(claim.report, saying.cue) for claim in claims for saying in claim.chain}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for edge in edges:
        if edge.why is LineageWhy.CREDITS and (edge.report, edge.span) not in cues:
            found[text[edge.report]][edge.source_id] += 1
    return {each: min(counts, key=lambda agency: (-counts[agency], agency)) for each, counts in found.items()}


def _outlet(report: Report) -> tuple[str, str]:
    """The key of an outlet's own voice and its name; those of the report where no outlet is known."""
    return (f"outlet:{report.outlet.casefold()}", report.outlet) if report.outlet else (f"report:{report.id}", f"report {report.id}")


def _own_voice(report: Report, voices: Mapping[str, str]) -> str:
    """The key of an outlet's own voice: that of the medium of its name where some report names one as its source."""
    return (voices.get(report.outlet.casefold()) if report.outlet else None) or _outlet(report)[0]


def one_of(keys: Iterable[str], names: MutableMapping[str, str], either: MutableMapping[str, Texts]) -> str:
    """The key that stands for one of several; it is added to `names` and `either` where there is more than one."""
    several = tuple(sorted({each for key in keys for each in either.get(key, (key,))}))
    if len(several) == 1:
        return several[0]
    key = f"one of {' '.join(several)}"
    names[key] = listed_or(names.get(each, each) for each in several)
    either[key] = several
    return key


def listed_or(names: Iterable[str]) -> str:
    """Names of which one is meant: "A or B"; "A, B or 4 more"."""
    known = sorted(set(names))
    if len(known) > NAMED:
        return f"{', '.join(known[: NAMED - 1])} or {len(known) - NAMED + 1} more"
    return " or ".join([", ".join(known[:-1]), known[-1]]) if len(known) > 1 else known[0]


def _parts(copies: Iterable[LineageEdge]) -> dict[str, list[LineageEdge]]:
    """What each report shares with others that is not the whole of it; of whom it is known before of whom it is not."""
    found: dict[str, list[LineageEdge]] = defaultdict(list)
    for edge in copies:
        if not _is_whole(edge):
            for report in _ends(edge):
                found[report].append(edge)
    return {report: sorted(some, key=lambda e: e.is_undirected) for report, some in found.items()}


def _ends(edge: LineageEdge) -> Iterator[str]:
    yield edge.report
    if edge.is_undirected:
        yield edge.source_id


def _is_whole(edge: LineageEdge) -> bool:
    return edge.share is None or edge.share >= SAME_TEXT
