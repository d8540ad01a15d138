"""Rules about whether a document could be read at all."""

from __future__ import annotations

import pytest

from redactor.model import (
    Case,
    Document,
    Feature,
    Finding,
    Layer,
    Page,
    Picture,
    QuadArray,
    Segment,
    Severity,
    Source,
    Span,
    quad_of,
)
from redactor.rules import View, all_rules, run

RULES = [rule for rule in all_rules() if rule.code.startswith("D")]
PICTURE = Picture("picture/1/0", 1, quad_of((0, 0, 595, 842)), "d" * 64, 100, 100)


def issues(*, characters=0, unmapped=0, pictures=(), features=(), segments=(), ocr_confidence=None, findings=()):
    page = Page(1, 595, 842, 0, characters, unmapped, ocr_confidence=ocr_confidence)
    source = Source("letter.pdf", "0" * 64, 1, "application/pdf")
    document = Document(source, segments, (page,), pictures, features)
    view = View(document=document, text=None, findings=findings, decisions={}, case=Case())
    return {issue.code: issue for issue in run(RULES, view)}


def test_a_scan_without_text_is_unchecked():
    """A page of pictures that nobody read asks a person, and says that it was not checked."""
    found = issues(pictures=(PICTURE,))
    assert set(found) == {"D510"}
    assert found["D510"].unchecked and found["D510"].severity is Severity.REVIEW and found["D510"].boxes


def test_a_scan_that_was_read_is_quiet():
    """Once OCR has put words in, the page counts as read."""
    words = Segment("ocr/1", Layer.OCR, 1, "Dear", QuadArray.nowhere(4))
    assert not issues(pictures=(PICTURE,), segments=(words,))


def test_a_letter_with_a_crest_is_quiet():
    """A picture beside text is a finding of its own, not an unread page."""
    assert not issues(characters=900, pictures=(PICTURE,))


@pytest.mark.parametrize(("count", "severity"), [(5, Severity.REVIEW), (50, Severity.BLOCK)])
def test_engines_that_disagree(count, severity):
    """A few letters ask a person; a sentence blocks."""
    found = issues(characters=1000, features=(Feature("engines-disagree", "page 1", 1, count),))
    assert found["D511"].severity is severity


def test_a_quarter_of_a_short_page_blocks():
    """On a page with few letters, few unread ones are many."""
    found = issues(characters=20, features=(Feature("engines-disagree", "page 1", 1, 9),))
    assert found["D511"].severity is Severity.BLOCK


def test_unmapped_characters():
    """Characters without a meaning were not searched."""
    found = issues(characters=100, unmapped=7)
    assert found["D512"].unchecked and "7 of 100" in found["D512"].message


@pytest.mark.parametrize(("sure", "severity"), [(96.0, Severity.NOTE), (84.0, Severity.REVIEW)])
def test_a_page_read_off_a_picture_says_so(sure, severity):
    """Clear print is a note, doubtful print a question."""
    found = issues(characters=1, ocr_confidence=sure)
    assert found["D515"].severity is severity and f"{sure:.0f} %" in found["D515"].message


def test_an_empty_page_is_a_note():
    """Nothing on a page is worth a word, and no more."""
    assert issues()["D513"].severity is Severity.NOTE


def test_a_mended_file_asks_for_a_look():
    """What was repaired may have lost something."""
    assert issues(characters=9, features=(Feature("damaged", "the whole file"),))["D514"].severity is Severity.REVIEW


def test_a_good_page_is_quiet():
    """A page with text raises nothing."""
    assert not issues(characters=100)


def body(text, layer=Layer.BODY, page=1):
    quads = QuadArray([quad_of((6 * at, 0, 6 * at + 5, 10)) for at in range(len(text))])
    return Segment(f"page/{page}", layer, page, text, quads)


OTHER_LANGUAGES = (
    "Жалобу подал Иван Петров, улица Мира.",
    "Η καταγγελία έγινε από τον Γιώργο Παπαδόπουλο.",
    "投诉人是王小明。",
    "الشكوى قدمها محمد علي",
    "Skargę złożyła Małgorzata Wiśniewska z ulicy Polnej.",
    "der Beschwerdeführer hat die Unterlagen nicht erhalten",
    "La denuncia fue presentada por Carmen Ruiz el lunes pasado.",
    "Reclamația a fost depusă de Ionela Popescu din București.",
)
READ = (
    "Thank you for your request about parking permits in the town centre.",
    "parking enforcement contraventions issued cancelled penalties",
    "Diolch am eich cais am wybodaeth, a gafwyd gan y Cyngor ar 3 Mawrth.",
    "Rhaid i chi wneud cais am adolygiad mewnol cyn pen 40 diwrnod gwaith.",
    "A café beside the crèche, à la carte, and the fête in the château.",
    "Société Générale de Surveillance SA, Małgorzata Wiśniewska, Łukasz Żak",
    "Particles below 10 µm at 5 Ω, with α, β and Δx.",
    "The words inter alia and prima facie are Latin; the man in the van was late.",
)


