"""A policy that weighs a rule otherwise than its file does: only with a reason, which every report repeats."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor import Engine, policy
from redactor.errors import PolicyError
from redactor.model import Case, Mode, Severity
from redactor.reporters import reporters
from samples.letters import render

REASON = "The balance is on the sheet that goes out with each letter"
LOWERED = "name: own\nextends: uk-foi\nrules:\n  L109: {{severity: note{}}}\n"


def test_a_block_is_lowered_only_with_a_written_reason(tmp_path: Path) -> None:
    """The file and the line are named."""
    path = tmp_path / "own.yaml"
    for more in ("", ", reason: ''", ", reason: no"):
        path.write_text(LOWERED.format(more), "utf-8")
        with pytest.raises(PolicyError, match="reason") as caught:
            policy.load(str(path))
        assert caught.value.where == f"{path}:4"


def test_the_reason_stands_in_every_report(tmp_path: Path) -> None:
    """Whoever reads the verdict sees that somebody changed it, and why."""
    path = tmp_path / "own.yaml"
    path.write_text(LOWERED.format(f", reason: {REASON}"), "utf-8")
    source = next(one for one in render.sources() if one.stem.startswith("22"))
    letter = tmp_path / "reply.pdf"
    render.render(source, letter)
    case = Case(mode=Mode.PUBLISH, regime="foia")
    usual = Engine("uk-foi").check(letter, case=case)
    assert Severity.BLOCK in {issue.severity for issue in usual.issues if issue.code == "L109"}
    report = Engine(str(path)).check(letter, case=case)
    lowered = [issue for issue in report.issues if issue.code == "L109"]
    assert lowered and all(issue.severity is Severity.NOTE and REASON in issue.message for issue in lowered)
    # The schedule lists what was taken out, and GitHub and JUnit what stands in the way: none has notes.
    for name, reporter in reporters().items():
        said = " ".join(reporter.render([report]).split())
        assert (REASON in said) is (name not in {"schedule", "github", "junit"}), name
