"""A requester known from the case file, planted in every form a letter may give them away, and looked for again."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.quality.requester_names import NAMES, Name

if TYPE_CHECKING:
    from benchmarks.quality.finders import Whole
    from redactor.model import Layer, Segment

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "ß": "ss", "Ø": "O", "Ł": "L", "Đ": "D"})


@dataclass(frozen=True, slots=True)
class Planted:
    """One form in its surroundings: ``before + form + after`` in a layer; the form must be found whole."""

    kind: str
    layer: str
    before: str = field(repr=False)
    form: str = field(repr=False)
    after: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class VariantResult:
    """Over all names, by kind of form: how often it was planted, and what ``Seen`` says of it."""

    planted: Counter[str]
    found: Counter[str]
    removed: Counter[str]
    as_requester: Counter[str]
    whole: Counter[str]

    @property
    def recall(self) -> float:
        """Return the share of planted forms that go or are put to a person."""
        return self.found.total() / self.planted.total()


def run(whole: Whole, *, names: Sequence[Name] = NAMES) -> VariantResult:
    """Plant and look for every form of every name, each in a letter of its own: no form may help find another."""
    result = VariantResult(Counter(), Counter(), Counter(), Counter(), Counter())
    for name in names:
        for planted in forms(name):
            [(form, seen)] = looked_for(whole, [planted], requester=name.full)
            result.planted[form.kind] += 1
            result.found[form.kind] += seen.found
            result.removed[form.kind] += seen.removed
            result.as_requester[form.kind] += seen.as_requester
            result.whole[form.kind] += seen.whole
    return result


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of one form.

    Attributes:
        found: it goes, or a person is asked. On a page that means every letter of it; a file name or a metadata value goes
            as a whole, so there one part found is enough.
        removed: the same without asking.
        as_requester: the same, known to be the requester; a mere PERSON goes from the requester's own copy too.
        whole: every letter, wherever it stands.
    """

    found: bool
    removed: bool
    as_requester: bool
    whole: bool


def looked_for(whole: Whole, planted: Sequence[Planted], *, requester: str) -> Iterator[tuple[Planted, Seen]]:
    """Plant forms in one letter, judge it under a case that names the requester, and yield what became of each."""
    from redactor.model import Action

    letter, places = _letter(planted)
    decided = whole.judged(letter, requester=(requester,)).decided
    acted = [
        (finding.span, decided.decisions[finding.id].action, finding.entity)
        for finding in decided.findings
        if finding.span is not None and decided.decisions[finding.id].action is not Action.KEEP
    ]
    for form, (segment, start, end) in places:
        wanted = {at for at in range(start, end) if form.form[at - start].isalnum()}
        here = [(set(range(s.start, s.end)), action, entity) for s, action, entity in acted if s.segment_id == segment]
        found = set[int]().union(*(letters for letters, _, _ in here))
        removed = set[int]().union(*(letters for letters, action, _ in here if action is Action.REDACT))
        theirs = set[int]().union(*(letters for letters, _, entity in here if entity == "REQUESTER"))
        on_page = form.layer == "body"
        went = [wanted <= those if on_page else not wanted.isdisjoint(those) for those in (found, removed, theirs)]
        yield form, Seen(went[0], went[1], went[2], wanted <= found)


def _letter(planted: Sequence[Planted]) -> tuple[list[Segment], list[tuple[Planted, tuple[str, int, int]]]]:
    """Return segments that hold every form, and where each stands; the body is one text, others one segment each."""
    from redactor.model import Layer, QuadArray, Segment

    text = "Our reference: FOI/2026/0733\n\nThank you for your request, which we have considered under the Act.\n\n"
    segments: list[Segment] = []
    places = []
    for number, one in enumerate(planted):
        if one.layer == "body":
            start = len(text) + len(one.before)
            text += f"{one.before}{one.form}{one.after}\n\n"
            places.append((one, ("text", start, start + len(one.form))))
        else:
            layer: Layer = Layer(one.layer)
            value = one.before + one.form + one.after
            made = Segment(f"{layer}/{number}", layer, None, value, QuadArray.nowhere(len(value)))
            segments.append(made)
            places.append((one, (made.id, len(one.before), len(one.before) + len(one.form))))
    text += "The council holds 214 permits. If you are unhappy with this reply you may ask for an internal review."
    return [Segment("text", Layer.BODY, 1, text, QuadArray.nowhere(len(text))), *segments], places


