"""A tagged letter stays one that can be heard: every surviving word in its place, and nothing that was taken out."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pdf_residue import residue, squash
from pdf_spoken import heard, spoken
from pdf_tools import SHARED, TERM, differs_outside, drawn, find, glyphs, run
from pikepdf import Array, Dictionary, Name, String

from redactor.formats import Limits
from redactor.formats.pdf.burn import by_page
from redactor.formats.pdf.format import load
from redactor.formats.pdf.marked import numbers, uncrossed
from redactor.formats.pdf.normalise import normalise
from redactor.formats.pdf.redact import redact
from redactor.formats.pdf.tags import Gap, leaves
from redactor.formats.pdf.tags_write import said
from redactor.model import RedactionPlan, Source

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
SPOKEN = said("s40(2)")
DROPPED = "Tags for screen readers were dropped."


def tagged(*stretches, tree, content=None, change=lambda pdf, page: None):
    """Return a one-page PDF whose lines of text are numbered stretches, and a tree that ``tree(pdf, page)`` gives as /K."""

    def draw(sheet, page):
        sheet.drawString(30, 20, "x")

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn(draw))) as pdf:
        page = pdf.pages[0].obj
        (font,) = page.Resources.Font.keys()
        lines = [
            f"/P <</MCID {number}>> BDC BT {font} 12 Tf 30 {260 - 20 * number} Td ({text}) Tj ET EMC"
            for number, text in enumerate(stretches)
        ]
        page.Contents = pdf.make_stream((content or "\n".join(lines)).replace("/F1", font).encode())
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = tree(pdf, page)
        pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
        page.StructParents = 0
        change(pdf, page)
        pdf.save(out)
    return out.getvalue()


def element(pdf, page, kind, *kids, **more):
    """Return a structure element."""
    made = Dictionary(Type=Name.StructElem, S=Name("/" + kind), Pg=page, K=Array(list(kids)), **more)
    return pdf.make_indirect(made)


def plain(count):
    """Return a tree of one paragraph a stretch."""
    return lambda pdf, page: element(pdf, page, "Document", *[element(pdf, page, "P", n) for n in range(count)])


def tree_of(data):
    """Return the copy's elements as (type, dictionary) in order."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        waiting = [pdf.Root.StructTreeRoot.K]
        while waiting:
            item = waiting.pop()
            if isinstance(item, Array):
                waiting += reversed(list(item))
            elif isinstance(item, Dictionary) and "/S" in item:
                texts = {key: value for key, value in item.items() if isinstance(value, (String, Name))}
                found.append((str(item.S)[1:], {key: str(value) for key, value in texts.items()}))
                waiting.append(item.get("/K"))
    return found


def judged(data, *terms):
    """Redact as the engine does: the document loaded, and every segment that holds a term tainted."""
    document = load(data, Source("letter.pdf", "0" * 64, len(data), "application/pdf"), Limits(), None)
    tainted = {s.id for s in document.segments if any(squash(term) in squash(s.text) for term in terms)}
    return redact(data, document, RedactionPlan(find(data, *terms), frozenset(tainted)), Limits(), None)


LETTERS = [
    *((SAMPLES / f"police-letter.{producer}.pdf", "Venkataraman") for producer in ("chromium", "weasyprint")),
    *((path, "Cleartone") for path in sorted((SHARED / "seed").glob("letter-chromium.pdf"))),
]


@pytest.mark.parametrize(("path", "term"), LETTERS, ids=lambda value: getattr(value, "stem", None))
def test_every_word_that_stays_is_heard_where_it_was(path, term):
    """And where words went, that they went; the tree is walked by another engine than the writer's."""
    data = path.read_bytes()
    before, after = spoken(data), spoken(run(data, *find(data, term)).data)
    assert after.count(SPOKEN) == len(re.findall(term, before, re.IGNORECASE)) > 0
    words = re.sub(term, " ", before, flags=re.IGNORECASE)
    assert squash(after.replace(SPOKEN, "")) == squash(words)
    expected = [squash(part) for part in re.split(term, before, flags=re.IGNORECASE)]
    assert [squash(part) for part in after.split(SPOKEN)] == expected


