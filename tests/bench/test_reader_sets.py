"""Adapters that ask single readers: of reality, and of entities."""

from __future__ import annotations

from pathlib import Path

from bench.product import read_rows, write_rows

from bench import factuality_meantime, re3d


def test_a_word_that_is_told_of_as_done_planned_or_denied_gets_a_number(tmp_path: Path) -> None:
    data, out = tmp_path / "dev.jsonl", tmp_path / "out.jsonl"
    tokens = "The firm sold the yard , and will buy a mill . The mill did not close .".split()
    words = {"sold": 3.0, "buy": 2.0, "close": -3.0}
    targets = [{"start": tokens.index(word), "end": tokens.index(word) + 1, "text": word, "label": 0.0} for word in words]
    write_rows(data, [{"id": "a", "tokens": tokens, "targets": targets}])
    assert factuality_meantime.run(data, out) == {}
    assert [t["label"] for t in read_rows(out)[0]["targets"]] == list(words.values())


def test_phrases_get_the_type_of_the_entity_and_its_span_without_the_number(tmp_path: Path) -> None:
    data, out = tmp_path / "dev.jsonl", tmp_path / "out.jsonl"
    text = "On Monday the Iraqi army fired 12 rockets at a hospital in Mosul."
    write_rows(data, [{"id": "a", "text": text}])
    assert re3d.run(data, out) == {}
    found = {(e["type"], text[slice(*e["span"])]) for e in read_rows(out)[0]["entities"]}
    assert found == {
        ("Temporal", "Monday"),
        ("Organisation", "the Iraqi army"),
        ("Quantity", "12"),
        ("Weapon", "rockets"),
        ("Location", "a hospital"),
        ("Location", "Mosul"),
    }


def test_personal_pronouns_and_names_behind_of_are_whole_phrases(tmp_path: Path) -> None:
    data, out = tmp_path / "dev.jsonl", tmp_path / "out.jsonl"
    text = "We saw that he left the town of Kilifi with its mayor."
    write_rows(data, [{"id": "a", "text": text}])
    assert re3d.run(data, out) == {}
    found = {(e["type"], text[slice(*e["span"])]) for e in read_rows(out)[0]["entities"]}
    assert {("Organisation", "We"), ("Person", "he"), ("Location", "the town of Kilifi")} <= found
    assert "its" not in {words for _, words in found}
