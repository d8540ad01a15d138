"""Writes one document from a template: people are invented once and named again as a real author would."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from collections.abc import Sequence as Many
from dataclasses import dataclass, field

from training.synthetic import grammar, layout, people
from training.synthetic.fillers import FILLERS
from training.synthetic.names import Split, draw
from training.synthetic.piece import Mark, Piece, join

# p is a new person each time; p1..p9 are the document's own people; r1..r9 those of one row or repeat.
_PERSON = re.compile(r"(p|[pr]\d)")
# A rule that calls itself must end.
_DEEPEST = 40


@dataclass(slots=True)
class Renderer:
    """The state of one document.

    Attributes:
        rules: named lists of alternatives, shared ones and the split's own.
    """

    rng: random.Random
    split: Split
    rules: Mapping[str, Many[str]]
    known: dict[str, people.Person] = field(default_factory=dict)
    defined: dict[str, grammar.Sequence] = field(default_factory=dict)
    row: int = 0
    made: int = 0
    depth: int = 0

    def render(self, template: str) -> Piece:
        """Return a template with every gap filled.

        Raises:
            GrammarError: a gap names nothing known.
        """
        return self._sequence(grammar.parse(template))

    def person(self, key: str) -> people.Person:
        """Return the person a gap names, invented at first use."""
        if key == "p":
            return self._invented()
        if key not in self.known:
            self.known[key] = self._invented()
        return self.known[key]

    def _invented(self) -> people.Person:
        self.made += 1
        return people.make(self.rng, self.made, self.split)

    def _sequence(self, sequence: grammar.Sequence) -> Piece:
        return join([Piece(part) if isinstance(part, str) else self._node(part) for part in sequence.parts])

    def _node(self, node: grammar.Node) -> Piece:
        match node:
            case grammar.Slot():
                return self._slot(node)
            case grammar.Choice():
                return self._sequence(self.rng.choice(node.options))
            case grammar.Maybe():
                return self._sequence(node.body) if self.rng.random() * 100 < node.percent else Piece("")
            case grammar.Repeat():
                return self._repeat(node)
            case grammar.Labelled():
                text = self._sequence(node.body).text
                return Piece(text, (Mark(0, len(text), node.label),))
            case grammar.Cased():
                piece = self._sequence(node.body)
                return capped(piece) if node.how == "+" else cased(piece, upper=node.how == "^")
            case grammar.Define():
                self.defined.setdefault(node.name, self.rng.choice(node.options))
                return Piece("")
            case grammar.Sequence():
                return self._sequence(node)

    def forget_row(self) -> None:
        """Let r1..r9 be new people, as they are in each row."""
        for key in [key for key in self.known if key[0] == "r"]:
            del self.known[key]

    def _repeat(self, node: grammar.Repeat) -> Piece:
        pieces = []
        outer, outer_row = dict(self.known), self.row
        seen: set[str] = set()
        for index in range(self.rng.randint(node.low, node.high)):
            self.row = index + 1
            self.forget_row()
            piece = self._sequence(node.body)
            # The same stock sentence twice running teaches nothing.
            if piece.text not in seen:
                pieces.append(piece)
                seen.add(piece.text)
        self.row = outer_row
        self.known.update({key: person for key, person in outer.items() if key[0] == "r"})
        if node.separator == "and" and len(pieces) > 1:
            return join([join(pieces[:-1], ", "), pieces[-1]], self.rng.choice((" and ", " and ", " & ", ", and ")))
        return join(pieces, grammar.SEPARATORS[node.separator])

    def _slot(self, slot: grammar.Slot) -> Piece:
        name = slot.name
        if _PERSON.fullmatch(name):
            return people.mention(self.person(name), slot.form, self.rng)
        if name in self.defined:
            return self._sequence(self.defined[name])
        if name in ("table", "form"):
            return layout.table(self) if name == "table" else layout.form(self)
        if name == "i":
            return Piece(str(self.row))
        if name in FILLERS:
            return Piece(FILLERS[name](self.rng, slot.arg))
        if name == "anysur":
            return Piece(self.rng.choice(draw(self.rng, self.split).surnames))
        if name == "anyfore":
            return Piece(self.rng.choice(draw(self.rng, self.split).forenames))
        rule = f"{name}.{slot.form}" if slot.form else name
        if rule not in self.rules:
            raise grammar.GrammarError(f"Nothing fills the gap {rule!r}")
        if self.depth > _DEEPEST:
            raise grammar.GrammarError(f"The rule {rule!r} calls itself without end")
        self.depth += 1
        piece = self.render(self.rng.choice(self.rules[rule]))
        self.depth -= 1
        return piece


def cased(piece: Piece, *, upper: bool) -> Piece:
    """Return the piece in one case; a letter whose other case is two letters long stays as it is."""
    changed = (char.upper() if upper else char.lower() for char in piece.text)
    text = "".join(new if len(new) == 1 else old for new, old in zip(changed, piece.text, strict=True))
    return Piece(text, piece.marks)


def capped(piece: Piece) -> Piece:
    """Return the piece with a capital first letter, as a sentence begins."""
    first = piece.text[:1].upper()
    return Piece(first + piece.text[1:], piece.marks) if len(first) == 1 else piece
