"""The authority's own name and its own address: what stands in its letterhead is neither a person nor somebody's home.

"Glanarth" is a place where Glanarth Council writes, and "15 Turbine Street" is its office where the Information Rights
Officer is written to there. Neither is taken for granted: a person of the same name, a title beside it, a person's name
beside the address, or the home of a parish clerk, and the finding is left to the policy's lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from recognizers.names import COURTESY_PATTERN, RANK_PATTERN
from redactor.analysis.matches import Analysis, Match
from redactor.decide.own_address import OwnAddress
from redactor.decide.ruling import Rank, Ruling
from redactor.model import Action, Case

_BODY: Final = (
    "council|constabulary|police|nhs|trust|university|authority|academy|college|ministry|department|commission|agency"
    "|ombudsman|service|services|regulator|school|association|board|cyngor|heddlu|prifysgol|bwrdd"
)
_HEAD_LINES: Final = 3
# "Glanarth County Council", "University of Penhallow", "Heddlu Lanewick": nothing but capitals and small words of names,
# so that "Police statement of Holloway" is no authority.
_CAPITALS: Final = r"(?:[^\W\d_a-z][\w'’.&-]*|of|and|for|the|upon|on|y|&|,)"
_NAME_LINE = re.compile(
    rf"(?:{_CAPITALS}[ ]){{0,9}}(?i:{_BODY})"
    rf"|(?:The )?(?:University|Ministry|Department|Office|Commission|College|Board|Academy|Archdiocese)[ ](?:of|for)(?:[ ]{_CAPITALS}){{1,8}}"
    rf"|(?:NHS|Cyngor|Heddlu|Prifysgol|Bwrdd)(?:[ ]{_CAPITALS}){{1,8}}"
)
_NO_LETTERHEAD = re.compile(
    r"\b(?:statement|report|minutes|e-?mail|from|to|re|subject|request|letter|interview|witness)\b", re.IGNORECASE
)
# Words of which the names of public bodies are made, besides the place.
_GENERIC: Final = frozenset(
    f"""
    {_BODY.replace("|", " ")} a and at dc cc bc mbc pc for of on the to upon y yr a'r & county city borough district parish town community rural metropolitan
    unitary combined mayoral royal national general north south east west northern southern eastern western central great
    greater new old upper lower mid little health healthcare care integrated foundation hospital hospitals infirmary ambulance fire rescue
    and housing mental teaching children's children primary secondary high infant junior catholic church england learning
    valley vale moor dale river bay coast office wales scotland cymru uk sir sirol bwrdeistref dinas tref gwasanaeth
    iechyd lleol prifathrofaol ysgol de gogledd dwyrain gorllewin bro cwm
    """.split()
)
_DOMAIN = re.compile(
    r"(?:@|\bwww\.|://)(?P<host>[\w.-]{1,80}?)\.(?:gov\.uk|police\.uk|nhs\.uk|ac\.uk|sch\.uk|mod\.uk|gov\.scot|gov\.wales|llyw\.cymru)\b",
    re.IGNORECASE,
)
_TITLE_BEFORE = re.compile(
    rf"(?:{COURTESY_PATTERN}|{RANK_PATTERN}|Dear|Annwyl|Hi|Hello)[ \t\xa0]+(?:[A-Z]{{0,2}}\d{{1,6}}[ ]+)?$"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CAPITAL_BEFORE = re.compile(r"(?:^|[^\w.])(?P<word>[A-Z][^\W\d_]*\.?)[ ]$")
# "Information Access Saltmarsh": the office of that force, and nobody's forename.
_OFFICE: Final = frozenset(
    [
        "information",
        "access",
        "rights",
        "governance",
        "team",
        "unit",
        "foi",
        "eir",
        "freedom",
        "disclosure",
        "disclosures",
        "records",
        "requests",
    ]
)
_SMALL: Final = frozenset(["of", "and", "for", "the", "upon", "on", "y", "yr", "&", "a"])
_LEAST: Final = 4
"""Letters of a place's name; of shorter ones too many are found in anything."""
_KEPT = "The authority's own name."
_ASKED = "Perhaps the authority's own name, as its mailbox has it."


