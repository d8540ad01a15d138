"""Opening a PDF: what is refused, with which word, and that no refusal quotes the file."""

from __future__ import annotations

import io
import zlib
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_made import edited, kinds, lines, read

from redactor.errors import EncryptedError, LimitError, UncheckedError, UnreadableError
from redactor.formats import Limits
from redactor.formats.pdf.format import sniff
from redactor.formats.pdf.preflight import decoded_size

SECRET = "Zebrowski"
PLAIN = lines(f"Dear {SECRET}")


def encrypted(**permissions):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(PLAIN)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(**permissions))
    return out.getvalue()


def refuses(data, error, **options):
    """Check that a file is refused with an error that says what to do and quotes nothing."""
    with pytest.raises(error) as caught:
        read(data, **options)
    assert caught.value.remedy
    assert SECRET not in str(caught.value)


def test_sniff_goes_by_content():
    """A PDF header makes a PDF; a web page with one in its text does not."""
    assert sniff(PLAIN)
    assert sniff(b"\n\njunk%PDF-1.7 ")
    assert not sniff(b"<!DOCTYPE html><p>%PDF-1.7")
    assert not sniff(b"PK\x03\x04")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"<html>%PDF-</html>", b"%PDF-1.7\n" + b"\xff" * 500])
def test_what_is_no_pdf_is_unreadable(data):
    """Empty, header-only, disguised and random files are refused."""
    refuses(data, UnreadableError)


def test_encryption_needs_its_password():
    """A file with a user password opens with it and not without."""
    data = encrypted(user="secret", owner="other")
    refuses(data, EncryptedError)
    refuses(data, EncryptedError, password="wrong")
    assert SECRET in read(data, password="secret").segment("page/1").text


def test_owner_encryption_is_a_feature():
    """Restrictions without a user password do not stop reading, and are told."""
    assert "owner-encryption" in kinds(read(encrypted(user="", owner="other")))


def test_a_file_without_pages_is_unreadable():
    """No pages, nothing to check."""
    out = io.BytesIO()
    pikepdf.new().save(out)
    refuses(out.getvalue(), UnreadableError)


def test_pages_in_a_circle_are_refused():
    """A page tree that contains itself ends neither reading nor patience."""

    def loop(pdf):
        inner = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=1))
        inner.Kids = pikepdf.Array([inner])
        pdf.Root.Pages = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Pages, Count=2, Kids=pikepdf.Array([pdf.pages[0].obj, inner]))
        )

    refuses(edited(PLAIN, loop), UncheckedError)


@pytest.mark.parametrize(
    "limit", [{"max_pages": 0}, {"max_page_points": 500.0}, {"max_bytes": 100}, {"max_objects": 3}]
)
def test_limits_are_kept(limit):
    """Each limit refuses a file beyond it."""
    refuses(PLAIN, LimitError, limits=replace(Limits(), **limit))


def test_a_bomb_is_measured_and_not_unpacked():
    """A stream that unpacks beyond the limit is refused, chained compression included."""
    packed = zlib.compress(zlib.compress(b"\0" * 60_000_000, 9), 9)

    def plant(pdf):
        stream = pdf.make_stream(b"")
        stream.write(packed, filter=pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode]))
        pdf.Root.Bomb = stream

    refuses(edited(PLAIN, plant), LimitError, limits=replace(Limits(), max_decoded_bytes=30_000_000))


def test_huge_pictures_are_refused():
    """A picture is refused by the size it declares."""

    def plant(pdf):
        stream = pdf.make_stream(b"\0")
        stream.Subtype = pikepdf.Name.Image
        stream.Width, stream.Height = 50000, 50000
        pdf.Root.Big = stream

    refuses(edited(PLAIN, plant), LimitError)


def test_forms_within_forms_are_counted():
    """Ten forms that each draw the next ten times are ten thousand million drawings."""

    def plant(pdf):
        inner = pdf.make_stream(b"BT (x) Tj ET")
        inner.Subtype = pikepdf.Name.Form
        for _ in range(10):
            outer = pdf.make_stream(b"/X Do " * 10)
            outer.Subtype = pikepdf.Name.Form
            outer.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
            inner = outer
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(X=inner)

    refuses(edited(PLAIN, plant), LimitError)


def test_too_many_strings_are_refused():
    """A page with a hundred thousand pieces of text would take minutes to lay out."""

    def plant(pdf):
        pdf.pages[0].contents_add(b"BT (x) Tj ET " * 100_001, prepend=False)

    refuses(edited(PLAIN, plant), LimitError)


@given(st.binary(max_size=5000), st.integers(1, 2))
def test_decoded_size_is_exact_below_the_limit(data, times):
    """Counting what a stream unpacks to gives its real length."""
    packed = data
    for _ in range(times):
        packed = zlib.compress(packed)
    assert decoded_size(packed, ["/FlateDecode"] * times, 1 << 20) == len(data)


@given(st.integers(0, len(PLAIN)), st.binary(max_size=8))
@settings(max_examples=60, deadline=None)
def test_a_broken_file_opens_or_is_refused(at, noise):
    """Whatever is cut from or smashed into a file, the answer is a document or one of our own errors."""
    try:
        read(PLAIN[:at] + noise + PLAIN[at + len(noise) + 3 :])
    except UncheckedError as error:
        assert SECRET not in str(error)
