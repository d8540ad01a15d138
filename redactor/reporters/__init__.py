"""Reports, one format a file: a pure function from finished reports to text.

A reporter is an instance of ``Reporter`` in a module of this folder. It prints what ``Report`` holds and looks nothing
up: excerpts arrive masked unless the user asked for values.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from redactor import registry
from redactor.report import Report

__all__ = ["Reporter", "reporters"]


@dataclass(frozen=True, slots=True)
class Reporter:
    """One report format.

    Attributes:
        name: what ``--format`` is given ("json").
        suffix: file suffix with dot.
        render: all reports of one run -> the text of the report.
    """

    name: str
    suffix: str
    render: Callable[[Sequence[Report]], str] = field(repr=False)


def reporters() -> dict[str, Reporter]:
    """Return every reporter by name."""
    return {reporter.name: reporter for reporter in registry.collect(__name__, Reporter)}
