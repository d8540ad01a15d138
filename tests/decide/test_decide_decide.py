"""One finding, one decision: officer before requester before public before policy, and REVIEW where all are silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from decide_made import POLICY, SOURCE, TODAY, actions, analysis, decided, document, segment

from redactor import decisions as decisions_file
from redactor.analysis.matches import Match
from redactor.decide import decide
from redactor.decisions import Addition, Entry
from redactor.model import Action, Case, Layer, Mode, Picture, quad_of
from redactor.policy import Policy
from redactor.policy_parts import Line

EMPTY = decisions_file.empty()


def entry(entity: str, value: str, action: Action = Action.KEEP, **more: object) -> Entry:
    """Return an officer's decision on a value."""
    made = {
        "fingerprint": EMPTY.fingerprint(entity, value),
        "entity": entity,
        "action": action,
        "reason": "seen",
        **more,
    }
    return Entry.model_validate(made)


def with_entries(*entries: Entry) -> decisions_file.Decisions:
    """Return the decisions file with these entries."""
    return EMPTY.model_copy(update={"decisions": entries})


def test_silence_of_the_policy_is_review() -> None:
    """What no line speaks of goes to a person, never through."""
    assert actions(decided("Ref 99", ("UK_UTR", "99"), policy=POLICY)) == [("UK_UTR", "99", "review")]


def test_officer_outranks_policy_and_public() -> None:
    """A person's decision stands over a line, and over a value that is public already."""
    made = with_entries(
        entry("PERSON", "Jane Holloway"), entry("PHONE_NUMBER", "0303 123 1113", Action.REDACT, by="A. Officer")
    )
    result = decided(
        "Jane Holloway 0303 123 1113", ("PERSON", "Jane Holloway"), ("PHONE_NUMBER", "0303 123 1113"),
        policy=POLICY, decisions=made,
    )  # fmt: skip
    assert [a[2] for a in actions(result)] == ["keep", "redact"]
    assert {d.by for d in result.decisions.values()} == {"officer", "A. Officer"}


def test_decision_follows_the_value_and_not_the_place() -> None:
    """Another writing of the value is the same value; a new name on the old line is not."""
    made = with_entries(entry("PERSON", "Jane Holloway"))
    assert (
        actions(decided("JANE\nHOLLOWAY", ("PERSON", "JANE\nHOLLOWAY"), policy=POLICY, decisions=made))[0][2] == "keep"
    )
    assert (
        actions(decided("June Holloway", ("PERSON", "June Holloway"), policy=POLICY, decisions=made))[0][2] == "redact"
    )


@pytest.mark.parametrize(
    ("expires", "action"), [(date(2026, 11, 24), "keep"), (TODAY, "redact"), (date(2020, 1, 1), "redact")]
)
def test_expired_decision_is_no_decision(expires: date, action: str) -> None:
    """From its day of expiry on the policy decides again, and the report says which decision ran out."""
    one = entry("PERSON", "Jane Holloway", expires=expires)
    result = decided("Jane Holloway", ("PERSON", "Jane Holloway"), policy=POLICY, decisions=with_entries(one))
    assert actions(result)[0][2] == action
    assert result.expired == (() if action == "keep" else (one.fingerprint,))


def test_decision_of_review_reopens_the_question() -> None:
    """An officer's "review" hands the value back to the policy."""
    made = with_entries(entry("PERSON", "Jane Holloway", Action.REVIEW))
    assert (
        actions(decided("Jane Holloway", ("PERSON", "Jane Holloway"), policy=POLICY, decisions=made))[0][2] == "redact"
    )


def test_stale_decision_on_this_file_is_told() -> None:
    """A decision made on this very file that meets nothing is stale; one made on another file is not."""
    here = entry("PERSON", "Jane Holloway", document=SOURCE.sha256[:16])
    elsewhere = entry("PERSON", "John Brown", document="cd" * 8)
    result = decided("Nobody", policy=POLICY, decisions=with_entries(here, elsewhere))
    assert result.stale == (here.fingerprint,)


def test_requester_kept_in_send_mode_shields_the_person_on_the_same_letters() -> None:
    """The name model sees a person where the requester stands; their own copy names them all the same."""
    found = (("REQUESTER", "Amara Reid"), ("PERSON", "Amara Reid"))
    assert actions(decided("Dear Amara Reid", *found, policy=POLICY, mode=Mode.SEND)) == [
        ("REQUESTER", "Amara Reid", "keep")
    ]
    assert actions(decided("Dear Amara Reid", *found, policy=POLICY)) == [("REQUESTER", "Amara Reid", "redact")]


def test_requester_is_never_cleared_as_public() -> None:
    """A requester who bears a published name or writes from a role mailbox is still the requester."""
    result = decided(
        "foi@force.example", ("REQUESTER", "foi@force.example"), ("EMAIL_ADDRESS", "foi@force.example"), policy=POLICY
    )
    assert actions(result) == [("REQUESTER", "foi@force.example", "redact")]


