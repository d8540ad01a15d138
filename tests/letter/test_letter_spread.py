"""Statements spread over two sentences, a heading and its paragraph, or a question and its table."""

from __future__ import annotations

import pytest

from redactor.letter import compound, numbering, weighing
from redactor.letter.model import ComplaintRoute, LetterKind, Passage, Remark, Side, Use
from redactor.rules import all_rules, run
from redactor.rules.examples import Example, view_of

HEAD = "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
TAIL = "\nYours sincerely"


def hits(code: str, text: str, regime: str = "foia") -> list[str]:
    rule = [one for one in all_rules() if one.code == code]
    return [one.message for one in run(rule, view_of(Example(text, regime=regime)))]


@pytest.mark.parametrize(
    ("refusal", "ground"),
    [
        ("We are not disclosing it.", "Section 44(1)(a) exempts what another Act forbids us to give."),
        ("The contract is withheld.", "Section 43(2) covers the price, which rivals would use."),
        ("You cannot have the plans.", "Section 38(1)(b) protects the safety of staff."),
        ("The names are exempt.", "Section 40(2) is about personal data of others."),
        ("The letter is refused. The exemptions are as follows.", "Section 42(1) (legal privilege). It is advice."),
        (
            "None of it will be released. These are the exemptions.",
            "Section 41(1) (confidence). It was given in trust.",
        ),
    ],
)
@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_ground_may_stand_behind_the_refusal(refusal: str, ground: str, between: str) -> None:
    """In the next sentence, or in the paragraph that a refusal announces."""
    if between == "\n" and not refusal.endswith(("follows.", "exemptions.")):
        return
    letter = view_of(f"{HEAD}The council holds this. {refusal}{between}{ground}{TAIL}").letter
    assert letter is not None
    assert [one.use for one in letter.citations] == [Use.RELIED_ON]


@pytest.mark.parametrize(
    "said",
    [
        "We are not disclosing it. Section 36 was considered and rejected.",
        "The report is attached. Section 43(2) is an exemption that we thought about.",
        "The report is attached. The exemptions are as follows.\nSection 43(2) (commercial interests). Trade secrets are an example.",
    ],
)
def test_a_ground_behind_no_refusal_is_only_discussed(said: str) -> None:
    """Nothing was refused before it, or it is passed over."""
    letter = view_of(f"{HEAD}The council holds this. {said}{TAIL}").letter
    assert letter is not None
    assert all(one.use is not Use.RELIED_ON for one in letter.citations)


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("in answer to (1), we hold the figures", (("1",),)),
        ("as to (2) and (3), nothing is held", (("2",), ("3",))),
        ("on (b), there were nine", (("b",),)),
        ("with regard to (4): the list is attached", (("4",),)),
        ("turning to (2), it is exempt", (("2",),)),
        ("reply to 1", (("1",),)),
        ("our answer to 2 and 3:", (("2",), ("3",))),
        ("response to 4", (("4",),)),
        ("in reply to (a) and (b), yes", (("a",), ("b",))),
        ("under (3), see the table", (("3",),)),
    ],
)
def test_an_answer_may_name_its_question_by_number_alone(text: str, paths: tuple[tuple[str, ...], ...]) -> None:
    """Without "question" or "part" before it."""
    label = numbering.label(text, 0, len(text))
    assert label is not None
    assert label.paths == paths


@pytest.mark.parametrize(
    "text",
    [
        "on 3 may we wrote to you",
        "under section 1(1) we hold it",
        "in response to 12 complaints we closed it",
        "for 2023 there were nine",
        "as to the cost (2 pages) see below",
        "under 18s are not counted",
        "reply to 12 letters took a week",
        "on (re)opening the file we found nothing",
    ],
)
def test_a_number_in_a_sentence_names_no_question(text: str) -> None:
    """A day, a section, a count."""
    assert numbering.label(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("said", "side"),
    [
        ("the public interest for confirming or denying lies in people knowing that reports are acted upon.", Side.FOR),
        ("the public interest against is in the ability to choose which places to watch.", Side.AGAINST),
        ("the case for disclosure rests on the sums that were spent.", Side.FOR),
        ("the argument in favour of withholding is that bidders would stay away.", Side.AGAINST),
        ("the interest against disclosure consists of candour between officials.", Side.AGAINST),
    ],
)
def test_what_an_interest_is_made_of_concludes_nothing(said: str, side: Side) -> None:
    """It is a factor for its side."""
    assert [one for _, one in weighing.pieces(said, Passage(0, len(said)), None, certain=True)] == [side]


