"""The samples are what their manifest says: every file is there, and every value stands where it is said to stand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pypdfium2
import pytest
import yaml

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
MANIFEST = yaml.safe_load((SAMPLES / "manifest.yaml").read_text(encoding="utf-8"))
ENTRIES: list[dict[str, Any]] = MANIFEST["samples"]
NAMES = [entry["file"] for entry in ENTRIES]
LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"
ACTIONS = ("redact", "review", "keep")
KEYS = {
    "file", "title", "producer", "source", "mode", "case", "policy", "pages", "verdict", "because",
    *ACTIONS, "issues", "not_issues", "notes",
}  # fmt: skip
VALUE_KEYS = {"entity", "text", "page", "why", "layer", "send", "stored", "how"}

each_sample = pytest.mark.parametrize("entry", ENTRIES, ids=NAMES)


def plain(text: str) -> str:
    """Fold what a reader does not see: compatibility forms, hyphens (pdfium writes U+FFFE for one), white space."""
    folded = unicodedata.normalize("NFKC", text).replace("\u2019", "'")
    return re.sub(r"[\s\u00ad\u200b\ufffe\ufeff\u2010-\u2015-]", "", folded)


def values(entry: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Return the values of all three actions."""
    for action in ACTIONS:
        yield from entry[action]


def pages_of(value: dict[str, Any]) -> list[int | None]:
    """Return the pages of a value; [None] for a layer that has none."""
    page = value.get("page")
    return page if isinstance(page, list) else [page]


@cache
def page_texts(name: str) -> tuple[list[str], list[str]]:
    """Return each page as MuPDF reads it inside the page's edges, and as pdfium reads it everywhere."""
    with pymupdf.open(SAMPLES / name) as document:
        inside = [plain(page.get_text()) for page in document]
    document = pypdfium2.PdfDocument(SAMPLES / name)
    everywhere = [plain(page.get_textpage().get_text_range()) for page in document]
    document.close()
    return inside, everywhere


def body(name: str, page: int) -> list[str]:
    """Return one page as each engine reads it."""
    return [page_texts(name)[0][page - 1], page_texts(name)[1][page - 1]]


def hidden_text(name: str, page: int) -> list[str]:
    """Return one page as pdfium reads it, beyond its edges too."""
    return [page_texts(name)[1][page - 1]]


def annotations(name: str, page: int, *path: str, subtype: str) -> list[str]:
    """Return the strings at ``path`` of every annotation of a kind on a page."""
    found = []
    with pikepdf.open(SAMPLES / name) as pdf:
        for annotation in pdf.pages[page - 1].get("/Annots", []):
            node: Any = annotation
            for key in path:
                node = node.get(key) if node is not None else None
            if annotation["/Subtype"] == subtype and node is not None:
                found.append(plain(str(node)))
    return found


def metadata(name: str, page: None) -> list[str]:
    """Return the author in the document information, then in XMP."""
    with pikepdf.open(SAMPLES / name) as pdf:
        return [plain(str(pdf.docinfo["/Author"])), plain(" ".join(pdf.open_metadata()["dc:creator"]))]


def outline(name: str, page: None) -> list[str]:
    """Return the titles of the bookmarks."""
    with pikepdf.open(SAMPLES / name) as pdf, pdf.open_outline() as tree:
        return [plain(item.title) for item in tree.root]


def attachment(name: str, page: None) -> list[str]:
    """Return the file names of the attachments."""
    with pikepdf.open(SAMPLES / name) as pdf:
        return [plain(spec.filename) for spec in pdf.attachments.values()]


def note(name: str, page: int) -> list[str]:
    """Return the contents and the author of the notes on a page."""
    return [text for key in ("/Contents", "/T") for text in annotations(name, page, key, subtype="/Text")]


READERS: dict[str, Callable[..., list[str]]] = {
    "body": body,
    "hidden-text": hidden_text,
    "metadata": metadata,
    "outline": outline,
    "attachment": attachment,
    "annotation": note,
    "form": lambda name, page: annotations(name, page, "/V", subtype="/Widget"),
    "link": lambda name, page: annotations(name, page, "/A", "/URI", subtype="/Link"),
}


