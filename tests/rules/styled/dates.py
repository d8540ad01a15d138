"""Letters on dates: L101 late, L102 impossible or out of order, L103 the clock."""

from __future__ import annotations

from styled.frames import council, department, environmental, police, scottish, trust, university

_HELD = "The information is held, and a copy of it is attached to this letter."

FIRES = {
    "L101": (
        police("I confirm that the Constabulary holds this. The force has four boats.", sent="27 March 2024"),
        scottish("The Council holds this information. It spent £4,120.", received="1 July 2024", sent="30 July 2024"),
        environmental(
            "The Authority holds this. The pump ran on 41 days.", received="2 January 2024", sent="15 February 2024"
        ),
        trust("The Trust holds this. There were 61 appointments.", sent="12 March 2024", received="8 February 2024"),
        university("The University does not hold this information.", received="3 April 2024", sent="31 May 2024"),
    ),
    "L102": (
        council(_HELD, sent="30 February 2024"),
        police("I confirm that the force holds this. It has four boats.", sent="5 February 2024"),
        department("The Department holds this. It spent £12.", sent="Friday 4 March 2024"),
        trust("The Trust holds this. There were 61.", received="Thursday 12 February 2024"),
        scottish("The Council holds this. It spent £4,120.", sent="4 March 2204"),
    ),
    "L103": (
        council(
            "Before we can go on we need you to clarify your request: please tell us which of our three depots you mean. The time for "
            "answering stops until we hear from you.",
        ),
        department(
            "The Department holds the information. It needs further time to consider the balance of the public interest in section "
            "35(1)(a) and extends the time limit under section 10(3) of the Act. We expect to write again by 2 April 2024.",
        ),
        environmental(
            "Because the information is complex and voluminous we have extended the time for answering to 40 working days, as "
            "regulation 7(1) allows. We will reply by 9 April 2024.",
        ),
        university(
            "A fees notice is enclosed. If you pay the fee of £62 within three months we will send the information."
        ),
    ),
}
SILENT = {
    "L101": (
        police(
            "I confirm that the Constabulary holds this. The force has four boats.",
            received="1 July 2024",
            sent="30 July 2024",
        ),
        council(_HELD, received="15 July 2024", sent="13 August 2024"),
        scottish("The Council holds this information. It spent £4,120.", received="1 July 2024", sent="29 July 2024"),
        environmental(
            "The Authority holds this. The pump ran on 41 days.", received="4 March 2024", sent="4 April 2024"
        ),
        department("The Department holds this. It spent £12.", sent="28 March 2024", received="29 February 2024"),
    ),
    "L102": (
        council(
            "The Council holds this. The wall fell on 3 January 2022 and was rebuilt by 5 May 2023.",
            sent="Monday 4 March 2024",
        ),
        police(
            "The force holds this. It has four boats.",
            asked="All e-mails about the marine unit between 1 January 2023 and 31 November 2023.",
        ),
        trust(
            "You wrote again on 19 February 2024 to make clear which wards you meant. The Trust holds this. There were 61 appointments.",
        ),
        scottish("The Council holds this. The scheme will be reviewed on 1 April 2031."),
        department("The Department holds this. Its contract with the operator runs to 31 December 2040."),
    ),
    "L103": (
        council("The Council holds this. The leisure contract was extended by two years to March 2026."),
        trust(
            "The Trust holds this. There were 61 appointments. For clarification, these are first appointments only."
        ),
        police(
            "I confirm that the force holds this. Four boats. Should you need to speak to us, dial 101 and ask for extension 4410."
        ),
        scottish("The Council holds this. A charge of £38 is made for each replacement bin."),
        university("The University holds this. Students may ask for an extension of a deadline; 412 did so in 2023."),
    ),
}
