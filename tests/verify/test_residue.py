"""Nothing in a file escapes the search: every carrier, every value, and files inside files."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from verify_copies import raw

from redactor import verify
from redactor.errors import LimitError
from redactor.formats import Limits
from redactor.verify.residue import Residue, search
from redactor.verify.words import Needles

CARRIERS = Path(__file__).resolve().parents[3] / "shared" / "pdf" / "carriers"
PICTURES_ONLY = {"b01_text_in_image", "b05_vector_outline_text", "b06_inline_image", "b09_image_cropped_by_clip"}
"""Letters that are pixels or outlines, which only OCR reads."""


def residue(data: bytes, *values: str, limits: Limits | None = None) -> Residue:
    with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
        return search(data, pdf, Needles(values), limits or Limits())


def found(view: verify.View) -> set[str]:
    """Return which of the two text checks fail, with every message."""
    checks = [check for check in verify.all_checks() if check.code in ("V402", "V403")]
    return {r.code for r in verify.run(checks, view) if r.status is not verify.Status.PASS}


def edit(change: Callable[[pikepdf.Pdf], None], *, compressed: bool = True) -> bytes:
    with pikepdf.open(io.BytesIO(raw(b"BT /F1 12 Tf 72 700 Td (Hello) Tj ET"))) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, compress_streams=compressed)
    return out.getvalue()


def _string(value: str) -> bytes:
    return edit(lambda pdf: pdf.Root.__setitem__("/Anything", Array([Dictionary(Deep=String(value))])))


def _name(value: str) -> bytes:
    return edit(lambda pdf: pdf.Root.__setitem__("/Anything", Name("/" + value)))


def _key(value: str) -> bytes:
    return edit(lambda pdf: pdf.Root.__setitem__("/" + value, 1))


def _xml(value: str) -> bytes:
    entities = "".join(f"&#{ord(letter)};" for letter in value)
    return edit(lambda pdf: pdf.Root.__setitem__("/Data", pdf.make_stream(f"<x>{entities}</x>".encode())))


def _stream(coding: str) -> Callable[[str], bytes]:
    return lambda value: edit(
        lambda pdf: pdf.Root.__setitem__("/Data", pdf.make_stream(b"some words: " + value.encode(coding)))
    )


def _zipped(value: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", f"to {value}")
    return edit(lambda pdf: pdf.Root.__setitem__("/Data", pdf.make_stream(packed.getvalue())))


def _pdf_in_pdf(value: str) -> bytes:
    inner = _string(value)
    return edit(lambda pdf: pdf.Root.__setitem__("/Data", pdf.make_stream(inner)))


def _tagged(value: str) -> bytes:
    text = (b"\xfe\xff" + value.encode("utf-16-be")).hex().encode()
    return raw(b"/Span <</ActualText <" + text + b">>> BDC BT /F1 9 Tf 72 700 Td (x) Tj ET EMC")


CARRIES: dict[str, Callable[[str], bytes]] = {
    "string": _string,
    "name": _name,
    "key": _key,
    "XML entities": _xml,
    "UTF-8 stream": _stream("utf-8"),
    "UTF-16 stream": _stream("utf-16-be"),
    "ZIP": _zipped,
    "PDF in PDF": _pdf_in_pdf,
    "ActualText": _tagged,
}
LETTERS = st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    carrier=st.sampled_from(sorted(CARRIES)),
    value=st.lists(st.text(LETTERS, min_size=3, max_size=9), min_size=2, max_size=3).map(" ".join),
)
def test_any_value_in_any_carrier_is_found_and_never_printed(carrier: str, value: str) -> None:
    """Whatever was removed and wherever it was left, V402 or V403 fails, and no message repeats it."""
    view = verify.View(CARRIES[carrier](value), removed=(verify.Removed(value, "PERSON", "F-0"),))
    assert found(view)
    for result in verify.run(verify.all_checks(), view):
        assert value not in f"{result}"


@settings(max_examples=40, deadline=None)
@given(
    value=st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=6, max_size=14),
    data=st.data(),
)
def test_any_split_of_a_shown_value_is_found(value: str, data: st.DataObject) -> None:
    """A value cut into pieces with kerning between them is read together again."""
    cut = data.draw(st.integers(1, len(value) - 1))
    kern = data.draw(st.integers(-80, 80))
    content = f"BT /F1 12 Tf 72 700 Td [({value[:cut]}) {kern} ({value[cut:]})] TJ ET".encode()
    view = verify.View(raw(content), removed=(verify.Removed(value, "PERSON", "F-0"),))
    assert found(view) == {"V402", "V403"}


@pytest.mark.skipif(not CARRIERS.is_dir(), reason="the shared carriers are not beside this checkout")
def test_shared_carriers_are_found_save_for_pictures() -> None:
    """The planted name is found in every file but those in which it is a picture."""
    missed = set()
    for path in sorted(CARRIERS.glob("*.pdf")):
        view = verify.View(path.read_bytes(), removed=(verify.Removed("Zebrowski", "PERSON", "F-0"),))
        if not found(view):
            missed.add(path.stem)
    assert missed == PICTURES_ONLY


def test_earlier_revision_is_searched(tmp_path: Path) -> None:
    """What a later save replaced is still in the file, packed, and still found."""
    path = tmp_path / "letter.pdf"
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 100), "Dear Ms Zebrowska")
        document.save(path, deflate=True)
    with pymupdf.open(path) as document:
        page = document[0]
        page.add_redact_annot(page.search_for("Zebrowska")[0])
        page.apply_redactions()
        document.saveIncr()
    places = {sighting.place for sighting in residue(path.read_bytes(), "Zebrowska").sightings}
    assert any(place.startswith("earlier revision 1") for place in places)


def test_comment_in_a_jpeg_is_found_behind_another_filter() -> None:
    """A picture's own metadata are read though its pixels are not."""
    jpeg = b"\xff\xd8\xff\xfe\x00\x07Smith\xff\xda" + bytes(range(256)) + b"\xff\xd9"

    def add(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"")
        stream.write(zlib.compress(jpeg), filter=Array([Name.FlateDecode, Name.DCTDecode]))
        stream.Subtype = Name.Image
        pdf.Root.Data = stream

    assert residue(edit(add), "Smith").sightings


