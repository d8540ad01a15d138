"""For which outcome a phrase on the public interest argues: for disclosure, against it, or where the balance lies.

General English of such letters: what is favoured or opposed (a stance and its object), what the public gains, what harm
is feared, words that turn to the other side, and words that weigh. All text is in small letters.
"""

from __future__ import annotations

import re
from itertools import pairwise

from redactor.letter.model import Passage, Side

_SHUT = (
    r"(?:maint[ae]\w+|withh\w+|exempt\w*|exception\w*|exclusion\w*|non-?\s?(?:disclos|releas|publi)\w*|not\s(?:\w+ing\s|to\s|\w+\sto\s)?(?:\w+\s)?(?:disclos|confirm|releas|publish|giv|provid|do|say)\w*|"
    r"neither|refus\w*|uphold\w*|keep\w*|secre\w*|confidential\w*|appl(?:y|ying|ication)|protect\w*|prevent\w*|preserv\w*|safeguard\w*|redact\w*|silence|saying\snothing)\b"
)
_OPEN = (
    r"(?:disclos\w*|releas\w*|publish\w*|publication|transparen\w*|open(?:ness)?|confirm\w*|complying|compliance|giv(?:e|ing)|provid\w*|supply\w*|information|inform(?:ing|ed)|"
    r"accountab\w*|sharing|mak(?:e|ing)\s(?:\w+\s){0,3}?(?:available|public|known)|answer\w*|know\w*|understand\w*|scrutin\w*|telling|access)\b"
)
_FAVOURS = r"\b(?:(?:in\s)?favour\w*(?:\sof)?|(?:in\s)?support\w*(?:\s(?:of|for))?|for|towards?|pros?)\b"
_OPPOSES = r"\b(?:against|oppos\w+(?:\sto)?|counter\w*|cons)\b"
_NEAR = r"(?:\s(?!and\b|or\b|against\b)[\w,'-]+){0,4}?\s"
_STANCE = re.compile(
    rf"(?P<a_not>\b(?:reasons?|case|arguments?|grounds)\s(?:not\sto|for\snot)\b)|(?P<f_to>\b(?:reasons?|case|arguments?)\sto\s{_OPEN})|(?P<f_shut>{_FAVOURS}{_NEAR}{_SHUT})|(?P<a_shut>{_OPPOSES}{_NEAR}{_SHUT})|(?P<a_open>{_OPPOSES}{_NEAR}{_OPEN})|"
    rf"(?P<f_open>{_FAVOURS}{_NEAR}{_OPEN})|(?P<a_bare>{_OPPOSES})|(?P<f_bare>{_FAVOURS})"
)
_SIDES = {
    "f_shut": Side.AGAINST,
    "a_shut": Side.FOR,
    "a_open": Side.AGAINST,
    "f_open": Side.FOR,
    "a_not": Side.AGAINST,
    "f_to": Side.FOR,
}
_BARE = {"a_bare": Side.AGAINST, "f_bare": Side.FOR}
_MATTER = re.compile(
    r"\b(?:factor|consideration|argument|reason|public\sinterest|interest|case|point)s?\b|^\W*(?:in\s)?(?:favour|for|against|support)"
)
_BALANCE = re.compile(
    r"^\W*where\s(?:we|i|the\s\w+)\s(?:ca?ome|ended|stands?|lies|falls|came)\b|^\W*(?:weighing|verdict|result|outcome|our\sview)\b|\bbalanc(?:e|ing)\b|^\W*(?:(?:our|the|public\sinterest)\s)?(?:conclusions?|decision|outcome|weighing)\b"
)
_BOTH = re.compile(
    r"\b(?:for|favour\w*)\s(?:[\w-]+\s){0,3}?(?:and|or|&|/)\s(?:[\w-]+\s){0,3}?against\b|\bagainst\s(?:and|or)\s"
)

