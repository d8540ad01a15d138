"""More letters of each kind, in other authorities' manners: shorter, longer, with tables, lists and odd turns. All invented."""

from __future__ import annotations

from redactor.letter import LetterKind as K

_TAIL = (
    "\nIf you are unhappy with this reply you may ask for an internal review within 40 working days from review@example.gov.uk. "
    "You may then complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer"
)
_ACT = "Freedom of Information Act 2000"

MORE: tuple[tuple[K, str], ...] = (
    (
        K.ACKNOWLEDGEMENT,
        "Dear Mr Ames\nThis is to let you know that we have your FOI request of 3 May about bins. It has the number 4417. You will have our answer by 3 June 2025.\nRegards",
    ),
    (
        K.ACKNOWLEDGEMENT,
        f"Dear Ms Bell\nRequest for information - {_ACT}\nThank you for your enquiry, which reached us today. The Act allows twenty working days, and the last of them is 14 July 2025. Should we need anything from you in the meantime we shall get in touch.\nYours sincerely",
    ),
    (
        K.ACKNOWLEDGEMENT,
        "Good morning\nYour information request has been passed to our estates team, who are looking into it. The statutory deadline is 2 May 2025.\nKind regards\nFOI Team",
    ),
    (
        K.ACKNOWLEDGEMENT,
        "Dear Applicant\nFreedom of Information (Scotland) Act 2002\nWe received your request on 4 March 2025 and it is receiving attention. In some cases a fee may be charged and we will tell you if so. We are required to respond promptly and in any event not later than 1 April 2025.\nYours faithfully",
    ),
    (
        K.CLARIFICATION,
        f"Dear Mr Low\nYour request under the {_ACT} of 2 June asks for everything about the depot. As it stands we cannot tell which depot you have in mind: we run three. Do you mean Hall Road, Mill Lane or the Quay? The twenty working days will start again on the day we hear from you.\nYours sincerely",
    ),
    (
        K.CLARIFICATION,
        "Dear Dr Pym\nFOI 2231\nBefore we can begin a search we need to know which years you are interested in and what you count as an incident. Please let us have this by 30 June, or we shall take it that you no longer want the information.\nYours sincerely",
    ),
    (
        K.CLARIFICATION,
        "Dear Ms Roe\nEnvironmental Information Regulations 2004\nYour request is formulated in too general a manner. Under regulation 9(2) we ask you for more particulars: which stretch of the river, and which substances?\nYours sincerely",
    ),
    (
        K.EXTENSION,
        f"Dear Mr Ames\n{_ACT}\nWe hold the report you asked for. Section 36 is engaged and we are still weighing where the public interest lies. As section 10(3) permits, we are taking a further 20 working days and expect to write to you by 4 August 2025."
        + _TAIL,
    ),
    (
        K.EXTENSION,
        "Dear Ms Bell\nBecause the request is complex and takes in a great many documents, regulation 7(1) of the Environmental Information Regulations 2004 allows the time for our reply to be 40 working days. You will hear from us by 9 September 2025."
        + _TAIL,
    ),
    (
        K.FULL,
        f"Dear Mr Low\nThank you for your request under the {_ACT}. The figures are these:\nYear\tFines\n2022\t104\n2023\t131\n2024\t99"
        + _TAIL,
    ),
    (
        K.FULL,
        f"Dear Dr Pym\n{_ACT}\nYou asked: What is your policy on remote working? How many staff work from home?\nA copy of the policy is enclosed. On 1 May 2025, 412 members of staff had such an arrangement."
        + _TAIL,
    ),
    (
        K.FULL,
        "Dear Applicant\nFOI request 88\nQ1. How many nurses left in 2024?\nA1. 61\nQ2. How many joined?\nA2. 74"
        + _TAIL,
    ),
    (
        K.FULL,
        f"Dear Ms Roe\nUnder the {_ACT} you wanted to know what we spent on agency cover. We spent £1.2 million in 2023/24 and £0.9 million in 2024/25. Nothing has been withheld."
        + _TAIL,
    ),
    (
        K.PARTIAL,
        f"Dear Mr Ames\n{_ACT}\nPlease find the minutes attached. The names of junior officers have been removed, as they are personal data and section 40(2) applies: disclosure would be unfair to them."
        + _TAIL,
    ),
    (
        K.PARTIAL,
        "Dear Ms Bell\nFOI 19\n1. How many searches were made in 2024?\n2. Where were they?\nOur response\n1. There were 1,204.\n2. We hold this but are not going to release it. Section 31(1)(a) applies, because disclosure would be likely to prejudice the prevention of crime."
        + _TAIL,
    ),
    (
        K.PARTIAL,
        f"Dear Mr Low\n{_ACT}\nWe enclose a redacted copy of the contract. What has been blacked out are the unit prices; section 43(2) is engaged as their release would be likely to prejudice the supplier."
        + _TAIL,
    ),
    (
        K.PARTIAL,
        "Dear Dr Pym\nEnvironmental Information Regulations 2004\nThe noise readings are in the table below. The contractor's method statement is excepted under regulation 12(5)(e).\nMonth\tdB\nMay\t61\nJune\t64"
        + _TAIL,
    ),
    (
        K.PARTIAL,
        "Dear Applicant\nFOI 7\nQ1. How many pupils were excluded?\nA1. Fourteen.\nQ2. How many of them were in care?\nA2. Fewer than five. We do not give the exact figure because it could identify a child; it is exempt under section 40(2)."
        + _TAIL,
    ),
    (
        K.REFUSAL,
        f"Dear Ms Roe\n{_ACT}\nThe council has the legal advice that you ask for. We are relying on section 42(1) not to disclose it. Advice between lawyer and client attracts privilege. The public interest in keeping it confidential outweighs that in disclosure."
        + _TAIL,
    ),
    (
        K.REFUSAL,
        "Dear Mr Ames\nFreedom of Information (Scotland) Act 2002\nThe report is held. It is exempt under section 30(c), since its release would be likely to prejudice substantially the effective conduct of public affairs. This letter is a notice under section 16."
        + _TAIL,
    ),
    (
        K.REFUSAL,
        "Dear Ms Bell\nEIR 24/9\nWe have considered your request under the Environmental Information Regulations 2004. The draft is unfinished, and regulation 12(4)(d) lets us refuse it. The public interest favours waiting for the final version, due in September."
        + _TAIL,
    ),
    (
        K.NCND,
        f"Dear Mr Low\n{_ACT}\nThe force can neither confirm nor deny that it holds the information, by virtue of section 30(3). To say either would tell a suspect whether he is being watched. This should not be taken to mean that anything is held or not."
        + _TAIL,
    ),
    (
        K.NCND,
        "Dear Dr Pym\nThe Trust is not obliged to confirm or deny whether it holds what you ask for under the Freedom of Information Act, section 40(5B)(a)(i): to do so would itself disclose personal data."
        + _TAIL,
    ),
    (
        K.COST,
        f"Dear Mr Ames\n{_ACT}\nThe information is in 4,200 paper files. At ten minutes a file that comes to 700 hours, far beyond the 18 hours for which section 12(1) provides. If you ask for one year only we may be able to help."
        + _TAIL,
    ),
    (
        K.COST,
        "Dear Ms Bell\nFOI 31\nWe hold the information but to find and extract it would cost more than £450, the appropriate limit. We therefore need not comply with your request. You could narrow it to a single ward."
        + _TAIL,
    ),
    (
        K.COST,
        "Dear Mr Low\nFreedom of Information (Scotland) Act 2002\nUnder section 12 we do not have to answer where the cost would be over £600. A sample of 40 records took two hours; there are 9,000. Please consider asking about 2024 alone."
        + _TAIL,
    ),
    (
        K.COST,
        f"Dear Dr Pym\n{_ACT}\nYour questions 1 to 4 together would take us more than 18 hours. Each of the 612 case notes would have to be read by hand, at about 15 minutes each.\nStep\tMinutes\nFind\t5\nRead\t10\nSection 12 allows us to refuse the whole."
        + _TAIL,
    ),
    (
        K.VEXATIOUS,
        f"Dear Mr Ames\n{_ACT}\nThis is your nineteenth request about the same footpath in four months. Taken together they place an unreasonable burden on two members of staff and have no serious purpose. We consider the request to be vexatious and section 14(1) means that we need not answer it."
        + _TAIL,
    ),
    (
        K.VEXATIOUS,
        "Dear Ms Bell\nFOI 42\nWe answered a request from you in the same terms on 3 March 2025. Section 14(2) of the Act says that we need not comply with a repeated request unless a reasonable time has gone by, and it has not."
        + _TAIL,
    ),
    (
        K.VEXATIOUS,
        "Dear Mr Low\nEnvironmental Information Regulations 2004\nYour request is manifestly unreasonable (regulation 12(4)(b)). You have written 60 times on the subject, often in abusive terms, and the public interest does not require us to go on."
        + _TAIL,
    ),
    (
        K.NOT_HELD,
        f"Dear Ms Roe\n{_ACT}\nWe have looked in the case system, in the shared drives and in the paper archive and have found nothing. The council therefore holds no information within the scope of your request."
        + _TAIL,
    ),
    (
        K.NOT_HELD,
        "Dear Mr Ames\nFreedom of Information (Scotland) Act 2002\nThis is a notice under section 17 that the Board does not have the information which you seek. Ambulance times are kept by the ambulance service, to whom you may wish to apply."
        + _TAIL,
    ),
    (
        K.NOT_HELD,
        f"Dear Ms Bell\n{_ACT}\nYou asked how many parking appeals were heard by the tribunal. That is not something that we record. We are unable to give you a figure. The tribunal itself may be able to help."
        + _TAIL,
    ),
    (
        K.NOT_HELD,
        "Dear Dr Pym\nFOI 3\nFollowing a search of our records I can tell you that the information is not held by this Trust. Community services passed to Northern Care in 2021 and you could ask them."
        + _TAIL,
    ),
    (
        K.REVIEW,
        f"Dear Mr Ames\n{_ACT}: internal review\nI write in answer to your letter of 4 May, in which you complained of our refusal of 2 April. I was not concerned in that refusal. I have considered the matter afresh and find that section 43(2) was rightly applied. You may now apply to the Information Commissioner, www.ico.org.uk.\nYours sincerely",
    ),
    (
        K.REVIEW,
        "Dear Ms Bell\nFOI 24/31 review\nYou were dissatisfied with our reply and asked that it be reviewed. The review panel met on 3 June. It decided that two of the five documents should now be disclosed; they are attached. If you disagree you may go to the ICO, www.ico.org.uk.\nYours sincerely",
    ),
    (
        K.NONE,
        "Marlbury Town Council\nMinutes of the meeting of 3 March 2025\n1. Apologies were received from Cllr Ward.\n2. The Clerk reported that a Freedom of Information request about the allotments had been answered within 20 working days.\n3. It was agreed to mow the green.",
    ),
    (
        K.NONE,
        "NEWS RELEASE\nCouncil publishes spending data\nFollowing several Freedom of Information requests the council has decided to publish all payments over £250 each month. Councillor Joan Ward said: We hold this information on behalf of residents.\nNotes to editors: for more information contact the press office.",
    ),
    (
        K.NONE,
        "Freedom of Information policy\nThis policy sets out how the Trust meets its duties under the Act. All requests are logged by the information team. Exemptions are applied only after advice. The policy is reviewed each year.",
    ),
    (
        K.NONE,
        "FOI performance, quarter 2\nMonth\tRequests\tIn time\nJuly\t61\t58\nAugust\t44\t44\nSeptember\t70\t61\nTotal\t175\t163",
    ),
    (
        K.NONE,
        "To: All staff\nFrom: Head of Governance\nReminder: any request for information must be passed to the FOI team on the day it comes in. We have 20 working days to respond. Please do not reply yourself.",
    ),
)
