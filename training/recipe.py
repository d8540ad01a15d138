"""The whole way from texts to a measured model, in order."""

from __future__ import annotations

import json
import resource
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from training import card
from training.corpora import HELD_OUT, Labelled, load, without_titles
from training.evaluate import Figures, figures
from training.marked import texts
from training.mixture import gather
from training.schedule import Schedule
from training.synthetic import Split, generate

# Far from any seed of the training texts, so that no example is met twice.
_MEASURE_SEED = 990_000


@dataclass(frozen=True, slots=True)
class Plan:
    """What to make and where.

    Attributes:
        data: folder with ``train`` and ``dev``.
        out: where the model goes; made if missing.
        seed: draws everything that is drawn.
        threads: CPU threads.
        synthetic: made-up texts to learn from.
        measured: made-up texts a measured set holds.
        weight: how often an average pass reads the made-up texts.
        earlier: folder of a model made before, to learn on from; None begins with the base.
    """

    data: Path
    out: Path
    seed: int = 1
    threads: int = 2
    synthetic: int = 12_000
    measured: int = 600
    weight: float = 0.4
    earlier: Path | None = None
    schedule: Schedule = field(default_factory=Schedule)


def make(plan: Plan, *, tell: Callable[[str], None]) -> None:
    """Train the model and write ``int8.onnx``, ``config.json`` and ``tokenizer.json`` to ``plan.out``.

    Raises:
        FileNotFoundError: a corpus or the base weights are missing.
    """
    import torch
    from tokenizers import Tokenizer

    from training.earlier import take_back
    from training.export import export
    from training.fit import fit
    from training.network import base_folder, new_network

    torch.manual_seed(plan.seed)
    base = base_folder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tell(f"Writing {plan.synthetic} synthetic texts and reading the corpora")
    mixture = gather(
        plan.data,
        synthetic=synthetic(plan.synthetic, seed=plan.seed, split="train"),
        synthetic_weight=plan.weight,
        written=texts("learnt"),
    )
    tell(f"Learning: {plan.schedule.steps} steps")
    network = new_network(base)
    if plan.earlier is not None:
        take_back(network, plan.earlier / "int8.onnx")
    fit(network, tokenizer, mixture, plan.schedule, seed=plan.seed, tell=tell)
    export(network, base / "tokenizer.json", plan.out)
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    minutes = sum(u.ru_utime for u in used) / 60
    made = {
        "seed": plan.seed,
        "synthetic": plan.synthetic,
        "weight": plan.weight,
        "cpu_minutes": round(minutes),
        **asdict(plan.schedule),
    }
    if plan.earlier is not None:
        before = plan.earlier / "recipe.json"
        made["earlier"] = json.loads(before.read_text("utf-8")) if before.is_file() else {}
    (plan.out / "recipe.json").write_text(json.dumps(made, indent=1) + "\n", "utf-8")
    tell(f"Model written ({minutes:.0f} CPU minutes)")


def average(plan: Plan, one: Path, other: Path, *, share: float) -> None:
    """Write the mean of two made models to ``plan.out``, with ``share`` of it the second's."""
    from training.mean import mean

    mean(one, other, plan.out, share=share)


def measure(plan: Plan, *, tell: Callable[[str], None]) -> dict[str, dict[float, Figures]]:
    """Measure the model in ``plan.out``, write ``figures.json`` and ``MODEL_CARD.md`` there, and return the figures."""
    tell("Measuring")
    result = figures(plan.out, measured_sets(plan), threads=plan.threads)
    for name, rows in result.items():
        shown = "  ".join(f"{t}: {f.recall:.1f}/{f.precision:.1f}/{f.exact_f:.1f}" for t, f in rows.items())
        tell(f"{name:22} {shown}")
    table = {name: {str(t): asdict(f) for t, f in rows.items()} for name, rows in result.items()}
    (plan.out / "figures.json").write_text(json.dumps(table, indent=1) + "\n", "utf-8")
    recipe: dict[str, Any] = json.loads((plan.out / "recipe.json").read_text("utf-8"))
    (plan.out / "MODEL_CARD.md").write_text(card.text(result, recipe), "utf-8")
    return result


def measured_sets(plan: Plan) -> dict[str, list[Labelled]]:
    """Return every set the model is measured on; of the synthetic ones only ``same`` shares templates with training."""
    sets = {corpus.name: load(corpus, plan.data / "dev") for corpus in HELD_OUT}
    sets["written-apart"] = texts("kept apart")
    sets["synthetic-unseen-dev"] = synthetic(plan.measured, seed=_MEASURE_SEED, split="dev")
    sets["synthetic-unseen-test"] = synthetic(plan.measured, seed=_MEASURE_SEED, split="test")
    sets["synthetic-same"] = synthetic(plan.measured, seed=_MEASURE_SEED, split="train")
    return sets


def synthetic(count: int, *, seed: int, split: Split) -> list[Labelled]:
    """Return made-up texts of one split with titles cut from their names."""
    return [without_titles(Labelled(e.text, e.spans)) for e in generate(count=count, seed=seed, split=split)]
