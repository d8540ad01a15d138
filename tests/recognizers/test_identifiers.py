"""The identifiers of UK people, vehicles and cases are found exactly, and what only looks like them is left alone."""

from __future__ import annotations

import importlib
import time
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import iban, luhn
from stdnum.gb import nhs, upn, utr

from recognizers.asn import ArrestSummonsNumberRecognizer as Asn
from recognizers.asn import asn_check_letter
from recognizers.base import ShapeRecognizer
from recognizers.cro_number import CroNumberRecognizer as Cro
from recognizers.cro_number import cro_check_letter, cro_file_check_letters
from recognizers.driving_licence import is_birth_date_of_licence
from recognizers.iban import LENGTHS
from recognizers.iban import IbanRecognizer as Iban
from recognizers.nhs_number import NhsNumberRecognizer as Nhs
from recognizers.nino import NinoRecognizer as Nino
from recognizers.nino import is_issuable_nino
from recognizers.passport import is_machine_read
from recognizers.payment_card import PaymentCardRecognizer as Card
from recognizers.payment_card import has_issuer_prefix, luhn_sum
from recognizers.pnc_id import CHECK_LETTERS, pnc_check_letter
from recognizers.pnc_id import PncIdRecognizer as Pnc
from recognizers.student_number import is_uln, is_upn
from recognizers.utr import UtrRecognizer as Utr

DATA = Path(__file__).parent / "data"
SEED = Path(__file__).parents[3] / "shared" / "seed"
LEAST = 40
"""Lines of each kind that an entity is shown."""
MODULES = (
    "asn",
    "bank_account",
    "collar_number",
    "court_urn",
    "crime_reference",
    "cro_number",
    "custody_number",
    "date_of_birth",
    "driving_licence",
    "iban",
    "nhs_number",
    "nino",
    "passport",
    "patient_number",
    "payment_card",
    "pnc_id",
    "professional_number",
    "service_number",
    "student_number",
    "utr",
    "vrm",
)
RECOGNIZERS: dict[str, ShapeRecognizer] = {
    made.ENTITY: made for made in (importlib.import_module(f"recognizers.{name}").RECOGNIZER() for name in MODULES)
}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FEW = settings(max_examples=60, deadline=None)


def _read(entity: str) -> dict[str, list]:
    return yaml.safe_load((DATA / f"{entity.lower()}.yaml").read_text(encoding="utf-8"))


def _found(recognizer: ShapeRecognizer, text: str) -> list[str]:
    return [text[r.start : r.end] for r in recognizer.analyze(text, recognizer.supported_entities)]


def _expected(line: dict) -> list[str]:
    """Return what a positive line holds, in the order of the text."""
    return [line["value"], *line.get("others", ())]


def _scores(recognizer: ShapeRecognizer, text: str) -> list[float]:
    return [r.score for r in recognizer.analyze(text, recognizer.supported_entities)]


POSITIVE = [(e, line["text"], _expected(line)) for e in RECOGNIZERS for line in _read(e)["positive"]]
NEGATIVE = [(e, line) for e in RECOGNIZERS for line in _read(e)["negative"]]


@pytest.mark.parametrize(("entity", "text", "values"), POSITIVE)
def test_finds_exactly_the_identifiers(entity, text, values):
    """A finding starts and ends where the identifier does, its label and what follows left outside; nothing else is found."""
    assert _found(RECOGNIZERS[entity], text) == values


@pytest.mark.parametrize(("entity", "text"), NEGATIVE)
def test_leaves_the_near_miss_alone(entity, text):
    """A wrong check character, a neighbour's form or a word in the way yields nothing."""
    assert _found(RECOGNIZERS[entity], text) == []


@pytest.mark.parametrize("entity", RECOGNIZERS)
def test_leaves_what_every_letter_holds_alone(entity):
    """The request's own reference, citations, dates, money, telephone numbers and postcodes are no identifiers."""
    recognizer = RECOGNIZERS[entity]
    lines = _read("common")["negative"]
    assert {line: found for line in lines if (found := _found(recognizer, line))} == {}
    assert _found(recognizer, "\n".join(lines)) == []


