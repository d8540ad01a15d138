"""Where two readers of a scan saw the same value on the same ink, it is one match; what only one saw stays."""

from __future__ import annotations

from redactor.analysis.matches import Match
from redactor.analysis.readings import once
from redactor.analysis.textmap import TextMap
from redactor.model import Layer, QuadArray, Segment, quad_of


def segment(name, text, *, again=False, left=50.0, top=100.0):
    """Return one line of text, six points a letter."""
    quads = [quad_of((left + 6 * at, top, left + 6 * at + 6, top + 12)) for at in range(len(text))]
    return Segment(name, Layer.OCR, 1, text, QuadArray(quads), "", again)


def match(text, whole, value, **more):
    at = whole.index(value)
    return Match(text, at, at + len(value), "PERSON", 0.9, "Test", "why", **more)


def joined(body, again, matches):
    """Return what is left of matches, as (text, words)."""
    texts = (TextMap.build([body]), TextMap.build([again]))
    return [(one.text, texts[one.text].text[one.start : one.end]) for one in once(matches, texts)]


BODY = "Ruth Abernethy and Owen Thistle came."


def test_the_same_value_in_the_same_place_is_one():
    """However the other reader spaces and points it."""
    other = "Ruth Abernethy and 0wen ThistIe came."
    found = joined(
        segment("ocr/1", BODY),
        segment("ocr/1/again", other, again=True, left=52.0),
        [match(0, BODY, "Ruth Abernethy"), match(1, other, "Ruth Abernethy")],
    )
    assert found == [(0, "Ruth Abernethy")]


def test_another_value_stays():
    """A name that either reader saw must be found."""
    other = "Ruth Abernathy and Owen Thistle came."
    found = joined(
        segment("ocr/1", BODY),
        segment("ocr/1/again", other, again=True),
        [match(0, BODY, "Ruth Abernethy"), match(1, other, "Ruth Abernathy")],
    )
    assert found == [(0, "Ruth Abernethy"), (1, "Ruth Abernathy")]


def test_the_same_value_elsewhere_stays():
    """It is another piece of ink, and wants its own box."""
    found = joined(
        segment("ocr/1", BODY),
        segment("ocr/1/again", BODY, again=True, top=300.0),
        [match(0, BODY, "Ruth Abernethy"), match(1, BODY, "Ruth Abernethy")],
    )
    assert len(found) == 2


def test_a_layer_that_is_no_other_reading_is_left_alone():
    """Words under the page leak by themselves."""
    found = joined(
        segment("ocr/1", BODY),
        segment("hidden/1", BODY),
        [match(0, BODY, "Ruth Abernethy"), match(1, BODY, "Ruth Abernethy")],
    )
    assert len(found) == 2


def test_mentions_follow_the_match_that_stands_for_theirs():
    """Numbers of matches change when one goes."""
    other = "Ruth Abernethy and Ruth came."
    body, again = segment("ocr/1", BODY), segment("ocr/1/again", other, again=True)
    texts = (TextMap.build([body]), TextMap.build([again]))
    mention = other.rindex("Ruth")
    matches = [
        match(1, other, "Ruth Abernethy"),
        match(0, BODY, "Owen Thistle"),
        match(0, BODY, "Ruth Abernethy"),
        Match(1, mention, mention + 4, "PERSON", 0.9, "Propagation", "why", follows=0),
    ]
    left = once(matches, texts)
    assert [one.start for one in left] == [matches[1].start, matches[2].start, mention]
    assert left[2].follows == 1
