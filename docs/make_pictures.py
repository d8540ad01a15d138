"""Make the pictures of README.md from a sample: ``python -m docs.make_pictures``.

The police letter is redacted as README's first command does it; page 2 of source and copy are drawn side by side.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from redactor import Engine
from redactor import case as cases

ROOT = Path(__file__).resolve().parent.parent
LETTER = ROOT / "samples" / "police-letter.chromium.pdf"
PICTURE = ROOT / "docs" / "images" / "before-and-after.png"
_PAGE, _SCALE, _GAP = 1, 1.15, 24


def main() -> None:
    """Write docs/images/before-and-after.png."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.pdf"
        Engine("uk-police-foi").redact(LETTER, copy, case=cases.load(ROOT / "samples" / "police-letter.case.yaml"))
        pages = [
            pypdfium2.PdfDocument(path)[_PAGE].render(scale=_SCALE).to_pil().convert("L") for path in (LETTER, copy)
        ]
    width, height = pages[0].size
    sheet = Image.new("L", (2 * width + 3 * _GAP, height + 2 * _GAP), 214)
    for number, page in enumerate(pages):
        left = _GAP + number * (width + _GAP)
        sheet.paste(page, (left, _GAP))
        ImageDraw.Draw(sheet).rectangle((left - 1, _GAP - 1, left + width, _GAP + height), outline=150)
    PICTURE.parent.mkdir(exist_ok=True)
    sheet.quantize(16).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
