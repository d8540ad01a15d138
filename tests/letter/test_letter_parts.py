"""The smaller parts: numbering, references, fields, annexes, links, tables, regimes, signatures, page furniture."""

from __future__ import annotations

import pytest
from letters_made import document, letter

from redactor.letter import read
from redactor.letter.model import Owner, Shape, Side, Use, Zone
from redactor.letter.numbering import Mark, label
from redactor.model import Case, Requester


@pytest.mark.parametrize(
    ("line", "mark", "paths"),
    [
        ("1. How many", Mark.NUMBER, (("1",),)),
        ("- 1a. No", Mark.NUMBER, (("1", "a"),)),
        ("1(a)(ii) x", Mark.NUMBER, (("1", "a", "ii"),)),
        ("(1)(a) x", Mark.NUMBER, (("1", "a"),)),
        ("1. a. x", Mark.NUMBER, (("1", "a"),)),
        ("2.1 How", Mark.NUMBER, (("2", "1"),)),
        ("1, 2 and 4. x", Mark.NUMBER, (("1",), ("2",), ("4",))),
        ("1. and 2. x", Mark.NUMBER, (("1",), ("2",))),
        ("Q1-3: x", Mark.QUESTION, (("1",), ("2",), ("3",))),
        ("Questions 1 to 3", Mark.QUESTION, (("1",), ("2",), ("3",))),
        ("Question two", Mark.QUESTION, (("2",),)),
        ("Response to question 1 - 1,204 officers", Mark.ANSWER, (("1",),)),
        ("With regard to your second question, x", Mark.ANSWER, (("2",),)),
        ("A1. 45", Mark.ANSWER, (("1",),)),
        ("Answer: x", Mark.ANSWER, ()),
        ("\u2022 x", Mark.BULLET, ()),
    ],
)
def test_a_number_is_read_however_it_is_written(line: str, mark: Mark, paths: tuple[tuple[str, ...], ...]) -> None:
    """Its levels, its list, and whether it says question or answer."""
    found = label(line.lower(), 0, len(line))
    assert found and (found.mark, found.paths) == (mark, paths)


@pytest.mark.parametrize(
    "line",
    ["1.5 million pounds", "12 May 2025", "2024-25 was dry", "14:06 vehicle stopped", "10.30am start", "20 working days", "3 High Street",
     "30 - 40 people", "i.e. this", "A total of 5", "Question 3 has two parts", "Request for information", "Part of the Act"],
)  # fmt: skip
def test_what_only_looks_like_a_number_is_text(line: str) -> None:
    """Amounts, days, times, years, addresses and sentences about questions."""
    assert label(line.lower(), 0, len(line)) is None


@pytest.mark.parametrize(
    ("line", "owner", "key"),
    [
        ("Our ref: FOI/2025/12", Owner.OURS, "F01202512"),
        ("Our Reference\tFOI 24 113", Owner.OURS, "F0124113"),
        ("Your ref: AB/17", Owner.YOURS, "AB17"),
        ("Ref: 7781/V", Owner.OURS, "7781V"),
        ("Our ref:", Owner.OURS, ""),
    ],
)
def test_a_reference_in_the_head_has_an_owner(line: str, owner: Owner, key: str) -> None:
    """By its label; a blank one is a reference without a key."""
    (found,) = letter(f"{line}\nDear Ms Roe\nThank you for writing.").references
    assert (found.owner, found.key, found.labelled) == (owner, key, True)


def test_not_applicable_is_no_reference() -> None:
    """Behind a label it is neither a reference nor a blank."""
    assert letter("Your ref: N/A\nDear Ms Roe\nThank you.").references == ()


def test_references_in_a_request_and_of_others_are_set_apart() -> None:
    """Inside the quoted request, of a crime, of an earlier reply, of the requester."""
    read_ = letter(
        "Our ref: FOI/25/1\nDear Ms Roe\nYou asked:\n1. What did you answer in FOI/24/9?\nResponse\n1. See our response FOI/24/9. "
        "The crime reference 42/881 is held. Your own number ZX-9 is noted: your ref ZX-9.",
        case=Case(requester=Requester(references=("ZX-9",))),
    )
    owners = [(one.owner, one.key) for one in read_.references]
    assert owners[0] == (Owner.OURS, "F01251")
    assert (Owner.QUOTED, "F01249") in owners
    assert (Owner.EARLIER, "F01249") in owners
    assert (Owner.OTHER, "42881") in owners
    assert (Owner.YOURS, "ZX9") in owners


