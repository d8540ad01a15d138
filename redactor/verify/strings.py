"""The strings of a PDF object or content stream, decoded in every way a reader might decode them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

__all__ = ["decodings", "shown_text", "tokens"]

_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_NAME_HEX = re.compile(rb"#([0-9a-fA-F]{2})")
_TOKEN = re.compile(
    rb"\(((?:[^()\\]|\\.)*)\)|<([0-9a-fA-F]*)>|/([^\s()<>\[\]{}/%]*)|(?<![\w.])(\d+) (\d+) R\b", re.DOTALL
)
# ISO 32000-1, 7.3.4.2: brackets inside a literal string need no escape when they are balanced; one level is read.
# Lengths are bounded, so that a bracket that never closes (a font program is full of them) costs little.
_PLAIN = rb"[^()\\]|\\."
_INNER = rb"\((?:" + _PLAIN + rb"){0,500}+\)"
_SHOWN = re.compile(rb"\(((?:" + _PLAIN + rb"|" + _INNER + rb"){0,4000}+)\)|<([0-9a-fA-F\s]*+)>", re.DOTALL)
# A step of less than a word space (200 to 333 thousandths of the type size) between two strings of a TJ array.
_KERN = re.compile(rb"([)>])\s*+(?:-?(?:[01]?\d)?\d(?:\.\d*)?\s*+)?([(<])(?!<)")
_USUAL_GLYPH_SHIFT = 29
"""TrueType fonts in the usual order hold "A" (code 65) as glyph 36."""


def tokens(body: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the strings, names and references of an object as qpdf writes it out.

    qpdf escapes every bracket in a literal string, so that no nesting has to be counted.

    Yields:
        ("string", bytes), ("name", bytes without the slash) or ("reference", object number in digits).
    """
    for match in _TOKEN.finditer(body):
        literal, hexadecimal, name, number, _ = match.groups()
        if literal is not None:
            yield "string", _unescaped(literal)
        elif hexadecimal is not None:
            yield "string", _from_hex(hexadecimal)
        elif name is not None:
            yield "name", _NAME_HEX.sub(lambda m: bytes.fromhex(m[1].decode()), name)
        else:
            yield "reference", number


def decodings(raw: bytes) -> Iterator[str]:
    """Yield a string as PDF text (ISO 32000-1, 7.9.2) and in the codings that careless producers write instead."""
    if raw.startswith(b"\xfe\xff"):
        yield raw[2:].decode("utf-16-be", "replace")
    elif raw.startswith(b"\xff\xfe"):
        yield raw[2:].decode("utf-16-le", "replace")
    else:
        yield raw.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
        if not raw.isascii():
            yield raw.decode("utf-8", "replace")
            # PDFDocEncoding differs from Latin-1 in 0x80 to 0x9f: "Łukasz", "Yıldız" and curly apostrophes stand there.
            yield str(pikepdf.String(raw))
        if b"\0" in raw:
            yield raw.decode("utf-16-be", "replace")
            yield raw.decode("utf-16-le", "replace")


def shown_text(content: bytes) -> Iterator[tuple[str, bool]]:
    """Yield what a content stream's strings say when they are put together again, and whether that is a guess.

    Strings marked as Unicode (ActualText) are certain. Guesses are the simple-font reading with kerning closed up, and
    two-byte codes read as Unicode and as glyph numbers of the usual TrueType order.
    """
    pieces = []
    for literal, hexadecimal in _SHOWN.findall(_KERN.sub(_closed_up, content)):
        piece = _unescaped(literal) if literal else _from_hex(hexadecimal)
        pieces.append(piece)
        if piece.startswith((b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf")):
            yield from ((text, False) for text in decodings(piece))
    if not pieces:
        return
    yield b" ".join(pieces).decode("latin-1"), True
    if any(b"\0" in piece for piece in pieces):
        pairs = [piece.decode("utf-16-be", "replace") for piece in pieces]
        yield "".join(pairs), True
        shift = _USUAL_GLYPH_SHIFT
        letters = (chr(ord(code) + shift) if ord(code) < 0xD000 else code for pair in pairs for code in pair)
        yield "".join(letters), True


def _closed_up(match: re.Match[bytes]) -> bytes:
    return b"" if match[1] + match[2] in (b")(", b"><") else match[1] + match[2]


def _unescaped(literal: bytes) -> bytes:
    return _ESCAPE.sub(_escape, literal) if b"\\" in literal else literal


def _escape(match: re.Match[bytes]) -> bytes:
    what = match[1]
    return bytes([int(what, 8) & 255]) if what[:1] in b"01234567" else _ESCAPED.get(what, what)


def _from_hex(digits: bytes) -> bytes:
    packed = b"".join(digits.split())
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode("ascii"))
