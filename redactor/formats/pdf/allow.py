"""What a copy may carry: for each kind of object the keys that show something, and no others.

Tables 30, 34, 57, 75, 79, 89, 95, 111 to 124 of ISO 32000-1 were read with one question: does a page look different without
this key? What only describes, dates, names or traces is left out.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name, Stream, String

from redactor.formats.pdf import glyph_names, spoken_data
from redactor.formats.pdf.jpeg import strip_jpeg
from redactor.formats.pdf.loose import is_plain_name


def _keys(words: str) -> frozenset[str]:
    return frozenset("/" + word for word in words.split())


_STREAM = _keys("Length Filter DecodeParms")
PAGE = _keys("Type Parent MediaBox CropBox Rotate UserUnit Resources Contents Group")
_RESOURCES = _keys("Font XObject ExtGState ColorSpace Pattern Shading ProcSet")
_FORM = _STREAM | _keys("Type Subtype FormType BBox Matrix Resources Group")
_IMAGE = _STREAM | _keys(
    "Type Subtype Width Height ColorSpace BitsPerComponent ImageMask Mask Decode Interpolate SMask SMaskInData Matte Intent"
)
_PATTERN = _STREAM | _keys("Type PatternType PaintType TilingType BBox XStep YStep Resources Matrix Shading ExtGState")
_SHADING = _STREAM | _keys(
    "ShadingType ColorSpace Background BBox AntiAlias Domain Matrix Function Coords Extend BitsPerCoordinate "
    "BitsPerComponent BitsPerFlag Decode VerticesPerRow"
)
_STATE = _keys("Type LW LC LJ ML D RI OP op OPM Font FL SM SA BM SMask CA ca AIS TK")
_MASK = _keys("Type S G BC TR")
_FUNCTION = _STREAM | _keys("FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Functions Bounds")
_PROFILE = _STREAM | _keys("N Alternate Range")
_FONT = _keys(
    "Type Subtype BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode DescendantFonts FontBBox FontMatrix "
    "CharProcs Resources CIDSystemInfo DW W DW2 W2 CIDToGIDMap"
)
_DESCRIPTOR = _keys(
    "Type FontName Flags FontBBox ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth "
    "MissingWidth FontFile FontFile2 FontFile3"
)
_FONT_FILE = _STREAM | _keys("Length1 Length2 Length3 Subtype")
_CMAP = _STREAM | _keys("Type CMapName CIDSystemInfo WMode UseCMap")
_ENCODING = _keys("Type BaseEncoding Differences")
_SYSTEM = _keys("Registry Ordering Supplement")
_GROUP = _keys("Type S CS I K")
_PROCESS = _keys("All None Cyan Magenta Yellow Black")
_DEPTH = 60


class Pruner:
    """Drops every key that is not on the list, object by object, each object once."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()
        self.drawings: list[Stream] = []
        """Forms and tiling patterns met on the way, whose instructions the caller rewrites."""
        self.glyphs: list[Stream] = []
        """Drawn letters of Type 3 fonts, likewise."""
        self.names: dict[str, str] = {}
        """New names, with their slashes, of resources that were called by words."""

    def page(self, page: Dictionary) -> None:
        """Prune a page with all it draws with."""
        _only(page, PAGE)
        self._resources(page.get("/Resources"))
        self._group(page.get("/Group"))

    def _new(self, item: Any) -> bool:
        if not isinstance(item, (Dictionary, Stream)):
            return False
        if item.is_indirect:
            if item.objgen in self._seen:
                return False
            self._seen.add(item.objgen)
        return True

    def _resources(self, resources: Any) -> None:
        if not self._new(resources):
            return
        _only(resources, _RESOURCES)
        for key, prune in (
            ("/Font", self._font),
            ("/XObject", self._xobject),
            ("/ExtGState", self._state),
            ("/ColorSpace", self._space),
            ("/Pattern", self._pattern),
            ("/Shading", self._shading),
        ):
            entries = resources.get(key)
            if isinstance(entries, Dictionary):
                for name in list(entries.keys()):
                    prune(entries[name])
                    if not is_plain_name(name):
                        entries[self._new_name(name)] = entries[name]
                        del entries[name]

    def _new_name(self, name: str) -> str:
        return self.names.setdefault(name, f"/Own{len(self.names) + 1}")

    def _xobject(self, item: Any) -> None:
        if not isinstance(item, Stream) or not self._new(item):
            return
        if item.get("/Subtype") == Name.Image:
            self._image(item)
        else:
            _only(item, _FORM)
            self._group(item.get("/Group"))
            self._resources(item.get("/Resources"))
            self.drawings.append(item)

    def _image(self, item: Stream) -> None:
        _only(item, _IMAGE)
        self._space(item.get("/ColorSpace"))
        for key in ("/SMask", "/Mask"):
            mask = item.get(key)
            if isinstance(mask, Stream) and self._new(mask):
                self._image(mask)
        filters = item.get("/Filter")
        if isinstance(filters, Array) and len(filters) == 1:
            filters = filters[0]
        parameters: Any = item.get("/DecodeParms")
        for kind, strip in ((Name.DCTDecode, strip_jpeg), (Name.JPXDecode, spoken_data.jpeg2000)):
            if filters == kind:
                raw = item.read_raw_bytes()
                bare = strip(raw)
                if bare != raw:
                    item.write(bare, filter=kind, decode_parms=parameters)
        rows = spoken_data.pixels(item)
        if rows is not None:
            item.write(rows)

    def _group(self, group: Any) -> None:
        if self._new(group):
            _only(group, _GROUP)
            self._space(group.get("/CS"))

    def _state(self, state: Any) -> None:
        if not self._new(state):
            return
        _only(state, _STATE)
        font = state.get("/Font")
        if isinstance(font, Array) and len(font):
            self._font(font[0])
        mask = state.get("/SMask")
        if self._new(mask):
            _only(mask, _MASK)
            self._xobject(mask.get("/G"))
            self._function(mask.get("/TR"))

    def _pattern(self, pattern: Any) -> None:
        if not self._new(pattern):
            return
        _only(pattern, _PATTERN)
        self._shading(pattern.get("/Shading"))
        self._state(pattern.get("/ExtGState"))
        self._resources(pattern.get("/Resources"))
        if isinstance(pattern, Stream):
            self.drawings.append(pattern)

    def _shading(self, shading: Any) -> None:
        if self._new(shading):
            _only(shading, _SHADING)
            self._space(shading.get("/ColorSpace"))
            self._function(shading.get("/Function"))

    def _function(self, function: Any) -> None:
        if isinstance(function, Array):
            for part in function:
                self._function(part)
        elif self._new(function):
            _only(function, _FUNCTION)
            if isinstance(function, Stream) and function.get("/FunctionType") == 4:
                function.write(spoken_data.function(function.read_bytes()))
            self._function(function.get("/Functions"))

    def _space(self, space: Any, depth: int = 0) -> None:
        if not isinstance(space, Array) or depth > _DEPTH:
            return
        for part in space:
            if isinstance(part, Array):
                self._space(part, depth + 1)
        if len(space) > 1 and space[0] == Name.ICCBased and self._new(space[1]):
            _only(space[1], _PROFILE)
            _rewrite(space[1], spoken_data.profile)
            self._space(space[1].get("/Alternate"), depth + 1)
        if len(space) > 3 and space[0] == Name.Indexed:
            colours = spoken_data.palette(space)
            if colours is not None:
                space[3] = String(colours)
        if len(space) > 3 and space[0] in (Name.Separation, Name.DeviceN):
            _nameless(space)
            self._function(space[3])
            del space[4:]

    def _font(self, font: Any) -> None:
        if not self._new(font):
            return
        _only(font, _FONT)
        descendants = font.get("/DescendantFonts")
        for descendant in descendants if isinstance(descendants, Array) else ():
            self._font(descendant)
        for key, allowed in (("/Encoding", _ENCODING), ("/ToUnicode", _CMAP), ("/CIDSystemInfo", _SYSTEM)):
            part = font.get(key)
            if self._new(part):
                _only(part, _CMAP if isinstance(part, Stream) else allowed)
                if isinstance(part, Stream):
                    part.write(spoken_data.code_table(part.read_bytes()))
                    if "/CMapName" in part:
                        part.CMapName = Name("/C")
        descriptor = font.get("/FontDescriptor")
        if self._new(descriptor):
            _only(descriptor, _DESCRIPTOR)
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                program = descriptor.get(key)
                if self._new(program):
                    _only(program, _FONT_FILE)
        glyph_map = font.get("/CIDToGIDMap")
        if self._new(glyph_map):
            _only(glyph_map, _STREAM)
        self._resources(font.get("/Resources"))
        procedures = font.get("/CharProcs")
        for name in procedures.keys() if isinstance(procedures, Dictionary) else ():
            if self._new(procedures[name]):
                _only(procedures[name], _STREAM)
                self.glyphs.append(procedures[name])
        glyph_names.make_plain(font)


def _nameless(space: Any) -> None:
    """Number spot colours: their names are free text, and on screen and paper the alternate colour is shown."""
    names = space[1]
    if isinstance(names, Array):
        for index, name in enumerate(names):
            if str(name) not in _PROCESS:
                names[index] = Name(f"/Spot{index + 1}")
    elif str(names) not in _PROCESS:
        space[1] = Name.Spot1


def _rewrite(stream: Any, clean: Callable[[bytes], bytes]) -> None:
    """Clean a stream's data; what cannot be read as its kind is left to the search of the copy."""
    with contextlib.suppress(ValueError):
        stream.write(clean(stream.read_bytes()))


def _only(item: Any, allowed: frozenset[str]) -> None:
    # A stream may stand where a dictionary should, and its length is its own.
    for key in [key for key in list(item.keys()) if key not in allowed and key != "/Length"]:
        del item[key]
