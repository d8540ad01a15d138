"""Answers as parts of the letter: joined to their questions by number, by words said again, by row or by order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from redactor.letter import cues, evasion, numbering, speech, turns, words
from redactor.letter import questions as asked_of
from redactor.letter.exchange import Exchange, Said
from redactor.letter.model import (
    Answer,
    Holding,
    HoldingStatement,
    Pairing,
    Paragraph,
    Passage,
    Question,
    Shape,
    Zone,
)
from redactor.letter.paragraphs import Block, sentences

_SUBJECT = re.compile(
    r"(?P<the>(?:the|our|these|those|this|all|any)\s)?(?P<subject>[^.?!;:]{2,80}?)\s(?:is|are|was|were|has|have|had|does|do|did|can|will|"
    r"would|may|uses?|used|contains?|shows?|provides?|supplies|supplied|operates?|covers?|records?)\b"
)
_NAMES_QUESTION = re.compile(
    r"(?:questions?|queries|query|points?|items?|parts?)\s(?P<list>\d{1,3}[a-z]?(?:\s?(?:,\s?and|,|and|&|to|-)\s?\d{1,3}[a-z]?\b(?!\s?(?:hours|days|years)))*)(?!\s(?:of|to|in)\s(?:the\s|that\s)?(?:[\w()-]+\s){0,6}?(?:act|regulations|order|rules|code|report|schedule)\b)|\bq(?P<short>\d{1,2}[a-z]?)\b"
)
# "You might narrow question 4", "nothing more is needed for question 4": spoken of, and not answered.
_SPOKEN_OF = re.compile(
    r"\b(?:would|could|might|if|whether|estimate[sd]?|clarif\w+|needed|narrow\w*|(?:we|i)(?:\s(?:will|shall)|'ll)\s(?:reply|respond|answer|write|deal)|together\swith)\b"
)
# "For question 3, whether you'd like what was charged": what the authority itself wants to know.
_ASKS_BACK = re.compile(
    r"\W*(?:for|on|in|about|re|as\sto|regarding)\s(?:your\s)?(?:q(?:uestion|uery)?|point|item|part)s?\s?\(?\w{1,3}\)?\W+(?:whether|which|what|do\syou|did\syou|are\syou|is\sit|could\syou|can\syou|would\syou|please)\b"
)
_POINT = re.compile(r"\((?P<token>\d{1,2}|[a-z]{1,4})\)")
_WORDS, _MEETS = 2, 0.75
"""How many content words a question must have, and which share of them a sentence must meet, to be joined by words."""
_ASKS_NAME = re.compile(r"\b(?:which|what|who|whom|name|names|list|supplier|company)\b")


def read(walk: Exchange, questions: Sequence[Question], paragraphs: Sequence[Paragraph]) -> tuple[Answer, ...]:
    """Return the answers, joined to their questions but with nothing yet known of their words."""
    found = [_numbered(walk, said) for said in walk.said if not _ASKS_BACK.match(walk.lowered, _from(said), said.end)]
    if not any(answer.questions for answer in found) and questions:
        found = _by_their_order(walk, questions, found)
        found += _in_order(walk, questions)
    if questions:
        covered = {at for answer in found for at in answer.questions}
        for one in _named_in_passing(walk, paragraphs, covered):
            _cut_around(walk, found, one.start)
            found.append(one)
        found = _by_words(walk, paragraphs, questions, found)
    if not found:
        whole = [part for part in paragraphs if part.zone is Zone.REPLY] or _late_reply(paragraphs)
        if (
            len(whole) > 1
            and whole[0].shape in {Shape.HEADING, Shape.ITEM}
            and cues.replies(walk.lowered, Block(whole[0].start, whole[0].end, whole[0].shape))
        ):
            whole = whole[1:]
        if whole:
            every = tuple(range(len(questions)))
            found = [Answer(whole[0].start, max(part.end for part in whole), (), None, every, Pairing.WHOLE)]
    found = _with_those_above(walk, questions, found)
    return tuple(sorted(found, key=lambda answer: (answer.start, answer.end)))


def _with_those_above(walk: Exchange, questions: Sequence[Question], found: list[Answer]) -> list[Answer]:
    """Return the answers, each also that of the questions right above its own where nothing else stands between.

    Only where a question follows behind: then each is answered where it stands, and no list of them was passed over.
    """
    covered = {at for answer in found for at in answer.questions}
    last = max((question.start for question in questions), default=0)
    for number, answer in enumerate(found):
        if len(answer.questions) != 1 or answer.start > last:
            continue
        at = answer.questions[0]
        if answer.pairing in {Pairing.ORDER, Pairing.WORDS}:
            # Its place tells more than its turn: it belongs to the question that it stands below.
            covered.discard(at)
            at = next((at for at, one in enumerate(questions) if at not in covered and _below(walk, one, answer)), at)
            covered.add(at)
        if not _below(walk, questions[at], answer):
            continue
        first = at
        while first and first - 1 not in covered and _touches(walk, questions[first - 1], questions[first]):
            first -= 1
        if first < at or (at,) != answer.questions:
            found[number] = replace(answer, questions=tuple(range(first, at + 1)))
    return found


def _below(walk: Exchange, question: Question, answer: Answer) -> bool:
    """Return True where an answer stands right below a question."""
    return question.end <= answer.start and not walk.text[question.end : answer.start].strip()


def _touches(walk: Exchange, above: Question, below: Question) -> bool:
    """Return True where nothing but the number stands between two questions."""
    start = below.label.start if below.label is not None else below.start
    return not above.stem and bool(above.path) and above.end <= start and not walk.text[above.end : start].strip()


def _late_reply(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the prose of a letter in which nothing marked the reply off from its opening."""
    return [part for part in paragraphs if part.zone in {Zone.OPENING, Zone.ANNEX} and len(part.sentences) > 1]


