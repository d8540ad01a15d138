"""L1xx: does the letter say what the law makes it say?

A rule of this folder is a generator over the view and its letter, under ``letter_rule``; it names the kinds of reply it
is about and is silent on all others. Its file shows ``EXAMPLES`` that must fire and ``COUNTER_EXAMPLES`` that must not.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterator

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
            if view.letter is not None and view.letter.kind.kind in kinds:
                yield from find(view, view.letter)

        return rule(code, severity)(on_letters)

    return wrap
