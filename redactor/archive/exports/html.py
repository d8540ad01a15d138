"""html: a ranked summary for an information manager: totals, charts, worst files first, and what to do; prints well.

One file without scripts that fetches nothing; values are masked as everywhere.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from redactor.archive import across, ranking
from redactor.archive.exports import Export
from redactor.archive.ranking import Count
from redactor.archive.reader import Reader
from redactor.archive.state import State
from redactor.reporters import words

if TYPE_CHECKING:
    from jinja2 import Template

_BARS = 15
_YEARS = 60


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart; widths are percent of the longest."""

    name: str
    removed: int
    open: int
    removed_width: float
    open_width: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A title and its bars."""

    title: str
    bars: list[Bar]


def write(reader: Reader, stream: BinaryIO) -> None:
    """Write the summary of everything in the database."""
    run = reader.last_run()
    counts: Counter[State] = Counter()
    verdicts: Counter[str] = Counter()
    rows = reader.database.rows(
        "SELECT f.state, coalesce(d.verdict, ''), count(*) FROM files f LEFT JOIN documents d ON d.id = f.document_id "
        "GROUP BY f.state, coalesce(d.verdict, '')"
    )
    for state, verdict, count in rows:
        counts[State(state)] += count
        if verdict:
            verdicts[verdict] += count
    text = _template().render(
        run=run,
        total=sum(counts.values()),
        waiting=counts[State.WAITING],
        states=[(state, counts[state]) for state in State if counts[state]],
        verdicts=[(name, verdicts[name]) for name in ("blocked", "review", "ready") if verdicts[name]],
        entities=_chart("By kind of value", ranking.by_entity(reader)),
        years=_chart("By year of the letter", ranking.by_year(reader), most=_YEARS),
        folders=_chart("By folder", ranking.by_folder(reader)),
        worst=ranking.worst_files(reader),
        unread=ranking.unread(reader),
        divided=across.divided(reader),
        copies=across.near_copies(reader),
        askers=across.askers(reader),
        words=words,
        most=ranking.WORST,
    )
    stream.write(text.encode("utf-8", "replace"))


def _chart(title: str, counts: list[Count], *, most: int = _BARS) -> Chart:
    """Return a chart of the first entries, whose title says so where there are more."""
    shown = counts[:most]
    longest = max((count.removed + count.open for count in shown), default=0) or 1
    bars = [
        Bar(c.name, c.removed, c.open, round(100 * c.removed / longest, 1), round(100 * c.open / longest, 1))
        for c in shown
    ]
    more = f", the first {most} of {len(counts):,}" if len(counts) > most else ""
    return Chart(f"{title}{more}", bars)


def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("redactor.archive", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: words.clean(value) if type(value) is str else value,
    )
    return environment.get_template("summary.html.j2")


EXPORT = Export("html", write)
