"""P608: a copy verified alone says that nothing was compared."""

from __future__ import annotations

import pytest

from redactor import Engine


@pytest.fixture(scope="module")
def engine():
    return Engine("eir")


def test_a_copy_verified_alone_says_so(engine, samples):
    """And no check passes for a search that looked for nothing."""
    report = engine.verify(samples / "council-letter.weasyprint.pdf")
    assert "P608" in {issue.code for issue in report.issues}
    assert not {"V402", "V403"} & {check.code for check in report.checks}


def test_a_checked_letter_says_nothing_of_it(engine, samples):
    """There is no original of an original."""
    report = engine.check(samples / "council-letter.weasyprint.pdf")
    assert "P608" not in {issue.code for issue in report.issues}
