"""Release-readiness rules: each a small file whose docstring is its help page and which shows its own examples.

    \"\"\"H104 page-without-text: a page shows an image but yields no text.

    Why: ...
    Fix: ...
    Source: ...
    \"\"\"
    @rule("H104", Severity.REVIEW)
    def page_without_text(view: View) -> Iterator[Hit]:
        ...

Letters of the codes: D document could be read, H hidden data, R failed redaction, L the letter itself, P policy and
decisions. ``run`` records a rule that raises as a BLOCK of the rule's own code: a rule that failed has not passed.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from redactor import registry
from redactor.model import Box, Case, Decision, Document, Evidence, Finding, Issue, Segment, Severity, box_of

if TYPE_CHECKING:
    from redactor.analysis.textmap import TextMap
    from redactor.letter.model import Letter
    from redactor.residual import Residual

__all__ = ["Hit", "Rule", "View", "all_rules", "evidence_of", "rule", "run"]


@dataclass(frozen=True, slots=True)
class View:
    """What a rule may look at.

    Attributes:
        document: every layer of the file.
        text: normalised text of the body, as a reader sees it.
        letter: what the source says as a letter; None where it is not to be judged as one.
        letter_text: the text whose ranges the letter's parts are. Of a redacted copy it is the source's: a box takes
            words away, and the code on it would be read as one that the letter cites.
        letter_problem: the kind of error that stopped the letter's reading, where one did.
        findings, decisions: what was found and what is to happen, by finding id.
        case: what the officer knows.
        task: "check", "redact" (then the document is the redacted copy) or "verify".
        compared: False where a copy is verified without its original.
        stale, expired: fingerprints of decisions that meet no finding, or are past their date.
        values: normalised values by finding id; never to be quoted in a message.
        removed: values that the policy removes, or in a redacted copy has removed.
        requester_known, requester_guessed: whether anyone is looked for, and whether the letter itself named them.
        options: the policy's settings for rules, by code.
        residuals: what the gaps of removed names tell; only of a copy.
        other_gaps: redactions of a copy, other than those, that left a gap as wide as what was removed.
        least_names: fewer names than this that fit a gap put it to review.
        show_values: whether issues may carry the passages that show them.
        second_person: whether the policy asks for a second person's approval.
        approved_by: who gave it, to this file as it is decided; nobody where it is empty.
    """

    document: Document
    text: TextMap = field(repr=False)
    findings: Sequence[Finding]
    decisions: Mapping[str, Decision]
    case: Case
    letter: Letter | None = field(repr=False, default=None)
    letter_text: TextMap | None = field(repr=False, default=None)
    letter_problem: str = ""
    task: str = "check"
    compared: bool = True
    stale: Sequence[str] = ()
    expired: Sequence[str] = ()
    values: Mapping[str, str] = field(repr=False, default_factory=dict)
    removed: Sequence[str] = field(repr=False, default=())
    requester_known: bool = False
    requester_guessed: bool = False
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    residuals: Sequence[Residual] = ()
    other_gaps: int = 0
    least_names: int = 0
    show_values: bool = False
    second_person: bool = False
    approved_by: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule's problem stands. ``message`` never quotes a value that may have to go.

    Attributes:
        message: the problem in a sentence; it may quote labels and statutes, never the letter.
        page, boxes: where; taken from the first of ``ranges`` where there is one.
        severity: overrides the rule's own for this hit.
        unchecked: part of the file could not be read.
        ranges: half-open ranges of the body's text that show it, one a passage.
        labels: what each passage is, in a few words; as many as ranges, or none.
    """

    message: str
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    severity: Severity | None = None
    unchecked: bool = False
    ranges: tuple[tuple[int, int], ...] = ()
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the registry finds it; ``help`` is the module's docstring."""

    code: str
    name: str
    severity: Severity
    help: str = field(repr=False)
    module: str
    find: Callable[[View], Iterator[Hit]] = field(repr=False)

    @property
    def fix(self) -> str:
        """Return the sentence after "Fix:" in the help."""
        return help_part(self.help, "Fix")


def rule(code: str, severity: Severity) -> Callable[[Callable[[View], Iterator[Hit]]], Rule]:
    """Make a rule of a generator function; its name, with hyphens, is the rule's name."""

    def wrap(find: Callable[[View], Iterator[Hit]]) -> Rule:
        module = inspect.getmodule(find)
        text = inspect.getdoc(module) if module else None
        return Rule(code, find.__name__.replace("_", "-"), severity, text or "", find.__module__, find)

    return wrap


def help_part(text: str, label: str) -> str:
    """Return the paragraph that follows ``label:`` in a help text, on one line."""
    for paragraph in text.split("\n"):
        if paragraph.startswith(f"{label}:"):
            start = text.index(paragraph) + len(label) + 1
            lines: list[str] = []
            for line in text[start:].split("\n"):
                head = line.split(":")[0]
                if lines and (not line.strip() or head in {"Why", "Fix", "Source", "Example", "Examples", "Not"}):
                    break
                lines.append(line.strip())
            return " ".join(part for part in lines if part)
    return ""


@functools.cache
def all_rules() -> tuple[Rule, ...]:
    """Return every built-in rule, by code."""
    return tuple(sorted(registry.collect(__name__, Rule), key=lambda r: r.code))


def run(rules: Sequence[Rule], view: View) -> Iterator[Issue]:
    """Run rules over a view; one that raises becomes a BLOCK issue that names it and no document text."""
    for one in rules:
        try:
            hits = list(one.find(view))
        except Exception as error:  # noqa: BLE001  # a rule that failed has not passed; see module docstring
            yield Issue(
                one.code,
                Severity.BLOCK,
                f"The rule {one.name} could not be applied ({type(error).__name__}).",
                fix="Report this; until it is mended the file cannot be called ready.",
                unchecked=True,
            )
            continue
        for hit in hits:
            labels = hit.labels or ("",) * len(hit.ranges)
            evidence = tuple(
                evidence_of(view, start, end, label=label)
                for (start, end), label in zip(hit.ranges, labels, strict=True)
            )
            page, boxes = hit.page, hit.boxes
            if page is None and evidence:
                page, boxes = evidence[0].page, evidence[0].boxes
            yield Issue(
                one.code, hit.severity or one.severity, hit.message, page, boxes, one.fix, hit.unchecked, evidence
            )


def evidence_of(view: View, start: int, end: int, *, label: str = "") -> Evidence:
    """Return a passage of the body by its place: the page it begins on, its boxes there, its words where asked for."""
    text = view.letter_text or view.text
    placed = [(segment.page, quads) for segment, quads in text.quads(start, end) if segment.page is not None]
    words = text.value(start, end) if view.show_values else ""
    if not placed:
        return Evidence(None, (), words, label)
    page = placed[0][0]
    boxes = tuple(box_of(quad) for on, quads in placed if on == page for quad in quads)
    return Evidence(page, boxes, words, label)


def around(segment: Segment, start: int, end: int) -> Box | None:
    """Return the box around a range of a segment's characters; None where none of them has a place."""
    boxes = [box_of(quad) for quad in segment.quads[start:end] if quad is not None]
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def boxes_of(finding: Finding) -> tuple[Box, ...]:
    """Return a finding's boxes, one a line."""
    return tuple(box_of(quad) for quad in finding.quads)
