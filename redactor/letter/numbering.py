"""Numbers, letters and bullets at the head of a paragraph, and "Question 2", "Response to Q1-3" as they are written."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from redactor.letter.model import Path


class Mark(enum.Enum):
    """What stands at the head of a paragraph."""

    QUESTION = enum.auto()
    """It says "question": "Question 1", "Q1." """
    ANSWER = enum.auto()
    """It says "answer" or "response": "Response to question 1", "A:"."""
    NUMBER = enum.auto()
    BULLET = enum.auto()


@dataclass(frozen=True, slots=True)
class Label:
    """A number as written: where the text after it begins, and which questions it names.

    ``relative`` is True for a lone letter or Roman numeral, whose level the paragraphs before it tell.
    ``alone`` is True for a marker with a word ("Answer") rather than a sign.
    """

    mark: Mark
    paths: tuple[Path, ...]
    body: int
    relative: bool = False
    lead_in: bool = False
    """A phrase of a sentence ("In response to question 2, ...") rather than a head of its own."""


_BULLET = "[-*\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u2013\u2014\u00b7\uf0b7\uf0a7]"
_NUM = r"\d{1,3}(?:\.\d{1,2}(?!\d))*(?:\s?\([a-z]\)|[a-z](?![a-z])|\s[a-z]\))?(?:\s?\([ivx]{1,5}\))?"
_WORD_NUM = "one|two|three|four|five|six|seven|eight|nine|ten"
# "1-3" is a range, "1 - 3 officers" an answer; in "1,204" the comma parts no list.
_AND = r"(?:\s?,\s?and\s|\s?,\s?(?!\d{3})|\s?(?:and|&)\s?|\s(?:to|through)\s|[-\u2013]|/)"
_LIST = rf"(?:{_NUM}|(?:{_WORD_NUM})\b)(?:{_AND}(?:(?:questions?|q)\.?\s?)?{_NUM})*"
_NOUN = r"(?:questions?|q'?s?|queries|query|requests?|parts?|points?|items?)"
_EXPLICIT = re.compile(
    rf"(?:{_BULLET}\s*)?"
    r"(?P<answer>(?:the\s|our\s|my\s)?(?:response|answer|reply|ans)s?(?:\s(?:to|for|re))?[\s:-]{1,3}|a(?=\d))?"
    r"(?P<lead>(?:in\s(?:response|relation|answer|reply|respect|regard|regards)\s(?:to|of)|regarding|with\s(?:regard|regards|respect|"
    r"reference)\sto|as\s(?:to|regards)|for|re|concerning|turning\sto|on|to\sanswer)[\s:]{1,2})?"
    rf"(?:your\s|the\s)?(?:(?P<noun>{_NOUN})\.?\s?(?:no\.?\s?|number\s|#)?|(?<=a))\(?(?P<list>{_LIST})\)?"
    r"(?P<of>\s(?:of|in)\s(?:your|the)\s(?:request|questions?|e-?mail|letter))?"
    r"(?P<stop>\s*(?:[:.),;]|[-\u2013\u2014](?=\s|$))+|(?=\s|$))\s*"
)
_ANSWER_NUMBER = re.compile(rf"(?:answer|response|reply|ans\.?|a)\s?(?P<list>{_LIST})\)?\s*[:.)\u2013-]*(?:\s+|$)")
_BRACKETED = rf"\((?:\d{{1,2}}|[a-h])\)(?:{_AND}\((?:\d{{1,2}}|[a-h])\))*"
_TO_A_POINT = re.compile(
    r"(?:(?:the\s|our\s|my\s)?(?:response|answer|reply)s?\s(?:to|on)|(?:in|by\sway\sof)\s(?:response|answer|reply|relation|respect|regard)\s(?:to|of)|"
    rf"as\s(?:to|regards)|(?:with\s(?:regard|respect|reference)|turning|coming)\sto|on|under|for|regarding|concerning)\s(?P<list>{_BRACKETED})(?:\s*[:.,;\u2013-]+|(?=\s|$))\s*"
)
_TO_A_NUMBER = re.compile(
    rf"(?:(?:the\s|our\s|my\s)?(?:response|answer|reply)s?|in\s(?:response|answer|reply))\sto\s(?P<list>\d{{1,2}}(?:{_AND}\d{{1,2}})*)(?:\s*[:.,)\u2013-]+(?:\s|$)|\s*$)\s*"
)
"""Questions named by their number alone: "In answer to (1), we hold ...", "Reply to 2"."""
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_ORDINAL = re.compile(
    r"(?:(?:in\s(?:response|relation|answer|reply|respect|regard)\s(?:to|of)|regarding|with\s(?:regard|respect|reference)\sto|as\s(?:to|regards)|"
    rf"for|on|concerning|turning\sto|to\sanswer)\s)?(?:your|the)\s(?P<which>{'|'.join(_ORDINALS)})\s(?:question|part|point|query|request)\b"
    r"[^,:.?]{0,40}[,:]\s*"
)
_PLAIN = re.compile(
    rf"(?:{_BULLET}\s*)?(?:(?P<round>\(\d{{1,3}}[a-z]?\)(?:\s?\([a-z]\))?(?:\s?\([ivx]{{1,5}}\))?|\(\d{{1,3}}\([a-z]\)\))|(?P<num>{_NUM})(?P<stop>[.):]+|\s?[-\u2013](?=\s)|(?=\s|$)))\s*"
)
_SPAN = re.compile(rf"(?P<list>\d{{1,3}}[.)]?{_AND}{_NUM}(?:{_AND}{_NUM})*)[.):]+\s+")
_SUB = re.compile(rf"(?:{_BULLET}\s*)?(?:\((?P<in>[a-z]|[ivx]{{2,5}})\)|(?P<out>[a-z]|[ivx]{{2,5}})[.)])(?:\s+|$)")
_SUBS = re.compile(rf"\((?:[a-z]|[ivx]{{2,5}})\)(?:{_AND}\((?:[a-z]|[ivx]{{2,5}})\))+\s?[:.,\u2013-]?\s+")
_LETTERS = re.compile(r"\(([a-z]{1,5})\)")
_MARKER = re.compile(
    r"(?:(?P<answer>(?:our\s|the\s)?(?:response|answer|reply|ans)|a)|(?P<question>question|request|query|q))\s*(?:[:.]|[-\u2013](?=\s)|(?=\t|$))\s*"
)
_DOT = re.compile(rf"{_BULLET}\s*|o\s(?=\S)")
_ASKS = re.compile(
    r"(?:how|what|which|who|whom|when|where|why|do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|"
    r"may|please|number|copies|copy|total|list|details?|any|the|if|for|of|in|a|an)\b"
)
_TELLS = re.compile(r"(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|may|of|in|for|if)\b")
_HEAD_ASKS = re.compile(
    r"(?:how|what|which|who|when|where|why|do|does|did|please|can|could|number of|copies|copy of)\b"
)
_DATE_NEXT = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b")
_TOKENS = re.compile(r"\d+|[a-z]+")
_JOINT = re.compile(
    rf"[.)]?\s?(,\s?and|,|and|&|to|-|\u2013|through|/)?\s?(?:(?:questions?|q)\.?\s?)?({_NUM}|(?:{_WORD_NUM})\b)"
)
_WORDS = {word: str(at) for at, word in enumerate(_WORD_NUM.split("|"), 1)}
_MOST = 60
"""Questions that one "1 to 60" may name; more is no question number."""


def label(lowered: str, start: int, end: int) -> Label | None:
    """Return what stands at the head of a paragraph of a text in small letters; None where it is plain text."""
    return (
        _explicit(lowered, start, end)
        or _ordinal(lowered, start, end)
        or _plain(lowered, start, end)
        or _sub(lowered, start, end)
        or _marker(lowered, start, end)
    )


def _explicit(lowered: str, start: int, end: int) -> Label | None:
    match = _EXPLICIT.match(lowered, start, end)
    if match is None:
        match = _ANSWER_NUMBER.match(lowered, start, end)
        return Label(Mark.ANSWER, paths(match["list"]), match.end()) if match else _pointed(lowered, start, end)
    noun, stop, rest = match["noun"] or "", match["stop"].strip(), match.end() < end
    leads = bool(match["lead"] or match["of"])
    # "Part 1 of the Act", "Point 3 shows": only a head if set off, or called a question.
    if not noun.startswith("q") and rest and not stop and not leads:
        return None
    worded = noun.startswith("q") and len(noun) > 2
    if worded and rest and not stop and not leads and not _HEAD_ASKS.match(lowered, match.end(), end):
        # "Question 3 has two parts" is a sentence about a question, "Question 3 How many" a head.
        return None
    if noun.startswith("request") and not stop and rest:
        return None
    mark = Mark.ANSWER if match["answer"] or leads else Mark.QUESTION
    return Label(mark, paths(match["list"]), match.end(), lead_in=leads and rest)


def _pointed(lowered: str, start: int, end: int) -> Label | None:
    match = _TO_A_NUMBER.match(lowered, start, end)
    if match is not None:
        return Label(Mark.ANSWER, paths(match["list"]), match.end(), lead_in=match.end() < end)
    match = _TO_A_POINT.match(lowered, start, end)
    if match is None:
        return None
    letters = tuple((token,) for token in _LETTERS.findall(match["list"]))
    named = letters or paths(match["list"].replace("(", "").replace(")", ""))
    return Label(Mark.ANSWER, named, match.end(), relative=bool(letters), lead_in=match.end() < end)


def _ordinal(lowered: str, start: int, end: int) -> Label | None:
    """Return the label of "With regard to your second question, ..."."""
    match = _ORDINAL.match(lowered, start, end)
    if match is None:
        return None
    return Label(Mark.ANSWER, ((str(_ORDINALS.index(match["which"]) + 1),),), match.end(), lead_in=match.end() < end)


def _plain(lowered: str, start: int, end: int) -> Label | None:
    several = _SPAN.match(lowered, start, end)
    if several:
        return Label(Mark.NUMBER, paths(several["list"]), several.end())
    match = _PLAIN.match(lowered, start, end)
    if match is None:
        return None
    number = match["round"] or match["num"]
    rest = match.end()
    if not match["round"]:
        stop = match["stop"].strip()
        if not stop:
            head = lowered[match.end("num") : rest]
            lettered = not number.isdigit() and "." not in number
            if "\t" not in head and not (rest < end and (lettered or _ASKS.match(lowered, rest, end))):
                return None
            if _TELLS.match(lowered, rest, end) and lowered[end - 1] != "?":
                return None  # "412 were reported"
        elif stop in {"-", "\u2013"} and (lowered[rest : rest + 1].isdigit() or _DATE_NEXT.match(lowered, rest, end)):
            return None
        if stop == ":" and lowered[rest : rest + 2].isdigit():
            return None  # a time of day
        if stop == "." and lowered[match.end("num") : rest] == "." and lowered[rest : rest + 1].isdigit():
            return None
    if number.startswith("0") or (_DATE_NEXT.match(lowered, rest, end) and not match["stop"]):
        return None
    below = _SUB.match(lowered, rest, end)
    if below is not None and number.isdigit():
        # "1. a. How many" opens question 1 and its first part at once.
        return Label(Mark.NUMBER, ((*path(number), below["in"] or below["out"]),), below.end())
    return Label(Mark.NUMBER, (path(number),), rest)


def _sub(lowered: str, start: int, end: int) -> Label | None:
    several = _SUBS.match(lowered, start, end)
    if several:
        # "(i) and (ii)": one answer to both.
        named = tuple((token,) for token in _LETTERS.findall(several[0]))
        return Label(Mark.NUMBER, named, several.end(), relative=True)
    match = _SUB.match(lowered, start, end)
    if match is None:
        return None
    return Label(Mark.NUMBER, (((match["in"] or match["out"]),),), match.end(), relative=True)


def _marker(lowered: str, start: int, end: int) -> Label | None:
    match = _MARKER.match(lowered, start, end)
    if match:
        return Label(Mark.ANSWER if match["answer"] else Mark.QUESTION, (), match.end())
    dot = _DOT.match(lowered, start, end)
    return Label(Mark.BULLET, (), dot.end()) if dot and dot.end() < end else None


def path(number: str) -> Path:
    """Return a number's levels: "1a", "1(a)", "1.1" and "1 a)" have two."""
    number = _WORDS.get(number.strip(), number)
    return tuple(str(int(token)) if token.isdigit() else token for token in _TOKENS.findall(number))


def paths(listed: str) -> tuple[Path, ...]:
    """Return the numbers of a list: "1, 2 and 4", "1 to 3", "2a-2c"; a range is filled in."""
    found: list[Path] = []
    for match in _JOINT.finditer(listed):
        one = path(match[2])
        if found and len(one) == 1 and one[0].isalpha():
            one = (*found[-1][:-1], *one)
        if found and match[1] in {"to", "-", "\u2013", "through"}:
            found += _between(found[-1], one)
        found.append(one)
    return tuple(dict.fromkeys(found))


def _between(first: Path, last: Path) -> list[Path]:
    """Return the numbers strictly between two of one level."""
    if len(first) != len(last) or first[:-1] != last[:-1]:
        return []
    low, high = first[-1], last[-1]
    if low.isdigit() and high.isdigit() and 0 < int(high) - int(low) <= _MOST:
        return [(*first[:-1], str(at)) for at in range(int(low) + 1, int(high))]
    if len(low) == len(high) == 1 and low < high:
        return [(*first[:-1], chr(at)) for at in range(ord(low) + 1, ord(high))]
    return []