@pytest.mark.parametrize(
    "said",
    [
        "the public interest in this case lies in maintaining the exemption.",
        "the public interest lies in disclosure.",
        "the balance of the public interest is in favour of withholding the report.",
        "the public interest in maintaining the exemption outweighs that in disclosure.",
        "the public interest is against disclosure.",
    ],
)
def test_where_the_balance_lies_is_still_a_conclusion(said: str) -> None:
    """The look-alikes."""
    assert weighing.weighs(said, 0, len(said))


@pytest.mark.parametrize(
    "said",
    [
        "There is no supplier left to be harmed. The refusal under this section is overturned.",
        "I do not uphold that.",
        "The exemption is withdrawn.",
        "That decision was wrong and is reversed.",
    ],
)
def test_an_exemption_in_a_heading_may_be_given_up_below_it(said: str) -> None:
    """It needs no public interest test any more."""
    text = (
        "Date: 4 March 2024\nDear Ms Adeyemi\nInternal review\nYou asked us to review our refusal of the log, which "
        f"was withheld under section 43(2) of the Freedom of Information Act 2000 on 12 February 2024.\nSection 43(2)\n{said}\nThe log is attached.{TAIL}"
    )
    letter = view_of(text).letter
    assert letter is not None
    assert {one.use for one in letter.citations} == {Use.DECLINED}


@pytest.mark.parametrize("mark", ["A. ", "A: ", "a. "])
def test_the_mark_of_an_answer_is_no_letter_of_a_list(mark: str) -> None:
    """It stands below each question, and no "B." beside it."""
    text = f"{HEAD}Q1. How many alarms were fitted?\n{mark}Fourteen.\nQ2. Who fitted them?\n{mark}Marlowe and Partners.{TAIL}"
    assert hits("L105", text) == []


def test_letters_of_a_list_stay_what_they_are() -> None:
    """A "b." beside it makes "a." a part of the question."""
    text = f"{HEAD}You asked:\n1. How many alarms\na. were fitted?\nb. failed?\nOur reply:\n1a. Fourteen.{TAIL}"
    assert hits("L105", text) == ["No answer to question 1b was found."]


@pytest.mark.parametrize(
    ("asked", "raised"),
    [("Assaults on staff at each station, physical and sexual.", 1), ("Vehicles at each station, new and old.", 0)],
)
def test_the_question_says_what_its_table_counts(asked: str, raised: int) -> None:
    """Where neither heading nor caption says that it is people."""
    table = "Station\tFirst\tSecond\nEastgate\t41\t3\nNewland\t28\t1\nPorters Hill\t12\t2"
    text = f"{HEAD}You asked:\n1. {asked}\n2. The cost of repairs.\nOur reply:\n1. This is held and below.\n{table}\n2. £4,300.{TAIL}"
    assert len(hits("L126", text)) == raised


@pytest.mark.parametrize(("regime", "raised"), [("foisa", 1), ("foia", 0), ("eir", 0)])
def test_a_scottish_letter_goes_to_its_own_commissioner(regime: str, raised: int) -> None:
    """Section 50 of the Act of 2000 opens no way for a Scottish requester; under the Regulations it does."""
    name = {"foisa": "Freedom of Information (Scotland) Act 2002", "eir": "Environmental Information Regulations 2004"}
    text = (
        f"Date: 4 March 2024\nDear Ms Adeyemi\nRequest under the {name.get(regime, 'Freedom of Information Act 2000')}\n"
        "Thank you for your request of 12 February 2024. We hold the report. It is attached.\nYou have the right under section "
        f"50 of the Freedom of Information Act 2000 to complain to the Information Commissioner, www.ico.org.uk.{TAIL}"
    )
    assert len(hits("L128", text, regime)) == raised


