"""Damage that the reader passes over: the writer refuses such a file, and never stops with an error of its own."""

from __future__ import annotations

import io

import pikepdf
import pytest
from formats.pdf_carriers import HIDDEN, carrier

from benchmarks.redaction.mutants import mutants
from redactor.errors import RedactionError, UncheckedError
from redactor.formats import Limits
from redactor.formats.pdf import letterfall
from redactor.formats.pdf import redact as writer
from redactor.formats.pdf.format import load
from redactor.model import Document, Redaction, RedactionPlan, Source, Width, quad_of

PLAN = RedactionPlan(
    (Redaction("F-0", 1, (quad_of((60.0, 130.0, 160.0, 146.0)),), "s40(2)", "PERSON", width=Width.RESET),)
)


def opened_out(name):
    """Return a carrier with every object in clear, so that a mutant of it is damaged where it counts."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(carrier(name))) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return out.getvalue()


def test_mutants_are_read_and_written_or_refused():
    """A hundred of them, of every kind of damage; each of these errors was once another one."""
    seeds = [opened_out(name) for name in HIDDEN]
    written = 0
    for _, data in mutants(seeds, 100, seed=7):
        source = Source("x.pdf", "0" * 64, len(data), "application/pdf")
        try:
            document = load(data, source, Limits(), None)
            writer.redact(data, document, PLAN, Limits(), None)
        except UncheckedError:
            continue
        written += 1
    assert 10 < written < 90


def test_a_font_that_only_claims_to_be_known_has_some_width():
    """One letter of its name is wrong."""
    assert letterfall._of_every_reader("HelvetiCa").other > 0


@pytest.mark.parametrize("error", [KeyError, IndexError, ValueError, pikepdf.PdfError])
def test_what_the_writer_stumbles_on_is_no_internal_error(monkeypatch, error):
    """And nothing of its message is passed on."""

    def stumble(*_):
        raise error("Zebrowski")

    monkeypatch.setattr(writer, "normalise", stumble)
    document = Document(Source("x.pdf", "", 0, "application/pdf"), (), ())
    with pytest.raises(RedactionError) as caught:
        writer.redact(b"", document, PLAN, Limits(), None)
    assert "Zebrowski" not in str(caught.value) + repr(caught.value) + repr(caught.value.__cause__)
