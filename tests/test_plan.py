"""From decisions to boxes: what is blanked, what beside the pages is tainted, and what a second look adds."""

from __future__ import annotations

from dataclasses import replace

from redactor.decide import Decided
from redactor.model import (
    Action,
    Decision,
    Document,
    Finding,
    Layer,
    Page,
    Picture,
    QuadArray,
    Segment,
    Source,
    Span,
    quad_of,
)
from redactor.plan import more, plan
from redactor.policy_parts import RedactionSettings

WIDTH = 10.0


def row(text, *, top=100.0, start=0):
    """Return quads of a line of letters ten points wide."""
    return [quad_of(((start + i) * WIDTH, top, (start + i + 1) * WIDTH, top + 12)) for i in range(len(text))]


def page(text, *, start=0):
    return Segment("page/1", Layer.BODY, 1, text, QuadArray(row(text, start=start)))


def document(*segments, pictures=()):
    return Document(Source("letter.pdf", "", 0, ""), segments, (Page(1, 595, 842, 0, 10),), pictures)


def finding(identifier, segment, start, end, *, entity="PERSON"):
    quads = tuple(q for q in (segment.quads[i] for i in range(start, end)) if q is not None)
    boxes = (quad_of((quads[0][0], quads[0][1], quads[-1][2], quads[-1][7])),) if quads else ()
    span = Span(segment.id, start, end)
    return Finding(identifier, entity, span, segment.page, boxes, segment.layer, "", 0.9, "Test", "why", "0" * 32)


def decided(*found, action=Action.REDACT, values=None):
    decisions = {one.id: Decision(one.id, action, "s40(2)", "private") for one in found}
    return Decided(tuple(found), decisions, values or {one.id: "value" for one in found})


def test_what_goes_is_boxed_with_its_code():
    """And what stays or is open is not."""
    body = page("Dear Amara")
    one, two, three = (finding(f"F-{n}", body, 5, 10) for n in range(3))
    mixed = replace(
        decided(one, two, three),
        decisions={
            "F-0": Decision("F-0", Action.REDACT, "s40(2)"),
            "F-1": Decision("F-1", Action.KEEP),
            "F-2": Decision("F-2", Action.REVIEW),
        },
    )
    made = plan(document(body), mixed, RedactionSettings(), title="Reply")
    (box,) = made.redactions
    assert (box.finding_id, box.page, box.label, box.entity, box.quads) == ("F-0", 1, "s40(2)", "PERSON", one.quads)
    assert (made.title, made.tainted) == ("Reply", frozenset())
    assert plan(document(body), mixed, RedactionSettings(label=False), title="").redactions[0].label == ""


def test_what_is_beside_the_page_is_tainted_as_a_whole():
    """A bookmark or link goes with all its parts; so does a title."""
    others = [
        Segment(identifier, layer, None, "Amara", QuadArray.nowhere(5))
        for identifier, layer in (
            ("info/Title", Layer.METADATA),
            ("outline/2/title", Layer.OUTLINE),
            ("link/1/0/uri", Layer.LINK),
        )
    ]
    found = [finding(f"F-{n}", one, 0, 5) for n, one in enumerate(others)]
    made = plan(document(*others), decided(*found), RedactionSettings(), title="")
    assert made.redactions == ()
    assert {"info/Title", "outline/2", "outline/2/title", "link/1/0", "link/1/0/uri"} == made.tainted


def test_a_picture_that_goes_is_named():
    """So that its pixels go and not only what is drawn over them."""
    quad = quad_of((10, 10, 50, 50))
    picture = Picture("picture/1/0", 1, quad, "d" * 64, 40, 40)
    one = Finding("F-0", "IMAGE", None, 1, (quad,), Layer.BODY, "picture", 1.0, "Pictures", "why", "0" * 32)
    made = plan(document(pictures=(picture,)), decided(one, values={}), RedactionSettings(), title="")
    assert [box.picture_id for box in made.redactions] == ["picture/1/0"]


def test_a_second_look_that_wants_nothing_adds_nothing():
    """What it keeps or leaves open is no reason to go round again."""
    body = page("Dear Amara")
    first = decided(finding("F-0", body, 5, 10))
    for action in (Action.KEEP, Action.REVIEW):
        assert more(first, decided(finding("F-1", body, 0, 4), action=action), document(body)) is None


def test_what_a_second_look_adds_has_its_place_in_the_source():
    """The copy's text is another ("s40(2)" stands where a name did), so the place is found by the page and not by count."""
    source = page("Dear Amara and Idris")
    copy = Segment("page/1", Layer.BODY, 1, "s40 and Idris", QuadArray(row("s40") + row(" and Idris", start=10)))
    first = decided(finding("F-0", source, 5, 10))
    added = more(first, decided(finding("F-1", copy, 8, 13), values={"F-1": "Idris"}), document(source))
    new = added.findings[-1]
    assert source.text[new.span.start : new.span.end] == "Idris"
    assert added.decisions["F-1"].action is Action.REDACT and added.values["F-1"] == "Idris"
    assert added.findings[0] == first.findings[0] and len(first.findings) == 1


def test_two_findings_of_one_id_are_told_apart():
    """Once; a third time is left to fail verification."""
    body = page("Dear Amara")
    one = finding("F-0", body, 5, 10)
    added = more(decided(one), decided(one), document(body))
    assert [f.id for f in added.findings] == ["F-0", "F-0b"]
    assert added.decisions["F-0b"].finding_id == "F-0b"
    assert more(added, decided(one), document(body)) is None


def test_what_has_no_place_in_the_source_is_not_planned():
    """A segment that only the copy has is left to fail verification."""
    body = page("Dear Amara")
    other = Segment("info/New", Layer.METADATA, None, "Amara", QuadArray.nowhere(5))
    assert more(decided(finding("F-0", body, 0, 4)), decided(finding("F-1", other, 0, 5)), document(body)) is None


def filled(width):
    """Return a plan for a field of a width and a name of 50 points in it."""
    name = page("Amara")
    field = Segment("form/1.0", Layer.FORM, 1, "Amara", QuadArray([quad_of((-2.0, 98, width, 114))] * 5))
    found = [finding("F-name", name, 0, 5), replace(finding("F-field", field, 0, 5), quads=(field.quads[0],))]
    return plan(document(name, field), decided(*found), RedactionSettings(), title="")


def test_a_field_with_room_to_spare_tells_no_width():
    """It was as wide before the name stood in it."""
    name, field = filled(200).redactions
    assert (name.form_field, field.form_field, field.is_gap) == (False, True, False)


def test_a_field_that_a_name_fills_is_a_gap():
    """It may have been made to fit the name."""
    assert filled(56).redactions[1].is_gap
