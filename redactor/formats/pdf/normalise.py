"""Make a PDF plain before it is redacted: one revision, no layers that are off, no notes, no scripts.

What stays is what a page shows. Repair and the dropping of earlier revisions happen here, in qpdf, because a repair
that MuPDF makes only when it saves can silently bring back what was redacted.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from redactor.errors import RedactionError
from redactor.formats.pdf import marked, tags_read
from redactor.formats.pdf.content import (
    ObjGen,
    empty_object,
    hidden_layers,
    is_hidden,
    plain_instructions,
    strip_marks,
)
from redactor.formats.pdf.flattened import Flat
from redactor.formats.pdf.geometry import Frame
from redactor.formats.pdf.tags import Gap, Marked, Tags, UnsoundTagsError
from redactor.model import Box, Redaction

_ROOT = frozenset({"/Type", "/Pages", "/AcroForm"})
_PAGE = frozenset(
    {
        "/Type",
        "/Parent",
        "/MediaBox",
        "/CropBox",
        "/Rotate",
        "/UserUnit",
        "/Resources",
        "/Contents",
        "/Group",
        "/Annots",
    }
)
_NOT_BAKED = {
    "/Text": "sticky notes were dropped",
    "/Popup": "",
    "/FileAttachment": "attached files were dropped",
    "/Redact": "marked redactions that nobody applied were dropped",
    "/Link": "",
    "/Sound": "sound and film were dropped",
    "/Movie": "sound and film were dropped",
    "/Screen": "sound and film were dropped",
    "/RichMedia": "sound and film were dropped",
    "/3D": "sound and film were dropped",
}
_SEEN_ON_PAGE = frozenset({"/Text", "/FileAttachment", "/Sound", "/Movie", "/Screen", "/RichMedia", "/3D", "/Redact"})
_HIDDEN, _NO_VIEW = 2, 32
_RIM = 3.0
"""User space units by which a highlight or a pen may reach beyond its annotation's rectangle."""
_GONE = {
    "/OpenAction": "actions on opening were dropped",
    "/AA": "actions on opening were dropped",
    "/Metadata": "metadata was dropped",
    "/PieceInfo": "private data of other programs was dropped",
    "/AF": "attached files were dropped",
}


@dataclass(frozen=True, slots=True)
class Normalised:
    """A plain PDF: its bytes, what was dropped, and where a dropped thing had been visible.

    ``flats`` are the annotations and form fields left to be painted into their pages. ``tags`` are those of the source, in step
    with the marks left in the pages; None where it has none that can be kept.
    """

    data: bytes = field(repr=False)
    notes: tuple[str, ...]
    changed: tuple[tuple[int, Box], ...]
    flats: tuple[Flat, ...]
    tags: Tags | None = None

    @property
    def flatten(self) -> bool:
        """Return whether anything is left to be painted."""
        return bool(self.flats)


def open_pdf(data: bytes, password: str | None) -> pikepdf.Pdf:
    """Open a PDF with qpdf, repairing what can be repaired.

    Raises:
        RedactionError: encrypted beyond the password given, or damaged beyond repair.
    """
    try:
        return pikepdf.open(io.BytesIO(data), password=password or "", suppress_warnings=True)
    except pikepdf.PasswordError:
        raise RedactionError(
            "the file is encrypted and the password given does not open it",
            remedy="Give the right password, or ask for a copy without one.",
        ) from None
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise RedactionError(
            "the file is damaged or encrypted in a way that cannot be rewritten",
            remedy="Print the document to a new PDF and redact that.",
        ) from None


def frame_of(page: pikepdf.Page) -> Frame:
    """Return where a page's crop box lies in user space."""
    x0, y0, x1, y1 = _sorted_box(page.mediabox)
    c0, d0, c1, d1 = _sorted_box(page.cropbox)
    if max(x0, c0) < min(x1, c1) and max(y0, d0) < min(y1, d1):
        x0, y0, x1, y1 = max(x0, c0), max(y0, d0), min(x1, c1), min(y1, d1)
    return Frame(x0, y0, x1, y1, float(page.obj.get("/UserUnit", 1)), int(page.obj.get("/Rotate", 0)) % 360)


