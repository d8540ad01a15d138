"""Places in which a name can hide that no catalogue of ours lists: one letter each, and nothing of the name on its page.

Every maker takes an open PDF of one page and hides ``TERM`` in it; those of ``RAW`` take the bytes of one.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Callable

import pikepdf
import pymupdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms

TERM = "Zebrowski"
STAYS = "The last line of this page stays"
_HELVETICA = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)


def letter(greeting: str = "Dear reader") -> pikepdf.Pdf:
    """Return a letter of one page."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(_HELVETICA))
    page = Dictionary(Type=Name.Page, MediaBox=Array([0, 0, 595, 842]), Resources=Dictionary(Font=Dictionary(F1=font)))
    text = f"BT /F1 12 Tf 72 700 Td ({greeting}, hello) Tj 0 -600 Td ({STAYS}) Tj ET\n"
    page.Contents = pdf.make_stream(text.encode())
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    return pdf


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    """Return a PDF's bytes, with everything in it that nobody refers to."""
    out = io.BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def _more(pdf: pikepdf.Pdf, content: bytes, **resources: object) -> None:
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + content)
    for key, value in resources.items():
        page.Resources[f"/{key}"] = value


def _tags(pdf: pikepdf.Pdf, **keys: object) -> Dictionary:
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(b"/P <</MCID 0>> BDC " + page.Contents.read_bytes() + b" EMC")
    part = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, Pg=page, K=0))
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=part))
    part.P = root
    for key, value in keys.items():
        part[f"/{key}"] = value
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
    return root


def tag_identifier(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, ID=String(TERM))


def tag_title(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, T=String(f"Note on {TERM}"))


def tag_expansion(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, E=String(TERM))


def tag_role(pdf: pikepdf.Pdf) -> None:
    root = _tags(pdf, S=Name("/" + TERM))
    root.RoleMap = Dictionary({"/" + TERM: Name.P})


def tag_class(pdf: pikepdf.Pdf) -> None:
    root = _tags(pdf, C=Name("/" + TERM))
    root.ClassMap = Dictionary({"/" + TERM: Dictionary(O=Name.Layout)})


def tag_properties(pdf: pikepdf.Pdf) -> None:
    value = Dictionary(N=String("Author"), V=String(TERM), F=String(TERM))
    _tags(pdf, A=Dictionary(O=Name.UserProperties, P=Array([value])))


def tag_table_summary(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, A=Dictionary(O=Name.Table, Summary=String(TERM), Headers=Array([String(TERM)])))


def tag_language(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, Lang=String("x-zebrowski"))


def language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = String("en-x-zebrowsk-zebrowski")


def layer_creator(pdf: pikepdf.Pdf) -> None:
    info = Dictionary(Creator=String(TERM), Subtype=Name.Artwork)
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer 1"), Usage=Dictionary(CreatorInfo=info)))
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([group]), D=Dictionary(Name=String(TERM), Order=Array([String(TERM), group]))
    )


def code_table_comment(pdf: pikepdf.Pdf) -> None:
    table = f"% {TERM}\n/CIDInit /ProcSet findresource begin begincmap endcmap end".encode()
    pdf.pages[0].obj.Resources.Font.F1.ToUnicode = pdf.make_stream(table)


def code_table_name(pdf: pikepdf.Pdf) -> None:
    system = f"/CIDSystemInfo << /Registry ({TERM}) /Ordering (x) /Supplement 0 >> def /CMapName /{TERM} def"
    table = f"/CIDInit /ProcSet findresource begin begincmap {system} endcmap end".encode()
    made = pdf.make_stream(table)
    made.CMapName = Name("/" + TERM)
    pdf.pages[0].obj.Resources.Font.F1.ToUnicode = made


