"""Settings that an authority writes once instead of typing them with every command.

The first of these that exists is read, and no other: the file given with ``--config`` (or named by the environment
variable REDACTOR_CONFIG), the nearest ``redactor.toml`` in this folder or one above, the nearest ``pyproject.toml`` with
a ``[tool.redactor]`` table. What the command line says comes before all of them.

    policy = "uk-police-foi"
    fail_on = "block"
    formats = ["text", "json=report.json"]
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from redactor.errors import ConfigError
from redactor.gate import FailOn
from redactor.model import Mode

__all__ = ["Config", "Loaded", "load"]

NAME = "redactor.toml"
ENVIRONMENT = "REDACTOR_CONFIG"
_MAX_BYTES = 1024 * 1024


class Config(BaseModel):
    """Every setting a configuration may hold. Paths in a file are read from that file's folder."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    policy: str = Field("uk-foi", min_length=1, description="Policy pack: a name or the path of a YAML file.")
    policy_path: tuple[Path, ...] = Field((), description="Folders in which packs are looked for by name.")
    mode: Mode | None = Field(None, description="publish or send, where neither command nor case file says one.")
    decisions: Path | None = Field(None, description="Decisions file used with every document.")
    formats: tuple[str, ...] = Field((), description="Reports to make, as given to --format.")
    fail_on: FailOn = Field(FailOn.REVIEW, description="review, block or never: which verdicts fail the command.")
    timeout: float | None = Field(
        None, gt=0, le=86_400, description="Seconds one file may take, instead of the policy's."
    )
    memory: int | None = Field(
        None, ge=64, le=1_048_576, description="Megabytes one file may use, instead of the policy's."
    )


@dataclass(frozen=True, slots=True)
class Loaded:
    """A configuration, the file it came from (None for the defaults) and the keys that file sets."""

    config: Config
    path: Path | None
    keys: frozenset[str]

    def origin(self, key: str) -> str:
        """Return where the value of a key comes from, in words."""
        return str(self.path) if key in self.keys else "default"


def load(
    explicit: Path | None = None, *, start: Path | None = None, environment: Mapping[str, str] | None = None
) -> Loaded:
    """Find and read the configuration; ConfigError names file, line and key.

    Args:
        explicit: the file given with ``--config``.
        start: folder from which to look upward; the current one when left out.
        environment: environment variables; the process's own when left out.
    """
    named = (os.environ if environment is None else environment).get(ENVIRONMENT, "")
    if explicit is None and named:
        explicit = Path(named)
    if explicit is not None:
        return _loaded(explicit, _table(explicit) if explicit.name == "pyproject.toml" else _read(explicit))
    folder = (start or Path.cwd()).absolute()
    for above in (folder, *folder.parents):
        if (above / NAME).is_file():
            return _loaded(above / NAME, _read(above / NAME))
    for above in (folder, *folder.parents):
        candidate = above / "pyproject.toml"
        if candidate.is_file() and (table := _table(candidate)) is not None:
            return _loaded(candidate, table)
    return Loaded(Config(), None, frozenset())


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
        if len(raw) > _MAX_BYTES:
            raise ConfigError("is larger than 1 MB", where=str(path), remedy="Check that it is the right file.")
        return tomllib.loads(raw.decode("utf-8-sig").replace("\r\n", "\n"))
    except OSError as problem:
        raise ConfigError(
            f"cannot be read ({problem.strerror})", where=str(path), remedy="Check the name and permission."
        ) from None
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8 text", where=str(path), remedy="Save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as problem:
        found = re.search(r"at line (\d+)", str(problem))
        where = f"{path}:{found[1]}" if found else str(path)
        # The rest of tomllib's message may quote the file; a configuration may hold names.
        raise ConfigError("is not valid TOML", where=where, remedy="Mend that line.") from None


def _table(path: Path) -> dict[str, Any] | None:
    """Return the table of this tool in a pyproject.toml; None where it has none."""
    tool = _read(path).get("tool", {})
    table = tool.get("redactor") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError("tool.redactor is not a table", where=str(path), remedy="Write [tool.redactor].")
    return table


def _loaded(path: Path, values: dict[str, Any] | None) -> Loaded:
    try:
        config = Config.model_validate(values or {})
    except ValidationError as problem:
        raise _explained(path, problem) from None
    folder = path.absolute().parent
    changes: dict[str, Any] = {"policy_path": tuple(folder / entry for entry in config.policy_path)}
    if config.decisions is not None:
        changes["decisions"] = folder / config.decisions
    if Path(config.policy).suffix in {".yaml", ".yml"} or len(Path(config.policy).parts) > 1:
        changes["policy"] = str(folder / config.policy)
    return Loaded(config.model_copy(update=changes), path, frozenset(values or {}))


def _explained(path: Path, problem: ValidationError) -> ConfigError:
    first = problem.errors(include_url=False, include_input=False)[0]
    key = str(first["loc"][0]) if first["loc"] else ""
    line = _line_of(path, key)
    where = f"{path}:{line}" if line else str(path)
    if first["type"] == "extra_forbidden":
        known = ", ".join(Config.model_fields)
        return ConfigError(f"unknown key {key!r}", where=where, remedy=f"Known keys: {known}.")
    message = str(first["msg"]).removeprefix("Value error, ").rstrip(".")
    return ConfigError(f"{key}: {message}", where=where, remedy="See `redactor config show`.")


def _line_of(path: Path, key: str) -> int | None:
    """Return the 1-based line on which a key stands, in its own table if the file holds others."""
    pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*(=|\.)")
    ours = path.name != "pyproject.toml"
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if path.name == "pyproject.toml" and line.lstrip().startswith("["):
            ours = line.strip() == "[tool.redactor]"
            if line.strip() in {f"[tool.redactor.{key}]", f"[[tool.redactor.{key}]]"}:
                return number
        elif (ours and pattern.match(line)) or line.strip() in {f"[{key}]", f"[[{key}]]"}:
            return number
    return None
