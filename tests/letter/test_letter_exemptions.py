"""What a letter says about its exemptions: the public interest weighed in many forms, hedges, and what NCND leaks."""

from __future__ import annotations

import pytest

from redactor.rules import all_rules, run
from redactor.rules.examples import Example, view_of

_FOIA, _EIR, _FOISA = (
    "Freedom of Information Act 2000",
    "Environmental Information Regulations 2004",
    "Freedom of Information (Scotland) Act 2002",
)
_HEAD = "Date: 4 March 2024\nDear Ms Adeyemi\n{}\nThank you for your request of 12 February 2024.\n{}\nYours sincerely"
_PRICES = (
    "The council holds the prices. They are withheld under section 43(2), because their release would be likely to prejudice "
    "the commercial interests of the supplier.\n"
)
_EXCEPTED = (
    "The council holds the advice. It is withheld under regulation 12(4)(e), as it is an internal communication, and the "
    "letter from the landlord under regulation 12(5)(e), as disclosure would adversely affect the confidentiality of the "
    "landlord's commercial information.\n"
)
_FIRST = (
    "For regulation 12(4)(e), the public would learn how the council took its decision, but officers need space to think. "
    "The balance favours maintaining that exception.\n"
)
RULES = [rule for rule in all_rules() if rule.code.startswith("L1")]


def raised(body: str, *, law: str = _FOIA, notes: bool = True) -> set[str]:
    """Return the codes raised for a letter."""
    issues = run(RULES, view_of(Example(_HEAD.format(law, body))))
    return {issue.code for issue in issues if notes or issue.severity.value != "note"}


WEIGHED = {
    "prose": "In considering the public interest, we took account of the need for spending to be open to scrutiny. Set against "
    "that is the harm that would be done to the supplier in its next tender. On balance we are of the view that the exemption "
    "should be maintained.",
    "plain words": "As section 43 is a qualified exemption, we must decide where the public interest lies. Taxpayers have a "
    "right to know how their money is spent. But firms would be reluctant to bid if their prices were published. We have "
    "decided that the greater public interest is in withholding the prices.",
    "one sentence": "While there is a public interest in transparency, this is outweighed by the public interest in allowing "
    "firms to compete fairly.",
    "bullets": "Public interest test\nArguments for release\n- People could see what is paid.\n- It builds trust.\n"
    "Arguments against release\n- Bidders would be put off.\n- Prices would rise.\nHaving set one against the other, the council "
    "is satisfied that the information should not be released.",
    "columns": "Public interest test\nReasons to release\tReasons not to release\nMoney is spent well\tBidders would be put off\n"
    "We consider that the reasons not to release carry more weight.",
    "rows": "Public interest test\nFavouring disclosure\tMoney is spent well\nFavouring non-disclosure\tBidders would be put off\n"
    "Outcome\tThe balance favours non-disclosure",
}


@pytest.mark.parametrize("form", WEIGHED)
def test_a_test_is_known_in_every_form(form: str) -> None:
    """Prose, bullets, tables: a public interest test that is there is not called missing."""
    assert "L109" not in raised(_PRICES + WEIGHED[form])


@pytest.mark.parametrize(
    "body",
    [
        "",
        "We have considered the public interest test and concluded that the balance lies in withholding the prices.",
        "Section 43 is a qualified exemption, which means that we must consider whether the public interest in maintaining the "
        "exemption outweighs the public interest in disclosure.",
        "Public interest test\nFactors in favour of disclosure\nPeople could see what is paid.\nWe conclude that the public "
        "interest lies in withholding.",
    ],
    ids=["silence", "asserted", "law retold", "one side"],
)
def test_a_test_that_is_asserted_or_half_made_is_missing(body: str) -> None:
    """To say that it was done, or what it is, does not do it."""
    assert "L109" in raised(_PRICES + body)


