"""Prove a redacted copy with engines that did not write it.

Each check is one file in ``checks/``; its docstring is its help page. ``run`` turns whatever a check raises into ERROR,
which counts as FAIL: a proof that could not be finished is no proof.

    \"\"\"V402 removed-text-absent: no removed value can be read in the copy.\"\"\"
    @check("V402")
    def removed_text_absent(view: View) -> Evidence: ...
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from redactor import registry
from redactor.formats import Limits
from redactor.model import Box, CheckResult, Document, RedactionPlan, SetLine, Status

__all__ = ["Check", "Evidence", "Failure", "Removed", "View", "all_checks", "check", "run"]


@dataclass(frozen=True, slots=True)
class Removed:
    """A value that must be nowhere in the copy, with what it was; the value is never printed."""

    value: str = field(repr=False)
    entity: str
    finding_id: str


@dataclass(frozen=True, slots=True)
class View:
    """What a check may look at.

    Attributes:
        output: bytes of the redacted copy as they are on disk.
        original: bytes of the source, or None when only the copy is to hand.
        original_document: what was loaded from the source, or None.
        plan: what was to be removed, or None when only the copy is to hand.
        removed: the removed values.
        kept: values that were looked at and kept on purpose, so that their presence is no failure.
        changed: page numbers and boxes where the writer says it changed pixels outside the redactions.
        lines: lines that the writer says it set anew or blacked out, so that they tell no width.
        ours: whether our writer is said to have made the copy; of others' copies no more is asked than of any PDF.
        find: our own recognizers over any bytes of the same format: returns the ids and pages of findings that the
            policy would still remove. None when not wanted.
        memo: where checks of one run share what one of them has opened or drawn.
    """

    output: bytes = field(repr=False)
    original: bytes | None = field(repr=False, default=None)
    original_document: Document | None = field(repr=False, default=None)
    plan: RedactionPlan | None = field(repr=False, default=None)
    removed: tuple[Removed, ...] = ()
    kept: tuple[str, ...] = field(repr=False, default=())
    changed: tuple[tuple[int, Box], ...] = ()
    lines: tuple[SetLine, ...] = ()
    ours: bool = True
    find: Callable[[bytes], Sequence[tuple[str, int | None]]] | None = field(repr=False, default=None)
    password: str | None = field(repr=False, default=None)
    limits: Limits = field(default_factory=Limits)
    memo: dict[str, object] = field(init=False, repr=False, compare=False, default_factory=dict)


def counted(number: int, one: str) -> str:
    """Return "1 page" or "3 pages", for what a check says of itself."""
    return f"{number} {one if number == 1 else one + 's'}"


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that is wrong: in words without document text, and the page where it has one."""

    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a check tried ("31 strings, 4 pages, pikepdf and pdfium") and what it found wrong.

    Attributes:
        house: what our own writer never leaves in a copy. In a file made by others it is no failure by itself: wherever it
            can hide something, a rule on hidden data (H2xx) says so (tests/verify/test_foreign.py holds the rules to it).
    """

    tried: str
    failures: tuple[Failure, ...] = ()
    house: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A check as the registry finds it.

    ``needs_original``, ``needs_plan`` and ``needs_values`` (removed values) say which run when only the copy is to hand.
    """

    code: str
    name: str
    help: str = field(repr=False)
    module: str
    needs_original: bool
    needs_plan: bool
    needs_values: bool
    prove: Callable[[View], Evidence] = field(repr=False)

    @property
    def title(self) -> str:
        """Return the first line of the help after the code and name."""
        first = self.help.split("\n", 1)[0]
        return first.split(": ", 1)[-1].rstrip(".")


def check(
    code: str, *, needs_original: bool = False, needs_plan: bool = False, needs_values: bool = False
) -> Callable[[Callable[[View], Evidence]], Check]:
    """Make a check of a function; its name, with hyphens, is the check's name."""

    def wrap(prove: Callable[[View], Evidence]) -> Check:
        module = inspect.getmodule(prove)
        text = inspect.getdoc(module) if module else None
        name = prove.__name__.replace("_", "-")
        return Check(code, name, text or "", prove.__module__, needs_original, needs_plan, needs_values, prove)

    return wrap


ESSENTIAL = frozenset(f"V4{number:02}" for number in range(1, 11))
"""Checks without which nothing is proved: should one be missing from an installation, no copy may appear."""


def all_checks() -> tuple[Check, ...]:
    """Return every built-in check, by code."""
    return tuple(sorted(registry.collect(f"{__name__}.checks", Check), key=lambda c: c.code))


def run(checks: Sequence[Check], view: View) -> Iterator[CheckResult]:
    """Run every check that its view allows; one result for a pass, one for each failure."""
    for one in checks:
        if (one.needs_original and view.original is None) or (one.needs_plan and view.plan is None):
            continue
        if one.needs_values and view.plan is None and not view.removed:
            # Nothing to look for: a pass would say that something was looked for and not found.
            continue
        try:
            evidence = one.prove(view)
        except Exception as error:  # noqa: BLE001  # an unfinished proof is recorded, see module docstring
            yield CheckResult(one.code, one.title, Status.ERROR, f"The check stopped with {type(error).__name__}.")
            continue
        failures = (*evidence.failures, *evidence.house) if view.ours else evidence.failures
        if not failures and evidence.house:
            yield CheckResult(one.code, one.title, Status.NOT_APPLICABLE, _not_ours(len(evidence.house)))
        elif not failures:
            yield CheckResult(one.code, one.title, Status.PASS, evidence.tried)
        for failure in failures:
            yield CheckResult(one.code, one.title, Status.FAIL, failure.message, failure.page)


def _not_ours(count: int) -> str:
    things = "1 thing is" if count == 1 else f"{count} things are"
    return (
        f"The copy was not written by this program: {things} not as this program writes them. "
        "The rules on hidden data and failed redactions judge the file."
    )
