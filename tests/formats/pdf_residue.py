"""Look for a term anywhere in a PDF, without the library that wrote it: every string, name, key and stream, and the text of
every page, form, pattern and glyph procedure set out on a page of its own.
"""

from __future__ import annotations

import contextlib
import io
import re
import unicodedata
import zipfile

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Array, Dictionary, Name, Stream, String

_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\ufeff\u2060"


def squash(text):
    """Fold case, accents, ligatures and everything that is not a letter or digit away."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[\W_]+", "", "".join(c for c in folded if not unicodedata.combining(c) and c not in _ZERO_WIDTH))


def in_bytes(blob, term):
    """Return how a term is spelt in bytes (latin-1, UTF-16, hex, octal), or None."""
    blob, term = blob.lower(), term.lower()
    for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
        coded = term.encode(encoding)
        octal = "".join(f"\\{byte:03o}" for byte in coded).encode()
        for form, needle in (("plain", coded), ("hex", coded.hex().encode()), ("octal", octal)):
            if needle in blob:
                return f"{encoding} {form}"
    return None


def residue(data, term):
    """Return the set of places that still hold a term."""
    hits = set()
    if how := in_bytes(data, term):
        hits.add(f"file: {how}")
    if data.count(b"%%EOF") != 1:
        hits.add("file: more than one revision")
    if data.rstrip()[-5:] != b"%%EOF":
        hits.add("file: bytes after the end")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for item in pdf.objects:
            _walk(item, _label(item), term, hits)
        _walk(pdf.trailer, "trailer", term, hits)
        exploded, labels = explode(pdf)
    for label, text in zip(labels, pdfium_texts(exploded), strict=True):
        if squash(term) in squash(text):
            hits.add(f"{label}: text")
    for text in pdfium_texts(data):
        if squash(term) in squash(text):
            hits.add("page text")
    return hits


def _label(item):
    if not isinstance(item, (Dictionary, Stream)):
        return "object"
    return " ".join(["object", *(str(item[key]) for key in ("/Type", "/Subtype", "/S") if key in item)])


def _walk(item, path, term, hits):
    wanted = squash(term)
    if isinstance(item, String):
        if wanted in squash(str(item)) or in_bytes(bytes(item), term):
            hits.add(f"{path}: string")
    elif isinstance(item, Name):
        if wanted in squash(str(item)):
            hits.add(f"{path}: name")
    elif isinstance(item, Array):
        for part in item:
            if not getattr(part, "is_indirect", False):
                _walk(part, path, term, hits)
    elif isinstance(item, (Dictionary, Stream)):
        for key in list(item.keys()):
            if wanted in squash(key):
                hits.add(f"{path}: key")
            if not getattr(item[key], "is_indirect", False):
                _walk(item[key], path + key, term, hits)
        if isinstance(item, Stream) and item.is_indirect:
            _stream(item, path, term, hits)


def _stream(item, path, term, hits):
    raw = item.read_raw_bytes()
    blobs = [raw]
    with contextlib.suppress(pikepdf.PdfError):
        blobs.append(item.read_bytes())
    for blob in blobs:
        if how := in_bytes(blob, term):
            hits.add(f"{path}: stream {how}")
    body = blobs[-1]
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            for name in archive.namelist():
                if in_bytes(archive.read(name), term):
                    hits.add(f"{path}: zip")
    if (b"Tj" in body or b"TJ" in body) and in_bytes(_shown(item), term):
        hits.add(f"{path}: shown text")


def _shown(item):
    """Return all the strings a content stream shows, joined; nothing for a font or picture that only looks like one."""
    shown = b""
    try:
        for operands, operator in pikepdf.parse_content_stream(item):
            if bytes(operator) in (b"Tj", b"TJ", b"'", b'"'):
                for operand in operands:
                    parts = operand if isinstance(operand, Array) else [operand]
                    shown += b"".join(bytes(part) for part in parts if isinstance(part, String))
    except (pikepdf.PdfError, TypeError):
        return b""
    return shown


def explode(pdf):
    """Return a PDF in which every stream that draws has a vast page of its own, with no layers, and their labels."""
    out, labels = pikepdf.new(), []

    def add(content, resources, label):
        page = Dictionary(Type=Name.Page, MediaBox=Array([-20000, -20000, 20000, 20000]), Resources=Dictionary())
        if resources is not None:
            page.Resources = out.copy_foreign(resources if resources.is_indirect else pdf.make_indirect(resources))
        page.Contents = out.make_stream(re.sub(rb"/OC\s*/\w+\s+BDC", b"/OCx BMC", content))
        out.pages.append(pikepdf.Page(out.make_indirect(page)))
        labels.append(label)

    fallback = None
    for number, page in enumerate(pdf.pages, 1):
        resources = page.resources
        fallback = fallback if fallback is not None else resources
        contents = page.obj.get("/Contents")
        if contents is not None:
            parts = contents if isinstance(contents, Array) else [contents]
            add(b"\n".join(part.read_bytes() for part in parts), resources, f"page {number}")
    for item in list(pdf.objects):
        if isinstance(item, Stream) and (item.get("/Subtype") == Name.Form or item.get("/PatternType") == 1):
            add(item.read_bytes(), item.get("/Resources", fallback), "form or pattern")
        elif isinstance(item, Dictionary) and item.get("/Subtype") == Name.Type3:
            for name in list(item.get("/CharProcs", Dictionary()).keys()):
                body = item.CharProcs[name].read_bytes()
                if b"Tj" in body or b"TJ" in body:
                    add(body, item.get("/Resources", fallback), "glyph procedure")
    for item in out.objects:
        if isinstance(item, (Dictionary, Stream)) and "/OC" in item:
            del item["/OC"]
    buffer = io.BytesIO()
    out.save(buffer)
    return buffer.getvalue(), labels


def pdfium_texts(data):
    """Return the text of every page as pdfium reads it."""
    document = pdfium.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
