"""Letters on what is answered: L100 no reply, L104 held, L105 map, L106 no exemption, L116, L132, L133, L134, L135."""

from __future__ import annotations

from styled.frames import council, department, environmental, police, scottish, trust, university

_BOATS = "1. How many boats does the force own?\n2. Who supplied them?\n3. What did each cost?"
_WARDS = "Q1 How many wards have closed since 2020?\nQ2 Which wards were they?\nQ3 How much was spent on agency nurses in 2023?"

FIRES = {
    "L100": (
        "Thornbridge District Council\nPress release\nThe council has published its figures on potholes. The leader said that she was "
        "pleased with them.",
        "Dear Sir or Madam\nUnder the Freedom of Information Act I would like to know how many boats the force owns. Please send me the "
        "answer by e-mail.\nYours faithfully\nA Requester",
        "Freedom of Information policy\n1. Purpose\nThis policy says how the University deals with requests.\n2. Scope\nIt is for all staff.",
        "Expenditure over £500\nDate\tSupplier\tAmount\n3 January 2024\tArrowfield Ltd\t612.00\n9 January 2024\tMoss & Sons\t704.10",
    ),
    "L104": (
        police("We believe that the force may hold the information that you want.", asked=_BOATS),
        council("It is possible that some records are held by the estates team, but this has not been established."),
        scottish("The Council might hold some of this in paper files."),
        trust("It is likely that data of this kind is held, although we have not looked.", asked=_WARDS),
        department("The Department appears to hold information within scope. No decision on it has been made."),
    ),
    "L105": (
        police("1. The force owns four boats.\n2. They were supplied by Arrowfield Marine Ltd.", asked=_BOATS),
        trust("Q1: Three wards have closed.\nQ3: £1.2 million was spent on agency nurses in 2023.", asked=_WARDS),
        university(
            "1. The University has nine libraries.\n2. The University spent £40,000 on chairs.\n3. The desks were made by Moss & Sons.\n"
            "4. They were bought in 2021.",
            asked="1. How many libraries does the University have?\n2. How much was spent on library chairs?\n3. Who made the library desks?",
        ),
        department(
            "(a) The Department employs 41 drivers.\n(c) None was dismissed.",
            asked="(a) How many drivers do you employ?\n(b) How many drivers were absent through illness in 2023?\n(c) How many drivers were "
            "dismissed in 2023?",
        ),
        scottish(
            "Question 1\nThe Council has 14 gritters.\nQuestion 2\nThe Council used 9,000 tonnes of salt.",
            asked="1. How many gritters does the Council have?\n2. How much salt was used last winter?\n3. What does a tonne of salt cost the "
            "Council?",
        ),
    ),
    "L106": (
        council(
            "The Council holds the report. Parts of it have been redacted because they are commercially sensitive."
        ),
        trust("The Trust holds the minutes, but we are unable to release them as they are confidential to the board."),
        department(
            "The Department holds the advice. It will not be disclosed, as it would not be in the public interest."
        ),
        police("The force can neither confirm nor deny that it holds the information you have requested."),
        scottish("The Council holds the tender but has decided to withhold it. It contains the prices of other firms."),
        environmental("The Authority holds the survey. We have declined to provide it because it is unfinished."),
    ),
    "L116": (
        trust("Your request is refused under section 12 of the Act because it would take too long."),
        police(
            "Your request is refused. Section 12(1) applies, since the cost of compliance would exceed the appropriate limit of £450. We "
            "suggest that you narrow your request to one year."
        ),
        scottish(
            "The Council refuses your request under section 12(1), as the cost of complying would be more than £600."
        ),
        department(
            "The Department holds the information. I have determined that section 12(1) applies. We estimate that it would take 71 hours to "
            "go through 1,420 e-mails at 3 minutes for each."
        ),
    ),
    "L132": (
        council("The Council finds that your request is vexatious and refuses it. You have written to us nine times."),
        university("The request has been judged vexatious. It continues a campaign against one member of staff."),
        trust("We consider this to be a repeated request and will not answer it again."),
        department(
            "The Department refuses your request as vexatious under section 14(1). It is the twelfth on this subject this year."
        ),
    ),
    "L133": (
        council("The Council does not hold this information."),
        trust("I can confirm that the Trust holds no information about this."),
        police("Westmarch Constabulary does not hold the information requested. No boats were ever bought."),
        scottish("The Council does not hold this information. This is a notice under section 17(1) of the Act."),
    ),
    "L134": (
        university("This is exempt under section 21, because it can be found in our annual report."),
        council(
            "The information is exempt under section 21(1), being reasonably accessible to you. It is on the Council's website."
        ),
        scottish("The information is exempt under section 25(1), since it has been published in the committee papers."),
        department(
            "The Department holds this. It is exempt under section 21 of the Act because it is already in the public domain. See "
            "https://intranet.example.gov.uk/finance for the figures."
        ),
    ),
    "L135": (
        council(
            "The Council holds this. It spent £4,120 in April, £3,900 in May and £88 in June.",
            asked="Please send me, in CSV format, the amount spent on the town hall in each month.",
        ),
        trust(
            "Q1. There were 412 appointments in 2022 and 390 in 2023.",
            asked="Q1. The number of appointments in each year, as an Excel spreadsheet please.",
        ),
        police(
            "1. The force owns four boats. They were bought in 2019.",
            asked="1. A list of boats owned, in a machine-readable format such as "
            "CSV, with the year in which each was bought.",
        ),
    ),
}
SILENT = {
    "L100": (
        "Good afternoon\nThank you for your FOI request of 12 February. We do not hold anything about the footbridge; it belongs to "
        "Network Rail.\nKind regards\nClerk to Lower Heath Parish Council",
        scottish("The Council does not hold this information. This is a notice under section 17(1) of the Act."),
        environmental("The Authority holds this. It is in the table below.\nYear\tTonnes\n2022\t41\n2023\t60"),
        police("I confirm that the force holds this. It has four boats."),
    ),
    "L104": (
        police("1. Four.\n2. Arrowfield Marine Ltd.\n3. £61,000 each.", asked=_BOATS),
        council(
            "The Council does not hold this information. The County Council, which is the highway authority, may hold it."
        ),
        trust("Q1. Three.\nQ2. Larch, Rowan and Alder.\nQ3. £1,204,118.", asked=_WARDS),
        university(
            "The University holds this information. You may hold a copy for your own use, and events may be held in the hall."
        ),
        department("I can confirm that the Department holds the information that you requested. It is attached."),
        scottish("The Council holds this information. It spent £4,120, which is likely to rise next year."),
    ),
    "L105": (
        police(
            "Q1 - Four boats.\nQ2 - The supplier was Arrowfield Marine Ltd.\nQ3 - Each boat cost £61,000.",
            asked="Q1 - How many boats does the force own?\nQ2 - Who supplied them?\nQ3 - What did each boat cost?",
        ),
        trust(
            "Questions 1 and 2\nThree wards: Larch, Rowan and Alder.\nQuestion 3\n£1,204,118 was spent on agency nurses.",
            asked=_WARDS,
        ),
        council(
            "- There are two lifts in the town hall.\n- The lifts were last inspected in May 2023.",
            asked="- How many lifts are there in the town hall?\n- When were the lifts last inspected?",
        ),
        university(
            "1. How many libraries does the University have?\nNine.\n2. Who made the library desks?\nMoss & Sons.",
            asked="1. How many libraries does the University have?\n2. Who made the library desks?",
        ),
        department(
            "The Department holds all of this information. It is set out in the table below.\nYear\tDrivers\n2022\t40\n2023\t41"
        ),
        scottish(
            "The Council does not hold any of the information requested in questions 1 to 3. This is a notice under section 17.",
            asked=_BOATS,
        ),
    ),
    "L106": (
        council("The Council holds the report, which is attached. No information has been withheld."),
        trust(
            "The Trust holds the minutes. Names of junior staff have been redacted under section 40(2) of the Act, because they would not "
            "expect to be named and naming them would be unfair to them."
        ),
        police(
            "The force holds the log. I have removed one entry. It is exempt by virtue of section 30(1)(a), as it was held for an investigation "
            "that is still open, and the public interest in bringing offenders to justice outweighs that in knowing more now."
        ),
        scottish("The Council holds the tender. It cannot be e-mailed, as it is too large; it has been posted to you."),
        environmental(
            "The Authority holds the survey. It is withheld under regulation 12(4)(d), because it is still in the course of completion. "
            "We have applied the presumption in favour of disclosure. The public would learn more of the river from it. But a half-finished "
            "survey would mislead. The public interest in maintaining the exception outweighs that in disclosure."
        ),
        department(
            "The Department holds this. In 2023 it refused 14 applications for a licence and withheld 3 payments from operators."
        ),
    ),
    "L116": (
        trust(
            "Your request is refused under section 12(1) of the Act. The limit is £450, or 18 hours. The records are in 3,900 paper notes, each "
            "of which would take 6 minutes to read: 390 hours. You could ask for one ward only, which would come within the limit."
        ),
        police(
            "I estimate that the cost of complying would exceed the appropriate limit of 18 hours in section 12(1). 2,200 incident logs would "
            "have to be read by hand, at about five minutes per log, or some 183 hours. To bring it within the limit you may wish to restrict "
            "your request to one month."
        ),
        scottish(
            "The Council refuses your request under section 12(1), because it would cost more than £600. 900 files would have to be read at 10 "
            "minutes each, 150 hours at £15 an hour, which is £2,250. You may wish to reduce the period to one year."
        ),
        department(
            "Section 12(2) of the Act applies: to find out whether the Department holds it would itself go beyond the limit of £600 (24 hours). "
            "We estimate 40 hours, to search 12 mailboxes of 20,000 e-mails. You may wish to refine your request by naming two of the officials."
        ),
    ),
    "L132": (
        council(
            "The Council refuses your request under section 14(1) of the Act as vexatious. It is the fourteenth on one hedge since June and "
            "answering the others took 60 hours. This letter is a refusal notice under section 17(5)."
        ),
        university(
            "This is substantially the same as your request of 3 January, which we answered on 30 January, and no reasonable interval has passed. "
            "It is refused under section 14(2). This is our notice under section 17(5) of the Act."
        ),
        scottish(
            "The Council considers the request to be vexatious within section 14(1) of the Act, as it repeats allegations that two courts have "
            "dismissed. This letter is a refusal notice under section 16(5)."
        ),
        trust(
            "The Trust holds this. It received 9 complaints that were found to be vexatious and 4 repeated complaints."
        ),
    ),
    "L133": (
        council(
            "The Council does not hold this information. You may wish to ask Thornbridge County Council, which runs the schools."
        ),
        trust("The Trust does not hold this. It is likely to be held by the Integrated Care Board: icb@example.org."),
        police(
            "The force does not hold the information requested. The Home Office publishes such figures at www.example.gov.uk/boats."
        ),
        scottish(
            "The Council does not hold this information; this is a notice under section 17(1). Under our duty to advise and assist, we suggest "
            "that you contact Police Scotland."
        ),
        university("The University holds this information. It has nine libraries."),
    ),
    "L134": (
        university(
            "This is exempt under section 21, because it is published at https://www.example.ac.uk/annual-report."
        ),
        council(
            "The information is exempt under section 21(1). Copies of the accounts are open for inspection at the Town Hall library."
        ),
        scottish(
            "The information is exempt under section 25(1). You can find it in our guide: www.example.gov.scot/guide."
        ),
        department("The Department holds this. It spent £12. Section 21 of the Act is not relied on."),
    ),
    "L135": (
        council(
            "The Council holds this. The figures are in the attached CSV file.",
            asked="Please send me, in CSV format, the amount spent on the town hall in each month.",
        ),
        trust(
            "Q1. A spreadsheet comes with this e-mail.",
            asked="Q1. The number of appointments in each year, as an Excel spreadsheet please.",
        ),
        police(
            "I can confirm that the force does not hold this information. No list was ever made.",
            asked="1. A list of boats, in a machine-readable format such as CSV.",
        ),
        university(
            "The University has nine libraries.",
            asked="1. How many libraries does the University have?\nPlease reply by e-mail.",
        ),
        scottish(
            "The Council holds the plan. It is refused under section 25(1), as it is published at www.example.gov.scot/plan.",
            asked="1. A copy of the plan as a PDF.",
        ),
    ),
}
