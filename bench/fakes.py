"""Which place, cause, actor and numbers of dead the product finds in each article.

The adapter only selects from the claims of the product's export: first the report's main claim (one of its headline
before any other, one of violence before any other, one that counts dead before any other), then the claims of
the same event in text order. The cause is the kind that most of these give in the headline and the lead. A place that they tell
only as a country or a region is told more exactly by the next deed of violence in the lead that has one. Numbers are those of
the headline and the lead, failing that those of the same event, failing that any: what stands further behind is mostly background.
"""

from __future__ import annotations

import itertools
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import scorer
from bench.product import exported, read_rows, rows, write_rows
from reportedly.export.units import units
from reportedly.extract.number_words import PLURALS, VAGUE
from reportedly.model import Family, Kind, PlaceRole, Where, family

DATA = "bench/fakes/dev.jsonl"
VIOLENT = frozenset({Family.EXPLOSIONS, Family.CIVILIANS, Family.BATTLES})
REAL = frozenset({"happened", "ongoing"})
CLASSES = {"civilians": {"civilian", "unknown"}, "noncivilians": {"combatant"}, "children": {"child"}, "women": {"woman"}}
"""Which victim classes answer each question: here everybody not said to fight is asked for as a civilian."""

MOST_PLACES, FEW_PLACES, MOST_ACTORS = 4, 3, 3

REGION = 5
"""`where_prec` of a region or a part of a country; above it stand countries and seas."""

LEAD = 500
"""Characters after the title that count as a report's lead: its first two or three sentences."""

Claim = dict[str, Any]


def run(data: Path, out: Path) -> dict[str, float]:
    """Read the articles into a new casebook, write a prediction for each to `out`; the scorer's figures, if it is there."""
    articles = read_rows(data)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        write_rows(source, [record(article) for article in articles])
        export = rows(exported(source, Path(folder) / "casebook.db"))
    predictions = predict(articles, export)
    write_rows(out, predictions)
    module = scorer.beside(data)
    return {} if module is None else dict(scorer.flat(module.score(articles, predictions)))


def address(identifier: str) -> str:
    """The made-up address by which an article is found again in the export."""
    return f"https://fakes.invalid/{identifier}"


def record(article: dict[str, Any]) -> dict[str, Any]:
    """An article as a record that the product reads."""
    return {name: article[name] for name in ("title", "text", "outlet", "published")} | {"url": address(article["id"])}


