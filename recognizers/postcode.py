"""UK_POSTCODE: a full postcode, which names some fifteen houses; the outward half alone is never reported.

Sources: Royal Mail, Programmers' Guide to PAF (forms, letters by position, the 124 areas); BFPO and HMRC's own areas.
"""

from __future__ import annotations

import re

from recognizers.base import Shape, ShapeRecognizer

EXAMPLES = ("Wilmslow, Cheshire SK9 5AF", "W1A\n1AA", "postcode gl1 2an", "GIR 0AA", "BFPO 57")
COUNTER_EXAMPLES = ("The GL1 area", "SE1 1st floor", "Form QQ1 2AB", "Unit B1 2CK", "on the M5 3 times")

AREAS = frozenset(
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G "  # noqa: SIM905 - a table reads best as words
    "GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW "
    "OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD "
    "WF WN WR WS WV YO ZE".split()
)
# Beside the 124: forces' post and the bulk mailers' area.
_SPECIAL = frozenset({"BF", "BX"})
# Fourth letters of AA9A and third letters of A9A, as the Programmers' Guide limits them.
_FORMS = re.compile(r"[A-Z]{1,2}[0-9]{1,2}|[A-Z][0-9][ABCDEFGHJKPSTUW]|[A-Z]{2}[0-9][ABEHMNPRVWXY]")

_OUT = r"(?P<out>[A-Z]{1,2}[0-9][A-Z0-9]?)"
_IN = r"(?P<in>[0-9][ABD-HJLNP-UW-Z]{2})"
_LEFT, _RIGHT = r"(?<![A-Za-z0-9_£])", r"(?![A-Za-z0-9_])"
_PLACE = re.compile(
    r"\b(?:post\s?code|address|live[sd]?|living|resid\w{2,5}|home|flat|house|road|street|lane|avenue|close|drive|way|rd|st"
    r"|ave|cottage|farm|gardens|crescent|terrace)\b|,\s{0,2}\Z|\n\s*\Z",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\s(?:floor|place|class|of\b|[JFMASOND][a-z]{2}\b)", re.IGNORECASE)
_LABEL = re.compile(r"\bpost\s?code\b", re.IGNORECASE)


class PostcodeRecognizer(ShapeRecognizer):
    """Match the six forms of a postcode in a real area, with up to one line end between the halves."""

    ENTITY = "UK_POSTCODE"
    SHAPES = (
        Shape(
            "postcode",
            re.compile(rf"{_LEFT}{_OUT}(?:\s{{1,3}}|-){_IN}{_RIGHT}"),
            0.85,
            "Both halves of a postcode in a real postcode area.",
        ),
        Shape(
            "postcode without its space",
            re.compile(rf"(?<![A-Za-z0-9_£/#-]){_OUT}{_IN}(?![A-Za-z0-9_/-])"),
            0.65,
            "Both halves of a postcode, run together, in a real postcode area.",
        ),
        Shape(
            "postcode in small letters",
            re.compile(rf"{_LEFT}{_OUT}\s{{0,3}}{_IN}{_RIGHT}", re.IGNORECASE),
            0.6,
            "Both halves of a postcode in small letters, beside the words of an address.",
        ),
        Shape(
            "special postcode",
            re.compile(
                rf"{_LEFT}(?:GIR\s{{0,2}}0AA|BFPO\s{{0,2}}[0-9]{{1,4}}|(?:FIQQ|ASCN|STHL|TDCU|PCRN|SIQQ|TKCA|BBND|BIQQ|GX11)\s{{0,2}}1(?:ZZ|AA)){_RIGHT}"
            ),
            0.85,
            "A forces', overseas territory or historic postcode.",
        ),
    )

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Drop areas that do not exist, ordinals ("SE1 1ST FLOOR") and small letters outside an address."""
        if shape.name == "special postcode":
            return shape.score
        out, inward = match["out"].upper(), match["in"].upper()
        area = re.match("[A-Z]+", out)
        if area is None or area[0] not in AREAS | _SPECIAL or not _FORMS.fullmatch(out):
            return None
        text = match.string
        following = text[match.end() : match.end() + 12]
        if inward in ("1ST", "2ND", "3RD") and _ORDINAL.match(following):
            return None
        if shape.name == "postcode in small letters":
            # "se1 1st" is prose more often than post: small letters need the words of an address before them.
            if value == value.upper():
                return None
            before = text[max(0, match.start() - 60) : match.start()]
            if value[-len(inward) :] in ("1st", "2nd", "3rd") or not _PLACE.search(before):
                return None
            if not re.search(r"\s", value) and not _LABEL.search(before[-25:]):
                return None
            if re.search(r"\b(?:page|para|section|version|item|form|table|grade|band)\s\Z", before, re.I):
                return None
        return shape.score


RECOGNIZER = PostcodeRecognizer