@pytest.mark.parametrize("line", OTHER_LANGUAGES)
def test_a_line_that_is_not_read_asks_a_person(line):
    """A name in it would be missed in silence; the rest of the page is English."""
    text = f"{READ[0]}\n{line}\n{READ[1]}\n"
    issue = issues(characters=len(text), segments=(body(text),))["D516"]
    assert issue.severity is Severity.REVIEW and issue.unchecked and issue.page == 1
    ((x0, _, x1, _),) = issue.boxes
    assert x0 == 6 * text.index(line) and x1 == pytest.approx(6 * (text.index(line) + len(line)) - 1)
    assert line.split()[0] not in issue.message


@pytest.mark.parametrize("line", READ)
def test_english_and_welsh_are_quiet(line):
    """With borrowed words, names from anywhere, units and lists."""
    assert not issues(characters=len(line), segments=(body(line),))


def test_a_language_outside_the_pages_asks_too():
    """A title, a bookmark, a comment: one issue, that says where."""
    title = Segment(
        "info/Title",
        Layer.METADATA,
        None,
        OTHER_LANGUAGES[0],
        QuadArray.nowhere(len(OTHER_LANGUAGES[0])),
        "document title",
    )
    assert "document title" in issues(segments=(title,))["D516"].message
    program = Segment("name/1", Layer.NAME, None, OTHER_LANGUAGES[0], QuadArray.nowhere(len(OTHER_LANGUAGES[0])))
    assert "D516" not in issues(segments=(program,))


@pytest.mark.parametrize(
    "run",
    [
        "K\ne\nz\ni\na\nL\no\nm\nb\na\nr\nd",
        "K E Z I A L O M B A R D",
        "T h e c o mp l a i n t c a me f r o m",
        "L\xa0o\xa0m\xa0b\xa0a\xa0r\xa0d",
        "K e z i a",
    ],
)
def test_letters_that_stand_one_by_one_ask_a_person(run):
    """Down a margin, along a curve, with wide gaps: no recognizer saw a word."""
    text = f"{READ[0]}\n{run}\n{READ[1]}\n"
    issue = issues(characters=len(text), segments=(body(text),))["D517"]
    assert issue.severity is Severity.REVIEW and issue.unchecked and len(issue.boxes) == 1


@pytest.mark.parametrize(
    "run",
    [
        "Y N Y Y N Y N N Y",
        "A B C D E F G H",
        "A C B D A E B A",
        "M T W T F S S",
        "J F M A M J J A S O N D",
        "If it is to be so I am at it",
        "x y z",
        "1 2 3 4 5 6 7 8",
    ],
)
def test_rows_of_single_letters_are_quiet(run):
    """Answers, alphabets, calendars and small words."""
    assert not issues(characters=len(run), segments=(body(f"Read this.\n{run}\nAnd this.\n"),))


def test_letters_that_were_put_together_and_found_are_quiet():
    """The finding is decided about; there is nothing left to ask."""
    text = "By K e z i a L o m b a r d today.\n"
    start, end = text.index("K"), text.index(" today")
    finding = Finding(
        id="F-1", entity="PERSON", span=Span("page/1", start, end), page=1, quads=(quad_of((0, 0, 1, 1)),),
        layer=Layer.BODY, place="", score=0.9, recognizer="", why="", fingerprint="f",
    )  # fmt: skip
    assert not issues(characters=len(text), segments=(body(text),), findings=(finding,))
    assert "D517" in issues(characters=len(text), segments=(body(text),))


def placed(text, width, height):
    """Return a body whose letters lie with their corners as a text matrix of these signs lays them."""
    quads = [
        (x := 100.0 + 6 * at * (1 if width > 0 else -1), 300.0, x + width, 300.0, x, 300.0 + height, x + width, 300.0 + height)
        for at in range(len(text))
    ]  # fmt: skip
    return Segment("page/1", Layer.BODY, 1, text, QuadArray(quads))


def test_mirror_writing_asks_a_person():
    """Letters turned over are read by a person in the other order than they are stored in."""
    issue = issues(characters=9, segments=(placed("iksworbeZ", -5.0, 10.0),))["D518"]
    assert issue.severity is Severity.REVIEW and issue.unchecked and issue.page == 1 and len(issue.boxes) == 1


@pytest.mark.parametrize(("width", "height"), [(5.0, 10.0), (-5.0, -10.0)])
def test_print_and_print_upside_down_are_quiet(width, height):
    """A page that is turned or flipped twice shows letters as they are."""
    assert not issues(characters=9, segments=(placed("Zebrowski", width, height),))


def test_letters_without_a_place_are_quiet():
    """A separator, a metadata value, and a letter too small to tell."""
    nowhere = Segment("page/1", Layer.BODY, 1, "Zebrowski", QuadArray.nowhere(9))
    assert not issues(characters=9, segments=(nowhere,))
    assert not issues(characters=9, segments=(placed("Zebrowski", -0.05, 0.1),))
