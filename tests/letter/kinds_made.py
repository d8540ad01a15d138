"""How letters of each kind begin; each is the beginning of a reply that somebody might write. All invented."""

from __future__ import annotations

from redactor.letter import LetterKind as K

_FOI = "Freedom of Information Act 2000\n"

OPENINGS: tuple[tuple[K, str], ...] = (
    (
        K.ACKNOWLEDGEMENT,
        "Dear Ms Rowe\nThank you for your Freedom of Information request received on 3 June 2025. We will respond within 20 working days.\nYours sincerely",
    ),
    (
        K.ACKNOWLEDGEMENT,
        "Dear Sir\nWe acknowledge receipt of your request for information. Your reference is FOI 2231. You should receive a response by 1 July 2025.\nYours faithfully",
    ),
    (
        K.ACKNOWLEDGEMENT,
        "Dear Requester\nYour request under the Environmental Information Regulations has been logged and passed to the department concerned. A response is due by 12 May.\nRegards",
    ),
    (
        K.ACKNOWLEDGEMENT,
        "Dear Mr Ames\nI write to acknowledge your e-mail of 2 May, which is being dealt with under the Freedom of Information Act 2000.\nYours sincerely",
    ),
    (
        K.ACKNOWLEDGEMENT,
        "Dear Dr Pym\nYour FOI request was received on 4 March 2025 and has been allocated the number 1234. We aim to reply no later than 1 April 2025.\nYours sincerely",
    ),
    (
        K.CLARIFICATION,
        "Dear Mr Ames\nThank you for your Freedom of Information request. You asked for all records about roads. Please could you clarify which roads and which years you mean.\nYours sincerely",
    ),
    (
        K.CLARIFICATION,
        "Dear Ms Bell\nFurther to your FOI request, we need you to specify the period you are interested in. Until we have heard from you we cannot go on.\nYours sincerely",
    ),
    (
        K.CLARIFICATION,
        "Dear Mr Low\nUnder section 1(3) of the Freedom of Information Act clarification is required before we can search. What do you mean by incidents?\nYours sincerely",
    ),
    (
        K.CLARIFICATION,
        "Dear Mrs Fell\nIt is not clear what information you want. Under regulation 9 of the Environmental Information Regulations 2004 we ask you to give us more detail.\nYours sincerely",
    ),
    (
        K.CLARIFICATION,
        "Dear Applicant\nYour request under the Freedom of Information (Scotland) Act 2002 is unclear. Please confirm which offices you are asking about. Once we have received your clarification the 20 days begin again.\nYours faithfully",
    ),
    (
        K.EXTENSION,
        "Dear Mr Ames\nI am writing about your Freedom of Information request. We need further time to consider the public interest under section 10(3) and expect to reply by 3 July 2025.\nYours sincerely",
    ),
    (
        K.EXTENSION,
        "Dear Ms Bell\nYour request is being considered under the Freedom of Information Act. Section 43 may apply, and we are extending the time limit by 20 working days in order to weigh the public interest.\nYours sincerely",
    ),
    (
        K.EXTENSION,
        "Dear Mr Low\nBecause of the complexity and volume of your request we have extended the deadline to 40 working days under regulation 7 of the Environmental Information Regulations 2004.\nYours sincerely",
    ),
    (
        K.EXTENSION,
        "Dear Dr Pym\nWe have not yet reached a decision on the balance of the public interest in relation to your FOI request and need additional time.\nYours sincerely",
    ),
    (
        K.FULL,
        "Dear Mr Ames\n"
        + _FOI
        + "You asked how many lorries the council owns. The council owns 41 lorries.\nYours sincerely",
    ),
    (
        K.FULL,
        "Dear Ms Bell\nThank you for your Freedom of Information request. The information you asked for is attached.\nYours sincerely",
    ),
    (
        K.FULL,
        "Dear Ms Bell\nIn response to your FOI request, I can confirm that we hold this information and it is provided below.\nYear\tCases\n2023\t12\n2024\t15\nYours sincerely",
    ),
    (
        K.FULL,
        "Dear Mr Low\nYou asked under the Freedom of Information Act:\n1. How many nurses left in 2024?\n2. How many joined?\nOur response:\n1. 204\n2. 199\nYours sincerely",
    ),
    (
        K.FULL,
        "Dear Mr Orr\nPlease find enclosed the report that you requested under the Environmental Information Regulations 2004.\nYours sincerely",
    ),
    (
        K.PARTIAL,
        "Dear Mr Low\nYou asked under the Freedom of Information Act:\n1. How many officers were dismissed?\n2. What are their names?\nResponse\n1. Seven.\n2. This information is exempt under section 40(2).\nYours sincerely",
    ),
    (
        K.PARTIAL,
        "Dear Ms Bell\n"
        + _FOI
        + "We enclose the contract you asked for. The prices have been redacted under section 43(2) of the Act.\nYours sincerely",
    ),
    (
        K.PARTIAL,
        "Dear Mr Ames\nIn response to your FOI request some of the information is provided below. The remainder is withheld under section 31(1)(a).\nYours sincerely",
    ),
    (
        K.PARTIAL,
        "Dear Dr Pym\nFOI request 14\n1. How many drones do you own?\nWe own six drones.\n2. Are they used covertly?\nWe neither confirm nor deny that any information is held, by virtue of section 31(3).\nYours sincerely",
    ),
    (
        K.PARTIAL,
        "Dear Mrs Fell\nYour request under the Environmental Information Regulations has been considered. A copy of the survey is attached. The nest locations are excepted from disclosure under regulation 12(5)(g) and have been withheld.\nYours sincerely",
    ),
    (
        K.REFUSAL,
        "Dear Mr Ames\nI can confirm that the department holds the information you asked for under the Freedom of Information Act. It is exempt from disclosure under section 35(1)(a) and is withheld.\nYours sincerely",
    ),
    (
        K.REFUSAL,
        "Dear Ms Bell\n"
        + _FOI
        + "Your request has been refused because the information is exempt under section 22.\nYours sincerely",
    ),
    (
        K.REFUSAL,
        "Dear Mr Low\nThis letter is a refusal notice under section 17(1) of the Freedom of Information Act. The whole of the information is withheld by virtue of section 40(2).\nYours sincerely",
    ),
    (
        K.REFUSAL,
        "Dear Mr Geddes\nFreedom of Information (Scotland) Act 2002\nWe hold this information but consider it exempt under section 30(b)(ii). In terms of section 16 this is a refusal notice.\nYours sincerely",
    ),
    (
        K.REFUSAL,
        "Dear Mrs Fell\nRegulation 12(5)(e) of the Environmental Information Regulations 2004 applies to the whole of the report, which we are unable to disclose.\nYours sincerely",
    ),
    (
        K.NCND,
        "Dear Mr Ames\n"
        + _FOI
        + "The force can neither confirm nor deny whether it holds the information you asked for, as the duty in section 1(1)(a) does not apply by virtue of section 30(3).\nYours sincerely",
    ),
    (
        K.NCND,
        "Dear Ms Bell\nIn response to your Freedom of Information request, the Ministry neither confirms nor denies that it holds information within its scope under section 24(2).\nYours sincerely",
    ),
    (
        K.NCND,
        "Dear Mr Low\nUnder section 40(5B)(a)(i) of the Freedom of Information Act we are not obliged to confirm or deny whether the trust holds this information.\nYours sincerely",
    ),
    (
        K.NCND,
        "Dear Applicant\nFOI 2025/88\nWe refuse to confirm or deny that the information you have asked for is held. Section 18(1) of FOISA applies.\nYours faithfully",
    ),
    (
        K.COST,
        "Dear Mr Ames\n"
        + _FOI
        + "We estimate that it would take 31 hours to answer your request, which exceeds the appropriate limit of 18 hours. Section 12(1) therefore applies and we are not obliged to comply.\nYours sincerely",
    ),
    (
        K.COST,
        "Dear Ms Bell\nYour FOI request is refused because the cost of complying would exceed the limit of £450.\nYours sincerely",
    ),
    (
        K.COST,
        "Dear Mr Geddes\nFreedom of Information (Scotland) Act 2002. The cost of answering would be more than £600 and we are refusing your request under section 12(1), since it exceeds the cost limit.\nYours sincerely",
    ),
    (
        K.COST,
        "Dear Dr Pym\nI can confirm that we hold this information. However, to locate it we would have to read 4,000 files, which would exceed the cost limit set out in section 12 of the Freedom of Information Act.\nYours sincerely",
    ),
    (
        K.VEXATIOUS,
        "Dear Mr Ames\n"
        + _FOI
        + "We have concluded that your request is vexatious and section 14(1) applies. We are not obliged to comply with it.\nYours sincerely",
    ),
    (
        K.VEXATIOUS,
        "Dear Ms Bell\nYour FOI request is substantially similar to the one we answered in May. We refuse it under section 14(2) as a repeated request.\nYours sincerely",
    ),
    (
        K.VEXATIOUS,
        "Dear Mrs Fell\nThe council considers that your request under the Environmental Information Regulations is manifestly unreasonable and refuses it under regulation 12(4)(b).\nYours sincerely",
    ),
    (
        K.NOT_HELD,
        "Dear Mr Ames\nHaving searched its records, the council does not hold the information you asked for under the Freedom of Information Act.\nYours sincerely",
    ),
    (
        K.NOT_HELD,
        "Dear Ms Bell\nIn response to your FOI request, no information is held. The trust does not record the reasons for missed appointments.\nYours sincerely",
    ),
    (
        K.NOT_HELD,
        "Dear Mr Geddes\nFreedom of Information (Scotland) Act 2002. This letter is a notice under section 17(1) that the information is not held.\nYours sincerely",
    ),
    (
        K.NOT_HELD,
        "Dear Dr Pym\nThank you for your Freedom of Information request. We can confirm that nothing is held; you may wish to ask the county council, which may hold it.\nYours sincerely",
    ),
    (
        K.REVIEW,
        "Dear Mr Ames\nYou asked for an internal review of our decision on your Freedom of Information request. I have completed the review and uphold the original decision under section 43(2).\nYours sincerely",
    ),
    (
        K.REVIEW,
        "Dear Ms Bell\nI am writing with the outcome of the internal review that you requested on 2 May. The council should have relied on section 31(1)(b) of the FOI Act.\nYours sincerely",
    ),
    (
        K.REVIEW,
        "Dear Mr Geddes\nReview under section 20 of FOISA. I have now carried out a review of the response to your request and substitute a different decision. The information is attached.\nYours sincerely",
    ),
    (
        K.NONE,
        "Minutes of the parks committee\nThe committee met on 4 March and agreed the budget for the coming year. The next meeting is in June.",
    ),
    (
        K.NONE,
        "Dear Ms Bell\nThank you for your order. Your parcel will reach you on Tuesday. Please keep this letter.\nYours sincerely",
    ),
    (
        K.NONE,
        "Dear Mr Low\nYour application for a parking permit has been approved. It is valid until 31 March.\nYours sincerely",
    ),
    (K.NONE, ""),
    (K.NONE, "Shopping list\nbread\nmilk\neggs"),
)
