"""What a sentence says of holding, read from its skeleton: who holds or gives what, whether denied, supposed or only told.

It reads wordings for which ``held`` has no pattern of its own; where both read a sentence, ``held`` goes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter import business, skeleton
from redactor.letter.model import Holding, Passage
from redactor.letter.skeleton import Skeleton


def _gap(most: int) -> str:
    """Return a pattern for some classes of the same clause."""
    return rf"(?:(?!conj |, |; |if |when )\S+ ){{0,{most}}}?"


_FIRM = r"(?:(?!conj |, |; |if |when |would |may |not |no |to |have )\S+ ){0,5}?"
_OBJECT = r"(?:_ )?(?:info|pron|more|other) "
_NOT_HELD = (
    r" (?:we|_|who|info) (?:can |will |be |of |_ )?not (?:be |can |_ )?(?:hold|have|find|record) ",
    r" we lack ",
    rf" we {_gap(2)}(?:hold|have|find|record) no (?!(?:_ )?(?:review|exemption|decide|limit|cost))(?:_ )?(?:info|of|to give|hold|more|request) ",
    r" we (?:hold|record) no (?:_ )?(?:;|of|conj) ",
    r" have no (?:to give|info|hold) ",
    rf" no (?:_ )?info {_gap(5)}(?:be |can be )?(?:_ )?(?:hold|find|exist|record|give by search) ",
    r" no (?:of pron |of info |more |info )?(?:be |can be )?(?:find|hold|exist) ",
    rf" no (?:_ )?(?:info )?{_gap(3)}(?:be )?exist ",
    rf" (?:info|pron|we|_) {_gap(4)}(?:be |can |would )?not (?:can )?(?:be )?(?:_ )?(?:hold|find|exist|record) ",
    rf" (?:info|pron) {_gap(4)}be not (?:of |among )(?:we |pron |_ )?(?:hold|info) ",
    r" there be (?:no|not) (?:_ )?(?:info|exist|of hold|hold) (?!of (?:web|public))",
    r" no (?:of (?:_ )?info )?(?:_ )?(?:of pron|fall) ;",
    r" (?:pron|info) be not (?:_ )?info (?:who |pron )?(?:we|_) (?:_ )?(?:hold|have|record) ",
    r" (?<!no )info (?:(?!conj |, |; |if |when )\S+ ){0,5}?be (?:_ )?lose ",
    rf" search {_gap(3)}(?:find |give |tell |see )?no ",
    rf" no we not {_gap(3)}(?:hold|record|have) (?:_ )?info ",
    r" not (?:hold|record) (?:;|by|of) ",
    r" (?:we|info|pron) (?:be )?not of (?:we |_ )?hold ",
    rf" no {_gap(4)}(?:hold|record) (?:info|pron) ",
    rf" info {_gap(5)}lose ;",
)
_HELD = (
    rf" we (?:can |_ )?(?:confirm )?(?:hold|have) {_OBJECT}",
    rf" (?:info|pron|all) {_gap(5)}be (?:_ )?(?:hold|exist)(?: by we| of we| by _|) ",
    rf" (?:we|search) {_gap(1)}find (?:num |_ ){{0,2}}info (?:of|,|;|conj|who) ",
    r" info be find ",
    rf" info (?:{_gap(4)})?exist ",
    r" (?:we|pron|info|_) have (?:pron )?;",
    rf" (?:info|pron) {_gap(3)}be of (?:we )?hold ",
)
_GIVEN = (
    r" we (?:be |can |will |of |want |decide |to |_ )*give (?:you )?(?:of )?(?:we |your |num |all |_ )*(?:info|pron|request) ",
    rf" (?:info|pron|who|_|num) {_FIRM}be (?:can be )?(?:_ )?give (?!by |to (?:someone|_))",
    rf" (?:info|pron|who|_) {_FIRM}herewith ",
    r" ; give (?:of |_ )*(?:be|info|pron) |^ give be ",
    r" request be (?:give|met) ",
)
_GIVE = "(?:give|publish)"
_REFUSED = (
    r" we (?:be |can |will |obliged |have |of |want |decide |to |conj |_ )*withhold (?!we |no )",
    rf" (?:info|pron|who|request|decision|we|_) {_FIRM}(?:can |will |obliged |should )?be (?:_ )?withhold (?!by someone)",
    rf" piece {_gap(5)}be (?:_ )?lose ",
    r" piece (?:\S+ ){0,3}?(?:be )?not (?:be )?(?:show|seem) ",
    rf" we (?:be |_ )*(?:can |will )?not (?:be )?(?:can |will |want |obliged |believe |apply |decide )?(?:to |be )*{_GIVE} ",
    rf" (?:info|pron|who|_|we) {_FIRM}(?:be )?(?:can |will )+not (?:to |will |can |obliged |_ )*(?:be )?give (?!to we )",
    rf" (?:info|pron|_) {_FIRM}be not (?:(?:to |will |can |obliged )+(?:be )?|be )give (?!to we )",
    rf" we {_gap(2)}(?:decide|decision|believe) (?:pron |_ )?(?:to )?(?:not (?:to |be |can )*{_GIVE}|withhold) ",
    rf" decision (?:to |be )?not {_GIVE} ",
    rf" not we (?:of |to )?{_GIVE} ",
    r" request (?:be )?(?:_ )?withhold ",
    rf" we be {_gap(5)}to withhold ",
    rf" we {_gap(2)}(?:hold|have) {_gap(3)}conj (?:be |can |will |_ )*withhold ",
    rf" we {_gap(2)}(?:hold|handle|have) {_gap(3)}conj (?:handle|believe) (?:pron )?withhold ",
)
_ELSEWHERE = (
    rf" (?:info|pron|who|_|we|year) {_gap(6)}(?:be |can |may |have )*(?:_ )?(?:public|publish|see|give|find|seem|be) (?:_ )?(?:of|by|to) {_gap(3)}(?:web|public) ",
    rf" (?:info|pron|_) {_gap(3)}be (?:_ )?(?:public|publish) (?!of (?:time|num))(?:of |to |by |; )",
    r" we (?:_ )?publish (?:pron|info) ",
    rf" you (?:can |may |will |want |to )*(?:see|find|have) {_gap(5)}(?:web|public) ",
    r" (?:can|may) be (?:see|find|had) (?:_ )?(?:of|by|;|conj)",
    rf" (?:see|publish|pass) {_gap(3)}web ",
)
_HEDGE = r"(?:may|believe|understand|seem|likely|unsure)"
_ON = r"(?:(?!; |give |withhold |harm |reply |handle |publish |pi |request |exemption |review |redo |want |when |exceed |cost |by |tell |who |would |public |see )\S+ ){0,7}?"
_UNCLEAR = (
    # "Events may be held in the hall": of what is no word for information, only being held as such is meant.
    rf" (?!who |you |someone |by |_ may be hold of _ )(?:(?!who |you |someone )\S+ )(?:of \S+ )?may (?:not )?{_ON}(?:hold|exist|record|lose|have (?:info|pron)) ",
    rf"(?:^|;) may {_ON}(?:we|info|_) {_ON}(?:hold|exist|record) ",
    r" there may (?:be )?(?:_ )?(?:_ )?(?:more )?(?:info|more|other|_ of) ",
    r" may (?:be )?(?:_ )?info (?:of|;|_) ",
    r" we may have (?:(?!conj |, |; |no )\S+ ){0,3}?(?:of )?(?:pron|info) ",
    r" info (?:of \S+ )?(?:of \S+ )?(?:may|should) be (?:of|among) ",
    r"^ may (?:_ )*(?:,|;) ",
    r" (?:we|info|pron|_) should (?:be )?(?:_ )?(?:hold|exist|have info|of info) ",
    rf"(?<! you)(?<! who)(?<! _) {_HEDGE} {_ON}(?:hold|exist|lose|have info|have pron|be (?:_ )?record) ",
    r" (?:believe|understand|seem|likely) (?:, )?(?:there be |we have |info |_ |be )*no (?:info|of|exist|hold) ",
    r" (?:hold|exist) (?:pron )?(?:be )?(?:unsure|unknown|likely) ",
    r" likely (?:to be )?(?:not )?hold ",
    r" we (?:be |would )?not (?:be )?(?:know|believe|understand) (?:of |we |to |there |_ )*(?:info|hold|have|see|exist|find|pron|more|be) ",
    rf" (?:if|unsure) {_ON}(?:hold|have|exist|info|record|lose) {_gap(5)}(?:unsure|unknown|not (?:_ |info |be )*(?:we )?(?:can )?(?:confirm|know|tell)) ",
    rf" (?:unsure|not sure) {_ON}(?:hold|exist|record|have (?:info|pron|more|_)|there be|lose|find) ",
    rf" (?:we|info|pron|_) (?:be )?not (?:be )?(?:can )?(?:find|say|know|sure|_) (?:_ )?if {_ON}(?:hold|exist|have|record|info) ",
    r" (?:no|not) (?:can |_ )*know (?:of )?if ",
    rf" before we (?:can|may) \S+ if {_ON}hold ",
    r" (?:we|you) (?:can|may) (?:tell|know) if (?:pron|info|_) be hold ",
    r" (?:info|pron|we) (?:would|should) (?:not )?(?:_ )?(?:be )?(?:hold|lose|believe to hold) (?!of )",
    r"^ (?:no|not) (?:of |to |info |we |pron |_ )*(?:know|believe) ",
    r" no (?:one )?(?:be )?(?:sure|know) ",
    r" info , if exist ",
    r" if (?:info )?(?:info )?exist (?:pron |info )?(?:would|may) ",
    r" info (?:pron )?we hold would ",
    rf" search {_gap(3)}not {_gap(3)}(?:find|give) ",
    rf" (?:no|not) {_gap(4)}find {_gap(3)}sofar ",
    rf" sofar {_gap(5)}(?:no|not) ",
)
_NCND = (
    r" (?:no|not) (?:(?!; |, )\S+ ){0,5}?(?:confirm|tell) (?:pron |info |_ |if |we |hold )*(?:conj|not) (?:_ |not |will |be |can |to )*deny ",
    r" not (?:will |be )*confirm , (?:conj |not )+(?:will |_ |be |pron )*deny ",
    r" withhold (?:to )?(?:(?!; |, )\S+ ){0,3}?(?:tell|confirm|give) (?:conj deny |you )?(?:even )?(?:if|conj deny) ",
    rf" not (?:_ )?(?:will |be )*obliged {_gap(2)}(?:tell|confirm|give|know) (?:you )?(?:even )?(?:if|conj deny) ",
    rf" (?:will|decide|exemption|we be) not {_gap(2)}(?:tell|confirm) (?:of |you |_ )*(?:even )?if ",
    r" not (?:will )?(?:tell|confirm) you (?:even )?if ",
    rf" not {_gap(3)}(?:tell|confirm|comment) of if ",
    r" we (?:_ )?no tell of if (?:\S+ ){0,4}?(?:hold|exist) ",
    r" (?:withhold|relieve|lose) (?:we |of |_ )*obliged (?:of |to )?(?:tell|confirm) (?:you )?(?:if|conj deny) ",
    rf" (?:withhold|relieve) we {_gap(4)}(?:tell|confirm) (?:you )?if ",
    r" be (?:relieve|withhold) (?:_ )?of (?:tell|confirm) if ",
)
_ALL = (
    (Holding.NCND, _NCND),
    (Holding.UNCLEAR, _UNCLEAR),
    (Holding.NOT_HELD, _NOT_HELD),
    (Holding.REFUSED, _REFUSED),
    (Holding.ELSEWHERE, _ELSEWHERE),
    (Holding.DISCLOSED, _GIVEN),
    (Holding.HELD, _HELD),
)
_NOW = frozenset({Holding.DISCLOSED, Holding.REFUSED})
"""What was given or refused in the past is history; what was not found, or held, is still so."""
_PATTERNS = {
    holding: re.compile(
        (joined if holding in _NOW else joined.replace("be ", "(?:be|was) ")).replace("info", "(?:info|piece)")
    )
    for holding, one in _ALL
    for joined in ["|".join(one)]
}
# Before the words: what makes them a condition, somebody else's words, or a wish.
_SUPPOSED = re.compile(
    r" (?:if|when) (?:(?!; |, (?:we|pron|info) )\S+ )*$|^ (?:if|when) (?:(?!, |; )\S+ )*$"
    # "It would take 40 hours, so we refuse it."
    r"| would (?:(?!; |, (?:conj )?(?:we|pron|info) )\S+ )*$"
)
_TOLD = re.compile(r" you (?!can |may |will )\S+ (?:(?!; |, (?:we|pron|info) )\S+ )*$")
"""A condition, or what the requester asked and said."""
_DENIED = re.compile(r" (?:no|not|would|may|will|if) (?:(?!; |, |conj )\S+ )*$")
_NOT_JUDGED = re.compile(r" (?:not (?:handle|believe|see)|no) (?:(?!; |, |conj )\S+ )*$")
_NOT_SAID = {
    Holding.NCND: (),
    Holding.UNCLEAR: (_TOLD,),
    Holding.NOT_HELD: (_SUPPOSED, _TOLD),
    Holding.REFUSED: (_SUPPOSED, _TOLD, _NOT_JUDGED),
}
_POSITIVE = (_SUPPOSED, _TOLD, _DENIED, re.compile(r" who $|confirm conj deny "))
_GERUND = re.compile(r"\b(?:confirming|denying|error)\b")
_THINKS_OF = re.compile(
    r"\b(?:think|believe|consider|suppose|feel|see|accept|agree)\b[^.;,]*\b(?:publishing|disclosing|releasing|giving|providing|sharing|supplying|sending)$"
)
"""What is only spoken of: "we do not think that publishing the name serves that"."""
_OF_OTHERS = re.compile(r"\b(?:who|that|which|they|he|she)\s(?:had\s(?:not|never)|hadn't)\b")
"""What others had not had before: "boats that had not held a licence"."""
_WANTS_KNOWLEDGE = re.compile(r"\b(?:cannot|can't|could\snot|couldn't|unable|not\s(?:yet\s)?able)\b")
_NOT_KNOWN = re.compile(
    r"[^.;]{0,60}?\b(?:will|would|may|might|could|should|can|going\sto|likely|enough|changes?|chang(?:ed|ing))\b"
)
_FOLLOWS = re.compile(
    r"\b(?:no|not|n't|never|nobody|only|yet|until)\b[^.;]*\b(?:so|therefore|and|which\smeans)\s(?:that\s)?$"
)
_ON_HOLDING = re.compile(r"\b(?:hold|holds|held|exist\w*|information|records?|sections?\s\d|regulations?\s\d)\b")
_ARGUED = re.compile(
    r"\b(?:would\sbe\slikely|exempt\w*|exception|sections?\s\d|regulations?\s\d|interests?|prejudic\w+|harm\w*|disclos\w+|releas\w+|personal\sdata|privacy|rights?|policy|retention|limit|hours|fees?)\b"
)
"""Where law or harm is argued, "would be held" and "may have" are about others."""
_ABOUT_THE_PROCEDURE = re.compile(
    r"\b(?:privacy|complain\w*|internal\sreview|commissioner|ico|guidance|your\s(?:\w+\s)?(?:request|rights)|how\s(?:we|to)|freedom\sof\sinformation|charg(?:es|ing)|fees|this\s(?:letter|reply|response)|our\s(?:reply|response))\b"
)
_REPLIES = re.compile(r"\W*(?:all\s|our\s|most\s|many\s|the\s)*(?:answers|replies|responses|requests|letters)\b")
"""What happens to answers in general points to no information."""
_NOT_THERE = re.compile(
    r" (?:not|no more|no) (?:be |can |have |_ )*(?:public|publish|see|find|give) | be not of (?:web|public) "
)
"""What is not published, or no longer on the website, is not pointed to."""
_FORBIDDEN = re.compile(
    r"\b(?:offences?|unlawful|illegal|crime|criminal|breach|contempt|prohibit\w*|forbid\w*|forbidden|prevent\w*|barred|stops?|power|powers)\b[^.;]{0,40}$"
)
"""Before what the law lets nobody do, or lets somebody do: "an offence for us to disclose"."""
_ANSWER_US = re.compile(r"\b(?:reply|replying|respond|write|writing)\sto\s(?:this|our|my|the\sabove)\b")
"""What the requester may do."""
_NO_INFORMATION = re.compile(r"\b(?:reply|response|answers?|decision|reasons?|advice|account|notice)$")


def cues(lowered: str, start: int, end: int) -> Iterator[tuple[Holding, Passage]]:
    """Yield what a sentence says of holding, and the words that say it."""
    if lowered[start:end].rstrip("\"' ").endswith("?"):
        return
    said = skeleton.read(lowered, start, end)
    for holding, pattern in _PATTERNS.items():
        if (match := _first(said, pattern, holding)) is not None:
            cue = said.passage(match)
            if holding is Holding.NCND and (
                _GERUND.search(lowered, cue.start, cue.end) or _is_not_known(lowered, start, end, cue)
            ):
                continue
            if holding is Holding.NOT_HELD and _OF_OTHERS.search(lowered, cue.start, cue.end):
                continue
            if holding is Holding.REFUSED and _THINKS_OF.search(lowered, cue.start, cue.end):
                continue
            if holding is Holding.UNCLEAR and _ARGUED.search(lowered, start, end):
                continue
            if holding is Holding.ELSEWHERE and (
                _ABOUT_THE_PROCEDURE.search(lowered, start, end) or _REPLIES.match(lowered, start, end)
            ):
                continue
            if holding is Holding.ELSEWHERE and _NOT_THERE.search(match[0]):
                continue
            if holding is Holding.DISCLOSED and " should " in match[0]:
                # "The presumption is that information should be released" releases none.
                continue
            if holding is Holding.DISCLOSED and _ANSWER_US.search(lowered, cue.start, cue.end):
                continue
            if holding is Holding.DISCLOSED and _FORBIDDEN.search(lowered[start : cue.start]):
                continue
            if holding is Holding.DISCLOSED and _NO_INFORMATION.search(lowered, cue.start, cue.end):
                continue
            if business.is_meant(lowered, start, end, holding, cue):
                continue
            yield holding, cue


def _is_not_known(lowered: str, start: int, end: int, cue: Passage) -> bool:
    """Return True for "no quotation has come, so I cannot tell you if it will be enough": that is not known yet."""
    if not _WANTS_KNOWLEDGE.search(lowered, cue.start, cue.end) or _ON_HOLDING.search(lowered, cue.end, end):
        return False
    before = lowered.rfind(" i ", start, cue.start + 2), lowered.rfind(" we ", start, cue.start + 3)
    led = max(cue.start, *(at + 1 for at in before))
    return bool(_NOT_KNOWN.match(lowered, cue.end, end) or _FOLLOWS.search(lowered, start, min(led, cue.start)))


def _first(said: Skeleton, pattern: re.Pattern[str], holding: Holding) -> re.Match[str] | None:
    for match in pattern.finditer(said.text):
        before = said.text[: match.start() + 1]
        if not any(veto.search(before) for veto in _NOT_SAID.get(holding, _POSITIVE)):
            return match
    return None


_TOLD_BACK = re.compile(
    r"\byou(?:r\s(?:[\w-]+\s){0,3}?(?:e-?mail|letter|request|question|complaint))?\s(?:(?:have|had|also|then|further|now|were|are|specifically)\s)*"
    r"(?:ask|want|said|say|stat|wr[io]t|wonder|enquir|quer|believ|think|thought|claim|alleg|suggest|complain|argu|understand|mention|told|point|not(?:e|ed)\b|disput|challeng|assum)\w*\s"
    r"(?:(?:us|me|out|to\sknow|the\scouncil|again)\s)?(?:why|whether|that|if|how|what|which|when|who|where|about(?!\s(?:is|are|was|were|has|have|can|cannot|will|does|do)\b))\b"
    r"(?:(?![.;:,]|\s(?:and|but|yet|so|as)\s(?:we|i|the|it|this|no|our|they|these|those|none|nothing|there|a|some|all)\s).)*$"
)


def is_told(lowered: str, start: int, end: int) -> bool:
    """Return True behind "you asked why": what follows was the requester's, whichever pattern reads it."""
    return _TOLD_BACK.search(lowered, start, end) is not None
