"""Remembered paragraphs: shared between processes, without a word of them, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizers.name_model import NameFinder
from redactor import masking
from redactor.archive import child, key, sketch
from redactor.archive.shelves import Shelf

TEXT = "Dear Kezia Lombard,\n\nThank you. Owain Quiller will write to you.\n"


def test_an_answer_put_by_one_is_had_by_another(tmp_path: Path) -> None:
    """After a flush; before it, by the one who put it."""
    one, other = Shelf(tmp_path / "p"), Shelf(tmp_path / "p")
    one.put(b"k" * 16, b"[]")
    assert one.get(b"k" * 16) == b"[]"
    assert other.get(b"k" * 16) is None
    one.flush()
    assert other.get(b"k" * 16) == b"[]"


@pytest.mark.parametrize(
    "content", [b"no database at all, and long enough to be read as a page" * 90, b"SQLite format 3\0" * 9]
)
def test_a_file_that_cannot_be_used_is_no_help_and_no_harm(tmp_path: Path, content: bytes) -> None:
    """Somebody else's file stays as it is."""
    (tmp_path / "p").write_bytes(content)
    shelf = Shelf(tmp_path / "p")
    shelf.put(b"k" * 16, b"[]")
    shelf.flush()
    assert shelf.get(b"j" * 16) is None
    assert (tmp_path / "p").read_bytes() == content
    assert Shelf(tmp_path / "no" / "p").get(b"k" * 16) is None


class Model:
    """A model that counts how often it is asked."""

    digest = "model"

    def __init__(self) -> None:
        self.asked = 0


def test_the_name_model_is_asked_once_by_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two finders share a shelf; another model, dial or key has answers of its own; no words lie in the file."""
    from recognizers.name_decode import NameSpan

    def read(self, piece: str):
        self.model.asked += 1
        start = piece.find("Kezia Lombard")
        return (NameSpan(start, start + 13, "PERSON", 0.1 + 0.2),) if start >= 0 else ()

    monkeypatch.setattr(NameFinder, "_read", read)
    model = Model()

    def finder(threshold: float = 0.2, secret: bytes = b"s" * 32) -> tuple[NameFinder, Shelf]:
        made, shelf = NameFinder(model, person_threshold=threshold, remember=10), Shelf(tmp_path / "p")
        made.share(shelf, secret)
        return made, shelf

    first, shelf = finder()
    found = first.find(TEXT)
    shelf.flush()
    asked = model.asked
    assert asked
    assert finder()[0].find(TEXT) == found
    assert model.asked == asked
    finder(threshold=0.3)[0].find(TEXT)
    assert model.asked == 2 * asked
    finder(secret=b"t" * 32)[0].find(TEXT)
    assert model.asked == 3 * asked
    assert not [w for w in (b"Kezia", b"Lombard", b"Owain") if any(w in p.read_bytes() for p in tmp_path.iterdir())]


@given(st.text())
def test_masks_are_those_of_every_other_report(value: str) -> None:
    """One rule, made without Presidio's engine for speed."""
    assert [child.masked(value)] == (masking.mask([value]) if value else [""])


@given(st.text(min_size=1), st.text(min_size=1))
def test_equal_values_have_equal_hashes_and_a_key_of_their_own(one: str, other: str) -> None:
    """Under one key; under another, none are equal."""
    assert key.digest(b"a" * 32, one) == key.digest(b"a" * 32, one)
    assert key.digest(b"a" * 32, one) != key.digest(b"b" * 32, one)
    assert len(key.digest(b"a" * 32, other)) == 16


@given(st.text(max_size=3000))
def test_sketches_are_small_and_hold_whole_hashes(text: str) -> None:
    """At most 64 of four bytes, rising."""
    hashes = sketch.read(sketch.of(text, b"k" * 32))
    assert len(hashes) <= sketch.SIZE
    assert list(hashes) == sorted(set(hashes))


def test_marks_of_earlier_redactions_are_counted() -> None:
    """As people make them by hand."""
    assert sketch.marks("Call [redacted] or ████ on XXXXXX (withheld under s40), not X or [sic].") == 4
