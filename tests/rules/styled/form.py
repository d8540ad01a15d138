"""Letters on appeal and form: L117 to L126, L129, L137, L138."""

from __future__ import annotations

from redactor.model import Mode, Requester
from styled.frames import council, department, environmental, police, scottish, trust, university

_NONE = "The {} does not hold this information. You may wish to ask the county council."
_ICO = "You may complain to the Information Commissioner: https://ico.org.uk/make-a-complaint/."
_REVIEW = "You may ask for an internal review within 40 working days, by e-mail to foi@example.org."
_ASKER = Requester(names=("Ngozi Okonjo",))
_SEND = {"mode": Mode.SEND}
_HELD = "The {} holds this information. A copy is attached."

FIRES = {
    "L117": (
        trust(_NONE.format("Trust"), appeal=_ICO),
        police(
            _NONE.format("force"),
            appeal=f"You may ask us to review this decision within 20 working days of it; write to reviews@example.gov.uk.\n{_ICO}",
        ),
        university(
            _NONE.format("University"),
            appeal=f"You have the right to an internal review of this decision. Ask for one within two months.\n{_ICO}",
        ),
        environmental(_NONE.format("Authority"), appeal=f"The Authority does not offer an internal review.\n{_ICO}"),
        scottish(
            _NONE.format("Council"),
            appeal="You may ask the Council to review this decision within 10 working days: review@example.gov.scot.\nYou may then apply to the Scottish "
            "Information Commissioner, www.foi.scot.",
        ),
        department(
            _NONE.format("Department"),
            appeal=f"If you are unhappy, please tell us within 28 days at foireview@example.gov.uk and we will carry out an "
            f"internal review.\n{_ICO}",
        ),
    ),
    "L118": (
        council(_NONE.format("Council"), appeal=_REVIEW),
        trust(
            _NONE.format("Trust"),
            appeal=f"{_REVIEW}\nAfter that you have the right to go to the Information Commissioner.",
        ),
        scottish(
            _NONE.format("Council"),
            appeal=f"You may ask for a review within 40 working days: review@example.gov.scot.\n{_ICO}",
        ),
        police(
            _NONE.format("force"),
            appeal=f"{_REVIEW}\nYou may then complain to the Information Commissioner on 01625 545745.",
        ),
        department(
            _NONE.format("Department"),
            appeal=f"{_REVIEW}\nIf you are still unhappy you may complain to the Parliamentary Ombudsman.",
        ),
    ),
    "L119": (
        council(_HELD.format("Council"), swap=("Information Request", "Information Request FOI 7714")),
        police(_HELD.format("force"), swap=("NO: 01/FOI/24/003182/K", "NO: 01/FOI/24/003128/K")),
        trust(_HELD.format("Trust"), swap=("FOI reference: 2024-118", "FOI reference:")),
        department(_HELD.format("Department"), name="FOI2024-01243 reply.pdf"),
        university(_HELD.format("University"), reference="F24/0192"),
    ),
    "L120": (
        trust(_HELD.format("Trust"), swap=("Mr Bassett", "[Requester's name]")),
        police(f"{_HELD.format('force')} It cost £XXXX in all."),
        council(f"{_HELD.format('Council')} Please telephone <<officer number>> if you have questions."),
        department(f"{_HELD.format('Department')} The date will be TBC."),
        scottish(f"{_HELD.format('Council')}\n[DELETE IF NOT APPLICABLE] The Council has withheld nothing."),
        university(f"{_HELD.format('University')} It was considered by {{{{Panel}}}}."),
        environmental(f"{_HELD.format('Authority')} [Insert table here]"),
        police(f"{_HELD.format('force')} The force does/does not hold the logs. Delete as appropriate."),
        council(f"{_HELD.format('Council')} Please write to <insert name> at the address above."),
        trust(f"{_HELD.format('Trust')} It was decided by [NAME OF DIRECTOR] on ##########."),
        university(f"{_HELD.format('University')} The cost was £......... in all."),
    ),
    "L121": (
        council(_HELD.format("Council"), swap=("Dear Ms Okonjo", "Dear"), **_SEND),
        trust(_HELD.format("Trust"), swap=("Dear Mr Bassett", "Mrs A Holloway\nDear Mr Bassett"), **_SEND),
        university(_HELD.format("University")),
        police(_HELD.format("force"), requester=_ASKER, **_SEND),
        trust(_HELD.format("Trust"), requester=_ASKER, **_SEND),
        department(_HELD.format("Department"), swap=("Dear Mr Obuya\n", ""), **_SEND),
    ),
    "L122": (
        trust(
            f"{_HELD.format('Trust')} See our board papers.",
            links=(("board papers", "https://eastvale.sharepoint.com/x"),),
        ),
        police(f"{_HELD.format('force')} See the guide.", links=(("the guide", "file://server/foi/guide.pdf"),)),
        council(f"{_HELD.format('Council')} See the register.", links=(("the register", "#"),)),
        scottish(
            f"{_HELD.format('Council')} Write to help@example.gov.scot.",
            links=(("help@example.gov.scot", "mailto:jo@example.gov.scot"),),
        ),
        university(
            f"{_HELD.format('University')} See www.example.ac.uk/desks.",
            links=(("www.example.ac.uk/desks", "https://staff.intranet.example.ac.uk/desks"),),
        ),
    ),
    "L123": (
        council(_HELD.format("Council"), swap=("Ref: FOI 7741", "DRAFT v0.3\nRef: FOI 7741")),
        department(_HELD.format("Department"), swap=("Department for", "OFFICIAL-SENSITIVE\nDepartment for")),
        police(_HELD.format("force"), swap=("Date: ", "RESTRICTED\nDate: ")),
        trust(f"{_HELD.format('Trust')}\nDRAFT - for approval by the Director of Finance"),
        university(_HELD.format("University"), name="F24-0092 draft reply.pdf"),
    ),
    "L124": (
        council("The Council holds this information. It is at Appendix 1."),
        trust("The Trust holds this. The figures are in Annex B.", annex="Annex A\nFigures by ward and month"),
        department("The Department holds this. It is set out above.", annex="Annex A\nExtracts of the submission"),
        scottish("The Council holds this. Please see Schedule 2 for the schedule of documents."),
    ),
    "L125": (
        trust("The Trust holds this. It is below.\nSite\t2022\t2023\nNorth\t114\t120\nSouth\t88\t91\nTotal\t202\t221"),
        police(
            "The force holds this. It is below.\nOffence\tRecorded\nTheft\t2,114\nFraud\t731\nArson\t26\nTotal\t2,781"
        ),
        university("The University holds this. It is below.\nSchool\tDesks\nArts\t120\nLaw\t60\nTotal\t170"),
    ),
    "L126": (
        police("The force holds this. It is below.\nStation\tArrests\nMarket Street\t41\nQuay Road\t2\nHill Top\t19"),
        trust("The Trust holds this. It is below.\nWard\tDeaths\nLarch\t3\nRowan\t14\nAlder\t1"),
        university(
            "The University holds this. It is below.\nDepartment\tStudents with a disability\nArts\t22\nLaw\t4\nPhysics\t1"
        ),
    ),
    "L129": (
        council(
            "The Council holds the e-mails, which are attached. Names are withheld under section 40(2), because they are those of junior staff.",
            annex="Annex A\nFrom [s40(2)] to [s43(2)] on 3 May",
        ),
        department(
            "The Department holds the note. Parts are exempt under section 35(1)(a), as it forms policy. In favour of disclosure: openness. Against disclosure: a "
            "safe space. The balance lies in withholding. It is at Annex A.",
            annex="Annex A\nThe Minister said [REDACTED - section 27(1)(a)] and left.",
        ),
        trust(
            "The Trust holds the report; it is at Annex A. Names are exempt under section 40(2), because they are those of patients.",
            annex="Annex A\nThe matron [Redacted s41] was told at noon.",
        ),
    ),
    "L137": (
        department(_HELD.format("Department"), swap=("2 Marsh Square, London, SW1A 9ZZ\n", "Address: as above\n")),
        trust(_HELD.format("Trust"), swap=("Date: ", "Postal address: See above\nDate: ")),
        police(_HELD.format("force"), swap=("Date: ", "Address for post: As above\nDate: ")),
    ),
    "L138": (
        police(f"{_HELD.format('force')} For the second part of your request."),
        council(f"{_HELD.format('Council')} With regard to the remaining questions."),
        trust(f"{_HELD.format('Trust')} In relation to this part of your request."),
    ),
}
SILENT = {
    "L117": (
        trust(_NONE.format("Trust")),
        police(_NONE.format("force")),
        council(_NONE.format("Council")),
        university(_NONE.format("University")),
        department(_NONE.format("Department")),
        scottish(_NONE.format("Council")),
        environmental(_NONE.format("Authority")),
        council(
            _NONE.format("Council"),
            appeal=f"If you are not happy with this reply you can ask us to look at it again. Do this within 40 working days by replying to this "
            f"e-mail, and we will answer you within 20 working days.\n{_ICO}",
        ),
        university(
            "The University has received your request and will answer by 11 March 2024.",
            appeal="Please quote the reference above.",
        ),
    ),
    "L118": (
        trust(
            _NONE.format("Trust"),
            appeal=f"{_REVIEW}\nIf that does not settle it, the Information Commissioner's Office can be reached at casework@ico.org.uk.",
        ),
        scottish(
            _NONE.format("Council"),
            appeal="You may ask the Council to review this within 40 working days: review@example.gov.scot.\nYou may then appeal to the Scottish "
            "Information Commissioner at www.foi.scot/appeal.",
        ),
        police(
            _NONE.format("force"),
            appeal=f"{_REVIEW}\nThereafter you may apply under section 50 of the Act to the Commissioner: Information Commissioner, Wycliffe House, Water "
            "Lane, Wilmslow, SK9 5AF.",
        ),
        council(
            "The Council has received your request and will answer by 11 March 2024.",
            appeal="Please quote the reference above.",
        ),
    ),
    "L119": (
        council(_HELD.format("Council"), swap=("Information Request", "Information Request (FOI/7741)")),
        police(
            "The force holds this. Crime reference 24/118204 and the earlier request 01/FOI/23/001177/L deal with it.",
            reference="01/FOI/24/003182/K",
        ),
        department(
            _HELD.format("Department"), swap=("Dear", "Your ref: AO/2024/7\nDear"), name="FOI2024-01234 reply.pdf"
        ),
        university(
            "The University holds this. Invoice INV-20391 and purchase order PO/88/2 are attached.",
            reference="F24-0092",
        ),
        trust(_HELD.format("Trust"), swap=("Date: ", "Your Ref: \nDate: ")),
    ),
    "L120": (
        trust(
            "The Trust holds this. Clinic [1] is at North and clinic [2] at South. Patients are [sic] seen on the day."
        ),
        police(
            f"{_HELD.format('force')} Names have been replaced by [name redacted], s40(2), because they are those of junior staff."
        ),
        council(f"{_HELD.format('Council')} The boots are size XXL and the festival was the XXXth."),
        department(
            "The Department holds this. Operators told us that a date was 'to be confirmed'. 12 of 40 wrote N/A."
        ),
        university(f"{_HELD.format('University')} [2019] UKUT 247 (AAC) is the case meant."),
    ),
    "L121": (
        council(_HELD.format("Council"), requester=_ASKER, **_SEND),
        police(_HELD.format("force")),
        trust(_HELD.format("Trust"), swap=("Mr Bassett", "MS OKONJO"), requester=_ASKER, **_SEND),
        trust(_HELD.format("Trust"), swap=("Dear Mr Bassett", "Mr J Bassett\nDear Mr Bassett"), **_SEND),
        university(_HELD.format("University"), swap=("Dr Lindqvist", "Ngozi"), requester=_ASKER, **_SEND),
        department(_HELD.format("Department"), swap=("Dear Mr Obuya", "Good morning Mr Obuya"), **_SEND),
    ),
    "L122": (
        trust(
            f"{_HELD.format('Trust')} See our board papers.", links=(("board papers", "https://www.example.org/board"),)
        ),
        council(
            f"{_HELD.format('Council')} Write to dpo@example.gov.uk.",
            links=(("dpo@example.gov.uk", "mailto:dpo@example.gov.uk?subject=FOI%207741"),),
        ),
        scottish(
            f"{_HELD.format('Council')} See example.gov.scot/salt.",
            links=(("example.gov.scot/salt", "https://www.example.gov.scot/salt?page=1"),),
        ),
        police(
            f"{_HELD.format('force')} See Annex A.", annex="Annex A\nBoats by year", links=(("See Annex A", "#page=2"),)
        ),
    ),
    "L123": (
        council("The Council holds this. The draft plan of 2019 is attached. DRAFT stood on each of its pages."),
        department(_HELD.format("Department"), swap=("Department for", "OFFICIAL\nDepartment for")),
        police(_HELD.format("force"), swap=("Date: ", "NOT PROTECTIVELY MARKED\nDate: ")),
        trust(
            "The Trust holds this. Its policy has five markings, of which OFFICIAL-SENSITIVE is one.\nDraft minutes\n12 March 2023"
        ),
        university(
            "The University holds this. The minutes are at Annex A.",
            annex="Annex A\nDRAFT minutes of the Estates Committee\nCONFIDENTIAL",
        ),
    ),
    "L124": (
        trust("The Trust holds this. The figures are in Annex A.", annex="Annex A\nFigures by ward and month"),
        council("The Council holds this. Schedule 1 to the Act lists the bodies."),
        university("The University holds this. No attachment was sent with the e-mail of 3 May."),
        police("The force holds this. Boats are attached to the quay by a chain."),
    ),
    "L125": (
        trust("The Trust holds this. It is below.\nSite\t2022\t2023\nNorth\t114\t120\nSouth\t88\t91\nTotal\t202\t211"),
        police("The force holds this. It is below.\nOffence\tRecorded\nTheft\tfewer than 5\nFraud\t731\nTotal\t734"),
        council("The Council holds this. It is below.\nYear\tRate\n2022\t41%\n2023\t60%\nAll\t50%"),
        university("The University holds this. It is below.\nSchool\tSpend\nArts\t£1.2m\nLaw\t£0.4m\nTotal\t£1.6m"),
    ),
    "L126": (
        police("The force holds this. It is below.\nBoat\tEngines\nHeron\t2\nTeal\t1"),
        trust("The Trust holds this. It is below.\nWard\tDeaths\nLarch\t<5\nRowan\t14\nAlder\t0"),
        council("The Council holds this. It is below.\nDepot\tLorries\nNorth\t2\nSouth\t3"),
        university("The University holds this. It is below.\nYear\tStudents\n2022\t22,114\n2023\t23,018"),
    ),
    "L129": (
        council(
            "The Council holds the e-mails, which are attached. Names are withheld under section 40(2), because they are those of junior staff.",
            annex="Annex A\nFrom [s.40(2)] to [Section 40 (2)] on 3 May",
        ),
        trust(
            "The Trust holds the report; it is at Annex A. Names are exempt under section 40(2), because they are those of patients.",
            annex="Annex A\nThe matron [redacted] was told at noon. See [s3 of the report].",
        ),
        department(
            "The Department holds the note, which is at Annex A. It withholds nothing.",
            annex="Annex A\nThe Minister met [an operator] and left.",
        ),
    ),
    "L137": (
        council(_HELD.format("Council"), swap=("Ref: FOI 7741", "Postal address: as above\nRef: FOI 7741")),
        department(_HELD.format("Department"), swap=("Date: ", "Address: as above\nDate: ")),
        police("The force holds this. The figures are the same as above."),
    ),
    "L138": (
        police(f"{_HELD.format('force')} For this reason nothing was bought."),
        council(f"{_HELD.format('Council')} In the last year, nothing."),
        university(
            "1. How many libraries?\nIn the city.\n2. How many desks?\nIn the main library, forty.",
            asked="1. Where are the libraries?\n2. How many desks are in them?",
        ),
        trust(f"{_HELD.format('Trust')} Under the Act we must say so."),
    ),
}
