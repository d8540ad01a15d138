"""One walk over a PDF's objects that visits each string and name once and remembers what it is inside of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from redactor.errors import LimitError
from redactor.formats import Limits
from redactor.formats.pdf import references, xmp
from redactor.formats.pdf.geometry import Frame
from redactor.formats.pdf.preflight import content_bytes
from redactor.formats.pdf.vocabulary import NO_TEXT, STANDARD
from redactor.model import Layer, Quad, QuadArray, Segment

_MAX_DEPTH = 100
"""Levels; a chain of articles may be longer than Python's stack, so what lies deeper waits in a list."""
_MAX_TEXT_STREAM = 8 << 20
_ACTIONS = {
    "/Launch": "launch",
    "/SubmitForm": "submit",
    "/ImportData": "submit",
    "/JavaScript": "javascript",
    "/Rendition": "javascript",
}
_TELLING = {
    "PieceInfo": ("piece-info", "private data of another program"),
    "Thumb": ("thumbnails", "a small picture of a page"),
    "Alternates": ("alternate-images", "a second version of a picture"),
    "XFA": ("xfa", "an XFA form"),
    "VP": ("measurements", "a map's or a plan's measurements"),
    "Threads": ("articles", "articles, which lead through the pages"),
    "SpiderInfo": ("captured-web-page", "a record of the web pages it was made of"),
    "Templates": ("page-templates", "page templates that are not shown"),
    "OPI": ("picture-elsewhere", "the place of a picture on somebody's disk"),
    "DSS": ("signature", "a digital signature"),
}
_POINTING = frozenset({Layer.OUTLINE, Layer.LINK, Layer.ANNOTATION, Layer.FORM})
"""Layers that point at a page; what the page holds is the page's own, not theirs."""
_IDENTIFIERS = frozenset({"ID", "Headers"})
"""Keys by which table cells refer to their headings, thousands of times the same few (ISO 32000-1, table 349)."""
_NAME_PARTS = re.compile(r"[A-Za-z\u0080-\uffff]{3}")
_HASH = re.compile(r"[0-9A-Fa-f]{8,}")
_NODE = re.compile(r"[a-z]{1,6}[_.-]?\d+")
"""What programs call the parts of a page, thousands of them."""
_SAYS = re.compile(r"\w\W*\w")
_PLAIN = re.compile(r"[^\x00-\x08\x0b\x0c\x0e-\x1f\ufffd]")


@dataclass(frozen=True, slots=True)
class Owner:
    """What the walk is inside of: address, layer, and where on a page it shows."""

    id: str
    layer: Layer
    place: str
    page: int | None = None
    quad: Quad | None = None
    lumped: bool = False


