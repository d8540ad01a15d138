"""The redacted plain text: codes where values stood, everything else as the page has it."""

from __future__ import annotations

from dataclasses import replace

from redactor.decide import Decided
from redactor.model import Action, Decision, Document, Finding, Layer, Page, QuadArray, Segment, Source, Span
from redactor.text_copy import text_copy


def segment(identifier, text, layer=Layer.BODY, page=1):
    return Segment(identifier, layer, page, text, QuadArray.nowhere(len(text)))


def made(segments, *found):
    """Return a document and decisions; each of ``found`` is (segment id, words, action, exemption)."""
    by_id = {one.id: one for one in segments}
    findings, decisions = [], {}
    for number, (where, words, action, exemption) in enumerate(found):
        one = by_id[where]
        at = one.text.index(words)
        identifier = f"F-{number}"
        span = Span(where, at, at + len(words))
        findings.append(Finding(identifier, "PERSON", span, one.page, (), one.layer, "", 0.9, "Test", "why", "0" * 32))
        decisions[identifier] = Decision(identifier, action, exemption)
    document = Document(Source("letter.pdf", "", 0, ""), tuple(segments), (Page(1, 1, 1, 0, 1), Page(2, 1, 1, 0, 1)))
    return document, Decided(tuple(findings), decisions, {})


def test_values_give_way_to_their_codes_and_lines_stay():
    """A value that runs over a line end becomes one code; neighbours keep the line end between them."""
    body = segment("page/1", "Dear Amara\nIdris\nThe driver, Priya\nLakshmanan, came.\n")
    redact = Action.REDACT
    one = made(
        [body],
        ("page/1", "Amara", redact, "s40(2)"),
        ("page/1", "Idris", redact, "s38"),
        ("page/1", "Priya\nLakshmanan", redact, ""),
    )
    assert text_copy(*one) == "Dear [s40(2)]\n[s38]\nThe driver, [REDACTED], came.\n"


def test_only_what_is_removed_gives_way():
    """What is kept or still open stands in the copy as it stands in the PDF."""
    body = segment("page/1", "Amara, Idris and Priya")
    found = [("page/1", w, a, "s40(2)") for w, a in (("Amara", "keep"), ("Idris", "review"), ("Priya", "redact"))]
    assert text_copy(*made([body], *((s, w, Action(a), e) for s, w, a, e in found))) == "Amara, Idris and [s40(2)]\n"


def test_pages_are_parted_and_other_layers_left_out():
    """A form feed between pages; nothing from titles, comments or hidden text gets in."""
    segments = [
        segment("page/1", "One  \n"),
        segment("page/2", "Two", page=2),
        segment("ocr/2", "Three", Layer.OCR, 2),
        *(segment(f"x/{layer}", "HIDDEN", layer, None) for layer in Layer if layer not in (Layer.BODY, Layer.OCR)),
    ]
    assert text_copy(*made(segments)) == "One\n\f\nTwo\n\f\nThree\n"


def test_a_finding_outside_the_pages_changes_no_page():
    """The title's value is not sought in the text by its place."""
    segments = [segment("page/1", "Amara here"), segment("info/Title", "Amara here", Layer.METADATA, None)]
    assert text_copy(*made(segments, ("info/Title", "Amara", Action.REDACT, "s40(2)"))) == "Amara here\n"


def placed(identifier, text, *, again=False):
    """Return a line read off a scan, ten points a letter."""
    quads = QuadArray([(10.0 * at, 0, 10.0 * at + 10, 0, 10.0 * at, 12, 10.0 * at + 10, 12) for at in range(len(text))])
    return Segment(identifier, Layer.OCR, 1, text, quads, "", again)


def test_what_only_the_second_reader_saw_goes_from_the_first_ones_words():
    """A name that the first reader spelt wrongly is still a name; the other reading is not printed twice."""
    body = placed("ocr/1", "Dear Kezla Lornbard thanks")
    other = placed("ocr/1/again", "Dear Kezia Lombard, thanks", again=True)
    document, decided = made([body, other], ("ocr/1/again", "Kezia Lombard", Action.REDACT, "s40(2)"))
    finding = decided.findings[0]
    quads = tuple(other.quads[at] for at in range(finding.span.start, finding.span.end))
    decided = replace(decided, findings=(replace(finding, quads=quads),))
    assert text_copy(document, decided).split() == ["Dear", "[s40(2)]", "[s40(2)]", "thanks"]
