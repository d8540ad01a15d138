"""Where a short cut is taken for speed, it leads where the long way leads: on texts made of what the patterns are about."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recognizers import email_address, grid_reference
from recognizers.supplier import SupplierRecognizer
from redactor.analysis import repeats
from redactor.decisions import Approval, Decisions, empty
from redactor.formats.pdf import barcodes
from redactor.letter import links
from redactor.rules.letter import placeholder

_PIECES = (
    "[insert name]", "[Name]", "[...]", "[YOUR NAME HERE]", "<<x>>", "«x»", "{{a}}", "${a}", "{%a%}", "{MERGEFIELD a}", "MERGEFIELD",
    "Error! Reference source not found", "lorem ipsum", "Click here to enter text", "Choose an item", "XX", "xx/xx", "x", "DD/MM/YYYY",
    "dd.mm.yy", "T.B.C.", "TBC", "tba", "to be inserted", "to  be\nadded by", "____", "_____", "???", "###", "…………", ".......", "<date>",
    "<your ref>", "(insert)", "(delete if)", "INSERT HERE", "[A NAME HERE]", "%NAME_A%", "@@ab@@", "*delete as appropriate",
    "* DELETE AS APPLICABLE", "delete as necessary", "is/is not", "HAS / has not", "\u0130s/are not", "\u0131s / is not", "holds/do not",
    "information commissioner", "scottish information commissioner", "information commissioner for scotland", "ico", "ico.org.uk",
    "foi.scot", "itspublicknowledge", "osic", "police", "http://a.b", "https://localhost", "www.x.y", "a.b@c.uk", "x.scot", "y.com/z",
    "jane.doe@example.org", "jane@ example.gov.uk", "jane\n@example.gov.uk", "jane%40example.org", "jane\u00a9example.org",
    "jane\uff20example.org", "jane at example dot org", "(at)", "SU 12", "TQ12 34", "X: 1", "ING", "IG", "E 123456", "123456 m E", "E: 99",
    "é", "’", "ſ", "K", "_", "a1", "2931", "the", "of", "Dear",
)  # fmt: skip
_TEXTS = st.lists(
    st.one_of(st.sampled_from(_PIECES), st.text(alphabet="aEXdT[]<>{}$%_?#….(@* \n\t/0129'é-", max_size=4)), max_size=14
).flatmap(lambda pieces: st.sampled_from(["", " ", "\n", "*"]).map(lambda between: between.join(pieces)))


@given(text=_TEXTS)
def test_marks_of_a_template(text: str) -> None:
    """Looked for where one may begin, they are those that the pattern finds by itself."""
    assert [m.span() for m in placeholder._marks(text)] == [m.span() for m in placeholder._MARKS.finditer(text)]


@pytest.mark.parametrize("text", [*placeholder.EXAMPLES, *placeholder.COUNTER_EXAMPLES, *_PIECES])
def test_marks_of_the_rule_s_own_examples(text: str) -> None:
    """As above; that there are such marks at all is tested with the rule."""
    assert [m.span() for m in placeholder._marks(text)] == [m.span() for m in placeholder._MARKS.finditer(text)]


@given(text=st.one_of(_TEXTS, st.text(alphabet=[chr(code) for code in range(128)])))
def test_letters_and_digits_of_an_ascii_text(text: str) -> None:
    """Taken from its bytes, they are those that the pattern for any text finds."""
    kept, places = repeats._squash(text)
    if text.isascii():
        slow = [at for run in repeats._RUN.finditer(text) for at in range(*run.span())]
        assert (kept, places) == ("".join(text[at] for at in slow).lower(), slow)
    assert len(kept) == len(places)


@given(text=_TEXTS)
def test_addresses_have_their_signs(text: str) -> None:
    """Where the sign that is asked for first is missing, the pattern finds nothing."""
    assert links._SIGN.search(text.lower()) or links._ADDRESS.search(text.lower()) is None
    for shape in (email_address.SIGNED, email_address.BROKEN, email_address.MISREAD):
        assert email_address._NEEDS[shape.name].search(text) or shape.regex.search(text) is None


_SQUARE = re.compile(
    r"[HNOST][A-HJ-Z]\s?[0-9]{2}|X[\s:=]{1,3}[0-9]|\bING\b|\bIG\b|\bE[\s:]{0,2}[0-9]{6}|[0-9]{6}\s?m?\s?E\b"
)


@given(text=st.one_of(_TEXTS, st.text(alphabet="HNOSTXIEGA 0129:=m\n", max_size=24)))
def test_signs_of_a_grid_reference(text: str) -> None:
    """Written for the engine, the pattern is the one written for people."""
    assert (grid_reference._SQUARE.search(text) is None) is (_SQUARE.search(text) is None)


@given(
    content=st.lists(
        st.sampled_from([b"1 2 3 4 re\n", b"1 2 l\n", b"( really large )", b"3. l ", b"re ", b" re", b"l"]), max_size=60
    )
)
def test_bars_are_counted_only_where_there_are_enough(content: list[bytes]) -> None:
    """And then exactly."""
    drawn = b"".join(content)
    exact = max(len(barcodes._RECTANGLE.findall(drawn)), len(barcodes._LINE.findall(drawn))) >= barcodes._LEAST
    assert barcodes.suspect(drawn) is exact


_CAPABLE = ("ANPR", "anpr", "body worn", "Body\nWorn", "worn", "body", "drone", "Drones", "ſkin ſcan", "\u0130ris", "ır\u0131s", "\u212aey",
            " ", "is supplied by", "Acme Ltd", "from", "Bright Vision", ". ", "Ltd", "uses")  # fmt: skip
_SUPPLIERS = SupplierRecognizer(["ANPR", "body worn", "drone", "skin scan", "iris", "key"])


@given(text=st.lists(st.sampled_from(_CAPABLE), max_size=10).map(" ".join))
def test_companies_are_looked_for_beside_capabilities_alone(text: str) -> None:
    """Without the first look, the same are found."""
    thorough = SupplierRecognizer(["ANPR", "body worn", "drone", "skin scan", "iris", "key"])
    thorough._words = {()}
    found, truth = ([(one.start, one.end, one.score) for one in by.analyze(text, [])] for by in (_SUPPLIERS, thorough))
    assert found == truth


def test_an_approval_is_looked_for_by_its_document() -> None:
    """Only one of this document can stand; with none, nothing else need be asked."""
    decisions = empty()
    assert decisions.approved("0" * 64) is None
    one = Approval(document="1" * 64, by="Ana Reyes", covers=decisions.standing, at=None)
    approved = Decisions(**{**decisions.model_dump(), "approvals": (one,)})
    assert approved.approved("0" * 64) is None
    assert approved.approved("1" * 64) == one
