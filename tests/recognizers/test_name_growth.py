"""Half of a name grows to the whole by the letters beside it, and no further."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizers.name_growth import neighbours, pieces, whole_name
from recognizers.named_after import DOUBTFUL


def place(line: str) -> tuple[str, int, int]:
    """Return a line without its brackets, and the place of what stood in them."""
    start, end = line.index("["), line.index("]") - 1
    return line.replace("[", "").replace("]", ""), start, end


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("we told [Owain Tudor]-Price so", "Owain Tudor-Price"),
        ("we told Tudor-[Price] so", "Tudor-Price"),
        ("[J. K.] Marchbanks came", "J. K. Marchbanks"),
        ("we told Kemi [Anna Pugh] so", "Kemi Anna Pugh"),
        ("[Ayşe] Yıldırım is here", "Ayşe Yıldırım"),
        ("[Lindqvist], Marta - leaver", "Lindqvist, Marta"),
        ("2. [Pascoe], Jory; 3.", "Pascoe, Jory"),
        ("Wojcik\t[Pascoe], Jory A.\t3", "Pascoe, Jory A."),
    ],
)
def test_grows_to_the_whole_name(line: str, whole: str) -> None:
    """A hyphen, an initial, a capital or a comma with a forename joins what belongs together."""
    text, start, end = place(line)
    low, high = whole_name(text, start, end)
    assert text[low:high] == whole


@pytest.mark.parametrize(
    "line",
    [
        "[Holloway] Road is closed",
        "[Holloway] Council",
        "[Holloway] said so",
        "[Holloway]. Yesterday",
        "we met [Holloway], Devlin said",
        "[Holloway], Bristol and Leeds",
        "[Holloway]-based firm",
        "[Holloway]\nDevlin",
        "[Jane Holloway] Devlin",
        "[HOLLOWAY] RANG",
        "[holloway] Devlin",
        "[Jane].Devlin@example.org",
    ],
)
def test_grows_no_further(line: str) -> None:
    """A word of posts and places, a small letter, a full stop and a new line end a name."""
    text, start, end = place(line)
    assert whole_name(text, start, end) == (start, end)


@pytest.mark.parametrize(
    ("span", "parts"),
    [
        ("Rosalind\nChatterjee", ["Rosalind\nChatterjee"]),
        ("Emeka Obiora\nRecords", ["Emeka Obiora", "Records"]),
        ("Emeka Obiora | Tobias Wren", ["Emeka Obiora", "Tobias Wren"]),
        ("Emeka", ["Emeka"]),
        ("| ", []),
    ],
)
def test_a_border_or_a_finished_line_parts_two_things(span: str, parts: list[str]) -> None:
    """Cells and lines are different things; a name broken over a line end is one."""
    assert [span[a:b] for a, b in pieces(span, 0, len(span))] == parts


def beside(text: str, *names: str, score: float = 0.9) -> list[tuple[str, float]]:
    """Return who stands beside some people."""
    found = [(text.index(name), text.index(name) + len(name), score) for name in names]
    return [(text[a:b], sure) for a, b, sure in neighbours(text, found)]


def test_a_column_of_names_is_read_down() -> None:
    """Where one cell of a column is a person, the cells above and below that look like names are put to review."""
    table = "Ifor Prydderch\tOperative\t24\nNerys Bebb\tOperative\t25\nWest Depot\tOperative\t1\nTotal\tx\t50"
    assert beside(table, "Ifor Prydderch") == [("Nerys Bebb", DOUBTFUL), ("West Depot", DOUBTFUL)]
    assert beside(table, "Ifor Prydderch", "Nerys Bebb") == [("West Depot", 0.6)]


def test_a_column_ends_with_its_table() -> None:
    """Rows of another width, or a line without cells, end the column."""
    table = "Ifor Prydderch\t24\n\nNerys Bebb\t25\nHuw Parry\t26\t27"
    assert beside(table, "Ifor Prydderch") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bill Waters and Penny Lane run it", ["Penny Lane"]),
        ("Penny Lane & Bill Waters run it", ["Penny Lane"]),
        ("Bill Waters and Example Council", []),
        ("Bill Waters and Penny Lane Surgery", []),
        ("Bill Waters and others", []),
        ("Bill Waters and Milton Leeds", []),
    ],
)
def test_who_is_joined_to_a_person_is_asked_about(text: str, found: list[str]) -> None:
    """Two capitalised words joined to a full name by "and" may be a name, unless they are of posts, firms or places."""
    assert beside(text, "Bill Waters") == [(name, DOUBTFUL) for name in found]


@given(st.text(alphabet="Ab c-,.\t\n|é'’", max_size=40), st.data())
def test_places_stay_inside_and_growth_loses_nothing(text: str, data: st.DataObject) -> None:
    """Whatever the text, a name never shrinks, and parts and neighbours lie inside it."""
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(min(start + 1, len(text)), len(text)))
    if not text[start:end].strip():
        return
    low, high = whole_name(text, start, end)
    assert 0 <= low <= start < end <= high <= len(text)
    kept = {i for a, b in pieces(text, start, end) for i in range(a, b)}
    assert all(i in kept for i in range(start, end) if text[i] not in " \t\n|")
    assert all(0 <= a < b <= len(text) for a, b, _ in neighbours(text, [(start, end, 0.9)]))
