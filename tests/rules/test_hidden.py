"""Rules about hidden data: each fires on a file that has it, none on a clean letter."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "formats"))

from pdf_made import edited, lines, read
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, String

from redactor.formats.pdf import features
from redactor.model import Case, Document, Feature, Severity, Source
from redactor.rules import View, all_rules, run

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
PLAIN = lines("Dear reader")
RULES = [rule for rule in all_rules() if rule.code[0] in "DH"]


def issues(document):
    view = View(document=document, text=None, findings=(), decisions={}, case=Case())
    return list(run(RULES, view))


def codes(document):
    return {issue.code for issue in issues(document)}


def with_feature(*kinds):
    source = Source("letter.pdf", "0" * 64, 1, "application/pdf")
    return Document(source, (), (), features=tuple(Feature(kind, "page 1", 1) for kind in kinds))


def annotated(**keys):
    def change(pdf):
        annot = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([100, 700, 200, 720]), **keys))
        pdf.pages[0].obj.Annots = Array([annot])
        if keys["Subtype"] == Name.Widget:
            pdf.Root.AcroForm = Dictionary(Fields=Array([annot]))

    return read(edited(PLAIN, change))


def changed(**keys):
    def change(pdf):
        for key, value in keys.items():
            pdf.Root[f"/{key}"] = value(pdf)

    return read(edited(PLAIN, change))


def attached(pdf):
    pdf.attachments["x.txt"] = AttachedFileSpec(pdf, b"x", filename="x.txt")


MADE = {
    "H201": lambda: read(PLAIN + PLAIN[PLAIN.rindex(b"startxref") :]),
    "H202": lambda: read(edited(PLAIN, attached)),
    "H203": lambda: changed(OpenAction=lambda pdf: Dictionary(S=Name.JavaScript, JS=String("1"))),
    "H205": lambda: annotated(Subtype=Name.Text, Contents=String("x")),
    "H206": lambda: annotated(Subtype=Name.Widget, FT=Name.Tx),
    "H207": lambda: annotated(Subtype=Name.Redact),
    "H210": lambda: read(PLAIN + b"\nmore"),
    "H211": lambda: annotated(Subtype=Name.Widget, FT=Name.Sig),
    "H213": lambda: changed(AcroForm=lambda pdf: Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<a>b</a>"))),
    "H214": lambda: changed(PieceInfo=lambda pdf: Dictionary(App=Dictionary(Private=String("x1")))),
}


@pytest.mark.parametrize("code", MADE)
def test_a_rule_fires_on_what_it_is_about(code):
    """A file made with the problem raises the rule, with help on what to do."""
    (issue,) = [one for one in issues(MADE[code]()) if one.code == code][:1]
    assert issue.fix and issue.message


def test_a_clean_letter_raises_nothing():
    """An ordinary letter has no hidden data."""
    assert codes(read(PLAIN)) == set()


def test_every_kind_of_feature_is_judged():
    """No feature falls between the rules: each kind in the table raises an issue, tags and dead links (L122) excepted."""
    heads = re.findall(r"(?m)^([a-z][a-z0-9, -]*?)  +\S", features.__doc__)
    kinds = {kind for head in heads for kind in head.split(", ")} - {"structure-tree", "dead-link"}
    assert len(kinds) > 20
    for kind in kinds:
        assert issues(with_feature(kind)), kind
    assert not issues(with_feature("structure-tree"))


@pytest.mark.parametrize("code", ["H201", "H202", "H207", "H213"])
def test_what_blocks(code):
    """Old versions, attachments, unapplied redactions and XFA stop release."""
    (rule,) = [one for one in RULES if one.code == code]
    assert rule.severity is Severity.BLOCK


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_explains_itself(rule):
    """The help has a reason, a remedy and a source, and starts with the rule's code and name."""
    assert rule.help.startswith(f"{rule.code} {rule.name}: ")
    for label in ("Why:", "Fix:", "Source:"):
        assert f"\n{label} " in rule.help
    assert rule.fix


@pytest.mark.parametrize("name", ["letter-chromium.pdf", "letter-libreoffice.pdf"])
def test_the_seed_letters_raise_nothing_above_a_note(name):
    """The letters of the brief are clean."""
    path = SHARED / "seed" / name
    if not path.exists():
        pytest.skip("the shared seed letters are not to hand")
    assert all(issue.severity is Severity.NOTE for issue in issues(read(path.read_bytes())))
