"""Letters of Scottish authorities under the Environmental Information (Scotland) Regulations 2004."""

from __future__ import annotations

import pytest

from redactor.letter.model import LetterKind, Use
from redactor.model import Mode, Severity
from redactor.rules import all_rules, run
from redactor.rules.examples import Example, view_of

RULES = [rule for rule in all_rules() if rule.code.startswith("L")]
REGULATIONS = "Environmental Information (Scotland) Regulations 2004"
ACT = "Freedom of Information (Scotland) Act 2002"
WEIGHED = (
    "There is a public interest in openness about how the council looks after the river. Against that, officers need space "
    "to think in private, and disclosure would discourage candour. On balance, the public interest in making the "
    "information available is outweighed by that in maintaining the exception."
)
REVIEW = (
    "If you are dissatisfied with this response you may ask the council to review it. A requirement for review should be "
    "made within 40 working days to review@kirkhaven.example.gov.uk."
)
COMMISSIONER = (
    "If you remain dissatisfied you may apply to the Scottish Information Commissioner, Kinburn Castle, Doubledykes Road, "
    "St Andrews KY16 9DS."
)
DRAFT = (
    "The council holds the report. It is withheld under {}, because it is an internal communication between officers."
)


def written(
    body: str, *, under: str = f"{REGULATIONS} (the EIRs)", review: str = REVIEW, to: str = COMMISSIONER
) -> str:
    """Return a letter with one paragraph of its own."""
    return (
        "Kirkhaven Council\nDate: 4 March 2024\nOur ref: EIR/24/101\nDear Ms Adeyemi\n"
        f"Request under the {under}\nThank you for your request, which we received on 12 February 2024.\n"
        f"{body}\n{review}\n{to}\nYours sincerely\nInformation Officer"
    )


def raised(text: str, regime: str = "eisr") -> dict[str, Severity]:
    """Return the codes that a letter to be sent raises, with their weights; an error of a rule is none."""
    view = view_of(Example(text, regime=regime, mode=Mode.SEND))
    issues = list(run(RULES, view))
    assert not [one for one in issues if one.unchecked]
    return {one.code: one.severity for one in issues}


def read(text: str, regime: str = ""):
    """Return a text as the letter it is."""
    return view_of(Example(text, regime=regime)).letter


@pytest.mark.parametrize(
    ("under", "known", "regime"),
    [
        (f"{REGULATIONS} (the EIRs)", "", "eisr"),
        (f"{REGULATIONS} (the EIRs)", "eisr", "eisr"),
        (f"{REGULATIONS} (the EIRs)", "eir", "eisr"),
        (f"{REGULATIONS} (the EIRs)", "foisa", "eisr"),
        (f"{REGULATIONS} (the EIRs)", "foia", "foia"),
        ("Environmental Information Regulations (Scotland) 2004", "", "eisr"),
        ("Environmental Information Regulations 2004 (EIR)", "", "eir"),
        ("Environmental Information Regulations 2004 (EIR)", "eisr", "eisr"),
        (ACT, "", "foisa"),
        (f"{ACT} (FOISA)", "foisa", "foisa"),
        (f"{ACT} (FOISA) or the EIRs", "", "foisa"),
    ],
)
def test_the_law_a_letter_is_under(under, known, regime):
    """What is known goes first; between Scotland's two laws the letter itself decides."""
    assert read(written("The council holds the report. It is attached.", under=under), known).regime == regime


def test_a_refusal_under_the_scottish_regulations_is_right():
    """Exception with its limb, reasons, both sides and the balance, review and the Scottish Commissioner."""
    assert raised(written(f"{DRAFT.format('regulation 10(4)(e) of the EIRs')} {WEIGHED}")) == {}


