"""The reader of voices written as attributions."""

from __future__ import annotations

import json
from pathlib import Path

from bench import polnear

TEXT = "Reuters reported that Tomas Quill, the mayor of the port, said the ships were sunk. “They burnt,” he added."


def test_a_speech_gives_who_speaks_the_cue_and_what_is_said(tmp_path: Path) -> None:
    data, out = tmp_path / "dev.jsonl", tmp_path / "out.jsonl"
    data.write_text(
        json.dumps({"id": "a", "text": TEXT.split(". ", maxsplit=1)[0].removeprefix("Reuters reported that ") + "."}) + "\n", "utf-8"
    )
    assert polnear.run(data, out) == {}
    (row,) = map(json.loads, out.read_text("utf-8").splitlines())
    text = TEXT.removeprefix("Reuters reported that ")
    words = [{name: [text[s:e] for s, e in spans] for name, spans in each.items()} for each in row["attributions"]]
    assert words == [{"source": ["Tomas Quill, the mayor of the port"], "cue": ["said"], "content": ["the ships were sunk"]}]


def test_what_another_speech_relays_is_left_out(tmp_path: Path) -> None:
    data, out = tmp_path / "dev.jsonl", tmp_path / "out.jsonl"
    data.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n", "utf-8")
    polnear.run(data, out)
    (row,) = map(json.loads, out.read_text("utf-8").splitlines())
    assert [TEXT[s:e] for each in row["attributions"] for s, e in each["cue"]] == ["reported", "added"]
