"""One letter in many wordings: each way to offer a review, to answer, to acknowledge or to ask back is read as what it is."""

from __future__ import annotations

import pytest

from redactor.model import Mode, Requester, Severity
from redactor.rules import all_rules, run
from redactor.rules.examples import Example, view_of

RULES = [rule for rule in all_rules() if rule.code.startswith("L")]
TOP = "Ashcombe Council\nOur ref: FOI 25/118\n27 March 2025\nDear Applicant\n"
ASKED = (
    "Thank you for your Freedom of Information request received on 3 March 2025. You asked:\n"
    "1. How many taxis were licensed in 2024?\n2. What did the licences cost?\n"
    "Our reply is as follows.\n1. 311 taxis were licensed.\n2. £180 each.\n"
)
REVIEW = (
    "If you are unhappy with this reply you may ask for an internal review within 40 working days by writing to "
    "review@ashcombe.example.gov.uk.\n"
)
ICO = (
    "If you remain dissatisfied you may complain to the Information Commissioner's Office, Wycliffe House, Water Lane, "
    "Wilmslow SK9 5AF, 0303 123 1113, www.ico.org.uk.\n"
)
SIGNED = "Yours sincerely\nInformation Officer"

REVIEWS = [
    "We hope this answers your questions. Should that not be the case, and you would like someone senior to look at how we handled it, drop a line to the Monitoring Officer at mo@ashcombe.example.gov.uk within two months.",
    "Not happy with this response? Email review@ashcombe.example.gov.uk within 40 working days and a manager who has not seen the request will consider it afresh.",
    "The Council has a complaints procedure for FOI matters. Complaints must reach the Chief Solicitor, Town Hall, Ashcombe, AS1 1AA within 40 working days of this letter.",
    "Appeals. Any appeal against this decision should be sent in writing to the Information Governance Manager, Town Hall, Ashcombe AS1 1AA, within 40 working days.",
    "How to appeal\nTo have this decision reviewed, contact igm@ashcombe.example.gov.uk by 30 May 2025.",
    "You have two calendar months in which to seek a review of this response. Please direct your request to: Legal Services, Town Hall, Ashcombe, AS1 1AA.",
    "If for whatever reason you feel we have got this wrong, please tell us within 40 working days at review@ashcombe.example.gov.uk and we shall arrange a review.",
    "Internal review: review@ashcombe.example.gov.uk, within 40 working days.",
    "Your right of review: you may, within 40 working days, require us to re-examine our handling. Details are in the leaflet enclosed, or telephone 01632 960123.",
    "Details of our review procedure are enclosed. Please use the attached form within 40 working days and send it to review@ashcombe.example.gov.uk.",
    "Any expression of dissatisfaction with this response should be addressed to the Head of Legal, review@ashcombe.example.gov.uk, no later than 40 working days from today.",
    "Queries or complaints about this response should in the first instance be put to the FOI team at review@ashcombe.example.gov.uk within forty working days.",
    "I trust this is helpful but if you are dissatisfied with the outcome you should write within 40 working days to review@ashcombe.example.gov.uk setting out why.",
    "We consider complaints about our handling of requests under a one-stage review. Write to review@ashcombe.example.gov.uk. The time limit for doing so is 40 working days.",
    "You can request that we carry out an internal review of the decision. To do so, reply to this e-mail within 40 working days.",
    "RIGHT OF APPEAL\nShould you wish to appeal, the address is review@ashcombe.example.gov.uk. Appeals are accepted up to 40 working days after this letter.",
    "The process for asking us to look again is simple: e-mail review@ashcombe.example.gov.uk quoting FOI 25/118 within 40 working days.",
    "An independent review of this response is available on request from review@ashcombe.example.gov.uk within 40 working days.",
    "Review Officer, Town Hall, Ashcombe AS1 1AA (review@ashcombe.example.gov.uk) will be pleased to hear from you within 40 working days if you wish to challenge this decision.",
]
ANSWERS = {
    "table": "Thank you for your request of 3 March 2025 under the Freedom of Information Act 2000.\nQuestion\tResponse\n1. How many taxis were licensed in 2024?\t311\n2. What did the licences cost?\t£180 each\n3. Who drives the most?\tNot held",
    "inturn": "Thank you for your FOI request of 3 March 2025.\nHow many taxis were licensed in 2024?\n311.\nWhat did the licences cost?\n£180 each.\nHow many were refused?\nThe Council does not hold this information.",
    "prose": "Further to your FOI request of 3 March 2025 about taxi licences, I can tell you that 311 taxis were licensed in 2024 and that each licence cost £180.",
    "bullets": "I refer to your FOI request of 3 March 2025 for:\n• The number of taxis licensed in 2024\n• The cost of a licence\nThe answers are:\n• 311\n• £180",
    "qthenA": "We write in answer to your Freedom of Information request of 3 March 2025.\nQ1: How many taxis were licensed in 2024?\nA1: 311 taxis.\nQ2: What did they cost?\nA2: £180 each.\nQ3: Were any refused?\nA3: Yes, four.",
    "roman": "Your FOI request of 3 March 2025 asked:\n(i) the number of taxis licensed in 2024\n(ii) the fee\n(iii) the name of the licensing manager\nResponse\n(i) 311\n(ii) £180\n(iii) This is published at https://www.ashcombe.example.gov.uk/licensing",
    "points1to3": "Thank you for your FOI request of 3 March 2025. You asked for:\n1. Number of taxis licensed in 2024\n2. Number refused\n3. Reasons for refusal\nIn respect of points 1 and 2, 311 were licensed and four refused. As to point 3, all four failed the medical examination.",
    "attached": "Thank you for your FOI request of 3 March 2025. You asked:\n1. How many taxis were licensed each month in 2024?\n2. How many of these were electric?\nThe information requested is held and is attached as a spreadsheet, taxis.xlsx, which answers both questions.",
    "requestedverbatim": 'Freedom of Information Act 2000\nI am responding to your request of 3 March 2025, the text of which is below.\n"Dear Council, please tell me under FOI how many taxis you licensed in 2024 and what the fee was. I would like the answer by e-mail. Thanks."\nThe Council licensed 311 taxis in 2024. The fee was £180.',
    "bolded": "Freedom of Information request\nThank you for your email of 3 March 2025.\nYour request\n1. Please state the number of taxis licensed in 2024.\n2. Please state the fee.\nCouncil's answer to 1: 311\nCouncil's answer to 2: £180",
    "partly": "Thank you for your FOI request of 3 March 2025 asking for the licensing policy and the names of objectors.\nA copy of the policy is enclosed. The names of objectors have been withheld under section 40(2) of the Act because they are personal data of members of the public who wrote in confidence, and to disclose them would breach the first data protection principle.",
    "sameas": "Thank you for your FOI request of 3 March 2025. Please see the following.\n1) Total taxis licensed in 2023.\n305\n2) Total taxis licensed in 2024.\n311\n3) Total refused in either year.\nNil",
    "decimal": "Thank you for your FOI request received on 3 March 2025 as follows:\n1.1 Taxis licensed in 2023\n1.2 Taxis licensed in 2024\n2.1 Fee in 2023\n2.2 Fee in 2024\nOur answers:\n1.1 305\n1.2 311\n2.1 £170\n2.2 £180",
    "nohead": "Re: FOI request about taxis\nYou wrote to us on 3 March 2025. We have now looked into the matter.\nTaxis licensed in 2024: 311. Fee: £180.",
    "helddis": "RE: Freedom of Information request\nI am writing to confirm that we have completed our search for the information you requested on 3 March 2025. A copy of the information is attached.\nYou asked for the taxi licensing policy.",
    "notheld": "Thank you for your FOI request received 3 March 2025 in which you asked how many taxi drivers speak Welsh.\nI have asked the licensing team, who tell me that drivers are not asked about this and that no record exists from which it could be worked out. The information is therefore not held. The Office for National Statistics publishes figures on language by occupation at www.ons.example.org.",
}
KINDS = [
    (
        "acknowledgement",
        "Thank you for your request for information about taxis, which we received on 3 March 2025.\nWe are dealing with it under the Freedom of Information Act 2000 and you can expect to hear from us by 1 April 2025.\nIn some cases a fee may be payable, and if so we will let you know before we go on. Some information may be exempt from disclosure.",
        False,
    ),
    (
        "acknowledgement",
        "Freedom of Information Request - Taxis\nYour request has been passed to the licensing team. The Council has 20 working days, not counting the day of receipt, in which to reply.\nPlease quote the reference above if you contact us.",
        False,
    ),
    (
        "acknowledgement",
        "This is an automatic acknowledgement of your Freedom of Information request.\nPlease do not reply to this message. Your reference number is FOI 25/118.\nUnder the Act we must tell you whether we hold the information and, if we do, send it to you, unless an exemption applies. If we need to consider the public interest we may need longer than 20 working days.\nIf you are unhappy with the service you have received, please contact foi@ashcombe.example.gov.uk. You may also complain to the Information Commissioner.",
        False,
    ),
    (
        "acknowledgement",
        'I write to let you know that we have received the request for information below.\n"Please send me the number of taxis licensed in 2024."\nWe will answer within twenty working days, that is by 31 March 2025.',
        False,
    ),
    (
        "acknowledgement",
        "Thank you for contacting Ashcombe Council. Your request for information under the Environmental Information Regulations was received on 3 March 2025 and has been logged.\nWe aim to answer promptly and in any event no later than 31 March 2025. For large or complex requests the Regulations allow up to 40 working days; we will tell you if that applies.",
        False,
    ),
    (
        "acknowledgement",
        "We have received two requests from you on 3 March 2025, which concern the same subject. We propose to deal with them together, under the reference above, and will write to you with our response by 31 March 2025.",
        False,
    ),
    (
        "acknowledgement",
        "Re: Freedom of Information request\nI confirm receipt of your e-mail of 3 March 2025. It is being considered and I shall write again within the time the law allows.",
        False,
    ),
    (
        "clarification",
        "Thank you for your FOI request of 3 March 2025.\nYou asked for the cost of consultants. Before we can search we need a little more from you. By consultants, do you mean management consultants only, or agency staff as well? And which years are you interested in?\nWhen we have your answer we will start work on it. If you do not reply within two months we will close the request.",
        False,
    ),
    (
        "clarification",
        "Freedom of Information Act 2000\nI am writing about your request for 'documents on housing'. As it stands the Council cannot identify what you are looking for. Section 1(3) of the Act allows us to ask for the detail we reasonably need.\nPlease would you say:\n1. which estates you have in mind;\n2. the dates to be covered.",
        False,
    ),
    (
        "clarification",
        "In order to process your FOI request we require further information. Could you please provide the full name of the school? The 20 working day period will not begin until we hear from you.",
        False,
    ),
    (
        "extension",
        "I refer to your FOI request of 3 March 2025 for the report on the leisure centre.\nThe Council holds the report and considers that section 36 may apply. We need more time to weigh the public interest, as section 10(3) permits. We hope to give you our decision by 29 April 2025.",
        True,
    ),
    (
        "extension",
        "Your request under the Environmental Information Regulations was received on 3 March 2025. Because of its complexity and volume we are extending the period for our response by a further 20 working days under regulation 7(1). You will have our answer by 30 April 2025.",
        True,
    ),
    (
        "not a reply",
        "MINUTES of the Information Governance Board\nPresent: the Chair, the Monitoring Officer\n1. Freedom of Information: 61 requests were received in the quarter; 55 were answered within 20 working days. Two were refused under section 12.\n2. The ICO has issued one decision notice.\n3. Any other business: none.",
        False,
    ),
    (
        "not a reply",
        "PRESS RELEASE\nCouncil publishes taxi figures\nAshcombe Council has today published figures on taxi licences following a Freedom of Information request. The leader of the council said that residents deserve openness.",
        False,
    ),
    (
        "not a reply",
        "Freedom of Information policy\nThis policy sets out how staff must deal with requests. Requests must be answered within 20 working days. Where information is withheld the exemption must be named. You may ask the team for advice.",
        False,
    ),
    (
        "not a reply",
        "To: Ashcombe Council\nUnder the Freedom of Information Act please tell me:\n1. How many taxis were licensed in 2024?\n2. What did they cost?\nI would like the answers in a spreadsheet.\nThank you for your help\nA Resident",
        False,
    ),
    (
        "not held",
        "Thank you for your FOI request of 3 March 2025, in which you asked for the number of pothole claims in Westmarch.\nRoads in Westmarch are the responsibility of Westmarch County Council and not of this authority. We therefore hold nothing on this. You can write to foi@westmarch.example.gov.uk.",
        True,
    ),
    (
        "vexatious or repeated",
        "We have considered your FOI request of 3 March 2025. It asks for what we sent you on 9 January 2025 and nothing has changed since. Section 14(2) of the Act provides that we need not comply with a request that is identical or substantially similar unless a reasonable interval has passed. We are relying on that section. This letter is given under section 17(5).",
        True,
    ),
    (
        "cost refusal",
        "Thank you for your FOI request of 3 March 2025 for every e-mail about taxis since 2015.\nWe estimate that to find, retrieve and extract this would take 96 hours: there are 5,760 e-mails and each would take one minute to read. That is more than the 18 hours (£450 at £25 an hour) that the regulations set for us. Section 12(1) of the Act therefore applies and this is our notice under section 17(5).\nYou could bring the request within the limit by asking about one month, or about one member of staff.",
        True,
    ),
]


