"""json: the report as data, for other programs; see `redactor schema report`."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.report import Report
from redactor.reporters import Reporter
from redactor.reporters.schema import dumps, set_to_json, to_json


def render(reports: Sequence[Report]) -> str:
    """Return the report of one file as an object, and of several as an object with ``reports``."""
    value = to_json(reports[0]) if len(reports) == 1 else set_to_json(reports)
    return dumps(value, indent=2) + "\n"


REPORTER = Reporter("json", ".json", render)
