"""The requester is found in every form a letter may use, and ordinary words that are also names are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from recognizers.requester import RequesterRecognizer, requester_from_letter

TABLE = yaml.safe_load((Path(__file__).parent / "data" / "requester.yaml").read_text("utf-8"))
FIND = [(case, line) for case, table in TABLE.items() for line in table["find"]]
LEAVE = [(case, line) for case, table in TABLE.items() for line in table["leave"]]


@pytest.fixture(scope="module")
def made():
    """One recognizer a case of the table."""
    return {case: RequesterRecognizer(**table["requester"]) for case, table in TABLE.items()}


def unmark(line):
    """Return the text without brackets, and the characters that stood inside them."""
    text, marked, inside = "", set(), 0
    for place, character in enumerate(line):
        if character == "[" and line[place : place + 4] != "[at]":
            inside += 1
        elif character == "]" and line[place - 3 : place + 1] != "[at]":
            inside -= 1
        else:
            if inside and not character.isspace():
                marked.add(len(text))
            text += character
    return text, marked


def covered(recognizer, text):
    results = recognizer.analyze(text, ["REQUESTER"])
    return {i for r in results for i in range(r.start, r.end) if not text[i].isspace()}


def test_table_is_as_large_as_promised():
    """Recall of 1 on a handful of lines would say little."""
    assert len(FIND) >= 60
    assert len(LEAVE) >= 40


@pytest.mark.parametrize(("case", "line"), FIND)
def test_finds_every_variant(made, case, line):
    """All that stands in brackets is covered, and no letter outside them."""
    text, marked = unmark(line)
    assert marked
    got = covered(made[case], text)
    assert marked - got == set(), text
    assert not any(text[i].isalnum() for i in got - marked), text


@pytest.mark.parametrize(("case", "line"), LEAVE)
def test_leaves_ordinary_words_and_other_people_alone(made, case, line):
    """A word, a month, a place or another number is no requester."""
    assert made[case].analyze(line, ["REQUESTER"]) == [], line


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Rose Marsh", "The applicant is MARSH and the file is open."),
        ("Rose Marsh", "FOI-2026-0733-Marsh.pdf"),
        ("Winston Young", "FOI reply - Young"),
        ("Grant Law", "foi_law_reply.docx"),
    ],
)
def test_a_surname_that_is_a_word_is_put_to_a_person(name, text):
    """Where a clerk may have filed by it, an ordinary word scores below what the packs act on."""
    assert [result.score < 0.5 for result in RequesterRecognizer([name]).analyze(text, ["REQUESTER"])] == [True]


def test_results_explain_themselves_without_quoting_the_text(made):
    """An explanation goes into reports that must hold no personal data."""
    results = made["holloway"].analyze("Ms Holloway, 14 Larkspur Road, 07700 900123", ["REQUESTER"])
    assert len(results) == 3
    for result in results:
        why = result.analysis_explanation.textual_explanation
        assert why
        assert "Holloway" not in why
        assert "900123" not in why


@pytest.mark.parametrize("name", ["", "Mr", "Dear Sir", "..."])
def test_refuses_a_name_that_could_never_be_found(name):
    """A case file whose name finds nothing must not look like a clean letter."""
    with pytest.raises(ValueError, match="Requester name 1"):
        RequesterRecognizer([name])


def test_no_details_find_nothing():
    """An empty case finds nothing and does not fail."""
    assert RequesterRecognizer().analyze("Dear Jane Holloway, 14 Elm Road", ["REQUESTER"]) == []


@given(st.text(alphabet="abcdefghijklmnop HJ.'\n,-_", max_size=60), st.text(alphabet="abcdefgh \n.,", max_size=40))
def test_full_name_is_found_in_any_company(before, after):
    """Whatever stands around it, a full name between blanks is covered."""
    recognizer = RequesterRecognizer(["Jane Holloway"])
    text = f"{before} Jane Holloway {after}"
    at = len(before) + 1
    assert set(range(at, at + 4)) | set(range(at + 5, at + 13)) <= covered(recognizer, text)


def test_proposes_the_name_in_the_salutation():
    """The name after Dear is the requester's in a reply."""
    assert requester_from_letter("Dear Mr Okafor,\n\nThank you for your request.\n") == ("Okafor",)


def test_proposes_the_sign_off_of_the_quoted_request_and_not_our_own():
    """The first sign-off is the requester's; the last one is the authority's."""
    letter = (
        "Dear Applicant,\n\nYou asked:\n\nPlease tell me the cost.\n\nYours faithfully,\nJane Holloway\n\n"
        "We hold it.\n\nYours sincerely,\n\nPriya Nair\nDisclosure Officer\n"
    )
    assert requester_from_letter(letter) == ("Jane Holloway",)