@each_sample
def test_entry_has_every_key_and_no_other(entry: dict[str, Any]) -> None:
    """A misspelt key would hide a value from every test that reads the manifest."""
    assert set(entry) == KEYS
    assert set(entry["verdict"]) == {"publish", "send"}
    assert set(entry["verdict"].values()) <= {"READY", "REVIEW", "BLOCKED"}
    assert entry["mode"] in {"publish", "send"}
    assert (SAMPLES / entry["source"]).is_file()
    for value in values(entry):
        assert {"entity", "text", "why"} <= set(value) <= VALUE_KEYS, value["text"]
        assert value.get("send", "keep") in ACTIONS
        assert value.get("layer", "body") in {*READERS, "ocr"}
        assert isinstance(value["text"], str)
        assert re.fullmatch(r"[A-Z_]+", value["entity"])
    for issue in entry["issues"]:
        assert set(issue) <= {"problem", "severity", "page", "why"}
        assert issue["severity"] in {"block", "review", "note"}


def test_manifest_and_folder_list_the_same_files() -> None:
    """A sample without an entry is tested by nobody."""
    assert sorted(NAMES) == sorted(path.name for path in SAMPLES.glob("*.pdf"))


def test_samples_stay_small() -> None:
    """The samples travel with every copy of the project."""
    sizes = [path.stat().st_size for path in SAMPLES.glob("*.pdf")]
    assert max(sizes) < 150_000
    assert sum(sizes) < 1_500_000


@each_sample
def test_pages_and_title_are_as_stated(entry: dict[str, Any]) -> None:
    """The page count and the title come from the file itself."""
    with pikepdf.open(SAMPLES / entry["file"]) as pdf:
        assert len(pdf.pages) == entry["pages"]
        assert str(pdf.docinfo["/Title"]) == entry["title"]


@each_sample
def test_every_value_stands_on_its_page(entry: dict[str, Any]) -> None:
    """Each value is read back from the layer and page the manifest names, by every engine that can see it."""
    missing = []
    for value in values(entry):
        layer = value.get("layer", "body")
        wanted = plain(value.get("stored", value["text"]))
        for page in pages_of(value):
            if layer == "ocr":
                continue
            readings = READERS[layer](entry["file"], page)
            found = all if layer == "body" else any
            if not readings or not found(wanted in reading for reading in readings):
                missing.append((layer, page, value["text"]))
    assert not missing


@each_sample
def test_disguised_values_keep_their_odd_characters(entry: dict[str, Any]) -> None:
    """A ligature, a soft hyphen or a look-alike that the producer made ordinary would test nothing."""
    with pymupdf.open(SAMPLES / entry["file"]) as document:
        raw = ["".join(page.get_text().split()) for page in document]
    for value in values(entry):
        if "stored" in value and value.get("layer") != "ocr":
            assert "".join(value["stored"].split()) in raw[value["page"] - 1], value["how"]


@each_sample
def test_ocr_values_are_in_a_picture_only(entry: dict[str, Any]) -> None:
    """A page listed under OCR has an image, no text of its own, and the value on the same page of its source."""
    for value in values(entry):
        if value.get("layer") != "ocr":
            continue
        for page in pages_of(value):
            assert page is not None
            assert body(entry["file"], page) == ["", ""]
            assert plain(value["text"]) in body(entry["source"], page)[0]
            with pymupdf.open(SAMPLES / entry["file"]) as document:
                assert document[page - 1].get_images()


def test_hidden_metadata_is_in_both_places() -> None:
    """The author's name is in the document information and in XMP, not in one of them twice."""
    assert metadata("hidden-layers.pdf", None) == [plain("Bronwen Achebe-Tully")] * 2


