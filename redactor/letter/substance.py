"""What a letter's own sentences, holding statements, citations and answers add up to: does it give, refuse, or neither?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from redactor.law import EXCEPTIONS
from redactor.letter import giving, informing, purposes, signs
from redactor.letter.model import (
    Answer,
    Citation,
    Holding,
    HoldingStatement,
    Pairing,
    Paragraph,
    Passage,
    Question,
    Table,
    Use,
    Zone,
)

_STRONG = re.compile(
    r"exempt|except|withh|redact|remov|black|blank|obscur|mask|omit|taken|left|edited|exceed|refus|declin"
)
_THINKS = re.compile(
    r"\b(?:think|believe|consider\w*|feel|expect|suspect|anticipate|appears?|seems?|may|might|whether|if|whatever|provisional\w*|initial\w*|at\s(?:this|present)\s?(?:stage|time)?|potential\w*|engaged|likely\sto\sbe|subject\sto)\b"
)
_CONCLUDES = re.compile(
    r"\binterest\b[^.;]{0,60}\b(?:is|are|was)\s(?:\w+\s)?(?:greater|stronger|outweighed)\b|\boutweighs?\b|\b(?:lies|falls|is)\s(?:\w+\s)?in\sfavour\sof\s(?:maintaining|withholding|the\sexemption)\b|\bfavours\s(?:maintaining|withholding|the\sexemption|non-disclosure)\b"
)
_OPEN = re.compile(r"\b(?:still|yet|unless|whether|if|when|once|until|consider\w*\sthe|ask(?:s|ed)?|could|might)\b")
_REFUSES = re.compile(
    r"\b(?:we|i|council|trust|department|force|university|authority|board|association|college|agency|therefore|is|are|been|being)\s(?:(?:are|am|is|have|has|will|shall|must|therefore|accordingly|now|hereby|also)\s){0,3}(?:refus(?:e|ed|ing)|withh(?:old|eld|olding)|declin(?:e|ed|ing)|redact(?:ed|ing))\b"
)
_YET_TO_DECIDE = re.compile(
    r"\b(?:still|yet)\s(?:have\s|has\s)?to\s(?:decide|conclude|determine|weigh|settle|reach|complete|finish|finali[sz]e|come\sto)\b|"
    r"\b(?:not|n't)\s(?:yet|so\sfar|at\spresent)\s(?:been\sable\sto\s)?(?:decide|conclude|determine|weigh|settle|reach|come|complete|finish|finali[sz]e)\w*\b|"
    r"\b(?:decision|conclusion|balance|view)\b[^.;]{0,40}\b(?:not\syet|still|yet\sto)\s(?:to\s)?(?:be\s|been\s)?(?:made|reached|taken|struck|come|settled|formed)\b|"
    r"\bbefore\s(?:we|i|it|the\s\w+)\s(?:can\s|could\s|will\s)?(?:come\sto|decide|determine|reach|conclude|form)\b"
)
_NOTICES = frozenset({("foisa", "17")})
"""What is cited for nothing else than that the information is not held."""
_ENDS = re.compile(r"[.:;!)\"'\d]\s*$|^\W*(?:yes|no|none|nil)\b")


class Substance:
    """What a letter says and does, as far as its kind depends on it.

    Attributes:
        own: all sentences; sentences: the authority's in opening, reply and annex; quoted: the request's.
        count, first: how often each holding is stated, and where first.
        answers: those with a question, a number or a row of their own.
        relied: exemptions relied on; grounds: their regimes and sections.
        redacts: the sentence that says that something was taken out.
        gives, plainly, in_answers, lists: whether information is given, by a sentence that says so, in answers.
        refuses: whether anything is refused.
        substantive: whether it says anything of what was asked for.
    """

    def __init__(
        self,
        lowered: str,
        paragraphs: Sequence[Paragraph],
        holdings: Sequence[HoldingStatement],
        answers: Sequence[Answer],
        cited: Sequence[Citation],
        tables: Sequence[Table],
        asked: Sequence[Passage | Question] = (),
    ) -> None:
        self.lowered, self.paragraphs = lowered, paragraphs
        zones = {Zone.OPENING, Zone.REPLY, Zone.ANNEX}
        own = [part for part in paragraphs if part.zone in zones and not part.welsh]
        self.own = [one for part in paragraphs for one in (part.sentences or (Passage(part.start, part.end),))]
        self.sentences = [one for part in own for one in (part.sentences or (Passage(part.start, part.end),))]
        self.quoted = [one for part in paragraphs if part.zone is Zone.REQUEST for one in part.sentences]
        self.count = Counter(one.holding for one in holdings)
        self.first = {holding: next(one for one in holdings if one.holding is holding) for holding in self.count}
        self._every = answers
        answers = [one for one in answers if not _asks_back(lowered, one, holdings)]
        answers = [one for one in answers if self._is_stated(one, holdings) or self._informs(one)]
        self.answers = [one for one in answers if one.pairing is not Pairing.WHOLE and one.end > one.start]
        self.relied = [one for one in cited if one.use is Use.RELIED_ON and not self._absent(one)]
        self.grounds = {(one.regime, one.section) for one in self.relied}
        self.redacts = giving.takes_out(lowered, paragraphs)
        # What is only pointed to was not given by this letter, but it is not refused either. Beside a refusal or a
        # search that found nothing it is advice where else to look.
        against = (
            self.count[Holding.REFUSED]
            or self.relied
            or (self.count[Holding.NOT_HELD] and not self.count[Holding.HELD])
        )
        pointed = bool(self.count[Holding.ELSEWHERE]) and not against
        given = [
            one
            for one in holdings
            if one.holding is Holding.DISCLOSED and not (giving.points(lowered, one) or giving.is_to_come(lowered, one))
        ]
        # An answer in which an exemption is relied on gives only what it tells besides.
        open_ = [
            one
            for one in answers
            if self._informs(one) or not any(one.start <= at.start < one.end for at in self.relied)
        ]
        self.plainly = bool(given or pointed)
        self.gives = self.plainly or giving.gives(lowered, paragraphs, open_, holdings, tables, asked)
        self.lists = giving.lists_figures(lowered, paragraphs)
        self.gives = self.gives or self.lists
        self.told = bool(given)
        self.in_answers = any(giving.in_answer(answer, holdings, lowered) for answer in open_)
        # "Notes may be held; could you say which you mean?" answers nothing yet.
        puts_off = self.says(signs.TO_COME) or self.does(purposes.asks_back) or self.does(purposes.longer)
        stated = [one for one in holdings if one.holding is not Holding.UNCLEAR or not puts_off]
        self.beside_silence = _beside_silence(self, holdings, tables)
        self.substantive = bool(stated or self.answers or self.redacts or self.relied) or self.gives
        # "We refuse under regulation 12(4)(a), which is for what is not held" refuses nothing that there is; beside
        # other answers it is the part that was refused.
        absent = [one for one in cited if self._absent(one)]
        self.absence = next((one for one in cited if self._absent(one)), None)
        refused = [
            one
            for one in holdings
            if one.holding is Holding.REFUSED
            and not (absent and not self.gives and self._is_for_want(one, cited, absent))
            and not self._leads_over(one, cited)
        ]
        self.refused = refused
        self.none_held = bool(absent) or (
            bool(self.count[Holding.NOT_HELD])
            and any((one.regime, one.section) in _NOTICES and one.use is not Use.QUOTED for one in cited)
        )
        # "We are unable to answer as nothing is held" refuses nothing.
        weak = self.count[Holding.NOT_HELD] and all(
            not _STRONG.search(lowered, one.cue.start, one.cue.end) and not one.cited for one in refused
        )
        # "Nothing is there, so we must refuse": a refusal that gives no ground beside the word that nothing is held.
        self.for_want = (
            bool(refused) and not (self.relied or self.count[Holding.HELD]) and self._beside_not_held(refused, holdings)
        )
        self.refuses = bool((refused and not (weak or self.for_want)) or self.relied or self.redacts)

    def says(self, pattern: re.Pattern[str]) -> Passage | None:
        """Return the first of the authority's own sentences that a pattern is found in."""
        return signs.first(self.lowered, self.sentences, pattern)

    def _is_for_want(self, stated: HoldingStatement, cited: Sequence[Citation], absent: Sequence[Citation]) -> bool:
        """Return True for a refusal that cites no other ground, in a letter that relies on none.

        In an answer of its own it is for want of the information only where that answer says so.
        """
        here = [one for one in cited if stated.start <= one.start < stated.end and one.exemption]
        mine = {at for at in stated.answers if at < len(self._every) and self._every[at].pairing is not Pairing.WHOLE}
        beside = not mine or any(mine & set(one.answers) for one in absent)
        return not self.relied and beside and all(one in absent for one in here)

    @staticmethod
    def _leads_over(stated: HoldingStatement, cited: Sequence[Citation]) -> bool:
        """Return True for "exempt from the Act by section 39", which leads to the Regulations and refuses nothing."""
        here = [one for one in cited if stated.start <= one.start < stated.end]
        return any(one.section == "39" and one.use is Use.MACHINERY for one in here) and not any(
            one.use is Use.RELIED_ON for one in here
        )

    def _beside_not_held(self, refused: Sequence[HoldingStatement], holdings: Sequence[HoldingStatement]) -> bool:
        """Return True where every refusal stands in a paragraph that says that nothing is held."""
        absent = [one for one in holdings if one.holding is Holding.NOT_HELD]
        return all(
            any(
                part.start <= one.start < part.end and any(part.start <= other.start < part.end for other in absent)
                for part in self.paragraphs
            )
            for one in refused
        )

    def _absent(self, one: Citation) -> bool:
        """Return True for the exception that only says that nothing is held: regulation 12(4)(a), in Scotland 10(4)(a)."""
        return EXCEPTIONS.get(one.regime) == one.section and one.limb == "(4)(a)" and one.use is Use.RELIED_ON

    def _is_stated(self, answer: Answer, holdings: Sequence[HoldingStatement]) -> bool:
        """Return True for an answer known by its number or row, or by what it says of holding."""
        if answer.pairing not in giving.LOOSE:
            return True
        return any(
            answer.start <= one.start < answer.end
            and one.holding not in {Holding.HELD, Holding.ELSEWHERE}
            and not giving.is_to_come(self.lowered, one)
            for one in holdings
        )

    def _informs(self, answer: Answer) -> bool:
        """Return True where an answer that only stands below its question tells a fact."""
        return any(
            answer.start <= one.start < answer.end
            and informing.informs(self.lowered, one)
            # A title between two parts tells nothing.
            and (answer.pairing is not Pairing.NOTHING or _ENDS.search(self.lowered, one.start, one.end))
            for one in self.sentences
        )

    def does(self, reads: Callable[[str, Passage], Passage | None]) -> Passage | None:
        """Return the first of the authority's own sentences in which something is done."""
        return next((one for one in self.sentences if reads(self.lowered, one)), None)

    @property
    def decided(self) -> bool:
        """Return True where something is refused for good: "we are withholding it", not "we think that parts are exempt"."""
        if len(self.grounds) == 1 and self.says(_YET_TO_DECIDE):
            return False
        return any(
            _CONCLUDES.search(self.lowered, one.start, one.end) and not _OPEN.search(self.lowered, one.start, one.end)
            for one in self.sentences
        ) or any(
            _REFUSES.search(self.lowered, one.start, one.end) or not _THINKS.search(self.lowered, one.start, one.end)
            for one in self.refused
        )

    @property
    def has_route(self) -> bool:
        """Return True where review or complaint is spoken of."""
        return any(part.zone is Zone.APPEAL for part in self.paragraphs)