@pytest.mark.parametrize("entity", RECOGNIZERS)
def test_is_shown_enough_lines(entity):
    """Fewer lines than this and a form goes untested; a line shown twice proves nothing twice."""
    data = _read(entity)
    texts = [line["text"] for line in data["positive"]] + data["negative"]
    assert len(data["positive"]) >= LEAST
    assert len(data["negative"]) >= LEAST
    assert len(set(texts)) == len(texts)


def test_finds_all_and_little_else_over_all_lines():
    """Every identifier of every set is found, and of what is found two in a hundred at most are none."""
    wanted = hit = found = 0
    for entity, recognizer in RECOGNIZERS.items():
        data = _read(entity)
        lines = [(_expected(line), line["text"]) for line in data["positive"]]
        lines += [([], line) for line in [*data["negative"], *_read("common")["negative"]]]
        for values, text in lines:
            here = _found(recognizer, text)
            wanted += len(values)
            found += len(here)
            hit += sum(min(values.count(value), here.count(value)) for value in set(values))
    assert wanted > LEAST * len(RECOGNIZERS)
    assert hit / wanted == 1.0
    assert hit / found >= 0.98


@pytest.mark.skipif(
    not SEED.is_dir(), reason="the published letter lies beside the checkout only where it is developed"
)
@pytest.mark.parametrize("entity", RECOGNIZERS)
def test_finds_nothing_in_a_published_letter(entity):
    """The letter holds no identifier of a person, a vehicle or a case."""
    (path,) = SEED.glob("*.txt")
    assert _found(RECOGNIZERS[entity], path.read_text(encoding="utf-8")) == []


HOSTILE = {
    "digits": "1234567890" * 10_000,
    "slashes": "A1/" * 30_000,
    "spaces": " " * 100_000,
    "capitals": "A" * 100_000,
    "figures": "4111 " * 20_000,
    "plates": "AB12 " * 20_000,
    "ranks": "PC 1234, 12, " * 7_000,
    "labels": "crime ref no: " * 7_000,
    "records": "PNC 99/123456X " * 6_500,
    "spaced digits": "1 " * 50_000,
    "broken digits": "12\n" * 30_000,
    "one label, digits parted": "NHS CHI UTR NI account card passport " + "1 -" * 30_000,
    "label words": "payroll number of the number is the " * 2_800,
    "cells": "Payroll no | " * 7_500 + "\n" + "123456 | " * 3_000,
    "rows": "Payroll no | NHS no\n" + "123456 | 943 476 5919\n" * 3_000,
    "lists": "Payroll nos " + "123456, " * 12_000,
    "brackets": "123456 (" * 12_000,
    "names": "payroll number of " + "Ann Marlow " * 9_000,
    "born": "born in Leeds " * 7_000,
    "dates": "DOB 12 12 12 12 " * 6_000,
    "letters and digits": "A1B2C3D4E5" * 10_000,
    "hyphens": "Hospital no " + "A-1" * 30_000,
    "machine line": "P<GBR" + "A1<" * 30_000,
}


