"""What the codes in a report mean, read from the help that each rule, check and recognizer carries at its head.

The files are read and not imported: a report must not load the engines that the rules and checks use.
"""

from __future__ import annotations

import functools
import importlib.util
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from redactor import errors
from redactor.reporters import words

_RULE = re.compile(r"([A-Z]\d{3}) ([a-z0-9-]+): (.+)")
_ENTITY = re.compile(r"([A-Z][A-Z0-9_]+)((?: and [A-Z][A-Z0-9_]+)*)(?::| by [^:]+:) (.+)")


@dataclass(frozen=True, slots=True)
class Meaning:
    """A code, the name it has in lists, what it means in one sentence, and its help page."""

    code: str
    name: str
    title: str
    help: str


@functools.cache
def meanings() -> dict[str, Meaning]:
    """Return what is known, by code; a plug-in's codes are not in it."""
    found: dict[str, Meaning] = {}
    for meaning in (*_documented("redactor.rules"), *_documented("redactor.verify.checks"), *_errors(), *_entities()):
        found.setdefault(meaning.code, meaning)
    return found


def _documented(package: str) -> Iterator[Meaning]:
    for text in _docstrings(package):
        match = _RULE.match(text)
        if match is not None:
            yield Meaning(match[1], match[2], _sentence(text, match.start(3)), text)


def entities_of(text: str) -> Iterator[Meaning]:
    """Yield the entities that a recognizer file's docstring names: "A: ...", "A and B: ..."; most files name one."""
    match = _ENTITY.match(text)
    if match is not None:
        for code in (match[1], *match[2].split(" and ")[1:]):
            yield Meaning(code, code, _sentence(text, match.start(3)), text)


def _entities() -> Iterator[Meaning]:
    for package in ("recognizers", "redactor.decide"):
        for text in _docstrings(package):
            yield from entities_of(text)


def _errors() -> Iterator[Meaning]:
    kinds: list[type[errors.RedactorError]] = [errors.RedactorError]
    for kind in kinds:
        kinds += kind.__subclasses__()
        if kind.__module__ == errors.__name__:
            text = inspect.getdoc(kind) or ""
            yield Meaning(kind.code, kind.__name__, text.split("\n")[0], text)


def _sentence(text: str, start: int) -> str:
    """Return the paragraph that begins at ``start``, on one line, with a capital and a full stop."""
    line = " ".join(text[start:].split("\n\n")[0].split())
    return f"{words.capital(line).rstrip('.')}."


def _docstrings(package: str) -> Iterator[str]:
    """Yield what stands between the first pair of triple quotes of each file, where a file begins with them."""
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or []) if spec is not None else []:
        for path in sorted(Path(folder).rglob("*.py")):
            text = path.read_text("utf-8")
            if text.startswith('"""'):
                yield inspect.cleandoc(text.split('"""', 2)[1])