def alarms(text, **known):
    found = run(RULES, view_of(Example(text, reference="FOI 25/118", **known)))
    return [(issue.code, issue.message) for issue in found if issue.severity is not Severity.NOTE]


@pytest.mark.parametrize("words", REVIEWS)
@pytest.mark.parametrize("place", ["{}" + SIGNED, SIGNED + "\n{}", SIGNED + "\n\fYour rights\n{}"])
def test_a_review_is_found_however_and_wherever_it_is_offered(words, place):
    """Before the signature, behind it, or overleaf."""
    assert alarms(TOP + ASKED + place.format(f"{words}\n{ICO}")) == []


@pytest.mark.parametrize("form", sorted(ANSWERS))
def test_an_answer_is_found_in_whatever_form_it_is_given(form):
    """Tables, bullets, in turn, in prose, by number."""
    assert alarms(f"{TOP}{ANSWERS[form]}\n{REVIEW}{ICO}{SIGNED}") == []


@pytest.mark.parametrize(("kind", "words", "remedies"), KINDS)
def test_what_a_letter_does_is_told_from_what_it_talks_of(kind, words, remedies):
    """An acknowledgement may speak of exemptions and extensions, and refuses nothing."""
    reply = kind != "not a reply"
    text = f"{TOP}{words}\n{REVIEW + ICO if remedies else ''}{SIGNED}" if reply else words
    found = view_of(Example(text)).letter.kind.kind
    assert found.value == kind if reply else found.name == "NONE"
    assert alarms(text) == []


