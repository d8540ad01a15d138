"""HOST_NAME: the name of a computer or a share inside the organisation's own network.

Public web sites are not host names here. Sources: RFC 6762 (.local), RFC 8375 (home.arpa), ICANN's reserved .internal;
the police and criminal justice networks' own domains.
"""

from __future__ import annotations

import re

from recognizers.base import Shape, ShapeRecognizer

EXAMPLES = (
    "srv-anpr-01.force.internal is down",
    r"saved to \\glos-fs01\intel\2024",
    "Hostname: GLOSDC02",
    "https://intranet.force.local/page",
)
COUNTER_EXAMPLES = (
    "E-mail x@hq.council.local",
    "https://www.example.org/local",
    "a local, internal matter",
    "Server: unknown",
    "hostname: www.example.org",
)

_INNER = (
    r"(?:local|internal|lan|corp|intranet|intra|localdomain|home\.arpa|pnn\.police\.uk|pnn\.gov\.uk|cjx\.police\.uk)"
)
_NO_NAME = frozenset(
    "unknown none withheld redacted not tbc tba the and for with name names hostname was has had can will".split()  # noqa: SIM905 - a table reads best as words
)
_PUBLIC = re.compile(r"www\.|.*\.(?:gov\.uk|police\.uk|org|com|co\.uk|org\.uk|net)\Z", re.IGNORECASE)


class HostNameRecognizer(ShapeRecognizer):
    """Match names under internal domains, UNC paths, links to shares and labelled machine names."""

    ENTITY = "HOST_NAME"
    SHAPES = (
        Shape(
            "internal domain",
            # A path's part ("/readme.local") is no host, a link's host ("//wiki.force.local") is.
            re.compile(
                rf"(?<![\w@.%+-])(?<![^/]/)(?P<value>[A-Za-z0-9][\w-]{{0,62}}+(?:\.[\w-]{{1,63}}){{0,6}}\.{_INNER})(?![\w@-]|\.\w)",
                re.IGNORECASE,
            ),
            0.9,
            "A name under a domain that exists only inside a network.",
        ),
        Shape(
            "UNC path",
            re.compile(
                r"(?<![\w\\])(?P<value>\\\\[\w.$-]{1,63}(?:\\[^\s\\/:*?\"<>|]{0,99}[^\s\\/:*?\"<>|().,;']){0,15})"
            ),
            0.95,
            "A path to a share on a server.",
        ),
        Shape(
            "link to a share",
            re.compile(r"\b(?:smb|cifs|nfs|ldaps?|rdp|ssh|file)://(?P<value>[A-Za-z0-9][\w.-]{1,100}\w)"),
            0.9,
            "A link to a server inside the network.",
        ),
        Shape(
            "labelled",
            re.compile(
                r"\b(?:host\s?names?|host|(?:computer|machine|server|device|workstation|PC|laptop|NetBIOS|DNS)\s?names?|FQDN|server"
                r"|workstation)(?:\s{0,2}[:=]\s{0,3}|\s(?:is|was)\s(?=[\w.-]{0,40}[0-9]))"
                r"(?P<value>[A-Za-z][\w.-]{1,62}[A-Za-z0-9])(?![\w@])",
                re.IGNORECASE,
            ),
            0.8,
            "A name labelled as a computer's.",
        ),
        Shape(
            "server name",
            re.compile(
                r"(?<![\w@./\\-])(?P<value>(?:[A-Za-z0-9]{2,12}-){0,3}(?:srv|svr|sql|exch|wks|vm|fs)(?:-?[A-Za-z]{1,10}){0,2}-?[0-9]{1,4})"
                r"(?![\w@.-])",
                re.IGNORECASE,
            ),
            0.6,
            "A name built as administrators name servers.",
        ),
    )

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Drop plain words after a label, public web sites, and a domain whose e-mail name stands on the line above."""
        if shape.name == "internal domain":
            before = match.string[max(0, match.start() - 6) : match.start()]
            return None if re.search(r"@\s{0,4}\Z", before) else shape.score
        if shape.name == "labelled":
            if value.lower() in _NO_NAME or _PUBLIC.match(value):
                return None
            # "Server: replaced in May" is prose; a machine's name has a figure, a dash, a dot or capitals throughout.
            plain = value.isalpha() and not value.isupper()
            if plain and not re.match(
                r"(?:host\s?name|netbios|fqdn|(?:computer|machine)\s?name)", match[0], re.IGNORECASE
            ):
                return None
        if shape.name == "server name":
            return shape.score if "-" in value else None
        return shape.score


RECOGNIZER = HostNameRecognizer
