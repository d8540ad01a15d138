"""GRID_REFERENCE: a point on the Ordnance Survey or the Irish grid.

Six figures are a hundred-metre square, ten a single metre. Four figures (a kilometre) need a label. Source: Ordnance
Survey, A guide to coordinate systems in Great Britain: the lettered 100 km squares that hold land.
"""

from __future__ import annotations

import re

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer
from recognizers.scanned import figures_restored
from recognizers.text_columns import below, heading

EXAMPLES = (
    "found at SO 836 182",
    "Grid ref: SO8318",
    "SK 12345 67890",
    "Easting: 383600, Northing: 218200",
    "Irish grid ref J 338 741",
)
COUNTER_EXAMPLES = ("NINO SP 12 34 56 C", "Invoice NO 123456", "QQ 123456", "SE1 1AA", "SO 8361825", "SK 1234")

SQUARES = frozenset(
    "HP HT HU HW HX HY HZ NA NB NC ND NF NG NH NJ NK NL NM NN NO NR NS NT NU NW NX NY NZ OV SC SD SE SH SJ SK SM SN SO "  # noqa: SIM905 - a table reads best as words
    "SP SR SS ST SU SV SW SX SY SZ TA TF TG TL TM TQ TR TV".split()
)
_LABEL = (
    r"\b(?:(?:OS\s|national\s|map\s|OSGB\s|six.figure\s|eight.figure\s|ten.figure\s)?grid\s?(?:ref(?:erence)?s?)?|NGR|OSGR"
    r"|OSGB(?:36)?|BNG|OS\sref(?:erence)?|map\sref(?:erence)?|GR(?=[\s:]))\b\.?[\s:=()]{0,4}(?:(?:is|at|of|no\.?|number)\s){0,2}"
)
_LABEL_OF_SIX = r"\b[Gg]rid\s[Rr]ef(?:erence)?\b\.?(?=[\s:]{0,3}[A-HJ-Z]\s?[0-9]{3})"
_PAIR = r"(?P<east>[0-9]{2,5})(?:\s{1,2}|,\s?|[./-])?(?P<north>[0-9]{2,5})"
_END = r"(?![\w]|[.,/-][0-9]|\s[0-9])"

_SQUARE = re.compile(
    # One set of first characters, which Python's engine runs to; of alternatives it would try each at each letter.
    r"[HNOSTXIE0-9](?:(?<=[HNOST])[A-HJ-Z]\s?[0-9]{2}|(?<=X)[\s:=]{1,3}[0-9]|(?<=\bI)N?G\b|(?<=\bE)[\s:]{0,2}[0-9]{6}"
    r"|(?<=[0-9])[0-9]{5}\s?m?\s?E\b)"
)
_REFERENCE = re.compile(
    r"\b(?:nos?|number|ref(?:erence)?|serial|s/n|order|invoice|asset|badge|licen[cs]e|ticket|case|passport|policy|part|item"
    r"|model|account|a/c|cert(?:ificate)?|batch|job|file|log|crime|incident|id|code|receipt|membership|stock|product|form|po)\b"
    r"[\s.:#-]{0,3}\Z",
    re.IGNORECASE,
)
_COLUMN = heading("eastings?")
_FIGURES = re.compile(r"[0-6]?[0-9]{5}(?:\.[0-9]{1,3})?")
_NORTHING = re.compile(r"[0-9]{5,7}(?:\.[0-9]{1,3})?")
# "INVOICE NO 123 456": the word before says what is numbered.
_WORD_BEFORE = re.compile(
    r"(?<!\w)(?!(?:at|near|is|of|in|to|from|around|by|square|point)\s)[A-Za-z]{2,20}\s\Z", re.IGNORECASE
)
_LETTERS = str.maketrans("05", "OS")
_CUES = ("grid", "easting", "ngr", "osgr", "osgb", "os ref", "map ref", "gr ", "gr:")