def test_a_name_in_the_middle_of_a_line_is_said_between_its_neighbours():
    """Not at the end of the page, where the box is painted."""
    data = tagged(f"Dear {TERM}, hello", "and more", tree=plain(2))
    after = run(data, *find(data, TERM)).data
    assert [kind for page in heard(after) for kind, _ in page] == ["P", "Span", "P", "P"]
    assert spoken(after) == f"Dear {SPOKEN} , hello and more"
    assert not residue(after, TERM)


def test_a_name_that_takes_two_marks_is_said_once():
    """One redaction with two quads is one word that went."""
    data = tagged(f"Dear {TERM}", f"{TERM} again", tree=plain(2))
    one, other = find(data, TERM)
    both = type(one)(one.finding_id, 1, one.quads + other.quads, one.label, one.entity)
    assert spoken(run(data, both).data) == f"Dear {SPOKEN} again"


def test_a_box_without_a_code_is_said_all_the_same():
    """The policy may leave codes off; silence would join two words that never stood together."""
    data = tagged(f"Dear {TERM}, hello", tree=plain(1))
    (one,) = find(data, TERM)
    bare = type(one)(one.finding_id, 1, one.quads, "", one.entity)
    assert spoken(run(data, bare).data) == "Dear [redacted] , hello"


def test_nothing_but_shape_and_standard_words_is_copied():
    """Names of types, classes and identities, titles, expansions and replacement text may all hold a name."""

    def tree(pdf, page):
        secret = String(TERM)
        attributes = Dictionary(O=Name("/" + TERM), Own=secret)
        inner = element(
            pdf, page, TERM, 0, T=secret, E=secret, ActualText=secret, Alt=secret, ID=secret, A=attributes, Lang=secret
        )
        return element(pdf, page, "Document", inner)

    def change(pdf, page):
        root = pdf.Root.StructTreeRoot
        root.RoleMap = Dictionary({"/" + TERM: Name.P})
        root.ClassMap = Dictionary({"/" + TERM: Dictionary(O=Name.Layout)})
        page.Contents = pdf.make_stream(
            page.Contents.read_bytes().replace(b"/P <<", b"/%b <</ActualText (%b) " % (TERM.encode(), TERM.encode()))
        )

    data = tagged("Good day", tree=tree, change=change)
    assert residue(data, TERM)
    after = run(data).data
    assert not residue(after, TERM)
    assert tree_of(after) == [
        ("Document", {"/S": "/Document", "/Type": "/StructElem"}),
        ("P", {"/S": "/P", "/Type": "/StructElem"}),
    ]
    assert spoken(after) == "Good day"


def test_a_table_keeps_its_shape_and_its_headers():
    """Spans and scopes are numbers and standard words; identities are numbered anew."""

    def tree(pdf, page):
        head = element(pdf, page, "TH", 0, ID=String(TERM), A=Dictionary(O=Name.Table, Scope=Name.Column, RowSpan=1))
        other = element(pdf, page, "TH", 1)
        cell = element(
            pdf, page, "TD", 2, A=Array([Dictionary(O=Name.Table, ColSpan=2, Headers=Array([String(TERM)])), 0])
        )
        rows = [element(pdf, page, "TR", head, other), element(pdf, page, "TR", cell)]
        return element(pdf, page, "Document", element(pdf, page, "Table", *rows))

    data = tagged("Name", "Role", TERM, tree=tree)
    after = run(data, *find(data, TERM)).data
    assert [kind for kind, _ in tree_of(after)] == ["Document", "Table", "TR", "TH", "TH", "TR", "TD", "Span"]
    with pikepdf.open(io.BytesIO(after)) as pdf:
        first, second = pdf.Root.StructTreeRoot.K[0].K.K
        assert first.K[0].A.Scope == Name.Column
        assert second.K.A.ColSpan == 2
        assert list(second.K.A.Headers) == [first.K[0].ID]
        assert pdf.Root.StructTreeRoot.IDTree.Names[1].objgen == first.K[0].objgen
    assert not residue(after, TERM)


def figures(pdf, page):
    """Return a tree of two pictures, of which the second one's description holds the term."""
    return element(
        pdf,
        page,
        "Document",
        element(pdf, page, "Figure", 0, Alt=String("Crest of the council")),
        element(pdf, page, "Figure", 1, Alt=String(f"Photo of {TERM}")),
    )


def test_a_description_without_findings_stays_and_one_with_a_finding_does_not():
    """The crest is still a crest."""
    after = judged(tagged("one", "two", tree=figures), TERM).data
    assert [text for _, text in heard(after)[0]] == ["Crest of the council", "Picture"]
    assert not residue(after, TERM)


