"""The words of such letters by what they are in a sentence: who speaks, what is spoken of, what is done, how sure it is.

A word has one class. Verbs are given by their plain form; regular forms are made from it. General English, not any one
authority's wording: a word is here because of its meaning, whether or not a sample letter uses it.
"""

from __future__ import annotations

from collections.abc import Iterator

_NOUNS = {
    "we": """we i us council authority trust board force constabulary police university college school academy department
        ministry office agency service commission company association society executive corporation governors trustees clerk
        directorate inspectorate regulator organisation institution body officers team unit headteacher charity trustee
        registrar bursar surgery practice consortium partnership fund colleagues staff me committee""",
    "you": "you applicant requester yourself",
    "your": "your",
    "info": """information record records report reports list lists log logs survey surveys plan plans answer answers
        response responses reply review invoices statement data datum dataset datasets document documents documentation material materials detail details
        figure figures statistic statistics file files copy copies minutes register registers spreadsheet spreadsheets
        table tables ledger papers paperwork paper contract contracts invoice invoices drawing drawings
        footage recording recordings photograph photographs transcript transcripts recordings database databases schedule
        extract extracts version versions attachment attachments assessment assessments spreadsheet sheet sheets breakdown totals
        opinion appraisal pricing prices price rates item items memo memos memorandum
        memoranda diary diaries inventory correspondence emails e-mails email e-mail letters letter notes note bulletin
        certificate certificates timetable contents all any anything everything something most rest remainder much policy policies minutes
        archive trace one""",
    "pron": "it this these those they them he she",
    "piece": """names numbers addresses name address row rows column columns value values paragraph paragraphs page pages
        passage passages entry entries identities identity signatures signature initials part parts some text elements
        sentences section sections particulars""",
    "request": "request requests ask enquiry enquiries inquiry application question questions query queries foi eir ticket",
    "exemption": "exemption exemptions exception exceptions",
    "review": "reconsideration re-examination appeal complaint re-consideration reassessment grievance",
    "decision": "decision refusal handling outcome finding findings conclusion position stance",
    "time": "deadline days day weeks week time timescale period timeframe month months",
    "limit": "limit limits ceiling threshold",
    "web": """website websites web online internet www link links url portal gov.uk site sites webpage webpages homepage
        noticeboard intranet download library hansard moodle gazette""",
    "who": "who whom whose which what",
    "someone": "contractor contractors supplier suppliers owner operator applicant party parties tribunal court ombudsman inspector panel",
}
_VERBS = {
    "hold": "retain possess store",
    "record": "record list collect collate capture compile log count monitor track gather measure categorise document commission create generate itemise tabulate analyse",
    "find": "locate identify uncover discover unearth retrieve recover trace",
    "lose": "destroy delete shred discard dispose overwrite erase weed incinerate wipe purge",
    "exist": "exist survive",
    "give": "disclose release provide supply enclose attach share furnish forward append reproduce divulge grant deliver accompany offer",
    "withhold": "refuse decline redact remove omit mask obscure suppress exclude except exempt anonymise conceal reject dismiss edit hide",
    "confirm": "confirm affirm acknowledge admit",
    "deny": "deny refute",
    "relieve": "relieve excuse absolve disapply lift",
    "show": "show include print quote",
    "tell": "tell inform advise state say reveal indicate report comment",
    "publish": "publish upload display advertise post",
    "clarify": "clarify specify explain narrow elaborate",
    "extend": "extend prolong lengthen postpone",
    "receive": "receive register acknowledge allocate assign",
    "reply": "reply respond contact answer",
    "handle": "consider process investigate handle examine treat assess",
    "search": "search check trawl interrogate enquire",
    "exceed": "exceed surpass",
    "cost": "cost charge",
    "estimate": "estimate calculate reckon",
    "redo": "review reconsider re-consider re-examine reexamine reassess revisit",
    "judge": "uphold overturn substitute reverse vary alter set-aside modify",
    "apply": "apply engage rely invoke cite claim use",
    "want": "want require need seek request ask wish wonder demand",
    "see": "view inspect consult download obtain visit click access browse",
    "believe": "believe think suspect assume presume imagine suppose guess expect anticipate",
    "seem": "appear seem",
    "pass": "pass transfer redirect refer",
    "harm": "prejudice harm damage breach contravene undermine inhibit endanger jeopardise impair",
    "fall": "fall come go lie arise",
}
_IRREGULAR = {
    "hold": "possession custody hold holds held holding keep keeps kept keeping",
    "have": "have has had having 've got",
    "find": "find finds found finding",
    "lose": "lose loses lost losing absent missing shredded",
    "confirm": "confirmation",
    "deny": "denial",
    "give": "give gives gave given giving send sends sent sending hand hands handed",
    "withhold": "withhold withholds withheld withholding exempt excepted",
    "tell": "told said says say saying tell",
    "extend": "delay delayed deferred",
    "want": "sought sought asked",
    "reply": "write writes wrote written writing replied",
    "see": "see seen sees look looked looking read reads",
    "believe": "thought thinks",
    "know": "know knows knew known aware recall recalls remember",
    "understand": "understand understands understood",
    "overturn": "overturned",
    "judge": "upheld stand stands stood overturned",
    "fall": "fell comes came fallen goes went lies lay arose arisen",
    "wrong": "wrong wrongly incorrect incorrectly mistaken erroneous erroneously unsound misapplied",
    "right": "correct correctly sound rightly properly right",
    "was": "was were",
    "be": "is are be been being am 's 're",
    "not": """not n't never cannot unable unwilling nor without failed fails stopped stops ceased discontinued prevents prevent
        prohibits prohibit precludes preclude bars forbids forbid prohibited precluded prevented barred""",
    "no": "no none nothing nil nobody nowhere zero neither",
    "may": "may might could perhaps possibly possible probably probable potentially maybe conceivably presumably apparently seemingly supposedly",
    "likely": "likely unlikely",
    "would": "would 'd",
    "can": "can able pleased happy willing glad free prepared must content delighted ready agree agreed",
    "will": "will shall 'll going",
    "if": "if whether assuming supposing",
    "when": "unless when where once until",
    "unsure": "unsure uncertain unclear unknown doubtful unconfirmed doubt doubts",
    "sure": "sure certain clear confident obvious definite",
    "obliged": "obliged required bound obligation duty obliges duties",
    "wh": "how why",
    "by": "by",
    "to": "to",
    "of": "out of for about on regarding concerning from in under within with at into",
    "conj": "and but or yet whereas although though while because since as so that's",
    "there": "there",
    "among": "among amongst",
    "lack": "lack lacks lacking lacked",
    "decide": "decided decide decides resolved determined concluded elected chosen opted chose choose propose proposes proposing intend intends intending",
    "more": "more further additional extra longer another",
    "other": "other others another elsewhere",
    "public": "publicly accessible obtainable available published",
    "should": "should ought",
    "sofar": "sofar",
    "yes": "yes indeed affirmative",
}
_DROPPED = """a an the therefore however also now then thus hence accordingly still already only both just here hereby
    again herewith nevertheless unfortunately regrettably sadly furthermore moreover additionally currently presently do does
    did such that please kindly very quite rather simply merely actually ever yet afraid sorry regret relevant requested
    above aforementioned same itself themselves there's too either though in-house today ourselves"""


