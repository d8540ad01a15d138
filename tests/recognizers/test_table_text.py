"""Tables in plain text are read by their lines; the text's letters are made plain in their places."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizers.table_text import heading_over, plain, words_of


@pytest.mark.parametrize(
    "text",
    [
        "Name | Payroll no | Grade\nA Marlow | 123456 | C1",
        "Name\tPayroll no\tGrade\nA Marlow\t123456\tC1",
        "Name,Payroll no,Grade\nA Marlow,123456,C1",
        "Name    Payroll no    Grade\nA Marlow    123456    C1",
        "| Name | Payroll no |\n|---|---|\n| A Marlow | 123456 |",
        "Table 1\nName | Payroll no\nB Poole | 234567\nA Marlow | 123456",
    ],
)
def test_the_heading_of_a_column_is_found(text):
    """Bars, tabs, commas and wide gaps part cells; the first line of as many cells holds the headings."""
    assert heading_over(text, text.index("123456")) == "Payroll no"


@pytest.mark.parametrize(
    "text",
    [
        "123456",
        "Payroll no | 123456",
        "Name | Payroll no | Grade\nA Marlow | 123456",
        "Payroll no | Grade\n\n123456 | C1",
        "Name | " + "a very long heading " * 4 + "\nA | 123456",
    ],
)
def test_a_line_alone_or_of_other_cells_has_no_heading(text):
    """A row of another number of cells is of another table; a sentence is no heading."""
    assert heading_over(text, text.index("123456")) is None


@given(st.text())
def test_plain_text_keeps_every_place(text):
    """One character stands for one, so that offsets hold; doing it twice changes nothing."""
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)


def test_plain_text_has_plain_spaces_hyphens_and_quotes():
    """What typesetters put in reads as what people type."""
    assert plain("12\u201134\u00a056\u2019s 1\u22152 \uff13") == "12-34 56's 1/2 3"


def test_words_hold_single_letters_joined():
    """The short form "A/C" is looked for as one word and as its letters."""
    assert {"sort", "a/c", "a", "c", "h&c"} <= words_of("Sort A/C, h&c")


def test_long_tables_are_read_once():
    """A heading is looked up in a moment however many rows there are."""
    text = "Name | Payroll no\n" + "A | 1\n" * 30_000
    started = time.process_time()
    for start in range(20, len(text), 60):
        heading_over(text, start)
    assert time.process_time() - started < 2
