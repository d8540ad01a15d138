"""Figures that a scan turned into letters ("O1632 96Ol23"), put back for the patterns that read numbers.

The text keeps its length, so a place in the one is the same place in the other. Only a token that has a figure already
is touched, and a capital S or B only between two figures: "S40" is a section and "B12" a room.
"""

from __future__ import annotations

import re
from typing import Final

from recognizers.memo import of_last_text

_TOKEN: Final = re.compile(
    r"(?<!\w)(?=[0-9OoIl]{0,12}[0-9])(?=[0-9]{0,12}[OoIlSB])[0-9OoIl](?:[0-9OoIl]|(?<=[0-9OoIl])[SB](?=[0-9OoIl])){1,14}+(?!\w)"
)
_SIGN: Final = re.compile(r"[0-9](?:(?<=[OoIl][0-9])|[OoIl]|[SB][0-9])")
_FIGURES: Final = str.maketrans("OoIlSB", "001158")


@of_last_text
def figures_restored(text: str) -> str:
    """Return ``text``, as long as before, with the figures that a scan read as letters."""
    if not _SIGN.search(text):
        return text
    return _TOKEN.sub(lambda token: token[0].translate(_FIGURES), text)


__all__ = ["figures_restored"]
