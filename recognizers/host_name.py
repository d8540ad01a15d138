"""HOST_NAME: the name of a computer or a share inside the organisation's own network.

Public web sites are not host names here. Sources: RFC 6762 (.local), RFC 8375 (home.arpa), ICANN's reserved .internal;
the police and criminal justice networks' own domains.
"""

from __future__ import annotations

import re

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer
from recognizers.text_columns import below, heading

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
_PUBLIC_ENDING = "(?:uk|com|org|net)"
_NODE = r"[A-Za-z0-9][\w-]{0,62}"
_NO_NAME = frozenset(
    "unknown none withheld redacted not tbc tba the and for with name names hostname was has had can will".split()  # noqa: SIM905 - a table reads best as words
)
_PUBLIC = re.compile(r"www\.|.*\.(?:gov\.uk|police\.uk|org|com|co\.uk|org\.uk|net)\Z", re.IGNORECASE)


_CUES = [
    "host",
    "server",
    "workstation",
    "machine",
    "computer",
    "device",
    "laptop",
    "desktop-",
    "win-",
    "minint-",
    "netbios",
    "dns",
    "fqdn",
    "srv",
    "svr",
    "sql",
    "exch",
    "wks",
    "ssh",
    "telnet",
    "tracert",
    "traceroute",
    "nslookup",
    "psexec",
    "rdp",
    "smb:",
    "cifs:",
    "nfs:",
    "ldap",
    "file:",
    "intranet",
    ".local",
    ".internal",
    ".lan",
    ".corp",
    ".intra",
    ".home.",
    ".pnn.",
    ".cjx.",
    ".ad.",
    ".int.",
    "-vm",
    "-fs",
    "vm-",
    "fs-",
    "-dc",
    "-db",
    "-app",
    "-web",
    "-rtr",
    "-fw",
    "-esx",
    "-nas",
    "-prn",
    "-prt",
    "-dns",
    "-proxy",
    "-vpn",
    "\\\\",
]
_PING = re.compile(r"\b[Pp](?:ing(?:ed)?|ING)\s")
_LOG = re.compile("[0-9]{2}:[0-9]{2}:[0-9]{2} [A-Za-z]")
_SURE_LABEL = re.compile(r"host\s?name|netbios|fqdn|(?:computer|machine)\s?name", re.IGNORECASE)
_LOOSE_LABEL = re.compile(r"(?:machine|computer)\b(?!\s?name)", re.IGNORECASE)
_DRIVE = re.compile(r"(?<![A-Za-z])[A-Za-z]:\Z")
_COLUMN = heading(r"host\s?names?|(?:computer|machine|server|device|workstation)\s?names?|FQDN")
_COLUMN_NAME = re.compile(r"(?=[A-Za-z._-]{0,40}[0-9-])[A-Za-z][\w.-]{2,61}[A-Za-z0-9]")
_IN_COLUMN = Shape(
    "column of a table", _COLUMN_NAME, 0.8, "It stands in a table under a heading for the names of computers."
)


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
            "inner part of a domain",
            re.compile(
                rf"(?<![\w@.%+-])(?P<value>(?:{_NODE}\.(?:{_NODE}\.){{0,3}}(?:ad|int|internal|intranet|corp|lan)|intranet)"
                rf"\.(?:{_NODE}\.){{1,4}}{_PUBLIC_ENDING})(?![\w@-]|\.\w)",
                re.IGNORECASE,
            ),
            0.85,
            "A name in the part of a domain that is kept for the inside of a network.",
        ),
        Shape(
            "UNC path",
            # A folder's name may hold spaces where another folder follows it.
            re.compile(
                r"(?<![\w\\])(?P<value>\\\\[\w.$-]{1,63}(?:\\(?:[^\\/:*?\"<>|\n]{0,80}(?=\\[^\\\s])"
                r"|[^\s\\/:*?\"<>|]{0,99}[^\s\\/:*?\"<>|().,;'])){0,15})"
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
                r"|workstation|machine|computer)(?:\s{0,2}[:=|]\s{0,3}['\"]?|\s[\u2013-]\s|\s(?:is|was)\s(?=[\w.-]{0,40}[0-9]))"
                r"(?P<value>[A-Za-z][\w.-]{1,62}[A-Za-z0-9])(?![\w@]|/[0-9])",
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
        Shape(
            "name in three parts",
            re.compile(
                r"(?<![\w@./\\-])(?P<value>[A-Z]{2,8}-(?:DC|DB|APP|WEB|RTR|FW|ESXI?|NAS|PRN|PRT|DNS|PROXY|VPN)-?[0-9]{1,4})(?![\w@.-])"
            ),
            0.55,
            "A name built as administrators name servers.",
        ),
        Shape(
            "name that Windows gave",
            re.compile(r"(?<![\w@./\\-])(?:DESKTOP|LAPTOP|WIN|MININT)-(?=[A-Z]{0,10}[0-9])[A-Z0-9]{6,11}(?![\w@-])"),
            0.85,
            "A computer's name as Windows makes it.",
        ),
        Shape(
            "line of a system log",
            re.compile(
                r"^[A-Z][a-z]{2}[ ]{1,2}[0-9]{1,2}[ ][0-9]{2}:[0-9]{2}:[0-9]{2}[ ](?P<value>[A-Za-z][\w.-]{1,62})[ ][\w./-]{2,40}(?:\[[0-9]{1,7}\])?:",
                re.MULTILINE,
            ),
            0.8,
            "The name of the computer that wrote the line of a log.",
        ),
        Shape(
            "after a network command",
            re.compile(
                r"\b(?:ssh|ping(?:ed)?|telnet|tracert|traceroute|nslookup|psexec|RDP)(?:\s(?:to|into|onto))?\s(?:[\w.-]{1,32}@)?"
                r"(?P<value>(?=[A-Za-z._-]{0,40}[0-9])[A-Za-z][\w.-]{1,61}[A-Za-z0-9])(?![\w@])",
                re.IGNORECASE,
            ),
            0.75,
            "A computer's name behind the command that reaches it.",
        ),
    )

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Return what the shapes find and what stands in a column of names; skip a text with no word of networks."""
        lowered = text.lower()
        if not any(cue in lowered for cue in _CUES) and not _LOG.search(text) and not _PING.search(text):
            return []
        found = super().analyze(text, entities, nlp_artifacts)
        taken = {result.start for result in found}
        for _head, cells, column in below(text, _COLUMN):
            start, end = cells[column]
            if start not in taken and _COLUMN_NAME.fullmatch(text, start, end):
                found.append(self._result(start, end, 0.8, _IN_COLUMN))
        return found

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Drop plain words after a label, public web sites, and a domain whose e-mail name stands on the line above."""
        if shape.name == "internal domain":
            if value.rsplit(".", 1)[-1].istitle() and re.match(r"\s[a-z]", match.string[match.end() : match.end() + 2]):
                return None  # "the review.Internal checks": a sentence that lost its space
            before = match.string[max(0, match.start() - 6) : match.start()]
            return None if re.search(r"@\s{0,4}\Z", before) else shape.score
        if shape.name == "labelled":
            if value.lower() in _NO_NAME or _PUBLIC.match(value):
                return None
            # "Server: replaced in May", "Host: BBC" are prose; where the label is loose a machine's name has a figure.
            if not _SURE_LABEL.match(match[0]) and not any(c.isdigit() for c in value):
                return None
            if _LOOSE_LABEL.match(match[0]) and not re.fullmatch(r"[A-Z][A-Z-]{1,12}[0-9]{2,8}", value):
                return None
        if shape.name == "after a network command" and _PUBLIC.match(value):
            return None
        if shape.name == "UNC path" and _DRIVE.search(match.string, max(0, match.start() - 3), match.start()):
            return None
        if shape.name == "server name":
            # "SQL-2019" is a product and its year, "FS-1" a form.
            return (
                shape.score
                if "-" in value and not re.fullmatch(r"[A-Za-z]+-(?:(?:19|20)[0-9]{2}|[0-9])", value)
                else None
            )
        return shape.score


RECOGNIZER = HostNameRecognizer
