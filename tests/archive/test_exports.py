"""What a database is turned into: the same counts in every format, and nothing that runs or leaks."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from redactor.archive import exports, flat, reader
from redactor.archive.listing import Listed
from redactor.archive.outcome import IssueRow
from redactor.archive.place import Place
from redactor.archive.store import open_store

from . import made
from .conftest import Scan


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with a bit of everything, and names that try things."""
    issue = IssueRow(0, "R301", "block", 1, "Words lie under a box.")
    return made.database(
        tmp_path / "r.sqlite",
        made.file("/archive/2019/a.pdf", made.found("Kezia Lombard", covered=True), made.found("Owain Quiller"),
                  year=2019, issues=(issue,)),
        made.file("/archive/2020/b.pdf", made.found("Kezia Lombard", page=2), year=2020),
        made.file("/archive/<script>alert(1)</script>.pdf", verdict="review"),
        made.file("=cmd|'/c calc'!A1.pdf", made.found("x123", entity="UK_VRM", action="review"), verdict="review"),
        unread=("/archive/broken.pdf",),
    )  # fmt: skip


def written(db: Path, name: str) -> bytes:
    out = io.BytesIO()
    with reader.open_reader(str(db)) as opened:
        exports.exports()[name].write(opened, out)
    return out.getvalue()


def test_csv_has_every_file_and_finding_and_runs_nothing(db: Path) -> None:
    """A row a file, a finding, an issue; a formula is text."""
    rows = list(csv.DictReader(io.StringIO(written(db, "csv").decode("utf-8-sig"))))
    assert tuple(rows[0]) == flat.COLUMNS
    kinds = [row["row"] for row in rows]
    assert (kinds.count("file"), kinds.count("finding"), kinds.count("issue")) == (5, 4, 1)
    assert not [cell for row in rows for cell in row.values() if cell[:1] in set("=+-@")]
    kezia = {row["value"] for row in rows if row["excerpt"] == "K*******"}
    assert len(kezia) == 1
    assert len(kezia.pop()) == 32


def test_jsonl_is_one_object_a_file(db: Path) -> None:
    """With findings and issues inside, sorted by path."""
    lines = [json.loads(line) for line in written(db, "jsonl").splitlines()]
    assert [line["path"] for line in lines] == sorted(line["path"] for line in lines)
    assert {line["path"]: (len(line["findings"]), len(line["issues"])) for line in lines} == {
        "/archive/2019/a.pdf": (2, 1),
        "/archive/2020/b.pdf": (1, 0),
        "/archive/<script>alert(1)</script>.pdf": (0, 0),
        "/archive/broken.pdf": (0, 0),
        "=cmd|'/c calc'!A1.pdf": (1, 0),
    }


