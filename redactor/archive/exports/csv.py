"""csv: one flat table for a spreadsheet; ``row`` says whether a line is a file, a finding or an issue."""

from __future__ import annotations

import csv
import io
from typing import BinaryIO

from redactor.archive import flat
from redactor.archive.exports import Export
from redactor.archive.reader import Reader

_RUNS = frozenset("=+-@\t\r")


def write(reader: Reader, stream: BinaryIO) -> None:
    """Write CSV (RFC 4180) in UTF-8 with the mark by which Excel knows it."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(flat.COLUMNS)
    writer.writerows(tuple(map(_cell, row)) for row in flat.rows(reader))
    text.flush()
    text.detach()


def _cell(cell: flat.Cell) -> flat.Cell:
    """Return a cell that a spreadsheet shows and does not run (CWE-1236, formula injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in _RUNS else cell


EXPORT = Export("csv", write)
