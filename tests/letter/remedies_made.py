"""How letters tell of review and complaint, in the manner of many authorities; every one is invented.

Each has the text, the periods for asking, the periods for answering, whether a way to ask is given, and the Commissioner
("" where none is named). None for the periods for asking means that no review is offered at all.
"""

from __future__ import annotations

Remedy = tuple[str, list[str] | None, list[str], bool, str]

REMEDIES: dict[str, Remedy] = {
    "police, long": (
        "COMPLAINT RIGHTS\n"
        "Are you unhappy with how your request has been handled or do you think the decision is incorrect?\n"
        "You have the right to require the Constabulary to look again at what it decided. Before making a formal complaint you are "
        "welcome to discuss the response with the case officer.\n"
        "Complaint\n"
        "If you are dissatisfied with the handling or the decision you can lodge a complaint to have the decision reviewed. "
        "Complaints should be made in writing, within forty (40) working days from the date of the refusal notice, and addressed to:\n"
        "FOI Complaint\nInformation Rights Unit\nPO Box 12, Harfield HF1 2AB\nfoi.appeals@harfield.police.example\n"
        "Wherever possible the force will aim to respond to your complaint within 20 working days.\n"
        "The Information Commissioner\n"
        "After lodging a complaint, if you are still dissatisfied, you may make application to the Information Commissioner for a decision.\n"
        "Please visit www.ico.org.uk or telephone 0303 123 1113.",
        ["40 working days"],
        ["20 working days"],
        True,
        "ico",
    ),
    "council, undersigned": (
        "If you are not satisfied with the way we have dealt with this please contact the undersigned in the first instance, no later "
        "than two calendar months from today.\n"
        "Should you then remain unhappy you may complain to the Information Commissioner's Office, Wycliffe House, Water Lane, "
        "Wilmslow, Cheshire SK9 5AF.",
        ["2 months"],
        [],
        True,
        "ico",
    ),
    "trust, quoted procedure": (
        "Right of appeal\n"
        "The Trust has a procedure for reviewing decisions made under the Act. Requests should reach the Company Secretary, Trust "
        "Headquarters, Mill Road, Ternmouth within 40 working days of the date of this letter. A director who had no part in it will "
        "reply in about a month.\n"
        "If that does not settle things you are entitled to go to the Information Commissioner (0303 123 1113; https://ico.org.uk).",
        ["40 working days"],
        [],
        True,
        "ico",
    ),
    "department, internal review": (
        "If you are dissatisfied with this response you may request an independent internal review of our handling of your request by "
        "submitting a complaint within two months to foi.responses@harbours.example.gov.uk, quoting the reference above. It would help "
        "if you could say why you are dissatisfied. As part of any internal review our handling will be reassessed by staff who were "
        "not involved in this response. Were you to remain dissatisfied after an internal review you would have a right of complaint "
        "to the Information Commissioner under section 50 of the Act: www.ico.org.uk.",
        ["2 months"],
        [],
        True,
        "ico",
    ),
    "scottish, right to a review": (
        "Your right to request a review\n"
        "If you are unhappy with this response you may ask us to carry out a review, by writing to the Director of Corporate Affairs, "
        "Glenkirk House, Perth PH1 2CD. Your request should explain why you are dissatisfied and should be made within 40 working days "
        "from the date when you received this letter. We will complete the review and tell you the result within 20 working days from "
        "the date when we receive your review request.\n"
        "If you are not satisfied with the result of the review, you then have the right to make a formal complaint to the Scottish "
        "Information Commissioner. You can use the online service at www.foi.scot/appeal.",
        ["40 working days"],
        ["20 working days"],
        True,
        "sic",
    ),
    "scottish, requirement": (
        "You may make a requirement for review under section 20 of the Act. It has to be in a permanent form, to give your name and an "
        "address, and to say what dissatisfies you. You have forty working days in which to do so. The Council then has twenty working "
        "days in which to respond. Reviews: Chief Executive's Office, Town House, Inverlaw.\n"
        "Application may afterwards be made to the Scottish Information Commissioner, Kinburn Castle, Doubledykes Road, St Andrews "
        "KY16 9DS, within six months.",
        ["40 working days"],
        ["20 working days"],
        True,
        "sic",
    ),
    "eir, representations": (
        "Representations\n"
        "Under regulation 11 you may make written representations to the Authority within 40 working days if it appears to you that it "
        "has failed to comply with the Regulations. Please send them to the Monitoring Officer, Shire Hall, Wexbury WX1 1AA. We must "
        "answer them within 40 working days of receipt.\n"
        "You may thereafter apply to the Information Commissioner, tel. 0303 123 1113.",
        ["40 working days"],
        ["40 working days"],
        True,
        "ico",
    ),
    "steps in a list": (
        "What to do if you are not happy\n"
        "1. Contact the Information Governance Team on 01632 960444 and we will try to put it right.\n"
        "2. Ask for an internal review, in writing, within 2 months of this reply.\n"
        "3. Complain to the Information Commissioner's Office: ico.org.uk/make-a-complaint.",
        ["2 months"],
        [],
        True,
        "ico",
    ),
    "bullets": (
        "Next steps\n"
        "- You can ask for our decision to be looked at again by emailing access@saltmarsh.example.gov.uk within eight weeks.\n"
        "- If you still disagree you can go to the ICO on 0303 123 1113.",
        ["8 weeks"],
        [],
        True,
        "ico",
    ),
    "table of stages": (
        "If you wish to complain\n"
        "Stage 1\tInternal review: write to the Registrar, Senate House, Northgate NG1 1AA within 40 working days\n"
        "Stage 2\tInformation Commissioner: www.ico.org.uk",
        ["40 working days"],
        [],
        True,
        "ico",
    ),
    "reply to this e-mail": (
        "If you think we've got this wrong, just reply to this email within 40 working days and someone else in the team will take a "
        "fresh look. You can also complain to the ICO at https://ico.org.uk.",
        ["40 working days"],
        [],
        True,
        "ico",
    ),
    "no way to ask": (
        "You have the right to seek an internal review of this decision within 40 working days.\n"
        "Subsequently you may complain to the Information Commissioner, www.ico.org.uk.",
        ["40 working days"],
        [],
        False,
        "ico",
    ),
    "no procedure": (
        "The Parish Council does not operate an internal review procedure, so that you may apply directly to the Information Commissioner "
        "for a decision (www.ico.org.uk).",
        [],
        [],
        False,
        "ico",
    ),
    "commissioner alone": (
        "If, having exhausted our internal review procedure, you are dissatisfied, you may appeal to the Information Commissioner at "
        "Wycliffe House, Water Lane, Wilmslow SK9 5AF.",
        None,
        [],
        False,
        "ico",
    ),
    "review alone": (
        "Should you wish to contest this, an appeal can be lodged with the Head of Governance (governance@ternvalley.example) up to 40 "
        "working days from now.",
        ["40 working days"],
        [],
        True,
        "",
    ),
    "twenty days": (
        "If you require a review of our decision please write to us at the above address within 20 working days of receiving this "
        "letter. Our internal review will be completed within 20 working days.\n"
        "If you remain unhappy, you may refer the matter to the Information Commissioner at https://ico.org.uk.",
        ["20 working days"],
        ["20 working days"],
        True,
        "ico",
    ),
    "end of a paragraph": (
        "I trust that this is of use. If however you feel that your request was not properly handled, you may ask for it to be "
        "reconsidered by e-mail to records@eastmere.example.org within 40 working days. The Information Commissioner "
        "(www.ico.org.uk) may then be approached.",
        ["40 working days"],
        [],
        True,
        "ico",
    ),
    "bilingual": (
        "Os ydych yn anfodlon ar yr ymateb hwn gallwch ofyn am adolygiad mewnol o fewn 40 diwrnod gwaith.\n"
        "If you are dissatisfied with this response you may, within 40 working days, ask for an internal review by writing to the "
        "Monitoring Officer at Neuadd y Sir, Glanafon LL1 2AB.\n"
        "Mae gennych hawl hefyd i gwyno wrth y Comisiynydd Gwybodaeth.\n"
        "You also have the right to complain to the Information Commissioner: 0330 414 6421 or www.ico.org.uk.",
        ["40 working days"],
        [],
        True,
        "ico",
    ),
    "questions as headings": (
        "What if I am not happy with this answer?\n"
        "Please get in touch with complaints@fenland.example.gov.uk in the next 40 working days and ask for an internal review.\n"
        "Can I take it further?\n"
        "Yes. The Information Commissioner can look into it once we have done our review: www.ico.org.uk.",
        ["40 working days"],
        [],
        True,
        "ico",
    ),
    "annexed": (
        "Your right to complain is set out overleaf.\n"
        "Yours sincerely\n"
        "Information Officer\n"
        "Annex: Complaints\n"
        "Complaints about this decision go to the Director of Resources, Civic Centre, Portland Square, Milham, within 40 working days. "
        "We will let you have our findings inside 30 working days.\n"
        "A further complaint lies to the Information Commissioner, casework@ico.org.uk.",
        ["40 working days"],
        ["30 working days"],
        True,
        "ico",
    ),
    "school days": (
        "If you are unhappy with our answer, the governors will review it. Write to the Clerk to the Governors at the school address, "
        "School Lane, Brightwell, within 40 school days.\n"
        "You can then take your complaint to the ICO (www.ico.org.uk).",
        ["40 working days"],
        [],
        True,
        "ico",
    ),
    "labels and values": (
        "Internal review: reviews@harbours.example.gov.uk, within 40 working days\n"
        "Information Commissioner: 0303 123 1113, www.ico.org.uk",
        ["40 working days"],
        [],
        True,
        "ico",
    ),
    "online form": (
        "You can request a review of this response using the form at www.ashby.example.gov.uk/foi-review. Do this within 40 working days. "
        "We normally respond in 20 working days.\n"
        "If the review does not resolve your concerns, the Information Commissioner's Office offers an online complaint form at ico.org.uk.",
        ["40 working days"],
        ["20 working days"],
        True,
        "ico",
    ),
    "one run-on sentence": (
        "You are entitled to ask for this decision to be reviewed by writing within 40 working days to the Chief Clerk, The Moot Hall, "
        "Dale Street, Wick and, if not content with the outcome, to apply to the Information Commissioner at www.ico.org.uk.",
        ["40 working days"],
        [],
        True,
        "ico",
    ),
    "by hand of a named officer": (
        "Any complaint about this reply should be addressed to our Data Protection Officer, 4 Dock Road, Selby YO8 1AA, who will arrange "
        "for an internal review. We ask that you do so within two months.\n"
        "The Commissioner's contact details are: Information Commissioner's Office, Wycliffe House, Water Lane, Wilmslow, SK9 5AF.",
        ["2 months"],
        [],
        True,
        "ico",
    ),
    "nothing": (
        "I hope that this answers your questions. Please quote the reference in any further correspondence.",
        None,
        [],
        False,
        "",
    ),
    "topic, not remedy": (
        "The complaints team recorded 12 complaints, of which four went to appeal. The procedure is reviewed each year.",
        None,
        [],
        False,
        "",
    ),
    "guidance cited": (
        "In reaching this view we had regard to the Information Commissioner's guidance on personal data of officials.",
        None,
        [],
        False,
        "",
    ),
}
