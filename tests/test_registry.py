"""What is one file in a folder is found, and one that does not load is not passed over."""

from __future__ import annotations

import sys

import pytest

from redactor import registry


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return a function that writes modules of a package by path and content."""
    monkeypatch.syspath_prepend(tmp_path)
    root = tmp_path / "made_for_registry"

    def write(**modules):
        root.mkdir()
        (root / "__init__.py").touch()
        for name, content in modules.items():
            path = root.joinpath(*name.split("__"))
            path.parent.mkdir(exist_ok=True)
            (path.parent / "__init__.py").touch()
            path.with_suffix(".py").write_text(content)
        return "made_for_registry"

    yield write
    for name in [name for name in sys.modules if name.startswith("made_for_registry")]:
        del sys.modules[name]


def test_every_module_is_found_in_order_and_private_ones_are_not(package):
    """Sub-folders too; a new file needs no entry anywhere."""
    name = package(b="X = 'b'", a="X = 'a'", _c="X = 'c'", sub__d="X = 'd'")
    assert [module.__name__.rpartition(".")[2] for module in registry.submodules(name)] == ["a", "b", "d"]
    assert registry.collect(name, str)[-1] != "c"


def test_each_instance_counts_once(package):
    """A second name for the same thing makes no second thing, and other kinds are not taken."""
    name = package(a="X = (1, 2)\nY = X\nZ = 3", b="from made_for_registry.a import X")
    assert registry.collect(name, tuple) == ((1, 2),)


def test_a_module_that_does_not_load_is_not_passed_over(package):
    """A rule that cannot be read would otherwise be a rule that was never applied."""
    name = package(a="X = 1", b="raise RuntimeError('broken')")
    with pytest.raises(RuntimeError, match="broken"):
        registry.collect(name, int)
