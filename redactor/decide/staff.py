"""Staff by the title beside their name: chief officers stay, junior ranks go, as the policy's staff settings say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from redactor.analysis.matches import Analysis
from redactor.decisions import all_normalised, normalised
from redactor.model import Action
from redactor.policy import Policy
from redactor.policy_parts import StaffGroup

_BEFORE, _AFTER = 70, 90
_COURTESY = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Revd|Rt Hon|The Rt Hon|Cllr"
    r"|Councillor|Capt|Captain|Maj|Major|Col|Colonel)\.?\s+)*"
)
_STANDING = r"(?:(?:acting|interim|temporary|former|then|current|T/|A/)[ ]?)?"
# "Chief Constable's Office" is where a junior works, not what they are.
_NOT_THE_OFFICE = r"(?!['’]s?\b|['’]|\s+(?:office|staff|secretary|secretariat|support|assistant|caseworker|researcher|aide|team|driver)\b)"
# "Jane Smith, Councillor Brown and others": the title is the next person's, unless a body's name follows it.
_NOT_THE_NEXT = (
    r"(?!(?-i:[ ]+(?:[A-Z]{0,2}[ ]?\d+[ ]+)?[A-Z][\w'’.-]*)"
    r"(?![^\n,;.]{0,40}\b(?:Police|Constabulary|Council|Authority|Trust|Service|University|College|Board)\b))"
    # "Chair: A    Chief Executive: B": a title with a colon is a label of what follows.
    r"(?![ \t]*:[ \t]*\S)"
)
# On the line below a name, a title with a name in the next cell is that row's: "A <tab> 12 / Chief Constable <tab> B".
_NOT_THE_NEXT_ROW = r"(?!(?-i:[ ]*\t[ ]*(?:[A-Z]{0,3}[ ]?\d{1,6}\t[ ]*)?[A-Z][a-z]+[ ][A-Z][\w'’-]+[ ]*(?:\t|\n|$)))"
# "PA to the Chief Constable, Jane Smith": the title is that of whoever she works for or lives with.
_SOMEBODY_ELSES = re.compile(
    r"\b(?:PA|EA|assistants?|secretar(?:y|ies)|secretariat|officers?|advis[eo]rs?|aides?|support|drivers?|deputy|office|team"
    r"|staff|wife|husband|spouse|partner|widow|sons?|daughters?|children|brother|sister|mother|father|friends?|neighbours?)"
    r"\s+(?:to|of|for)\s+(?:the\s+|our\s+|a\s+)?$",
    re.IGNORECASE,
)
# What may stand in the cells between a rank and a name: a collar number, or the box on it, a dash, "none".
_CELL = (
    r"(?:[ ]*(?:none|nil|n/a|vacant|[-–—]|[A-Z]{0,4}[ ]?\d{1,6}"
    r"|(?:FOISA[ ]|EI[SR]R?[ ])?(?:s|reg|\(b\))\.?[ ]?\d{1,2}[A-Z]?(?:\(\w{1,3}\))*)?[ ]*)"
)
# "Head of Legal Services: Jane Holloway".
_DEPARTMENT = r"[ ][A-Za-z&, ]{2,40}?(?=[:\n\t])"
# "the Head of Legal Services, Jane Holloway": a list parts so too, so no office is told by it that would keep the name.
_HEADED = r"[ ](?-i:[A-Z][a-z]+)(?:[ ](?:(?-i:[A-Z][a-z]+)|and|&|of))*(?=,[ ])"
_NUMBER = r"(?:(?:no\.?[ ]?)?[A-Z]{0,2}[ ]?\d{1,6}[,:]?\s+)?"
_WEIGHT = {Action.KEEP: 0, Action.REVIEW: 1, Action.REDACT: 2}


@dataclass(frozen=True, slots=True)
class _Titled:
    """A staff group and the title, as the policy spells it, by which somebody belongs to it."""

    title: str
    group: StaffGroup

    @property
    def weight(self) -> int:
        """Return how much the group's action removes."""
        return _WEIGHT[self.group.action]

    def told(self, *, here: bool) -> StaffGroup:
        """Return the group with the evidence before its reason."""
        where = "beside the name" if here else "beside this name elsewhere in the document"
        return self.group.model_copy(update={"why": f"Titled '{self.title}' {where}. {self.group.why}"})