def test_a_description_nobody_searched_is_dropped():
    """What was not looked at is not passed on."""
    assert [text for _, text in heard(run(tagged("one", "two", tree=figures)).data)[0]] == ["Picture", "Picture"]


def test_the_description_of_a_picture_that_lost_something_is_dropped():
    """It may say what the box hides."""
    data = tagged(TERM, "two", tree=figures)
    assert [text for _, text in heard(judged(data, TERM).data)[0]] == ["Picture", "Picture"]


def test_links_stand_in_the_tree_by_their_new_objects():
    """A dropped link leaves its words, as words."""

    def tree(pdf, page):
        links = [
            pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=Array([30, y, 90, y + 12]),
                    A=Dictionary(S=Name.URI, URI=uri),
                )
            )
            for y, uri in ((260, "https://example.org/a"), (240, "file:///secret"))
        ]
        page.Annots = Array(links)
        pointers = [Dictionary(Type=Name.OBJR, Obj=link, Pg=page) for link in links]
        kids = [element(pdf, page, "Link", number, pointer) for number, pointer in enumerate(pointers)]
        return element(pdf, page, "Document", element(pdf, page, "P", *kids))

    after = run(tagged("one", "two", tree=tree)).data
    assert heard(after)[0] == [("Link", "one"), ("Span", "two")]
    with pikepdf.open(io.BytesIO(after)) as pdf:
        (link,) = pdf.pages[0].obj.Annots
        held = pdf.Root.StructTreeRoot.K[0].K.K[0]
        assert held.K[1].Obj.objgen == link.objgen
        numbers_tree = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        assert numbers_tree[2 * link.StructParent + 1].objgen == held.objgen


def test_the_way_back_from_a_page_leads_to_the_elements():
    """Screen readers ask from the page's side (ISO 32000-1, 14.7.4.4)."""
    data = tagged(f"Dear {TERM}, hello", "and more", tree=plain(2))
    with pikepdf.open(io.BytesIO(run(data, *find(data, TERM)).data)) as pdf:
        root, page = pdf.Root.StructTreeRoot, pdf.pages[0].obj
        back = root.ParentTree.Nums[2 * page.StructParents + 1]
        for number, owner in enumerate(back):
            if owner is not None:
                kids = owner.K if isinstance(owner.K, Array) else [owner.K]
                assert number in [kid for kid in kids if isinstance(kid, int)]
        assert numbers(pdf.pages[0]) <= {number for number, owner in enumerate(back) if owner is not None}
        assert page.Tabs == Name.S
        assert pdf.Root.MarkInfo.Marked is True
        assert "/Metadata" not in pdf.Root, "PDF/UA is not claimed"


def test_a_field_painted_into_its_page_is_heard_in_its_place():
    """The words of a form are as much the letter's as any."""

    def tree(pdf, page):
        show = pdf.make_stream(b"BT /F1 12 Tf 2 4 Td (Blue) Tj ET")
        show.Type, show.Subtype, show.BBox = Name.XObject, Name.Form, Array([0, 0, 80, 16])
        show.Resources = Dictionary(Font=Dictionary(F1=next(iter(page.Resources.Font.values()))))
        field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("f"), V=String("Blue"), F=4)
        field.Rect, field.AP = Array([100, 196, 180, 212]), Dictionary(N=show)
        made = pdf.make_indirect(field)
        page.Annots, pdf.Root.AcroForm = Array([made]), Dictionary(Fields=Array([made]))
        pointer = Dictionary(Type=Name.OBJR, Obj=made, Pg=page)
        kids = [element(pdf, page, "P", 0), element(pdf, page, "Form", pointer), element(pdf, page, "P", 1)]
        return element(pdf, page, "Document", *kids)

    after = run(tagged("Colour", "end", tree=tree)).data
    assert spoken(after) == "Colour Blue end"


# --- what cannot be kept is dropped, and said


