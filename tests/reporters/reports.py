"""Reports built by hand, one of each outcome; everybody in them is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from redactor.model import (
    Action,
    CheckResult,
    Evidence,
    Issue,
    Layer,
    Mode,
    Severity,
    Source,
    Status,
    Verdict,
)
from redactor.report import AskedAndAnswered, DateLine, Holiday, LetterSummary, Report, ReportedFinding
from redactor.reporters import reporters
from redactor.reporters.codes import Meaning

CREATED = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SHA = "5f2a" * 16
COPY_SHA = "91c0" * 16

# Wide of any real figure: the golden reports must not change with the versions of the tool.
FACTS = {
    "schema_version": "1.0",
    "tool_version": "9.9.9",
    "created": CREATED,
    "policy": "uk-foi",
    "policy_digest": "0123456789abcdef",
    "model": "shipped 1.0",
    "mode": Mode.PUBLISH,
}


def source(name: str = "letter FOI 0412.pdf", sha256: str = SHA) -> Source:
    return Source(name, sha256, 48213 if sha256 else 0, "application/pdf" if sha256 else "")


def finding(number: int, entity: str, action: Action, page: int | None, box, **changes) -> ReportedFinding:
    values = {
        "id": f"F-{number:010x}",
        "entity": entity,
        "action": action,
        "page": page,
        "boxes": (box,) if box else (),
        "layer": Layer.BODY,
        "place": "",
        "score": 0.85,
        "recognizer": f"{entity.title().replace('_', '')}Recognizer",
        "why": "It has the shape of one, and a label stands beside it.",
        "exemption": "",
        "reason": "",
        "by": "policy",
        "excerpt": "J*******",
        "fingerprint": f"{number:032x}",
    }
    return ReportedFinding(**(values | changes))


FINDINGS = (
    finding(1, "REQUESTER", Action.REDACT, 1, (72, 140, 168, 153), exemption="s40(2)", reason="The requester's name."),
    finding(
        2,
        "DIRECT_DIAL",
        Action.REDACT,
        1,
        (380, 96, 460, 109),
        exemption="s40(2)",
        reason="A number that reaches one person.",
    ),
    finding(
        3,
        "EMAIL_ADDRESS",
        Action.REDACT,
        2,
        (72, 610, 239, 623),
        boxes=((430, 596, 520, 609), (72, 610, 150, 623)),
        exemption="s40(2)",
        reason="Agreed with the information governance lead.",
        by="A. Marchetti",
    ),
    finding(
        4,
        "REQUESTER",
        Action.REDACT,
        None,
        None,
        layer=Layer.METADATA,
        place="document title",
        exemption="s40(2)",
        reason="The requester's name.",
    ),
    finding(
        5,
        "SENSITIVE_TERM",
        Action.REVIEW,
        2,
        (72, 330, 214, 343),
        exemption="s31(1)(a)",
        why="Names a tactic; tribunals went both ways.",
        excerpt="s*******",
    ),
    finding(
        6, "IMAGE", Action.REVIEW, 2, (400, 40, 520, 110), why="Nobody has read this picture.", excerpt="", score=1.0
    ),
    finding(
        7,
        "EMAIL_ADDRESS",
        Action.KEEP,
        1,
        (72, 700, 212, 713),
        reason="A role mailbox.",
        excerpt="f*******",
        score=0.99,
    ),
    finding(
        8, "PHONE_NUMBER", Action.KEEP, 1, (300, 700, 380, 713), reason="A published switchboard.", excerpt="0*******"
    ),
    finding(
        9, "PHONE_NUMBER", Action.KEEP, 2, (300, 700, 380, 713), reason="A published switchboard.", excerpt="0*******"
    ),
    finding(
        10,
        "PERSON",
        Action.KEEP,
        2,
        (72, 742, 151, 755),
        reason="Chief officer; named on the public website.",
        by="A. Marchetti",
        excerpt="R*******",
    ),
)

ISSUES = (
    Issue(
        "L901",
        Severity.BLOCK,
        "The letter does not say that one may complain to the Information Commissioner.",
        fix="Add the paragraph on the right to complain (section 17(7)(b) of the Act).",
        evidence=(Evidence(1, ((72, 400, 300, 413),), "You may ask for a review."),),
    ),
    Issue(
        "H902",
        Severity.REVIEW,
        "A comment is on the page.",
        2,
        ((40, 40, 60, 60),),
        fix="Remove it, or say why it stays.",
    ),
    Issue(
        "P602", Severity.REVIEW, "On page 2 a person must look at: 1 IMAGE, 1 SENSITIVE_TERM.", 2, fix="Look at each."
    ),
    Issue("L903", Severity.NOTE, "The reply was sent on working day 19 of 20."),
)

CHECKS = (
    CheckResult("V901", "two independent readers open the copy", Status.PASS, "2 pages; pikepdf and pdfium"),
    CheckResult("V902", "no removed value can be read in the copy", Status.PASS, "4 values, 2 pages"),
    CheckResult("V903", "outside the boxes every page looks as before", Status.PASS, "2 pages at 100 dpi"),
)

SETTLED = tuple(found for found in FINDINGS if found.action is not Action.REVIEW)


LETTER = LetterSummary(
    kind="partial disclosure",
    kind_why="It gives information and withholds some.",
    regime="Freedom of Information Act 2000",
    dates=DateLine(
        received=date(2024, 6, 6),
        sent=date(2024, 7, 31),
        due=date(2024, 7, 4),
        days=38,
        allowed=20,
        late=18,
        holidays=(Holiday(date(2024, 7, 12), "Battle of the Boyne [Northern Ireland]"),),
    ),
    questions=(
        AskedAndAnswered("1a", "1a", 1, 1, "held", asked="How many permits?", answered="There were 214."),
        AskedAndAnswered("2", "", 1, None, "no answer", "no answer was found", asked="Who has them?"),
    ),
)
"""The words of questions and answers are in it; only a report that shows values may show them."""


def ready() -> Report:
    """A copy was written, proved, and nothing is open."""
    return Report(
        **FACTS,
        task="redact",
        verdict=Verdict.READY,
        source=source(),
        findings=SETTLED,
        issues=ISSUES[3:],
        checks=CHECKS,
        pages=2,
        output_name="letter FOI 0412.redacted.pdf",
        output_sha256=COPY_SHA,
        details={"note 1": "Two bookmarks were renamed."},
    )


def review() -> Report:
    """A copy was written and proved; two items wait for a person."""
    return Report(
        **FACTS,
        task="redact",
        verdict=Verdict.REVIEW,
        source=source(),
        findings=FINDINGS,
        issues=ISSUES[1:],
        checks=CHECKS,
        pages=2,
        output_name="letter FOI 0412.redacted.pdf",
        output_sha256=COPY_SHA,
    )


def blocked() -> Report:
    """No copy was written: a problem in the letter, and a check that failed."""
    failed = CheckResult("V904", "nothing is left to find", Status.FAIL, "1 direct dial is still in the copy.", 1)
    ended = CheckResult("V905", "the copy holds one revision", Status.ERROR, "The check stopped with ValueError.")
    return Report(
        **FACTS,
        task="redact",
        verdict=Verdict.BLOCKED,
        source=source(),
        findings=FINDINGS,
        issues=ISSUES,
        checks=(*CHECKS, failed, ended),
        pages=2,
        letter=LETTER,
    )


def unchecked() -> Report:
    """The file could not be read."""
    issue = Issue(
        "D502",
        Severity.BLOCK,
        "The file is encrypted and no password opened it.",
        fix="Give the password with --password-file.",
        unchecked=True,
    )
    return Report(
        **(FACTS | {"model": ""}),
        task="check",
        verdict=Verdict.BLOCKED,
        source=source("annex.pdf", ""),
        issues=(issue,),
    )


def as_it_is() -> Report:
    """A check of the file as it is: what has to go is still there."""
    return Report(
        **FACTS, task="check", verdict=Verdict.BLOCKED, source=source(), findings=FINDINGS, issues=ISSUES[1:], pages=2
    )


def shown() -> Report:
    """A report that somebody asked to show values."""
    return replace(blocked(), values_shown=True)


def large(number: int = 1000) -> Report:
    """A long document with a great many findings."""
    actions = (Action.REDACT, Action.KEEP, Action.REVIEW, Action.REDACT)
    findings = tuple(
        finding(
            index,
            ("PERSON", "DIRECT_DIAL", "UK_POSTCODE")[index % 3],
            actions[index % 4],
            1 + index // 40,
            (72 + 200 * (index % 2), 60 + 18 * (index % 40), 160 + 200 * (index % 2), 73 + 18 * (index % 40)),
            exemption="s40(2)",
        )
        for index in range(number)
    )
    return Report(
        **FACTS,
        task="check",
        verdict=Verdict.BLOCKED,
        source=source("archive.pdf"),
        findings=findings,
        issues=ISSUES,
        pages=1 + number // 40,
    )


GOLDEN = {
    "ready": [ready()],
    "review": [review()],
    "blocked": [blocked()],
    "unchecked": [unchecked()],
    "shown": [shown()],
    "many": [ready(), review(), as_it_is(), unchecked()],
}
"""Every golden report by name."""

MEANINGS = {
    "L901": Meaning(
        "L901", "no-complaint", "The letter does not say where to complain.", "L901 no-complaint: help page"
    ),
    "V904": Meaning("V904", "nothing-left", "Nothing is left to find.", "V904 nothing-left: help page"),
    "DIRECT_DIAL": Meaning("DIRECT_DIAL", "DIRECT_DIAL", "A number that rings one desk.", "DIRECT_DIAL: help page"),
}
"""Stands in for the help of the real rules, checks and recognizers, which golden reports must not change with."""


def golden_files() -> dict[str, str]:
    """Return the text of every golden file by its name: each report in every format."""
    return {
        f"{name}.{reporter.name}{reporter.suffix}": reporter.render(reports)
        for name, reports in GOLDEN.items()
        for reporter in reporters().values()
    }