@pytest.mark.parametrize("entity", RECOGNIZERS)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_no_longer_than_its_length(entity, text):
    """A hundred thousand characters made to mislead a pattern take a moment, not minutes."""
    recognizer = RECOGNIZERS[entity]
    started = time.process_time()
    recognizer.analyze(text, recognizer.supported_entities)
    # Half a second at most on two slow cores; the margin is for a busy machine.
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("entity", "text"),
    [
        ("UK_NINO", "NI number: {}"),
        ("UK_NHS", "NHS no {}"),
        ("UK_PNC_ID", "PNC ID {}"),
        ("UK_CRO", "CRO {}"),
        ("ARREST_SUMMONS_NUMBER", "ASN {}"),
        ("UK_DRIVING_LICENCE", "driving licence {}"),
        ("IBAN_CODE", "IBAN {}"),
        ("PAYMENT_CARD", "card {}"),
        ("STUDENT_NUMBER", "UPN {}"),
    ],
)
def test_a_mistyped_identifier_is_found_lower_beside_its_label_and_not_without(entity, text):
    """A mistyped number still leads to the person whom its label speaks of; alone it is noise."""
    right, wrong = MISTYPED[entity]
    recognizer = RECOGNIZERS[entity]
    assert _found(recognizer, text.format(wrong)) == [wrong]
    assert _scores(recognizer, text.format(wrong)) == [0.5] < _scores(recognizer, text.format(right))
    assert _found(recognizer, f"Seen: {wrong}.") == []


MISTYPED = {
    "UK_NINO": ("AB123456C", "AB123456E"),
    "UK_NHS": ("943 476 5919", "943 476 5918"),
    "UK_PNC_ID": ("99/0123456X", "99/0123456Y"),
    "UK_CRO": ("123456/99L", "123456/99M"),
    "ARREST_SUMMONS_NUMBER": ("11/01ZD/01/448754K", "11/01ZD/01/448754L"),
    "UK_DRIVING_LICENCE": ("MORGA657054SM9IJ", "MORGA699054SM9IJ"),
    "IBAN_CODE": ("GB82WEST12345698765432", "GB82WEST12345698765433"),
    "PAYMENT_CARD": ("4111 1111 1111 1111", "4111 1111 1111 1112"),
    "STUDENT_NUMBER": ("H801200001001", "H801200001002"),
}


def test_known_check_letters():
    """The published specimens come out right."""
    assert pnc_check_letter("99", "0123456") == "X"
    assert pnc_check_letter("1999", "1234567") == "B"
    assert pnc_check_letter("20", "9") == "N"
    assert asn_check_letter("11", "01", "01", "448754") == "K"
    assert luhn_sum("79927398713") == 0
    assert is_machine_read("L898902C3", "6")
    assert not is_machine_read("L898902C3", "5")


@given(st.sampled_from("ABCDEFGHJKLMNPQRTUVWXYZ"), st.integers(0, 10**12 - 1))
@FEW
def test_a_upn_is_found_when_its_letter_is_right(letter, rest):
    """One letter in twenty-three makes a unique pupil number, as python-stdnum has it."""
    value = f"{letter}{rest:012}"
    right = upn.calc_check_digit(value[1:]) == letter
    assert is_upn(value) is right
    assert _found(RECOGNIZERS["STUDENT_NUMBER"], f"Seen {value}.") == ([value] if right else [])


@given(st.dates(date(1900, 1, 1), date(2026, 12, 31)), st.integers(0, 999))
@FEW
def test_a_chi_number_is_found_by_its_date_and_check_digit(birth, serial):
    """A day, a month, a year, a serial and the NHS check digit make a CHI number."""
    for last in "0123456789":
        digits = f"{birth:%d%m%y}{serial:03}{last}"
        good = nhs.is_valid(digits) and len(set(digits)) > 1
        assert _found(RECOGNIZERS["PATIENT_NUMBER"], f"Seen {digits}.") == ([digits] if good else [])
        assert _scores(RECOGNIZERS["PATIENT_NUMBER"], f"CHI {digits}") == [0.95 if good else 0.5]


@given(st.integers(100_000_000, 999_999_999))
@FEW
def test_at_most_one_last_digit_makes_a_uln(first):
    """Ten less the remainder; a remainder of nought makes none."""
    assert sum(is_uln(f"{first}{last}") for last in "0123456789") <= 1


