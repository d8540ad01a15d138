"""Take out of the embedded fonts the letters that only removed words used: a font that still draws a "Z" tells that there was one.

Outlines, the map to characters (ToUnicode), widths, and the lists of glyphs (CIDSet, CharSet) are cut to the codes that the
copy still shows. Codes and glyph numbers stay, so that no page has to be rewritten. What cannot be cut is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from redactor.formats.pdf import glyph_programs
from redactor.formats.pdf.typeface import unicode_map

ObjGen = tuple[int, int]
_MOST_RANGE = 65_536
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end(?:bfchar|bfrange)", re.DOTALL)
_PAIR = re.compile(rb"<\s*([0-9A-Fa-f\s]+)>\s*<\s*([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[([^\]]*)\])")
_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")
_OURS = "/Redactor"


@dataclass(slots=True)
class Pruned:
    """How many fonts were cut, and which kinds could not be."""

    fonts: int = 0
    whole: set[str] = field(default_factory=set)


class FontPruner:
    """Collects the codes that pages show with each font, then cuts the fonts."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._used: defaultdict[ObjGen, set[int]] = defaultdict(set)
        self._fonts: dict[ObjGen, Any] = {}
        self._seen: set[tuple[ObjGen, ObjGen]] = set()
        self.result = Pruned()

    def prune(self) -> Pruned:
        """Cut every font of the file but our own, which are complete for everybody."""
        for page in self._pdf.pages:
            self._resources(page.obj.get("/Resources"))
            self._read(page, page.obj.get("/Resources"))
        programs: defaultdict[ObjGen, list[tuple[Any, Any, set[int]]]] = defaultdict(list)
        for key, font in self._fonts.items():
            try:
                self._cut(font, self._used[key], programs)
            except (ValueError, TypeError, KeyError, AttributeError, IndexError):
                self.result.whole.add("a font that is built in an unusual way")
        for uses in programs.values():
            self._cut_program(uses)
        return self.result

    # What is shown

    def _resources(self, resources: Any) -> None:
        """Note every font below, used or not."""
        if not isinstance(resources, Dictionary):
            return
        fonts: Any = resources.get("/Font")
        for name in list(fonts.keys()) if isinstance(fonts, Dictionary) else ():
            font = fonts[name]
            if isinstance(font, Dictionary) and font.is_indirect and not name.startswith(_OURS):
                self._fonts.setdefault(font.objgen, font)
            elif isinstance(font, Dictionary) and not font.is_indirect:
                self.result.whole.add("a font that is built in an unusual way")

    def _read(self, owner: Any, resources: Any) -> None:
        """Note which codes a page or drawing shows with which font."""
        fonts = resources.get("/Font", Dictionary()) if isinstance(resources, Dictionary) else Dictionary()
        drawings = resources.get("/XObject", Dictionary()) if isinstance(resources, Dictionary) else Dictionary()
        states = resources.get("/ExtGState", Dictionary()) if isinstance(resources, Dictionary) else Dictionary()
        current: Any = None
        stack: list[Any] = []
        for instruction in pikepdf.parse_content_stream(owner, "q Q Tf Tj TJ ' \" Do gs"):
            operands: Any = instruction.operands
            name = str(instruction.operator)
            if name == "q":
                stack.append(current)
            elif name == "Q":
                current = stack.pop() if stack else None
            elif name == "Tf" and operands:
                current = fonts.get(str(operands[0]))
            elif name == "gs" and operands:
                state = states.get(str(operands[0]))
                if isinstance(state, Dictionary) and isinstance(state.get("/Font"), Array):
                    current = state.Font[0]
            elif name == "Do" and operands:
                self._drawing(drawings.get(str(operands[0])), resources)
            elif isinstance(current, Dictionary) and current.is_indirect:
                self._used[current.objgen] |= set(_codes(operands, wide=current.get("/Subtype") == Name.Type0))
        for pattern in _values(resources.get("/Pattern") if isinstance(resources, Dictionary) else None):
            self._drawing(pattern, resources)
        for state in _values(states):
            mask = state.get("/SMask") if isinstance(state, Dictionary) else None
            if isinstance(mask, Dictionary):
                self._drawing(mask.get("/G"), resources)

    def _drawing(self, drawing: Any, resources: Any) -> None:
        if not isinstance(drawing, Stream) or drawing.get("/Subtype") == Name.Image:
            return
        own = drawing.get("/Resources")
        inherits = own is None and isinstance(resources, Dictionary) and resources.is_indirect
        key = (drawing.objgen, resources.objgen if inherits else (0, 0))
        if key in self._seen:
            return
        self._seen.add(key)
        below = own if own is not None else resources
        self._resources(below)
        self._read(drawing, below)

    # What is cut

    def _cut(self, font: Any, used: set[int], programs: dict[ObjGen, list[tuple[Any, Any, set[int]]]]) -> None:
        kind = font.get("/Subtype")
        wide = kind == Name.Type0
        if isinstance(font.get("/ToUnicode"), Stream):
            known = _unicode_of(font.ToUnicode.read_bytes())
            kept = {code: text for code, text in known.items() if code in used}
            font.ToUnicode = self._pdf.make_stream(unicode_map(kept, digits=4 if wide else 2))
        if kind == Name.Type3:
            self._cut_type3(font, used)
            return
        holder: Any = font.DescendantFonts[0] if wide else font
        descriptor = holder.get("/FontDescriptor")
        if wide:
            if font.get("/Encoding") not in (Name("/Identity-H"), Name("/Identity-V")):
                self.result.whole.add("a font with a code table of its own")
                return
            if isinstance(holder.get("/W"), Array):
                holder.W = _cut_widths(holder.W, used)
        elif isinstance(font.get("/Widths"), Array):
            first = int(font.get("/FirstChar", 0))
            font.Widths = Array([width if first + at in used else 0 for at, width in enumerate(font.Widths)])
            encoding = font.get("/Encoding")
            if isinstance(encoding, Dictionary) and isinstance(encoding.get("/Differences"), Array):
                font.Encoding = Dictionary(
                    {key: encoding[key] for key in list(encoding.keys()) if key != "/Differences"}
                )
                font.Encoding.Differences = _cut_differences(encoding.Differences, used)
        if isinstance(descriptor, Dictionary):
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                program = descriptor.get(key)
                if isinstance(program, Stream):
                    programs[program.objgen].append((font, (descriptor, key), used))
            for key in ("/CIDSet", "/CharSet"):
                if key in descriptor:
                    del descriptor[key]

    def _cut_type3(self, font: Any, used: set[int]) -> None:
        names = _named(font.get("/Encoding"))
        shown = {names[code] for code in used if code in names}
        procedures = font.get("/CharProcs")
        if isinstance(procedures, Dictionary):
            for name in [key for key in list(procedures.keys()) if key not in shown]:
                del procedures[name]
        self.result.fonts += 1

    def _cut_program(self, uses: list[tuple[Any, Any, set[int]]]) -> None:
        """Blank the outlines of one font program that no font shows any more."""
        descriptor, key = uses[0][1]
        data = descriptor[key].read_bytes()
        try:
            cut = glyph_programs.cut(data, key, [(font, used) for font, _, used in uses])
        except Exception:  # noqa: BLE001  # fontTools raises errors of many kinds on odd fonts, and the report says so
            cut = None
        program = descriptor[key]
        if cut is None:
            if key == "/FontFile":
                program.write(glyph_programs.hushed(data))
            self.result.whole.add(_KINDS[key])
            return
        program.write(cut)
        if key == "/FontFile2":
            program.Length1 = len(cut)
        self.result.fonts += 1