UNANSWERED = [
    "Your FOI request of 3 March 2025 asked for:\n- the number of taxis licensed\n- the licence fee\n"
    "- the names of the licensing committee\nIn 2024 the Council licensed 311 taxis. The licence fee was £180.",
    "You asked in your FOI request of 3 March 2025: How many taxis were licensed in 2024? What training do drivers "
    "receive? Who inspects the vehicles?\nThe Council licensed 311 taxis in 2024. Vehicles are inspected by the depot.",
    "Thank you for your FOI request of 3 March 2025.\nQuestion\tAnswer\nHow many taxis were licensed in 2024?\t311\n"
    "How many were electric?\t\nWhat did the licences cost?\t£180",
    "Thank you for your FOI request of 3 March 2025:\n1. How many taxis were licensed?\n2. What did they cost?\n"
    "3. How many were refused?\nOur response:\n1. 311\n3. 4",
]


@pytest.mark.parametrize("words", UNANSWERED)
def test_a_question_left_out_is_named_also_without_numbers(words):
    """Prose that takes up all questions but one has forgotten that one."""
    assert [code for code, _ in alarms(f"{TOP}{words}\n{REVIEW}{ICO}{SIGNED}")] == ["L105"]


@pytest.mark.parametrize("greeting", ["Dear Dr. Nettleton", "Dear C. Nettleton,", "Hello Clare", "Dear Ms. Nettleton"])
def test_a_point_behind_a_title_or_initial_ends_no_greeting(greeting):
    """Or the whole heading would be read as the letter's own words."""
    text = f"{TOP.replace('Dear Applicant', greeting)}{ASKED}{REVIEW}{ICO}{SIGNED}"
    assert alarms(text, mode=Mode.SEND, requester=Requester(names=("Clare Nettleton",))) == []
