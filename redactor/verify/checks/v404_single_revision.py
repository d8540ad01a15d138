"""V404 single-revision: the copy is one fresh file, with nothing before, after or beside what it shows.

What it proves: no earlier state of the document can be brought back by cutting the file, no object lies in it that no page
needs, and the copy does not carry the source's fingerprint.
How: exactly one end-of-file mark and one cross-reference start, no pointer to an earlier one, nothing behind the end;
every object is reached from the trailer; every object in the bytes is in the cross-reference table once; the file
identifier shares nothing with the source's. Of a file others made only this is asked: nothing before its header, and no
object that its table does not know; its revisions, tail and unused objects are judged by H201, H210 and H215.
Source: ISO 32000-1, 7.5.5, 7.5.6 (incremental updates) and 14.4 (file identifiers).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import pikepdf

from redactor.verify import Evidence, Failure, View, check
from redactor.verify.opened import opened

_HEADER = re.compile(rb"(?<![\w.])(\d{1,10})\s+\d{1,5}\s+obj\b")


@check("V404")
def single_revision(view: View) -> Evidence:
    """Account for every byte range and object of the copy."""
    files = opened(view)
    outside = _outside_streams(view.output)
    failures, house = [], []
    ends, starts = outside.count(b"%%EOF"), outside.count(b"startxref")
    if ends != 1 or starts != 1:
        house.append(Failure(f"The copy holds {ends} end-of-file marks and {starts} cross-reference starts, not one."))
    if "/Prev" in files.copy.trailer or "/XRefStm" in files.copy.trailer:
        house.append(Failure("The copy points to an earlier revision of itself."))
    behind = len(view.output[view.output.rfind(b"%%EOF") + 5 :].strip(b"\r\n"))
    if behind:
        house.append(Failure(f"{behind} bytes stand behind the end of the copy."))
    if not view.output.startswith(b"%PDF-"):
        failures.append(Failure("Something stands before the copy's header."))
    numbers = Counter(int(match[1]) for match in _HEADER.finditer(outside))
    known = {thing.objgen[0] for thing in files.copy.objects if isinstance(thing, pikepdf.Object)}
    # Plain numbers, of which Ghostscript makes objects, come without a number of their own.
    known |= {n for n in numbers.keys() - known if files.copy.get_object(n, 0) is not None}
    strays = {number for number in numbers if number not in known} | {n for n, count in numbers.items() if count > 1}
    if ends == 1 and strays:
        failures.append(Failure(f"{len(strays)} objects lie in the bytes of the copy that its table does not know."))
    lost = set(files.residue.references) - _reached(files.residue.references)
    if lost:
        house.append(Failure(f"{len(lost)} objects belong to nothing, the first of them object {min(lost)}."))
    if files.original is not None and _identifiers(files.copy) & _identifiers(files.original):
        house.append(Failure("The copy carries the original's file identifier."))
    return Evidence(
        f"{files.residue.objects} objects, {len(view.output)} bytes; pikepdf", tuple(failures), tuple(house)
    )


def _reached(references: Mapping[int, frozenset[int]]) -> set[int]:
    """Return every object's number that can be reached from the trailer (0)."""
    reached, waiting = {0}, [0]
    while waiting:
        new = references.get(waiting.pop(), frozenset()) - reached
        reached |= new
        waiting += new
    return reached


def _identifiers(pdf: pikepdf.Pdf) -> set[bytes]:
    identifiers = pdf.trailer.get("/ID")
    parts = [bytes(part) for part in identifiers] if isinstance(identifiers, pikepdf.Array) else []
    return {part for part in parts if part.strip(b"\0")}


def _outside_streams(data: bytes) -> bytes:
    """Return the file without the insides of its streams."""
    parts = []
    position = 0
    while True:
        start = data.find(b"stream", position)
        end = data.find(b"endstream", start + 6) if start >= 0 else -1
        if end < 0:
            parts.append(data[position:])
            return b"".join(parts)
        parts.append(data[position:start])
        position = end + 9
