"""What was asked for, beside what was measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.quality.measure import figure, percent
from benchmarks.quality.metrics import Tally
from benchmarks.quality.requester import VariantResult

HEAD = ("target", "to reach", "measured", "reached")
LETTERS = ("letter", "e-mail")
SHIPPED = "shipped model"
_TRAINED_ON = {"tab-dev": " (the baseline was trained on it)"}
# What the CPU seconds of the same model differ by from run to run on a shared machine.
_NOISE = 0.03
_SPEED = f"the baseline's, within {_NOISE:.0%}"

ByModel = Mapping[tuple[str, str, float], Mapping[str, Tally]]
"""Set, model and threshold -> label -> tally."""
ByEngine = Mapping[tuple[str, str, float, str], tuple[Tally, Tally]]
"""Set, model, threshold and kind of document ("" for all) -> removed or put to a person, removed alone."""


@dataclass(frozen=True, slots=True)
class Costs:
    """Words a CPU second (shipped, then baseline where it is another), and what remembering saves on ten letters."""

    words_per_second: Sequence[float]
    gain: float
    shared: float


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that was measured."""

    by_model: ByModel
    by_engine: ByEngine
    threshold: float
    """The policy's own."""
    variants: VariantResult
    clean: Mapping[str, int]
    """False people by clean letter."""
    costs: Costs


def rows(facts: Facts) -> list[tuple[str, ...]]:
    """Return one row a target, under ``HEAD``."""
    made = [_at_precision(facts, name, recall, 0.85) for name, recall in (("tab-dev", 0.98), ("uner-dev", 0.95))]
    letters = sum((_wide(facts, kind) for kind in LETTERS), Tally())
    for words, total in (("letters and e-mails", letters), ("all kinds", _wide(facts, ""))):
        precision = total.overlap[0]
        made.append(
            (f"`unseen`, {words}, through the engine: word recall at precision", "0.99 at 0.95",
             f"{figure(total.word_recall)} at {figure(precision)}",
             _yes(reached=total.word_recall >= 0.99 and precision >= 0.95)),
        )  # fmt: skip
    everything = _wide(facts, "")
    made.append(
        ("`unseen` through the engine: documents that leak a name", "< 5 %",
         f"{everything.documents_leaked} of {everything.named} ({percent(everything.leaking)})",
         _yes(reached=everything.leaking < 0.05)),
    )  # fmt: skip
    false = ", ".join(f"{number} on {name}" for name, number in facts.clean.items())
    made.append(("people found on clean letters", "0", false, _yes(reached=not any(facts.clean.values()))))
    made.append(
        ("requester known: every form in text, file name and metadata", "1.000",
         f"{facts.variants.recall:.4f} ({facts.variants.found.total()} of {facts.variants.planted.total()})",
         _yes(reached=facts.variants.found == facts.variants.planted)),
    )  # fmt: skip
    ours, *base = facts.costs.words_per_second
    speed = f"{ours:.0f}" + (f" against {base[0]:.0f} (ratio {ours / base[0]:.2f})" if base else "")
    reached = _yes(reached=ours >= (1 - _NOISE) * base[0]) if base else "the same model"
    made.append(("name model, words a CPU second on one thread, nothing remembered", _SPEED, speed, reached))
    made.append(
        (f"remembered paragraphs, ten letters that share {percent(facts.costs.shared)} of their words", "3 x",
         f"{facts.costs.gain:.2f} x", _yes(reached=facts.costs.gain >= 3)),
    )  # fmt: skip
    return made


def _at_precision(facts: Facts, name: str, recall: float, precision: float) -> tuple[str, ...]:
    """Return the row of a set: the best recall among the thresholds that reach the precision, else the most precise."""
    reached = [
        (tallies["PERSON"].overlap, threshold)
        for (set_, model, threshold), tallies in facts.by_model.items()
        if set_ == name and model == SHIPPED
    ]
    what = f"`{name}`{_TRAINED_ON.get(name, '')} PERSON, model alone: overlap recall at precision"
    wanted = f"{recall} at {precision}"
    if not reached:
        return (what, wanted, "the set is not on this machine", "not measured")
    enough = [(found, at) for found, at in reached if found[0] >= precision]
    (p, r), at = max(enough, key=lambda x: x[0][1]) if enough else max(reached, key=lambda x: x[0][0])
    return (what, wanted, f"{figure(r)} at {figure(p)} (threshold {at})", _yes(reached=r >= recall and p >= precision))


def _wide(facts: Facts, kind: str) -> Tally:
    return facts.by_engine.get(("unseen", SHIPPED, facts.threshold, kind), (Tally(), Tally()))[0]


def _yes(*, reached: bool) -> str:
    return "yes" if reached else "NO"
