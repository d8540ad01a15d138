"""Contact details and places are found whole, and what only looks like them is left alone."""

from __future__ import annotations

import importlib
import time
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from recognizers.phone_shapes import calls

DATA = Path(__file__).parent / "data"
SEED = sorted((Path(__file__).parents[2].parent / "shared" / "seed").glob("*.txt"))
LEAST = {"EMAIL_ADDRESS": 40, "DIRECT_DIAL": 40, "MOBILE_PHONE": 40, "PHONE_NUMBER": 40, "UK_POSTCODE": 40}
MODULES = {
    "EMAIL_ADDRESS": "email_address",
    "DIRECT_DIAL": "direct_dial",
    "MOBILE_PHONE": "mobile_phone",
    "PHONE_NUMBER": "phone_number",
    "UK_POSTCODE": "postcode",
    "STREET_ADDRESS": "street_address",
    "UPRN": "uprn",
    "GRID_REFERENCE": "grid_reference",
    "LAT_LONG": "lat_long",
    "WHAT3WORDS": "what3words",
    "IP_ADDRESS": "ip_address",
    "HOST_NAME": "host_name",
    "DATE_OF_BIRTH": "date_of_birth",
    "SERVICE_NUMBER": "service_number",
}


@cache
def lines(entity):
    """Read one entity's lines."""
    return yaml.safe_load((DATA / f"{entity.lower()}.yaml").read_text(encoding="utf-8"))


@cache
def recognizer(entity):
    """Make one recognizer, once."""
    return importlib.import_module(f"recognizers.{MODULES[entity]}").RECOGNIZER()


def found(entity, text):
    """Return the texts that one recognizer reports."""
    return [text[r.start : r.end] for r in recognizer(entity).analyze(text, [entity])]


POSITIVE = [(entity, line["text"], line["value"]) for entity in MODULES for line in lines(entity)["positive"]]
NEGATIVE = [(entity, text) for entity in MODULES for text in lines(entity)["negative"]]


@pytest.mark.parametrize(("entity", "text", "value"), POSITIVE)
def test_finds_the_value_and_nothing_round_it(entity, text, value):
    """The span is exactly the value: no label, and no part left standing."""
    assert value in found(entity, text)


@pytest.mark.parametrize(("entity", "text"), NEGATIVE)
def test_leaves_what_only_looks_like_it(entity, text):
    """Nothing is reported."""
    assert found(entity, text) == []


@pytest.mark.parametrize("entity", MODULES)
def test_has_lines_enough_of_both_kinds(entity):
    """A thin set of lines proves little."""
    data, least = lines(entity), LEAST.get(entity, 15)
    assert len(data["positive"]) >= least
    assert len(data["negative"]) >= least


@pytest.mark.parametrize("entity", MODULES)
def test_names_its_entity(entity):
    """The class reports the entity that the policy knows."""
    assert recognizer(entity).supported_entities == [entity]


@pytest.mark.parametrize(
    "unit",
    ["a", "1", "0", " ", "\n", "1 ", "0 ", "01 ", "a.", "a@", "1.", ":", "(", "+44 ", "tel ", "ext 1234 ", "x", "1 Aa Aa ", "a-",
     "\\", "/", "House ", "DOB ", "a [at] ", "07700 900123 ", "A1 1", "Aa ", "SO 12"],
)  # fmt: skip
def test_long_runs_of_one_thing_stay_quick(unit):
    """No pattern tries the same characters again and again: 100 kB of one thing takes seconds at most, for all."""
    text = unit * (100_000 // len(unit))
    started = time.perf_counter()
    for entity in MODULES:
        recognizer(entity).analyze(text, [entity])
    assert time.perf_counter() - started < 8


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["Tel:", "01632 960123", "ext 4521", "07700 900123", "0303 123 1113", "\n", "DDI", "x", ",", "101"]), max_size=12))  # fmt: skip
def test_one_place_has_one_telephone_answer(parts):
    """Direct, mobile and general numbers never overlap."""
    result = calls(" ".join(parts))
    assert all(a.end <= b.start for a, b in pairwise(result))


@settings(max_examples=200, deadline=None)
@given(st.from_regex(r"[a-z]{1,12}(\.[a-z]{1,12})?", fullmatch=True), st.sampled_from(["@", "\n\n@", "@\n", " [at] "]))
def test_any_plain_address_is_found_whole_over_any_break(local, sign):
    """Local part, sign, break and domain make one finding."""
    address = f"{local}{sign}example.gov.uk"
    assert found("EMAIL_ADDRESS", f"E-mail: {address}\n\nDate: 1 May") == [address]


@pytest.mark.skipif(not SEED, reason="the seed letter is not part of the project")
def test_reads_the_seed_letter():
    """The letter that started the project has these contact details and no others."""
    text = SEED[0].read_text(encoding="utf-8")
    seen = {entity: hits for entity in MODULES if (hits := found(entity, text))}
    assert seen == {
        "EMAIL_ADDRESS": ["FOI\n\n@gloucestershire.police.uk", "casework@ico.org.uk"],
        "DIRECT_DIAL": ["01452 754304"],
        "PHONE_NUMBER": ["0303 123 1113"],
        "UK_POSTCODE": ["SK9 5AF"],
        "STREET_ADDRESS": ["Wycliffe House\nWater Lane\nWilmslow\nCheshire\nSK9 5AF"],
    }