def test_tags_that_point_into_a_drawing_are_dropped_and_the_report_says_so():
    """Marks inside drawings are not followed."""

    def tree(pdf, page):
        inside = Dictionary(Type=Name.MCR, Pg=page, MCID=0, Stm=pdf.make_stream(b""))
        return element(pdf, page, "Document", element(pdf, page, "P", inside))

    result = run(tagged("one", tree=tree))
    assert DROPPED in result.notes
    with pikepdf.open(io.BytesIO(result.data)) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert b"BDC" not in pdf.pages[0].Contents.read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        "BT /P <</MCID 0>> BDC /F1 12 Tf 30 240 Td (one) Tj ET EMC",
        "/P <</MCID 0>> BDC 9 9 9 9 re f BT /F1 12 Tf 30 240 Td (one) Tj EMC ET",
    ],
)
def test_marks_that_cross_text_objects_lose_the_tags_and_no_text(content):
    """A reader could not follow them (ISO 32000-1, 14.6.1)."""
    result = run(tagged(content=content, tree=plain(1)))
    assert DROPPED in result.notes
    assert [letter for _, letter, _ in glyphs(result.data)] == list("one")


def test_a_tree_in_a_circle_is_read_once():
    """A hostile or broken file must not hang."""

    def tree(pdf, page):
        top = element(pdf, page, "Document", 0)
        top.K.append(top)
        return top

    assert spoken(run(tagged("one", tree=tree)).data) == "one"


def test_an_untagged_letter_stays_untagged_without_a_word():
    """Nothing was there to drop."""
    data = drawn(lambda sheet, page: sheet.drawString(30, 250, "Good day"))
    result = run(data)
    assert DROPPED not in result.notes
    with pikepdf.open(io.BytesIO(result.data)) as pdf:
        assert not {"/StructTreeRoot", "/MarkInfo"} & set(pdf.Root.keys())


# --- cutting


def test_a_mark_that_was_moved_before_its_text_object_goes_back_into_it():
    """As MuPDF writes it after a redaction."""
    with pikepdf.new() as pdf:
        stream = pdf.make_stream(b"/P <</MCID 1>> BDC 1 g BT (a) Tj EMC (b) Tj ET")
        out = pikepdf.unparse_content_stream(uncrossed(pikepdf.parse_content_stream(stream)))
    assert out.split() == b"1 g BT /P << /MCID 1 >> BDC (a) Tj EMC (b) Tj ET".split()


WORDS = st.sampled_from(["Dear", TERM, "a", "Will ", f"x{TERM}y", "(b)", ""])
SHOWN = st.lists(st.tuples(WORDS, st.integers(-900, 40)), min_size=1, max_size=4)
LINES = st.lists(st.tuples(SHOWN, st.sampled_from(["TJ", "Tj", "'", '"'])), min_size=1, max_size=4)


def _line(parts, operator):
    strings = ["(" + word.replace("(", r"\(").replace(")", r"\)") + ")" for word, _ in parts]
    if operator == "TJ":
        return (
            "["
            + " ".join(f"{string} {kern}" for string, (_, kern) in zip(strings, parts, strict=True))
            + "] TJ 0 -20 Td"
        )
    before = "2 1 " if operator == '"' else ""
    return " ".join(f"{before}{string} {operator}" for string in strings)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(lines=[([("Dear", 0), ("", 17), (TERM, 0)], "TJ")], inside=False, setting="")
@given(lines=LINES, inside=st.booleans(), setting=st.sampled_from(["", "3 Tc 5 Tw", "80 Tz 4 Ts"]))
def test_cutting_moves_no_letter(lines, inside, setting):
    """However strings are shown, and wherever the mark stands; and every name that is found is told between its neighbours."""
    shown = f"/F1 12 Tf 18 TL {setting} 30 240 Td " + " ".join(_line(*line) for line in lines)
    content = f"BT /P <</MCID 0>> BDC {shown} EMC ET" if inside else f"/P <</MCID 0>> BDC BT {shown} ET EMC"
    data = tagged(content=content, tree=plain(1))
    redactions = find(data, TERM)
    made = normalise(data, None, by_page(redactions))
    before, after = glyphs(data), glyphs(made.data)
    assert [letter for _, letter, _ in after] == [letter for _, letter, _ in before]
    for (_, _, box), (_, _, other) in zip(after, before, strict=True):
        assert box == pytest.approx(other, abs=0.2)
    assert differs_outside(data, made.data, []) == 0
    assert made.tags is not None
    told = [kid for kid in leaves(made.tags) if isinstance(kid, Gap)]
    assert len(told) == len(redactions)
    result = run(data, *redactions)
    if any("became a picture" in note for note in result.notes):
        return  # letters lie over each other, so that the box of one holds another
    assert spoken(result.data).count(SPOKEN) == len(redactions)
