"""Work that several recognizers need of the same text is done once; what it kept can be forgotten at a word."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final, ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")
_FORGET: Final[list[Callable[[], None]]] = []


def of_last_text(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """Keep a function's answer for the last text it was asked about, until ``forget``."""
    kept = lru_cache(maxsize=1)(function)
    _FORGET.append(kept.cache_clear)
    return kept  # type: ignore[return-value]  # the wrapper takes and gives what the function does


def forget() -> None:
    """Drop every text and answer that is kept."""
    for clear in _FORGET:
        clear()
