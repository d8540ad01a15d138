"""Names in labelled fields: before a team's mailbox one word is as likely a team, and capitals at the end are a body's."""

from __future__ import annotations

import pytest

from recognizers.name_fields import fields


@pytest.mark.parametrize(
    ("text", "names", "doubtful"),
    [
        ("From: Jane Holloway <foi@council.example.gov.uk>", ["Jane Holloway"], False),
        ("From: Jane Holloway <jane@council.example.gov.uk>", ["Jane Holloway"], False),
        ("From: Holloway <holloway@council.example.gov.uk>", ["Holloway"], False),
        ("From: Ecology and Access, Fen Park NPA <eir@fenpark.example.gov.uk>", ["Ecology", "Access"], True),
        ("From: Holloway <foi@council.example.gov.uk>", ["Holloway"], True),
        ("From: Fen Park NPA", ["Fen Park NPA"], False),
    ],
)
def test_a_sender_with_a_mailbox(text: str, names: list[str], doubtful: bool) -> None:
    """Nothing is dropped but a body; one word is put to a person."""
    [field] = fields(text)
    assert [text[start:end] for start, end in field.names] == names
    assert field.doubtful is doubtful
