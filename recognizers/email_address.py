"""EMAIL_ADDRESS: an e-mail address, whole, also when a line end, a space or "[at]" runs through it.

Presidio's own recognizer asks the network for the public suffix list; this one needs none. An ending is checked
against a list only where a break or a word stands in for a sign, because there the reading is a guess.
Sources: RFC 5322 (addr-spec), RFC 6762 (.local), ICANN's reserved .internal.
"""

from __future__ import annotations

import re
from typing import ClassVar

from presidio_analyzer import RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from recognizers.base import Shape, ShapeRecognizer

EXAMPLES = (
    "E-mail: FOI\n\n@example.police.uk",
    "first.last@\nexample.gov.uk",
    "jane.doe [at] example [dot] org [dot] uk",
    "Copied to x@hq.council.local",
)
COUNTER_EXAMPLES = ("Follow @GlosPolice today.", "The account user@ was closed.", "Meet @ 10.30", "3 @ 2.50 each")

_ENDINGS = (
    r"uk|com|org|net|gov|edu|info|biz|eu|ie|scot|wales|cymru|london|local|internal|lan|corp|intranet|mil|int|je|gg"
    r"|im|io|co|me|de|fr|nl|us|police|nhs|ac|localdomain|example|test"
)
_ENDING = rf"(?:{_ENDINGS})(?![\w-])"
_LOCAL = r"""(?:(?:(?<![\w.%+&-])|(?<=\s\.))[\w][\w.%+'\u2019&~!#$*\u2010\u2011-]{0,127}+|"[^"\n]{1,64}")"""
_LABEL = r"[^\W_](?:[\w\u2010\u2011-]{0,61}[^\W_])?"
_DOMAIN = rf"(?:{_LABEL}(?:\.{_LABEL}){{0,8}}|\[(?:IPv6:)?[0-9A-Fa-f.:]{{3,45}}\])"
_SIGN = "[@\uff20\ufe6b]"
_AT = r"(?:[\[({<]\s?(?:at|@|a)\s?[\])}>]|(?<=\s)[-*~/|]at[-*~/|](?=\s))"
_DOT = r"(?:[\[({<]\s?(?:dot|\.)\s?[\])}>]|(?<=\s)[-*~/|]dot[-*~/|](?=\s))"

