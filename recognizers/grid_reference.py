"""GRID_REFERENCE: a point on the Ordnance Survey or the Irish grid.

Six figures are a hundred-metre square, ten a single metre. Four figures (a kilometre) need a label. Source: Ordnance
Survey, A guide to coordinate systems in Great Britain: the lettered 100 km squares that hold land.
"""

from __future__ import annotations

import re

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer

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
    r"|OSGB(?:36)?|OS\sref(?:erence)?|map\sref(?:erence)?|GR(?=[\s:]))\b\.?[\s:=(]{0,4}(?:(?:is|at|of|no\.?|number)\s){0,2}"
)
_PAIR = r"(?P<east>[0-9]{2,5})(?:\s{1,2}|[,./-])?(?P<north>[0-9]{2,5})"
_END = r"(?![\w]|[.,/-][0-9]|\s[0-9])"

_SQUARE = re.compile(r"[HNOST][A-HJ-Z]\s?[0-9]{2}|X[\s:=]{1,3}[0-9]|\bING\b|\bIG\b")
_CUES = ("grid", "easting", "ngr", "osgr", "osgb", "os ref", "map ref", "gr ", "gr:")


class GridReferenceRecognizer(ShapeRecognizer):
    """Match lettered squares with an even number of figures, and all-figure references with a label."""

    ENTITY = "GRID_REFERENCE"
    SHAPES = (
        Shape(
            "labelled square",
            re.compile(rf"{_LABEL}(?P<value>(?P<square>[HNOST][A-HJ-Z])\s{{0,2}}{_PAIR}){_END}", re.IGNORECASE),
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
                rf"\b(?:Irish\s(?:national\s)?grid|ING|IG)\b[\s:]{{0,3}}(?:ref(?:erence)?\b\.?)?[\s:]{{0,3}}(?P<value>[A-HJ-Z]\s?{_PAIR}){_END}"
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
        return super().analyze(text, entities, nlp_artifacts)

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Drop squares at sea, halves of unequal length, and "NO 123456", which is a number and not Perthshire."""
        groups = match.groupdict()
        square = (groups.get("square") or "").upper()
        if square and square not in SQUARES:
            return None
        if square == "NO" and shape.name == "square in one piece":
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
