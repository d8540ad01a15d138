"""What is read in whole letters of police, hospital, university, department, council and others."""

from __future__ import annotations

from datetime import date

import pytest
from authorities_made import AUTHORITIES
from letters_made import letter

from redactor.letter import Letter, LetterKind
from redactor.letter.model import Act, Addressee, Clock, Holding, Likelihood, Owner, Pairing, Remark, Side, Use
from redactor.model import Case


def _read(name: str) -> Letter:
    return letter(AUTHORITIES[name])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("police ncnd", LetterKind.PARTIAL),
        ("nhs cost", LetterKind.COST),
        ("university commercial", LetterKind.PARTIAL),
        ("department s36", LetterKind.REFUSAL),
        ("scottish council", LetterKind.PARTIAL),
        ("vexatious", LetterKind.VEXATIOUS),
        ("elsewhere", LetterKind.REFUSAL),
        ("bilingual", LetterKind.FULL),
        ("scanned", LetterKind.FULL),
        ("extension", LetterKind.EXTENSION),
        ("internal review outcome", LetterKind.REVIEW),
        ("eir exception", LetterKind.PARTIAL),
    ],
)
def test_each_letter_is_of_its_kind(name: str, kind: LetterKind) -> None:
    """The kind is what the letter does."""
    assert _read(name).kind.kind is kind


@pytest.mark.parametrize(
    ("name", "regime"), [("scottish council", "foisa"), ("eir exception", "eir"), ("department s36", "foia")]
)
def test_the_regime_is_the_one_the_authority_names(name: str, regime: str) -> None:
    """The letter is read by the law its own words name."""
    assert _read(name).regime == regime == _read(name).regime_in_text


def test_the_regime_asked_for_goes_before_the_text() -> None:
    """What the policy or the case says decides; the text is still told apart."""
    read = letter(AUTHORITIES["scottish council"], regime="foia")
    assert (read.regime, read.regime_in_text) == ("foia", "foisa")


@pytest.mark.parametrize(
    ("name", "received", "sent", "due", "days_late"),
    [
        ("police ncnd", date(2025, 6, 3), date(2025, 7, 14), date(2025, 7, 1), 8),
        ("nhs cost", date(2025, 5, 8), date(2025, 6, 5), date(2025, 6, 6), 0),
        ("scottish council", date(2025, 3, 4), date(2025, 4, 1), date(2025, 4, 1), 0),
        ("scanned", date(2024, 7, 2), date(2024, 7, 31), date(2024, 7, 31), 0),
    ],
)
def test_the_date_line_counts_working_days(name: str, received: date, sent: date, due: date, days_late: int) -> None:
    """Received, sent, the twentieth working day and the delay come out as on a calendar."""
    line = _read(name).date_line
    assert line.received and line.sent
    assert (line.received.value, line.sent.value, line.due, line.days_late) == (received, sent, due, days_late)


def test_the_holidays_left_out_are_named() -> None:
    """12 July falls on a Saturday in 2025 and is kept on Monday the 14th in Northern Ireland."""
    assert any(day == date(2025, 7, 14) for day, _ in _read("police ncnd").date_line.holidays)


def test_the_case_file_goes_before_the_letter() -> None:
    """A date of receipt in the case file is taken, and the letter's own becomes a dispute."""
    read = letter(AUTHORITIES["nhs cost"], case=Case(received=date(2025, 5, 6)))
    assert read.date_line.received and read.date_line.received.mention is None
    assert [read.dates[at].value for at in read.date_line.disputes] == [date(2025, 5, 8)]


def test_a_reference_has_its_owner() -> None:
    """Ours and yours are told apart by label; a scanned nought is the letter O and is marked as such."""
    police = {(one.owner, one.key) for one in _read("police ncnd").references}
    assert (Owner.OURS, "F0120250771") in police
    assert (Owner.YOURS, "TK4") in police
    scanned = [one for one in _read("scanned").references if one.owner is Owner.OURS]
    assert len({one.key for one in scanned}) == 1
    assert [one.exact for one in scanned] == [False, True]
    review = _read("internal review outcome").references
    assert [one.owner for one in review] == [Owner.OURS, Owner.EARLIER]


def test_a_question_that_no_number_answers_is_found_by_its_words() -> None:
    """The second question is answered by a paragraph that has its words; the first answer ends before it."""
    read = _read("police ncnd")
    first, second = read.answers
    assert second.pairing is Pairing.WORDS
    assert second.holdings == {Holding.NCND}
    assert first.holdings == {Holding.DISCLOSED}
    assert first.end <= second.start


def test_ncnd_has_its_topic_and_its_limits() -> None:
    """The covert use of drones is left open, "any other" is seen, and the owned drones are no contradiction."""
    read = _read("police ncnd")
    (one,) = read.ncnd
    assert one.other
    assert {"covert", "dron"} <= one.topic
    assert one.narrow == {"covert"}
    assert not [echo for echo in read.echoes if echo.narrow]


def test_a_contradiction_of_ncnd_is_an_echo() -> None:
    """A sentence that says yes to what is neither confirmed nor denied names the same topic."""
    told = AUTHORITIES["police ncnd"].replace(
        "Harm\n", "Harm\nThe force used covert drones on 14 occasions. The withheld information names the units.\n"
    )
    acts = {(echo.act, echo.narrow) for echo in letter(told).echoes}
    assert (Act.COUNTS, True) in acts
    assert any(act is Act.PRESUPPOSES for act, _ in acts)


