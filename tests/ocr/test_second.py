"""The second reader reads print, with places, from its own package's files and without a network."""

from __future__ import annotations

import io
import subprocess
import sys

import numpy as np
import pymupdf
import pytest
from PIL import Image, ImageDraw
from scan_made import WORDS, page, picture

from redactor import ocr
from redactor.errors import UncheckedError
from redactor.guarded import GuardedEngine
from redactor.ocr import accurate as module
from redactor.ocr.ink import unexplained
from redactor.ocr.joining import join
from redactor.ocr.prepare import Prepared, prepare

EVERYTHING = lambda _box: True  # noqa: E731


def plain(word):
    """Return a word with the reader's known mistake undone: it has l for I where nothing but sense tells them apart."""
    return word.replace("FOl", "FOI")


@pytest.mark.parametrize(("dpi", "grain", "turn"), [(150, 0, 0), (150, 30, 0), (200, 0, 2)])
def test_print_is_read(accurate, dpi, grain, turn):
    """Words from left to right and lines from top to bottom, on scans clean, grainy and turned."""
    reading = accurate.read(prepare(picture(page(), dpi=dpi, grain=grain, turn=turn), dpi), EVERYTHING)
    read = [plain(word.text) for line in sorted(reading.lines, key=lambda one: one.box[1]) for word in line.words]
    assert read == " ".join(WORDS).split()


def test_no_letter_is_left_outside_its_word(accurate):
    """A box drawn over the word covers all its ink, and does not reach into the next word but one."""
    made = page()
    scale = 200 / 72
    reading = accurate.read(prepare(picture(made, dpi=200), 200), EVERYTHING)
    found = made.get_text("words")
    printed = {word[4]: word[:4] for word in found if [other[4] for other in found].count(word[4]) == 1}
    assert {plain(word.text) for word in reading.words} >= set(printed)
    for word in (one for one in reading.words if plain(one.text) in printed):
        x0, y0, x1, y1 = (edge * scale for edge in printed[plain(word.text)])
        assert word.box[0] <= x0 + 1.5 * scale and word.box[2] >= x1 - 1.5 * scale
        assert word.box[0] >= x0 - 6 * scale and word.box[2] <= x1 + 6 * scale
        assert word.box[1] <= (y0 + y1) / 2 <= word.box[3]
        assert len(word.edges) == len(word.text)


def test_only_wanted_lines_are_read(accurate):
    """The others cost nothing but the looking for them."""
    seen = []

    def second_line(box):
        seen.append(box)
        return len(seen) == 2

    reading = accurate.read(prepare(picture(page(), dpi=150), 150), second_line)
    assert len(seen) == len(WORDS)
    assert [word.text for word in reading.words] == WORDS[1].split()


def test_the_same_picture_gives_the_same_words(accurate):
    """Nothing is carried from one picture to the next."""
    first = prepare(picture(page(), dpi=150), 150)
    before = accurate.read(first, EVERYTHING)
    accurate.read(prepare(picture(page(("Another page altogether.",)), dpi=150), 150), EVERYTHING)
    assert accurate.read(first, EVERYTHING) == before


def test_nothing_on_paper_is_nothing(accurate):
    """An empty page has no words."""
    assert accurate.read(Prepared(Image.new("L", (900, 600), 255), 150.0), EVERYTHING).lines == ()


@pytest.mark.parametrize("seed", range(24))
def test_a_scribble_stays_a_question(accurate, tesseract, seed):
    """Whatever either reader makes of it, and however certain the second one is."""
    chance = np.random.default_rng(seed)
    image = Image.new("L", (1240, 500), 255)
    across = 400 + np.cumsum(chance.integers(4, 26, 14))
    down = 250 + chance.integers(12, 45) * np.sin(np.arange(14) * chance.uniform(1.2, 2.4))
    points = list(zip(across.tolist(), down.tolist(), strict=True))
    ImageDraw.Draw(image).line(points, fill=40, width=int(chance.integers(2, 5)), joint="curve")
    prepared = prepare(image, 150)
    first = tesseract.read(prepared)
    assert unexplained(prepared, first), "the scribble is ink"
    joined = join(first, accurate.read(prepared, EVERYTHING), lambda box: tesseract.line(prepared, box))
    assert unexplained(prepared, joined.reading)


