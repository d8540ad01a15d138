"""Citations as letters write them, and what only looks like one."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.law import REGIMES, load
from redactor.law.citations import in_words, read

SEED = Path(__file__).resolve().parents[2].parent / "shared" / "seed" / "000_74fc5602ab8ea638.txt"

# Text, and every citation in it in canonical form. The letter is one under the Act of 2000.
POSITIVE = (
    ("exempt under s.31(3) of the Act", "s31(3)"),
    ("section 31(1)(a) and (b) applies", "s31(1)(a) s31(1)(b)"),
    ("Sections 24(2) and 31(3)", "s24(2) s31(3)"),
    ("s40(2) & (3A)(a)", "s40(2) s40(3A)(a)"),
    ("s.36 (2) (b) (i) and (ii)", "s36(2)(b)(i) s36(2)(b)(ii)"),
    ("the exemptions at 23(5) and 30", "s23(5) s30"),
    ("Sect1on 40(2) of the Act", "s40(2)"),
    ("Section 3l(1)(a)", "s31(1)(a)"),
    ("section 4O(2)", "s40(2)"),
    ("section 31(l)(a)", "s31(1)(a)"),
    ("section 31(1)(a)-(c)", "s31(1)(a) s31(1)(b) s31(1)(c)"),
    ("section 31(1)(a) to (c) of FOIA", "s31(1)(a) s31(1)(b) s31(1)(c)"),
    ("s31(1)(a)(b)", "s31(1)(a) s31(1)(b)"),
    ("S.40(2)", "s40(2)"),
    ("Section 40(2) & (3)", "s40(2) s40(3)"),
    ("SECTION 43(2) COMMERCIAL INTERESTS", "s43(2)"),
    ("Section 43 (2) – Commercial Interests", "s43(2)"),
    ("Section\n43(2)", "s43(2)"),
    ("section 43\n(2)", "s43(2)"),
    ("section 43(1)(2)", "s43(1) s43(2)"),
    ("ss. 24 and 31", "s24 s31"),
    ("ss 40(2), 41 and 43(2)", "s40(2) s41 s43(2)"),
    ("sections 21, 22 and 44 of the Freedom of Information Act", "s21 s22 s44"),
    ("Sections 24 and 31 being prejudice based qualified exemptions", "s24 s31"),
    ("Section 24(2) – National Security\nSection 31(3) – Law Enforcement", "s24(2) s31(3)"),
    ("Section 17(1) of the legislation", "s17(1)"),
    ("in accordance with section 17(1)(b) and 17(1)(c)", "s17(1)(b) s17(1)(c)"),
    ("under the Freedom of Information Act 2000 s1", "s1"),
    ("section 1(1)(a) of the Act", "s1(1)(a)"),
    ("Section 12(1) and (2)", "s12(1) s12(2)"),
    ("exempt by virtue of section 12 of FOIA", "s12"),
    ("refused under section 14(1) because it is vexatious", "s14(1)"),
    ("section 22A(1)(b)(i)", "s22A(1)(b)(i)"),
    ("section 22a", "s22A"),
    ("section 40(5B)(a)(i)", "s40(5B)(a)(i)"),
    ("section 40(5b)(a)(i)", "s40(5B)(a)(i)"),
    ("Section 40(2) and 40(3A)(a)", "s40(2) s40(3A)(a)"),
    ("s.40(2)/s.31(1)(a)", "s40(2) s31(1)(a)"),
    ("[s40(2)]", "s40(2)"),
    ("Redacted – s40", "s40"),
    ("S40", "s40"),
    ("section 40 (personal information)", "s40"),
    ("Section 31(1)(a), (b), (c) and (g)", "s31(1)(a) s31(1)(b) s31(1)(c) s31(1)(g)"),
    ("Section 31(1)(h) and (i)", "s31(1)(h) s31(1)(i)"),
    ("section 31(1)(i)", "s31(1)(i)"),
    ("section 30(1)(a)(i) and (b)", "s30(1)(a)(i) s30(1)(b)"),
    ("section 30(2)(a)(ii)-(iv)", "s30(2)(a)(ii) s30(2)(a)(iii) s30(2)(a)(iv)"),
    ("section 37(1)(aa) to a royal", "s37(1)(aa)"),
    ("s.31(1a)", "s31(1)(a)"),
    ("section 40 subsection 2", "s40(2)"),
    ("section 40, subsection (2)", "s40(2)"),
    ("subsection (5) of section 23", "s23(5)"),
    ("subsection 2 of section 40 of the Act", "s40(2)"),
    ("paragraph (a) of section 31(1)", "s31(1)(a)"),
    ("section 23(5), section 24(2) and section 31(3)", "s23(5) s24(2) s31(3)"),
    ("the exemption in section 42(1), legal professional privilege, and section 41", "s42(1) s41"),
    ("Sec 38(1)(b)", "s38(1)(b)"),
    ("sect. 38(1)(b)", "s38(1)(b)"),
    ("the FOIA, section 38(1)(a) and (b)", "s38(1)(a) s38(1)(b)"),
    ("FOIA 40(2)", "s40(2)"),
    ("FOI Act section 40(2)", "s40(2)"),
    ("s 40(2) of the 2000 Act", "s40(2)"),
    ("Section 30/31", "s30 s31"),
    ("Section(s) 24, 31", "s24 s31"),
    ("Exemption: Section 31(1)(a)(b) – Law Enforcement", "s31(1)(a) s31(1)(b)"),
    ("exemptions 40(2) and 43(2)", "s40(2) s43(2)"),
    ("section 31 (1) ( a )", "s31(1)(a)"),
    ("section 31[1][a]", "s31(1)(a)"),
    ("Sections 31(1)(a)&(b), 40(2)", "s31(1)(a) s31(1)(b) s40(2)"),
    ("section 60 of the Freedom of Information Act 2000", "s60"),
    ("section 40(2) of FOIA and section 170 of the Data Protection Act 2018", "s40(2)"),
    ("section 40(2) (personal data) read with the Data Protection Act 2018", "s40(2)"),
    ("section 31(1)(z)", "s31(1)(z)"),
    ("section 31(1)(a) in this case", "s31(1)(a)"),
    ("section 40(2) to your request", "s40(2)"),
    ("Section 44(1)(a) – Official Secrets Act 1989", "s44(1)(a)"),
    ("section 44(1)(a) (Official Secrets Act 1989)", "s44(1)(a)"),
    ("the section 45 Code of Practice under FOIA", "s45"),
    ("would breach the Data Protection Act 2018.\nSection 40(2)", "s40(2)"),
    ("Data Protection Act 2018\nSection 40(2) applies", "s40(2)"),
    ("under sections 26 to 31 of the Act", "s26 s31"),
    ("Section 16 – Advice and assistance", "s16"),
    ("Sections 31 (1) (a) and (b) and 40 (2)", "s31(1)(a) s31(1)(b) s40(2)"),
    ("S31(1)(A)", "s31(1)(a)"),
    ("section 31 as well as section 40(2)", "s31 s40(2)"),
    ("section 40 may apply", "s40"),
    ("engaged section 31.", "s31"),
    ("section 31: law enforcement", "s31"),
    ("Section 12 (Cost) does apply to your request", "s12"),
    ("sections 23(5) 24(2) and 31(3)", "s23(5) s24(2) s31(3)"),
    ("S.31(1)a", "s31(1)(a)"),
    ("Section 31(1)(a) (b) and (c)", "s31(1)(a) s31(1)(b) s31(1)(c)"),
    ("section 40(2) by virtue of section 40(3A)(a)", "s40(2) s40(3A)(a)"),
    ("S23(5) Information relating to the security bodies;\nS24(2) National Security;", "s23(5) s24(2)"),
    ("section 17(7)(a) and (b)", "s17(7)(a) s17(7)(b)"),
)

OTHER_REGIMES = (
    ("Reg 12(4)(b)", "Reg 12(4)(b)", "eir"),
    ("Regulation 13(1)", "Reg 13(1)", "eir"),
    ("regulations 12(4)(d) and (e)", "Reg 12(4)(d) Reg 12(4)(e)", "eir"),
    ("regs 12(5)(a), (b) and 13(1)", "Reg 12(5)(a) Reg 12(5)(b) Reg 13(1)", "eir"),
    ("EIR 12(5)(e)", "Reg 12(5)(e)", "eir"),
    ("EIR reg. 12(5)(f)", "Reg 12(5)(f)", "eir"),
    ("regulation 12(4)(b) of the Environmental Information Regulations 2004", "Reg 12(4)(b)", "eir"),
    ("REGULATION 13(5A)", "Reg 13(5A)", "eir"),
    ("Reg 10(4)(e) of the Environmental Information (Scotland) Regulations 2004", "EISR Reg 10(4)(e)", "eisr"),
    ("regulation 10(5)(f) of the Environmental Information Regulations (Scotland) 2004", "EISR Reg 10(5)(f)", "eisr"),
    ("EISR 10(4)(b)", "EISR Reg 10(4)(b)", "eisr"),
    ("EI(S)Rs regulation 11(2)(a)", "EISR Reg 11(2)(a)", "eisr"),
    ("regulations 10(4)(d) and (e) of the EIR(S)", "EISR Reg 10(4)(d) EISR Reg 10(4)(e)", "eisr"),
    ("FOISA s38(1)(b)", "FOISA s38(1)(b)", "foisa"),
    ("section 30(b)(i) and (ii) of FOISA", "FOISA s30(b)(i) FOISA s30(b)(ii)", "foisa"),
    ("section 26(a) of the Freedom of Information (Scotland) Act 2002", "FOISA s26(a)", "foisa"),
    ("section 30(b)(i), 30(c) of the 2002 Act", "FOISA s30(b)(i) FOISA s30(c)", "foisa"),
    ("Freedom of Information (Scotland) Act 2002, section 35(1)(a)", "FOISA s35(1)(a)", "foisa"),
)

NEGATIVE = (
    "section 60 of the Police Act 1996",
    "s.5 of the Data Protection Act",
    "section 35(2) of the Data Protection Act 2018",
    "section 40 of the Criminal Justice Act 1988",
    "Section 1 of PACE",
    "s.1 PACE 1984",
    "s.30(1) Police and Criminal Evidence Act 1984",
    "s28 RIPA 2000",
    "PACE s.24",
    "DPA 2018 s.35(1)",
    "Police Act 1996, section 39",
    "Data Protection Act 1998 section 10",
    "section 22 and section 24 of the Road Traffic Act 1988",
    "sections 44 to 47 of the Terrorism Act 2000",
    "section 60 stop and search",
    "section 136 detentions",
    "s.136 Mental Health Act",
    "regulation 12 of the Police (Conduct) Regulations 2020",
    "regulation 10 of the Working Time Regulations",
    "31. Vehicle stops",
    "31 Law enforcement",
    "31(1)(a)-(c)",
    "Section 12 – Contact details",
    "Section 1: Introduction",
    "section 31 of the policy",
    "section 40 of this document",
    "section 31 of our procedure",
    "section 31 of your report",
    "Please fill in section 14 of the form",
    "see section 12.3 of the manual",
    "section 31.2",
    "question 31 and part 40",
    "page 31, table 40",
    "Volvo S40",
    "Galaxy S22 handsets",
    "12 High Street, Sheffield S36 2AB",
    "Chesterfield S40 1AB",
    "it's 40 degrees",
    "officers' 31 vehicles",
    "the 1930s 40 cars",
    "A sections 31/12/2024 return",
    "section 31 December",
    "https://www.example.org/ukpga/2000/36/section/40",
    "cross-section 31",
    "s.40@example.org",
    "section 22-hour shift",
    "the section 30% of staff",
    "section 43,000 people",
    "Article 31 of the Convention",
    "Schedule 2 of the Act",
    "paragraph 31 of the judgment",
    "rule 31 and order 40",
    "the exemptions are 3 in number",
    "subsection 2 of the policy",
    "No exemption applies.",
    "section 44-47 of the Terrorism Act 2000",
    "section 44 to 47 Terrorism Act 2000",
    "section 1 of Schedule 2",
    "section 28 and 29 of RIPA",
    "section 40 (Road Traffic Act 1988)",
    "s22, s23 and s24 of the Offensive Weapons Act 2019",
    "section 30 of the Police Reform Act 2002 and section 31 of that Ordinance",
    "under section 8 and regulation 14 of the Licensing Regulations",
    "Section 16: Vehicles",
    "see section 31 below",
)


def said(text: str, regime: str = "foia") -> str:
    """Return the citations of a text in canonical form, in order."""
    return " ".join(one for citation in read(text, regime=regime) for one in citation.canonical)


@pytest.mark.parametrize(("text", "expected"), POSITIVE, ids=[text for text, _ in POSITIVE])
def test_a_citation_is_read_however_it_is_written(text, expected):
    """Dots, brackets, lists, ranges, line breaks and OCR slips lead to one canonical form."""
    assert said(text) == expected


@pytest.mark.parametrize(("text", "expected", "hint"), OTHER_REGIMES, ids=[text for text, _, _ in OTHER_REGIMES])
def test_a_citation_that_names_its_law_is_read_against_it(text, expected, hint):
    """A regulation is of the EIR and FOISA is FOISA, whatever the letter is under."""
    assert said(text) == expected
    assert {citation.regime_hint for citation in read(text)} == {hint}


@pytest.mark.parametrize("text", NEGATIVE)
def test_what_only_looks_like_a_citation_is_left_alone(text):
    """Sections of other Acts and documents, headings, postcodes, cars and numbers."""
    assert said(text) == ""


def test_a_scottish_letter_reads_a_bare_section_as_foisa():
    """Section 38(1)(b) is health and safety in one Act and personal information in the other."""
    assert said("section 38(1)(b)", "foisa") == "FOISA s38(1)(b)"
    assert read("section 38(1)(b)", regime="foisa")[0].regime_hint == ""


def test_an_environmental_letter_that_cites_a_section_means_the_act():
    """Rule REGIME needs to see it."""
    assert [one.regime for one in read("section 40(2) and reg 13(1)", regime="eir")] == ["foia", "eir"]


@pytest.mark.parametrize("regime", ["foisa", "eisr"])
@pytest.mark.parametrize("text", ["regulation 10(4)(e)", "regulation 10(4)(e) of the EIRs", "EIR 10(4)(e)"])
def test_in_scotland_a_regulation_is_of_the_scottish_regulations(text, regime):
    """They are called "the EIRs" there too, and 10 is the exceptions' number, not that of a transfer."""
    assert said(text, regime) == "EISR Reg 10(4)(e)"


