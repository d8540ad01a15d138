"""Names beside labels: "From: Jane Holloway", "OIC | DC Pugh", "Duty insp: A. Christie 5566", in forms, e-mails and logs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from recognizers.memo import of_last_text
from recognizers.name_shapes import NAME, TITLE, WORD, is_not_name, name_extent, plain
from recognizers.names import name_start
from recognizers.ordinary import ordinary_words, times_and_places

DOUBTFUL_FIELD: Final = 0.45
"""Score of a word that may as well be the next heading, a product or a building."""

_TITLES: Final = rf"(?:{TITLE}[ \t\xa0]{{1,3}}){{0,3}}"
_RANK: Final = r"(?:insp(?:ector)?|sgt|sergeant|supt|superintendent|constable|commander)"
# Whoever a form on a child, a patient, a tenant or a scheme asks for beside the one it is about.
_KIN: Final = (
    r"(?:(?:birth|foster|step)[ -]?)?(?:mother|father|parents?|son|daughter|brother|sister)(?:'s name)?|spouse|husband|wife|guardian"
    r"|(?:foster |main )?carer|child(?:ren)?|siblings?|grandparents?|friend|neighbour|emergency contact|referee|known as|also known as"
    r"|a\.?k\.?a\.?|alias(?:es)?|nickname|maiden name|middle names?|given names?|preferred name|previous names?|other names?"
)
_DOERS: Final = (
    r"(?:handed|issued|given|sold|loaned|returned|delivered|spoke|spoken|reported|referred|transferred)[ ]to"
    r"|(?:collected|picked up|raised|logged|closed|handled|observed|assessed|examined|driven|led|run|paid|ordered) by"
    r"|(?:key[ ]?|support |case)worker|health visitor|midwife|named nurse|landlord|lodger|resident|occupier|householder|passenger"
    r"|rider|trainer|trainee|mentor|tutor|buddy|candidate|nominee|proposer|seconder|volunteer|first aider|fire warden|key[ ]?holder"
    r"|translator|counsel|advocate|co-?ordinator|cover"
)
_LABEL_WORDS: Final = (
    r"(?:full |first |last |your |officer'?s? |contact |case |file |family |staff )?(?:name|surname|forename|forenames)"
    r"|name of (?:the )?(?:complainant|applicant|requester|patient|officer|employee|victim|witness|owner|driver|person)"
    r"|from|to|b?cc|c\.c\.|copy to|copies to|copied to|sent by|sender|recipient|attn|attention|f\.?a\.?o|for the attention of"
    r"|officer in (?:the )?case|oic|oic name|sio|io|contact|point of contact|author|requester|requestor|applicant|complainant"
    r"|(?:completed|prepared|reviewed|approved|authorised|reported|entered|created|updated|written|signed|authored|submitted"
    r"|received|checked|dealt with|drafted|modified|last modified|requested|added|witnessed|interviewed|booked|taken|typed"
    r"|countersigned|verified|issued|seen) by"
    r"|(?:case|investigating|reporting|arresting|interviewing|supervising|attending|custody|disclosure|data|line|foi|unit"
    r"|authorising|exhibits|liaison|duty|project|team|policy|social)[ ](?:officer|manager|owner|worker|handler|lead|author|sergeant)"
    rf"|(?:duty|custody|on[- ]call|orderly|night|shift|supervising|authorising|reviewing)[ ]{_RANK}"
    r"|decision maker|caseworker|manager|supervisor|line manager|signed|signature|witness|suspect|victim|defendant|offender"
    r"|informant|caller|claimant|patient|next of kin|appropriate adult|interpreter|solicitor|driver|chair|chaired by|minutes by"
    r"|minute taker|present|attendees|apologies|in attendance|absent|owner|lead|assigned to|allocated to|employee|officer"
    r"|reporting person|keeper|tenants?|vice[- ]chair|chairman|chief executive(?: officer)?|vice[- ]chancellor|secretary|treasurer"
    rf"|{_KIN}|{_DOERS}"
    r"|clerk|head ?teacher|chief constable|councillor|monitoring officer|head of [a-z ]{3,30}|director(?: of [a-z ]{3,30})?"
)
_FIELD = re.compile(
    rf"(?:^|(?<=[\t|;])|(?<=[ ]{{2}}))[ \t>*\-•]*(?P<label>{_LABEL_WORDS})(?:\(s\))?[ \t]*(?P<mark>[:|\t]|[–-](?=[ ]))[ \t]*(?:\n[ \t]*)?"
    r"(?P<value>(?:(?![ ]{2,}[A-Z][^\n:]{1,30}:)[^\n\t|])+)",
    re.MULTILINE | re.IGNORECASE,
)
# Labels of lists and posts, behind which products, buildings and departments stand as well.
_LOOSE = re.compile(
    rf"{_KIN}|{_DOERS}|present|attendees|apologies|in attendance|absent|secretary|treasurer|clerk|director.*|head of .*|chief executive.*|owner|lead"
)
# "Cover", a tab, "Note", a tab: the heading of a column, and the next column's.
_IN_TABLE = re.compile(r"(?<=\t)|[^\n\t]*\t[^\n\t]*\t")
_HEADS = re.compile(rf"{_KIN}|{_DOERS}", re.IGNORECASE)
_ONE_LABEL = re.compile(_LABEL_WORDS, re.IGNORECASE)
_ONE = re.compile(rf"[ \t\"“'‘]*{_TITLES}(?P<value>{NAME})[\"”'’]?(?P<after>.*)", re.DOTALL)
# A rank, a number, an address or a post may follow a name in a field; a lower-case word makes it a sentence.
_MAY_FOLLOW = re.compile(r"[ \t]*(?:$|[<(\[,\-–—/:.]|\d|(?:on|at|of|from|in|dated|via|by)\b)|[ ]{3,}")
_PIECES = re.compile(r"[^;]+")
# "From: Ecology and Access, Fen Park NPA <eir@...>": before a team's mailbox one word is as likely a team as a person.
_REQUESTS: Final = frozenset({"FOI", "FOIA", "FOISA", "EIR", "EIRS", "DPO", "SAR", "DSAR", "INFO"})
_MAILBOX = re.compile(r"[<(\[](?:mailto:)?(?P<local>[\w.+'-]+)@")
_SURNAME_FIRST = re.compile(rf"(?P<value>{WORD},[ \t]*(?:{_TITLES})?{WORD}(?:[ ]{WORD})?)(?![\w'’-])")


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled field: its label in lower case, the half-open places of the names in it, and whether they may be none."""

    label: str
    names: tuple[tuple[int, int], ...]
    doubtful: bool


