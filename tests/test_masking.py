"""Masks give nothing away, and replacing a value touches nothing beside it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from redactor import masking

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="[]*"), max_size=60)


@st.composite
def text_and_spans(draw):
    """Draw a text and half-open, non-empty spans in it, which may touch, overlap or lie in one another."""
    text = draw(TEXT.filter(lambda t: len(t) > 1))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda p: p[0] < p[1])
    spans = draw(st.lists(st.tuples(ends, st.sampled_from(["s40(2)", "s38", ""])), max_size=5))
    return text, [(start, end, label) for (start, end), label in spans]


@settings(deadline=None, max_examples=60)
@given(st.lists(TEXT, max_size=4))
def test_a_mask_shows_one_character_at_most(values):
    """A fixed run of stars after the first character of a value of four or more; its length is not told."""
    masked = masking.mask(values)
    assert len(masked) == len(values)
    for value, mask in zip(values, masked, strict=True):
        assert mask == (value[0] if len(value) >= 4 else "") + "*******"


def test_values_of_one_initial_look_alike():
    """Words, spaces and digits cannot be counted."""
    assert masking.mask(["Amara Okonkwo-Reid", "Ann Li", "A 12 34"]) == ["A*******"] * 3
    assert masking.mask(["Li", "Tom", "", "7"]) == ["*******"] * 4
    assert masking.mask([]) == []


def test_a_line_end_between_neighbours_stays():
    """The anonymizer would merge two names with a line end between them into one."""
    text = "Amara Okonkwo\nIdris Kowalczyk, and\n\nPriya"
    spans = [(0, 13, "s40(2)"), (14, 29, "s40(2)"), (36, 41, "s38")]
    assert masking.replace(text, spans) == "[s40(2)]\n[s40(2)], and\n\n[s38]"


def test_touching_spans_stay_two_and_overlapping_ones_become_one():
    """One box for what overlaps, with every code once."""
    assert masking.replace("abcdef", [(0, 2, "x"), (2, 4, "y")]) == "[x][y]ef"
    assert masking.replace("abcdef", [(0, 3, "x"), (2, 4, "y"), (3, 5, "x")]) == "[x, y]f"
    assert masking.replace("abcdef", [(1, 5, "x"), (2, 3, "y")]) == "a[x, y]f"
    assert masking.replace("abcdef", [(1, 3, "x"), (1, 3, "x")]) == "a[x]def"


def test_a_redaction_without_a_code_says_that_it_is_one():
    """An empty box in a text would be no box."""
    assert masking.replace("abc", [(0, 1, "")]) == "[REDACTED]bc"
    assert masking.replace("abc", []) == "abc"
    assert masking.replace("", []) == ""


@settings(deadline=None)
@given(text_and_spans())
def test_what_is_outside_the_spans_stays_and_what_is_inside_goes(drawn):
    """Character for character, whatever the text and however the spans lie."""
    text, spans = drawn
    inside = {at for start, end, _ in spans for at in range(start, end)}
    starts = sorted(spans)
    out, at = [], 0
    while at < len(text):
        if at not in inside:
            out.append(text[at])
            at += 1
            continue
        end, labels = at, []
        for low, high, label in starts:
            if low == at or (at < low < end):
                end, labels = max(end, high), labels if label in labels else [*labels, label]
        out.append(f"[{', '.join(filter(None, labels)) or 'REDACTED'}]")
        at = end
    assert masking.replace(text, spans) == "".join(out)
