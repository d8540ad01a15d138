"""People's names against everything that looks like one, read by the whole analyser: shares by class, not single lines.

What the name model makes of one line changes whenever it is trained anew, so the floors here are shares. What the rules
alone promise is held line by line in ``test_person_structure``, ``test_named_after`` and ``test_name_growth``.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml

from redactor import policy as policies
from redactor.analysis.analyser import Analyser
from redactor.model import Case, Document, Layer, Mode, Page, QuadArray, Segment, Source

TABLE = yaml.safe_load((Path(__file__).parent / "data" / "person_lines.yaml").read_text("utf-8"))
SURE = 0.5
"""From this score the packs act on a name; below it a person is asked."""


@cache
def analyser() -> Analyser:
    """Load the police pack's analyser once."""
    return Analyser(policies.load("uk-police-foi"))


def unmark(line: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a line without its brackets, and where the bracketed names stand."""
    text, names, opened = "", [], 0
    for character in line:
        if character == "[":
            opened = len(text)
        elif character == "]":
            names.append((opened, len(text)))
        else:
            text += character
    return text, names


@cache
def scores(text: str) -> dict[int, float]:
    """Return for each character that is taken for a part of somebody's name how surely it is."""
    segment = Segment("page/1", Layer.BODY, 1, text, QuadArray.nowhere(len(text)))
    document = Document(
        Source("line.pdf", "ab" * 32, 1, "application/pdf"), (segment,), (Page(1, 595.0, 842.0, 0, 1),), ()
    )
    made = analyser().analyse(document, Case(mode=Mode.PUBLISH))
    found: dict[int, float] = {}
    for match in made.matches:
        if match.entity in ("PERSON", "REQUESTER"):
            for span in made.texts[match.text].spans(match.start, match.end):
                for place in range(span.start, span.end):
                    found[place] = max(found.get(place, 0.0), match.score)
    return found


@cache
def names_found(kind: str) -> Counter[str]:
    """Return how many names of a class were covered whole, in part and not at all."""
    counted: Counter[str] = Counter()
    for line in TABLE["name"][kind]:
        text, names = unmark(line)
        for start, end in names:
            letters = [place for place in range(start, end) if text[place].isalnum()]
            covered = sum(place in scores(text) for place in letters)
            counted["whole" if covered == len(letters) else "part" if covered else "missed"] += 1
    return counted


@cache
def alarms(kind: str) -> Counter[str]:
    """Return how many lines of a class that name nobody are clean, asked about, or would lose letters."""
    counted: Counter[str] = Counter()
    for line in TABLE["other"][kind]:
        most = max(scores(line).values(), default=0.0)
        counted["removed" if most >= SURE else "asked" if most else "clean"] += 1
    return counted


def test_set_is_as_large_as_promised() -> None:
    """At least 150 lines of each kind, in many classes."""
    for kind in ("name", "other"):
        assert sum(map(len, TABLE[kind].values())) >= 150
        assert len(TABLE[kind]) >= 14


@pytest.mark.parametrize("kind", TABLE["name"])
def test_names_of_every_class_are_found(kind: str) -> None:
    """No class of names is one that the analyser cannot read."""
    counted = names_found(kind)
    assert counted["whole"] >= 0.75 * counted.total(), counted


def test_nearly_all_names_are_found_whole() -> None:
    """Over all classes nineteen of twenty names are covered to their last letter."""
    counted = sum((names_found(kind) for kind in TABLE["name"]), Counter[str]())
    assert counted["whole"] >= 0.95 * counted.total(), counted


def test_little_that_is_no_name_is_removed_or_asked_about() -> None:
    """Places, firms, ships, laws and headings keep their letters, and few of them cost an officer a question.

    One line in four of the set is of the hardest kinds: things that are called like people, storms, eponyms, brands.
    """
    counted = sum((alarms(kind) for kind in TABLE["other"]), Counter[str]())
    assert counted["removed"] <= 0.07 * counted.total(), counted
    assert counted["clean"] >= 0.8 * counted.total(), counted


def test_known_classes_are_clean() -> None:
    """Months, salutations without a name, job titles, mailboxes and law are never removed."""
    for kind in ("months_and_times", "salutations_and_closes", "job_titles", "mailboxes", "statutes_and_reports"):
        assert alarms(kind)["removed"] == 0, kind
