"""Search every object, string, name and stream of a PDF for removed values; nothing is taken on trust.

The objects are read with pikepdf (qpdf), which did not write the copy. What cannot be unpacked is reported as unread,
because what was not searched was not cleared.
"""

from __future__ import annotations

import base64
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from redactor.errors import LimitError
from redactor.formats import Limits
from redactor.verify.strings import decodings, shown_text, tokens
from redactor.verify.words import Needles

__all__ = ["Residue", "Sighting", "search"]

_IMAGE_FILTERS = frozenset({"/DCTDecode", "/DCT", "/JPXDecode", "/CCITTFaxDecode", "/CCF", "/JBIG2Decode"})
_DEEPEST = 4
"""Files inside files are followed so far, and refused beyond."""
_KINDS = {
    "/Annot": "annotation", "/Catalog": "document catalogue", "/Filespec": "attachment", "/EmbeddedFile": "attachment",
    "/Font": "font", "/FontDescriptor": "font", "/Metadata": "metadata", "/OCG": "layer", "/Outlines": "bookmarks",
    "/Page": "page", "/Sig": "signature", "/StructElem": "tag", "/StructTreeRoot": "tags", "/XObject": "picture or form",
}  # fmt: skip
_CONTAINERS = frozenset({"/ObjStm", "/XRef"})
_SHOWS = re.compile(rb"\bT[jJ]\b|\bBDC\b|[)>]\s*['\"]")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A removed value, by its index, and the place where it can still be read, in words of ours."""

    value: int
    place: str


@dataclass(slots=True)
class Residue:
    """What a search found, what it could not read, and how much it went through.

    ``references`` maps each object's number to the numbers it points to, 0 standing for the trailer.
    """

    sightings: dict[Sighting, None] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    references: dict[int, frozenset[int]] = field(default_factory=dict)
    objects: int = 0
    strings: int = 0
    streams: int = 0

    def add(self, values: frozenset[int], place: str) -> None:
        """Note values seen at a place."""
        for value in sorted(values):
            self.sightings.setdefault(Sighting(value, place))

    def absorb(self, other: Residue) -> None:
        """Take over what was found in a file inside the file; its references are its own."""
        self.sightings.update(other.sightings)
        self.unread += other.unread
        self.objects += other.objects
        self.strings += other.strings
        self.streams += other.streams


def search(data: bytes, pdf: pikepdf.Pdf, needles: Needles, limits: Limits) -> Residue:
    """Return everything that is left of the removed values in a PDF.

    Args:
        data: the file's bytes.
        pdf: the same file, opened.
        needles: the removed values.
        limits: how much may be unpacked.

    Raises:
        LimitError: more objects, or a larger stream, than the limits allow.
    """
    residue = Residue()
    _Walk(needles, limits, residue, 0, "").file(data, pdf)
    return residue


class _Walk:
    """One pass over one file; a file inside it gets a walk of its own."""

    def __init__(self, needles: Needles, limits: Limits, residue: Residue, depth: int, prefix: str) -> None:
        self._needles, self._limits, self._residue = needles, limits, residue
        self._depth, self._prefix = depth, prefix
        self._seen: set[bytes] = set()

    def file(self, data: bytes, pdf: pikepdf.Pdf) -> None:
        if len(pdf.objects) > self._limits.max_objects:
            raise LimitError("the copy has too many objects", remedy="Raise the limit or split the document.")
        self._residue.references[0] = self._body(pdf.trailer, f"{self._prefix}trailer")
        info = pdf.trailer.get("/Info")
        info_number = info.objgen[0] if isinstance(info, pikepdf.Dictionary) else 0
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Object):
                self._object(thing, is_info=thing.objgen[0] == info_number)
        self._earlier_revisions(data)
        known = {sighting.value for sighting in self._residue.sightings}
        self._residue.add(self._needles.in_bytes(data, noise=True) - known, f"{self._prefix}the bytes of the file")

    def _object(self, thing: pikepdf.Object, *, is_info: bool) -> None:
        number = thing.objgen[0]
        place = f"{self._prefix}object {number}"
        dictionary = thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing
        kind = ""
        if isinstance(dictionary, pikepdf.Dictionary):
            kind = str(dictionary.get("/Type", ""))
            if kind in _CONTAINERS:
                return
            word = "document information" if is_info else _KINDS.get(kind)
            place += f" ({word})" if word else ""
        self._residue.objects += 1
        self._residue.references[number] = self._body(dictionary, place)
        if isinstance(thing, pikepdf.Stream):
            self._stream(thing, place)

    def _body(self, thing: pikepdf.Object, place: str) -> frozenset[int]:
        references: set[int] = set()
        for kind, value in tokens(thing.unparse(resolved=True)):
            if kind == "reference":
                references.add(int(value))
            elif value not in self._seen:
                self._seen.add(value)
                self._residue.strings += 1
                hits = self._string(value)
                if hits:
                    # Seen again elsewhere, it is to be reported there as well.
                    self._seen.discard(value)
                    self._residue.add(hits, place)
        return frozenset(references)

    def _string(self, raw: bytes) -> frozenset[int]:
        hits: frozenset[int] = self._needles.in_bytes(raw) if len(raw) > 8 else frozenset()
        for text in decodings(raw):
            hits |= self._needles.in_text(text)
        return hits

    def _stream(self, stream: pikepdf.Stream, place: str) -> None:
        self._residue.streams += 1
        is_image = stream.stream_dict.get("/Subtype") == pikepdf.Name.Image
        try:
            data = stream.read_bytes()
        except pikepdf.PdfError:
            peeled = _peel(stream, self._limits.max_decoded_bytes)
            if peeled is None:
                self._residue.unread.append(place)
                return
            data, is_image = peeled, True
        if len(data) > self._limits.max_decoded_bytes:
            raise LimitError("a stream of the copy is too large", remedy="Raise the limit or split the document.")
        if is_image:
            head = _jpeg_head(data)
            self._residue.add(self._needles.in_bytes(head), place)
            self._residue.add(self._needles.in_bytes(data, noise=True), place)
            return
        self.blob(data, place)

    def blob(self, data: bytes, place: str) -> None:
        """Search any bytes, and the file they may be."""
        add = self._residue.add
        add(self._needles.in_bytes(data), place)
        if b"%PDF-" in data[:1024]:
            self._nested_pdf(data, place)
        elif data.startswith(b"PK\x03\x04"):
            self._zip(data, place)
        elif _SHOWS.search(data) and (b"(" in data or b"<" in data):
            for text, guessed in shown_text(data):
                add(self._needles.in_text(text, codes=guessed), place)
        if _is_text(data):
            for text in _texts(data):
                add(self._needles.in_text(text), place)

    def _nested_pdf(self, data: bytes, place: str) -> None:
        if self._depth >= _DEEPEST:
            self._residue.unread.append(place)
            return
        inner = Residue()
        try:
            with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
                _Walk(self._needles, self._limits, inner, self._depth + 1, f"{place}, PDF inside: ").file(data, pdf)
        except pikepdf.PdfError:
            inner.unread.append(place)
        self._residue.absorb(inner)

    def _zip(self, data: bytes, place: str) -> None:
        if self._depth >= _DEEPEST:
            self._residue.unread.append(place)
            return
        inside = _Walk(
            self._needles, self._limits, self._residue, self._depth + 1, f"{self._prefix}{place}, ZIP inside: "
        )
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for index, entry in enumerate(archive.infolist(), 1):
                    if entry.file_size > self._limits.max_decoded_bytes:
                        raise LimitError("an attachment is too large", remedy="Raise the limit or split the document.")
                    where = f"{place}, file {index} of a ZIP"
                    self._residue.add(self._needles.in_text(entry.filename), where)
                    inside.blob(archive.read(entry), where)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error):
            self._residue.unread.append(place)

    def _earlier_revisions(self, data: bytes) -> None:
        """Open the file as it stood at every earlier end-of-file mark (ISO 32000-1, 7.5.6)."""
        ends = [match.end() for match in re.finditer(rb"%%EOF[\r\n]{0,2}", data)]
        for number, end in enumerate(ends[:-1], 1):
            if self._depth < _DEEPEST:
                self._revision(data[:end], f"{self._prefix}earlier revision {number}")

    def _revision(self, data: bytes, place: str) -> None:
        inner = Residue()
        try:
            with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
                _Walk(self._needles, self._limits, inner, _DEEPEST, f"{place}: ").file(data, pdf)
        except pikepdf.PdfError:
            # Not a file of its own; its bytes are searched with the whole file's.
            return
        self._residue.absorb(inner)


def _peel(stream: pikepdf.Stream, most: int) -> bytes | None:
    """Undo what stands before an image filter, so that a picture's own metadata can be read; None where it fails."""
    filters = stream.stream_dict.get("/Filter")
    names = [str(one) for one in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    data = stream.read_raw_bytes()
    for name in names:
        if name in _IMAGE_FILTERS:
            return data
        try:
            if name in ("/FlateDecode", "/Fl"):
                data = zlib.decompressobj().decompress(data, most)
            elif name in ("/ASCII85Decode", "/A85"):
                data = base64.a85decode(data.strip().removeprefix(b"<~").removesuffix(b"~>"))
            elif name in ("/ASCIIHexDecode", "/AHx"):
                data = bytes.fromhex(data.decode("ascii").strip().rstrip(">"))
            else:
                return None
        except (zlib.error, ValueError):
            return None
    return None


def _jpeg_head(data: bytes) -> bytes:
    """Return the part of a JPEG before its first scan and after its end mark (ITU-T T.81, annex B): all that is no noise."""
    if not data.startswith(b"\xff\xd8"):
        return b""
    scan, end = data.find(b"\xff\xda"), data.rfind(b"\xff\xd9")
    return data[: scan if scan > 0 else len(data)] + (data[end:] if end > 0 else b"")


_PRINTABLE = bytes(range(32, 127)) + b"\t\r\n\f" + bytes(range(0xA0, 0x100))
_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _is_text(data: bytes) -> bool:
    """True for streams that hold words rather than codes: metadata, scripts, forms, attachments.

    In a drawing or a character map every number is an operand, and one of them will be like a removed extension.
    """
    head = data[:2048]
    if head.startswith((b"\xfe\xff", b"\xff\xfe")):
        return True
    if not head or len(head.translate(None, _PRINTABLE)) >= len(head) / 20:
        return False
    if b"&#" in head:
        return True
    solid = len(head) - sum(head.count(blank) for blank in b" \t\r\n")
    letters = len(head) - len(head.translate(None, _LETTERS))
    return letters > solid / 2 and b"begincmap" not in head and not _SHOWS.search(head)


def _texts(data: bytes) -> Iterator[str]:
    for text in decodings(data):
        yield text
        if "&" in text:
            yield html.unescape(text)
