"""ZIPs are followed within bounds, write nothing to disk, and every member is accounted for."""

from __future__ import annotations

import functools
import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from redactor.archive import scan as archive_scan
from redactor.archive.contents import Contents
from redactor.archive.place import Place
from redactor.archive.state import State
from redactor.archive.zips import Bounds
from redactor.errors import ExitCode

from .conftest import Make, Scan, states


def packed(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def look(data: bytes, tmp_path: Path, bounds: Bounds | None = None):
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    return Contents().look(Place(str(path), str(path)), bounds or Bounds(), None)


def test_members_nested_and_many_are_each_a_file(scan: Scan, make: Make) -> None:
    """A ZIP in a ZIP, a folder entry, two members of one name, identical copies inside and outside."""
    inner = packed(("deep.pdf", b"%PDF-1.7 name=Kezia Lombard;"))
    with pytest.warns(UserWarning, match="Duplicate"):
        outer = packed(("in/a.pdf", b"%PDF-1.7 a"), ("in/", b""), ("inner.zip", inner), ("in/a.pdf", b"%PDF-1.7 b"))
    make("o.zip", outer, pdf=False)
    make("a.pdf", " a")
    ended = scan("archive", "--db", "r.sqlite", "--jobs", "2")
    assert ended.code == ExitCode.BLOCKED, ended.err
    assert states("r.sqlite") == {
        "a.pdf": "done",
        "o.zip": "opened",
        "o.zip!/in/a.pdf": "done",
        "o.zip!/in/a.pdf#2": "done",
        "o.zip!/inner.zip": "opened",
        "o.zip!/inner.zip!/deep.pdf": "done",
    }
    again = scan("archive", "--db", "r.sqlite", "--jobs", "2")
    assert "6  listed" in again.out
    assert "waiting" not in again.out


def test_no_member_takes_anothers_place(scan: Scan, make: Make) -> None:
    """Two of one name beside one that is called as the second is shown; one called as a member of its neighbour."""
    inner = packed(("deep.pdf", b"%PDF-1.7 clean"))
    with pytest.warns(UserWarning, match="Duplicate"):
        outer = packed(
            ("a.pdf", b"%PDF-1.7 1"), ("a.pdf#2", b"%PDF-1.7 2 name=Kezia Lombard;"), ("a.pdf", b"%PDF-1.7 3"),
            ("inner.zip", inner), ("inner.zip!/deep.pdf", b"%PDF-1.7 name=Kezia Lombard;"),
        )  # fmt: skip
    make("o.zip", outer, pdf=False)
    ended = scan("archive", "--db", "r.sqlite", "--jobs", "1")
    assert "7  listed" in ended.out
    assert list(states("r.sqlite").values()).count("done") == 5
    assert "BLOCKED" in scan("show", "o.zip!/a.pdf#2", "--db", "r.sqlite").out
    assert ended.out.count("2  BLOCKED") == 1


def test_a_folder_that_holds_bytes_is_a_file(scan: Scan, make: Make) -> None:
    """A name with a slash at its end hid what lay under it."""
    make("o.zip", packed(("letter.pdf/", b"%PDF-1.7 name=Kezia Lombard;"), ("folder/", b"")), pdf=False)
    assert scan("archive", "--db", "r.sqlite", "--jobs", "1").code == ExitCode.BLOCKED
    assert states("r.sqlite") == {"o.zip": "opened", "o.zip!/letter.pdf/": "done"}


def test_members_are_left_out_by_rule(scan: Scan, make: Make) -> None:
    """As the message about one that cannot be checked advises; --only was asked of the ZIP."""
    make("o.zip", packed(("style.css", b"p{}"), ("drafts/a.pdf", b"%PDF-1.7 x"), ("b.pdf", b"%PDF-1.7 y")), pdf=False)
    options = ("--skip", "*.css", "--skip", "*/drafts/*", "--only", "*.zip")
    assert scan("archive", "--db", "r.sqlite", "--jobs", "1", *options).code == ExitCode.READY
    assert states("r.sqlite") == {
        "o.zip": "opened",
        "o.zip!/b.pdf": "done",
        "o.zip!/drafts/a.pdf": "skipped",
        "o.zip!/style.css": "skipped",
    }


def test_zips_in_a_zip_hold_so_many_files_together(scan: Scan, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten kilobytes listed 3.6 million; what is too much is said, and what was listed before is checked."""
    monkeypatch.setattr(archive_scan.Inside, "__init__", functools.partialmethod(archive_scan.Inside.__init__, most=5))
    inner = packed(*((f"{n}.pdf", b"%PDF-1.7 x") for n in range(4)))
    make("o.zip", packed(("1.zip", inner), ("2.zip", inner), ("a.pdf", b"%PDF-1.7 x")), pdf=False)
    assert scan("archive", "--db", "r.sqlite", "--jobs", "1").code == ExitCode.UNCHECKED
    found = states("r.sqlite")
    assert sorted(found[f"o.zip!/{n}.zip"] for n in (1, 2)) == ["opened", "too-large"]
    assert list(found.values()).count("done") == 5
    assert "more than 5 files" in scan("show", "2.zip", "--db", "r.sqlite").out


def test_names_that_lead_out_are_read_and_write_nothing(scan: Scan, make: Make, tmp_path: Path) -> None:
    """../ names, absolute names, drive letters: remarked upon, checked, never unpacked."""
    make("z.zip", packed(("../../evil.pdf", b"%PDF-1.7 x"), ("/etc/evil.pdf", b"%PDF-1.7 y")), pdf=False)
    before = {p for p in tmp_path.rglob("*") if "sqlite" not in p.name}
    assert scan("archive", "--db", "r.sqlite", "--jobs", "1").code == ExitCode.READY
    assert {p for p in tmp_path.rglob("*") if "sqlite" not in p.name} - before <= {tmp_path / "redactor-archive.key"}
    assert "2 of its names lead out of the ZIP" in scan("show", "z.zip", "--db", "r.sqlite").out
    assert set(states("r.sqlite").values()) == {"opened", "done"}


def test_a_bomb_is_too_large_and_costs_nothing(scan: Scan, make: Make) -> None:
    """A member that unpacks to a thousand times its size is not unpacked; its neighbour is checked."""
    make("bomb.zip", packed(("bomb.pdf", b"%PDF-1.7" + bytes(30_000_000)), ("good.pdf", b"%PDF-1.7 x")), pdf=False)
    assert scan("archive", "--db", "r.sqlite", "--jobs", "1").code == ExitCode.UNCHECKED
    assert states("r.sqlite") == {
        "bomb.zip": "opened",
        "bomb.zip!/bomb.pdf": "too-large",
        "bomb.zip!/good.pdf": "done",
    }


def test_depth_is_bounded_and_said(scan: Scan, make: Make) -> None:
    """What lies deeper is accounted for as too large, not forgotten."""
    make("z.zip", packed(("y.zip", packed(("x.pdf", b"%PDF-1.7 x")))), pdf=False)
    assert scan("archive", "--db", "r.sqlite", "--jobs", "1", "--zip-depth", "1").code == ExitCode.UNCHECKED
    assert states("r.sqlite") == {"z.zip": "opened", "z.zip!/y.zip": "opened", "z.zip!/y.zip!/x.pdf": "too-large"}


def test_bounds_on_count_total_and_overlap(tmp_path: Path) -> None:
    """Each is one state with its reason."""
    many = packed(*((f"{n}.pdf", b"x") for n in range(20)))
    assert look(many, tmp_path, Bounds(entries=10)).state is State.TOO_LARGE
    total = look(packed(("a", os.urandom(600)), ("b", os.urandom(600))), tmp_path, Bounds(total_bytes=1000))
    assert [member.state for member in total.members] == [State.WAITING, State.TOO_LARGE]
    big = look(packed(("a", b"x" * 600)), tmp_path, Bounds(member_bytes=500))
    assert [member.state for member in big.members] == [State.TOO_LARGE]
    data = bytearray(packed(("a", os.urandom(5000)), ("b", b"x")))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 20, 5000)
    overlapping = look(bytes(data), tmp_path)
    assert (overlapping.state, overlapping.message[:32]) == (State.TOO_LARGE, "The members of the ZIP overlap. ")


def test_encrypted_members_are_encrypted(tmp_path: Path) -> None:
    """By the flag of the format; Python's zipfile cannot write one."""
    data = bytearray(packed(("a.pdf", b"%PDF-1.7"), ("b.pdf", b"%PDF-1.7")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    looked = look(bytes(data), tmp_path)
    assert [member.state for member in looked.members] == [State.ENCRYPTED, State.WAITING]


@pytest.mark.parametrize("cut", [10, 60, -5])
def test_a_damaged_zip_is_unreadable(tmp_path: Path, cut: int) -> None:
    """Cut anywhere."""
    looked = look(packed(("a.pdf", b"%PDF-1.7 " + os.urandom(500)))[:cut], tmp_path)
    assert looked.state is State.UNREADABLE
    assert "damaged" in looked.message


def test_a_damaged_member_costs_itself(scan: Scan, make: Make) -> None:
    """Its checksum says so."""
    data = bytearray(packed(("a.pdf", b"%PDF-1.7 aaaa"), ("b.pdf", b"%PDF-1.7 b"), method=zipfile.ZIP_STORED))
    data[data.index(b"aaaa")] ^= 1
    make("z.zip", bytes(data), pdf=False)
    scan("archive", "--db", "r.sqlite", "--jobs", "1")
    assert states("r.sqlite") == {"z.zip": "opened", "z.zip!/a.pdf": "unreadable", "z.zip!/b.pdf": "done"}


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("[Content_Types].xml", "word/document.xml"), "docx"),
        (("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (("mimetype", "content.xml"), "odf"),
        (("META-INF/MANIFEST.MF", "a.class"), "program"),
    ],
)
def test_documents_packed_as_zip_are_not_taken_apart(tmp_path: Path, names: tuple[str, ...], kind: str) -> None:
    """A Word file is one file that cannot be checked, and not a dozen XML files."""
    looked = look(packed(*((name, b"x") for name in names)), tmp_path)
    assert (looked.kind, looked.state, looked.members) == (kind, State.UNSUPPORTED, ())


def test_old_names_are_read_as_utf8_where_they_are(tmp_path: Path) -> None:
    """Many writers put UTF-8 without saying so; zipfile reads code page 437."""
    data = packed(("nXXn.pdf", b"x")).replace(b"nXXn", "nün".encode())
    assert [member.name for member in look(data, tmp_path).members] == ["nün.pdf"]
    really_437 = packed(("nXn.pdf", b"x")).replace(b"nXn", b"n\x81n")
    assert [member.name for member in look(really_437, tmp_path).members] == ["nün.pdf"]


class _Pipe(io.RawIOBase):
    """A stream that cannot seek, so that sizes follow the members."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.data += bytes(data)
        return len(data)


def streamed() -> bytes:
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.pdf", b"%PDF-1.7 a")
        with archive.open("grün.pdf", "w", force_zip64=True) as member:
            member.write(b"%PDF-1.7 b" * 100)
    return bytes(pipe.data)


def between() -> bytes:
    """A member whose entry in the directory was taken out, as deleting in some programs does."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.pdf", b"%PDF-1.7 a")
        archive.writestr("secret.pdf", b"%PDF-1.7 name=Kezia Lombard;")
        archive.writestr("b.pdf", b"%PDF-1.7 b")
        archive.filelist.pop(1)
    return out.getvalue()


def commented(*, member: bool) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("a.pdf")
        info.comment = b"from Kezia Lombard" if member else b""
        archive.writestr(info, b"%PDF-1.7 a")
        archive.comment = b"" if member else b"from Kezia Lombard"
    return out.getvalue()


PLAIN = packed(("a.pdf", b"%PDF-1.7 a"), ("f/", b""), ("é.pdf", b"%PDF-1.7 b"))


@pytest.mark.parametrize("data", [PLAIN, packed(("a.pdf", b"x"), method=zipfile.ZIP_STORED), packed(), streamed()])
def test_every_byte_of_a_plain_zip_is_a_members(data: bytes, tmp_path: Path) -> None:
    """However it was written."""
    looked = look(data, tmp_path)
    assert looked.state is State.OPENED
    assert all(member.state is State.WAITING for member in looked.members)


@pytest.mark.parametrize(
    ("data", "least"),
    [
        (b"PK\x03\x04 first" + PLAIN, 10),
        (between(), 28),
        (PLAIN + b"behind it all", 13),
        (commented(member=True), 18),
        (commented(member=False), 18),
    ],
)
def test_bytes_of_no_member_are_not_read_and_said_to_be(data: bytes, least: int, tmp_path: Path) -> None:
    """A page taken out of a ZIP's list is in the file all the same."""
    last = look(data, tmp_path).members[-1]
    assert last.state is State.UNREADABLE
    assert int(last.message.split()[0].replace(",", "")) >= least
    assert "Kezia" not in last.message


def test_a_member_may_be_called_as_what_belongs_to_none(tmp_path: Path) -> None:
    """Each has its row."""
    looked = look(b"PK\x03\x04 head" + packed(("(bytes of no member)", b"%PDF-1.7 a")), tmp_path)
    assert len({member.name for member in looked.members}) == 2
