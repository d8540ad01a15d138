"""IP_ADDRESS: the network address of one computer, or of a range of them.

Four numbers with dots are also a software version and a numbered paragraph. A word for a version or a section drops
them; small numbers (none above 30, none in a private range) count only beside a word about networks, and at the head
of a line before a capital letter they are a heading. Sources: RFC 791, RFC 1918, RFC 4291 (through ``ipaddress``).
"""

from __future__ import annotations

import ipaddress
import re

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer
from recognizers.scanned import figures_restored

EXAMPLES = (
    "from 10.20.4.17",
    "range 192.168.10.0/24",
    "2001:db8::8a2e:370:7334",
    "IP address: 8.8.4.4",
    "10[.]20[.]4[.]17",
)
COUNTER_EXAMPLES = (
    "version 10.2.1.4",
    "Section 3.1.2.4 applies",
    "3.1.2.4 Access control",
    "999.1.1.1",
    "at 12:30:45",
    "00:1A:2B:3C:4D:5E",
)

_DOT = r"(?:\.\n?|\[\.\]|\(\.\))"
_VERSION = re.compile(
    r"\b(?:v|ver|version|versions|release|releases|build|firmware|software|rev|revision|update|patch|driver|OS|iOS|Android"
    r"|Chrome|Excel|Windows|(?:SQL|Exchange|Web)\sServer)\b[.:\s]{0,3}\Z|[A-Za-z]/\Z",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:\b(?:sections?|s|ss|paragraphs?|paras?|clauses?|schedule|annex|appendix|rules?|questions?|q|items?|chapter|part"
    r"|policy|procedure|article|step|standard|table|figure|requirement|control|objective)\b\.?|\u00a7)\s{0,2}"
    # "clauses 10.1.2.3 and 10.1.2.4": the word governs the list.
    r"(?:[0-9][0-9.()a-z]{0,12}\s?(?:,|and|to|or|&|-|\u2013)\s{0,2}){0,4}\Z",
    re.IGNORECASE,
)
_NETWORK = re.compile(
    r"\b(?:IP(?:v4|v6)?s?|address(?:es)?|host|server|subnet|gateway|network|DNS|ping|route[rd]?|LAN|VPN|firewall|port"
    r"|device|camera|log(?:in|on|ged)|traffic|proxy|mask|switch)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(?:\A|\n)[ \t]*\Z")


class IpAddressRecognizer(ShapeRecognizer):
    """Match IPv4 and IPv6 addresses with their prefix length, also written with bracketed dots."""

    ENTITY = "IP_ADDRESS"
    SHAPES = (
        Shape(
            "IPv4",
            re.compile(
                rf"(?<![\w.])(?P<value>(?P<address>[0-9]{{1,3}}(?:{_DOT}[0-9]{{1,3}}){{2}}{_DOT}(?:[0-9]{{1,3}}|[xX*]))(?:/(?P<prefix>[0-9]{{1,2}}))?)"
                r"(?![\w]|\.[0-9]|/[0-9])"
            ),
            0.85,
            "Four numbers up to 255, the form of a computer's address.",
        ),
        Shape(
            "IPv6",
            re.compile(
                r"(?<![\w:.])(?=[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:)(?P<value>(?P<address>[0-9A-Fa-f:]{3,39}+(?:(?:\.[0-9]{1,3}){3})?)"
                r"(?:%[\w.-]{1,15})?(?:/(?P<prefix>[0-9]{1,3}))?)(?![\w:])"
            ),
            0.9,
            "Groups of hexadecimal digits, the form of a computer's address.",
        ),
    )

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Skip a text that has neither form."""
        if not re.search(r"[0-9OoIl][\](\[)]?\.|:[0-9A-Fa-f]{0,4}:", text):
            return []
        return super().analyze(figures_restored(text), entities, nlp_artifacts)

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Drop what is no address, or is a version or a paragraph number."""
        address, prefix = match["address"], match["prefix"]
        if shape.name == "IPv6":
            return self._six(address, prefix, shape)
        octets = [int(n) for n in re.findall("[0-9]+", address)]
        block = len(octets) == 3  # "10.20.30.x": all of a subnet
        if max(octets) > 255 or (prefix and int(prefix) > 32):
            return None
        text, start = match.string, match.start()
        before = text[max(0, start - 60) : start]
        if _VERSION.search(before) or _SECTION.search(before):
            return None
        private = octets[0] == 10 or octets[:2] == [192, 168] or (octets[0] == 172 and 16 <= octets[1] <= 31)
        network = _NETWORK.search(before) or _NETWORK.search(text[match.end() : match.end() + 20])
        small = max(octets) <= 30 and not prefix and "[" not in address and not block
        heading = _HEADING.search(before) and re.match(r"[ \t]+[A-Z]", text[match.end() : match.end() + 4])
        if small and heading:
            # "10.2.1.4 Server room" may be either: kept, low, because a private address costs more than a heading.
            return 0.35 if private else None
        if (small or block) and not private and not network:
            return None
        return 0.95 if network else shape.score

    def _six(self, address: str, prefix: str | None, shape: Shape) -> float | None:
        groups = [g for g in address.split(":") if g]
        if len(groups) < 2 and not (address.startswith("::") and groups and address[2:] != ""):
            return None
        pairs = "::" not in address and all(len(g) == 2 for g in groups)
        # "3:4::6:8" are parts of a mixture: one group at least has a letter or three figures.
        if all(len(g) < 3 and g.isdigit() for g in groups) and len(groups) > 1:
            return None
        if pairs or not any(c.isdigit() for c in address) or (prefix and int(prefix) > 128):
            return None
        try:
            ipaddress.IPv6Address(address)
        except ValueError:
            return None
        return shape.score


RECOGNIZER = IpAddressRecognizer
