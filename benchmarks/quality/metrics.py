"""What is counted: names found and missed, exactly and by overlap, words left readable, names leaked.

Definitions (precision and recall as in Tjong Kim Sang and De Meulder, CoNLL-2003, for the strict ones):

- strict: start, end and label are equal, after ``bare_name`` has cut titles off gold and finding alike;
- any overlap: one letter in common and the same label;
- word recall: share of the words of gold names every letter of which is covered;
- missed name: a distinct name (compared without regard to case) that stands somewhere without one letter covered;
- leaked name: a distinct name of which somewhere a word of two or more letters is not wholly covered. "Thi Lan" left of
  "Nguyen Thi Lan" is a leak, a middle initial is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from recognizers.names import name_start

_WORD = re.compile(r"[^\W_]+(?:['’‐‑-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
Range = tuple[int, int]
"""Half-open character range."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name at ``[start, end)`` of a text, with its label: PERSON, ORG or LOC."""

    start: int
    end: int
    label: str

    def meets(self, start: int, end: int) -> bool:
        """Say whether the mention has a letter in common with a range."""
        return self.start < end and start < self.end


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over some documents; add them up with ``+``."""

    documents: int = 0
    named: int = 0
    """Documents in which gold names somebody."""
    gold: int = 0
    found: int = 0
    exact: int = 0
    gold_met: int = 0
    found_met: int = 0
    words: int = 0
    words_met: int = 0
    names: int = 0
    names_missed: int = 0
    names_leaked: int = 0
    documents_missed: int = 0
    documents_leaked: int = 0
    kept: int = 0
    """Gold mentions that were noticed and kept by the policy; they count as not found."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def strict(self) -> tuple[float, float]:
        """Return strict precision and recall."""
        return _share(self.exact, self.found), _share(self.exact, self.gold)

    @property
    def overlap(self) -> tuple[float, float]:
        """Return any-overlap precision and recall."""
        return _share(self.found_met, self.found), _share(self.gold_met, self.gold)

    @property
    def word_recall(self) -> float:
        """Return the share of the words of names that are covered."""
        return _share(self.words_met, self.words)

    @property
    def leaking(self) -> float:
        """Return the share, among documents that name somebody, of those that leak a name."""
        return _share(self.documents_leaked, self.named)

    @property
    def leaks_each(self) -> float:
        """Return how many distinct names leak on average of a document that names somebody."""
        return _share(self.names_leaked, self.named)


def _share(part: int, whole: int) -> float:
    """Return a share; of nothing, NaN: neither good nor bad."""
    return part / whole if whole else float("nan")


def bare_name(text: str, mention: Mention) -> Mention:
    """Return a PERSON mention without titles, ranks and possessive; ``recognizers.names`` has the list of titles.

    A mention that is nothing but a title stays as it is: dropping it from gold would hide a miss.
    """
    if mention.label != "PERSON":
        return mention
    start = mention.start + (name_start(text[mention.start : mention.end]) or 0)
    end = mention.end
    if possessive := _POSSESSIVE.search(text, start, end):
        end = possessive.start()
    return Mention(start, end, mention.label) if start < end else mention


def tally(
    text: str,
    gold: Iterable[Mention],
    found: Iterable[Mention],
    *,
    label: str,
    covered: Sequence[Range] | None = None,
    neutral: Sequence[Range] = (),
    kept: Sequence[Range] = (),
) -> Tally:
    """Count one document for one label.

    Args:
        text: the document.
        gold: what a reader marked.
        found: what was reported; other labels are left out.
        label: PERSON, ORG or LOC.
        covered: every range that goes, under whatever label; recall is of these. Left out: the ranges of ``found``.
        neutral: ranges where a finding is neither right nor wrong (mailboxes, office holders whom a policy keeps).
        kept: ranges noticed and kept by a policy.
    """
    wanted = sorted({bare_name(text, m) for m in gold if m.label == label})
    reported = sorted({bare_name(text, m) for m in found if m.label == label})
    reported = [m for m in reported if any(m.meets(g.start, g.end) for g in wanted) or not _touches(m, neutral)]
    going = [(m.start, m.end) for m in reported] if covered is None else covered
    letters = {at for start, end in going for at in range(start, end)}
    missed = [m for m in wanted if not _touches(m, going)]
    words = {m: [word.span() for word in _WORD.finditer(text, m.start, m.end)] for m in wanted}
    left = {m: [span for span in words[m] if not letters.issuperset(range(*span))] for m in wanted}
    leaks = [m for m in wanted if _telling(left[m], words[m])]
    return Tally(
        documents=1,
        named=bool(wanted),
        gold=len(wanted),
        found=len(reported),
        exact=len(set(wanted) & set(reported)),
        gold_met=len(wanted) - len(missed),
        found_met=sum(any(m.meets(g.start, g.end) for g in wanted) for m in reported),
        words=sum(map(len, words.values())),
        words_met=sum(len(words[m]) - len(left[m]) for m in wanted),
        names=len({_key(text, m) for m in wanted}),
        names_missed=len({_key(text, m) for m in missed}),
        names_leaked=len({_key(text, m) for m in leaks}),
        documents_missed=bool(missed),
        documents_leaked=bool(leaks),
        kept=sum(_touches(m, kept) for m in missed),
    )


def _touches(mention: Mention, ranges: Iterable[Range]) -> bool:
    return any(mention.meets(start, end) for start, end in ranges)


def _telling(left: Sequence[Range], words: Sequence[Range]) -> bool:
    """Say whether what is left names somebody: a word of two letters, or a letter of a name that is all initials."""
    initials_only = all(end - start == 1 for start, end in words)
    return any(end - start > 1 or initials_only for start, end in left)


def _key(text: str, mention: Mention) -> str:
    return " ".join(text[mention.start : mention.end].casefold().split())
