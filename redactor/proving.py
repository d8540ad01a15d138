"""Make a redacted copy, look at it again, and have it proved."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from redactor import reading, settle, verify
from redactor.analysis.namesakes import namesakes
from redactor.decide import areas
from redactor.errors import DestinationError, RedactionError
from redactor.formats import Redacted
from redactor.judging import Ask, Judge, Judged
from redactor.model import Action, CheckResult, Layer, Redaction, RedactionPlan, SetLine, Status, Width, box_of
from redactor.plan import more
from redactor.plan import plan as planned
from redactor.residual import NOT_TOLD, Residual, described, residuals
from redactor.settle import settled

# A box drawn on a page changes what the model reads around it; what it then sees is boxed too, this many times at most.
_PASSES = 3
_OF_LINES = frozenset({"V405", "V407", "V409", "V410"})
"""Checks that fail where a line set anew is not what it was to be."""


@dataclasses.dataclass(frozen=True, slots=True)
class Attempt:
    """A redacted copy nobody has proved yet: the source with all that goes, the bytes, and the copy judged again."""

    source: Judged
    made: Redacted = dataclasses.field(repr=False)
    copy: Judged
    plan: RedactionPlan = dataclasses.field(repr=False)


def convincing(
    judge: Judge, source: Judged, ask: Ask, *, name: str, keep: Callable[[bytes], None]
) -> tuple[Attempt, tuple[CheckResult, ...]]:
    """Redact and prove; where a line set anew does not convince, the lines of its page go black and all is proved again.

    Args:
        keep: writes the copy, and raises where the disk does not give back what was written.
    """
    black: frozenset[int] = frozenset()
    while True:
        attempt = redacted(judge, source, ask, name=name, black=black)
        keep(attempt.made.data)
        checks = proved(judge, attempt.source, attempt.made, attempt.copy, ask, plan=attempt.plan)
        doubtful = _doubtful(checks, attempt.made.lines) - black
        if not doubtful:
            return attempt, checks
        black |= doubtful


def _doubtful(checks: Sequence[CheckResult], lines: Sequence[SetLine]) -> frozenset[int]:
    """Return the pages whose lines set anew do not convince; all of them where a check did not finish."""
    pages = frozenset(line.page for line in lines if not line.blocked)
    wrong = [check for check in checks if check.code in _OF_LINES and check.status is not Status.PASS]
    if any(check.page is None for check in wrong):
        return pages
    return pages & {check.page for check in wrong if check.page is not None}


def redacted(judge: Judge, source: Judged, ask: Ask, *, name: str, black: frozenset[int] = frozenset()) -> Attempt:
    """Redact, search the copy, and redact again what the search of the copy still wants removed.

    ``black`` are pages on which no line is set anew; where one would be, it goes black.

    Raises:
        RedactionError: the format cannot do it safely.
        DestinationError: ``name``, which the copy is to have, itself holds something that goes.
    """
    for _ in range(_PASSES):
        ask.tell("redact", len(source.document.pages))
        todo = _plan(judge, source, ask)
        todo = dataclasses.replace(todo, redactions=tuple(_blackened(one, black) for one in todo.redactions))
        made = source.format.redact(source.data, source.document, todo, judge.policy.limits, ask.password)
        described = reading.described(made.data, name, source.format)
        copy = _settled(
            judge.data(made.data, described, source.format, dataclasses.replace(ask, password=None)),
            source,
            made.lines,
        )
        if any(finding.layer is Layer.FILE_NAME for finding in copy.decided.acting(Action.REDACT)):
            raise DestinationError(
                "the new file's name holds something the policy removes",
                where="output",
                remedy="Give -o the name of a file that names nobody, such as the reference (FOI-0412.redacted.pdf).",
            )
        added = more(source.decided, copy.decided, source.document)
        if added is None:
            break
        source = dataclasses.replace(source, decided=added)
    return Attempt(source, made, copy, todo)


def told(judge: Judge, attempt: Attempt) -> tuple[tuple[Residual, ...], int, dict[str, str]]:
    """Return what the gaps of a copy tell of names, how many other gaps there are, and what to say of each name."""
    redactions, lines = attempt.plan.redactions, attempt.made.lines
    gaps = residuals(attempt.source.document, redactions, lines, judge.policy.redaction)
    said = described(redactions, lines, gaps)
    others = sum(one.is_gap and one.finding_id not in said for one in redactions)
    details = {f"residual {one.finding_id}": f"{one.entity} {one.finding_id}: {one}." for one in gaps}
    if hidden := sum(text == NOT_TOLD for text in said.values()):
        details["residual"] = f"How wide {hidden} removed names were is {NOT_TOLD}."
    return gaps, others, details


def _blackened(one: Redaction, pages: frozenset[int]) -> Redaction:
    return dataclasses.replace(one, width=Width.BLOCK) if one.page in pages and one.width is Width.RESET else one


def compared(judge: Judge, source: Judged, copy: Judged, ask: Ask) -> tuple[Attempt, tuple[CheckResult, ...]]:
    """Hold a copy somebody hands in against what would have been removed from its source, and where.

    Our own writer is asked again, for three things only it knows: what its second look added, where it changes pages
    outside the boxes (dropped icons, flattened fields), and which lines it sets anew. A copy whose lines were not set anew
    is held against the plan with gaps; what those tell is the residual's to say. Where the writer refuses the source, the
    plan alone is held against.
    """
    try:
        ours = redacted(judge, source, ask, name="copy")
    except RedactionError:
        plain = _with_gaps(_plan(judge, source, ask))
        attempt = Attempt(source, Redacted(copy.data), _settled(copy, source), plain)
        return attempt, proved(judge, source, attempt.made, attempt.copy, ask, plan=plain, ours=False)
    made = Redacted(copy.data, changed=ours.made.changed, lines=ours.made.lines)
    attempt = Attempt(ours.source, made, _settled(copy, ours.source, made.lines), ours.plan)
    checks = proved(judge, ours.source, made, attempt.copy, ask, plan=ours.plan, ours=False)
    if not made.lines or all(check.status is Status.PASS for check in checks if check.code in _OF_LINES):
        return attempt, checks
    made = Redacted(copy.data, changed=ours.made.changed)
    plain = _with_gaps(ours.plan)
    with_gaps = Attempt(ours.source, made, _settled(copy, ours.source), plain)
    checks_with_gaps = proved(judge, ours.source, made, with_gaps.copy, ask, plan=plain, ours=False)
    if _failed(checks_with_gaps) < _failed(checks):
        return with_gaps, checks_with_gaps
    return attempt, checks


def _with_gaps(todo: RedactionPlan) -> RedactionPlan:
    redactions = tuple(dataclasses.replace(one, width=Width.GAP) for one in todo.redactions)
    return dataclasses.replace(todo, redactions=redactions)


def _failed(checks: Sequence[CheckResult]) -> int:
    return sum(check.status.failed for check in checks)


def _settled(copy: Judged, source: Judged, lines: Sequence[SetLine] = ()) -> Judged:
    return dataclasses.replace(copy, decided=settled(copy.decided, source.decided, lines))


def proved(
    judge: Judge,
    source: Judged | None,
    made: Redacted,
    copy: Judged,
    ask: Ask,
    *,
    plan: RedactionPlan | None = None,
    ours: bool = True,
) -> tuple[CheckResult, ...]:
    """Run every check that can be run with what is to hand; without source and plan, those on the copy alone.

    ``ours`` is False for a copy somebody hands in, of which nobody knows who wrote it.
    """
    ask.tell("verify", len(copy.document.pages))
    left = [(finding.id, finding.page) for finding in copy.decided.acting(Action.REDACT)]
    view = verify.View(
        output=made.data,
        original=source.data if source else None,
        original_document=source.document if source else None,
        plan=(plan or _plan(judge, source, ask)) if source else None,
        removed=_removed(source) if source else (),
        kept=_kept(source) if source else (),
        changed=made.changed,
        lines=made.lines,
        ours=ours,
        find=lambda _data: left,
        password=ask.password,
        limits=judge.policy.limits,
    )
    results = []
    for result in verify.run(verify.all_checks(), view):
        results.append(result)
        ask.tell(f"{result.code} {result.status}: {result.title}", len(copy.document.pages))
    return tuple(results)


def standing(source: Judged, copy: Judged) -> list[Action]:
    """Return what is to happen to everything the copy holds: what was found in it, and what was open in the source.

    A box beside a doubtful name changes what the model reads, so that the search of the copy may pass over a name on
    which nobody has decided. It stays open for as long as its words stand where they stood. A picture is another one as soon
    as a box touches it, and what is read off it is read differently: both stay open unless boxes took all of them.
    """
    actions = [decision.action for decision in copy.decided.decisions.values()]
    if source is copy:
        return actions
    before = {segment.id: segment.text for segment in source.document.segments}
    after = {segment.id: _packed(segment.text) for segment in copy.document.segments}
    drawn = settle.boxes(source.decided)
    for finding in source.decided.acting(Action.REVIEW):
        if finding.entity == "IMAGE" or finding.layer is Layer.OCR:
            if not all(settle.mostly_within(box_of(quad), drawn[finding.page]) for quad in finding.quads):
                actions.append(Action.REVIEW)
        elif (span := finding.span) is not None:
            words = _packed(before[span.segment_id][span.start : span.end])
            if words in after.get(span.segment_id, ""):
                actions.append(Action.REVIEW)
        elif finding.entity == areas.ENTITY:
            # The copy has another name and hash, so that its own search knows nothing of the area.
            actions.append(Action.REVIEW)
    return actions


def _packed(text: str) -> str:
    """Return a text without white space, which moves when a neighbour is blanked."""
    return "".join(text.split())


def _plan(judge: Judge, source: Judged, ask: Ask) -> RedactionPlan:
    title = " ".join(part for part in (ask.case.authority, ask.case.reference) if part) or "Disclosure"
    return planned(source.document, source.decided, judge.policy.redaction, title=title)


def _removed(source: Judged) -> tuple[verify.Removed, ...]:
    decided = source.decided
    return tuple(
        verify.Removed(decided.values[finding.id], finding.entity, finding.id)
        for finding in decided.acting(Action.REDACT)
        if finding.id in decided.values
    )


def _kept(source: Judged) -> tuple[str, ...]:
    """Return what stays on purpose: values decided so, and words that only look like a removed name ("young people")."""
    claimed = [(match.start, match.end) for match in source.analysis.matches if match.text == 0]
    words = namesakes(source.analysis.texts[0].text, source.values(Action.REDACT), claimed)
    return tuple(dict.fromkeys([*source.values(Action.KEEP, Action.REVIEW), *(word.phrase for word in words)]))
