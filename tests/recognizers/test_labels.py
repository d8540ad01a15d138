"""A label names its value before it, behind it in brackets, and over its column; other words break the tie."""

from __future__ import annotations

import pytest

from recognizers.labels import is_own_reference, is_scanned, is_statistic, label

PAYROLL = label("payroll (?:no|number)s?", cues="payroll no|payroll number")


@pytest.mark.parametrize(
    "text",
    [
        "Payroll no 123456",
        "PAYROLL NUMBER: 123456",
        "payroll number is 123456",
        "payroll\nnumber\n123456",
        "payroll number (if known): 123456",
        "payroll number (6 digits) 123456",
        "payroll number of Ann Marlow: 123456",
        "payroll no. for Mr A Marlow is 123456",
        "his payroll number, which was given as 123456",
        "123456 (payroll number)",
        "123456 [his payroll no.]",
        "Name | Payroll no\nMarlow | 123456",
    ],
)
def test_a_label_names_its_value(text):
    """Punctuation, small words, a bracket and a name may part them."""
    start = text.index("123456")
    assert PAYROLL.names(text, start, start + 6)


@pytest.mark.parametrize(
    "text",
    [
        "123456",
        "payroll 123456",
        "payroll number withheld. Invoice 123456",
        "payroll number and the cost of 123456",
        "prepayroll number 123456",
        "123456 payroll numbers",
        "Name | Payroll no\nMarlow and 123456",
        "payroll number" + " " * 90 + "123456",
    ],
)
def test_other_words_or_distance_part_them(text):
    """What stands between must lead from the one to the other."""
    start = text.index("123456")
    assert not PAYROLL.names(text, start, start + 6)


@pytest.mark.parametrize(
    ("words", "may"), [({"payroll", "no"}, True), ({"payroll"}, False), ({"number", "payroll", "x"}, True)]
)
def test_cues_say_whether_to_look_at_all(words, may):
    """All the words of one alternative must be in the text."""
    assert PAYROLL.may_be_in(frozenset(words)) is may


@pytest.mark.parametrize(
    ("text", "own"), [("FOI 12345", True), ("FOI request no. 12345", True), ("FOIL 12345", False), ("12345", False)]
)
def test_a_request_knows_its_own_number(text, own):
    """The letter keeps its own reference."""
    assert is_own_reference(text, text.index("12345")) is own


@pytest.mark.parametrize(
    ("value", "text", "counts"),
    [
        ("1250", "staff numbers 1250", True),
        ("123456", "number of 123456", True),
        ("2024", "staff number 2024", True),
        ("2023/24", "ref 2023/24", True),
        ("12/06/2024", "ref 12/06/2024", True),
        ("FOI/2024/12", "ref FOI/2024/12", True),
        ("123456", "staff numbers 123456", False),
        ("1250", "staff number 1250", False),
        ("A1250", "staff numbers A1250", False),
    ],
)
def test_a_count_is_no_number_of_anybody(value, text, counts):
    """Plurals count, and so do years; a date and a request's number are other things."""
    assert is_statistic(value, text, text.index(value)) is counts


@pytest.mark.parametrize(("value", "scanned"), [("I2 34 S6", True), ("MORGA657054SM9IJ", True), ("is 1", False)])
def test_a_word_is_no_scanned_number(value, scanned):
    """Three digits at least, and one in three."""
    assert is_scanned(value) is scanned
