"""Bytes become text, or a reason why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model import ProblemReason
from reportedly.read.capture import CannotRead
from reportedly.read.decode import decode

WORDS = "The “army” fired on Qamar – 12 people died, the mayor’s office said."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_the_usual_encodings_are_told_apart(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)) == WORDS


def test_an_accent_in_latin_1_is_guessed() -> None:
    assert decode("The café in Qamar was hit, and the mayor of São Tomé spoke.".encode("latin-1")).startswith("The café in Qamar")


def test_line_ends_become_line_feeds_and_the_mark_goes() -> None:
    assert decode(b"\xef\xbb\xbfone\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


def test_a_line_or_paragraph_separator_is_a_line_end_like_any_other() -> None:
    assert decode("one\u2028two\u2029three".encode()) == "one\ntwo\nthree"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", ProblemReason.EMPTY),
        (b" \n\t\r\n", ProblemReason.EMPTY),
        ("\ufeff \u00a0\n".encode(), ProblemReason.EMPTY),
        (b"PK\x03\x04 an archive", ProblemReason.BINARY),
        (b"text with a \x00 in it", ProblemReason.BINARY),
        (bytes(range(1, 32)) * 20 + b"\xff\xfa", ProblemReason.BINARY),
        (bytes(range(1, 9)) * 20, ProblemReason.BINARY),
        (b"\xff\xfeodd", ProblemReason.TRUNCATED),
        (b"\xff\xfe\x00\xd8a\x00b\x00", ProblemReason.ENCODING),
        ("The mayor’s".encode()[:-3], ProblemReason.TRUNCATED),
        ("Обстрел города".encode().decode("latin-1").encode("utf-8"), ProblemReason.ENCODING),
        (("\ufffd" * 40 + "abc").encode(), ProblemReason.ENCODING),
    ],
)
def test_what_is_no_text_says_why(data: bytes, reason: ProblemReason) -> None:
    with pytest.raises(CannotRead) as caught:
        decode(data)
    assert caught.value.reason is reason
    assert caught.value.detail.endswith(".")


def test_a_few_garbled_quotes_are_no_reason_to_refuse() -> None:
    garbled = "The mayor’s office said 12 people died in Qamar.".encode().decode("cp1252")
    assert decode(garbled.encode()) == garbled


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_reason(data: bytes) -> None:
    try:
        text = decode(data)
    except CannotRead as error:
        assert error.detail  # noqa: PT017  (both ends are fine; only another error is not)
    else:
        assert text.strip()
        assert "\r" not in text


@given(st.text(min_size=1, max_size=200).filter(lambda s: s.strip()))
def test_text_in_utf_8_keeps_its_code_points(text: str) -> None:
    try:
        decoded = decode(text.encode("utf-8", "ignore"))
    except CannotRead:
        return
    kept = text.encode("utf-8", "ignore").decode("utf-8").removeprefix("\ufeff")
    assert decoded == kept.replace("\r\n", "\n").replace("\r", "\n")