def test_title_comes_before_the_lines() -> None:
    """The staff group of a chief officer speaks before the line that redacts people."""
    result = decided("Chief Constable Jane Holloway", ("PERSON", "Jane Holloway"), policy=POLICY)
    assert actions(result) == [("PERSON", "Jane Holloway", "keep")]


def test_cleared_staff_come_before_their_rank() -> None:
    """A constable whom the case clears stays."""
    result = decided(
        "PC Jane Holloway", ("PERSON", "Jane Holloway"), policy=POLICY, case=Case(staff=("Jane Holloway",))
    )
    assert actions(result)[0][2] == "keep"


def test_further_mention_gets_what_its_person_got() -> None:
    """A surname alone is the chief officer where only she bears the name."""
    text = "Chief Constable Jane Holloway came. Then Holloway left."
    first, at = text.index("Jane"), text.rindex("Holloway")
    one = Match(0, first, first + 13, "PERSON", 0.9, "Test", "made")
    again = Match(0, at, at + 8, "PERSON", 0.9, "Propagation", "made", follows=0)
    assert [a[2] for a in actions(decided(text, one, again, policy=POLICY))] == ["keep", "keep"]


def test_further_mention_of_two_namesakes_gets_the_stricter() -> None:
    """Where a constable Holloway is named too, the surname alone goes."""
    text = "Chief Constable Jane Holloway and PC Tom Holloway came. Then Holloway left."
    jane, tom, at = text.index("Jane"), text.index("Tom"), text.rindex("Holloway")
    found = (
        Match(0, jane, jane + 13, "PERSON", 0.9, "Test", "made"),
        Match(0, tom, tom + 12, "PERSON", 0.9, "Test", "made"),
        Match(0, at, at + 8, "PERSON", 0.9, "Propagation", "made", follows=0),
    )
    result = decided(text, *found, policy=POLICY)
    assert ("PERSON", "Holloway", "redact") in actions(result)
    assert ("PERSON", "Jane Holloway", "keep") in actions(result)


def test_officers_own_term_is_redacted_with_their_reason() -> None:
    """A term that an officer added goes, whatever the policy says."""
    made = EMPTY.model_copy(
        update={"additions": (Addition(term="Project Heron", exemption="s43(2)", reason="not announced"),)}
    )
    result = decided("about Project Heron", ("OFFICER_TERM", "Project Heron"), policy=POLICY, decisions=made)
    (decision,) = result.decisions.values()
    assert (decision.action, decision.exemption, decision.reason) == (Action.REDACT, "s43(2)", "not announced")


def test_line_for_a_layer_speaks_of_that_layer() -> None:
    """The layer comes from the segment in which the match stands."""
    policy = Policy(
        name="test",
        lines=(
            Line(entity="PERSON", layers=(Layer.METADATA,), action=Action.KEEP, why="a program"),
            Line(entity="PERSON", action=Action.REDACT, why="private"),
        ),
    )
    result = decided("By Writer", ("PERSON", "Writer"), policy=policy, other=segment("Writer 7", layer=Layer.METADATA))
    assert [result.decisions[f.id].action for f in result.findings if f.layer is Layer.METADATA] == [Action.KEEP]
    assert [result.decisions[f.id].action for f in result.findings if f.layer is Layer.BODY] == [Action.REDACT]


def test_unread_picture_is_a_finding_until_somebody_looked() -> None:
    """A crest decided once is known by its pixels; a small ornament is not asked about."""
    crest = Picture("p1", 1, quad_of((0, 0, 60, 60)), "d1", 100, 100)
    tiny = replace(crest, id="p2", quad=quad_of((0, 0, 10, 10)), digest="d2")
    made = document(segment("text"), pictures=(crest, tiny))
    first = decide(made, analysis("text"), policy=POLICY, case=Case(), decisions=EMPTY, today=TODAY)
    assert [a[2] for a in actions(first)] == ["review"]
    seen = with_entries(entry("IMAGE", "d1"))
    again = decide(made, analysis("text"), policy=POLICY, case=Case(), decisions=seen, today=TODAY)
    assert [a[2] for a in actions(again)] == ["keep"]


def test_ids_and_representation_tell_nothing_of_the_value() -> None:
    """Ids depend on entity and place alone, and no repr shows a value."""
    one = decided("Jane Holloway", ("PERSON", "Jane Holloway"), policy=POLICY)
    other = decided("Jean Galloway", ("PERSON", "Jean Galloway"), policy=POLICY)
    assert [f.id for f in one.findings] == [f.id for f in other.findings]
    assert "Holloway" not in repr(one) + repr(one.findings) + repr(one.decisions)
