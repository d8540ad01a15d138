"""A scan as one flat table, for spreadsheets and data frames: a row a file, then a row a finding, then a row an issue."""

from __future__ import annotations

from collections.abc import Iterator

from redactor.archive.reader import Reader

COLUMNS = (
    "row", "path", "state", "verdict", "code", "message", "kind", "size", "sha256", "pages", "year", "marks",
    "entity", "action", "severity", "page", "layer", "covered", "score", "recognizer", "exemption", "excerpt", "value",
)  # fmt: skip
NUMBERS = frozenset({"size", "pages", "year", "marks", "page", "covered"})
Cell = str | int | float | None


def rows(reader: Reader) -> Iterator[tuple[Cell, ...]]:
    """Yield rows with a cell for each of ``COLUMNS``; ``row`` says "file", "finding" or "issue"."""
    blank = (None,) * 11
    for path, state, verdict, _, code, message, kind, size, sha256, pages, year, marks in reader.files():
        yield ("file", path, state, verdict, code, message, kind, size, sha256, pages, year, marks, *blank)
    for path, _, entity, action, page, layer, covered, score, by, exemption, excerpt, value in reader.findings():
        yield ("finding", path, None, None, None, None, None, None, None, None, None, None, entity, action, None, page,
               layer, covered, score, by, exemption, excerpt, bytes(value).hex())  # fmt: skip
    for path, _, code, severity, page, message in reader.issues():
        yield ("issue", path, None, None, code, message, None, None, None, None, None, None, None, None, severity,
               page, None, None, None, None, None, None, None)  # fmt: skip