@given(st.integers(0, 99), st.integers(0, 9_999_999), st.sampled_from(["", "19", "20"]))
@FEW
def test_every_pnc_id_is_found_and_no_other_letter_is(year, serial, century):
    """Exactly one letter in twenty-six makes a PNC ID."""
    body = f"{century}{year:02}/{serial:07}"
    right = pnc_check_letter(f"{year:02}", str(serial))
    for letter in LETTERS:
        expected = [body + letter] if letter == right else []
        assert _found(Pnc(), f"See {body}{letter}.") == expected
    mistyped = body + LETTERS[(LETTERS.index(right) + 1) % 26]
    assert _scores(Pnc(), f"PNC ID: {mistyped}") == [0.5]


@given(st.integers(0, 99), st.integers(10_000, 999_999))
@FEW
def test_every_cro_number_is_found_and_no_other_letter_is(year, serial):
    """Exactly one letter in twenty-six makes a CRO number."""
    right = cro_check_letter(f"{year:02}", str(serial))
    for letter in LETTERS:
        value = f"{serial}/{year:02}{letter}"
        assert _found(Cro(), f"See {value}.") == ([value] if letter == right else [])


@given(st.integers(39, 95), st.integers(1, 999_999))
@FEW
def test_every_cro_search_file_is_found(year, serial):
    """A search file fits by the serial as written or as padded, and by nothing else."""
    right = cro_file_check_letters(str(year), str(serial))
    for letter in LETTERS:
        value = f"SF{year}/{serial}{letter}"
        assert _found(Cro(), f"See {value}.") == ([value] if letter in right else [])


@given(
    st.integers(0, 99),
    st.integers(0, 99),
    st.text("ABCDEFGHJKLMNPQRTUVWXYZ", min_size=2, max_size=2),
    st.integers(0, 99),
    st.integers(0, 99_999_999_999),
    st.booleans(),
)
@FEW
def test_every_asn_is_found_and_no_other_letter_is(year, force, unit, system, serial, slashed):
    """Exactly one letter in twenty-six makes an arrest/summons number."""
    right = asn_check_letter(f"{year:02}", f"{force:02}", f"{system:02}", str(serial))
    mark = "/" if slashed else ""
    body = mark.join((f"{year:02}", f"{force:02}{unit}", f"{system:02}", f"{serial:011}"))
    for letter in CHECK_LETTERS + "IOS":
        assert _found(Asn(), f"See {body}{letter}.") == ([body + letter] if letter == right else [])


@given(st.text(LETTERS, min_size=2, max_size=2), st.integers(0, 999_999), st.sampled_from(LETTERS), st.booleans())
@FEW
def test_a_nino_is_found_when_its_prefix_and_suffix_are_issued(prefix, digits, suffix, in_pairs):
    """A National Insurance number has no check digit; prefix and suffix decide."""
    number = f"{prefix}{digits:06}{suffix}"
    text = f"{prefix} {number[2:4]} {number[4:6]} {number[6:8]} {suffix}" if in_pairs else number
    assert _found(Nino(), f"Seen: {text}.") == ([text] if is_issuable_nino(number) else [])
    assert _found(Nino(), f"NINO {text.lower()}") == [text.lower()]


@given(st.integers(100_000_000, 999_999_999), st.booleans())
@FEW
def test_only_the_right_check_digit_makes_an_nhs_number(first, spaced):
    """At most one final digit in ten is right; a label brings the others back at half the score."""
    for last in "0123456789":
        digits = f"{first}{last}"
        text = f"{digits[:3]} {digits[3:6]} {digits[6:]}" if spaced else digits
        good = nhs.is_valid(digits) and len(set(digits)) > 1
        assert _found(Nhs(), f"Seen {text} twice") == ([text] if good else [])
        assert _scores(Nhs(), f"NHS number {text}") == [0.95 if good else 0.5]


