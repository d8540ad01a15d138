"""Questions as parts of the letter, and the map that says which question got which answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.letter import compound, sections, words
from redactor.letter.exchange import Exchange
from redactor.letter.model import Answer, Match, Pairing, Passage, Path, Question, QuestionLine

_STEM_ENDS = ".?"
_FITS_BETTER = 0.34
"""By how much an answer must fit another question better than its own before its number is doubted."""
_FITS = 0.5
_OWN_WORDS = 2
_ANSWERS_TOGETHER = re.compile(
    r"\b(?:attach\w*|enclos\w*|annex\w*|append\w*|spreadsheet|table|exempt\w*|withh\w+|refus\w+|vexatious|exceed\w*|"
    r"neither\sconfirm\w*|not\sh[eo]ld|holds?\s(?:no|nothing|none)|all\sof\s(?:it|this|these|them)|everything|published|website|https?|www|clarif\w+|further\stime|more\stime)\b"
)
_AT_A_WORD = re.compile(r"(?:^|[.!?:;]\s+)(?:none|yes|no|nil|neither|both)\b(?=\W*(?:$|[.,;:]))")
_NEXT_LINE = 25
"""Characters between a question and an answer with nothing but its label before it."""
_STRANGE = 0.2
"""Below this share of the question's words an answer that speaks of a stranger is about something else."""


def read(walk: Exchange) -> tuple[Question, ...]:
    """Return the questions in the order of the text, each with the question it is a part of."""
    asked = walk.asked
    first: dict[Path, int] = {}
    for at, one in enumerate(asked):
        if one.path:
            first.setdefault(one.path, at)
    parents = [_parent(one.path, first) for one in asked]
    found = []
    for at, one in enumerate(asked):
        text = walk.text[one.start : one.end]
        # Where the heads of the parts are the questions, what the opening tells is their subject.
        told = bool(walk.sections) and not one.path and one.start < min(walk.sections)
        stem = told or (at in parents and text.rstrip()[-1:] not in _STEM_ENDS)
        found.append(Question(one.start, one.end, one.path, one.label, parents[at], stem, one.words, words.names(text)))
    return tuple(found)


def _parent(path: Path, first: dict[Path, int]) -> int | None:
    return next((first[path[:depth]] for depth in range(len(path) - 1, 0, -1) if path[:depth] in first), None)


def asked_words(questions: Sequence[Question], at: int) -> frozenset[str]:
    """Return the content words of a question and of those it is a part of."""
    found = questions[at].words
    parent = questions[at].parent
    while parent is not None:
        found |= questions[parent].words
        parent = questions[parent].parent
    return found


def line_up(walk: Exchange, questions: Sequence[Question], answers: Sequence[Answer]) -> tuple[QuestionLine, ...]:
    """Return the map of questions and answers: a line a question that needs an answer, then answers without one."""
    if not questions:
        return ()
    lines: list[QuestionLine] = []
    by_question: dict[int, list[int]] = {}
    for at, answer in enumerate(answers):
        for number in answer.questions:
            by_question.setdefault(number, []).append(at)
    misfits = {at: fits for at, answer in enumerate(answers) if (fits := _misfit(walk, questions, answer)) is not None}
    taken = set(misfits.values())
    unspoken = _unspoken(walk, questions, answers)
    # Numbers that only the answers have are the authority's own order: no question can be told from them.
    unnumbered = not walk.known and any(answer.paths and not answer.questions for answer in answers)
    in_rows = bool(walk.turns) or any(answer.pairing is Pairing.ROW for answer in answers)
    for at, question in enumerate(questions):
        if question.stem:
            if walk.sections and _asks(walk, question) and sections.passed_over(walk, question):
                lines.append(QuestionLine(question.start, question.end, Match.MISSING, at, ()))
            elif not question.path:
                over = sections.overlooked(walk, question)
                lines += [QuestionLine(one.start, one.end, Match.MISSING, at, ()) for one in over]
            continue
        own = by_question.get(at) or _from_family(questions, by_question, at)
        blank = in_rows and bool(own) and all(answers[one].start >= answers[one].end for one in own)
        if not own or blank or at in unspoken:
            if at not in taken and not (unnumbered and not blank and not sections.passed_over(walk, question)):
                lines.append(QuestionLine(question.start, question.end, Match.MISSING, at, ()))
            continue
        wrong = [one for one in own if one in misfits]
        shown = answers[wrong[0] if wrong else own[0]]
        start, end = _place(shown)
        if wrong and len(wrong) == len(own):
            lines.append(QuestionLine(start, end, Match.RENUMBERED, at, tuple(own), misfits[wrong[0]]))
        else:
            strange = all(_is_strange(answers[one]) for one in own) and at in by_question
            lines.append(QuestionLine(start, end, Match.OTHER_SUBJECT if strange else Match.ANSWERED, at, tuple(own)))
            lines += _left_out(walk, question, at, [answers[one] for one in own])
    for at, answer in enumerate(answers):
        if not answer.questions and answer.paths:
            start, end = _place(answer)
            if unnumbered and at not in misfits:
                continue
            match = Match.RENUMBERED if at in misfits else Match.EXTRA
            lines.append(QuestionLine(start, end, match, None, (at,), misfits.get(at)))
    lost = [*walk.crossed, *sections.gaps(walk.sections)]
    lines += [QuestionLine(one.start, one.end, Match.MISSING, None, ()) for one in lost]
    return tuple(lines)


