"""L140 kind-unsure: what kind of letter this is cannot be told with confidence, and rules depend on it.

Why: an acknowledgement needs no appeal paragraph and a refusal does; a rule applied to the wrong kind accuses a right letter
    or lets a wrong one go. So what holds under one kind and not under another is not said, and a person says the kind.
Fix: say the kind in the case file, such as `kind: acknowledgement` (`redactor schema case` lists them), and check again.
Source: this project; sections 1(3), 10(3), 16 and 17 of the Freedom of Information Act 2000 ask different things of each kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redactor import rules
from redactor.letter.model import KindReading, Letter, LetterKind
from redactor.model import Severity
from redactor.rules import Hit, View, rule

_HEAD = "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\n"
EXAMPLES = (
    f"{_HEAD}The council's depot in Lowmere has been closed since 2021 for building works.\nYours sincerely",
    f"{_HEAD}Internal review\nThe information is exempt under section 40(2) of the Act, because it is personal data of staff.\n"
    "You may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely",
)
COUNTER_EXAMPLES = (
    f"{_HEAD}Thank you for your request. We will respond by 2 April 2024.\nYours sincerely",
    f"{_HEAD}The council's depot in Lowmere has been closed since 2021 for building works.\n"
    "You may ask for an internal review within 40 working days by writing to review@example.gov.uk.\n"
    "If you remain unhappy you may complain to the Information Commissioner, www.ico.org.uk.\nYours sincerely",
)


@rule("L140", Severity.REVIEW)
def kind_unsure(view: View) -> Iterator[Hit]:
    """Yield one hit where two kinds are plausible and the rules do not say the same of both; a note where a case file differs."""
    if view.letter is None:
        return
    kind = view.letter.kind
    if kind.told:
        seen = next(iter(kind.others), kind)
        if seen.kind not in (kind.kind, LetterKind.NONE):
            said = (
                f"The case file says that this is {_named(kind)}. By its words it would be {_named(seen)}: {seen.why}."
            )
            yield Hit(said, ranges=_place(seen), severity=Severity.NOTE)
        return
    if len(kind.plausible) < 2:
        return
    depends = _differing(view, view.letter, kind.plausible)
    if not depends:
        return
    seen_as = ", or ".join(f"{_named(one)} ({one.why})" for one in kind.plausible)
    told = "; ".join(f"as {_named(one)}, {_listed(codes)}" for one, codes in depends)
    said = f"The kind of letter is not certain: {seen_as}. Some rules were left out that depend on it: {told}."
    places = [(place, one) for one in kind.plausible for place in _place(one)]
    labels = tuple(str(one.kind) for _, one in places)
    yield Hit(said, ranges=tuple(place for place, _ in places), labels=labels)


def _differing(view: View, letter: Letter, plausible: tuple[KindReading, ...]) -> list[tuple[KindReading, list[str]]]:
    """Return for each kind the codes above a NOTE that would be raised under it and not under all others."""
    others = [one for one in rules.all_rules() if one.code.startswith("L") and one.code != "L140"]
    found = []
    for kind in plausible:
        certain = replace(view, letter=replace(letter, kind=replace(kind, others=())))
        issues = [one for one in rules.run(others, certain) if one.severity is not Severity.NOTE]
        found.append((kind, {(one.code, one.message): one.code for one in issues}))
    shared = set.intersection(*(set(said) for _, said in found))
    differing = [(kind, sorted({said[one] for one in said.keys() - shared})) for kind, said in found]
    return [(kind, codes) for kind, codes in differing if codes]


def _named(one: KindReading) -> str:
    """Return "an extension", "a full disclosure"."""
    words = {LetterKind.NCND: "a refusal to confirm or deny", LetterKind.NOT_HELD: "a reply that nothing is held"}
    words[LetterKind.VEXATIOUS] = "a refusal as vexatious or repeated"
    return words.get(one.kind) or f"{'an' if str(one.kind)[0] in 'aeiou' else 'a'} {one.kind}"


def _listed(codes: list[str]) -> str:
    return codes[0] if len(codes) == 1 else f"{', '.join(codes[:-1])} and {codes[-1]}"


def _place(one: KindReading) -> tuple[tuple[int, int], ...]:
    return ((one.start, one.end),) if one.end > one.start else ()
