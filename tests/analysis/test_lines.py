"""How lines join: soft and hard breaks, hyphens, and addresses cut in two."""

from __future__ import annotations

import pytest
from typeset import segment, set_lines

from redactor.analysis.textmap import TextMap

FULL = "The quick brown officer reads the whole of the letter twice,"


def normal(*lines, **options):
    return TextMap.build([set_lines(*lines, **options)]).text


def test_a_full_line_goes_on_with_a_space():
    """A break that the column's width forced becomes a space."""
    assert normal(FULL, "and then signs it.") == f"{FULL} and then signs it."


@pytest.mark.parametrize(
    "lines",
    [
        ("Dear Ms Field", "Thank you for your request of the first of May, which we have now read."),
        ("Information Commissioner's Office", "Wycliffe House", "Water Lane", "Wilmslow"),
        (FULL, "1. Does the force use it"),
        (FULL, "- one"),
        (FULL, "(a) one"),
    ],
)
def test_a_writers_break_stays(lines):
    """Short lines, address lines and list items keep their breaks."""
    assert normal(*lines) == "\n".join(lines)


def test_a_new_paragraph_stays():
    """White between two lines beyond the usual step is a new paragraph."""
    upper = set_lines(FULL, FULL, FULL)
    lower = set_lines("begins anew", top=100 + 2 * 12 + 20)
    places = [*upper.quads, *lower.quads]
    both = segment(upper.text + lower.text, quads=type(upper.quads)(places))
    assert TextMap.build([both]).text == f"{FULL} {FULL} {FULL}\nbegins anew"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the man Zebrow-", "ski was there", "the man Zebrowski was there"),
        ("Ms Field-", "Jones was there", "Ms Field-Jones was there"),
        ("call 01632-", "960123 now", "call 01632-960123 now"),
        ("the Zebrow\u00ad", "ski file", "the Zebrowski file"),
        ("E-mail: FOI", "@council.example.org today", "E-mail: FOI@council.example.org today"),
        ("write to jane.field@", "council.example.org", "write to jane.field@council.example.org"),
        ("write to jane@council.", "example.org", "write to jane@council.example.org"),
        ("write to jane_", "field@example.org", "write to jane_field@example.org"),
        ("write to jane@coun", "cil.example.org.uk", "write to jane@council.example.org.uk"),
        ("write to first-", "last@example.org", "write to first-last@example.org"),
    ],
)
def test_cut_words_and_addresses_are_joined(first, second, joined):
    """A hyphen before a small letter goes; before a capital or a digit, and in an address, it stays."""
    assert normal(first, second) == joined


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Write to jane@example.org.", "Please reply"),
        ("Contact", "jane@example.org"),
        ("See above.", "jane@example.org"),
        ("Follow us", "@council"),
        ("a dash -", "and more"),
    ],
)
def test_whole_addresses_are_left_alone(first, second):
    """Two tokens of which one is an address already, or neither makes one, stay apart."""
    assert normal(first, second) == f"{first}\n{second}"


def test_an_address_is_joined_over_a_blank_line_without_places():
    """The domain that stands alone on a later line belongs to the word before it."""
    assert TextMap.build([segment("E-mail: FOI\n\n@council.example.org\n")]).text == "E-mail: FOI@council.example.org"


def test_a_link_cut_by_the_column_is_joined():
    """A web address cut at a slash by the column's width is one token again."""
    upper = "You can read more about this on https://www.example.org/a/"
    assert normal(upper, "long/path here") == f"{upper}long/path here"


def test_a_link_before_a_word_is_not_joined():
    """A sentence after a whole link does not become part of it."""
    assert normal("https://example.org/", "Call their helpline") == "https://example.org/\nCall their helpline"


def test_table_rows_keep_their_cells():
    """Cells are parted by a tab and rows by a line feed, so that two numbers never become one."""
    table = segment("Extension\t4417\nDesk\t21\n")
    assert TextMap.build([table]).text == "Extension\t4417\nDesk\t21"


def test_without_places_every_break_stays():
    """Where nothing is known about widths, a line feed is a line feed."""
    assert TextMap.build([segment(f"{FULL}\nand then signs it.")]).text == f"{FULL}\nand then signs it."


def test_a_word_cut_at_the_foot_of_a_column_is_joined():
    """The hyphen rule holds from one column to the next."""
    left = set_lines("the man Zebrow-", top=400)
    right = set_lines("ski was there", left=300, top=100)
    both = segment(left.text + right.text, quads=type(left.quads)([*left.quads, *right.quads]))
    assert TextMap.build([both]).text == "the man Zebrowski was there"


def beside(*blocks):
    """Return the text of blocks set one after the other, each given by its left edge, top and lines."""
    made = [set_lines(*lines, left=left, top=top) for left, top, lines in blocks]
    places = [place for one in made for place in one.quads]
    return TextMap.build([segment("".join(one.text for one in made), quads=type(made[0].quads)(places))]).text


@pytest.mark.parametrize(
    ("cell", "joined"),
    [
        (("Bartholomew", "Nystrom"), "Bartholomew Nystrom"),
        (("CR/", "0050031/25"), "CR/0050031/25"),
        (("Crime", "reference"), "Crime reference"),
        (("CAD", "118/30JAN25"), "CAD 118/30JAN25"),
        (("jane.field@", "example.org"), "jane.field@example.org"),
        (("Ottoline Ana", "Kaczmarek-", "Field"), "Ottoline Ana Kaczmarek-Field"),
    ],
)
def test_a_value_broken_in_a_cell_is_one_value(cell, joined):
    """Where the next word would have run into the cell beside it, the break is the typesetter's."""
    assert beside((50, 106, ["a"]), (60, 100, cell), (128, 106, ["7361"])) == f"a\n{joined}\n7361"


def test_a_writers_break_in_a_wide_cell_stays():
    """The lines of an address in a cell with room to spare keep their breaks."""
    address = ["Ms Field", "14 Tannery Row", "Aldersford"]
    assert beside((60, 100, address), (300, 106, ["7361"])) == "\n".join([*address, "7361"])


def test_a_hyphen_does_not_join_two_cells():
    """The end of one cell and the beginning of the next are not one word."""
    assert beside((60, 100, ["Case A-"]), (200, 100, ["Open"])) == "Case A-\nOpen"


def test_references_of_one_length_are_not_prose():
    """Lines of a reference block reach about as far as each other and are not joined for that."""
    block = ["Our ref: FOI-2025-0318", "Your ref: AV/ANPR/2025", "Direct dial: 01632 9601", "Date: Tuesday 3 June 2025"]
    assert normal(*block) == "\n".join(block)


@pytest.mark.parametrize(
    ("first", "second", "between"),
    [
        ("which was read and then answered by Inspector", "Kofi Ardwick, who has since left the force for good,", " "),
        (
            "which was written by the man who is called Idris",
            "Kowalczyk and was then lost by the post office again",
            " ",
        ),
        (
            "we have asked the office at the harbour of Aldersford",
            "Thank you for the letter that you sent to us in May",
            "\n",
        ),
        (
            "Information Commissioner's Office and Tribunal House",
            "Wycliffe House and the offices that belong to it now",
            "\n",
        ),
    ],
)
def test_a_name_over_the_end_of_a_ragged_line(first, second, between):
    """In prose a title or a forename that ends a line asks for the next word; a sentence or a heading does not."""
    full = "the quick brown officer reads the whole of the letter twice over again"
    got = normal(full, full, full, first, second, full, full)
    assert f"{first}{between}{second}" in got