_TURN = re.compile(
    r"\bon\s(?:the\sother|another)\b|\balso\sa\scase\b|\bat\sthe\ssame\stime\b|\b(?:what|speaks?|tells?|points?)\s(?:\w+\s)?against\b|\beven\sso\b|\bstill,|\b(?:set|weighed|balanced|counted)\sagainst\b|\bbalanced?\s(?:this|that|it|these)\s(?:with|against)\b|\bagainst\s(?:this|that|it|these|those|which|them)\b|\bhowever\b|\bconversely\b|\bby\scontrast\b|"
    r"\bwhereas\b|\bnevertheless\b|\bnonetheless\b|\bthat\ssaid\b|(?:[,;]\s|^)(?:but|yet|while|although)\b|(?<=[.:!?]\s)(?:but|yet)\b"
)
_RELEASE = (
    r"(?:disclos\w+|releas\w+|publi(?:cation|sh\w*|city)|openness|withh\w+|non-?disclos\w+|secre\w+|refus\w+|confidential\w*|exempt\w*|except\w*|"
    r"information|public\sinterests?|transparen\w+|factors?|arguments?|reasons?|considerations?|case|need|interest|harms?|risks?|prejudice)"
)
_WEIGHS = re.compile(
    r"\boutweigh|\boverrid|\bout-?balanc|\b(?:greater|more|most|less|decisive|heavier|sufficient|enough)\sweight\b(?!\s(?:to|in|of|should))|\bcarr(?:y|ies|ied)\s(?:\w+\s){0,2}?weight\b|\bweight(?:ier|iest)\b|\bheavier\b|"
    r"\b(?:is|are|was|were|be|as|as\sbeing)\s(?:\w+\s){0,2}?(?:stronger|greater|strongest|weaker|decisive|compelling|weightier|paramount)\b(?!\s(?:risk|danger|harm|threat|number|pressure|chance|damage))|"
    r"\b(?:find|found|judge|judged|think|thought|hold|held|consider|considered)\s(?:it\s)?(?:to\sbe\s)?(?:by\sfar\s)?(?:the\s)?(?:stronger|greater|weightier|weaker|lesser|heavier|more\s(?:compelling|persuasive|important))\b|\b(?:former|latter|first|second|last)\b[^.;]{0,40}\b(?:stronger|greater|weightier|weaker|lesser|heavier)\b|\bprevail|\btip(?:s|ped)?\sthe\b|\b(?:balance|scales?|test)\b[^.;]{0,60}?\b(?:lies?|lay|favour(?:s|ed)?|falls?|fell|rests?|comes?|came|tips?|tipped|supports?|weighs?|points?|goes|is\s(?:\w+\s){0,2}?(?:in\sfavour|against|with|for|on))\b|\bc(?:ome|omes|ame)\s(?:down|out)\b|"
    r"\bpublic\sinterests?\s(?:[\w()-]+\s){0,8}?(?:lies?|favours?|rests?|requires?|is\sbest|is\sbetter|is\sserved|would\s(?:not\s)?be\s(?:\w+\s)?served|does\snot|weighs?|supports?|points?|demands?|falls?|is\s(?:\w+\s){0,2}?(?:against|in\sfavour\sof|for|with)\s(?:\w+\s)?(?:disclos|releas|publi|withh|maint|refus|neither|keep|confirm)\w*)\b|"
    r"\b(?:not|against|contrary\sto)\s(?:be\s)?(?:in\s)?the\s(?:wider\s|overall\s)?public\sinterest\s(?:to|for|if)\b|\b(?:not|against|contrary\sto)\s(?:be\s)?(?:in\s)?the\s(?:wider\s|overall\s)?public\sinterest(?=\W*$|\W*\.)|"
    rf"\bon\s(?:balance|the\swhole)\b(?=[^.;]{{0,120}}\b{_RELEASE})|\b{_RELEASE}\b[^.;]{{0,80}}\bon\s(?:balance|the\swhole)\b|\bserves?\sthe\spublic\b|\bcarr(?:y|ies|ied)\sthe\sday\b|\bsame\sconclusion\b|\bdoes\snot\smatch\b|\bga(?:ve|ive)\s(?:\w+\s)?(?:more|greater|most)\sweight\b|\b(?:exemption|exception|exclusion)\s(?:\w+\s)?(?:stands|is\s(?:\w+\s)?(?:maintained|upheld|to\sbe\supheld)|therefore\sapplies|holds\sgood)\b|"
    r"\bprefer(?:red|s)?\s(?:the|that|to)\b|\b(?:former|latter|first|second|last)\b[^.;]{0,40}\b(?:decid|prefer|made\sout|wins|governs|counts\sfor\smore)\w*|\bdecided\sthe\smatter\b|\bbetter\sfor\sthe\spublic\b|\bw(?:i|o)ns?\b(?=\W*(?:out)?\W*$)|"
    r"\b(?:disclosure|release|publication|withholding|refusal|openness)\s(?:of\s(?:\w+\s){1,4})?(?:is|was|would|cannot|can)\s(?:therefore\s)?(?:not\s)?(?:be\s)?(?:warranted|justified|merited|appropriate|right|called\sfor|in\sthe\spublic)|"
    r"\bmore\s(?:good|harm)\sthan\s(?:good|harm)\b|\b(?:not|in)sufficient(?:ly)?\b[^.;]{0,50}\b(?:to\s(?:outweigh|overcome|override|justify|displace|warrant)|disclos)|\b(?:cannot|could\snot|did\snot|do\snot|does\snot)\s(?:outweigh|overcome|displace|justify|beat|match|trump)\b|\btrump(?:s|ed)?\b|\bfar\sexceeds?\b|\bgives?\sway\b|\bmust\syield\b|"
    r"\b(?:satisfied|conclud\w+|conclusion|decid\w+|decision|determin\w+|find|found|view|opinion|judge\w*|consider|believe|judgement|persuaded|convinced|settled)\b[^.;]{0,60}?\b(?:that|in|is|to)\b[^.;]{0,100}?\b(?:public\sinterest|"
    r"(?:exemptions?|exceptions?|exclusion|information|material|reports?|documents?|figures|details|they|it|factors?|arguments?)s?\b[^.;]{0,40}\b(?:should|must|ought|is\sto|are\sto|can)\s(?:not\s|to\s)?(?:be\s)?(?:\w+\s)?(?:withheld|maintained|upheld|disclosed|released|published|applied|prevail\w*|favour\w*))"
)
# "The public interest for confirming lies in people knowing" says what it is made of, not where the balance lies.
_MADE_OF = re.compile(
    r"\b(?:interest|case|argument)s?\s(?:(?P<for>for|in\sfavour\sof|favouring|supporting)|(?P<against>against|opposing))\b"
    r"(?P<of>(?:\s(?!lies?\b|is\b|are\b|rests?\b|consists?\b)[\w'-]+){0,6}?)\s(?:lies?|is|are|rests?|consists?)\s(?:\w+ly\s)?(?:in|on|of|that)\s"
    r"(?!favour\b|the\sbalance|maintain|withhold|disclos|releas|neither|refus|uphold|confirm|not\b)"
)
# Somebody else's weighing: the requester's, a Tribunal's of another case.
_ELSEWHERE = re.compile(
    r"^\W*(?:you|your\s(?:\w+\s)?(?:view|argument|letter|e-?mail|request|submission)|the\s(?:requester|applicant|complainant|(?:first-tier\s|upper\s)?tribunal|commissioner|court|ombudsman)|(?:mr|ms|mrs|dr)\s\w+)\s(?:\w+\s){0,2}?(?:consider|contend|argue|say|believe|submit|suggest|feel|think|claim|maintain|state|assert|take|hold|held|decided|found|ruled|disagree)\w*\b"
)
# "No public interest test is needed": what an absolute exemption lets a letter say.
NO_TEST = re.compile(
    r"\bno\s(?:\w+\s){0,3}?(?:public\sinterest\s(?:test|balanc\w+|considerations?|arises)|(?:need|requirement|duty|obligation|room|call|reason|occasion|scope)\s(?:for|to|on)\b[^.;]{0,60}?\b(?:public\sinterest|balanc\w+|weigh\w*))|"
    r"(?:\bnot|n't|\bnor|\bnever|\bwithout)\s(?:\w+\s){0,4}?(?:required|obliged|need|needed|necessary|have|having|subject|call|attract|involve|carry|engage|require|ask|apply|weigh\w*|consider\w*|conduct\w*|carrying|go)\b[^.;]{0,60}?\b(?:public\sinterest|balanc\w+\s(?:test|exercise)|section\s2\stest)|"
    r"\b(?:public\sinterest(?:\s(?:test|balance))?|balancing\s(?:test|exercise))\s(?:is|are|does|do|need|has|was)\s?(?:not|n't|no)\b(?!\s(?:in|served|best))|\bno\s(?:public\sinterest|balancing)\s(?:test|exercise|considerations?)|"
    r"\b(?:exempt(?:ion)?|it|section\s[\d()a-z]+)\s(?:is\s|being\s)?(?:therefore\s)?(?:not|n't|isn't)\s(?:a\s)?qualified\b|\bsection\s[\d()a-z]+\sis\snot\squalified\b"
)
# A rule retold weighs nothing: "we must decide whether the public interest in ... outweighs".
_RECITES = re.compile(
    r"\b(?:whether|only\sif|if|unless|only\swhere|provides?\sthat|requires?\s(?:us|the|an|that|a)|obliges?|means\s(?:that\s)?(?:\w+\s){0,3}?must|subject\sto)\b"
)
_CONCEDES = re.compile(r"\W*(?:while|whilst|although|though|despite|notwithstanding)\b")
# Outweighed by something of its own, not merely by "that in maintaining the exemption".
_OUTWEIGHED = re.compile(
    r"\boutweigh(?:ed\sby|s)\s(?:the\s|that\s)?(?:\w+\s){0,3}?(?:in|of|for|to|that)\s(?!the\sexempt|maintain|withhold|disclos|the\sinformation|releas|confirm)"
)
_GAIN = re.compile(
    r"\b(?:interest|right|case|argument|reason|need|benefit|favour)s?\s(?:\w+\s){0,2}?(?:in|of|for|to|that)\s(?:the\s|a\s|being\sable\sto\s)?(?:\w+\s){0,2}?(?:disclos|releas|transparen|open|accountab|know|understand|greater|promot|confirm|inform|see|being|scrutin|publi|ensur|learn|be\s)\w*|"
    r"\b(?:recognis\w+|accept\w*|acknowledg\w+|appreciat\w+|we\s(?:can\s)?see|concede\w*|agree)\b|"
    r"\b(?:entitled|deserves?|right|ought|wish(?:es)?|want(?:s|ed)?|expect(?:s|ed)?)\s(?:\w+\s)?to\s(?:\w+\s)?(?:know|see|learn|be\s(?:told|informed|satisfied|sure|reassured|confident)|understand|judge|ask|question|have\ssight)\b|"
    r"\b(?:improv|enhanc|increas|further|foster|encourag|strengthen|boost|rais|promot|inform|stimulat|drive\sup|add\sto|contribut|maintain|support)\w*\s(?:\w+\s){0,4}?(?:quality|debate|discussion|understanding|awareness|confidence|trust|accountab\w+|transparen\w+|knowledge|participation|engagement|standards|value|scrutiny|decision|competition|efficiency)\b|"
    r"\bbetter\s(?:awareness|understanding|informed|decisions?|value|knowledge)\b|\b(?:reassur|demonstrat|illuminat|clarif|shed\slight|explain)\w*\b|\b(?:large|considerable|significant|substantial)\s(?:sums?|amounts?)\b|\bpublic\s(?:money|funds?|purse|expenditure)\b|\btaxpayers?\b|\boverr(?:u|a)n\b|\b(?:local|national|considerable|great|real)\s(?:\w+\s)?(?:concern|interest|stake|debate|importance|controversy)\b|\bmatter\sof\s(?:\w+\s)?(?:concern|debate|interest|controversy)\b|\b(?:weigh\w*|counts?|tell\w*|point\w*)\s(?:\w+\s)?(?:towards?|in\sfavour\sof|for)\b|"
    r"\btransparen\w+|\bopenness|\baccountab\w+|\bto\saccount\b|\b(?:public|informed|well-informed)\sdebate\b|\bbetter\sinformed\b|\bscrutin\w+|\bunderstanding\b|\bunderstand\b|"
    r"\b(?:help|assist|allow|enable|let)s?\s(?:the\s|members\sof\sthe\s)?(?:public|people|residents|patients|parents|taxpayers|voters|citizens|communit\w+|students|tenants|them)\b|"
    r"\b(?:public|people|residents|patients|parents|taxpayers|voters|citizens|students|tenants|they|communit(?:y|ies))\s(?:would|could|can|will|might|should|may)\s(?:\w+\s){0,2}?(?:learn|see|know|judge|follow|hold|assess|decide|compare|satisf\w+|participate|take\spart|challenge|be\s(?:\w+\s)?(?:able|aware|sure|told|informed|reassured))\b|"
    r"\bshow\s(?:how|that|whether|by|what)\b|\bspen(?:t|ding)\b|\bvalue\sfor\smoney\b|\bwish\w*\sto\sknow\b|\bwant\w*\sto\sknow\b|\bpublic\sconfidence\b|\b(?:would|could)\s(?:add|contribute|improve)\b|\blegitimate\b|\bconcern(?:ed)?\sabout\b|\bbenefit\w*|\binterest\sin\sthe\s|\bought\sto\sbe\s(?:seen|able)\b"
)
_LOSS = re.compile(
    r"\b(?:would|could|may|might|will|likely|can|if|is|are|be|has|have|been|were|to|as)\b[^.;]{0,90}?\b(?:harm|prejudic|undermin|damag|inhibit|compromis|endanger|deter|weaken|disrupt|hinder|impede|jeopardi|adverse|detriment|lost|lose|loses|discourag|reluctan|"
    r"less\slikely|less\swilling|less\scandid|less\sopen|unwilling|risk|distort|disadvantag|erod|reduce|help(?:ed|ing)?\s(?:those|criminals|offenders|competitors|rivals)|exploit|evad|avoid|mislead|misled|misinterpret|misunderst|premature|pre-?empt|confus|expos|threaten|hamper|frustrat|obstruct|interfer|put\soff|stay\saway|hold\sback|withdraw|walk\saway|cost\sthe|suffer|distress|upset|unsettl|divert|drain|burden|unfair|reveal|betray|breach|destroy|spoil|stifl|chill|target|vulnerab|intimidat|harass|out-?bid|under-?cut|drive\sup\sprices)\w*|"
    r"\b(?:danger|risk|harm|prejudice|detriment|threat|damage|drain|burden|disruption|distress|disadvantage|injury)\s(?:to|on|of|for)\b|\b(?:safe|private|thinking|policy)\sspace\b|\bspace\s(?:in\swhich\s)?to\b|\bhostile\b|\bchilling\b|\b(?:criminals?|offenders?|terrorists?|competitors?|rivals?|burglars?|fraudsters?|attackers?|smugglers?)\b|"
    r"\b(?:candid|candidly|candour|frank|frankly|freely\sand|in\sprivate|privately|in\sconfidence|privilege\w*|uninhibited|away\sfrom|without\sfear|glare)\b|"
    r"\b(?:interest|favour|reason|case|argument|weight|merit|importance)s?\s(?:\w+\s){0,2}?(?:in|of|for)\s(?:the\s)?(?:not\s|maintain|withh|protect|prevent|preserv|safeguard|keep|avoid|non-|neither|uphold|confidential|effective)\w*|"
    r"^\W*(?:in\s|by\s|for\s)?(?:maintaining|withholding|keeping|protecting)\b|\bneed(?:s|ed)?\s(?:\w+\s){0,3}?(?:privacy|space|to\sspeak|to\sbe\sable)\b|\b(?:inbuilt|inherent|strong)\s(?:\w+\s)?(?:weight|interest)\b|\brest\s(?:on|upon)\stheir\b|\b(?:must|need\w*\sto|ha(?:s|ve)\s(?:got\s)?to|should)\s(?:\w+\s)?be\s(?:able|free)\sto\b|\b(?:loss|cost|flow|supply)\sof\b|"
    r"\b(?:weigh\w*|counts?|tell\w*|point\w*)\s(?:\w+\s){0,2}?(?:on\sthe\sother\sside|the\sother\sway|against)\b|\bcome\sforward\b|\bbest\sprice\b|\bbargaining\b|\bnegotiat\w+|\bshow(?:ing)?\s(?:its|our|their|his|her)\shand\b|\bnot\sin\sthe\spublic\sinterest\sthat\b"
)

