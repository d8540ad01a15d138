"""Titles, ranks and posts: the words that stand beside a name and are none themselves."""

from __future__ import annotations

import re
from typing import Final

COURTESY: Final = (
    "Mr", "Mrs", "Ms", "Miss", "Mx", "Master", "Messrs", "Dr", "Doctor", "Prof", "Professor", "Sir", "Dame", "Lord",
    "Lady", "Baroness", "Baron", "Rev", "Revd", "Reverend", "Rt Hon", "Hon", "Cllr", "Councillor", "Judge", "Justice",
    "HHJ", "Sister", "Nurse", "Madam", "Capt", "Captain", "Col", "Colonel", "Gen", "General", "Lt", "Major",
    "President", "Senator", "Minister",
)  # fmt: skip
# Order matters to nothing: the pattern below tries the longest first.
RANKS: Final = (
    "PC", "WPC", "DC", "WDC", "TDC", "PS", "Sgt", "Sergeant", "DS", "Insp", "Inspector", "DI", "CI", "Ch Insp",
    "Chief Insp", "Chief Inspector", "C/Insp", "DCI", "DSI", "Supt", "Superintendent", "D/Supt", "Det Supt", "DSU", "DSupt",
    "Ch Supt", "Chief Supt", "C/Supt", "Chief Superintendent", "DCS", "Det Ch Supt", "ACC", "DCC", "CC", "DAC",
    "Commander", "Cdr", "Commissioner", "Deputy Commissioner", "Assistant Commissioner", "Constable",
    "Police Constable", "Special Constable", "Detective Constable", "Detective Sergeant", "Detective Inspector",
    "Detective Chief Inspector", "Detective Superintendent", "Detective Chief Superintendent", "Police Sergeant",
    "Police Inspector", "Det Con", "Det Sgt", "Det Insp", "D/Sgt", "D/Insp", "D/Con", "PCSO", "Chief Constable",
    "Deputy Chief Constable", "Assistant Chief Constable", "Det Ch Insp", "D/Ch/Insp", "D/Ch/Supt", "Ch/Insp", "Ch/Supt",
    "Sub Insp", "Custody Sergeant", "Custody Sgt", "Duty Inspector", "Duty Insp", "Duty Sergeant", "Duty Sgt",
)  # fmt: skip
# Fire and ambulance: the roles of the National Joint Council's scheme and of NHS ambulance trusts, and the older ranks.
FIRE_AND_AMBULANCE: Final = (
    "Firefighter", "Leading Firefighter", "Crew Manager", "Crew Commander", "Watch Manager", "Watch Commander",
    "Station Manager", "Station Commander", "Station Officer", "Sub Officer", "Group Manager", "Group Commander",
    "Area Manager", "Area Commander", "Brigade Manager", "Divisional Officer", "Chief Fire Officer",
    "Deputy Chief Fire Officer", "Assistant Chief Fire Officer", "Paramedic", "Clinical Team Leader",
    "Emergency Medical Technician", "Emergency Care Assistant", "Control Operator",
)  # fmt: skip
# The Army, the Royal Navy and the Royal Air Force, in full and as their letters shorten them. "Private" is left out:
# as a word of its own it stands before hospitals, hire cars and meetings.
MILITARY: Final = (
    "Pte", "Gnr", "Spr", "Cpl", "Corporal", "L/Cpl", "LCpl", "Lance Corporal", "Bdr", "L/Bdr", "S/Sgt", "SSgt",
    "Staff Sergeant", "C/Sgt", "CSgt", "Colour Sergeant", "Sgt Maj", "Sergeant Major", "WO1", "WO2", "Warrant Officer",
    "Lieutenant", "Second Lieutenant", "2Lt", "Maj", "Lt Col", "Lieutenant Colonel", "Brig", "Brigadier", "Maj Gen",
    "Major General", "Lt Gen", "Lieutenant General", "Lt Cdr", "Lieutenant Commander", "Cdre", "Commodore",
    "Rear Admiral", "Vice Admiral", "Flt Lt", "Flight Lieutenant", "Flt Sgt", "Flight Sergeant", "Fg Off",
    "Flying Officer", "Plt Off", "Pilot Officer", "Sqn Ldr", "Squadron Leader", "Wg Cdr", "Wing Commander", "Gp Capt",
    "Group Captain", "Air Cdre", "Air Commodore", "Air Vice-Marshal",
)  # fmt: skip
# "T/DCI" is a temporary rank, "A/PS" an acting one; "T/" may be written out.
_STANDING: Final = r"(?:[TA]/|[TA]\.?/?(?=D[CSI]\b)|(?:Temp|Temporary|Acting)\.?[ ])"


def _alternatives(words: tuple[str, ...]) -> str:
    # By first letter, so that a place in the text is held against the few words that begin as it does.
    by_letter: dict[str, set[str]] = {}
    for form in (form for word in words for form in (word, word.upper())):
        by_letter.setdefault(form[0], set()).add(re.escape(form[1:]).replace(r"\ ", r"\.?[ ]"))
    return "|".join(
        f"{letter}(?:{'|'.join(sorted(rests, key=lambda rest: (-len(rest), rest)))})"
        for letter, rests in sorted(by_letter.items())
    )


