"""L127 requester-named: a letter to be published names whoever asked.

Why: whoever asked is a private person to everyone but the authority, and the reply stays on the internet.
Fix: `redactor redact` takes the name out wherever it stands; rename the file, and check title and bookmarks.
Source: section 40(2) of the Freedom of Information Act 2000; ICO guidance on disclosure logs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from redactor.letter.model import Letter
from redactor.model import Action, Finding, Layer, Mode, Severity
from redactor.rules import Hit, View, boxes_of
from redactor.rules.letter import letter_rule

_PAGES = (Layer.BODY, Layer.OCR)

EXAMPLES = ()
"""Needs findings, which a recognizer makes; tests/rules shows it on whole letters."""
COUNTER_EXAMPLES = ()


@letter_rule("L127", Severity.BLOCK)
def requester_named(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each page and each place outside the pages where the requester still stands."""
    if view.case.mode is not Mode.PUBLISH:
        return
    standing = [
        finding
        for finding in view.findings
        if finding.entity == "REQUESTER" and view.decisions[finding.id].action is not Action.KEEP
    ]
    for page in sorted({finding.page for finding in standing if finding.layer in _PAGES and finding.page}):
        here = [finding for finding in standing if finding.page == page and finding.layer in _PAGES]
        yield Hit(_said(here), page, tuple(box for finding in here for box in boxes_of(finding)))
    beside = Counter(finding.place or str(finding.layer) for finding in standing if finding.layer not in _PAGES)
    for place, number in sorted(beside.items()):
        yield Hit(
            f"Whoever asked is named outside the pages, {number} times: {place}."
            if number > 1
            else f"Whoever asked is named outside the pages: {place}."
        )


def _said(here: list[Finding]) -> str:
    return "Whoever asked is named here." if len(here) == 1 else f"Whoever asked is named here, {len(here)} times."
