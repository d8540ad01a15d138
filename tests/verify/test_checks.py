"""Every check passes a good copy and fails a spoilt one, with the right code and without the value."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from verify_copies import LABEL, NAME, PHONE, appended, codes, document_of, edited, good, letter, plan_for, with_output

from redactor import verify
from redactor.formats import Limits
from redactor.formats.pdf.redact import redact
from redactor.model import Status
from redactor.verify import Check, Evidence, View

WHITE = b"BT /Extra 12 Tf 1 g 72 400 Td "


def test_good_copy_passes_every_check() -> None:
    """Nothing is reported where nothing is wrong, and every check ran."""
    results = list(verify.run(verify.all_checks(), good()))
    assert [r.code for r in results] == [f"V4{i:02}" for i in range(1, 11)]
    assert {r.status for r in results} == {Status.PASS}, [r for r in results if r.status is not Status.PASS]


def _root(key: str, value: Callable[[pikepdf.Pdf], object]) -> Callable[[], View]:
    return lambda: edited(lambda pdf: pdf.Root.__setitem__(key, value(pdf)))


def _orphan() -> View:
    """An object that nothing points to, as an append-only save leaves it behind."""
    data = good().output
    at = data.rindex(b"startxref")
    body = b"900 0 obj\n(" + NAME.encode() + b")\nendobj\n"
    return with_output(data[:at] + body + data[at:])


def _revision(tmp_path: Path) -> View:
    """The good copy with an update appended, as an editor saves it."""
    path = tmp_path / "copy.pdf"
    path.write_bytes(good().output)
    with pymupdf.open(path) as document:
        document.xref_set_key(document.pdf_catalog(), "Lang", "(en-GB)")
        document.saveIncr()
    return with_output(path.read_bytes())


def _metadata() -> View:
    return edited(lambda pdf: pdf.trailer.Info.__setitem__("/Author", String(NAME)))


def _utf16_hex() -> View:
    return edited(lambda pdf: pdf.trailer.Info.__setitem__("/Title", String(b"\xfe\xff" + NAME.encode("utf-16-be"))))


def _outline() -> View:
    def add(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(f"Reply to {NAME}", 0))

    return edited(add)


def _form() -> View:
    """A form XObject among a page's resources that the page never draws."""

    def add(pdf: pikepdf.Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        form = pdf.make_stream(b"BT /F1 12 Tf [(Zebr) 10 (owska)] TJ ET")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 100])
        form.Resources = Dictionary(Font=Dictionary(F1=font))
        pdf.pages[0].obj.Resources.XObject = Dictionary(Unused=form)

    return edited(add)


def _attachment() -> View:
    def add(pdf: pikepdf.Pdf) -> None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("note.txt", f"about {NAME}")
        pdf.attachments["note.zip"] = pikepdf.AttachedFileSpec(pdf, packed.getvalue())

    return edited(add)


def _annotation(value: str = "a note") -> View:
    def add(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 0, 0]), Contents=String(value), F=2)
        pdf.pages[0].obj.Annots = pdf.make_indirect(Array([pdf.make_indirect(note)]))

    return edited(add)


def _link(uri: str) -> View:
    def add(pdf: pikepdf.Pdf) -> None:
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([72, 700, 99, 710]), Border=Array([0, 0, 0]),
            A=Dictionary(S=Name.URI, URI=String(uri)),
        )  # fmt: skip
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])

    return edited(add)


