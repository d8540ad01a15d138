"""What each format promises to the program or person that reads it."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from redactor.model import Action, Issue, Layer, Severity, Verdict
from redactor.reporters import codes, pagemap, reporters, words
from redactor.reporters import text as text_reporter

from . import reports

FORMATS = reporters()


def render(name, *given):
    return FORMATS[name].render(list(given))


def rows(text):
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_formats_are_found_by_folder():
    """Eight formats, each with its own name and suffix."""
    assert set(FORMATS) == {"text", "json", "jsonl", "html", "sarif", "junit", "github", "schedule"}


# text


def test_text_says_the_verdict_first():
    """The first word is the verdict, the second line what it means."""
    first, second = render("text", reports.blocked()).splitlines()[:2]
    assert first == "BLOCKED  letter FOI 0412.pdf"
    assert second.startswith("Must not be released as it is: 1 problem blocks release, 2 checks failed")


def test_text_gives_the_command_that_settles_each_open_item():
    """Ready to copy, with the file name quoted for a shell and the finding's own id."""
    shown = render("text", reports.review())
    for finding in reports.review().open_items:
        assert f"redactor decide 'letter FOI 0412.pdf' --decisions decisions.yaml --finding {finding.id}" in shown


@pytest.mark.parametrize("name", ["-rf.pdf", "a b.pdf", "it's.pdf", "$(reboot).pdf", "`id`.pdf"])
def test_command_survives_a_shell(name):
    """A file name cannot become an option or a command of its own."""
    import shlex

    report = replace(reports.review(), source=reports.source(name))
    parts = shlex.split(words.decide_command(report, report.open_items[0]))
    assert parts[:2] == ["redactor", "decide"]
    assert parts[2] in {name, f"./{name}"}
    assert not parts[2].startswith("-")


def test_text_lines_are_short_but_for_commands():
    """Prose fits a terminal of 100 columns."""
    for line in render("text", *reports.GOLDEN["many"]).splitlines():
        assert len(line) <= 100 or line.strip().startswith("redactor decide")


def test_text_lines_name_their_kind_for_a_front_that_colours():
    """The kinds carry no word that the line itself does not say."""
    found = list(text_reporter.lines([reports.blocked()]))
    assert found[0].kind == "blocked"
    assert {line.kind for line in found if "FAIL " in line.text} == {"fail"}
    assert "\x1b" not in "".join(line.text for line in found)


def test_ready_is_never_said_of_nothing():
    """No file checked is not a clean result, in words as in data."""
    assert "BLOCKED" in render("text")
    assert render("github").startswith("::error ")
    assert json.loads(render("sarif"))["runs"][0]["invocations"][0]["executionSuccessful"] is False
    assert "READY" not in render("html")


# What goes is called by what became of it


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (reports.ready(), "Removed"),
        (reports.blocked(), "To be removed"),
        (reports.as_it_is(), "To be removed"),
        (replace(reports.as_it_is(), task="verify"), "Still in the copy"),
    ],
)
def test_nothing_is_called_removed_that_is_not(report, said):
    """Only a copy that was written and proved has lost anything."""
    assert words.removed(report) == said
    assert f"{said} (4)" in render("text", report)
    assert said.lower() in render("html", report)
    assert {row["status"] for row in rows(render("schedule", report))} == {said.lower(), "kept by decision"}


# json lines


def test_jsonl_has_a_record_a_finding_and_ends_with_the_verdict():
    """Each record stands alone: version, kind and file are in every one."""
    records = [json.loads(line) for line in render("jsonl", reports.review(), reports.unchecked()).splitlines()]
    assert [record["record"] for record in records] == ["finding"] * 10 + ["verdict"] * 2
    assert {record["schema_version"] for record in records} == {"1.0"}
    assert records[0]["document"] == {"name": "letter FOI 0412.pdf", "sha256": reports.SHA}
    assert records[-2]["counts"]["findings"]["review"] == 2
    assert records[-1]["exit_code"] == 30


# sarif