@pytest.mark.parametrize(
    ("text", "own", "law"),
    [
        ("regulation 12(5)(e)", "eisr", "eir"),
        ("regulation 13(1)", "foisa", "eir"),
        ("regulation 12(4)(d) of the EIRs", "eisr", "eir"),
        ("regulation 10(5)(e)", "eir", "eisr"),
        ("regulation 11(3A)(a)", "eir", "eisr"),
        ("regulation 11(2)", "eir", "eir"),
        ("regulation 14(5)", "eisr", "eisr"),
        ("regulation 16(1)", "eir", "eir"),
        ("regulation 11(2)", "eisr", "eisr"),
        ("regulation 10(9)(z)", "eir", "eir"),
    ],
)
def test_a_number_that_only_the_other_country_has_was_taken_from_there(text, own, law):
    """Rule REGIME needs to see it; what neither has stays with the letter's own."""
    assert [one.regime for one in read(text, regime=own)] == [law]


@pytest.mark.parametrize("law", REGIMES)
def test_a_citation_in_its_short_form_is_read_back(law):
    """Codes on boxes are written so."""
    for section, limb in load(law).provisions:
        if limb:
            assert said(load(law).write(section, limb), law) == load(law).write(section, limb)


def test_another_act_later_in_the_sentence_changes_nothing():
    """The law is that of the words beside the number, not of any words near it."""
    text = "section 40(2) applies. FOISA does not apply to us, and neither do the EIR."
    assert [(one.canonical, one.regime_hint) for one in read(text)] == [(("s40(2)",), "")]


