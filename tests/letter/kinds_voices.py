"""Whole letters of every kind in a plainer voice than most; the kind is what they do."""

from __future__ import annotations

VOICES: tuple[tuple[str, str], ...] = (
    (
        "acknowledgement",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information request FOI 25/11\nI am pleased to tell you that your request of 3 March 2025 is with us and has been given to the Housing team. The law gives us until 31 March 2025 to let you have a response, and we shall try to be quicker.\nYours sincerely\nInformation Officer",
    ),
    (
        "acknowledgement",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nYour FOI request\nThis is just a line to say that your message of 3 March came in safely. You can expect an answer on or before 31 March 2025. If anything in it is unclear we will get in touch.\nYours sincerely\nInformation Officer",
    ),
    (
        "acknowledgement",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nEnvironmental Information Regulations 2004\nWe have logged your enquiry about river levels as EIR 25/11. Under the Regulations a response is due by 31 March 2025, although that may be extended to 40 working days if the request is complex and voluminous. A fee may be payable; we will tell you first if so.\nYours sincerely\nInformation Officer",
    ),
    (
        "acknowledgement",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nRequest for information: thank you\nYour request will be answered under the Freedom of Information Act 2000. If the information is held and no exemption applies, it will be sent to you by 31 March 2025. If we need to withhold anything we will explain why and tell you how to complain.\nYours sincerely\nInformation Officer",
    ),
    (
        "clarification",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request of 3 March 2025 for 'everything about trees'. Before we can search we need you to help us a little. Do you mean trees in parks, in streets, or both? And which years interest you? As soon as you have told us we will begin, and the twenty working days will run from then. Section 1(3) of the Act allows us to ask.\nYours sincerely\nInformation Officer",
    ),
    (
        "clarification",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFOI 25/11\nI have read your request of 3 March and am afraid I cannot make out which scheme you are asking about, because there have been three of that name. Could you give me the year, or the name of the contractor? I will put your request on one side until I hear from you; if you have not replied in two months I shall take it that you no longer want it.\nYours sincerely\nInformation Officer",
    ),
    (
        "extension",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nI refer to your request of 4 February 2025. The Council holds the information. It is considering whether section 43(2), which concerns commercial interests, covers it; that exemption is subject to the public interest. I need more time to reach a view on that and will write to you again by 1 April 2025. Section 10(3) of the Act allows this.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    (
        "extension",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nEnvironmental Information Regulations 2004\nYour request of 5 February 2025 covers some 4,000 documents. Because of its volume and complexity we cannot comply with it within 20 working days and, under regulation 7(1), we extend the period to 40. You will have our answer by 2 April 2025.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    (
        "cost refusal",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request of 12 February 2025. To answer we would have to open each of 3,100 paper files, at about 10 minutes a file: some 516 hours. That is far more than the 18 hours (£450 at £25 an hour) that the Act sets as the appropriate limit, so section 12(1) means we need not comply. You could bring it under the limit by asking about one ward or one month; we would gladly talk that over. This letter is a refusal notice under section 17(5).\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    (
        "vexatious or repeated",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request of 12 February 2025, your nineteenth on the same hedge since June. Having regard to the pattern, the effort that answering has cost a team of two, and remarks made to named staff, I have concluded that it is vexatious and that section 14(1) relieves the Council of the duty to answer. This is a refusal notice for the purposes of section 17(5).\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    (
        "vexatious or repeated",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nYour request of 12 February 2025 is in the same terms as that of 2 December 2024, answered on 20 December 2024. Nothing has changed since and a reasonable interval has not passed. We therefore rely on section 14(2) and will not answer it again. As section 17(5) requires, this letter gives notice of that.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    (
        "not held",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nYou wrote on 12 February 2025 to ask how many foxes live in the borough. Nobody counts them here. I asked Parks, Pest Control and Environmental Health, and searched our shared drives for 'fox'; there is nothing. The Mammal Trust may be able to help: https://www.example.org/foxes.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    (
        "not held",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request of 12 February 2025 for CCTV of 4 January. Footage is overwritten after 31 days, and was gone before you wrote. The Council therefore has no recorded information to give you. The police may have taken a copy, and you could ask them.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    (
        "not held",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request of 12 February 2025. Following a search of our paper and electronic records I have established that the information you requested is not held by this authority. Roads of that class are the responsibility of the County Council, foi@county.example.gov.uk.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    (
        "internal review outcome",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nInternal review: FOI 24/98\nYou wrote on 10 February 2025 to say that you were not content with our letter of 20 January 2025, which withheld the price list under section 43(2). I was not involved in that decision and have come to it fresh. I agree with my colleague that section 43(2) is engaged, as publishing live prices would be likely to prejudice the supplier's commercial interests. As to the public interest, openness about spending favours disclosure; the Council's bargaining position and fair competition favour withholding; and I find that the latter prevail. I therefore do not change the decision.\nYou may now complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    (
        "internal review outcome",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nReview of FOI 24/98\nI have now looked at how your request of 2 January 2025 was dealt with, as you asked on 10 February. The reply should have reached you by 30 January and did not do so until 5 February, for which I apologise. The search was thorough: I have repeated it and nothing more is held. I partly uphold your complaint.\nIf you are still not satisfied, the Information Commissioner (www.ico.org.uk, 0303 123 1113) can consider the matter.\nYours sincerely\nInformation Officer",
    ),
    (
        "internal review outcome",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nYour complaint about FOI 24/98\nThank you for your e-mail of 10 February 2025. I have carried out the reconsideration which you asked for. In my view the exemption in section 40(2) was rightly applied to the names of junior staff: they would not expect to be named and there is no legitimate interest that needs it. I have decided, though, that the names of the two directors can be given: they are A Marsh and B Field.\nShould you wish to go further, you can apply to the Information Commissioner under section 50 of the Act: www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    (
        "neither confirm nor deny",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request of 12 February 2025 about an investigation into a councillor. The Council will neither confirm nor deny that it holds anything of the kind: to say either would itself tell the public something about that person's private life, which would be unfair and in breach of the first data protection principle. Section 40(5B)(a)(i) therefore relieves it of the duty to say. Nothing in this letter should be read as a hint either way.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    (
        "full disclosure",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request of 12 February 2025. Your questions are repeated with our answers.\nHow many libraries are there? Nine.\nHow many have a café? Three: Eastgate, Newland and Porters Hill.\nWhen did the last one open? On 3 May 2024.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    (
        "full disclosure",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request of 12 February 2025, in which you asked how many skips the Council hired in 2024, from whom, and what it paid.\nThe Council hired 14 skips in 2024, all from Harrow Lane Ltd, and paid £3,410.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    (
        "full disclosure",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nYou asked on 12 February 2025 whether the Council (a) has a policy on drones, (b) if so, when it was last revised, and (c) who owns it.\nYes: there is a policy. It was last revised in May 2023 and belongs to the Head of Parks.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
    (
        "full disclosure",
        'Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request of 12 February 2025:\n"Please tell me the number of complaints received about bin collections in 2023 and 2024 and, if more than 100, what was done about it."\nThere were 84 in 2023 and 131 in 2024. After the second figure was reported, two rounds were redrawn and a supervisor was appointed.\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer',
    ),
    (
        "partial disclosure",
        "Dunmere Council\nDate: 4 March 2025\nOur ref: FOI 25/11\nDear Applicant\nFreedom of Information Act 2000\nThank you for your request of 12 February 2025. You asked for the minutes of the Allotments Panel and for the addresses of the plot holders.\nThe minutes are enclosed with this letter. The addresses are not: they are the personal data of private people who would not expect them to be handed out, and disclosing them would be unfair and so breach the first data protection principle. They are exempt under section 40(2), by virtue of section 40(3A)(a).\nIf you are unhappy you may ask for an internal review within 40 working days by writing to reviews@example.gov.uk.\nIf you remain dissatisfied you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely\nInformation Officer",
    ),
)