def test_stream_that_cannot_be_unpacked_is_unread() -> None:
    """What was not searched is not cleared."""

    def add(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"")
        stream.write(b"abc", filter=Name("/NoSuchFilter"))
        pdf.Root.Data = stream

    data = edit(add)
    assert residue(data, "Zebrowska").unread
    failures = [r for r in verify.run(verify.all_checks(), verify.View(data)) if r.code == "V401"]
    assert [r.status for r in failures] == [verify.Status.FAIL]


def test_broken_zip_and_broken_inner_pdf_are_unread() -> None:
    """An attachment nobody could open is reported, not passed over."""
    for blob in (b"PK\x03\x04 not a ZIP", b"%PDF-1.7 not a PDF"):
        data = edit(lambda pdf, blob=blob: pdf.Root.__setitem__("/Data", pdf.make_stream(blob)))
        assert residue(data, "Zebrowska").unread


def test_limits_stop_the_search() -> None:
    """Too many objects or too large a stream is an error, never a pass."""
    data = edit(lambda pdf: pdf.Root.__setitem__("/Data", pdf.make_stream(b"x" * 5000)))
    with pytest.raises(LimitError):
        residue(data, "Zebrowska", limits=Limits(max_objects=2))
    with pytest.raises(LimitError):
        residue(data, "Zebrowska", limits=Limits(max_decoded_bytes=1000))


@pytest.mark.parametrize(
    "content",
    [
        b"100 2931 m 200 2931 l S",
        b"/CIDInit /ProcSet findresource begin begincmap 1 beginbfchar <01> <2931> endbfchar",
        b"true\0\x0c\0\x80\0\x03&#\0\x91 2931 " * 9,
    ],
    ids=["drawing", "character map", "font"],
)
def test_operands_are_no_extension_numbers(content: bytes) -> None:
    """Numbers that place a line or map a glyph are not read as words."""
    data = edit(lambda pdf: pdf.Root.__setitem__("/Data", pdf.make_stream(content)))
    assert not residue(data, "2931").sightings


def test_short_value_in_words_is_found() -> None:
    """A short number in a script or in metadata is a word of its own."""
    data = edit(lambda pdf: pdf.Root.__setitem__("/Data", pdf.make_stream(b"app.alert('please ring 2931 today');")))
    assert residue(data, "2931").sightings


def test_glyph_numbers_in_the_usual_order_are_read() -> None:
    """A font without a map to characters hides a name from every reader but not from its glyph numbers."""
    numbers = "".join(f"{ord(letter) - 29:04x}" for letter in "Zebrowska").encode()
    assert residue(raw(b"BT /F1 9 Tf 72 700 Td <" + numbers + b"> Tj ET"), "Zebrowska").sightings
