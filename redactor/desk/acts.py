"""What an officer does at the desk, each act one step in the decisions file: decide, add, take away, undo, redo."""

from __future__ import annotations

import functools
import secrets
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from redactor.desk.item import Item, State, acted
from redactor.desk.ledger import ChangedElsewhereError, Ledger
from redactor.desk.meanwhile import DECIDED, StaleError, decisions_changed, refuse
from redactor.errors import UsageError
from redactor.reporters import words

if TYPE_CHECKING:
    from redactor.decisions import Decisions
    from redactor.desk.desk import Desk
    from redactor.desk.orders import AddAreas, AddTerm, Decide, TakeAway
    from redactor.report import Report, ReportedFinding


class Settled(NamedTuple):
    """What a decision came to: places that it settles, and documents it could not reach, not being searched yet."""

    places: int
    waiting: int


def decide(desk: Desk, item: Item, order: Decide) -> Settled:
    """Record a decision on the values of some findings.

    A decision follows the value: it holds for every mention in the document, and with ``everywhere`` in every document of
    the queue.
    """
    with desk.acting:
        with item.lock:
            report = _fresh(desk, item, order.revision)
            wanted = set(order.findings)
            chosen = [finding for finding in report.findings if finding.id in wanted]
            if len(chosen) != len(wanted):
                raise StaleError(
                    "the finding is no longer there", remedy="The list was brought up to date; look again."
                )
            act = _named(order)
            places = _record(desk, item, report, chosen, order, act)
        known = {(finding.entity, _folded(finding.excerpt)) for finding in chosen if finding.excerpt}
        waiting = 0
        for other in _others(desk, item) if order.everywhere else ():
            with other.lock:
                if other.report is None:
                    waiting += 1
                else:
                    same = [f for f in other.report.findings if (f.entity, _folded(f.excerpt)) in known]
                    places += _record(desk, other, other.report, same, order, act)
    return Settled(places, waiting)


def _named(order: Decide | AddTerm) -> str:
    """Return a name for an act in many documents, by which one undo takes all of it back."""
    return secrets.token_hex(8) if order.everywhere else ""


def _record(desk: Desk, item: Item, report: Report, chosen: Sequence[ReportedFinding], order: Decide, act: str) -> int:
    from redactor import decisions as files
    from redactor.decisions import Entry

    if not chosen:
        return 0
    by_print = {finding.fingerprint: finding for finding in chosen}
    entries = [
        Entry(
            fingerprint=fingerprint,
            entity=finding.entity,
            action=order.action,
            exemption=order.exemption,
            reason=order.reason,
            by=desk.settings.by,
            document=item.sha256[:16],
        )
        for fingerprint, finding in by_print.items()
    ]
    ledger = desk.ledger(item)
    _step(desk, item, lambda: ledger.step(files.record(ledger.current, entries), act=act))
    item.report = acted(report, set(by_print), order.action, order.exemption, order.reason, desk.settings.by)
    return sum(finding.fingerprint in by_print for finding in report.findings)


def add_term(desk: Desk, item: Item, order: AddTerm) -> None:
    """Have some words redacted wherever they stand."""
    from redactor import decisions as files
    from redactor.decisions import Addition

    addition = Addition(term=order.term, exemption=order.exemption, reason=order.reason, by=desk.settings.by)
    with desk.acting:
        _fresh(desk, item, order.revision)
        act = _named(order)
        for target in [item, *(_others(desk, item) if order.everywhere else ())]:
            with target.lock:
                ledger = desk.ledger(target)
                after = files.record(ledger.current, additions=[addition])
                _step(desk, target, functools.partial(ledger.step, after, act=act))


def add_areas(desk: Desk, item: Item, order: AddAreas) -> None:
    """Have places on pages blanked; boxes come as displayed and are kept as the file has them."""
    from redactor import decisions as files
    from redactor.decisions import Area
    from redactor.shown import unturned

    with desk.acting, item.lock:
        _fresh(desk, item, order.revision)
        if not item.sha256:
            raise StaleError("the file has not been read yet", remedy="Wait until it has been searched.")
        areas = []
        for page, box in order.areas:
            if page > len(item.sheets):
                raise UsageError("there is no such page", where="page", remedy=f"Give 1 to {len(item.sheets)}.")
            sheet = item.sheets[page - 1]
            x0, y0, x1, y1 = box
            cut = (max(0.0, x0), max(0.0, y0), min(sheet.width, x1), min(sheet.height, y1))
            if cut[2] - cut[0] < 1 or cut[3] - cut[1] < 1:
                raise UsageError("the area lies off the page", where="area", remedy="Give numbers within the page.")
            areas.append(
                Area(
                    document=item.sha256,
                    file=item.name,
                    page=page,
                    box=unturned(cut, sheet),
                    exemption=order.exemption,
                    reason=order.reason,
                    by=desk.settings.by,
                )
            )
        ledger = desk.ledger(item)
        _step(desk, item, lambda: ledger.step(files.record(ledger.current, areas=areas)))


