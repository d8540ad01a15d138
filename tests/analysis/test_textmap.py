"""The text map: what a recognizer sees, and the exact way back to the page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typeset import segment, set_lines

from redactor.analysis.fold import fold
from redactor.analysis.textmap import BETWEEN, TextMap, quads
from redactor.model import Layer, QuadArray, Span, box_of

RAW = st.text(
    st.one_of(
        st.sampled_from(
            "abcXYZ019 .,-@\n\t\u00ad\u200b\u00a0\ufb01\ufb03\u0301\u2010\u2013\u0410\u0435\u043e\uff11\u00b2"
        ),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=80,
)


@given(RAW)
def test_every_character_maps_into_its_segment(raw):
    """Spans of single characters lie within the raw text and are not empty, separators of segments aside."""
    text_map = TextMap.build([segment(raw), segment("tail", name="x", layer=Layer.METADATA, page=None)])
    lengths = {"page/1": len(raw), "x": 4}
    for at in range(len(text_map.text)):
        for span in text_map.spans(at, at + 1):
            assert 0 <= span.start < span.end <= lengths[span.segment_id]


@given(RAW)
def test_the_map_is_monotone(raw):
    """Going forward in the normalised text never goes back in the raw text."""
    text_map = TextMap.build([segment(raw)])
    spans = [text_map.spans(at, at + 1)[0] for at in range(len(text_map.text))]
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))


@given(RAW, st.data())
def test_span_and_position_are_inverse(raw, data):
    """A range, taken to its span and back, still covers itself and gives the same span."""
    text_map = TextMap.build([segment(raw)])
    if not text_map.text:
        return
    start = data.draw(st.integers(0, len(text_map.text) - 1))
    end = data.draw(st.integers(start + 1, len(text_map.text)))
    (span,) = text_map.spans(start, end)
    back = text_map.position(span)
    assert back[0] <= start and end <= back[1]
    assert text_map.spans(*back) == (span,)


@given(RAW)
def test_folding_twice_changes_nothing(raw):
    """Normalising is idempotent, line by line and for a whole segment without places."""
    once = fold(raw.replace("\n", " "))
    assert fold(once) == once
    text = TextMap.build([segment(raw)]).text
    assert TextMap.build([segment(text)]).text == text


@given(st.lists(st.text("ab c", min_size=1, max_size=12), min_size=1, max_size=4), st.data())
@settings(max_examples=60)
def test_quads_cover_exactly_the_span(lines, data):
    """Each printed character of a span lies in one of its quads; no printed character outside does."""
    placed = set_lines(*lines)
    start = data.draw(st.integers(0, len(placed.text) - 1))
    end = data.draw(st.integers(start + 1, len(placed.text)))
    boxes = [box_of(quad) for quad in quads(placed, Span("page/1", start, end))]
    assert len(boxes) <= len(lines)
    for at, char in enumerate(placed.text):
        if char.isspace():
            continue
        x0, y0, x1, y1 = box_of(placed.quads[at])
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        covered = any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in boxes)
        assert covered == (start <= at < end)


def test_a_ligature_gives_its_letters_the_place_of_the_glyph():
    """Both letters of a ligature lead back to the one character that prints them."""
    text_map = TextMap.build([segment("Mr Gri\ufb03ths")])
    assert text_map.text == "Mr Griffiths"
    assert text_map.spans(6, 7) == (Span("page/1", 6, 7),)
    assert text_map.spans(3, 12) == (Span("page/1", 3, 10),)


def test_accents_are_composed_and_keep_both_characters():
    """A letter and its separate accent become one character whose span covers both."""
    text_map = TextMap.build([segment("Zoe\u0308 Field")])
    assert text_map.text == "Zo\u00eb Field"
    assert text_map.spans(2, 3) == (Span("page/1", 2, 4),)


def test_segments_stand_apart():
    """Nothing glues over the border of two segments, even an address cut there."""
    parts = [segment("jane", layer=Layer.METADATA, page=None, name="info/Author"), segment("@example.org", name="x")]
    text_map = TextMap.build(parts)
    assert text_map.text == f"jane{BETWEEN}@example.org"
    assert text_map.spans(4, 6) == ()
    assert [span.segment_id for span in text_map.spans(0, len(text_map.text))] == ["info/Author", "x"]


def test_a_sentence_runs_on_over_the_page():
    """A page that ends within a sentence is joined to the next one by a space; a finding there has two spans."""
    first = set_lines("The Commissioner found that the force had disclosed Mr John", name="page/1", page=1)
    second = set_lines("holloway and others in error.", name="page/2", page=2)
    text_map = TextMap.build([first, second])
    assert "John holloway" in text_map.text
    start = text_map.text.index("John")
    assert [span.segment_id for span in text_map.spans(start, start + 13)] == ["page/1", "page/2"]
    assert [len(found) for _, found in text_map.quads(start, start + 13)] == [1, 1]


def test_a_finished_page_is_not_joined():
    """A page that ends with a full stop stays apart from the next one."""
    first = set_lines("The Commissioner found that the force had disclosed this.", name="page/1", page=1)
    second = set_lines("another matter follows.", name="page/2", page=2)
    assert BETWEEN in TextMap.build([first, second]).text


def test_value_has_single_spaces():
    """The value of a range that runs over lines and cells reads as one line."""
    text_map = TextMap.build([segment("Ann\nMarie\tField")])
    assert text_map.value(0, len(text_map.text)) == "Ann Marie Field"


def test_repr_shows_no_text():
    """A text map may be logged without showing a letter's words."""
    assert "Holloway" not in repr(TextMap.build([segment("Holloway")]))


def test_a_range_outside_the_text_is_refused():
    """A range beyond the text is a programming error, said so."""
    with pytest.raises(ValueError, match="within the text"):
        TextMap.build([segment("abc")]).spans(0, 9)


def test_quads_of_turned_text_follow_its_direction():
    """Text that reads upwards has one quad a line that reads upwards too."""
    places = [(100, 300 - i * 5, 100, 295 - i * 5, 110, 300 - i * 5, 110, 295 - i * 5) for i in range(4)]
    turned = segment("abcd", quads=QuadArray(places))
    (quad,) = quads(turned, Span("page/1", 0, 4))
    assert quad == pytest.approx((100, 300, 100, 280, 110, 300, 110, 280))
