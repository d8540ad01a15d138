"""Our own sample files against ``samples/manifest.yaml``, and clean letters on which nobody may be found."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from redactor import Engine
    from redactor.judging import Judged
    from redactor.model import Segment

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
SEED = ROOT.parent / "shared" / "seed"
CLEAN = (*sorted(SAMPLES.glob("council-letter.*.pdf")), *sorted(SEED.glob("*.pdf")))
Place = tuple[str, int, int]
"""Segment id and half-open range."""


@dataclass(frozen=True, slots=True)
class SampleResult:
    """What came of one sample in publish mode."""

    file: str
    listed: int
    right: int
    wrong: tuple[str, ...]
    """Entities of the values that came to another action than the manifest's."""
    alarms: tuple[str, ...]
    """Entities removed or put to a person where the manifest lists nothing."""


def results(*, quick: bool) -> list[SampleResult]:
    """Judge every sample (the quick way: one) and compare with the manifest."""
    import yaml

    from redactor import Engine

    listed = yaml.safe_load((SAMPLES / "manifest.yaml").read_text("utf-8"))["samples"]
    engines: dict[str, Engine] = {}
    made = []
    for sample in listed[:1] if quick else listed:
        engine = engines.setdefault(sample["policy"], Engine(sample["policy"]))
        made.append(_compared(sample, _judged(engine, SAMPLES / sample["file"], sample.get("case"))))
    return made


def false_people(path: Path, engine: Engine) -> int:
    """Return how many places of a letter that names nobody are taken for a person and removed or asked about."""
    from redactor.model import Action

    decided = _judged(engine, path, None).decided
    return sum(
        finding.entity in ("PERSON", "REQUESTER") and decided.decisions[finding.id].action is not Action.KEEP
        for finding in decided.findings
    )


def _judged(engine: Engine, path: Path, case: str | None) -> Judged:
    from redactor import case as cases
    from redactor import decisions
    from redactor.judging import Ask
    from redactor.model import Case

    known = cases.load(SAMPLES / case) if case else Case()
    return engine._judge.file(path, Ask(known, decisions.empty()))


def _compared(sample: dict[str, Any], judged: Judged) -> SampleResult:
    from redactor.model import Action

    acted = {
        place: judged.decided.decisions[finding.id].action
        for finding in judged.decided.findings
        if finding.span is not None
        for place in [(finding.span.segment_id, finding.span.start, finding.span.end, finding.entity)]
    }
    wrong, right, allowed = [], 0, list[Place]()
    for action in (Action.REDACT, Action.REVIEW, Action.KEEP):
        for value in sample.get(action.value) or ():
            if value.get("layer") == "ocr":
                continue
            places = list(_places(judged, value))
            if action is not Action.KEEP:
                allowed += places
            good = bool(places) and all(_as_said(action, _actions_at(acted, place)) for place in places)
            right += good
            wrong += [] if good else [value["entity"]]
    alarms = [
        entity
        for (segment, start, end, entity), action in acted.items()
        if action is not Action.KEEP and not any(s == segment and a < end and start < b for s, a, b in allowed)
    ]
    return SampleResult(sample["file"], right + len(wrong), right, tuple(wrong), tuple(alarms))


def _as_said(wanted: object, got: set[Any]) -> bool:
    from redactor.model import Action

    if wanted is Action.REDACT:
        return Action.REDACT in got
    if wanted is Action.REVIEW:
        return Action.REVIEW in got and Action.REDACT not in got
    return not got & {Action.REDACT, Action.REVIEW}


def _actions_at(acted: dict[tuple[str, int, int, str], Any], place: Place) -> set[Any]:
    segment, start, end = place
    return {action for (s, a, b, _), action in acted.items() if s == segment and a < end and start < b}


def _places(judged: Judged, value: dict[str, Any]) -> Iterator[Place]:
    """Yield where a value of the manifest stands; the manifest's head says how text is compared."""
    wanted, _ = _squashed(value.get("stored", value["text"]))
    pages = value.get("page")
    for segment in judged.document.segments:
        if not _in_layer(segment, value.get("layer")):
            continue
        if pages is not None and segment.page not in (*(pages if isinstance(pages, list) else [pages]), None):
            continue
        text, at = _squashed(segment.text)
        start = text.find(wanted)
        while start >= 0:
            yield segment.id, at[start], at[start + len(wanted) - 1] + 1
            start = text.find(wanted, start + 1)


def _in_layer(segment: Segment, layer: str | None) -> bool:
    if layer in (None, "body"):
        return segment.layer.value in ("body", "ocr")
    return layer == "hidden-text" or segment.layer.value == layer


def _squashed(text: str) -> tuple[str, list[int]]:
    """Return the letters and digits of a text after NFKC, and where each stood."""
    kept = [
        (one, index) for index, character in enumerate(text) for one in unicodedata.normalize("NFKC", character)
        if one.isalnum()
    ]  # fmt: skip
    return "".join(one for one, _ in kept), [index for _, index in kept]


def summed(entities: tuple[str, ...]) -> str:
    """Return "2 PERSON, 1 UK_VRM", or a dash."""
    return ", ".join(f"{number} {entity}" for entity, number in sorted(Counter(entities).items())) or "–"
