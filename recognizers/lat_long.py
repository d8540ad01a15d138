"""LAT_LONG: a latitude and longitude within the United Kingdom, close enough to point at a house.

The bounding box is 49 to 61 degrees north and 9 degrees west to 2.5 degrees east, Channel Islands included. Three
decimals are some hundred metres; fewer name a district and are left alone.
"""

from __future__ import annotations

import re

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer
from recognizers.scanned import figures_restored

EXAMPLES = (
    "at 51.8642, -2.2382",
    "Lat: 51.8642 Long: -2.2382",
    "51\u00b051'51\"N 2\u00b014'18\"W",
    "@51.8642,-2.2382,15z",
)
COUNTER_EXAMPLES = ("48.8566, 2.3522 in Paris", "rates of 51.8, 2.2", "between 51.864 and 58.221", "5.18642, 2.2382")

_MINUS = "[-\u2212\u2013]"
_LAT = r"(?P<lat>\+?(?:49|5[0-9]|60)\.[0-9]{3,15})(?![0-9])"
_LON = rf"(?P<lon>(?:{_MINUS}|\+)?0{{0,2}}[0-9]\.[0-9]{{3,15}})(?![0-9])"
_LEFT = r"(?<![\w.£$%])"
_NORTH, _SIDE = "\u00b0?\\s?(?:N\\b)?", "(?:\u00b0?\\s?(?P<side>[EW])\\b)?"
_DEG, _MIN, _SEC = (
    r"\s{0,2}(?:\u00b0|\u00ba|deg(?:rees)?)\s{0,2}",
    "\\s?['\u2032\u2019]\\s{0,2}",
    "\\s?(?:[\"\u2033\u201d]|''|\u2019\u2019)\\s{0,2}",
)
_FOOT = "(?:\\s?['\u2032\u2019])?"
_PART = rf"[0-9]{{1,2}}(?:\.[0-9]{{1,6}})?(?:{_MIN}(?:[0-9]{{1,2}}(?:\.[0-9]{{1,6}})?{_SEC})?)?"

_UNIT = r"\s?(?:%|(?:mg|kg|km|mm|cm|ml|ms|mph|p|pence|seconds|secs|minutes|hours|per|million)\b)"

_CUE = re.compile("[0-9]\\.[0-9]{3}|[0-9]\\s{0,2}(?:\u00b0|\u00ba|[Dd][Ee][Gg])|[0-9]\\s?N\\b")


