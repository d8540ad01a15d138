"""Removed values are found however they are written, and words that only look like them are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.verify.words import Needles, fold, squash

FOUND = [
    ("Zebrowska", "dear zebrowska,"),
    ("Zebrowska", "Z E B R O W S K A"),
    ("Zebrowska", "Zebrow-\nska"),
    ("Zebrowska", "Ze\u00adbrow\u200bska"),
    ("Zebrowska", "ＺＥＢＲＯＷＳＫＡ"),
    ("Zebrowska", "jzebrowska2@example.org"),
    ("O'Brien", "O’Brien"),
    ("José", "Jose is here"),
    ("Émile Durand", "emile  durand"),
    ("Griffith", "Gri\ufb03th"),
    ("07700 900123", "tel:07700900123"),
    ("Smith", "Blacksmith"),
    ("Li", "ask Li now"),
    ("Li", "(Li)"),
    ("4417", "ext. 4417."),
]
NOT_FOUND = [
    ("Li", "police"),
    ("Li", "li"),
    ("Li", "Lit"),
    ("Stone", "the best one"),
    ("4417", "144170"),
    ("12345", "9123456"),
    ("Zebrowska", "Zebrowski"),
]


@pytest.mark.parametrize(("value", "text"), FOUND)
def test_value_is_found(value: str, text: str) -> None:
    """Case, accents, spacing and punctuation do not hide a value."""
    assert Needles([value]).in_text(text) == {0}


@pytest.mark.parametrize(("value", "text"), NOT_FOUND)
def test_look_alike_is_not_found(value: str, text: str) -> None:
    """Letters that only happen to meet are no value."""
    assert Needles([value]).in_text(text) == frozenset()


def test_kept_values_excuse_what_lies_inside_them() -> None:
    """A kept longer value covers its own letters alone; an equal one stops the search."""
    assert Needles(["Smith"], kept=["Smithfield Market"]).in_text("at Smithfield Market") == frozenset()
    assert Needles(["Smith"], kept=["Smithfield Market"]).in_text("Smith at Smithfield Market") == {0}
    assert Needles(["Li"], kept=["Li Road"]).in_text("Li Road") == frozenset()
    assert Needles(["Li"], kept=["Li Road"]).in_text("Li, of Li Road") == {0}
    assert Needles(["J. Smith", "Jones"], kept=["j smith"]).in_text("J. Smith, Jones") == {1}
    assert Needles(["Smith"], kept=["Smithfield"]).in_bytes(b"(Smithfield)") == frozenset()


@pytest.mark.parametrize("coding", ["latin-1", "utf-8", "utf-16-be", "utf-16-le"])
@pytest.mark.parametrize("form", ["plain", "hex", "octal", "upper hex"])
@pytest.mark.parametrize("value", ["Zebrowska", "José Müller"])
def test_value_is_found_in_bytes(value: str, coding: str, form: str) -> None:
    """Every coding is found, as bytes, hex digits and octal escapes."""
    encoded = value.encode(coding)
    written = {
        "plain": encoded,
        "hex": encoded.hex().encode(),
        "upper hex": encoded.hex().upper().encode(),
        "octal": "".join(f"\\{byte:03o}" for byte in encoded).encode(),
    }[form]
    assert Needles(["other", value]).in_bytes(b"<</A (" + written + b")>>") == {1}


def test_noise_needs_readable_neighbours_for_a_short_word() -> None:
    """Five letters turn up by chance in a large compressed stream; nine do not."""
    needles = Needles(["Smith", "Zebrowska"])
    assert needles.in_bytes(b"\x81\x92smith\xf3\x80", noise=True) == frozenset()
    assert needles.in_bytes(b"\x81\x92smith\xf3\x80") == {0}
    assert needles.in_bytes(b"x (Smith) y", noise=True) == {0}
    assert needles.in_bytes(b"\x81\x92Zebrowska\xf3\x80", noise=True) == {1}


def test_values_too_short_to_search_are_counted() -> None:
    """One letter cannot be told from any other; that is said, and nothing is found."""
    needles = Needles(["A", "-", "Ng"])
    assert (needles.searched, needles.unsearchable) == (1, 2)
    assert needles.in_text("A - Ng") == {2}


def test_short_values_are_not_sought_in_a_fonts_own_codes() -> None:
    """Three letters turn up by chance among codes; nine do not."""
    assert Needles(["the", "Zebrowska"]).in_text("x the Zebrowska", codes=True) == {1}


def test_repr_shows_no_value() -> None:
    """Needles can be printed."""
    assert "Zebrowska" not in repr(Needles(["Zebrowska"]))


@given(st.text())
def test_folding_keeps_its_length_in_lower_case(text: str) -> None:
    """Positions found in lower case hold in the folded text."""
    assert len(fold(text).lower()) == len(fold(text))


@given(st.text(min_size=1), st.text(), st.text())
def test_value_between_separators_is_always_found(value: str, before: str, after: str) -> None:
    """Whatever the value and whatever is around it, a value set apart is found."""
    if len(squash(value)) > 1:
        assert Needles([value]).in_text(f"{before} \n{value}\n {after}") == {0}
