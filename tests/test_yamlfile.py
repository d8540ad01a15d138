"""YAML is read strictly: by line and key, without duplicate keys, aliases or surprises."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from redactor import yamlfile
from redactor.errors import PolicyError


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str = ""
    count: int = 0


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str = ""
    parts: tuple[Part, ...] = ()
    named: dict[str, Part] = {}
    when: date | None = None


def parse(text):
    return yamlfile.parse(text, Whole, PolicyError, where="pack.yaml")


def test_values_arrive():
    """Lists, mappings and dates."""
    got = parse("title: A\nparts: [{name: x, count: 2}]\nnamed: {one: {name: y}}\nwhen: 2026-11-23\n")
    assert got == Whole(
        title="A", parts=(Part(name="x", count=2),), named={"one": Part(name="y")}, when=date(2026, 11, 23)
    )
    assert parse("") == parse("# nothing\n") == Whole()


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("title: A\ntitel: B\n", "pack.yaml:2", "unknown key 'titel'"),
        ("parts:\n- name: x\n- name: y\n  count: many\n", "pack.yaml:4", "parts.1.count"),
        ("named:\n  one:\n    nane: y\n", "pack.yaml:3", "unknown key 'named.one.nane'"),
        ("parts:\n- just a word\n", "pack.yaml:2", "parts.0"),
        ("title: A\nparts: []\ntitle: B\n", "pack.yaml:3", "the key 'title' stands twice"),
        ("named:\n  one: {name: x, name: y}\n", "pack.yaml:2", "the key 'name' stands twice"),
        ("a: &x [1]\nb: *x\n", "pack.yaml:2", "aliases are not allowed"),
        ("title: [\n", "pack.yaml:2", "expected"),
        ("title: 'no end\n", "pack.yaml:2", "end of stream"),
        ("title: A\n---\ntitle: B\n", "pack.yaml:2", "document"),
        ("title: !!python/object:os.system x\n", "pack.yaml:1", "could not determine a constructor"),
        ("? [a, b]\n: c\n", "pack.yaml:1", "not a plain word"),
        ("{a: 1}: b\n", "pack.yaml:1", "not a plain word"),
        ("- a\n", "pack.yaml", "keys and values"),
        ("just words\n", "pack.yaml", "keys and values"),
        ("title: \0\n", "pack.yaml", "not valid YAML"),
        ("when: 2026-13-45\n", "pack.yaml", "cannot be"),
        ("parts: [{count: " + "9" * 5000 + "}]\n", "pack.yaml", "cannot be"),
        ("title: " + "[" * 3000 + "]" * 3000, "pack.yaml", "nested too deeply"),
        ("title: " + "{a: " * 3000 + "}" * 3000, "pack.yaml", "nested too deeply"),
    ],
)
def test_what_will_not_go_is_named(text, where, says):
    """By line where there is one, and always as the caller's own error."""
    with pytest.raises(PolicyError, match=says) as caught:
        parse(text)
    assert caught.value.where == where
    assert caught.value.remedy


def test_a_laughing_file_is_refused_quickly():
    """Aliases are how a small file becomes a large one; too many entries are refused as well."""
    bomb = "a: &a [x, x, x]\n" + "".join(
        f"{n}: &{n} [*{p}, *{p}, *{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with pytest.raises(PolicyError, match="aliases"):
        parse(bomb)


def test_too_many_entries_are_refused(monkeypatch):
    """A file that holds more than any policy could."""
    monkeypatch.setattr(yamlfile, "_MAX_NODES", 500)
    started = time.monotonic()
    with pytest.raises(PolicyError, match="too many entries"):
        parse("parts: [" + "{}," * 5000 + "]")
    assert time.monotonic() - started < 5


def test_a_file_that_is_no_text_or_too_large(tmp_path, monkeypatch):
    """Each says what is the matter and where."""
    path = tmp_path / "pack.yaml"
    for content, says in (
        (b"title: \xff\xfe", "UTF-8"),
        (b"#" * (yamlfile._MAX_BYTES + 1), "4 MB"),
        (None, "cannot be read"),
    ):
        path.write_bytes(content) if content is not None else path.unlink()
        with pytest.raises(PolicyError, match=says) as caught:
            yamlfile.read(path, Whole, PolicyError)
        assert caught.value.where == str(path)
    with pytest.raises(PolicyError, match="cannot be read"):
        yamlfile.read(tmp_path, Whole, PolicyError)


def test_a_byte_order_mark_is_no_key(tmp_path):
    """As some editors write it."""
    path = tmp_path / "pack.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: A\n")
    assert yamlfile.read(path, Whole, PolicyError).title == "A"


@settings(deadline=None)
@given(st.text(st.sampled_from("atiel:-[]{}?&*!|>'\"#\n 0129\\,%@`<"), max_size=40))
def test_any_text_gives_a_model_or_our_error(text):
    """Nothing else comes out of the reader, whatever stands in the file."""
    try:
        assert isinstance(parse(text), Whole)
    except PolicyError as problem:
        assert problem.where.startswith("pack.yaml")
