"""Adapters that ask the linker about made-up texts."""

from __future__ import annotations

from pathlib import Path

from bench.folds import FOLDS
from bench.product import read_rows, write_rows

from bench import ecbplus, event_doc_clusters, famus_source_validation, gvc

RAID = "Warplanes bombed a hospital in Aleppo on 3 May 2016, killing 12 people, the ministry said."
AGAIN = "An air strike on a hospital in Aleppo killed 12 people on 3 May 2016, a monitor reported."
OTHER = "Gunmen abducted two teachers in Nairobi on 9 June 2018, police said."
QUIET = "The weather was fine in all the valleys of the country, and the people of the town were at the sea."


def test_texts_of_one_event_get_one_label_and_others_their_own(tmp_path: Path) -> None:
    data, out = tmp_path / "dev.jsonl", tmp_path / "out.jsonl"
    texts = [RAID, AGAIN, OTHER, QUIET]
    write_rows(data, [{"id": str(n), "set": "gvc", "date": "2018-07-01", "title": None, "text": text} for n, text in enumerate(texts)])
    assert event_doc_clusters.run(data, out) == {}
    labels = [row["event"] for row in read_rows(out)]
    assert labels[0] == labels[1]
    assert len(set(labels)) == 3


def test_a_source_that_tells_of_the_marked_event_is_one_of_it(tmp_path: Path) -> None:
    data, out = tmp_path / "dev.jsonl", tmp_path / "out.jsonl"
    trigger = {"span": [10, 16], "text": "bombed"}
    write_rows(data, [{"id": str(n), "report": RAID, "trigger": trigger, "source": text} for n, text in enumerate([AGAIN, OTHER, QUIET])])
    assert famus_source_validation.run(data, out) == {}
    assert [row["same_event"] for row in read_rows(out)] == [True, False, False]


def test_mentions_of_one_happening_in_two_texts_get_one_cluster_and_others_are_alone(tmp_path: Path) -> None:
    data, out = tmp_path / "dev.jsonl", tmp_path / "out.jsonl"
    mentions = [("a", RAID, "killing"), ("b", AGAIN, "killed"), ("c", OTHER, "abducted"), ("d", QUIET, "fine")]
    rows = []
    for name, text, words in mentions:
        start = text.find(words)
        rows.append({"id": name, "text": text, "events": [{"id": f"{name}#e0", "spans": [[start, start + len(words)]]}]})
    write_rows(data, rows)
    assert gvc.run(data, out) == {}
    clusters = {row["id"]: row["events"][0]["cluster"] for row in read_rows(out)}
    assert clusters["a"] == clusters["b"]
    assert len(set(clusters.values())) == 3


def test_texts_that_weights_were_fitted_to_are_measured_by_those_of_other_folds_and_texts_of_the_test_by_the_package() -> None:
    known = {"split": "dev", "incident": "7", "topic": "2", "set": "gvc", "event": "e", "report": RAID}
    for measured_as in (ecbplus.measured_as, famus_source_validation.measured_as):
        assert measured_as(known) in range(FOLDS)
        assert measured_as(known | {"split": "test"}) is None
        assert measured_as({"report": RAID}) is None