def glyph_name(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.Font.F1.Encoding = Dictionary(
        Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=Array([200, Name("/" + TERM)])
    )


def drawn_glyph_name(pdf: pikepdf.Pdf) -> None:
    square = pdf.make_stream(b"500 0 0 0 400 400 d1 0 0 400 400 re f")
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        FirstChar=65, LastChar=65, Widths=Array([500]), CharProcs=Dictionary({"/" + TERM: square}),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([65, Name("/" + TERM)])),
    )  # fmt: skip
    pdf.pages[0].obj.Resources.Font.T3 = pdf.make_indirect(font)
    _more(pdf, b"BT /T3 12 Tf 72 400 Td (A) Tj ET")


def type_family(pdf: pikepdf.Pdf) -> None:
    font = pdf.pages[0].obj.Resources.Font.F1
    font.FontDescriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor, FontName=Name.Helvetica, FontFamily=String(TERM), CharSet=String("/" + TERM), Flags=32,
            FontBBox=Array([0, 0, 9, 9]), ItalicAngle=0, Ascent=9, Descent=0, CapHeight=9, StemV=9, Style=Dictionary(Panose=String(TERM)),
        )
    )  # fmt: skip


def _program(change: Callable[[TTFont], None]) -> bytes:
    font = TTFont(io.BytesIO(pymupdf.Font("cjk").buffer))
    change(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _typed(pdf: pikepdf.Pdf, program: bytes, key: str = "FontFile2") -> None:
    stream = pdf.make_stream(program)
    if key == "FontFile3":
        stream.Subtype = Name.OpenType
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Any, Flags=32, FontBBox=Array([0, -200, 900, 900]), ItalicAngle=0, Ascent=900,
        Descent=-200, CapHeight=700, StemV=80,
    )  # fmt: skip
    descriptor["/" + key] = stream
    font = Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Any, Encoding=Name.WinAnsiEncoding, FirstChar=65, LastChar=66,
        Widths=Array([640, 650]), FontDescriptor=pdf.make_indirect(descriptor),
    )  # fmt: skip
    pdf.pages[0].obj.Resources.Font.F2 = pdf.make_indirect(font)
    _more(pdf, b"BT /F2 12 Tf 72 400 Td (A) Tj ET")


def type_name_table(pdf: pikepdf.Pdf) -> None:
    _typed(pdf, _program(lambda font: font["name"].setName(f"Licensed to {TERM}", 13, 3, 1, 0x409)))


def type_vendor(pdf: pikepdf.Pdf) -> None:
    def change(font: TTFont) -> None:
        from fontTools.ttLib import newTable

        font["ZEBR"] = newTable("ZEBR")
        font["ZEBR"].data = TERM.encode()

    _typed(pdf, _program(change))


def compact_type_notice(pdf: pikepdf.Pdf) -> None:
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen

    def square() -> object:
        pen = T2CharStringPen(600, None)
        for move, point in (
            (pen.moveTo, (0, 0)),
            (pen.lineTo, (0, 500)),
            (pen.lineTo, (500, 500)),
            (pen.lineTo, (500, 0)),
        ):
            move(point)
        pen.closePath()
        return pen.getCharString()

    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A", "B"])
    builder.setupCharacterMap({65: "A", 66: "B"})
    builder.setupCFF(
        "Any", {"Notice": f"Made for {TERM}", "FullName": TERM}, {n: square() for n in (".notdef", "A", "B")}, {}
    )
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", "A", "B"), (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2()
    builder.setupPost()
    out = io.BytesIO()
    builder.font.save(out)
    compact = TTFont(io.BytesIO(out.getvalue())).getTableData("CFF ")
    stream = pdf.make_stream(compact)
    stream.Subtype = Name.Type1C
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Any, Flags=32, FontBBox=Array([0, -200, 900, 900]), ItalicAngle=0, Ascent=900,
        Descent=-200, CapHeight=700, StemV=80, FontFile3=stream,
    )  # fmt: skip
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Any, Encoding=Name.WinAnsiEncoding, FirstChar=65, LastChar=66,
        Widths=Array([600, 600]), FontDescriptor=pdf.make_indirect(descriptor),
    )  # fmt: skip
    pdf.pages[0].obj.Resources.Font.F2 = pdf.make_indirect(font)
    _more(pdf, b"BT /F2 12 Tf 72 400 Td (A) Tj ET")


