"""Make PDFs whose redactions fail, and look-alikes, in the ways of several producers; every name is invented."""

from __future__ import annotations

import io

import numpy as np
import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

NAME = "Ondine Varga signed it"
LINES = (
    "Thank you for your request of last month about the repair of street lights.",
    "We hold the information you asked for and it is set out in this letter.",
    "The work was ordered in March and was done by the contractor in May.",
    "Ondine Varga signed it for the council on the second of June.",
    "If you are not content with this answer you may ask for a review of it.",
    "The review is done by an officer who had no part in the first answer.",
)
DPI = 150
STEP = 24
TOP = 100


def typed():
    """Return a page of print as grey pixels at 150 dots an inch, and rows and columns of the name on it."""
    document = pymupdf.open()
    page = document.new_page()
    for at, line in enumerate(LINES):
        page.insert_text((72, TOP + STEP * at), line, fontsize=11)
    pixels = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY)
    grey = np.frombuffer(pixels.samples, np.uint8).reshape(pixels.height, pixels.stride)[:, : pixels.width].copy()
    dots = DPI / 72
    return grey, (slice(int(160 * dots), int(178 * dots)), slice(int(70 * dots), int(140 * dots)))


def scanned(change=None, *, noise=0):
    """Return the print with ``change(pixels of the name)`` put in its place, and the scanner's noise over all."""
    grey, name = typed()
    if change is not None:
        grey[name] = change(grey[name].astype(float)).clip(0, 255)
    if noise:
        rng = np.random.default_rng(7)
        grey = (grey + rng.normal(0, noise, grey.shape)).clip(0, 255).astype(np.uint8)
    return grey


def mosaic(side):
    """Return a change that puts squares of ``side`` pixels in place of print."""

    def change(part):
        out = part.copy()
        for y in range(0, part.shape[0], side):
            for x in range(0, part.shape[1], side):
                out[y : y + side, x : x + side] = part[y : y + side, x : x + side].mean()
        return out

    return change


def blur(reach, rounds=3):
    """Return a change that spreads print, near to a Gaussian."""

    def change(part):
        out = part
        for _ in range(rounds):
            for axis in (0, 1):
                padded = np.pad(out, [(reach, reach) if at == axis else (0, 0) for at in (0, 1)], mode="edge")
                sums = np.cumsum(padded, axis=axis)
                sums = np.insert(sums, 0, 0, axis=axis)
                width = 2 * reach + 1
                ahead = np.take(sums, range(width, sums.shape[axis]), axis=axis)
                out = (ahead - np.take(sums, range(sums.shape[axis] - width), axis=axis)) / width
        return out

    return change


def pen(paper, ink=0.0):
    """Return a change like a felt pen's: paper comes out at one darkness and print under it at another."""
    return lambda part: ink + (paper - ink) * part / 255


def black(part):
    """Return nothing but black."""
    return part * 0


def by_mupdf(grey, *, jpeg=0, more=None, under=None):
    """Return a page that is a scan, by PyMuPDF; ``under(page)`` goes below the picture and ``more(page)`` above it."""
    document = pymupdf.open()
    page = document.new_page()
    if under is not None:
        under(page)
    high, wide = grey.shape
    pixels = pymupdf.Pixmap(pymupdf.csGRAY, wide, high, np.ascontiguousarray(grey).tobytes(), 0)
    stream = pixels.tobytes("jpeg", jpg_quality=jpeg) if jpeg else pixels.tobytes("png")
    page.insert_image(page.rect, stream=stream, keep_proportion=False)
    if more is not None:
        more(page)
    return document.tobytes(garbage=1)


def by_reportlab(grey, *, more=None):
    """Return a page that is a scan, by ReportLab; ``more(canvas)`` draws on it."""
    from PIL import Image

    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=(595, 842), invariant=1)
    sheet.drawImage(ImageReader(Image.fromarray(grey)), 0, 0, 595, 842)
    if more is not None:
        more(sheet)
    sheet.showPage()
    sheet.save()
    return out.getvalue()


def by_hand(content, *, picture=None, states=None, annotation=None, box=(0, 0, 595, 842)):
    """Return a page of drawing instructions, written with pikepdf; the picture is ``/Im`` and the type ``/F``."""
    pdf = pikepdf.new()
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))
    if picture is not None:
        image = pdf.make_stream(np.ascontiguousarray(picture).tobytes())
        image.Type, image.Subtype, image.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
        image.Width, image.Height, image.BitsPerComponent = picture.shape[1], picture.shape[0], 8
        resources.XObject = Dictionary(Im=image)
    for name, opacity in (states or {}).items():
        resources.ExtGState = Dictionary({f"/{name}": Dictionary(ca=opacity, CA=opacity)})
    page = Dictionary(Type=Name.Page, MediaBox=Array(list(box)), Resources=resources)
    page.Contents = pdf.make_stream(content)
    if annotation is not None:
        page.Annots = Array([pdf.make_indirect(annotation(pdf))])
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
    out = io.BytesIO()
    pdf.save(out, compress_streams=True)
    return out.getvalue()


WHOLE = b"q 595 0 0 842 0 0 cm /Im Do Q "
"""The picture over the whole page."""
TEXT = b"BT /F 11 Tf 72 742 Td (An ordinary line of the letter.) Tj ET BT /F 11 Tf 72 642 Td (Ondine Varga signed it) Tj ET "
OVER_NAME = b"70 638 130 16 re f "
"""A rectangle over the name of ``TEXT``."""
ON_SCAN = b"70 662 75 22 re f "
"""One over the name in a scan."""
