"""SUPPLIER_CAPABILITY: the pair of a company and what it supplies, and neither of them alone."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from recognizers.nlp import load_nlp
from recognizers.supplier import SupplierRecognizer
from redactor import policy as policies

TABLE = yaml.safe_load((Path(__file__).parent / "data" / "supplier.yaml").read_text("utf-8"))

RECOGNIZER = SupplierRecognizer(
    ["ANPR", "facial recognition", "body worn video", "drone", "mobile phone extraction", "CCTV"]
)


def found(text: str, *organisations: str) -> list[str]:
    """Return the suppliers in a text, given what the name model takes for organisations."""
    entities = [
        SimpleNamespace(label_="ORG", start_char=text.index(name), end_char=text.index(name) + len(name))
        for name in organisations
    ]
    artifacts = SimpleNamespace(entities=entities) if organisations else None
    return [text[r.start : r.end].rstrip(".") for r in RECOGNIZER.analyze(text, [], artifacts)]


@pytest.mark.parametrize(
    ("text", "supplier"),
    [
        ("The ANPR Cameras are supplied by Cleartone Telecoms PLC", "Cleartone Telecoms PLC"),
        ("Halvard Optics Ltd maintains our ANPR cameras.", "Halvard Optics Ltd"),
        ("Facial recognition: Seewell Systems Limited", "Seewell Systems Limited"),
        ("Drones were bought from Windhover GmbH in 2024.", "Windhover GmbH"),
        ("We use Padlock Data Inc. for mobile phone extraction.", "Padlock Data Inc"),
        ("CCTV at the station is by Brook & Sons Ltd.", "Brook & Sons Ltd"),
        ("The vendor of our body worn video is Lapel Vision LLP.", "Lapel Vision LLP"),
        ("Body\nworn video", ""),
        ("CCTV: Fernlight (UK) Ltd", "Fernlight (UK) Ltd"),
        ("ANPR back office software: Northgate Plates Corporation", "Northgate Plates Corporation"),
        ("Three drones, Alder and Ash Limited, 2023", "Alder and Ash Limited"),
    ],
)
def test_company_beside_a_capability_is_found(text: str, supplier: str) -> None:
    """A legal form names a company; a capability in the same sentence makes it telling."""
    assert found(text) == ([supplier] if supplier else [])


def test_company_by_the_name_model_needs_a_verb_of_supply() -> None:
    """Without a legal form, "supplied by" or the like must say what the organisation has to do with it."""
    assert found("ANPR is supplied by Cleartone.", "Cleartone") == ["Cleartone"]
    assert found("Cleartone thinks ANPR is useful.", "Cleartone") == []


@pytest.mark.parametrize(
    "text",
    [
        "Cleartone Telecoms PLC supplied the office chairs.",
        "ANPR is used to detect, deter and disrupt criminality.",
        "Halvard Optics Ltd is a company. We use ANPR.",
        "Halvard Optics Ltd\nANPR is used by the force.",
        "The ANPR policy of Westmarch Police Authority Limited",
        "ANPR data is provided by the Home Office.",
        "CCTV is limited to public places.",
        "The force has limited ANPR.",
        "Body worn video is used by PC Brown.",
        "Standrone Ltd sells tents.",
        "Halvard Optics Ltdx made the ANPR camera.",
        "a company ltd by guarantee owns the drone",
    ],
)
def test_company_or_capability_alone_is_not(text: str) -> None:
    """Only the pair, in one sentence, tells anything; a public body is no supplier."""
    assert found(text) == []


@pytest.mark.parametrize("name", ["Westmarch Constabulary", "Northvale Council", "ANPR"])
def test_public_body_and_the_capability_itself_are_no_suppliers(name: str) -> None:
    """The name model may take either for an organisation."""
    assert found(f"{name} uses ANPR, bought in 2020.", name) == []


def test_legal_form_scores_above_the_name_model() -> None:
    """A registered name is surer than a reading of the words around it."""
    (sure,) = RECOGNIZER.analyze("ANPR by Cleartone Telecoms PLC", [])
    text = "ANPR by Cleartone"
    artifacts = SimpleNamespace(entities=[SimpleNamespace(label_="ORG", start_char=8, end_char=17)])
    (unsure,) = RECOGNIZER.analyze(text, [], artifacts)  # type: ignore[arg-type]
    assert (sure.score, unsure.score) == (0.8, 0.6)


def test_no_capability_finds_nothing() -> None:
    """A policy without capabilities makes no company sensitive."""
    assert SupplierRecognizer([]).analyze("ANPR by Cleartone Telecoms PLC", []) == []


@pytest.mark.parametrize(
    "text",
    ["Aaa " * 25_000, "Cleartone and of the " * 5_000, "ANPR Ltd " * 10_000, "X PLC ANPR " * 9_000, "-" * 100_000],
    ids=["words", "particles", "pairs", "many", "dashes"],
)  # fmt: skip
def test_hostile_text_is_searched_in_time(text: str) -> None:
    """A hundred thousand characters made to hurt take less than three seconds."""
    began = time.perf_counter()
    RECOGNIZER.analyze(text, [])
    assert time.perf_counter() - began < 3


def test_names_joined_by_signs_are_searched_in_time() -> None:
    """Twelve thousand characters of letters and ampersands take no longer than as many of words."""
    began = time.perf_counter()
    RECOGNIZER.analyze("A&" * 6_000, [])
    assert time.perf_counter() - began < 0.2


@cache
def police() -> SupplierRecognizer:
    """Return the recognizer of the police pack's capabilities."""
    return SupplierRecognizer(policies.load("uk-police-foi").capabilities)


def marked(line: str) -> tuple[str, list[str]]:
    """Return a line without brackets, and what stood in them."""
    return line.replace("[", "").replace("]", ""), [part.split("]")[0].rstrip(".") for part in line.split("[")[1:]]


def test_table_is_as_large_as_promised() -> None:
    """A handful of easy lines would prove nothing."""
    assert len(TABLE["find"]) + len(TABLE["by_model"]) >= 40
    assert len(TABLE["leave"]) >= 40


@pytest.mark.parametrize("line", TABLE["find"])
def test_company_in_the_packs_lines_is_found(line: str) -> None:
    """With a legal form beside it no model is needed, whatever the capability."""
    text, companies = marked(line)
    assert [text[r.start : r.end].rstrip(".") for r in police().analyze(text, [])] == companies


@pytest.mark.parametrize("line", TABLE["leave"])
def test_what_tells_nothing_is_left(line: str) -> None:
    """A public body, a company that supplies chairs, a capability without a company."""
    assert police().analyze(line, []) == []


def test_most_companies_without_a_legal_form_are_found() -> None:
    """The name model, or the place behind "supplied by", knows most of them."""
    engine = load_nlp()
    found_ones = 0
    for line in TABLE["by_model"]:
        text, companies = marked(line)
        results = police().analyze(text, [], engine.process_text(text, "en"))
        found_ones += [text[r.start : r.end].rstrip(".") for r in results] == companies
    assert found_ones >= 0.7 * len(TABLE["by_model"])
