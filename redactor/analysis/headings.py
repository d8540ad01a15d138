"""What the headings of tables mean: which kind of value stands below "Collar number", "Ext", "Caller" or "Name".

Only headings that people set over one kind of value are listed, and a value must look the part. A bare "Name" may head
a list of schools, roads or dogs; the headings beside it must say that people are listed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = r"(?:no\.?|nos\.?|num(?:ber)?s?|ref(?:erence)?s?|id|#)"
_PLAIN_NAME = r"[^\W\d_][\w'’.-]*(?:[ ,]+[^\W\d_][\w'’.-]*){0,4}"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of column: what its heading reads like and what a value in it looks like."""

    entity: str
    heading: re.Pattern[str]
    value: re.Pattern[str]
    score: float
    needs_people: bool = False


def _kind(entity: str, heading: str, value: str, score: float, *, needs_people: bool = False) -> Kind:
    return Kind(entity, re.compile(heading, re.IGNORECASE), re.compile(value), score, needs_people)


_KINDS = (
    _kind("COLLAR_NUMBER", rf"(?:collar|shoulder|warrant|officer|epaulette)s?[ ]*{_NUMBER}|(?:collar|warrant)",
          r"[A-Z]{0,3}[ ]?\d{2,6}[A-Z]?", 0.85),
    _kind("COLLAR_NUMBER", r"(?:officer|operator|constable|(?:call[ ]?)?handler|dispatcher|controller|attended[ ]by|oic)",
          r"(?!(?:19|20)\d\d$)\d{3,6}|[A-Z]{1,3}[ ]?\d{3,6}", 0.7),
    _kind("SERVICE_NUMBER", rf"(?:payroll|employee|staff|service|pension|personnel|force)[ ]*{_NUMBER}",
          r"[A-Z]{0,3}[ /-]?\d{3,10}[A-Z]?", 0.8),
    _kind("MOBILE_PHONE", rf"(?:mob(?:ile)?\.?|cell)(?:[ ](?:phone|tel(?:ephone)?))?(?:[ ]*{_NUMBER})?",
          r"\+?[\d(][\d ()-]{5,16}\d", 0.85),
    _kind("DIRECT_DIAL", rf"(?:direct[ ](?:dial|line)|ddi|tel(?:ephone|\.)?|phone|ext(?:ension|n)?\.?|contact)(?:[ ]*{_NUMBER})?",
          r"(?:[Ee]xt(?:n|ension)?\.?[ ]*|x[ ]?)?\+?[\d(][\d ()-]{1,16}\d", 0.8),
    _kind("DATE_OF_BIRTH", r"(?:d\.?o\.?b\.?|date[ ]of[ ]birth|born)",
          r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?[ ]\w{3,9}[ ]\d{2,4}", 0.9),
    _kind("UK_VRM", rf"(?:vrms?|vrn|vehicle(?:[ ]reg(?:istration)?)?|reg(?:istration)?(?:[ ]mark)?|index)(?:[ ]*{_NUMBER})?",
          r"[A-Z]{1,3}[ ]?\d{1,4}[ ]?[A-Z]{0,3}|\d{1,4}[ ]?[A-Z]{1,3}", 0.75),
    _kind("CRIME_REFERENCE", rf"(?:crime|incident|log|cad|niche|athena|storm|occurrence)(?:[ ]*{_NUMBER})",
          r"(?:[A-Z]{2,4}[ /-]?)?\d[\dA-Z/ -]{2,18}", 0.6),
    _kind("PERSON", r"(?:surname|forename|first[ ]name|last[ ]name|full[ ]name|officer(?:'s)?(?:[ ]name)?|driver|caller|complainant|victim"
          r"|suspect|witness|informant|(?:name[ ]of[ ])?(?:employee|author|manager|owner|requester|applicant)|staff[ ](?:member|name)"
          r"|contact(?:[ ]name)?|(?:(?:stall|licen[cs]e|permit|account|badge)[ -]?)?holder|(?:employee|manager|author|owner)[ ]name|completed[ ]by|dealt[ ]with[ ]by)", _PLAIN_NAME, 0.75),
    _kind("PERSON", r"names?", _PLAIN_NAME, 0.7, needs_people=True),
)  # fmt: skip
_LONGEST_HEADING = 40
"""Characters."""
# Headings of tables about people. Those in the second group stand in tables of places, dogs and firms as well: beside
# them every entry of the column must be two words or more.
_OF_PEOPLE = re.compile(
    r"(?:rank|grade|collar|shoulder|warrant|payroll|employee|job|role|occupation|d\.?o\.?b|date of birth|ext|extension|mobile|"
    r"surname|forename|salary|start date|date joined|joined|officer|staff|relationship|nationality)\b.*",
    re.IGNORECASE,
)
_OF_PEOPLE_OR_THINGS = re.compile(
    r"(?:post|position|title|age|tel|telephone|phone|e-?mail|(?:home )?address|team|gender|sex|department|directorate|company|"
    r"organisation)\b.*",
    re.IGNORECASE,
)
_OF_THINGS = re.compile(
    r".*\b(?:post ?codes?|breeds?|species|colour|urn|uprn|pupils?|places|capacity|length|schools?|make|model|price|cost|amount|"
    r"wards?|parish|road|street|opened|closed|founded|phase|ofsted|type|area|size|rating|rooms|beds|licen[cs]e|premises|value|"
    r"spend|total|budget|website|url|file|format|head ?teacher|manager|contact)\b.*",
    re.IGNORECASE,
)
# Words that say a name is that of a post, a body or a place. A person may be called Hall, but not in such a column.
_POSTS = _words("""
chief deputy assistant detective police constable sergeant inspector superintendent commander officer staff
manager director head team unit service services department directorate operator controller supervisor
administrator clerk analyst trainer member public caller driver owner victim witness applicant requester
employee company business council force control room reception security other others male female adult child
individual person persons organisation neighbour resident tenant customer yes ongoing open closed pending name
names date time address telephone email number reference description details rank grade role post position title
outcome action reason comments notes
""")  # fmt: skip
_PLACES = _words("""
school academy college university primary secondary infant infants junior nursery hospital surgery clinic
practice church chapel cathedral mosque centre center park hall house court road street lane avenue close drive
way crescent terrace gardens square place hill bridge station library museum theatre stadium airport farm
cottage hotel inn club group trust limited ltd plc llp inc association society foundation charity solutions
systems holdings partners constabulary authority borough county district ward parish north south east west upper
lower st saint community home care
""")  # fmt: skip
# Entries that say there is no value.
_NOTHING = re.compile(
    r"(?:none|n/?a|nil|unknown|not .*|no .*|-+|–|vacan(?:t|cy)|redacted|withheld|various|total|all|anonymous|as above|ditto)",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(
    {"de", "da", "di", "du", "van", "von", "der", "den", "la", "le", "ap", "bin", "ibn", "al", "el", "y"}
)


def kinds_of(texts: Sequence[str]) -> tuple[tuple[Kind, ...], ...] | None:
    """Return the kinds of the columns under headings, or None where the texts are no row of headings."""
    if any(len(text) > _LONGEST_HEADING for text in texts) or not all(texts):
        return None
    # "Name:" begins a line of a form, unless all its neighbours are labels with a colon as well.
    colons = sum(text.endswith(":") for text in texts)
    if 0 < colons < len(texts) or any(text[-1] in ";,!" or (text[-1] == "." and text.count(" ") > 2) for text in texts):
        return None
    kinds = [tuple(kind for kind in _KINDS if kind.heading.fullmatch(text.strip(" :*"))) for text in texts]
    if not any(kinds):
        return None
    # A heading row has no values: no figures but years and numbered columns.
    if any(
        re.search(r"\d{3,}", text) and not re.fullmatch(r"(?:19|20)\d\d(?:[/-]\d\d(?:\d\d)?)?", text) for text in texts
    ):
        return None
    for at, found in enumerate(kinds):
        kinds[at] = tuple(kind for kind in found if not kind.needs_people or _are_people(texts, at))
    return tuple(kinds) if any(kinds) else None


def _are_people(texts: Sequence[str], at: int) -> bool:
    """Return whether the neighbours of a bare "Name" say that people are listed."""
    others = [text.strip(" :*") for number, text in enumerate(texts) if number != at]
    if any(_OF_PEOPLE.fullmatch(text) for text in others):
        return not any(re.search(r"\bbreed|species|\burn\b|pupils", text, re.IGNORECASE) for text in others)
    return any(_OF_PEOPLE_OR_THINGS.fullmatch(text) for text in others) and not any(
        _OF_THINGS.fullmatch(text) for text in others
    )


def fits(kind: Kind, text: str) -> bool:
    """Return whether a cell's text is a value of the column's kind, and not an entry that says there is none."""
    plain = text.strip()
    if _NOTHING.fullmatch(plain) or kind.value.fullmatch(plain) is None:
        return False
    if kind.entity != "PERSON":
        return True
    words = [word for word in re.split(r"[ ,]+", plain) if word]
    plain_words = [word.strip(".'\u2019").casefold() for word in words]
    if not all(word[:1].isupper() or word.casefold() in _SMALL_WORDS for word in words) or len(plain) <= 2:
        return False
    if any(word in _POSTS for word in plain_words) or all(word in _PLACES for word in plain_words):
        return False
    return not kind.needs_people or (len(words) > 1 and not any(word in _PLACES for word in plain_words))


__all__ = ["Kind", "fits", "kinds_of"]