def _from(said: Said) -> int:
    return said.label.start if said.label is not None else said.start


def _numbered(walk: Exchange, said: Said) -> Answer:
    joined = [walk.known[path] for path in said.paths if path in walk.known]
    pairing = said.pairing
    if said.question is not None:
        joined = list(dict.fromkeys([*joined, said.question])) if pairing is Pairing.NUMBER else [said.question]
    return Answer(
        said.start,
        said.end,
        said.paths,
        said.label,
        tuple(dict.fromkeys(joined)),
        pairing if joined else Pairing.NOTHING,
    )


def _by_their_order(walk: Exchange, questions: Sequence[Question], found: list[Answer]) -> list[Answer]:
    """Return numbered answers joined to questions without numbers, where there are as many of both."""
    needed = [at for at, question in enumerate(questions) if not question.stem]
    if walk.known or len(needed) < 2 or len(needed) != len(found):
        return found
    return [replace(one, questions=(at,), pairing=Pairing.ORDER) for one, at in zip(found, needed, strict=True)]


def _in_order(walk: Exchange, questions: Sequence[Question]) -> list[Answer]:
    """Return as many answers as there are questions, where neither have numbers."""
    needed = [at for at, question in enumerate(questions) if not question.stem]
    if len(needed) < 2 or walk.said:
        return []
    bullets = [said for said in walk.listed if said.label is not None]
    plain = [said for said in walk.listed if said.label is None and not _announces(walk, said)]
    for listed in (bullets, walk.listed, plain):
        if len(listed) == len(needed) and not _names_others(walk, questions, needed, listed):
            return [
                Answer(said.start, said.end, (), said.label, (at,), Pairing.ORDER)
                for said, at in zip(listed, needed, strict=True)
            ]
    return []


def _names_others(walk: Exchange, questions: Sequence[Question], needed: Sequence[int], listed: Sequence[Said]) -> bool:
    """Return True where a paragraph names by its number another question than the one it stands in the place of."""
    paths = [questions[at].path for at in needed]
    for said, own in zip(listed, paths, strict=True):
        named = {(match["token"],) for match in _POINT.finditer(walk.lowered, said.start, said.end)}
        if own and named & set(paths) - {own}:
            return True
    return False


def _announces(walk: Exchange, said: Said) -> bool:
    """Return True for a paragraph that only leads on to the answers."""
    return walk.text[said.end - 1] == ":" or bool(
        re.match(r"thank|following|i can confirm that your|please find", walk.lowered[said.start : said.end])
    )


def _named_in_passing(walk: Exchange, paragraphs: Sequence[Paragraph], covered: set[int]) -> list[Answer]:
    """Return sentences that answer a question by naming it: "The information for questions 3 and 4 is not held"."""
    made: list[Answer] = []
    if len(covered) == len(walk.asked) or not walk.known:
        return made
    for part in paragraphs:
        if part.zone not in {Zone.REPLY, Zone.ANNEX}:
            continue
        for sentence in part.sentences:
            if _only_spoken_of(walk.lowered, sentence):
                continue
            for match in _NAMES_QUESTION.finditer(walk.lowered, sentence.start, sentence.end):
                paths = numbering.paths(match["list"] or match["short"])
                missing = tuple(
                    walk.known[path] for path in paths if path in walk.known and walk.known[path] not in covered
                )
                if missing:
                    made.append(
                        Answer(sentence.start, sentence.end, paths, Passage(*match.span()), missing, Pairing.NUMBER)
                    )
    return made


def _only_spoken_of(lowered: str, sentence: Passage) -> bool:
    """Return True where a sentence supposes or promises something of a question, and says nothing of holding or refusing."""
    return bool(_SPOKEN_OF.search(lowered, sentence.start, sentence.end)) and not (
        turns.decides(lowered, sentence.start, sentence.end)
        or next(iter(speech.cues(lowered, sentence.start, sentence.end)), None)
    )


