"""The engine behind its guard: what every front uses, so that no letter can take a front down with it.

The same three methods as ``Engine``. The engine itself lives in the guard's child process; this side starts it before
it reads anything else, so that the libraries load while arguments, configuration and policy are being checked.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from redactor import _jobs, release
from redactor.errors import DestinationError, RedactionError, UncheckedError
from redactor.formats import Limits
from redactor.guard import Guard, InternalError, ProgressCallback
from redactor.model import Case, Source
from redactor.report import Report
from redactor.scratch import Scratch

if TYPE_CHECKING:
    from redactor.policy import Policy

__all__ = ["GuardedEngine", "Papers"]

Papers = Callable[[Report], Mapping[Path, str]]
"""A report -> the texts that go with it, by path."""


class GuardedEngine:
    """Check, redact and verify files in a child process; a context manager, and ``choose`` comes before the first file.

    A file that hangs, crashes or eats memory gives a BLOCKED report, as any other file that could not be checked.
    ``InternalError`` is raised for a fault of this program; ``unchecked`` turns it into a report where one is needed.
    """

    def __init__(self) -> None:
        self._guard = Guard(Limits(), prepare=_jobs.warm)
        self._name, self._search = "", ()  # type: tuple[str, tuple[Path, ...]]
        self._policy: Policy | None = None

    def __enter__(self) -> GuardedEngine:
        self._guard.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, stack: TracebackType | None
    ) -> None:
        self._guard.close()

    def choose(
        self,
        policy: str,
        *,
        search: Sequence[Path] = (),
        seconds: float | None = None,
        memory_mb: int | None = None,
    ) -> Policy:
        """Read the policy and set the limits; PolicyError where it will not go.

        Args:
            seconds: wall seconds for one file whatever its pages, instead of the policy's.
            memory_mb: megabytes for one file, instead of the policy's.
        """
        from redactor import policy as policies

        self._name, self._search = policy, tuple(search)
        self._policy = policies.load(policy, self._search)
        limits = self._policy.limits
        if seconds is not None:
            limits = dataclasses.replace(limits, seconds=seconds, seconds_per_page=0.0)
        if memory_mb is not None:
            limits = dataclasses.replace(limits, memory_mb=memory_mb)
        self._guard.limits = limits
        return self._policy

    @property
    def policy(self) -> Policy:
        """Return the policy chosen."""
        if self._policy is None:
            raise RuntimeError("GuardedEngine.choose was not called.")
        return self._policy

    def check(self, path: Path, *, progress: ProgressCallback | None = None, **options: Any) -> Report:
        """Return the verdict on a file; see ``Engine.check``."""
        return self._run("check", _jobs.check, path, progress=progress, **options)

    def verify(self, path: Path, *, progress: ProgressCallback | None = None, **options: Any) -> Report:
        """Return the verdict on a redacted copy; see ``Engine.verify``."""
        return self._run("verify", _jobs.verify, path, progress=progress, **options)

    def redact(
        self,
        path: Path,
        output: Path,
        *,
        overwrite: bool = False,
        text_output: Path | None = None,
        papers: Papers | None = None,
        progress: ProgressCallback | None = None,
        **options: Any,
    ) -> Report:
        """Write a verified copy or nothing; see ``Engine.redact``.

        The child works in a folder that this side removes, so that not even a child that was killed leaves half a copy.

        Args:
            papers: gives the texts to write with this report, by path; asked whether or not there is a copy.
        """
        destinations = [output] if text_output is None else [output, text_output]
        for destination in destinations:
            release.check_destination(path, destination, overwrite=overwrite)
        with _staging(output.parent) as folder:
            copies = [folder / destination.name for destination in destinations]
            text = copies[1] if len(copies) > 1 else None
            try:
                report = self._run(
                    "redact", _jobs.redact, path, copies[0], text_output=text, progress=progress, **options
                )
            except DestinationError as refusal:
                # The child knows the private folder alone, which tells nobody where the disk is full.
                where = str(output.parent) if str(folder) in refusal.where else refusal.where
                raise DestinationError(refusal.what, where=where, remedy=refusal.remedy) from None
            if report.output_sha256 is not None and _sha256(copies[0]) != report.output_sha256:
                problem = RedactionError("changed on the disk after it was proved", remedy="Check the disk.")
                report = self.unchecked(problem, "redact", path, options.get("case"))
            made = [] if report.output_sha256 is None else list(zip(copies, destinations, strict=True))
            for index, (destination, content) in enumerate((papers(report) if papers else {}).items()):
                staged = folder / f"paper-{index}"
                release.Draft(staged, destination, overwrite=overwrite).write(content.encode())
                made.append((staged, destination))
            # The proved PDF comes last: where it stands, everything that belongs to it stands too. Where it cannot, nothing
            # may stay that speaks of it as if it did.
            released: list[Path] = []
            try:
                for staged, destination in reversed(made):
                    release.Draft(staged, destination, overwrite=overwrite).release()
                    released.append(destination)
            except BaseException:
                for destination in released:
                    destination.unlink(missing_ok=True)
                raise
            return report

    def unchecked(self, problem: UncheckedError | InternalError, task: str, path: Path, case: Case | None) -> Report:
        """Return the BLOCKED report of a file that could not be checked."""
        from redactor import reporting

        if isinstance(problem, InternalError):
            problem = UncheckedError(problem.what, where=problem.where, remedy=problem.remedy)
        size, digest = _described(path)
        return reporting.unchecked(
            problem,
            task=task,
            source=Source(path.name, digest, size, ""),
            policy=self.policy,
            case=case if case is not None else Case(mode=self.policy.mode),
        )

    def _run(self, task: str, job: Any, path: Path, *arguments: object, **options: Any) -> Report:
        try:
            report: Report = self._guard.run(
                job, self._name, self._search, path.absolute(), *arguments, where=path.name, **options
            )
        except UncheckedError as problem:
            return self.unchecked(problem, task, path, options.get("case"))
        return report


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """Make a private folder inside the destination's (a rename is atomic within one file system only), and remove it."""
    try:
        made = Scratch(folder)
    except OSError as problem:
        raise DestinationError(
            f"cannot be written ({problem.strerror})", where=str(folder), remedy="Choose another folder."
        ) from None
    try:
        yield made.path
    finally:
        made.remove()


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _described(path: Path) -> tuple[int, str]:
    """Return size and hash of a file nobody could parse; zeros where it cannot even be read."""
    try:
        return path.stat().st_size, _sha256(path) if path.is_file() else ""
    except OSError:
        return 0, ""
