"""From matches to findings, each with its one effective decision: officer, requester, public, staff, line, or REVIEW.

Who outranks whom, strongest first: a person's recorded decision; the requester; what is public already; then the
policy, where a title beside a name comes before the lines. Where nothing speaks, a person decides. Of two decisions
about the same letters the higher rank wins, and at equal rank the one that removes more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from redactor.analysis.matches import Analysis, Match
from redactor.analysis.textmap import quads
from redactor.decide.allow import AllowList
from redactor.decide.areas import marked_areas
from redactor.decide.lines import LineBook
from redactor.decide.overlap import outermost
from redactor.decide.own import OwnBook
from redactor.decide.pictures import unread_pictures
from redactor.decide.ruling import Rank, Ruling
from redactor.decide.staff import StaffBook
from redactor.decisions import Decisions, Entry, normalised
from redactor.model import Action, Case, Decision, Document, Finding, Layer, Span
from redactor.policy import Policy

__all__ = ["Decided", "decide"]


@dataclass(frozen=True, slots=True)
class Decided:
    """What ``decide`` says: findings, their decisions and values by id, and what became of the decisions file.

    ``values`` is the one way by which raw values leave the text map; it goes to ``redact`` and ``verify``, and into a
    report only where the user asked for values.
    """

    findings: tuple[Finding, ...]
    decisions: dict[str, Decision]
    values: dict[str, str]
    stale: tuple[str, ...] = ()
    expired: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Decided(<{len(self.findings)} findings>)"

    def acting(self, action: Action) -> tuple[Finding, ...]:
        """Return the findings that come to one action."""
        return tuple(finding for finding in self.findings if self.decisions[finding.id].action is action)


class _Past:
    """The decisions file as one run uses it: which entries spoke, which had expired."""

    def __init__(self, decisions: Decisions, today: date) -> None:
        self._decisions, self._today = decisions, today
        self._by_print = {entry.fingerprint: entry for entry in decisions.decisions}
        self.used: set[str] = set()
        self.expired: set[str] = set()

    def ruling(self, fingerprint: str) -> Ruling | None:
        """Return the officer's ruling on a value, or None where there is none in force."""
        entry = self._by_print.get(fingerprint)
        if entry is None:
            return None
        self.used.add(fingerprint)
        if entry.expires is not None and entry.expires <= self._today:
            self.expired.add(fingerprint)
            return None
        return None if entry.action is Action.REVIEW else _officer(entry)

    def stale(self, document: str) -> tuple[str, ...]:
        """Return the decisions made on this very file that no longer meet any finding in it."""
        return tuple(
            e.fingerprint
            for e in self._decisions.decisions
            if e.document == document and e.fingerprint not in self.used
        )


def decide(
    document: Document, analysis: Analysis, *, policy: Policy, case: Case, decisions: Decisions, today: date
) -> Decided:
    """Return one finding with one decision for every place that anyone found."""
    past = _Past(decisions, today)
    lines = LineBook(policy, case.mode)
    prints = [decisions.fingerprint(match.entity, analysis.value(match)) for match in analysis.matches]
    rulings = list(_rulings(document, analysis, prints, policy, case, decisions, past, lines))
    rulings = _mailboxes(analysis, _followed(analysis, rulings))
    findings: list[Finding] = []
    by_id: dict[str, Decision] = {}
    values: dict[str, str] = {}
    for index in outermost(analysis.matches, rulings):
        match, ruling = analysis.matches[index], rulings[index]
        for finding in _findings(document, analysis, match, prints[index]):
            findings.append(finding)
            values[finding.id] = analysis.value(match)
            by_id[finding.id] = _decision(finding, ruling)
    for finding in unread_pictures(document, decisions, least_points=policy.picture_min_points):
        line = lines.first("IMAGE", finding.score, finding.layer, "", "", 0, 0)
        ruling = past.ruling(finding.fingerprint) or (
            Ruling(Rank.POLICY, line.action, line.exemption, line.why)
            if line
            else Ruling(Rank.POLICY, Action.REVIEW, "", "Look at the picture and decide.")
        )
        findings.append(finding)
        by_id[finding.id] = _decision(finding, ruling)
    for finding, ruling in marked_areas(document, decisions):
        findings.append(finding)
        by_id[finding.id] = _decision(finding, past.ruling(finding.fingerprint) or ruling)
    return Decided(
        tuple(sorted(findings, key=_reading_order)),
        by_id,
        values,
        past.stale(document.source.sha256[:16]),
        tuple(sorted(past.expired)),
    )


