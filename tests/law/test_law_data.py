"""The law files: sound, complete, and the same as what an officer's notes say."""

from __future__ import annotations

import datetime as dt

import pytest

from redactor import policy, yamlfile
from redactor.errors import PolicyError
from redactor.law import Law, Role, Standing, commissioners, load, loader
from redactor.law.model import Test as Demand

FOIA, EIR, FOISA, EISR = load("foia"), load("eir"), load("foisa"), load("eisr")
LAWS = (FOIA, EIR, FOISA, EISR)

# By section, so that a reader can lay the list beside the Act.
NCND = {
    **{number: ["(2)"] for number in ("22", "22A", "24", "29", "34", "37", "38", "39", "41", "42", "44", "12")},
    **{number: ["(3)"] for number in ("26", "28", "30", "31", "32", "33", "35", "36", "43")},
    "23": ["(5)"],
    "27": ["(4)"],
    "40": ["(5A)", "(5B)"],
}


def exempt(law: Law) -> list[str]:
    """Return the numbers of a law's exemptions."""
    return [section.section for section in law.sections if section.role is Role.EXEMPTION]


def test_every_ncnd_limb_is_here_and_no_other():
    """Section 21 has none; every other exemption has."""
    assert {number: list(FOIA.ncnd_limbs(number)) for number in FOIA.by_number if FOIA.ncnd_limbs(number)} == NCND
    assert [number for number in exempt(FOIA) if not FOIA.ncnd_limbs(number)] == ["21"]


def test_absolute_exemptions_of_the_act():
    """Section 2(3): these and no others; 36, 37 and 40 in some cases only."""
    assert [n for n in exempt(FOIA) if FOIA.absolute(n)] == ["21", "23", "32", "34", "41", "44"]
    assert [n for n in exempt(FOIA) if FOIA.absolute(n) is None] == ["36", "37", "40"]
    assert FOIA.absolute("37", "(1)(aa)") and FOIA.absolute("37", "(1)(ac)") is False
    assert FOIA.absolute("40", "(1)") and FOIA.absolute("40", "(3A)(a)")
    assert FOIA.absolute("40", "(2)") is None and FOIA.absolute("40", "(3B)") is False
    assert FOIA.absolute("12", "(1)") is None, "no exemption at all"


def test_absolute_exemptions_in_scotland():
    """FOISA s2(2)."""
    assert [n for n in exempt(FOISA) if FOISA.absolute(n)] == ["25", "26", "37"]
    assert FOISA.absolute("36", "(2)") and FOISA.absolute("36", "(1)") is False
    assert [FOISA.absolute("38", f"(1)({one})") for one in "abcd"] == [True, None, True, True]


def test_exceptions_of_the_scottish_regulations():
    """Regulation 10 is weighed throughout and speaks of substantial prejudice in (5); 11 turns on the condition."""
    assert exempt(EISR) == ["10", "11"]
    assert EISR.by_number["10"].standing is Standing.QUALIFIED and EISR.absolute("11", "(2)") is None
    assert {EISR.find("10", f"(5)({one})").test for one in "abcdefg"} == {Demand.PREJUDICE}
    assert {EISR.find("10", f"(4)({one})").test for one in "abcde"} == {Demand.CLASS}
    assert (EISR.ncnd_limbs("10"), EISR.ncnd_limbs("11")) == (("(8)",), ("(6)",))
    assert EISR.find("12", "(5)(e)") is None and EIR.find("10", "(5)(e)") is None, "numbers of the other country"
    facts = EISR.facts
    assert [one.value for one in (facts.response, facts.extension, facts.review_request)] == [20, 40, 40]


def test_what_has_to_be_shown():
    """Prejudice, "required for", "endanger", or the class alone."""
    prejudice = ["26", "28", "29", "31", "33", "36"]
    assert [n for n in exempt(FOIA) if FOIA.by_number[n].test is Demand.PREJUDICE] == sorted([*prejudice, "27", "43"])
    for limb, demand in (("27(1)", "prejudice"), ("27(2)", "class"), ("43(1)", "class"), ("43(2)", "prejudice")):
        assert FOIA.find(limb[:2], limb[2:]).test == demand
    assert FOIA.find("22A", "(1)(b)(i)").test is Demand.PREJUDICE and FOIA.find("22A", "(1)(a)").test is Demand.CLASS
    assert FOIA.find("24", "(1)").test is Demand.REQUIRED
    assert FOIA.find("38", "(1)(a)").test is Demand.ENDANGER
    assert EIR.find("12", "(5)(b)").test is Demand.ADVERSE and EIR.find("12", "(4)(b)").test is Demand.CLASS
    assert FOISA.find("31", "(1)").test is Demand.REQUIRED and FOISA.find("31", "(4)(a)").test is Demand.PREJUDICE
    assert FOISA.find("39", "(1)").test is Demand.ENDANGER