class LatLongRecognizer(ShapeRecognizer):
    """Match decimal pairs, labelled pairs and degrees with minutes, inside the UK's bounding box."""

    ENTITY = "LAT_LONG"
    SHAPES = (
        Shape(
            "labelled pair",
            re.compile(
                rf"\blat(?:itude)?\b[\s:=.(\"']{{0,5}}(?P<value>{_LAT}{_NORTH}[\s,;/|&\"']{{0,5}}(?:and\s)?"
                rf"(?:lon(?:g(?:itude)?)?|lng)\b[\s:=.(\"']{{0,5}}{_LON}{_SIDE})",
                re.IGNORECASE,
            ),
            0.95,
            "A latitude and a longitude, each labelled, in the United Kingdom.",
        ),
        Shape(
            "labelled pair, longitude first",
            re.compile(
                rf"\b(?:lon(?:g(?:itude)?)?|lng)\b[\s:=.(\"']{{0,5}}(?P<value>{_LON}{_SIDE}[\s,;/|&\"']{{0,5}}(?:and\s)?"
                rf"lat(?:itude)?\b[\s:=.(\"']{{0,5}}{_LAT})",
                re.IGNORECASE,
            ),
            0.95,
            "A longitude and a latitude, each labelled, in the United Kingdom.",
        ),
        Shape(
            "point of a map file",
            re.compile(rf"\bPOINT\s?\(\s?(?P<value>{_LON}\s{_LAT})"),
            0.9,
            "A point as map files write it, in the United Kingdom.",
        ),
        Shape(
            "pair after one label",
            re.compile(
                r"\b(?:lat(?:itude)?[\s/,&]{0,3}(?:and\s)?lon(?:g(?:itude)?)?s?|co-?ordinates?|GPS|coords?|WGS\s?84)\b"
                rf"[^\n0-9]{{0,20}}(?P<value>{_LAT}{_NORTH}[\s,;/]{{1,3}}{_LON}{_SIDE})",
                re.IGNORECASE,
            ),
            0.9,
            "A labelled latitude and longitude in the United Kingdom.",
        ),
        Shape(
            "decimal pair",
            re.compile(rf"{_LEFT}(?P<value>{_LAT}{_NORTH}(?:\s?[,;/|]\s{{0,2}}|\t){_LON}{_SIDE})(?!{_UNIT})"),
            0.7,
            "Two decimal numbers that are a place in the United Kingdom.",
        ),
        Shape(
            "signed or lettered pair",
            re.compile(
                rf"{_LEFT}(?P<value>{_LAT}(?:\u00b0\s?N?|\s?N|\s?deg(?:rees?)?\snorth)[\s,]{{0,3}}{_LON}(?:\u00b0?\s?(?P<side>[EW])\b|\u00b0|\s?deg(?:rees?)?\s(?P<word>east|west)\b))"
            ),
            0.9,
            "Degrees north and east or west, in the United Kingdom.",
        ),
        Shape(
            "longitude first",
            re.compile(rf"{_LEFT}(?<!-)(?P<value>{_LON}\s?[,;]\s{{0,2}}{_LAT})(?!{_UNIT})"),
            0.6,
            "Two decimal numbers, longitude first as map files write them, in the United Kingdom.",
        ),
        Shape(
            "degrees and minutes",
            re.compile(
                rf"{_LEFT}(?P<value>(?:49|5[0-9]|60){_DEG}{_PART}\s?N(?:orth)?[\s,;/]{{0,4}}0{{0,2}}[0-9]{_DEG}{_PART}\s?(?:[EW]\b|East|West))"
            ),
            0.95,
            "Degrees, minutes and seconds of a place in the United Kingdom.",
        ),
        Shape(
            "letters before degrees and minutes",
            re.compile(
                rf"(?<!\w)(?P<value>N\s?(?:49|5[0-9]|60)(?:{_DEG}|\s)[0-9]{{1,2}}\.[0-9]{{2,6}}{_FOOT}[\s,;/]{{1,3}}"
                rf"[EW]\s?0{{0,2}}[0-9](?:{_DEG}|\s)[0-9]{{1,2}}\.[0-9]{{2,6}}{_FOOT})(?![0-9])"
            ),
            0.9,
            "Degrees and minutes as a satellite receiver writes them, of a place in the United Kingdom.",
        ),
        Shape(
            "degrees, minutes and seconds without signs",
            re.compile(
                r"(?<![\w.:/-])(?P<value>(?:49|5[0-9]|60)\s[0-5]?[0-9]\s[0-5]?[0-9](?:\.[0-9]{1,3})?\s?N[\s,;/]{1,3}"
                r"0{0,2}[0-9]\s[0-5]?[0-9]\s[0-5]?[0-9](?:\.[0-9]{1,3})?\s?[EW])\b"
            ),
            0.85,
            "Degrees, minutes and seconds of a place in the United Kingdom.",
        ),
    )

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Skip the patterns when no long decimal and no degree is there."""
        if not _CUE.search(text):
            return []
        return super().analyze(figures_restored(text), entities, nlp_artifacts)

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Drop a place outside the box."""
        groups = match.groupdict()
        if "lon" not in groups:
            return shape.score
        lon = float(re.sub(_MINUS, "-", match["lon"]))
        if (groups.get("side") or groups.get("word") or "").upper() in ("W", "WEST"):
            lon = -abs(lon)
        # "52.341, 1.234" may be any two measurements: a place without a sign has four decimals or more.
        unsigned = shape.name in ("decimal pair", "longitude first") and lon >= 0 and not groups.get("side")
        if unsigned and min(len(match[name].partition(".")[2]) for name in ("lat", "lon")) < 4:
            return None
        return shape.score if -9.0 <= lon <= 2.5 else None


RECOGNIZER = LatLongRecognizer
