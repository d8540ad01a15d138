"""The texts that are measured: JSON lines from anywhere, and our own with the names marked in the words themselves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.quality.metrics import Mention

HERE = Path(__file__).resolve().parent
UNSEEN = HERE.parent / "data" / "unseen"
DEV = HERE.parents[2] / "shared" / "ner" / "dev"
# One label for what sets call differently.
_LABELS = {"PER": "PERSON", "ORGANISATION": "ORG", "ORGANIZATION": "ORG", "GPE": "LOC", "FAC": "LOC", "LOCATION": "LOC"}
MARKS = ("PERSON", "ORG", "LOC", "PUBLIC")
"""PUBLIC is a person whom the policy keeps for their office; the name model alone must find them as PERSON."""
_MARK = re.compile(rf"\[\[({'|'.join(MARKS)}):([^\[\]\n]+)\]\]")
_HEAD = re.compile(r"^=== (?P<id>[\w-]+) \| (?P<kind>[\w -]+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the names in it; ``kind`` is the kind of document, or empty."""

    id: str
    text: str = field(repr=False)
    gold: tuple[Mention, ...] = field(repr=False)
    kind: str = ""


class TextsError(ValueError):
    """A file of texts is not as it must be; the message says which file and line."""


def from_marks(marked: str) -> tuple[str, tuple[Mention, ...]]:
    """Return the plain text and the mentions of "Dear [[PERSON:Ola Brandt]],".

    Raises:
        TextsError: a double bracket is left over: a mark is misspelt or not closed.
    """
    plain: list[str] = []
    mentions: list[Mention] = []
    at = length = 0
    for mark in _MARK.finditer(marked):
        before = marked[at : mark.start()]
        start = length + len(before)
        length = start + len(mark[2])
        plain += [before, mark[2]]
        mentions.append(Mention(start, length, mark[1]))
        at = mark.end()
    plain.append(marked[at:])
    text = "".join(plain)
    for bracket in ("[[", "]]"):
        if (where := text.find(bracket)) >= 0:
            raise TextsError(f"{bracket!r} is left over at line {text.count(chr(10), 0, where) + 1}: correct the mark.")
    return text, tuple(mentions)


def read_marks(path: Path) -> Iterator[Marked]:
    """Yield the documents of a file; each begins with a line ``=== id | kind``."""
    whole = path.read_text("utf-8")
    heads = list(_HEAD.finditer(whole))
    if not heads or whole[: heads[0].start()].strip():
        raise TextsError(f"{path.name}: each document begins with a line '=== id | kind'.")
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        body = whole[head.end() : after.start() if after else None].strip("\n")
        try:
            text, gold = from_marks(body)
        except TextsError as problem:
            raise TextsError(f"{path.name}, {head['id']}: {problem}") from None
        yield Marked(head["id"], text, gold, head["kind"].strip())


def read_jsonl(path: Path) -> Iterator[Marked]:
    """Yield the documents of a file with one ``{"text": ..., "spans": [[start, end, label]]}`` a line."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                text = record["text"]
                gold = tuple(Mention(int(s), int(e), _LABELS.get(label, label)) for s, e, label in record["spans"])
            except (ValueError, KeyError, TypeError):
                raise TextsError(
                    f"{path.name}, line {number}: write one JSON object with text and spans, "
                    "a list of [start, end, label], on each line."
                ) from None
            if any(not 0 <= m.start < m.end <= len(text) for m in gold):
                raise TextsError(f"{path.name}, line {number}: a span is empty or lies outside the text.")
            yield Marked(str(record.get("id", number)), text, gold)


def unseen() -> list[Marked]:
    """Return the project's own evaluation texts, in the order of their files."""
    return [document for path in sorted(UNSEEN.glob("*.txt")) for document in read_marks(path)]
