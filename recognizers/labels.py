"""Labels: telling an identifier that a word beside it names from one that merely looks the part.

"PNC ID: 99/1234567A" has a wrong check letter, yet the label says what it is, and a mistyped identifier still
identifies a person. The same characters with no label are noise. The recognizers of UK identifiers share that reading.

A label may stand before its value, behind it in brackets, over it at the head of a column, or before the first of a
list. A labelled value is read as a scanner may have left it: parted in any place, over a line break, O for 0.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer, outermost
from recognizers.table_text import heading_over, plain, words_of

BARE = "without a label"
LABELLED = "labelled"
MISTYPED = "labelled, but mistyped"

NUMBER = r"(?:(?:numbers?|nos?|num|ids?|identifiers?|identity|refs?|references?)\b\.?|#)"
"""The word that makes a label of a noun: "payroll" is none, "payroll no." is one."""
GAP = r"(?: ?[\-./\\] ?\n?| ?\n ?| )?"
"""What may part a labelled identifier anywhere; one way to match each gap, so that no run of them is tried twice."""
ANY_NUMBER = (
    r"(?:[0-9]{3}(?: [0-9]{3,4}){1,3}|[A-Za-z]{0,4}[/\-]?[0-9][0-9A-Za-z]{1,12}(?:[/\-]\n?[0-9A-Za-z]{1,8}){0,3})"
)
"""A number as an office makes one up, letters and strokes in any place; only a label tells what it is."""
DIGIT = "[0-9OoQIilSsZzBG]"
"""A digit, or a letter that a scanner may have made of one."""
LETTER = "[A-Za-z01258]"
"""A letter, or a digit that a scanner may have made of one."""

SCANNED = str.maketrans("OoQIilZzSsGB", "000111225568")
"""Turns the letters of ``DIGIT`` back into digits."""
_MARKS = " \t\r\n:;.,=#|()[]\"'/_-*"
_WORD = (
    r"nos?|num|numbers?|ids?|refs?|references?|requests?|is|was|are|under|rank|name|details|were|being|of|as|and|to|the|a|in|on|for|file|my|his|her"
    r"|their|your|its|which|who|has|had|been|given|shown|recorded|quoted|stated|listed|known|held|reads|below|follows|also"
    r"|new|old|full|current|previous|Mr|Mrs|Ms|Miss|Dr|PC|PS|DC|DS|subject|applicant|claimant|defendant|patient|employee"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|officer|driver|holder|suspect|detainee|complainant|requester|student|pupil|member"
)
_NAME = r"(?:of|for|by|Mr|Mrs|Ms|Miss|Dr|PC|PS|DC|DS)\.?(?:\s{1,2}(?-i:[A-Z][A-Za-z'\-]{0,24})\b){1,3}"
_LINK = rf"(?:\s*(?:[:;.,=#|\[\]\"'/_\-*]|\((?:[A-Za-z/,.' ]{{1,24}}|[0-9]{{1,2}}[ -][a-z]{{5,10}})\)|[()]|\b(?:{_NAME}|(?:{_WORD})\b))){{0,9}}\s*\Z"
_COUNTED = re.compile(r"numbers?(?P<of> of)\s*\Z|numbers[\s:]*\Z", re.IGNORECASE)
_NO_TOKEN = re.compile(
    r"(?:19|20)[0-9]{2}(?:[/\-](?:20)?[0-9]{2})?|[0-9]{1,2}[/\-][0-9]{1,2}(?:[/\-](?:19|20)?[0-9]{2})?"
    r"|(?:FOI|FOIA|EIR|SAR|DSAR|IR)(?![A-Z]).*",
    re.IGNORECASE | re.DOTALL,
)
_JOIN = re.compile(r"\s{0,2}(?:[,;&/\n]|and\b|or\b)\s{0,2}(?:and\b|or\b|&)?\s{0,2}", re.IGNORECASE)
_REACH = 80
"""Characters before a value in which its label must begin."""


@dataclass(frozen=True, slots=True)
class Label:
    """The words that name one kind of identifier, wherever they stand by it."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    cues: tuple[frozenset[str], ...]
    _telling: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Of each cue its longest word, which is the rarest: none of them in a text, no cue in it.
        object.__setattr__(self, "_telling", frozenset(max(cue, key=len) for cue in self.cues))

    def may_be_in(self, words: frozenset[str]) -> bool:
        """Tell whether a text of these words can hold the label at all; asked first, for speed."""
        if not self.cues:
            return True
        # Nearly every label is absent from nearly every text: one look-up a word says so.
        return not self._telling.isdisjoint(words) and any(cue <= words for cue in self.cues)

    def leads_to(self, text: str, start: int, *, reach: int = _REACH) -> bool:
        """Tell whether the label begins in the ``reach`` characters before ``start`` and leads up to it."""
        first = max(0, start - reach)
        # A page of figures has many values and no words: look for a letter before running the pattern.
        if not text[first:start].rstrip(_MARKS)[-1:].isalpha():
            return False
        return self.before.search(text, first, start) is not None

    def names(self, text: str, start: int, end: int) -> bool:
        """Tell whether the label stands before ``[start, end)``, behind it in brackets or over its column."""
        if self.leads_to(text, start):
            return True
        if text[end : end + 3].lstrip()[:1] in ("(", "[") and self.behind.match(text, end):
            return True
        heading = heading_over(text, start)
        return heading is not None and self.before.search(heading) is not None


