"""Options that several commands share, each written once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from redactor.gate import FailOn
from redactor.model import Mode

Files = Annotated[list[Path], typer.Argument(help="Files, or folders searched for *.pdf.", show_default=False)]
PolicyName = Annotated[
    str | None,
    typer.Option("--policy", "-p", metavar="NAME|PATH", help="Policy pack. [default: uk-foi]", show_default=False),
]
CaseFile = Annotated[Path | None, typer.Option("--case", metavar="FILE", help="Case file (YAML): what you know.")]
Requester = Annotated[
    list[str] | None, typer.Option("--requester", metavar="NAME", help="Name of the requester; may be repeated.")
]
RequesterEmail = Annotated[
    list[str] | None, typer.Option("--requester-email", metavar="ADDRESS", help="Their e-mail address.")
]
RequesterPhone = Annotated[
    list[str] | None, typer.Option("--requester-phone", metavar="NUMBER", help="Their telephone number.")
]
Reference = Annotated[str | None, typer.Option("--reference", metavar="REF", help="Your own reference, which stays.")]
ModeOption = Annotated[
    Mode | None,
    typer.Option("--mode", help="Publish it, or send it to the requester. [default: the policy's]", show_default=False),
]
DecisionsFile = Annotated[
    Path | None, typer.Option("--decisions", metavar="FILE", help="Decisions made before; see `redactor decide`.")
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME[=PATH]",
        help="Report: text, json, jsonl, html, sarif, junit, github ...; to stdout or to PATH; may be repeated.",
    ),
]
FailOnOption = Annotated[
    FailOn | None,
    typer.Option("--fail-on", help="Which verdicts fail the command. [default: review]", show_default=False),
]
ShowValues = Annotated[
    bool, typer.Option("--show-values", help="Show what was found instead of masking it. Keep such reports private.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print the verdict line of each file and nothing else.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more on stderr; never document text.")]
ConfigFile = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Configuration to use.")]
PasswordFile = Annotated[
    Path | None, typer.Option("--password-file", metavar="FILE", help="File whose first line opens an encrypted PDF.")
]
Timeout = Annotated[
    float | None,
    typer.Option("--timeout", metavar="SECONDS", min=1, max=86_400, help="Time one file may take.", show_default=False),
]
Memory = Annotated[
    int | None,
    typer.Option("--memory", metavar="MB", min=64, max=1_048_576, help="Memory one file may use.", show_default=False),
]
