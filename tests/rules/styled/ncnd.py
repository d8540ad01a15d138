"""Letters that neither confirm nor deny: L113 the limb, L114 the contradiction, L115 the caution, L131 the presupposition."""

from __future__ import annotations

from styled.frames import council, department, environmental, police, scottish, trust, university

_CAUTION = "This should not be taken as an indication that the information is or is not held."
_31 = f"by virtue of section 31(3) of the Act. {_CAUTION}"
_40 = f"under section 40(5B)(a)(i) of the Act. {_CAUTION}"

_PHONES = "1. Does the force use cell site simulators (CSS)?\n2. How much has the force spent on cell site simulators since 2019?"
_AFR = "1. Does the force use automated facial recognition (AFR)?\n2. Which firm supplies it?\n3. What are the opening hours of the front counter?"
_COMPLAINT = (
    "1. Has Dr Marlowe been the subject of a disciplinary investigation?\n2. How many lecturers does the school have?"
)
_RANSOM = "1. Has the Trust had a ransomware attack since 2020?\n2. Has the Trust paid a ransom?\n3. How many computers does the Trust own?"

FIRES = {
    "L113": (
        trust(f"The Trust neither confirms nor denies that it holds this, under section 40(2) of the Act. {_CAUTION}"),
        department(
            "The Department can neither confirm nor deny whether it holds the information. Section 24(1) applies, as exemption is required for national security. "
            f"{_CAUTION}"
        ),
        council(
            "The Council holds the plan of the vault. It has been withheld under section 31(3), because its release would be likely to help burglars."
        ),
        police(
            "In relation to your request the force neither confirms nor denies that it holds any information by virtue of the following exemption:\nSection 30(1)(a) - "
            f"Investigations\n{_CAUTION}"
        ),
    ),
    "L114": (
        # The same thing under its acronym, with a number.
        police(
            f"1. The force neither confirms nor denies that it holds information about cell site simulators, {_31}\n2. The force spent £114,000 on CSS equipment.",
            asked=_PHONES,
        ),
        # The supplier of what is neither confirmed nor denied.
        police(
            f"1. Westmarch Constabulary can neither confirm nor deny whether it uses automated facial recognition, {_31}\n2. The AFR software is supplied by Cleartone Ltd.\n"
            "3. Monday to Friday, 9am to 5pm.",
            asked=_AFR,
        ),
        # A yes to the other question gives this one away.
        trust(
            f"1. The Trust neither confirms nor denies that it holds information on ransomware attacks, {_31}\n2. No ransom was paid after the ransomware attack of 2022.\n"
            "3. The Trust owns 6,100 computers.",
            asked=_RANSOM,
        ),
        # Denied elsewhere.
        council(
            "We neither confirm nor deny whether we hold information about the surveillance of councillors, "
            f"{_31}\nThe Council has never carried out surveillance of councillors."
        ),
        # Counted in a table.
        police(
            f"The force neither confirms nor denies that it holds information about covert drones, {_31}\nThe rest of what you asked for is below.\n"
            "Equipment\tNumber\nVans\t114\nCovert drones\t6"
        ),
        # Confirmed by an annex.
        department(
            f"The Department neither confirms nor denies whether it holds advice from MI5 about ferry terminals, by virtue of section 23(5). {_CAUTION}\n"
            "The other papers are at Annex A.",
            annex="Annex A\nThe Minister received advice from MI5 about ferry terminals on 3 May.",
        ),
        # A person: named as under investigation.
        university(
            f"1. The University neither confirms nor denies that it holds information about any disciplinary investigation of Dr Marlowe, {_40}\n"
            "2. The school has 41 lecturers. Dr Marlowe's disciplinary investigation ended in June.",
            asked=_COMPLAINT,
        ),
        # Inflection and a compound: "watch-lists" for "watchlist".
        police(
            f"The force neither confirms nor denies that it holds any information about a watchlist of protesters, {_31}\nThe watch-lists of protesters are reviewed each "
            "month by an inspector."
        ),
        # Partial: the covert half is open, and the answer speaks of it.
        police(
            "The force holds no information about the overt use of body-worn cameras in shops, and neither confirms nor denies that it holds information about the covert use of "
            f"body-worn cameras, {_31}\nFour covert body-worn cameras were bought in 2021."
        ),
        # An answer to another question, in the same row of a table.
        council(
            f"Q2. We neither confirm nor deny that we hold information about fraud investigations into blue badge holders in Mill Street, {_31}\n"
            "Q1. There were two fraud investigations into blue badge holders in Mill Street.",
            asked="Q1. How many fraud investigations were there in Mill Street?\nQ2. Were any into blue badge holders in Mill Street?",
        ),
        # The acronym is explained in the answer, not in the question.
        trust(
            f"The Trust neither confirms nor denies that it holds a report on the use of electronic tagging of patients (ETP), {_31}\nETP was used for nine patients in 2023."
        ),
        # FOISA section 18.
        scottish(
            "Under section 18 of the Act, read with section 38(1)(b), the Council neither confirms nor denies whether it holds information about complaints against Councillor "
            f"Tulloch, as it would not be in the public interest to reveal whether it exists. {_CAUTION}\nThe Council received three complaints against Councillor Tulloch."
        ),
        # EIR.
        environmental(
            "The Authority neither confirms nor denies that it holds information about explosives stored at Lowmere dam, by virtue of regulation 12(6), as to do so would "
            f"adversely affect public safety. {_CAUTION}\nThe explosives stored at Lowmere dam were moved in May."
        ),
        # A derivation: hack, hacking, hackers.
        trust(
            f"The Trust neither confirms nor denies whether it holds information about the hacking of its pathology server, {_31}\nThe hackers of the pathology server were paid "
            "nothing."
        ),
        # Another word order, passive.
        department(
            "In respect of undercover officers at protests against the ferry, the Department neither confirms nor denies that it holds information, "
            f"{_31}\nUndercover officers were present at two of the protests against the ferry."
        ),
        # Bought, in a list of purchases.
        council(
            f"We can neither confirm nor deny that we hold information on phone-cracking kits, {_31}\nWhat we bought in 2023:\n- 40 desks\n- 2 phone-cracking kits\n- 9 lamps"
        ),
        # "Any other information", and then more than what was carved out.
        police(
            "1. The force used overt drones at the march. It neither confirms nor denies that it holds any other information about drones, including covert drones, "
            f"{_31}\n2. The covert drones were flown by two officers.",
            asked="1. Were overt or covert drones used at the march?\n2. Who flew them?",
        ),
    ),
    "L115": (
        trust(
            "The Trust neither confirms nor denies that it holds this information, under section 40(5B)(a)(i), as to say so would reveal something of a person's health."
        ),
        council(
            "We can neither confirm nor deny whether we hold this, by virtue of section 31(3), as it would be likely to prejudice an inquiry."
        ),
        scottish(
            "Under section 18 of the Act the Council neither confirms nor denies whether this exists or is held, since it would be personal data exempt under section 38(1)(b)."
        ),
    ),
    "L131": (
        police(
            f"The force neither confirms nor denies that it holds the information requested, {_31}\nHarm\nThe information was obtained from covert sources."
        ),
        trust(
            f"The Trust neither confirms nor denies whether it holds this, {_40}\nThe withheld information concerns the health of a named person."
        ),
        department(
            f"The Department neither confirms nor denies that it holds this, by virtue of section 24(2). {_CAUTION}\nHarm\nRelease of the information would help terrorists, because "
            "the information details our defences."
        ),
        council(
            f"We neither confirm nor deny that we hold this, {_31}\nReasons\nThis information is kept by the fraud team and is highly sensitive."
        ),
    ),
}
SILENT = {
    "L113": (
        trust(f"The Trust neither confirms nor denies that it holds this, {_40}"),
        department(
            f"The Department can neither confirm nor deny whether it holds the information, by virtue of section 24(2), as exemption is required for national security. {_CAUTION}"
        ),
        council(
            "The Council holds the plan of the vault. It has been withheld under section 31(1)(a), because its release would be likely to help burglars."
        ),
        scottish(
            f"Under section 18 of the Act, read with section 35(1)(a), the Council neither confirms nor denies whether it holds this. {_CAUTION}"
        ),
        police(
            f"The force neither confirms nor denies that it holds this by virtue of section 30(3), since if held it would be exempt under section 30(1)(a). {_CAUTION}"
        ),
    ),
    "L114": (
        # The other question has another subject.
        police(
            f"1. The force neither confirms nor denies that it holds information about cell site simulators, {_31}\n2. As above.",
            asked=_PHONES,
        ),
        police(
            f"1. Westmarch Constabulary can neither confirm nor deny whether it uses automated facial recognition, {_31}\n2. Please see the answer to question 1.\n"
            "3. The front counter is open from 9am to 5pm, Monday to Friday.",
            asked=_AFR,
        ),
        trust(
            f"1 and 2. The Trust neither confirms nor denies that it holds information on ransomware attacks, {_31}\n3. The Trust owns 6,100 computers.",
            asked=_RANSOM,
        ),
        # Harm in general terms.
        police(
            "The force neither confirms nor denies that it holds information about covert drones, "
            f"{_31}\nHarm\nDrones are used by police forces across the country. Confirming that the force has covert drones would tell criminals what it can do. If covert drones "
            "were used, those who fly them would be at risk."
        ),
        # What the law says.
        department(
            f"The Department neither confirms nor denies whether it holds advice from MI5 about ferry terminals, by virtue of section 23(5). {_CAUTION}\n"
            "Section 23(5) lifts the duty to say whether information supplied by, or relating to, bodies such as MI5 is held. MI5 is one of the bodies listed in section 23(3)."
        ),
        # A repeated question.
        university(
            "Has Dr Marlowe been the subject of a disciplinary investigation?\nThe University neither confirms nor denies that it holds information about any disciplinary "
            f"investigation of Dr Marlowe, {_40}\nHow many lecturers does the school have?\nThe school has 41 lecturers.",
            asked=_COMPLAINT,
        ),
        # The overt half is confirmed, the covert half is open.
        police(
            "The force uses overt drones and has six of them. It neither confirms nor denies that it holds information about the covert use of drones, "
            f"{_31}",
            asked="1. Does the force use drones overtly or covertly?",
        ),
        # "Any other information" beside what is given.
        police(
            "The force bought four marked boats in 2021. It neither confirms nor denies that it holds any other information about boats, "
            f"{_31}",
            asked="1. Which boats has the force bought?",
        ),
        # Two statements on two limbs.
        police(
            f"The force neither confirms nor denies that it holds information about informants at the mosque by virtue of section 30(3) and section 40(5B)(a)(i). {_CAUTION}\n"
            "Section 30\nTo confirm whether an informant has been used would put people at risk of harm."
        ),
        # A policy that is public and general.
        trust(
            f"The Trust neither confirms nor denies that it holds complaints about Dr Penrose, {_40}\nThe Trust received 412 complaints in 2023, which is 6 fewer than in 2022.",
            asked="1. How many complaints were made about Dr Penrose?\n2. How many complaints were made in all in 2023?",
        ),
        # The person's post is public.
        council(
            f"We neither confirm nor deny that we hold information about an investigation of the Head of Parks, {_40}\nThe Head of Parks manages a budget of £2 million, as our "
            "website says."
        ),
        # The requester is told to ask elsewhere.
        scottish(
            "Under section 18 of the Act, read with section 38(1)(b), the Council neither confirms nor denies whether it holds information about complaints against Councillor Tulloch, "
            f"as it would not be in the public interest to reveal whether it exists. {_CAUTION}\nComplaints against councillors are dealt with by the Ethical Standards Commissioner."
        ),
        # EIR.
        environmental(
            "The Authority neither confirms nor denies that it holds information about explosives stored at Lowmere dam, by virtue of regulation 12(6), as to do so would adversely affect "
            f"public safety. {_CAUTION}\nThe Authority carried out 14 inspections of Lowmere dam in 2023.",
            asked="1. Are explosives stored at Lowmere dam?\n2. How many inspections of Lowmere dam were there in 2023?",
        ),
        # The force's own doings with the request.
        police(
            "The force neither confirms nor denies that it holds information about undercover officers at the climate camp, "
            f"{_31}\nYour request about undercover officers was received on 12 February 2024 and considered by two officers of the disclosure unit."
        ),
        # A table of something else.
        police(
            f"The force neither confirms nor denies that it holds information about covert drones, {_31}\nThe rest of what you asked for is below.\n"
            "Equipment\tNumber\nVans\t114\nDrones\t6\nCovert drones\tNCND"
        ),
        # Balance and public debate.
        council(
            "We neither confirm nor deny whether we hold information about the surveillance of benefit claimants, "
            f"{_31}\nPublic interest\nThere is public concern about the surveillance of benefit claimants by public bodies. Confirming would add to that debate. On balance the public "
            "interest lies in neither confirming nor denying."
        ),
        # A published policy on the general subject.
        trust(
            f"The Trust neither confirms nor denies that it has paid any ransom, {_31}\nThe Trust trains all its staff in cyber security and spent £40,000 on that training in 2023.",
            asked="1. Has the Trust paid a ransom?\n2. What was spent on cyber security training?",
        ),
    ),
    "L115": (
        trust(f"The Trust neither confirms nor denies that it holds this, {_40}"),
        council(
            "We can neither confirm nor deny whether we hold this, by virtue of section 31(3). Nothing in this letter implies that such information exists or does not exist."
        ),
        police(
            "The force neither confirms nor denies that it holds this by virtue of section 31(3). No inference can be taken from this refusal that any information is or is not held."
        ),
        department("The Department holds this. It spent £12."),
    ),
    "L131": (
        police(
            f"The force neither confirms nor denies that it holds the information requested, {_31}\nHarm\nAny such information, if held, would show criminals what the force can do."
        ),
        trust(
            f"The Trust neither confirms nor denies whether it holds this, {_40}\nWhether or not information is held, to say so would tell the world about a person's health."
        ),
        department(
            f"1. The Department neither confirms nor denies that it holds advice from MI5, by virtue of section 23(5). {_CAUTION}\n2. The contract is withheld under section 43(2). "
            "The withheld information shows the supplier's prices, which would be likely to help its rivals.",
            asked="1. What advice did MI5 give?\n2. A copy of the contract.",
        ),
        council(
            f"We neither confirm nor deny that we hold this, {_31}\nConfirming that the information is held would itself tell a suspect what we know."
        ),
    ),
}