def test_only_section_36_needs_a_qualified_person():
    """And Scotland has none."""
    assert [(law.regime, s.section) for law in LAWS for s in law.sections if s.qualified_person] == [("foia", "36")]


@pytest.mark.parametrize(
    ("law", "section", "limbs"),
    [
        (FOIA, "31", [f"(1)({one})" for one in "abcdefghi"]),
        (FOIA, "36", ["(2)(a)(i)", "(2)(b)(i)", "(2)(b)(ii)", "(2)(c)"]),
        (EIR, "12", [f"(4)({one})" for one in "abcde"] + [f"(5)({one})" for one in "abcdefg"]),
        (EIR, "13", ["(1)", "(5A)", "(5B)(a)"]),
        (FOISA, "35", [f"(1)({one})" for one in "abcdefgh"]),
        (FOISA, "30", ["(a)", "(b)(i)", "(b)(ii)", "(c)"]),
    ],
)
def test_limbs_resolve_with_what_stands_above_them(law, section, limbs):
    """Each limb, and each limb above it, is found; the next letter is not."""
    for limb in limbs:
        found = law.find(section, limb)
        assert found and found.standing and found.test and found.title and found.source
        assert law.find(section, limb[: limb.rindex("(")]) is not None
    assert law.find(section, "(1)(z)") is None


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.regime)
def test_every_provision_is_whole(law):
    """Standing and test on every exemption, a source on everything, and nothing resolves to a limb it lacks."""
    for (number, limb), one in law.provisions.items():
        assert (one.section, one.limb) == (number, limb)
        assert one.source and one.title
        assert one.role is not Role.EXEMPTION or (one.standing and one.test)
    assert all(law.by_number[number].subject for number in exempt(law))
    subjects = [subject.casefold() for section in law.sections for subject in section.subject]
    assert len(subjects) == len(set(subjects)), "a subject names one section"
    assert law.find("99") is None and law.find("99", "(1)") is None


def test_neither_confirm_nor_deny_elsewhere():
    """EIR: 12(6), 13(5A), 13(5B). FOISA: section 18, for sections 28 to 35, 38, 39(1) and 41."""
    assert [f"{n}{limb}" for n in EIR.by_number for limb in EIR.ncnd_limbs(n)] == ["12(6)", "13(5A)", "13(5B)"]
    assert FOISA.ncnd_limbs("18") == ("(1)",)
    through = [n for n in exempt(FOISA) if FOISA.by_number[n].ncnd_through]
    assert through == [*map(str, range(28, 36)), "38", "41"]
    assert FOISA.find("39", "(1)").ncnd_through and not FOISA.find("39", "(2)").ncnd_through


def test_every_exception_of_the_regulations_is_weighed():
    """Only personal data is not, by its first condition."""
    assert {p.standing for p in EIR.provisions.values() if p.section == "12"} == {Standing.QUALIFIED}
    assert EIR.absolute("13", "(2A)(a)")


def test_time_limits_and_costs():
    """Twenty days everywhere; forty to ask for a review; forty to answer one under the Regulations."""
    assert [law.facts.response.value for law in LAWS] == [20, 20, 20, 20]
    assert [law.facts.review_request.value for law in LAWS] == [40, 40, 40, 40]
    assert [law.facts.review_answer.value for law in LAWS] == [20, 40, 20, 20]
    assert [law.facts.refusal.provision for law in LAWS] == ["s17(1)", "reg 14(1)", "s16(1)", "reg 13(a)"]
    assert [(limit.pounds, limit.hours) for limit in FOIA.cost_limits] == [(600, 24), (450, 18)]
    assert [limit.pounds for limit in FOISA.cost_limits] == [600] and EIR.cost_limits == ()


def test_facts_nobody_checked_say_so():
    """The dagger of the officers' notes: amended and remembered entries are not passed off as compared."""
    assert not FOIA.find("22", "(2)").checked
    assert FOIA.find("31", "(3)").checked and FOIA.find("24", "(2)").checked
    assert not FOIA.facts.review_request.checked
    assert not EIR.find("13", "(1)").checked


def test_an_unknown_regime_is_an_error_that_helps():
    """It names the ones there are."""
    with pytest.raises(PolicyError, match="foia, eir, foisa, eisr"):
        load("us-foia")


