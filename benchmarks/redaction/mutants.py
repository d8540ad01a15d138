"""Good PDFs spoilt on purpose, by a seed: flipped bytes, cuts, swapped objects, damaged streams and cross-references."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

__all__ = ["KINDS", "mutants"]

_OBJECT = re.compile(rb"\d+ \d+ obj\b.*?\bendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_NUMBER = re.compile(rb"(?<=[\s/\[])\d{1,6}(?=[\s\]/>])")
_NAME = re.compile(rb"/[A-Z][A-Za-z0-9]{1,14}\b")


def mutants(seeds: Sequence[bytes], count: int, *, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield what was done and the bytes of ``count`` mutants; the same seed gives the same ones.

    Args:
        seeds: whole PDFs.
        count: how many mutants; kinds and seeds take turns.
        seed: of the random numbers.
    """
    rng = random.Random(seed)  # not for secrets
    kinds = list(KINDS.items())
    for number in range(count):
        name, spoil = kinds[number % len(kinds)]
        data = bytearray(seeds[(number // len(kinds)) % len(seeds)])
        yield f"{number} {name}", bytes(spoil(data, rng))


def _flip(data: bytearray, rng: random.Random) -> bytearray:
    for _ in range(rng.choice((1, 3, 10, 100))):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return data


def _cut(data: bytearray, rng: random.Random) -> bytearray:
    return data[: rng.randrange(8, len(data))]


def _hole(data: bytearray, rng: random.Random) -> bytearray:
    start = rng.randrange(len(data))
    del data[start : start + rng.randrange(1, 4096)]
    return data


def _swap(data: bytearray, rng: random.Random) -> bytearray:
    """Put the body of one object in place of another's; the numbers stay."""
    found = [match.span() for match in _OBJECT.finditer(data)]
    if len(found) < 2:
        return _flip(data, rng)
    (a, b), (c, d) = sorted(rng.sample(found, 2))
    one, other = bytes(data[a:b]), bytes(data[c:d])
    head_one, head_other = one[: one.index(b"obj") + 3], other[: other.index(b"obj") + 3]
    return data[:a] + head_one + other[len(head_other) :] + data[b:c] + head_other + one[len(head_one) :] + data[d:]


def _stream(data: bytearray, rng: random.Random) -> bytearray:
    """Overwrite part of a stream, so that it no longer unpacks or draws something else."""
    found = [match.span(1) for match in _STREAM.finditer(data) if match.end(1) - match.start(1) > 4]
    if not found:
        return _flip(data, rng)
    start, end = rng.choice(found)
    at = rng.randrange(start, end)
    size = min(end - at, rng.choice((1, 4, 64, 1024)))
    data[at : at + size] = rng.randbytes(size)
    return data


def _xref(data: bytearray, rng: random.Random) -> bytearray:
    """Change digits of the cross-reference table, or of the place where it is said to be."""
    start = max(data.rfind(b"\nxref"), data.rfind(b"startxref"))
    start = data.rfind(b"\nxref") if data.rfind(b"\nxref") > 0 and rng.random() < 0.7 else start
    digits = [at for at in range(max(0, start), len(data)) if 48 <= data[at] <= 57]
    for _ in range(rng.choice((1, 2, 20))):
        if digits:
            data[rng.choice(digits)] = rng.randrange(48, 58)
    return data


def _number(data: bytearray, rng: random.Random) -> bytearray:
    """Change numbers of dictionaries: lengths, sizes, counts, references to objects."""
    found = [match.span() for match in _NUMBER.finditer(data)]
    for start, end in rng.sample(found, min(len(found), rng.choice((1, 3)))):
        new = rng.choice((b"0", b"1", b"-1", b"99999", str(rng.randrange(60)).encode()))
        data[start:end] = new.ljust(end - start)[: end - start]
    return data


def _name(data: bytearray, rng: random.Random) -> bytearray:
    """Put one key or name in place of another of the same file."""
    found = [match.span() for match in _NAME.finditer(data)]
    if len(found) < 2:
        return _flip(data, rng)
    (a, b), (c, d) = rng.sample(found, 2)
    other = bytes(data[c:d])
    return data[:a] + other + data[b:]


def _splice(data: bytearray, rng: random.Random) -> bytearray:
    """Say a part of the file twice, as a broken transfer does."""
    start = rng.randrange(len(data))
    return data[:start] + data[max(0, start - rng.randrange(1, 8192)) :]


KINDS: dict[str, Callable[[bytearray, random.Random], bytearray]] = {
    "bytes flipped": _flip,
    "cut short": _cut,
    "hole": _hole,
    "objects swapped": _swap,
    "stream damaged": _stream,
    "cross-reference damaged": _xref,
    "numbers changed": _number,
    "names exchanged": _name,
    "part repeated": _splice,
}
