"""Whole processes, timed by the operating system's own accounting: CPU seconds and peak memory, children included."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process cost: CPU and wall seconds, and the peak of its largest process in MB."""

    cpu: float
    wall: float
    peak_mb: float


# A fresh interpreter waits for the command, so that its children's accounting holds this command alone.
_TIMER = """
import resource, subprocess, sys, time
start = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
wall = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024, code)
"""


def cost(command: Sequence[str], *, codes: Sequence[int] = (0,)) -> Cost:
    """Run a command and return its cost; an unexpected exit code is an error, never a timing."""
    done = subprocess.run([sys.executable, "-c", _TIMER, *command], capture_output=True, text=True, check=True)
    cpu, wall, peak, code = done.stdout.split()
    if int(code) not in codes:
        raise RuntimeError(f"{command[:3]} ended with {code}")
    return Cost(float(cpu), float(wall), float(peak))


def paired(
    one: Sequence[str], other: Sequence[str], *, rounds: int, codes: Sequence[int] = (0,)
) -> tuple[Cost, Cost, float]:
    """Run two commands in turn, and return the medians of each and of the ratio of CPU seconds pair by pair."""
    cost(one, codes=codes), cost(other, codes=codes)
    pairs = [(cost(one, codes=codes), cost(other, codes=codes)) for _ in range(rounds)]
    ratio = median(a.cpu / b.cpu for a, b in pairs)
    return _middle([a for a, _ in pairs]), _middle([b for _, b in pairs]), ratio


def _middle(costs: Sequence[Cost]) -> Cost:
    return Cost(median(c.cpu for c in costs), median(c.wall for c in costs), median(c.peak_mb for c in costs))
