"""Pack a picture that was redacted about as small as it came: MuPDF leaves its pixels uncompressed.

A JPEG becomes a JPEG again with its own quantisation tables, so that blocks nobody touched come out all but the same; losslessly
packed pixels stay so where they are not much larger.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PIL import Image, JpegImagePlugin

_SMALL = 128 * 1024
"""Bytes up to which lossless packing is always good enough."""
_MUCH_LARGER = 1.5
_QUALITY = 90
_MODES = {1: "L", 3: "RGB"}


@dataclass(frozen=True, slots=True)
class Original:
    """A lossy picture before redaction: its size in pixels and its packed bytes."""

    width: int
    height: int
    packed: bytes
    is_jpeg: bool

    def __repr__(self) -> str:
        return f"Original({self.width} x {self.height})"


def lossy_pictures(page: Any) -> list[Original]:
    """Return the JPEG and JPEG 2000 pictures of a page."""
    found = []
    for xref, _, width, height, *_, filters, _ in page.get_images(full=True):
        if "DCT" in filters or "JPX" in filters:
            packed = page.parent.extract_image(xref)
            found.append(Original(width, height, packed["image"], packed["ext"] == "jpeg"))
    return found


def pack_again(page: Any, originals: Iterable[Original], first_new: int) -> None:
    """Pack the pictures that redaction put in the place of lossy ones.

    Args:
        page: the redacted page.
        originals: what ``lossy_pictures`` returned before.
        first_new: the lowest object number that did not exist before.
    """
    by_size = {(original.width, original.height): original for original in originals}
    for xref, _, width, height, bits, *_ in page.get_images(full=True):
        original = by_size.get((width, height))
        if xref < first_new or original is None or bits != 8:
            continue
        pixels = page.parent.xref_stream(xref)
        mode = _MODES.get(len(pixels) // (width * height))
        if mode is None or len(pixels) % (width * height):
            continue
        if len(zlib.compress(pixels, 1)) <= max(_SMALL, _MUCH_LARGER * len(original.packed)):
            continue
        page.parent.update_stream(xref, _jpeg(Image.frombytes(mode, (width, height), pixels), original), compress=False)
        page.parent.xref_set_key(xref, "Filter", "/DCTDecode")
        page.parent.xref_set_key(xref, "DecodeParms", "null")


def _jpeg(picture: Image.Image, original: Original) -> bytes:
    options: dict[str, Any] = {"quality": _QUALITY}
    if original.is_jpeg:
        with Image.open(io.BytesIO(original.packed)) as source:
            if isinstance(source, JpegImagePlugin.JpegImageFile) and source.mode == picture.mode:
                options = {"qtables": source.quantization}
                if source.mode == "RGB":
                    options["subsampling"] = JpegImagePlugin.get_sampling(source)
    out = io.BytesIO()
    picture.save(out, "JPEG", optimize=True, **options)
    return out.getvalue()
