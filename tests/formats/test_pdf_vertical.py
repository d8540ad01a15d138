"""Upright lines, as Japanese is set: read from above, found, and taken out."""

from __future__ import annotations

from engine_made import engine
from formats.pdf_carriers import STAYS, TERM, letter, saved
from formats.pdf_made import read
from formats.pdf_residue import residue
from formats.pdf_tools import text
from pikepdf import Array, Dictionary, Name, String

from redactor import Case, Requester, Verdict

_MINCHO = Name("/HeiseiMin-W3")


def upright():
    """Return a letter with a name set from above in a font that is not in the file."""
    pdf = letter()
    page = pdf.pages[0].obj
    look = Dictionary(
        Type=Name.FontDescriptor, FontName=_MINCHO, Flags=4, FontBBox=Array([0, -200, 1000, 900]), ItalicAngle=0,
        Ascent=800, Descent=-200, CapHeight=700, StemV=80,
    )  # fmt: skip
    system = Dictionary(Registry=String("Adobe"), Ordering=String("Japan1"), Supplement=2)
    kin = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=_MINCHO, CIDSystemInfo=system,
        FontDescriptor=pdf.make_indirect(look),
    )  # fmt: skip
    page.Resources.Font.FV = pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=_MINCHO, Encoding=Name("/UniJIS-UCS2-V"),
            DescendantFonts=Array([pdf.make_indirect(kin)]),
        )
    )  # fmt: skip
    drawn = f" BT /FV 14 Tf 300 600 Td <{TERM.encode('utf-16-be').hex()}> Tj ET"
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + drawn.encode())
    return saved(pdf)


def test_an_upright_line_is_read_from_above():
    """MuPDF's quads of such letters point up the page."""
    assert TERM in read(upright()).segments[0].text


def test_a_name_on_an_upright_line_goes(tmp_path):
    """It was read backwards, so that a file with it was READY."""
    case = Case(requester=Requester(names=(TERM,)))
    source, copy = tmp_path / "source.pdf", tmp_path / "copy.pdf"
    source.write_bytes(upright())
    assert engine().check(source, case=case).verdict is Verdict.BLOCKED
    engine().redact(source, copy, case=case)
    assert not residue(copy.read_bytes(), TERM)
    assert STAYS in text(copy.read_bytes())
