"""The desk: the queue of documents, the two guarded children that work on them, and everybody who waits for news."""

from __future__ import annotations

import contextlib
import shutil
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from redactor.desk.item import Item, Progress, State
from redactor.desk.pictures import Pictures
from redactor.errors import EncryptedError, RedactorError
from redactor.scratch import Scratch

if TYPE_CHECKING:
    from redactor.desk.scanned import Listed
    from redactor.desk.settings import DeskSettings
    from redactor.guarded import GuardedEngine
    from redactor.policy import Policy
    from redactor.showing import Showing


class Desk:
    """Everything one run of ``redactor review`` holds; ``close`` removes what it made.

    Nothing heavy happens in the constructor: ``start`` loads the engine, after the page is up.
    """

    def __init__(self, settings: DeskSettings) -> None:
        self.settings = settings
        self._scratch = Scratch()
        self.folder = self._scratch.path
        self.items: dict[str, Item] = {}
        self.ready = False
        self.problem = ""
        self.written: dict[Path, str] = {}
        """What was written into the officer's folder, and for which document."""
        self.revision = 0
        self.pictures = Pictures(self)
        self._listeners: set[Callable[[], None]] = set()
        self._lock = threading.RLock()
        self.acting = threading.RLock()
        """Held, before any document's lock, by whoever changes decisions or hands out: documents may share one file."""
        self._work = ThreadPoolExecutor(1, thread_name_prefix="desk-work")
        self._look = ThreadPoolExecutor(1, thread_name_prefix="desk-look")
        self._engine: GuardedEngine | None = None
        self._showing: Showing | None = None
        self.closed = False

    # Who wants to know

    def listen(self, told: Callable[[], None]) -> Callable[[], None]:
        """Call ``told`` after every change, from any thread, until the function returned is called."""
        with self._lock:
            self._listeners.add(told)
        return lambda: self._listeners.discard(told)

    def changed(self) -> None:
        """Tell everybody who listens."""
        with self._lock:
            self.revision += 1
            listeners = list(self._listeners)
        for told in listeners:
            told()

    # Life

    def start(self) -> None:
        """Start both children and load what they need, then take the files named on the command line; returns at once."""
        self._look.submit(self._begin_looking)
        self._work.submit(self._begin_working)
        for path in self.settings.files:
            self.add(path)
        for listed in self.settings.listed:
            self._list(listed)
        self.changed()

    def _begin_looking(self) -> None:
        from redactor.showing import Showing

        showing = Showing()
        showing.start()
        with self._lock:
            late = self.closed
            self._showing = None if late else showing
        if late:  # the desk was closed while the child was starting
            showing.close()

    def _begin_working(self) -> None:
        from redactor.guarded import GuardedEngine

        settings = self.settings
        try:
            engine = GuardedEngine()
            engine.__enter__()
            with self._lock:
                late = self.closed
                self._engine = None if late else engine
            if late:
                engine.__exit__(None, None, None)
                return
            engine.choose(settings.policy, search=settings.search, seconds=settings.timeout, memory_mb=settings.memory)
        except RedactorError as error:
            self.problem = str(error)
        self.ready = True
        self.changed()

    @property
    def engine(self) -> GuardedEngine:
        """Return the engine; from the worker's thread alone, once it has begun."""
        if self._engine is None:
            raise RuntimeError("The desk's engine has not started.")
        return self._engine

    @property
    def showing(self) -> Showing:
        """Return who draws pages."""
        if self._showing is None:
            raise RuntimeError("The desk has not started to look at files.")
        return self._showing

    @property
    def policy(self) -> Policy | None:
        """Return the policy, once it has been read."""
        return self._engine.policy if self._engine is not None and self.ready and not self.problem else None

    def close(self) -> None:
        """End both children, and remove uploads and copies."""
        self.closing()
        # The children first: a search under way ends with its child, so that nobody waits for it.
        with contextlib.suppress(RedactorError, OSError):
            if self._showing is not None:
                self._showing.close()
            if self._engine is not None:
                self._engine.__exit__(None, None, None)
        self._work.shutdown(wait=False, cancel_futures=True)
        self._look.shutdown(wait=False, cancel_futures=True)
        self._scratch.remove()

    def closing(self) -> None:
        """Tell everybody who listens that nothing more comes."""
        with self._lock:
            self.closed = True
        self.changed()

    # The queue

    def add(self, path: Path, *, own: Path | None = None) -> Item:
        """Put a document into the queue and begin with it."""
        item = Item(path, own=own)
        with self._lock:
            self.items[item.id] = item
        self.look(item)
        self.check(item)
        self.changed()
        return item

    def _list(self, listed: Listed) -> None:
        """Put a file of a scan into the queue, to be searched when it is opened."""
        item = Item(listed.path, listed=listed, state=State.LISTED)
        if listed.away:
            item.state, item.problem, item.remedy = State.FAILED, listed.away, listed.remedy
        with self._lock:
            self.items[item.id] = item

    def opened(self, item: Item) -> None:
        """Begin with a document of a scan that somebody looks at for the first time."""
        with item.lock:
            if item.state is not State.LISTED:
                return
            item.state = State.WAITING
        self.look(item)
        self.check(item)
        self.changed()

    def remove(self, item: Item) -> None:
        """Take a document off the desk, with all that was made of it."""
        with self._lock:
            self.items.pop(item.id, None)
        self.pictures.forget(item)
        for folder in (item.own, item.copy.folder):
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)
        self.changed()

    def later(self, work: Callable[..., None], *arguments: Any) -> None:
        """Do work in the worker's thread, after what was asked before."""
        with contextlib.suppress(RuntimeError):
            self._work.submit(self._guarded, work, *arguments)

    def _guarded(self, work: Callable[..., None], *arguments: Any) -> None:
        try:
            work(*arguments)
        except RedactorError as error:
            self._fail(arguments, error)
        except Exception as error:  # noqa: BLE001  # a worker that dies unseen would leave the page waiting for ever
            unknown = RedactorError(
                f"the file could not be worked on ({type(error).__name__})", remedy="Please report it."
            )
            self._fail(arguments, unknown)

    def _fail(self, arguments: tuple[Any, ...], error: RedactorError) -> None:
        item = next((one for one in arguments if isinstance(one, Item)), None)
        if item is not None and not self.closed:
            with item.lock:
                item.fail(error)
            self.changed()

    # Looking and checking

    def look(self, item: Item) -> None:
        """Learn the sizes of the pages, so that the first is on the screen before anything was searched."""
        with contextlib.suppress(RuntimeError):
            self._look.submit(self._sheets, item)

    def _sheets(self, item: Item) -> None:
        shelf = item.shelf
        try:
            sheets = self.showing.sheets(item.path, item.password)
        except RedactorError:
            sheets = ()  # the search says what is wrong with the file, with its own words
        with item.lock:
            if item.shelf == shelf:
                item.sheets = sheets
        self.changed()

    def check(self, item: Item) -> None:
        """Search the document again, after what is under way; one search covers all that changed before it began."""
        self.later(self._check, item)

    def _check(self, item: Item) -> None:
        from redactor.errors import UncheckedError
        from redactor.guard import InternalError

        with item.lock:
            if item.id not in self.items or item.settled:
                return
            if self.problem:
                item.state, item.problem, item.remedy = State.FAILED, self.problem, ""
                return
            ledger = self.ledger(item)
            revision, shelf, item.state = item.revision, item.shelf, State.CHECKING
        self.changed()

        def progress(stage: str, done: int, total: int) -> None:
            item.progress = Progress(stage, done, total)
            self.changed()

        try:
            report = self.engine.check(
                item.path,
                case=self.settings.case_for(self.engine.policy),
                decisions=ledger.current,
                password=item.password,
                show_values=True,
                progress=progress,
            )
        except InternalError as error:
            report = self.engine.unchecked(error, "check", item.path, None)
        except UncheckedError as error:
            report = self.engine.unchecked(error, "check", item.path, None)
        with item.lock:
            if item.shelf != shelf:
                return  # begun anew meanwhile, with another password or another version of the file
            item.progress = Progress()
            blocking = next((issue for issue in report.issues if issue.unchecked and issue.severity == "block"), None)
            if blocking is not None and report.pages == 0:
                item.state = State.LOCKED if blocking.code == EncryptedError.code else State.FAILED
                item.problem, item.remedy = blocking.message, blocking.fix
                item.report, item.checked = report, revision
            else:
                item.state, item.problem, item.remedy = State.CHECKED, "", ""
                item.report, item.checked, item.sha256 = report, revision, report.source.sha256
                if item.listed is not None and shelf == 0 and item.listed.sha256 not in ("", item.sha256):
                    item.notice = "The file was changed since the scan; this is what it holds now."
        self.changed()

    def ledger(self, item: Item) -> Any:
        """Return the decisions file of a document; the shared one where the officer named one."""
        from redactor.desk.ledger import Ledger

        with self._lock:
            if item.ledger is None:
                path = self.settings.decisions or item.path.with_name(f"{item.path.stem}.decisions.yaml")
                shared = next(
                    (one.ledger for one in self.items.values() if one.ledger and one.ledger.path == path), None
                )
                item.ledger = shared or Ledger(path)
            return item.ledger

    def sharing(self, item: Item) -> list[Item]:
        """Return the documents that the same decisions file speaks of, this one included."""
        ledger = self.ledger(item)
        return [one for one in list(self.items.values()) if one.ledger is ledger]