def _sorted_box(numbers: Any) -> tuple[float, float, float, float]:
    a, b, c, d = (float(number) for number in numbers)
    return min(a, c), min(b, d), max(a, c), max(b, d)


def normalise(
    data: bytes, password: str | None, redactions: Mapping[int, Sequence[Redaction]] = MappingProxyType({})
) -> Normalised:
    """Return a plain copy of a PDF, to be redacted.

    Args:
        data: the source.
        password: opens it.
        redactions: by page, what will be removed; a tagged document's stretches are cut there.

    Raises:
        RedactionError: see ``open_pdf``; or instructions that cannot be read.
    """
    with open_pdf(data, password) as pdf:
        try:
            return _normalise(pdf, redactions)
        except (pikepdf.PdfError, ValueError, TypeError, RecursionError):
            raise RedactionError(
                "the file is built in a way that cannot be rewritten",
                remedy="Print the document to a new PDF and redact that.",
            ) from None


def _normalise(pdf: pikepdf.Pdf, redactions: Mapping[int, Sequence[Redaction]]) -> Normalised:
    notes: Counter[str] = Counter()
    changed: list[tuple[int, Box]] = []
    hidden = hidden_layers(pdf)
    if hidden:
        notes["the contents of layers that are switched off were dropped"] += 1
    notes.update(note for key, note in _GONE.items() if key in pdf.Root)
    names = pdf.Root.get("/Names", Dictionary())
    notes.update(["scripts were dropped"] * ("/JavaScript" in names))
    notes.update(["attached files were dropped"] * ("/EmbeddedFiles" in names))
    stretches = _Stretches(pdf, redactions)
    flats: list[Flat] = []
    for number, page in enumerate(pdf.pages, 1):
        flats += _plain_annotations(page, number, hidden, notes, changed)
        _plain_page(pdf, page, number, hidden, stretches)
    for item in pdf.objects:
        if isinstance(item, Stream):
            _plain_stream(item, hidden)
    if flats:
        notes["form fields and annotations were flattened into the page"] += 1
    _plain_root(pdf)
    out = io.BytesIO()
    pdf.save(
        out,
        encryption=False,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        static_id=True,
    )
    told = tuple(sorted(_sentence(note) for note in notes if note))
    return Normalised(out.getvalue(), told, tuple(changed), tuple(flats), stretches.tags())


class _Stretches:
    """The numbered stretches of a tagged document's pages while its marks are made plain."""

    def __init__(self, pdf: pikepdf.Pdf, redactions: Mapping[int, Sequence[Redaction]]) -> None:
        try:
            self._tags = tags_read.read(pdf)
        except UnsoundTagsError:
            self._tags = None
        self._kinds = self._tags.kinds() if self._tags is not None else {}
        self._redactions = redactions
        self._parts: dict[Marked, list[Marked | Gap]] = {}
        self._touched: set[Marked] = set()

    def of(self, page: int) -> Mapping[int, str]:
        """Return the numbers to keep on a page, with their types."""
        return self._kinds.get(page, {})

    def cuts(self, page: int) -> bool:
        """Return whether a page's stretches will be cut."""
        return bool(self._redactions.get(page)) and page in self._kinds

    def cut(self, instructions: list[Any], page: pikepdf.Page, number: int) -> list[Any]:
        """Return a page's instructions with its stretches cut where something will be removed."""
        if not self.cuts(number):
            return instructions
        made = marked.cut(
            instructions,
            page=number,
            kinds=self._kinds[number],
            resources=page.resources,
            frame=frame_of(page),
            redactions=self._redactions[number],
        )
        self._parts.update(made.parts)
        self._touched |= made.touched
        return made.instructions

    def tags(self) -> Tags | None:
        """Return the tags in step with the pages as they are now."""
        return self._tags.split(self._parts, self._touched) if self._tags is not None else None