def test_scottish_wording_weighs() -> None:
    """The Scottish Act asks whether the interest in disclosure is not outweighed."""
    body = (
        "The council holds the prices. They are withheld under section 33(1)(b) of FOISA, because their release would be likely "
        "to prejudice substantially the commercial interests of the supplier.\nThis exemption is subject to the public interest "
        "test in section 2(1)(b). The council accepts that there is a general public interest in openness. It considers, "
        "however, that it would not be in the public interest to weaken its position in the next tender, and that on balance "
        "the public interest in withholding is not outweighed by that in disclosure."
    )
    assert "L109" not in raised(body, law=_FOISA)


def test_each_exception_of_regulation_12_has_a_test_of_its_own() -> None:
    """12(4)(e) weighed leaves 12(5)(e) to be weighed."""
    second = (
        "For regulation 12(5)(e), there is a public interest in rents being known. Against this, the landlord would lose its "
        "hand in talks. The public interest in maintaining the exception outweighs that in disclosure."
    )
    assert "L109" in raised(_EXCEPTED + _FIRST, law=_EIR)
    assert "L109" not in raised(_EXCEPTED + _FIRST + second, law=_EIR)


@pytest.mark.parametrize(
    ("body", "codes", "never"),
    [
        (
            "The council holds the contract. The annex is withheld because it is exempt under section 43(2) of the Act.",
            {"L108", "L109", "L111"},
            set(),
        ),
        (
            "Your request is refused as vexatious under section 14(1). In the past year you have sent 60 letters on the same "
            "fence, three of which accused staff of theft. This letter is a refusal notice.",
            set(),
            {"L108", "L132"},
        ),
        (_PRICES + "No public interest test is required for section 43(2).", {"L130", "L109"}, set()),
        (_PRICES + "Section 43 is a class-based exemption.", {"L130"}, set()),
        (_PRICES + "Section 43 is qualified. It is not an absolute exemption.", set(), {"L130"}),
        (
            "The force neither confirms nor denies that it holds this, by virtue of sections 23(5) and 24(2), as exclusion is "
            "required to safeguard national security. Section 23 is absolute and section 24 is qualified.",
            set(),
            {"L130"},
        ),
        (
            "The council holds the log, which is attached.\nThe names are withheld under section 40(2), as they are the personal "
            "data of residents.\nSome lines have also been taken out because they are sensitive.",
            {"L106"},
            set(),
        ),
        (
            "The council holds the log. The names are withheld under section 40(2), as they are personal data of residents. The "
            "prices have also been withheld, under section 43(2), because release would be likely to prejudice the supplier.",
            set(),
            {"L106"},
        ),
        (
            "The council holds the log. It is withheld under Section 44 (Official Secrets Act 1989), as that Act forbids its "
            "disclosure.",
            set(),
            {"L106"},
        ),
        (
            "The force holds the log. It is withheld under section 31 1(a), as disclosure would be likely to prejudice the "
            "prevention of crime.",
            {"L109"},
            {"L107"},
        ),
    ],
    ids=["circular", "pattern", "no test", "class", "negated", "two classes", "besides", "also", "bar", "no brackets"],
)
def test_reasons_class_and_grounds(body: str, codes: set[str], never: set[str]) -> None:
    """What is missing is raised, and what is there is not."""
    found = raised(body)
    assert codes <= found and not never & found


@pytest.mark.parametrize(
    ("answer", "unclear"),
    [
        ("It appears that the council holds six.", True),
        ("It is thought that some records are held by the estates team.", True),
        ("The figures should be held by the estates team.", True),
        ("We would expect that records exist.", True),
        ("We are not sure whether this is held.", True),
        ("Records are likely to be held in paper files.", True),
        ("The council does not hold this. The county council may hold it.", False),
        ("Six. This could have an effect on flying.", False),
        ("Not held. You may wish to ask the Civil Aviation Authority, which may hold records.", False),
        ("Six. Meetings may be held in public, and the chair should hold the board to account.", False),
    ],
)
def test_a_hedge_is_known_whatever_its_words(answer: str, *, unclear: bool) -> None:
    """Modal verbs, verbs of belief and adverbs leave open what is held; help and other senses of "hold" do not."""
    body = f"You asked:\n1. How many drones has the council?\n2. What did they cost?\nOur answer:\n1. {answer}\n2. \u00a340."
    assert ("L104" in raised(body)) is unclear


