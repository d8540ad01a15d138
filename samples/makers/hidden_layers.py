"""One quiet page whose author's name hangs on in every place that a reader does not look."""

# mypy: disallow-untyped-calls=False
from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pymupdf

from makers import source

NAME = "Bronwen Achebe-Tully"
MAILBOX = "bronwen.achebe-tully@northvale.example"
NOTICE = """Northvale Borough Council

Summary of the review of allotment rents, spring 2025

The council reviewed the rents of its allotments and found that they had not
changed for six years. Members agreed to raise the rent of a full plot by four
pounds and to leave the rent of a half plot as it was. The waiting list fell
by a tenth in the same period. The next review will be held in 2028.

Prepared by:
Contact:       write to the author
Approved by the Allotments Panel on 12 March 2025.
"""


def make(out: Path) -> None:
    """Write the page and its hidden layers with PyMuPDF, then the metadata with pikepdf."""
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_text((72, 90), NOTICE, fontname="helv", fontsize=11, lineheight=1.5)
    _hidden_text(page)
    _extras(document, page)
    document.set_toc([[1, f"Notes of {NAME}", 1]])
    data = document.tobytes(garbage=3, deflate=True, no_new_id=True)
    _metadata(data, out)


def _hidden_text(page: pymupdf.Page) -> None:
    page.insert_text((300, 700), f"Draft by {NAME}", fontname="helv", fontsize=9, color=(1, 1, 1))
    page.insert_text((72, 900), f"Copied from the folder of {NAME}", fontname="helv", fontsize=9)
    baseline = 90 + 9 * 16.5
    page.insert_text((150, baseline), NAME, fontname="helv", fontsize=11)
    page.draw_rect(pymupdf.Rect(147, baseline - 12, 275, baseline + 4), color=(0, 0, 0), fill=(0, 0, 0))


def _extras(document: pymupdf.Document, page: pymupdf.Page) -> None:
    words = page.search_for("write to the author")[0]
    page.insert_link({"kind": pymupdf.LINK_URI, "from": words, "uri": f"mailto:{MAILBOX}"})
    note = page.add_text_annot((500, 120), f"{NAME} to check the figure before it goes out.")
    note.set_info(title=NAME, creationDate=f"D:{source.PDF_DATE}Z", modDate=f"D:{source.PDF_DATE}Z")
    page.insert_text((72, 320), "Filed by", fontname="helv", fontsize=11)
    field = pymupdf.Widget()
    field.field_name = "filed_by"
    field.field_type = pymupdf.PDF_WIDGET_TYPE_TEXT  # type: ignore[attr-defined]
    field.field_value = NAME
    field.rect = pymupdf.Rect(150, 304, 330, 324)
    field.text_fontsize = 11
    page.add_widget(field)
    stamp = f"D:{source.PDF_DATE}Z"
    file_name = f"rents - {NAME}.csv"
    document.embfile_add("rents", b"plot,rent\nfull,44\nhalf,20\n", file_name, file_name, "Rents by size of plot")
    for xref in range(1, document.xref_length()):
        if document.xref_get_key(xref, "Type")[1] == "/EmbeddedFile":
            document.xref_set_key(xref, "Params/CreationDate", pymupdf.get_pdf_str(stamp))
            document.xref_set_key(xref, "Params/ModDate", pymupdf.get_pdf_str(stamp))


def _metadata(data: bytes, out: Path) -> None:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.docinfo["/Author"] = NAME
        pdf.docinfo["/Title"] = "Review of allotment rents"
        pdf.docinfo["/CreationDate"] = f"D:{source.PDF_DATE}Z"
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            xmp["dc:creator"] = [NAME]
            xmp["dc:title"] = "Review of allotment rents"
        pdf.save(out, deterministic_id=True)
