"""What a form says."""

from __future__ import annotations

from litestar.datastructures import FormMultiDict

from reportedly.errors import UsageError


def only(form: FormMultiDict, name: str) -> str:
    """The one value that a form gives under a name, "" where it gives none.

    Raises:
        UsageError: it gives several, or a file.
    """
    found = form.getall(name, [""])
    if len(found) != 1 or not isinstance(found[0], str):
        raise UsageError(f"{name} was given {len(found)} times. Nothing was changed. Give it once.")
    return found[0]


def words_of(form: FormMultiDict, name: str) -> str:
    """One value of a form, in short; line ends as the page's text has them. Raises as `only` does."""
    return only(form, name).strip().replace("\r\n", "\n")
