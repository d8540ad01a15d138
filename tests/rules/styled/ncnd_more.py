"""More letters that neither confirm nor deny, written after the rules had been mended on the others."""

from __future__ import annotations

from styled.frames import council, department, environmental, police, scottish, trust, university

_CAUTION = "This should not be taken as an indication that the information is or is not held."
_31 = f"by virtue of section 31(3) of the Act. {_CAUTION}"
_40 = f"under section 40(5B)(a)(i) of the Act. {_CAUTION}"
_SCOPE = "No inference should be drawn from this as to whether information exists."

FIRES = {
    "L114": (
        police(
            f"Question 1\nWestmarch Constabulary will neither confirm nor deny whether it has deployed stingrays. Section 23(5) and section 24(2) apply. {_SCOPE}\n"
            "Question 2\nThree officers are trained to deploy stingrays.",
            asked="Question 1\nHas the force deployed stingrays?\nQuestion 2\nHow many officers are trained to deploy stingrays?",
        ),
        council(
            f"We can neither confirm nor deny that we hold information about fraud inquiries into Mr Haverstock, {_40}\nMr Haverstock was told in May that the fraud "
            "inquiry into him was over.",
        ),
        trust(
            f"1. The Trust neither confirms nor denies whether it holds this, {_31}\n2. The breach of the radiology system cost £1.2 million.",
            asked="1. Was the radiology system breached in 2023?\n2. What did it cost?",
        ),
        university(
            f"The University can neither confirm nor deny whether it holds information on animal experiments with primates, by virtue of section 38(2). {_SCOPE}\n"
            "No experiments with primates have taken place on the campus since 2004.",
        ),
        department(
            f"With regard to private meetings between the Minister and Ferryline plc, the Department neither confirms nor denies that it holds information, by virtue of section 35(3). {_SCOPE}\n"
            "The rest of the diary is at Annex A.",
            annex="Annex A\nDate\tMeeting\n3 May 2023\tPrivate meeting of the Minister with Ferryline plc\n9 May 2023\tStaff lunch",
        ),
        police(
            f"Part A: The force neither confirms nor denies that it holds information about undercover policing of the Heath camp, {_31}\nPart B: The force spent £40,000 on policing the Heath "
            "camp, of which £9,000 went on undercover policing.",
            asked="A. Information about undercover policing of the Heath camp.\nB. What did policing the Heath camp cost?",
        ),
        scottish(
            "The Council neither confirms nor denies, in terms of section 18 of the Act with section 35(1)(a), whether it holds information about covert cameras at the recycling centre. "
            f"{_SCOPE}\nFootage from the covert cameras at the recycling centre is kept for 31 days.",
        ),
        environmental(
            f"The Authority neither confirms nor denies that information is held about a leak at the Marsh Lane nuclear store, by virtue of regulation 12(6). {_SCOPE}\n"
            "The leak at Marsh Lane was stopped within two hours.",
        ),
        council(
            f"1. Neither confirmed nor denied, {_31}\n2. Yes.",
            asked="1. Does the council use bailiff body cameras with facial matching?\n2. Are bailiff body cameras with facial matching used at night?",
        ),
        trust(
            f"The Trust neither confirms nor denies that it holds information about any whistle-blower in the maternity unit, {_40}\nA whistleblower in the maternity unit wrote to the board in June.",
        ),
    ),
}
SILENT = {
    "L114": (
        police(
            f"Question 1\nWestmarch Constabulary will neither confirm nor deny whether it has deployed stingrays. Section 23(5) and section 24(2) apply. {_SCOPE}\n"
            "Question 2\nAll officers are trained in first aid.",
            asked="Question 1\nHas the force deployed stingrays?\nQuestion 2\nHow many officers are trained in first aid?",
        ),
        council(
            f"We can neither confirm nor deny that we hold information about fraud inquiries into Mr Haverstock, {_40}\nThe Council's fraud team has six officers and opened 41 inquiries in 2023.",
        ),
        trust(
            f"1. The Trust neither confirms nor denies whether it holds this, {_31}\n2. The Trust neither confirms nor denies whether it holds this, for the same reason.",
            asked="1. Was the radiology system breached in 2023?\n2. What did it cost?",
        ),
        university(
            f"The University can neither confirm nor deny whether it holds information on animal experiments with primates, by virtue of section 38(2). {_SCOPE}\n"
            "The University publishes each year how many animals it uses; there were 4,118 in 2023.",
        ),
        department(
            f"With regard to private meetings between the Minister and Ferryline plc, the Department neither confirms nor denies that it holds information, by virtue of section 35(3). {_SCOPE}\n"
            "The Minister's published diary is at https://www.example.gov.uk/diary.",
        ),
        police(
            f"Part A: The force neither confirms nor denies that it holds information about undercover policing of the Heath camp, {_31}\nPart B: Policing the Heath camp cost £40,000.",
            asked="A. Information about undercover policing of the Heath camp.\nB. What did policing the Heath camp cost?",
        ),
        scottish(
            "The Council neither confirms nor denies, in terms of section 18 of the Act with section 35(1)(a), whether it holds information about covert cameras at the recycling centre. "
            f"{_SCOPE}\nThe recycling centre opened in 2011 and is open from 8am.\nHarm\nIf covert cameras were in use at the recycling centre, those who steal from it would learn of them.",
        ),
        environmental(
            f"The Authority neither confirms nor denies that information is held about a leak at the Marsh Lane nuclear store, by virtue of regulation 12(6). {_SCOPE}\n"
            "The Authority has a plan for leaks of every kind, which is reviewed each March.",
        ),
        council(
            f"1. Neither confirmed nor denied, {_31}\n2. 14.",
            asked="1. Does the council use bailiff body cameras with facial matching?\n2. How many bailiffs does the council use?",
        ),
        police(
            "The use of covert tactics is a matter of public record: section 93 of the Police Act 1997 provides for it. "
            f"The force neither confirms nor denies that it holds information about the covert tactics used at Mill Lane, {_31}\n"
            "Covert tactics help to bring offenders to justice, and those who use them run risks.",
        ),
    ),
}
