"""What a PDF would cost, worked out before anything expands it: decoded bytes, image pixels, nested forms.

Streams are decoded with a bounded buffer, so that a bomb is measured up to the limit and never held in memory. What
cannot be decided here (a page that takes for ever to draw) is left to the guard process and its deadline.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator

import pikepdf

from redactor.errors import LimitError
from redactor.formats import Limits

_CHUNK = 1 << 20
_RATIO = {"/FlateDecode": 1032, "/Fl": 1032, "/LZWDecode": 2731, "/LZW": 2731, "/RunLengthDecode": 128, "/RL": 128}
"""The most that a byte can become: DEFLATE 1032:1 (zlib's FAQ), LZW a 4096-byte string for 12 bits, run length 128:2."""
_DO = re.compile(rb"/([^\s/<>\[\]()%{}]+)\s+Do\b")
_MAX_STRINGS = 100_000
"""Pieces of text on one page; MuPDF compares each with those before it, and a dense page has about 5,000."""
_MAX_FORM_BYTES = 32 << 20


def check_content(content: bytes, number: int) -> None:
    """Raise LimitError where a page shows so many strings that laying them out would take minutes."""
    if content.count(b"Tj") + content.count(b"TJ") > _MAX_STRINGS:
        raise LimitError(
            "a page shows more pieces of text than is allowed",
            where=f"page {number}",
            remedy="Treat it as hostile, or print it to a new PDF and check that one.",
        )


def check_streams(pdf: pikepdf.Pdf, limits: Limits) -> None:
    """Raise LimitError where streams would decode to more than allowed, or an image declares too many pixels."""
    budget = limits.max_decoded_bytes
    doubtful: list[tuple[pikepdf.Stream, list[str], int]] = []
    for stream in _streams(pdf):
        _check_image(stream, limits)
        filters = filter_names(stream)
        ratio = 1
        for name in filters:
            ratio *= _RATIO.get(name, 1)
        raw = int(stream.get("/Length", 0)) if isinstance(stream.get("/Length", 0), int) else 0
        doubtful.append((stream, filters, ratio * raw))
    if sum(most for *_, most in doubtful) <= budget:
        return
    for stream, filters, _ in doubtful:
        budget -= decoded_size(stream.read_raw_bytes(), filters, budget)
        if budget <= 0:
            raise LimitError(
                "the file unpacks to more data than is allowed",
                remedy="Treat it as hostile, or print it to a new PDF and check that one.",
            )


def decoded_size(raw: bytes, filters: list[str], limit: int) -> int:
    """Return how many bytes a stream decodes to, counting no further than just beyond ``limit``.

    Filters other than Flate and LZW count with the most they can become.
    """
    flates = []
    factor = 1
    for name in filters:
        if name in ("/FlateDecode", "/Fl") and factor == 1:
            flates.append(zlib.decompressobj())
        elif name in ("/LZWDecode", "/LZW") and not flates:
            return _lzw_size(raw, limit)
        else:
            factor *= _RATIO.get(name, 1)
    if not flates:
        return len(raw) * factor
    total = 0
    for piece in _inflate([raw], flates):
        total += len(piece) * factor
        if total > limit:
            break
    return total


def _inflate(pieces: Iterable[bytes], flates: list[zlib._Decompress]) -> Iterator[bytes]:
    """Run pieces through decompressors one after another, a bounded chunk at a time."""
    for flate in flates:
        pieces = _through(pieces, flate)
    yield from pieces


def _through(pieces: Iterable[bytes], flate: zlib._Decompress) -> Iterator[bytes]:
    for piece in pieces:
        waiting = piece
        while waiting:
            try:
                out = flate.decompress(waiting, _CHUNK)
            except zlib.error:
                return
            yield out
            if flate.eof or (not out and waiting == flate.unconsumed_tail):
                return
            waiting = flate.unconsumed_tail


def _lzw_size(raw: bytes, limit: int) -> int:
    """Return the decoded length of an LZW stream (ISO 32000-1, 7.4.4) from its codes alone."""
    lengths = [1] * 256 + [0, 0]
    total = bits = held = 0
    width, before = 9, 0
    for byte in raw:
        bits = (bits << 8) | byte
        held += 8
        if held < width:
            continue
        held -= width
        code = (bits >> held) & ((1 << width) - 1)
        bits &= (1 << held) - 1
        if code == 257:
            break
        if code == 256:
            del lengths[258:]
            width, before = 9, 0
            continue
        size = lengths[code] if code < len(lengths) else before + 1
        if before and len(lengths) < 4096:
            lengths.append(before + 1)
        total += size
        before = size
        width = min(12, max(9, (len(lengths) + 1).bit_length()))
        if total > limit:
            break
    return total


def filter_names(stream: pikepdf.Object) -> list[str]:
    """Return the names of a stream's filters, outermost first."""
    found = stream.get("/Filter")
    if found is None:
        return []
    if isinstance(found, pikepdf.Array):
        return [str(name) for name in found]
    return [str(found)]


def _streams(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream):
            yield one


def _check_image(stream: pikepdf.Stream, limits: Limits) -> None:
    if stream.get("/Subtype") != "/Image":
        return
    width, height = stream.get("/Width", 0), stream.get("/Height", 0)
    if isinstance(width, int) and isinstance(height, int) and width * height > limits.max_image_pixels:
        raise LimitError(
            "the file holds a picture with more pixels than is allowed",
            remedy="Ask for a copy with smaller pictures, or raise the limit.",
        )


def check_forms(pdf: pikepdf.Pdf, limits: Limits) -> None:
    """Raise LimitError where forms drawn inside forms would be interpreted too many times over."""
    costs: dict[tuple[int, int], int] = {}
    for page in pdf.pages:
        children = _child_forms(page.obj)
        if not any(_child_forms(child) for child in children.values()):
            continue
        budget = limits.max_decoded_bytes
        for child in children.values():
            budget -= _form_cost(child, costs, (), limits.max_decoded_bytes)
            if budget < 0:
                raise LimitError(
                    "the file draws forms inside forms too many times over",
                    remedy="Treat it as hostile, or print it to a new PDF and check that one.",
                )


def _child_forms(owner: pikepdf.Object) -> dict[str, pikepdf.Object]:
    resources = owner.get("/Resources")
    xobjects = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(xobjects, pikepdf.Dictionary):
        return {}
    return {
        name: one
        for name, one in xobjects.items()
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"
    }


def _form_cost(
    form: pikepdf.Object, costs: dict[tuple[int, int], int], above: tuple[tuple[int, int], ...], limit: int
) -> int:
    """Return how many content bytes drawing a form takes, nested ones counted as often as they are drawn."""
    key = form.objgen
    if key in above or len(above) > 40:
        return 0
    if key not in costs:
        content = content_bytes(form, _MAX_FORM_BYTES)
        children = _child_forms(form)
        cost = len(content)
        counts: dict[str, int] = {}
        for match in _DO.finditer(content) if children else ():
            name = "/" + match[1].decode("latin-1")
            counts[name] = counts.get(name, 0) + 1
        for name, times in counts.items():
            if name in children and cost <= limit:
                cost += times * _form_cost(children[name], costs, (*above, key), limit)
        costs[key] = cost
    return costs[key]


def content_bytes(stream: pikepdf.Object, limit: int) -> bytes:
    """Return a stream's decoded bytes; empty where they cannot be decoded or exceed ``limit``."""
    if decoded_size(stream.read_raw_bytes(), filter_names(stream), limit) > limit:
        return b""
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:
        return b""
