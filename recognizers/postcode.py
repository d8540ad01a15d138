"""UK_POSTCODE: a full postcode, which names some fifteen houses; the outward half alone is never reported.

Sources: Royal Mail, Programmers' Guide to PAF (forms, letters by position, the 124 areas); BFPO and HMRC's own areas.
"""

from __future__ import annotations

import re

from recognizers.base import Shape, ShapeRecognizer

EXAMPLES = (
    "Wilmslow, Cheshire SK9 5AF",
    "W1A\n1AA",
    "postcode gl1 2an",
    "GIR 0AA",
    "BFPO 57",
    "moved to an address in HX4 ORE last spring",
)
COUNTER_EXAMPLES = (
    "The GL1 area",
    "SE1 1st floor",
    "Form QQ1 2AB",
    "Unit B1 2CK",
    "on the M5 3 times",
    "a house near the M5 BUT not on it",
    "the A38 and the M5 SEE map",
)

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

_OUT = r"(?P<out>[A-Z][A-Z]?[0-9][A-Z0-9]?)"
_IN = r"(?P<in>[0-9][ABD-HJLNP-UW-Z]{2})"
# "CheshireSK9 5AF" and "SK9 5AFTel" have lost a line end; "Letter_SK9 5AF" is a file's name.
# The engine runs over capitals quickly where the pattern begins with them: what stands before is asked behind the first.
_OUT_APART = r"(?P<out>[A-Z](?:(?<![A-Za-z0-9_£][A-Z])|(?<=[a-z]{3}[A-Z])|(?<=[A-Za-z]_[A-Z]))[A-Z]?[0-9][A-Z0-9]?)"
_RIGHT = r"(?:(?![A-Za-z0-9])|(?=[A-Z][a-z]{2}))"
_PLAIN_LEFT, _PLAIN_RIGHT = r"(?<![A-Za-z0-9_£])", r"(?![A-Za-z0-9_])"
_NAMED = r"\b(?:post\s?code|p/?code)\b[\s:.=|-]{1,4}"
_PLACE = re.compile(
    r"\b(?:post\s?code|p/?code|address|live[sd]?|living|resid\w{2,5}|home|flat|house|road|street|lane|avenue|close|drive|way|rd|st"
    r"|ave|cottage|farm|gardens|crescent|terrace)\b|,\s{0,2}\Z|\n\s*\Z",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\s(?:floor|place|class|of\b|team|half|year|edition|term|round|quarter|draft|issue|reading|division|line|prize"
    r"|[JFMASOND][a-z]{2}\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\b(?:post\s?code|p/?code)\b", re.IGNORECASE)
# "M1 8GB" is a computer's chip and its memory as well as Manchester.
_COMPUTER = re.compile(
    r"\b(?:Apple|Mac\w*|iMac|iPads?|Air|Pro|Mini|chips?|SSD|drives?|laptops?|tablets?|an?)\s\Z", re.IGNORECASE
)
_MEMORY = re.compile(r"\s(?:RAM|SSD|memory|storage|disk|drive|flash|laptop|tablet)\b", re.IGNORECASE)
# "moved to an address in HX4 ORE last spring": nearer than a place, since any three capitals may stand behind a road.
_IN_ADDRESS = re.compile(
    r"\b(?:post\s?code|address(?:es)?|live[sd]?|living|resid\w{2,5}|home|flat|house)\b[^.\n]{0,30}\Z", re.IGNORECASE
)
_WORDS = frozenset(
    "BAD BAG BAN BAR BAY BED BET BUS BUT BUY ITS ODD OFF OLD ONE OUR OUT OWN SAD SAT SAW SAY SEA SEE SET SHE SUB SUN".split()  # noqa: SIM905
)
_MISREAD_FIGURES = str.maketrans("OQSIlZB|", "00511281")
_FIGURES, _LETTERS = str.maketrans("OIlZSB", "011258"), str.maketrans("0158", "OISB")


class PostcodeRecognizer(ShapeRecognizer):
    """Match the six forms of a postcode in a real area, with up to one line end between the halves."""

    ENTITY = "UK_POSTCODE"
    SHAPES = (
        Shape(
            "postcode",
            re.compile(rf"{_OUT_APART}(?:\s{{1,3}}|[\u2010-\u2013+-]|%20){_IN}{_RIGHT}"),
            0.85,
            "Both halves of a postcode in a real postcode area.",
        ),
        Shape(
            "postcode without its space",
            re.compile(rf"(?P<out>[A-Z](?<![A-Za-z0-9_£/#-][A-Z])[A-Z]?[0-9][A-Z0-9]?){_IN}(?![A-Za-z0-9_/-])"),
            0.65,
            "Both halves of a postcode, run together, in a real postcode area.",
        ),
        Shape(
            "postcode in small letters",
            re.compile(rf"{_PLAIN_LEFT}{_OUT}\s{{0,3}}{_IN}{_PLAIN_RIGHT}", re.IGNORECASE),
            0.6,
            "Both halves of a postcode in small letters, beside the words of an address.",
        ),
        Shape(
            "special postcode",
            re.compile(
                rf"(?:GIR\s{{0,2}}0AA|BFPO\s{{0,2}}[0-9]{{1,4}}|(?:FIQQ|ASCN|STHL|TDCU|PCRN|SIQQ|TKCA|BBND|BIQQ|GX11)\s{{0,2}}1(?:ZZ|AA)){_PLAIN_RIGHT}"
            ),
            0.85,
            "A forces', overseas territory or historic postcode.",
        ),
        Shape(
            "postcode in boxes",
            re.compile(rf"{_NAMED}(?P<value>[A-Z](?:[ |]{{1,3}}[A-Z0-9]){{4,6}}){_PLAIN_RIGHT}", re.IGNORECASE),
            0.8,
            "A labelled postcode with a box for each character.",
        ),
        Shape(
            "misread postcode",
            re.compile(
                rf"(?:(?i:{_NAMED})|,\s|\n)(?P<value>(?=[A-Zl0-9 ]{{1,6}}[0-9])[A-Z][A-Zl0-9]{{1,3}}\s{{1,2}}[A-Zl0-9]{{3}})(?=\s*(?:\Z|[\n,.;)]))"
            ),
            0.5,
            "A labelled postcode, or the end of an address, in which a scan confused letters and figures.",
        ),
        Shape(
            "misread postcode in a sentence",
            re.compile(rf"{_OUT_APART}\s(?P<figure>[OQSIlZB|]|[0-9]\s)(?P<last>[ABD-HJLNP-UW-Z]{{2}}){_PLAIN_RIGHT}"),
            0.5,
            "Beside the words of an address, a postcode of which a scan misread the figure before the last letters.",
        ),
    )

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Drop areas that do not exist, ordinals ("SE1 1ST FLOOR") and small letters outside an address."""
        if shape.name == "special postcode":
            return None if re.match(r"\w", match.string[max(0, match.start() - 1) : match.start()]) else shape.score
        if shape.name == "postcode in boxes":
            characters = re.sub(r"[ |]", "", value).upper()
            return shape.score if _is_real(characters[:-3], characters[-3:]) else None
        if shape.name == "misread postcode":
            # ", B7 SHJ," in a sentence is a car's number: without a label a place stands before.
            before = match.string[max(0, match.start() - 30) : match.start("value")]
            placed = _LABEL.search(before) or re.search(r"(?<![^\W_])[A-Z][\w'-]{2,24},?\s{1,2}\Z", before)
            return shape.score if placed and _misread(*value.split()) else None
        if shape.name == "misread postcode in a sentence":
            first = match["figure"].strip().translate(_MISREAD_FIGURES)
            before = match.string[max(0, match.start() - 60) : match.start()]
            word = match["figure"] + match["last"] in _WORDS
            return (
                shape.score
                if not word and _IN_ADDRESS.search(before) and _is_real(match["out"], first + match["last"])
                else None
            )
        out, inward = match["out"].upper(), match["in"].upper()
        if not _is_real(out, inward):
            return None
        text = match.string
        following = text[match.end() : match.end() + 12]
        if (
            inward.endswith("B")
            and inward[1] in "GMT"
            and not re.search(r"[,\n:]\s*\Z", text[max(0, match.start() - 4) : match.start()])
            and (_COMPUTER.search(text, max(0, match.start() - 12), match.start()) or _MEMORY.match(following))
        ):
            return None
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


def _is_real(out: str, inward: str) -> bool:
    area = re.match("[A-Z]+", out)
    return (
        area is not None
        and area[0] in AREAS | _SPECIAL
        and _FORMS.fullmatch(out) is not None
        and re.fullmatch(_IN, inward) is not None
    )


def _misread(out: str, inward: str) -> bool:
    """Say whether a postcode comes out when letters and figures change places, and none stood there before."""
    if _is_real(out, inward):
        return False
    last = inward[0].translate(_FIGURES) + inward[1:].translate(_LETTERS)
    for letters in (1, 2):
        for end in {len(out), len(out) - 1}:
            first = (
                out[:letters].translate(_LETTERS) + out[letters:end].translate(_FIGURES) + out[end:].translate(_LETTERS)
            )
            if letters < end and _is_real(first, last):
                return True
    return False


RECOGNIZER = PostcodeRecognizer
