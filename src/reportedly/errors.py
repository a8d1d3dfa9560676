"""Everything that can go wrong and end a command, as one tree.

    ReportedlyError            E000  exit 1  HTTP 500
    ├── UsageError             E100  exit 2  HTTP 400   what was asked for cannot be done
    │   ├── BadSource          E101                     a source that names nothing
    │   ├── BadFilter          E102                     a filter value that cannot be read
    │   ├── UnknownPlugin      E103                     a name nobody registered
    │   ├── StaleDecision      E104         HTTP 412    what it was decided on has changed since
    │   └── NotAllowed         E105         HTTP 403    the role of who asks does not reach so far
    ├── NotFound               E200  exit 2  HTTP 404   no such event, report or claim
    ├── CasebookError          E300  exit 3  HTTP 503   the casebook cannot be used
    │   ├── NoCasebook         E301         HTTP 404    nothing is there
    │   ├── NotACasebook       E302                     something else is there
    │   ├── NewerCasebook      E303                     written by a newer version
    │   ├── CasebookBusy       E304         HTTP 409    another run is writing
    │   └── CasebookUnusable   E305                     no space, no permission, no driver, or damaged
    ├── ModelError             E400  exit 1  HTTP 500   the model layer was given an impossible value
    ├── BrokenChain            E501  exit 1  HTTP 500   stages that do not fit together (plugins.py)
    ├── NoGazetteer            E502  exit 1  HTTP 500   no compiled gazetteer (extract/gazetteer.py)
    ├── NoBasemap              E503  exit 1  HTTP 500   no compiled map (plot/basemap.py)
    └── EngineError            E600  exit 1  HTTP 500   the work could not be done where it was sent
        └── WorkerDied         E601                     a worker process ended before its work did

Bad *input* is not in this tree: a report that cannot be read is a `Problem` row
(`reportedly.model.Problem`), and the run goes on.

Exit statuses of the command line: 0 done; 1 done, but some input could not be
read (or an unexpected failure); 2 the command cannot be carried out as written;
3 the casebook cannot be used; 130 interrupted.
"""


class ReportedlyError(Exception):
    """Base of every error that this package raises on purpose."""

    code = "E000"
    exit_status = 1
    http_status = 500


class UsageError(ReportedlyError):
    """What was asked for cannot be done as it was asked."""

    code = "E100"
    exit_status = 2
    http_status = 400


class BadSource(UsageError):
    """A source on the command line names no file, folder or stream."""

    code = "E101"

    def __init__(self, source: str) -> None:
        self.source = source
        super().__init__(f"There is no file or folder {source!r}. Nothing was read. Check the path, or use '-' for stdin.")


class BadFilter(UsageError):
    """A filter value that cannot be read."""

    code = "E102"

    def __init__(self, name: str, value: str, wanted: str) -> None:
        self.name, self.value, self.wanted = name, value, wanted
        super().__init__(f"{name} {value!r} cannot be read. Nothing was shown. Write it as {wanted}.")


class UnknownPlugin(UsageError):
    """A name that no plug point knows."""

    code = "E103"

    def __init__(self, group: str, name: str, known: tuple[str, ...]) -> None:
        self.group, self.name, self.known = group, name, known
        super().__init__(f"No {group} is called {name!r}. Nothing was done. Known: {', '.join(known) or 'none'}.")


class StaleDecision(UsageError):
    """A decision on something that changed after the reviewer saw it. `since` tells in words what was decided meanwhile."""

    code = "E104"
    http_status = 412

    def __init__(self, event: str, since: tuple[str, ...]) -> None:
        self.event, self.since = event, since
        why = "; ".join(since) or "its claims were read anew"
        super().__init__(f"Event {event} has changed since you saw it ({why}). Nothing was decided. Look at it again, then decide.")


class NotAllowed(UsageError):
    """Somebody asks for what their role does not reach."""

    code = "E105"
    http_status = 403

    def __init__(self, role: str, what: str) -> None:
        self.role, self.what = role, what
        article = "An" if role[:1] in "aeiou" else "A"
        super().__init__(f"{article} {role} may not {what}. Nothing was shown or changed. Ask the owner of this casebook for another role.")


class NotFound(ReportedlyError):
    """No such event, report or claim in this casebook."""

    code = "E200"
    exit_status = 2
    http_status = 404

    def __init__(self, noun: str, identifier: str) -> None:
        self.noun, self.identifier = noun, identifier
        super().__init__(
            f"This casebook has no {noun} {identifier!r}. Nothing was shown. "
            f"List them with `reportedly {noun}s`; the first letters of an id are enough when they are unique."
        )


class CasebookError(ReportedlyError):
    """The casebook cannot be used."""

    code = "E300"
    exit_status = 3
    http_status = 503


class NoCasebook(CasebookError):
    """Nothing stands where the casebook should be."""

    code = "E301"
    http_status = 404

    def __init__(self, where: str) -> None:
        self.where = where
        super().__init__(f"There is no casebook at {where}. Nothing was read. Make one with `reportedly run SOURCE --into {where}`.")


class NotACasebook(CasebookError):
    """A file that is not a casebook of this project."""

    code = "E302"

    def __init__(self, where: str, why: str) -> None:
        self.where, self.why = where, why
        super().__init__(f"{where} is not a casebook ({why}). It was not changed. Give another file to --into.")


class NewerCasebook(CasebookError):
    """A casebook written by a newer version of this package."""

    code = "E303"

    def __init__(self, where: str, *, found: str) -> None:
        self.where, self.found = where, found
        super().__init__(f"{where} was written by a newer reportedly (schema {found}). It was not changed. Upgrade reportedly to open it.")


class CasebookBusy(CasebookError):
    """Another process holds the casebook for writing."""

    code = "E304"
    http_status = 409

    def __init__(self, where: str, holder: str) -> None:
        self.where, self.holder = where, holder
        super().__init__(f"{where} is being written by {holder}. Nothing was changed. Wait for it to end, then run the command again.")


class CasebookUnusable(CasebookError):
    """The database refuses to be read or written."""

    code = "E305"

    def __init__(self, where: str, why: str) -> None:
        self.where, self.why = where, why
        super().__init__(
            f"{where} could not be read or written ({why}). What was saved before is kept. "
            "Check that there is space and permission to write, then run the command again."
        )


class ModelError(ReportedlyError):
    """A value that cannot be: the model layer refuses to hold it."""

    code = "E400"


class EngineError(ReportedlyError):
    """The work could not be done where it was sent."""

    code = "E600"


class WorkerDied(EngineError):
    """A worker process ended before its work did."""

    code = "E601"

    def __init__(self, workers: int) -> None:
        self.workers = workers
        super().__init__(
            "A worker process ended before its work did; it may have been killed, or there was too little memory. "
            f"What was saved before is kept. Run the command again, with fewer workers than {workers} if memory is short."
        )
