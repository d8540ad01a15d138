"""What stands around a word and says whether it is a name: a title, a month's figures, "Road", "& Sons", a file's name."""

from __future__ import annotations

from typing import Final

from recognizers.ordinary import times_and_places
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
    if gap not in (" ", ", ") or words.capital(at - 1) or not before.isalpha() or before in _ARTICLES:
        return False
    if at + 1 == len(words.starts):
        return True
    after = words.gap(at)
    return not (after[:1] in ("-", "/", "&") or "&" in after or (after == " " and words.capital(at + 1)))


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
