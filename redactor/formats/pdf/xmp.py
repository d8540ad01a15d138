"""The text in XMP metadata and XFA forms: every element's and attribute's value, with a short name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.parsers import expat

_LAST = re.compile(r"[^:}/]+$")
_SAFE = re.compile(r"^[A-Za-z][A-Za-z0-9]{0,39}$")
_MACHINE = {"xmlns", "about", "parseType", "lang", "instanceID", "documentID", "originalDocumentID"}


def texts(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield a name and a value for each text in XML.

    The XML is read without entities or external resources (expat resolves none unless told to). Where it is broken
    the tags are cut out, so that its text is still searched.
    """
    found: list[tuple[str, str]] = []
    path: list[str] = []
    buffer: list[str] = []

    def flush() -> None:
        text = "".join(buffer).strip()
        buffer.clear()
        if text:
            found.append((_name(path), text))

    def start(tag: str, attributes: dict[str, str]) -> None:
        flush()
        path.append(tag)
        for key, value in attributes.items():
            if value.strip() and key.split(":")[0] not in _MACHINE and key.split(":")[-1] not in _MACHINE:
                found.append((_name([*path, key]), value))

    def end(_: str) -> None:
        flush()
        path.pop()

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = buffer.append
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(data.strip(b"\x00 \r\n\t"), True)
    except (expat.ExpatError, ValueError):
        plain = re.sub(rb"<[^>]*>", b"\n", data).decode("utf-8", "replace").strip()
        if plain:
            yield "unreadable", plain
        quoted = b"\n".join(re.findall(rb"=\s*[\"']([^\"']+)[\"']", data)).decode("utf-8", "replace")
        if quoted:
            yield "unreadable", quoted
        return
    yield from found


def _refuse(*_: object) -> None:
    raise ValueError("entities are not expanded")


def _name(path: list[str]) -> str:
    """Return the innermost telling name; list and language wrappers say nothing."""
    for part in reversed(path):
        match = _LAST.search(part)
        short = match[0] if match else part
        if short not in ("li", "Alt", "Seq", "Bag", "Description", "RDF", "xmpmeta"):
            return short if _SAFE.match(short) else "custom"
    return "text"