def _rulings(
    document: Document,
    analysis: Analysis,
    prints: Sequence[str],
    policy: Policy,
    case: Case,
    decisions: Decisions,
    past: _Past,
    lines: LineBook,
) -> Iterator[Ruling]:
    allow = AllowList(policy, case)
    own = OwnBook(analysis, case)
    groups = StaffBook(policy).people(analysis)
    added = {normalised(addition.term): addition for addition in decisions.additions}
    for index, match in enumerate(analysis.matches):
        value = analysis.value(match)
        if (ruling := past.ruling(prints[index])) is not None:
            yield ruling
        elif match.entity == "OFFICER_TERM":
            addition = added.get(normalised(value))
            yield (
                Ruling(Rank.OFFICER, Action.REDACT, addition.exemption, addition.reason, addition.by or "officer")
                if addition
                else Ruling(Rank.OFFICER, Action.REDACT, "", "A term the officer added.", "officer")
            )
        elif match.entity != "REQUESTER" and (public := allow.why(match.entity, value)) is not None:
            yield Ruling(Rank.PUBLIC, Action.KEEP, "", public)
        elif (ours := own.ruling(match)) is not None:
            yield ours
        elif match.entity == "PERSON" and (group := groups.get(index)) is not None:
            yield Ruling(Rank.POLICY, group.action, group.exemption, group.why)
        else:
            rank = Rank.REQUESTER if match.entity == "REQUESTER" else Rank.POLICY
            text = analysis.texts[match.text]
            layer = _layer(document, analysis, match)
            line = lines.first(match.entity, match.score, layer, value, text.text, match.start, match.end)
            if line is None:
                yield Ruling(rank, Action.REVIEW, "", "No line of the policy speaks of this; a person decides.")
            else:
                yield Ruling(rank, line.action, line.exemption, line.why)


def _officer(entry: Entry) -> Ruling:
    return Ruling(Rank.OFFICER, entry.action, entry.exemption, entry.reason, entry.by or "officer")


def _decision(finding: Finding, ruling: Ruling) -> Decision:
    return Decision(finding.id, ruling.action, ruling.exemption, ruling.reason, ruling.by)


def _followed(analysis: Analysis, rulings: Sequence[Ruling]) -> list[Ruling]:
    """Give a further mention of a person what the strictest of their namesakes was given.

    "Holloway" alone may be the chief officer, who stays, or the constable, who goes: when in doubt it goes. A mention
    that was decided by a person, or is public itself, keeps its own ruling.
    """
    strictest: dict[str, Ruling] = {}
    for match, ruling in zip(analysis.matches, rulings, strict=True):
        if match.entity == "PERSON" and match.follows is None:
            for key in _name_keys(analysis.value(match)):
                if key not in strictest or ruling.weight > strictest[key].weight:
                    strictest[key] = ruling
    out = list(rulings)
    for index, match in enumerate(analysis.matches):
        if match.follows is not None and rulings[index].rank is Rank.POLICY:
            keys = _name_keys(analysis.value(match))
            source = next((strictest[key] for key in keys if key in strictest), rulings[match.follows])
            out[index] = replace(source, rank=min(source.rank, Rank.PUBLIC))
    return out


def _mailboxes(analysis: Analysis, rulings: Sequence[Ruling]) -> list[Ruling]:
    """Let a mailbox that spells the name of somebody who goes go with them: it is the name."""
    gone = {
        (words[0], words[-1]): ruling
        for match, ruling in zip(analysis.matches, rulings, strict=True)
        if match.entity == "PERSON" and ruling.action is Action.REDACT
        if len(words := [normalised(word) for word in analysis.value(match).split()]) > 1
    }
    out = list(rulings)
    for index, match in enumerate(analysis.matches):
        ruling = rulings[index]
        if match.entity != "EMAIL_ADDRESS" or ruling.rank is not Rank.POLICY or ruling.action is Action.REDACT:
            continue
        local = normalised(analysis.value(match).partition("@")[0])
        for (first, last), source in gone.items():
            if first and last and (first + last in local or last + first in local or local == first[0] + last):
                reason = "It spells the name of somebody who is removed."
                out[index] = Ruling(Rank.POLICY, Action.REDACT, source.exemption, reason)
                break
    return out


def _name_keys(name: str) -> tuple[str, ...]:
    """Return the whole name, then initial and surname, then the surname alone, folded."""
    words = [normalised(word) for word in name.split() if word[:1].isalpha()]
    if not words:
        return ()
    if len(words) == 1:
        return (words[-1],)
    return (" ".join(words), f"{words[0][:1]} {words[-1]}", words[-1])


def _layer(document: Document, analysis: Analysis, match: Match) -> Layer:
    spans = analysis.texts[match.text].spans(match.start, match.end)
    return document.segment(spans[0].segment_id).layer if spans else Layer.BODY


def _findings(document: Document, analysis: Analysis, match: Match, fingerprint: str) -> Iterator[Finding]:
    """Yield one finding a segment that the match touches (two where a name runs over a page end)."""
    text = analysis.texts[match.text]
    for span in text.spans(match.start, match.end):
        segment = document.segment(span.segment_id)
        yield Finding(
            id=_id(match.entity, span),
            entity=match.entity,
            span=span,
            page=segment.page,
            quads=quads(segment, span),
            layer=segment.layer,
            place=segment.place,
            score=match.score,
            recognizer=match.recognizer,
            why=match.why,
            fingerprint=fingerprint,
        )


def _id(entity: str, span: Span) -> str:
    """Return an id that depends on entity and place alone, so that it tells nothing of the value."""
    place = f"{entity}\0{span.segment_id}\0{span.start}\0{span.end}"
    return f"F-{hashlib.sha256(place.encode()).hexdigest()[:10]}"


def _reading_order(finding: Finding) -> tuple[object, ...]:
    top = (finding.quads[0][1], finding.quads[0][0]) if finding.quads else (0.0, 0.0)
    return (finding.page is None, finding.page or 0, *top, finding.place, finding.entity, finding.id)
