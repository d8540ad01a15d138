"""MAC_ADDRESS: the hardware address of one network card.

Six pairs of figures alone are a time or a row of dates: an address without a letter needs a word that says what it is,
and so does one written in one piece. Source: IEEE 802 (EUI-48); all zeros and all ones name no card.
"""

from __future__ import annotations

import re

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer

EXAMPLES = (
    "The body-worn camera dock is 00:1A:2B:3C:4D:5E.",
    "MAC 00-1a-2b-3c-4d-5e",
    "Cisco form 001a.2b3c.4d5e",
    "MAC address 001A2B3C4D5E",
)
COUNTER_EXAMPLES = (
    "The ratio was 10:20:30.",
    "Section 00:1A:2B applies.",
    "Serial 00-1A-2B-3C-4D-5E-6F-70",
    "20-24-06-12-10-30",
    "Serial 001A2B3C4D5E",
)

_PAIR = "(?:[0-9A-Fa-f]{2})"
# A scan reads 0 and 1 as letters.
_READ = "(?:[0-9A-Fa-fOoIl]{2})"
_DASH = "[:\u2010-\u2013-]"
_WORDS = r"\b(?:MAC|BSSID|HWaddr|ether(?:net)?|blue\s?tooth|wi-?fi|WLAN|(?:physical|hardware)\sadd(?:ress|r)|arp|access\spoint)\b"
_LABEL = re.compile(_WORDS, re.IGNORECASE)
_LABELLED = rf"{_WORDS}(?:[\s_-](?:add(?:ress(?:es)?|r)?|id|no|number)\b\.?)?(?:\s?\([A-Za-z -]{{1,12}}\))?(?:\s(?:is|was)\b)?[\s:=.#'\"|-]{{1,24}}+"
# Half an address, in any of its forms.
_CUE = re.compile(
    r"[0-9A-Fa-fOoIl](?<![A-Za-z0-9].)(?:[0-9A-Fa-fOoIl](?P<sep>[:\u2010-\u2013\s-]).?[0-9A-Fa-fOoIl]{2}(?P=sep).?[0-9A-Fa-fOoIl]{2}(?![A-Za-z])"
    r"|[0-9A-Fa-f]{3}\.[0-9A-Fa-f]{4}\.|[0-9A-Fa-fOoIl]{11}|[0-9A-Fa-f]{5}-[0-9A-Fa-f]{6})",
    re.DOTALL,
)
_END = "(?![0-9A-Za-z]|[:.-][0-9A-Za-z])"


class MacAddressRecognizer(ShapeRecognizer):
    """Match EUI-48 addresses as IEEE 802 and makers write them, also over a line end."""

    ENTITY = "MAC_ADDRESS"
    SHAPES = (
        Shape(
            "pairs",
            re.compile(
                rf"(?<![0-9A-Za-z:-]){_PAIR}(?P<sep>{_DASH})\n?{_PAIR}(?:(?P=sep)\n?{_PAIR}){{4}}(?![0-9A-Za-z:-])"
            ),
            0.95,
            "Six pairs of hexadecimal digits, the form of a network card's address.",
        ),
        Shape(
            "dotted",
            re.compile(r"(?<![0-9A-Za-z.])(?:[0-9A-Fa-f]{4}\.){2}[0-9A-Fa-f]{4}(?![0-9A-Za-z]|\.[0-9])"),
            0.85,
            "Three groups of four hexadecimal digits, the form of a network card's address.",
        ),
        Shape(
            "labelled",
            re.compile(
                rf"{_LABELLED}(?P<value>{_READ}(?:(?P<sep>{_DASH}|\s|){_READ})(?:(?P=sep){_READ}){{4}}|{_PAIR}{{3}}-{_PAIR}{{3}}){_END}",
                re.IGNORECASE,
            ),
            0.9,
            "Twelve hexadecimal digits labelled as a network card's address.",
        ),
    )

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Skip a text in which no two pairs or groups stand side by side."""
        if not _CUE.search(text):
            return []
        return super().analyze(text, entities, nlp_artifacts)

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Drop addresses that name no card, and figures alone or words alone without a label."""
        digits = re.sub(r"[^0-9A-Za-z]", "", value).upper()
        if set(digits) in ({"0"}, {"F"}):
            return None
        if shape.name == "labelled" or (not digits.isdigit() and not (shape.name == "dotted" and digits.isalpha())):
            return shape.score
        return shape.score if _LABEL.search(match.string, max(0, match.start() - 40), match.start()) else None


RECOGNIZER = MacAddressRecognizer
