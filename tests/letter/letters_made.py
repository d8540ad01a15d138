"""Letters for the tests of the letter model: synthetic, short, in the manner of many authorities.

In a marked letter "{Q:1a}...{/}" is a question with its number ("*1" where it has none) and "{A:1a}...{/}" what answers
it ("{A:1,2}" answers two). The marks are taken out before the letter is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from redactor.analysis.textmap import TextMap
from redactor.letter import Letter, read
from redactor.model import Case, Document, Layer, QuadArray, Segment, Source

_MARK = re.compile(r"\{([QA]):([^}]*)\}|\{/\}")


@dataclass(frozen=True)
class Marked:
    """A letter with the places of its questions and answers: (key, start, end)."""

    text: str
    questions: tuple[tuple[str, int, int], ...]
    answers: tuple[tuple[tuple[str, ...], int, int], ...]


def marked(source: str) -> Marked:
    """Return a letter without its marks, and where they stood."""
    text, at = "", 0
    questions, answers = [], []
    open_: list[tuple[str, str, int]] = []
    for match in _MARK.finditer(source):
        text += source[at : match.start()]
        at = match.end()
        if match[1]:
            open_.append((match[1], match[2], len(text)))
        else:
            kind, key, start = open_.pop()
            if kind == "Q":
                questions.append((key, start, len(text)))
            else:
                answers.append((tuple(key.split(",")), start, len(text)))
    return Marked(text + source[at:], tuple(questions), tuple(answers))


def document(*pages: str, title: str = "") -> tuple[TextMap, Document]:
    """Return pages of plain text as a document without places, and its text map."""
    segments = tuple(
        Segment(f"page/{number}", Layer.BODY, number, text, QuadArray.nowhere(len(text)))
        for number, text in enumerate(pages, 1)
    )
    extra = (Segment("info/Title", Layer.METADATA, None, title, QuadArray.nowhere(len(title)), "document title"),)
    made = Document(Source("letter.pdf", "0" * 64, 0, "application/pdf"), segments + (extra if title else ()), ())
    return TextMap.build(segments), made


def letter(*pages: str, regime: str = "", case: Case | None = None, title: str = "") -> Letter:
    """Read pages of plain text as a letter."""
    text, made = document(*pages, title=title)
    return read(text, made, case or Case(), regime=regime)
