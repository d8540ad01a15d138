"""The first line of the policy that matches a finding decides."""

from __future__ import annotations

import pytest

from redactor.decide.lines import LineBook
from redactor.model import Action, Layer, Mode
from redactor.policy import Policy
from redactor.policy_parts import Line


def book(*lines: Line, mode: Mode = Mode.PUBLISH) -> LineBook:
    """Return the lines ready to be asked."""
    return LineBook(Policy(name="test", lines=lines), mode)


def line(action: str, **settings: object) -> Line:
    """Return a line about PERSON."""
    return Line.model_validate({"entity": "PERSON", "action": action, "why": "because", **settings})


def ask(
    ready: LineBook, text: str = "Jane", value: str = "Jane", *, score: float = 0.9, layer: Layer = Layer.BODY
) -> str:
    """Return the action for the first place of a value in a text, or "silent"."""
    at = text.index(value)
    found = ready.first("PERSON", score, layer, value, text, at, at + len(value))
    return found.action.value if found else "silent"


def test_first_matching_line_decides() -> None:
    """Order is the only precedence."""
    assert ask(book(line("keep"), line("redact"))) == "keep"
    assert ask(book(line("redact"), line("keep"))) == "redact"


def test_no_line_for_the_entity_is_silence() -> None:
    """Silence is told apart from every action, so that decide can make it REVIEW."""
    assert ask(book(line("keep", entity="UK_VRM"))) == "silent"


@pytest.mark.parametrize(("score", "want"), [(0.5, "redact"), (0.49, "review")])
def test_threshold_is_the_least_score(score: float, want: str) -> None:
    """A score equal to the threshold matches."""
    assert ask(book(line("redact", threshold=0.5), line("review")), score=score) == want


def test_mode_limits_a_line() -> None:
    """A line for one mode is absent in the other."""
    lines = (line("keep", mode="send"), line("redact"))
    assert ask(book(*lines, mode=Mode.SEND)) == "keep"
    assert ask(book(*lines, mode=Mode.PUBLISH)) == "redact"


def test_layers_limit_a_line() -> None:
    """A line for metadata says nothing of the page."""
    ready = book(line("keep", layers=["metadata"]), line("redact"))
    assert ask(ready, layer=Layer.METADATA) == "keep"
    assert ask(ready, layer=Layer.BODY) == "redact"


def test_value_must_match_in_full() -> None:
    """A pattern for "None" does not keep "Nonesuch"."""
    ready = book(line("keep", value="(?i)none"), line("redact"))
    assert ask(ready, "NONE", "NONE") == "keep"
    assert ask(ready, "Nonesuch", "Nonesuch") == "redact"


def test_near_looks_to_both_sides_and_no_further() -> None:
    """The finding itself is not its own neighbourhood."""
    ready = book(line("keep", near="judge", within=10), line("redact"))
    assert ask(ready, "the judge Jane") == "keep"
    assert ask(ready, "Jane, judge") == "keep"
    assert ask(ready, "judge and many others: Jane") == "redact"
    assert ask(ready, "judge", "judge") == "redact"


def test_near_can_tell_before_from_behind() -> None:
    r"""\x00 stands for the finding, so a pattern can ask for what stands just before it."""
    ready = book(line("keep", near=r"Dear\s+\x00"), line("redact"))
    assert ask(ready, "Dear Jane") == "keep"
    assert ask(ready, "Jane Dear") == "redact"
    assert ask(ready, "Dear all, Jane") == "redact"


def test_line_for_several_entities_speaks_for_each() -> None:
    """A list of entities is shorthand for a line each."""
    ready = book(Line(entity=("UK_VRM", "PERSON"), action=Action.REVIEW, why="because"))
    assert ask(ready) == "review"
    assert ready.first("UK_VRM", 0.1, Layer.BODY, "x", "x", 0, 1) is not None
