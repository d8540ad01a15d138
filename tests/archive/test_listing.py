"""Every file below what was named is listed once, and what is left out is listed with its reason."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.archive import listing, place
from redactor.archive.listing import Rules, Shard
from redactor.archive.place import Place
from redactor.archive.state import State
from redactor.errors import UsageError

from .conftest import Make, Scan, states


def found(*names: str, rules: Rules | None = None) -> list[listing.Listed]:
    return list(listing.listed(names, rules or Rules(), Shard()))


def test_folders_files_and_patterns_in_order(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hidden files too; by name within a folder."""
    for name in ("b.pdf", "a.pdf", ".hidden.pdf", "2019/x.pdf", "2020/y.pdf", "2020/deep/z.pdf"):
        make(name)
    monkeypatch.chdir(tmp_path)
    names = [item.place.shown.rpartition("archive/")[2] for item in found("archive")]
    assert names == [".hidden.pdf", "a.pdf", "b.pdf", "2019/x.pdf", "2020/y.pdf", "2020/deep/z.pdf"]
    assert len(found("archive/20*/*.pdf")) == 2
    assert len(found("archive/**/*.pdf")) == 6
    assert len(found("archive/20*")) == 3, "a folder that a pattern matches is meant whole"


@pytest.mark.parametrize("name", ["missing", "missing/*.pdf", "arch*/none*.pdf"])
def test_a_name_that_stands_for_nothing_is_an_error(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A typing mistake must not look like an empty archive."""
    make("a.pdf")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError):
        found(name)


def test_links_in_a_circle_end_and_are_accounted_for(make: Make, tmp_path: Path) -> None:
    """A link to a folder above, to a sibling, and to itself."""
    make("a/x.pdf")
    root = tmp_path / "archive"
    (root / "a" / "up").symlink_to(root)
    (root / "b").symlink_to(root / "a")
    (root / "self").symlink_to("self")
    by_state = {item.place.shown.rpartition("archive/")[2]: item.state for item in found(str(root))}
    assert by_state == {
        "a/x.pdf": State.WAITING,
        "a/up": State.SKIPPED,
        "b": State.SKIPPED,
        "self": State.WAITING,  # a broken link is a file that cannot be read, as the look will say
    }


def test_broken_links_pipes_and_vanished_files_are_unreadable(scan: Scan, make: Make, tmp_path: Path) -> None:
    """Each costs itself alone, at once, and ends with 30."""
    make("good.pdf", "x")
    root = tmp_path / "archive"
    (root / "broken.pdf").symlink_to("nowhere.pdf")
    os.mkfifo(root / "pipe.pdf")
    assert scan("archive", "--db", "r.sqlite", "--jobs", "1").code == 30
    assert states("r.sqlite") == {"good.pdf": "done", "broken.pdf": "unreadable", "pipe.pdf": "unreadable"}
    assert "vanished" in scan("show", "broken.pdf", "--db", "r.sqlite").out
    assert "not a regular file" in scan("show", "pipe.pdf", "--db", "r.sqlite").out


def test_a_folder_that_cannot_be_read_is_listed_as_such(
    scan: Scan, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files are unknown, which must never look like "none"."""
    make("good.pdf", "x")
    make("locked/secret.pdf", "x")
    real = os.scandir

    def scandir(path: Any) -> Any:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert scan("archive", "--db", "r.sqlite", "--jobs", "1").code == 30
    assert states("r.sqlite") == {"good.pdf": "done", "locked": "unreadable"}


def test_names_that_are_no_utf8_are_read_and_told_apart(scan: Scan, tmp_path: Path) -> None:
    """Two names that look alike once spelled out stay two files; control characters reach no terminal."""
    root = os.fsencode(tmp_path / "archive")
    os.mkdir(root)  # bytes
    for name in (b"caf\xe9.pdf", b"caf\\xe9.pdf", b"line\nbreak\x1b[31m.pdf"):
        with open(os.path.join(root, name), "wb") as stream:  # bytes
            stream.write(b"%PDF-1.7 " + name)
    ended = scan("archive", "--db", "r.sqlite", "--jobs", "1")
    assert ended.code == 0, ended.err
    shown = states("r.sqlite")
    assert len(shown) == 3
    assert set(shown.values()) == {"done"}
    assert all(name.isprintable() for name in shown)


def test_a_list_of_names_one_a_line_or_nul_between(scan: Scan, make: Make, tmp_path: Path) -> None:
    """As ``find`` and ``find -print0`` write it; Windows line ends too."""
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        make(name, name)
    Path("lines").write_bytes(b"archive/a.pdf\r\narchive/b.pdf\n\n")
    Path("nul").write_bytes(b"archive/a.pdf\0archive/c.pdf\0")
    assert "2  listed" in scan("--files-from", "lines", "--db", "1.sqlite", "--jobs", "1").out
    assert set(states("1.sqlite")) == {"a.pdf", "b.pdf"}
    scan("--files-from", "nul", "--db", "2.sqlite", "--jobs", "1")
    assert set(states("2.sqlite")) == {"a.pdf", "c.pdf"}
    assert scan("--files-from", "missing", "--db", "3.sqlite").code == 2


def test_files_elsewhere_are_listed_and_fetched_through_fsspec(scan: Scan, make: Make, tmp_path: Path) -> None:
    """``memory://`` and ``file://`` stand for ``s3://``; ZIPs are opened there too."""
    fsspec = pytest.importorskip("fsspec")
    import io
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in.pdf", b"%PDF-1.7 name=Kezia Lombard;")
    memory = fsspec.filesystem("memory")
    memory.pipe({"/bucket/a.pdf": b"%PDF-1.7 a", "/bucket/z.zip": packed.getvalue(), "/bucket/n.txt": b"words"})
    try:
        ended = scan("memory://bucket", "--db", "r.sqlite", "--jobs", "2")
        assert ended.code == 30
        found = states("r.sqlite")
        assert {name.rpartition("bucket/")[2]: state for name, state in found.items()} == {
            "a.pdf": "done",
            "z.zip": "opened",
            "z.zip!/in.pdf": "done",
            "n.txt": "unsupported",
        }
        assert "1 PERSON" in scan("show", "in.pdf", "--db", "r.sqlite").out
        assert "no such file" in scan("memory://nothing", "--db", "2.sqlite").err
        assert "kind that cannot be read" in scan("gopher9://x/y", "--db", "3.sqlite").err
    finally:
        memory.rm("/bucket", recursive=True)


def test_its_own_database_in_the_archive_is_skipped(scan: Scan, make: Make) -> None:
    """Database, log, lock, key and remembered paragraphs may lie in the folder that is scanned."""
    make("a.pdf", "x")
    for _ in range(2):
        assert scan("archive", "--db", "archive/r.sqlite", "--jobs", "1").code == 0
    found = states("archive/r.sqlite")
    assert found.pop("a.pdf") == "done"
    assert set(found.values()) == {"skipped"}


@given(st.lists(st.text(min_size=1), unique=True, max_size=40), st.integers(1, 9))
def test_shards_divide_the_list(names: list[str], of: int) -> None:
    """Each file belongs to exactly one part, whatever the machine."""
    for name in names:
        one = Place(name.encode("utf-8", "replace").decode(), name)
        assert sum(Shard(number, of).has(one) for number in range(1, of + 1)) == 1


@pytest.mark.parametrize("text", ["0/3", "4/3", "1", "a/b", "1/0", "-1/2", "1/2/3"])
def test_a_part_that_is_none_is_refused(text: str) -> None:
    """Slurm and Kubernetes count from 0 or 1; a wrong sum must not scan nothing."""
    with pytest.raises(UsageError, match="1/8"):
        listing.shard(text)


@given(st.text(alphabet=st.characters(codec=None, exclude_categories=())))
def test_shown_names_are_printable_and_unique(text: str) -> None:
    """Whatever the system calls a file; also where another is called as this one is shown."""
    shown = place.shown(text)
    assert shown.isprintable()
    shown.encode()
    assert shown == text or place.shown(shown) != shown
    assert place.INSIDE not in shown


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a\n.pdf", "a\\n.pdf"),
        ("\n\\x0a", "\\x0a\n"),
        ("\x85", "\udc85"),
        ("\u20280", "\n\u2028"),
        ("letters.zip!/a.pdf", "letters.zip\\x21/a.pdf"),
    ],
)
def test_no_two_names_are_spelled_alike(one: str, other: str) -> None:
    """Apart from their marks too, which are short enough for somebody to find two names with the same one."""
    shown = [place.shown(name) for name in (one, other)]
    spelled = {(name != is_shown, name if name == is_shown else is_shown[:-11])
               for name, is_shown in zip((one, other), shown, strict=True)}  # fmt: skip
    assert len(spelled) == len(set(shown)) == 2


