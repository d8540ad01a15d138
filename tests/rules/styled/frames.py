"""The frame of a reply as a police force, council, trust, university or department writes it: all but the answer.

A frame is right by itself (dates, reference, review, Commissioner), so that whatever a rule says of it is about the answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from redactor.rules.examples import Example

RECEIVED, SENT = "12 February 2024", "4 March 2024"


@dataclass(frozen=True, slots=True)
class Frame:
    """One authority's letter; called with an answer it makes a whole one.

    ``head`` to ``close`` are paragraphs, one a line. ``asks`` leads into a quoted request and ``answers`` out of it; ``thanks`` stands
    for both where none is quoted. "{sent}" and "{received}" are filled in.
    """

    head: str
    asks: str
    answers: str
    thanks: str
    appeal: str
    close: str
    regime: str = "foia"

    def __call__(
        self,
        body: str,
        *,
        asked: str = "",
        sent: str = SENT,
        received: str = RECEIVED,
        appeal: str | None = None,
        annex: str = "",
        swap: tuple[str, str] = ("", ""),
        **more: Any,
    ) -> Example:
        """Return the letter with an answer in it; ``swap`` replaces words of the frame itself."""
        opening = (self.asks, asked, self.answers) if asked else (self.thanks,)
        parts = [self.head, *opening, body, self.appeal if appeal is None else appeal, self.close]
        text = "\n".join(part for part in parts if part).replace("{sent}", sent).replace("{received}", received)
        if swap[0]:
            if swap[0] not in text:
                raise ValueError("the words to replace are not in the frame")
            text = text.replace(*swap)
        return Example(f"{text}\f{annex}" if annex else text, **{"regime": self.regime, **more})


police = Frame(
    "WESTMARCH CONSTABULARY\nOur reference: 01/FOI/24/003182/K\nDate: {sent}\nDear Applicant\n"
    "FREEDOM OF INFORMATION REQUEST REFERENCE NO: 01/FOI/24/003182/K",
    "I write in connection with your request for information, which was received by Westmarch Constabulary on {received}. "
    "I note you seek access to the following information:",
    "DECISION",
    "I write in connection with your request for information, which was received by Westmarch Constabulary on {received}.",
    "COMPLAINT RIGHTS\nAre you unhappy with how your request has been handled, or do you think the decision is incorrect? "
    "You have the right to require Westmarch Constabulary to review its decision. Ask in writing within forty working days of "
    "the date of this letter, by e-mail to reviews@example.gov.uk.\n"
    "If, having asked for a review, you are still unhappy, you may apply to the Information Commissioner for a decision on "
    "whether the request has been dealt with in accordance with the Act. Details are at https://ico.org.uk/foicomplaints.",
    "Yours sincerely\nInformation Rights Officer",
)
council = Frame(
    "Thornbridge District Council\nTown Hall, 3 Market Place, Thornbridge, TB1 4QX\n{sent}\nRef: FOI 7741\nDear Ms Okonjo\n"
    "Freedom of Information Act 2000 - Information Request",
    "Thank you for your request, received on {received}, in which you asked for:",
    "Our response",
    "Thank you for your request for information, received on {received}.",
    "If you are dissatisfied with the handling of your request, you have the right to ask for an internal review. Requests for "
    "internal review should be submitted within two months of the date of receipt of this response and addressed to: Data "
    "Protection Officer, Thornbridge District Council, Town Hall, TB1 4QX, or dpo@example.gov.uk.\n"
    "If you are not content with the outcome of the internal review, you have the right to apply directly to the Information "
    "Commissioner for a decision: Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF. "
    "Telephone 0303 123 1113.",
    "Yours sincerely\nGovernance Team",
)
trust = Frame(
    "Eastvale Hospitals NHS Foundation Trust\nDate: {sent}\nFOI reference: 2024-118\nDear Mr Bassett\n"
    "Request for information under the Freedom of Information Act 2000",
    "I am writing in response to your e-mail of {received}. You requested the following information:",
    "The Trust's response is as follows:",
    "I am writing in response to your e-mail of {received}.",
    "Should you wish the Trust to look at this again, please ask for an internal review within 40 working days of this response, "
    "either by e-mail to foi@example.org or by post to the Trust Secretary.\n"
    "You also have the right to complain to the Information Commissioner at Wycliffe House, Water Lane, Wilmslow, SK9 5AF "
    "(www.ico.org.uk).",
    "Kind regards\nFreedom of Information Team",
)
university = Frame(
    "University of Harrowby\n{sent}\nOur Ref: F24/0092\nDear Dr Lindqvist\nYour Freedom of Information request",
    "The University received your request on {received}. You asked:",
    "Response",
    "The University received your request on {received} and has considered it under the Freedom of Information Act 2000.",
    "Your right to complain\nYou may ask the University to conduct an internal review of this decision. Please write to the "
    "Director of Compliance, University of Harrowby, compliance@example.ac.uk, within 40 working days.\n"
    "If you remain dissatisfied you may then complain to the Information Commissioner's Office, https://ico.org.uk/.",
    "Yours sincerely\nRecords Manager",
)
department = Frame(
    "Department for Rural Transport\n2 Marsh Square, London, SW1A 9ZZ\nDate: {sent}\nOur ref: FOI2024/01234\nDear Mr Obuya",
    "Thank you for your request for information of {received}, which has been handled under the Freedom of Information Act 2000 "
    "(the Act). You asked for the following information:",
    "Our response",
    "Thank you for your request for information of {received}, which has been handled under the Freedom of Information Act 2000 "
    "(the Act).",
    "If you are unhappy with the result of your request you may ask for an internal review within two months of the date of this "
    "letter. E-mail foireview@example.gov.uk or write to the Head of Information Rights at the address above.\n"
    "If you are not content with the outcome of the internal review, you may complain to the Information Commissioner: "
    "https://ico.org.uk/make-a-complaint/.",
    "Yours sincerely\nFreedom of Information Team",
)
scottish = Frame(
    "Strathmoray Council\nDate: {sent}\nOur Reference: FOISA-24-377\nDear Mrs Farquharson\n"
    "Freedom of Information (Scotland) Act 2002",
    "I refer to your request for information, received on {received}. You asked:",
    "Our response",
    "I refer to your request for information, received on {received}.",
    "If you are dissatisfied with this response you may ask the Council to review it. Write to the Chief Executive, Strathmoray "
    "Council, review@example.gov.scot, within 40 working days of receiving this letter, and say why. We will answer within 20 "
    "working days.\n"
    "If you remain dissatisfied after the review, you have the right to apply to the Scottish Information Commissioner within six "
    "months: Kinburn Castle, Doubledykes Road, St Andrews, Fife, KY16 9DS, www.foi.scot. You may appeal from there to the Court of "
    "Session on a point of law.",
    "Yours sincerely\nInformation Governance Officer",
    "foisa",
)
environmental = Frame(
    "Lowmere Rivers Authority\nDate: {sent}\nOur reference: EIR/2024/0061\nDear Mr Penhaligon\n"
    "Environmental Information Regulations 2004 - your request",
    "We received your request on {received} and have dealt with it under the Environmental Information Regulations 2004. You asked:",
    "Our response",
    "We received your request on {received} and have dealt with it under the Environmental Information Regulations 2004.",
    "If you are not satisfied, you may make representations to us under regulation 11 within 40 working days, by e-mail to "
    "requests@example.gov.uk, and we will reconsider within 40 working days.\n"
    "If you are still not satisfied you may complain to the Information Commissioner under section 50 of the Freedom of "
    "Information Act 2000 as applied by regulation 18: casework@ico.org.uk, 0303 123 1113.",
    "Yours sincerely\nCustomer Information Team",
    "eir",
)