def test_a_reference_in_the_title_is_found() -> None:
    """Outside the body it has its segment and raw range."""
    (found,) = letter("Dear Ms Roe", title="Reply FOI_24_0569").references_elsewhere
    assert (found.segment_id, found.key, found.start) == ("info/Title", "F01240569", 6)


def test_fields_have_label_and_value() -> None:
    """An empty value is an empty range; labels in a block are joined to the values below."""
    read_ = letter("Postal Address: As above\nTel:\nDear Ms Roe")
    values = {read_.value(one.label): read_.value(one.value) for one in read_.fields}
    assert values == {"Postal Address": "As above", "Tel": ""}
    below = letter("Our ref:\nDate:\nFOI/25/1\n3 June 2025\nDear Ms Roe")
    assert {below.value(one.label): below.value(one.value) for one in below.fields} == {
        "Our ref": "FOI/25/1",
        "Date": "3 June 2025",
    }
    assert below.date_line.sent is not None


@pytest.mark.parametrize(
    ("sentence", "keys"),
    [
        ("Please see Annex A and Appendix 2.", ["annex a", "appendix 2"]),
        ("Annexes A, B and C are enclosed.", ["annex a", "annex b", "annex c"]),
        ("The figures are in the attached spreadsheet.", ["attachment"]),
        ("See costs 2024.xlsx for more.", ["costs 2024.xlsx"]),
        ("Schedule 1 of the Act lists the bodies.", []),
        ("Appendix 2 to the Highway Code is public.", []),
        ("The council attaches weight to this.", []),
    ],
)
def test_annexes_are_named(sentence: str, keys: list[str]) -> None:
    """Letters, numbers, lists, file names and enclosures; schedules of Acts are none."""
    found = letter(f"Dear Ms Roe\nWe hold this information. {sentence}\nYours sincerely").annexes
    assert [one.key.removeprefix("see ") for one in found] == keys


def test_tables_have_cells_and_numbers() -> None:
    """Rows of cells; figures with commas, percent and pounds; the paragraph above is the title."""
    read_ = letter(
        "Dear Ms Roe\nFOI request\nWe hold this.\nCases by year\nYear\tCases\tCost\n2023\t1,204\t£1.5m\n2024\t<5\t40%\nTotal\t1,206\t-\nYours sincerely"
    )
    (table,) = read_.tables
    assert table.header
    assert [[cell.number for cell in row] for row in table.rows] == [
        [None, None, None],
        [2023.0, 1204.0, 1.5e6],
        [2024.0, 5.0, 40.0],
        [None, 1206.0, None],
    ]
    assert table.title and read_.value(table.title) == "Cases by year"


def test_addresses_in_plain_text_are_links_to_nothing() -> None:
    """They have no target; that they are addresses is told."""
    found = letter("Dear Ms Roe\nSee www.example.org/a or write to foi@example.org.").links
    assert [(one.target, one.address) for one in found] == [(None, True), (None, True)]


def test_the_regime_of_a_quoted_request_is_the_requesters() -> None:
    """A requester may cite any law; only the authority's words say which law the letter is under."""
    read_ = letter(
        "Dear Ms Roe\nYou asked:\n1. Under the Environmental Information Regulations, how many trees are there?\nResponse\n1. Six. Freedom of Information Act 2000 applies."
    )
    assert [one.quoted for one in read_.regimes] == [True, False]
    assert read_.regime_in_text == "foia"


