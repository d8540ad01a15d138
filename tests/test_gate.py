"""The gate: a verdict follows from issues, checks and open decisions, and from nothing else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.errors import ExitCode
from redactor.gate import FailOn, exit_code, verdict
from redactor.model import (
    Action,
    CheckResult,
    Issue,
    Mode,
    Severity,
    Source,
    Status,
    Verdict,
)
from redactor.report import Report

ISSUES = st.lists(st.builds(Issue, st.just("X1"), st.sampled_from(Severity), st.just("m"), unchecked=st.booleans()))
CHECKS = st.lists(st.builds(CheckResult, st.just("V1"), st.just("t"), st.sampled_from(Status), st.just("e")))
ACTIONS = st.lists(st.sampled_from(Action))
RANK = {Verdict.READY: 0, Verdict.REVIEW: 1, Verdict.BLOCKED: 2}


def report(verdict_, issues=()):
    return Report(
        schema_version="1.0",
        tool_version="0",
        created=datetime(2026, 11, 23, tzinfo=UTC),
        task="check",
        verdict=verdict_,
        source=Source("letter.pdf", "", 0, ""),
        policy="uk-foi",
        policy_digest="",
        model="",
        mode=Mode.PUBLISH,
        issues=tuple(issues),
    )


@given(ISSUES, CHECKS, ACTIONS)
def test_ready_is_what_nothing_stands_against(issues, checks, actions):
    """READY exactly where every issue is a note on what was read, no check failed and everything stays."""
    clear = (
        all(issue.severity is Severity.NOTE and not issue.unchecked for issue in issues)
        and not any(check.status in (Status.FAIL, Status.ERROR) for check in checks)
        and all(action is Action.KEEP for action in actions)
    )
    assert (verdict(issues, checks, actions) is Verdict.READY) == clear


@given(ISSUES, CHECKS, ACTIONS)
def test_blocked_is_what_must_not_go(issues, checks, actions):
    """BLOCKED exactly where something blocks, a check failed or did not finish, or something to remove still stands."""
    stands = (
        any(issue.severity is Severity.BLOCK for issue in issues)
        or any(check.status in (Status.FAIL, Status.ERROR) for check in checks)
        or Action.REDACT in actions
    )
    assert (verdict(issues, checks, actions) is Verdict.BLOCKED) == stands


@given(ISSUES, CHECKS, ACTIONS, ISSUES, CHECKS, ACTIONS)
def test_more_trouble_never_makes_a_better_verdict(issues, checks, actions, more_issues, more_checks, more_actions):
    """Adding to any list leaves the verdict as it was or makes it worse; order does not matter."""
    less = verdict(issues, checks, actions)
    whole = verdict([*more_issues, *issues], [*more_checks, *checks], [*more_actions, *actions])
    assert RANK[whole] >= RANK[less]
    assert verdict(reversed(issues), reversed(checks), reversed(actions)) is less


def test_lists_may_be_read_once_only():
    """Generators are as good as lists."""
    issues = (Issue("X1", severity, "m") for severity in (Severity.NOTE, Severity.REVIEW))
    assert verdict(issues, iter(()), iter(())) is Verdict.REVIEW


@pytest.mark.parametrize(
    ("verdict_", "fail_on", "code"),
    [
        (Verdict.READY, FailOn.REVIEW, 0),
        (Verdict.READY, FailOn.BLOCK, 0),
        (Verdict.READY, FailOn.NEVER, 0),
        (Verdict.REVIEW, FailOn.REVIEW, 10),
        (Verdict.REVIEW, FailOn.BLOCK, 0),
        (Verdict.REVIEW, FailOn.NEVER, 0),
        (Verdict.BLOCKED, FailOn.REVIEW, 20),
        (Verdict.BLOCKED, FailOn.BLOCK, 20),
        (Verdict.BLOCKED, FailOn.NEVER, 0),
    ],
)
def test_exit_codes_by_verdict(verdict_, fail_on, code):
    """The table of the manual, line by line."""
    assert exit_code(report(verdict_), fail_on) == code
    assert exit_code(report(verdict_)) == {"ready": 0, "review": 10, "blocked": 20}[verdict_]


@pytest.mark.parametrize("fail_on", FailOn)
def test_what_could_not_be_checked_always_fails(fail_on):
    """No setting makes an unread file a success."""
    unread = Issue("D501", Severity.BLOCK, "m", unchecked=True)
    assert exit_code(report(Verdict.BLOCKED, [unread]), fail_on) is ExitCode.UNCHECKED


def test_a_page_nobody_read_asks_a_person():
    """A scan among the pages is REVIEW, and ends as REVIEW does."""
    page = Issue("D510", Severity.REVIEW, "m", unchecked=True)
    assert verdict([page], [], []) is Verdict.REVIEW
    assert exit_code(report(Verdict.REVIEW, [page])) is ExitCode.REVIEW
