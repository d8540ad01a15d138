"""Everything that has a code: rules, checks, errors, exit codes and entities, with the help each carries itself."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from redactor import errors
from redactor.reporters import codes

_NUMBERED = re.compile(r"[A-Z]\d{3}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One code: what kind of thing it is, its line in a list, and its help page."""

    code: str
    kind: str
    name: str
    title: str
    help: str


def entries() -> dict[str, Entry]:
    """Return every entry by code, exit codes first."""
    found: dict[str, Entry] = {}
    for entry in (*_exit_codes(), *_documented(), *_policy_entities()):
        found.setdefault(entry.code, entry)
    return found


def find(wanted: str, known: dict[str, Entry]) -> Entry | None:
    """Return the entry of a code or name, however it is written."""
    folded = wanted.casefold().replace("_", "-")
    for entry in known.values():
        if folded in {entry.code.casefold().replace("_", "-"), entry.name.casefold().replace("_", "-")}:
            return entry
    return None


def near(wanted: str, known: dict[str, Entry]) -> list[str]:
    """Return the codes most like an unknown one."""
    return difflib.get_close_matches(wanted.upper(), known, n=4, cutoff=0.4)


def _exit_codes() -> Iterator[Entry]:
    order = ", ".join(str(int(one)) for one in errors.WORST)
    for code in errors.WORST:
        text = f"Exit code {int(code)}: {code.meaning}.\n\nSeveral files end with the worst, in this order: {order}."
        yield Entry(str(int(code)), "exit code", code.name, code.meaning, text)


def _documented() -> Iterator[Entry]:
    """Yield what rules, checks, errors and recognizers say of themselves at their heads."""
    kinds = _error_kinds()
    for meaning in codes.meanings().values():
        kind = "entity"
        text = meaning.help
        if meaning.code in kinds:
            kind, code = "error", kinds[meaning.code].exit_code
            text = f"{meaning.code} {meaning.name}: {text}\n\nExit code: {int(code)}, {code.meaning}."
        elif _NUMBERED.fullmatch(meaning.code):
            kind = "check" if meaning.code.startswith("V") else "rule"
        yield Entry(meaning.code, kind, meaning.name, meaning.title, text)


def _error_kinds() -> dict[str, type[errors.RedactorError]]:
    kinds = [errors.RedactorError]
    for kind in kinds:
        kinds += [below for below in kind.__subclasses__() if below.__module__ == errors.__name__]
    return {kind.code: kind for kind in kinds}


def _policy_entities() -> Iterator[Entry]:
    """Yield entities that no single recognizer file stands for, from the reasons that the built-in packs give."""
    from redactor import policy as policies

    reasons: dict[str, list[str]] = {}
    for name in policies.names():
        for line in policies.load(name).lines:
            for entity in line.entities:
                mode = f" in mode {line.mode}" if line.mode else ""
                reasons.setdefault(entity, []).append(f"{name}: {line.action.upper()}{mode}. {line.why}")
    for entity, lines in sorted(reasons.items()):
        title = lines[0].partition(". ")[2]
        unique = "\n".join(dict.fromkeys(lines))
        yield Entry(entity, "entity", entity, title, f"{entity}: what the built-in policies do with it.\n\n{unique}")
