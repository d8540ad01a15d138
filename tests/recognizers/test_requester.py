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
