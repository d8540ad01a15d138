"""Where a redacted copy and the papers that belong to it go, refused before any work where they cannot."""

from __future__ import annotations

import os
import tempfile
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from redactor import release
from redactor.cli.inputs import Input
from redactor.errors import DestinationError, UsageError


@dataclass(frozen=True, slots=True)
class Destinations:
    """The files that belong to one source. ``text`` is None unless it was asked for."""

    pdf: Path
    schedule: Path
    json: Path
    html: Path
    text: Path | None

    def all(self) -> list[Path]:
        """Return every file."""
        return [path for path in (self.pdf, self.schedule, self.json, self.html, self.text) if path is not None]


def plan(files: Sequence[Input], output: Path, *, text: bool, overwrite: bool) -> list[Destinations]:
    """Return the destinations of every file, and make the folders they need.

    ``output`` is a file where it ends in .pdf and is no folder; otherwise a folder, in which names and the folders
    below a named folder are kept.

    Raises:
        DestinationError: something exists, is the source, cannot be written, or would be written twice.
    """
    if output.suffix.lower() == ".pdf" and not output.is_dir():
        if len(files) > 1:
            raise UsageError("is one file for several sources", where=str(output), remedy="Give a folder instead.")
        planned = [_beside(output, text=text)]
    else:
        planned = [_beside(_named(output, item), text=text) for item in files]
        for folder in sorted({destinations.pdf.parent for destinations in planned}):
            _make(folder)
    _refuse_twice(path for destinations in planned for path in destinations.all())
    for folder in sorted({destinations.pdf.parent for destinations in planned}):
        _try(folder)
    sources = {_folded(item.path) for item in files}
    for item, destinations in zip(files, planned, strict=True):
        for path in destinations.all():
            _refuse(item, path, sources, overwrite=overwrite)
    return planned


def _named(folder: Path, item: Input) -> Path:
    return folder / item.relative.parent / f"{item.relative.stem}.redacted.pdf"


def _beside(pdf: Path, *, text: bool) -> Destinations:
    stem = pdf.name[: -len(pdf.suffix)].removesuffix(".redacted")
    return Destinations(
        pdf=pdf,
        schedule=pdf.with_name(f"{stem}.schedule.csv"),
        json=pdf.with_name(f"{stem}.report.json"),
        html=pdf.with_name(f"{stem}.report.html"),
        text=pdf.with_name(f"{stem}.redacted.txt") if text else None,
    )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise DestinationError(
            f"the folder cannot be made ({problem.strerror})", where=str(folder), remedy="Choose another folder."
        ) from None


def _try(folder: Path) -> None:
    """Write and remove an empty file: permission bits do not tell all (read-only mounts, quotas, network shares)."""
    if not folder.is_dir():
        raise DestinationError("the folder does not exist", where=str(folder), remedy="Create the folder first.")
    try:
        handle, name = tempfile.mkstemp(dir=folder, prefix=".redactor-")
    except OSError as problem:
        raise DestinationError(
            f"the folder cannot be written ({problem.strerror})", where=str(folder), remedy="Choose another folder."
        ) from None
    os.close(handle)
    Path(name).unlink()


def _refuse(item: Input, path: Path, sources: set[str], *, overwrite: bool) -> None:
    """Refuse any source of this run, too, where file system or capitals alone keep the two names apart."""
    if _folded(path) in sources:
        raise DestinationError(
            "is the source file itself", where=str(path), remedy="Sources are never changed; choose another name."
        )
    if path.is_symlink() and not path.exists() and not overwrite:
        raise DestinationError("exists already", where=str(path), remedy="Choose another name, or add --overwrite.")
    release.check_destination(item.path, path, overwrite=overwrite)


def _refuse_twice(paths: Iterable[Path]) -> None:
    seen: set[str] = set()
    for path in paths:
        if _folded(path) in seen:
            raise DestinationError(
                "two sources would be written here", where=str(path), remedy="Redact them into different folders."
            )
        seen.add(_folded(path))


def _folded(path: Path) -> str:
    """Return a path by which two spellings of one file on some file system are equal."""
    return unicodedata.normalize("NFC", str(path.parent.resolve() / path.name)).casefold()
