"""A requester's address, telephone number, e-mail address and reference, as patterns that allow for spacing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

_STREET_KINDS: Final = (
    ("road", "rd"), ("street", "st"), ("avenue", "ave"), ("lane", "ln"), ("drive", "dr"), ("close", "cl"),
    ("crescent", "cres"), ("court", "ct"), ("gardens", "gdns"), ("place", "pl"), ("square", "sq"), ("terrace", "terr"),
    ("apartment", "apt"), ("saint", "st"),
)  # fmt: skip
_KIND: Final = {form: "(?:" + "|".join(pair) + r")\.?" for pair in _STREET_KINDS for form in pair}
_POSTCODE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})", re.IGNORECASE)
# Between parts of an address: a comma, a new line, or the join of a file name.
_PART_BREAK: Final = r"[\s,.;_]{1,6}"
_WORD_BREAK: Final = r"[\s,.;_'’-]{0,4}"


def email_patterns(emails: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (pattern, why) for each address, also written with "[at]", and for its local part alone."""
    for email in emails:
        local, at, domain = email.strip().partition("@")
        if not (local and at and domain):
            continue
        written_at = r"\s*(?:@|\[at\]|\(at\)|\sat\s|%40)\s*"
        written_dot = r"\s*(?:\.|\[dot\]|\(dot\)|\sdot\s)\s*"
        host = written_dot.join(re.escape(part) for part in domain.split("."))
        whole = written_dot.join(re.escape(part) for part in local.split("."))
        yield rf"(?<![\w.+-]){whole}{written_at}{host}(?![\w-])", "the requester's e-mail address"
        # A short or plain word before the @ ("info", "mark") is no sign of anybody.
        if len(local) >= 6 and re.search(r"[\d._+-]|.{8}", local):
            yield rf"(?<![\w+-]){re.escape(local)}(?![\w+-])", "the first half of the requester's e-mail address"


def phone_patterns(phones: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (pattern, why) for each number in any spacing, with 0, +44, +44 (0) or 0044 before it."""
    for phone in phones:
        digits = re.sub(r"\D", "", re.sub(r"\(0\)", "", phone))
        foreign = phone.strip().startswith(("+", "00")) and not re.match(r"(?:00)?44", digits)
        national = digits if foreign else re.sub(r"^(?:(?:00)?44)?0*", "", digits)
        if len(national) < 6:
            continue
        gap = r"[\s().\u00a0/‐‑–-]{0,3}"
        prefix = rf"(?:(?:\+|00){gap}44{gap}(?:\(?0\)?{gap})?|\(?0{gap})?" if not foreign else r"(?:\+|00)?"
        yield rf"(?<![\d+]){prefix}{gap.join(national)}(?!\d)", "the requester's telephone number"


def address_patterns(addresses: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (pattern, why) for each address as a whole, and for its telling parts: house and street, postcode.

    A town or a county alone tells nobody who lives there, and is found only within a run of parts.
    """
    why = "the requester's address"
    for address in addresses:
        parts = [part for raw in re.split(r"[\n,;]", address) if (part := raw.strip())]
        # "14" and "Elm Road" on either side of a comma are one part.
        for number in range(len(parts) - 2, -1, -1):
            if re.fullmatch(r"\d+[A-Za-z]?", parts[number]):
                parts[number : number + 2] = [f"{parts[number]} {parts[number + 1]}"]
        patterns = [_part(part) for part in parts]
        for number, part in enumerate(parts):
            telling = any(c.isdigit() for c in part) or (number == 0 and " " in part)
            if telling:
                before = "".join(rf"(?:{p}{_PART_BREAK})?" for p in patterns[:number])
                after = "".join(rf"(?:{_PART_BREAK}{p})?" for p in patterns[number + 1 :])
                yield rf"(?<!\w){before}{patterns[number]}{after}(?!\w)", why
        for postcode in _POSTCODE.finditer(address):
            yield rf"(?<![A-Za-z\d]){postcode[1]}[\s_]*{postcode[2]}(?![A-Za-z\d])", why


def _part(part: str) -> str:
    if postcode := _POSTCODE.fullmatch(part):
        return rf"{postcode[1]}[\s_]*{postcode[2]}"
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", part)
    return r"[\s,.;_-]{1,4}".join(_KIND.get(word.lower(), re.escape(word)) for word in words)


def reference_patterns(references: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (pattern, why) for each reference, whatever stands between its groups of letters and digits."""
    for reference in references:
        groups = re.findall(r"[A-Za-z]+|\d+", reference)
        if sum(len(group) for group in groups) >= 4 and any(group.isdigit() for group in groups):
            yield rf"(?<![A-Za-z\d]){_REFERENCE_BREAK.join(groups)}(?![A-Za-z\d])", "the requester's own reference"
        if sum(len(group) for group in groups) >= _LONG_ENOUGH and any(group.isdigit() for group in groups):
            misread = _MISREAD_BREAK.join("".join(_MISREAD.get(char, char) for char in group) for group in groups)
            yield rf"(?<![A-Za-z\d]){misread}(?![A-Za-z\d])", "the requester's own reference, as a scan read it"


_REFERENCE_BREAK: Final = r"[\s/_.:‐‑–-]{0,2}"
_LONG_ENOUGH: Final = 8
"""Letters and figures from which a reference is told from others when some are misread."""
_MISREAD_BREAK: Final = r"[\s/_.,:;‐‑–Il|!1-]{0,2}"
_MISREAD: Final = {
    **dict.fromkeys("Oo0", "[Oo0Q]"),
    **dict.fromkeys("Il1", "[Il1|!]"),
    **dict.fromkeys("Ss5", "[Ss5]"),
    **dict.fromkeys("Bb8", "[Bb8]"),
    **dict.fromkeys("Zz2", "[Zz2]"),
    **dict.fromkeys("Gg6", "[Gg6]"),
}


def organisation_patterns(organisations: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (pattern, why) for each organisation, "&" or "and", with or without Ltd, joined as in file names too."""
    for organisation in organisations:
        bare = re.sub(r"[\s,]+(?:ltd|limited|plc|llp|inc)\.?$", "", organisation.strip(), flags=re.IGNORECASE)
        words = re.findall(r"&|[^\W_]+(?:['’][^\W_]+)*", bare)
        if sum(len(word) for word in words) < 3:
            continue
        forms = [r"(?:&|and)" if word.lower() in ("&", "and") else _apostrophes(word) for word in words]
        case = "(?-i:" if len(words) == 1 and bare.isupper() else "(?:"
        body = case + _WORD_BREAK.join(forms) + ")"
        yield (
            rf"(?<![A-Za-z\d]){body}(?:[\s,_]+(?:Ltd|Limited|PLC|LLP)\b)?(?![A-Za-z\d])",
            "the requester's organisation",
        )


def _apostrophes(word: str) -> str:
    return re.sub(r"['’]", "['’]?", re.escape(word))
