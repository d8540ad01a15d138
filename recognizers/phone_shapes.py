"""What telephone numbers look like: whole ones, extensions, labelled short ones, bleeps, service numbers."""

from __future__ import annotations

import re

from recognizers.base import Shape
from recognizers.phone_labels import COUNTED

# Brackets, dots, dashes and a line end all occur inside one number; possessive, so that nothing is tried twice.
_GAP = r"[\s.()/\u2010-\u2013-]{0,4}+"
_NSN = rf"(?P<nsn>[1-9](?:{_GAP}[0-9]){{8,9}})"

NUMBER = Shape(
    "whole number",
    re.compile(
        r"(?<![\w£$€+])(?:(?<![0-9][.,:-])|(?<=[0-9],)(?=\(?(?:0[1-9]|\+44)))\(?"
        rf"(?:(?:(?P<uk>(?:\+\s?|00\s?)\(?44){_GAP}(?:0{_GAP})?+|(?P<bare>44){_GAP}|0{_GAP}){_NSN}"
        rf"|(?P<abroad>(?:\+\s?|00)[1-9](?:{_GAP}[0-9]){{6,13}})|(?P<tiny>0800[ -]?1111|0845[ -]?46[ -]?4[0-9]))(?![0-9]|\.[0-9]|-[0-9])"
    ),
    0.7,
    "Digits in a range of the UK numbering plan, or an international number.",
)
_EXT = r"(?:ext(?:ensions?|ns?|s)?\b|xtn\b|ext(?=[0-9]))"
_EXT_FILL = r"[.:\s]{0,3}+(?:no\b\.?|number\b|num\b\.?|is\b)?+[.:\s#-]{0,4}+"
_EXT_VALUE = r"(?:[0-9]{2}[ ][0-9]{2}(?![0-9])|[0-9]{2,7})"
EXTENSION = Shape(
    "extension",
    re.compile(
        r"(?<![\w.])(?P<lead>101[,\s(]{1,3})?"
        rf"(?:(?<!\w){_EXT}{_EXT_FILL}"
        r"(?P<value>[0-9]{3}[ -][0-9]{3,4}|[0-9]-[0-9]{3,5}|[0-9]{2}[ ][0-9]{2}(?![0-9])|[0-9]{2,7}(?:\s?(?:/|&|\bor\b|\band\b)\s?[0-9]{3,7}){0,3})"
        rf"|(?<![\w.])x(?:(?<=\(x)\s)?(?P<x>[0-9]{{3,6}})(?!{COUNTED}))"
        r"(?![\w]|[.,/-][0-9]|\s?(?:%|days?\b|working\b|weeks?\b|months?\b|years?\b|sq\b|m2\b|met(?:re|er)s?\b))",
        re.IGNORECASE,
    ),
    0.85,
    "An office extension, which rings one desk.",
)
TAIL = re.compile(
    rf"(?:[\s,;:/\u2013-]{{0,3}}+(?P<open>\()?\s?(?:{_EXT}|x|int(?:ernal)?\b)"
    # A pause and the extension, as a mobile dials it: "01632960000,,4521#".
    rf"{_EXT_FILL}|(?:,{{2,4}}|;ext=|[pw])){_EXT_VALUE}#?(?![\w]|[.,][0-9])(?(open)\s?\))",
    re.IGNORECASE,
)
_FINE = r"[ \xa0\u2009\u202f\u2010-\u2013-]"
LABELLED = Shape(
    "labelled short number",
    re.compile(
        r"(?<![\w.@/-])(?:(?:D\.?D\.?I|D/D|direct\s(?:dial|line|number|tel(?:ephone)?)|GTN|tie\s?line|V\.?M|voice\s?mail|metphone|tel)\b\.?"
        rf"(?P<bare>\s{{1,2}}(?=[1-9][0-9]{{3}}|[1-9][0-9]{{0,4}}{_FINE}[0-9]{{3}}))?+"
        r"|(?:telephone|phone|mob(?:ile)?|desk|office|int(?:ernal)?|landline|soft\s?phone|voip|short\s(?:code|dial)|speed\sdial"
        r"|contact|[TD](?=:)|[MP](?=:[\s0-9]{6}))\b)"
        r"(?(bare)|\.?\s{0,2}(?:\([a-z ]{3,16}\)\s?)?(?:(?:no\b\.?|number\b|num\b\.?)\s{0,2}[:.-]?|[:.=-])\s{0,3})"
        rf"(?P<value>[1-9][0-9]{{0,4}}(?:{_FINE}[0-9]{{3,6}}){{1,2}}|[1-9][0-9]{{2,9}})"
        rf"(?!\w|[.,/:-][0-9]|\s{{0,2}}(?:ext|x[0-9])|\s?%|{COUNTED}|(?-i:\s[A-Z][a-z]{{2,20}}\s(?:Street|Road|Lane|Avenue|St|Rd)\b))",
        re.IGNORECASE,
    ),
    0.75,
    "Digits straight after a telephone label: a local or an internal number.",
)
BLEEP = Shape(
    "bleep or internal dial",
    re.compile(
        r"\b(?:(?:bleep|pager)s?\b(?:\s(?:no\b\.?|number|num\b\.?|is|on))?[\s:.#=-]{1,4}(?P<value>[0-9]{3,7})"
        r"|internally(?:\son)?[\s:]{1,3}(?P<after>[0-9]{3,7})"
        r"|(?:dial|call|ring|phone)\s(?P<before>[0-9]{3,7})(?=\s(?:internally|from\s(?:an?\s)?(?:internal|desk))))"
        r"(?!\w|[.,/:-][0-9]|\s?%)",
        re.IGNORECASE,
    ),
    0.8,
    "A bleep, a pager or a number dialled inside the building.",
)
SERVICE = Shape(
    "short service number",
    re.compile(
        r"\b(?:tel(?:ephone)?|phone|call|calling|dial|dialling|ring|ringing)\b(?:\s(?:us|the\spolice|police))?"
        r"(?:\s(?:no|number))?(?:\son)?[\s:.-]{1,3}(?P<value>101|999|111|112|18000|11[68]\s?[0-9]{3})"
        r"(?!\w|[.,/:-][0-9]|[\s,(]{0,3}(?:ext|x[0-9])|\s[0-9])",
        re.IGNORECASE,
    ),
    0.5,
    "A short number that anyone may dial.",
)
INSIDE = re.compile(r"[BbPpIiDd](?:leep|LEEP|ager|AGER|nternal|NTERNAL|esk|ESK)")
COLUMN = Shape(
    "column of a table", re.compile(r"(?!)"), 0.8, "It stands in a table under a heading for telephone numbers."
)
SHAPES = (NUMBER, EXTENSION, LABELLED, BLEEP, SERVICE, COLUMN)