def old_type_notice(pdf: pikepdf.Pdf) -> None:
    """The clear part of a Type 1 program; a page that shows no letter of it needs no more."""
    program = f"%!PS-AdobeFont-1.0: {TERM} 1\n/FontInfo 9 dict dup begin /Notice (Made for {TERM}) def end\ncurrentfile eexec\n"
    stream = pdf.make_stream(program.encode() + bytes(64))
    stream.Length1, stream.Length2, stream.Length3 = len(program), 64, 0
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Any, Flags=32, FontBBox=Array([0, -200, 900, 900]), ItalicAngle=0, Ascent=900,
        Descent=-200, CapHeight=700, StemV=80, FontFile=stream,
    )  # fmt: skip
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Any, Encoding=Name.WinAnsiEncoding, FirstChar=65, LastChar=66,
        Widths=Array([600, 600]), FontDescriptor=pdf.make_indirect(descriptor),
    )  # fmt: skip
    pdf.pages[0].obj.Resources.Font.F2 = pdf.make_indirect(font)


def colour_profile(pdf: pikepdf.Pdf) -> None:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile += b"\0text\0\0\0\0Calibrated for " + TERM.encode() + b"\0"
    profile[:4] = struct.pack(">I", len(profile))
    stream = pdf.make_stream(bytes(profile))
    stream.N = 3
    _more(pdf, b"/C1 cs 1 0 0 sc 72 300 50 20 re f", ColorSpace=Dictionary(C1=Array([Name.ICCBased, stream])))


def spot_colours(pdf: pikepdf.Pdf) -> None:
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0]), C1=Array([1, 0, 0]), N=1)
    space = Array([Name.Separation, Name("/" + TERM), Name.DeviceRGB, tint])
    colorants = Dictionary({"/" + TERM: space})
    more = pdf.make_stream(b"{ pop pop 0 0 0 }")
    more.FunctionType, more.Domain, more.Range = 4, Array([0, 1, 0, 1]), Array([0, 1, 0, 1, 0, 1])
    names = Array([Name("/" + TERM), Name.Black])
    many = Array([Name.DeviceN, names, Name.DeviceRGB, more, Dictionary(Colorants=colorants)])
    _more(
        pdf,
        b"/C1 cs 1 scn 72 300 50 20 re f /C2 cs 1 1 scn 72 330 50 20 re f",
        ColorSpace=Dictionary(C1=space, C2=many),
    )


def palette(pdf: pikepdf.Pdf) -> None:
    """The last three colours of a picture's palette, which none of its pixels has."""
    picture = pdf.make_stream(bytes([0, 1, 1, 0]))
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 2, 2
    picture.BitsPerComponent = 8
    picture.ColorSpace = Array([Name.Indexed, Name.DeviceRGB, 4, String(b"\0\0\0\xff\xff\xff" + TERM.encode())])
    _more(pdf, b"q 50 0 0 50 72 300 cm /X1 Do Q", XObject=Dictionary(X1=picture))


def picture_overrun(pdf: pikepdf.Pdf) -> None:
    """Bytes behind the last row."""
    picture = pdf.make_stream(bytes(range(12)) + TERM.encode())
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 2, 2
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceRGB, 8
    _more(pdf, b"q 50 0 0 50 72 300 cm /X1 Do Q", XObject=Dictionary(X1=picture))


def photograph_tail(pdf: pikepdf.Pdf) -> None:
    """Bytes behind the end marker of a JPEG, and a comment in it."""
    out = io.BytesIO()
    Image.new("RGB", (16, 16), (10, 90, 200)).save(out, "JPEG", comment=TERM.encode())
    picture = pdf.make_stream(b"")
    picture.write(out.getvalue() + TERM.encode(), filter=Name.DCTDecode)
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 16, 16
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceRGB, 8
    _more(pdf, b"q 50 0 0 50 72 300 cm /X1 Do Q", XObject=Dictionary(X1=picture))


