"""What a PDF carries beside its pages and layers of text: earlier revisions, hidden ink, text where none is looked for.

The kinds of ``Feature`` that the PDF format raises; rules in ``redactor.rules.hidden`` and ``.document`` judge them:

=====================  =========================================================================================
earlier-revision       saved more than once in place: the old text is still inside
trailing-data          bytes after the end of the document
leading-data           bytes before its beginning
owner-encryption       opened without a password but carries restrictions
damaged                an engine had to mend the file to open it
attachment             another file inside this one
javascript             a script, or a rendition that may run one
open-action            something that happens when the file or a page opens
launch, submit         an action that starts a program or sends data
xfa                    an XFA form, which may show other text than the pages
form-field             a field that can be filled in
annotation             a comment, mark or stamp upon a page (links and form fields are not counted)
unapplied-redaction    text marked for redaction and still there
hidden-layer           a layer that is not shown at first
signature              a digital signature, which a redacted copy breaks
piece-info             private data of the program that made the file
thumbnails             a small picture of a page, made before redaction
alternate-images       a second version of a picture
unreferenced-object    objects that nothing refers to
structure-tree         tags for reading aloud (not a problem, but text lives there)
text-outside-page      characters beyond the page's edges
hidden-text            characters that leave no ink: invisible, transparent, white on white, smaller than 2 points
undrawn-form           a form with text that its page never draws
pattern-with-text      text inside a tiling pattern
softmask-with-text     text inside a transparency mask
type3-with-text        text inside the drawing of a Type 3 glyph
engines-disagree       letters that a second engine reads and the first does not
dead-link              a link that leads to no place
picture-metadata       camera or editor data inside a picture
inner-metadata         metadata of a picture, a page or another part, beside the document's
private-keys           entries of the catalogue or the document's properties that no standard knows
measurements           scales of a map or plan, with their names
articles               threads through the pages, with their titles
captured-web-page      the addresses of the web pages a document was made of
page-templates         pages that are not shown until a form calls for them
picture-elsewhere      the file name of a picture kept elsewhere
=====================  =========================================================================================
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

from redactor.formats.pdf import kept, loose, spoken_data, unseen
from redactor.formats.pdf.preflight import content_bytes, filter_names
from redactor.formats.pdf.unseen import Unseen
from redactor.model import Feature, Layer, QuadArray, Segment

_EOF = re.compile(rb"%%EOF")
_SHOWS_TEXT = re.compile(rb"\bBT\b.*?(?:\)|>|\])\s*(?:Tj|TJ|'|\")", re.DOTALL)
_DO = re.compile(rb"/([^\s/<>\[\]()%{}]+)\s+Do\b")
_MARKED = re.compile(rb"/(?:ActualText|Alt|E)\b")
_STREAM = re.compile(rb"\bstream\r?\n.*?endstream", re.DOTALL)
_COMMENT = re.compile(rb"(?:^|[\r\n])[ \t]*%(?!%EOF|PDF-\d)([^\r\n]{3,2000})")
_BETWEEN = re.compile(rb"endobj\s+(?=[^\s%])(?!\d+\s+\d+\s+obj\b|xref\b|trailer\b|startxref\b)([^\r\n]{3,2000})")
_MAX_CONTENT = 64 << 20
_PRINTABLE = re.compile(rb"[\x20-\x7e\xc2-\xf4\x80-\xbf]{5,}")


def of_bytes(data: bytes) -> Iterator[Feature]:
    """Yield what the bytes show before any object is read: revisions and a tail."""
    ends = [match.end() for match in _EOF.finditer(data)]
    linearised = b"/Linearized" in data[:2048]
    revisions = len(ends) - (2 if linearised else 1)
    if revisions > 0:
        yield Feature("earlier-revision", "the whole file", count=revisions)
        yield from kept.in_earlier_versions(data, ends[len(ends) - 1 - revisions : -1])
    if ends and data[ends[-1] :].strip(b"\x00 \t\r\n\x0c\x1a"):
        yield Feature("trailing-data", "after the end of the document")
    if data[: max(0, data.find(b"%PDF-"))].strip(b"\x00 \t\r\n\x0c\x1a\xef\xbb\xbf"):
        yield Feature("leading-data", "before the beginning of the document")


def comments(data: bytes) -> Iterator[Segment]:
    """Yield the comments and words between objects, and text before the beginning and after the end."""
    last = data.rfind(b"%%EOF")
    outside = _STREAM.sub(b"", data[: last + 1] if last >= 0 else data)
    found = [match[1].decode("latin-1") for match in _COMMENT.finditer(outside) if not _is_marker(match[1])]
    tail = [run.decode("utf-8", "replace") for run in _PRINTABLE.findall(data[last + 5 :])] if last >= 0 else []
    found += [match[1].decode("latin-1").strip() for match in _BETWEEN.finditer(outside)]
    head = [run.decode("utf-8", "replace") for run in _PRINTABLE.findall(data[: max(0, data.find(b"%PDF-"))])]
    for name, texts, place in (
        ("head", head, "before the beginning"),
        ("comments", found, "a comment in the file"),
        ("tail", tail, "after the end"),
    ):
        text = "\n".join(dict.fromkeys(texts))
        if text.strip():
            yield Segment(name, Layer.COMMENT, None, text, QuadArray.nowhere(len(text)), place)


def _is_marker(comment: bytes) -> bool:
    """Return True for the line of high bytes that marks a file as binary, and for qpdf's and others' own notes."""
    high = sum(byte > 127 for byte in comment)
    return high * 2 >= len(comment)


def of_content(pdf: pikepdf.Pdf) -> tuple[list[Feature], list[Segment]]:
    """Return text that stands where MuPDF's page text does not look, and inline replacement text."""
    found: list[Unseen] = []
    segments: list[Segment] = []
    for number, page in enumerate(pdf.pages, 1):
        content = b"\n".join(content_bytes(stream, _MAX_CONTENT) for stream in _streams_of(page.obj))
        _scan(pdf, page.obj, content, number, found, segments, set())
    found += kept.orphans(pdf)
    counts = Counter((one.kind, one.page) for one in found)
    features = [
        Feature(kind, f"page {page}" if page else "an object that no page uses", page, count)
        for (kind, page), count in counts.items()
    ]
    return features, [*segments, *unseen.texts(pdf, _distinct(found))]