class StaffBook:
    """The policy's staff groups, ready to be held against the text around a name."""

    def __init__(self, policy: Policy) -> None:
        self._group_of = {
            plain: (title, group)
            for group in policy.staff.values()
            for title, plain in zip(group.titles, all_normalised(tuple(group.titles)), strict=True)
        }
        titles = sorted((t for group in policy.staff.values() for t in group.titles), key=len, reverse=True)
        if titles:
            self._inside, self._before, self._after = _patterns(tuple(titles))

    def people(self, analysis: Analysis) -> dict[int, StaffGroup]:
        """Return the staff group of every PERSON match that has one, by index; ``why`` names the title it rests on.

        One mention with a title speaks for every mention of the same full name; of two titles the stricter group wins.
        """
        if not self._group_of:
            return {}
        by_name: dict[str, _Titled] = {}
        beside: dict[int, _Titled] = {}
        people = [(i, m) for i, m in enumerate(analysis.matches) if m.entity == "PERSON"]
        for index, match in people:
            titled = self._beside(analysis.texts[match.text].text, match.start, match.end)
            if titled is None:
                continue
            beside[index] = titled
            name = normalised(analysis.value(match))
            if name not in by_name or titled.weight > by_name[name].weight:
                by_name[name] = titled
        found: dict[int, StaffGroup] = {}
        for index, match in people:
            titled = by_name.get(normalised(analysis.value(match)))
            if titled is not None:
                found[index] = titled.told(here=beside.get(index) == titled)
        return found

    def _beside(self, text: str, start: int, end: int) -> _Titled | None:
        """Return the group whose title stands at the head of the name; else the stricter of those on its two sides.

        In a list of ranks and names nobody can tell to which name a rank between two of them belongs.
        """
        if inside := self._inside.match(text[start:end]):
            return self._group(inside)
        before_text = text[max(0, start - _BEFORE) : start]
        before = self._before.search(before_text)
        if before and _SOMEBODY_ELSES.search(before_text[: before.start()]):
            before = None
        after_text = text[end : end + _AFTER]
        after = next((match for pattern in self._after if (match := pattern.match(after_text))), None)
        groups = [self._group(found) for found in (before, after) if found]
        return max((group for group in groups if group), key=lambda group: group.weight, default=None)

    def _group(self, match: re.Match[str]) -> _Titled | None:
        known = self._group_of.get(normalised(match["title"]))
        return _Titled(*known) if known else None


def _as_written(title: str) -> str:
    """Return a title as a pattern: any spacing, any case, but an abbreviation only in capitals ("DI" is not "Di")."""
    pattern = re.sub(r"\\ |\\-", lambda gap: r"\s+" if gap.group() == "\\ " else r"(?:-|\s+|[‐‑–])", re.escape(title))
    return f"(?-i:{pattern})" if title.isupper() and len(title) <= 5 else pattern


@lru_cache(maxsize=16)
def _patterns(titles: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """Return what finds a title at the head of a name, before it and after it; made once a policy, not once a file."""
    any_title = "|".join(map(_as_written, titles))
    before = re.compile(
        rf"(?<![\w-])(?P<title>{any_title})"
        rf"(?:(?:(?<=\bof)|(?<=\bfor)){_DEPARTMENT}|(?<=\bhead of){_HEADED})?(?:[.,:]?\s+{_NUMBER}|[ ]*[ \t\n](?:{_CELL}[\t\n]){{0,2}}){_COURTESY}$",
        re.IGNORECASE,
    )
    # "Head of" and "Minister for" are followed by a department, not by the next person.
    complete = rf"(?:(?<=\bof)|(?<=\bfor)|(?<=\bto)|{_NOT_THE_OFFICE}{_NOT_THE_NEXT})"
    title = rf"(?:the\s+|our\s+)?{_STANDING}(?P<title>{any_title})\b{complete}"
    after = (
        re.compile(rf"(?:\t(?:{_CELL}\t){{1,2}}|[ \t]*(?:[,(\-–—:])?[ \t]*){title}", re.IGNORECASE),
        re.compile(rf"[ \t]*,?\s*\n\s*(?:[,(\-–—:]\s*)?{title}{_NOT_THE_NEXT_ROW}", re.IGNORECASE),
        re.compile(rf"[ \t]*[,(\-–—:]\s*{title}", re.IGNORECASE),
    )
    return re.compile(rf"(?P<title>{any_title})\.?\s+", re.IGNORECASE), before, after