def test_the_hint_is_empty_where_the_text_names_no_act():
    """The words "the Act" mean whichever the letter is under."""
    assert [one.regime_hint for one in read("section 40(2) of the Act. Section 31(3). s24(2) FOIA")] == ["", "", "foia"]


@pytest.mark.parametrize("text", [text for text, _ in POSITIVE])
def test_spans_hold_the_citation(text):
    """A span begins and ends at something printed, lies within the text and follows the one before it."""
    end = 0
    for citation in read(text):
        begins, end_of_this = citation.span
        assert end <= begins < end_of_this <= len(text)
        assert text[begins:end_of_this].strip() == text[begins:end_of_this]
        end = end_of_this


@pytest.mark.skipif(not SEED.is_file(), reason="the seed letter is not here")
def test_the_seed_letter_cites_what_a_reader_sees():
    """Two NCND limbs, the bare headings, section 1 and the notice under 17(1); not "section 60" of anything."""
    found = said(SEED.read_text("utf-8")).split()
    assert set(found) == {"s1", "s24(2)", "s31(3)", "s24", "s31", "s17(1)"}


@given(st.text(alphabet="s.S 3140(2)ab-,&and/section\nRegI", max_size=80))
def test_any_text_is_read_without_an_error(text):
    """Every citation is within the text, and the same text gives the same answer."""
    found = read(text)
    assert found == read(text)
    assert all(0 <= one.span[0] < one.span[1] <= len(text) for one in found)