SIGNED = Shape("address", re.compile(rf"(?P<value>{_LOCAL}{_SIGN}{_DOMAIN})"), 0.95, "A name, an @ and a domain.")
BROKEN = Shape(
    "broken address",
    re.compile(rf"(?P<value>{_LOCAL}(?:\s{{1,4}}@\s{{0,4}}|@\s{{1,4}}){_DOMAIN})"),
    0.8,
    "An e-mail address with a line end or a space beside its @.",
)
SPELT = Shape(
    "spelt address",
    re.compile(
        rf"(?P<value>{_LOCAL}(?:(?:\s{{0,2}}{_DOT}\s{{0,2}}|\sdot\s)[\w'-]{{1,64}}){{0,3}}\s{{0,2}}(?:{_AT}|\s(?P<word>at)\s)\s{{0,2}}"
        rf"(?P<host>{_LABEL})(?:(?:\.|\s{{0,2}}{_DOT}\s{{0,2}}|\s(?P<dot>dot)\s){_LABEL}){{1,6}})",
        re.IGNORECASE,
    ),
    0.85,
    "An e-mail address with words in place of its signs.",
)
MISREAD = Shape(
    "misread address",
    re.compile(rf"(?P<value>(?<![\w.+-])[\w][\w.+'-]{{1,63}}+(?:%40|\u00a9){_DOMAIN})"),
    0.7,
    "An e-mail address whose @ a scan or a link wrote in another way.",
)
_LAST = re.compile(rf"(?:[.\])}}>\s]){_ENDING}\Z", re.IGNORECASE)
_PUBLIC = re.compile(r"\.[^\W\d_]{2,24}\Z|\.xn--[\w-]{2,59}\Z", re.IGNORECASE)
# What may follow a domain that a line end cut: ".gov.uk", "gov.uk" after a dot, or the rest of a hyphenated label.
_TAILS = (
    re.compile(rf"(?:\s\.\s[a-z][\w-]{{0,61}}){{0,4}}\s\.\s{_ENDING}"),
    re.compile(rf"\s{{1,3}}(?:\.[a-z][\w-]{{0,61}}){{0,5}}\.{_ENDING}"),
    re.compile(rf"\.\s{{1,3}}(?!www\b)(?:[a-z][\w-]{{0,61}}\.\s{{0,2}}){{0,5}}{_ENDING}"),
    re.compile(rf"-\s{{1,3}}(?:[a-z0-9][\w-]{{0,61}}\.){{1,6}}{_ENDING}"),
)
_REST = re.compile(rf"\s{{1,2}}(?!www\b)(?:[a-z0-9][\w-]{{0,61}}\.){{1,5}}{_ENDING}")
# "example.orgTel:" and "example.org.Tel:" have lost a line end.
_RUN_ON = re.compile(rf"(?P<kept>[^A-Z]*\.(?:{_ENDINGS}))\.?[A-Z][a-z]{{2,20}}")
_CUT_ENDING = re.compile(r"\s?\n\s?(?P<rest>[a-z]{1,6})(?![\w.@-])")
_COMMAS = re.compile(rf"(?:[.,][a-z][\w-]{{0,61}}){{0,3}},{_ENDING}")
_FILE = re.compile(
    r"\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|pdf|docx?|xlsx?|pptx?|txt|html?|css|js|zip)\Z", re.IGNORECASE
)
_CUT_HEAD = re.compile(r"\be-?mail\W{1,4}(?P<head>\w{1,30}[._][\w.]{1,30})\n\Z", re.IGNORECASE)
_HEAD = re.compile(r"(?<![\w.@-])[\w][\w.'+-]{0,63}[_-]\s{1,2}\Z")
# "first." at the head of a line or straight after a label, then the rest of the name; elsewhere it ends a sentence.
_DOTTED_HEAD = re.compile(
    r"(?:^|\n|[:<(]\s{0,2}|\b(?:e-?mail|contact|to|at|via)\s)"
    r"(?P<head>(?!(?:us|me|you|below|them|him|her|it|details|e-?mail|no|tel|mail|contact|address)\.)[\w'-]{1,30}\.)\s{1,2}\Z",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(
    r"(?:was|is|are|were|be|been|us|me|it|online|website|site|web|page|found|published|available|visit|look|looking|live)\s",
    re.IGNORECASE,
)
_NOT_HOSTS = frozenset("the a an this that our my your all any its".split())  # noqa: SIM905 - a table reads best as words


class EmailAddressRecognizer(ShapeRecognizer):
    """Match addresses in every way a letter writes or breaks them; internal domains count."""

    ENTITY = "EMAIL_ADDRESS"
    SHAPES: ClassVar[tuple[Shape, ...]] = (SIGNED, BROKEN, SPELT, MISREAD)

    def analyze(
        self,
        text: str,
        entities: list[str],
        nlp_artifacts: NlpArtifacts | None = None,
    ) -> list[RecognizerResult]:
        """Skip the patterns when no sign of an address is there; then complete each address over its breaks."""
        spelt = _SPELT_SIGN.search(text) is not None
        if not spelt and not _ANY_SIGN.search(text):
            return []
        found: list[RecognizerResult] = []
        for shape in self.SHAPES:
            if not (spelt if shape is SPELT else _NEEDS[shape.name].search(text)):
                continue
            for match in shape.regex.finditer(text):
                span = _complete(text, match, shape)
                if span and not any(span[0] < f.end and f.start < span[1] for f in found[-1:]):
                    score = shape.score if span[2] else 0.5
                    found.append(self._result(span[0], span[1], score, shape))
        return _disjoint(found)


_ANY_SIGN = re.compile("[@\uff20\ufe6b\u00a9]|%40")
# What no address of a shape is without; to look for a sign takes a tenth of the time of looking for a name before it.
_NEEDS = {
    SIGNED.name: re.compile(_SIGN),
    BROKEN.name: re.compile(r"@(?:(?<=\s@)|(?=\s))"),
    MISREAD.name: re.compile("%40|\u00a9"),
}
_SPELT_SIGN = re.compile(
    r"[\[({<]\s?(?:at|a|@)\s?[\])}>]|\s[-*~/|]at[-*~/|]\s|\sat\s[\w-]{1,63}(?:\.\w|\sdot\s)", re.IGNORECASE
)


def _complete(text: str, match: re.Match[str], shape: Shape) -> tuple[int, int, bool] | None:
    """Return start, end and whether the ending is a real one; None when this is no address."""
    start, end = match.span("value")
    domain = re.split("[@\uff20\ufe6b]", match[0])[-1].strip()
    if shape is SPELT:
        # "jane.doe at example.gov.uk" is an address; "he was at example.org" is not.
        plain = match["word"] and not match["dot"] and not re.match(r"\w+[._]\w", match[0])
        if plain or _NOT_NAMES.match(match[0]) or match["host"].lower() in _NOT_HOSTS or not _LAST.search(match[0]):
            return None
        return start, end, True
    if shape is MISREAD:
        return (start, end, True) if _LAST.search(match[0]) else None
    if _FILE.search(domain):
        return None
    if domain.startswith("["):
        return start, end, True
    if run_on := _RUN_ON.fullmatch(domain):
        return start, end - len(domain) + run_on.end("kept"), True
    whole = True
    if not _LAST.search(domain) and (cut := _CUT_ENDING.match(text, end)):
        ending = f"{domain}{cut['rest']}"
        if "." in domain and _LAST.search(ending):
            return _begin(text, start), cut.end(), True
    grown = next((m.end() for tail in _TAILS if (m := tail.match(text, end))), None)
    if grown is not None and (not text.startswith(".", end) or not _LAST.search(domain) or _one_ending(text, end)):
        end = grown
    elif shape is BROKEN:
        if not _LAST.search(domain):
            return None
    elif not _PUBLIC.search(domain):
        rest = (_REST.match(text, end) if "." not in domain else None) or _COMMAS.match(text, end)
        if rest:
            end = rest.end()
        elif domain[0].isalpha() and len(domain) > 2 and re.search(r"[^\W_][._][^\W_]", match[0].split("@")[0]):
            whole = False  # "first.last@examp": a table cell or a line cut the rest off, the name is still there
        else:
            return None
    return _begin(text, start), end, whole


def _begin(text: str, start: int) -> int:
    """Return where an address begins whose first part may stand before a break."""
    before = text[max(0, start - 100) : start]
    if head := _HEAD.search(before) or re.search(r"(?<![\w.@-])[\w][\w'-]{0,40}\s{1,2}\.\Z", before):
        return start - len(before) + head.start()
    if head := _DOTTED_HEAD.search(before) or _CUT_HEAD.search(before):
        return start - len(before) + head.start("head")
    return start


def _one_ending(text: str, dot: int) -> bool:
    """Say whether what follows a dot and a break is nothing but an ending ("example.co. uk")."""
    return re.match(rf"\.\s{{1,3}}{_ENDING}", text[dot : dot + 40]) is not None


def _disjoint(results: list[RecognizerResult]) -> list[RecognizerResult]:
    kept: list[RecognizerResult] = []
    for result in sorted(results, key=lambda r: (r.start, -r.end)):
        if not kept or result.start >= kept[-1].end:
            kept.append(result)
    return kept


RECOGNIZER = EmailAddressRecognizer
