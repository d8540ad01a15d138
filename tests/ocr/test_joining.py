"""Two readings become one: nothing read is lost, and the second reader's word alone explains no ink."""

from __future__ import annotations

import pytest
from PIL import Image

from redactor.ocr.joining import doubtful, join, touches, unclear
from redactor.ocr.prepare import Prepared
from redactor.ocr.reading import Reading, TextLine, Word

SHEET = Prepared(Image.new("L", (1200, 900), 255), 144.0)


def line(*words, top=100):
    """Return a line of words given as text, left edge and confidence; ten pixels a letter."""
    made = tuple(
        Word(
            text,
            (left, top, left + 10.0 * len(text), top + 20),
            tuple((left + 10.0 * at, left + 10.0 * at + 10) for at in range(len(text))),
            confidence,
        )
        for text, left, confidence in words
    )
    return TextLine(made, (made[0].box[0] - 3, top - 3, made[-1].box[2] + 3, top + 23))


def nothing(_box):
    """Read nothing, as Tesseract does of a scribble."""
    return Reading(())


def said(*lines):
    """Return a reader of single lines that reads these."""
    return lambda _box: Reading(lines)


def texts(reading):
    return [[word.text for word in one.words] for one in reading.lines]


def sure(reading):
    return {word.text for word in reading.words if word.sure}


def test_agreement_settles_a_doubt():
    """The same letters from both: a word that was read, and no more a question."""
    first = Reading((line(("Dear", 0, 95.0), ("Zebrowski", 60, 40.0)),))
    joined = join(first, Reading((line(("Dear", 0, 99.0), ("Zebrowski,", 60, 96.0)),)), nothing)
    assert texts(joined.reading) == [["Dear", "Zebrowski"]]
    assert sure(joined.reading) == {"Dear", "Zebrowski"}
    assert joined.others.lines == ()


def test_a_hesitant_second_reader_settles_nothing():
    """Its least certain letter counts."""
    first = Reading((line(("Zebrowski", 60, 40.0)),))
    joined = join(first, Reading((line(("Zebrowski", 60, 89.0)),)), nothing)
    assert sure(joined.reading) == set() and texts(joined.reading) == [["Zebrowski"]]


@pytest.mark.parametrize("certain", [60.0, 100.0])
def test_a_doubtful_word_gives_way_and_both_are_searched(certain):
    """The other line is kept as a whole, so that a recognizer has its context."""
    ours = line(("Dear", 0, 95.0), ("Lornbavd", 60, 40.0))
    joined = join(Reading((ours,)), Reading((line(("Dear", 0, 99.0), ("Lombard", 60, certain)),)), nothing)
    assert texts(joined.reading) == [["Dear", "Lombard"]]
    assert texts(joined.others) == [["Dear", "Lornbavd"]]
    assert sure(joined.reading) == {"Dear"}, "one reader's word explains no ink, however certain"


def test_a_line_read_alone_may_agree():
    """Print that the page around it spoilt for the first reader."""
    theirs = line(("Dear", 0, 99.0), ("Lombard", 60, 97.0))
    alone = said(line(("Dear", 2, 95.0), ("Lombard", 61, 30.0)))
    joined = join(Reading((line(("Dear", 0, 95.0), ("Lornbavd", 60, 40.0)),)), Reading((theirs,)), alone)
    assert sure(joined.reading) == {"Dear", "Lombard"}


def test_print_that_the_first_reader_lost_is_read():
    """Words that it has not at all: text at once, and explained where it agrees after all."""
    theirs = Reading((line(("Upper", 0, 99.0), ("Northvale", 60, 99.0)),))
    guessed = join(Reading(()), theirs, nothing)
    assert texts(guessed.reading) == [["Upper", "Northvale"]] and sure(guessed.reading) == set()
    agreed = join(Reading(()), theirs, said(line(("Upper", 0, 80.0), ("Northvole", 60, 80.0))))
    assert sure(agreed.reading) == {"Upper"}


def test_one_letter_is_any_loop_of_a_pen():
    """Both may take it for an m."""
    joined = join(Reading((line(("m", 0, 30.0)),)), Reading((line(("m", 0, 100.0)),)), said(line(("m", 0, 90.0))))
    assert sure(joined.reading) == set()


def test_what_the_first_reader_is_sure_of_stays_and_the_other_is_searched():
    """FOl for FOI is the second reader's mistake as often as not."""
    first = Reading((line(("Iain", 0, 92.0), ("came", 60, 95.0)),))
    joined = join(first, Reading((line(("lain", 0, 99.0), ("came", 60, 99.0)),)), nothing)
    assert joined.reading == first
    assert texts(joined.others) == [["lain", "came"]]


def test_a_number_with_a_letter_like_its_figure_is_no_difference():
    """O for 0 and l for 1 among figures are tolerated by whoever looks for numbers."""
    first = Reading(
        (
            line(
                ("FOI-2025-0318", 0, 92.0),
            ),
        )
    )
    assert join(first, Reading((line(("FOl-2025-0318", 0, 99.0)),)), nothing).others.lines == ()


def test_other_lines_are_left_as_they_are():
    """Also their letters' places."""
    other = line(("Unrelated", 0, 95.0), top=300)
    first = Reading((line(("Lornbavd", 60, 40.0)), other))
    joined = join(first, Reading((line(("Lombard", 60, 97.0)),)), nothing)
    assert other in joined.reading.lines


def test_no_word_is_read_by_nobody():
    """Every word of either reader is in one of the two results."""
    first = Reading((line(("One", 0, 95.0), ("tvvo", 50, 30.0), ("three", 120, 20.0), ("four", 200, 10.0)),))
    second = Reading((line(("0ne", 0, 99.0), ("two", 50, 70.0), ("thnee", 120, 40.0), ("five", 300, 20.0)),))
    joined = join(first, second, nothing)
    read = {word.text for word in (*joined.reading.words, *joined.others.words)}
    assert {word.text for word in (*first.words, *second.words)} <= read


def test_a_clear_page_has_nothing_to_look_at_twice():
    """Punctuation, dirt and what is too large for print do not count."""
    clear = Reading((line(("Dear", 0, 95.0), ("—", 60, 10.0)),))
    assert not doubtful(SHEET, clear, [(0, 0, 300, 200), (0, 0, 5, 5)])
    assert doubtful(SHEET, clear, [(0, 0, 60, 24)])
    assert doubtful(SHEET, Reading((line(("Dear", 0, 59.0)),)), [])


def test_ink_without_any_word_is_looked_at_whatever_its_size():
    """Grain runs lines of print together; an empty page has nothing to look at."""
    assert doubtful(SHEET, Reading(()), [(0, 0, 600, 400)])
    assert unclear(SHEET, Reading(()), [(0, 0, 600, 400)]) == [(0, 0, 600, 400)]
    assert not doubtful(SHEET, Reading(()), [])


def test_only_unclear_places_are_read_again():
    """Words that the first reader was quite certain of cost nothing."""
    reading = Reading((line(("Dear", 0, 95.0), ("Lombard", 60, 80.0)),))
    assert unclear(SHEET, reading, [(0, 300, 60, 324), (0, 300, 400, 600)]) == [
        reading.words[1].box,
        (0, 300, 60, 324),
    ]
    assert touches((0, 90, 500, 125), reading.words[1].box)
    assert not touches((0, 118, 500, 150), reading.words[1].box)