def test_heads_and_feet_of_pages_are_furniture() -> None:
    """What repeats at the edge of pages, and page numbers, are read by no rule."""
    pages = [
        f"Westmarch Council\nThe letter goes on here with line {n}.\n"
        + "\n".join(f"Line {n}.{k} of the letter." for k in range(8))
        + f"\nPage {n} of 3"
        for n in (1, 2, 3)
    ]
    read_ = letter("Dear Ms Roe\n" + pages[0], *pages[1:])
    marked_ = [read_.value(part) for part in read_.paragraphs if part.zone is Zone.FURNITURE]
    assert "Page 1 of 3" in marked_ and "Page 3 of 3" in marked_ and "Westmarch Council" in marked_


def test_a_sentence_over_the_page_is_one_paragraph() -> None:
    """The paragraph goes on behind the page break."""
    text, made = document(
        "Dear Ms Roe\nThe council holds this information because it has to keep records of",
        "every tree in its parks.\nYours sincerely",
    )
    read_ = read(text, made, Case(), regime="")
    assert any(read_.value(part).endswith("records of every tree in its parks.") for part in read_.paragraphs)


def test_two_signatures_are_two() -> None:
    """The requester's farewell inside the request is not the letter's."""
    read_ = letter(
        "Dear Ms Roe\nYou wrote:\n1. How many?\nKind regards\nA. Roe\nOur response\n1. Six.\nYours sincerely\nJ. Field\nDisclosure Officer"
    )
    (signature,) = read_.signatures
    assert [read_.value(line) for line in signature.lines] == ["J. Field", "Disclosure Officer"]


@pytest.mark.parametrize(
    ("sentence", "use"),
    [
        ("It is exempt under section 31(1)(a).", Use.RELIED_ON),
        ("We rely on section 31(1)(a).", Use.RELIED_ON),
        ("We neither confirm nor deny that it is held, under section 31(3).", Use.NCND),
        ("Section 31(1)(a) may apply.", Use.DISCUSSED),
        ("We no longer rely on section 31(1)(a).", Use.DECLINED),
        ("This is a notice under section 17(1).", Use.MACHINERY),
    ],
)
def test_a_citation_says_what_it_does(sentence: str, use: Use) -> None:
    """By its own sentence."""
    (found,) = letter(f"Dear Ms Roe\nYou asked:\n1. How many?\nResponse\n1. {sentence}\nYours sincerely").citations
    assert found.use is use


def test_a_provision_the_law_lacks_has_the_nearest_one_above() -> None:
    """Section 31(9) is read as section 31; section 99 has nothing."""
    found = letter(
        "Dear Ms Roe\nFOI\nWe hold it. It is exempt under section 31(9) and section 99(1) of the Act."
    ).citations
    by_section = {one.section: one.provision for one in found}
    assert by_section["31"] is not None and by_section["31"].limb == ""
    assert by_section.get("99") is None


def test_factors_are_told_by_their_headings() -> None:
    """Three ways of heading; each gives for, against, conclusion in this order."""
    for heads in (
        ("Factors favouring disclosure", "Factors against disclosure", "Balance test"),
        ("Arguments for release", "Arguments for withholding", "Conclusion"),
        (
            "Public interest considerations in favour of disclosing",
            "Considerations favouring non-disclosure",
            "Balancing the public interest",
        ),
    ):
        body = "\n".join(f"{head}\nSome words stand here as text number {n}." for n, head in enumerate(heads))
        read_ = letter(
            f"Dear Ms Roe\nYou asked:\n1. How many?\nResponse\n1. It is exempt under section 31(1)(a).\n{body}\nYours sincerely"
        )
        assert [one.side for one in read_.factors] == [Side.FOR, Side.AGAINST, Side.CONCLUSION], heads
        assert all(one.sections == ("31",) for one in read_.factors)


def test_rows_fields_and_headings_have_their_shape() -> None:
    """A row, a field, a heading, an item and plain text."""
    read_ = letter("Ref: 1\nDear Ms Roe\nThank you for your request.\nPublic interest\n1. Yes\na\tb\nYours sincerely")
    shapes = {read_.value(part): part.shape for part in read_.paragraphs}
    assert shapes["Ref: 1"] is Shape.FIELD
    assert shapes["Public interest"] is Shape.HEADING
    assert shapes["1. Yes"] is Shape.ITEM
    assert shapes["a b"] is Shape.ROW