def test_a_line_is_read_alone(tesseract):
    """Tesseract on one line, its places those of the whole picture, and its way with pages unchanged after it."""
    prepared = prepare(picture(page(), dpi=150), 150)
    whole = tesseract.read(prepared)
    chosen = next(one for one in whole.lines if one.words[0].text == "We")
    alone = tesseract.line(prepared, chosen.box)
    assert [word.text for word in alone.words] == [word.text for word in chosen.words]
    for word, before in zip(alone.words, chosen.words, strict=True):
        assert word.box == pytest.approx(before.box, abs=3)
        assert len(word.edges) == len(word.text)
    assert tesseract.read(prepared) == whole


def test_no_network_is_touched(accurate, tmp_path):
    """A fresh process loads and reads with every way out of it closed."""
    image = tmp_path / "scan.png"
    picture(page(), dpi=150).save(image)
    told = subprocess.run([sys.executable, "-c", _SEALED, str(image)], capture_output=True, text=True, timeout=300)
    assert told.returncode == 0, told.stderr[-2000:]
    assert "Venkataraman," in told.stdout.split()
    assert told.stderr == "", "the library's remarks are silenced"


_SEALED = """
import os, sys
def closed(event, _):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.", "http.client", "ftplib.")):
        os.write(2, event.encode())
        os._exit(9)
sys.addaudithook(closed)
from PIL import Image
from redactor.ocr.prepare import prepare
from redactor.ocr.accurate import Second
reading = Second().read(prepare(Image.open(sys.argv[1]), 150), lambda box: True)
print(*(word.text for word in reading.words))
"""


def test_the_seal_holds(tmp_path):
    """The proof above would see a look-up."""
    code = _SEALED.split("from PIL")[0] + "import socket\nsocket.getaddrinfo('localhost', 80)\n"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60).returncode == 9


def test_models_that_are_missing_are_an_error_that_says_what_to_do(accurate, monkeypatch):
    """Neither a download nor a second look that silently does not happen."""
    monkeypatch.setattr(module, "_READER", "another.onnx")
    ocr.second.cache_clear()
    try:
        with pytest.raises(UncheckedError, match=r"lacks its models.*pip install"):
            ocr.second()
    finally:
        ocr.second.cache_clear()


def test_there_is_none_without_its_library(monkeypatch):
    """A missing extra is no error."""
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    ocr.second.cache_clear()
    try:
        assert ocr.second() is None
    finally:
        ocr.second.cache_clear()


def test_a_failure_inside_keeps_no_message(accurate, monkeypatch):
    """What the library says of a picture goes nowhere."""

    def fail(*_args, **_options):
        raise ValueError("Venkataraman")

    monkeypatch.setattr(accurate, "_engine", fail)
    with pytest.raises(RuntimeError) as raised:
        accurate.read(prepare(picture(page(), dpi=150), 150), EVERYTHING)
    assert "Venkataraman" not in str(raised.value)
    assert raised.value.__suppress_context__


def test_words_are_not_in_a_repr(accurate):
    """A stray log line must not hold what a scan says."""
    assert "Venkataraman" not in repr(accurate.read(prepare(picture(page()), 150), EVERYTHING))


def test_it_fits_under_the_guards_cap(accurate, tmp_path):
    """In the child, with half the memory a file may use by default, and without a network."""
    stream = io.BytesIO()
    picture(page(), dpi=150, grain=55).save(stream, "PNG")
    document = pymupdf.open()
    sheet = document.new_page(width=595, height=420)
    sheet.insert_image(sheet.rect, stream=stream.getvalue())
    document.save(tmp_path / "scan.pdf")
    with GuardedEngine() as engine:
        engine.choose("uk-foi", memory_mb=1024)
        report = engine.check(tmp_path / "scan.pdf")
    (read,) = [issue for issue in report.issues if issue.code == "D515"]
    assert "a second reader looked" in read.message
    assert not any(issue.code in ("D503", "D504", "D505") for issue in report.issues)
