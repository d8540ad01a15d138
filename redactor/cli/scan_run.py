"""What ``redactor scan PATH...`` does: settle everything, list, hand over to the archive, and end with the worst."""

from __future__ import annotations

import dataclasses
import os
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from redactor.archive import crew, database, gone, key, listing, scan, setup, state, store, values
from redactor.archive.child import Orders
from redactor.archive.reader import Reader
from redactor.archive.state import State
from redactor.archive.zips import Bounds
from redactor.cli import outputs, settings
from redactor.cli.scan_progress import ScanProgress, summary
from redactor.cli.settings import Given
from redactor.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from redactor.archive.cluster import Cluster
    from redactor.archive.store import Store
    from redactor.cli.settings import Settings
    from redactor.decisions import Decisions
    from redactor.formats import Limits
    from redactor.policy import Policy

DEFAULT_POLICY = "archive-scan"
_PARAGRAPHS = ".paragraphs"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanGiven:
    """The options of a scan beside those it shares with other commands."""

    paths: list[str]
    db: str
    files_from: str | None = None
    skip: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    jobs: int = 0
    shard: str = ""
    key: Path | None = None
    store_values: Path | None = None
    again: bool = False
    every: float = 10.0
    zip_depth: int = 4
    remember: bool = True
    executor: str = "threads"
    scheduler: str = ""


def run(given: Given, wanted: ScanGiven, *, desk: crew.Desk | None = None) -> ExitCode:
    """Scan, and return the worst exit code of all files of this run."""
    from redactor import policy as policies

    settled = settings.settle(given)
    if given.policy is None and "policy" not in settled.loaded.keys:
        settled = dataclasses.replace(settled, policy=DEFAULT_POLICY)
    policy = policies.load(settled.policy, settled.search)
    part = listing.shard(wanted.shard) if wanted.shard else listing.Shard()
    limits = _limits(policy, settled)
    listing.require(wanted.paths)
    made_before = _made_before(settled, wanted)
    with ExitStack() as stack:
        kept = stack.enter_context(store.open_store(wanted.db))
        # Not before the database is known to be ours: a key may have to be made.
        decisions = made_before or _salted(wanted, kept)
        orders = Orders(
            policy=settled.policy,
            search=settled.search,
            case=settings.case(settled, policy),
            decisions=decisions,
            keep_values=wanted.store_values is not None,
            shelf=_shelf(wanted),
            bounds=Bounds(depth=wanted.zip_depth, member_bytes=limits.max_bytes),
        )
        kept.bind_key(key.name(decisions.salt))
        team = _team(wanted, limits, orders, desk or crew.Desk())
        stack.enter_context(team)
        progress = stack.enter_context(ScanProgress(every=wanted.every, quiet=given.quiet))
        clear = "" if wanted.store_values is None else str(wanted.store_values.absolute())
        kept.begin(setup.of(policy, team.model(), orders.case, decisions, values=clear), _command(wanted))
        try:
            _scan(kept, team, progress, wanted, part)
        except BaseException:
            kept.end("interrupted")
            raise
        kept.end("finished")
        return _report(kept, settled)


def _scan(
    kept: Store, team: crew.Crew | Cluster, progress: ScanProgress, wanted: ScanGiven, part: listing.Shard
) -> None:
    rules = listing.Rules(wanted.skip, wanted.only, ours=_ours(wanted))
    names = listing.names(wanted.paths, wanted.files_from)
    total = kept.write_list(listing.listed(names, rules, part))
    if total == 0 and part.of == 1:
        raise UsageError("no files were listed", where="scan", remedy="Name a folder that holds files.")
    if wanted.again:
        kept.forget_failures()
    waiting = 0
    progress.listed(kept.count())
    for name, _, _, count in kept.groups():
        if State(name) is not State.WAITING:
            progress.tell(State(name), "", count)
        else:
            waiting = count
    if waiting:
        with ExitStack() as stack:
            keep = None
            if wanted.store_values is not None:
                keep = stack.enter_context(values.open_values(wanted.store_values, write=True)).keep
            scan.run(kept, team, tell=progress.tell, refuse=rules.refusal_inside, values=keep)
    gone.note(kept, wanted.paths)


