"""L120 placeholder: a part of the template was never filled in.

Why: "[insert name]" or "XXX" in a letter shows that nobody read it, and hides what should stand there.
Fix: fill it in, or take it out.
Source: this project; the commonest fault of letters made from templates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter.model import Addressee, Field, Letter, Salutation, Zone
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.letter import letter_rule

_HEAD = "Our reference: FOI/24/113\nDate: 4 March 2024\n"
_TAIL = "\nThank you for your Freedom of Information request of 12 February 2024.\nThe information is held. It is set out below.\nYours sincerely"
EXAMPLES = (
    f"{_HEAD}Dear [insert name]{_TAIL}",
    f"{_HEAD}Dear Ms Adeyemi{_TAIL}\n{{{{ officer_name }}}}",
    f"{_HEAD}Dear Ms Adeyemi{_TAIL}\n<<Job title>>",
    f"{_HEAD}Dear Ms Adeyemi\nThe search took XX hours.{_TAIL}",
    f"{_HEAD}Dear Ms Adeyemi\nError! Reference source not found.{_TAIL}",
    f"{_HEAD}Dear Ms Adeyemi\nDear Ms Adeyemi{_TAIL}",
    f"{_HEAD}Dear Ms Adeyemi\nThe cost was TBC.{_TAIL}",
    f"Our reference: FOI/24/113\nContact:\nTelephone: 01632 960100\nDate: 4 March 2024\nDear Ms Adeyemi{_TAIL}",
)
COUNTER_EXAMPLES = (
    f"{_HEAD}Dear Ms Adeyemi{_TAIL}",
    f"{_HEAD}Dear Ms Adeyemi\nThe report of [2019] UKUT 247 (AAC) and [the authority] is public.{_TAIL}",
    f"{_HEAD}Dear Ms Adeyemi\nThe names were [redacted], s40(2).{_TAIL}",
    f"{_HEAD}Dear Ms Adeyemi\nSize XXL boots, Chapter XXX and the date {{2}} are meant.{_TAIL}",
)

_MARKS = re.compile(
    r"""
    \[\s*(?i:insert|enter|add|delete|select|choose|type|name|date|title|address|recipient|requester|applicant|reference|ref|
        job\s?title|officer(?!\s(?:[A-Z]|\d{1,2})\])|department|your|xx+|tbc|tba|\.{2,}|\?+|_+|\#+|amend|if\s+applicable|as\s+appropriate)\b(?![^\]\n]{0,60}(?i:redact|remov|withh|exempt|anonym))[^\]\n]{0,80}\]
    | \[\s*(?:[A-Za-z'’]+\s){1,3}(?i:name|title|address|number|reference|ref|date)\s*\]
    | \[\s*(?i:dd|d{1,2})\W?(?:MM|mm|[Mm]onth|MONTH)\W?(?:YY|yy|[Yy]ear)[^\]\n]{0,20}\]
    | \[\s*(?i:(?:your\s|our\s|relevant\s|appropriate\s)?(?:department|directorate|service\sarea|signatory|subject|topic|section|exemption|amount|figure|number|no\.?|period|reason|reasons|text|phone|telephone|e-?mail|web\s?site|link|url|day|month|year|time|postcode|question|answer|document|name\sof\s[^\]\n]{2,40}|\w+'s\s(?:name|title|address)))\s*\](?!\s?\()
    | (?i:\b(?:section|sections|regulation|s\.?|reg\.?|part|paragraph))\s?\[\s*[A-Z?]{1,3}\s*\] | (?i:\b(?:s|section|reg|regulation))\.?\s?\?{2,} | (?<![?!\w])\?{2,}(?=[\s.,;)]|$)
    | \[\s*(?!(?i:redact|withh|remov|and/or|exempt|n/a))[A-Za-z]+(?:\s\w+){0,2}\s?/\s?[A-Za-z]+(?:\s\w+){0,3}\s*\] | (?<=\w[-/])_{2,}
    | ^Dear\s+"\w+"
    | ^Dear\s+(?:Mr|Mrs|Ms|Miss|Dr)\s?/\s?(?:Mr|Mrs|Ms|Miss|Dr)[\w\s/]*$
    | \[\s*(?:\.{2,}|_{2,}|\?+|x{2,}|X{2,}|…)\s*\]
    | \[\s*[A-Z][A-Z ]{3,40}\s(?:HERE|NAME|DATE|TITLE|NUMBER|REFERENCE)\s*\]
    | <<[^<>\n]{0,80}>> | «[^«»\n]{0,80}»
    | \{\{[^{}\n]{0,80}\}\} | \$\{[^{}\n]{1,60}\} | \{%[^%\n]{1,80}%\}
    | \{\s*(?:MERGEFIELD|IF|DATE|REF|FILLIN|ASK|DOCPROPERTY)\b[^}\n]{0,80}\}? | \bMERGEFIELD\b
    | \bError!\s+(?:Reference\s+source\s+not\s+found|Bookmark\s+not\s+defined|Unknown\s+document\s+property|No\s+text\s+of\s+specified)[^\n.]{0,40}
    | \b[Ll]orem\s+ipsum\b
    | \bClick\s+(?:or\s+tap\s+)?here\s+to\s+enter\s+(?:text|a\s+date)\b | \bChoose\s+an\s+item\b
    | (?<![\w/-])[Xx]{2,}(?:[/ -][Xx]{2,})*(?![\w-]) | (?<!\w)(?:DD|dd)[/.-](?:MM|mm)[/.-](?:YY(?:YY)?|yy(?:yy)?)\b
    | (?<!\w)(?:T\.?B\.?[CA]\.?|tbc|tba)(?![\w.]|\s(?:by|until|at|in|when|after)\s) | \bto\s+be\s+(?:inserted|completed\s+by|added\s+by)\b
    | _{5,} | \?{3,} | \#{3,} | …{3,} | (?<![.\w])\.{6,}
    | <\s*(?i:insert|enter|name|date|title|address|recipient|requester|applicant|reference|ref|job\s?title|officer|your|tbc)\b[^<>\n@/]{0,60}>
    | \(\s*(?i:insert|enter\s(?:name|date|text|details)|delete\s(?:as|if|where)|tbc)\b[^()\n]{0,60}\) | \bINSERT\s[A-Z]{3,}\b
    | \[[A-Z][A-Z]+(?:[ _/-][A-Z]+){1,5}\](?<!REDACTED\])(?<!WITHHELD\])(?<!REMOVED\]) | %[A-Z][A-Z_]{2,30}% | @@\w{2,30}@@
    | \*?\s?(?i:\bdelete\sas\s(?:appropriate|applicable|necessary))\b
    | \b(?i:(?:is|are|has|have|does|do|can|will|holds?)\s?/\s?(?:is|are|has|have|does|do|can|will)\s?not)\b
    """,
    re.VERBOSE | re.MULTILINE,
)
# Where a mark may begin: the pattern above has thirty beginnings, and to try them all at each letter cost 0.7 ms a letter.
_START = re.compile(
    r"""
    [\[<«{$%@_?\#….(*\sEMLlCcXxDdTtIi\u0130\u0131AaHhWw]
    (?= (?<=[\[<«{$%@_?\#….(*])
    | (?<=\s)(?i:delete)
    | (?<!\w.)(?: (?<=E)rror | (?<=M)ERGE | (?<=[Ll])orem | (?<=C)(?:lick|hoose) | (?<=[Xx])[Xx] | (?<=D)D | (?<=d)d[/.-]
        | (?<=T)\.?B | (?<=t)b[ca] | (?<=t)o\s | (?<=I)NSERT | (?<=[Dd])(?i:elete) | \w{1,4}\s?/ )
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_ROMAN = re.compile(r"(?:[Cc]hapter|[Pp]art|[Vv]olume|[Ss]chedule|[Aa]ppendix|[Ss]ize|[Tt]itle|[Bb]ook|[Aa]nnex)\s$")
# "Names were blanked out with XXXX": the marks are spoken of.
_TOLD = re.compile(
    r"\b(?:blank\w*|replac\w*|redact\w*|mark\w*|shown|obscur\w*|mask\w*|hidden|denot\w*|substitut\w*|indicat\w*)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
_OPTIONAL = re.compile(
    r"(?:cc|c\.c|bcc|enc|encs|attachments?|importance|your ref|your reference|fax|re|subject|copy)", re.IGNORECASE
)
_LABELS = re.compile(
    r"(?:our |my )?(?:ref(?:erence)?|date|contact|contact officer|direct(?: dial| line)?|tel(?:ephone)?|phone|e-?mail|name|officer|"
    r"case(?: number| officer)?|please ask for|ask for|extension|ext|address|website|web|department|date of request)",
    re.IGNORECASE,
)


@letter_rule("L120", Severity.BLOCK)
def placeholder(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each mark of a template, each empty label of the heading, and a second salutation."""
    request = letter.request
    for found in _marks(letter.text):
        if request is not None and request.start <= found.start() < request.end:
            continue
        # "XX" and "XXX" are numbers in a chapter's name.
        if set(found[0].upper()) <= set("X ") and _TOLD.search(letter.text[max(0, found.start() - 90) : found.start()]):
            continue
        if set(found[0].upper()) == {"X"} and _ROMAN.search(letter.text[max(0, found.start() - 12) : found.start()]):
            continue
        yield Hit("A part of the template was not filled in, or was left in.", ranges=((found.start(), found.end()),))
    for field in letter.fields:
        if _is_empty(letter, field):
            yield Hit("A label in the heading has nothing after it.", ranges=((field.start, field.end),))
    greetings = [one for one in letter.salutations if not _is_of_another(letter, one)]
    if len(greetings) > 1:
        first, second = greetings[:2]
        if first.addressee is not Addressee.PLACEHOLDER:
            at = ((first.start, first.end), (second.start, second.end))
            yield Hit("The letter greets its reader twice.", ranges=at, severity=_twice(letter))


def _marks(text: str) -> Iterator[re.Match[str]]:
    """Yield what ``_MARKS`` finds in a text."""
    reach = 0
    for start in _START.finditer(text):
        if start.start() >= reach and (found := _MARKS.match(text, start.start())):
            reach = found.end()
            yield found


def _is_of_another(letter: Letter, one: Salutation) -> bool:
    """Return whether a greeting is that of a letter shown in this one, or the same greeting in Welsh."""
    part = letter.paragraph_at(one.start)
    if part is not None and part.zone in {Zone.ANNEX, Zone.REQUEST}:
        return True
    before = letter.text[: one.start].rstrip()
    welsh = letter.text[one.start :].lower().startswith("annwyl")
    return welsh or before.endswith(('"', "\u201c")) or letter.text[one.start] == '"'


def _twice(letter: Letter) -> Severity | None:
    """Return the weight of a second salutation: greeting twice in one letter blocks; two letters in one file may be meant."""
    return None if len(letter.signatures) < 2 else Severity.REVIEW


def _is_empty(letter: Letter, field: Field) -> bool:
    label = letter.value(field.label).strip(" :.-")
    if field.zone is not Zone.HEADER or field.value.end > field.value.start or _OPTIONAL.fullmatch(label):
        return False
    return _LABELS.fullmatch(label) is not None
