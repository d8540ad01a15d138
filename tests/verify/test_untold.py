"""Words that leave no gap though no line was set anew for them: beyond the page's edge, and in a form field that goes black.

V410 lets them pass because nothing on the page is as wide as they were; each test has the neighbour that it must not let pass.
"""

from __future__ import annotations

from dataclasses import replace

import pymupdf
import pytest
from engine_made import CASE, REQUESTER, engine, read
from formats.pdf_tools import box, drawn, find, pixels, run

from redactor.model import Redaction, RedactionPlan, Verdict, Width, quad_of
from redactor.verify import View, all_checks
from redactor.verify import run as prove
from redactor.verify.relaid import untold

PAGE = (0.0, 0.0, 400.0, 300.0)
FIELD = (100.0, 100.0, 300.0, 160.0)


def name_at(*place: float) -> Redaction:
    return Redaction("F-name", 1, (quad_of(place),), "s40(2)", "PERSON", width=Width.RESET)


def field_at(*place: float) -> Redaction:
    return replace(box(*place), form_field=True)


@pytest.mark.parametrize(
    ("place", "gaps"),
    [((420, 50, 480, 62), 0), ((-80, 50, -10, 62), 0), ((100, 310, 160, 322), 0), ((380, 50, 430, 62), 1), ((50, 50, 110, 62), 1)],
)  # fmt: skip
def test_only_what_lies_wholly_beyond_the_edge_leaves_no_gap(place, gaps):
    """One letter on the page has neighbours."""
    assert untold([name_at(*place)], (), PAGE) == (gaps, 0)


@pytest.mark.parametrize(
    ("place", "gaps"),
    [((110, 110, 170, 122), 0), ((110, 98, 170, 110), 0), ((90, 110, 150, 122), 1), ((110, 150, 170, 172), 1), ((10, 110, 70, 122), 1)],
)  # fmt: skip
def test_only_words_in_a_field_are_hidden_by_it(place, gaps):
    """Those that stick out, or stand beside it, have a gap of their own."""
    assert untold([name_at(*place), field_at(*FIELD)], (), PAGE) == (gaps, 0)
    assert untold([name_at(*place), box(*FIELD)], (), PAGE) == (1, 0), "a box that is no field's was made for the words"


def test_a_field_that_did_not_go_black_is_told():
    """What V410 leaves to the field, V407 sees to."""
    data = drawn(lambda sheet, page: sheet.drawString(110, 180, "Wolstenholme"))
    (name,) = find(data, "Wolstenholme")
    plan = RedactionPlan((replace(name, width=Width.RESET), field_at(*FIELD)))
    white = run(data, replace(name, width=Width.GAP))
    black = run(data, *plan.redactions)

    def failed(made):
        checks = [check for check in all_checks() if check.code in {"V405", "V407", "V410"}]
        view = View(made.data, original=data, plan=plan, changed=made.changed, lines=made.lines)
        return {result.code for result in prove(checks, view) if result.status.failed}

    assert "V407" in failed(white)
    assert not failed(black)


def test_a_name_beyond_the_edge_leaves_the_page_as_it_was(tmp_path):
    """No black band goes across a page on which nothing was to be seen; and the name is gone."""
    source, copy = tmp_path / "a.pdf", tmp_path / "b.pdf"

    def draw(sheet, page):
        sheet.drawString(40, 250, "Nobody is named in this line.")
        sheet.drawString(700, 150, f"Dear {REQUESTER}")

    source.write_bytes(drawn(draw))
    report = engine().redact(source, copy, case=CASE)
    assert report.verdict is Verdict.READY
    assert (pixels(source.read_bytes()) == pixels(copy.read_bytes())).all()
    assert read(copy) == "Nobodyisnamedinthisline"


def form(path, place, value, *, beside=""):
    """Write a page with a text field of several lines, and words to its left."""
    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        page.insert_text((72, 140), "Please see below for what we hold.", fontsize=11)
        page.insert_text((72, place[1] + 14), beside, fontsize=11)
        field = pymupdf.Widget()
        field.field_type, field.field_name = pymupdf.PDF_WIDGET_TYPE_TEXT, "remarks"
        field.field_flags = pymupdf.PDF_TX_FIELD_IS_MULTILINE
        field.field_value, field.rect, field.text_fontsize = value, pymupdf.Rect(place), 10
        page.add_widget(field)
        document.save(path)
    return path


def test_a_field_of_several_lines_goes_as_a_whole(tmp_path):
    """No line of it is left under the black, and nothing tells the width of the name in it."""
    words = f"The complaint of {REQUESTER}\nwas heard on Monday in room nine\nand closed without further steps"
    source = form(tmp_path / "a.pdf", (150, 200, 400, 290), words)
    report = engine().redact(source, tmp_path / "b.pdf", case=CASE)
    assert report.verdict is Verdict.READY
    assert read(tmp_path / "b.pdf") == "Pleaseseebelowforwhatwehold" + "s402"
    assert not any("fit the gap" in detail for detail in report.details.values())


def test_a_line_beside_a_field_is_set_anew_up_to_the_field(tmp_path):
    """The words of the line stay, and the field stays where it was."""
    source = form(
        tmp_path / "a.pdf", (300, 200, 450, 260), f"Seen with {REQUESTER} on Monday", beside="Ms Okonkwo-Reid said:"
    )
    report = engine().redact(source, tmp_path / "b.pdf", case=CASE)
    assert report.verdict is Verdict.READY
    assert "said" in read(tmp_path / "b.pdf")
