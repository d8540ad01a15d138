"""What the desk was started with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redactor.desk.scanned import Listed
    from redactor.model import Case
    from redactor.policy import Policy


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """The command's options, settled.

    Attributes:
        decisions: one file for the entire queue; None for NAME.decisions.yaml beside each document.
        output: folder into which released files are also written; None for download alone.
        by: who decides, as the decisions file and the schedule name them.
        listed: files of a scan's database, searched when they are opened; ``scan`` says how many there are.
        case_for: the case, once the policy is known.
    """

    files: tuple[Path, ...]
    policy: str
    case_for: Callable[[Policy], Case] = field(repr=False)
    search: tuple[Path, ...] = ()
    decisions: Path | None = None
    output: Path | None = None
    overwrite: bool = False
    by: str = ""
    timeout: float | None = None
    memory: int | None = None
    listed: tuple[Listed, ...] = ()
    scan: str = ""
    max_bytes: int = 512 * 1024 * 1024