@pytest.mark.parametrize(
    ("row", "raised"),
    [("Directed surveillance (authorised)\t17", 1), ("Intrusive surveillance\t2", 1), ("Scene photography\t17", 0)],
)
def test_directed_surveillance_is_covert(row: str, raised: int) -> None:
    """By section 26 of the Regulation of Investigatory Powers Act 2000."""
    text = (
        f"{HEAD}You asked:\n1. Has the force used drones for covert surveillance?\n2. The flights by purpose.\nOur reply:\n"
        "1. The force can neither confirm nor deny that it holds any information about covert use, by virtue of section 31(3).\n"
        f"2. This is held.\nPurpose\tFlights\nMissing persons\t212\n{row}{TAIL}"
    )
    assert len(hits("L114", text)) == raised


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "The note is not held, and regulation 12(4)(a) applies.\n2. We are withholding the survey.",
            LetterKind.REFUSAL,
        ),
        (
            "The note is not held, and regulation 12(4)(a) applies.\n2. The survey is withheld under regulation 12(5)(e).",
            LetterKind.REFUSAL,
        ),
        (
            "The note is not held, and we refuse this under regulation 12(4)(a).\n2. No survey is held.",
            LetterKind.NOT_HELD,
        ),
    ],
)
def test_a_refusal_stands_beside_what_is_not_held(said: str, told: LetterKind) -> None:
    """Regulation 12(4)(a) covers the answer that cites it and no other."""
    head = "Date: 4 March 2024\nDear Ms Adeyemi\nEnvironmental Information Regulations 2004\nThank you for your request of 12 February 2024.\n"
    text = f"{head}You asked:\n1. The note of the visit.\n2. The survey of the river.\nOur reply:\n1. {said}{TAIL}"
    letter = view_of(Example(text, regime="eir")).letter
    assert letter is not None
    assert letter.kind.kind is told


@pytest.mark.parametrize(
    "said",
    [
        "It took six minutes a set, and 7,904 sets at that pace is some 790 hours.",
        "Half an hour per file for 90 files comes to 45 hours.",
        "Two minutes for each of 3,000 records makes 100 hours.",
        "Reading all of them would be about 60 hours.",
    ],
)
def test_an_estimate_is_one_in_any_arithmetic(said: str) -> None:
    """Number words, and the verb that leads to the sum."""
    letter = view_of(f"{HEAD}Section 12(1) applies, as the limit of £450 would be passed. {said}{TAIL}").letter
    assert letter is not None
    assert letter.remarks(Remark.COST_ESTIMATE)


@pytest.mark.parametrize("said", ["You may appeal to the First-tier Tribunal within 28 days, PO Box 9300, Leicester."])
def test_the_tribunal_is_neither_review_nor_commissioner(said: str) -> None:
    """It hears appeals against the Commissioner's decision."""
    letter = view_of(f"{HEAD}The report is attached.\nAppeal\n{said}{TAIL}").letter
    assert letter is not None
    complaint: ComplaintRoute | None = letter.complaint
    assert (letter.review, complaint) == (None, None)


def test_a_thing_listed_is_told_though_a_word_of_it_returns() -> None:
    """The supplier is named in the answer about the cost, and no letters of theirs are spoken of."""
    asked = "the minutes of the board, the cost of the new boiler and letters to the supplier about delays"
    things = compound.listed(asked, asked, 0, len(asked))
    assert [asked[one.start : one.end] for one in things] == asked.replace(" and letters", ", letters").split(", ")
    answered = [frozenset({"suppli", "charg"}), frozenset()]
    from redactor.letter import words

    heads = words.content("minutes of the board. cost of the boiler")
    over = compound.passed_by(asked, things, heads, answered)
    assert [asked[one.start : one.end] for one in over] == ["letters to the supplier about delays"]
    taken = [words.content("we hold three letters to the supplier about these delays")]
    assert compound.passed_by(asked, things, heads, taken) == []
