"""The kind of a letter, measured on openings of every kind."""

from __future__ import annotations

from collections import Counter

import pytest
from kinds_made import OPENINGS
from kinds_more import MORE
from letters_made import letter

from redactor.letter import LetterKind


def test_the_kind_is_right_in_nineteen_of_twenty() -> None:
    """Precision and recall of every kind together are at least 0.95, and no kind is recognised less than 3 times in 4."""
    right: Counter[LetterKind] = Counter()
    wanted: Counter[LetterKind] = Counter()
    for kind, text in OPENINGS:
        wanted[kind] += 1
        right[kind] += letter(text).kind.kind is kind
    print(sum(wanted.values()), "openings, right:", round(right.total() / wanted.total(), 3))  # noqa: T201  # the measured figures, shown by pytest -s
    assert len(OPENINGS) >= 40
    assert set(wanted) == set(LetterKind)
    assert right.total() / wanted.total() >= 0.95
    assert all(right[kind] / wanted[kind] >= 0.75 for kind in wanted)


def test_the_reason_says_why_without_quoting() -> None:
    """Every kind comes with a sentence of reason in which no word of the letter's names stands."""
    for kind, text in OPENINGS:
        read = letter(text)
        assert read.kind.why, kind
        assert "Ames" not in read.kind.why
        assert 0 <= read.kind.start <= read.kind.end <= len(read.text)


@pytest.mark.parametrize(("kind", "text"), MORE)
def test_the_kind_of_whole_letters_is_right(kind: LetterKind, text: str) -> None:
    """Whole letters, each with its review rights, are told apart by what they do."""
    assert letter(text).kind.kind is kind
