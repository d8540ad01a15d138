"""A name before its e-mail address: always before angle brackets, before round ones where the address bears it out."""

from __future__ import annotations

import pytest

from recognizers.name_addresses import names_before_addresses


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Holloway <jane@example.org>", ["Jane Holloway"]),
        ("Jane Holloway <jh231@example.org>", ["Jane Holloway"]),
        ("Write to Jane Holloway (jane.holloway@example.org).", ["Jane Holloway"]),
        ("Write to Jane Holloway (hollowayj@example.org).", ["Jane Holloway"]),
        ("Fen Park NPA <eir@fenpark.example.gov.uk>", []),
        ("Jane Holloway <eir@fenpark.example.gov.uk>", ["Jane Holloway"]),
        ("JANE LEE <foi@fenpark.example.gov.uk>", ["JANE LEE"]),
        ("Lonsdale Infirmary, Kirkby Fell (foi@trust.example.nhs.uk)", []),
        ("the Reading Room (desk@library.example.org)", []),
    ],
)
def test_what_stands_before_an_address(text: str, names: list[str]) -> None:
    """People put a place or a team before round brackets."""
    assert [text[start:end] for start, end in names_before_addresses(text)] == names
