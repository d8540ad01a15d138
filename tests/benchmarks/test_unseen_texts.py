"""The evaluation texts are well formed, various, safe to publish, and say exactly where their names are."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from benchmarks.quality.metrics import Mention, bare_name
from benchmarks.quality.texts import TextsError, from_marks, read_jsonl, read_marks, unseen

DOCUMENTS = unseen()
# The ranges that Ofcom keeps for drama; see ofcom.org.uk, telephone numbers for drama use.
_DRAMA = re.compile(r"01632 960\d{3}|07700 900\d{3}|020 7946 0\d{3}|0161 496 0\d{3}|0113 496 0\d{3}")


def test_there_are_enough_of_every_kind():
    """At least sixty documents, of at least eleven kinds, of 60 to 400 words, and fifteen that name nobody."""
    assert len(DOCUMENTS) >= 60
    assert len({d.kind for d in DOCUMENTS}) >= 11
    assert len({d.id for d in DOCUMENTS}) == len(DOCUMENTS)
    assert not [d.id for d in DOCUMENTS if not 60 <= len(d.text.split()) <= 400]
    assert sum(not any(m.label in ("PERSON", "PUBLIC") for m in d.gold) for d in DOCUMENTS) >= 15


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.id)
def test_marks_are_exact(document):
    """A mark begins and ends with a letter, a digit or a full stop of an initial, on one line, and is no possessive."""
    for mention in document.gold:
        words = document.text[mention.start : mention.end]
        assert words == words.strip(), words
        assert words[0].isalnum(), words
        assert words[-1].isalnum() or words[-1] in ".)", words
        assert mention.label != "PERSON" or not re.search(r"['’]s$", words), words


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.id)
def test_no_real_number_or_address(document):
    """Telephone numbers are Ofcom's drama numbers; mailboxes are in example domains."""
    numbers = re.findall(r"(?<!\d)0\d{2,4} \d{3,4} ?\d{3,4}(?!\d)", document.text)
    assert not [n for n in numbers if not _DRAMA.fullmatch(n)]
    assert not [m for m in re.findall(r"@[\w.-]+", document.text) if not m.endswith((".example", "example.org"))]


def test_a_marked_surname_is_marked_wherever_the_document_names_it_in_full():
    """A full name stands marked in every place of its document: a gap in gold would count a right finding as false."""
    gaps = Counter()
    for document in DOCUMENTS:
        inside = {at for m in document.gold for at in range(m.start, m.end)}
        for m in document.gold:
            bare = bare_name(document.text, m)
            name = document.text[bare.start : bare.end]
            if m.label == "PERSON" and " " in name:
                for found in re.finditer(rf"\b{re.escape(name)}\b", document.text):
                    gaps[document.id] += found.start() not in inside
    assert not +gaps


def test_marks_become_spans():
    """Brackets are taken out, and the spans stand where the words stand then."""
    text, gold = from_marks("Dear Mr [[PERSON:Ekwe]] of [[LOC:Ely]],")
    assert text == "Dear Mr Ekwe of Ely,"
    assert gold == (Mention(8, 12, "PERSON"), Mention(16, 19, "LOC"))


@pytest.mark.parametrize("wrong", ["[[PERSN:Ekwe]]", "[[PERSON:Ekwe]", "PERSON:Ekwe]]", "[[PERSON:]]"])
def test_a_wrong_mark_is_an_error(wrong):
    """A mark that is misspelt, empty or not closed is refused with its line: it would silently be a missing name."""
    with pytest.raises(TextsError, match="line 2"):
        from_marks(f"One\nDear {wrong}, again")


def test_a_file_without_a_head_is_an_error(tmp_path):
    """Text before the first head belongs to no document."""
    path = tmp_path / "lost.txt"
    path.write_text("Dear Sir\n=== a | letter\nBody\n", "utf-8")
    with pytest.raises(TextsError, match=r"lost\.txt"):
        list(read_marks(path))


def test_json_lines_are_read_with_the_labels_of_other_sets(tmp_path):
    """PER, GPE and the like are read as PERSON and LOC; other labels stay and count for nothing."""
    path = tmp_path / "set.jsonl"
    path.write_text('{"text": "Bo in Ely", "spans": [[0, 2, "PER"], [6, 9, "GPE"]]}\n\n', "utf-8")
    [document] = read_jsonl(path)
    assert document.gold == (Mention(0, 2, "PERSON"), Mention(6, 9, "LOC"))


@pytest.mark.parametrize(
    "line",
    ["{", '{"text": "Bo"}', '{"text": "Bo", "spans": [[0, 3, "PER"]]}', '{"text": "Bo", "spans": [[1, 1, "PER"]]}'],
)
def test_a_bad_line_is_an_error_that_names_file_and_line(tmp_path, line):
    """What cannot be read is never skipped."""
    path = tmp_path / "set.jsonl"
    path.write_text(f'{{"text": "Bo", "spans": []}}\n{line}\n', "utf-8")
    with pytest.raises(TextsError, match=r"set\.jsonl, line 2"):
        list(read_jsonl(path))
