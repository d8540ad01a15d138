"""The words beside a telephone number: whose line they say it is, and which say that it is no telephone number."""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"(?P<general>switch\s?board|help\s?line|hot\s?line|(?:help|front|service)\s?desk|receptions?\b|fax\b|facsimile"
    r"|\bF(?=\s?[:.)]|\s{1,2}\Z)|\bcalls?\b|enquir(?:y|ies)|inquir(?:y|ies)|\bgeneral\b|free\s?phone|control\sroom"
    r"|contact\scentre|customer|front\s(?:office|counter)|minicom|text\s?phone|emergency|out.of.hours|head\s?quarters"
    r"|head\soffice|\bus\b|press\soffice|\bmain\s(?:switch|office|number|line|tel|phone|reception|desk)|\bmain(?=\s?[:(]))"
    r"|(?P<direct>\bDDI\b|\bD/D\b|\bDD(?=\s?[:.])|\bdirect(?:ly)?\b|\bdir(?=[.:])|\bmob(?:ile)?s?\b|\bcell\b|\bdesk\b"
    r"|\bGTN\b|\bVM\b|voice\s?mail|land\s?line|\bm[ey]\b|\bhim\b|\bher\b|\bhome\b|\b[DM](?=\s?[:.)]|\s{1,2}\Z))"
    r"|(?P<weak>\btel(?:e(?:phone)?)?s?\b|\bphones?\b|\bph\b|\boffice\b|\bwork\b|\bext(?:n|ension)?\b"
    r"|\bcontact\s(?:no|num|tel|details)|\b[TPOWH](?=\s?[:.)]|\s{1,2}\Z))",
    re.IGNORECASE,
)
_THINGS = (
    r"ref|reference|invoice|account|a/c|acct|order|serial|case|crime|incident|policy|vat|charity|company|urn|asset|cheque"
    r"|po|foi|sort\scode|pnc|nhs|payroll|barcode|batch|licen[cs]e|ticket|contract|docket|tracking|consignment|membership"
    r"|meter|job"
)
_CODES = "mpan|mprn|imei|imsi|iccid|uprn|isbn|vat"
_OWN = "the|this|that|a|an|new|old|my|our|your|his|her|their|its|other|same|on|with|from|of|and|or|is|any"
_WORD = "no|nos|number|id|code|ref"
REFERENCE = re.compile(
    rf"\b(?:(?:{_THINGS}|{_CODES})\b[\s:.#/-]{{0,3}}(?:{_WORD})?|(?!(?:{_OWN})\s)[a-z]{{3,20}}\s(?:{_WORD}))[\s:.#/-]{{0,4}}\Z",
    re.IGNORECASE,
)
"""What says that eleven figures in one piece are no telephone number."""
SURE_REFERENCE = re.compile(
    rf"\b(?:(?:{_THINGS})\s?(?:(?:{_WORD})\b|[:#])|(?:{_CODES})\b)[\s:.#/-]{{0,4}}\Z", re.IGNORECASE
)
"""What says so even of figures in groups, as telephone numbers are written."""
COUNTED = (
    r"\s(?!(?:always|this|unless|plus|does|perhaps|thus|towards|hours)\b)"
    r"(?:[a-z]{3,20}s|staff|people|per\s?cent|children|men|women)\b"
)
"""What comes behind a number that counts things: "4521 calls"."""
_AFTER = re.compile(r"\s{0,2}(?:[(\[]\s?([^()\[\]\n0-9]{1,30})[)\]]|[-\u2013\u2014]\s?([A-Za-z ]{2,25})(?=[\n,;.]|\Z))")
_LETTER = re.compile("[A-Za-z]")


def label_beside(text: str, start: int, end: int, floor: int) -> tuple[str, int]:
    """Return the kind of label beside a number ("direct", "weak", "general" or "") and where a label after it ends."""
    after = _AFTER.match(text, end)
    if after and (kind := last_label(after[1] or after[2])):
        return ("direct" if kind == "weak" else kind), after.end()
    before = text[max(floor, start - 60) : start]
    head, _, line = before.rpartition("\n")
    for part in reversed(re.split(r"[,;|]", line)):
        if kind := last_label(part):
            return kind, end
    if line.strip(" :.-\u2013(") == "" and head.strip():
        # A form or a table prints the label on the line above: it must end that line.
        previous = head.rstrip().rsplit("\n", 1)[-1]
        if len(previous) <= 40:
            return last_label(previous[-25:]), end
    return "", end


def last_label(words: str) -> str:
    """Return the kind of the telling word nearest to the end: "direct", "weak", "general" or "" for none."""
    if not _LETTER.search(words):
        return ""
    kinds = [m.lastgroup or "" for m in _LABEL.finditer(words)]
    if not kinds:
        return ""
    # "Switchboard tel:" is the switchboard; "main office direct line:" is direct: the nearest telling word decides.
    return next((kind for kind in reversed(kinds) if kind != "weak"), "weak")


__all__ = ["COUNTED", "REFERENCE", "SURE_REFERENCE", "label_beside", "last_label"]
