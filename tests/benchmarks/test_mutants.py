"""Good files spoilt by a seed: whatever comes of them, the program goes on and calls none ready that cannot be read."""

from __future__ import annotations

import pytest

from benchmarks.redaction import fuzz
from benchmarks.redaction.mutants import KINDS, mutants


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_spoils(kind):
    """No kind hands back what it was given."""
    seed = fuzz.seeds()[0]
    made = [data for name, data in mutants([seed], 5 * len(KINDS), seed=1) if name.endswith(kind)]
    assert any(data != seed for data in made)


def test_the_same_seed_gives_the_same_mutants():
    """So that a failure can be looked at again."""
    one, two = (list(mutants(fuzz.seeds(), 20, seed=4)) for _ in range(2))
    assert one == two


def test_a_hundred_mutants_end_without_a_crash_and_none_is_falsely_ready():
    """Each ends with a verdict, inside the deadline and the memory cap."""
    done = fuzz.mutate(100, seed=20)
    assert done.files == 100
    assert done.crashes == ()
    assert done.false_ready == ()
    assert done.slowest[0] < 2 * fuzz.SECONDS
