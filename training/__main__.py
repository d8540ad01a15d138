"""``python -m training --data ../shared/ner --out DIR``: make the name model anew, measure it and write its card.

Two CPU cores suffice, in well under two hours; the same seed, data and packages give the same weights on one machine.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path

# A thread that waits for the other must sleep, not spin: beside any other work spinning costs four fifths of the speed.
# It is read once, when PyTorch is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def main() -> None:
    """Read the command line and make the model."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/ner"), help="folder with train/ and dev/ (default: %(default)s)"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder for the model, its figures and its card")
    parser.add_argument("--seed", type=int, default=1, help="draws texts, changes and first weights (default: 1)")
    parser.add_argument("--steps", type=int, help="batches each learner reads; fewer for a trial run")
    parser.add_argument(
        "--from", dest="earlier", type=Path, help="folder with a model to learn on from, at lower rates; else the base"
    )
    parser.add_argument(
        "--mean",
        nargs=2,
        type=Path,
        metavar="MODEL",
        help="train nothing: the mean of two made models, weight by weight",
    )
    parser.add_argument(
        "--share", type=float, default=0.6, help="the second model's share of it (default: %(default)s)"
    )
    parser.add_argument("--threads", type=int, default=2, help="CPU threads for measuring (default: 2)")
    parser.add_argument("--only-measure", action="store_true", help="measure the model in --out and write its card")
    asked = parser.parse_args()
    # Needs PyTorch, which takes seconds to load: --help must not wait for it.
    from training import recipe
    from training.schedule import LEARNING_ON

    plan = recipe.Plan(data=asked.data, out=asked.out, seed=asked.seed, threads=asked.threads, earlier=asked.earlier)
    if asked.earlier is not None:
        plan = replace(plan, weight=1.0, schedule=LEARNING_ON)
    if asked.steps is not None:
        plan = replace(plan, schedule=replace(plan.schedule, steps=asked.steps))
    if asked.mean is not None:
        recipe.average(plan, *asked.mean, share=asked.share)
    elif not asked.only_measure:
        recipe.make(plan, tell=_tell)
    recipe.measure(plan, tell=_tell)


def _tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # the command's own output


if __name__ == "__main__":
    main()
