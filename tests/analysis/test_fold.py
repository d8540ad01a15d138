"""Folding: differently written characters become equal, and nothing else changes."""

from __future__ import annotations

import pytest

from redactor.analysis.fold import fold, fold_line


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("\ufb01nal o\ufb03ce \ufb06", "final office st"),
        ("Hol\u00adlo\u200bway\ufeff", "Holloway"),
        ("\u202eHolloway\u202c", "Holloway"),
        ("ab\u00a0b\u2009c\u3000d", "ab b c d"),
        ("O\u2019Neill \u201cx\u201d", 'O\'Neill "x"'),
        ("01632\u2010960\u2011123", "01632-960-123"),
        ("01632\u2013960123", "01632-960123"),
        ("yes \u2013 no \u2014 maybe", "yes \u2013 no \u2014 maybe"),
        ("\uff10\uff11\uff16\uff13\uff12", "01632"),
        ("H\u043ell\u043ew\u0430y", "Holloway"),
        ("j\u0430ne@ex\u0430mple.org", "jane@example.org"),
        ("Zoe\u0308", "Zo\u00eb"),
        ("a    b", "a b"),
        ("a  \t b", "a\tb"),
        ("Mr H o l l o w a y here", "Mr Holloway here"),
        ("(J a n e), too", "(Jane), too"),
        ("0 1 6 3 2 9 6 0 1 2 3", "01632960123"),
        ("  both ends  ", "both ends"),
        ("4417\u00b9", "4417\u00b9"),
    ],
)
def test_what_is_folded(raw, folded):
    """Each kind of disguise becomes plain text."""
    assert fold(raw) == folded


@pytest.mark.parametrize(
    "text",
    [
        "\u041c\u043e\u0441\u043a\u0432\u0430",
        "\u0391\u03b8\u03ae\u03bd\u03b1",
        "A B C of it",
        "Se\u00e1n \u00d3 Briain",
        "I a m",
        "1 2 3",
    ],
)
def test_what_is_left_alone(text):
    """Words in another script, accents and short runs of single letters stay as they are."""
    assert fold(text) == text


def test_offsets_of_wide_set_letters():
    """A letter-spaced word leads back to its first and last letter."""
    text, starts, ends = fold_line("to H o l l o w a y now", 10)
    at = text.index("Holloway")
    assert (starts[at], ends[at + 7]) == (13, 28)