def photograph_boxes(pdf: pikepdf.Pdf) -> None:
    """An XML box of a JPEG 2000 picture."""
    out = io.BytesIO()
    Image.new("RGB", (32, 32), (10, 90, 200)).save(out, "JPEG2000")
    data = out.getvalue()
    box = b"<x>" + TERM.encode() + b"</x>"
    picture = pdf.make_stream(b"")
    picture.write(data + struct.pack(">I", len(box) + 8) + b"xml " + box, filter=Name.JPXDecode)
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 32, 32
    _more(pdf, b"q 50 0 0 50 72 300 cm /X1 Do Q", XObject=Dictionary(X1=picture))


def inline_picture(pdf: pikepdf.Pdf) -> None:
    """Its rows are the name."""
    _more(pdf, b"q 50 0 0 50 72 300 cm BI /W 3 /H 3 /CS /G /BPC 8 ID " + TERM.encode() + b" EI Q")


def inline_picture_key(pdf: pikepdf.Pdf) -> None:
    _more(pdf, b"q 50 0 0 50 72 300 cm BI /W 3 /H 1 /CS /G /BPC 8 /Zebrowski (Zebrowski) ID abc EI Q")


def state_name(pdf: pikepdf.Pdf) -> None:
    _more(pdf, b"/Zebrowski gs", ExtGState=Dictionary({"/" + TERM: Dictionary(Type=Name.ExtGState, CA=1)}))


def halftone(pdf: pikepdf.Pdf) -> None:
    tone = Dictionary(
        Type=Name.Halftone, HalftoneType=1, HalftoneName=String(TERM), Frequency=60, Angle=45, SpotFunction=Name.Round
    )
    _more(pdf, b"/G1 gs", ExtGState=Dictionary(G1=Dictionary(Type=Name.ExtGState, HT=tone)))


def typeface_name(pdf: pikepdf.Pdf) -> None:
    fonts = pdf.pages[0].obj.Resources.Font
    fonts["/" + TERM] = fonts.F1
    _more(pdf, b"BT /Zebrowski 12 Tf 72 400 Td (Hello) Tj ET")


def drawing_name(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"0 0 9 9 re f")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    _more(pdf, b"/Zebrowski Do", XObject=Dictionary({"/" + TERM: form}))


def mark_name(pdf: pikepdf.Pdf) -> None:
    _more(
        pdf,
        b"/Zebrowski BMC 0 0 9 9 re f EMC /Zebrowski MP /Point /Zebrowski DP",
        Properties=Dictionary({"/" + TERM: Dictionary()}),
    )


def mark_expansion(pdf: pikepdf.Pdf) -> None:
    _more(pdf, b"/Span << /E (Zebrowski) /Lang (x-zebrowski) >> BDC 0 0 9 9 re f EMC")


def drawing_comment(pdf: pikepdf.Pdf) -> None:
    _more(pdf, b"% Zebrowski\n0 0 9 9 re f")


def idle_operand(pdf: pikepdf.Pdf) -> None:
    """An operand that its operator does not take, and an operator that does not exist."""
    _more(pdf, b"(Zebrowski) 0 0 9 9 re f BX (Zebrowski) nosuch EX")


def function_comment(pdf: pikepdf.Pdf) -> None:
    tint = pdf.make_stream(b"{ % Zebrowski\n dup dup }")
    tint.FunctionType, tint.Domain, tint.Range = 4, Array([0, 1]), Array([0, 1, 0, 1, 0, 1])
    space = Array([Name.Separation, Name.Gold, Name.DeviceRGB, tint])
    _more(pdf, b"/C1 cs 1 scn 72 300 50 20 re f", ColorSpace=Dictionary(C1=space))


