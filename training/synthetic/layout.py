"""Tables and forms: columns and fields picked from a split's catalogue, written as an office file would show them.

A catalogue line is ``Heading / other heading => cell``. Each split lists its own layouts, so that the test split's
tables look like no table the model was taught.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from training.synthetic.piece import Piece, join

if TYPE_CHECKING:
    from training.synthetic.render import Renderer

Rows = list[list[Piece]]


def _entry(renderer: Renderer, line: str) -> tuple[str, str]:
    headings, cell = line.split(" => ", 1)
    return renderer.rng.choice(headings.split(" / ")), cell


def _between(separator: str) -> Callable[[Rows], Piece]:
    return lambda rows: join((join(row, separator) for row in rows), "\n")


def _aligned(rows: Rows) -> Piece:
    widths = [max(len(row[column].text) for row in rows) + 2 for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [Piece(cell.text.ljust(width), cell.marks) for cell, width in zip(row, widths, strict=True)]
        lines.append(join([*cells[:-1], row[-1]]))
    return join(lines, "\n")


def _comma(rows: Rows) -> Piece:
    def field(cell: Piece) -> Piece:
        return join([Piece('"'), cell, Piece('"')]) if "," in cell.text else cell

    return join((join(map(field, row), ",") for row in rows), "\n")


def _all_quoted(rows: Rows) -> Piece:
    return join((join((join([Piece('"'), cell, Piece('"')]) for cell in row), ",") for row in rows), "\n")


def _markdown(rows: Rows) -> Piece:
    lines = [join([Piece("| "), join(row, " | "), Piece(" |")]) for row in rows]
    lines.insert(1, Piece("|" + "---|" * len(rows[0])))
    return join(lines, "\n")


def _columnwise(rows: Rows) -> Piece:
    # What a PDF reader makes of a table drawn column by column.
    return join((join(column, "\n") for column in zip(*rows, strict=True)), "\n")


def _cell_lines(rows: Rows) -> Piece:
    return join((cell for row in rows for cell in row), "\n")


def _records(rows: Rows) -> Piece:
    head, *body = rows
    blocks = [
        join((join([name, Piece(": "), cell]) for name, cell in zip(head, row, strict=True)), "\n") for row in body
    ]
    return join(blocks, "\n\n")


def _pairs(rows: Rows) -> Piece:
    head, *body = rows
    lines = [join((join([name, Piece("="), cell]) for name, cell in zip(head, row, strict=True)), "; ") for row in body]
    return join(lines, "\n")


def _json(rows: Rows) -> Piece:
    head, *body = rows
    lines = []
    for row in body:
        fields = [
            join([Piece('"'), name, Piece('": "'), cell, Piece('"')]) for name, cell in zip(head, row, strict=True)
        ]
        lines.append(join([Piece("{"), join(fields, ", "), Piece("}")]))
    return join(lines, ",\n")


TABLES: dict[str, Callable[[Rows], Piece]] = {
    "tab": _between("\t"),
    "pipe": _between(" | "),
    "aligned": _aligned,
    "comma": _comma,
    "columnwise": _columnwise,
    "cell_lines": _cell_lines,
    "space": _between(" "),
    "semicolon": _between(";"),
    "triple": _between("   "),
    "records": _records,
    "markdown": _markdown,
    "pairs": _pairs,
    "quoted": _all_quoted,
    "json": _json,
    "dash": _between(" - "),
}
FORMS: dict[str, tuple[str, str]] = {
    "colon": (": ", "\n"),
    "tab": ("\t", "\n"),
    "below": ("\n", "\n"),
    "bare": (" ", "\n"),
    "gap": ("      ", "\n"),
    "line": (": ", "    "),
    "dots": (" ........ ", "\n"),
    "bar": (" | ", "\n"),
    "spaced": (" :  ", "\n\n"),
    "arrow": (" -> ", "\n"),
    "brackets": (" [", "]\n"),
}


def table(renderer: Renderer) -> Piece:
    """Return a table of one to nine rows and two to six columns, with or without its headings."""
    rng, rules = renderer.rng, renderer.rules
    lines = rules["columns"]
    chosen = [_entry(renderer, line) for line in rng.sample(lines, min(len(lines), rng.randint(2, 6)))]
    upper = rng.random() < 0.2
    rows: Rows = [[Piece(name.upper() if upper else name) for name, _ in chosen]]
    for number in range(rng.randint(1, 9)):
        renderer.row = number + 1
        renderer.forget_row()
        rows.append([renderer.render(cell) for _, cell in chosen])
    kind = rng.choice(rules["table_layouts"])
    if kind not in ("records", "pairs", "json", "markdown") and rng.random() < 0.3:
        rows = rows[1:]
    return TABLES[kind](rows)


def form(renderer: Renderer) -> Piece:
    """Return a form of three to nine labelled fields; one in ten is left empty."""
    rng, rules = renderer.rng, renderer.rules
    lines = rules["fields"]
    between, after = FORMS[rng.choice(rules["form_layouts"])]
    upper = rng.random() < 0.2
    fields = []
    for line in rng.sample(lines, min(len(lines), rng.randint(3, 9))):
        label, cell = _entry(renderer, line)
        label = label.upper() if upper else label
        value = renderer.render(cell) if rng.random() < 0.9 else Piece("")
        fields.append(join([Piece(label + between), value]))
    return join(fields, after)
