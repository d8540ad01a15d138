"""The case file: what an officer knows about a request, read exactly or refused by line and key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from redactor import case
from redactor.errors import CaseError
from redactor.letter import LetterKind
from redactor.model import Case, Mode

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
FULL = """
reference: FOI/2026/0412
mode: send
regime: eir
kind: partial disclosure
authority: Westmarch Council
received: 2026-10-01
sent: 2026-10-20
requester:
  names: [Amara Okonkwo-Reid, A. Reid]
  emails: [amara@example.org]
  phones: ["07700 900417"]
  addresses: ["14 Tannery Row"]
  organisations: [Data Rights Group]
  references: [AV/1]
staff: [Rosalind Achterberg]
team_lines: ["01632 960000"]
"""


def read(tmp_path, text):
    path = tmp_path / "case.yaml"
    path.write_text(text, "utf-8")
    return case.load(path)


def test_every_key_arrives(tmp_path):
    """In the value the engine works with."""
    got = read(tmp_path, FULL)
    assert (got.reference, got.mode, got.regime, got.authority) == (
        "FOI/2026/0412",
        Mode.SEND,
        "eir",
        "Westmarch Council",
    )
    assert got.kind == "partial disclosure"
    assert (got.received, got.sent) == (date(2026, 10, 1), date(2026, 10, 20))
    assert got.requester.names == ("Amara Okonkwo-Reid", "A. Reid")
    assert got.requester.phones == ("07700 900417",) and got.requester.references == ("AV/1",)
    assert (got.staff, got.team_lines) == (("Rosalind Achterberg",), ("01632 960000",))


def test_every_kind_of_reply_can_be_said():
    """And none that the letter model does not know; that it is no reply at all is not for the case file to say."""
    assert set(case.KINDS) == set(LetterKind) - {LetterKind.NONE}


def test_an_empty_file_is_a_case_nobody_knows_anything_about(tmp_path):
    """As if none had been given."""
    assert read(tmp_path, "") == Case() == read(tmp_path, "# nothing yet\n")
    assert not read(tmp_path, "requester: {}\n").requester


def test_the_requester_is_not_shown_by_repr(tmp_path):
    """A case ends up in tracebacks."""
    got = read(tmp_path, FULL)
    shown = repr(got)
    assert not [v for v in ("Amara", "Reid", "amara@", "900417", "Tannery", "Data Rights", "AV/1") if v in shown]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("requestor:\n  names: [A B]\n", 1, "unknown key 'requestor'"),
        ("mode: send\nrequester:\n  name: A B\n", 3, "unknown key 'requester.name'"),
        ("mode: secret\n", 1, "mode"),
        ("regime: gdpr\n", 1, "regime"),
        ("kind: none\n", 1, "kind"),
        ("received: soon\n", 1, "received"),
        ("staff: Amara Okonkwo\n", 1, "staff"),
        ("mode: send\n\nmode: publish\n", 3, "stands twice"),
        ("requester:\n  phones:\n    - +441632960417\n", 3, "phones"),
        ("mode: [\n", None, "."),
    ],
)
def test_a_slip_is_named_by_line_and_key(tmp_path, text, line, says):
    """A misspelt key would otherwise leave the requester in the copy."""
    with pytest.raises(CaseError, match=says) as caught:
        read(tmp_path, text)
    path = str(tmp_path / "case.yaml")
    assert caught.value.where == f"{path}:{line}" if line else caught.value.where.startswith(path)
    assert "Amara" not in caught.value.what


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.case.yaml")), ids=lambda path: path.name)
def test_the_samples_are_cases(path):
    """Each names a requester."""
    assert case.load(path).requester.names


def test_the_documentation_is_a_case(tmp_path):
    """The example in the module's own docstring goes."""
    example = case.__doc__.split("\n\n", 1)[1]
    assert read(tmp_path, example).requester.emails == ("amara@example.org",)
