"""Words without any size: no viewer shows them, every program that copies text gives them away."""

from __future__ import annotations

import pytest
from engine_made import engine
from formats.pdf_carriers import TERM, letter, saved
from formats.pdf_made import kinds, read
from pikepdf import Array, Dictionary, Name

from redactor import Case, Requester, Verdict
from redactor.model import Layer

CASE = Case(requester=Requester(names=(TERM,)))
FLAT = {
    "size of nought": b"BT /F1 0 Tf 72 500 Td (Mr Zebrowski wrote) Tj ET",
    "scale of nought": b"BT /F1 12 Tf 0 Tz 72 500 Td (Mr Zebrowski wrote) Tj ET",
    "no height": b"q 1 0 0 0 0 500 cm BT /F1 12 Tf 72 0 Td (Mr Zebrowski wrote) Tj ET Q",
    "a point": b"q 0 0 0 0 0 0 cm BT /F1 12 Tf 72 0 Td (Mr Zebrowski wrote) Tj ET Q",
    "inside a line": b"BT /F1 12 Tf 72 500 Td (Mr ) Tj 0 Tz (Zebrowski) Tj 100 Tz ( wrote) Tj ET",
    "beside odd letters": b"BT /F1 12 Tf 72 400 Td (" + b"\\001\\002" * 9 + b") Tj 0 90 Td 0 Tz (Zebrowski) Tj ET",
}


def drawn(content):
    pdf = letter()
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + content)
    return saved(pdf)


def in_a_form():
    pdf = letter()
    page = pdf.pages[0].obj
    words = pdf.make_stream(b"BT /F1 12 Tf 72 500 Td (Mr Zebrowski wrote) Tj ET")
    words.stream_dict.update(
        Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]), Resources=page.Resources)
    )
    page.Resources.XObject = Dictionary(Fm=words)
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" q 1 0 0 0 0 0 cm /Fm Do Q")
    return saved(pdf)


FILES = {**{name: drawn(content) for name, content in FLAT.items()}, "a form": in_a_form()}


@pytest.mark.parametrize("name", FILES)
def test_words_without_size_are_read_and_told(name):
    """As a layer of their own, since they have no place."""
    document = read(FILES[name])
    assert any(TERM in one.text for one in document.segments if one.layer is Layer.HIDDEN_TEXT)
    assert "hidden-text" in kinds(document)


@pytest.mark.parametrize("name", FILES)
def test_no_copy_keeps_words_without_size(tmp_path, name):
    """A name among them is a finding, and a copy that would keep it does not appear."""
    source, copy = tmp_path / "source.pdf", tmp_path / "copy.pdf"
    source.write_bytes(FILES[name])
    report = engine().check(source, case=CASE)
    assert report.verdict is Verdict.BLOCKED
    assert {"H209", "H222"} <= {issue.code for issue in report.issues}
    assert engine().redact(source, copy, case=CASE).verdict is Verdict.BLOCKED
    assert not copy.exists()


def test_white_space_without_size_says_nothing():
    """Programs write it at line ends."""
    document = read(drawn(b"BT /F1 12 Tf 0 Tz 72 500 Td (   ) Tj 100 Tz (Words) Tj ET"))
    assert "hidden-text" not in kinds(document)
    assert not [one for one in document.segments if one.layer is Layer.HIDDEN_TEXT]