def test_the_law_is_read_once_and_is_frozen():
    """The same value every time, and one that cannot be changed."""
    assert load("foia") is FOIA
    with pytest.raises(ValueError, match="frozen"):
        FOIA.regime = "eir"
    with pytest.raises(ValueError, match="frozen"):
        FOIA.find("31").title = ""


FILE = (loader.folder() / "eir.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("unit: regulation", "unit: regulation\ncolour: red", "colour"),
        ("  standing: qualified\n  test: class\n", "  test: class\n", "standing"),
        ("{limb: (4)(a),", "{limb: 4a,", "limb"),
        ("{limb: (4)(a),", "{limb: (4)(b),", "stands twice"),
        ("- section: '13'", "- section: '12'", "stands twice"),
        ("  source: EIR reg 13\n", "", "source"),
        ("  source: EIR reg 13\n  checked: false", "  source: EIR reg 13", "checked"),
        ("value: 20, source: 'EIR reg 5(2)", "value: 0, source: 'EIR reg 5(2)", "response"),
    ],
)
def test_a_wrong_law_file_is_refused_with_line_and_key(old, new, said):
    """What is missing, unknown, doubled or impossible is an error, not an absent rule."""
    assert old in FILE
    with pytest.raises(PolicyError, match=said) as caught:
        yamlfile.parse(FILE.replace(old, new, 1), Law, PolicyError, where="eir.yaml")
    assert caught.value.where.startswith("eir.yaml")


def test_law_files_are_no_policy_packs():
    """They lie in a folder of their own, which the list of packs does not see."""
    assert not {"foisa", "foia", "commissioners", "calendar"} & set(policy.names())


LETTER_2024 = dt.date(2024, 7, 31)


@pytest.mark.parametrize(
    ("text", "value", "right"),
    [
        ("https://ico.org.uk/", "ico.org.uk", True),
        ("www.ico.org.uk", "ico.org.uk", True),
        ("0303 123 1113", "0303 123 1113", True),
        ("+44 (0)303 123\n1113", "0303 123 1113", True),
        ("casework@ico.org.uk", "casework@ico.org.uk", True),
        ("Wycliffe\nHouse", "Wycliffe House, Water Lane, Wilmslow, Cheshire, SK9 5AF", True),
        ("SK9 5AF", "Wycliffe House, Water Lane, Wilmslow, Cheshire, SK9 5AF", True),
        ("Circle Square", "Circle Square, Oxford Road, Manchester", False),
        ("01625 545 745", "01625 545745", False),
        ("08456 30 60 60", "08456 306060", False),
        ("mail@ico.gsi.gov.uk", "mail@ico.gsi.gov.uk", False),
        ("www.ico.gov.uk", "www.ico.gov.uk", False),
        ("Kinburn Castle", "Kinburn Castle, Doubledykes Road, St Andrews, Fife, KY16 9DS", True),
        ("enquiries@itspublicknowledge.info", "enquiries@itspublicknowledge.info", False),
        ("www.foi.scot", "foi.scot", True),
    ],
)
def test_a_commissioners_contact_is_known_and_dated(text, value, right):
    """In a letter of July 2024."""
    found = commissioners.mentions(f"Write to: {text}, please.")
    assert [one.contact.value for one in found] == [value]
    assert found[0].contact.right_on(LETTER_2024) is right


@pytest.mark.parametrize(
    "text", ["0303 123 11134", "ico.org.uk.example.org", "disco.org.uk", "SK9 5AFX", "me@example.org"]
)
def test_what_is_no_commissioners_contact(text):
    """A longer number, a longer name, and anybody else."""
    assert commissioners.mentions(text) == ()


def test_the_move_to_manchester_leaves_no_gap():
    """On each day from 2015 on there is at least one right address, and in autumn 2026 both are."""
    contacts = [one for one in commissioners.commissioner("foia").contacts if one.kind is commissioners.Kind.ADDRESS]
    days = [dt.date(2015, 1, 1) + dt.timedelta(days=30 * number) for number in range(200)]
    assert all(any(one.right_on(day) for one in contacts) for day in days)
    assert all(one.right_on(dt.date(2026, 10, 15)) for one in contacts)


def test_each_regime_has_its_commissioner():
    """And the law file names the same one."""
    for law in LAWS:
        assert commissioners.commissioner(law.regime).name == law.commissioner
    with pytest.raises(PolicyError, match="regime"):
        commissioners.commissioner("us-foia")
