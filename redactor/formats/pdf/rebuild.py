"""Copy what the pages show into a new file, and nothing else.

A list of what may pass, not of what may not: whatever nobody thought of stays behind. The copy has one revision, a new
identity, and no trace of the program that made the original.
"""

from __future__ import annotations

import io
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from redactor.errors import RedactionError
from redactor.formats.pdf import (
    flattened,
    labels,
    links,
    loose,
    marked,
    outlines,
    page_labels,
    spoken_data,
    tags_write,
    typeface,
)
from redactor.formats.pdf.allow import Pruner
from redactor.formats.pdf.burn import Burnt
from redactor.formats.pdf.content import strip_marks
from redactor.formats.pdf.flattened import Flat
from redactor.formats.pdf.links import Link
from redactor.formats.pdf.outlines import Bookmark
from redactor.formats.pdf.page_labels import Label
from redactor.formats.pdf.prune import prune_fonts
from redactor.formats.pdf.quads import extent
from redactor.formats.pdf.set_line import NewLine
from redactor.formats.pdf.tags import Gap, ObjGen, Tags, UnsoundTagsError
from redactor.formats.pdf.tags_read import LANGUAGE
from redactor.model import Redaction, RedactionPlan


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the pages and is written anew: title, language, bookmarks, links, page labels, tags."""

    title: str
    language: str
    bookmarks: tuple[Bookmark, ...]
    links: tuple[Link, ...]
    page_labels: tuple[Label, ...] = ()
    tags: Tags | None = None

    def __repr__(self) -> str:
        return f"Furniture({len(self.bookmarks)} bookmarks, {len(self.links)} links)"


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A copy, whether its tags could be kept, and sentences about what could not be taken out of the fonts."""

    data: bytes = field(repr=False)
    tagged: bool
    notes: tuple[str, ...] = ()


def rebuild(burnt: Burnt, furniture: Furniture, plan: RedactionPlan, flats: Sequence[Flat] = ()) -> Rebuilt:
    """Return a new PDF with the burnt pages, boxes in the plan's colours painted on them, and the furniture.

    Args:
        burnt: pages without what was to go.
        furniture: what is to stand around them.
        plan: what was removed, and the boxes' colours.
        flats: fields and notes that were painted into the pages.

    Raises:
        RedactionError: a page cannot be copied.
    """
    try:
        with pikepdf.open(io.BytesIO(burnt.data), suppress_warnings=True) as source, pikepdf.new() as copy:
            tags, pages = _tagged_pages(source, furniture.tags, flats, burnt)
            _prune(source, burnt, plan, pages)
            notes = prune_fonts(source) if plan.redactions or plan.tainted else ()
            copy.pages.extend(source.pages)
            written = _furnish(copy, furniture)
            if pages is not None and tags is not None:
                tags_write.write(copy, tags, tags_write.Pages(pages.numbers, pages.gaps, written))
            for one in copy.objects:
                if isinstance(one, pikepdf.Stream):
                    spoken_data.cut_tail(one)
            # qpdf keeps the first half of an identity it finds, and makes it from the time of day otherwise.
            copy.trailer.ID = Array([String(secrets.token_bytes(16))] * 2)
            out = io.BytesIO()
            copy.save(
                out,
                compress_streams=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                linearize=False,
            )
            return Rebuilt(out.getvalue(), pages is not None, tuple(sorted(notes)))
    except (pikepdf.PdfError, ValueError, TypeError):
        raise RedactionError(
            "the pages cannot be copied into a new file", remedy="Print the document to a new PDF and redact that."
        ) from None


