"""Turns of phrase that no author of a letter at hand has used: reviews offered, refusals, balances, dates, questions in prose.

Each stands in a letter that is right but for what the table says.
"""

from __future__ import annotations

from redactor.rules.examples import Example

_HEAD = (
    "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\n"
    "Thank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\n"
)
_TAIL = (
    "\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\n"
    "If you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer"
)
_ASKED = "You asked for the contract with the leisure operator."


def _letter(body: str, *, asked: str = _ASKED, date: str = "4 March 2025", tail: str = _TAIL) -> str:
    """Return a letter with an answer in it."""
    return f"{_HEAD.replace(_ASKED, asked).replace('4 March 2025', date)}{body}{tail}"


FIRES: dict[str, tuple[str | Example, ...]] = {
    "L101": (
        _letter("The contract is attached.", date="2 May 2025"),
        "Dunmere Council\nDate: 2 May 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, which came to us on 12th February. You asked for the contract with the leisure operator.\nThe contract is attached.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
        "Dunmere Council\n2nd May 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request of 12 February. You asked for the contract with the leisure operator.\nThe contract is attached.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
        "Dunmere Council\n02.05.2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request (12.02.2025). You asked for the contract with the leisure operator.\nThe contract is attached.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
        "Dunmere Council\nSent: Friday, 2 May 2025 10:14\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request submitted through our website on 12/02/25. You asked for the contract with the leisure operator.\nThe contract is attached.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
        "Dunmere Council\nDate: 2 May 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nI apologise for the delay in answering the request that you sent us on 12 February 2025. You asked for the contract with the leisure operator.\nThe contract is attached.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    "L105": (
        _letter(
            "There are four pools. Heating cost £410,000 last year.",
            asked="You asked (a) how many pools there are, (b) what they cost to heat and (c) who maintains the boilers.",
        ),
        _letter(
            "1. Four.\n3. Harrow Lane Ltd.",
            asked="You asked:\n1. How many pools are there?\n2. What did they cost to heat?\n3. Who maintains the boilers?",
        ),
        _letter(
            "There are four swimming pools. Heating them cost £410,000.",
            asked="You asked how many swimming pools there are, what they cost to heat, and which company maintains the boilers.",
        ),
        _letter(
            "There are four swimming pools in the borough.",
            asked="You asked how many swimming pools there are and, if any have closed since 2019, on what dates and why.",
        ),
        _letter(
            "There are four swimming pools. No boiler has been replaced.",
            asked='You asked:\n"How many swimming pools do you run? What did each cost to heat in 2024? Has any boiler been replaced?"',
        ),
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. Your request is set out in the annex.\n1. Four.\n2. £410,000.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer\fAnnex: your request\n1. How many pools are there?\n2. What did they cost to heat?\n3. Who maintains the boilers?",
        _letter(
            "There are four swimming pools.\nThey cost £410,000 to heat.",
            asked="You asked:\nHow many swimming pools are there?\nWhat did they cost to heat?\nWho maintains the boilers?",
        ),
    ),
    "L106": (
        _letter(
            "We hold the contract but are not able to let you have the price list, which is commercially sensitive."
        ),
        _letter("The contract is attached. I have left out the names for data protection reasons."),
        _letter("The contract is attached. The pricing schedule is confidential and we do not propose to release it."),
        _letter("The contract is held but must remain confidential between the parties."),
        _letter(
            "The contract is attached, apart from Schedule 3, which we are keeping back because the operator objects."
        ),
        _letter("We regret that we cannot share the contract with you for reasons of commercial confidence."),
    ),
    "L108": (
        _letter("The contract is attached. Names are withheld under section 40(2)."),
        _letter("The contract is attached. Section 40(2) has been applied to some parts of it."),
        _letter("The contract is attached. Where you see black boxes, section 40(2) (personal information) applies."),
        _letter("The contract is held and is exempt by virtue of section 41(1) (information provided in confidence)."),
    ),
    "L110": (
        _letter(
            "Names are withheld under section 40(2) by virtue of section 40(3A)(a), as disclosure would be unfair to junior staff. We then applied the public interest test. In favour was openness; against was the staff's welfare; the public interest in maintaining the exemption is greater. The contract is attached."
        ),
        _letter(
            "It is withheld under section 23(1), as it was supplied by the Security Service. We considered the public interest. In favour of disclosure: accountability. Against: harm to security. The balance favours withholding."
        ),
    ),
    "L111": (
        _letter(
            "We hold it. It is withheld under section 43(2) as release might have an impact on the operator's commercial interests. In favour is openness; against is competition; the latter prevails."
        ),
        _letter(
            "We hold it. It is withheld under section 31(1)(a): there is a possibility that crime could rise. In favour is openness; against is crime; the latter prevails."
        ),
        _letter(
            "We hold it. Section 43(2) applies, for the figures are commercially sensitive. In favour is openness; against is competition; the latter prevails."
        ),
    ),
    "L112": (
        _letter(
            "We hold the notes. They are withheld under section 36(2)(b)(ii), as we consider that disclosure would be likely to inhibit the free and frank exchange of views. The public interest in openness is outweighed by the need for candour."
        ),
        _letter(
            "We hold the notes. They are exempt under section 36(2)(c). The Head of Legal thinks that disclosure would prejudice the effective conduct of public affairs. In favour of disclosure is openness; against it, the need for candour. The latter prevails."
        ),
    ),
    "L116": (
        _letter("To find this would take more time than the Act allows, so we refuse the request under section 12(1)."),
        _letter(
            "The cost of complying would exceed the appropriate limit of £450. We estimate 40 hours. Section 12(1) applies."
        ),
        _letter(
            "Section 12 of the Act applies because the search would exceed 18 hours. You may wish to narrow your request to one year."
        ),
    ),
    "L117": (
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nWe do not hold this; the County Council may.\nIf you are dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nWe do not hold this; the County Council may.\nIf you are unhappy you may ask for an internal review within 10 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nWe do not hold this; the County Council may.\nIf you are unhappy you may ask for an internal review no later than 14 days from now, at reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nWe do not hold this; the County Council may.\nShould you have any queries about this letter please contact me at foi@example.gov.uk.\nYou have the right to complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely",
    ),
    "L118": (
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nWe do not hold this. The County Council may.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nYours sincerely",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nWe do not hold this. The County Council may.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you are still unhappy you can go to the Local Government Ombudsman.\nYours sincerely",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nWe do not hold this. The County Council may.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner.\nYours sincerely",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nWe do not hold this. The County Council may.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, tel 01625 545700.\nYours sincerely\nInformation Officer\nYours sincerely",
    ),
    "L123": (
        "OFFICIAL-SENSITIVE\nDunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nThe contract is attached.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nThe contract is attached.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer\nDRAFT v0.3",
        "DRAFT FOR COMMENT\nDunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nThe contract is attached.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
        _letter("The contract is attached. [Legal to check this paragraph before it goes out]"),
        "PROTECT - COMMERCIAL\nDunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nThe contract is attached.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
        "Draft 2 - not yet cleared\nDunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nThe contract is attached.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
        "Classification: Restricted\nDunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nThe contract is attached.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    "L128": (
        Example(
            "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information (Scotland) Act 2002\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nThe contract is attached. Names are withheld under section 40(2) of the Act as they are personal data and it would be unfair.\nIf you are dissatisfied you may require the Council to review this within 40 working days: reviews@example.gov.uk.\nYou may then apply to the Scottish Information Commissioner, Kinburn Castle, St Andrews KY16 9DS, www.foi.scot.\nYours sincerely",
            regime="foisa",
        ),
        _letter(
            "The contract is attached. The map is withheld under regulation 12(5)(a), because it would adversely affect public safety. In favour is openness; against, safety. Safety prevails."
        ),
    ),
    "L130": (
        _letter(
            "We hold it. It is withheld under section 42(1), which is an absolute exemption, because it is legal advice and privileged. The public interest in openness is outweighed by that in privilege."
        ),
        _letter(
            "We hold it. Section 41(1) is a prejudice-based exemption and applies since it was given in confidence and disclosure would be an actionable breach."
        ),
        _letter(
            "We hold it. Section 43(2) is a class-based exemption; disclosure would be likely to prejudice the operator's commercial interests. In favour of disclosure is openness; against it is fair competition; the latter prevails."
        ),
    ),
    "L133": (
        _letter("The Council does not hold this information."),
        _letter("We have no record of any such contract."),
        _letter("Having searched, I can find nothing that answers your request."),
        _letter("No information is held."),
    ),
    "L137": (
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nThe contract is attached.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer\nTelephone: see above",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request, received on 12 February 2025. You asked for the contract with the leisure operator.\nThe contract is attached.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer\nAddress: as overleaf",
    ),
}