def test_proposes_form_fields_full_names_first_and_once():
    """A web form's name field and the salutation give one person, the full name leading."""
    letter = "Requester: Jane Holloway\nName: Jane Holloway\n\nDear Jane,\n"
    assert requester_from_letter(letter) == ("Jane Holloway", "Jane")


@pytest.mark.parametrize(
    "text", ["Dear Sir or Madam,\n", "Dear\n\nThe letter", "Dear Requester,", "Yours sincerely,\n\nDisclosure Officer"]
)
def test_proposes_nobody_where_nobody_is_named(text):
    """A blank or a general salutation names nobody."""
    assert requester_from_letter(text) == ()


NAMES = st.sampled_from(
    [
        ("Jane", "Holloway"),
        ("Elizabeth", "Okonkwo-Reid"),
        ("Zoë", "Müller"),
        ("Tim", "O'Shaughnessy"),
        ("Ana", "van der Berg"),
        ("Siân", "Llewellyn-Rhys"),
        ("Łukasz", "Wiśniewski"),
        ("Mark", "Page"),
        ("Grant", "Wood"),
    ]
)
WRITTEN = st.sampled_from(
    [
        "{f} {s}",
        "{F} {S}",
        "{f}\n{s}",
        "Ms {s}",
        "Ms {S}",
        "{i}. {s}",
        "{i} {s}",
        "{s}, {f}",
        "{S}, {F}",
        "{s}, {i}.",
        "{f} {s}'s",
        "{f} {s}’s",
        "{f}_{s}.pdf",
        "FOI_24_{f}_{s}_final.docx",
        "{f}%20{s}.pdf",
        "{f}.{s}@example.org",
    ]
)


@given(
    NAMES,
    WRITTEN,
    st.sampled_from(["", "The request of ", "x\n", "(", "“", "cc: "]),
    st.sampled_from(["", " ", ".", ")", "\n\nx"]),
)
def test_every_writing_of_every_name_is_covered(name, written, before, after):
    """Recall is 1 over names, writings and surroundings, ordinary words among the names included."""
    forename, surname = name
    words = {"f": forename, "s": surname, "F": forename.upper(), "S": surname.upper(), "i": forename[0]}
    text = before + written.format(**words) + after
    got = covered(RequesterRecognizer([f"{forename} {surname}"]), text)
    for part in (written[at + 1] for at in range(len(written)) if written[at] == "{"):
        at = text.index(words[part], len(before))
        assert {i for i in range(at, at + len(words[part])) if text[i].isalnum()} <= got, text


@given(
    st.sampled_from(["Mark Page", "Grant Wood", "Will Power", "Rose Field"]), st.text(alphabet="abc .,\n", max_size=30)
)
def test_ordinary_words_in_small_letters_are_never_the_requester(name, around):
    """Pages, woods and fields stay, whoever asked."""
    forename, surname = name.lower().split()
    text = f"{around} the {surname} and a {forename} of {surname} 3 {around}"
    assert RequesterRecognizer([name]).analyze(text, ["REQUESTER"]) == []


@given(st.text(max_size=80))
def test_any_text_is_searched(text):
    """Results lie in the text and apart, whatever escapes stand in it."""
    last = 0
    for result in RequesterRecognizer(["Jane Holloway", "Elizabeth Okonkwo-Reid"]).analyze(
        f"%C3 Jane%20Holloway {text}%E2%82", ["REQUESTER"]
    ):
        assert last <= result.start < result.end <= len(text) + 30
        last = result.end


@pytest.mark.parametrize("line", ["Your reference: AVIANPR/2O25-03", "AV/ANPR/2025-03", "ref. AV|ANPR/2025-O3."])
def test_a_reference_is_found_as_a_scan_reads_it(line):
    """A stroke becomes a letter, a nought an O."""
    assert RequesterRecognizer(references=["AV/ANPR/2025-03"]).analyze(line, ["REQUESTER"])


@pytest.mark.parametrize("line", ["AV/ANPR/2025-04", "AV/AMPR/2025-03", "XAVIANPR/2025-03", "S40 2"])
def test_another_reference_is_not(line):
    """What differs in a letter or figure nobody mistakes is somebody else's; short references are taken as they are."""
    assert not RequesterRecognizer(references=["AV/ANPR/2025-03", "SAO2"]).analyze(line, ["REQUESTER"])
