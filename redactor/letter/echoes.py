"""Every sentence, table row and short answer that touches what the letter neither confirms nor denies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from redactor.letter import acts, topics, words
from redactor.letter.model import (
    Act,
    Answer,
    Citation,
    Echo,
    Ncnd,
    Pairing,
    Paragraph,
    Passage,
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
_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Lord|Lady|PC|Sgt|Sergeant|Inspector)\.?\s([A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?)"
)
# "Nine were flown by day. The remaining five were flown in secret": what was counted stands in the sentence before.
_ELLIPTIC = re.compile(
    r"\W*(?:(?:all|most|many|some|two|three|four|five|several|both|none|each|one|half|few|\d{1,4})\sof\s(?:them|these|those)\b|(?:the\s)?(?:remaining|other|rest|remainder|others|latter|former|balance)\b|(?:of\s)?(?:these|those|they|them)\b)"
)
_ENOUGH = 2
_SHORT = 160


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
    people = frozenset(topics.root(name) for match in _PERSON.finditer(text) for name in match[1].lower().split())
    reader = _Reader(text, lowered, ncnd, opposites(lowered, questions), subjects, asked_about, people)
    own = {one.start for one in ncnd}
    asked = _asked_of(lowered, questions, answers, ncnd)
    found = []
    open_ = False
    for part in paragraphs:
        if part.zone not in {Zone.OPENING, Zone.REPLY, Zone.ANNEX} or part.welsh:
            continue
        open_ = _about_ncnd(part, answers, ncnd, cited, open_=open_) or (
            part.shape is Shape.HEADING and bool(_ABOUT.search(lowered, part.start, part.end))
        )
        if part.shape is Shape.HEADING:
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


@dataclass(frozen=True, slots=True)
class _Reader:
    """One letter and what it neither confirms nor denies."""

    text: str = field(repr=False)
    lowered: str = field(repr=False)
    ncnd: Sequence[Ncnd]
    opposites: Mapping[str, frozenset[str]] = field(repr=False)
    subjects: topics.Subjects
    asked_about: Sequence[frozenset[str]] = field(repr=False)
    """Roots of each question's content words."""
    people: frozenset[str] = field(repr=False)
    """Roots of the names of people who are named with a title."""

    def presupposed(self, sentence: Passage) -> Echo | None:
        """Return an echo where a sentence takes the information for granted."""
        if not acts.presupposes(self.lowered, sentence):
            return None
        best, shared = self._nearest(sentence, self.subjects.of(sentence.start, sentence.end))
        return Echo(sentence.start, sentence.end, Act.PRESUPPOSES, best, shared, False)

    def said(self, sentence: Passage, *, row: bool = False, only: int | None = None) -> Echo | None:
        """Return an echo where a sentence or row says something as a fact about the same thing."""
        fact = acts.fact(self.lowered, sentence)
        if fact is None:
            return None
        said = self.subjects.of(fact.start, fact.end)
        best, shared = self._nearest(sentence, said) if only is None else (only, self.ncnd[only].topic & said)
        if not self._same(best, fact, shared) or self._of_another(best, shared, said):
            return None
        lowered = self.lowered
        act = (
            acts.of_row(lowered, fact, shared, self.subjects)
            if row
            else acts.of_sentence(self.text, lowered, fact, shared, self.subjects)
        )
        return self._echo(sentence, act, best, shared, said)

    def continued(self, before: Passage, sentence: Passage) -> Echo | None:
        """Return an echo where a sentence says something of what only the one before it names."""
        if not _ELLIPTIC.match(self.lowered, sentence.start, sentence.end):
            return None
        fact, named = acts.fact(self.lowered, sentence), acts.fact(self.lowered, before)
        if fact is None or named is None:
            return None
        own = self.subjects.of(fact.start, fact.end)
        said = own | self.subjects.of(named.start, named.end)
        best, shared = self._nearest(sentence, said)
        # Something of the topic must be said here, or every sentence behind a fact would echo it.
        if not shared & own or not self._same(best, fact, shared) or self._of_another(best, shared, said):
            return None
        act = acts.of_sentence(self.text, self.lowered, fact, shared, self.subjects)
        return self._echo(sentence, act, best, shared, said)

    def answered(self, sentence: Passage, asked: Sequence[Question]) -> Echo | None:
        """Return an echo where a short answer speaks of what only its question names: "How many covert drones?" "Six."."""
        if sentence.end - sentence.start > _SHORT:
            return None
        said = frozenset[str]().union(*(self.subjects.of(one.start, one.end) for one in asked))
        best, shared = self._nearest(sentence, said)
        if not shared or not self._same(best, sentence, shared):
            return None
        if acts.is_supposed(self.lowered, sentence):
            return None
        return self._echo(sentence, acts.of_answer(self.text, self.lowered, sentence), best, shared, said)

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

    def _nearest(self, sentence: Passage, said: frozenset[str]) -> tuple[int, frozenset[str]]:
        """Return the statement whose topic a sentence shares most words with, the nearest in the letter on a tie."""
        ncnd = self.ncnd
        best = max(range(len(ncnd)), key=lambda at: (len(ncnd[at].topic & said), -abs(ncnd[at].start - sentence.start)))
        return best, ncnd[best].topic & said

    def _of_another(self, best: int, shared: frozenset[str], said: frozenset[str]) -> bool:
        """Return True where a sentence lacks the person asked about, or speaks of what another question asks.

        "How many covert drones?" is another question than "how many drones?", and an answer to that one lacks "covert".
        """
        one = self.ncnd[best]
        if one.topic & self.people and not said & self.people:
            return True
        missing = one.head - said
        return bool(missing) and any(shared <= words_ and not missing & words_ for words_ in self.asked_about)

    def _same(self, best: int, fact: Passage, shared: frozenset[str]) -> bool:
        """Return True where enough of the topic returns: two words, a third of a long topic, or all there is of it."""
        one = self.ncnd[best]
        if not shared or len(shared) < min(_ENOUGH, len(one.topic)):
            return False
        if one.head and not one.head & shared and len(shared) < max(_ENOUGH + 1, len(one.topic) - 1):
            return False
        named = {topics.root(name) for name in words.names(self.text[fact.start : fact.end])}
        wanted = max(_ENOUGH, (len(one.topic) + 2) // 3)
        return len(shared) + len(shared & named) >= min(len(one.topic), wanted)


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
