"""What only the whole archive shows: hidden here and readable there, unlike copies, askers over years."""

from __future__ import annotations

import random
from pathlib import Path

from redactor.archive import across, reader

from . import made

WORDS = [f"word{n}" for n in range(4000)]


def prose(seed: int, count: int = 400) -> str:
    """Return words that no other seed shares runs of."""
    return " ".join(random.Random(seed).choices(WORDS, k=count))


BOILERPLATE = prose(0, 1600)


def opened(path: Path, *files, **more):
    return reader.open_reader(str(made.database(path, *files, **more)))


def test_a_value_blacked_out_here_and_readable_there(tmp_path: Path) -> None:
    """However it is spaced; a value that is covered everywhere, or nowhere, is none."""
    with opened(
        tmp_path / "r.sqlite",
        made.file("/a/2019.pdf", made.found("01632 960123", entity="DIRECT_DIAL", covered=True)),
        made.file("/a/2020.pdf", made.found("01632-960 123", entity="DIRECT_DIAL"), made.found("Owain Quiller")),
        made.file("/a/2021.pdf", made.found("Owain Quiller"), made.found("Rafe Abernethy", covered=True)),
        made.file("/a/2022.pdf", made.found("Rafe Abernethy", covered=True)),
    ) as one:
        (hit,) = across.divided(one)
    assert (hit.entity, hit.excerpt) == ("DIRECT_DIAL", "0*******")
    assert [sight.path for sight in hit.hidden] == ["/a/2019.pdf"]
    assert [sight.path for sight in hit.readable] == ["/a/2020.pdf"]


def test_a_value_the_policy_removes_here_and_keeps_there(tmp_path: Path) -> None:
    """Two mentions in one file are that file's own affair."""
    with opened(
        tmp_path / "r.sqlite",
        made.file("/a.pdf", made.found("Owain Quiller")),
        made.file("/b.pdf", made.found("owain quiller", action="keep", page=3)),
        made.file("/c.pdf", made.found("Rafe Abernethy"), made.found("Rafe Abernethy", action="keep")),
    ) as one:
        (hit,) = across.divided(one)
    assert (hit.hidden[0].path, hit.readable[0].path, hit.readable[0].page) == ("/a.pdf", "/b.pdf", 3)


def test_copies_redacted_differently_and_not_letters_of_one_kind(tmp_path: Path) -> None:
    """Forty letters share four fifths of their words; two are one letter, of which one shows a name."""
    files = [
        made.file(f"/{n}.pdf", made.found(f"Person Number{n}"), text=f"{BOILERPLATE} {prose(n + 1)}") for n in range(40)
    ]
    shown = f"{BOILERPLATE} {prose(100)} from Kezia Lombard telephone {prose(101)}"
    hidden = f"{BOILERPLATE} {prose(100)} from [redacted] telephone {prose(101)}"
    files.append(made.file("/shows.pdf", made.found("Kezia Lombard"), made.found("Rafe Abernethy"), text=shown))
    files.append(made.file("/hides.pdf", made.found("Rafe Abernethy"), text=hidden))
    with opened(tmp_path / "r.sqlite", *files) as one:
        (pair,) = across.near_copies(one)
    assert (pair.shows, pair.lacks, pair.marked, pair.entities) == ("/shows.pdf", "/hides.pdf", True, (("PERSON", 1),))
    assert pair.alike > 0.5


def test_a_requester_named_in_other_years(tmp_path: Path) -> None:
    """By the letter's date, else the year in the path; twice in one year is nothing."""
    asker = made.found("Kezia Lombard", entity="REQUESTER")
    with opened(
        tmp_path / "r.sqlite",
        made.file("/x/a.pdf", asker, year=2018),
        made.file("/2021/b.pdf", made.found("KEZIA LOMBARD")),
        made.file("/2021/c.pdf", made.found("Owain Quiller", entity="REQUESTER")),
        made.file("/2021/d.pdf", made.found("Owain Quiller")),
        made.file("/2020/e.pdf", made.found("Rafe Abernethy")),
    ) as one:
        (hit,) = across.askers(one)
    assert hit.years == (2018, 2021)
    assert [sight.path for sight in hit.files] == ["/2021/b.pdf", "/x/a.pdf"]


def test_an_empty_database_has_nothing(tmp_path: Path) -> None:
    """No division by nothing."""
    with opened(tmp_path / "r.sqlite", unread=("/a.pdf",)) as one:
        assert across.divided(one) == across.near_copies(one) == across.askers(one) == []
