"""L1xx: does the letter say what the law makes it say?

A rule of this folder is a generator over the view and its letter, under ``letter_rule``; it names the kinds of reply it
is about and is silent on all others. Where the kind is not certain, it says what holds under every kind that the letter
may be, and L140 says that the kind is open. Its file shows ``EXAMPLES`` that must fire and ``COUNTER_EXAMPLES`` that must not.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from redactor.letter.model import Letter, LetterKind
from redactor.model import Severity
from redactor.rules import Hit, Rule, View, rule

REPLIES = frozenset(LetterKind) - {LetterKind.NONE}
"""Every kind of reply; a document that is none gets no letter rules."""

Find = Callable[[View, Letter], Iterator[Hit]]


def letter_rule(code: str, severity: Severity, kinds: Collection[LetterKind] = REPLIES) -> Callable[[Find], Rule]:
    """Make a rule that looks at letters of some kinds only."""

    def wrap(find: Find) -> Rule:
        @functools.wraps(find)
        def on_letters(view: View) -> Iterator[Hit]:
            if view.letter is None or any(one.kind not in kinds for one in view.letter.kind.plausible):
                return
            if len(view.letter.kind.plausible) == 1:
                yield from find(view, view.letter)
            else:
                yield from _agreed(find, view, view.letter, severity)

        return rule(code, severity)(on_letters)

    return wrap


def _agreed(find: Find, view: View, letter: Letter, severity: Severity) -> Iterator[Hit]:
    """Yield what a rule says of a letter whatever kind it is of, each with the least weight that any kind gives it."""
    first, *others = (list(find(view, replace(letter, kind=one))) for one in letter.kind.plausible)
    for hit in first:
        alike = [[one for one in hits if one.message == hit.message] for hits in others]
        if all(alike):
            weights = [one.severity or severity for one in (hit, *(hits[0] for hits in alike))]
            yield replace(hit, severity=max(weights, key=list(Severity).index))