@pytest.fixture
def sarif():
    return json.loads(render("sarif", reports.blocked(), reports.unchecked()))


def test_sarif_results_have_what_code_scanning_asks_for(sarif):
    """A result without a physical location makes the whole upload fail."""
    [run] = sarif["runs"]
    assert sarif["version"] == "2.1.0"
    assert len(run["results"]) == 4 + 2 + 2 + 4 + 1
    identities = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(identities) == len(set(identities))
    for result in run["results"]:
        [location] = result["locations"]
        physical = location["physicalLocation"]
        assert re.fullmatch(r"[A-Za-z0-9._~%-]+", physical["artifactLocation"]["uri"])
        assert physical["region"] == {"startLine": 1}
        assert identities[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        assert re.fullmatch("[0-9a-f]{32}", result["partialFingerprints"]["redactorPlace/v1"])
    prints = [result["partialFingerprints"]["redactorPlace/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["letter%20FOI%200412.pdf", "annex.pdf"]


def test_sarif_fingerprint_is_the_place_and_not_the_run(sarif):
    """A new salt changes every finding's own fingerprint; a dashboard must not see new alerts for it."""
    report = reports.blocked()
    salted = replace(report, findings=tuple(replace(f, fingerprint="f" * 32, id=f.id + "x") for f in report.findings))
    again = json.loads(render("sarif", salted, reports.unchecked()))

    def prints(value):
        return [result["partialFingerprints"] for result in value["runs"][0]["results"]]

    assert prints(again) == prints(sarif)


def test_sarif_levels_follow_severity_and_outcome(sarif):
    """BLOCK is an error; what is still to go is an error, and a note once it is gone."""
    levels = {(r["ruleId"], r["level"]) for r in sarif["runs"][0]["results"]}
    expected = {
        ("L901", "error"),
        ("H902", "warning"),
        ("L903", "note"),
        ("V904", "error"),
        ("SENSITIVE_TERM", "warning"),
    }
    assert expected <= levels
    assert ("REQUESTER", "error") in levels
    gone = json.loads(render("sarif", reports.ready()))["runs"][0]["results"]
    assert {r["level"] for r in gone if r["ruleId"] == "REQUESTER"} == {"note"}


def test_sarif_rules_carry_their_help():
    """The help of the real rule, check or recognizer file comes with the result."""
    report = replace(reports.ready(), issues=(Issue("P602", Severity.REVIEW, "On page 1."),))
    rules = {rule["id"]: rule for rule in json.loads(render("sarif", report))["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["P602"]["name"] == "OpenItems"
    assert "redactor decide" in rules["P602"]["help"]["text"]
    assert rules["DIRECT_DIAL"]["shortDescription"]["text"].startswith("A telephone number")


# junit and github


@pytest.mark.parametrize(
    ("report", "element", "kind"),
    [
        (reports.ready(), None, None),
        (reports.review(), "failure", "review"),
        (reports.blocked(), "failure", "blocked"),
        (reports.unchecked(), "error", "unchecked"),
    ],
)
def test_junit_has_one_case_a_file(report, element, kind):
    """BLOCKED and REVIEW fail, what could not be checked is an error."""
    root = ET.fromstring(render("junit", report))
    [case] = root.iter("testcase")
    children = [(child.tag, child.get("type")) for child in case]
    assert children == ([] if element is None else [(element, kind)])
    suite = root.find("testsuite")
    assert suite.get("tests") == "1"
    assert (suite.get("failures"), suite.get("errors")) == (
        str(int(element == "failure")),
        str(int(element == "error")),
    )


def test_github_has_one_annotation_a_file_at_the_level_of_its_verdict():
    """GitHub shows ten a level a step, so a file takes one."""
    found = render("github", reports.ready(), reports.review(), reports.blocked(), reports.unchecked()).splitlines()
    assert [line.split(" ")[0] for line in found] == ["::notice", "::warning", "::error", "::error"]


def test_github_escapes_what_would_end_a_property_or_a_line():
    """The runner reads %, CR, LF everywhere and : and , in properties as its own."""
    report = replace(reports.unchecked(), source=reports.source("50%,a:b::error::.pdf"))
    [line] = render("github", report).splitlines()
    assert line.startswith("::error file=50%25%2Ca%3Ab%3A%3Aerror%3A%3A.pdf,title=Release check%3A BLOCKED::")
    assert "%0AD502" in line


# schedule


def test_schedule_lists_what_goes_and_what_a_person_kept():
    """What the policy keeps is no withholding, and what is open is not decided."""
    found = rows(render("schedule", reports.review()))
    assert [(row["entity"], row["status"]) for row in found] == [
        ("DIRECT_DIAL", "removed"),
        ("REQUESTER", "removed"),
        ("EMAIL_ADDRESS", "removed"),
        ("REQUESTER", "removed"),
        ("PERSON", "kept by decision"),
    ]
    assert found[2]["decided by"] == "A. Marchetti"
    assert found[3]["place"] == "document title"
    assert found[0]["sha256"] == reports.SHA


def test_schedule_opens_in_a_spreadsheet():
    """RFC 4180 line ends, a byte order mark for Excel, the columns officers keep."""
    text = render("schedule", reports.ready())
    assert text.startswith("\ufeffid,document,sha256,page,place,entity,exemption,reason,decided by,checked by,date,")
    assert text.count("\r\n") == text.count("\n") == 6


@pytest.mark.parametrize("reason", ["=HYPERLINK(0)", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", "\n@x"])
def test_schedule_runs_no_formula(reason):
    """CWE-1236: a reason or a file name must not become a formula."""
    report = reports.ready()
    report = replace(report, findings=(replace(report.findings[0], reason=reason),), source=reports.source("=x.pdf"))
    [row] = rows(render("schedule", report))
    assert row["reason"].startswith("'")
    assert row["document"] == "'=x.pdf"


@pytest.mark.parametrize("name", ["schedule", "sarif", "junit", "github"])
@pytest.mark.parametrize("shown", [True, False])
def test_formats_for_others_never_hold_a_value(name, shown):
    """These leave the office: not even a masked excerpt is in them, and not when values were asked for."""
    findings = tuple(replace(f, excerpt="Zebedee Quillfeather") for f in reports.FINDINGS)
    text = render(name, replace(reports.blocked(), findings=findings, values_shown=shown))
    assert "Zebedee" not in text
    assert "Z*" not in text
    assert "J*" not in render(name, reports.blocked())


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_an_unmasked_value_is_hidden_unless_values_were_asked_for(name):
    """Should a caller forget to mask, no format passes the value on."""
    findings = tuple(replace(f, excerpt="Zebedee Quillfeather") for f in reports.FINDINGS)
    report = replace(reports.blocked(), findings=findings)
    assert "Zebedee" not in render(name, report)
    if name in {"text", "json", "jsonl", "html"}:
        assert "Zebedee Quillfeather" in render(name, replace(report, values_shown=True))


# html


def test_html_fetches_nothing_and_runs_nothing():
    """One file, under a policy that allows neither script nor network."""
    page = render("html", *reports.GOLDEN["many"])
    assert """content="default-src 'none'; style-src 'unsafe-inline'; img-src data:""" in page
    assert not re.search(r"<(script|link|iframe|object|embed|img|form|base)\b", page)
    assert not re.search(r"""\b(src|action|on\w+)\s*=""", page.split("</style>")[1])
    assert "@import" not in page
    assert not re.search(r"https?:", page)
    assert re.findall(r"url\(([^)]*)\)", page) == ["#stripes"]


HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}.pdf"


def test_html_escapes_file_names_and_values():
    """A file may call itself anything."""
    report = reports.review()
    findings = tuple(
        replace(
            f,
            excerpt=HOSTILE,
            why=HOSTILE,
            reason=HOSTILE,
            exemption=HOSTILE,
            place=HOSTILE,
            entity=HOSTILE,
            by=HOSTILE,
        )
        for f in report.findings
    )
    issues = tuple(replace(issue, message=HOSTILE, fix=HOSTILE, code=HOSTILE) for issue in report.issues)
    checks = tuple(replace(check, title=HOSTILE, evidence=HOSTILE, code=HOSTILE) for check in report.checks)
    hostile = replace(
        report,
        source=reports.source(HOSTILE),
        findings=findings,
        issues=issues,
        checks=checks,
        values_shown=True,
        policy=HOSTILE,
        model=HOSTILE,
        output_name=HOSTILE,
        details={HOSTILE: HOSTILE},
    )
    for page in (render("html", hostile), render("html", hostile, hostile)):
        assert "<script" not in page.lower()
        assert "<img" not in page.lower()
        assert "&lt;script&gt;alert(1)" in page
        assert "{{7*7}}" in page
        _well_formed(page)


def _well_formed(page):
    """Parse the page as XML once the void elements are closed: every tag must match and every attribute be quoted."""
    body = re.sub(r"<(meta|br)\b([^>]*)>", r"<\1\2/>", page.replace("<!DOCTYPE html>", ""))
    body = re.sub(r"<style>.*?</style>", "", body, flags=re.DOTALL)
    return ET.fromstring(body)


@pytest.mark.parametrize("given", [*reports.GOLDEN.values(), [], [reports.large()], [reports.large(0)]])
def test_html_is_whole_and_its_headings_are_in_order(given):
    """Nothing found, a thousand findings, several files: tags match, ids are unique, no heading level is skipped."""
    root = _well_formed(render("html", *given))
    levels = [int(element.tag[1]) for element in root.iter() if re.fullmatch(r"h[1-6]", element.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in root.iter():
        for key in ("aria-labelledby", "href"):
            target = (element.get(key) or "").removeprefix("#")
            assert not target or target in ids
    for table in root.iter("table"):
        assert table.find("caption") is not None
        assert all(cell.get("scope") for cell in table.iter("th"))
    assert root.get("lang") == "en-GB"
    assert root.find("body")[0].get("class") == "skip"


@pytest.mark.parametrize("report", [reports.ready(), reports.review(), reports.blocked()])
def test_html_says_the_verdict_by_word_and_shape(report):
    """Colour alone tells nobody anything on a black-and-white print (WCAG 2.2, 1.4.1)."""
    root = _well_formed(render("html", report))
    banner = next(element for element in root.iter("div") if element.get("class") == f"verdict {report.verdict}")
    assert banner.find("svg") is not None
    assert f"{report.verdict.upper()}" in "".join(banner.itertext())
    shapes = {
        verdict: re.search(r'<svg class="shape".*?</svg>', render("html", made), re.DOTALL)[0]
        for verdict, made in (("a", reports.ready()), ("b", reports.review()), ("c", reports.blocked()))
    }
    assert len(set(shapes.values())) == 3


def _luminance(colour):
    if len(colour) == 4:
        colour = "#" + "".join(2 * digit for digit in colour[1:])
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_html_text_has_contrast(theme):
    """WCAG 2.2 AA, 1.4.3: 4.5 to 1 for text on both grounds, light and dark."""
    palettes = re.findall(r":root\{([^}]*)\}", render("html", reports.ready()))
    colours = dict(re.findall(r"--([a-z-]+):(#[0-9a-f]+)", palettes[theme]))
    for ink in ("ink", "soft", "link", "ready", "review", "blocked"):
        for ground in ("page", "panel"):
            assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    assert _contrast(colours["on-redact"], colours["redact"]) >= 4.5


def test_private_report_says_so():
    """A page with values in clear asks to be kept private; a masked one does not cry wolf."""
    assert "Keep this report private" in render("html", replace(reports.review(), values_shown=True))
    assert "Keep this report private" not in render("html", reports.review())


# the map of a page


def test_map_numbers_are_those_of_the_lists():
    """Every finding with a place has its number on the map, once, beside its page."""
    report = reports.review()
    numbers = {finding.id: index for index, finding in enumerate(report.findings, 1)}
    found = pagemap.maps(report, numbers)
    assert [page.page for page in found] == [1, 2]
    assert sorted(mark.number for page in found for mark in page.marks) == [1, 2, 3, 5, 6, 7, 8, 9, 10]


def test_map_grows_with_its_boxes():
    """A report does not know the page's size; nothing may be drawn outside the map."""
    wide = reports.finding(1, "PERSON", Action.KEEP, 1, (900, 10, 1190.5, 20))
    [page] = pagemap.maps(replace(reports.ready(), findings=(wide,)), {wide.id: 1})
    assert (page.width, page.height) == (1191, 842)


@pytest.mark.parametrize("number", [1, 40, 300])
def test_map_numbers_do_not_cover_one_another(number):
    """Crowded lines push their numbers apart, inside the page's height."""
    crowd = tuple(reports.finding(i, "PERSON", Action.KEEP, 1, (72, 400, 90, 410)) for i in range(number))
    [page] = pagemap.maps(replace(reports.ready(), findings=crowd), {f.id: i for i, f in enumerate(crowd)})
    heights = sorted(mark.y for mark in page.marks)
    assert all(
        after - before >= mark_size - 0.25
        for before, after, mark_size in zip(heights, heights[1:], (mark.size for mark in page.marks), strict=False)
    )
    assert heights[0] >= 0
    assert heights[-1] <= page.height


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 1e12])
def test_map_leaves_out_what_cannot_be_drawn(bad):
    """A mad number in a box must not make the map a mile wide; the lists still name the finding."""
    mad = reports.finding(1, "PERSON", Action.REDACT, 1, (0, 0, bad, 10))
    assert pagemap.maps(replace(reports.ready(), findings=(mad,)), {mad.id: 1}) == []


# codes


def test_codes_come_from_the_files_that_define_them():
    """Rules, checks, errors and entities each say at their head what they are."""
    from redactor import rules, verify

    known = codes.meanings()
    for one in (*rules.all_rules(), *verify.all_checks()):
        assert known[one.code].help.split("\n")[0] == one.help.split("\n")[0]
        assert known[one.code].name == one.name
    assert known["D502"].title == "The file is encrypted and no password opened it."
    assert {"PERSON", "ORGANISATION", "UK_NINO", "REQUESTER"} <= set(known)


def test_places_are_named_for_people():
    """A page where there is one; else the place, else the layer."""
    at = reports.finding(1, "PERSON", Action.KEEP, 3, None)
    assert words.place(at) == words.place(replace(at, place="page 3")) == "page 3"
    assert words.place(replace(at, place="form field 2")) == "page 3, form field 2"
    assert words.place(replace(at, page=None, layer=Layer.FILE_NAME)) == "file name"
    assert words.place(replace(at, page=None, place="bookmark 2")) == "bookmark 2"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("plain £ é 漢字 😀", "plain £ é 漢字 😀"),
        ("a\r\nb\tc\u2028d", "a  b c d"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("evil\u202efdp.exe", "evil\ufffdfdp.exe"),
        ("\udc80\x00\ufffe", "\ufffd" * 3),
    ],
)
def test_clean_shows_text_and_nothing_else(given, shown):
    """No line breaks, no terminal codes, no turned direction, nothing that UTF-8 or XML cannot hold."""
    assert words.clean(given) == shown


def test_worst_verdict():
    """A queue is as good as its worst file."""
    assert words.worst([reports.ready(), reports.review()]) is Verdict.REVIEW
    assert words.worst([reports.ready()]) is Verdict.READY


def test_next_steps_name_everything_that_is_left_to_do():
    """Open items do not hide the problems beside them, nor problems the redaction still to be made."""
    steps = " ".join(words.next_steps(reports.as_it_is()))
    assert "Decide the open items" in steps
    assert "problems marked REVIEW" in steps
    assert "redactor redact 'letter FOI 0412.pdf' -o published/" in steps
    assert words.next_steps(reports.unchecked()) == ["Give the password with --password-file."]
    assert words.next_steps(reports.ready()) == ["Read the redacted copy once more yourself, then release it."]
