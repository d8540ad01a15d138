"""What stands around a word and says whether it is a name: a title, a month's figures, "Road", "& Sons", a file's name."""

from __future__ import annotations

import re
from typing import Final

from recognizers.ordinary import abbreviations, times_and_places
from recognizers.words import Words

FILE_JOINTS: Final = frozenset("_-.@/\\+")
TITLES: Final = frozenset(
    """
    mr mrs ms miss mx master dr prof professor sir dame lord lady rev revd reverend cllr councillor pc wpc dc
    wdc ps sgt sergeant ds insp inspector di ci dci supt superintendent dsu dcs acc dcc cc dac pcso constable
    commander judge justice nurse sister witness
    """.split()  # noqa: SIM905
)
GREETINGS: Final = frozenset("dear hi hello hiya morning afternoon evening cheers".split())  # noqa: SIM905
MONTHS: Final = frozenset("march april may june august".split())  # noqa: SIM905
_TIME_WORDS: Final = frozenset("in by since during until before after from early mid late last next this of on".split())  # noqa: SIM905
# Words of two letters by which nobody is found standing alone, though people are called So and An.
_SHORT_WORDS: Final = frozenset(
    "an as at be by do go he if in is it me my no of on or so to up us we am oh ok id ed ie eg re vs ad ex pm al de la".split()  # noqa: SIM905
)
_URL = re.compile(r"://|^www\.|@", re.IGNORECASE)
_LONGEST_FILE: Final = 120
_FILE_ENDING = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|txt|msg|eml|rtf|csv|zip|odt|ods|tiff?|jpe?g|png|gif|mp[34]|html?)\b", re.IGNORECASE
)
_LAST_ON_LINE = re.compile(r"[ \t.)\]\"'”’]*(?:\n|$)")
_NAMED_THING = re.compile(r"(?:[ ][-–—|/][ ]|:[ ])$")
_ARTICLES: Final = frozenset({"the", "a", "an", "any", "no", "each", "every", "this", "that", "our", "your", "section"})
# "Holloway Road" is a place and "Holloway Ltd" a firm.
_NOT_A_PERSON_AFTER: Final = frozenset(
    """
    road rd street st lane avenue ave close court drive way place square terrace crescent gardens grove hill
    park house hall green bridge station school college university hospital prison ward building centre center
    surgery church ltd limited plc llp inc solicitors group trust foundation council academy infirmary hospice museum theatre
    gallery library stadium hotel associates partnership brothers bros holdings
    """.split()  # noqa: SIM905
)
# "Holloway & Sons" is a firm too, and "HMP Holloway" a prison.
_FIRM_AFTER: Final = frozenset("son sons daughters co company partners associates".split())  # noqa: SIM905
# What only people do: "Wood said that" begins a sentence about somebody called Wood.
SPEAKS: Final = frozenset(
    """
    said says told asked denied replied stated explained admitted confirmed agreed refused claimed joined rang phoned wrote drove
    apologised accepted withdrew retired resigned attended complained insisted thought believed recalled
    """.split()  # noqa: SIM905
)
_NOT_A_PERSON_BEFORE: Final = frozenset(
    ["operation", "exercise", "storm", "hms", "rms", "rfa", "rrs", "hmp", "hmyoi", "hmnb", "lake", "mount", "river"]
)


def title_before(words: Words, first: int) -> bool:
    """Say whether a title, or a rank with or without its number, stands before word ``first``."""
    at = first - 1
    # A collar number may stand between rank and name: "PC 1234 Holloway".
    if at > 0 and words.folded[at].isdigit() and words.gap(at) == " ":
        at -= 1
    if at < 0 or words.folded[at] not in TITLES or not words.capital(at):
        return False
    return words.gap(at).strip(" \t\xa0") in ("", ".", "\n", "_", "-")


def capital_within_sentence(words: Words, at: int) -> bool:
    """Say whether "Brown" stands alone in the middle of a sentence: "we told Brown so", not "the White Paper"."""
    word = words.folded[at]
    if at == 0 or word in times_and_places() or words.text[words.starts[at] : words.ends[at]].isupper():
        return False
    before, gap = words.folded[at - 1], words.gap(at - 1)
    year = before.isdigit() and len(before) == 4
    if gap not in (" ", ", ") or words.capital(at - 1) or not (before.isalpha() or year) or before in _ARTICLES:
        return False
    if at + 1 == len(words.starts):
        return True
    after = words.gap(at)
    return not (after[:1] in ("-", "/", "&") or "&" in after or (after == " " and words.capital(at + 1)))


