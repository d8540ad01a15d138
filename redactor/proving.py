"""Make a redacted copy, look at it again, and have it proved."""

from __future__ import annotations

import dataclasses

from redactor import reading, verify
from redactor.analysis.namesakes import namesakes
from redactor.decide import areas
from redactor.errors import DestinationError, RedactionError
from redactor.formats import Redacted
from redactor.judging import Ask, Judge, Judged
from redactor.model import Action, CheckResult, Layer, RedactionPlan
from redactor.plan import more, plan
from redactor.settle import settled

# A box drawn on a page changes what the model reads around it; what it then sees is boxed too, this many times at most.
_PASSES = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Attempt:
    """A redacted copy nobody has proved yet: the source with all that goes, the bytes, and the copy judged again."""

    source: Judged
    made: Redacted = dataclasses.field(repr=False)
    copy: Judged


def redacted(judge: Judge, source: Judged, ask: Ask, *, name: str) -> Attempt:
    """Redact, search the copy, and redact again what the search of the copy still wants removed.

    Raises:
        RedactionError: the format cannot do it safely.
        DestinationError: ``name``, which the copy is to have, itself holds something that goes.
    """
    for _ in range(_PASSES):
        ask.tell("redact", len(source.document.pages))
        made = _burn(judge, source, ask)
        described = reading.described(made.data, name, source.format)
        copy = _settled(
            judge.data(made.data, described, source.format, dataclasses.replace(ask, password=None)), source
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
    return Attempt(source, made, copy)


def expected(judge: Judge, source: Judged, copy: Judged, ask: Ask) -> Attempt:
    """Return the attempt that a copy somebody hands in is to be held against: what would have been removed, and where.

    Our own writer is asked again, for two things only it knows: what its second look added, and where it changes pages
    outside the boxes (dropped icons, flattened fields). Where it refuses the source, the plan alone is held against.
    """
    try:
        ours = redacted(judge, source, ask, name="copy")
    except RedactionError:
        return Attempt(source, Redacted(copy.data), _settled(copy, source))
    return Attempt(ours.source, Redacted(copy.data, changed=ours.made.changed), _settled(copy, ours.source))


def _settled(copy: Judged, source: Judged) -> Judged:
    return dataclasses.replace(copy, decided=settled(copy.decided, source.decided))


def proved(judge: Judge, source: Judged | None, made: Redacted, copy: Judged, ask: Ask) -> tuple[CheckResult, ...]:
    """Run every check that can be run with what is to hand; without the source, those on the copy alone."""
    ask.tell("verify", len(copy.document.pages))
    left = [(finding.id, finding.page) for finding in copy.decided.acting(Action.REDACT)]
    view = verify.View(
        output=made.data,
        original=source.data if source else None,
        original_document=source.document if source else None,
        plan=_plan(judge, source, ask) if source else None,
        removed=_removed(source) if source else (),
        kept=_kept(source) if source else (),
        changed=made.changed,
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
    which nobody has decided. It stays open for as long as its words stand where they stood.
    """
    actions = [decision.action for decision in copy.decided.decisions.values()]
    if source is copy:
        return actions
    before = {segment.id: segment.text for segment in source.document.segments}
    after = {segment.id: _packed(segment.text) for segment in copy.document.segments}
    for finding in source.decided.acting(Action.REVIEW):
        if (span := finding.span) is not None:
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


def _burn(judge: Judge, source: Judged, ask: Ask) -> Redacted:
    todo = _plan(judge, source, ask)
    return source.format.redact(source.data, source.document, todo, judge.policy.limits, ask.password)


def _plan(judge: Judge, source: Judged, ask: Ask) -> RedactionPlan:
    title = " ".join(part for part in (ask.case.authority, ask.case.reference) if part) or "Disclosure"
    return plan(source.document, source.decided, judge.policy.redaction, title=title)


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