def label(words: str, *, cues: str = "") -> Label:
    """Compile a label.

    Args:
        words: a regex; a space in it stands for a line break as well.
        cues: words in small letters of which all must be in a text for the label to be there; "|" parts alternatives.
            None where the label is looked for only beside values that are rare.
    """
    words = re.sub(r" (\??)", lambda space: r"[ \n]?" if space[1] else r"[ \n]{1,2}", words)
    words = rf"(?<![A-Za-z])(?:{words})(?![A-Za-z])"
    return Label(
        re.compile(words + _LINK, re.IGNORECASE),
        re.compile(rf"\s?[(\[](?:\w{{1,8}} ){{0,2}}{words}[ .]?(?:{NUMBER})?[)\]]", re.IGNORECASE),
        tuple(frozenset(cue.split()) for cue in cues.split("|") if cue.strip()),
    )


_THINGS = (
    r"(?:invoice|(?:purchase )?order|account|serial|part|model|contract|charity|company|booking|ticket|tracking|parcel|consignment"
    r"|batch|policy|meter|permit|asset|job|customer|quote|quotation|tender|grant|transaction|payment|receipt|cheque"
    r"|barcode|product|item|stock|version|requisition|planning|application|project|catalogue|delivery)(?: tag| code)?|SKU|VAT|PO"
)
OTHER_THINGS = label(_THINGS)
"""Labels of things that are not people."""
OTHER_NUMBERS = label(
    rf"{_THINGS}|ISBN(?:-1[03])?|ISSN|UPRN|USRN|UTR|ULN|IMEI|ICCID|SIM|MPAN|MPRN|EAN|URN|GTN|tax ?(?:payer'?s?)? ref(?:erence)?|tel(?:ephone)?"
    r"|phone|mob(?:ile)?|fax|call|ring|dial|\+?44(?: ?\(0\))?|acc|a/c|our ref(?:erence)?|your ref(?:erence)?"
    r"|(?:claim|licen[cs]e|case|crime|incident)"
)
"""Labels of what is numbered in ten digits or so as people are: things, telephones, cases."""
_OWN = label(r"FOI(?:A|SA)?|EIRs?|D?SARs?|freedom of information(?: act)?")


def is_own_reference(text: str, start: int) -> bool:
    """Tell whether the value at ``start`` is a request's own number ("FOI 12345"), which a letter must keep."""
    return _OWN.leads_to(text, start)


def is_scanned(value: str) -> bool:
    """Tell whether a value has digits enough to be more than a word; a scanner spoils a few at most."""
    digits = sum(map(str.isdigit, value))
    return digits >= 3 and 3 * digits >= sum(map(str.isalnum, value))


def is_statistic(value: str, text: str, start: int) -> bool:
    """Tell whether the number at ``start`` counts things ("staff numbers 1250") or is a year, a date or a request's own."""
    if _NO_TOKEN.fullmatch(value):
        return True
    counted = _COUNTED.search(text, max(0, start - 20), start)
    return counted is not None and value.isdigit() and (len(value) < 6 or counted["of"] is not None)


def run(count: int, *, kind: str = DIGIT) -> str:
    """Return the pattern of ``count`` characters of a labelled identifier, parted anywhere."""
    return f"{kind}(?:{GAP}{kind}){{{count - 1}}}" if count > 1 else kind


def loose(body: str) -> re.Pattern[str]:
    """Compile the form of a labelled value; the label before it does the telling, so little is asked of its edges."""
    return re.compile(rf"(?<![\w/£$€])(?P<value>{body})(?![\w%])(?![.,/\-][0-9])")