def test_a_folder_called_as_a_zip_is_shown_hides_no_file(scan: Scan, make: Make) -> None:
    """The ZIP's member took the row of the file on disk, which was then never checked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("c.pdf", b"%PDF-1.7 nothing")
    make("letters.zip", packed.getvalue(), pdf=False)
    make("letters.zip!/c.pdf", "name=Kezia Lombard;")
    ended = scan("archive", "--db", "r.sqlite", "--jobs", "1")
    assert ended.code == 20
    assert "3  listed" in ended.out
    assert len(states("r.sqlite")) == 3


def test_only_the_scans_own_files_are_left_out(scan: Scan, make: Make) -> None:
    """A database called "2019" left out every file whose name began so."""
    make("2019 letters.pdf", "name=Kezia Lombard;")
    make("key-findings.pdf", "name=Kezia Lombard;")
    make("values of ours.pdf", "name=Kezia Lombard;")
    names = ("--db", "archive/2019", "--key", "archive/key", "--store-values", "archive/values")
    for _ in range(2):
        scan("archive", *names, "--jobs", "1")
        found = states("archive/2019")
        assert {name for name, state in found.items() if state != "skipped"} == {
            "2019 letters.pdf",
            "key-findings.pdf",
            "values of ours.pdf",
        }
        assert {"2019", "2019.lock", "key"} <= set(found)


def test_a_name_that_stands_for_nothing_writes_nothing(scan: Scan, make: Make, tmp_path: Path) -> None:
    """Neither a run that listed nothing, nor a key, nor a database."""
    make("a.pdf", "x")
    scan("archive", "--db", "r.sqlite", "--jobs", "1")
    ended = scan("archive", "typo", "--db", "r.sqlite", "--jobs", "1")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "Run 1: finished" in scan("status", "--db", "r.sqlite").out
    (tmp_path / "new").mkdir()
    assert scan("typo", "--db", "new/r.sqlite").code == 2
    assert not list((tmp_path / "new").iterdir())


@pytest.mark.parametrize(
    ("name", "searched"),
    [
        ("letter.pdf", "letter.pdf"),
        ("letter (1).pdf", "letter.pdf"),
        ("Copy of letter.pdf", "letter.pdf"),
        ("letter - Copy.pdf", "letter.pdf"),
        ("letter.pdf#2", "letter.pdf#2"),
        ("Reply to Ms Lombard.pdf", "Reply to Ms Lombard.pdf"),
        ("(1).pdf", "(1).pdf"),
        ("FOI 2019 (4711).pdf", "FOI 2019 (4711).pdf"),
    ],
)
def test_the_name_that_is_searched_leaves_out_what_marks_copies(name: str, searched: str) -> None:
    """And nothing that says something of its own."""
    assert Place(f"/archive/{name}", "").searched_name == searched


@pytest.mark.xfail(strict=True, reason="names of folders and of ZIPs are not searched; README says so")
@pytest.mark.parametrize(
    "place",
    [
        Place("/published/Kezia Lombard/reply.pdf", "/published/Kezia Lombard/reply.pdf"),
        Place("/published/Kezia Lombard.zip!/reply.pdf", "/published/Kezia Lombard.zip", (0,)),
    ],
)
def test_names_on_the_way_to_a_file_are_searched(place: Place) -> None:
    """A page on the web shows them in its address."""
    assert "Kezia Lombard" in place.searched_name
