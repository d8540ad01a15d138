"""What the second reader says: letters that only it finds, and words that only it puts together."""

from __future__ import annotations

import pymupdf
import pytest
from engine_made import engine
from formats.pdf_carriers import TERM, letter, saved
from formats.pdf_made import kinds, lines, read

from redactor import Case, Requester, Verdict

SHUFFLED = (3, 1, 8, 0, 2, 7, 5, 4, 6)
BACKWARDS = tuple(range(len(TERM)))[::-1]


def letter_by_letter(order):
    """Return a letter with a name whose letters stand where they belong and are drawn in some order."""
    pdf, font, places = letter(), pymupdf.Font("helv"), [72.0]
    for char in TERM:
        places.append(places[-1] + 12 * font.glyph_advance(ord(char)))
    page = pdf.pages[0].obj
    drawn = " ".join(f"1 0 0 1 {places[at]:.2f} 500 Tm ({TERM[at]}) Tj" for at in order)
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + f" BT /F1 12 Tf {drawn} ET".encode())
    return saved(pdf)


@pytest.mark.parametrize("order", [SHUFFLED, BACKWARDS])
def test_letters_drawn_out_of_turn_are_never_passed_over(tmp_path, order):
    """A person reads the name; a reader that goes by the order of drawing may spell nothing."""
    source = tmp_path / "source.pdf"
    source.write_bytes(letter_by_letter(order))
    report = engine().check(source, case=Case(requester=Requester(names=(TERM,))))
    assert report.verdict is not Verdict.READY
    assert "D511" in {issue.code for issue in report.issues}


@pytest.mark.parametrize(
    "data",
    [
        letter_by_letter(range(len(TERM))),
        lines("A name that is hyphenated, Zebrow-", "ski, on the next line, and naïve café façades"),
    ],
)
def test_words_that_both_put_together_are_no_difference(data):
    """However they were drawn, broken or accented."""
    assert "engines-disagree" not in kinds(read(data))
