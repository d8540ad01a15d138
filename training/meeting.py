"""Where learners in several processes meet to average what they have learnt. Needs PyTorch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Barrier
from typing import Any, Final

import torch
from torch.multiprocessing.spawn import spawn

# A learner that has not come by then has died; the others must not wait for ever.
_PATIENCE_SECONDS: Final = 900.0


@dataclass(frozen=True, slots=True)
class Meeting:
    """One learner's place among ``size`` learners.

    Attributes:
        number: from 0; only the first tells of its progress.
        size: how many learn side by side.
        board: (size, weights) in shared memory; each learner writes its own row.
        barrier: passes when all have come.
    """

    number: int
    size: int
    board: torch.Tensor
    barrier: Barrier | None

    @classmethod
    def hold(
        cls,
        size: int,
        network: torch.nn.Module,
        learner: Callable[..., None],
        arguments: tuple[object, ...],
        *,
        tell: Callable[[str], None],
    ) -> None:
        """Run ``learner(meeting, tell, *arguments)`` in ``size`` processes and wait for all.

        Raises:
            torch.multiprocessing.ProcessRaisedException: a learner failed; the others are ended.
        """
        zeros: Any = torch.zeros(size, sum(p.numel() for p in network.parameters()))
        board = zeros.share_memory_()
        start: Any = spawn
        context: Any = torch.multiprocessing.get_context("spawn")
        lines = context.SimpleQueue()
        running = start(_enter, (size, board, context.Barrier(size), lines, learner, arguments), size, join=False)
        while not running.join(timeout=1.0):
            while not lines.empty():
                tell(lines.get())

    def average(self, network: torch.nn.Module) -> None:
        """Set the weights of ``network`` to the mean of all learners' weights; waits until all have come."""
        if self.barrier is None:
            return
        with torch.no_grad():
            self.board[self.number] = torch.nn.utils.parameters_to_vector(network.parameters())
            self.barrier.wait(_PATIENCE_SECONDS)
            torch.nn.utils.vector_to_parameters(self.board.mean(0), network.parameters())
            # Nobody may write the next row while another still reads this one.
            self.barrier.wait(_PATIENCE_SECONDS)


def alone() -> Meeting:
    """Return the place of a learner that has no others to wait for."""
    return Meeting(0, 1, torch.empty(0), None)


def _enter(
    number: int,
    size: int,
    board: torch.Tensor,
    barrier: Barrier,
    lines: Any,
    learner: Callable[..., None],
    arguments: tuple[object, ...],
) -> None:
    def tell(line: str) -> None:
        if number == 0:
            lines.put(line)

    learner(Meeting(number, size, board, barrier), tell, *arguments)
