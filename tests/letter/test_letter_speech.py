"""What a sentence says of holding, and what a letter is for, in many wordings and beside sentences that look alike."""

from __future__ import annotations

import pytest

from redactor.letter import holdings, purposes, skeleton
from redactor.letter.model import Holding, Passage

SAYS = (
    (Holding.NOT_HELD, "we stopped recording this in 2015."),
    (Holding.NOT_HELD, "i can find no trace of the letter."),
    (Holding.NOT_HELD, "those details are not gathered by the trust."),
    (Holding.NOT_HELD, "nobody at the council has ever compiled such a list."),
    (Holding.NOT_HELD, "the plans were destroyed in 2011."),
    (Holding.NOT_HELD, "we lack this information."),
    (Holding.NOT_HELD, "it is not in our possession."),
    (Holding.UNCLEAR, "it may be that the depot has kept a copy."),
    (Holding.UNCLEAR, "the information is thought to be held in off-site storage."),
    (Holding.UNCLEAR, "it is likely that managers keep their own notes."),
    (Holding.UNCLEAR, "there could be papers of that kind in the basement."),
    (Holding.UNCLEAR, "to the best of our knowledge there are no such records."),
    (Holding.REFUSED, "we will not be releasing the tender scores."),
    (Holding.REFUSED, "i have decided not to release the draft."),
    (Holding.REFUSED, "the remainder has been edited out."),
    (Holding.REFUSED, "the report cannot be shared."),
    (Holding.REFUSED, "the minutes are not for public release."),
    (Holding.REFUSED, "a copy is attached, with some names blanked out."),
    (Holding.REFUSED, "this is not something that can be shared."),
    (Holding.REFUSED, "we have it but prefer to keep it to ourselves."),
    (Holding.REFUSED, "the council is not minded to part with the report."),
    (Holding.REFUSED, "we do not think it right to disclose the scores."),
    (Holding.REFUSED, "the report is not attached."),
    (Holding.REFUSED, "the report is not available to you."),
    (Holding.REFUSED, "section 44 prohibits us from disclosing it."),
    (Holding.NCND, "the force will not say if any such operation took place."),
    (Holding.NCND, "we are not required to state whether we hold such records."),
    (Holding.NCND, "the council makes no comment on whether such a report exists."),
    (Holding.ELSEWHERE, "the register may be inspected at the town hall."),
    (Holding.ELSEWHERE, "these can be found at www.westmarch.gov.uk/minutes."),
    (Holding.DISCLOSED, "all the figures are set out overleaf."),
    (Holding.HELD, "the trust has the contract and the tender."),
)
SAYS_NOT = (
    (Holding.NOT_HELD, "we have no objection to releasing this."),
    (Holding.NOT_HELD, "you did not find the list on our website."),
    (Holding.NOT_HELD, "if we did not hold it we would tell you."),
    (Holding.NOT_HELD, "we do not hold meetings in august."),
    (Holding.NOT_HELD, "the supplier did not keep to the timetable."),
    (Holding.UNCLEAR, "you may hold us to that."),
    (Holding.UNCLEAR, "meetings may be held in private."),
    (Holding.UNCLEAR, "disclosure might reveal who holds the information."),
    (Holding.UNCLEAR, "who may have it?"),
    (Holding.REFUSED, "the owner has withheld consent."),
    (Holding.REFUSED, "we do not consider that any of it is exempt."),
    (Holding.REFUSED, "planning permission was refused in 2019."),
    (Holding.REFUSED, "for the parts of questions 3 and 4 that are refused, this is the notice."),
    (Holding.REFUSED, "the grant cannot be shared out between wards."),
    (Holding.REFUSED, "we do not hold it, so it cannot be shared."),
    (Holding.REFUSED, "if the report is not for release we would say so."),
    (Holding.REFUSED, "we work with some sections removed from the old county."),
    (Holding.REFUSED, "staff keep their views to themselves."),
    (Holding.NCND, "the report makes no comment on whether the fire was lit on purpose."),
    (Holding.NCND, "you asked us to confirm or deny whether it exists."),
    (Holding.NCND, "the balance favours neither confirming nor denying."),
    (Holding.ELSEWHERE, "details of how to complain are on our website."),
    (Holding.DISCLOSED, "the e-mails were given to us in confidence."),
    (Holding.DISCLOSED, "a disclosure under the act is a release to the world."),
    (Holding.DISCLOSED, "the report is not attached."),
    (Holding.DISCLOSED, "the report has not been enclosed."),
    (Holding.DISCLOSED, "the report is never disclosed."),
    (Holding.ELSEWHERE, "the report is not available to you."),
    (Holding.ELSEWHERE, "the report is not publicly available."),
    (Holding.ELSEWHERE, "it is no longer available on the website."),
    (Holding.REFUSED, "the cameras are not attached to the vehicles."),
    (Holding.HELD, "confirming or denying that any information is held would help offenders."),
)
ASKS = (
    "please say which of the three sites you mean.",
    "your question could be read in several ways, so is ambiguous.",
)
ASKS_NOTHING = ("please let us know if you are unhappy.", "if anything in it is unclear we will get in touch.")
LONGER = (
    "we are putting back the deadline for your request.",
    "the arguments on section 36 are still being weighed, whether to release or not.",
)
NO_LONGER = ("the lease was extended to 2031.", "the time limit may be extended in some cases.")
PLAGUES = (
    "your request is part of a campaign and amounts to harassment of the clerk.",
    "this request has no serious purpose and its tone is abusive.",
)
PLAGUES_NOT = ("we do not regard your request as vexatious.", "the same question is put to every force.")
COSTLY = ("reading them all comes to 191 hours.", "your request is refused on the ground of cost.")
CHEAP = ("answering your request did not exceed the appropriate limit.", "the cost of the scheme was £450,000.")


