"""Texts written by hand for this project, with every name marked: ``texts/*.txt`` read into labelled texts.

A line ``===`` begins a text; ``{P:Jo Hart}``, ``{O:Acme Ltd}`` and ``{L:Hull}`` mark a person, a body and a place. Braces
stand for nothing else. Every tenth text of a file is kept apart: it is measured and never learnt.
"""

from __future__ import annotations

import re
from importlib import resources
from typing import Final, Literal

from training.corpora import Labelled, Span, without_titles

Part = Literal["learnt", "kept apart"]
_HEAD = re.compile(r"^===[ \t]*$", re.M)
_MARK = re.compile(r"\{([POL]):([^{}]+)\}")
_LABEL: Final = {"P": "PERSON", "O": "ORG", "L": "LOC"}
_EVERY: Final = 10


def texts(part: Part) -> list[Labelled]:
    """Return the texts of all files that are learnt, or those kept apart.

    Raises:
        ValueError: a mark is broken; the message names file and text, never the words.
    """
    files = sorted(
        (f for f in (resources.files("training") / "texts").iterdir() if f.name.endswith(".txt")), key=lambda f: f.name
    )
    found = []
    for file in files:
        for number, item in enumerate(read(file.read_text("utf-8"), file.name), start=1):
            if (number % _EVERY == 0) == (part == "kept apart"):
                found.append(without_titles(item))
    return found


def read(source: str, name: str) -> list[Labelled]:
    """Return the texts of one file's words ``source``, called ``name`` in messages.

    Raises:
        ValueError: a brace belongs to no mark, or a text is empty.
    """
    return [_labelled(body.strip("\n"), f"{name}, text {n}") for n, body in enumerate(_HEAD.split(source)[1:], start=1)]


def _labelled(body: str, place: str) -> Labelled:
    plain, spans, at = "", list[Span](), 0
    for mark in _MARK.finditer(body):
        plain += body[at : mark.start()]
        spans.append((len(plain), len(plain) + len(mark[2]), _LABEL[mark[1]]))
        plain += mark[2]
        at = mark.end()
    plain += body[at:]
    if not plain.strip() or "{" in plain or "}" in plain:
        raise ValueError(f"{place}: a brace without its mark, or nothing written")
    return Labelled(plain, tuple(spans))
