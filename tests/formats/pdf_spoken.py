"""What a screen reader hears of a PDF: its tags walked by pdfium, which did not write them."""

from __future__ import annotations

import ctypes
from collections import defaultdict

import pypdfium2 as pdfium
import pypdfium2.raw as raw


def _string(call, element):
    length = call(element, None, 0)
    if length <= 2:
        return ""
    buffer = ctypes.create_string_buffer(length)
    call(element, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le")


def _address(item):
    return ctypes.cast(item, ctypes.c_void_p).value


def _inside_drawings(page):
    """Return the number under which each text inside a drawing is drawn."""
    numbers = {}
    waiting = []
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        waiting.append((item, raw.FPDFPageObj_GetMarkedContentID(item)))
    while waiting:
        item, number = waiting.pop()
        numbers[_address(item)] = number
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_FORM:
            count = raw.FPDFFormObj_CountObjects(item)
            waiting += [(raw.FPDFFormObj_GetObject(item, index), number) for index in range(count)]
    return numbers


def texts_by_mark(page):
    """Return the text of each numbered stretch of a page; None holds what has no number."""
    found = defaultdict(str)
    numbers = _inside_drawings(page)
    textpage = page.get_textpage()
    for index in range(textpage.count_chars()):
        drawn = raw.FPDFText_GetTextObject(textpage.raw, index)
        number = numbers.get(_address(drawn), -1) if drawn else -1
        found[number if number >= 0 else None] += chr(raw.FPDFText_GetUnicode(textpage.raw, index))
    textpage.close()
    return found


def _walk(element, texts, heard):
    kind = _string(raw.FPDF_StructElement_GetType, element)
    instead = _string(raw.FPDF_StructElement_GetActualText, element)
    alternative = _string(raw.FPDF_StructElement_GetAltText, element)
    if instead or alternative:
        heard.append((kind, instead or alternative))
        return
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        number = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
        if number >= 0:
            heard.append((kind, texts.get(number, "")))
            continue
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            _walk(child, texts, heard)


def heard(data):
    """Return what is heard, page by page: [(type of element, text)] in reading order."""
    pages = []
    document = pdfium.PdfDocument(data)
    for page in document:
        texts = texts_by_mark(page)
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        said = []
        for index in range(raw.FPDF_StructTree_CountChildren(tree) if tree else 0):
            _walk(raw.FPDF_StructTree_GetChildAtIndex(tree, index), texts, said)
        if tree:
            raw.FPDF_StructTree_Close(tree)
        pages.append(said)
    document.close()
    return pages


def spoken(data):
    """Return everything that is heard, as one text with single spaces."""
    return " ".join(" ".join(text for page in heard(data) for _, text in page).split())
