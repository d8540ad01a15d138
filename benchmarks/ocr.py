"""Scans: how many characters are read right, how many planted identifiers found, and what a page costs beside bare Tesseract.

Pages of print are drawn as a scanner would deliver them, so that what they say is known.
"""

from __future__ import annotations

import io
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import pymupdf
from PIL import Image

from benchmarks import table
from redactor import Engine, ocr
from redactor.formats.pdf import looks
from redactor.model import Case, Requester
from redactor.ocr.ink import unexplained
from redactor.ocr.prepare import prepare

_SAMPLES = Path(__file__).parent.parent / "samples"
_LETTERS = (
    "police-letter.chromium",
    "police-letter.libreoffice",
    "council-letter.weasyprint",
    "police-letter.reportlab",
)
_GRAIN = 20.0
"""Standard deviation, in grey levels of 255."""
_TURN = 2.0
_AREAS = ("LS", "CV", "PA", "EX", "NR", "TR", "CF", "BT", "AB", "HX")


@dataclass(frozen=True, slots=True)
class Scanner:
    """How a page is scanned, and the share of characters to be read right."""

    name: str
    dpi: int
    grain: float = 0.0
    turn: float = 0.0
    reach: float = 0.995

    def scan(self, page: Any, seed: int) -> Image.Image:
        """Return a page as this scanner delivers it."""
        drawn = page.get_pixmap(dpi=self.dpi, colorspace=pymupdf.csGRAY)
        image = Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)
        if self.turn:
            image = image.rotate(self.turn, resample=Image.Resampling.BICUBIC, fillcolor=255)
        if self.grain:
            noise = np.random.default_rng(seed).normal(0, self.grain, (image.height, image.width))
            image = Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8))
        return image


SCANNERS = tuple(
    Scanner(f"{name}, {dpi} dpi", dpi, grain, turn, reach)
    for dpi in (150, 200)
    for name, grain, turn, reach in (
        ("clean", 0.0, 0.0, 0.995),
        ("grainy", _GRAIN, 0.0, 0.99),
        ("turned 2 degrees", 0.0, _TURN, 0.98),
    )
)


def run(*, quick: bool = False) -> str:
    """Return the tables."""
    if ocr.reader() is None:
        raise SystemExit("Install the extra [ocr].")
    pages = [page for name in _LETTERS[: 1 if quick else None] for page in pymupdf.open(_SAMPLES / f"{name}.pdf")]
    rows, costs, again = [], [], []
    for scanner in SCANNERS:
        right, bare_right, ours, bare, regions = _reading(scanner, pages)
        with _first_look_alone():
            found, planted = _identifiers(scanner, 1 if quick else 3)
        rows.append(
            [
                scanner.name,
                f"{right:.4f}",
                f"{bare_right:.4f}",
                f"{scanner.reach}",
                "yes" if right >= scanner.reach else "NO",
                f"{found} of {planted} ({found / planted:.1%})",
                f"{regions / len(pages):.2f}",
            ]
        )
        if ocr.second() is not None:
            right_now, seconds, twice, left = _second_look(scanner, pages)
            found_now, _ = _identifiers(scanner, 1 if quick else 3)
            again.append(
                [
                    scanner.name,
                    f"{right:.4f}",
                    f"{right_now:.4f}",
                    f"{found} -> {found_now} of {planted}",
                    f"{regions / len(pages):.2f} -> {left / len(pages):.2f}",
                    f"{twice} of {len(pages)}",
                    f"{seconds / len(pages):.2f}",
                ]
            )
        costs.append([scanner.name, f"{ours:.2f}", f"{bare:.2f}", f"{ours / bare:.2f}", "1.3"])
    head = ["scan", "characters", "bare Tesseract", "to reach", "reached", "identifiers found", "regions left a page"]
    cost = ["scan", "CPU s a page", "bare tesserocr", "ratio", "at most"]
    more = ["scan", "characters", "looked at twice", "identifiers", "regions left a page", "pages", "CPU s a page more"]
    second = f"{_TWICE}\n\n{table.table(more, again)}\n" if again else "The extra [ocr-accurate] is not installed.\n"
    first = f"{table.table(head, rows)}\n\n{table.table(cost, costs)}"
    return f"{table.circumstances()}\n\n{_HOW}\n\n{first}\n\n{second}"


_HOW = """Characters: those of the page that were read, less those read that are not on it, whatever their order. Identifiers: planted
on pages of their own and counted as found when the engine has a finding of the same letters and figures. Regions: places
of ink that no word explains or whose word was doubtful, put to a person; a letter of print alone should have none. The
cost of a grainy page is higher because it is enlarged to 250 dpi; bare Tesseract is given it as it is."""

_TWICE = """With the extra [ocr-accurate], on the same scans: what the first reader doubts or leaves over is read again by another, and
ink is explained where both have the same letters. Pages: those that were looked at twice; the cost is spread over all pages."""


@contextmanager
def _first_look_alone() -> Iterator[None]:
    """Have pages read as without the extra [ocr-accurate]."""
    with mock.patch.object(looks, "second", return_value=None):
        looks._looks.clear()
        yield
    looks._looks.clear()


