"""Words that can name a deed, in company in which they do and in company in which they do not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from reportedly.extract.deed_fit import fits
from reportedly.extract.happenings import candidates
from reportedly.language.english import English
from reportedly.model import Report

CASES = list(csv.DictReader(Path(__file__).with_name("deed_fit.csv").read_text("utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_word_names_a_deed_only_in_the_right_company(case: dict[str, str]) -> None:
    (document,) = English().parse([Report(id="r1", sha256="0" * 64, file="report.txt", text=case["sentence"])])
    named = [c for sentence in document.sentences for c in candidates(document, sentence)]
    found = [c.deed for c in named if document.tokens[c.at].text == case["word"] and fits(document, c.at, c.deed, c.word, noun=c.noun)]
    assert found == ([case["deed"]] if case["deed"] else [])


def test_every_word_of_the_table_stands_in_its_sentence() -> None:
    assert [case["why"] for case in CASES if case["word"] not in case["sentence"].replace(".", "").split()] == []