def _sentence(note: str) -> str:
    return note[0].upper() + note[1:] + "."


def _plain_root(pdf: pikepdf.Pdf) -> None:
    for key in [key for key in list(pdf.Root.keys()) if key not in _ROOT]:
        del pdf.Root[key]
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary):
        for key in ("/XFA", "/SigFlags", "/CO"):
            if key in form:
                del form[key]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]


def _plain_page(
    pdf: pikepdf.Pdf, page: pikepdf.Page, number: int, hidden: frozenset[ObjGen], stretches: _Stretches
) -> None:
    for key in [key for key in list(page.obj.keys()) if key not in _PAGE]:
        del page.obj[key]
    contents = page.obj.get("/Contents")
    if contents is None:
        return
    streams = [part for part in contents if isinstance(part, Stream)] if isinstance(contents, Array) else [contents]
    raw = b"\n".join(stream.read_bytes() for stream in streams)
    resources = page.resources
    tags, cuts = stretches.of(number), stretches.cuts(number)
    plain = plain_instructions(page, raw, resources, hidden, f"page {number}", tags=tags, touched=cuts)
    if plain is not None:
        raw = pikepdf.unparse_content_stream(stretches.cut(plain, page, number))
    if plain is not None or len(streams) != 1:
        page.obj.Contents = pdf.make_stream(raw)


def _plain_stream(stream: Stream, hidden: frozenset[ObjGen]) -> None:
    membership = stream.get("/OC")
    if membership is not None:
        del stream["/OC"]
        if is_hidden(membership, hidden):
            empty_object(stream)
            return
    if stream.get("/Subtype") == Name.Form or stream.get("/PatternType") == 1:
        stripped = strip_marks(stream, stream.read_bytes(), stream.get("/Resources"), hidden, "a drawing in the file")
        if stripped is not None:
            stream.write(stripped)


def _plain_annotations(
    page: pikepdf.Page,
    number: int,
    hidden: frozenset[ObjGen],
    notes: Counter[str],
    changed: list[tuple[int, Box]],
) -> list[Flat]:
    """Drop what must not be painted into the page; return what is left to paint."""
    annotations = page.obj.get("/Annots")
    if not isinstance(annotations, Array):
        if "/Annots" in page.obj:
            del page.obj["/Annots"]
        return []
    kept = Array()
    flats = []
    for annotation in annotations:
        if not isinstance(annotation, Dictionary):
            continue
        kind = str(annotation.get("/Subtype", ""))
        flags = int(annotation.get("/F", 0))
        if kind in _NOT_BAKED:
            notes[_NOT_BAKED[kind]] += 1
            if kind in _SEEN_ON_PAGE and "/Rect" in annotation:
                changed.append((number, frame_of(page).box(*_sorted_box(annotation.Rect))))
        elif flags & (_HIDDEN | _NO_VIEW) or is_hidden(annotation.get("/OC"), hidden):
            notes["hidden annotations were dropped"] += 1
        else:
            if annotation.get("/FT") == Name.Sig:
                notes["digital signatures were dropped, since no copy can keep them valid"] += 1
            if "/AP" not in annotation and "/Rect" in annotation:
                # Each reader draws its own picture of such a thing; flattened it will look like MuPDF's.
                x0, y0, x1, y1 = _sorted_box(annotation.Rect)
                changed.append((number, frame_of(page).box(x0 - _RIM, y0 - _RIM, x1 + _RIM, y1 + _RIM)))
            for key in ("/OC", "/A", "/AA", "/Popup"):
                if key in annotation:
                    del annotation[key]
            kept.append(annotation)
            place = _sorted_box(annotation.Rect) if "/Rect" in annotation else (0.0, 0.0, 0.0, 0.0)
            flats.append(Flat(number, place, annotation.objgen))
    if len(kept):
        page.obj.Annots = kept
    else:
        del page.obj["/Annots"]
    return flats
