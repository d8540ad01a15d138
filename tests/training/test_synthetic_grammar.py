"""The language of the templates, and that every template and list in the data can be read and filled."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("faker", reason="the 'training' extra is not installed")

from training.synthetic.grammar import GrammarError, parse
from training.synthetic.names import Split
from training.synthetic.render import Renderer
from training.synthetic.templates import library

SPLITS: tuple[Split, ...] = ("train", "dev", "test")


def written(template: str, *, seed: int = 1, **rules: tuple[str, ...]) -> tuple[str, list[str]]:
    piece = Renderer(random.Random(seed), "train", rules).render(template)
    return piece.text, [piece.text[mark.start : mark.end] for mark in piece.marks]


@pytest.mark.parametrize("split", SPLITS)
def test_every_template_and_list_of_a_split_can_be_filled(split: Split) -> None:
    """A misspelt gap fails here with its name, not in the middle of a training run."""
    source = library(split)
    failed = []
    blocks = [(template.name, template.body) for template in source.templates]
    blocks += [(name, line) for name, lines in source.rules.items() for line in lines if " => " not in line]
    for name, body in blocks:
        for seed in range(3):
            try:
                Renderer(random.Random(seed), split, source.rules).render(body)
            except (GrammarError, KeyError, ValueError) as error:
                failed.append((name, str(error)))
    assert failed == []


@pytest.mark.parametrize("split", SPLITS)
def test_every_gap_of_every_alternative_is_known(split: Split) -> None:
    """Chance may not reach an alternative in a few draws, so all lines are also read for their gaps."""
    source = library(split)
    for line in (line for lines in source.rules.values() for line in lines):
        parse(line.split(" => ", 1)[-1])


def test_characters_outside_braces_stand_for_themselves() -> None:
    r"""Tables, quotes and square brackets need no escape; ``\n`` and ``\t`` are a line end and a tab."""
    assert written(r"a | b [c] <d>\n> e\tf") == ("a | b [c] <d>\n> e\tf", [])


def test_a_choice_a_label_and_a_rule() -> None:
    """The parts of the language work together and labels keep their bounds."""
    text, marked = written("To {O={firm} {Ltd|Ltd}}.", firm=("Acme",))
    assert (text, marked) == ("To Acme Ltd.", ["Acme Ltd"])


def test_a_person_named_twice_is_the_same_person() -> None:
    """``p1`` keeps its surname; ``p`` is somebody new each time; ``r1`` somebody new each row."""
    text, marked = written("{p1.plain}|{p1.plain}|{2-2 lines: {r1.plain}/{r1.plain}}")
    assert marked[0] == marked[1]
    assert marked[2] == marked[3]
    assert marked[4] == marked[5] != marked[2]
    assert text.count("\n") == 1


def test_a_choice_made_once_holds_for_the_document() -> None:
    """All rows of one list are written in one style."""
    for seed in range(8):
        text, _ = written("{style:=A|B}{3-3 joined: {i}{style}}", seed=seed)
        assert text in {"1A2A3A", "1B2B3B"}


def test_titles_stand_outside_the_mark() -> None:
    """``{p1.titled}`` is a title and a marked surname."""
    text, marked = written("{p1.titled}")
    assert len(marked) == 1
    assert text.endswith(marked[0])
    assert len(text) > len(marked[0])


@pytest.mark.parametrize("broken", ["{open", "{No such gap}", "{2-3 sideways: x}"])
def test_a_template_that_cannot_be_read_says_so(broken: str) -> None:
    """The message carries the piece at fault."""
    with pytest.raises(GrammarError):
        parse(broken)


def test_a_gap_nothing_fills_and_a_rule_without_end_are_refused() -> None:
    """Neither hangs nor prints an empty gap."""
    with pytest.raises(GrammarError, match="missing"):
        written("{missing}")
    with pytest.raises(GrammarError, match="without end"):
        written("{loop}", loop=("{loop}",))
