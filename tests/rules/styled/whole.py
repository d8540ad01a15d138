"""Whole replies in the styles of fifteen authorities, written before anybody looked at how the reader works."""

from __future__ import annotations

from dataclasses import dataclass, field

from redactor.model import Mode
from redactor.rules.examples import Example


@dataclass(frozen=True, slots=True)
class Whole:
    """A letter, what kind it is, and the codes above NOTE that it must give; a code with a bar may be either of two."""

    kind: str
    example: Example
    expected: frozenset[str] = field(default_factory=frozenset)


LETTERS = {
    "county-full": Whole(
        "full disclosure",
        Example(
            """Westmarch County Council
Information Rights Team, Shire House, Westmarch
foi@westmarch.example.gov.uk
Our reference: WCC/FOI/25/0311
27 March 2025
Dear Requester
Freedom of Information Act 2000: pothole repairs
Thank you for your request of 3 March 2025, which we have handled under the Freedom of Information Act 2000. You asked:
1. How many carriageway defects were reported in each of the last two financial years?
2. How much did the council spend on repairing them?
3. Who is the current contractor and when does the contract end?
Westmarch County Council holds the information you have asked for. Our response is set out below, using your numbering.
1. 2022/23: 8,412 defects. 2023/24: 9,036 defects.
2. 2022/23: £1,204,550. 2023/24: £1,377,910.
3. Harrow Lane Surfacing Ltd. The contract ends on 31 March 2027 with an option to extend by two years.
This concludes your request.
If you are unhappy with the way your request has been handled you may ask for an internal review. Please write to the Information Rights Manager at foi@westmarch.example.gov.uk within 40 working days of the date of this letter.
If you remain dissatisfied after the review you have a right of appeal to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF, telephone 0303 123 1113, www.ico.org.uk.
Yours faithfully
Information Rights Team""",
            reference="WCC/FOI/25/0311",
        ),
    ),
    "agency-eir-partial": Whole(
        "partial disclosure",
        Example(
            """Rivers and Coasts Agency
Customers and Engagement
Our ref: RCA2025/04417
Date: 27 March 2025
Dear Sir or Madam
Environmental Information Regulations 2004
Thank you for your enquiry, which we received on 3 March 2025, about Lower Tarn sewage works. We respond to requests for recorded information that we hold under the Environmental Information Regulations 2004 (EIR).
You requested: all sampling results at the outfall since January 2023, and any report of the investigation into the fish kill of August 2024.
Please find attached the sampling results (Annex A). They are supplied under the Open Government Licence.
The investigation report is held. However, we are refusing to disclose it under regulation 12(5)(b) of the EIR, because disclosure would adversely affect the course of justice and our ability to conduct a criminal inquiry. The investigation is live; publishing witness accounts and the analysis of samples now would alert those under inquiry and could prejudice any trial.
Regulation 12(5)(b) is subject to the public interest test, and we have applied the presumption in favour of disclosure that regulation 12(2) requires.
Factors in favour of disclosure: there is strong local interest in the state of the river, and openness helps the public to take part in decisions on the environment.
Factors in favour of withholding: there is a compelling public interest in polluters being brought to court, which early publication would put at risk, and in the fairness of proceedings.
Having weighed these, we have concluded that the public interest in maintaining the exception outweighs the public interest in disclosure at this time.
If you are not satisfied with our reply you may make representations to us under regulation 11 within 40 working days, asking us to reconsider. Write to reviews@rivers-coasts.example.gov.uk and we will answer within 40 working days.
If you are still not content you may then complain to the Information Commissioner under section 50 of the Freedom of Information Act 2000 as applied by regulation 18 EIR: Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, Cheshire, SK9 5AF. Tel: 0303 123 1113. Website: https://ico.org.uk
Yours faithfully
Customers and Engagement Officer
\fAnnex A
Sampling results, Lower Tarn outfall
Date of sample: 14 February 2023. Ammonia 1.2 mg/l. Dissolved oxygen 8.4 mg/l.
Date of sample: 11 September 2023. Ammonia 2.7 mg/l. Dissolved oxygen 7.1 mg/l.""",
            regime="eir",
            reference="RCA2025/04417",
        ),
    ),
    "housing-vexatious": Whole(
        "vexatious or repeated",
        Example(
            """Regulator of Rented Homes
FOI case number: RRH-2025-118
27 March 2025
Dear Applicant,
I write in response to your email of 3 March 2025 in which you asked for information under the Freedom of Information Act 2000 ('the Act').
Your request
"Please supply every message in which any member of the executive mentions me, my complaint or Larkfield Homes, from 2019 to the present day."
Our decision
We have decided to refuse your request under section 14(1) of the Act, which says that a public authority need not comply with a request that is vexatious. This letter is a refusal notice under section 17(5) of the Act.
In reaching that view we considered the burden on the regulator, the motive of the request, its value and serious purpose, and any harassment or distress caused to staff. This is the thirty-first request on the same subject since 2021. The complaint behind it was investigated in 2020, reviewed independently in 2021 and closed. Replies have each led to further requests, often on the same day, and answering them has taken more than 240 hours. We see little value to the wider public that would justify a further burden.
Right to complain
If you disagree with our decision you may request an internal review by writing to foi.reviews@rrh.example.gov.uk within two months of the date of this letter.
Following an internal review, should you remain unhappy, you can complain to the Information Commissioner's Office: https://ico.org.uk/make-a-complaint, or Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF, helpline 0303 123 1113.
Yours sincerely,
Head of Information Governance""",
            reference="RRH-2025-118",
        ),
    ),
    "department-ncnd": Whole(
        "neither confirm nor deny",
        Example(
            """Department for Borders and Security
Knowledge and Information Directorate
Reference: FOI2025/02291
27 March 2025
Dear Sir/Madam,
Thank you for your e-mail of 3 March, in which you ask whether the Department has shared travel records of a named journalist with any of the security and intelligence agencies since 2020. Your request has been handled under the Freedom of Information Act 2000.
The Department neither confirms nor denies whether it holds the information you have requested. The duty in section 1(1)(a) of the Act does not apply, by virtue of section 23(5) (information supplied by, or relating to, bodies dealing with security matters) and section 24(2) (national security).
Section 23(5) is an absolute exemption and we are not required to consider the public interest.
Section 24(2) is a qualified exemption, and exemption from the duty to confirm or deny is required for the purpose of safeguarding national security. To say whether any such information is held would itself reveal the extent of the agencies' interest in individuals, which hostile actors could piece together from a series of requests.
Considerations in favour of confirming or denying: there is a general public interest in transparency and in knowing that powers over travel data are used lawfully.
Considerations in favour of neither confirming nor denying: a confirmation or denial in this case would harm the ability to protect the public, and there are independent bodies that oversee the use of such data.
We conclude that the public interest in maintaining the exclusion of the duty to confirm or deny outweighs the public interest in confirming whether information is held.
This response should not be taken as an indication that the information you requested is or is not held by the Department.
If you are dissatisfied with this response you may request an independent internal review of our handling of your request by submitting a complaint within two months to foirequests@borders.example.gov.uk, quoting reference FOI2025/02291.
As part of any internal review the Department's handling of your request will be reassessed by staff who were not involved in providing you with this response. If you were to remain dissatisfied after this internal review, you would have a right of complaint to the Information Commissioner as established by section 50 of the FOI Act. The Information Commissioner can be contacted at Wycliffe House, Water Lane, Wilmslow, Cheshire, SK9 5AF.
Yours sincerely
Knowledge and Information Directorate""",
            reference="FOI2025/02291",
        ),
    ),
    "university-review": Whole(
        "internal review outcome",
        Example(
            """University of Stourbridge Vale
Office of the University Secretary
Ref: FOI-24-880 (internal review)
20 March 2025
Dear Requester
Outcome of internal review
I am writing about your email of 21 February 2025, in which you asked the University to review its reply to your freedom of information request FOI-24-880. I had no part in the original decision.
The original request asked for the minutes of the Remuneration Committee for 2023. The University replied on 3 February 2025, withholding two paragraphs under section 40(2) of the Freedom of Information Act 2000.
You argue that the paragraphs concern senior staff, who should expect scrutiny. I have looked at the paragraphs and at the arguments again.
The two paragraphs describe the health of an individual. That is personal data of a special category. The individual would not expect it to be made public and no condition for processing it in this way is met, so disclosure would contravene the first data protection principle; the condition in section 40(3A)(a) is satisfied and the exemption is absolute.
I therefore uphold the original decision and do not uphold your complaint.
That completes the University's internal review procedure. If you are not content with the outcome you have the right to apply directly to the Information Commissioner for a decision under section 50 of the Act. The Commissioner can be reached at: Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, SK9 5AF; 0303 123 1113; ico.org.uk.
Yours sincerely
University Secretary""",
            reference="FOI-24-880",
        ),
    ),
    "scottish-partial": Whole(
        "partial disclosure",
        Example(
            """Glen Affric and Lochside Council
Chief Executive's Service
Request reference: 2025-0774
27 March 2025
Dear Applicant
Freedom of Information (Scotland) Act 2002 - Request for Information
I refer to your request dated 3 March 2025, in which you seek the following:
Q1 How many complaints were made about school transport in 2024?
Q2 The name and grade of the officer who decided each complaint.
Q3 The minutes of any meeting with the operator in 2024.
Q1 response: 46 complaints were made.
Q2 response: All decisions were made by officers of grade HC9. We are withholding the names under section 38(1)(b) of the Freedom of Information (Scotland) Act 2002, read with section 38(2A)(a). The names are personal data, and disclosure would contravene the first data protection principle, since officers at this level have no reasonable expectation of being named to the world at large and there is no legitimate interest which outweighs their own. This exemption is absolute in these circumstances.
Q3 response: No minutes were taken at meetings with the operator. In terms of section 17(1) of the Act I give you notice that the Council does not hold this information.
If you are dissatisfied with this response you may, under section 20 of the Act, require the Council to review its actions. A requirement for review must be made in writing, or in another recordable form, within 40 working days of receiving this letter, to the Head of Legal Services, Council Headquarters, Lochside, or foireviews@gallochside.example.gov.uk. You will be told the outcome within 20 working days.
If you are still dissatisfied after review, you may apply to the Scottish Information Commissioner for a decision within six months: Kinburn Castle, Doubledykes Road, St Andrews, Fife KY16 9DS, telephone 01334 464610, www.foi.scot/appeal. You may thereafter appeal to the Court of Session on a point of law.
Yours faithfully
Information Governance Officer""",
            regime="foisa",
            reference="2025-0774",
        ),
    ),
    "trust-clarification": Whole(
        "clarification",
        Example(
            """Fenland Community NHS Foundation Trust
FOI Office
Our Ref: FOI 1882-25
6 March 2025
Dear Ms Okonjo-Tait
Thank you for your email received on 3 March 2025 asking for "all data on waiting lists".
So that we can find what you need, please could you tell us which services you are interested in and which period your request should cover? We hold waiting list data for nineteen services and going back to 2006.
Under section 1(3) of the Freedom of Information Act 2000 we are not obliged to go any further with your request until we have this. The 20 working days will begin when your clarification reaches us. If we do not hear from you within three months we shall assume that you no longer need the information.
Kind regards
FOI Office
fenland.foi@nhs.example.org""",
            mode=Mode.SEND,
            reference="FOI 1882-25",
        ),
    ),
    "ombudsman-extension": Whole(
        "extension",
        Example(
            """Office of the Pensions Arbiter
Case reference PA/FOI/0093
28 March 2025
Dear Requester
Your freedom of information request
We received your request on 3 March 2025. You asked for the legal advice on the 2023 scheme levy.
We confirm that we hold information within the scope of your request. We consider that section 42(1) of the Freedom of Information Act 2000 (legal professional privilege) applies to it, because it consists of confidential advice from counsel to the Arbiter, given for the purpose of legal advice.
Section 42 is a qualified exemption. By section 10(3) of the Act we may take such further time as is reasonable to weigh the public interest. We have not yet reached a decision on where the balance lies, and under section 17(2) we estimate that we shall do so by 30 April 2025.
If you are unhappy with this you may ask for an internal review within 40 working days, by writing to reviews@pensions-arbiter.example.org.
You may also complain to the Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF (0303 123 1113, www.ico.org.uk).
Yours faithfully
Information Access Team""",
            reference="PA/FOI/0093",
        ),
    ),
    "police-refusal-31": Whole(
        "refusal",
        Example(
            """Marlshire Police
Joint Information Management Unit
Ref: 2741/25
27 March 2025
Dear Sir/Madam
I write in connection with your request for information dated 3rd March 2025 concerning patrol routes. The request is repeated here:
Please provide the planned routes of the rural crime patrols for April to June 2025.
Marlshire Police holds the information requested but it is exempt from disclosure by virtue of Section 31 - Law Enforcement.
Section 31 is a prejudice based, qualified exemption, so the harm must be shown and the public interest considered.
Harm: publication of planned routes would be likely to prejudice the prevention and detection of crime, since thieves of farm machinery would know where officers will not be.
Factors favouring disclosure: residents of rural areas would see that public money is well spent, and would be better informed.
Factors favouring non-disclosure: the effectiveness of patrols would be compromised, more crime would be committed, and officers could be put at risk.
Balancing test: while there is a public interest in the transparency of policing, it is not in the public interest to disclose information that undermines it. The balance lies in favour of withholding the routes.
Please treat this letter as a refusal notice under section 17 of the Freedom of Information Act 2000.
If you are dissatisfied with the handling of your request you can ask for an internal review within 40 working days: Freedom of Information Appeals, Marlshire Police HQ, foi.appeals@marlshire.example.org
Yours sincerely
Disclosure Decision Maker""",
            reference="2741/25",
        ),
        frozenset({"L107", "L118"}),
    ),
    "department-cost": Whole(
        "cost refusal",
        Example(
            """Department for Roads and Ports
Freedom of Information Advice Team
Our reference: F0031774
27 March 2025
Dear Requester
Freedom of Information Act Request: F0031774
Your request was received on 3 March 2025. You asked for:
"Copies of all correspondence between the Department and any port operator about the freeport scheme since 2018."
We confirm that we hold information relevant to your request. However, we consider that the cost of complying would exceed the appropriate limit, and we are therefore refusing the request under section 12(1) of the Freedom of Information Act 2000.
Correspondence is spread over many mailboxes and shared folders, and each item would have to be opened and read to see if it falls within scope.
If you have any complaint about the way in which we dealt with your request please ask for an internal review within two calendar months, by email to foi.review@roads-ports.example.gov.uk.
If you are not content with the result you may apply directly to the Information Commissioner for a decision: Wycliffe House, Water Lane, Wilmslow, Cheshire, SK9 5AF, 0303 123 1113, https://ico.org.uk/foicomplaints
Yours sincerely
FOI Advice Team""",
            reference="F0031774",
        ),
        frozenset({"L116"}),
    ),
    "academy-not-held": Whole(
        "not held",
        Example(
            """Larkspur Academies Trust
Trust Office, Mill Lane, Oldbridge
Ref LAT-FOI-57
12 May 2025
Dear Enquirer
Freedom of Information request - exclusions
Thank you for your request for information, which the Trust received on 3 March 2025. Your questions were:
a) How many pupils were permanently excluded in 2023-24?
b) How many of them had an education, health and care plan?
c) What did the Trust pay for alternative provision in that year?
Please see our answers below.
a) The Trust does not hold this information. Our first academy opened in September 2024 and records of its predecessor schools remain with Oldbridge Council, which you could approach at foi@oldbridge.example.gov.uk.
b) For the same reason the Trust does not hold this information.
If you are unhappy with this response, you may ask for an internal review by writing to the Clerk to the Trustees at clerk@larkspur.example.org within 40 working days.
If you are still unhappy after that, you can complain to the Information Commissioner's Office at Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF, phone 0303 123 1113 or visit www.ico.org.uk.
Yours sincerely
Trust Business Manager""",
            reference="LAT-FOI-57",
        ),
        frozenset({"L101", "L105|L104"}),
    ),
    "trust-partial-43": Whole(
        "partial disclosure",
        Example(
            """St Aldwyn's Hospitals NHS Trust
Information Governance Department
FOI Ref: 25-3390
27 March 2025
Dear Requester
Request for information under the Freedom of Information Act 2000
We refer to your request of 3 March 2025 about the managed print service. Please find our reply beneath each of your questions.
Question 1: Who supplies the service and when does the contract expire?
Answer: Ockley Print Systems Ltd; 30 June 2026.
Question 2: What is the price per page for mono and colour?
Answer: The Trust holds this information but it is exempt under section 43(2) of the Act. Unit prices are commercially sensitive to the supplier, which is bidding for other trusts' contracts this year, and competitors knowing them might harm its position.
Section 43(2) is a qualified exemption. In favour of release, the public has an interest in how the Trust spends its money and in value being obtained. Against release, suppliers may be unwilling to offer their best price if prices are published, and the Trust would pay more. On balance we find that the public interest in maintaining the exemption is the greater.
Question 3: Who manages the contract?
Answer: The Head of Facilities. The name of the post holder is withheld under section 40(2), as it is the personal data of a junior member of staff who does not expect to be named in public; disclosure would be unfair and so in breach of the first data protection principle.
If you wish to complain about this reply, please ask for an internal review from the Head of Information Governance, ig@staldwyns.example.org, within 20 working days of this letter.
If you remain unhappy you may contact the Information Commissioner, Wycliffe House, Water Lane, Wilmslow SK9 5AF, 0303 123 1113, www.ico.org.uk.
Yours sincerely
Information Governance Department""",
            reference="25-3390",
        ),
        frozenset({"L111", "L117"}),
    ),
    "police-acknowledgement": Whole(
        "acknowledgement",
        Example(
            """Northmoor Constabulary
Information Assurance Unit
Our Reference 3812-25
5 March 2025
Dear Mr Penhallow
FREEDOM OF INFORMATION REQUEST 3812-25
I acknowledge receipt of your request, which reached this office on 3 March 2025 and which will be dealt with by [name of decision maker].
Your request will now be considered in accordance with the Freedom of Information Act 2000. You will receive a response within the statutory timescale of 20 working days, unless it is necessary to extend the time to consider the public interest, in which case you will be told.
Yours sincerely
Information Assurance Unit""",
            mode=Mode.SEND,
            reference="3812-25",
        ),
        frozenset({"L120"}),
    ),
    "scottish-wrong-act": Whole(
        "refusal",
        Example(
            """Strathlinn Council
Corporate Governance
Our Ref: SC/25/0192
27 March 2025
Dear Applicant
Freedom of Information (Scotland) Act 2002
I refer to your information request received on 3 March 2025 for the tenders received for the Linn Bridge contract.
The Council holds the tenders. They are exempt from disclosure and this letter is a refusal notice under section 17 of the Freedom of Information Act 2000.
The exemption relied on is section 33(1)(b) of the Freedom of Information (Scotland) Act 2002, because disclosure would be likely to prejudice substantially the commercial interests of the bidders: their methods and prices would be open to rivals in the tenders now running in three neighbouring areas.
The exemption is subject to the public interest test. There is a public interest in how contracts of this size are let and in value for money. Against that, there is a public interest in a market of many bidders, who would be put off if their bids were published. We consider that the public interest in maintaining the exemption outweighs that in disclosure.
If you are dissatisfied you may ask the Council for a review within 40 working days of this letter by writing to the Head of Corporate Governance, Strathlinn House, or review@strathlinn.example.gov.uk.
If you are then still dissatisfied you may appeal to the Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF.
Yours sincerely
Corporate Governance""",
            regime="foisa",
            reference="SC/25/0192",
        ),
        frozenset({"L128", "L118"}),
    ),
    "police-ncnd-contradiction": Whole(
        "partial disclosure",
        Example(
            """Eastfold Police
Information Governance Unit
Reference No: 0459/25
27 March 2025
Dear Sir or Madam
Thank you for your request of 3 March 2025 under the Freedom of Information Act 2000. You asked:
1) How many drones does Eastfold Police own?
2) Does Eastfold Police use drones for covert surveillance, and how often in 2024?
Answer 1) Eastfold Police owns 14 drones, nine of which were flown 212 times in 2024 for overt search and crowd safety. The remaining five were flown on covert surveillance operations.
Answer 2) Eastfold Police can neither confirm nor deny that it holds information about the covert use of drones, since the duty in section 1(1)(a) does not apply by virtue of section 24(2) National Security and section 31(3) Law Enforcement.
Section 24(2): the exemption is required for the purpose of safeguarding national security, as confirming or denying covert use would show those planning terrorism which areas are watched.
Section 31(3): confirming or denying would be likely to prejudice the prevention and detection of crime under section 31(1)(a), as offenders would change what they do.
Factors favouring confirmation or denial for section 24: the public is entitled to know how public funds are spent on safeguarding the country. Factors against: security measures would be rendered less effective.
Factors favouring confirmation or denial for section 31: better awareness may reduce crime. Factors against: tactics would be revealed and fewer offenders caught.
Balance test: for each exemption the public interest in neither confirming nor denying outweighs that in confirming or denying.
No inference should be drawn from this reply as to whether or not any such information is held.
If you are unhappy with this decision you may ask for an internal review within 40 working days by writing to foi@eastfold.example.org.
If after that you are still unhappy you may apply to the Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF, or at www.ico.org.uk, telephone 0303 123 1113.
Yours faithfully
FOI Decision Maker""",
            reference="0459/25",
        ),
        frozenset({"L114"}),
    ),
}
"""A wrong letter's codes were written down before the rules ran over it the first time."""