EVERY = sorted((regime, *key) for regime in ("foia", "eir", "foisa") for key in load(regime).provisions)
EXEMPT = [
    (regime, number, limb) for regime, number, limb in EVERY if load(regime).find(number, limb).role == "exemption"
]


@given(st.sampled_from(EXEMPT), st.sampled_from(["", " ", "\n"]))
def test_every_limb_of_every_law_reads_back_as_itself(one, gap):
    """What a report writes, the reader understands; and so it does with the brackets apart."""
    regime, number, limb = one
    text = load(regime).write(number, limb.replace(")(", f"){gap}("))
    assert said(f"exempt under {text} of the Act" if regime != "eir" else f"exempt under {text}") == load(regime).write(
        number, limb
    )


@pytest.mark.parametrize(
    "unit", ["section 31(1)(a) and (b) ", "Data Protection And Police Act ", " ", "s31(", "s 31 " + " " * 200]
)
def test_reading_takes_time_in_proportion_to_length(unit):
    """Ten times the text takes nowhere near a hundred times the work, whatever it is made of."""

    def cost(length: int) -> float:
        text = "section 31" + (unit * (length // len(unit) + 1))[:length] + "x"
        return min(_seconds(text) for _ in range(3))

    assert cost(20_000) < 40 * cost(2_000) + 0.05


def _seconds(text: str) -> float:
    began = time.process_time()
    read(text)
    return time.process_time() - began


def test_an_exemption_named_in_words_is_found():
    """Words such as law enforcement are no citation, but show which one is missing."""
    law = load("foia")
    found = in_words("withheld as personal\ninformation and for law enforcement reasons", law)
    assert [one.section for one in found] == ["40", "31"]
    assert in_words("personality information", law) == ()


@pytest.mark.parametrize(
    "text", ["FOIA 2000 applies", "FOISA 2025/171", "EIR 2004", "Ref: FOIA 0412", "EIRs 24/9, FOIA 7 and FOIA 31"]
)
def test_an_act_with_a_number_behind_it_comes_to_an_end(text):
    """The empty word between "FOIA" and a number was once found again at the same place without end."""
    found = read(text)
    assert len(found) <= 4
    assert not [one for one in found if one.span[0] >= one.span[1]]
