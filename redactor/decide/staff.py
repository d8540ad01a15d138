"""Staff by the title beside their name: chief officers stay, junior ranks go, as the policy's staff settings say."""

from __future__ import annotations

import re

from redactor.analysis.matches import Analysis
from redactor.decisions import normalised
from redactor.model import Action
from redactor.policy import Policy, StaffGroup

_BEFORE, _AFTER = 70, 90
_COURTESY = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Rt Hon|The Rt Hon|Cllr)\.?\s+)*"
# "Chief Constable's Office" is where a junior works, not what they are.
_NOT_THE_OFFICE = r"(?!['’]s?\b|['’]|\s+(?:office|staff|secretary|secretariat|support|assistant|caseworker|researcher|aide|team|driver)\b)"
# "Jane Smith, Councillor Brown and others": the title is the next person's, unless a body's name follows it.
_NOT_THE_NEXT = (
    r"(?!(?-i:[ ]+(?:[A-Z]{0,2}[ ]?\d+[ ]+)?[A-Z][\w'’.-]*)"
    r"(?![^\n,;.]{0,40}\b(?:Police|Constabulary|Council|Authority|Trust|Service)\b))"
)
# "PA to the Chief Constable, Jane Smith": the title is that of whoever she works for or lives with.
_SOMEBODY_ELSES = re.compile(
    r"\b(?:PA|EA|assistants?|secretar(?:y|ies)|secretariat|officers?|advis[eo]rs?|aides?|support|drivers?|deputy|office|team"
    r"|staff|wife|husband|spouse|partner|widow|sons?|daughters?|children|brother|sister|mother|father|friends?|neighbours?)"
    r"\s+(?:to|of|for)\s+(?:the\s+|our\s+|a\s+)?$",
    re.IGNORECASE,
)
# What may stand in the cells between a rank and a name: a collar number, a dash, "none".
_CELL = r"(?:[ ]*(?:none|nil|n/a|vacant|[-–—]|[A-Z]{0,4}[ ]?\d{1,6})?[ ]*)"
_NUMBER = r"(?:(?:no\.?[ ]?)?[A-Z]{0,2}[ ]?\d{1,6}[,:]?\s+)?"
_WEIGHT = {Action.KEEP: 0, Action.REVIEW: 1, Action.REDACT: 2}


class StaffBook:
    """The policy's staff groups, ready to be held against the text around a name."""

    def __init__(self, policy: Policy) -> None:
        self._group_of = {normalised(title): group for group in policy.staff.values() for title in group.titles}
        titles = sorted((t for group in policy.staff.values() for t in group.titles), key=len, reverse=True)
        if titles:
            any_title = "|".join(map(_as_written, titles))
            self._inside = re.compile(rf"(?P<title>{any_title})\.?\s+", re.IGNORECASE)
            self._before = re.compile(
                rf"(?<![\w-])(?P<title>{any_title})(?:[.,:]?\s+{_NUMBER}|[ ]*[ \t\n](?:{_CELL}[\t\n]){{0,2}}){_COURTESY}$",
                re.IGNORECASE,
            )
            self._after = re.compile(
                rf"(?:\t(?:{_CELL}\t){{1,2}}|\s*(?:[,(\-–—:]|\n)?\s*)(?:the\s+|our\s+)?"
                rf"(?P<title>{any_title})\b{_NOT_THE_OFFICE}{_NOT_THE_NEXT}",
                re.IGNORECASE,
            )

    def people(self, analysis: Analysis) -> dict[int, StaffGroup]:
        """Return the staff group of every PERSON match that has one, by index.

        One mention with a title speaks for every mention of the same full name; of two titles the stricter group wins.
        """
        if not self._group_of:
            return {}
        by_name: dict[str, StaffGroup] = {}
        found: dict[int, StaffGroup] = {}
        people = [(i, m) for i, m in enumerate(analysis.matches) if m.entity == "PERSON"]
        for index, match in people:
            group = self._beside(analysis.texts[match.text].text, match.start, match.end)
            if group is None:
                continue
            found[index] = group
            name = normalised(analysis.value(match))
            if name not in by_name or _WEIGHT[group.action] > _WEIGHT[by_name[name].action]:
                by_name[name] = group
        for index, match in people:
            group = by_name.get(normalised(analysis.value(match)))
            if group is not None:
                found[index] = group
        return found

    def _beside(self, text: str, start: int, end: int) -> StaffGroup | None:
        """Return the group whose title stands at the head of the name; else the stricter of those on its two sides.

        In a list of ranks and names nobody can tell to which name a rank between two of them belongs.
        """
        if inside := self._inside.match(text[start:end]):
            return self._group(inside)
        before_text = text[max(0, start - _BEFORE) : start]
        before = self._before.search(before_text)
        if before and _SOMEBODY_ELSES.search(before_text[: before.start()]):
            before = None
        groups = [self._group(found) for found in (before, self._after.match(text[end : end + _AFTER])) if found]
        return max((group for group in groups if group), key=lambda group: _WEIGHT[group.action], default=None)

    def _group(self, match: re.Match[str]) -> StaffGroup | None:
        return self._group_of.get(normalised(match["title"]))


def _as_written(title: str) -> str:
    """Return a title as a pattern: any spacing, any case, but an abbreviation only in capitals ("DI" is not "Di")."""
    pattern = re.escape(title).replace(r"\ ", r"\s+")
    return f"(?-i:{pattern})" if title.isupper() and len(title) <= 5 else pattern