def _distinct(found: list[Unseen]) -> list[Unseen]:
    """Return drawings that several pages share once; which of the pages is told does not matter."""
    return list({one.stream.objgen: one for one in reversed(found)}.values())[::-1]


def _streams_of(page: pikepdf.Object) -> list[pikepdf.Object]:
    contents = page.get("/Contents")
    if isinstance(contents, pikepdf.Stream):
        return [contents]
    return [one for one in contents if isinstance(one, pikepdf.Stream)] if isinstance(contents, pikepdf.Array) else []


def _scan(
    pdf: pikepdf.Pdf,
    owner: Any,
    content: bytes,
    number: int,
    found: list[Unseen],
    segments: list[Segment],
    seen: set[tuple[int, int]],
) -> None:
    """Look into a content stream and everything its resources name."""
    place = f"page {number}"
    if _MARKED.search(content):
        text = "\n".join(_replacements(content))
        if text:
            name = f"page/{number}/replacement.{len(segments)}"
            segments.append(
                Segment(
                    name, Layer.STRUCTURE, number, text, QuadArray.nowhere(len(text)), f"replacement text on {place}"
                )
            )
    if text := "\n".join(dict.fromkeys(one for one in loose.words(content) if len(one) > 2)):
        name = f"page/{number}/loose.{len(segments)}"
        where = f"a comment in the drawing instructions of {place}"
        segments.append(Segment(name, Layer.COMMENT, number, text, QuadArray.nowhere(len(text)), where))
    resources = _inherited(owner, "/Resources")
    if not isinstance(resources, pikepdf.Dictionary):
        return
    drawn = {match[1] for match in _DO.finditer(content)}
    for name, one in _items(resources, "/XObject"):
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form" and _new(one, seen):
            inner = content_bytes(one, _MAX_CONTENT)
            if name[1:].encode("latin-1", "replace") not in drawn and _SHOWS_TEXT.search(inner):
                found.append(Unseen("undrawn-form", number, one, one.get("/Resources", resources)))
            _scan(pdf, one, inner, number, found, segments, seen)
    for kind, one, held in _hidden_streams(resources):
        if _new(one, seen):
            inner = content_bytes(one, _MAX_CONTENT)
            if _SHOWS_TEXT.search(inner):
                found.append(Unseen(kind, number, one, _inherited(one, "/Resources") or held))
            _scan(pdf, one, inner, number, found, segments, seen)


