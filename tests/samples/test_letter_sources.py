"""The letters kept for evaluation are well formed, cover every code and can all be made into PDFs."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pikepdf
import pymupdf
import pytest

from samples.letters.render import KINDS, blocks, case_of, parse, render, sources

NOTES = {"L100", "L103", "L110", "L115", "L125", "L130", "L133", "L135", "L138", "L139"}
EVERY_CODE = {f"L{number}" for number in range(100, 140)}
CODE = re.compile(r"L1[0-3]\d")
LETTERS = sources()


@pytest.mark.parametrize("path", LETTERS, ids=lambda p: p.stem)
def test_front_matter_is_complete(path: Path) -> None:
    """Every letter says what it is, in the words of the domain, and every code comes with a reason."""
    meta, body = parse(path)
    assert meta["regime"] in {"foia", "eir", "foisa", "eisr"}
    assert meta["mode"] in {"publish", "send"}
    assert meta["kind"] in KINDS
    assert meta.get("style") in {1, 2, 3}
    assert isinstance(meta["authority"], str)
    assert isinstance(meta["clean"], bool)
    assert set(case_of(meta)) <= {"reference", "received", "sent", "requester"}
    for codes in (meta["expected"], meta["allowed"]):
        assert all(CODE.fullmatch(code) and code in EVERY_CODE for code in codes)
        assert all(isinstance(why, str) and len(why) > 10 for why in codes.values())
    assert not set(meta["expected"]) & set(meta["allowed"])
    assert len(body) > 200


@pytest.mark.parametrize("path", LETTERS, ids=lambda p: p.stem)
def test_a_letter_is_clean_only_where_nothing_above_a_note_is_meant(path: Path) -> None:
    """A clean letter may expect or allow NOTEs alone; any other letter expects one to five graver things."""
    meta, _ = parse(path)
    graver = set(meta["expected"]) - NOTES
    if meta["clean"]:
        assert not graver
        assert set(meta["allowed"]) <= NOTES
    else:
        assert len(graver) >= 1
        assert len(meta["expected"]) <= 5


@pytest.mark.parametrize("path", LETTERS, ids=lambda p: p.stem)
def test_a_letter_to_be_sent_has_a_requester_and_a_clean_copy_to_publish_has_none(path: Path) -> None:
    """In send mode the case names the requester; in a clean letter for publication that name stands nowhere."""
    meta, body = parse(path)
    case = case_of(meta)
    if meta["kind"] == "none":
        return
    if meta["mode"] == "send":
        # A blank salutation in a letter to be sent may be the fault.
        assert any(word in body for word in case["requester"].split()) or "L121" in meta["expected"]
        assert date.fromisoformat(case["received"]) <= date.fromisoformat(case["sent"])
    elif meta["clean"]:
        assert not (case.get("requester") and case["requester"].split()[-1] in body)
        assert re.search(r"^Dear (Mr|Mrs|Ms|Miss|Dr)\b", body, re.M) is None


def test_the_set_is_large_enough_and_covers_every_code() -> None:
    """At least 391 letters, 139 of them clean replies, seventeen no reply; every code is expected somewhere."""
    metas = [parse(path)[0] for path in LETTERS]
    assert len(metas) >= 391
    assert sum(m["clean"] and m["kind"] != "none" for m in metas) >= 139
    assert sum(m["kind"] == "none" for m in metas) == 17
    assert {m["kind"] for m in metas} == set(KINDS)
    assert {m["regime"] for m in metas} == {"foia", "eir", "foisa", "eisr"}
    assert {code for m in metas for code in m["expected"]} == EVERY_CODE


def test_the_letters_do_not_share_their_sentences() -> None:
    """No long sentence stands in three letters: forty letters of one boilerplate would measure one letter."""
    seen: dict[str, set[str]] = {}
    for path in LETTERS:
        for sentence in re.split(r"(?<=[.?!])\s+", parse(path)[1]):
            # The Commissioner's address is a fact, "the public interest in ... outweighs" the statute's, and a signature none.
            given = ("Wycliffe", "Kinburn", "outweighs that in disclosure", "Yours sincerely")
            if len(sentence) > 70 and not any(words in sentence for words in given):
                seen.setdefault(sentence.casefold(), set()).add(path.stem)
    assert {s: names for s, names in seen.items() if len(names) > 2} == {}


@pytest.mark.parametrize("path", LETTERS, ids=lambda p: p.stem)
def test_every_letter_renders_with_its_words_and_links(path: Path, tmp_path: Path) -> None:
    """The PDF has the words of every block in order of the file, the title given, and a real annotation for every link."""
    meta, body = parse(path)
    out = tmp_path / "letter.pdf"
    render(path, out)
    with pymupdf.open(out) as document:
        text = "".join("".join(page.get_text() for page in document).split())
        assert document.metadata["title"] == str(meta.get("title", ""))
        assert 1 <= document.page_count <= 4
    # MuPDF turns file:// links into links to a document, so the annotations are read as they are written.
    with pikepdf.open(out) as raw:
        uris = {str(a.A.URI) for page in raw.pages for a in page.obj.get("/Annots", []) if "/URI" in a.get("/A", {})}
    assert {target for _, target in re.findall(r"\[([^\[\]]+)\]\(([^()\s]*)\)", body)} <= uris
    for kind, lines in blocks(body):
        if kind in {"text", "bullet", "heading"}:
            plain = re.sub(r"\[([^\[\]]+)\]\([^()\s]*\)", r"\1", " ".join(lines)).lstrip("#- ")
            assert "".join(plain.split())[:40] in text


def test_a_file_without_front_matter_is_refused(tmp_path: Path) -> None:
    """A letter that has lost its first line is an error that says so, not an empty letter."""
    path = tmp_path / "bad.txt"
    path.write_text("Dear\n\nno front matter here", encoding="utf-8")
    with pytest.raises(ValueError, match="must begin with YAML"):
        parse(path)
