"""Any text can be read as a letter: never an error, every range in the text, the same answer twice."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from exchanges_made import EXCHANGES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from letters_made import letter, marked

_PIECES = [line for source in EXCHANGES.values() for line in marked(source).text.split("\n")]
_PIECES += [
    "Our ref:",
    "Date: 31/02/2024",
    "Date: Monday 31 July 2024",
    "Section 31(1)(a) and (3)",
    "\tTotal\t12",
    "Annwyl Ms Roe, diolch am eich cais am wybodaeth o dan y Ddeddf",
    "F0I 24 / O569",
    "Dear Dear [Name]",
    "1.",
    "(i)",
    "Questions 1 to 999",
    "Q9999999999",
    "İstanbul ŞIK",
    "Yours sincerely",
    "Annex A",
    "within 20 working days",
    "http://",
    "\x0c",
    "Date: 30 February 2024 and 31 April 2025",
    "99/99/9999",
    "You asked for (1) this, (2) that, (2) that again and (99) more.",
    "(1) (2) (3) a) b)",
    "Os ydych yn anfodlon ar yr ymateb hwn gallwch ofyn am adolygiad mewnol o fewn 40 diwrnod gwaith.",
    "INTERNAL REVIEW.",
    "You can ask for one",
    "What if I am not happy?",
    "If you are unhappy, the Information Commissioner and the Scottish Information Commissioner",
    "Date sent\nDate received",
    "0ur ref: F0I/24/O1l3",
]
_PIECES += [f"{number}. How many?" for number in range(1, 101)]
_letters = st.lists(st.sampled_from(_PIECES), max_size=40).map("\n".join)
_any = st.text(alphabet=st.characters(codec="utf-8"), max_size=400)
_mixed = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=30)), max_size=25).map("\n".join)


def _parts(value: object) -> Iterator[object]:
    """Yield every part of a letter that has a range, however deep."""
    if isinstance(value, tuple | frozenset):
        for one in value:
            yield from _parts(one)
    elif dataclasses.is_dataclass(value):
        if hasattr(value, "segment_id") and hasattr(value, "place"):
            return  # a reference in another segment
        if hasattr(value, "start"):
            yield value
        for field in dataclasses.fields(value):
            yield from _parts(getattr(value, field.name))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages=st.lists(st.one_of(_letters, _any, _mixed), min_size=1, max_size=3))
def test_any_text_is_read_without_an_error_and_every_range_lies_in_it(pages: list[str]) -> None:
    """No text raises; start and end of every part are in order and inside the normalised text."""
    read = letter(*pages)
    for part in _parts(read):
        assert 0 <= part.start <= part.end <= len(read.text), type(part).__name__


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(page=st.one_of(_letters, _mixed))
def test_reading_twice_gives_the_same_letter(page: str) -> None:
    """The model is a function of the text."""
    assert letter(page) == letter(page)


@settings(max_examples=30, deadline=None)
@given(page=_letters)
def test_no_repr_shows_the_letters_words(page: str) -> None:
    """What a log might show of a letter has no word of it."""
    secret = "Zwillingsturm"
    assert secret not in repr(
        letter(f"Dear {secret}\nOur ref: {secret}12\n1. How is {secret}?\n{page}\n{secret}@example.org")
    )
