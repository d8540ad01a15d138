"""What a letter calls an exemption: absolute or qualified, based on a class of information or on prejudice.

Each has the words that say so and those that take it back: a negation, a general rule, another thing of that name.
"""

from __future__ import annotations

import re

from redactor.letter import weighing
from redactor.letter.model import Remark

_SHOWN = r"(?:shown|demonstrated|proved|proven|established|evidenced|identified|made\sout)"
_SHOW = r"(?:show|demonstrate|prove|establish|evidence|identify|satisfy|set\sout)"
_HARM = r"(?:harm|prejudice|damage|adverse\seffect|endangerment|injury)"
_NONE = r"(?:\bno|\bnot|n't|\bwithout|\bnever|\bneither)"

GATES = {
    Remark.CLASS_ABSOLUTE: ("absolute",),
    Remark.CLASS_QUALIFIED: ("qualified", "absolute", "public interest", "conditional", "automatically"),
    Remark.CLASS_PREJUDICE: ("prejudic", "harm", "damage", "adverse", "endanger"),
    Remark.CLASS_BASED: ("class", "categor", "harm", "prejudice", "kind", "type", "damage", "nature of the"),
}
SAYS = {
    Remark.CLASS_ABSOLUTE: re.compile(
        r"(?<!not )(?<!n't )(?<!not an )(?<!n't an )(?<!rather than )(?<!rather than an )(?<!neither )(?<!no )(?<!never be )(?<!non-)\babsolute(?:ly)?\b"
        r"(?!\s(?:numbers?|title|values?|discretion|terms|figures?|minimum|maximum|majority|certain\w*|must|necess\w+|clear|no))"
    ),
    Remark.CLASS_QUALIFIED: re.compile(
        r"(?<!not )(?<!n't )(?<!not a )(?<!rather than )(?<!rather than a )(?<!neither )(?<!no )\bqualified\b(?!\s(?:person|staff|social|teach\w*|nurs\w*|officers?|doctors?|majority|accountant|engineer|solicitor|by\sexam))|"
        r"(?:\bnot|n't)\s(?:an\s)?absolute\b|\bnon-absolute\b|\b(?:subject\sto|attracts?|carries\s(?:\w+\s)?(?:\w+\s)?|requires?\s[^.;]{0,40}|obliged\s[^.;]{0,30}|involves?|depends?\s(?:up)?on|turns\son|only\s(?:where|if)|only\sholds\sif)\s?(?:a\s|the\s)?(?:test\sof\sthe\s)?public\sinterest|"
        r"\bconditional\sexemption|\bnot\sapply\sautomatically\b|\bpublic\sinterest\stest\s(?:therefore\s|then\s)?(?:applies|arises)"
    ),
    Remark.CLASS_PREJUDICE: re.compile(
        rf"(?<!not )(?<!not a )(?<!rather than )(?<!neither )(?<!no )\b(?:prejudice|harm)[\s-](?:based|tested|test)\b|\btest\sof\s(?:harm|prejudice)\b|\b{_HARM}\b[^.;]{{0,20}}\b(?:has\sto|have\sto|must|needs?\sto|is\sto)\sbe\s{_SHOWN}|"
        rf"\b(?:must|ha(?:s|ve)\sto|needs?\sto|required\sto|obliged\sto)\s{_SHOW}\b[^.;]{{0,50}}\b{_HARM}|\b(?:engaged|applies|available|bites?)\sonly\s(?:where|if|when)\b[^.;]{{0,80}}\b{_HARM}|\bmust\sbe\s(?:\w+\s)?{_HARM}|"
        rf"\b(?:depends?|turns?|hinges?|rests?)\s(?:up)?on\b[^.;]{{0,60}}\b{_HARM}|\bby\sreference\sto\sconsequences|\bnot\sa\sclass\b|\bwhat\s{_HARM}\b"
    ),
    Remark.CLASS_BASED: re.compile(
        r"(?<!not )(?<!not a )(?<!rather than )(?<!neither )(?<!no )\bclass(?:es)?[\s-](?:based|exemptions?|exceptions?)\b|\b(?:a|this|that|protected|defined|the)\s(?:\w+\s)?(?:class|category|classes)\sof\s(?:information|documents?|records?|material)|\bprotected\sclass\b|\bclasses\sof\sinformation|\b(?:exempt|exemption)\sby\s(?:its\s)?(?:class|nature)|"
        rf"{_NONE}\b[^.;]{{0,40}}\b(?:need|requir\w+|have|has|necessary|obliged|requirement)\b[^.;]{{0,30}}\b{_HARM}|{_NONE}\s(?:\w+\s){{0,3}}?{_HARM}\s(?:need|test|has|have|is|must|does)\b|\b{_HARM}\s(?:does|need|do)\s(?:not|n't)\b|{_NONE}\sproof\sof\s{_HARM}|"
        r"\b(?:information|documents?|records?)\sof\s(?:the|this|that)\s(?:kind|type|class|sort)\b|\bby\sthe\snature\sof\s(?:the\s)?information|\bfits?\s(?:the|that)\sdescription|\bfalls?\sinside\sthe\sdescription"
    ),
}
"""The words, in small letters."""
TAKES_BACK = {
    Remark.CLASS_ABSOLUTE: re.compile(
        r"\bsome\sexemptions\b|\bexemptions\s(?:may|can)\sbe\b|\bcan\snever\b|\bregistered\b"
    ),
    Remark.CLASS_QUALIFIED: re.compile(
        weighing.NO_TEST.pattern
        + r"|\bexemptions\s(?:may|can|are\seither)\b|\b(?:auditors?|accounts|nurses?|teachers?|staff|workers?|employees|applicants?)\b[^.;]{0,30}\bqualified|\bqualified\s(?:the|his|her|their|in|as)\b"
    ),
    Remark.CLASS_PREJUDICE: re.compile(
        rf"{_NONE}\b[^.;]{{0,40}}\b(?:{_HARM}\stest|{_HARM}\sneed|prejudice[\s-]based)|\bexemptions\s(?:may|can|are\seither)\b|\b(?:bullying|incidents?|crimes?|training|without\sprejudice)\b"
    ),
    Remark.CLASS_BASED: re.compile(
        r"\bexemptions\s(?:may|can|are\seither)\b|\b(?:not\senough|not\ssufficient)\b|\bclass\s(?:sizes?|post|by\sclass)\b|\bbelieve\b[^.;]{0,40}\bwould\b"
    ),
}
"""What in the same sentence makes it no such thing."""