def _forms(verb: str) -> Iterator[str]:
    """Yield the regular forms of a verb."""
    yield verb
    if verb.endswith("e"):
        yield from (f"{verb}s", f"{verb}d", f"{verb[:-1]}ing")
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    elif verb.endswith(("s", "x", "sh", "ch")):
        yield from (f"{verb}es", f"{verb}ed", f"{verb}ing")
    else:
        yield from (f"{verb}s", f"{verb}ed", f"{verb}ing")
        if verb in ("log", "refer", "transfer", "defer", "omit"):
            yield from (f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing")


def _verbs() -> dict[str, str]:
    """Return the class of each form of a verb, and of the other words that are no nouns."""
    made = {form: name for name, verbs in _VERBS.items() for verb in verbs.split() for form in _forms(verb)}
    for name, words in _IRREGULAR.items():
        made |= dict.fromkeys(words.split(), name)
    return made


_PHRASES = {
    "pi": "public interest test|public interest",
    "not": "no longer|in no position to|not in a position to|not at liberty to|not prepared to|not obliged to|yet to",
    "limit": "appropriate limit|cost limit|costs limit|fees limit|fee limit|cost ceiling|time limit",
    "web": "companies house|annual report|statement of accounts|transparency page|open data|publication scheme|disclosure log|public domain|public register|social media",
    "public": "for all to see|available online|freely available",
    "no": "drew a blank|draw a blank|drawn a blank|came to nothing|without success|no trace of",
    "find": "turn up|turned up|came across|come across|come to light|came to light|came upon|put our hands on|lay hands on|laid hands on",
    "withhold": "black out|blacked out|blank out|blanked out|take out|taken out|took out|hold back|holding back|held back|keep back|kept back|keeping back|blanked|strike out|struck out|leave out|left out|leaving out|edit out|edited out|turn down|turned down|cut out|held in confidence and withheld|shown as an asterisk",
    "give": "make available|make it available|make them available|make this available|made available|making available|set out|sets out|let you have|letting you have|let you see|pass on|passed on|hand over|handed over|give out|put into the public domain|make public|made public|making public|place before the public",
    "exist": "in existence|in being",
    "hold": "is in possession of|are in possession of|am in possession of|in possession of|in our possession|in its possession|in the possession of|on file|on record|among our papers|among its papers|amongst our papers|in our custody|in our hands|on our systems|in our records",
    "info": "anything of the kind|anything of that kind|anything of the sort|phone number",
    "conj": "as well as|even though|so that|in order that",
    "may": "in theory|in principle|could well|might well|may well|used to|at one time|if at all|it depends|depends on|it is arguable|there is a possibility|there is a chance|it is conceivable|there is every chance",
    "we": "nhs trust|health board|parish council|county council|borough council|district council|city council|town council|this office|this force|fire authority|home office|national park|ministry of defence",
    "believe": "as far as|so far as|to the best of our knowledge|to the best of my knowledge|as far as we know|as far as i know|so far as we know|so far as i know|as far as we are aware|so far as we are aware|as far as i am aware|so far as i am aware|to our knowledge|to my knowledge|we are under the impression|it is our understanding|our understanding is|in all likelihood",
    "of": "in relation to|in respect of|with regard to|as to|in regard to|relating to",
    "by": "by virtue of|by reason of|in accordance with|pursuant to|in terms of|under the terms of",
    "if": "should you|in case|in the event that|to the extent that|should it|should they|were it|were they|had it|had they|had we|had the",
    "likely": "fairly confident|reasonably confident|fairly certain|fairly sure|reasonably certain|almost certain|pretty sure|reasonably sure|more than likely|reason to believe|reason to think",
    "herewith": "with this|with the present|with my|herewith|hereto|overleaf|to this letter|to this e-mail|to this email|to this message|to this reply|to this response",
    "sofar": "as yet|so far|to date|thus far",
    "unsure": "cannot say|could not say|cannot be sure|cannot be certain|cannot rule out|can't rule out|can't be sure|can't say|couldn't say|not known|hard to say|not clear|not certain|not sure|remains to be seen|one way or the other",
}


def _phrases() -> dict[str, str]:
    return {phrase: name for name, phrases in _PHRASES.items() for phrase in phrases.split("|") if phrase}


NOUNS = {word: name for name, words in _NOUNS.items() for word in words.split()}
VERBAL = _verbs()
CLASSES = {**NOUNS, **VERBAL}
PHRASES = _phrases()
DROPPED = frozenset(_DROPPED.split())
