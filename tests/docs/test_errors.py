"""The tree that is drawn at the top of `errors.py` is the tree that is there."""

from __future__ import annotations

import importlib
import pkgutil
import re

from tests.docs.papers import rows, text_of

import reportedly
from reportedly import errors
from reportedly.errors import ReportedlyError

LINE = re.compile(
    r"^ {4}(?P<branch>[│├└─ ]*)(?P<name>\w+) +(?P<code>E\d{3})(?: +exit (?P<exit>\d+))?(?: +HTTP (?P<http>\d{3}))?(?:  .*)?$",
    re.MULTILINE,
)


def classes() -> dict[str, type[ReportedlyError]]:
    """Every error class of the package, by name."""
    for info in pkgutil.walk_packages(reportedly.__path__, "reportedly."):
        if not info.name.endswith("__main__") and ".migrations." not in info.name:
            importlib.import_module(info.name)
    found: dict[str, type[ReportedlyError]] = {"ReportedlyError": ReportedlyError}
    open_ends = [ReportedlyError]
    while open_ends:
        for made in open_ends.pop().__subclasses__():
            if made.__module__.startswith("reportedly."):
                found[made.__name__] = made
                open_ends.append(made)
    return found


def drawn() -> list[re.Match[str]]:
    """The lines of the tree."""
    return list(LINE.finditer(errors.__doc__ or ""))


def test_every_error_stands_in_the_tree_with_its_code() -> None:
    assert {line["name"]: line["code"] for line in drawn()} == {name: made.code for name, made in classes().items()}


def test_no_two_errors_have_one_code() -> None:
    codes = [line["code"] for line in drawn()]
    assert len(codes) == len(set(codes))


def test_every_error_hangs_on_the_branch_of_its_class() -> None:
    found, above = classes(), list[tuple[int, str]]()
    for line in drawn():
        depth = len(line["branch"])
        while above and above[-1][0] >= depth:
            above.pop()
        if above:
            assert found[line["name"]].__mro__[1].__name__ == above[-1][1], line["name"]
        above.append((depth, line["name"]))


def test_exit_and_http_status_are_drawn_as_they_are() -> None:
    found = classes()
    for line in drawn():
        made = found[line["name"]]
        assert line["exit"] is None or made.exit_status == int(line["exit"]), line["name"]
        assert line["http"] is None or made.http_status == int(line["http"]), line["name"]
        parent = made.__mro__[1]
        assert line["exit"] is not None or made.exit_status == getattr(parent, "exit_status", 1), line["name"]
        assert line["http"] is not None or made.http_status == getattr(parent, "http_status", 500), line["name"]


def test_the_exit_statuses_are_those_of_the_papers() -> None:
    told = {row[0] for row in rows(text_of("docs/architecture.md")) if len(row) == 2 and row[0].isdigit()}
    assert told == {"0", "130", *(str(made.exit_status) for made in classes().values())}
