"""Events as a table in the shape of UCDP's Georeferenced Event Dataset (GED): its 49 columns, then our own, as CSV after RFC 4180.

A row is an event of political violence (`VIOLENT`: ACLED's battles, explosions and remote violence, violence against civilians, mob
violence and excessive force) that somebody asserts to have happened or to be going on. UCDP asks for at least one dead; rows without
stay in, and `reportedly_ucdp_event` is true where the best number of dead is 1 or more, false where it is 0, empty where nobody says.

An empty cell means that no report tells it, or that only UCDP could: `id`, `relid`, `active_year`, `code_status`, `conflict_*`, `dyad_*`
and the ids of actors are UCDP's own and are never made up. A number of dead is 0 only where somebody says so.

What a row cannot hold: rival values (the best supported one is shown; of times with as many origins, the first and the last day;
`reportedly_disputed` and `reportedly_denied` name the fields), who says which value, the words. The jsonl export holds all of it.

Under another rule than `ucdp` (see `reconcile.rules`) the numbers of people are as that rule makes them, and a column `reportedly_rule`
follows. `most-origins`, `most-precise` and `latest` also choose the one place, time and side that a row shows; our own columns of all
places and targets keep all. `airwars` names no best number, so `best` and the columns of deaths that are made from it are empty; two
columns follow with the grade and its reason.

Text that a spreadsheet would run as a formula has an apostrophe before it (see `export.cells`). Days are ISO 8601. Lists in one cell are
separated by ";"; those of `source_office`, `source_date` and `source_headline` have one entry a document, in the same order.

Source: S. Högbladh, UCDP GED Codebook, Uppsala University; the columns as the UCDP API gives them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from reportedly.export import cells
from reportedly.export.ucdp_row import Row, row
from reportedly.model import Dataset, Kind, Stance, Tie
from reportedly.reconcile.grade import NO_GRADES, Graded
from reportedly.reconcile.rules import UCDP, Rule

UCDP_COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original"),
    *("where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid"),
    *("country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"),
)
"""GED's 49 columns in its order."""

OWN_COLUMNS = (
    *("reportedly_event", "reportedly_ucdp_event", "reportedly_kind", "reportedly_event_type"),
    *("reportedly_origins", "reportedly_origin_names", "reportedly_reports", "reportedly_claims"),
    *("reportedly_disputed", "reportedly_denied", "reportedly_date_basis", "reportedly_places"),
    *("reportedly_weapon", "reportedly_target", "reportedly_injured_low", "reportedly_injured_best", "reportedly_injured_high"),
    *("reportedly_part_of", "reportedly_followed"),
)
"""Ours: the event's id; the kind; independent origins and how they are called; ids of reports; number of claims; fields in dispute;
fields with a value that somebody denies; how the days are known; all places named; weapons; all targets; injured; ids of the
events that it is part of, and of those that it followed."""

VIOLENT = frozenset(
    {
        Kind.GOVERNMENT_REGAINS_TERRITORY,
        Kind.NON_STATE_ACTOR_OVERTAKES_TERRITORY,
        Kind.ARMED_CLASH,
        Kind.CHEMICAL_WEAPON,
        Kind.AIR_STRIKE,
        Kind.SUICIDE_BOMB,
        Kind.SHELLING,
        Kind.REMOTE_EXPLOSIVE,
        Kind.GRENADE,
        Kind.SEXUAL_VIOLENCE,
        Kind.ATTACK,
        Kind.ABDUCTION,
        Kind.MOB_VIOLENCE,
        Kind.EXCESSIVE_FORCE,
        Kind.ASSAULT,
    }
)
"""ACLED's sub-event types of the disorder type "Political violence", and PLOVER's ASSAULT."""


RULE_COLUMNS = {"ucdp": (), "airwars": ("reportedly_rule", "reportedly_grade", "reportedly_grade_why")}
"""What follows our own columns under a rule; `reportedly_rule` under those that are not named here."""


def ucdp_csv(dataset: Dataset, *, rule: Rule = UCDP, grades: Mapping[str, Graded] = NO_GRADES) -> Iterator[str]:
    """The table, a record at a time with its line end (CR LF); the header first. Rows in the casebook's order of events.

    `grades` are those of the events, by their ids, for the rule that shows them.

    Raises:
        NoGazetteer: the compiled gazetteer, which names the units around a place, is missing.
        KeyError: an event names a claim or a report that is not in the dataset.
    """
    columns = (*UCDP_COLUMNS, *OWN_COLUMNS, *RULE_COLUMNS.get(rule.name, ("reportedly_rule",)))
    yield cells.line(columns)
    claims = {claim.id: claim for claim in dataset.claims}
    reports = {report.id: report for report in dataset.reports}
    ties: dict[str, list[Tie]] = defaultdict(list)
    for tie in dataset.views.ties:
        ties[tie.b].append(tie)
    for event in dataset.views.events:
        members = tuple(claims[i] for i in event.claims)
        if event.kind in VIOLENT and any(c.stance is Stance.ASSERTS and c.modality.is_real for c in members):
            there = tuple(reports[i] for i in event.reports)
            made = row(Row(event=event, claims=members, reports=there, rule=rule, grade=grades.get(event.id), ties=tuple(ties[event.id])))
            yield cells.line([made.get(name) for name in columns])
