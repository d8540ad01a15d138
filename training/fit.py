"""The learning itself: batches in, weights out, the same again from the same seed. Needs PyTorch."""

from __future__ import annotations

import copy
import itertools
import random
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import torch
from torch.nn.functional import cross_entropy
from transformers import BertForTokenClassification

from training.meeting import Meeting, alone
from training.mixture import Mixture, one_pass
from training.schedule import Schedule
from training.windows import IGNORE, TAGS, Batch, batches

if TYPE_CHECKING:
    import tokenizers


def fit(
    network: BertForTokenClassification,
    tokenizer: tokenizers.Tokenizer,
    mixture: Mixture,
    schedule: Schedule,
    *,
    seed: int,
    tell: Callable[[str], None],
) -> None:
    """Train ``network`` in place on ``mixture``; progress goes to ``tell``, about a line a minute."""
    if schedule.learners == 1:
        learn(network, tokenizer, mixture, schedule, seed=seed, meeting=alone(), tell=tell)
    else:
        network.share_memory()
        Meeting.hold(schedule.learners, network, learn_beside, (network, tokenizer, mixture, schedule, seed), tell=tell)
    network.train(mode=False)


def learn_beside(
    meeting: Meeting,
    tell: Callable[[str], None],
    network: BertForTokenClassification,
    tokenizer: tokenizers.Tokenizer,
    mixture: Mixture,
    schedule: Schedule,
    seed: int,
) -> None:
    """Be one of several learners: begin with a copy of the shared ``network``; the first writes the outcome there."""
    torch.set_num_threads(1)
    mine = copy.deepcopy(network)
    learn(mine, tokenizer, mixture, schedule, seed=seed, meeting=meeting, tell=tell)
    if meeting.number == 0:
        network.load_state_dict(mine.state_dict())


def learn(
    network: BertForTokenClassification,
    tokenizer: tokenizers.Tokenizer,
    mixture: Mixture,
    schedule: Schedule,
    *,
    seed: int,
    meeting: Meeting,
    tell: Callable[[str], None],
) -> None:
    """Train ``network`` in place on this learner's share of every pass."""
    torch.manual_seed(seed + meeting.number)
    optimiser = torch.optim.AdamW(_groups(network, schedule), weight_decay=0.01, fused=True)
    weight = torch.tensor([schedule.person_weight if t.endswith("-PERSON") else 1.0 for t in TAGS])
    mean = copy.deepcopy(network)
    network.train()
    since, loss_sum, begun, told = 0, 0.0, time.monotonic(), time.monotonic()
    stream = _endless(mixture, tokenizer, schedule, seed, meeting)
    for step, batch in enumerate(itertools.islice(stream, schedule.steps), start=1):
        _set_rates(optimiser, step / schedule.steps)
        loss = _loss(network, batch, weight)
        torch.autograd.backward(loss)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        if step % schedule.meet_every == 0:
            meeting.average(network)
        if schedule.mean_of:
            _follow(mean, network, 1 - 1 / min(schedule.mean_of, step))
        since, loss_sum = since + 1, loss_sum + loss.item()
        if time.monotonic() - told > 60:
            told = time.monotonic()
            tell(f"{step / schedule.steps:4.0%}  {(told - begun) / 60:5.1f} min  loss {loss_sum / since:.4f}")
            since, loss_sum = 0, 0.0
    if schedule.mean_of:
        network.load_state_dict(mean.state_dict())
    meeting.average(network)


def _endless(
    mixture: Mixture, tokenizer: tokenizers.Tokenizer, schedule: Schedule, seed: int, meeting: Meeting
) -> Iterator[Batch]:
    # Every learner draws the same pass and takes its own part of it, so that none reads what another has read.
    draws = random.Random(seed)  # noqa: S311  # draws training texts
    order = random.Random(seed + meeting.number)  # noqa: S311
    for _ in itertools.count():
        rows = itertools.islice(one_pass(mixture, tokenizer, draws), meeting.number, None, meeting.size)
        yield from batches(rows, pieces=schedule.batch, rng=order)


def _loss(network: BertForTokenClassification, batch: Batch, weight: torch.Tensor) -> torch.Tensor:
    # bfloat16 halves the time on processors that know it and costs nothing visible on those that do not.
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = network(
            input_ids=torch.from_numpy(batch.ids),
            attention_mask=torch.from_numpy(batch.mask),
            token_type_ids=torch.from_numpy(batch.shapes),
        ).logits
    tags = torch.from_numpy(batch.tags).view(-1)
    return cross_entropy(logits.float().view(-1, len(TAGS)), tags, weight=weight, ignore_index=IGNORE)


def _groups(network: BertForTokenClassification, schedule: Schedule) -> list[dict[str, object]]:
    head: list[torch.nn.Parameter] = []
    words: list[torch.nn.Parameter] = []
    body: list[torch.nn.Parameter] = []
    for name, parameter in network.named_parameters():
        if "word_embeddings" in name:
            parameter.requires_grad = schedule.word_rate > 0
            words.append(parameter)
        else:
            (head if "classifier" in name or "token_type" in name else body).append(parameter)
    rated = ((body, schedule.rate), (head, schedule.head_rate), (words, schedule.word_rate))
    return [{"params": p, "lr": r, "top": r} for p, r in rated if r > 0]


def _set_rates(optimiser: torch.optim.Optimizer, done: float) -> None:
    share = min(1.0, done / 0.06) * max(0.05, 1 - done)
    for group in optimiser.param_groups:
        group["lr"] = group["top"] * share


def _follow(mean: torch.nn.Module, network: torch.nn.Module, keep: float) -> None:
    with torch.no_grad():
        for kept, new in zip(mean.parameters(), network.parameters(), strict=True):
            kept.lerp_(new, 1 - keep)