@pytest.mark.parametrize("cited", ["regulation 12(4)(e)", "regulation 12(4)(e) of the EIRs", "EIR 12(4)(e)"])
def test_the_number_of_the_other_country_is_told(cited):
    """Exceptions are in regulation 12 south of the border."""
    found = raised(written(f"{DRAFT.format(cited)} {WEIGHED}"))
    assert found == {"L128": Severity.REVIEW}


def test_personal_data_under_the_other_countrys_number_is_told():
    """Regulation 13 is the refusal notice in Scotland, and personal data are in 11."""
    said = "The council holds the letters. Names are withheld under {}, because they are personal data of third parties and naming them would be unfair."
    assert "L128" in raised(written(said.format("regulation 13(1)")))
    assert raised(written(said.format("regulation 11(2)"))) == {}


def test_the_notice_itself_may_be_cited():
    """Regulations 13 and 16 are the notice and the review here, personal data and a code there."""
    said = f"{DRAFT.format('regulation 10(4)(e)')} {WEIGHED} This letter is the notice that regulation 13 asks for."
    assert raised(written(said, review=f"{REVIEW} That right is in regulation 16.")) == {}


def test_an_english_letter_with_a_scottish_number_is_told():
    """And one with its own number is not."""
    under, to = (
        "Environmental Information Regulations 2004",
        "You may complain to the Information Commissioner, ico.org.uk.",
    )
    said = f"{DRAFT.format('regulation 10(4)(e)')} {WEIGHED}"
    assert "L128" in raised(written(said, under=under, to=to), "eir")
    assert "L128" not in raised(written(said.replace("10(4)", "12(4)"), under=under, to=to), "eir")


def test_the_title_of_the_other_countrys_regulations_is_told():
    """Its numbers are right, and its reader will look them up in the wrong place."""
    said = f"{DRAFT.format('regulation 10(4)(e)')} {WEIGHED}"
    assert "L128" in raised(written(said, under="Environmental Information Regulations 2004 (the EIRs)"))


def test_the_act_leads_to_the_regulations():
    """Section 39(2) is no refusal: the request is answered under the Regulations; 39(1) is health and safety."""
    said = (
        "The information is environmental. We therefore apply section 39(2) of the Act and answer under the "
        f"{REGULATIONS} (EIRs). {DRAFT.format('regulation 10(4)(e)')} {WEIGHED}"
    )
    for known in ("foisa", "eisr"):
        assert raised(written(said, under=ACT), known) == {}
    letter = read(written("It is exempt under section 39(1) as release would endanger safety.", under=ACT), "foisa")
    assert [one.use for one in letter.citations] == [Use.RELIED_ON]


def test_a_part_may_fall_under_the_act():
    """A letter that names both laws answers a part under each."""
    said = (
        f"Most of it is environmental and falls under the {REGULATIONS}. {DRAFT.format('regulation 10(4)(e)')} {WEIGHED}\n"
        f"The rest falls under the {ACT}. Names are withheld under section 38(1)(b) of the Act, because they are personal "
        "data and naming staff would be unfair."
    )
    assert "L128" not in raised(written(said))


def test_the_public_interest_is_weighed_for_each_exception():
    """Regulation 10(1)(b)."""
    found = raised(written(DRAFT.format("regulation 10(4)(e)")))
    assert found == {"L109": Severity.BLOCK}
    assert raised(written("The council does not hold it. Regulation 10(4)(a) applies.")).get("L109") == Severity.NOTE


def test_the_limb_and_the_harm_have_to_be_said():
    """Regulation 10(5) names seven interests and asks for substantial prejudice, at least as likely."""
    said = (
        "The report is withheld under {}, because disclosure {} the confidentiality of the grower's prices. " + WEIGHED
    )
    assert "L107" in raised(written(said.format("regulation 10(5)", "would harm")))
    assert "L107" in raised(written(said.format("regulation 10", "would harm")))
    assert "L111" in raised(written(said.format("regulation 10(5)(e)", "could harm")))
    assert raised(written(said.format("regulation 10(5)(e)", "would be likely to prejudice substantially"))) == {}