def is_short_word(word: str) -> bool:
    """Say whether a folded word of two letters is an English word or an abbreviation, as "so" and "an" are and "ng" is not."""
    return word in _SHORT_WORDS or word.upper() in abbreviations()


def in_file_name(words: Words, first: int, last: int) -> bool:
    """Say whether words ``first`` to ``last`` are a part of a file's name: "FOI-2026-0733-Marsh.pdf", "marsh_rose_reply"."""
    text, start, end = words.text, words.starts[first], words.ends[last]
    # No file's name is longer, and a page of joined words must not be read once a word.
    before = text[max(0, start - _LONGEST_FILE) : start].split()[-1:] if text[start - 1 : start].strip() else []
    after = text[end : end + _LONGEST_FILE].split()[:1] if text[end : end + 1].strip() else []
    token = "".join((*before, text[start:end], *after))
    return _URL.search(token) is None and ("_" in token or _FILE_ENDING.search(token) is not None)


def is_perhaps_a_name(words: Words, at: int) -> bool:
    """Say whether an ordinary word stands where a filing clerk puts a surname: in capitals, at the end of a title, in a file's name.

    "The applicant is MARSH", "FOI reply - Marsh", "FOI-2026-0733-marsh.pdf"; not "MAY 2024", nor a heading in capitals.
    """
    text, start, end = words.text, words.starts[at], words.ends[at]
    word, written = words.folded[at], words.text[start:end]
    counted = re.compile(r"[ _.,-]*(?:\d{1,3}(?!\d)|\d{4}(?!\d))" if word in MONTHS else r"[ _.,-]*\d{1,3}(?!\d)")
    if counted.match(text, end) or (word in MONTHS and at > 0 and is_timely(words.folded[at - 1])):
        return False
    if in_file_name(words, at, at):
        return text[start - 1 : start] in FILE_JOINTS or text[end : end + 1] in FILE_JOINTS
    if not words.capital(at) or word in times_and_places():
        return False
    if written.isupper() and len(written) > 1:
        before = words.text[words.starts[at - 1] : words.ends[at - 1]] if at else ""
        after = words.text[words.starts[at + 1] : words.ends[at + 1]] if at + 1 < len(words.starts) else ""
        return word not in MONTHS and before not in _ARTICLES and (before.islower() or after.islower())
    if at and words.gap(at - 1) == " " and words.text[words.starts[at - 1] : words.ends[at - 1]].islower():
        return before_end(words, at) and words.folded[at - 1] not in _ARTICLES
    return before_end(words, at) and _NAMED_THING.search(text[max(0, start - 3) : start]) is not None


def acts(words: Words, at: int) -> bool:
    """Say whether word ``at``, with a capital, does what only people do: "Wood said"."""
    if at + 1 >= len(words.starts) or words.gap(at) != " " or words.folded[at] in times_and_places():
        return False
    return words.capital(at) and words.folded[at + 1] in SPEAKS and not words.capital(at + 1)


def before_end(words: Words, at: int) -> bool:
    """Say whether nothing but signs follows word ``at`` on its line."""
    return _LAST_ON_LINE.match(words.text, words.ends[at]) is not None


def is_timely(word: str) -> bool:
    """Say whether a word leads up to a month: "in May", "3 May"."""
    return word.isdigit() or word in _TIME_WORDS


def digits_after(words: Words, word: int) -> bool:
    """Say whether a number follows: "May 2024"."""
    return word + 1 < len(words.starts) and words.folded[word + 1].isdigit() and words.gap(word).strip(" ,") == ""


def is_of_a_thing(words: Words, first: int, last: int) -> bool:
    """Say whether a surname is that of a street, an institution, a firm, a ship: "Holloway Road", "HMP Holloway".

    Only a capital makes it one: in "Holloway close to tears" somebody is near tears.
    """
    if last + 1 < len(words.starts):
        after, gap = words.folded[last + 1], words.gap(last)
        if gap == " " and after in _NOT_A_PERSON_AFTER and words.capital(last + 1):
            return True
        if gap in (" & ", "&") and after in _FIRM_AFTER:
            return True
    if first == 0 or words.gap(first - 1) != " ":
        return False
    return words.folded[first - 1] in _NOT_A_PERSON_BEFORE and words.capital(first - 1)