def forms(name: Name) -> Iterator[Planted]:
    """Yield the forms of one requester's name."""
    first, last, title = name.first, name.last, name.title

    def said(kind: str, before: str, form: str, after: str) -> Planted:
        return Planted(kind, "body", before, form, after)

    yield said("full name", "The request was made by ", name.full, " on 4 March.")
    yield said("title and surname", f"Dear {title} ", last, ",")
    yield said("title and surname", f"We wrote to {title} ", last, " about the delay.")
    yield said("surname alone", "The team then told ", last, " that the search was not finished.")
    yield said("surname alone, subject line", "Subject: FOI request ", last, "")
    yield said("initial and surname", "A letter from ", f"{first[0]}. {last}", " was received in April.")
    yield said("initial and surname", "Copied to ", f"{first[0]} {last}", " for information.")
    yield said("possessive", "We considered ", last, "'s second question with care.")
    yield said("possessive", "This is ", name.full, "’s third request.")
    yield said("capitals, full name", "RE: ", name.full.upper(), " - RESPONSE TO REQUEST")
    yield said("capitals, surname alone", "The applicant is ", last.upper(), " and the file is open.")
    yield said("surname first", "Applicant: ", f"{last}, {first}", "")
    yield said("surname first, capitals and initial", "Row 4: ", f"{last.upper()}, {first[0]}.", " (received by post)")
    yield said(
        "over a line end", "As we said when we spoke to ", f"{first}\n{last}", " in the spring, the file is open."
    )
    yield said("forename in a greeting", "Hi ", first, ",")
    if plain(name.full) != name.full:
        yield said("accents left out", "Entered by the clerk as ", plain(name.full), " at the desk.")
    one, other = _address(first), _address(last)
    for local in (f"{one}.{other}", f"{one[0]}.{other}", f"{one}_{other}", f"{other}.{one}"):
        yield said("mailbox, two parts", "Reply sent to ", local, "@example.org on Monday.")
    for local in (f"{one}{other}", f"{one[0]}{other}"):
        yield said("mailbox, run together", "Reply sent to ", local, "@example.org on Monday.")
    yield from _elsewhere(name)


def _elsewhere(name: Name) -> Iterator[Planted]:
    """Yield the forms that a file's name and its metadata take."""
    first, last, other = name.first, name.last, _filed(name.last)
    for kind, before, form, after in (
        ("surname_forename, lower case", "", f"{_address(last)}_{_address(first)}", "_reply.pdf"),
        ("Surname_Forename", "", f"{other}_{_filed(first)}", "_reply.pdf"),
        ("surname alone", "FOI-2026-0733-", other, ".pdf"),
        ("surname alone, lower case", "foi_2026_0733_", other.lower(), "_final.pdf"),
        ("with spaces", "Reply to ", f"{first} {last}", " final.pdf"),
        ("with a dash", "2026-03-04 ", f"{_filed(first)}-{other}", " response v2.docx"),
        ("run together", "", f"{_filed(first)}{other}", "_FOI.pdf"),
    ):
        yield Planted(f"file name, {kind}", "file-name", before, form, after)
    for kind, before, form in (
        ("title", "Response to ", name.full),
        ("title, surname alone", "FOI reply - ", last),
        ("author", "", name.full),
        ("author, surname first", "", f"{last}, {first}"),
    ):
        yield Planted(f"metadata, {kind}", "metadata", before, form, "")


def plain(text: str) -> str:
    """Return a name as a keyboard without accents writes it."""
    folded = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in folded if not unicodedata.combining(c))


def _filed(name: str) -> str:
    return "".join(c for c in plain(name) if c.isalnum())


def _address(name: str) -> str:
    return _filed(name).lower()