_MERELY = re.compile(
    r"^(?=[^.?!]*\b(?:public\sinterest|qualified|balanc\w+|weigh\w*|test)\b)(?![^.?!]*\b(?:because|since|so\sthat|would|could)\b)(?:[^.?!,;:]{0,40}\b(?:qualified|consider\w*|appl(?:y|ied)|carried\sout|carry\sout|conduct\w*|weigh\w*|balanc\w+|"
    r"required|undert\w+|subject\sto|asked|decide)\b[^.?!]{0,90}[.?!:]?\W*$|[^.?!]{0,70}\?\W*$)"
)
_NAMES_SIDES = re.compile(
    r"\W*(?:(?:the|that|those|this|it|we|i|a|an|in|of|and|to|be|been|is|are|was|were|has|have|had|both|public|interests?|test|arguments?|factors?|disclosure|release|publication|openness|"
    r"maintaining|withholding|exemptions?|exceptions?|applying|weighed|considered|balanced|set|counted|against|with|found|held|judged|thought|section|\d+\S*|lesser|greater|stronger|weaker|weightier|carefully|fully|duly|information)\W+)+"
)
"""The words for the two sides and their weighing, and nothing that would speak for either."""
_FIRST_WORDS = 30


def of_head(text: str) -> Side | None:
    """Return the side of a heading or lead-in ("Factors favouring disclosure", "For giving the list:"), else None."""
    if _BOTH.search(text):
        return None
    if _BALANCE.search(text):
        return Side.CONCLUSION
    if not _MATTER.search(text):
        return None
    match = _STANCE.search(text)
    if match is None or match.lastgroup is None:
        return None
    if match.lastgroup in _SIDES:
        return _SIDES[match.lastgroup]
    # Without an object only a short head counts: "Against:", "Arguments for".
    bare = len(text) < 40 or text[match.end() : match.end() + 2].strip() in {":", ","}
    return _BARE[match.lastgroup] if bare else None


