"""docs/reference.md is what the code says, and says all of it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from redactor import errors, policy, rules, verify
from redactor.reporters import reporters

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def maker():
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made(maker):
    return maker.reference()


def test_reference_is_what_the_code_says(maker, made):
    """Run ``python -m docs.make_reference`` and commit what changed."""
    assert maker.TARGET.read_text("utf-8") == made, (
        "docs/reference.md is out of date: run python -m docs.make_reference"
    )


def test_reference_leaves_nothing_out(made):
    """Every rule, check, error, exit code, policy and format has its row."""
    cells = {
        cell.strip().strip("`") for line in made.splitlines() if line.startswith("|") for cell in line.split(" | ")
    }
    cells = {cell.removeprefix("| ").strip("`") for cell in cells}
    assert {one.code for one in rules.all_rules()} <= cells
    assert {one.code for one in verify.all_checks()} <= cells
    assert {str(int(code)) for code in errors.ExitCode} <= cells
    assert {"D502", "E903"} <= cells
    assert set(policy.names()) <= cells
    assert set(reporters()) <= cells
    assert {"PERSON", "ORGANISATION", "UK_NINO"} <= cells


def test_tables_are_whole(made):
    """No row has more or fewer cells than its head: a stray bar in a help text would shift them."""
    width = None
    for line in made.splitlines():
        if not line.startswith("|"):
            width = None
            continue
        cells = line.replace("\\|", "").count("|")
        width = width or cells
        assert cells == width, line


def test_every_command_is_described(made):
    """Commands come from the application itself; each has a first sentence."""
    for command in ("check", "redact", "verify", "decide", "explain"):
        assert f"### `redactor {command}`" in made
