"""Every sentence, table row and short answer that touches what the letter neither confirms nor denies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from redactor.letter import acts, captions, topics
from redactor.letter.captions import Entry
from redactor.letter.likeness import Likeness, people
from redactor.letter.model import (
    Act,
    Answer,
    Citation,
    Echo,
    Ncnd,
    Pairing,
    Paragraph,
    Passage,
    Placed,
    Question,
    Shape,
    Use,
    Zone,
)
from redactor.letter.ncnd import led_in, opposites

_ABOUT = re.compile(r"\bconfirm\w*\b[^.]{0,20}\bden(?:y|ying|ial)\b")
# "Which firm supplies it?" points at the question above; in "how many does it own?" it is the authority.
_POINTS_BACK = re.compile(
    r"(?<!does\s)(?<!do\s)(?<!did\s)(?<!has\s)(?<!have\s)(?<!had\s)(?<!will\s)(?<!is\s)(?<!can\s)\b(?:it|its|they|them|their|this|these|those)\b|\bif\s(?:so|yes)\b"
)
# "Nine were flown by day. The remaining five were flown in secret": what was counted stands in the sentence before.
_ELLIPTIC = re.compile(
    r"\W*(?:(?:all|most|many|some|two|three|four|five|several|both|none|each|one|half|few|\d{1,4})\sof\s(?:them|these|those)\b|(?:the\s)?(?:remaining|other|rest|remainder|others|latter|former|balance)\b|(?:of\s)?(?:these|those|they|them)\b)"
)
_SHORT = 160
_OF_THE_AUTHORITY = frozenset({Zone.HEADER, Zone.CLOSE, Zone.FURNITURE, Zone.APPEAL})
"""Where a letter's names are its authority's own."""


def echoes(
    text: str,
    lowered: str,
    paragraphs: Sequence[Paragraph],
    questions: Sequence[Question],
    answers: Sequence[Answer],
    ncnd: Sequence[Ncnd],
    cited: Sequence[Citation],
    subjects: topics.Subjects,
) -> tuple[Echo, ...]:
    """Return the sentences of the reply that confirm, deny, count, name or presuppose what must stay open."""
    if not ncnd:
        return ()
    asked_about = tuple(subjects.of(one.start, one.end) for one in questions)
    capitals = subjects.capitals(one for one in paragraphs if one.shape in {Shape.TEXT, Shape.ITEM})
    proper = subjects.proper(capitals, (one for one in paragraphs if one.zone in _OF_THE_AUTHORITY))
    like = Likeness(text, ncnd, asked_about, people(text), proper, capitals)
    reader = _Reader(text, lowered, ncnd, opposites(lowered, questions), subjects, like)
    own = {one.start for one in ncnd}
    asked = _asked_of(lowered, questions, answers, ncnd)
    entries = captions.read(text, lowered, paragraphs)
    found = []
    open_ = False
    for part in paragraphs:
        if part.zone not in {Zone.OPENING, Zone.REPLY, Zone.ANNEX} or part.welsh:
            continue
        open_ = _about_ncnd(part, answers, ncnd, cited, open_=open_) or (
            part.shape is Shape.HEADING and bool(_ABOUT.search(lowered, part.start, part.end))
        )
        if (
            echo := reader.in_table(part, entries.get(part.start, ()), _asked_around(part, answers, asked))
        ) is not None:
            found.append(echo)
            continue
        if part.shape is Shape.HEADING or entries.get(part.start) == ():
            continue
        for before, sentence in zip((None, *part.sentences), part.sentences, strict=False):
            if _is_asked(lowered, sentence, questions):
                continue
            if sentence.start in own:
                echo = reader.first_half(sentence)
            else:
                echo = reader.presupposed(sentence) if open_ else None
                echo = echo or reader.said(sentence, row=part.shape is Shape.ROW)
                if echo is None and before is not None and before.start not in own:
                    echo = reader.continued(before, sentence)
                if echo is None and sentence.start in asked:
                    echo = reader.answered(sentence, asked[sentence.start])
            if echo is not None:
                found.append(echo)
    return tuple(found)


# "Thirteen were made at the site you name."
_MEANT = re.compile(r"\b(?:you\s(?:have\s)?(?:nam|mention|specif|ask\w*\sabout|refer\w*\sto|list)\w*|in\squestion)\b")


@dataclass(frozen=True, slots=True)
class _Reader:
    """One letter and what it neither confirms nor denies."""

    text: str = field(repr=False)
    lowered: str = field(repr=False)
    ncnd: Sequence[Ncnd]
    opposites: Mapping[str, frozenset[str]] = field(repr=False)
    subjects: topics.Subjects
    like: Likeness = field(repr=False)

    def presupposed(self, sentence: Passage) -> Echo | None:
        """Return an echo where a sentence takes the information for granted."""
        if not acts.presupposes(self.lowered, sentence):
            return None
        best, shared = self.like.nearest(sentence, self.subjects.of(sentence.start, sentence.end))
        return Echo(sentence.start, sentence.end, Act.PRESUPPOSES, best, shared, False)

    def said(self, sentence: Passage, *, row: bool = False, only: int | None = None) -> Echo | None:
        """Return an echo where a sentence or row says something as a fact about the same thing."""
        fact = acts.fact(self.lowered, sentence)
        if fact is None:
            return None
        said = self.subjects.of(fact.start, fact.end)
        best, shared = self.like.nearest(sentence, said) if only is None else (only, self.ncnd[only].topic & said)
        if not self.like.same(best, fact, shared):
            return None if row else self._stood_for(sentence, fact, best, said)
        if self.like.of_another(best, shared, said):
            return None
        named = not self.like.lacks_name(best, said) or _MEANT.search(self.lowered, fact.start, fact.end)
        pointed = named or acts.points(self.lowered, fact, shared, self.subjects)
        if not pointed and not acts.points_at_one(self.lowered, fact, shared, self.subjects):
            return None
        lowered = self.lowered
        act = (
            acts.of_row(lowered, fact, shared, self.subjects)
            if row
            else acts.of_sentence(self.text, lowered, fact, shared, self.subjects)
        )
        echo = self._echo(sentence, act, best, shared, said)
        # "A garage" may be the one that was asked about; who has only hinted at it is for a person to judge.
        return echo if pointed or echo is None else replace(echo, narrow=False)

    def _stood_for(self, sentence: Passage, fact: Passage, best: int, said: frozenset[str]) -> Echo | None:
        """Return an echo where a small noun stands for what was done: "the work at Harlow Garage cost £400"."""
        shared = self.ncnd[best].topic & said
        if not self.like.has_whole_name(best, said) or not acts.stands_in(self.lowered, fact):
            return None
        act = acts.of_sentence(self.text, self.lowered, fact, shared, self.subjects)
        return Echo(sentence.start, sentence.end, act, best, shared, False) if act is not None else None

    def continued(self, before: Passage, sentence: Passage) -> Echo | None:
        """Return an echo where a sentence says something of what only the one before it names."""
        if not _ELLIPTIC.match(self.lowered, sentence.start, sentence.end):
            return None
        fact, named = acts.fact(self.lowered, sentence), acts.fact(self.lowered, before)
        if fact is None or named is None:
            return None
        own = self.subjects.of(fact.start, fact.end)
        said = own | self.subjects.of(named.start, named.end)
        best, shared = self.like.nearest(sentence, said)
        # Something of the topic must be said here, or every sentence behind a fact would echo it.
        if not shared & own or not self.like.same(best, fact, shared) or self.like.of_another(best, shared, said):
            return None
        act = acts.of_sentence(self.text, self.lowered, fact, shared, self.subjects)
        return self._echo(sentence, act, best, shared, said)

    def answered(self, sentence: Passage, asked: Sequence[Question]) -> Echo | None:
        """Return an echo where a short answer speaks of what only its question names: "How many covert drones?" "Six."."""
        if sentence.end - sentence.start > _SHORT:
            return None
        said = frozenset[str]().union(*(self.subjects.of(one.start, one.end) for one in asked))
        own = self.subjects.of(sentence.start, sentence.end)
        best, shared = self.like.nearest(sentence, said)
        if not shared or not self.like.same(best, sentence, shared) or self.like.lacks_name(best, said | own):
            return None
        if acts.is_supposed(self.lowered, sentence):
            return None
        return self._echo(sentence, acts.of_answer(self.text, self.lowered, sentence), best, shared, said)

    def in_table(self, part: Paragraph, entries: Sequence[Entry], asked: Sequence[Question]) -> Echo | None:
        """Return an echo where a row or an entry of a list speaks of what only its caption, column or question names."""
        for entry in entries:
            act = acts.of_cell(self.lowered, entry.value)
            if act is None:
                continue
            named = (*entry.names, entry.value) if act is Act.NAMES else entry.names
            own, over = self._of(named), self._of(entry.over if entry.titled else (*entry.over, *asked))
            siblings = [self._of((one,)) for one in entry.siblings]
            # "Garage" in every row stands for a caption; in some rows it tells them from no other.
            over |= frozenset.intersection(*siblings) & own if siblings else frozenset()
            best, shared = self.like.nearest(part, own | over)
            telling = (shared & own).difference(*siblings)
            lacks, has = self.like.names_apart(best, *(one for one in named if self._of((one,)) & shared))
            if (telling and lacks and has) or (act is Act.NAMES and not telling):
                continue
            shared = shared if telling else shared & over
            if self.like.lacks_name(best, shared):
                continue
            if self.like.same(best, part, shared) and not self.like.of_another(best, shared, own | over):
                echo = self._echo(Passage(part.start, part.end), act, best, shared, own | over)
                # "Marsh" may be a ward where Councillor Thea Marsh was asked about.
                return (
                    replace(echo, narrow=False) if echo is not None and telling and lacks & self.like.proper else echo
                )
        return None

    def _of(self, passages: Sequence[Placed]) -> frozenset[str]:
        return frozenset[str]().union(*(self.subjects.of(one.start, one.end) for one in passages))

    def first_half(self, sentence: Passage) -> Echo | None:
        """Return what a sentence says of the topic before it goes on to neither confirm nor deny."""
        at, one = next((at, one) for at, one in enumerate(self.ncnd) if one.start == sentence.start)
        led = led_in(self.lowered, sentence, one.cue.start)
        marks = (self.lowered.rfind(mark, sentence.start, one.cue.start) for mark in (" and ", "; ", " but ", ", "))
        end = led.start if led is not None else max(marks)
        if end <= sentence.start + 20:
            return None
        return self.said(Passage(sentence.start, end), only=at)

    def _echo(
        self, sentence: Passage, act: Act | None, best: int, shared: frozenset[str], said: frozenset[str]
    ) -> Echo | None:
        if act is None:
            return None
        one = self.ncnd[best]
        narrow = not one.narrow or bool(one.narrow & said)
        if any(self.opposites.get(word, frozenset()) & said and word not in said for word in one.narrow):
            narrow = False
        return Echo(sentence.start, sentence.end, act, best, shared, narrow)


def _asked_of(
    lowered: str, questions: Sequence[Question], answers: Sequence[Answer], ncnd: Sequence[Ncnd]
) -> dict[int, tuple[Question, ...]]:
    """Return, by the start of an answer that is no refusal itself, its question; one that says "it" has the one above too."""
    refused = {at for one in ncnd for at in one.answers}
    found: dict[int, tuple[Question, ...]] = {}
    for at, answer in enumerate(answers):
        if at in refused or answer.pairing is Pairing.WHOLE or len(answer.questions) != 1:
            continue
        number = answer.questions[0]
        question = questions[number]
        mine = [question]
        if question.parent is not None:
            mine.append(questions[question.parent])
        elif number and _POINTS_BACK.search(lowered, question.start, question.end):
            mine.append(questions[number - 1])
        found[answer.start] = tuple(mine)
    return found


def _asked_around(
    part: Paragraph, answers: Sequence[Answer], asked: Mapping[int, tuple[Question, ...]]
) -> tuple[Question, ...]:
    """Return the question that a row stands in the answer to."""
    around = [one.start for one in answers if one.start <= part.start < one.end and one.start in asked]
    return asked[around[-1]] if around else ()


def _is_asked(lowered: str, sentence: Passage, questions: Sequence[Question]) -> bool:
    """Return True for a question, also where the reply repeats it."""
    if lowered[sentence.start : sentence.end].rstrip("\"' ").endswith("?"):
        return True
    return any(one.start < sentence.end and sentence.start < one.end for one in questions)


def _about_ncnd(
    part: Paragraph, answers: Sequence[Answer], ncnd: Sequence[Ncnd], cited: Sequence[Citation], *, open_: bool
) -> bool:
    """Return True from a statement on, until another answer begins or an exemption is relied on to withhold."""
    if any(part.start <= one.start < part.end for one in ncnd):
        return True
    here = [one for one in cited if part.start <= one.start < part.end and one.exemption]
    if any(one.use is Use.NCND or one.ncnd_limb for one in here):
        return True
    if any(one.use is Use.RELIED_ON for one in here):
        return False
    belonging = {at for one in ncnd for at in one.answers}
    begins = [
        at for at, one in enumerate(answers) if one.label is not None and part.start <= one.label.start < part.end
    ]
    return open_ and not any(at not in belonging for at in begins)