@dataclass(slots=True)
class _Marks:
    """The numbered stretches of a tagged copy's pages, and those that its boxes get."""

    numbers: dict[int, set[int]]
    spoken: set[Gap]
    free: dict[int, int]
    """By page, the lowest number that neither the page nor a tag uses: a tag may still name what is gone."""
    gaps: dict[Gap, tags_write.Spoken] = field(default_factory=dict)

    def box(self, page: int, finding: str, label: str) -> int | None:
        """Return a new number for a redaction's box, or None where no tag speaks of it."""
        gap = Gap(page, finding)
        if gap not in self.spoken or gap in self.gaps:
            return None
        number = self._take(page)
        self.gaps[gap] = tags_write.Spoken(number, label)
        return number

    def words(self, page: int, finding: str, *, after: bool) -> int | None:
        """Return a new number for words of a redaction's line that are written anew beside its box, in reading order.

        None where no tag speaks of the redaction: the words would be in no place of the tree.
        """
        spoken = self.gaps.get(Gap(page, finding))
        if spoken is None:
            return None
        number = self._take(page)
        self.gaps[Gap(page, finding)] = (
            replace(spoken, after=(*spoken.after, number))
            if after
            else replace(spoken, before=(*spoken.before, number))
        )
        return number

    def _take(self, page: int) -> int:
        number = self.free.get(page, 0)
        self.free[page] = number + 1
        return number


def _tagged_pages(
    source: pikepdf.Pdf, tags: Tags | None, flats: Sequence[Flat], burnt: Burnt
) -> tuple[Tags | None, _Marks | None]:
    """Return the tags and the stretches of all pages; None where there are no tags, or they are not in step with the pages."""
    if tags is None:
        return None, None
    drawn: dict[int, dict[ObjGen, int]] = {}
    numbers: dict[int, set[int]] = {}
    kinds = tags.kinds()
    try:
        for number, page in enumerate(source.pages, 1):
            here = [flat for flat in flats if flat.page == number]
            if here:
                listed = pikepdf.parse_content_stream(page)
                lowest = max(kinds.get(number, ()), default=-1) + 1
                instructions, drawn[number] = flattened.mark_drawings(listed, page.resources, here, free=lowest)
                page.obj.Contents = source.make_stream(pikepdf.unparse_content_stream(instructions))
            numbers[number] = _numbers(source, page)
    except UnsoundTagsError:
        return None, None
    if flats:
        tags = flattened.placed(tags, drawn, flats, burnt.frames, burnt.painted)
    spoken = {kid for element in tags.elements for kid in element.kids if isinstance(kid, Gap)}
    free = {page: max((*here, *kinds.get(page, ())), default=-1) + 1 for page, here in numbers.items()}
    return tags, _Marks(numbers, spoken, free)


def _numbers(source: pikepdf.Pdf, page: pikepdf.Page) -> set[int]:
    try:
        return marked.numbers(page)
    except UnsoundTagsError:
        instructions = marked.uncrossed(pikepdf.parse_content_stream(page))
        page.obj.Contents = source.make_stream(pikepdf.unparse_content_stream(instructions))
        return marked.numbers(page)


def _prune(source: pikepdf.Pdf, burnt: Burnt, plan: RedactionPlan, marks: _Marks | None) -> None:
    pruner = Pruner()
    font = source.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    faces = typeface.embed(
        source, [run.face.code for lines in burnt.reset.values() for line in lines for run in line.runs]
    )
    for number, page in enumerate(source.pages, 1):
        _own_inherited(page)
        pruner.page(page.obj)
        content = _content(page, number, keep_marks=marks is not None)
        content = loose.tidied(content, pruner.names)
        boxes, lines = burnt.painted.get(number, ()), burnt.reset.get(number, ())
        if boxes or lines:
            content = b"q\n" + content + b"\nQ\n" + _painted(boxes, lines, number, burnt, plan, marks)
            used = {typeface.resource_name(run.face.code): faces[run.face.code] for line in lines for run in line.runs}
            _add_fonts(source, page, {labels.FONT: font, **used})
        page.obj.Contents = source.make_stream(content)
    for drawing in pruner.drawings:
        stripped = strip_marks(drawing, drawing.read_bytes(), None, frozenset(), "a drawing in the file")
        if stripped is not None:
            drawing.write(stripped)
    for drawing in (*pruner.drawings, *pruner.glyphs):
        raw = drawing.read_bytes()
        tidy = loose.tidied(raw, pruner.names)
        if tidy is not raw:
            drawing.write(tidy)


