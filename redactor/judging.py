"""Carry one file as far as decisions: read, load, search, decide. What the engine does to source and copy alike."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from redactor import reading, rules
from redactor.decide import Decided, decide
from redactor.decisions import Decisions
from redactor.formats import Format
from redactor.model import Action, Case, Document, Issue, Layer, QuadArray, Segment, Source
from redactor.policy import Policy

if TYPE_CHECKING:
    from redactor.analysis.analyser import Analyser
    from redactor.analysis.matches import Analysis
    from redactor.analysis.textmap import TextMap
    from redactor.letter.model import Letter
    from redactor.residual import Residual

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how much of it is done, and how much there is (pages)."""


@dataclasses.dataclass(frozen=True, slots=True)
class Ask:
    """What was asked about a file: the case, what people decided before, the password, and who wants to hear of it."""

    case: Case
    decisions: Decisions = dataclasses.field(repr=False)
    password: str | None = dataclasses.field(default=None, repr=False)
    progress: Progress | None = dataclasses.field(default=None, repr=False)

    def tell(self, stage: str, pages: int) -> None:
        """Say which stage begins, and on how many pages."""
        if self.progress is not None:
            self.progress(stage, 0, pages)


@dataclasses.dataclass(frozen=True, slots=True)
class Judged:
    """One file's bytes with everything found in them and decided about it."""

    data: bytes = dataclasses.field(repr=False)
    source: Source
    format: Format
    document: Document = dataclasses.field(repr=False)
    analysis: Analysis = dataclasses.field(repr=False)
    decided: Decided

    def values(self, *actions: Action) -> list[str]:
        """Return the values of the findings that come to one of some actions; never for a report."""
        decided = self.decided
        return [
            decided.values[finding.id]
            for finding in decided.findings
            if finding.id in decided.values and decided.decisions[finding.id].action in actions
        ]


@dataclasses.dataclass(frozen=True, slots=True)
class Reply:
    """A file's body read as a letter, and the text whose ranges its parts are."""

    letter: Letter | None = dataclasses.field(repr=False)
    text: TextMap = dataclasses.field(repr=False)
    problem: str = ""
    """The kind of error that stopped the reading, where one did."""


class Judge:
    """The loaded model, recognizers and rules of one policy."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self._loaded: Analyser | None = None

    @functools.cached_property
    def policy_digest(self) -> str:
        """Return the policy's digest; written out once, as a policy does not change."""
        return self.policy.digest

    @property
    def analyser(self) -> Analyser:
        """Return the analyser; the model loads with the first file that needs it."""
        if self._loaded is None:
            from redactor.analysis.analyser import Analyser

            self._loaded = Analyser(self.policy)
        return self._loaded

    def file(self, path: Path, ask: Ask) -> Judged:
        """Judge a file on disk; raises UncheckedError subclasses where it cannot be read."""
        ask.tell("read", 0)
        return self.data(*reading.read(path, self.policy.limits), ask)

    def data(self, data: bytes, source: Source, format_: Format, ask: Ask) -> Judged:
        """Judge bytes that were read, or that are not a file yet."""
        document = _with_name(format_.load(data, source, self.policy.limits, ask.password))
        ask.tell("search", len(document.pages))
        terms = [addition.term for addition in ask.decisions.additions]
        analysis = self.analyser.analyse(document, ask.case, terms)
        decided = decide(
            document, analysis, policy=self.policy, case=ask.case, decisions=ask.decisions, today=date.today()
        )
        return Judged(data, source, format_, document, analysis, decided)

    def issues(
        self,
        task: str,
        judged: Judged,
        ask: Ask,
        *,
        removed: Sequence[str],
        compared: bool = True,
        reply: Reply | None = None,
        told: Sequence[Residual] = (),
        other_gaps: int = 0,
        show_values: bool = False,
        source: str | None = None,
    ) -> list[Issue]:
        """Apply every rule.

        ``removed`` are the values that go, or in a copy have gone; ``reply`` is read as a letter; ``told`` and ``other_gaps`` are
        what the gaps in a copy tell, and how many others there are. ``source`` is the SHA-256 of the file a copy was made of.
        """
        approval = ask.decisions.approved(source or judged.source.sha256)
        view = rules.View(
            document=judged.document,
            text=judged.analysis.texts[0],
            findings=judged.decided.findings,
            decisions=judged.decided.decisions,
            case=ask.case,
            letter=reply.letter if reply else None,
            letter_text=reply.text if reply else None,
            letter_problem=reply.problem if reply else "",
            task=task,
            compared=compared,
            stale=judged.decided.stale,
            expired=judged.decided.expired,
            values=judged.decided.values,
            removed=removed,
            requester_known=judged.analysis.requester_known,
            requester_guessed=judged.analysis.requester_guessed,
            options={code: setting.options for code, setting in self.policy.rules.items()},
            residuals=told,
            other_gaps=other_gaps,
            least_names=self.policy.redaction.k,
            show_values=show_values,
            second_person=self.policy.release.second_person,
            approved_by=approval.by if approval is not None else "",
        )
        return [self._weighed(issue) for issue in rules.run(rules.all_rules(), view)]

    def reply(self, judged: Judged, ask: Ask) -> Reply | None:
        """Read a file's body as the letter it may be; None where the letter rules do not know the law it is under."""
        from redactor import letter
        from redactor.law.loader import REGIMES

        regime = ask.case.regime or self.policy.regime
        if regime not in REGIMES:
            return None
        text = judged.analysis.texts[0]
        try:
            return Reply(letter.read(text, judged.document, ask.case, regime=regime), text)
        except Exception as error:  # noqa: BLE001  # as with a rule: a letter that was not read has not passed
            return Reply(None, text, type(error).__name__)

    def _weighed(self, issue: Issue) -> Issue:
        """Apply the policy's severity for a rule; a lowered BLOCK carries the written reason with it."""
        setting = self.policy.rules.get(issue.code)
        if setting is None or setting.severity is None or issue.unchecked:
            return issue
        message = f"{issue.message} (Severity set by policy: {setting.reason})"
        return dataclasses.replace(issue, severity=setting.severity, message=message)


def _with_name(document: Document) -> Document:
    """Add the file's own name as a layer: a reply called after its requester names them."""
    # A name that is no UTF-8 comes from the system with half characters, which no recognizer takes.
    name = document.source.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    segment = Segment("file/name", Layer.FILE_NAME, None, name, QuadArray.nowhere(len(name)), "file name")
    return dataclasses.replace(document, segments=(*document.segments, segment))
