"""How long and how fast the name model learns: the numbers that were tried and kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn.

    Attributes:
        steps: batches a learner reads in all.
        batch: word pieces a batch, filled-up places included.
        learners: processes that learn side by side, one CPU thread each; two threads of one process wait for each
            other hundreds of times a step, two learners only when they meet.
        meet_every: steps after which the learners' weights are averaged (local SGD, Stich 2019, arXiv:1805.09767).
        rate: learning rate of the body; rises over the first 6 % and falls in a line to a twentieth.
        head_rate: learning rate of the tag layer and the word shapes, which begin from nothing.
        word_rate: learning rate of the vocabulary; 0 leaves it as it is. Words that were met would move away from their
            neighbours that were not, and most surnames are not.
        person_weight: weight of the loss where a word is a person's.
        mean_of: the weights kept are a running mean over about this many last steps; 0 keeps the last.
    """

    steps: int = 5_000
    batch: int = 1024
    learners: int = 2
    meet_every: int = 25
    rate: float = 3e-4
    head_rate: float = 2e-3
    word_rate: float = 0.0
    person_weight: float = 1.0
    mean_of: int = 100


# A model that has learnt is not thrown back to where a fresh tag layer begins.
LEARNING_ON: Final = Schedule(steps=600, rate=1.5e-4, head_rate=5e-4)