def _painted(
    boxes: Sequence[Redaction],
    lines: Sequence[NewLine],
    number: int,
    burnt: Burnt,
    plan: RedactionPlan,
    marks: _Marks | None,
) -> bytes:
    """Return the instructions for a page's boxes, codes and new lines; of a tagged document each box is a stretch of its own.

    What a screen reader says of a box stands in the tags, so that the code painted on it is no text of the document.
    """
    frame = burnt.frames[number]
    painted = labels.paint(boxes, frame, plan.fill, plan.ink)
    if marks is None:
        return labels.set_lines(lines, frame, plan.fill, plan.ink) + painted
    parts = []
    for line in lines:
        for label in line.labels:
            box = replace(label.redaction, quads=(label.quad,))
            parts.append(_box(box, number, marks, labels.paint([replace(box, label="")], frame, plan.fill, plan.ink)))
        stretches = _stretches(line, number, marks)
        parts.append(labels.set_lines([line], frame, plan.fill, plan.ink, stretches=stretches))
    for redaction in boxes:
        blank = labels.paint([replace(redaction, label="")], frame, plan.fill, plan.ink)
        parts.append(_box(redaction, number, marks, blank))
    return b"".join(parts) + b"/Artifact BMC\n" + painted + b"EMC\n"


def _box(redaction: Redaction, number: int, marks: _Marks, painted: bytes) -> bytes:
    mcid = marks.box(number, redaction.finding_id, redaction.label) if redaction.quads else None
    return b"" if mcid is None else b"/Span <</MCID %d>> BDC\n%bEMC\n" % (mcid, painted)


def _stretches(line: NewLine, number: int, marks: _Marks) -> list[int | None]:
    """Return a number for each run of words of a line written anew, from left to right.

    Words before a label are read before it, and those behind the last one after it.
    """
    labelled = sorted((extent(label.quad)[0], label.redaction.finding_id) for label in line.labels)
    found: list[int | None] = []
    for run in sorted(line.runs, key=lambda run: run.start):
        following = [finding for start, finding in labelled if start > run.start]
        finding = following[0] if following else labelled[-1][1] if labelled else ""
        found.append(marks.words(number, finding, after=not following))
    return found


def _own_inherited(page: pikepdf.Page) -> None:
    """Give a page the boxes, rotation and resources that it takes from the page tree (ISO 32000-1, 7.7.3.4)."""
    for key in ("/MediaBox", "/CropBox", "/Rotate", "/Resources"):
        node: Any = page.obj
        depth = 0
        while key not in node and isinstance(node.get("/Parent"), Dictionary) and depth < 100:
            node, depth = node.Parent, depth + 1
        if node is not page.obj and key in node:
            page.obj[key] = node[key]


def _content(page: pikepdf.Page, number: int, *, keep_marks: bool) -> bytes:
    contents = page.obj.get("/Contents")
    if contents is None:
        return b""
    raw: bytes = (
        b"\n".join(part.read_bytes() for part in contents) if isinstance(contents, Array) else contents.read_bytes()
    )
    if keep_marks:
        return raw
    stripped = strip_marks(page, raw, None, frozenset(), f"page {number}")
    return raw if stripped is None else stripped


def _add_fonts(source: pikepdf.Pdf, page: pikepdf.Page, added: Mapping[str, Any]) -> None:
    # Other pages may share the dictionaries, and a page without a box needs no label font.
    resources = _copied(page.obj.get("/Resources"))
    fonts = _copied(resources.get("/Font"))
    for name, font in added.items():
        fonts[name] = font
    resources.Font = fonts
    page.obj.Resources = source.make_indirect(resources)


def _copied(entries: Any) -> Dictionary:
    return Dictionary({key: entries[key] for key in list(entries.keys())} if isinstance(entries, Dictionary) else {})


def _furnish(copy: pikepdf.Pdf, furniture: Furniture) -> dict[tuple[int, int], tuple[int, Any]]:
    if furniture.title:
        copy.trailer.Info = copy.make_indirect(Dictionary(Title=String(furniture.title)))
        copy.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if LANGUAGE.fullmatch(furniture.language):
        copy.Root.Lang = String(furniture.language)
    outlines.write(copy, furniture.bookmarks)
    page_labels.write(copy, furniture.page_labels)
    return links.write(copy, furniture.links)