def take_away(desk: Desk, item: Item, order: TakeAway) -> None:
    """Remove what an officer added: the term or area that a finding comes from, or the decision on its value."""
    with desk.acting, item.lock:
        report = _fresh(desk, item, order.revision)
        finding = next((one for one in report.findings if one.id == order.finding), None)
        if finding is None:
            raise StaleError("the finding is no longer there", remedy="The list was brought up to date; look again.")
        ledger = desk.ledger(item)
        after = _without(ledger.current, finding)
        if after == ledger.current:
            raise UsageError("nothing was added here", remedy="Decide to keep it instead.")
        _step(desk, item, lambda: ledger.step(after))


def _without(current: Decisions, finding: ReportedFinding) -> Decisions:
    from redactor.decide.areas import ENTITY

    entries = tuple(one for one in current.decisions if one.fingerprint != finding.fingerprint)
    terms, areas = current.additions, current.areas
    if len(entries) == len(current.decisions):
        terms = tuple(
            one
            for one in terms
            if finding.entity != "OFFICER_TERM" or current.fingerprint("OFFICER_TERM", one.term) != finding.fingerprint
        )
        areas = tuple(one for one in areas if current.fingerprint(ENTITY, one.key) != finding.fingerprint)
    return current.model_copy(update={"decisions": entries, "additions": terms, "areas": areas})


class Back(NamedTuple):
    """What undo or redo did: whether there was a step, in how many other documents too, and in how many it could not."""

    done: bool
    also: int = 0
    left: int = 0

    def said(self, what: str) -> str:
        """Say what was done and where; empty where there was no step."""
        if not self.done:
            return ""
        also = f", here and in {words.count(self.also, 'other document')}" if self.also else ""
        left = f" {words.count(self.left, 'other document')} decided on since: look there." if self.left else ""
        return f"{what}{also}. Saved.{left}"


def undo(desk: Desk, item: Item) -> Back:
    """Take the last step back, wherever it was taken."""
    return _back(desk, item, Ledger.undo, lambda ledger: ledger.act)


def redo(desk: Desk, item: Item) -> Back:
    """Take the last undone step again, wherever it was undone."""
    return _back(desk, item, Ledger.redo, lambda ledger: ledger.undone)


def _back(desk: Desk, item: Item, move: Callable[[Ledger], bool], named: Callable[[Ledger], str]) -> Back:
    with desk.acting:
        ledger = desk.ledger(item)
        act = named(ledger)
        with item.lock:
            done: list[bool] = []
            _step(desk, item, lambda: done.append(move(ledger)))
        also = left = 0
        # What was decided in many documents at once would stand in all but this one, and nobody would know.
        for other in _others(desk, item) if act and done[0] else ():
            theirs = desk.ledger(other)
            if named(theirs) == act:
                with other.lock:
                    _step(desk, other, functools.partial(move, theirs))
                also += 1
            else:
                left += theirs.holds(act)
        return Back(done[0], also, left)


def _step(desk: Desk, item: Item, save: Callable[[], object]) -> None:
    """Save, then search again every document that the same decisions file speaks of."""
    try:
        save()
    except ChangedElsewhereError:
        item.notice = DECIDED
        raise
    finally:
        for one in desk.sharing(item):
            with one.lock:
                one.revision += 1
            desk.check(one)
        desk.changed()


def _fresh(desk: Desk, item: Item, revision: int) -> Report:
    """Return the report, unless the window, the file or the decisions are older than what is known here."""
    refuse(desk, item)
    if revision != item.revision:
        raise StaleError(
            "another window has decided meanwhile",
            remedy="This window was brought up to date; look again, then decide.",
        )
    if item.report is None:
        raise StaleError("the file has not been searched yet", remedy="Wait until it has been.")
    return item.report


def _others(desk: Desk, item: Item) -> list[Item]:
    """Return the other documents, one for each decisions file that is not this document's own."""
    ledgers = {id(desk.ledger(item))}
    found = []
    for other in list(desk.items.values()):
        if other is not item and _open(other) and id(desk.ledger(other)) not in ledgers:
            ledgers.add(id(desk.ledger(other)))
            decisions_changed(desk, other)  # what is written goes beside what lies there now
            found.append(other)
    return found


def _open(item: Item) -> bool:
    """Return whether a document is one that decisions can be kept for: a file of a scan is once it was opened."""
    return item.state is not State.LISTED and item.path.exists()


def _folded(value: str) -> str:
    from redactor.decisions import normalised

    return normalised(value)
