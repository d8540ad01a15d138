"""STREET_ADDRESS: a house on a street, with its town and postcode when they follow.

A name of a street alone is no address; a number or a flat on it is. A named building needs a postcode below it, and
then scores low, because public bodies live in such buildings. Source: BS 7666 (the parts of an address).
"""

from __future__ import annotations

import re
from bisect import bisect_right

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer
from recognizers.scanned import figures_restored

EXAMPLES = (
    "He lives at 14 High Street, Gloucester.",
    "Flat 2, 14 High Street\nGloucester\nGL1 2AN",
    "Rose Cottage, Mill Lane, Exampleton GL5 1AA",
    "12a St. James' Rd",
)
COUNTER_EXAMPLES = ("Section 24 Court", "12 Way", "3 Court proceedings", "2 Crown Court cases", "Water Lane is closed")

_TYPES = (
    "Road|Rd|Street|St|Lane|Ln|Close|Cl|Avenue|Ave|Av|Way|Drive|Dr|Court|Ct|Crescent|Cres|Gardens|Gdns|Terrace|Terr|Place"
    "|Pl|Square|Sq|Row|Walk|Mews|Grove|Gr|Hill|Park|Parade|Rise|View|Green|Mead|Meadows?|Boulevard|Blvd|Broadway|Villas"
    "|Wharf|Quay|Yard|Circus|Croft|Vale|Path|Orchard|Ridge|Common|Embankment|Approach|Chase|Fields?|Gate|Bank|End"
)
_TYPE = rf"(?:{_TYPES}|{_TYPES.upper()})"
_BUILDINGS = (
    "House|Cottage|Lodge|Farm|Farmhouse|Barn|Hall|Manor|Villa|Mill|Rectory|Vicarage|Bungalow|Chambers|Grange|Building"
)
_BUILDING = rf"(?:{_BUILDINGS}|{_BUILDINGS.upper()})"
_WORD = r"[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u00ff\u0174-\u0177'\u2019-]{0,20}\.?"
_NAME = rf"(?:{_WORD}\s{{1,2}}(?:(?:of|the|on|in|le|la|and|by|y|yr)\s){{0,2}}){{1,4}}?"
_STREET = rf"{_NAME}{_TYPE}(?![\w'\u2019-])(?:\s(?:North|South|East|West|N|S|E|W)\b)?"
# What must not stand before a number is asked behind its first figure: so the engine looks at figures alone.
_NUMBER = r"[0-9](?:(?<![\w£$€./-][0-9])|(?<=[Nn]o\.[0-9]))[0-9]{0,3}(?:\s?[A-Da-d])?(?:\s?[-\u2013/&]\s?[0-9]{1,4}[A-Za-z]?)?"
_POSTCODE = r"[A-Z]{1,2}[0-9][A-Z0-9]?\s{0,3}[0-9][ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])"
_UNIT_BEFORE = re.compile(
    r"\b(?:Flat|Apartment|Apt|Unit|Room|Suite|FLAT|APARTMENT|Plot|Bedsit)\.?\s(?:[0-9A-Za-z]{1,4}(?:/[0-9]{1,2})?[\s,]{1,2})?\Z|(?<![\w/.-])[0-9]/[0-9]{1,2},\s\Z"
)
_PLACE = r"(?:[A-Z][A-Za-z'\u2019.-]{1,24}|on|upon|in|the|under|le|by|of|and|near|next|y)"
_TO_POSTCODE = re.compile(rf"(?:[\s,.]{{1,4}}{_PLACE}){{0,10}}[\s,.]{{1,4}}{_POSTCODE}")
_STOP = (
    r"(?!(?:Dear|Yours|Date|Our|Your|Tel|Telephone|Phone|E-?mail|Ref|Page|Section|The|This|We|I|It|He|She|They|On|In|At|As"
    r"|To|From|Re|Subject|Mr|Mrs|Ms|Miss|Dr|PC|DC|PS|DS|Sgt|Website|Mobile|Fax|DOB|Born|Name|Age|Signed|If|But|When|Police)\b)"
)
_TOWN = re.compile(
    rf"\.?(?:,[ \n]{{1,2}}|\s?\n){_STOP}[A-Z][A-Za-z'\u2019-]{{1,24}}(?:[ -](?:[A-Z][A-Za-z'\u2019-]{{1,24}}|on|upon|the|in|le|under)){{0,3}}"
    r"(?=[ ]?(?:[,;.)\n]|\Z))"
)
_HOUSE_BEFORE = re.compile(
    rf"(?<!\w)(?:{_WORD}[ ]){{1,3}}{_BUILDING}\s?[,\n]\s?\Z|(?:\A|[\n,:]\s?)(?P<own>(?:The\s)?{_WORD}(?:\s{_WORD})?,\s)\Z"
)
_COURTS = re.compile(
    r"(?:High|Crown|County|Magistrates\S{0,2}|Supreme|Youth|Family|Sheriff|Coroners?\S{0,2}|Tennis|Moot)\s(?:Court|Ct)\b",
    re.I,
)
_NOT_STREET = re.compile(
    r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\s|(?:Test|Hard|Flash|USB|Disk|Recruitment|Car|Theme"
    r"|Country|Retail|Business|National|Football|Third|First|Second)\s(?:Drive|Park|Place|Row|Way)\b"
    r"|(?:Minute|Hour|Day|Week|Month|Year|Mile|Metre|Wheel|Point|Star|Percent|Person|Man|Acre|Step)s?\s\w+\Z"
    r"|(?i:the\s(?:bank|court|park|way|gate|path|fields?|view|end))\Z"
)
_COUNTED = re.compile(
    r"\s(?:residents|shops|stores|traders|businesses|premises|properties|houses|homes|households|branches|banks|pubs|schools|units"
    r"|cameras|incidents|offences|collisions|accidents|crimes|visits|patrols|stops|searches|arrests|reports|complaints|calls|cases"
    r"|officers|vehicles|buses|drivers|people|staff|users|members|stations)\b"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|during|until|till|after|before|by|early|late|mid|year|from|[JFMASOND][a-z]{2,8})[\s-]\Z",
    re.IGNORECASE,
)
_NOT_NUMBER = re.compile(
    r"\b(?:sections?|ss?|articles?|parts?|chapter|questions?|schedule|regulations?|rules?|paras?|paragraphs?|page|annex|appendix"
    r"|figure|table|version|case|issue|volume|ref|operation|act|order|code|item|grade|band|junction|route|bus|phase|ward|zone|gate"
    r"|platform|exit|stage|lot|tier|week|day|PC|DC|PS|DS|PCSO)\b\.?\s{0,2}\Z|[0-9][,./:-]\Z|[£$€#]\Z",
    re.IGNORECASE,
)


