"""Makes made-up text as untidy as real files: scans, hard line ends, quoted e-mail, capitals, odd spaces."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Final

from training.synthetic.piece import Edit, Piece, edited
from training.synthetic.render import cased

_SCAN: Final = (
    ("rn", "m"), ("m", "rn"), ("l", "1"), ("I", "l"), ("O", "0"), ("o", "0"), ("e", "c"), ("S", "5"), ("B", "8"), ("cl", "d"),
    ("ll", "1l"), ("t", "f"), ("h", "b"), ("a", "o"), ("i", "í"), (".", ","), (",", "."), ("'", "`"), ("g", "q"), ("u", "ii"),
    ("vv", "w"), ("fi", "ﬁ"), ("f", "ſ"), ("D", "O"), ("n", "ri"), ("é", "e"), ("-", "—"), ("H", "Ii"), ("W", "VV"),
)  # fmt: skip
_TYPIST: Final = ("drop", "double", "swap")


def scanned(piece: Piece, rng: random.Random, *, rate: float) -> Piece:
    """Misread about ``rate`` of the letters as OCR does, and lose or add a few spaces."""
    edits = []
    text = piece.text
    for index, char in enumerate(text):
        if char == "\n" or rng.random() >= rate:
            continue
        if char == " ":
            edits.append(Edit(index, index + 1, rng.choice(("", "  ", " . ", "\u00a0"))))
            continue
        options = [(old, new) for old, new in _SCAN if text.startswith(old, index)]
        if options and rng.random() < 0.8:
            old, new = rng.choice(options)
            edits.append(Edit(index, index + len(old), new))
        elif char.isalpha():
            edits.append(Edit(index, index, " ") if rng.random() < 0.4 else Edit(index, index + 1, ""))
    return edited(piece, edits)


def typed(piece: Piece, rng: random.Random, *, rate: float) -> Piece:
    """Drop, double or swap letters as a hurried writer does."""
    edits = []
    text = piece.text
    for index in range(len(text) - 1):
        if not (text[index].isalpha() and text[index + 1].isalpha()) or rng.random() >= rate:
            continue
        match rng.choice(_TYPIST):
            case "drop":
                edits.append(Edit(index, index + 1, ""))
            case "double":
                edits.append(Edit(index, index + 1, text[index] * 2))
            case _:
                edits.append(Edit(index, index + 2, text[index + 1] + text[index]))
    return edited(piece, edits)


def wrapped(piece: Piece, rng: random.Random) -> Piece:
    """End lines at a fixed width, as a PDF or an old e-mail program does, in the middle of names too."""
    width = rng.randint(38, 92)
    ending = rng.choice(("\n", "\n", "\n", " \n", "\r\n"))
    edits, line_start, last_space = [], 0, -1
    for index, char in enumerate(piece.text):
        if char == "\n":
            line_start, last_space = index + 1, -1
        elif char == " ":
            last_space = index
        if index - line_start >= width and last_space >= 0:
            edits.append(Edit(last_space, last_space + 1, ending))
            line_start, last_space = last_space + 1, -1
    return edited(piece, edits)


def quoted(piece: Piece, rng: random.Random) -> Piece:
    """Put the marks of a quoted e-mail before each line."""
    mark = rng.choice(("> ", "> ", ">", ">> ", "| "))
    edits = [Edit(found.start(), found.start(), mark) for found in re.finditer(r"(?m)^", piece.text)]
    return edited(piece, edits)


def typographic(piece: Piece, rng: random.Random) -> Piece:
    """Use the curly quotes and long dashes of a word processor."""
    del rng
    edits = [Edit(found.start(), found.end(), "’") for found in re.finditer("(?<=\\w)'", piece.text)]
    edits += [Edit(found.start(), found.end(), " – ") for found in re.finditer(" - ", piece.text)]
    return edited(piece, edits)


def spaced(piece: Piece, rng: random.Random) -> Piece:
    """Widen some spaces, as text taken from a PDF has them."""
    spaces = [found for found in re.finditer(r"(?<=\S) (?=\S)", piece.text) if rng.random() < 0.08]
    return edited(piece, [Edit(at.start(), at.end(), rng.choice(("  ", "\u00a0", "   "))) for at in spaces])


def unbroken(piece: Piece, rng: random.Random) -> Piece:
    """Run the lines together, as a cell or a web form does."""
    glue = rng.choice((" ", " ", "  ", " | "))
    return edited(piece, [Edit(at.start(), at.end(), glue) for at in re.finditer(r"\s*\n\s*", piece.text)])


def unaccented(piece: Piece, rng: random.Random) -> Piece:
    """Write letters outside ASCII as old systems do: without accents, or as a question mark."""
    import unicodedata

    lost = rng.random() < 0.2
    edits = []
    for index, char in enumerate(piece.text):
        if char.isalpha() and ord(char) > 127:
            plain = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
            edits.append(Edit(index, index + 1, "?" if lost or not plain else plain))
    return edited(piece, edits)


def lowered(piece: Piece, rng: random.Random) -> Piece:
    """Write everything in small letters."""
    del rng
    return cased(piece, upper=False)


def raised(piece: Piece, rng: random.Random) -> Piece:
    """Write everything in capitals."""
    del rng
    return cased(piece, upper=True)


def tidied(piece: Piece, rng: random.Random) -> Piece:
    """Mend what joining parts leaves: doubled stops and commas; half of the "s's" are written "s'"."""
    edits = [Edit(at.start(), at.end(), at[1]) for at in re.finditer(r"(?<=\w),\s?([,.;:?])", piece.text)]
    edits += [Edit(at.start(), at.end(), "") for at in re.finditer(r"(?<=\w\.)\.(?!\.)", piece.text)]
    edits += [Edit(at.start(), at.end(), "") for at in re.finditer(r"(?<=s')s\b", piece.text) if rng.random() < 0.5]
    return edited(piece, edits)


Noise = Callable[[Piece, random.Random], Piece]


def _light_scan(piece: Piece, rng: random.Random) -> Piece:
    return scanned(piece, rng, rate=rng.uniform(0.003, 0.02))


def _bad_scan(piece: Piece, rng: random.Random) -> Piece:
    return scanned(piece, rng, rate=rng.uniform(0.02, 0.06))


def _hasty(piece: Piece, rng: random.Random) -> Piece:
    return typed(piece, rng, rate=rng.uniform(0.004, 0.02))


# Each is tried by itself, in this order: (chance, change).
STEPS: Final[tuple[tuple[float, Noise], ...]] = (
    (0.045, lowered),
    (0.035, raised),
    (0.05, unaccented),
    (0.25, typographic),
    (0.03, _hasty),
    (0.05, _light_scan),
    (0.015, _bad_scan),
    (0.05, spaced),
    (0.03, unbroken),
    (0.14, wrapped),
    (0.03, quoted),
)


def disturbed(piece: Piece, rng: random.Random) -> Piece:
    """Return the piece after those of ``STEPS`` that chance picks; most documents are left alone."""
    for chance, step in STEPS:
        if rng.random() < chance:
            piece = step(piece, rng)
    return piece
