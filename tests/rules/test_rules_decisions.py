"""Rules about decisions: each fires on its own trouble and is silent without it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from redactor.analysis.textmap import TextMap
from redactor.model import (
    Action,
    Case,
    Decision,
    Document,
    Finding,
    Layer,
    Mode,
    QuadArray,
    Requester,
    Segment,
    Severity,
    Source,
    Span,
    quad_of,
)
from redactor.rules import View, all_rules, run

RULES = [rule for rule in all_rules() if rule.code.startswith("P")]
NAME = "Young"
TEXT = "Mr Young came. We help young people. At noon the Young child left."


def segment(text=TEXT):
    quads = QuadArray(quad_of((i * 5.0, 100, i * 5.0 + 5, 112)) for i in range(len(text)))
    return Segment("page/1", Layer.BODY, 1, text, quads)


@dataclass
class Made:
    """A view of a letter, put together finding by finding."""

    body: Segment = field(default_factory=segment)
    findings: list = field(default_factory=list)
    decisions: dict = field(default_factory=dict)
    values: dict = field(default_factory=dict)

    def find(self, value, action, *, start=0, page=1, entity="PERSON"):
        identifier = f"F-{len(self.findings)}"
        span, quads = Span("page/1", start, start + len(value)), (quad_of((0, 100, 50, 112)),)
        one = Finding(identifier, entity, span, page, quads, Layer.BODY, "", 0.9, "T", "why", "0" * 32)
        self.findings.append(one)
        self.decisions[identifier] = Decision(identifier, action)
        self.values[identifier] = value
        return self

    def view(self, **changes):
        removed = [self.values[f.id] for f in self.findings if self.decisions[f.id].action is Action.REDACT]
        known = Case(requester=Requester(names=("A B",)))
        document = Document(Source("letter.pdf", "", 0, ""), (self.body,), ())
        text = TextMap.build([self.body])
        view = View(
            document, text, self.findings, self.decisions, known, values=self.values, removed=removed, task="check"
        )
        return replace(view, **changes)


def issues(view):
    return [issue for issue in run(RULES, view) if not issue.unchecked] + [i for i in run(RULES, view) if i.unchecked]


def codes(view):
    return sorted({issue.code for issue in issues(view)})


def test_a_letter_with_nothing_in_it_raises_nothing():
    """No finding, no issue, in any task."""
    for task in ("check", "redact", "verify"):
        assert codes(Made().view(task=task)) == []
    assert len(RULES) >= 7


@pytest.mark.parametrize("task", ["check", "redact", "verify"])
@pytest.mark.parametrize(
    ("action", "code", "severity"),
    [(Action.REDACT, "P601", Severity.BLOCK), (Action.REVIEW, "P602", Severity.REVIEW), (Action.KEEP, None, None)],
)
def test_what_stands_is_said_page_by_page(task, action, code, severity):
    """P601 blocks what must go, P602 asks about what is open, and what may stay is not spoken of."""
    made = Made().find("Amara", action).find("Idris", action).find("Priya", action, page=3).find("x", action, page=None)
    found = issues(made.view(task=task, removed=()))
    assert {issue.code for issue in found} == ({code} if code else set())
    if code:
        assert [(issue.severity, issue.page) for issue in found] == [(severity, 1), (severity, 3), (severity, None)]
        assert "2 PERSON" in found[0].message and len(found[0].boxes) == 2
        assert not [v for v in ("Amara", "Idris", "Priya") if any(v in i.message for i in found)]


def test_stale_decisions_are_told_by_check_alone():
    """P603: in a copy, what was removed is gone by right."""
    view = Made().view(stale=("ab" * 16,))
    assert codes(view) == ["P603"] and codes(replace(view, task="redact")) == []
    assert "abababab" in issues(view)[0].message


def test_expired_decisions_reopen():
    """P604, one for each."""
    view = Made().view(expired=("ab" * 16, "cd" * 16))
    assert codes(view) == ["P604"] and len(issues(view)) == 2
    assert {issue.severity for issue in issues(view)} == {Severity.REVIEW}


@pytest.mark.parametrize(
    ("mode", "names", "guessed", "says"),
    [
        (Mode.PUBLISH, (), True, "taken from the letter"),
        (Mode.PUBLISH, (), False, "names none"),
        (Mode.PUBLISH, ("A B",), False, None),
        (Mode.SEND, (), True, None),
    ],
)
def test_an_unknown_requester_is_noted_in_publish_mode(mode, names, guessed, says):
    """P605 is a note: the letter may have been anonymised before."""
    case = Case(mode=mode, requester=Requester(names=names))
    found = issues(Made().view(case=case, requester_guessed=guessed))
    assert [i.code for i in found] == (["P605"] if says else [])
    assert all(says in issue.message and issue.severity is Severity.NOTE for issue in found)


@pytest.mark.parametrize("task", ["check", "redact"])
def test_a_value_that_goes_here_and_stays_there_is_divided(task):
    """P606 in the letter and in its copy alike, where the other mentions are gone already; however it is written."""
    made = Made().find("AMARA OKONKWO", Action.KEEP, page=2)
    if task == "check":
        made.find("Amara Okonkwo", Action.REDACT)
    view = made.view(task=task, removed=("Amara Okonkwo",))
    (issue,) = [one for one in issues(view) if one.code == "P606"]
    assert issue.page == 2 and issue.boxes and issue.severity is Severity.REVIEW and "AMARA" not in issue.message


def test_values_that_all_stay_or_all_go_are_not_divided():
    """Two people are two values."""
    assert "P606" not in codes(Made().find("Amara", Action.KEEP).find("Amara", Action.KEEP, page=2).view())
    assert "P606" not in codes(Made().find("Amara", Action.REDACT).find("Amara", Action.REDACT, page=2).view())
    assert "P606" not in codes(Made().find("Amara", Action.KEEP).find("Idris", Action.REDACT).view())
    assert "P606" not in codes(Made().find("Amara", Action.REVIEW).find("Amara", Action.REDACT).view())


def test_a_word_spelt_like_a_removed_name_is_doubtful_only_with_a_capital():
    """P607: "young people" is no doubt, "the Young child" is."""
    made = Made().find(NAME, Action.REDACT, start=TEXT.index(NAME))
    (issue,) = [one for one in issues(made.view()) if one.code == "P607"]
    assert issue.page == 1 and issue.severity is Severity.REVIEW
    x0 = issue.boxes[0][0]
    assert x0 == 5 * TEXT.index("Young child")
    assert NAME not in issue.message
    assert "P607" not in codes(made.view(removed=()))
    assert "P607" not in codes(made.view(text=None))
