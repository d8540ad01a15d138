"""A decision between quotation marks is the authority's; a request between them is the requester's."""

from __future__ import annotations

import pytest
from letters_made import letter

from redactor.letter import LetterKind
from redactor.letter.model import Zone

LETTER = (
    "Ashcombe Council\nOur ref: FOI 25/118\n27 March 2025\nDear Applicant\nThank you for your Freedom of Information "
    "request received on 3 March 2025.{lead}\n{said}\n{more}Yours sincerely\nInformation Officer"
)
DECISIONS = [
    '"The council does not hold this information."',
    '"We have decided to withhold the report under section 43(2) of the Act."',
    '"The information you asked for is exempt under section 40(2)."',
    '"The Trust refuses your request under section 14(1) of the Act."',
    '"I can confirm that the council holds the report. It is withheld under section 42."',
    '"Your request is refused as it would exceed the cost limit."',
    '"We neither confirm nor deny that we hold the information."',
    '"Your request has been considered. The report is exempt under section 22."',
    '"The council holds none of the information requested."',
    '"No information is held."',
]
REQUESTS = [
    '"Please send me the minutes of the May meeting."',
    '"How many drones does the council own?"',
    '"I would like the reports that were withheld last year."',
    '"Which documents are exempt from publication?"',
    '"A copy of any report you hold on the roof."',
    '"Details of requests refused under section 14."',
    '"I understand that the council holds a report on the roof. Please send it."',
    '"The council says that it does not hold the lease. Please tell me who does."',
    '"Information about the bridge, including anything not held centrally."',
    '"You refused my last request. I now ask for the dates only."',
]


@pytest.mark.parametrize("lead", ["", " Our decision is as follows."])
@pytest.mark.parametrize("said", DECISIONS)
def test_a_quoted_decision_is_a_decision(said: str, lead: str) -> None:
    """It would else pass for the request, and the letter for one that gives everything."""
    read = letter(LETTER.format(said=said, lead=lead, more=""))
    assert not read.questions and read.holdings
    assert read.kind.kind not in {LetterKind.FULL, LetterKind.PARTIAL}


@pytest.mark.parametrize("said", REQUESTS)
def test_a_quoted_request_is_a_request(said: str) -> None:
    """Also where it speaks of what was withheld, or of what the council says."""
    read = letter(LETTER.format(said=said, lead="", more="The council spent £400 on it.\n"))
    assert read.questions and not read.holdings
    assert [one.zone for one in read.paragraphs if read.text[one.start] == '"'] == [Zone.REQUEST]
