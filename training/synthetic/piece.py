"""A stretch of made-up text with its names marked, and the ways to join, cut and edit it without losing the marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A name at [start, end). ``person`` numbers the person meant, ``bare`` is true of initials alone ("AB")."""

    start: int
    end: int
    label: str
    person: int = -1
    bare: bool = False

    def moved(self, by: int) -> Mark:
        """Return the mark ``by`` characters further on."""
        return Mark(self.start + by, self.end + by, self.label, self.person, self.bare)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text and its marks, in order."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace [start, end) by ``text``."""

    start: int
    end: int
    text: str


def join(pieces: Iterable[Piece], separator: str = "") -> Piece:
    """Return the pieces one after another."""
    texts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for index, piece in enumerate(pieces):
        if index and separator:
            texts.append(separator)
            length += len(separator)
        marks.extend(mark.moved(length) for mark in piece.marks)
        texts.append(piece.text)
        length += len(piece.text)
    return Piece("".join(texts), tuple(marks))


def cut(piece: Piece, *, start: int, end: int) -> Piece:
    """Return [start, end) of a piece; a name that the cut divides keeps its part."""
    marks = [
        Mark(max(mark.start, start) - start, min(mark.end, end) - start, mark.label, mark.person, mark.bare)
        for mark in piece.marks
        if mark.start < end and mark.end > start
    ]
    return Piece(piece.text[start:end], tuple(marks))


def edited(piece: Piece, edits: Iterable[Edit]) -> Piece:
    """Return the piece with non-overlapping edits made; marks grow and shrink with their text."""
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    texts: list[str] = []
    bounds: list[tuple[int, int, int]] = []
    position = shift = 0
    for edit in ordered:
        if edit.start < position:
            continue
        texts += [piece.text[position : edit.start], edit.text]
        bounds.append((edit.start, edit.end, shift))
        shift += len(edit.text) - (edit.end - edit.start)
        position = edit.end
    texts.append(piece.text[position:])
    marks = [
        Mark(_where(mark.start, ordered, first=True), _where(mark.end, ordered, first=False), *_rest(mark))
        for mark in piece.marks
    ]
    return trimmed(Piece("".join(texts), tuple(mark for mark in marks if mark.end > mark.start)))


def _rest(mark: Mark) -> tuple[str, int, bool]:
    return mark.label, mark.person, mark.bare


def _where(offset: int, edits: list[Edit], *, first: bool) -> int:
    # An edit that straddles the offset is taken into the mark whole; an insertion at its edge is left out.
    shift = position = 0
    for edit in edits:
        if edit.start < position:
            continue
        position = edit.end
        inside = edit.start < offset < edit.end
        before = edit.end <= offset and (first or edit.start < offset)
        if inside:
            return edit.start + shift + (0 if first else len(edit.text))
        if before:
            shift += len(edit.text) - (edit.end - edit.start)
        elif edit.start >= offset:
            break
    return offset + shift


def trimmed(piece: Piece) -> Piece:
    """Return the piece with white space taken off the ends of its marks, and empty marks dropped."""
    marks = []
    for mark in piece.marks:
        inner = piece.text[mark.start : mark.end]
        start = mark.start + len(inner) - len(inner.lstrip())
        end = mark.end - (len(inner) - len(inner.rstrip()))
        if end > start:
            marks.append(Mark(start, end, *_rest(mark)))
    return Piece(piece.text, tuple(marks))


def merged(piece: Piece) -> Piece:
    """Return the piece with a forename and the surname one space after it under one mark."""
    marks: list[Mark] = []
    for mark in piece.marks:
        last = marks[-1] if marks else None
        if last and last.label == mark.label == "PERSON" and piece.text[last.end : mark.start] == " ":
            marks[-1] = Mark(last.start, mark.end, "PERSON", mark.person, last.bare and mark.bare)
        else:
            marks.append(mark)
    return Piece(piece.text, tuple(marks))