def test_text_under_the_box_cannot_be_seen() -> None:
    """The rectangle of hidden-layers.pdf is one solid colour where the name is."""
    with pymupdf.open(SAMPLES / "hidden-layers.pdf") as document:
        page = document[0]
        covered = [drawing["rect"] for drawing in page.get_drawings() if drawing["rect"].width > 100]
        assert len(covered) == 1
        assert page.get_textbox(covered[0]).strip() == "Bronwen Achebe-Tully"
        assert page.get_pixmap(clip=covered[0] + (2, 2, -2, -2)).is_unicolor


def test_white_text_cannot_be_seen() -> None:
    """The white line of hidden-layers.pdf leaves no mark on the page; a black line does."""
    with pymupdf.open(SAMPLES / "hidden-layers.pdf") as document:
        page = document[0]
        assert page.get_pixmap(clip=page.search_for("Draft by Bronwen")[0]).is_unicolor
        assert not page.get_pixmap(clip=page.search_for("Prepared by")[0]).is_unicolor


@each_sample
def test_text_off_the_page_is_read_by_one_engine_only(entry: dict[str, Any]) -> None:
    """What lies beyond the edge is what pdfium reads and MuPDF, which stops at the edge, does not."""
    for value in entry["redact"]:
        if re.search("below the edge|outside the CropBox", value.get("how", "")):
            inside, everywhere = body(entry["file"], value["page"])
            assert plain(value["text"]) not in inside
            assert plain(value["text"]) in everywhere


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("council")])
def test_clean_letter_holds_nothing_of_its_requester(name: str) -> None:
    """The council letter is the one with nothing to redact, and its case file has something to look for."""
    entry = ENTRIES[NAMES.index(name)]
    requester = yaml.safe_load((SAMPLES / entry["case"]).read_text(encoding="utf-8"))["requester"]
    wanted = [plain(value) for group in requester.values() for value in group]
    with pikepdf.open(SAMPLES / name) as pdf:
        everything = "".join(page_texts(name)[1]) + plain(str(pdf.docinfo))
    assert entry["redact"] == []
    assert len(wanted) >= 6
    assert [value for value in wanted if value in everything] == []


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e["case"]], ids=lambda e: e["file"])
def test_case_file_has_the_keys_the_officer_fills_in(entry: dict[str, Any]) -> None:
    """The reference of the case is the reference in the letter."""
    case = yaml.safe_load((SAMPLES / entry["case"]).read_text(encoding="utf-8"))
    assert {"reference", "requester", "received", "mode", "regime", "authority"} <= set(case)
    assert case["mode"] == entry["mode"]
    assert case["reference"] in {value["text"] for value in entry["keep"]}


@pytest.mark.parametrize("name", NAMES)
def test_numbers_and_domains_belong_to_nobody(name: str) -> None:
    """Telephone numbers are Ofcom's drama numbers and domains are reserved; the Commissioner's are public."""
    with pymupdf.open(SAMPLES / name) as document:
        text = unicodedata.normalize("NFKC", "\n".join(page.get_text() for page in document))
    written = re.findall(r"(?<!\d)0\d{2,4}[ \u2010]?\d{3}[ \u2010]?\d{3,4}\b", text)
    numbers = {re.sub(r"\D", "", number) for number in written}
    domains = {domain.rstrip(".") for domain in re.findall(r"@([\w.-]+)", text.replace("\n.", "."))}
    assert [n for n in numbers if not re.match(r"01632960|07700900|02079460|03031231113", n)] == []
    assert [d for d in domains if not re.fullmatch(r"[\w.-]+\.example|example\.org|ico\.org\.uk", d)] == []


def test_pnc_ids_have_right_check_letters() -> None:
    """The letter is LETTERS[int(YY + serial padded to 7) mod 23]; a wrong one would test something else."""
    texts = {value["text"] for entry in ENTRIES for value in values(entry) if value["entity"] == "UK_PNC_ID"}
    assert texts
    for text in texts:
        year, serial, letter = re.fullmatch(r"(\d\d)/(\d{1,7})([A-Z])", text).groups()  # type: ignore[union-attr]
        assert LETTERS[int(year + serial.zfill(7)) % 23] == letter