_REVIEWS = (
    "If you feel we have not dealt with this properly, drop us a line within 40 working days (foi@example.gov.uk) and a senior colleague will go over it again.",
    "Not what you were hoping for? You have 40 working days to ask the Head of Legal, legal@example.gov.uk, for a second opinion on it.",
    "Please let me know within two months if you would like this decision to be re-examined: info@example.gov.uk.",
    "A request for reconsideration must reach the Clerk, 2 High Street, Dunmere, DM1 2AB, within forty working days.",
    "You can have this decision looked into by someone more senior. Write to the Chief Executive at Town Hall, Dunmere, DM1 2AB, no later than 40 working days from today.",
    "Should you consider that any part of the above is mistaken, an appeal lies in the first place to our Information Appeals Panel (appeals@example.gov.uk) and has to be brought within 40 working days.",
    "We operate an internal procedure for people who are unhappy with an answer. To use it, e-mail review@example.gov.uk before 40 working days have passed.",
    "Grievances about this reply go to the Deputy Monitoring Officer, dmo@example.gov.uk; there are 40 working days in which to raise one.",
    "The Trust's complaints procedure for FOI is at https://www.example.nhs.uk/foi-complaints. You have 40 working days to use it.",
    "If you take issue with any of this, say so by 12 May 2025 to reviews@example.gov.uk and the Board Secretary will consider it afresh.",
    "If you want us to think again, reply to this message within 8 weeks.",
    "Stage one: ask us for a review (foi@example.gov.uk, within 40 working days).",
    "Internal review: foi-review@example.gov.uk (40 working days).",
    "Anyone dissatisfied with the outcome of a request can seek a review from the Director of Resources at the address at the head of this letter within 40 working days.",
    "Were you to disagree with us, our Director of Governance would gladly look at the matter a second time; she can be reached at governance@example.gov.uk for the next 40 working days.",
    "You are entitled to challenge this. The way to do so is to write within 40 working days to the Information Rights Manager, PO Box 12, Dunmere, DM1 2AB.",
    "Complaints about how this request was dealt with should in the first instance be made to us, by e-mail to complaints@example.gov.uk, within 40 working days.",
    "We hope you are content with this; if not, the person to contact is the Company Secretary (cosec@example.gov.uk), who will carry out a review provided that you ask within 40 working days.",
    "Right of review: within 40 working days, to the Governance Manager, governance@example.gov.uk.",
    "To request an internal review: write to the FOI Review Officer, County Hall, Dunmere, DM1 2AB. Time limit: 40 working days from the date of this letter.",
    "An internal review may be requested by contacting us at the e-mail address above up to 40 working days after the date of this letter.",
    "You have a right of appeal against this decision. Appeals are heard by the Registrar: registrar@example.ac.uk. They must be received within 40 working days.",
    "Under the section 45 Code of Practice you can ask for your case to be considered again by an officer who has had nothing to do with it. Ring 01632 960123 or write to me within 40 working days.",
    "If this isn't the answer you expected, or you think we've missed something, come back to us at foi@example.gov.uk inside 40 working days and we'll review it.",
    "You may make a complaint to the authority about this notice. The complaint should be addressed to the Head of Information Law, 1 Quay, Dunmere, DM1 2AB and be sent within 40 working days.",
    "Reviews are undertaken by the Deputy Chief Constable's staff office. Please submit yours to foi.review@example.police.uk not later than 40 working days from the date on this letter.",
    "We are committed to putting things right. If something about this reply is wrong, tell foi@example.gov.uk (we ask that you do so within 40 working days) and it will be reviewed by another member of the team.",
    "In the event of your being dissatisfied, application for a review of this determination may be made within 40 working days to the Solicitor to the Council at the above address.",
    "I attach our leaflet on reviews. In short: e-mail the Appeals Officer, appeals@example.gov.uk, within 40 working days of getting this.",
    "Should the answer not satisfy you, your remedy in the first place is an internal review. Apply to the Principal, principal@example.ac.uk, 40 working days being allowed.",
    "Do tell us if we have misunderstood you. For a formal review, write within 40 working days to foi@example.gov.uk quoting the number above.",
    "I am sorry if this disappoints you. You are free to have my decision checked by our Senior Information Risk Owner (siro@example.gov.uk) if you ask within 40 working days.",
    "The decision in this letter can be reviewed internally on application, within 40 working days, to the Data Governance Board, dgb@example.gov.uk.",
    "Your next step, if you do not accept this, is to ask us for an internal review, which costs nothing: reviews@example.gov.uk, 40 working days.",
    "Disagree with our decision? Ask for a review: review@example.gov.uk. Deadline: 40 working days.",
    "What happens if you are not happy. First, write to us (foi@example.gov.uk) within 40 working days saying what is wrong and an independent officer will revisit the request.",
    "If you would like to appeal, please do so within 40 working days in writing to: The Data Protection Officer, Civic Centre, Dunmere DM1 2AB.",
    "Please address any concerns about the handling of this request to the Freedom of Information Lead, foi@example.gov.uk, within two calendar months, so that an internal review can take place.",
    "Objections to this decision: within 40 working days to the undersigned.",
    "You can ask us to look again at what we have decided. There's a form at https://www.example.gov.uk/foi-review; it stays open for 40 working days.",
)
_COMMISSIONER = (
    "If you remain dissatisfied you can go to the Information Commissioner (www.ico.org.uk, 0303 123 1113).",
    "The regulator is the ICO: https://ico.org.uk/make-a-complaint/.",
    "After that the matter can be taken to the Information Commissioner's Office at Wycliffe House, Water Lane, Wilmslow SK9 5AF.",
    "Section 50 of the Act lets you ask the Information Commissioner for a decision: casework@ico.org.uk.",
    "Beyond that, the Information Commissioner is the person to turn to. He is at Wycliffe House, Water Lane, Wilmslow, SK9 5AF.",
    "The Commissioner (ICO, Wycliffe House, Wilmslow SK9 5AF) can be asked to rule if we cannot agree.",
    "If that does not settle it, the ICO will consider a complaint: www.ico.org.uk, 0303 123 1113.",
    "An independent regulator, the Information Commissioner, oversees the Act. Complaints may be brought to the Commissioner through ico.org.uk once our review is complete.",
)
_CLOSE = "\nYours sincerely\nInformation Officer"
_ROUTES = tuple(
    _letter(
        "The Council holds this. There were 14.",
        tail=f"\n{review}{between}{_COMMISSIONER[at % len(_COMMISSIONER)]}{_CLOSE}",
    )
    for at, review in enumerate(_REVIEWS)
    for between in ("\n", " ")
)
_BALANCES = (
    _letter(
        "The Council holds the contract. The pricing schedule is withheld under section 43(2) of the Act, since giving it out would be likely to prejudice the operator's commercial interests when it bids elsewhere. People are entitled to know how public money is spent, and that speaks for giving it to you. On the other side, the Council would get worse offers next time if bidders feared their prices would be published. On balance we think the second consideration is the stronger."
    ),
    _letter(
        "We hold this. Section 43(2) applies to the unit rates because their release would be likely to prejudice the commercial interests of the operator, whose rivals could undercut it. We have had to ask whether the public interest nevertheless requires release. There is a real public interest in seeing that the Council got value for money. But we judge that it is met by the total being published, and is outweighed by the need for the Council to be able to bargain."
    ),
    _letter(
        "The contract is held. Part of it is exempt under section 43(2): disclosure would prejudice the commercial interests of the operator, as competitors would learn its rates.\nThe public interest\nFor: accountability for spending; informing public debate.\nAgainst: harm to competition; less willingness to bid.\nWe find that the arguments against carry more weight."
    ),
    _letter(
        "The Council holds the report and withholds it under section 36(2)(b)(ii). In the reasonable opinion of the qualified person, the Monitoring Officer, given on 20 February 2025, its disclosure would be likely to inhibit the free and frank exchange of views. In reaching a view on the public interest I took into account the general value of transparency and the particular interest in the leisure centre's future. Against that I set the need of officers for a private space. I have decided that the need for that space should prevail."
    ),
    _letter(
        "We hold it. The draft is withheld under section 22(1), as it will be published on 1 June 2025 and it is reasonable to wait until then. In favour of releasing it now is the interest of those who use the centre. What weighs the other way is that the figures are still to be checked and could mislead. The scales come down on the side of waiting."
    ),
    _letter(
        "The Council holds this. Legal advice is exempt under section 42(1) because it is subject to legal professional privilege. While there is a public interest in people knowing on what basis the Council acted, there is a very strong public interest in a client being able to talk frankly to its lawyers. That interest is not outweighed here."
    ),
    _letter(
        "The Council holds this information. It is exempt by virtue of section 31(1)(a), because knowing the times of patrols would be likely to prejudice the prevention of crime. Transparency about security at public buildings supports disclosure. However it would help anybody planning a break-in, which would be against the interests of the community as a whole. We consider therefore that it is not in the public interest to disclose."
    ),
    _letter(
        "We hold the e-mails. They are exempt under section 35(1)(a) as they relate to the formulation of government policy. Public interest considerations: we acknowledge that disclosure would add to public understanding. We also recognise that ministers need a safe space. We have concluded that the public interest favours maintaining the exemption."
    ),
    _letter(
        "The information is held but we are applying section 30(1)(a)(i) to it because it was held for the purposes of a criminal investigation. Weighing up: on one hand, the public ought to be able to see that investigations are thorough; on the other, witnesses would be less likely to come forward. The latter is decisive."
    ),
    _letter(
        "The Council holds the plan. Section 24(1) exempts it: exemption is required to safeguard national security because the plan shows how the building is protected. We accept that there is some public interest in knowing that the building is safe. It is heavily outweighed by the public interest in not helping an attacker."
    ),
    _letter(
        "The Council holds the risk register. It is withheld under section 38(1)(b), since release would endanger the safety of staff who work alone. Does the public interest require us to disclose it even so? It would let people see that risks are managed. It would also show where a member of staff is alone and when. We do not think that the first can justify the second."
    ),
    _letter(
        "The Council holds the valuation. Section 43(2) is engaged: release would be likely to prejudice the Council's commercial interests in the sale. Factors we considered in favour of disclosure were openness and accountability. Factors we considered in favour of withholding were the damage to the Council's negotiating position and the cost to the taxpayer. Having weighed these we are satisfied that withholding is right."
    ),
)
_GIVEN = (
    _letter(
        "The Council holds the contract, which is enclosed. Staff names have been taken out, as the Act's exemption for personal data (section 40(2)) requires: they are junior and would not expect to be named."
    ),
    _letter(
        "The contract is attached. We've blacked out two signatures. This is because they are third-party personal data and disclosing them would breach the data protection principles, so section 40(2) applies by virtue of section 40(3A)(a)."
    ),
    _letter("The contract is attached. Nothing has been withheld."),
    _letter("We hold the contract and provide it in full. No exemption has been applied."),
    _letter(
        "The contract is published at https://www.example.gov.uk/contracts/12, and so it is reasonably accessible to you (section 21)."
    ),
    _letter(
        "The Council holds the contract. It is refusing to provide the bank details in it. Those are caught by section 31(1)(a): releasing them would be likely to prejudice the prevention of fraud. The public interest in openness is slight, since the payments are published; the public interest in preventing fraud is strong and outweighs it."
    ),
    _letter(
        "The contract is attached. The operator's staff are paid the living wage and payments are withheld only where targets are missed."
    ),
    _letter(
        "The Council holds it. A copy is attached with names removed (s.40(2) - personal data; they'd not expect it and it would be unfair)."
    ),
    _letter("We do not hold the contract. The Council refused the tender in 2023 and nothing was signed."),
    _letter("The operator's licence was refused in 2022 and granted on appeal. The contract is attached."),
    _letter("The contract, which we hold, was let under an exemption from the procurement rules, and is attached."),
    _letter("We hold the contract and a copy is enclosed. The annex to it was removed by agreement in 2023."),
)
_DAYS = (
    _letter(
        "The Council holds the contract, which is attached. It was signed on 31 March 2019 and runs to 30 March 2029."
    ),
    _letter(
        "The Council holds the contract. You first wrote to us about it on 3 January 2024, and we replied on 30 January 2024. It is attached."
    ),
    _letter(
        "The contract is attached. An extension to it dated 14 February 2024 follows it; the break clause falls on 29 February 2028."
    ),
    _letter(
        "You asked a similar question on 2 May 2023, to which we replied on 30 May 2023. The position has not changed: there is one contract, which is attached."
    ),
    _letter(
        "We asked you for clarification on 14 February 2025 and you gave it on 17 February 2025. The contract is attached."
    ),
    _letter("Your e-mail of 11 February reached us on 12 February 2025. The contract is attached."),
    _letter(
        "The Council answered a request from somebody else on 9 January 2025; its answer is attached and covers yours."
    ),
)
_HALF_HEARD = (5, 7, 10, 11)
"""Balances of which one part is not recognised; they give a NOTE, and nobody is accused."""
SILENT: dict[str, tuple[str | Example, ...]] = {
    "L102": _DAYS,
    "L101": _DAYS,
    "L104": (*_BALANCES, *_GIVEN),
    "L105": (*_BALANCES, *_GIVEN),
    "L106": (*_BALANCES, *_GIVEN),
    "L108": _BALANCES,
    "L109": tuple(one for at, one in enumerate(_BALANCES) if at not in _HALF_HEARD),
    "L117": _ROUTES,
    "L118": _ROUTES,
}
