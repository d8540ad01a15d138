"""Read a PDF: check that it is safe to open, then every layer of it in turn."""

from __future__ import annotations

from redactor.formats import Limits
from redactor.model import Document, Feature, Page, Picture, Segment, Source


def load(data: bytes, source: Source, limits: Limits, password: str | None) -> Document:
    """Return every layer of a PDF.

    Raises:
        UncheckedError: the file is damaged, encrypted, or costs more than ``limits`` allow; always a subclass that
            says which.
    """
    from redactor.formats.pdf import (
        covered,
        damage,
        engines,
        features,
        font_names,
        hidden,
        layers,
        pictures,
        preflight,
        text,
    )
    from redactor.formats.pdf.open import opened, translated

    with opened(data, limits, password) as pdf, translated():
        found: list[Feature] = [*pdf.features, *features.of_bytes(data), *damage.of_streams(pdf.pikepdf)]
        body: list[Segment] = []
        pages: list[Page] = []
        shown: list[Picture] = []
        with engines.Second(data, password) as second:
            for number, frame in enumerate(pdf.frames, 1):
                page = pdf.mupdf[number - 1]
                content = page.read_contents() or b""
                preflight.check_content(content, number)
                read = text.read_page(page, frame, number)
                seen = pictures.read_page(page, content, frame, number)
                shown += seen.pictures
                found += hidden.of_page(page, read, seen.coverage, number)
                found += second.compare(read, number)
                found += covered.of_page(page, read, seen, second.pdf, number)
                body.append(read.segment)
                width, height = frame.shown
                pages.append(Page(number, width, height, frame.rotation, read.characters, read.unmapped, seen.coverage))
        below, below_features = hidden.layers_switched_off(pdf, data, password, body)
        others, other_features = layers.read(pdf.pikepdf, pdf.frames, limits)
        content_features, replaced = features.of_content(pdf.pikepdf)
        picture_features, inside = features.of_pictures(pdf.pikepdf)
        found += [*below_features, *other_features, *content_features, *picture_features]
        segments = [*body, *below, *others, *replaced, *inside, *features.comments(data)]
        segments += font_names.segment(pdf.pikepdf, segments)
        return Document(source, tuple(segments), tuple(pages), tuple(shown), tuple(found), _language(pdf.pikepdf.Root))


def _language(root: object) -> str:
    """Return the document's language tag, or an empty string."""
    value = root.get("/Lang") if hasattr(root, "get") else None
    text = str(value) if value is not None else ""
    return text if text.replace("-", "").isalnum() and len(text) <= 35 else ""
