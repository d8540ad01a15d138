"""Take the camera's and the editor's notes out of JPEG pictures without touching a pixel.

APP1 to APP15 and COM segments (ITU-T T.81, B.2.4) go, except the colour profile (APP2 ICC_PROFILE) and Adobe's colour
transform (APP14), without which the colours would change.
"""

from __future__ import annotations

_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_COM, _APP1, _APP2, _APP14, _APP15 = 0xFE, 0xE1, 0xE2, 0xEE, 0xEF


def strip_jpeg(data: bytes) -> bytes:
    """Return a JPEG without notes and without bytes after its end; ValueError where its segments cannot be read."""
    if data[:2] != bytes((0xFF, _SOI)):
        raise ValueError("not a JPEG")
    out = bytearray(data[:2])
    at = 2
    while True:
        if at + 4 > len(data) or data[at] != 0xFF:
            raise ValueError("not a JPEG segment")
        marker = data[at + 1]
        if marker == 0xFF:  # fill byte
            at += 1
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data):
            raise ValueError("a JPEG segment runs past the end")
        segment = data[at:end]
        if _keep(marker, segment):
            out += segment
        at = end
        if marker == _SOS:
            at = _end_of_scan(data, at)
            out += data[end:at]
            if at >= len(data) or data[at + 1] == _EOI:
                return bytes(out) + bytes((0xFF, _EOI))


def _keep(marker: int, segment: bytes) -> bool:
    if marker == _APP2:
        return segment[4:16] == b"ICC_PROFILE\0"
    return marker == _APP14 or not (marker == _COM or _APP1 <= marker <= _APP15)


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the next marker stands that is neither a stuffed byte nor a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7 and data[at + 1] != 0xFF:
            return at
        at += 1 if data[at + 1] == 0xFF else 2
