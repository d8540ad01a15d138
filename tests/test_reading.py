"""A source is read once and whole; what is no file, is too large or changes meanwhile is refused in words."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from redactor import reading
from redactor.errors import LimitError, SourceChangedError, UncheckedError, UnreadableError
from redactor.formats import Limits

DATA = b"%PDF-1.7\nsome bytes"


@pytest.fixture
def pdf(tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(DATA)
    return path


def test_a_file_is_read_whole(pdf):
    """Bytes, name without folder, hash, size and format."""
    data, source, kind = reading.read(pdf, Limits())
    assert data == DATA
    assert (source.name, source.sha256, source.size) == ("letter.pdf", hashlib.sha256(DATA).hexdigest(), len(DATA))
    assert kind.name == "pdf" and source.media_type == "application/pdf"
    assert reading.described(data, "letter.pdf", kind) == source


def test_the_name_does_not_say_what_a_file_is(tmp_path):
    """Content does."""
    path = tmp_path / "letter.docx"
    path.write_bytes(DATA)
    assert reading.read(path, Limits())[2].name == "pdf"
    path.with_name("page.pdf").write_bytes(b"<!doctype html>%PDF-1.7")
    with pytest.raises(UnreadableError, match="not a PDF"):
        reading.read(path.with_name("page.pdf"), Limits())


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes of this kind")
@pytest.mark.parametrize("how", ["fifo", "folder", "device", "socket folder link", "vanished", "empty", "dangling"])
def test_what_is_no_letter_is_refused_at_once(tmp_path, how):
    """A pipe without a writer does not hang the program; each is refused by its file name with a remedy."""
    path = tmp_path / "letter.pdf"
    if how == "fifo":
        os.mkfifo(path)
    elif how == "folder":
        path.mkdir()
    elif how == "device":
        path = Path("/dev/null")
    elif how == "socket folder link":
        path.symlink_to(tmp_path)
    elif how == "empty":
        path.touch()
    elif how == "dangling":
        path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(UnreadableError) as caught:
        reading.read(path, Limits())
    assert caught.value.where == path.name and caught.value.remedy


def test_a_link_to_a_letter_is_the_letter(pdf, tmp_path):
    """It is read under the link's name."""
    (tmp_path / "link.pdf").symlink_to(pdf)
    assert reading.read(tmp_path / "link.pdf", Limits())[1].name == "link.pdf"


@pytest.mark.parametrize(("limit", "fits"), [(len(DATA), True), (len(DATA) - 1, False)])
def test_size_is_limited(pdf, limit, fits):
    """A file as large as is allowed is read; one byte more is not, and is not read into memory first."""
    limits = replace(Limits(), max_bytes=limit)
    if fits:
        assert reading.read(pdf, limits)[0] == DATA
    else:
        with pytest.raises(LimitError, match="larger"):
            reading.read(pdf, limits)


@pytest.mark.parametrize("change", ["grows", "shrinks"])
def test_a_file_that_is_being_written_is_refused(pdf, monkeypatch, change):
    """Half of the old and half of the new is neither."""
    real, calls = os.fstat, []

    def fstat(handle):
        calls.append(1)
        if len(calls) == 2:
            pdf.write_bytes(DATA + b"more" if change == "grows" else DATA[:-2])
        return real(handle)

    monkeypatch.setattr(reading.os, "fstat", fstat)
    with pytest.raises(SourceChangedError, match="while it was read"):
        reading.read(pdf, Limits())


def test_a_file_is_unchanged_until_it_is_not(pdf, tmp_path):
    """By content, and not by the time of its last change."""
    source = reading.read(pdf, Limits())[1]
    os.utime(pdf, (0, 0))
    reading.unchanged(pdf, source)
    pdf.write_bytes(DATA + b"\n")
    with pytest.raises(SourceChangedError, match="after it was read"):
        reading.unchanged(pdf, source)
    pdf.unlink()
    with pytest.raises(SourceChangedError):
        reading.unchanged(pdf, source)
    os.mkfifo(pdf)
    with pytest.raises(SourceChangedError):
        reading.unchanged(pdf, source)


def test_an_empty_file_does_not_stand_for_one_that_was_never_read(tmp_path):
    """The hash of nothing is a hash too."""
    path = tmp_path / "gone.pdf"
    with pytest.raises(UncheckedError):
        reading.unchanged(path, reading.Source("gone.pdf", hashlib.sha256(b"").hexdigest(), 0, ""))
