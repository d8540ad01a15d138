"""What a report says of a letter: its kind, its regime, how long it took, and which question got which answer."""

from __future__ import annotations

from datetime import date

from redactor.analysis.textmap import TextMap
from redactor.letter.model import (
    Answer,
    DateLine,
    Holding,
    KnownDate,
    Letter,
    LetterKind,
    Match,
    Passage,
    Placed,
    QuestionLine,
)
from redactor.report import AskedAndAnswered, Holiday, LetterSummary
from redactor.report import DateLine as ReportedDates

_REGIMES = {
    "foia": "Freedom of Information Act 2000",
    "eir": "Environmental Information Regulations 2004",
    "foisa": "Freedom of Information (Scotland) Act 2002",
    "eisr": "Environmental Information (Scotland) Regulations 2004",
}
_REMARKS = {
    Match.ANSWERED: "",
    Match.MISSING: "no answer was found",
    Match.EXTRA: "answers no question that was found",
    Match.RENUMBERED: "its words fit another question better",
    Match.OTHER_SUBJECT: "speaks of something that was not asked about",
}
_ALLOWED = 20


def summary(letter: Letter, text: TextMap, *, show_values: bool) -> LetterSummary:
    """Return what may be said of a letter; its words only where values are shown."""
    kind = letter.kind
    return LetterSummary(
        kind=str(kind.kind),
        kind_why=kind.why,
        regime=_REGIMES.get(letter.regime, letter.regime),
        dates=_dates(letter.date_line) if kind.kind is not LetterKind.NONE else None,
        questions=tuple(_pair(letter, text, line, show_values=show_values) for line in letter.question_map)
        if kind.kind is not LetterKind.NONE
        else (),
    )


def _dates(line: DateLine) -> ReportedDates:
    received = line.received or line.requested
    problem = ""
    if received is None or line.sent is None:
        unknown = " and ".join(
            word for word, day in (("the day of receipt", received), ("the day of sending", line.sent)) if day is None
        )
        problem = f"Neither the case file nor the letter gives {unknown}."
    elif line.working_day is None:
        problem = "The calendar does not reach these dates."
    elif line.disputes:
        problem = "The letter gives more than one day for one of these."
    return ReportedDates(
        received=_day(received),
        sent=_day(line.sent),
        due=line.due,
        days=line.working_day,
        allowed=_ALLOWED,
        late=line.days_late or 0,
        holidays=tuple(Holiday(day, name) for day, name in line.holidays),
        problem=problem,
    )


def _day(known: KnownDate | None) -> date | None:
    return known.value if known is not None else None


def _pair(letter: Letter, text: TextMap, line: QuestionLine, *, show_values: bool) -> AskedAndAnswered:
    question = letter.questions[line.question] if line.question is not None else None
    answers = [letter.answers[at] for at in line.answers]
    first = answers[0] if answers else None
    return AskedAndAnswered(
        question=_label(letter, question.label) if question else "",
        answer=_label(letter, first.label) if first else "",
        question_page=_page(text, question) if question else None,
        answer_page=_page(text, first) if first else None,
        outcome=_outcome(answers),
        remark=_REMARKS[line.match],
        asked=letter.value(question) if question and show_values else "",
        answered=" ".join(map(letter.value, answers)) if show_values else "",
    )


def _label(letter: Letter, label: Passage | None) -> str:
    """Return a number as written; a label that is more than a number would be the letter's own words."""
    written = letter.value(label).strip(" .:)(-\"'") if label else ""
    return written if len(written) <= 12 else ""


def _page(text: TextMap, part: Placed) -> int | None:
    return next((segment.page for segment, _ in text.quads(part.start, max(part.end, part.start + 1))), None)


def _outcome(answers: list[Answer]) -> str:
    said = {holding for answer in answers for holding in answer.holdings}
    if not answers:
        return "no answer"
    return ", ".join(str(holding) for holding in Holding if holding in said) or "not said"