COURTESY_PATTERN: Final = rf"(?:{_alternatives(COURTESY)})\.?"
RANK_PATTERN: Final = rf"{_STANDING}?(?:{_alternatives((*RANKS, *FIRE_AND_AMBULANCE, *MILITARY))})\.?"
_LEADING = re.compile(
    rf"(?:(?:{RANK_PATTERN}|{COURTESY_PATTERN}|Dear|DEAR|Annwyl|ANNWYL)(?:[ \t]+(?=\S)|$)(?:\d{{1,6}}[ \t]+)?)+"
)

# Words of which posts, units and salutations are made. A "name" of nothing but these is a post.
ROLE_WORDS: Final = frozenset(
    """
    acting adviser advisor advisers administrator agent all allocated analyst and applicant applicants appeals archivist
    assistant assessor association associate attorney authority auditor author barrister board bench borough business
    caseworker chair chairman chairperson chairwoman chancellor chief child city civil claimant clerk client coach
    colleague colleagues commander commissioner committee community compliance complainant complaints constable
    constabulary consultant contact control controller coordinator co-ordinator coroner corporate council councillor
    counsel counsellor county court crime crown customer customers data defendant delivery department deputy detective
    development director disclosure district division doctor driver duty editor employee engineer enquiries enquiry
    executive everyone files finance fire firearms first foi force foreign for freedom general governance government
    governor governors guardian head headteacher health hearing her his home honourable housing human improvement
    independent information inspector inspectorate intelligence internal interim investigating investigation
    investigations investigator investigative joint judge judicial justice lady landlord law lawyer lead leader legal lieutenant
    licensing line local lord madam magistrate manager management mayor media medical member members minister monitoring
    national neighbour nurse of office officer officers operations operational ombudsman owner panel parent parish
    partner patient people performance permanent person planning police policy practitioner pc pcc pcso president press
    prime principal private probation procurement professional professor programme project prosecutor protection
    protective public records regional registrar relations representative requester requesters requestor requestors
    resident residents resources respondent review reviewer reviews right rights risk safety safeguarding school
    secretary security section senior sergeant service services sir sirs social solicitor solicitors speaker special
    specialist staff standards state station strategic strategy student superintendent supervisor supervising supervisory
    support suspect tactical teacher team tenant test the traffic training transport treasurer trustee tutor unit user
    vetting vice victim whom it may concern ward witness work worker
    """.split()  # noqa: SIM905 - a block of words is easier to read and to review than a list of quoted strings
)


# One of these in a line of capitalised words makes it an organisation, a heading or a document, not a person.
NOT_NAME_WORDS: Final = frozenset(
    """
    academy act agency airport alliance ambulance annex annual appendix archive archives arrangements assessment balance
    bank branch building bureau campus centre charity chart charter church clinic college commission comms community
    company conduct confidential consortium constabulary convention cooperative corporation council date declaration
    department directive directorate direct document draft email emergency environment estates evidence exemption
    exemptions faculty federation forum foundation frequently asked questions fund further global group guidance guidelines
    harm helpdesk highways holdings hospital hotline house inbox inc inquiry institute institution interest international
    investment justice laboratory library limited llc llp log logistics ltd mail mailbox matters ministry minutes museum
    network networks news notice notification number online order organisation original our partnership party pension
    plan plc policies politics post preliminary process procedure protocol public purpose question questions reception
    recorded reference refusal register regulation regulations reply report request requests research response retention
    road row safeguards schedule schools science scope scheme sciences section sector sent society software solutions
    source street studies subject summary surgery syndicate system systems table technologies technology telecom telecoms
    template terms their theirs these this those trading tribunal trust undertaking union university update us used
    utilities village ward warning website welfare what when where which workforce worldwide you your yours
    newsdesk newspaper newspapers gazette campaign campaigners estates farms consultancy consulting ventures properties developments motors
    recruitment catering brewery pharmacy
    acrobat chromium distiller ghostscript itext libreoffice mupdf openoffice pdfium reportlab tcpdf weasyprint wkhtmltopdf
    january february march monday tuesday wednesday thursday friday saturday sunday
    operation project storm
    n/a not none nil unknown vacant anonymous anon applicable thanks regards
    hons honours role location outcome apologies attendees present absent rank grade collar title address telephone extension ext extn ddi tel mob mobile dob joined headers signature job withheld redacted yes no tba tbc various above below see
    """.split()  # noqa: SIM905
)


# After "Mr" these are offices all the same; any other title word after it is a surname (Mr Major, Ms Constable).
OFFICE_AFTER_MR: Final = frozenset({"justice", "president", "speaker", "chairman", "minister", "secretary", "sir"})
_MR = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+\S", re.IGNORECASE)


def name_start(words: str) -> int | None:
    """Return where the name begins after titles, ranks and collar numbers; None when it is only a post or a title.

    "DS Holloway" gives 3, "Mr Major" gives 3, "Chief Constable", "Dear Sir" and "DCI" give None.
    """
    match = _LEADING.match(words)
    start = match.end() if match else 0
    if not words[start:].strip(" .,;:'’"):
        last = re.search(r"[^\W\d_][\w'’-]*\W*$", words)
        if last and _MR.match(words) and last.group().strip(" .,'’").lower() not in OFFICE_AFTER_MR:
            return last.start()
        return None
    return None if is_post(words[start:]) else start


def is_post(words: str) -> bool:
    """Say whether every word belongs to posts and units: "Disclosure Officer", "Information Rights Team"."""
    parts = [part.strip(".,;:'’()") for part in re.split(r"[\s/&-]+", words)]
    return all(part.lower() in ROLE_WORDS for part in parts if part)
