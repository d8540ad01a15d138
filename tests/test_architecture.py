"""The walls of the house, read from the imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FRONTS = ("redactor.cli", "redactor.desk", "redactor.bulk")
MODULES = sorted([*ROOT.glob("redactor/**/*.py"), *ROOT.glob("recognizers/**/*.py")])


def name_of(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path):
    """Yield every module that a file imports, wherever in the file."""
    package = name_of(path) if path.name == "__init__.py" else name_of(path).rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, base]).rstrip(".")
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def ours(module):
    return module.split(".")[0] in {"redactor", "recognizers"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_walls_hold(path):
    """Each module imports only what its room may see."""
    name = name_of(path)
    seen = set(imports(path))
    if name == "redactor.errors" or name.startswith("redactor.model"):
        assert not {m for m in seen if ours(m) and not m.startswith("redactor.model")}, "they import nothing of ours"
    if name.startswith("recognizers"):
        assert not {m for m in seen if m.split(".")[0] == "redactor"}, "recognizers import no redactor"
    if not name.startswith(FRONTS) and name != "redactor.__main__":
        assert not {m for m in seen if m.startswith(FRONTS)}, "nothing imports a front"
    if name.startswith("redactor.verify"):
        assert not {m for m in seen if m.split(".")[0] in {"pymupdf", "fitz"}}, "verifiers did not write the file"
    assert not {m for m in seen if m.split(".")[0] in {"requests", "httpx", "urllib3", "tldextract"}}
    assert not {m for m in seen if m.startswith(("urllib.request", "http.client", "ftplib"))}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_first_line_says_what_it_is(path):
    """A module begins with one sentence in words an officer knows."""
    text = path.read_text("utf-8")
    if not text.strip():
        return
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring, "a module docstring"
    assert docstring.split("\n")[0].strip().endswith((".", "?", ":")), docstring.split("\n")[0]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_assert_at_run_time(path):
    """``python -O`` drops assert statements, so no guarantee may rest on one."""
    assert not [n.lineno for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Assert)]