@dataclass(slots=True)
class Walk:
    """The state of one walk: what has been visited, and what was found."""

    pdf: pikepdf.Pdf
    frames: Sequence[Frame]
    limits: Limits
    segments: list[Segment] = field(default_factory=list)
    features: Counter[tuple[str, str, int | None]] = field(default_factory=Counter)
    quads: dict[tuple[str, str, int | None], Quad] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    lumps: dict[Owner, list[str]] = field(default_factory=dict)
    seen: set[tuple[int, int]] = field(default_factory=set)
    ids: Counter[str] = field(default_factory=Counter)
    later: list[tuple[Any, Owner, str]] = field(default_factory=list)
    visits: int = 0

    def feature(self, kind: str, place: str, page: int | None = None, quad: Quad | None = None) -> None:
        """Count a thing beside the text."""
        self.features[kind, place, page] += 1
        if quad is not None:
            self.quads.setdefault((kind, place, page), quad)

    def add(self, owner: Owner, key: str, text: str) -> None:
        """Record one string under its owner's address."""
        text = text.replace("\x00", "")
        if not _SAYS.search(text) or len(_PLAIN.findall(text)) < 0.7 * len(text):
            return
        if owner.lumped:
            self.lumps.setdefault(owner, []).append(text)
            return
        if key and key not in STANDARD:
            key = "custom"
        name = f"{owner.id}/{key}" if key else owner.id
        self.ids[name] += 1
        if self.ids[name] > 1:
            name = f"{name}.{self.ids[name]}"
        quads = QuadArray([owner.quad] * len(text)) if owner.quad else QuadArray.nowhere(len(text))
        self.segments.append(Segment(name, owner.layer, owner.page, text, quads, owner.place))

    def visit(self, value: Any, owner: Owner, key: str = "", depth: int = 0) -> None:
        """Visit an object and everything below it that has not been visited yet."""
        if isinstance(value, (int, float, bool)) or value is None:
            return
        self.visits += 1
        if self.visits > 10 * self.limits.max_objects:
            raise LimitError("the file has more objects than are allowed", remedy="Treat it as hostile.")
        if depth > _MAX_DEPTH:
            self.later.append((value, owner, key))
            return
        if isinstance(value, pikepdf.String):
            if owner.layer is Layer.STRUCTURE and key in _IDENTIFIERS:
                self.name(string_of(value))
            else:
                self.add(owner, key, string_of(value))
        elif isinstance(value, pikepdf.Name):
            self.name(name_of(value))
        elif isinstance(value, (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)):
            if value.is_indirect:
                if value.objgen in self.seen or (owner.layer in _POINTING and _is_page(value)):
                    return
                self.seen.add(value.objgen)
            if isinstance(value, pikepdf.Array):
                if len(value) and value[0] == pikepdf.Name.Indexed:
                    return
                for one in value:
                    self.visit(one, owner, key, depth + 1)
            else:
                self._dictionary(value, owner, depth)

    def _dictionary(self, value: Any, owner: Owner, depth: int) -> None:
        owner = self.owner_of(value, owner)
        try:
            entries = list(value.items())
        except UnicodeDecodeError:
            self._raw(value, owner, depth)
            return
        for full, child in entries:
            key = full[1:]
            if (key == "ID" and owner.layer is Layer.STRUCTURE and isinstance(child, pikepdf.String)) or (
                key == "Lang" and isinstance(child, pikepdf.String) and "x-" in string_of(child)
            ):
                self.name(string_of(child))
            if key not in NO_TEXT:
                if key == "Metadata" and isinstance(child, pikepdf.Stream):
                    self.feature("inner-metadata", "metadata of a picture, a page or another part")
                    self.metadata(child, "image/xmp" if value.get("/Subtype") == "/Image" else f"{owner.id}/xmp")
                self.entry(key, child, owner, depth)

    def _raw(self, value: Any, owner: Owner, depth: int) -> None:
        """Search a dictionary whose keys are no UTF-8 as the bytes it is, and follow its references."""
        raw = (value.stream_dict if isinstance(value, pikepdf.Stream) else value).unparse(resolved=True)
        self.add(owner, "custom", raw.decode("latin-1"))
        for number, generation in references.found_in(raw):
            self.visit(self.pdf.get_object((number, generation)), owner, "", depth + 1)

    def entry(self, key: str, child: Any, owner: Owner, depth: int) -> None:
        """Visit one entry of a dictionary, noting what its key means."""
        if key not in STANDARD:
            self.name(key)
        if key in _TELLING:
            self.feature(*_TELLING[key])
        if key == "PieceInfo":
            owner = replace(owner, layer=Layer.METADATA, place="private data of another program", lumped=False)
        elif key == "XFA":
            self._xfa(child)
        elif key == "JS":
            owner = Owner("script", Layer.SCRIPT, "a script", owner.page)
            if isinstance(child, pikepdf.Stream):
                self.add(owner, "", text_of(content_bytes(child, _MAX_TEXT_STREAM)))
        self.visit(child, owner, key, depth + 1)

    def owner_of(self, value: Any, owner: Owner) -> Owner:
        """Return the owner of a dictionary's strings, and note what the dictionary means."""
        action = value.get("/S")
        if isinstance(action, pikepdf.Name) and str(action) in _ACTIONS:
            self.feature(_ACTIONS[str(action)], owner.place, owner.page, owner.quad)
        kind = value.get("/Type")
        if kind == "/Sig" or value.get("/FT") == "/Sig":
            self.feature("signature", "a digital signature", owner.page, owner.quad)
        if kind in ("/Filespec", "/F") or "/EF" in value:
            if "/EF" in value:
                self.feature("attachment", owner.place or "attached file", owner.page, owner.quad)
            self.ids["attachment"] += 1
            return Owner(
                f"attachment/{self.ids['attachment']}", Layer.ATTACHMENT, "attached file", owner.page, owner.quad
            )
        if kind == "/OCG":
            return Owner("layer-names", Layer.NAME, "layer names", lumped=True)
        if kind == "/StructElem" and not owner.id.startswith("structure"):
            return STRUCTURE
        return owner

    def name(self, name: str) -> None:
        """Record a name that is nobody's standard; the word may be a person's."""
        if (
            name not in STANDARD
            and _NAME_PARTS.search(name)
            and not _HASH.fullmatch(name)
            and not _NODE.fullmatch(name)
        ):
            self.names.setdefault(name)

    def _xfa(self, value: Any) -> None:
        owner = Owner("xfa", Layer.FORM, "XFA form")
        for one in value if isinstance(value, pikepdf.Array) else (value,):
            if isinstance(one, pikepdf.Stream):
                for key, text in xmp.texts(content_bytes(one, _MAX_TEXT_STREAM)):
                    self.add(owner, key, text)

    def metadata(self, stream: Any, prefix: str) -> None:
        """Record every property of an XMP packet (ISO 16684-1)."""
        owner = Owner(prefix, Layer.METADATA, "document metadata (XMP)")
        for key, text in xmp.texts(content_bytes(stream, _MAX_TEXT_STREAM)):
            self.add(owner, key, text)

    def finish(self) -> None:
        """Visit what lay too deep, then turn lumps and names into segments."""
        while self.later:
            self.visit(*self.later.pop())
        for owner, texts in self.lumps.items():
            text = "\n".join(dict.fromkeys(texts))
            self.segments.append(Segment(owner.id, owner.layer, None, text, QuadArray.nowhere(len(text)), owner.place))
        if self.names:
            # A tab, as between the cells of a table: each is a word by itself, and no name runs over two of them.
            text = "\t".join(self.names)
            self.segments.append(
                Segment("names", Layer.NAME, None, text, QuadArray.nowhere(len(text)), "internal names")
            )


STRUCTURE = Owner("structure", Layer.STRUCTURE, "text for screen readers")


def _is_page(value: pikepdf.Object) -> bool:
    return isinstance(value, pikepdf.Dictionary) and value.get("/Type") == "/Page"


def string_of(value: pikepdf.Object) -> str:
    """Return a PDF text string decoded as the standard says (ISO 32000-1, 7.9.2.2)."""
    try:
        return str(value)
    except UnicodeDecodeError:
        return bytes(value).decode("latin-1")


def name_of(value: pikepdf.Object) -> str:
    """Return a PDF name without its slash; old writers use other encodings than UTF-8 (ISO 32000-1, 7.3.5)."""
    try:
        return str(value)[1:]
    except UnicodeDecodeError:
        return value.unparse().decode("latin-1")[1:]


def text_of(data: bytes) -> str:
    """Return the text of a script stream, in whichever Unicode form it has."""
    if data[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")
