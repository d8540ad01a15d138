"""Lines set anew where a name was removed: they tell nothing of its width, keep their words, and go black where they must."""

from __future__ import annotations

from dataclasses import replace

import pymupdf
import pytest
from formats.pdf_tools import drawn, find
from formats.pdf_tools import run as redacted

from redactor.model import RedactionPlan, Width
from redactor.verify import View, all_checks
from redactor.verify import run as prove

SHORT, LONG = "Mr Li", "Mr Wolstenholme"


def letter(name, *, font="Times-Roman"):
    def draw(sheet, page):
        sheet.setFont(font, 9)
        for at, text in enumerate(
            ("The officer wrote to us.", f"We told {name} on 3 March that it was lost.", "He has not replied since.")
        ):
            sheet.drawString(40, 240 - 15 * at, text)

    return drawn(draw)


def made(data, *terms, width=Width.RESET):
    plan = RedactionPlan(tuple(replace(one, width=width) for one in find(data, *terms)))
    return plan, redacted(data, *plan.redactions)


def places(data):
    """Return every letter with its place, and every box."""
    with pymupdf.open(stream=data) as document:
        page = document[0]
        chars = [
            (char["c"], round(char["origin"][0], 1), round(char["origin"][1], 1))
            for block in page.get_text("rawdict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
            for char in span["chars"]
            if not char["c"].isspace()
        ]
        boxes = [tuple(round(number, 1) for number in drawing["rect"]) for drawing in page.get_drawings()]
    return sorted(chars), sorted(boxes)


def checks(data, plan, copy):
    view = View(copy.data, original=data, plan=plan, changed=copy.changed, lines=copy.lines)
    wanted = [check for check in all_checks() if check.code in {"V405", "V407", "V409", "V410"}]
    return {result.code: str(result.status) for result in prove(wanted, view)}


PASSED = {"V405": "pass", "V407": "pass", "V409": "pass", "V410": "pass"}


@pytest.mark.parametrize("font", ["Times-Roman", "Helvetica", "Courier", "Times-BoldItalic"])
@pytest.mark.parametrize("width", [Width.RESET, Width.BLOCK])
def test_a_short_and_a_long_name_leave_the_same_page(font, width):
    """Letter by letter and box by box; a gap would tell them apart."""
    short, long = (letter(name, font=font) for name in (SHORT, LONG))
    one, other = made(short, SHORT, width=width)[1], made(long, LONG, width=width)[1]
    assert places(one.data) == places(other.data)
    assert places(made(short, SHORT, width=Width.GAP)[1].data) != places(made(long, LONG, width=Width.GAP)[1].data)


def test_a_line_set_anew_keeps_its_words_in_order_with_the_code_among_them():
    """As text that can be searched and copied."""
    data = letter(LONG)
    plan, copy = made(data, LONG)
    with pymupdf.open(stream=copy.data) as document:
        text = " ".join(document[0].get_text(sort=True).split())
    assert text == "The officer wrote to us. We told s40(2) on 3 March that it was lost. He has not replied since."
    assert [line.blocked for line in copy.lines] == [False]
    assert checks(data, plan, copy) == PASSED


def test_lines_beside_it_stay_where_they_were():
    """To a tenth of a point."""
    data = letter(LONG)
    kept = [place for place in places(data)[0] if not 70 < place[2] < 76]
    assert kept == [place for place in places(made(data, LONG)[1].data)[0] if not 70 < place[2] < 76]
    assert len(kept) > 30


def test_block_takes_the_whole_line():
    """From margin to margin, and nothing of it can be read."""
    data = letter(LONG)
    plan, copy = made(data, LONG, width=Width.BLOCK)
    with pymupdf.open(stream=copy.data) as document:
        text = document[0].get_text()
    assert "March" not in text and "replied" in text
    assert checks(data, plan, copy) == PASSED


@pytest.mark.parametrize("width", [Width.RESET, Width.BLOCK])
@pytest.mark.parametrize("end", ["and of it nothing.", "and of it nothing at all."])
def test_a_black_line_does_not_tell_where_another_names_line_ended(width, end):
    """The longest line of a page is no margin for the others where a name was removed from it."""

    def page(name):
        def draw(sheet, _):
            sheet.setFont("Helvetica", 10)
            sheet.drawString(40, 240, f"We told {SHORT} of the loss.")
            sheet.drawString(40, 225, f"We also told {name} of every single thing that was lost there, {end}")
            sheet.drawString(40, 210, "A line from the margin on.")

        return drawn(draw)

    copies = [made(page(name), SHORT, name, width=width)[1] for name in ("Mr Ngo", "Mr Wolstenholme")]
    edges = [[box for box in places(copy.data)[1] if box[1] < 65] for copy in copies]
    assert edges[0] == edges[1] != []


def test_a_justified_line_that_sticks_out_by_a_hair_goes_black_as_far_as_the_others():
    """Producers round each letter, so that justified lines end within a point of each other, each name its own way."""

    def page(more):
        def draw(sheet, _):
            sheet.setFont("Helvetica", 10)
            sheet.drawString(40, 225, "A line from the margin on.")
            sheet.drawString(40, 240, f"We told {SHORT} of it.")
            sheet.drawRightString(360 + more, 240, "lost there.")

        return drawn(draw)

    copies = [made(page(more), SHORT, width=Width.BLOCK)[1] for more in (-0.4, 0.0, 0.6)]
    assert len({str(places(copy.data)[1]) for copy in copies}) == 1


@pytest.mark.parametrize("name", [SHORT, LONG])
def test_a_line_in_the_middle_of_the_page_does_not_tell_its_width_by_where_it_begins(name):
    """A centred heading is centred again, or goes black."""

    def draw(sheet, page):
        sheet.setFont("Helvetica", 12)
        sheet.drawCentredString(200, 200, f"The complaint of {name} of last May")
        sheet.drawString(40, 170, "A line from the margin on.")
        sheet.drawString(40, 155, "Another line from the margin on.")

    def other(sheet, page):
        sheet.setFont("Helvetica", 12)
        sheet.drawCentredString(200, 200, "The complaint of Mr Someone of last May")
        sheet.drawString(40, 170, "A line from the margin on.")
        sheet.drawString(40, 155, "Another line from the margin on.")

    one, two = drawn(draw), drawn(other)
    assert places(made(one, name)[1].data) == places(made(two, "Mr Someone")[1].data)


def test_justified_lines_lose_their_stretched_spaces():
    """The spaces alone tell half of the name."""

    def justified(name):
        def draw(sheet, page):
            sheet.setFont("Times-Roman", 11)
            words = ["We", "told", name, "about", "the", "loss", "of", "it."]
            used = sum(sheet.stringWidth(word) for word in words)
            gap, at = (320 - used) / (len(words) - 1), 40.0
            for word in words:
                sheet.drawString(at, 200, word)
                at += sheet.stringWidth(word) + gap
            sheet.drawString(40, 185, "The last line of the paragraph is not stretched, as is usual everywhere.")

        return drawn(draw)

    one, other = (made(justified(name), name)[1] for name in ("Ngo", "Wolstenholme"))
    assert places(one.data) == places(other.data)
    assert [line.blocked for line in one.lines] == [False]


def test_cells_beside_it_stay_in_their_columns():
    """A table is set anew cell by cell."""

    def draw(sheet, page):
        sheet.setFont("Helvetica", 10)
        for row, cells in enumerate(
            (("Rank", "Name", "Joined"), ("Constable", "Jan Wolstenholme", "2019"), ("Sergeant", "Ann Other", "2011"))
        ):
            for x, cell in zip((40, 140, 300), cells, strict=True):
                sheet.drawString(x, 220 - 18 * row, cell)

    data = drawn(draw)
    plan, copy = made(data, "Jan Wolstenholme")
    assert {("2", 300.0, 98.0), ("C", 40.0, 98.0)} <= set(places(copy.data)[0])
    assert checks(data, plan, copy) == PASSED


def test_cells_with_like_white_between_them_are_parted_by_their_rules():
    """Three gaps of one width are not the spaces of a justified line where a rule stands in them."""

    def draw(sheet, page):
        sheet.setFont("Helvetica", 10)
        x = 40
        for cell in ("118/30JAN", "0050448", "Ann Wolstenholme", "drive off"):
            sheet.drawString(x, 160, cell)
            x += page_width(cell) + 24
            sheet.line(x - 12, 150, x - 12, 175)
        sheet.drawString(40, 200, "Incident")

    def page_width(cell):
        return pymupdf.get_text_length(cell, fontname="helv", fontsize=10)

    data = drawn(draw)
    plan, copy = made(data, "Ann Wolstenholme")
    kept = {char for char in places(data)[0] if char[0] in "0123458/"}
    assert kept and kept <= set(places(copy.data)[0])
    assert checks(data, plan, copy) == PASSED


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_turned_text_is_set_anew_in_its_own_direction(angle):
    """Whichever way up it stands."""

    def draw(sheet, page):
        sheet.translate(200, 200)
        sheet.rotate(angle)
        sheet.setFont("Helvetica", 10)
        sheet.drawString(-100, 15, "The first line of three of them")
        sheet.drawString(-100, 0, f"We told {LONG} about it")
        sheet.drawString(-100, -15, "The last line of them")

    data = drawn(draw, size=(400, 400))
    plan, copy = made(data, LONG)
    assert [line.blocked for line in copy.lines] == [False]
    assert checks(data, plan, copy) == PASSED


def test_slanted_text_goes_black():
    """No line is set anew askew, and no gap is left either."""

    def draw(sheet, page):
        sheet.translate(200, 150)
        sheet.rotate(20)
        sheet.setFont("Helvetica", 10)
        sheet.drawString(-100, 0, f"We told {LONG} about it")

    data = drawn(draw)
    plan, copy = made(data, LONG)
    assert [line.blocked for line in copy.lines] == [True]
    assert checks(data, plan, copy) == PASSED


def test_an_underline_that_ended_at_the_name_goes():
    """It would say where the name ended."""

    def draw(sheet, page):
        sheet.setFont("Helvetica", 11)
        sheet.drawString(40, 200, f"We told {LONG} about it")
        sheet.rect(40 + sheet.stringWidth("We told "), 197, sheet.stringWidth(LONG) + 20, 0.6, stroke=0, fill=1)
        sheet.drawString(40, 180, "Another line from the margin on.")

    data = drawn(draw)
    with pymupdf.open(stream=made(data, LONG)[1].data) as document:
        assert not [one for one in document[0].get_drawings() if one["rect"].height < 2]


# What the verifier makes of a writer that errs


def test_a_gap_that_was_not_to_be_left_fails():
    """The writer has to declare a line for every name."""
    data = letter(LONG)
    plan, _ = made(data, LONG)
    gap = made(data, LONG, width=Width.GAP)[1]
    assert checks(data, plan, gap)["V410"] == "fail"


def test_a_line_declared_without_a_name_fails():
    """Nobody may hide a change by calling it a line set anew."""
    data = letter(LONG)
    plan, copy = made(data, LONG)
    away = tuple(number + (40 if at % 2 else 0) for at, number in enumerate(copy.lines[0].area))
    more = replace(copy, lines=(*copy.lines, replace(copy.lines[0], area=away, glyphs=(), labels=())))
    assert checks(data, plan, more)["V410"] == "fail"


def test_a_word_lost_from_a_line_set_anew_fails():
    """Held against the original letter by letter."""
    data = letter(LONG)
    plan, copy = made(data, LONG)
    other = made(data.replace(b"that it was lost", b"that it was lose"), LONG)[1]
    assert checks(data, plan, replace(other, lines=copy.lines))["V409"] == "fail"


def test_stretched_space_in_a_line_set_anew_fails():
    """A space that is not the typeface's own could be as wide as the name made it."""
    import io

    import pikepdf

    data = letter(LONG)
    plan, copy = made(data, LONG)
    with pikepdf.open(io.BytesIO(copy.data)) as pdf:
        page = pdf.pages[0]
        content = page.Contents.read_bytes()
        head, tail = content.rsplit(b"/RedactorFacetiro", 1)
        size, rest = tail.split(b"Tf\n", 1)
        numbers, after = rest.split(b" Tm", 1)
        parts = numbers.split()
        parts[4] = b"%.3f" % (float(parts[4]) + 4)
        page.Contents = pdf.make_stream(
            head + b"/RedactorFacetiro" + size + b"Tf\n" + b" ".join(parts) + b" Tm" + after
        )
        out = io.BytesIO()
        pdf.save(out)
    assert checks(data, plan, replace(copy, data=out.getvalue()))["V410"] == "fail"
