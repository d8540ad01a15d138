"""The tables behind the targets."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.quality.measure import HEAD, figure, percent, row
from benchmarks.quality.metrics import Tally
from benchmarks.quality.requester import VariantResult
from benchmarks.quality.samples import SampleResult, summed
from benchmarks.quality.targets import SHIPPED, ByEngine, ByModel
from benchmarks.table import table

_KIND_HEAD = ("kind", "documents", "mentions", "findings", "overlap P", "overlap R", "word R", "false findings",
              "names leaked", "documents leaking", "of them removed alone: word R")  # fmt: skip


def model_table(by_model: ByModel, by_stock: Mapping[str, Tally], threshold: float) -> str:
    """Return PERSON by set: the models at each threshold, and stock Presidio at the policy's."""
    rows = [row(name, model, at, tallies["PERSON"]) for (name, model, at), tallies in by_model.items()]
    rows += [row(name, "stock Presidio", threshold, total) for name, total in by_stock.items()]
    order = {name: number for number, name in enumerate(dict.fromkeys(r[0] for r in rows))}
    return table(HEAD, sorted(rows, key=lambda r: order[r[0]]))


def other_table(by_model: ByModel, threshold: float) -> str:
    """Return ORG and LOC by set at one threshold: they are read so that they are not taken for people."""
    rows = [
        (name, model, label, *map(figure, (*tallies[label].strict, *tallies[label].overlap)), str(tallies[label].gold))
        for (name, model, at), tallies in by_model.items()
        for label in ("ORG", "LOC")
        if at == threshold
    ]
    return table(("set", "finder", "entity", "strict P", "strict R", "overlap P", "overlap R", "mentions"), rows)


def engine_table(by_engine: ByEngine) -> str:
    """Return PERSON by set through the engine, and how many mentions it noticed and kept."""
    rows, kept = [], dict[str, int]()
    for (name, model, at, kind), (wide, narrow) in by_engine.items():
        if kind:
            continue
        rows.append(row(name, f"engine, {model}", at, wide))
        rows.append(row(name, f"removed alone, {model}", at, narrow))
        if model == SHIPPED:
            kept[name] = wide.kept
    order = {name: number for number, name in enumerate(dict.fromkeys(r[0] for r in rows))}
    said = ", ".join(f"{number} in {name}" for name, number in kept.items() if number) or "none"
    made = table(HEAD, sorted(rows, key=lambda r: order[r[0]]))
    return f"{made}\n\nMentions noticed and kept by the policy, counted as not found, at the last threshold: {said}."


def kind_table(by_engine: ByEngine, threshold: float) -> str:
    """Return ``unseen`` by kind of document."""
    rows = []
    for (name, model, at, kind), (wide, narrow) in sorted(by_engine.items(), key=lambda item: item[0][3]):
        if not kind or name != "unseen" or model != SHIPPED or at != threshold:
            continue
        rows.append(
            (kind, str(wide.documents), str(wide.gold), str(wide.found),
             *map(figure, (*wide.overlap, wide.word_recall)), str(wide.found - wide.found_met), str(wide.names_leaked),
             f"{wide.documents_leaked} of {wide.named} ({percent(wide.leaking)})", figure(narrow.word_recall)),
        )  # fmt: skip
    return table(_KIND_HEAD, rows)


def variant_table(result: VariantResult) -> str:
    """Return the forms of a known requester by kind."""
    rows = [
        (kind, *(str(counts[kind]) for counts in (
            result.planted, result.found, result.removed, result.as_requester, result.whole)))
        for kind in sorted(result.planted)
    ]  # fmt: skip
    head = ("form", "planted", "found", "removed without asking", "as the requester", "every letter of it")
    return table(head, rows)


def sample_table(results: list[SampleResult]) -> str:
    """Return our own samples against their manifest."""
    rows = [(r.file, str(r.listed), str(r.right), summed(r.wrong), summed(r.alarms)) for r in results]
    return table(("sample", "values listed", "as the manifest says", "not so", "acted on and not listed"), rows)
