"""Every recognizer finds its own examples and leaves its own counter-examples alone."""

from __future__ import annotations

import importlib

import pytest

import recognizers

MODULES = [
    module
    for name in recognizers.modules()
    if hasattr(module := importlib.import_module(f"recognizers.{name}"), "RECOGNIZER")
]


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.__name__.split(".")[-1])
def test_shows_what_it_must_and_must_not_match(module):
    """A recognizer without at least two examples of each kind is not finished."""
    recognizer = module.RECOGNIZER()
    assert len(module.EXAMPLES) >= 2
    assert len(module.COUNTER_EXAMPLES) >= 2
    for text in module.EXAMPLES:
        assert recognizer.analyze(text, recognizer.supported_entities), text
    for text in module.COUNTER_EXAMPLES:
        assert not recognizer.analyze(text, recognizer.supported_entities), text