def function_samples(pdf: pikepdf.Pdf) -> None:
    """The samples of a shading's function."""
    tint = pdf.make_stream(TERM.encode())
    tint.FunctionType, tint.Domain, tint.Range = 0, Array([0, 1]), Array([0, 1, 0, 1, 0, 1])
    tint.Size, tint.BitsPerSample = Array([3]), 8
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([72, 300, 122, 300]), Function=tint)
    _more(pdf, b"q 72 300 50 20 re W n /S1 sh Q", Shading=Dictionary(S1=shading))


def page_piece(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.PieceInfo = Dictionary(
        {"/" + TERM: Dictionary(LastModified=String("D:2026"), Private=String(TERM))}
    )


def thread(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0].obj
    one = pdf.make_indirect(Dictionary(Type=Name.Thread, I=Dictionary(Title=String(TERM), Author=String(TERM))))
    bead = pdf.make_indirect(Dictionary(Type=Name.Bead, T=one, P=page, R=Array([0, 0, 9, 9])))
    one.F, bead.N, bead.V = bead, bead, bead
    pdf.Root.Threads, page.B = Array([one]), Array([bead])


def measure(pdf: pikepdf.Pdf) -> None:
    scale = Dictionary(Type=Name.NumberFormat, U=String(TERM), C=1, PS=String(TERM))
    rule = Dictionary(
        Type=Name.Measure, Subtype=Name.RL, R=String(TERM), X=Array([scale]), D=Array([scale]), A=Array([scale])
    )
    pdf.pages[0].obj.VP = Array(
        [Dictionary(Type=Name.Viewport, BBox=Array([0, 0, 99, 99]), Name=String(TERM), Measure=rule)]
    )


def solid_model(pdf: pikepdf.Pdf) -> None:
    view = Dictionary(Type=Name("/3DView"), XN=String(TERM), IN=String(TERM))
    model = pdf.make_stream(b"U3D\0" + TERM.encode())
    model.Type, model.Subtype, model.VA = Name("/3D"), Name.U3D, Array([view])
    note = Dictionary(Type=Name.Annot, Subtype=Name("/3D"), Rect=Array([300, 300, 400, 400]))
    note["/3DD"] = model
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def rich_media(pdf: pikepdf.Pdf) -> None:
    asset = pdf.make_indirect(
        Dictionary(Type=Name.Filespec, F=String(f"{TERM}.mp4"), EF=Dictionary(F=pdf.make_stream(b"x")))
    )
    content = Dictionary(Assets=Dictionary(Names=Array([String(f"{TERM}.mp4"), asset])))
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.RichMedia, Rect=Array([300, 300, 400, 400]), RichMediaContent=content
    )
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def link_names(pdf: pikepdf.Pdf) -> None:
    """A link to somewhere harmless, called by the name."""
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 690, 150, 712]), NM=String(TERM), Contents=String(TERM),
        A=Dictionary(S=Name.URI, URI=String("https://example.org/"), Next=Dictionary(S=Name.URI, URI=String(f"https://example.org/{TERM}"))),
        PA=Dictionary(S=Name.URI, URI=String(f"https://example.org/{TERM}")),
    )  # fmt: skip
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])


def print_intent(pdf: pikepdf.Pdf) -> None:
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=String(TERM), Info=String(TERM)
    )
    pdf.Root.OutputIntents = Array([intent])


def catalogue_odds(pdf: pikepdf.Pdf) -> None:
    pdf.Root.URI = Dictionary(Base=String(f"https://example.org/{TERM}/"))
    pdf.Root.Legal = Dictionary(Attestation=String(TERM))
    pdf.Root.Extensions = Dictionary(
        {"/ZEBR": Dictionary(BaseVersion=Name("/1.7"), ExtensionLevel=3, URL=String(TERM))}
    )
    pdf.Root.SpiderInfo = Dictionary(V=1, C=Array([Dictionary(URL=String(TERM))]))


def name_trees(pdf: pikepdf.Pdf) -> None:
    held = pdf.make_indirect(Dictionary(S=Name.MR, N=String(TERM)))
    pdf.Root.Names = Dictionary(
        Renditions=Dictionary(Names=Array([String(TERM), held])), IDS=Dictionary(Names=Array([String(TERM), Array([])]))
    )


