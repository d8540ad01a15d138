"""Whatever a file calls itself and whatever was found, every format comes out whole."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redactor import gate
from redactor.model import CheckResult, Evidence, Issue, Source
from redactor.report import AskedAndAnswered, DateLine, Holiday, LetterSummary, Report, ReportedFinding
from redactor.reporters import reporters, schema, words
from redactor.reporters.schedule import COLUMNS

FORMATS = reporters()
VALIDATOR = jsonschema.Draft202012Validator(schema.report_schema())
SECRET = "Zebedee-Quillfeather"

NASTY = st.sampled_from(
    [
        "",
        "</script><script>alert(1)</script>",
        "\x00\x1b[2J\x7f\x85",
        "\udcff\ud800",
        "\ufffe\uffff",
        "]]>&<",
        "\"'=1+1",
        "a\r\nb\u2028c",
        "\u202eabc\u2066",
        "👩\u200d🚒🏴",
        "::error::%0A",
        "{{ 7*7 }}{% raw %}",
        "-->",
    ]
)
TEXT = NASTY | st.text(max_size=12) | st.text(st.characters(), max_size=12)
PAGE = st.none() | st.integers(1, 10_000)
NUMBER = st.floats(-2000, 20_000, allow_nan=False)
BOXES = st.lists(st.tuples(NUMBER, NUMBER, NUMBER, NUMBER), max_size=3).map(tuple)


@st.composite
def _findings(draw):
    number = draw(st.integers(0, 4))
    build = st.builds(
        ReportedFinding,
        **dict.fromkeys(
            ("id", "entity", "place", "recognizer", "why", "exemption", "reason", "by", "fingerprint"), TEXT
        ),
        page=PAGE,
        boxes=BOXES,
        score=st.floats(0, 1),
        excerpt=TEXT.map(lambda text: text + SECRET),
    )
    return draw(st.lists(build, min_size=number, max_size=number, unique_by=lambda finding: finding.id).map(tuple))


HIDDEN = TEXT.map(lambda text: text + SECRET)
EVIDENCE = st.lists(st.builds(Evidence, PAGE, BOXES, HIDDEN), max_size=2).map(tuple)
LETTERS = st.builds(
    LetterSummary,
    **dict.fromkeys(("kind", "kind_why", "regime"), TEXT),
    dates=st.none()
    | st.builds(
        DateLine,
        **dict.fromkeys(("received", "sent", "due"), st.none() | st.dates()),
        days=st.none() | st.integers(0, 9999),
        allowed=st.integers(0, 40),
        late=st.integers(0, 9999),
        holidays=st.lists(st.builds(Holiday, st.dates(), TEXT), max_size=2).map(tuple),
        problem=TEXT,
    ),
    questions=st.lists(
        st.builds(
            AskedAndAnswered,
            **dict.fromkeys(("question", "answer", "outcome", "remark"), TEXT),
            **dict.fromkeys(("question_page", "answer_page"), PAGE),
            **dict.fromkeys(("asked", "answered"), HIDDEN),
        ),
        max_size=2,
    ).map(tuple),
)

REPORTS = st.builds(
    Report,
    **dict.fromkeys(("schema_version", "tool_version", "policy", "policy_digest", "model"), TEXT),
    created=st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    task=st.sampled_from(["check", "redact", "verify"]),
    source=st.builds(Source, TEXT, TEXT, st.integers(0, 2**40), TEXT),
    findings=_findings(),
    issues=st.lists(
        st.builds(Issue, code=TEXT, message=TEXT, page=PAGE, boxes=BOXES, fix=TEXT, evidence=EVIDENCE), max_size=3
    ).map(tuple),
    checks=st.lists(st.builds(CheckResult, code=TEXT, title=TEXT, evidence=TEXT, page=PAGE), max_size=3).map(tuple),
    pages=st.integers(0, 10_000),
    output_name=st.none() | TEXT,
    output_sha256=st.none() | TEXT,
    values_shown=st.just(False),
    details=st.dictionaries(TEXT, TEXT, max_size=2),
    letter=st.none() | LETTERS,
)

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("name", sorted(FORMATS))
@quick
@given(found=st.lists(REPORTS, max_size=3))
def test_any_report_renders(name, found):
    """No exception; UTF-8 can hold it; no control character but line ends; and no value that was to be hidden."""
    text = FORMATS[name].render(found)
    text.encode("utf-8")
    assert SECRET not in text
    if name not in {"json", "jsonl", "sarif"}:
        body = text.removeprefix("\ufeff").replace("\n", "").replace("\r", "")
        assert words.clean(body) == body


@quick
@given(found=st.lists(REPORTS, max_size=3))
def test_any_json_is_valid(found):
    """JSON parses and obeys the schema; JSON Lines has one record a line and one verdict a file."""
    VALIDATOR.validate(json.loads(FORMATS["json"].render(found)))
    records = [json.loads(line) for line in FORMATS["jsonl"].render(found).split("\n")[:-1]]
    assert [record["record"] for record in records].count("verdict") == len(found)
    assert len(records) == len(found) + sum(len(report.findings) for report in found)
    sarif = json.loads(FORMATS["sarif"].render(found))
    assert all(result["locations"] for result in sarif["runs"][0]["results"])


@quick
@given(found=st.lists(REPORTS, min_size=1, max_size=3))
def test_any_junit_parses(found):
    """One case a file, whatever its name; each fails exactly when its file is not READY."""
    root = ET.fromstring(FORMATS["junit"].render(found))
    cases = list(root.iter("testcase"))
    assert [bool(len(case)) for case in cases] == [report.verdict != "ready" for report in found]
    for case, report in zip(cases, found, strict=True):
        assert (case.find("error") is not None) == (gate.exit_code(report) == 30 and report.verdict != "ready")


@quick
@given(found=st.lists(REPORTS, max_size=3))
def test_any_schedule_parses_back(found):
    """Every row has every column, there is a row a removed finding, and no cell starts a formula."""
    text = FORMATS["schedule"].render(found)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    assert rows[0] == list(COLUMNS)
    assert all(len(row) == len(COLUMNS) for row in rows)
    going = sum(finding.action == "redact" for report in found for finding in report.findings)
    assert sum(row[-1] != "kept by decision" for row in rows[1:]) == going
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in tuple("=+-@\t\r") and cell.strip()]


@quick
@given(found=st.lists(REPORTS, max_size=2))
def test_any_html_holds_no_script(found):
    """Nothing from a report becomes an element."""
    page = FORMATS["html"].render(found).lower()
    assert "<script" not in page
    assert "-->" not in page
    assert page.count("<html") == page.count("</html>") == 1


@quick
@given(found=st.lists(REPORTS, min_size=1, max_size=3))
def test_any_annotation_is_one_line_a_file(found):
    """A name cannot add an annotation of its own."""
    lines = FORMATS["github"].render(found).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(found)
    for line in lines:
        head, _, rest = line.removeprefix("::").partition("::")
        assert head.split(" ")[0] in {"notice", "warning", "error"}
        assert head.count(",") == 1
        assert "\r" not in rest