def _hidden_streams(resources: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield the streams that draw and are no forms: patterns, masks, Type 3 glyphs, and the resources they fall back on."""
    for _, one in _items(resources, "/Pattern"):
        if isinstance(one, pikepdf.Stream):
            yield "pattern-with-text", one, resources
    for _, state in _items(resources, "/ExtGState"):
        mask = state.get("/SMask") if isinstance(state, pikepdf.Dictionary) else None
        group = mask.get("/G") if isinstance(mask, pikepdf.Dictionary) else None
        if isinstance(group, pikepdf.Stream):
            yield "softmask-with-text", group, resources
    for _, font in _items(resources, "/Font"):
        if isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == "/Type3":
            for _, glyph in _items(font, "/CharProcs"):
                if isinstance(glyph, pikepdf.Stream):
                    yield "type3-with-text", glyph, font.get("/Resources", resources)


def _items(owner: Any, key: str) -> list[tuple[str, Any]]:
    found = owner.get(key)
    return list(found.items()) if isinstance(found, pikepdf.Dictionary) else []


def _new(one: Any, seen: set[tuple[int, int]]) -> bool:
    if one.objgen in seen:
        return False
    seen.add(one.objgen)
    return True


def _inherited(owner: Any, key: str) -> Any:
    for _ in range(64):
        found = owner.get(key)
        if found is not None:
            return found
        owner = owner.get("/Parent")
        if not isinstance(owner, pikepdf.Dictionary):
            break
    return None


def _replacements(content: bytes) -> Iterator[str]:
    """Yield the strings of marked-content properties (ISO 32000-1, 14.6 and 14.9)."""
    # Parsed in a file of its own: in the document's it would be one more object that nothing refers to. What cannot be
    # parsed raises, and the file is refused: it would hide strings in silence.
    with pikepdf.new() as scratch:
        for instruction in pikepdf.parse_content_stream(scratch.make_stream(content), "BDC DP"):
            for operand in instruction.operands:
                if isinstance(operand, pikepdf.Dictionary):
                    for value in operand.values():
                        if isinstance(value, pikepdf.String) and str(value).strip():
                            yield str(value)


def of_pictures(pdf: pikepdf.Pdf) -> tuple[list[Feature], list[Segment]]:
    """Return the text that cameras and editors leave inside JPEG and JPEG 2000 pictures (EXIF, XMP, comments)."""
    features: list[Feature] = []
    segments: list[Segment] = []
    for one in pdf.objects:
        if not isinstance(one, pikepdf.Stream) or one.get("/Subtype") != "/Image":
            continue
        filters = filter_names(one)
        if filters[-1:] in (["/DCTDecode"], ["/DCT"]):
            text = "\n".join(_jpeg_texts(one.read_raw_bytes()))
        elif filters == ["/JPXDecode"]:
            text = "\n".join(spoken_data.words("jpeg2000", one.read_raw_bytes()))
        else:
            continue
        if text:
            features.append(Feature("picture-metadata", "data inside a picture"))
            name = f"image/{len(segments) + 1}/metadata"
            segments.append(
                Segment(name, Layer.METADATA, None, text, QuadArray.nowhere(len(text)), "data inside a picture")
            )
    return features, segments


def _jpeg_texts(data: bytes) -> Iterator[str]:
    """Yield runs of text in a JPEG's application and comment segments (ITU-T T.81, B.1.1.3)."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        body = data[at + 4 : at + 2 + size]
        if marker == 0xFE or (0xE1 <= marker <= 0xEF and marker not in (0xE2, 0xEE)):
            for run in _PRINTABLE.findall(body):
                yield run.decode("utf-8", "replace")
        at += 2 + max(size, 2)