_NCND = (
    "You asked:\n1. Does the force use live facial recognition (LFR)?\n2. What has the force paid Aldwick Optics Ltd?\n"
    "Our answer:\n1. The force neither confirms nor denies that it holds any information on the use of live facial recognition, "
    "by virtue of section 31(3). Doing so would be likely to prejudice the prevention of crime.\n{}"
    "Public interest test\nFactors in favour of confirming or denying\nThe public would know more.{}\n"
    "Factors against confirming or denying\nCriminals would learn from it.\n"
    "Balance\nThe public interest in maintaining the exclusion outweighs that in confirming or denying.\n"
    "This should not be taken to indicate that information is or is not held."
)


@pytest.mark.parametrize(
    ("second", "factor", "codes"),
    [
        ("2. The payments in 2023 were for the hire of the LFR vans.\n", "", {"L114"}),
        ("2. See the table.\nItem\tCost\nFacial recognition cameras\t\u00a34,000\nPaper\t\u00a320\n", "", {"L114"}),
        ("2. The force paid nothing. We have never trialled facial recognition.\n", "", {"L114"}),
        ("2. \u00a340.\n", " The information you ask for was created by officers.", {"L131"}),
        ("2. The force paid \u00a34,000 for lenses for its body worn video.\n", "", set()),
        (
            "2. \u00a340. If the force were to use facial recognition, telling so would help offenders.\n"
            "Police use of facial recognition is a matter of public debate.\n",
            "",
            set(),
        ),
    ],
    ids=["in passing", "table row", "denied", "presupposed", "another subject", "supposed"],
)
def test_what_gives_away_a_refusal_to_confirm(second: str, factor: str, codes: set[str]) -> None:
    """A technique named as a fact in another answer, a row or a factor contradicts; a supposition does not."""
    assert raised(_NCND.format(second, factor)) & {"L114", "L131"} == codes


def test_any_other_information_leaves_room_for_what_is_told() -> None:
    """What the letter tells first is what the other information is other than."""
    told = (
        "You asked:\n1. How many drones does the force use?\nOur answer:\n1. The force has six drones. It neither confirms nor "
        "denies that it holds any other information about drones, by virtue of section 31(3)."
    )
    assert "L114" not in raised(told)


_OTHERS = {
    "hidden": (
        "You asked:\n1. Does the council use covert cameras at Fenwick Lane?\n2. How many cameras has it?\nOur answer:\n"
        "1. The council can neither confirm nor deny whether covert cameras are used at Fenwick Lane, under section 31(3).\n"
        "2. It has 40 cameras. Two of them are covert cameras hidden at Fenwick Lane.",
        True,
    ),
    "annex": (
        "You asked for the number of informants paid in 2023.\nThe force neither confirms nor denies that it holds this, by "
        "virtue of section 30(3).\nAnnex A\nPayments\nType\tAmount\nInformants\t\u00a312,000\nCars\t\u00a34,000",
        True,
    ),
    "same event, another thing": (
        "You asked:\n1. Does the force hold intelligence on the Ryland march?\n2. How many officers were at the Ryland march?\n"
        "Our answer:\n1. The force neither confirms nor denies that it holds intelligence on the Ryland march, by virtue of "
        "section 31(3).\n2. 40 officers were at the Ryland march.",
        False,
    ),
}


@pytest.mark.parametrize("name", _OTHERS)
def test_the_thing_itself_must_return(name: str) -> None:
    """A place or an event that two answers share is no contradiction; the thing itself at that place is."""
    body, contradicts = _OTHERS[name]
    assert ("L114" in raised(body)) is contradicts
