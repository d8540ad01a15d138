"""Reads the templates and named lists under ``data``: one folder of templates for each split, and lists all share.

In a file a line ``=== name`` begins a template, ``@@@ name`` a list of which each line is one alternative
(a trailing `` *3`` counts it three times), ``#`` at the start of a file's first lines a remark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from training.synthetic.names import Split, allowed

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_HEAD = re.compile(r"^(===|@@@) (\S+)(?: \*(\d+))?$", re.M)
# Lists whose entries a model could learn by heart: training draws four fifths of each, the other splits the rest.
_HELD_BACK = frozenset({
    "town_name", "county_name", "brand", "charity_name", "stem", "role", "team", "law", "system", "op", "ship", "disease",
    "award", "unit", "event", "heading",
})  # fmt: skip
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of document. ``name`` is ``split/file/name``; ``weight`` how often it is drawn."""

    name: str
    weight: int
    body: str


@dataclass(frozen=True, slots=True)
class Library:
    """What one split may write."""

    templates: tuple[Template, ...]
    rules: dict[str, tuple[str, ...]]


def _files(folder: Traversable) -> list[Traversable]:
    found = (entry for entry in folder.iterdir() if entry.name.endswith(".txt"))
    return sorted(found, key=lambda entry: entry.name)


def _alternatives(body: str) -> list[str]:
    lines = []
    for line in filter(None, map(str.strip, body.splitlines())):
        if line.startswith("#"):
            continue
        times = re.search(r" \*(\d+)$", line)
        lines += [line[: times.start()]] * int(times[1]) if times else [line]
    return lines


@lru_cache(maxsize=3)
def library(split: Split) -> Library:
    """Return the templates of a split, and the lists that fill their gaps.

    Raises:
        ValueError: two templates or two lists have one name, or a split's own list hides a shared one.
    """
    data = resources.files("training.synthetic") / "data"
    templates: list[Template] = []
    rules: dict[str, tuple[str, ...]] = {}
    for folder in ("lists", split):
        for entry in _files(data / folder):
            parts = _HEAD.split(entry.read_text("utf-8"))[1:]
            for kind, name, weight, body in zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True):
                if kind == "===":
                    full = f"{split}/{entry.name.removesuffix('.txt')}/{name}"
                    templates.append(Template(full, int(weight or 1), body.strip("\n")))
                    continue
                if name in rules:
                    raise ValueError(f"{folder}/{entry.name}: the list {name} is already defined")
                lines = _alternatives(body)
                if name in _HELD_BACK:
                    own = [line for line in lines if allowed(line, "train") is (split == "train")]
                    lines = own if len(own) >= _FEWEST else lines
                rules[name] = tuple(lines)
    if len({template.name for template in templates}) != len(templates):
        raise ValueError(f"Two templates of {split} have one name")
    return Library(tuple(templates), rules)
