"""What ``redactor scan status``, ``show`` and ``export`` do: read the database and print."""

from __future__ import annotations

import contextlib
import dataclasses
import difflib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, BinaryIO

from redactor import release
from redactor.archive import compare as comparing
from redactor.archive import exports, reader, store
from redactor.archive import merge as merging
from redactor.archive.compare import Change
from redactor.archive.exports import Export
from redactor.archive.reader import FileRecord, Reader
from redactor.archive.state import State
from redactor.archive.values import Values, open_values
from redactor.cli import outputs
from redactor.cli.scan_progress import summary
from redactor.errors import DestinationError, ExitCode, UsageError, worst
from redactor.reporters.words import clean


def status(db: str, *, as_json: bool) -> None:
    """Print the last run, its counts, and what is still waiting."""
    with reader.open_reader(db) as opened:
        run = opened.last_run()
        counts: Counter[State] = Counter()
        verdicts: Counter[str] = Counter()
        for state, verdict, _, count in opened.groups(run.number):
            counts[state] += count
            if verdict:
                verdicts[verdict] += count
        total = sum(counts.values())
    if as_json:
        outputs.emit(
            json.dumps(
                {
                    "run": run.number,
                    "started": run.started,
                    "ended": run.ended or None,
                    "ending": run.ending,
                    "policy": run.policy,
                    "tool": run.tool,
                    "model": run.model,
                    "mode": run.mode,
                    "listed": total,
                    "states": {str(s): n for s, n in sorted(counts.items())},
                    "verdicts": dict(sorted(verdicts.items())),
                }
            )
        )
        return
    ended = f", ended {run.ended}" if run.ended else ""
    said = "running, or stopped before it could say so" if run.ending == "running" else run.ending
    head = f"Run {run.number}: {said}. Started {run.started}{ended}.\nPolicy {run.policy}, mode {run.mode}."
    wait = (
        f"\n{counts[State.WAITING]} wait; the same `redactor scan` goes on with them." if counts[State.WAITING] else ""
    )
    outputs.emit(f"{head}\n\n{summary(counts, verdicts, total)}{wait}")


def show(db: str, name: str, values: Path | None) -> None:
    """Print everything the database has of the files of a name; in clear where a file of values is given."""
    with contextlib.ExitStack() as stack:
        opened = stack.enter_context(reader.open_reader(db))
        clear = stack.enter_context(open_values(values, write=False)) if values is not None else None
        outputs.emit("\n\n".join(_shown(record, clear) for record in opened.find(name)))


def _shown(record: FileRecord, clear: Values | None) -> str:
    file = record.file
    head = f"{clean(str(file['path']))}\n  {file['state']}"
    head += f", {str(file['verdict']).upper()}" if file["verdict"] else ""
    head += f", {file['kind']}, {file['size']:,} bytes, {file['pages']} pages, sha256 {file['sha256'] or 'unknown'}"
    lines = [head]
    if file["message"]:
        lines.append(f"  {clean(str(file['message']))}")
    for one in record.findings:
        page = f"page {one['page']}" if one["page"] is not None else one["layer"]
        under = ", under an earlier redaction" if one["covered"] else ""
        lines.append(f"  {one['action']:<7} {one['entity']:<22} {page}{under}  {clean(_excerpt(one, clear))}")
    for issue in record.issues:
        page = f"page {issue['page']}: " if issue["page"] is not None else ""
        lines.append(f"  {issue['severity']:<7} {issue['code']:<22} {page}{clean(str(issue['message']))}")
    return "\n".join(lines)


def _excerpt(finding: dict[str, Any], clear: Values | None) -> str:
    text = clear.text(bytes(finding["value"])) if clear is not None else ""
    return text or str(finding["excerpt"])


def export(db: str, formats: list[str]) -> None:
    """Write every format that was asked for; files appear whole or not at all."""
    wanted = [_wanted(text) for text in formats]
    on_stdout = [made.name for made, path in wanted if path is None]
    if len(on_stdout) > 1:
        names = " and ".join(on_stdout)
        raise UsageError(f"{names} cannot share stdout", where="--format", remedy="Give one of them a file: NAME=PATH.")
    for made, path in wanted:
        with reader.open_reader(db) as opened:
            if path is None:
                _to_stdout(made, opened)
            else:
                _to_file(made, opened, path, db)


def _wanted(text: str) -> tuple[Export, Path | None]:
    name, equals, target = text.partition("=")
    known = exports.exports()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        remedy = f"Did you mean {near[0]}?" if near else f"Known formats: {', '.join(sorted(known))}."
        raise UsageError(f"unknown format {name!r}", where="--format", remedy=remedy)
    if equals and not target:
        raise UsageError(f"no file after {name}=", where="--format", remedy="Write NAME=PATH.")
    if known[name].needs_file and not target:
        raise UsageError(f"{name} needs a file", where="--format", remedy=f"Write {name}=PATH.")
    return known[name], Path(target) if target else None


def _to_file(made: Export, opened: Reader, path: Path, db: str) -> None:
    if path.absolute() in {Path(db).absolute(), Path(f"{db}-wal").absolute()}:
        raise DestinationError("is the database itself", where=str(path), remedy="Choose another name.")
    release.check_destination(Path(db), path, overwrite=True)
    with release.draft(path, overwrite=True) as draft:
        try:
            with draft.path.open("wb") as stream:
                made.write(opened, stream)
        except OSError as problem:
            raise DestinationError(
                f"cannot be written ({problem.strerror})",
                where=str(path),
                remedy="Free space, or choose another folder.",
            ) from None
        draft.release()


def _to_stdout(made: Export, opened: Reader) -> None:
    stream: BinaryIO = sys.stdout.buffer
    made.write(opened, stream)
    with contextlib.suppress(BrokenPipeError):
        stream.flush()


def merge(db: str, shards: list[str]) -> None:
    """Take everything of some databases into one, which is made if it does not exist."""
    if Path(db).absolute() in {Path(shard).absolute() for shard in shards}:
        raise UsageError("is one of the shards", where=db, remedy="Name a new file with --db.")
    with contextlib.ExitStack() as stack:
        opened = [stack.enter_context(reader.open_reader(shard)) for shard in shards]
        kept = stack.enter_context(store.open_store(db))
        count = merging.merge(kept, opened)
    outputs.emit(f"{count:>8}  files taken over from {len(shards)} databases")


def compare(old: str, new: str, *, as_json: bool) -> ExitCode:
    """Print what is new in the later scan, and return how bad it is."""
    codes = []
    with reader.open_reader(old) as before, reader.open_reader(new) as after:
        if other := comparing.differing(before, after):
            said = " and ".join(other)
            sys.stderr.write(f"The two scans differ in {said}: what is new may come from that.\n")
        for change in comparing.compare(before, after):
            codes.append(change.exit_code)
            outputs.emit(json.dumps(dataclasses.asdict(change)) if as_json else _change(change))
    if not codes and not as_json:
        outputs.emit("Nothing is new and nothing has gone.")
    return worst(codes)


def _change(change: Change) -> str:
    said = {"new": change.after, "gone": f"was {change.before}"}.get(change.kind, f"{change.before} -> {change.after}")
    if change.before == change.after:
        said = change.after
    lines = [f"{change.kind:<8} {clean(change.path)}  ({said})"]
    lines += [f"  + {count} {entity} ({action})" for entity, action, count in change.found]
    lines += [f"  - {count} {entity} ({action})" for entity, action, count in change.settled]
    return "\n".join(lines)