class OwnBook:
    """The words of the authority's own name, and where its own address stands."""

    def __init__(self, analysis: Analysis, case: Case) -> None:
        self._analysis = analysis
        stated = set(_places(case.authority))
        head = [line.strip() for line in analysis.texts[0].text[:2000].split("\n") if line.strip()][:_HEAD_LINES]
        printed = [part.strip() for line in head for part in re.split(r"[/|\t]", line)]
        bodies = [name for name in printed if _NAME_LINE.fullmatch(name) and not _NO_LETTERHEAD.search(name)]
        bodies += filter(None, map(str.strip, case.authority.split("/")))
        for body in bodies:
            stated.update(_places(body))
        written = {label for text in analysis.texts for label in _labels(text.text)}
        borne = self._borne(stated | written)
        self._stated, self._written = stated - borne, written - borne
        self._short = [_initials(body) for body in bodies]
        self._address = OwnAddress(analysis, bodies, own=self._is_own)

    def ruling(self, match: Match) -> Ruling | None:
        """Return why a finding stays, or goes to a person, for being the authority's own; None where nothing says so."""
        if match.entity == "PERSON":
            return self._of_name(match)
        why = self._address.why(match)
        return Ruling(Rank.PUBLIC, Action.KEEP, "", why) if why else None

    def _of_name(self, match: Match) -> Ruling | None:
        value = self._analysis.value(match)
        words = _folded(value)
        # "SMAS" of the Severn and Marches Ambulance Service; three letters may be somebody's forename in capitals.
        if len(value) >= _LEAST and value.isupper() and any(short.startswith(value) for short in self._short):
            return Ruling(Rank.PUBLIC, Action.KEEP, "", _KEPT)
        known = self._stated | self._written
        if not known.intersection(words) or not all(word in known or word in _GENERIC for word in words):
            return None
        text = self._analysis.texts[match.text].text
        before = _CAPITAL_BEFORE.search(text, max(0, match.start - 40), match.start)
        beside = before is not None and before["word"].casefold() not in known | _GENERIC | _OFFICE
        if beside or not self._stated.intersection(words):
            return Ruling(Rank.POLICY, Action.REVIEW, "s40(2)", _ASKED)
        return Ruling(Rank.PUBLIC, Action.KEEP, "", _KEPT)

    def _is_own(self, match: Match) -> bool:
        ruling = self._of_name(match)
        return ruling is not None and ruling.action is Action.KEEP

    def _borne(self, places: set[str]) -> set[str]:
        """Return the words among ``places`` that somebody in this document bears as a name: "Ms Glanarth", "Jo Glanarth"."""
        borne: set[str] = set()
        for match in self._analysis.matches:
            if match.entity not in ("PERSON", "REQUESTER"):
                continue
            words = _folded(self._analysis.value(match))
            shared = places.intersection(words)
            if not shared:
                continue
            text = self._analysis.texts[match.text].text
            before = text[max(0, match.start - 40) : match.start]
            # "Cyngor Sir" is a county council and no knight.
            titled = _TITLE_BEFORE.search(before) is not None and not before.endswith("Cyngor Sir ")
            others = [word for word in words if word not in places and word not in _GENERIC]
            if match.entity == "REQUESTER" or titled or others:
                borne |= shared
        return borne


def _folded(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]


def _initials(authority: str) -> str:
    """Return the initials of an authority's name, without its small words."""
    return "".join(word[0] for word in _WORD.findall(authority) if word.casefold() not in _SMALL).upper()


def _places(authority: str) -> Iterator[str]:
    """Yield the words of an authority's name that are no words of bodies: "glanarth" of "Glanarth County Council"."""
    for word in _WORD.findall(authority):
        if len(word) >= _LEAST and word[0].isupper() and word.casefold() not in _GENERIC:
            yield word.casefold()


def _labels(text: str) -> Iterator[str]:
    """Yield the names in the text's own public domains: "glanarth" of "www.glanarth.gov.uk"."""
    for match in _DOMAIN.finditer(text):
        for label in match["host"].casefold().split("."):
            if len(label) >= _LEAST and label.isalpha() and label not in _GENERIC and label != "example":
                yield label