def _beside_silence(said: Substance, holdings: Sequence[HoldingStatement], tables: Sequence[Table]) -> bool:
    """Return True where a letter that neither confirms nor denies says something of another part as well.

    What comes behind the first such statement and belongs to no answer of its own argues for it: "if one force held it".
    """
    first = next((one for one in holdings if one.holding is Holding.NCND), None)
    if first is None:
        return False
    apart = [
        one
        for one in holdings
        if one.holding in {Holding.HELD, Holding.NOT_HELD, Holding.DISCLOSED, Holding.REFUSED}
        and not giving.points(said.lowered, one)
        and (one.end <= first.start or (one.answers and not set(one.answers) & set(first.answers)))
    ]
    same = [one for one in holdings if one.start == first.start and one.holding in {Holding.HELD, Holding.NOT_HELD}]
    shown = any(giving.has_figures(said.lowered, table) for table in tables)
    return bool(apart or same or said.in_answers or said.lists or said.redacts or shown)


def _asks_back(lowered: str, answer: Answer, holdings: Sequence[HoldingStatement]) -> bool:
    """Return True where what stands in an answer's place is a question to the requester."""
    if not signs.CLARIFIES.search(lowered, answer.start, answer.end) or "?" not in lowered[answer.start : answer.end]:
        return False
    return not any(answer.start <= one.start < answer.end for one in holdings)