_KINDS = {"/FontFile": "a Type 1 font", "/FontFile2": "a TrueType font", "/FontFile3": "a compact font (CFF)"}


def _codes(operands: Any, *, wide: bool) -> Iterator[int]:
    for operand in operands:
        for part in operand if isinstance(operand, Array) else [operand]:
            if isinstance(part, String):
                raw = bytes(part)
                if wide:
                    yield from (raw[at] << 8 | raw[at + 1] for at in range(0, len(raw) - 1, 2))
                else:
                    yield from raw


def _values(entries: Any) -> list[Any]:
    return [entries[key] for key in list(entries.keys())] if isinstance(entries, Dictionary) else []


def _unicode_of(data: bytes) -> dict[int, str]:
    """Return what a ToUnicode map says of each code."""
    found: dict[int, str] = {}
    for kind, body in _SECTION.findall(data):
        if kind == b"bfchar":
            for code, text in _PAIR.findall(body):
                found[int(code, 16)] = _text(text)
            continue
        for low, high, start, listed in _RANGE.findall(body):
            first, last = int(low, 16), min(int(high, 16), int(low, 16) + _MOST_RANGE)
            if listed:
                for at, text in enumerate(_HEX.findall(listed)[: last - first + 1]):
                    found[first + at] = _text(text)
            elif start:
                value, digits = int(start, 16), len(start)
                for at in range(last - first + 1):
                    found[first + at] = _text(b"%0*x" % (digits, value + at))
    return found


def _text(digits: bytes) -> str:
    raw = bytes.fromhex(b"".join(digits.split()).decode("ascii"))
    return raw.decode("utf-16-be", "replace") if len(raw) > 1 else raw.decode("latin-1")


def _cut_widths(widths: Array, used: set[int]) -> Array:
    """Return the widths of a composite font (ISO 32000-1, 9.7.4.3) for the codes in use, one by one."""
    cut = Array([])
    entries = list(widths)
    at = 0
    while at + 1 < len(entries):
        first, second = int(entries[at]), entries[at + 1]
        if isinstance(second, Array):
            pairs = [(first + step, width) for step, width in enumerate(second)]
            at += 2
        else:
            pairs = [(code, entries[at + 2]) for code in sorted(used) if first <= code <= int(second)]
            at += 3
        for code, width in pairs:
            if code in used:
                cut.append(code)
                cut.append(Array([width]))
    return cut


def _named(encoding: Any) -> dict[int, str]:
    """Return the glyph names that an encoding's differences give to codes."""
    names: dict[int, str] = {}
    code = 0
    differences = encoding.get("/Differences") if isinstance(encoding, Dictionary) else None
    for entry in differences if isinstance(differences, Array) else ():
        if isinstance(entry, Name):
            names[code] = str(entry)
            code += 1
        else:
            code = int(entry)
    return names


def _cut_differences(differences: Any, used: set[int]) -> Array:
    cut = Array([])
    for code, name in sorted(_named(Dictionary(Differences=differences)).items()):
        if code in used:
            cut.append(code)
            cut.append(Name(name))
    return cut


def prune_fonts(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Cut the fonts of a PDF to what its pages show; return what could not be cut, one plain sentence each."""
    whole = FontPruner(pdf).prune().whole
    return tuple(
        f"Letters that only removed words used are still in {kind} of the file, which could not be cut."
        for kind in sorted(whole)
    )


__all__ = ["FontPruner", "Pruned", "prune_fonts"]
