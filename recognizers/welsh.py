"""Welsh words, so that a bilingual letter of a Welsh body is not read as a list of people.

The name model learnt English and takes a capital among words it does not know for a name. Here Welsh is known by its
closed classes (verbs of being, prepositions, pronouns), its verb endings, and the words of which Welsh offices and their
letters are made, with their mutations. Words that are names as well ("Dan", "Pam", "Tan", "Mai", "Medi") are left out.
Source: the initial mutations as in P. W. Thomas, Gramadeg y Gymraeg, and every grammar before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from recognizers.person_name import fold

# Words that hold a sentence together; none is an English word or a common name.
_FUNCTION: Final = """
yn yr ydym ydych ydynt ydy ydyw yw mae maent maen rydym rydyn rydych roedd oedd oeddent bydd byddwn byddwch byddant fydd byddai fyddai
gallwn gallwch gall gellir gellid dylech dylai dylid hoffem hoffech nid nad nac oes eich ein eu ei eto hwn hyn hynny hynnw
honno rhain rheiny yma yna wedyn hefyd neu gyda gydag wrth trwy drwy rhwng wedi gennym gennych ganddynt atom atoch ato arnom
arnoch iddo iddi iddynt ichi ohono ynghylch ynglyn oherwydd unrhyw rhai pob bellach felly bod fod fel sydd sy lle'r sut beth pwy
ynddo ynddi amdano amdanynt erbyn ynghyd yngl gennyf hon hwnnw cafodd cawsom cawsoch gwnaed gwneir
"""
_AMBIGUOUS: Final = frozenset("y i o a ar am at ac gan os ond chi ni un dan heb na hyd er".split())  # noqa: SIM905
# Words of offices, of letters and of the Act; each begins as the dictionary has it, mutations are made below.
_OFFICE: Final = """
adborth adolygiad adolygu adran adrannau addysg amgylchedd annwyl apel archwilio atodiad awdurdod bwrdd bwrdeistref cadeirydd cais
ceisiadau canlyniad cofnod cofnodion cofrestrydd comisiynydd comisiwn corfforaethol corff corfforaeth costau cwyn cwynion cwyno cyf cyfarwyddwr
cyfathrebu cyfeirnod cyfeiriad cyfreithiol cyfreithiwr cyfrifol cyhoeddi cyhoeddus cyllid cymraeg cymru cymdeithasol cyngor cynghorydd cynllunio
cynulliad cysylltu cywir datgelu deddf democrataidd derbyn diogelu diogelwch diffuant diolch diweddariad dogfen dyddiad dylid
eithriad ffurflen gofal gofynion gofynnwch gohebiaeth gorchymyn gwasanaeth gwasanaethau gweinidog gweinyddol gwrthod gwybodaeth
gywir heddlu hawl hawliau hysbysiad iechyd llywodraeth llywodraethu llythyr manylion meddygol mynediad neuadd newyddion oed pennaeth
penderfyniad penodiad personol polisi prif prifysgol pwyllgor pwynt rheolwr rheoliadau rhestr rhif rhyddid saesneg sefydliad sirol swyddfa
swyddog swyddogion teitl treth trosedd tudalen tystiolaeth uned ymateb ymchwiliad ymgynghoriad ymholiad ymholiadau ynni ysbyty ysgol
ysgolion ysgrifennydd ystadegau cwestiwn cwestiynau gofynnoch gofynnwyd pwnc testun croeso cynnwys crynodeb atebion ateb
"""
_MONTHS: Final = "ionawr chwefror mehefin gorffennaf awst hydref tachwedd rhagfyr"
# Forenames that are Welsh alone; the name model learnt them in English sentences, and misses them in Welsh ones.
_FORENAMES: Final = """
aled alun alwyn aneirin arwel arwyn bedwyr bleddyn bryn ceri dafydd dewi dilwyn dylan eifion eilir einion elfed elgan elis emlyn
emrys emyr garmon geraint gerallt gethin glyn gruffudd gruffydd guto gwilym gwion gwyn gwynfor hefin huw hywel idris iestyn ieuan ifan
ifor illtyd ioan iolo iorwerth islwyn iwan llew llyr llywelyn macsen meirion meurig morgan myrddin osian owain rhodri rhun rhydian
rhys sion steffan tegid tomos trefor tristan trystan tudur wyn
angharad anwen bethan branwen buddug carys catrin ceinwen ceridwen cerys delyth eirlys eirwen eleri elen elin eluned enfys
eurwen ffion gaynor glenys gwenan gwenda gwenfair gwenllian gwenno gwyneth haf heledd heulwen lleucu llinos lowri luned mair
mairwen mali manon marged mari medi meinir meinwen menna mererid morfudd myfanwy nerys nesta non olwen rhian rhiannon sian sioned
tegwen
"""
_DAYS: Final = "llun mawrth mercher iau gwener sadwrn sul"
_MONTHS_THAT_ARE_NAMES: Final = frozenset({"mawrth", "ebrill", "mai", "medi"})
_DAYS_SET: Final = frozenset(_DAYS.split())
_MUTATIONS: Final = (
    ("ll", ("l",)), ("rh", ("r",)), ("p", ("b", "mh", "ph")), ("t", ("d", "nh", "th")), ("c", ("g", "ngh", "ch")),
    ("b", ("f", "m")), ("d", ("dd", "n")), ("g", ("", "ng")), ("m", ("f",)),
)  # fmt: skip
_ENDING = re.compile(r"(?:..wch|...wyd|...odd|...asom|...asoch|...asant|...iadau|...aethau|...yddion)$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PART = re.compile(r"[.!?:;][ \n]|[\n\t|]|[ ]/[ ]")
_SPAN: Final = 200
# What a Welsh address is made of; "Maes" and "Plas" are left out, and "Ty" alone, for English knows them as names.
_ROAD: Final = r"(?<![\w'’-])(?:Heol|Stryd|Ffordd|L[oô]n|Rhodfa|Cilgant|Sgw[aâ]r)[ ](?:yr?[ ])?[A-Z]"
_ADDRESS = re.compile(rf"{_ROAD}|(?:Neuadd|Canolfan|Ysgol|Ysbyty|Llys|Tŷ)[ ](?:yr?[ ])?[A-Z]")
_NEXT_PART = re.compile(rf",[ ](?:\d{{1,4}}[A-Za-z]?[ ])?{_ROAD}")
_ROAD_BEFORE = re.compile(rf"{_ROAD}[\w'’ -]{{0,40}},[ ]$")
_PART_ENDS = re.compile(r"[ ]?(?:$|\n|[A-Z]{1,2}\d)")
_PROSE = re.compile(r"(?<![\w'’])[a-z]{3,}")
_TITLE_BEFORE = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Cyng|Cynghorydd|Athro|Parch|PC|DC|DS|DI|PS|Sgt|Insp|Annwyl|Dear)\.?[ ]$"
)
DOUBTFUL: Final = 0.45


_NAME = re.compile(
    r"(?<![\w.@'’-])(?P<title>(?:Y |y )?(?:Cynghorydd|Gynghorydd|Nghynghorydd|Cyng\.|Athro|Parch\.?|Parchedig|Barnwr) )?"
    r"(?P<value>[^\W\d_a-z][^\W\d_]+(?:(?:[ ](?:ap|ab|ferch))?[ ][^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?){0,3})"
)


def names(text: str) -> Iterator[tuple[int, int, float]]:
    """Yield ``(start, end, score)`` of the people in Welsh sentences: behind a Welsh title, or with a Welsh forename."""
    for match in _NAME.finditer(text):
        words = [(m.start(), m.end()) for m in _WORD.finditer(text, *match.span("value"))]
        titled = match["title"] is not None
        # A verb may open the sentence: "Gofynnodd Rhodri".
        while words and not titled and _plain(text[slice(*words[0])]) not in _forenames():
            words = words[1:]
        while words and is_word(text[slice(*words[-1])]):
            words = words[:-1]
        if words and (titled or stands_in_welsh(text, words[0][0], words[-1][1])):
            yield words[0][0], words[-1][1], 0.85 if titled else 0.6 if len(words) > 1 else DOUBTFUL


def is_word(word: str) -> bool:
    """Say whether a word is Welsh and no name: a function word, a word of offices, or a verb by its ending."""
    plain = _plain(word)
    return plain in _words() or (len(plain) >= 5 and plain in _function())


def is_phrase(words: str) -> bool:
    """Say whether a Welsh word stands among ``words``, after any title and before any name."""
    return any(is_word(word) for word in _WORD.findall(words))


def stands_in_welsh(text: str, start: int, end: int) -> bool:
    """Say whether the sentence, the cell or the half of a bilingual line around ``[start, end)`` is Welsh."""
    low, high = max(0, start - _SPAN), min(len(text), end + _SPAN)
    for part in _PART.finditer(text, low, start):
        low = part.end()
    if part_after := _PART.search(text, end, high):
        high = part_after.start()
    words = [_plain(word) for word in _WORD.findall(text[low:high])]
    sure = sum(word in _function() or word in _words() or _ENDING.search(word) is not None for word in words)
    perhaps = sum(word in _AMBIGUOUS for word in words)
    return sure >= 1 and 4 * (sure + perhaps) >= len(words)


def score_here(text: str, start: int, end: int, score: float) -> float:
    """Return what is left of a name's score among Welsh words: 0 for a Welsh word, at most 0.45 for one word in a Welsh sentence.

    Args:
        text: the text.
        start, end: half-open place of what was taken for a name.
        score: how sure the recognizer is, 0 to 1.
    """
    words = _WORD.findall(text[start:end])
    if any(map(is_word, words)) or _is_date(text, start, end):
        return 0.0
    if _TITLE_BEFORE.search(text, max(0, start - 12), start):
        return score
    if _in_address(text, start, end):
        return 0.0
    # "os bydd angen inni": in small letters among Welsh words stand Welsh words.
    if (
        text[start:end].islower()
        and not _forenames().intersection(map(_plain, words))
        and stands_in_welsh(text, start, end)
    ):
        return 0.0
    if len(words) != 1:
        return score
    if not stands_in_welsh(text, start, end):
        return score
    return 0.0 if _ENDING.search(_plain(words[0])) else min(score, DOUBTFUL)


def _in_address(text: str, start: int, end: int) -> bool:
    """Say whether this is a Welsh street, the house before it or the town behind it: "Ty Cambria, Heol y Farchnad, Aberwenlli".

    Anything else before the street may be whoever lives there.
    """
    if _ADDRESS.match(text, start) or (text.startswith("Ty ", start) and _NEXT_PART.match(text, end)):
        return True
    if " " in text[start:end] or _plain(text[start:end]) in _forenames() or not _PART_ENDS.match(text, end):
        return False
    low = max(text.rfind("\n", 0, start) + 1, start - _SPAN)
    # "The wardens were called to Stryd Fawr, Llewellyn": only on a line of an address is it the town.
    return _ROAD_BEFORE.search(text, low, start) is not None and _PROSE.search(text, low, start) is None


def _is_date(text: str, start: int, end: int) -> bool:
    """Say whether a month that is a name as well stands beside figures: "3 Mai 2024", "dydd Llun"."""
    word = _plain(text[start:end])
    if word in _MONTHS_THAT_ARE_NAMES:
        return re.search(r"\d{1,2}(?:af|ain|eg|fed|ydd)?[ ]$", text[max(0, start - 8) : start]) is not None or (
            re.match(r"[ ](?:19|20)\d\d\b", text[end : end + 6]) is not None
        )
    return word in _DAYS_SET and re.search(r"[dD]ydd[ ]$", text[max(0, start - 6) : start]) is not None


def _plain(word: str) -> str:
    """Return a word without accents and without the article that leans on it: "Swyddfa'r"."""
    return fold(re.sub(r"['’](?:r|n|u|i|w|ch|m|th)$", "", word))


@cache
def _function() -> frozenset[str]:
    return frozenset(_FUNCTION.split())


@cache
def _forenames() -> frozenset[str]:
    return frozenset(_FORENAMES.split())


@cache
def _words() -> frozenset[str]:
    words = {*_OFFICE.split(), *_MONTHS.split()}
    mutated = {
        new + word[len(old) :]
        for word in words
        for old, changes in (next(((old, new) for old, new in _MUTATIONS if word.startswith(old)), ("", ())),)
        for new in changes
    }
    # A short mutation may be any word or name ("gai", "dim").
    return frozenset(words | {word for word in mutated if len(word) >= 6})
