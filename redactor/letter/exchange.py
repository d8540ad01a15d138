"""What was asked and what was answered as the walk through a letter meets them, and the state of that walk."""

from __future__ import annotations

from dataclasses import dataclass, field

from redactor.letter import levels, rows, words
from redactor.letter.model import Pairing, Passage, Path, Zone
from redactor.letter.numbering import Label
from redactor.letter.paragraphs import Block

_REPEATED = 0.75
"""Share of a question's content words from which a paragraph counts as that question said again."""


@dataclass(slots=True)
class Asked:
    """A question as it was met."""

    start: int
    end: int
    path: Path
    label: Passage | None
    words: frozenset[str]


@dataclass(slots=True)
class Said:
    """An answer as it was met; an empty range while no word of it has come yet."""

    start: int
    end: int
    paths: tuple[Path, ...]
    label: Passage | None
    question: int | None = None
    pairing: Pairing = Pairing.NUMBER

    @property
    def empty(self) -> bool:
        """Return True while nothing has been said."""
        return self.start == self.end

    def say(self, start: int, end: int) -> None:
        """Add a paragraph."""
        if self.empty:
            self.start = start
        self.end = max(self.end, end)


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part with its question at its head: the number, and where the head begins and ends."""

    path: Path
    start: int
    end: int
    rest: int
    """Where the answer begins on the same line; the paragraph's end where it stands below."""


@dataclass(slots=True)
class Exchange:
    """The letter so far: the zone of each paragraph, what was asked and said, and which answer is still open.

    ``listed`` are paragraphs of the reply that may be answers in the order of unnumbered questions; ``loose`` those of
    the request that no number sets apart; ``inline`` is True where the request stood in one sentence.
    """

    text: str
    lowered: str
    blocks: list[Block]
    zones: list[Zone]
    zone: Zone = Zone.OPENING
    asked: list[Asked] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    listed: list[Said] = field(default_factory=list)
    loose: list[Block] = field(default_factory=list)
    known: dict[Path, int] = field(default_factory=dict)
    answered: set[Path] = field(default_factory=set)
    last: Path = ()
    current: Said | None = None
    columns: rows.Columns | None = None
    introductions: list[int] = field(default_factory=list)
    remedies: list[bool] = field(default_factory=list)
    """For each paragraph, whether it is about review or complaint."""
    pairs: dict[int, int] = field(default_factory=dict)
    """For each paragraph that asks a question and answers it, by its start: where the answer begins."""
    turns: dict[int, int] = field(default_factory=dict)
    """For each paragraph that takes up a question to answer it below, by its start: where the question begins."""
    sections: dict[int, Section] = field(default_factory=dict)
    """The parts of a reply that has its questions nowhere but at the heads of them, by the start of their paragraphs."""
    quoted: set[int] = field(default_factory=set)
    """Starts of the paragraphs among the answers that are the requester's words."""
    crossed: list[Passage] = field(default_factory=list)
    """Lines of a table that run from a question's column into the answers'; what is whose cannot be told."""
    awaits: bool = False
    """"You asked:" has announced a question whose words stand below it."""
    inline: bool = False
    in_turn: bool = False
    """Each question is followed by its answer before the next question."""
    sectioned: bool = False
    """A heading has led away from the answers."""

    def go(self, zone: Zone) -> None:
        """Enter another part of the letter; no answer runs on into it."""
        if zone is Zone.REPLY and self.zone is not Zone.REPLY:
            self.last = ()
        self.zone = zone
        self.current, self.columns = None, None

    def start_again(self) -> None:
        """Forget a question that only told the subject; the request itself follows."""
        self.asked.clear()
        self.said.clear()
        self.known.clear()
        self.answered.clear()
        self.inline = False
        self.go(Zone.OPENING)

    def paths(self, label: Label) -> tuple[Path, ...]:
        """Return the whole numbers that a label names, and remember the last of them."""
        found = label.paths
        if label.relative:
            known, last, whole = frozenset(self.known), self.last, []
            for path in label.paths:
                last = levels.resolve(path[0], last, known)
                whole.append(last)
            found = tuple(whole)
        if found:
            self.last = found[-1]
        return found

    def ask(self, start: int, end: int, path: Path, label: Passage | None) -> int:
        """Add a question and return its index."""
        self.asked.append(Asked(start, end, path, label, words.content(self.lowered[start:end])))
        if path:
            self.known.setdefault(path, len(self.asked) - 1)
        return len(self.asked) - 1

    def answer(
        self,
        start: int,
        end: int,
        paths: tuple[Path, ...],
        label: Passage | None,
        *,
        question: int | None = None,
        pairing: Pairing = Pairing.NUMBER,
    ) -> Said:
        """Open an answer; what follows is its own until another one opens or a heading leads away."""
        self.current = Said(start, end, paths, label, question, pairing)
        self.said.append(self.current)
        self.answered.update(paths)
        if question is not None and self.asked[question].path:
            self.answered.add(self.asked[question].path)
        return self.current

    def repeated(self, start: int, end: int) -> int | None:
        """Return the question that a text says again; None where it is none."""
        said = words.content(self.lowered[start:end])
        best, share = None, 0.0
        for at, question in enumerate(self.asked):
            if len(question.words) < 2 or not said:
                continue
            both = len(question.words & said)
            found = min(both / len(question.words), both / len(said) + 0.1)
            if found > share:
                best, share = at, found
        return best if share >= _REPEATED else None