_WITH_POSTCODE = Shape(
    "number and name with a postcode",
    re.compile(rf"(?P<value>(?P<number>{_NUMBER}),?[ \xa0]{{1,2}}(?P<street>{_WORD}(?:\s{_WORD}){{0,2}}))(?=,[ \n])"),
    0.8,
    "A house number with a name, and a postcode below.",
)


class StreetAddressRecognizer(ShapeRecognizer):
    """Match number, street and kind of street, in one line or several, up to the postcode."""

    ENTITY = "STREET_ADDRESS"
    SHAPES = (
        Shape(
            "number and street",
            re.compile(rf"(?P<value>(?P<number>{_NUMBER})(?:,?[ \xa0]{{1,2}}|,\n)(?P<street>{_STREET}))"),
            0.75,
            "A house number with the name of a street.",
        ),
        Shape(
            "number and street in small letters",
            re.compile(
                r"\b(?:at|of|address:?|from|outside|visited)\s(?P<value>(?:flat\s[0-9a-z]{1,3},?\s)?(?P<number>[0-9]{1,4}[a-d]?),?\s"
                r"(?P<street>(?:[a-z'\u2019]{3,15}\s){1,2}(?:road|street|lane|avenue|crescent|terrace|gardens|close|drive))\b)"
            ),
            0.6,
            "A house number with the name of a street, in small letters.",
        ),
        Shape(
            "number and a street without a kind",
            re.compile(
                rf"(?P<value>(?P<number>{_NUMBER})(?:,?[ \xa0]{{1,2}}|,\n)"
                r"(?P<street>(?:The|THE)\s(?:Green|Street|Mall|Avenue|Drive|Close|Crescent|Square|Hill|Common|Strand|Lane|Mews|Grove"
                r"|Paddocks?|Orchard|Row|Parade|Terrace|Croft|Old\s[A-Z][a-z]{2,15}))(?![\w'-]))"
            ),
            0.7,
            "A house number with the name of a street.",
        ),
        Shape(
            "number and a street whose kind comes first",
            re.compile(
                rf"(?P<value>(?P<number>{_NUMBER}),?[ \xa0]{{1,2}}"
                rf"(?P<street>(?:Heol|Ffordd|Stryd|L\u00f4n|Lon|Rhodfa|Maes|Clos|Cwrt|Rue|Plas)(?:\s(?:y|yr|de|la|le|du|des|{_WORD})){{1,4}}))"
            ),
            0.7,
            "A house number with the name of a street.",
        ),
        Shape(
            "named building",
            re.compile(rf"(?<![\w£$€./-])(?P<value>(?:{_WORD}[ ]){{1,3}}{_BUILDING}\s?[,\n ]\s?{_STREET})(?=[\s,.])"),
            0.35,
            "A named building on a street, with a postcode below.",
        ),
    )

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Complete each house and street with the building above it and the town and postcode below it."""
        found: list[RecognizerResult] = []
        text = figures_restored(text)
        for result in super().analyze(text, entities, nlp_artifacts):
            shape = next(s for s in self.SHAPES if s.name == result.analysis_explanation.pattern_name)
            named = shape.name == "named building"
            end, score = result.end, shape.score
            if whole := _TO_POSTCODE.match(text, end):
                end, score = whole.end(), (0.45 if named else 0.9)
            elif named:
                continue
            else:
                while (town := _TOWN.match(text, end)) and end - result.end < 80:
                    end = town.end()
            start = result.start
            before = text[max(0, start - 60) : start]
            if not named and (house := _HOUSE_BEFORE.search(before)):
                start -= len(before) - (house.start("own") if house["own"] else house.start())
            if unit := _UNIT_BEFORE.search(text, max(0, start - 20), start):
                start = unit.start()
            if not found or start >= found[-1].end:
                found.append(self._result(start, end, score, shape))
        return sorted(found + self._without_kind(text, found), key=lambda result: result.start)

    def _without_kind(self, text: str, found: list[RecognizerResult]) -> list[RecognizerResult]:
        """Return the addresses whose street has no word for a street ("12 Broadway"), where a postcode shows them."""
        more: list[RecognizerResult] = []
        ends = [result.end for result in found]
        for match in _WITH_POSTCODE.regex.finditer(text):
            start = match.start("value")
            place = bisect_right(ends, start)
            whole = _TO_POSTCODE.match(text, match.end())
            if whole is None or (place < len(ends) and found[place].start < whole.end()):
                continue
            if self.check(match["value"], match, _WITH_POSTCODE) is not None:
                more.append(self._result(start, whole.end(), _WITH_POSTCODE.score, _WITH_POSTCODE))
        return more

    def check(self, value: str, match: re.Match[str], shape: Shape) -> float | None:
        """Drop courts of law, dates, disk drives and numbers that belong to the word before them."""
        street = match.groupdict().get("street") or value
        text = match.string
        if _COURTS.search(street) or _NOT_STREET.match(street):
            return None
        if shape.name == "named building":
            return shape.score
        if street.split()[0].lower() in ("per", "way", "lane", "miles", "mile", "metres", "people", "days", "years"):
            return None
        start = match.start("value")
        if _NOT_NUMBER.search(text, max(0, start - 20), start) or _COUNTED.match(text, match.end()):
            return None
        if re.fullmatch("(?:19|20)[0-9]{2}", match["number"]) and _YEAR_BEFORE.search(text, max(0, start - 20), start):
            return None
        following = text[match.end() : match.end() + 14]
        kind = street.split()[-1]
        if kind in ("Dr", "St", "Court", "Park", "View", "Close", "Bank", "Green", "Common", "Gate", "Field", "Path"):
            # "2 Doctors, Dr Smith", "3 Lloyds Bank branches", "5 Family Court hearings": the words run on.
            if kind == "Dr" and re.match(r"\.?\s[A-Z]", following):
                return None
            if re.match(
                r"\s(?!(?:and|or|in|on|at|to|was|were|is|by|from|with|for|near|where|when|after|before)\b)[a-z]",
                following,
            ):
                return None
        return shape.score


RECOGNIZER = StreetAddressRecognizer