def _said(text: str) -> set[Holding]:
    return {holding for holding, _ in holdings.cues(text, 0, len(text))}


@pytest.mark.parametrize(("holding", "text"), SAYS)
def test_a_sentence_says_it(holding: Holding, text: str) -> None:
    """Passive, fronted, with another verb of the same class: the statement is the same."""
    assert holding in _said(text)


@pytest.mark.parametrize(("holding", "text"), SAYS_NOT)
def test_a_sentence_that_looks_alike_does_not(holding: Holding, text: str) -> None:
    """A condition, somebody else's words, or another thing held or refused."""
    assert holding not in _said(text)


@pytest.mark.parametrize(
    ("does", "yes", "no"),
    [
        (purposes.asks_back, ASKS, ASKS_NOTHING),
        (purposes.longer, LONGER, NO_LONGER),
        (purposes.plagues, PLAGUES, PLAGUES_NOT),
        (purposes.too_costly, COSTLY, CHEAP),
    ],
    ids=["asks back", "takes longer", "vexatious", "too costly"],
)
def test_a_purpose_is_known_and_told_from_its_look_alikes(does, yes, no) -> None:
    """What the letter is for is read from classes of words, and only where it is said in earnest."""
    assert [text for text in yes if does(text, Passage(0, len(text))) is None] == []
    assert [text for text in no if does(text, Passage(0, len(text))) is not None] == []


def test_the_outcome_of_a_review_weighs_more_than_one_word_on_an_earlier_answer() -> None:
    """A finding of the panel is enough; a single judgement of an earlier reply is not."""
    strong, weak, other = (
        "following my internal review your complaint is upheld.",
        "our earlier reply was wrong.",
        "the inspector upheld the decision.",
    )
    assert purposes.reviews(strong, [Passage(0, len(strong))])[0] > 1
    assert purposes.reviews(weak, [Passage(0, len(weak))])[0] == 1
    assert purposes.reviews(other, [Passage(0, len(other))]) == (0, None)


def test_a_skeleton_keeps_the_places_of_its_words() -> None:
    """Articles and adverbs fall out; what a pattern finds is still the letter's own words."""
    text = "the trust does not, however, keep any such record."
    assert skeleton.read(text, 0, len(text)).text.split()[:2] == ["we", "not"]
    cue = dict(holdings.cues(text, 0, len(text)))[Holding.NOT_HELD]
    assert "keep" in text[cue.start : cue.end]
