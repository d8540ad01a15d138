"""The names that a policy may use: codes of rules, and entities that something in this house can find.

They are read from the heads of the files that carry them, which say them in their first line; importing every recognizer
to check a word would cost more than the rest of a start. A name that is misspelt would otherwise decide nothing, unseen.
"""

from __future__ import annotations

import difflib
import functools
import importlib.util
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_RULE = re.compile(r'"""([A-Z]\d{3}) [a-z0-9-]+: ')
_ENTITY = re.compile(r'"""([A-Z][A-Z0-9_]{2,}(?: and [A-Z][A-Z0-9_]+)*)(?::| by )')
_HEAD = 240
"""Characters of a file in which its first line stands."""
_OF_THE_ENGINE = frozenset({"IMAGE", "OFFICER_TERM", "ORGANISATION", "UNLABELLED_NUMBER"})
"""Found by the engine itself: pictures nobody could read, an officer's own terms, numbers seen again without their label."""


@functools.cache
def rules() -> frozenset[str]:
    """Return the codes of all rules."""
    return frozenset(match[1] for head in _heads("redactor.rules") if (match := _RULE.match(head)))


@functools.cache
def entities() -> frozenset[str]:
    """Return everything that a finding can be of."""
    named = (match[1].split(" and ") for head in _heads("recognizers") if (match := _ENTITY.match(head)))
    return _OF_THE_ENGINE.union(*named)


def near(wanted: str, names: Iterable[str]) -> str:
    """Return "; did you mean X?" for the name most like an unknown one, "" where none is like it."""
    found = difflib.get_close_matches(wanted.upper(), sorted(names), n=1, cutoff=0.6)
    return f"; did you mean {found[0]}?" if found else ""


def _heads(package: str) -> Iterator[str]:
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or []) if spec is not None else []:
        for path in Path(folder).rglob("*.py"):
            with path.open(encoding="utf-8") as stream:
                yield stream.read(_HEAD)