def test_sarif_has_a_location_for_everything(db: Path) -> None:
    """As code-scanning pages ask; rules are those that were used, and the run says that a file was not read."""
    sarif = json.loads(written(db, "sarif"))
    (run,) = sarif["runs"]
    assert sarif["version"] == "2.1.0"
    assert len(run["results"]) == 6
    for result in run["results"]:
        (location,) = result["locations"]
        assert location["physicalLocation"]["region"]["startLine"] == 1
        assert not re.search(r"[<> |]", location["physicalLocation"]["artifactLocation"]["uri"])
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {r["ruleId"] for r in run["results"]}
    assert run["invocations"] == [{"executionSuccessful": False}]
    prints = [result["partialFingerprints"]["redactorArchive/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)


def test_parquet_is_the_flat_table(db: Path, tmp_path: Path) -> None:
    """Column by column."""
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "o.parquet"
    path.write_bytes(written(db, "parquet"))
    table = parquet.read_table(path)
    assert table.column_names == list(flat.COLUMNS)
    with reader.open_reader(str(db)) as opened:
        assert [tuple(row.values()) for row in table.to_pylist()] == list(flat.rows(opened))


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br", "rect", "link"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in {"rect"}:
            assert self.open.pop() == tag, tag

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def test_html_is_one_safe_page_that_a_screen_reader_can_read(db: Path) -> None:
    """No script, nothing fetched, a language, a table with headings for each chart, ids that exist."""
    text = written(db, "html").decode()
    page = Page()
    page.feed(text)
    assert page.open == []
    names = [tag for tag, _ in page.tags]
    assert "script" not in names
    assert not re.search(r"(?:src|href)=\"(?!#)", text)
    assert ("html", {"lang": "en-GB"}) in page.tags
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in page.tags:
        for name in ("aria-labelledby", "aria-describedby"):
            assert attributes.get(name, ids[0]) in ids
        if tag == "svg":
            assert attributes["role"] == "img"
        if tag == "th":
            assert attributes["scope"] in {"col", "row"}
    assert names.count("table") == names.count("caption")
    assert "&lt;script&gt;" in text


def test_html_ranks_and_adds_up(db: Path) -> None:
    """A failed redaction first; every state counted; how to act is said."""
    text = written(db, "html").decode()
    worst = text[text.index('id="worst"') : text.index('id="divided"')]
    assert worst.index("2019/a.pdf") < worst.index("2020/b.pdf") < worst.index("=cmd")
    assert "add up to 5" in text
    assert "broken.pdf" in text[text.index('id="unread"') :]
    divided = text[text.index('id="divided"') : text.index('id="copies"')]
    assert divided.count("2019/a.pdf") == 1
    assert "72 hours" in text


def test_html_of_a_stopped_scan_clears_nothing(tmp_path: Path) -> None:
    """With files not looked at it said that every file could be checked."""
    path = made.database(tmp_path / "r.sqlite", made.file("/a.pdf", verdict="ready"))
    assert "Not complete" not in written(path, "html").decode()
    with open_store(str(path)) as store:
        store.begin_known(1, "made")
        store.write_list([Listed(Place("/b.pdf", "/b.pdf"))])
    text = written(path, "html").decode()
    assert "Not complete: 1 file not looked at yet" in text
    assert "Every file could be checked" not in text
    assert "No file has anything" not in text


def test_files_appear_whole_and_never_over_the_database(db: Path, scan: Scan) -> None:
    """A folder that is not there, an unknown format, two on stdout, the database's own name: one line, exit 2."""
    before = db.read_bytes()
    for arguments, says in (
        (("-f", f"csv={db}"), "database"),
        (("-f", "csv=no/such/o.csv"), "folder does not exist"),
        (("-f", "cvs"), "Did you mean csv?"),
        (("-f", "csv", "-f", "jsonl"), "cannot share stdout"),
        (("-f", "parquet"), "needs a file"),
        (("-f", "csv="), "no file after csv="),
    ):
        ended = scan("export", "--db", db, *arguments)
        assert (ended.code, ended.err.count("\n")) == (2, 1), ended.err
        assert says in ended.err
    assert db.read_bytes() == before
    assert scan("export", "--db", db, "-f", "csv").out.encode("utf-8") == written(db, "csv")


def test_a_chart_that_leaves_entries_out_says_so(tmp_path: Path) -> None:
    """Twenty folders and fifteen bars."""
    files = [made.file(f"/archive/{n:02}/a.pdf", made.found("Kezia Lombard")) for n in range(20)]
    text = written(made.database(tmp_path / "r.sqlite", *files), "html").decode()
    assert "By folder, the first 15 of 20" in text
    assert "By kind of value</h3>" in text


def test_html_says_why_a_file_without_findings_is_to_be_looked_at(tmp_path: Path) -> None:
    """A row of noughts would look like a mistake; open findings are not counted twice."""
    issues = (
        IssueRow(0, "D511", "review", 1, "x"),
        IssueRow(1, "P602", "review", 1, "x"),
        IssueRow(2, "D540", "note", 1, "x"),
    )
    path = made.database(tmp_path / "r.sqlite", made.file("/a.pdf", verdict="review", issues=issues))
    assert (
        "<td>REVIEW</td>" + '<td class="number">0</td>' * 4 + '<td class="number">1</td>'
        in written(path, "html").decode()
    )
