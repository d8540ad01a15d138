"""What is new since an earlier scan: files, verdicts, findings; and what has gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from redactor.archive.reader import FileRecord, Reader
from redactor.archive.state import State
from redactor.errors import ExitCode, UsageError, worst
from redactor.model import Action

_Known = tuple[str, str, str, bytes]


@dataclass(frozen=True, slots=True)
class Change:
    """What is different about one file.

    Attributes:
        kind: "new", "gone" or "changed".
        before, after: state and verdict, as in "done, blocked".
        found, settled: entities that are to be removed or decided now and were not before, and the other way round.
    """

    kind: str
    path: str
    before: str
    after: str
    found: tuple[tuple[str, str, int], ...] = ()
    settled: tuple[tuple[str, str, int], ...] = ()

    @property
    def exit_code(self) -> ExitCode:
        """Return how bad the change is: 20 for something new to remove, 10 to decide, 30 for no longer checked."""
        if self.after and self.before != self.after and not self.after.startswith(("done", "opened", "skipped")):
            return ExitCode.UNCHECKED
        actions = {action for _, action, _ in self.found}
        if Action.REDACT in actions:
            return ExitCode.BLOCKED
        worse = self.after != self.before and self.after.endswith("blocked")
        if worse:
            return ExitCode.BLOCKED
        return ExitCode.REVIEW if actions or (self.after != self.before and "review" in self.after) else ExitCode.READY


def compare(old: Reader, new: Reader) -> Iterator[Change]:
    """Yield every file that differs, by path.

    Raises:
        UsageError: the two hash their values with different keys, so that nobody could tell which are equal.
    """
    if old.key() != new.key():
        raise UsageError(
            "its values are hashed with another key than the older scan's",
            where=new.database.where,
            remedy="Scan anew with --key naming the older scan's key file.",
        )
    for before, after in _side_by_side(_there(old), _there(new)):
        change = _change(before, after)
        if change is not None:
            yield change


def differing(old: Reader, new: Reader) -> tuple[str, ...]:
    """Return what the checks of two scans went by and do not share: what is new may come from that alone."""
    before, after = old.setups(), new.setups()
    if not before or not after:
        return ()
    return tuple(
        name for number, name in _WENT_BY if {setup[number] for setup in before} != {setup[number] for setup in after}
    )


_WENT_BY = ((1, "policy"), (2, "version"), (3, "name model"), (4, "mode"))


def worst_of(changes: list[Change]) -> ExitCode:
    """Return the worst exit code of some changes."""
    return worst(change.exit_code for change in changes)


def _there(reader: Reader) -> Iterator[FileRecord]:
    return (record for record in reader.records() if record.file["state"] != State.GONE)


def _side_by_side(
    old: Iterator[FileRecord], new: Iterator[FileRecord]
) -> Iterator[tuple[FileRecord | None, FileRecord | None]]:
    """Join two lists that are sorted by path."""
    one, other = next(old, None), next(new, None)
    while one is not None or other is not None:
        if other is None or (one is not None and _path(one) < _path(other)):
            yield one, None
            one = next(old, None)
        elif one is None or _path(other) < _path(one):
            yield None, other
            other = next(new, None)
        else:
            yield one, other
            one, other = next(old, None), next(new, None)


def _change(before: FileRecord | None, after: FileRecord | None) -> Change | None:
    was, now = _said(before), _said(after)
    known, found = _open(before), _open(after)
    path = _path(after or before)  # type: ignore[arg-type]  # one of the two is there
    kind = "new" if before is None else "gone" if after is None else "changed"
    more, less = _counted(found - known), _counted(known - found)
    if kind == "changed" and was == now and not more and not less:
        return None
    return Change(kind, path, was, now, more, less)


def _path(record: FileRecord) -> str:
    return str(record.file["path"])


def _said(record: FileRecord | None) -> str:
    if record is None:
        return ""
    return ", ".join(str(record.file[name]) for name in ("state", "verdict") if record.file[name])


def _open(record: FileRecord | None) -> Counter[_Known]:
    """Return what has to go or be decided in a file; a picture, which has no value, is known by its page."""
    found: Counter[_Known] = Counter()
    for one in record.findings if record is not None else ():
        if one["action"] != Action.KEEP:
            value = bytes(one["value"]) or str(one["page"]).encode()
            found[str(one["entity"]), str(one["action"]), str(one["layer"]), value] += 1
    return found


def _counted(found: Counter[_Known]) -> tuple[tuple[str, str, int], ...]:
    by_entity: Counter[tuple[str, str]] = Counter()
    for (entity, action, _, _), count in found.items():
        by_entity[entity, action] += count
    return tuple((entity, action, count) for (entity, action), count in sorted(by_entity.items()))
