"""The JSON Schema of a report tells the truth about every JSON report."""

from __future__ import annotations

import copy
import json

import jsonschema
import pytest

from redactor import gate, reporting
from redactor.model import Action
from redactor.reporters import json as json_reporter
from redactor.reporters import schema

from . import reports


@pytest.fixture(scope="module")
def validator():
    found = schema.report_schema()
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


@pytest.mark.parametrize("name", [*reports.GOLDEN, "large", "none"])
def test_every_report_is_valid(name, validator):
    """One file is the report object itself; several, or none, are an object with ``reports``."""
    given = {**reports.GOLDEN, "large": [reports.large()], "none": []}[name]
    value = json.loads(json_reporter.render(given))
    validator.validate(value)
    assert ("reports" in value) == (len(given) != 1)


@pytest.mark.parametrize("where", ["unknown", "missing", "nested"])
def test_objects_are_closed(where, validator):
    """A key that nobody documented, or one that went missing, is noticed."""
    value = json.loads(json_reporter.render([reports.ready()]))
    validator.validate(value)
    changed = copy.deepcopy(value)
    if where == "unknown":
        changed["surprise"] = 1
    elif where == "missing":
        del changed["policy"]
    else:
        changed["findings"][0]["surprise"] = 1
    assert not validator.is_valid(changed)


def test_schema_has_identity():
    """Programs find it by id; people by title and description; its version is that of the reports."""
    found = schema.report_schema()
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert found["$id"].endswith(f":{schema.SCHEMA_VERSION}")
    assert schema.SCHEMA_VERSION in found["title"]
    assert found["description"]
    assert schema.SCHEMA_VERSION == reporting.SCHEMA_VERSION


def test_counts_and_exit_code_follow_from_the_report():
    """What is added to the fields of Report is worked out, not stored."""
    report = reports.review()
    value = schema.to_json(report)
    assert value["counts"]["findings"] == {"redact": 4, "review": 2, "keep": 4}
    assert value["counts"]["issues"] == {"block": 0, "review": 2, "note": 1}
    assert value["counts"]["checks"] == {"pass": 3, "fail": 0, "error": 0, "not applicable": 0}
    assert value["exit_code"] == gate.exit_code(report) == 10
    assert value["unchecked"] is False
    assert [found["action"] for found in value["findings"]] == [str(found.action) for found in report.findings]


def test_several_files_have_the_worst_verdict():
    """READY, REVIEW and unchecked together are BLOCKED with exit code 30."""
    value = schema.set_to_json([reports.ready(), reports.review(), reports.unchecked()])
    assert (value["verdict"], value["exit_code"]) == ("blocked", 30)
    assert schema.set_to_json([reports.ready(), reports.review()])["exit_code"] == 10


def test_no_file_is_no_clean_result():
    """A run that checked nothing must not read as READY."""
    assert schema.set_to_json([])["verdict"] == "blocked"
    assert schema.set_to_json([])["exit_code"] == 30


def test_every_field_of_the_report_is_there():
    """The one conversion drops nothing."""
    value = schema.to_json(reports.ready())
    assert set(type(reports.ready()).__dataclass_fields__) <= set(value)
    assert set(type(reports.FINDINGS[0]).__dataclass_fields__) == set(value["findings"][0])
    assert value["created"] == "2026-11-23T09:30:00Z"
    assert Action(value["findings"][0]["action"]) is Action.REDACT