def readings(
    labelled: re.Pattern[str], bare: re.Pattern[str] | None, *, noun: str, test: str, score: float = 0.0
) -> tuple[Shape, ...]:
    """Return the ways to read one identifier: labelled (0.95), labelled but mistyped (0.5), without a label.

    Args:
        labelled: how it is written beside a label, right or wrong.
        bare: how it is written where nothing names it; None where that is never enough.
        noun: what it is, with its article ("a PNC ID").
        test: what must fit, in words ("check letter").
        score: confidence in one that fits but has no label.
    """
    shapes = (
        Shape(LABELLED, labelled, 0.95, f"Named as {noun}, and its {test} fits."),
        Shape(
            MISTYPED, labelled, 0.5, f"Named as {noun}, but its {test} does not fit; a mistyped one still identifies."
        ),
    )
    return shapes if bare is None else (*shapes, Shape(BARE, bare, score, f"Written like {noun}, and its {test} fits."))


class LabelledRecognizer(ShapeRecognizer):
    """Report values that a label names, and those that need none.

    Attributes:
        LABEL: the words that name the identifier.
        ALONE: names of the shapes that are reported without a label as well.
        ALIKE: whether a further value of a list must be as long as the one before it; so where any digits would do.
    """

    LABEL: ClassVar[Label]
    ALONE: ClassVar[frozenset[str]] = frozenset({BARE})
    ALIKE: ClassVar[bool] = False

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Return one result for each place; overlapping places keep the best score."""
        text = plain(text)
        words = words_of(text)
        best: dict[tuple[int, int], RecognizerResult] = {}
        for shape in self.SHAPES:
            cued = self.label_of(shape).may_be_in(words)
            if shape.name == MISTYPED or not (cued or shape.name in self.ALONE):
                continue
            for start, end, found in self._places(text, shape, cued=cued):
                old = best.get((start, end))
                if old is None or old.score < found.score:
                    best[start, end] = self._result(start, end, found.score, found)
        return outermost(list(best.values()))

    def _places(self, text: str, shape: Shape, *, cued: bool) -> Iterator[tuple[int, int, Shape]]:
        """Yield where one shape is found, and as what."""
        last = (0, 0)
        for match in shape.regex.finditer(text):
            start, end = match.span("value")
            named = cued and (self.label_of(shape).names(text, start, end) or self._is_listed(text, last, start, end))
            found = self.judge(match["value"], match, shape, named=named)
            if found is not None:
                yield start, end, found
                if named:
                    last = (start, end)

    def label_of(self, shape: Shape) -> Label:
        """Return the label that names what a shape matches."""
        return self.LABEL

    def _is_listed(self, text: str, last: tuple[int, int], start: int, end: int) -> bool:
        """Tell whether a value goes on the list that the value at ``last`` is on."""
        if not last[1] < start <= last[1] + 10 or (self.ALIKE and last[1] - last[0] != end - start):
            return False
        return _JOIN.fullmatch(text, last[1], start) is not None

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Return the shape to report a match under, or None to drop it.

        Args:
            value: what would be reported.
            match: the match, its text with plain spaces, hyphens and quotes.
            shape: the shape that matched.
            named: a label names the value.
        """
        return shape if named else None


class CheckedRecognizer(LabelledRecognizer, ABC):
    """Report an identifier that passes its check, or that a label names whether it passes or not."""

    OTHER: ClassVar[Label | None] = None
    """Labels of other things written alike: what one of them names is not reported bare."""

    @abstractmethod
    def fits(self, value: str) -> bool:
        """Tell whether the value passes the check of its kind."""

    def bare_score(self, value: str, score: float) -> float | None:
        """Return the score of a fitting ``value`` that no label names, or None to drop it; small letters need a label."""
        return score if value == value.upper() else None

    def judge(self, value: str, match: re.Match[str], shape: Shape, *, named: bool) -> Shape | None:
        """Return the reading that a match deserves."""
        if shape.name != BARE:
            if not named or not is_scanned(value):
                return None
            return shape if self.fits(value) else next(s for s in self.SHAPES if s.name == MISTYPED)
        if not self.fits(value):
            return None
        text, start = match.string, match.start()
        if not named and (
            is_own_reference(text, start) or (self.OTHER is not None and self.OTHER.leads_to(text, start))
        ):
            return None
        score = self.bare_score(value, shape.score)
        return None if score is None else Shape(BARE, shape.regex, score, shape.why)
