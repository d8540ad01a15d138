"""Every file below what was named, each once, with those that are left out and why: nothing is passed over in silence."""

from __future__ import annotations

import glob
import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from redactor.archive import place as places
from redactor.archive.place import Place
from redactor.archive.state import State
from redactor.errors import UsageError

_LINK = "A link to a folder that is listed already, or that leads in a circle."


class Listed(NamedTuple):
    """One listed file; ``state`` is WAITING unless it is settled already."""

    place: Place
    state: State = State.WAITING
    kind: str = ""
    code: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """Which files are left out by rule.

    Attributes:
        skip: patterns (``*.css``, ``*/drafts/*``) of which none may match path or name.
        only: patterns of which one must match; everything where there is none.
        ours: paths of the files that this scan itself writes, which may lie in a scanned folder; whole, so that
            ``--db 2019`` leaves "2019 letters.pdf" in.
    """

    skip: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    ours: frozenset[str] = frozenset()

    def refusal(self, place: Place) -> str:
        """Return why a file is left out; nothing where it is not."""
        if place.outer in self.ours:
            return "Belongs to this scan's own database."
        if why := self.refusal_inside(place):
            return why
        if self.only and not any(_matches(place, pattern) for pattern in self.only):
            return "Left out because no --only pattern matches."
        return ""

    def refusal_inside(self, place: Place) -> str:
        """Return why a member of a ZIP is left out; ``only`` was asked of the ZIP."""
        for pattern in self.skip:
            if _matches(place, pattern):
                return f"Left out by --skip {pattern}."
        return ""


def _matches(place: Place, pattern: str) -> bool:
    return fnmatch(place.shown, pattern) or fnmatch(place.name, pattern)


@dataclass(frozen=True, slots=True)
class Shard:
    """One of several parts of a list; every file belongs to exactly one, on whatever machine it is listed."""

    number: int = 1
    of: int = 1

    def has(self, place: Place) -> bool:
        """Return whether a file belongs to this part."""
        digest = hashlib.sha256(place.shown.encode()).digest()
        return int.from_bytes(digest[:8]) % self.of == self.number - 1


def shard(text: str) -> Shard:
    """Read ``3/8``: the third of eight parts."""
    number, _, of = text.partition("/")
    if number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of):
        return Shard(int(number), int(of))
    raise UsageError(
        f"{text!r} is no part of a whole", where="--shard", remedy="Write I/N with I from 1 to N, such as 1/8."
    )


def names(paths: Sequence[str], files_from: str | None) -> Iterator[str]:
    """Yield everything named: on the command line and in a list with one name a line (or NUL after each)."""
    yield from paths
    if files_from is None:
        return
    try:
        raw = sys.stdin.buffer.read() if files_from == "-" else Path(files_from).read_bytes()
    except OSError as problem:
        raise UsageError(
            f"cannot be read ({problem.strerror})", where=files_from, remedy="Check the name of the list."
        ) from None
    between = b"\0" if b"\0" in raw else b"\n"
    for line in raw.split(between):
        name = line.rstrip(b"\r") if between == b"\n" else line
        if name:
            yield os.fsdecode(name)


def require(paths: Sequence[str]) -> None:
    """Raise UsageError for a name that stands for nothing, before anything is written; patterns are tried later."""
    for name in paths:
        if not (places.is_url(name) or os.path.lexists(name) or glob.has_magic(name)):
            raise _missing(name)


def _missing(name: str) -> UsageError:
    return UsageError("no such file or folder", where=places.shown(name), remedy="Check the name.")


def listed(paths: Iterator[str] | Sequence[str], rules: Rules, part: Shard) -> Iterator[Listed]:
    """Yield every file of this shard once; UsageError where a name stands for nothing at all."""
    walk = _Walk(rules)
    for name in paths:
        for item in walk.named(name):
            if part.has(item.place):
                yield item


class _Walk:
    """One walk over folders; knows the folders it has been in, so that links in a circle end."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._folders: set[tuple[int, int]] = set()

    def named(self, name: str) -> Iterator[Listed]:
        if places.is_url(name):
            from redactor.archive import remote

            yield from (self._one(place) for place in remote.listed(name))
            return
        path = Path(name)
        if path.is_dir():
            yield from self._below(str(path))
        elif os.path.lexists(path):
            yield self._one(places.of_path(name))
        elif glob.has_magic(name):
            yield from self._matching(name)
        else:
            raise _missing(name)

    def _matching(self, pattern: str) -> Iterator[Listed]:
        found = False
        for name in sorted(glob.iglob(pattern, recursive=True, include_hidden=True)):  # noqa: PTH207  # any root
            found = True
            if Path(name).is_dir():
                # "**" names each folder's files by themselves; a folder matched by a plain pattern is meant whole.
                if "**" not in pattern:
                    yield from self._below(name)
            else:
                yield self._one(places.of_path(name))
        if not found:
            raise UsageError("matches no file", where=pattern, remedy="Check the pattern, or name a folder.")

    def _below(self, folder: str) -> Iterator[Listed]:
        """Walk depth first without recursion: folders may be nested deeper than Python's stack."""
        stack = [folder]
        while stack:
            current = stack.pop()
            try:
                status = os.stat(current)  # noqa: PTH116  # names stay as the system spells them
                if (status.st_dev, status.st_ino) in self._folders:
                    yield Listed(places.of_path(current), State.SKIPPED, "folder", message=_LINK)
                    continue
                self._folders.add((status.st_dev, status.st_ino))
                with os.scandir(current) as entries:
                    found = sorted(entries, key=lambda entry: os.fsencode(entry.name))
            except OSError as problem:
                message = f"The folder cannot be read ({problem.strerror}). Check the permissions and run again."
                yield Listed(places.of_path(current), State.UNREADABLE, "folder", "D501", message)
                continue
            below = []
            for entry in found:
                if _is_folder(entry):
                    below.append(entry.path)
                else:
                    yield self._one(places.of_path(entry.path))
            stack += reversed(below)

    def _one(self, place: Place) -> Listed:
        why = self._rules.refusal(place)
        return Listed(place, State.SKIPPED, message=why) if why else Listed(place)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
