"""What a file is by its content, whatever it is called; for the list of those that cannot be checked."""

from __future__ import annotations

from collections.abc import Collection

HEAD = 4096
"""Bytes from the start that ``of`` needs."""

# First bytes -> kind; the public "magic numbers" of each format's specification.
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PK\x07\x08", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"BM", "bmp"),
    (b"%!PS", "postscript"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
)
_TAR_AT, _TAR = 257, b"ustar"


def of(head: bytes) -> str:
    """Return the kind of a file by its first bytes: "zip", "png", "html", "text", "empty", "unknown"."""
    if not head:
        return "empty"
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR:
        return "tar"
    begin = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    if begin.startswith((b"<!doctype html", b"<html")):
        return "html"
    if begin.startswith(b"<?xml"):
        return "xml"
    return "text" if _is_text(head) else "unknown"


def of_zip(names: Collection[str]) -> str:
    """Return "zip" for an archive of files, else which kind of document is packed as a ZIP."""
    known = set(names)
    if "[Content_Types].xml" in known:
        for folder, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
            if any(name.startswith(folder) for name in known):
                return kind
        return "ooxml"
    if "mimetype" in known and ("content.xml" in known or "META-INF/container.xml" in known):
        return "odf" if "content.xml" in known else "epub"
    return "program" if "META-INF/MANIFEST.MF" in known else "zip"


def _is_text(head: bytes) -> bool:
    if b"\x00" in head:
        return False
    try:
        head[: HEAD - 4].decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
