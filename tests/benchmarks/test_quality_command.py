"""``python -m benchmarks quality --quick`` runs, on a small part of everything and on a file of one's own."""

from __future__ import annotations

import json

import pytest

from benchmarks import table
from benchmarks.quality import __main__ as command
from benchmarks.quality import finders, measure, report, requester, samples, speed, texts
from benchmarks.quality.requester_names import NAMES


@pytest.fixture(scope="module")
def tiny(tmp_path_factory):
    """Return a file with one text that names one person twice."""
    path = tmp_path_factory.mktemp("sets") / "tiny.jsonl"
    text = "The note was written by Ms Adaeze Okonkwo in Leeds. Okonkwo signed it on Monday."
    at = [(text.index("Adaeze Okonkwo"), 14), (text.index("Okonkwo signed"), 7)]
    spans = [[start, start + length, "PERSON"] for start, length in at]
    path.write_text(json.dumps({"text": text, "spans": spans}), "utf-8")
    return path


@pytest.fixture(scope="module")
def section(tiny, tmp_path_factory):
    """Run the command as typed, with sets and peers from elsewhere absent, and return what it wrote into RESULTS.md."""
    results = tmp_path_factory.mktemp("results") / "RESULTS.md"
    results.write_text("# Results\n\n## letter\n\nkept\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts, "DEV", tiny.parent / "absent")
        patch.setattr(finders, "BASELINE", tiny.parent / "absent")
        patch.setattr(report, "_PART", 2)
        patch.setattr(table, "RESULTS", results)
        command.main(["--quick", "--write", str(tiny)])
    return results.read_text("utf-8")


def test_section_is_written_beside_the_others(section):
    """The section has its heading once and leaves the other benchmark's."""
    assert section.count("\n## quality\n") == 1
    assert "## letter\n\nkept" in section


def test_own_file_is_measured_by_model_peer_and_engine(section):
    """The set is called by its file's name; model, stock Presidio and engine each have their rows."""
    rows = [line.split(" | ") for line in section.splitlines() if line.startswith("| tiny |")]
    assert {"shipped model", "stock Presidio", "engine, shipped model"} <= {row[1] for row in rows}
    [engine] = [row for row in rows if row[1].startswith("engine") and row[2] == "0.2"]
    assert engine[5:8] == ["1.000", "1.000", "1.000"]


def test_what_is_absent_is_said(section):
    """Sets and baseline that are not on the machine are named, and their targets are not called reached."""
    assert "The development sets are not on this machine" in section
    assert "The baseline model is not on this machine" in section
    [row] = [line for line in section.splitlines() if line.startswith("| `tab-dev`")]
    assert row.endswith("| not measured |")


def test_a_quick_run_says_so(section):
    """Figures of a part are never taken for the whole."""
    assert "not to be quoted" in section


def test_a_file_that_is_not_there_is_a_usage_error(capsys):
    """A wrong path ends with code 2 and says what to give."""
    with pytest.raises(SystemExit) as ended:
        command.main(["absent.jsonl"])
    assert ended.value.code == 2
    assert "JSON lines" in capsys.readouterr().err


@pytest.fixture(scope="module")
def whole():
    """Return the engine on plain text."""
    return finders.Whole()


def test_engine_keeps_count_as_not_found(whole):
    """An office holder whom the policy keeps is reported as kept and not as going; a private person goes."""
    text = "The meeting was opened by Cllr Adaeze Okonkwo. A complaint was made by Mr Tomasz Gierek about noise."
    wide, narrow = whole.answers(text)
    kept, gone = text.index("Adaeze"), text.index("Tomasz")
    assert any(start <= kept < end for start, end in wide.kept)
    assert not any(start <= kept < end for start, end in wide.covered)
    assert any(start <= gone < end for start, end in narrow.covered)


def test_public_office_holders_count_for_the_model_and_neither_way_for_the_engine():
    """PUBLIC is a person to the model; through the engine it is a neutral place."""
    text, gold = texts.from_marks("Cllr [[PUBLIC:Bo Ek]] wrote to bo@example.org.")
    document = texts.Marked("a", text, gold)
    people, mailboxes = measure.gold_of(document, engine=False)
    assert [(m.label, text[m.start : m.end]) for m in people] == [("PERSON", "Bo Ek")]
    others, neutral = measure.gold_of(document, engine=True)
    assert not others
    assert {text[a:b] for a, b in neutral} == {"Bo Ek", text[mailboxes[0][0] : mailboxes[0][1]]}


def test_requester_check_counts_what_it_plants(whole):
    """Each form is counted once planted, and is found only where every letter of it goes."""
    result = requester.run(whole, names=NAMES[:1])
    assert result.planted.total() == len(list(requester.forms(NAMES[0]))) > 30
    assert all(result.removed[kind] <= result.found[kind] <= number for kind, number in result.planted.items())


def test_requester_check_can_fail(whole):
    """What the requester's name does not cover is reported as not found, in the body and in other layers."""
    planted = [
        requester.Planted("words", "body", "There were ", "two hundred permits", " in force."),
        requester.Planted("words", "metadata", "", "Permits by quarter", ""),
        requester.Planted("half", "body", "It came from ", "Chidinma Okwuosa with two hundred permits", "."),
    ]
    seen = [seen for _, seen in requester.looked_for(whole, planted, requester="Chidinma Okwuosa")]
    assert not [one for one in seen if one.found or one.removed or one.as_requester or one.whole]


def test_outside_the_page_a_part_taints_the_whole_value(whole):
    """A file name of which the surname is found goes as a whole; on a page each letter must be covered."""
    form = requester.Planted("file", "file-name", "", "okwuosa_unheard", "_reply.pdf")
    [(_, seen)] = requester.looked_for(whole, [form], requester="Chidinma Okwuosa")
    assert (seen.found, seen.whole) == (True, False)


def test_requester_places_are_where_the_forms_stand():
    """The places the check looks at hold the forms it planted, in the body and in every other layer."""
    segments, places = requester._letter(list(requester.forms(NAMES[24])))
    by_id = {segment.id: segment.text for segment in segments}
    assert [by_id[segment][start:end] for _, (segment, start, end) in places] == [form.form for form, _ in places]


def test_a_sample_that_comes_out_otherwise_is_told():
    """A value that the manifest wants kept and the policy removes is counted as not so."""
    from redactor import Engine

    engine = Engine(finders.POLICY)
    judged = samples._judged(engine, samples.SAMPLES / "council-letter.weasyprint.pdf", None)
    found = judged.decided.values
    word = next(
        word for word in judged.document.segments[0].text.split() if len(word) > 6 and word not in found.values()
    )
    result = samples._compared({"file": "x.pdf", "redact": [{"entity": "PERSON", "text": word}]}, judged)
    assert (result.listed, result.right, result.wrong) == (1, 0, ("PERSON",))


def test_remembering_saves_what_letters_share():
    """Ten letters that are the same to the word cost far less when paragraphs are remembered."""
    letters, shared = speed.letters_sharing(
        "First paragraph of the letter with Ada Brown.\n\nLast one.", ["Own words."] * 10
    )
    assert len(letters) == 10
    assert shared == pytest.approx(10 / 12)
    assert speed.cache_gain(finders.SHIPPED, [letters[0] * 6] * 10, rounds=3) > 2
