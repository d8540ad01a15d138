"""One finder over one set of texts, and the rows of figures that come of it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from benchmarks.quality.finders import Answer, Finder
from benchmarks.quality.metrics import Mention, Range, Tally, tally
from benchmarks.quality.texts import Marked

HEAD = ("set", "finder", "threshold", "strict P", "strict R", "overlap P", "overlap R", "word R", "names missed",
        "names leaked", "leaked a document", "documents leaking")  # fmt: skip
_MAILBOX = re.compile(r"[\w.+'-]+@[\w.-]+")


def gold_of(document: Marked, *, engine: bool) -> tuple[tuple[Mention, ...], tuple[Range, ...]]:
    """Return the mentions that must be found, and the ranges where a finding is neither right nor wrong.

    Office holders are people to the name model; the engine may keep them, so there they count neither way. A name
    inside a mailbox is the mailbox's business.
    """
    public = [m for m in document.gold if m.label == "PUBLIC"]
    neutral = [match.span() for match in _MAILBOX.finditer(document.text)]
    others = tuple(m for m in document.gold if m.label != "PUBLIC")
    if engine:
        return others, (*neutral, *((m.start, m.end) for m in public))
    return (*others, *(Mention(m.start, m.end, "PERSON") for m in public)), tuple(neutral)


def count(document: Marked, answer: Answer, *, label: str, engine: bool) -> Tally:
    """Count one document."""
    gold, neutral = gold_of(document, engine=engine)
    return tally(
        document.text, gold, answer.found, label=label, covered=answer.covered, neutral=neutral, kept=answer.kept
    )


def counted(documents: Iterable[Marked], finder: Finder, *, labels: Sequence[str] = ("PERSON",)) -> dict[str, Tally]:
    """Count a finder that runs without a policy; one tally a label."""
    totals = dict.fromkeys(labels, Tally())
    for document in documents:
        answer = finder(document.text)
        for label in labels:
            totals[label] += count(document, answer, label=label, engine=False)
    return totals


def row(name: str, finder: str, threshold: float | str, total: Tally) -> tuple[str, ...]:
    """Return one row under ``HEAD``."""
    figures = (*total.strict, *total.overlap, total.word_recall)
    return (
        name, finder, str(threshold), *map(figure, figures), str(total.names_missed),
        f"{total.names_leaked} of {total.names}", f"{total.leaks_each:.2f}", f"{total.documents_leaked} of {total.named} ({percent(total.leaking)})",
    )  # fmt: skip


def figure(share: float) -> str:
    """Return a share with three places, or a dash where there was nothing to count."""
    return "–" if math.isnan(share) else f"{share:.3f}"


def percent(share: float) -> str:
    """Return a share in per cent."""
    return "–" if math.isnan(share) else f"{100 * share:.1f} %"