def _by_words(
    walk: Exchange, paragraphs: Sequence[Paragraph], questions: Sequence[Question], found: list[Answer]
) -> list[Answer]:
    """Return the answers with sentences that meet the words of a question without one; they end the answer around them."""
    for at, question in enumerate(questions):
        if not found or question.stem or len(question.words) < _WORDS or _is_covered(questions, found, at):
            continue
        for part in paragraphs:
            if part.zone is not Zone.REPLY or part.shape not in {Shape.TEXT, Shape.FIELD}:
                continue
            first = part.sentences[0] if part.sentences else Passage(part.start, part.end)
            said = words.content(walk.lowered[first.start : first.end])
            if words.overlap(question.words, said) < _MEETS or any(answer.start == part.start for answer in found):
                continue
            end = _cut_around(walk, found, part.start) or part.end
            found.append(Answer(part.start, end, (), None, (at,), Pairing.WORDS))
            break
    return found


def _is_covered(questions: Sequence[Question], found: Sequence[Answer], at: int) -> bool:
    """Return True where a question, what it is a part of, or a part of it has an answer."""
    family = {at, *(other for other, question in enumerate(questions) if question.parent == at)}
    parent = questions[at].parent
    while parent is not None:
        family.add(parent)
        parent = questions[parent].parent
    return any(family & set(answer.questions) for answer in found)


def _cut_around(walk: Exchange, found: list[Answer], start: int) -> int | None:
    """End the answer around a place where another answer begins, and return where it ended; None where there is none."""
    if start and walk.text[start - 1] != "\n":
        return None
    for number, one in enumerate(found):
        if one.start < start < one.end:
            found[number] = replace(one, end=_end_before(walk, one.start, start))
            return one.end
    return None


def _end_before(walk: Exchange, start: int, end: int) -> int:
    while end > start and walk.text[end - 1].isspace():
        end -= 1
    return end


def describe(
    walk: Exchange,
    questions: Sequence[Question],
    answers: Sequence[Answer],
    holdings: Sequence[HoldingStatement],
    *,
    own_names: frozenset[str],
) -> tuple[Answer, ...]:
    """Return the answers with what they say of holding, how far they meet their questions, and whom else they name."""
    found = []
    said_of: dict[int, frozenset[Holding]] = {}
    for statement in holdings:
        for number in statement.answers:
            said_of[number] = said_of.get(number, frozenset()) | {statement.holding}
    stated = frozenset(one.start for one in holdings if one.holding not in {Holding.DISCLOSED, Holding.HELD})
    asked_names = frozenset[str]().union(*(question.names | question.words for question in questions))
    for at, answer in enumerate(answers):
        said = said_of.get(at, frozenset())
        if not said and answer.questions and _gives(walk, questions, answer):
            said = frozenset({Holding.DISCLOSED})
        asked = frozenset[str]().union(*(asked_of.asked_words(questions, one) for one in answer.questions))
        body = words.content(walk.lowered[answer.start : answer.end])
        found.append(
            replace(
                answer,
                holdings=said,
                overlap=words.overlap(asked, body),
                strangers=_strangers(walk, questions, answer, stated) - asked_names - own_names
                if questions
                else frozenset(),
            )
        )
    return tuple(found)


def _gives(walk: Exchange, questions: Sequence[Question], answer: Answer) -> bool:
    """Return True where an answer plainly gives information without saying that it is held."""
    text = walk.text[answer.start : answer.end].strip()
    if len(text) <= 1 and not text.isdigit():
        return False
    if answer.pairing is Pairing.WORDS:
        return True
    asked = [Passage(questions[at].start, questions[at].end) for at in answer.questions]
    return not all(evasion.evades(walk.lowered, one, Passage(answer.start, answer.end)) for one in asked)


def _strangers(walk: Exchange, questions: Sequence[Question], answer: Answer, stated: frozenset[int]) -> frozenset[str]:
    """Return whom or what the first sentence that is more than a word on holding speaks of."""
    asks_name = any(_ASKS_NAME.search(walk.lowered, questions[at].start, questions[at].end) for at in answer.questions)
    for sentence in sentences(walk.text, walk.lowered, answer.start, min(answer.end, answer.start + 700)):
        if sentence.start in stated or sentence.end - sentence.start < 22:
            continue
        match = _SUBJECT.match(walk.lowered, sentence.start, sentence.end)
        if match is None or (asks_name and not match["the"]):
            return frozenset()
        subject = walk.text[match.start("subject") : match.end("subject")]
        # Without "the" before it the first word has its capital from the sentence.
        return frozenset(name for name in words.names("x " + subject if match["the"] else subject) if len(name) > 2)
    return frozenset()