def stream_keys(pdf: pikepdf.Pdf) -> None:
    """A file name, a length and a key of one's own at the page's instructions."""
    content = pdf.pages[0].obj.Contents
    content["/" + TERM], content.DL, content.Note = 1, 9, String(TERM)


def trailer_key(pdf: pikepdf.Pdf) -> None:
    pdf.trailer["/" + TERM] = String(TERM)


def packed_tail(pdf: pikepdf.Pdf) -> None:
    """Bytes behind the end of packed samples, inside the stream's length."""
    picture = pdf.make_stream(b"")
    picture.write(zlib.compress(bytes(range(12))) + TERM.encode(), filter=Name.FlateDecode)
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 2, 2
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceRGB, 8
    _more(pdf, b"q 50 0 0 50 72 300 cm /X1 Do Q", XObject=Dictionary(X1=picture))


HIDDEN: dict[str, Callable[[pikepdf.Pdf], None]] = {
    make.__name__: make
    for make in (
        tag_identifier, tag_title, tag_expansion, tag_role, tag_class, tag_properties, tag_table_summary, tag_language, language,
        layer_creator, code_table_comment, code_table_name, glyph_name, drawn_glyph_name, type_family, type_name_table,
        type_vendor, compact_type_notice, old_type_notice, colour_profile, spot_colours, palette, picture_overrun, photograph_tail,
        photograph_boxes, inline_picture, inline_picture_key, state_name, halftone, typeface_name, drawing_name, mark_name,
        mark_expansion, drawing_comment, idle_operand, function_comment, function_samples, page_piece, thread, measure,
        solid_model, rich_media, link_names, print_intent, catalogue_odds, name_trees, stream_keys, trailer_key, packed_tail,
    )
}  # fmt: skip


SAID = frozenset(
    [
        "glyph_name",
        "drawn_glyph_name",
        "type_family",
        "type_name_table",
        "type_vendor",
        "compact_type_notice",
        "old_type_notice",
        "colour_profile",
        "code_table_comment",
        "code_table_name",
        "function_comment",
        "palette",
        "picture_overrun",
        "inline_picture",
        "function_samples",
        "packed_tail",
        "language",
        "tag_language",
    ]
)
"""Carriers whose words are sought where the letter says them too: most of what stands there is a maker's, or no words at all."""


def _between(data: bytes, words: bytes) -> bytes:
    """Put words between the last object and the table of places, which does not notice."""
    at = data.index(b"xref\n")
    return (data[:at] + words + data[at:]).replace(b"startxref\n%d" % at, b"startxref\n%d" % (at + len(words)))


def _unused(data: bytes) -> bytes:
    """Add an object to which nothing refers, in the table of places."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0].obj
        held = pdf.make_indirect(Dictionary(Kept=String("mark the place")))
        page.Held = held
        whole = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return re.sub(rb"/Held \d+ 0 R", lambda found: b" " * len(found[0]), whole).replace(
        b"mark the place", b"Zebrowski 1234"
    )


RAW: dict[str, Callable[[bytes], bytes]] = {
    "words_between_objects": lambda data: _between(data, b"Zebrowski was here\n"),
    "comment_between_objects": lambda data: _between(data, b"% Zebrowski was here\n"),
    "after_the_end": lambda data: data + b"\nZebrowski",
    "before_the_header": lambda data: b"Zebrowski\n" + data,
    "packed_after_the_end": lambda data: data + b"\n" + zlib.compress(TERM.encode() * 3),
    "unused_object": _unused,
}


def carrier(name: str) -> bytes:
    """Return the letter with the name hidden in one place."""
    if name in RAW:
        return RAW[name](saved(letter()))
    pdf = letter(f"Dear {TERM}" if name in SAID else "Dear reader")
    HIDDEN[name](pdf)
    return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