def test_exemptions_have_class_limb_use_and_factors() -> None:
    """Sections 23(5) and 31(3) are NCND limbs; only the qualified one is weighed."""
    read = _read("police ncnd")
    by_section = {one.section: one for one in read.exemptions}
    assert set(by_section) == {"23", "31"}
    assert all(one.ncnd and not one.substantive for one in by_section.values())
    weighed = by_section["31"]
    assert weighed.limbs == ("(3)",)
    assert weighed.factors_for and weighed.factors_against and weighed.conclusions
    assert weighed.harms[0].level is Likelihood.LIKELY
    absolute = by_section["23"]
    assert not absolute.factors_for and not absolute.conclusions
    limb = next(one for one in read.citations if one.limb == "(5)")
    assert limb.ncnd_limb and limb.provision and limb.provision.absolute


def test_public_interest_in_plain_prose_is_split_by_side() -> None:
    """A paragraph without headings gives a factor for, one against, and a conclusion."""
    read = _read("university commercial")
    assert [one.side for one in read.factors] == [Side.FOR, Side.AGAINST, Side.CONCLUSION]
    assert all(one.sections == ("43",) for one in read.factors)


def test_a_qualified_persons_opinion_belongs_to_its_exemption() -> None:
    """Section 36 has the opinion; section 40 stands bare and without reasons."""
    read = _read("department s36")
    by_section = {one.section: one for one in read.exemptions}
    assert by_section["36"].opinion is not None
    assert by_section["36"].limbs == ("(2)(b)(i)", "(2)(c)")
    assert by_section["40"].limbs == () and by_section["40"].reasons == ()


@pytest.mark.parametrize(
    ("name", "windows", "contacts", "commissioner"),
    [
        ("police ncnd", [(40, "working days")], 1, "ico"),
        ("nhs cost", [(2, "months")], 1, "ico"),
        ("department s36", [(40, "working days")], 1, "ico"),
        ("scottish council", [(40, "working days")], 1, "sic"),
        ("bilingual", [(40, "working days")], 0, "ico"),
        ("eir exception", [(40, "working days")], 1, "ico"),
        ("elsewhere", [], 1, "ico"),
    ],
)
def test_review_and_complaint_are_read(
    name: str, windows: list[tuple[int, str]], contacts: int, commissioner: str
) -> None:
    """The period, the place to write to and the right to complain are found, each under its own head."""
    read = _read(name)
    assert read.review and read.complaint
    assert [(one.count, one.unit) for one in read.review.windows] == windows
    assert len(read.review.contacts) == contacts
    assert read.complaint.commissioner == commissioner
    assert read.complaint.right is not None


def test_one_sentence_on_review_and_complaint_is_shared_out() -> None:
    """The period before the Commissioner is named is the review's alone."""
    read = _read("vexatious")
    assert read.review and read.review.same_address and len(read.review.windows) == 1
    assert read.complaint and read.complaint.windows == () and read.complaint.right


def test_a_letter_without_review_rights_has_none() -> None:
    """Silence about review and complaint is None, not an empty route."""
    read = _read("scanned")
    assert read.review is None and read.complaint is None


def test_sentences_a_rule_asks_for_are_noted() -> None:
    """Limit, estimate, narrowing and advice of a cost refusal; the disclaimer after NCND; the section-17 notice."""
    cost = _read("nhs cost")
    for remark in (Remark.COST_LIMIT, Remark.COST_ESTIMATE, Remark.NARROWING, Remark.HELP, Remark.REFUSAL_NOTICE):
        assert cost.remarks(remark), remark
    police = _read("police ncnd")
    assert police.remarks(Remark.DISCLAIMER)
    assert [note.sections for note in police.remarks(Remark.NO_INTEREST_TEST)] == [("23",)]
    assert not police.remarks(Remark.COST_LIMIT)


def test_the_clock_has_its_events() -> None:
    """An extension with its new date, and the apology."""
    read = _read("extension")
    assert [one.kind for one in read.clock] == [Clock.EXTENSION, Clock.APOLOGY]
    assert read.dates[read.clock[0].dates[0]].value == date(2025, 7, 8)
    assert not read.exemptions


def test_welsh_beside_english_is_told_apart() -> None:
    """Welsh paragraphs are marked, the English ones read, the greeting greets once."""
    read = _read("bilingual")
    assert sum(part.welsh for part in read.paragraphs) == 3
    assert [answer.questions for answer in read.answers] == [(0,), (1,)]
    (greeting,) = read.salutations
    assert read.text[greeting.name_start : greeting.name_end] == "Ms Prosser"
    assert len(read.signatures) == 1


def test_annexes_are_named_and_present() -> None:
    """The letter names Annex A, and its heading stands in the letter."""
    found = {(one.key, one.present) for one in _read("university commercial").annexes}
    assert found == {("annex a", False), ("annex a", True)}


def test_vexatious_limits_are_relied_on() -> None:
    """Section 14(1) is a ground for not complying; section 17(6) is machinery."""
    use = {one.code: one.use for one in _read("vexatious").citations}
    assert use == {"s14(1)": Use.RELIED_ON, "s17(6)": Use.MACHINERY}


def test_the_greeting_says_whom_it_greets() -> None:
    """Blank, named, general and placeholder are told apart."""
    told = {"Dear": Addressee.BLANK, "Dear Ms Roe,": Addressee.NAMED, "Dear Sir or Madam": Addressee.GENERAL}
    told |= {
        "Dear [Name]": Addressee.PLACEHOLDER,
        "Dear XXXX": Addressee.PLACEHOLDER,
        "Dear Applicant": Addressee.GENERAL,
    }
    for line, addressee in told.items():
        (greeting,) = letter(f"{line}\nThank you for your request.").salutations
        assert greeting.addressee is addressee, line
