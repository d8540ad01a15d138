"""Values that only the heading of their table explains, and tables that look alike and explain nothing."""

from __future__ import annotations

import time

import pytest
from tables_made import RULED, SHADED, TIGHT, flowed, read, typed

from redactor.analysis.columns import column_matches
from redactor.analysis.textmap import TextMap
from redactor.model import Layer

STAFF = (
    ("Rank or grade", "Name", "Collar number", "Ext"),
    ("Assistant Chief Constable", "Rosalind Achterberg", "none", "4100"),
    ("Police Constable", "Bartholomew Nystrom", "2931", "4440"),
    ("Control room operator", "Mei-Ling Tsang", "7214", "4502"),
)
STAFF_VALUES = {
    ("PERSON", "Rosalind Achterberg"),
    ("DIRECT_DIAL", "4100"),
    ("PERSON", "Bartholomew Nystrom"),
    ("COLLAR_NUMBER", "2931"),
    ("DIRECT_DIAL", "4440"),
    ("PERSON", "Mei-Ling Tsang"),
    ("COLLAR_NUMBER", "7214"),
    ("DIRECT_DIAL", "4502"),
}
NAMES = ("Mei-Ling Tsang", "Gethin ap Rhys", "Chukwuemeka Bright", "Idris Kowalczyk", "Saoirse Vaidyanathan")
NARROW = (70, 65, 50, 60)


def body(data):
    return TextMap.build([one for one in read(data).segments if one.layer is Layer.BODY])


def values(data):
    """Return entity and value of every match in a PDF's tables."""
    text_map = body(data)
    return [(match.entity, text_map.value(match.start, match.end)) for match in column_matches(text_map, index=0)]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(flowed(*STAFF, widths=NARROW, style=RULED), id="ruled and centred"),
        pytest.param(flowed(*STAFF, widths=NARROW, style=RULED, align="TOP"), id="ruled and set at the top"),
        pytest.param(flowed(*STAFF, widths=NARROW), id="without rules, centred"),
        pytest.param(flowed(*STAFF, widths=NARROW, align="TOP"), id="without rules, set at the top"),
        pytest.param(flowed(*STAFF, widths=NARROW, style=RULED + TIGHT, align="TOP"), id="ruled, no padding"),
        pytest.param(flowed(*STAFF, widths=NARROW, style=TIGHT, align="TOP"), id="neither rules nor padding"),
        pytest.param(flowed(*STAFF, widths=NARROW, style=SHADED + TIGHT), id="shaded rows"),
        pytest.param(flowed(*STAFF, widths=(150, 120, 80, 60), style=RULED), id="nothing wrapped"),
        pytest.param(typed(*STAFF, at=(72, 220, 330, 440)), id="tab stops"),
        pytest.param(typed(*STAFF, at=(72, 220, 330, 440), step=12), id="tab stops, tight"),
        pytest.param(typed(*STAFF, at=(72, 220, 330, 440), step=13, ruled=True), id="tab stops, ruled"),
    ],
)
def test_a_staff_table_however_it_is_set(data):
    """Every name, number and extension is found once, wrapped or not, ruled or not."""
    found = values(data)
    assert set(found) == STAFF_VALUES
    assert len(found) == len(STAFF_VALUES)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([("Crime reference", "Caller"), ("CR/0050031/25", "Delphine Oduya")], {"CR/0050031/25", "Delphine Oduya"}),
        ([("Witness", "DOB"), ("Ottoline Kaczmarek", "17/08/1951")], {"Ottoline Kaczmarek", "17/08/1951"}),
        ([("Incident", "Operator"), ("Noise", "7361"), ("Lamp", "7368")], {"7361", "7368"}),
        ([("Employee no.", "Grade"), ("00481", "B2")], {"00481"}),
        ([("Driver", "VRM"), ("Idris Kowalczyk", "WM19 XKD")], {"Idris Kowalczyk", "WM19 XKD"}),
        ([("Team", "Mobile"), ("North", "07700 900417")], {"07700 900417"}),
        ([("Name", "Job title"), ("Kofi Ardwick", "Trainer")], {"Kofi Ardwick"}),
        ([("Owner", "Case"), ("Sarah Hall<br/>14 Tannery Row<br/>WR96 4QT", "1"), ("none", "2")], {"Sarah Hall"}),
        ([("Telephone", "Desk"), ("01632 960123<br/>01632 960124", "1")], {"01632 960123", "01632 960124"}),
    ],
)
def test_a_heading_says_what_stands_below_it(rows, wanted):
    """Each kind of heading is understood, with a cell of several lines taken whole or by its lines."""
    assert {value for _, value in values(flowed(*rows, widths=(160, 160), style=RULED))} == wanted


def test_a_heading_broken_over_two_rows_of_text():
    """The words "Collar" and "number" below one another are one heading."""
    found = values(typed(("Rank", "Collar", "Name"), ("", "number", ""), ("PC", "2931", "Gethin ap Rhys"), step=14))
    assert found == [("COLLAR_NUMBER", "2931"), ("PERSON", "Gethin ap Rhys")]


def test_a_column_without_a_heading_does_not_end_the_table():
    """The remarks that stand beside a row under no heading are passed over."""
    rows = [("Name", "Collar number", ""), ("Mei-Ling Tsang", "2931", "on leave"), ("Gethin ap Rhys", "3056", "")]
    assert values(typed(*rows)) == [
        *(("PERSON", "Mei-Ling Tsang"), ("COLLAR_NUMBER", "2931")),
        *(("PERSON", "Gethin ap Rhys"), ("COLLAR_NUMBER", "3056")),
    ]


