"""warm: one more letter of an archive in a process that has seen others, against bare get_text and stock Presidio.

The letters share their boilerplate (`benchmarks/archive/generate.py`), so that what is unseen in each is its names and
its answer. All of them read the same letter in turn, and the medians of their CPU times are compared. Stock Presidio runs twice:
with the paragraph memory that our model brings along, and as it is by itself, which remembers nothing.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable

import pymupdf

from benchmarks.table import circumstances, table

_WARM_UP = 20


def run(*, quick: bool) -> str:
    from benchmarks.archive.generate import letter
    from benchmarks.peers import stock_presidio
    from recognizers.nlp import load_nlp
    from redactor import Engine

    chance = random.Random(6)
    letters = [letter(number, 2020, chance) for number in range(_WARM_UP + (20 if quick else 60))]
    engine, with_memory, without = Engine("archive-scan"), load_nlp(), load_nlp()
    stock, forgetful = stock_presidio(with_memory), stock_presidio(without)
    finder = without.pipe("uk_name_model")

    def check(data: bytes) -> None:
        engine.check_bytes(data, "reply.pdf")

    def with_stock(data: bytes) -> None:
        stock(_text(data))

    def with_forgetful_stock(data: bytes) -> None:
        finder.forget()  # type: ignore[union-attr]  # the shipped pipeline has it
        forgetful(_text(data))

    for data in letters[:_WARM_UP]:
        check(data)
        with_stock(data)
    actions = {
        "text": _text,
        "new": check,
        "again": check,
        "stock": with_stock,
        "forgetful": with_forgetful_stock,
    }
    spent: dict[str, list[float]] = {name: [] for name in actions}
    for data in letters[_WARM_UP:]:
        for name, action in actions.items():
            spent[name].append(_seconds(action, data))
    middle = {name: 1000 * statistics.median(times) for name, times in spent.items()}
    rows = [
        (what, f"{middle[ours]:.1f}", f"{middle[peer]:.1f} ({name})", f"{middle[peer] / middle[ours]:.3f} x", aim)
        for what, ours in (("a letter not seen before, CPU ms", "new"), ("the same letter again, CPU ms", "again"))
        for name, peer, aim in (
            ("`get_text`", "text", "0.2"),
            ("stock `AnalyzerEngine`, same model", "forgetful", "10"),
            ("the same with our paragraph memory", "stock", ""),
        )
    ]
    head = ("what", "this project", "floor or peer", "ratio", "to reach")
    return f"{circumstances()}\n\n{table(head, rows)}\n\n{_NOTE}\n"


_NOTE = "With our paragraph memory, shared boilerplate is free to stock Presidio as well; by itself it has none."


def _text(data: bytes) -> str:
    return "".join(page.get_text() for page in pymupdf.open("pdf", data))


def _seconds(action: Callable[[bytes], object], data: bytes) -> float:
    start = time.process_time()
    action(data)
    return time.process_time() - start
