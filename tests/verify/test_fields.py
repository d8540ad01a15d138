"""Fields without a look of their own: each program sets their value where it likes, and V409 asks for the same letters."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from verify_copies import LABEL, NAME, codes, document_of, plan_for, raw

from redactor import verify
from redactor.formats import Limits
from redactor.formats.pdf.redact import redact


def view(value: str = "x"):
    """Return a view of a copy of a page with a name and a field that has a value and no appearance."""
    page = raw(b"BT /F1 12 Tf 72 700 Td (Dear %s, hello) Tj ET" % NAME.encode())
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(page)) as pdf:
        field = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("f1"), V=String(value), F=4,
                DA=String("/F1 12 Tf 0 g"), Rect=Array([300, 400, 450, 420]),
            )
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([field])
        fonts = Dictionary(Font=pdf.pages[0].obj.Resources.Font)
        pdf.Root.AcroForm = Dictionary(DA=String("/F1 12 Tf 0 g"), DR=fonts, Fields=Array([field]))
        pdf.save(out)
    data = out.getvalue()
    plan = plan_for(data, NAME)
    made = redact(data, document_of(data), plan, Limits(), None)
    removed = (verify.Removed(NAME, "PERSON", "F-0"),)
    return verify.View(made.data, data, document_of(data), plan, removed, changed=made.changed, find=lambda _: ())


def written(good: verify.View, instructions: bytes) -> verify.View:
    """Return a view whose copy has more drawn on its page."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(good.output)) as pdf:
        page = pdf.pages[0].obj
        fonts = page.Resources.get("/Font", Dictionary())
        fonts["/Extra"] = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        page.Resources.Font = fonts
        page.Contents = Array([page.Contents, pdf.make_stream(b"q " + instructions + b" Q")])
        pdf.save(out)
    return replace(good, output=out.getvalue())


def test_a_field_without_a_look_of_its_own_is_the_same_wherever_it_is_set() -> None:
    """LABEL and the field's letter are all that is new, and the letter is the original's."""
    assert LABEL
    assert codes(view("Seen in March")) == {}


def test_a_letter_more_than_the_field_shows_is_told() -> None:
    """In the field's place, but not of its value."""
    assert codes(written(view(), b"BT /Extra 12 Tf 320 404 Td (q) Tj ET")) == {"V409": "fail"}


def test_the_fields_letter_elsewhere_on_the_page_is_told() -> None:
    """The value counts in the field's place alone."""
    assert codes(written(view(), b"BT /Extra 4 Tf 100 300 Td (x) Tj ET")).get("V409") == "fail"