def turns(lowered: str, sentence: Passage) -> bool:
    """Return True where a sentence begins with a turn to the other side: "However", "Set against that"."""
    return bool(_TURN.search(lowered, sentence.start, min(sentence.end, sentence.start + _FIRST_WORDS)))


def recites(lowered: str, sentence: Passage) -> bool:
    """Return True where a sentence only says that the public interest is, or has to be, weighed."""
    return bool(_MERELY.match(lowered[sentence.start : sentence.end]))


def weighs(lowered: str, start: int, end: int) -> bool:
    """Return True where a sentence says where the balance lies."""
    found = _WEIGHS.search(lowered, start, end)
    return (
        found is not None
        and _MADE_OF.search(lowered, start, end) is None
        and not _RECITES.search(lowered, start, min(end, found.start() + 12))
        and not _ELSEWHERE.match(lowered[start:end])
    )


def pieces(lowered: str, sentence: Passage, last: Side | None, *, certain: bool) -> list[tuple[Passage, Side]]:
    """Return a sentence in the parts that argue for one side each.

    Args:
        lowered: the letter in small letters.
        sentence: where the sentence is.
        last: the side of what went before; a sentence that says nothing else goes on with it.
        certain: the passage is known to weigh the public interest; else only plain words count.
    """
    if (side := _made_of(lowered, sentence)) is not None:
        return [(sentence, side)]
    if weighs(lowered, sentence.start, sentence.end):
        # "The safe space needed outweighs the interest in knowing" concludes; what comes before its turn may argue.
        turns = [match.start() for match in _TURN.finditer(lowered, sentence.start, sentence.end)]
        found = []
        if (turns and turns[0] > sentence.start + 25) or "one hand" in lowered[sentence.start : sentence.end]:
            found = _argued(lowered, sentence, last, certain=certain)
        found = [(piece, side) for piece, side in found if not _NAMES_SIDES.fullmatch(lowered[slice(*_range(piece))])]
        return [*(found or _conceded(lowered, sentence)), (sentence, Side.CONCLUSION)]
    return _argued(lowered, sentence, last, certain=certain)


