"""Read a letter from its text: each part by its own module, in the order in which they need one another."""

from __future__ import annotations

from redactor.analysis.textmap import TextMap
from redactor.letter import (
    annexes,
    answers,
    appeal,
    citing,
    dateline,
    dates,
    echoes,
    ends,
    grid,
    grounds,
    holdings,
    interest,
    kinds,
    links,
    ncnd,
    notes,
    paragraphs,
    questions,
    references,
    tables,
    topics,
    words,
)
from redactor.letter import (
    regime as regimes,
)
from redactor.letter.exchange import Exchange
from redactor.letter.model import Letter, Paragraph, Passage, Question, Shape, Use, Zone
from redactor.letter.walk import walk
from redactor.model import Case, Document


def read(text: TextMap, document: Document, case: Case, *, regime: str) -> Letter:
    """Return the letter that a file's body is.

    Any text can be read; what is not there is None or empty.

    Args:
        text: the normalised body.
        document: the file it is from, for links, attachments, title and file name.
        case: what the officer knows.
        regime: the law to read it by; "" to take the case file's or what the letter says.
    """
    whole = text.text
    lowered = words.lower(whole)
    walked = walk(whole, lowered, paragraphs.split(text, lowered), _place(text))
    parts = _parts(walked)
    mentioned = regimes.mentions(lowered, parts, known=regime or case.regime)
    in_text = regimes.in_text(mentioned)
    law = regimes.settle(regime or case.regime, mentioned)
    fields = ends.fields(whole, parts)
    mentions = dates.read(lowered, parts, fields)
    asked = questions.read(walked)
    said = answers.read(walked, asked, parts)
    cited = citing.read(whole, parts, said, regime=law)
    stated = holdings.read(
        whole, lowered, parts, said, [one.start for one in cited if one.exemption and one.use is not Use.QUOTED]
    )
    said = answers.describe(walked, asked, said, stated, own_names=_own_names(whole, parts, case))
    factors = interest.read(lowered, parts, cited, said)
    cited = citing.settle(lowered, parts, cited, stated, factors, regime=law)
    subjects = topics.Subjects(whole, lowered)
    open_ = ncnd.statements(lowered, asked, said, stated, subjects)
    numbers = references.read(whole, lowered, parts, fields, case)
    tabled = tables.read(whole, lowered, parts, said)
    review, complaint = appeal.read(whole, lowered, parts)
    return Letter(
        text=whole,
        kind=kinds.read(lowered, parts, mentioned, said, stated, cited, tabled, review, told=case.kind, asked=asked),
        regime=law,
        regime_in_text=in_text,
        regimes=mentioned,
        paragraphs=parts,
        fields=fields,
        dates=mentions,
        date_line=dateline.read(mentions, case, regime=law),
        references=numbers,
        references_elsewhere=references.elsewhere(document, whole, numbers, case),
        salutations=ends.salutations(whole, lowered, parts),
        request=_request(parts, asked),
        questions=asked,
        answers=said,
        question_map=questions.line_up(walked, asked, said),
        holdings=stated,
        citations=cited,
        exemptions=grounds.read(lowered, parts, cited, factors, said),
        factors=factors,
        ncnd=open_,
        echoes=echoes.echoes(whole, lowered, parts, asked, said, open_, cited, subjects),
        review=review,
        complaint=complaint,
        annexes=annexes.read(lowered, parts),
        attachments=annexes.attachments(document),
        links=links.read(text, lowered, document),
        tables=tabled,
        signatures=ends.signatures(lowered, parts),
        clock=notes.clock(lowered, parts, mentions),
        notes=notes.read(lowered, parts, cited, said),
    )


def _parts(walked: Exchange) -> tuple[Paragraph, ...]:
    """Return the paragraphs with their zones and sentences."""
    found = []
    for block, zone in zip(walked.blocks, walked.zones, strict=True):
        zone = Zone.FURNITURE if block.furniture else zone
        split = (
            ()
            if zone is Zone.FURNITURE
            else tuple(paragraphs.sentences(walked.text, walked.lowered, block.body, block.end))
        )
        found.append(Paragraph(block.start, block.end, block.body, zone, block.shape, split, block.welsh))
    return tuple(found)


def _place(text: TextMap) -> grid.Place:
    """Return what tells the left and right edge of a passage."""

    def edges(start: int, end: int) -> grid.Extent | None:
        boxes = [quad for _, quads in text.quads(start, end) for quad in quads]
        return (min(box[0] for box in boxes), max(box[6] for box in boxes)) if boxes else None

    return edges


def _request(parts: tuple[Paragraph, ...], asked: tuple[Question, ...]) -> Passage | None:
    first = next((at for at, part in enumerate(parts) if part.zone is Zone.REQUEST), len(parts))
    # Where each question is said again above its answer, the request ends with the first of them.
    until = next((at for at in range(first, len(parts)) if parts[at].zone is Zone.REPLY), len(parts))
    quoted = [(part.start, part.end) for part in parts[first:until] if part.zone is Zone.REQUEST]
    quoted += [
        (one.start, one.end)
        for one in asked
        if any(p.zone is Zone.OPENING and p.start <= one.start < p.end for p in parts)
    ]
    return Passage(min(quoted)[0], max(end for _, end in quoted)) if quoted else None


def _own_names(text: str, parts: tuple[Paragraph, ...], case: Case) -> frozenset[str]:
    """Return the words of the authority's own name and address, which an answer may speak of unasked."""
    found = set(words.names(f"x {case.authority}"))
    for part in parts:
        if part.zone in {Zone.HEADER, Zone.CLOSE, Zone.FURNITURE} or (
            part.zone is Zone.OPENING and part.shape is Shape.HEADING
        ):
            found |= words.names("x " + text[part.start : part.end])
    return frozenset(found)
