"""Ways to reach somebody and periods of time, as a letter writes them: e-mail, telephone, web, post, "40 working days"."""

from __future__ import annotations

import re

from redactor.letter.model import Contact, ContactKind, Passage, Window

_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "twenty-one": 21, "twenty-five": 25,
    "twenty-eight": 28, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60, "ninety": 90,
}  # fmt: skip
_WINDOW = re.compile(
    rf"\b(?P<count>\d{{1,3}}|(?<=in )a|(?<=inside )a|(?<=than )a|(?:{'|'.join(sorted(set(_NUMBERS) - {'a'}, key=len, reverse=True))}))(?:\s?\(\d{{1,3}}\)|\s\(?(?:{'|'.join(set(_NUMBERS) - {'a'})})\)?)?\s?(?:-\s?)?"
    r"(?P<unit>(?:(?:full|clear)\s)?(?:working|business|calendar|school)?[\s-]?(?:days?|weeks?|months?))\b"
)
_UNIT_GATE = ("day", "week", "month")
_EMAIL = re.compile(r"[\w.+'&-]{1,64}@(?:[\w-]+\.)+[a-z]{2,}")
_PHONE = re.compile(
    r"(?<![\w/.-])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d(?:[\s()-]{0,2}\d){8,9}(?![\w/])|(?<![\w/])0[38]\d\d\s?\d{3}\s?\d{3,4}\b"
)
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]]+|\b(?:[a-z0-9-]+\.)+(?:gov\.uk|org\.uk|police\.uk|ac\.uk|nhs\.uk|scot|wales|cymru|info|org|com|co\.uk)(?:/[^\s<>\"')\]]*)?(?![\w@])"
)
_POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b")
_PLACE = (
    r"(?:house|street|road|lane|hall|headquarters|hq|centre|center|court|square|offices?|building|po\sbox|avenue|drive|park|quay|place|terrace|close|gardens|row|wharf|guildhall|"
    r"station|hospital|campus|tower|depot|lodge|castle|street|chambers|buildings|mill|bridge|green|hill|crescent|parade|walk|gate|yard|dock)\b(?!\s(?:hours|manager|staff|team))"
)
_POST = re.compile(
    r"\b(?:writ(?:e|ing)|post(?:ed)?|letter|send|sent|addressed|contact|made|submitted|to|at|reach)\b[^.:]{0,60}?\b(?:to|at|:)\s[^.]{0,160}?\b"
    + _PLACE
    + r"|[,:]\s(?:the\s)?(?:[\w'&-]+\s){0,3}?"
    + _PLACE
)
_SAME = re.compile(
    r"\b(?:above|below|same|following|undersigned|foregoing|return|usual)(?:\s[\w-]+){0,3}?\s(?:address(?:es)?|e-?mail|mailbox|inbox|details|number|contact)\b|"
    r"\b(?:address(?:es)?|e-?mail|mailbox|inbox|details|number|office|team)\s(?:\w+\s){0,4}?(?:above|below|overleaf|(?:at|on|in|of)\s(?:the\s)?(?:top|head|foot|bottom|end|start|beginning|letterhead|heading|first|this))\b|"
    r"\b(?:at|to|in|using|via|by|through)\s(?:\w+\s){0,4}?(?:this|our\susual)\s(?:address|e-?mail|mailbox|inbox|office|letter|message|mail)\b|\b(?:address|mailbox|inbox|e-?mail)\s(?:\w+\s)?this\s(?:\w+\s)?(?:comes|came|was|is)\b|"
    r"\bby\s(?:return|reply(?:ing)?|responding)\b|\breply(?:ing)?\sto\s(?:this|us|me)\b|\bthe\s(?:undersigned|writer)\b|\bcase\s(?:officer|worker|handler)\b|"
    r"\b(?:contact|e-?mail|call|telephone|phone|ring|write\sto|writing\sto|contacting)\s(?:me|us|this\soffice)\b"
)
# "The Head of Legal Services", "our Complaints Manager": reachable where the letter itself says where its authority is.
_ROLE = re.compile(
    r"(?:[Tt]o|[Cc]ontact(?:ing)?|[Ww]ith|[Bb]y|[Ff]rom|[Ee]-?mail)\s(?:the\s|our\s|its\s)?(?P<role>(?:[A-Z][\w'&-]+)(?:\s(?:(?:of|and|for|the|to|&)\s)*[A-Z][\w'&-]+)+)"
)
_ROLE_WORDS = re.compile(
    r"\b(?:head|officer|manager|director|team|unit|department|secretary|registrar|clerk|solicitor|executive|lead|adviser|advisor|office|services?|coordinator|controller|complaints|appeals?|governance|panel|principal|chief)\b",
    re.IGNORECASE,
)


def windows(lowered: str, start: int, end: int) -> list[Window]:
    """Return the periods named in a range."""
    text = lowered[start:end]
    if not any(unit in text for unit in _UNIT_GATE):
        return []
    found = []
    for match in _WINDOW.finditer(lowered, start, end):
        count = int(match["count"]) if match["count"].isdigit() else _NUMBERS[match["count"]]
        unit = match["unit"].strip(" -").replace("-", " ")
        working = any(word in unit for word in ("working", "business", "school"))
        kind = (
            "working days"
            if working and "day" in unit
            else "weeks"
            if "week" in unit
            else "months"
            if "month" in unit
            else "days"
        )
        found.append(Window(match.start(), match.end(), count, kind))
    return found


def contacts(lowered: str, start: int, end: int) -> list[Contact]:
    """Return the ways to reach somebody that a range names."""
    text = lowered[start:end]
    found: list[Contact] = []
    if "@" in text:
        found += [Contact(*match.span(), ContactKind.EMAIL, match[0]) for match in _EMAIL.finditer(lowered, start, end)]
    if "0" in text:
        found += [Contact(*match.span(), ContactKind.PHONE, match[0]) for match in _PHONE.finditer(lowered, start, end)]
    if "." in text:
        for match in _WEB.finditer(lowered, start, end):
            if not any(one.start <= match.start() < one.end for one in found):
                value = match[0].rstrip(".,;:")
                found.append(Contact(match.start(), match.start() + len(value), ContactKind.WEB, value))
    post = _POSTCODE.search(lowered, start, end) or _POST.search(lowered, start, end)
    if post:
        found.append(Contact(*post.span(), ContactKind.POST, post[0]))
    return sorted(found, key=lambda one: one.start)


def same_address(lowered: str, start: int, end: int) -> Passage | None:
    """Return the words that send the reader to an address given elsewhere: "at the address above", "by reply"."""
    match = _SAME.search(lowered, start, end)
    return Passage(*match.span()) if match else None


def role(text: str, start: int, end: int) -> Passage | None:
    """Return an office or officer that a sentence sends the reader to, by title alone."""
    for match in _ROLE.finditer(text, start, end):
        if _ROLE_WORDS.search(match["role"]):
            return Passage(*match.span("role"))
    return None
