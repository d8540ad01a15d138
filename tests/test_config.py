"""The configuration: which file counts, what it may say, and errors that name file, line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor import config
from redactor.errors import ConfigError
from redactor.gate import FailOn
from redactor.model import Mode


def load(folder: Path, explicit: Path | None = None, **environment: str) -> config.Loaded:
    """Load from a folder with a clean environment."""
    return config.load(explicit, start=folder, environment=environment)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    """And every value says so."""
    loaded = load(tmp_path)
    assert loaded.path is None
    assert loaded.config == config.Config()
    assert loaded.origin("policy") == "default"


def test_every_key_is_read(tmp_path: Path) -> None:
    """Paths are taken from the file's folder, wherever the command runs."""
    (tmp_path / "redactor.toml").write_text(
        'policy = "packs/ours.yaml"\npolicy_path = ["packs"]\nmode = "send"\ndecisions = "d.yaml"\n'
        'formats = ["text", "json=r.json"]\nfail_on = "block"\ntimeout = 30\nmemory = 512\n'
    )
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    values = load(below).config
    assert values.policy == str(tmp_path / "packs" / "ours.yaml")
    assert values.policy_path == (tmp_path / "packs",)
    assert values.decisions == tmp_path / "d.yaml"
    assert (values.mode, values.fail_on, values.timeout, values.memory) == (Mode.SEND, FailOn.BLOCK, 30, 512)
    assert values.formats == ("text", "json=r.json")


def test_a_policy_name_stays_a_name(tmp_path: Path) -> None:
    """Only what looks like a path is resolved."""
    (tmp_path / "redactor.toml").write_text('policy = "uk-foi"\n')
    assert load(tmp_path).config.policy == "uk-foi"


def test_the_order_of_places(tmp_path: Path) -> None:
    """--config, REDACTOR_CONFIG, nearest redactor.toml, nearest pyproject.toml with our table; one alone counts."""
    below = tmp_path / "below"
    below.mkdir()
    (below / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    (tmp_path / "pyproject.toml").write_text("[tool.redactor]\ntimeout = 1\n")
    assert load(below).config.timeout == 1
    (below / "pyproject.toml").write_text("[tool.redactor]\ntimeout = 2\n")
    assert load(below).config.timeout == 2
    (tmp_path / "redactor.toml").write_text("timeout = 3\n")
    assert load(below).config.timeout == 3, "any redactor.toml comes before a pyproject.toml"
    (below / "redactor.toml").write_text("memory = 100\n")
    loaded = load(below)
    assert (loaded.config.timeout, loaded.config.memory) == (None, 100), "files are not mixed"
    assert (loaded.origin("memory"), loaded.origin("timeout")) == (str(below / "redactor.toml"), "default")
    (tmp_path / "env.toml").write_text("timeout = 4\n")
    assert load(below, REDACTOR_CONFIG=str(tmp_path / "env.toml")).config.timeout == 4
    (tmp_path / "given.toml").write_text("timeout = 5\n")
    given = load(below, tmp_path / "given.toml", REDACTOR_CONFIG=str(tmp_path / "env.toml"))
    assert given.config.timeout == 5
    assert load(below, tmp_path / "pyproject.toml").config.timeout == 1


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('fail_on = "block"\npolcy = "x"\n', 2, "unknown key 'polcy'"),
        ('fail_on = "sometimes"\n', 1, "fail_on: "),
        ('\n\n"timeout" = -1\n', 3, "timeout: "),
        ("policy = [\n", None, "is not valid TOML"),
        ("x = = 1\n", 1, "is not valid TOML"),
        ("[extra]\ny = 1\n", 1, "unknown key 'extra'"),
    ],
)
def test_a_fault_names_file_line_and_key(tmp_path: Path, text: str, line: int | None, says: str) -> None:
    """So that it can be mended without reading the manual."""
    path = tmp_path / "redactor.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as caught:
        load(tmp_path)
    assert says in caught.value.what
    assert caught.value.where == (f"{path}:{line}" if line else str(path))
    assert caught.value.remedy


def test_the_line_in_pyproject_is_that_of_our_table(tmp_path: Path) -> None:
    """A key of the same name in somebody else's table is not ours."""
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool.other]\nmemory = 1\n[tool.redactor]\nmemory = 1\n")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path)
    assert caught.value.where == f"{path}:4"


def test_our_table_must_be_a_table(tmp_path: Path) -> None:
    """Anything else is an error, never an empty configuration."""
    (tmp_path / "pyproject.toml").write_text("[tool]\nredactor = 1\n")
    with pytest.raises(ConfigError, match="not a table"):
        load(tmp_path)


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path, content: bytes | None) -> None:
    """Missing or not UTF-8."""
    path = tmp_path / "x.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, path)
    assert caught.value.where == str(path)


def test_a_fault_quotes_no_value(tmp_path: Path) -> None:
    """A configuration may hold names."""
    (tmp_path / "redactor.toml").write_text('timeout = "Amara Okonkwo-Reid"\n')
    with pytest.raises(ConfigError) as caught:
        load(tmp_path)
    assert "Amara" not in str(caught.value)