def _repainted(*, shift: float = 0.0, alpha: float = 1.0) -> View:
    """A copy whose text is gone, with boxes painted by hand: beside their place, or half transparent."""
    data = letter()
    plan = good().plan
    assert plan is not None
    unlabelled = replace(plan, redactions=tuple(replace(r, label="") for r in plan.redactions))
    bare = redact(data, document_of(data), replace(unlabelled, fill=(1.0, 1.0, 1.0)), Limits(), None).data
    with pikepdf.open(io.BytesIO(bare)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            page.obj.Resources.ExtGState = Dictionary(Alpha=Dictionary(ca=alpha))
            lines = ["q /Alpha gs 0 g"]
            for redaction in plan.redactions:
                for quad in redaction.quads if redaction.page == number else ():
                    x0, y0, x1, y1 = quad[0], quad[1], quad[6], quad[7]
                    lines.append(f"{x0} {842 - y1 - shift} {x1 - x0} {y1 - y0} re f")
            page.obj.Contents = Array([page.obj.Contents, pdf.make_stream("\n".join([*lines, "Q"]).encode())])
        out = io.BytesIO()
        pdf.save(out)
    return with_output(out.getvalue())


def _neighbour_eaten() -> View:
    """A copy whose redaction took more than its box shows: a word of another line, blanked in white."""
    data = letter()
    plan = good().plan
    assert plan is not None
    with pymupdf.open(stream=data) as document:
        quad = document[0].search_for("Nothing", quads=True)[0]
    box = (*quad.ul, *quad.ur, *quad.ll, *quad.lr)
    more = replace(plan.redactions[0], quads=(*plan.redactions[0].quads, box))
    made = redact(data, document_of(data), replace(plan, redactions=(more, *plan.redactions[1:])), Limits(), None)
    return with_output(made.data)


def _page_removed() -> View:
    return edited(lambda pdf: pdf.pages.__delitem__(1))


SPOILT: dict[str, tuple[Callable[[], View], set[str]]] = {
    "orphan object": (_orphan, {"V403", "V404"}),
    "trailing bytes": (lambda: with_output(good().output + b"\nhello"), {"V404"}),
    "bytes before the header": (lambda: with_output(b"\n\n" + good().output), {"V404"}),
    "metadata": (_metadata, {"V403", "V408"}),
    "UTF-16 string": (_utf16_hex, {"V403"}),
    "bookmark": (_outline, {"V403"}),
    "unused form": (_form, {"V402", "V403"}),
    "TJ-split text": (lambda: appended(WHITE + b"[(Zeb) 20 (row) -30 (ska)] TJ ET"), {"V402", "V403", "V409"}),
    "white text": (lambda: appended(WHITE + b"(Zebrowska) Tj ET"), {"V402", "V403", "V409"}),
    "name over two strings": (lambda: appended(WHITE + b"(Zebro) Tj (wska) Tj ET"), {"V402", "V403", "V409"}),
    "short name": (lambda: appended(WHITE + b"(Ask Li now) Tj ET"), {"V402", "V409"}),
    "word that only looks like a short name": (lambda: appended(WHITE + b"(police li) Tj ET"), {"V409"}),
    "number spaced otherwise": (lambda: appended(WHITE + b"(01632-960417) Tj ET"), {"V402", "V403", "V409"}),
    "extra visible word": (lambda: appended(b"BT /Extra 12 Tf 72 400 Td (sorry) Tj ET"), {"V405", "V409"}),
    "pixels 30 points away": (lambda: appended(b"0 g 250 718 4 4 re f"), {"V405"}),
    "box moved by 10 points": (lambda: _repainted(shift=10), {"V405", "V407"}),
    "box at 90 % opacity": (lambda: _repainted(alpha=0.9), {"V407"}),
    "neighbour eaten": (_neighbour_eaten, {"V405", "V409"}),
    "annotation": (_annotation, {"V408"}),
    "annotation with the name": (lambda: _annotation(NAME), {"V403", "V408"}),
    "attachment": (_attachment, {"V403", "V408"}),
    "JavaScript": (_root("/OpenAction", lambda _: Dictionary(S=Name.JavaScript, JS=String("app.beep(0)"))), {"V408"}),
    "XFA form": (_root("/AcroForm", lambda p: Dictionary(Fields=Array(), XFA=p.make_stream(b"<x/>"))), {"V408"}),
    "private data": (_root("/PieceInfo", lambda _: Dictionary(App=Dictionary())), {"V408"}),
    "unknown key": (_root("/Secret", lambda _: String("abc")), {"V408"}),
    "metadata stream": (_root("/Metadata", lambda p: Stream(p, b"<x>creator</x>")), set()),
    "link to a script": (lambda: _link("javascript:alert(1)"), {"V408"}),
    "link to a file": (lambda: _link("file:///server/share"), {"V408"}),
    "link to the web": (lambda: _link("https://www.example.org/"), set()),
    "page removed": (_page_removed, {"V401", "V405", "V407", "V409"}),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_spoilt_copy_fails_exactly(fault: str) -> None:
    """Each fault is reported by the checks that are there for it, and by no other."""
    spoil, expected = SPOILT[fault]
    view = spoil()
    assert codes(view) == dict.fromkeys(sorted(expected), "fail")
    for result in verify.run(verify.all_checks(), view):
        assert NAME not in result.evidence
        assert PHONE not in result.evidence


def test_second_revision_fails(tmp_path: Path) -> None:
    """An appended update leaves the state before it in the file."""
    assert codes(_revision(tmp_path)) == {"V404": "fail"}


def test_object_that_nothing_needs_fails() -> None:
    """An object the table knows and no page reaches is what an editor leaves behind."""
    with pymupdf.open(stream=good().output) as document:
        number = document.get_new_xref()
        document.update_object(number, f"<</Note ({NAME})>>")
        data = document.tobytes(garbage=0)
    assert codes(with_output(data)) == {"V403": "fail", "V404": "fail"}


def test_encrypted_copy_fails() -> None:
    """What nobody can open nobody has checked."""
    with pikepdf.open(io.BytesIO(good().output)) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    found = codes(with_output(out.getvalue()))
    assert found["V401"] == "fail"
    assert {"V402", "V403", "V404", "V405", "V407", "V408", "V409"} <= found.keys()


@pytest.mark.parametrize(("cut", "shows"), [(0.0, False), (0.24, True), (0.4, True)])
def test_drawing_that_shows_beside_a_low_box_fails(cut: float, shows: bool) -> None:
    """A box may give way to the next line's letters, but not so that what it hides shows."""
    plan = good().plan
    assert plan is not None
    with pymupdf.open(stream=letter()) as document:
        for redaction in plan.redactions:
            for quad in redaction.quads:
                for x in range(int(quad[0]), int(quad[2]) - 8, 8):
                    document[redaction.page - 1].draw_line((x, quad[1]), (x + 8, quad[7]), color=(0.5, 0, 0), width=1)
        original = document.tobytes()
        for redaction in plan.redactions:
            for quad in redaction.quads:
                off = cut * (quad[7] - quad[1])
                page = document[redaction.page - 1]
                page.draw_rect((quad[0] - 2, quad[1] + off, quad[2] + 2, quad[7] - off), fill=(0, 0, 0), width=0)
        covered = document.tobytes()
    assert ("V407" in codes(replace(good(), output=covered, original=original))) is shows


def test_copy_with_the_originals_identifier_fails() -> None:
    """The identifier would tie the copy to the unredacted file."""
    source, copy = io.BytesIO(), io.BytesIO()
    with pikepdf.open(io.BytesIO(letter())) as pdf:
        pdf.save(source)
    with pikepdf.open(source) as original, pikepdf.open(io.BytesIO(good().output)) as pdf:
        pdf.trailer.ID = Array([String(bytes(original.trailer.ID[0])), String(b"another")])
        pdf.save(copy)
    assert codes(replace(good(), output=copy.getvalue(), original=source.getvalue())) == {"V404": "fail"}


def test_unredacted_letter_fails() -> None:
    """A file in which nothing was removed fails the checks for text, boxes and labels, and is not mistaken for a copy."""
    assert {"V402", "V403", "V407"} <= codes(with_output(letter())).keys()


def test_damaged_copy_is_never_a_pass() -> None:
    """A file cut short, and bytes that are no PDF at all, fail or stop every check that reads the copy."""
    for data in (good().output[:-200], b"%PDF-1.7 nonsense", b""):
        found = codes(with_output(data))
        assert found["V401"] in ("fail", "error")
        assert {"V402", "V403", "V404", "V405", "V407", "V408", "V409"} <= found.keys()


def test_missing_search_fails() -> None:
    """Where nobody ran the recognizers again, that is said, not passed over."""
    assert codes(replace(good(), find=None)) == {"V406": "fail"}


def test_what_the_search_still_finds_fails() -> None:
    """One failure a finding, with its page."""
    view = replace(good(), find=lambda _: [("F-9", 2), ("F-10", None)])
    results = [r for r in verify.run(verify.all_checks(), view) if r.status is not Status.PASS]
    assert [(r.code, r.page) for r in results] == [("V406", 2), ("V406", None)]


def test_redactions_without_values_fail() -> None:
    """A plan with words to remove and no values to look for proves nothing."""
    assert codes(replace(good(), removed=())) == {"V402": "fail"}


def test_copy_alone_is_checked_as_far_as_possible() -> None:
    """Without original and plan the checks that need neither still run; nothing passes for a search for nothing."""
    view = View(good().output, find=lambda _: ())
    assert [r.code for r in verify.run(verify.all_checks(), view)] == ["V401", "V404", "V406", "V408"]
    assert codes(view) == {}


def test_check_that_raises_is_an_error() -> None:
    """A proof that could not be finished is no proof."""

    def breaks(view: View) -> Evidence:
        raise RuntimeError(NAME)

    broken = Check("V499", "breaks", "V499 breaks: always.", __name__, False, False, False, breaks)
    (result,) = verify.run([broken], good())
    assert result.status is Status.ERROR
    assert NAME not in result.evidence


@pytest.mark.parametrize("rotation", [90, 180, 270])
@pytest.mark.parametrize("unit", [1, 2])
def test_rotated_cropped_scaled_pages_pass_when_good_and_fail_when_not(rotation: int, unit: int) -> None:
    """Boxes are found on the picture of a page whatever its rotation, crop box and user unit."""
    with pikepdf.open(io.BytesIO(letter())) as pdf:
        for page in pdf.pages:
            page.obj.Rotate, page.obj.CropBox = rotation, Array([40, 200, 560, 800])
            if unit > 1:
                page.obj.UserUnit = unit
        out = io.BytesIO()
        pdf.save(out)
    data = out.getvalue()
    plan = _derotated(data)
    assert plan.redactions
    made = redact(data, document_of(data), plan, Limits(), None)
    view = replace(good(), output=made.data, original=data, plan=plan, changed=made.changed)
    assert codes(view) == {}
    moved = tuple(
        replace(r, quads=tuple(tuple(v + 30 * unit * (i % 2) for i, v in enumerate(q)) for q in r.quads))
        for r in plan.redactions
    )
    assert "V407" in codes(replace(view, plan=replace(plan, redactions=moved)))


def _derotated(data: bytes):  # type: ignore[no-untyped-def]
    with pymupdf.open(stream=data) as document:
        for page in document:
            page.set_rotation(0)
        return plan_for(document.tobytes(), NAME, PHONE, "Li")


def test_labels_are_those_of_the_plan() -> None:
    """A box that carries another label than the plan's is reported: its letters are nobody's."""
    plan = good().plan
    assert plan is not None
    other = replace(plan, redactions=tuple(replace(r, label="s31(1)") for r in plan.redactions))
    assert LABEL not in "s31(1)"
    assert codes(replace(good(), plan=other)) == {"V407": "fail", "V409": "fail"}
