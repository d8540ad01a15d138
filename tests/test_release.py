"""A file appears at its destination whole, at once, for its owner alone, or not at all."""

from __future__ import annotations

import errno
import os
import stat

import pytest

from redactor import release
from redactor.errors import DestinationError


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_text("source")
    return path


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_nothing_is_at_the_destination_until_it_is_released(out):
    """A draft is a private file under a name that tells nothing."""
    with release.draft(out / "Amara Okonkwo.pdf", overwrite=False) as draft:
        assert draft.write(b"data") == b"data"
        (only,) = out.iterdir()
        assert "Amara" not in only.name and only.name.startswith(".")
        assert stat.S_IMODE(only.stat().st_mode) == 0o600
        assert not draft.released
        draft.release()
        assert draft.released
    assert [path.name for path in out.iterdir()] == ["Amara Okonkwo.pdf"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_released_file_is_its_owners_alone(out, overwrite):
    """Whatever the umask: an unreleased letter is nobody else's business."""
    old = os.umask(0)
    try:
        release.write_text(out / "report.txt", "Größe\n", overwrite=overwrite)
    finally:
        os.umask(old)
    assert stat.S_IMODE((out / "report.txt").stat().st_mode) == 0o600
    assert (out / "report.txt").read_bytes() == "Größe\n".encode()


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, MemoryError, SystemExit])
def test_a_draft_that_is_not_released_is_gone(out, error):
    """Whatever ends the work."""
    with pytest.raises(error), release.draft(out / "copy.pdf", overwrite=True) as draft:
        draft.write(b"data")
        raise error
    assert list(out.iterdir()) == []
    with release.draft(out / "copy.pdf", overwrite=True) as draft:
        draft.write(b"data")
    assert list(out.iterdir()) == []


def test_a_name_taken_in_the_meantime_is_not_taken_over(out):
    """The look before the work does not count: the step itself refuses."""
    destination = out / "copy.pdf"
    with pytest.raises(DestinationError, match="appeared"), release.draft(destination, overwrite=False) as draft:
        draft.write(b"ours")
        destination.write_bytes(b"theirs")
        draft.release()
    assert destination.read_bytes() == b"theirs"
    assert list(out.iterdir()) == [destination]


def test_a_dangling_link_in_the_meantime_is_not_followed(out, tmp_path):
    """Nor is the place it points to written to."""
    destination, elsewhere = out / "copy.pdf", tmp_path / "elsewhere"
    with pytest.raises(DestinationError), release.draft(destination, overwrite=False) as draft:
        draft.write(b"ours")
        destination.symlink_to(elsewhere)
        draft.release()
    assert not elsewhere.exists()


def test_overwriting_replaces_a_link_and_not_what_it_points_to(out, tmp_path):
    """The file behind a link is not ours to change."""
    other = tmp_path / "other"
    other.write_text("other")
    (out / "copy.pdf").symlink_to(other)
    release.write_text(out / "copy.pdf", "ours", overwrite=True)
    assert other.read_text() == "other"
    assert not (out / "copy.pdf").is_symlink() and (out / "copy.pdf").read_text() == "ours"


@pytest.mark.parametrize("taken", [False, True])
def test_a_file_system_without_hard_links(out, monkeypatch, taken):
    """There a rename does it, and still not onto a file that is there."""
    destination = out / "copy.pdf"

    def link(*_):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    if taken:
        destination.write_text("theirs")
        with pytest.raises(DestinationError, match="exists already"):
            release.write_text(destination, "ours", overwrite=False)
    else:
        release.write_text(destination, "ours", overwrite=False)
    assert destination.read_text() == ("theirs" if taken else "ours")
    assert list(out.iterdir()) == [destination]


def test_a_full_disk_says_so(out, monkeypatch):
    """With the destination's name, and without a trace."""

    def fsync(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(DestinationError, match="No space left") as caught:
        release.write_text(out / "copy.txt", "text", overwrite=False)
    assert "copy.txt" in str(caught.value)
    assert list(out.iterdir()) == []


def test_a_folder_that_went_away_says_so(out):
    """A folder can vanish between the look and the work."""
    with pytest.raises(DestinationError, match="cannot be written"), release.draft(out / "no" / "x", overwrite=False):
        pass


def test_a_replacement_that_fails_says_so(out):
    """A folder that took the name stays."""
    (out / "copy").mkdir()
    with pytest.raises(DestinationError, match="cannot be written"):
        release.write_text(out / "copy", "text", overwrite=True)
    assert [path.name for path in out.iterdir()] == ["copy"]


def test_a_free_name_in_a_writable_folder_is_a_destination(source, out):
    """Nothing is made by looking."""
    release.check_destination(source, out / "copy.pdf", overwrite=False)
    release.check_destination(source.with_name("gone.pdf"), out / "copy.pdf", overwrite=False)
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    ("make", "overwrite", "says"),
    [
        (lambda source, out: out, False, "is a folder"),
        (lambda source, out: out / "no" / "copy.pdf", False, "folder does not exist"),
        (lambda source, out: source, True, "source file itself"),
        (lambda source, out: out / ".." / source.name, True, "source file itself"),
        (lambda source, out: source / "copy.pdf", False, "folder does not exist"),
    ],
)
def test_no_destination(source, out, make, overwrite, says):
    """Each is refused with what to do about it."""
    with pytest.raises(DestinationError, match=says) as caught:
        release.check_destination(source, make(source, out), overwrite=overwrite)
    assert caught.value.remedy


def test_two_results_want_two_names(out):
    """However the name is spelt."""
    (out / "link").symlink_to(out / "a")
    release.check_apart(out / "a", out / "b")
    for other in (out / "a", out / ".." / "out" / "a", out / "link"):
        with pytest.raises(DestinationError, match="twice"):
            release.check_apart(out / "a", other)
