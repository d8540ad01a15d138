"""Small analyses made by hand, so that tests of decisions need neither a PDF nor the name model."""

from __future__ import annotations

from datetime import date

from redactor import decisions as decisions_file
from redactor.analysis.matches import Analysis, Match
from redactor.analysis.textmap import TextMap
from redactor.decide import Decided, decide
from redactor.decisions import Decisions
from redactor.model import Action, Case, Document, Layer, Mode, Page, Picture, QuadArray, Segment, Source
from redactor.policy import Policy
from redactor.policy_parts import Line, Public, StaffGroup

TODAY = date(2026, 11, 23)
SOURCE = Source("letter.pdf", "ab" * 32, 1, "application/pdf")
Found = tuple[str, str]
"""An entity and the words it is found as; every place of those words counts."""


def segment(text: str, *, layer: Layer = Layer.BODY) -> Segment:
    """Return one segment without places on a page."""
    return Segment("page/1" if layer is Layer.BODY else f"{layer}/1", layer, 1, text, QuadArray.nowhere(len(text)))


def document(*segments: Segment, pictures: tuple[Picture, ...] = ()) -> Document:
    """Return a one-page document."""
    return Document(SOURCE, segments, (Page(1, 595.0, 842.0, 0, 1),), pictures)


def analysis(text: str, *found: Found | Match, other: Segment | None = None, score: float = 0.9) -> Analysis:
    """Return an analysis of a text in which each value was found at each of its places."""
    maps = (TextMap.build([segment(text)]), TextMap.build([other] if other else []))
    matches: list[Match] = []
    for one in found:
        if isinstance(one, Match):
            matches.append(one)
            continue
        entity, value = one
        places = [(0, maps[0].text), (1, maps[1].text)]
        before = len(matches)
        for which, whole in places:
            at = whole.find(value)
            while at >= 0:
                matches.append(Match(which, at, at + len(value), entity, score, "Test", "Made for a test."))
                at = whole.find(value, at + 1)
        assert len(matches) > before, value
    return Analysis(maps, tuple(matches))


def decided(
    text: str,
    *found: Found | Match,
    policy: Policy,
    case: Case | None = None,
    decisions: Decisions | None = None,
    other: Segment | None = None,
    score: float = 0.9,
    mode: Mode = Mode.PUBLISH,
) -> Decided:
    """Decide on a made analysis."""
    segments = (segment(text), other) if other else (segment(text),)
    return decide(
        document(*segments),
        analysis(text, *found, other=other, score=score),
        policy=policy,
        case=case or Case(mode=mode),
        decisions=decisions or decisions_file.empty(),
        today=TODAY,
    )


def actions(result: Decided) -> list[tuple[str, str, str]]:
    """Return (entity, value, action) of every finding, sorted."""
    return sorted((f.entity, result.values.get(f.id, ""), result.decisions[f.id].action.value) for f in result.findings)


STAFF = {
    "chiefs": StaffGroup(
        titles=("Chief Constable", "Councillor", "Cllr", "MP"), action=Action.KEEP, why="public office"
    ),
    "middle": StaffGroup(titles=("Inspector", "Detective Inspector", "DI"), action=Action.REVIEW, why="middle rank"),
    "junior": StaffGroup(
        titles=("PC", "Police Constable"), action=Action.REDACT, exemption="s40(2)", why="junior rank"
    ),
}
POLICY = Policy(
    name="test",
    lines=(
        Line(entity="REQUESTER", mode=Mode.SEND, action=Action.KEEP, why="their own copy"),
        Line(entity="REQUESTER", action=Action.REDACT, exemption="s40(2)", why="who asked"),
        Line(
            entity=("PERSON", "EMAIL_ADDRESS", "DIRECT_DIAL"), action=Action.REDACT, exemption="s40(2)", why="private"
        ),
    ),
    staff=STAFF,
    role_mailboxes=("foi", "information.governance", "disclosure", "noreply"),
    personal_domains=("gmail.com",),
    public=(
        Public(value="0303 123 1113", why="the helpline"),
        Public(value="101", entity=("PHONE_NUMBER",), why="the police"),
        Public(value="casework@ico.example", why="the regulator's mailbox"),
        Public(value="Wycliffe House, Water Lane, Wilmslow, Cheshire, SK9 5AF", why="the regulator"),
        Public(value="Ada Lovelace", entity=("PERSON",), why="long dead"),
    ),
)
"""A policy with one line of each kind, small enough to see through."""
