"""The project's own sample letters, and the published letter where it is at hand, read as letters."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from letters_made import document

from redactor import letter as letters
from redactor import reading
from redactor.analysis.textmap import TextMap
from redactor.formats import Limits
from redactor.letter import Letter, LetterKind
from redactor.letter.model import Addressee, Holding, Match, Owner, Use
from redactor.model import Case, Document, Layer

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
SEED = sorted((ROOT.parent / "shared" / "seed").glob("*.pdf"))
POLICE = sorted(SAMPLES.glob("police-letter.*.pdf"))
COUNCIL = sorted(SAMPLES.glob("council-letter.*.pdf"))
OTHERS = sorted(path for path in SAMPLES.glob("*.pdf") if path not in {*POLICE, *COUNCIL})


def _load(path: Path) -> tuple[TextMap, Document]:
    data, source, kind = reading.read(path, Limits())
    made = kind.load(data, source, Limits(), None)
    return TextMap.build([segment for segment in made.segments if segment.layer is Layer.BODY]), made


def _read(path: Path) -> Letter:
    return letters.read(*_load(path), Case(), regime="")


@pytest.mark.parametrize("path", POLICE, ids=lambda path: path.name)
def test_the_police_letter_is_read_whoever_set_it(path: Path) -> None:
    """Four questions, four answers, two NCND limbs and one exemption; every producer gives the same."""
    read = _read(path)
    assert read.kind.kind is LetterKind.PARTIAL
    assert [question.path for question in read.questions] == [("1",), ("2",), ("3",), ("4",)]
    assert [line.match for line in read.question_map] == [Match.ANSWERED] * 4
    assert [answer.holdings >= {Holding.HELD} for answer in read.answers] == [True, True, False, True]
    assert read.answers[2].holdings == {Holding.NOT_HELD, Holding.NCND}
    ncnd = {one.code for one in read.citations if one.use is Use.NCND}
    assert ncnd >= {"s24(2)", "s31(3)"}
    by_section = {one.section: one for one in read.exemptions}
    assert set(by_section) == {"24", "31", "40"}
    for section in ("24", "31"):
        one = by_section[section]
        assert one.ncnd and not one.substantive and one.factors_for and one.factors_against and one.conclusions
    assert not by_section["40"].ncnd
    line = read.date_line
    assert line.received and line.sent
    assert (line.received.value, line.sent.value, line.days_late) == (date(2025, 5, 7), date(2025, 6, 3), 0)
    assert {one.owner for one in read.references if one.labelled} >= {Owner.OURS, Owner.YOURS}
    assert not [echo for echo in read.echoes if echo.narrow]


@pytest.mark.parametrize("path", COUNCIL, ids=lambda path: path.name)
def test_the_council_letter_is_read_under_the_regulations(path: Path) -> None:
    """Three questions, tables with totals, an exception weighed in prose, both review periods."""
    read = _read(path)
    assert read.regime == "eir"
    assert read.kind.kind is LetterKind.PARTIAL
    assert [line.match for line in read.question_map] == [Match.ANSWERED] * 3
    assert [len(table.rows) for table in read.tables] == [6, 5]
    assert all(table.header for table in read.tables)
    assert [cell.number for cell in read.tables[0].rows[-1]] == [None, 76.0]
    (one,) = read.exemptions
    assert one.limbs == ("(4)(a)",) and one.factors_for and one.factors_against and one.conclusions
    assert read.review and [window.count for window in read.review.windows] == [40]
    assert [window.count for window in read.review.answered_in] == [40]


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_what_is_no_reply_is_none(path: Path) -> None:
    """Reports, notes and scans are no letters."""
    assert _read(path).kind.kind is LetterKind.NONE


def test_a_link_has_the_words_it_lies_under() -> None:
    """The mailbox of the Commissioner in the sample is a link to itself."""
    read = _read(SAMPLES / "police-letter.libreoffice.pdf")
    shown = {read.value(link): link.target for link in read.links if link.target}
    assert shown["casework@ico.org.uk"] == "mailto:casework@ico.org.uk"
    assert shown["ico.org.uk"] == "https://ico.org.uk/"


@pytest.mark.parametrize("path", SEED, ids=lambda path: path.name)
def test_the_published_letter_is_read(path: Path) -> None:
    """What an FOI officer sees in it at once: 38th working day, an unclear holding, two answers about ANPR."""
    read = _read(path)
    assert read.kind.kind is LetterKind.PARTIAL
    assert (read.date_line.due, read.date_line.working_day) == (date(2024, 7, 4), 38)
    assert any(day == date(2024, 7, 12) for day, _ in read.date_line.holidays)
    assert [question.path for question in read.questions] == [
        ("1",),
        ("1", "a"),
        ("1", "b"),
        ("1", "c"),
        ("2",),
        ("3",),
    ]
    assert [line.match for line in read.question_map] == [Match.ANSWERED] * 3 + [Match.OTHER_SUBJECT] * 2
    assert [one.addressee for one in read.salutations] == [Addressee.BLANK]
    assert [one.holding for one in read.holdings].count(Holding.UNCLEAR) == 2
    assert read.review and [window.count for window in read.review.windows] == [20] and not read.review.contacts
    assert {one.owner for one in read.references} == {Owner.OURS}
    assert [one.section for one in read.exemptions] == ["24", "31"]
    assert all(one.factors_for and one.factors_against and one.conclusions for one in read.exemptions)


def test_reading_the_letter_costs_less_than_reading_the_file() -> None:
    """Ratio of processor time: the letter model beside the PDF reader, on the same four pages."""
    path = SAMPLES / "police-letter.libreoffice.pdf"
    text, made = _load(path)
    letters.read(text, made, Case(), regime="foia")
    costs = []
    for work in (lambda: letters.read(text, made, Case(), regime="foia"), lambda: _load(path)):
        best = float("inf")
        for _ in range(5):
            start = time.process_time()
            work()
            best = min(best, time.process_time() - start)
        costs.append(best)
    assert costs[0] < costs[1], [round(1000 * cost, 1) for cost in costs]


def test_reading_is_linear_in_the_length_of_the_letter() -> None:
    """Ten times the text costs at most thirty times the time."""
    page = "\n".join(f"The council holds item {number} of section 31(1)(a) for 2024." for number in range(60))
    costs = []
    for pages in (3, 30):
        text, made = document(*["Dear Ms Roe\n" + page] * pages)
        letters.read(text, made, Case(), regime="foia")
        start = time.process_time()
        letters.read(text, made, Case(), regime="foia")
        costs.append(time.process_time() - start)
    assert costs[1] < 30 * costs[0], costs
