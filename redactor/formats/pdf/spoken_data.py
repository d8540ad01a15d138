"""Words inside data that no reader shows as words: code tables of fonts, functions, colour profiles, JPEG 2000 pictures, pixels.

Each kind has one function that returns the data without them, and what does the work of the data stays byte for byte.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Name, Stream

_PRINTABLE = re.compile(rb"[\x20-\x7e]{5,}")
_TOKEN = re.compile(rb"%[^\r\n]*|\((?:[^()\\]|\\.)*\)|/[^\s/()<>\[\]{}%]*", re.DOTALL)
_CODE_NAMES = re.compile(
    rb"/(?:CIDInit|ProcSet|CMap|CMapName|CMapType|CMapVersion|CIDSystemInfo|Registry|Ordering|Supplement|UIDOffset|XUID|WMode|"
    rb"Adobe-Identity-UCS|Identity-[HV]|Adobe|UCS2?|Identity|(?:Adobe-)?(?:Japan[12]|GB1|CNS1|Korea1|KR)(?:-\w{1,8})*|[\w-]{1,4})"
)
_COLLECTIONS = re.compile(rb"\((?:Adobe|UCS2?|Identity|Japan[12]|GB1|CNS1|Korea1|KR|)\)")
_WORKING = frozenset(
    b"wtpt bkpt rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 gamt "
    b"chad chrm pre0 pre1 pre2 lumi cicp".split()
)
"""Tags of a colour profile that colours are reckoned with (ICC.1:2022, 9.2); the others describe, date and name."""
_BOXES = frozenset({b"jP  ", b"ftyp", b"jp2h", b"jp2c"})
_COMMENT, _START_OF_TILE, _END = 0xFF64, 0xFF90, b"\xff\xd9"
_BARE = frozenset(
    {"/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL", "/ASCIIHexDecode", "/ASCII85Decode"}
)


def code_table(data: bytes) -> bytes:
    """Return a font's code table (CMap) without comments, and with no name or string of its maker's own."""

    def plain(found: re.Match[bytes]) -> bytes:
        token = found[0]
        if token[:1] == b"/":
            return token if _CODE_NAMES.fullmatch(token) else b"/C"
        if token[:1] == b"(":
            return token if _COLLECTIONS.fullmatch(token) else b"(C)"
        return b""

    return _TOKEN.sub(plain, data)


def function(data: bytes) -> bytes:
    """Return a PostScript function without comments; it knows no strings and no names."""
    return re.sub(rb"%[^\r\n]*", b"", data)


def profile(data: bytes) -> bytes:
    """Return a colour profile with the tags that colours are reckoned with; ValueError where it cannot be read."""
    if len(data) < 132 or data[36:40] != b"acsp":
        raise ValueError("not a colour profile")
    (count,) = struct.unpack_from(">I", data, 128)
    if count > 200 or 132 + 12 * count > len(data):
        raise ValueError("not a table of tags")
    entries = [struct.unpack_from(">4sII", data, 132 + 12 * at) for at in range(count)]
    kept = [entry for entry in entries if entry[0] in _WORKING]
    if any(offset + size > len(data) for _, offset, size in kept) or not kept:
        raise ValueError("a tag runs past the end")
    table, body, places = bytearray(), bytearray(), {}
    first = 132 + 12 * len(kept)
    for signature, offset, size in kept:
        if (offset, size) not in places:
            body += bytes(-len(body) % 4)
            places[offset, size] = first + len(body)
            body += data[offset : offset + size]
        table += struct.pack(">4sII", signature, places[offset, size], size)
    header = bytearray(data[:128])
    header[80:128] = bytes(48)
    made = header + struct.pack(">I", len(kept)) + table + body
    made[:4] = struct.pack(">I", len(made))
    return bytes(made)


def jpeg2000(data: bytes) -> bytes:
    """Return a JPEG 2000 picture without notes (ITU-T T.800, annexes A and I); ValueError where it cannot be read."""
    try:
        return _codestream(data) if data[:2] == b"\xff\x4f" else _boxes(data)
    except struct.error:
        raise ValueError("a box is cut short") from None


def _boxes(data: bytes) -> bytes:
    out = bytearray()
    at = 0
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, at + 8)
            head = 16
        end = len(data) if size == 0 else at + size
        if end > len(data) or size in range(1, 8):
            raise ValueError("a box runs past the end")
        if kind == b"jp2c":
            stream = _codestream(data[at + head : end])
            out += struct.pack(">I4s", len(stream) + 8, kind) + stream
        elif kind in _BOXES:
            out += data[at:end]
        at = end
    if b"jp2c" not in out:
        raise ValueError("no picture in it")
    return bytes(out)


def _codestream(data: bytes) -> bytes:
    """Return a codestream without comments in its main header and without bytes behind its end."""
    last = data.rfind(_END)
    if data[:2] != b"\xff\x4f" or last < 0:
        raise ValueError("not a codestream")
    out = bytearray(data[:2])
    at = 2
    while at + 4 <= last:
        marker, size = struct.unpack_from(">HH", data, at)
        if marker == _START_OF_TILE:
            return bytes(out) + data[at : last + 2]
        if marker != _COMMENT:
            out += data[at : at + 2 + size]
        at += 2 + size
    raise ValueError("no tile in it")


def pixels(picture: Stream) -> bytes | None:
    """Return a picture's samples without what follows the last row, or None where nothing does."""
    filters = picture.get("/Filter")
    names = (
        [str(one) for one in filters] if isinstance(filters, Array) else [str(filters)] if filters is not None else []
    )
    is_mask = bool(picture.get("/ImageMask", False))
    parts = 1 if is_mask else _components(picture.get("/ColorSpace"))
    if parts is None or not _BARE.issuperset(names):
        return None
    bits = 1 if is_mask else int(picture.get("/BitsPerComponent", 8))
    size = int(picture.get("/Height", 0)) * ((int(picture.get("/Width", 0)) * parts * bits + 7) // 8)
    data = picture.read_bytes()
    return data[:size] if len(data) > size > 0 else None


def _components(space: Any) -> int | None:
    name = space[0] if isinstance(space, Array) and len(space) else space
    match str(name) if name is not None else "":
        case "/DeviceGray" | "/CalGray" | "/Indexed" | "/Separation" | "/G" | "/I":
            return 1
        case "/DeviceRGB" | "/CalRGB" | "/Lab" | "/RGB":
            return 3
        case "/DeviceCMYK" | "/CMYK":
            return 4
        case "/ICCBased" if len(space) > 1 and isinstance(space[1], Stream):
            return int(space[1].get("/N", 0)) or None
        case "/DeviceN" if len(space) > 1 and isinstance(space[1], Array):
            return len(space[1])
    return None


def palette(space: Any) -> bytes | None:
    """Return the colours of an Indexed space without what follows the last of them, or None where nothing does."""
    parts = _components(space[1])
    if parts is None:
        return None
    data = space[3].read_bytes() if isinstance(space[3], Stream) else bytes(space[3])
    size = parts * (int(space[2]) + 1)
    return data[:size] if len(data) > size else None


def cut_tail(stream: Stream) -> None:
    """Take away what follows the end of a packed stream inside its length: every reader skips it."""
    filters = stream.get("/Filter")
    first = filters[0] if isinstance(filters, Array) and len(filters) else filters
    if first not in (Name.FlateDecode, Name("/Fl")):
        return
    raw = stream.read_raw_bytes()
    unpacker = zlib.decompressobj()
    try:
        unpacker.decompress(raw)
    except zlib.error:
        return
    if unpacker.unused_data:
        held: Any = filters
        parameters: Any = stream.get("/DecodeParms")
        stream.write(raw[: -len(unpacker.unused_data)], filter=held, decode_parms=parameters)


def words(kind: str, data: bytes) -> Iterator[str]:
    """Yield the words that cleaning takes out of data of a kind ("code table", "function", "profile", "jpeg2000")."""
    if kind in ("code table", "function"):
        for token in _TOKEN.findall(data):
            plain = _CODE_NAMES.fullmatch(token) or _COLLECTIONS.fullmatch(token)
            if not plain and len(token) > 3:
                yield token.strip(b"%/() ").decode("utf-8", "replace")
        return
    clean = {"profile": profile, "jpeg2000": jpeg2000}[kind]
    try:
        left = clean(data)
    except ValueError:
        left = b""  # nothing of it is known to be harmless
    for run in _PRINTABLE.findall(data):
        if run not in left:
            yield run.decode("ascii")
