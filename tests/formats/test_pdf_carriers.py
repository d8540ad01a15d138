"""Names in places that no catalogue lists: ``check`` says that they are there, and a copy holds none and looks the same."""

from __future__ import annotations

import io

import numpy as np
import pikepdf
import pytest
from engine_made import engine
from formats.pdf_carriers import HIDDEN, RAW, SAID, STAYS, TERM, carrier, letter, saved
from formats.pdf_made import kinds, read
from formats.pdf_residue import residue
from formats.pdf_tools import pixels, text
from pikepdf import Array, Name

from redactor import Case, Requester
from redactor.formats.pdf import loose, spoken_data
from redactor.model import Severity

CASE = Case(requester=Requester(names=(TERM,)))
DRAWN = {"palette", "inline_picture", "function_samples"}
"""The name is spelt by colours that the page shows, or may show: nothing can be taken away, and no copy appears."""


@pytest.mark.parametrize("name", [*HIDDEN, *RAW])
def test_a_name_is_told_and_leaves_nothing_in_the_copy(tmp_path, name):
    """Whether the page says it too or not; what the page draws stays."""
    source, copy = tmp_path / "source.pdf", tmp_path / "copy.pdf"
    source.write_bytes(carrier(name))
    report = engine().check(source, case=CASE)
    told = {issue.code for issue in report.issues if issue.severity is not Severity.NOTE}
    assert any(code[0] == "H" for code in told) or (name in SAID and "P601" in told)
    made = engine().redact(source, copy, case=CASE)
    if name in DRAWN:
        assert not copy.exists()
        assert "V403" in {check.code for check in made.checks if check.status.failed}
        return
    assert copy.exists()
    assert not residue(copy.read_bytes(), TERM)
    assert STAYS in text(copy.read_bytes())


@pytest.mark.parametrize("name", sorted({*HIDDEN} - SAID - {"solid_model", "rich_media", "thread", "link_names"}))
def test_what_the_page_draws_is_drawn_as_before(tmp_path, name):
    """Resources have other names, pictures fewer bytes, and nobody sees a difference."""
    source, copy = tmp_path / "source.pdf", tmp_path / "copy.pdf"
    source.write_bytes(carrier(name))
    engine().redact(source, copy, case=CASE)
    before, after = pixels(source.read_bytes()), pixels(copy.read_bytes())
    assert np.abs(before - after).max() <= 2


PLAIN = (
    b"q 1 0 0 1 72 700 cm BT /F1 12 Tf (a \\) b) Tj [(c) -20.5 <00ff>] TJ T* (d) ' 1 2 (e) \" ET Q",
    b"/P <</MCID 3>> BDC 0 0 9 9 re W* n /Im0 Do EMC /Artifact BMC /DeviceRGB cs 1 0 .5 scn f* EMC",
    b"[3 2] 0 d /GS1 gs /R7 sh 500 0 0 0 9 9 d1 /Perceptual ri .1 .2 .3 rg b* B* /C2_0 CS /TT0 1 Tf",
    b"",
)


@pytest.mark.parametrize("instructions", PLAIN)
def test_ordinary_instructions_are_plain(instructions):
    """They cost one look."""
    assert loose.is_plain(instructions)
    assert loose.words(instructions) == []


@pytest.mark.parametrize(
    ("instructions", "left", "said"),
    [
        (b"0 0 9 9 re f % Ann Other", b"0 0 9 9 re\nf", ["Ann Other"]),
        (b"(Ann) 0 0 9 9 re f", b"0 0 9 9 re\nf", ["Ann"]),
        (b"[(Ann)] 0 d", b"0 d", ["Ann"]),
        (b"Annother 0 0 9 9 re f", b"0 0 9 9 re\nf", ["Annother"]),
        (b"/Another gs", b"/None gs", []),
        (b"[(a) /Another 3] TJ", b"[ (a) 3 ] TJ", ["/Another"]),
        (b"[/Annis (Other)] TJ", b"[ (Other) ] TJ", ["/Annis"]),
        (b"/Other <</Who (Ann)>> 0 0 9 9 re f", b"0 0 9 9 re\nf", ["/Other", "Ann"]),
    ],
)
def test_words_that_draw_nothing_go(instructions, left, said):
    """And are read before, so that a search finds them."""
    assert not loose.is_plain(instructions)
    assert loose.words(instructions) == said
    assert loose.tidied(instructions, {}).strip() == left


def test_a_percent_sign_that_is_shown_is_no_comment():
    """Nor is one in a hexadecimal string, or in the samples of a picture."""
    assert loose.is_plain(b"BT (5 % of it \\(at most\\)) Tj ET")
    assert not list(loose.comments(b"BT (5 % of it) Tj ET BI /W 1 /H 1 ID %Ann EI"))


def test_a_colour_profile_keeps_what_colours_are_reckoned_with():
    """Littlecms reckons with it as before."""
    from PIL import Image, ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    bare = spoken_data.profile(profile)
    assert len(bare) < len(profile)
    picture = Image.linear_gradient("L").convert("RGB")
    lab = ImageCms.createProfile("LAB")
    one, other = (
        ImageCms.profileToProfile(picture, ImageCms.ImageCmsProfile(io.BytesIO(data)), lab, outputMode="LAB")
        for data in (profile, bare)
    )
    assert one.tobytes() == other.tobytes()


@pytest.mark.parametrize("data", [b"", b"acsp" * 40, bytes(36) + b"acsp" + bytes(88) + b"\xff\xff\xff\xff"])
def test_what_is_no_colour_profile_is_refused(data):
    """And left to the search of the copy."""
    with pytest.raises(ValueError, match=r"profile|tags"):
        spoken_data.profile(data)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\x4f", b"\xff\x4f\xff\xd9", b"\0\0\0\x09jP  ", b"\0\0\0\x0cjP  \r\n\x87\n"]
)
def test_what_is_no_jpeg_2000_is_refused(data):
    """Pieces of one, too."""
    with pytest.raises(ValueError, match=r"box|codestream|picture|tile"):
        spoken_data.jpeg2000(data)


def test_replacement_text_is_no_object_that_nothing_uses():
    """Reading it makes none."""
    pdf = letter()
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(b"/Span <</ActualText (Dear)>> BDC " + page.Contents.read_bytes() + b" EMC % said")
    assert not {"orphaned-text", "unreferenced-object"} & kinds(read(saved(pdf)))


def test_colours_by_name_keep_their_resource():
    """A default colour space has a name that the standard gives it."""
    pdf = letter()
    pdf.pages[0].obj.Resources.ColorSpace = pikepdf.Dictionary(DefaultRGB=Array([Name.CalRGB, pikepdf.Dictionary()]))
    assert loose.is_plain_name("/DefaultRGB")


def test_instructions_that_cannot_be_read_are_no_empty_ones():
    """An operator in no encoding would hide every word behind it: the caller refuses the file."""
    with pytest.raises((pikepdf.PdfError, UnicodeDecodeError)):
        loose.words(b"q \xff\xfe\xfd Q % x\n(Zebrowski) (Zebrowski) 1 w")


def test_a_picture_whose_notes_cannot_be_told_from_it_is_read_whole():
    """A box that is cut short: every run of letters in it is looked through."""
    assert any(TERM in word for word in spoken_data.words("jpeg2000", b"\x00\x00\x00\x01jP  short" + TERM.encode()))