def _second_look(scanner: Scanner, pages: list[Any]) -> tuple[float, float, int, int]:
    """Return the share of characters read right, CPU seconds more, pages looked at twice, and regions left."""
    reader = ocr.reader()
    assert reader is not None
    wrong = total = twice = regions = 0
    seconds = 0.0
    for at, page in enumerate(pages):
        truth = Counter(_letters(page.get_text()))
        total += truth.total()
        prepared = prepare(scanner.scan(page, at), scanner.dpi)
        first = reader.read(prepared)
        left = tuple(unexplained(prepared, first))
        started = time.process_time()
        _, reading, left, _, others = looks._looked_again(reader, prepared, first, left, 0)
        seconds += time.process_time() - started
        twice += others is not None
        regions += len(left)
        wrong += _distance(truth, Counter(_letters("".join(word.text for word in reading.words))))
    return 1 - wrong / total, seconds, twice, regions


def _reading(scanner: Scanner, pages: list[Any]) -> tuple[float, float, float, float, int]:
    """Return the share of characters read right by us and by Tesseract alone, CPU seconds a page, and regions left."""
    import tesserocr

    reader = ocr.reader()
    assert reader is not None
    data = Path(ocr.__file__).with_name("data")
    wrong = bare_wrong = total = regions = 0
    ours = bare = 0.0
    with tesserocr.PyTessBaseAPI(path=str(data), lang="eng", psm=3, oem=1) as api:
        for at, page in enumerate(pages):
            truth = Counter(_letters(page.get_text()))
            total += truth.total()
            image = scanner.scan(page, at)
            started = time.process_time()
            prepared = prepare(image, scanner.dpi)
            reading = reader.read(prepared)
            regions += len(unexplained(prepared, reading))
            ours += time.process_time() - started
            wrong += _distance(truth, Counter(_letters("".join(word.text for word in reading.words))))
            started = time.process_time()
            api.SetImage(image)
            api.SetSourceResolution(scanner.dpi)
            text = api.GetUTF8Text()
            bare += time.process_time() - started
            bare_wrong += _distance(truth, Counter(_letters(text)))
    return 1 - wrong / total, 1 - bare_wrong / total, ours / len(pages), bare / len(pages), regions


def _letters(text: str) -> str:
    return "".join(text.split()).translate(str.maketrans("\u2019\u2018\u201c\u201d\u2013\u2014", "''\"\"--"))


def _distance(truth: Counter[str], read: Counter[str]) -> float:
    """Return how many characters are missing or too many; one read as another counts once."""
    return max((truth - read).total(), (read - truth).total())


def _identifiers(scanner: Scanner, pages: int) -> tuple[int, int]:
    """Return how many planted identifiers are found, and how many were planted."""
    engine = Engine("uk-police-foi")
    case = Case(requester=Requester(names=("Nobody Inparticular",)))
    found = planted = 0
    for seed in range(pages):
        document, values = _planted(random.Random(seed))
        scan = pymupdf.open()
        sheet = scan.new_page(width=595, height=842)
        stream = io.BytesIO()
        scanner.scan(document[0], seed).save(stream, "JPEG", quality=85)
        sheet.insert_image(sheet.rect, stream=stream.getvalue())
        report = _checked(engine, scan.tobytes(), case)
        seen = {_plain(value) for value in report}
        planted += len(values)
        found += sum(any(_plain(value) in one for one in seen) for value in values)
    return found, planted


def _checked(engine: Engine, data: bytes, case: Case) -> list[str]:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.pdf"
        path.write_bytes(data)
        report = engine.check(path, case=case, show_values=True)
    return [one.excerpt or "" for one in report.findings]


def _plain(value: str) -> str:
    return "".join(char for char in value if char.isalnum()).casefold()


def _planted(chance: random.Random) -> tuple[Any, list[str]]:
    """Return a page of short sentences with identifiers, and these."""
    values: list[str] = []
    lines: list[str] = []
    for sentence, value in _sentences(chance):
        values.append(value)
        lines.append(sentence.format(value))
    chance.shuffle(lines)
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    for at, line in enumerate(lines):
        page.insert_text((56, 70 + 26 * at), line, fontsize=11, fontname=chance.choice(("helv", "tiro")))
    return document, values


def _sentences(chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield sentences with a gap, and what goes there: Ofcom's drama numbers, check digits where there are any."""
    digits = lambda count: "".join(chance.choice("0123456789") for _ in range(count))  # noqa: E731
    letters = lambda count: "".join(chance.choice("ABDEFGHJLNPQRSTUWXYZ") for _ in range(count))  # noqa: E731
    for _ in range(4):
        yield "The caller left the mobile number {} with the control room.", f"07700 900{digits(3)}"
        yield "Her direct line is {} and she is in on most days.", f"01632 960{digits(3)}"
        yield "National Insurance number {} was on the payslip.", f"AB {digits(2)} {digits(2)} {digits(2)} C"
        yield "The NHS number given was {} according to the ward.", _nhs(chance)
        yield "A car with registration {} was parked outside.", f"{letters(2)}{chance.randint(51, 74)} {letters(3)}"
        name = f"{chance.choice(('keziah', 'owen', 'ruth', 'imran'))}.{chance.choice(('lombard', 'thistle', 'aberne'))}"
        yield "Write to {} about it if you wish.", f"{name}{digits(2)}@example.org"
        yield (
            "They moved to an address in {} last spring.",
            f"{chance.choice(_AREAS)}{chance.randint(1, 9)} {digits(1)}{letters(2)}",
        )


def _nhs(chance: random.Random) -> str:
    """Return a number with a right check digit (modulus 11, NHS Data Dictionary) of the range kept for tests, 999."""
    while True:
        first = "999" + "".join(chance.choice("0123456789") for _ in range(6))
        check = 11 - sum((10 - at) * int(digit) for at, digit in enumerate(first)) % 11
        if check != 10:
            whole = f"{first}{check % 11}"
            return f"{whole[:3]} {whole[3:6]} {whole[6:]}"