def _report(kept: Store, settled: Settings) -> ExitCode:
    groups = kept.groups()
    counts: Counter[State] = Counter()
    verdicts: Counter[str] = Counter()
    for name, verdict, _, count in groups:
        counts[State(name)] += count
        if verdict:
            verdicts[verdict] += count
    if not settled.given.quiet:
        outputs.emit(summary(counts, verdicts, kept.count()))
    return state.worst_of((g[:3] for g in groups), fail_on=settled.fail_on)


def _team(wanted: ScanGiven, limits: Limits, orders: Orders, desk: crew.Desk) -> crew.Crew | Cluster:
    if wanted.executor == "threads":
        if wanted.scheduler:
            raise UsageError("goes with --executor dask", where="--scheduler", remedy="Add it, or leave this out.")
        return crew.Crew(limits, orders, jobs=wanted.jobs or _cores(), desk=desk)
    if wanted.executor != "dask":
        raise UsageError(f"unknown executor {wanted.executor!r}", where="--executor", remedy="threads or dask.")
    if not wanted.scheduler:
        raise UsageError("needs the scheduler's address", where="--executor", remedy="Add --scheduler ADDRESS.")
    from redactor.archive.cluster import Cluster

    # The shelf is a file beside the database, which other machines cannot share safely.
    return Cluster(wanted.scheduler, limits, dataclasses.replace(orders, shelf=None), desk=desk)


def _cores() -> int:
    """Return the cores this process may use, which on a shared machine are fewer than there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _made_before(settled: Settings, wanted: ScanGiven) -> Decisions | None:
    """Return the decisions made before, if any; their salt is the key of every hash this scan writes."""
    known = settings.decisions(settled)
    if known is not None:
        if wanted.key is not None:
            raise UsageError("goes without --decisions, whose own salt is the key", where="--key", remedy="Leave one.")
        return known
    if wanted.key is None and database.is_url(wanted.db):
        raise UsageError(
            "a database server needs a key file",
            where="--db",
            remedy="Add --key FILE; it is made if it does not exist.",
        )
    return None


def _salted(wanted: ScanGiven, kept: Store) -> Decisions:
    """Return no decisions, with the key of the database."""
    from redactor.decisions import Decisions

    path = wanted.key if wanted.key is not None else Path(wanted.db).parent / key.NAME
    if not path.exists() and Reader(kept.database).key():
        # A new one would make every value of this database a stranger to itself.
        raise UsageError("the key of the database is not there", where=str(path), remedy="Name it with --key.")
    return Decisions(salt=key.load_or_make(path))


def _limits(policy: Policy, settled: Settings) -> Limits:
    limits = policy.limits
    if settled.timeout is not None:
        limits = dataclasses.replace(limits, seconds=settled.timeout, seconds_per_page=0.0)
    if settled.memory is not None:
        limits = dataclasses.replace(limits, memory_mb=settled.memory)
    return limits


def _shelf(wanted: ScanGiven) -> Path | None:
    if not wanted.remember or database.is_url(wanted.db):
        return None
    return Path(f"{wanted.db}{_PARAGRAPHS}").absolute()


def _ours(wanted: ScanGiven) -> frozenset[str]:
    """Return the paths of this scan's own files, which may lie in a folder that is scanned."""
    alone = [] if wanted.key is None else [str(wanted.key)]
    kept = [] if wanted.store_values is None else [str(wanted.store_values)]
    if not database.is_url(wanted.db):
        alone += [f"{wanted.db}.lock", str(Path(wanted.db).parent / key.NAME)]
        kept += [wanted.db, f"{wanted.db}{_PARAGRAPHS}"]
    named = alone + [f"{name}{end}" for name in kept for end in ("", "-wal", "-shm", "-journal")]
    return frozenset(os.path.abspath(name) for name in named)  # noqa: PTH100  # as ``place.of_path``


def _command(wanted: ScanGiven) -> str:
    shard = f", shard {wanted.shard}" if wanted.shard else ""
    return f"{len(wanted.paths)} named{shard}"