def test_neither_confirming_nor_denying_has_its_own_paragraph():
    """Regulation 10(8), for the interests of 10(5)(a)."""
    said = "The council neither confirms nor denies whether it holds it, under {}, as saying so would prejudice public safety."
    assert raised(written(said.format("regulation 10(5)(a)")))["L113"] is Severity.BLOCK
    assert "L113" not in raised(written(said.format("regulation 10(8)")))


def test_what_is_not_held_is_not_refused():
    """Regulation 10(4)(a) is an exception in form only; its letter is one that says that nothing is held."""
    letter = read(written("The council does not hold this information. Regulation 10(4)(a) of the EIRs applies."))
    assert letter.kind.kind is LetterKind.NOT_HELD


def test_time_may_be_extended_under_the_regulations_alone():
    """Regulation 7 has what the Scottish Act lacks."""
    said = "Your request is complex and voluminous, and we extend the time limit {}by 20 working days. We will reply by 8 April 2024."
    assert raised(written(said.format("under regulation 7(1) "))).get("L103") is Severity.NOTE
    assert raised(written(said.format(""), under=ACT), "foisa").get("L103") is Severity.REVIEW


@pytest.mark.parametrize(
    "review",
    [
        "You may make representations to the council if you think that we have not complied with the Regulations. They "
        "must be made in writing within 40 working days to review@kirkhaven.example.gov.uk.",
        "You have the right to require the council to review its decision. Please send a requirement for review within 40 "
        "working days to review@kirkhaven.example.gov.uk.",
        "Representations about this decision can be made within 40 working days to review@kirkhaven.example.gov.uk.",
        "Under regulation 16 you can submit representations, no later than 40 working days after this letter, to "
        "review@kirkhaven.example.gov.uk.",
    ],
)
def test_representations_and_requirements_are_reviews(review):
    """Regulation 16 calls it so."""
    said = written(f"{DRAFT.format('regulation 10(4)(e)')} {WEIGHED}", review=review)
    assert raised(said) == {}
    assert raised(said.replace("40 working", "20 working")) == {"L117": Severity.REVIEW}
    assert raised(said.replace(review, "")) == {"L117": Severity.BLOCK}


def test_complaints_go_to_the_scottish_commissioner():
    """And not to the one in England."""
    said = f"{DRAFT.format('regulation 10(4)(e)')} {WEIGHED}"
    to = "If you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk."
    assert raised(written(said, to=to)) == {"L118": Severity.REVIEW}


def test_scottish_days_are_counted():
    """26 August 2024 is no bank holiday in Scotland: 9 September was the last day."""
    said = written("The council holds the report. It is attached.").replace("12 February 2024", "12 August 2024")
    assert "L101" in raised(said.replace("4 March 2024", "10 September 2024"))
    assert "L101" not in raised(said.replace("4 March 2024", "9 September 2024"))


def test_a_manifestly_unreasonable_request_is_refused_by_number():
    """Regulation 10(4)(b) stands in for section 14; as a mere word it does not."""
    said = (
        "Your request is vexatious and we refuse it{}. It is the twelfth on the same weir, and answering them took four weeks. "
        + WEIGHED
    )
    assert raised(written(said.format(""))).get("L132") is Severity.REVIEW
    assert (
        raised(written(said.format(" under regulation 10(4)(b) as manifestly unreasonable"))).get("L132")
        is not Severity.REVIEW
    )


@pytest.mark.parametrize(
    "body", ["Names are [s40(2)].", "Your request is vexatious. It is refused under section 14(1)."]
)
def test_rules_bear_a_law_that_is_not_modelled(body):
    """A policy may say us-foia; boxes and vexatious requests are looked at all the same."""
    view = view_of(Example(written(body), regime="us-foia"))
    assert not [one for one in run(RULES, view) if one.unchecked and one.code in {"L129", "L132"}]