def predict(articles: Sequence[dict[str, Any]], export: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """A prediction for each article, in order; one without claims has nothing but its id."""
    reports = {row["url"]: row for row in export if row["type"] == "report"}
    claims: dict[str, list[Claim]] = defaultdict(list)
    for row in export:
        if row["type"] == "claim":
            claims[row["report"]].append(row)
    found = []
    for article in articles:
        report = reports.get(address(article["id"]))
        mine = [] if report is None else claims[report["id"]]
        found.append({"id": article["id"], **selected(mine, headline_end(report) if report else 0)})
    return found


def headline_end(report: dict[str, Any]) -> int:
    """Where the title's first standing in a report's text ends; 0 when it stands nowhere."""
    title = report["title"] or ""
    start = report["text"].find(title)
    return start + len(title) if title and start >= 0 else 0


def selected(claims: Sequence[Claim], headline: int) -> dict[str, Any]:
    """What the claims of one report answer."""
    in_order = sorted(claims, key=standing)
    main = min(in_order, key=lambda c: rank(c, headline), default=None)
    if main is None:
        return {"place": [], "cause": None, "actor": [], **dict.fromkeys(CLASSES), "event": None}
    same = [main, *(c for c in in_order if c is not main and c["event"] is not None and c["event"] == main["event"])]
    others = [c for c in in_order if c not in same and c["modality"] in REAL]
    told = [main, *(c for c in same[1:] if is_near(c, headline))]
    beside = [c for c in others if is_near(c, headline)]
    lead = [*told, *(c for c in beside if not deadlier(c, claims, main))]
    counting = next((some for pool in (lead, same, others) if (some := [c for c in pool if counts_dead(c)])), [])
    return {
        "place": (exact_names(same, beside) + place_names(same))[:MOST_PLACES],
        "cause": cause(told, beside),
        "actor": first_names(same, actors)[:MOST_ACTORS],
        **answers([c["fields"]["killed"]["value"] for c in counting]),
        "event": main["event"],
    }


def standing(claim: Claim) -> tuple[list[int], list[int]]:
    """Where a claim stands, and of claims of one quote where its number of dead does."""
    return claim["spans"][0], claim["fields"]["killed"]["span"] if "killed" in claim["fields"] else [0]


def is_near(claim: Claim, headline: int) -> bool:
    """Whether a claim stands in the headline or the lead."""
    return bool(claim["spans"][0][0] < headline + LEAD)


def cause(told: Sequence[Claim], beside: Sequence[Claim]) -> str:
    """The kind of violence that most claims of the main event give, of equals the first, else what the next deed beside it gives.

    "Attack" tells no means, so it answers only where nothing else does.
    """
    kinds = Counter(means(told))
    return next((kind for kind, _ in kinds.most_common(1)), None) or next(means(beside), told[0]["kind"])


def means(claims: Sequence[Claim]) -> Iterator[str]:
    """The kinds of violence that claims assert, but "Attack"."""
    for claim in claims:
        kind = Kind(claim["kind"])
        if claim["stance"] == "asserts" and family(kind) in VIOLENT and kind is not Kind.ATTACK:
            yield kind.value


def exact_names(same: Sequence[Claim], beside: Sequence[Claim]) -> list[str]:
    """Where the places of the main event are no more exact than a region: those of the next deed of violence that has such a one."""
    if any(where["precision"] < REGION for claim in same for where in happened(claim)):
        return []
    violent = (c for c in beside if family(Kind(c["kind"])) in VIOLENT)
    return next((place_names([c])[:FEW_PLACES] for c in violent if any(w["precision"] < REGION for w in happened(c))), [])


def counts_dead(claim: Claim) -> bool:
    """Whether a claim tells a number of dead."""
    return "killed" in claim["fields"] and is_number(claim["fields"]["killed"]["value"])


def deadlier(claim: Claim, claims: Sequence[Claim], main: Claim) -> bool:
    """Whether what a claim tells, with all that is said by the same word, has more dead than the main claim: another event."""
    if not counts_dead(main):
        return False
    killed = main["fields"]["killed"]
    together = [c["fields"]["killed"]["value"]["low"] for c in claims if c["trigger"] == claim["trigger"] and "killed" in c["fields"]]
    return any(low > killed["value"]["low"] for low in together)


def rank(claim: Claim, headline: int) -> tuple[bool, bool, bool, bool]:
    """How far a claim is from being the report's main one; the least is."""
    violent = family(Kind(claim["kind"])) in VIOLENT
    return not violent, claim["modality"] not in REAL, claim["spans"][0][0] >= headline, "killed" not in claim["fields"]


def first_names(claims: Sequence[Claim], names: Callable[[Claim], Iterator[str]]) -> list[str]:
    """The names that the first claim with any gives."""
    return next((found for claim in claims if (found := list(names(claim)))), [])


def place_names(claims: Sequence[Claim]) -> list[str]:
    """Names of where it happened, the most exact first, each with the first-order unit that it lies in."""
    found: list[str | None] = []
    for value in sorted((where for claim in claims for where in happened(claim)), key=lambda w: w["precision"]):
        where = Where(**{**value, "role": PlaceRole(value["role"]), "parents": tuple(value["parents"])})
        found += [where.name, units(where).first]
    return list(dict.fromkeys(name for name in found if name is not None))


def happened(claim: Claim) -> list[dict[str, Any]]:
    """The places in which a claim says that it happened."""
    return [where for where in claim["fields"].get("place", {"value": []})["value"] if where["role"] == "happened"]


def actors(claim: Claim) -> Iterator[str]:
    """Names of who did it."""
    for actor in claim["fields"].get("actor", {"value": []})["value"]:
        yield actor["name"]


def answers(counts: Sequence[Claim]) -> dict[str, int | None]:
    """The numbers of dead that some counts, in the order of their claims, answer with."""
    plain = [c for c in counts if c["low"] > 0 and not (c["part"] and c["of"] == "unknown")]
    fighters = [c["low"] for c in plain if c["of"] == "combatant"]
    sums = {*fighters, *itertools.accumulate(fighters)} - {1}
    all_fought = {c["low"] for c in plain if c["of"] == "unknown" and c["low"] in sums}
    asked = [c for c in plain if not (c["of"] == "unknown" and c["low"] in all_fought)]
    found = {name: number([c for c in asked if c["of"] in classes]) for name, classes in CLASSES.items()}
    total = found["civilians"] or 0
    rest = next((c["low"] for c in asked if c["of"] == "civilian" and total - c["low"] in sums), None)
    return found if rest is None else found | {"civilians": rest}


def number(counts: Sequence[Claim]) -> int | None:
    """The first number, of a range its lower end, and one person alone where there is no other."""
    return next((c["low"] for c in counts if c["low"] > 1), next((c["low"] for c in counts), None))


def is_number(count: dict[str, Any]) -> bool:
    """Whether a count is a number or a range, and no vague word ("dozens", "several") by the product's own lists.

    What starts at one is no range but "up to 20", or a number that the dead and the wounded share.
    """
    words = tuple(count["wording"].lower().split())
    openings = {words[i : i + length] for i in range(len(words)) for length in (1, 2)}
    vague = any(word in PLURALS for word in words) or any(opening in VAGUE for opening in openings)
    return (count["high"] in (count["low"], None) or count["low"] > 1) and not vague
