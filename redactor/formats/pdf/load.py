"""Read a PDF: check that it is safe to open, then every layer of it in turn."""

from __future__ import annotations

import dataclasses

from redactor.formats import Limits
from redactor.model import Document, Feature, Layer, Page, Picture, Segment, Source


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
        scans,
        text,
    )
    from redactor.formats.pdf.open import opened, translated

    with opened(data, limits, password) as pdf, translated():
        found: list[Feature] = [*pdf.features, *features.of_bytes(data), *damage.of_streams(pdf.pikepdf)]
        body: list[Segment] = []
        pages: list[Page] = []
        shown: list[Picture] = []
        scanned: dict[int, list[Segment]] = {}
        flat: list[Segment] = []
        with engines.Second(data, password) as second:
            for number, frame in enumerate(pdf.frames, 1):
                page = pdf.mupdf[number - 1]
                content = page.read_contents() or b""
                preflight.check_content(content, number)
                read = text.read_page(page, frame, number)
                seen = pictures.read_page(page, content, frame, number)
                scan = scans.read_page(page, number, read, seen, limits)
                shown += scan.pictures
                found += hidden.of_page(page, read, seen.coverage, number)
                flat += hidden.without_size(read, number)
                found += second.compare(read, number)
                found += covered.of_page(page, read, seen, second.pdf, number)
                under = dataclasses.replace(
                    read.segment, layer=Layer.HIDDEN_TEXT, place=f"the text layer under page {number}"
                )
                body.append(under if scan.replaces else read.segment)
                scanned[number] = [one for one in (scan.segment, scan.again) if one is not None]
                width, height = frame.shown
                pages.append(
                    Page(
                        number,
                        width,
                        height,
                        frame.rotation,
                        read.characters,
                        read.unmapped,
                        seen.coverage,
                        scan.confidence,
                        scan.twice,
                    )
                )
        below, below_features = hidden.layers_switched_off(pdf, data, password, body)
        others, other_features = layers.read(pdf.pikepdf, pdf.frames, limits)
        content_features, replaced = features.of_content(pdf.pikepdf)
        picture_features, inside = features.of_pictures(pdf.pikepdf)
        found += [*below_features, *other_features, *content_features, *picture_features]
        pages_read = [one for at, page_text in enumerate(body, 1) for one in (page_text, *scanned[at])]
        segments = [*pages_read, *flat, *below, *others, *replaced, *inside, *features.comments(data)]
        segments += font_names.segment(pdf.pikepdf, segments)
        return Document(source, tuple(segments), tuple(pages), tuple(shown), tuple(found), _language(pdf.pikepdf.Root))


def _language(root: object) -> str:
    """Return the document's language tag, or an empty string."""
    value = root.get("/Lang") if hasattr(root, "get") else None
    text = str(value) if value is not None else ""
    return text if text.replace("-", "").isalnum() and len(text) <= 35 else ""