def _asks(walk: Exchange, question: Question) -> bool:
    """Return True for an unnumbered question in the requester's words; a sentence of the opening only tells the subject."""
    words_ = walk.text[question.start : question.end].strip()
    return not question.path and (words_[0] in "\"'" or words_.endswith("?") or question.label is not None)


def _left_out(walk: Exchange, question: Question, at: int, own: Sequence[Answer]) -> list[QuestionLine]:
    """Return a line for each thing that a question also asks and its answer passes over."""
    said = [Passage(one.start, one.end) for one in own]
    reply = " ".join(walk.lowered[one.start : one.end] for one in said)
    if _ANSWERS_TOGETHER.search(reply) or _AT_A_WORD.search(reply):
        return []
    found = compound.left_out(walk.text, walk.lowered, Passage(question.start, question.end), said)
    return [QuestionLine(one.start, one.end, Match.MISSING, at, ()) for one in found]


def _unspoken(walk: Exchange, questions: Sequence[Question], answers: Sequence[Answer]) -> frozenset[int]:
    """Return the questions of which an answer in running prose has no word, while it takes up the others.

    Only words that no other question has count, and a question needs two of them: "were any refused?" is answered by "no".
    A letter that answers by something attached, or by one word on everything, takes nothing up one by one.
    """
    whole = [one for one in answers if one.pairing is Pairing.WHOLE]
    asked = [at for at, question in enumerate(questions) if not question.stem]
    if len(whole) != 1 or len(answers) != 1 or len(asked) < 2:
        return frozenset()
    reply = walk.lowered[whole[0].start : whole[0].end]
    if _ANSWERS_TOGETHER.search(reply) or _AT_A_WORD.search(reply):
        return frozenset()
    said = words.content(reply)
    own = {
        at: questions[at].words - frozenset[str]().union(*(questions[other].words for other in asked if other != at))
        for at in asked
    }
    silent = {at for at in asked if len(own[at]) >= _OWN_WORDS and not own[at] & said}
    taken_up = [at for at in asked if own[at] & said]
    return frozenset(silent) if taken_up and len(silent) + len(taken_up) == len(asked) else frozenset()


def _place(answer: Answer) -> tuple[int, int]:
    if answer.start < answer.end:
        return answer.start, answer.end
    return (answer.label.start, answer.label.end) if answer.label else (answer.start, answer.end)


def _from_family(questions: Sequence[Question], by_question: dict[int, list[int]], at: int) -> list[int]:
    """Return the answers to the question that this one is a part of, or to all of its own parts."""
    parent = questions[at].parent
    while parent is not None:
        if parent in by_question:
            return by_question[parent]
        parent = questions[parent].parent
    parts = [other for other, question in enumerate(questions) if question.parent == at]
    if parts and all(part in by_question for part in parts):
        return [answer for part in parts for answer in by_question[part]]
    return []


def _is_strange(answer: Answer) -> bool:
    return bool(answer.strangers) and answer.overlap < _STRANGE and answer.pairing is not Pairing.WHOLE


def _misfit(walk: Exchange, questions: Sequence[Question], answer: Answer) -> int | None:
    """Return the question that a numbered answer fits better than the one of its number; None where it fits that."""
    if not answer.paths or answer.label is None or len(answer.paths) > 1:
        return None
    own = answer.questions[0] if answer.questions else None
    if own is not None and 0 <= answer.start - questions[own].end < _NEXT_LINE:
        # It stands directly below its question.
        return None
    if answer.pairing is Pairing.NUMBER and answer.label.end < answer.start:
        again = walk.repeated(answer.label.end, answer.start)
        if again is not None and again != own and not (own is not None and _related(questions, own, again)):
            return again
    said = words.content(walk.lowered[answer.start : min(answer.end, answer.start + 600)])
    mine = words.overlap(asked_words(questions, own), said) if own is not None else 0.0
    best, fit = None, 0.0
    for at, question in enumerate(questions):
        if at == own or len(question.words) < 3 or (own is not None and _related(questions, own, at)):
            continue
        found = words.overlap(question.words, said)
        if found > fit:
            best, fit = at, found
    return best if fit >= _FITS and fit - mine >= _FITS_BETTER and mine < _STRANGE else None


def _related(questions: Sequence[Question], one: int, other: int) -> bool:
    """Return True where one question is a part of the other."""
    first, second = questions[one].path, questions[other].path
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter]