class GridReferenceRecognizer(ShapeRecognizer):
    """Match lettered squares with an even number of figures, and all-figure references with a label."""

    ENTITY = "GRID_REFERENCE"
    SHAPES = (
        Shape(
            "labelled square",
            re.compile(rf"{_LABEL}(?P<value>(?P<square>[HNOST5][A-HJ-Z0])\s{{0,2}}{_PAIR}){_END}", re.IGNORECASE),
            0.95,
            "A labelled Ordnance Survey grid reference.",
        ),
        Shape(
            "square in two halves",
            re.compile(
                r"(?<![\w/-])(?P<square>[HNOST][A-HJ-Z])\s?(?P<east>[0-9]{3,5})\s(?P<north>[0-9]{3,5})"
                r"(?![\w]|[.,/-][0-9]|\s[0-9])"
            ),
            0.75,
            "A lettered square of the Ordnance Survey grid with two halves of equal length.",
        ),
        Shape(
            "square in one piece",
            re.compile(
                rf"(?<![\w/-])(?P<square>[HNOST][A-HJ-Z])\s?(?P<figures>[0-9]{{6}}|[0-9]{{8}}|[0-9]{{10}}){_END}"
            ),
            0.5,
            "A lettered square of the Ordnance Survey grid with an even number of figures.",
        ),
        Shape(
            "labelled figures",
            re.compile(
                rf"{_LABEL}(?P<value>(?:E\s?)?(?P<east>[0-6][0-9]{{5}})(?:\.[0-9]{{1,3}})?[\s,;/]{{1,3}}(?:N\s?)?(?P<north>[0-9]{{5,7}})(?:\.[0-9]{{1,3}})?){_END}",
                re.IGNORECASE,
            ),
            0.9,
            "Easting and northing, labelled as a grid reference.",
        ),
        Shape(
            "easting and northing",
            re.compile(
                r"\beastings?\b[\s:=(/,]{0,4}(?:(?:and\s)?northings?[\s:=)]{0,4})?(?P<value>(?P<east>[0-6]?[0-9]{5})(?:\.[0-9]{1,3})?m?"
                r"[\s,;/|)]{1,4}(?:(?:and\s)?northings?[\s:=(]{0,4})?(?P<north>[0-9]{5,7})(?:\.[0-9]{1,3})?)(?![\w]|[./-][0-9])",
                re.IGNORECASE,
            ),
            0.9,
            "An easting and a northing, labelled.",
        ),
        Shape(
            "figures with E and N",
            re.compile(
                r"(?<![\w.,/-])(?P<value>E\s?(?P<east>[0-6][0-9]{5})[\s,;/]{1,3}N\s?(?P<north>[0-9]{5,7}))(?!\w)"
            ),
            0.85,
            "An easting and a northing with their letters.",
        ),
        Shape(
            "figures before E and N",
            re.compile(
                r"(?<![\w.,/-])(?P<value>(?P<east>[0-6][0-9]{5})\s?m?\s?E[\s,;/]{1,3}(?P<north>[0-9]{5,7})\s?m?\s?N)(?!\w)"
            ),
            0.85,
            "An easting and a northing with their letters.",
        ),
        Shape(
            "E and N with colons",
            re.compile(r"\bE:\s?(?P<value>(?P<east>[0-6][0-9]{5})[\s,;/]{1,3}N:\s?(?P<north>[0-9]{5,7}))(?!\w)"),
            0.85,
            "An easting and a northing, labelled with their letters.",
        ),
        Shape(
            "X and Y",
            re.compile(
                r"\bX[\s:=]{1,3}(?P<value>(?P<east>[0-6][0-9]{5})(?:\.[0-9]{1,3})?[\s,;/|]{1,4}Y[\s:=]{1,3}"
                r"(?P<north>[0-9]{5,7})(?:\.[0-9]{1,3})?)(?![\w]|[./-][0-9])"
            ),
            0.75,
            "X and Y co-ordinates in the range of the Ordnance Survey grid.",
        ),
        Shape(
            "Irish grid",
            re.compile(
                rf"(?:\b(?:[Ii]rish\s(?:[Nn]ational\s)?[Gg]rid|ING|IGR?)\b[\s:]{{0,3}}(?:[Rr]ef(?:erence)?\b\.?)?|{_LABEL_OF_SIX})[\s:]{{0,3}}"
                rf"(?P<value>[A-HJ-Z]\s?{_PAIR}){_END}"
            ),
            0.9,
            "A labelled Irish grid reference.",
        ),
    )

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Skip the patterns when neither a label nor a square with figures is there."""
        lowered = text.lower()
        if not (_SQUARE.search(text) or any(cue in lowered for cue in _CUES)):
            return []
        text = figures_restored(text)
        found = super().analyze(text, entities, nlp_artifacts)
        pair = next(shape for shape in self.SHAPES if shape.name == "easting and northing")
        for _head, cells, column in below(text, _COLUMN):
            if column + 1 < len(cells):
                (start, end), (north, last) = cells[column], cells[column + 1]
                if _FIGURES.fullmatch(text, start, end) and _NORTHING.fullmatch(text, north, last):
                    found.append(self._result(start, last, 0.85, pair))
        return found

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Drop squares at sea, halves of unequal length, and "NO 123456", which is a number and not Perthshire."""
        groups = match.groupdict()
        square = (groups.get("square") or "").upper().translate(_LETTERS)
        if square and square not in SQUARES:
            return None
        if square and shape.name != "labelled square":
            if square in ("NO", "SN") and shape.name == "square in one piece":
                return None
            if _REFERENCE.search(match.string, max(0, match.start() - 20), match.start()):
                return None
            if square == "NO" and _WORD_BEFORE.search(match.string, max(0, match.start() - 20), match.start()):
                return None
        if "east" not in groups:
            return shape.score
        east, north = match["east"], match["north"]
        if shape.name in ("labelled square", "square in two halves", "Irish grid"):
            return (
                shape.score
                if len(east) == len(north) or (len(east + north) % 2 == 0 and value[-len(east + north) :].isdigit())
                else None
            )
        return shape.score if int(east) < 700_000 and int(north) < 1_300_000 else None


RECOGNIZER = GridReferenceRecognizer