def _made_of(lowered: str, sentence: Passage) -> Side | None:
    """Return for which side a sentence says what there is to be said."""
    match = _MADE_OF.search(lowered, sentence.start, sentence.end)
    if match is None:
        return None
    shut = re.match(rf"{_NEAR}{_SHUT}", match["of"] + " ") is not None
    return Side.AGAINST if shut != bool(match["against"]) else Side.FOR


def _conceded(lowered: str, sentence: Passage) -> list[tuple[Passage, Side]]:
    """Return both sides of "while there is an interest in openness, it is outweighed by that in fair competition"."""
    found = []
    by = _OUTWEIGHED.search(lowered, sentence.start, sentence.end)
    first = Passage(sentence.start, by.start() if by else sentence.end)
    if (by or _CONCEDES.match(lowered, sentence.start, sentence.end)) and _GAIN.search(lowered, *_range(first)):
        found.append((first, Side.FOR))
    if by:
        found.append((Passage(by.start(), sentence.end), Side.AGAINST))
    return found


def _range(part: Passage) -> tuple[int, int]:
    return part.start, part.end


def _argued(lowered: str, sentence: Passage, last: Side | None, *, certain: bool) -> list[tuple[Passage, Side]]:
    found: list[tuple[Passage, Side]] = []
    cuts = [match.start() for match in _TURN.finditer(lowered, sentence.start, sentence.end)]
    edges = [sentence.start, *(at for at in cuts if at > sentence.start), sentence.end]
    for start, end in pairwise(edges):
        turned = start in cuts
        side = _plain(lowered, start, end, last, turned=turned)
        if side is None and turned and last is not None and last is not Side.CONCLUSION:
            side = Side.AGAINST if last is Side.FOR else Side.FOR
        if side is None and certain and last is not Side.CONCLUSION:
            side = last
        if side is not None:
            found.append((Passage(start, end), side))
            last = side
    return found


def _plain(lowered: str, start: int, end: int, last: Side | None, *, turned: bool) -> Side | None:
    """Return the side that the words themselves show."""
    head = _STANCE.search(lowered, start, min(end, start + 120))
    if head is not None and head.lastgroup in _SIDES and _MATTER.search(lowered[start : head.end()]):
        return _SIDES[head.lastgroup]
    gain, loss = _GAIN.search(lowered, start, end), _LOSS.search(lowered, start, end)
    if gain and loss:
        # "We accept that ... , which would harm": who turns or has argued for disclosure now argues against.
        return Side.AGAINST if (turned and last is Side.FOR) or gain.start() >= loss.start() else Side.FOR
    return Side.FOR if gain else Side.AGAINST if loss else None