@of_last_text
def fields(text: str) -> tuple[Field, ...]:
    """Return every labelled field of ``text`` that holds a name; the requester's and everybody's are asked for in turn."""
    return tuple(_fields(text))


def _fields(text: str) -> Iterator[Field]:
    for match in _FIELD.finditer(text):
        value = match["value"].strip(" \"“'‘")
        if _ONE_LABEL.fullmatch(value):
            continue
        names = tuple(names_in_field(match["value"], match.start("value")))
        mailbox = _MAILBOX.search(match["value"])
        team = mailbox is not None and is_teams(mailbox["local"])
        if team:
            names = tuple((start, end) for start, end in names if not ends_as_body(text[start:end]))
        lone = match["mark"] == "\t" and " " not in value
        if match["mark"] == "\t" and _IN_TABLE.match(text, match.start()) and _HEADS.fullmatch(match["label"]):
            continue
        if not names or (lone and _among_headings(text, match.start(), match.start("value"))):
            continue
        label = match["label"].lower()
        loose = _LOOSE.fullmatch(label) is not None and all(_is_doubtful(text[start:end]) for start, end in names)
        few = team and any(" " not in text[start:end] for start, end in names)
        yield Field(label, names, lone or loose or few)


def _is_doubtful(name: str) -> bool:
    """Say whether every part of a name between commas is one word, or all are ordinary words ("Town Hall")."""
    parts = name.split(",")
    return all(len(part.split()) < 2 for part in parts) or all(plain(word) in ordinary_words() for word in name.split())


def is_teams(local: str) -> bool:
    """Say whether a mailbox is made of words of offices alone: "foi", "access.unit"."""
    return all(is_not_name(word) or word.upper() in _REQUESTS for word in re.split(r"[._+-]", local))


def ends_as_body(name: str) -> bool:
    """Say whether a name ends in capitals that no surname has: "South Fens NPA"."""
    words = name.split()
    return len(words) > 1 and words[-1].isupper() and 2 < len(words[-1]) <= 4 and not name.isupper()


def _among_headings(text: str, start: int, value: int) -> bool:
    """Say whether all other cells of a row are words of headings: "OIC", a tab, "Crew", a tab, "Date"."""
    end = text.find("\n", value)
    row = text[text.rfind("\n", 0, start) + 1 : end if end >= 0 else len(text)]
    cells = [cell.strip() for cell in row.split("\t")]
    others = [cell for cell in cells if cell != text[value : value + len(cell)]]
    return len(cells) > 2 and all(_is_heading(cell) for cell in others)


def _is_heading(cell: str) -> bool:
    return not any(map(str.isdigit, cell)) and (
        _ONE_LABEL.fullmatch(cell) is not None
        or all(is_not_name(word) or plain(word) in ordinary_words() for word in cell.split())
    )


def names_in_field(value: str, offset: int) -> Iterator[tuple[int, int]]:
    """Yield the names in what stands behind a label: one, or several between commas, semicolons and "and"."""
    for piece in _PIECES.finditer(value):
        words = piece.group()
        base = offset + piece.start()
        reverse = _SURNAME_FIRST.match(words.lstrip(" \t\"“'"))
        if reverse and _is_reversed(reverse["value"]):
            lead = len(words) - len(words.lstrip(" \t\"“'"))
            yield base + lead, base + lead + reverse.end()
            continue
        at = 0
        while at < len(words):
            one = _ONE.match(words, at)
            if one is None or not (_MAY_FOLLOW.match(one["after"]) or re.match(r"[ \t]+(?:and|&)[ \t]", one["after"])):
                break
            place = plain(one["value"]) in times_and_places() and one.start("value") == one.start()
            if not place and name_start(one["value"]) is not None and (extent := name_extent(one["value"])):
                yield base + one.start("value"), base + one.start("value") + extent
            separator = re.match(r"[^,&]*?(?:,|&|[ \t]and[ \t])", one["after"])
            if separator is None:
                break
            at = one.start("after") + separator.end()


def _is_reversed(value: str) -> bool:
    surname, _, forename = value.partition(",")
    return (
        not is_not_name(surname)
        and not any(is_not_name(w) or w in _REQUESTS for w in forename.split())
        and " " not in surname.strip()
    )
