"""Read a YAML file into a checked model, and say file, line and key when it will not go.

YAML's duplicate keys, which PyYAML lets pass in silence, are an error here: a policy in which the second of two lines
wins unseen is a policy nobody decided on.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from redactor.errors import UsageError

Model = TypeVar("Model", bound=BaseModel)
_MAX_BYTES = 4 * 1024 * 1024
# Fits every policy we ship; alias bombs need depth or size beyond it.
_MAX_NODES = 200_000


# No policy nests deeper than eight; libyaml's composer calls itself once a level and has no limit of its own.
_MAX_DEPTH = 100
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it: ten times as fast, and a policy is read in every process."""


class _TooDeepError(Exception):
    """The file nests deeper than any policy does."""


def _problem(what: str, where: yaml.Node | yaml.Event) -> yaml.composer.ComposerError:
    """Return an error that knows its line; libyaml's marks and PyYAML's own are of two types."""
    mark: Any = where.start_mark
    return yaml.composer.ComposerError(None, None, what, mark)


def _refuse_bombs(text: str) -> None:
    """Raise where a file has aliases (a "billion laughs" needs them), too many entries or too many levels."""
    nodes = depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.events.AliasEvent):
            raise _problem("aliases are not allowed", event)
        nodes += isinstance(event, yaml.events.NodeEvent)
        depth += isinstance(event, yaml.events.CollectionStartEvent) - isinstance(event, yaml.events.CollectionEndEvent)
        if nodes > _MAX_NODES:
            raise yaml.composer.ComposerError(None, None, "the file has too many entries", None)
        if depth > _MAX_DEPTH:
            raise _TooDeepError


def _refuse_twins(node: yaml.Node | None) -> None:
    """Raise where a key stands twice or is no plain word."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise _problem("a key is not a plain word", key)
            if key.value in seen:
                raise _problem(f"the key {key.value!r} stands twice", key)
            seen.add(key.value)
            _refuse_twins(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_twins(value)


def read(path: Path, model: type[Model], error: type[UsageError]) -> Model:
    """Read and check a YAML file; raise ``error`` with file, line and key."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
    except OSError as problem:
        raise error(
            f"cannot be read ({problem.strerror})", where=str(path), remedy="Check the name and permission."
        ) from None
    if len(raw) > _MAX_BYTES:
        raise error("is larger than 4 MB", where=str(path), remedy="Split it, or check that it is the right file.")
    try:
        return parse(raw.decode("utf-8-sig"), model, error, where=str(path))
    except UnicodeDecodeError:
        raise error("is not UTF-8 text", where=str(path), remedy="Save it as UTF-8.") from None


def parse(text: str, model: type[Model], error: type[UsageError], *, where: str) -> Model:
    """Check YAML text against a model; raise ``error`` with line and key."""
    try:
        _refuse_bombs(text)
        loader = _LOADER(text)
        try:
            node = loader.get_single_node()
            _refuse_twins(node)
            data = loader.construct_document(node) if node is not None else {}
        finally:
            loader.dispose()
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = f":{mark.line + 1}" if mark is not None else ""
        what = getattr(problem, "problem", None) or "is not valid YAML"
        raise error(str(what), where=f"{where}{line}", remedy="Mend the YAML and try again.") from None
    except ValueError:
        # PyYAML lets the errors of date and int through as they are: a thirteenth month, a number of 5000 digits.
        raise error("holds a date or number that cannot be", where=where, remedy="Correct it and try again.") from None
    except (RecursionError, _TooDeepError):
        raise error("is nested too deeply", where=where, remedy="Check that it is the right file.") from None
    if not isinstance(data, dict):
        raise error("does not hold keys and values", where=where, remedy="Start with lines such as 'name: value'.")
    try:
        return model.model_validate(data)
    except ValidationError as problem:
        first = problem.errors(include_url=False, include_input=False)[0]
        # Pydantic marks a fault of a key itself by "[key]" behind it.
        key = ".".join(str(part) for part in first["loc"] if part != "[key]")
        at = _line_of(node, first["loc"])
        if first["type"] == "extra_forbidden":
            what, remedy = f"unknown key {key!r}", "Remove it or correct its spelling."
        else:
            what, remedy = f"{key or 'the file'}: {_plain(first['msg'])}", "Correct it and try again."
        raise error(what, where=f"{where}:{at}" if at else where, remedy=remedy) from None


def _plain(message: str) -> str:
    """Return pydantic's message without its own prefix and full stop."""
    return message.removeprefix("Value error, ").rstrip(".")


def _line_of(node: yaml.Node | None, location: Sequence[str | int]) -> int | None:
    """Return the 1-based line of the innermost node that a validation error names."""
    line = None
    for part in location:
        found: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == part:
                    line, found = key.start_mark.line + 1, value
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            found = node.value[part]
            line = found.start_mark.line + 1
        if found is None:
            break
        node = found
    return line
