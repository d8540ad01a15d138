"""The smaller commands: verify, explain, policies, config, schema and decide."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from redactor import decisions, errors, rules, verify
from redactor.cli import catalogue
from redactor.model import Action

from .conftest import FakeEngine, Outcome, refused

Cli = Callable[..., Outcome]
Pdf = Callable[[str], Path]


def test_verify_hands_the_original_over(cli: Cli, pdf: Pdf, engine: FakeEngine) -> None:
    """With its absolute path, because the engine works elsewhere."""
    source = pdf("letter.pdf")
    assert cli("verify", pdf("review.pdf"), "--original", "letter.pdf").code == 10
    task, path, options = engine.calls[0]
    assert (task, path.name, options["original"]) == ("verify", "review.pdf", source)
    refused(cli("verify", "review.pdf", "letter.pdf", "--original", "letter.pdf"), says="needs one copy")
    refused(cli("verify", "review.pdf", "--original", "gone.pdf"), says="gone.pdf")


def test_explain_lists_every_kind(cli: Cli) -> None:
    """Errors, exit codes, rules and entities, each with one line."""
    lines = cli("explain").out.splitlines()
    for needle in ("D503  ", "UK_NINO  ", "30  "):
        assert any(line.startswith(needle.rstrip()) for line in lines)
    assert {entry.kind for entry in catalogue.entries().values()} >= {"error", "exit code", "entity", "rule"}
    assert all(entry.title and entry.help for entry in catalogue.entries().values())


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ("D503", "longer than its deadline"),
        ("d503", "longer than its deadline"),
        ("UK_NINO", "National Insurance"),
        ("uk-nino", "National Insurance"),
        ("30", "could not be checked"),
        ("unchecked", "could not be checked"),
    ],
)
def test_explain_finds_a_code_however_it_is_typed(cli: Cli, wanted: str, says: str) -> None:
    """Small letters and hyphens are forgiven."""
    outcome = cli("explain", wanted)
    assert outcome.code == 0
    assert says in outcome.out


def test_every_rule_and_check_is_explained() -> None:
    """None is forgotten because its docstring has another form."""
    known = catalogue.entries()
    for found, kind in ((rules.all_rules(), "rule"), (verify.all_checks(), "check")):
        assert [one.code for one in found if known.get(one.code) is None or known[one.code].kind != kind] == []


def test_every_error_class_has_its_own_code() -> None:
    """A code that two errors shared would explain only one of them."""
    kinds = [errors.RedactorError]
    for kind in kinds:
        kinds += [sub for sub in kind.__subclasses__() if sub.__module__ == errors.__name__]
    codes = [kind.code for kind in kinds]
    assert len(codes) == len(set(codes))
    assert set(codes) <= set(catalogue.entries())


def test_explain_offers_near_codes(cli: Cli) -> None:
    """An unknown code is an error, not silence."""
    refused(cli("explain", "UK_NIN0"), says="unknown code 'UK_NIN0'. Near it: UK_NINO")
    refused(cli("explain", "???"), says="lists all")


def test_policies_are_listed_shown_and_validated(cli: Cli, tmp_path: Path) -> None:
    """Own packs are found in the folders that the configuration names."""
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "ours.yaml").write_text("name: ours\ntitle: Our own pack\nextends: uk-foi\n")
    (tmp_path / "redactor.toml").write_text('policy_path = ["packs"]\n')
    assert "uk-foi" in cli("policies").out
    assert ["ours", "Our own pack"] in [line.split(maxsplit=1) for line in cli("policies", "list").out.splitlines()]
    shown = cli("policies", "show", "ours").out
    assert "name: ours" in shown
    assert "entity:" in shown, "inherited lines are written out"
    assert "ours: sound" in cli("policies", "validate", "ours", "uk-foi").out
    (tmp_path / "bad.yaml").write_text("name: bad\nlinse: []\n")
    refused(cli("policies", "validate", "bad.yaml"), says="bad.yaml:2: unknown key 'linse'")
    refused(cli("policies", "show", "nothing"), says="no such policy")


def test_config_show_says_where_each_value_comes_from(cli: Cli, tmp_path: Path) -> None:
    """File or default."""
    (tmp_path / "redactor.toml").write_text('fail_on = "block"\n')
    lines = cli("config", "show").out.splitlines()
    assert any(line.startswith('fail_on = "block"') and str(tmp_path / "redactor.toml") in line for line in lines)
    assert any(line.startswith("timeout is not set") and "default" in line for line in lines)
    assert cli("config").out.splitlines() == lines


@pytest.mark.parametrize("name", ["report", "case", "policy", "decisions"])
def test_schemas_are_json_schema(cli: Cli, name: str) -> None:
    """Each is one sound JSON document of draft 2020-12."""
    schema = json.loads(cli("schema", name).out)
    assert schema["$schema"].endswith("2020-12/schema")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert "properties" in schema or "oneOf" in schema


def test_decide_records_a_decision_under_its_fingerprint(cli: Cli, pdf: Pdf, engine: FakeEngine) -> None:
    """A new file gets a salt, under which the finding is looked up; a second decision replaces the first."""
    options = ("--decisions", "d.yaml", "--finding", "F-0123456789", "--by", "J. Officer")
    outcome = cli(
        *("decide", pdf("ready.pdf"), *options, "--action", "keep", "--reason", "Published", "--expires", "2027-04-01")
    )
    assert outcome.code == 0, outcome.err
    saved = decisions.load(Path("d.yaml"))
    assert engine.calls[0][2]["decisions"].salt == saved.salt
    [entry] = saved.decisions
    assert (entry.action, entry.reason, entry.by) == (Action.KEEP, "Published", "J. Officer")
    assert (entry.expires, entry.document, entry.entity) == (date(2027, 4, 1), "ab" * 8, "PERSON")
    cli("decide", "ready.pdf", *options, "--action", "redact", "--exemption", "s40(2)", "--reason", "On reflection")
    [entry] = decisions.load(Path("d.yaml")).decisions
    assert (entry.action, entry.exemption) == (Action.REDACT, "s40(2)")
    assert decisions.load(Path("d.yaml")).salt == saved.salt


def test_decide_adds_terms_without_a_file(cli: Cli, engine: FakeEngine) -> None:
    """A term is looked for in every document the decisions are used with."""
    assert cli("decide", "--decisions", "d.yaml", "--add-term", "Project Heron", "--reason", "Live operation").code == 0
    assert [addition.term for addition in decisions.load(Path("d.yaml")).additions] == ["Project Heron"]
    assert engine.calls == []


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ([], 2, "nothing to decide"),
        (["--finding", "F-0123456789"], 2, "needs FILE and --action"),
        (["ready.pdf", "--finding", "F-nope", "--action", "keep"], 2, "no finding 'F-nope'"),
        (["gone.pdf", "--finding", "F-nope", "--action", "keep"], 2, "gone.pdf: no such file"),
        (["unread.pdf", "--finding", "F-0123456789", "--action", "keep"], 30, "took too long"),
        (["--add-term", "x"], 2, "--term"),
    ],
)
def test_decide_refuses_what_it_cannot_record(cli: Cli, pdf: Pdf, arguments: list[str], code: int, says: str) -> None:
    """And then writes no file."""
    pdf("ready.pdf"), pdf("unread.pdf")
    refused(cli("decide", *arguments, "--decisions", "d.yaml", "--reason", "Because"), code=code, says=says)
    assert not Path("d.yaml").exists()
