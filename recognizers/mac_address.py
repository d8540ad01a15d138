"""MAC_ADDRESS: the hardware address of one network card."""

from __future__ import annotations

import re

from recognizers.base import Shape, ShapeRecognizer

EXAMPLES = ("The body-worn camera dock is 00:1A:2B:3C:4D:5E.", "MAC 00-1a-2b-3c-4d-5e", "Cisco form 001a.2b3c.4d5e")
COUNTER_EXAMPLES = ("The ratio was 10:20:30.", "Section 00:1A:2B applies.", "Serial 00-1A-2B-3C-4D-5E-6F-70")

_PAIR = "[0-9A-Fa-f]{2}"


class MacAddressRecognizer(ShapeRecognizer):
    """Match EUI-48 addresses as IEEE 802 writes them, with colons, hyphens or dots."""

    ENTITY = "MAC_ADDRESS"
    SHAPES = (
        Shape(
            "pairs",
            re.compile(rf"(?<![0-9A-Fa-f:-]){_PAIR}(?P<sep>[:-])(?:{_PAIR}(?P=sep)){{4}}{_PAIR}(?![0-9A-Fa-f:-])"),
            0.95,
            "Six pairs of hexadecimal digits, the form of a network card's address.",
        ),
        Shape(
            "dotted",
            re.compile(r"(?<![0-9A-Za-z.])(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}(?![0-9A-Za-z])"),
            0.85,
            "Three groups of four hexadecimal digits, the form of a network card's address.",
        ),
    )


RECOGNIZER = MacAddressRecognizer