@pytest.mark.parametrize(
    "options",
    [{}, {"style": RULED}, {"repeat": 1}, {"before": ["These officers dealt with it."], "after": ["That is all."] * 3}],
)
def test_a_table_goes_on_over_the_page(options):
    """The columns hold on the next page, whether or not the headings are printed again."""
    officers = [(NAMES[at % 5], "Police Constable", str(2100 + at)) for at in range(60)]
    found = values(flowed(("Name", "Rank", "Collar number"), *officers, **options))
    assert [value for entity, value in found if entity == "COLLAR_NUMBER"] == [number for _, _, number in officers]
    assert sum(entity == "PERSON" for entity, _ in found) == 60


def test_another_table_on_the_next_page_is_not_a_continuation():
    """Cells in other places are other columns."""
    import pymupdf

    first = pymupdf.open("pdf", typed(("Collar number", "Name"), ("2931", "Mei-Ling Tsang"), at=(72, 300)))
    second = pymupdf.open("pdf", typed(("1204", "stops"), ("3301", "searches"), at=(120, 240)))
    first.insert_pdf(second)
    assert [value for _, value in values(first.tobytes())] == ["2931", "Mei-Ling Tsang"]


PROSE = "The table above was drawn up by hand, so that its figures may differ a little from those published in May."


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(typed(("Contents", "Page"), ("Name of the scheme", "3"), ("Officer", "12")), id="contents page"),
        pytest.param(
            typed(("Surname:", "Field"), ("Forename:", "Amara"), ("Date of birth:", "not given"), at=(72, 200)),
            id="form labels",
        ),
        pytest.param(typed(("Item", "Price"), ("Call handler desk", "4100"), ("Phone", "250")), id="prices"),
        pytest.param(
            flowed(("Name", "Postcode of school"), ("Quay Road Primary", "WR96 2JD"), ("Saint Bede", "WR96 4QT")),
            id="schools by postcode",
        ),
        pytest.param(
            flowed(("Name", "Address", "Head teacher"), ("Tannery Row School", "1 Tannery Row", "vacant")), id="schools"
        ),
        pytest.param(flowed(("Name", "Breed", "Age"), ("Rex Royal", "Collie", "4"), ("Bess", "Pug", "3")), id="dogs"),
        pytest.param(flowed(("Name", "Ward"), ("Glebe Rise", "Aldersford"), ("Quay Road", "Westmarch")), id="roads"),
        pytest.param(
            typed(("Officer", "2023", "2024"), ("Constable", "1204", "1310"), ("Police Sergeant", "310", "322")),
            id="statistics by year",
        ),
        pytest.param(
            typed(("Westmarch Constabulary", "Date"), ("Bridge Street", "3 June"), ("Westmarch", "")), id="addresses"
        ),
        pytest.param(
            flowed(("Exemption", "Reason"), ("Section 40(2)", "Personal Data"), ("Section 31(1)", "Law Enforcement")),
            id="exemptions",
        ),
        pytest.param(
            flowed(("Question", "Answer"), ("Which officer?", "Not Held"), ("Name the owner", "Halvard Optics")),
            id="questions and answers",
        ),
        pytest.param(typed(("Officer", "Number"), ("", ""), ("none", "0"), ("n/a", "0")), id="nothing to say"),
        pytest.param(
            flowed(("Caller", "Outcome"), ("Member of the public", "Closed"), ("Other Agency Staff", "Closed")),
            id="callers by kind",
        ),
        pytest.param(typed(("Name", "Team"), ("Information Governance Unit", "Legal Services")), id="teams"),
        pytest.param(flowed(("Owner", "Spend"), ("Total", "4,100"), ("Various", "310")), id="totals"),
        pytest.param(flowed(("Rank", "Collar number"), ("PC", "none"), after=[PROSE, "2931 calls"]), id="prose after"),
        pytest.param(typed((PROSE[:60], ""), ("Name", ""), ("Gethin Rhys", "")), id="a heading without neighbours"),
    ],
)
def test_what_is_no_table_of_values(data):
    """Nothing is made of labels, places, things, counts and entries that say there is no value."""
    assert values(data) == []


def test_prose_is_not_read_as_a_table():
    """Words such as "caller" at the head of a column of prose explain nothing."""
    lines = [("Officer", "Caller"), *((PROSE[:38], PROSE[40:76]) for _ in range(6))]
    assert values(typed(*lines, at=(60, 320), step=13)) == []


def test_two_hundred_pages_of_tables_are_quick():
    """The time grows with the number of cells, not with its square; half a second alone, the limit is for a busy machine."""
    one = body(flowed(*STAFF, *STAFF[1:] * 20, widths=(150, 120, 80, 60), wrap=False))
    pages = [
        type(one.segments[0])(f"page/{at}", Layer.BODY, at, one.segments[0].text, one.segments[0].quads, "")
        for at in range(1, 201)
    ]
    text_map = TextMap.build(pages)
    start = time.process_time()
    found = sum(1 for _ in column_matches(text_map, index=0))
    assert time.process_time() - start < 2.0
    assert found > 200 * 90