@given(st.integers(0, 999_999_999))
@FEW
def test_only_the_right_check_digit_makes_a_sure_utr(rest):
    """The first digit checks the other nine; without its label it is any ten digits."""
    right = utr.calc_check_digit(f"{rest:09}")
    for first in "0123456789":
        assert _scores(Utr(), f"UTR: {first}{rest:09}") == [0.95 if first == right else 0.5]
        assert _found(Utr(), f"Item {first}{rest:09}") == []


@given(st.text("0123456789", min_size=14, max_size=14), st.integers(1, 97))
@FEW
def test_only_the_right_check_digits_make_an_iban(account, offset):
    """Of the check digits 02 to 98 one pair is right."""
    right = iban.calc_check_digits(f"GB00WEST{account}")
    wrong = f"{2 + (int(right) - 2 + offset % 97) % 97:02}"
    value = f"GB{right}WEST{account}"
    assert _found(Iban(), f"To {value}.") == [value]
    if wrong != right:
        assert _found(Iban(), f"To GB{wrong}WEST{account}.") == []


@given(st.text("0123456789", min_size=14, max_size=14), st.sampled_from(["", " ", "-"]))
@FEW
def test_only_the_right_last_digit_makes_a_card(rest, gap):
    """One last digit in ten passes the Luhn sum."""
    for last in "0123456789":
        digits = f"4{rest}{last}"
        text = gap.join(digits[i : i + 4] for i in range(0, 16, 4))
        assert _found(Card(), f"Seen {text} twice") == ([text] if luhn.is_valid(digits) else [])


def test_iban_lengths_agree_with_the_registry_of_stdnum():
    """Every length held here is the one python-stdnum derives from the SWIFT registry."""
    database = iban._ibandb
    for length, codes in LENGTHS.items():
        for code in codes.split():
            ((_, facts), *_rest) = database.info(code)
            fields = iban._struct_re.findall(facts.get("bban", ""))
            if fields:
                assert 4 + sum(int(count) for count, _kind in fields) == length, code


@pytest.mark.parametrize(
    ("digits", "right"), [("657054", True), ("602295", True), ("602305", False), ("613015", False)]
)
def test_licence_dates(digits, right):
    """Month and day must exist; fifty is added to a woman's month."""
    assert is_birth_date_of_licence(digits) is right


@pytest.mark.parametrize(
    ("digits", "right"),
    [("4" + "0" * 15, True), ("2720990000000000", True), ("2721000000000000", False), ("37" + "0" * 14, False)],
)
def test_issuer_prefixes(digits, right):
    """Prefix and length must belong to one scheme."""
    assert has_issuer_prefix(digits) is right


def test_a_plain_run_of_ten_digits_scores_below_the_spaced_form():
    """Ten digits together are oftener something else."""
    assert _scores(Nhs(), "9434765919") < _scores(Nhs(), "943 476 5919") < _scores(Nhs(), "NHS 9434765919")


@given(st.integers(1, 99_999_999))
@FEW
def test_ten_digits_from_nought_are_a_telephone_number_until_a_label_says_otherwise(rest):
    """Scotland's CHI numbers may start with 0; an unlabelled one is taken for a telephone number."""
    for last in "0123456789":
        digits = f"0{rest:08}{last}"
        assert _found(Nhs(), f"Seen {digits} twice") == []
        assert _found(Nhs(), f"Seen {digits[:3]} {digits[3:6]} {digits[6:]} twice") == []
        assert _found(Nhs(), f"CHI number {digits}") == [digits]


@pytest.mark.parametrize(
    ("entity", "value"),
    [
        ("UK_PNC_ID", "99/1234567B"),
        ("UK_NHS", "9434765919"),
        ("UK_CRO", "123456/99L"),
        ("CUSTODY_NUMBER", "53CG/1234/24"),
    ],
)
def test_a_request_number_in_another_form_is_still_the_request_number(entity, value):
    """What "FOI" names is kept, even when by chance its check letter fits."""
    assert _found(RECOGNIZERS[entity], f"See {value}.") == [value]
    assert _found(RECOGNIZERS[entity], f"See FOI request {value}.") == []
