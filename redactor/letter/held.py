"""The words that say of information that it is held, not held, refused, given, published, or neither confirmed nor denied.

Each holding has words of which one must stand in the sentence (fast), and a pattern. Text is in small letters.
"""

from __future__ import annotations

import re

from redactor.letter.model import Holding

INFORMATION = r"(?:information|data|records?|documents?|material|details?|correspondence|reports?|copies|statistics|figures|files?|emails?|e-mails?)"
PIECE = r"(?:names?|details?|information|data|parts?|entr(?:y|ies)|passages?|pages?|sections?|paragraphs?|figures|rows?|columns?|text|lines?|some|content|addresses|numbers|sentences?)"
_KEPT_SO = r"\s(?:in\s(?:confidence|private|camera|secret|trust|public|person|place)|confidential\w*|privately|to\s(?:account|ransom)|accountable|responsible|liable|back)\b"
"""What is held in confidence, or to account, says nothing of whether a record is held."""
_GIVE = r"(?:release|disclose|provide|share|supply|publish|part\swith|hand\s(?:\w+\s)?(?:over|out)|give\s(?:you|it|them|this|these|those|out)|send\s(?:you|it|them|this|these|those))"
_GIVEN = r"(?:released|disclosed|provided|shared|supplied|published|given(?:\sout)?|handed\s(?:over|out)|made\s(?:public|available))"
_NOT = r"(?:not|n't|never|no\slonger)"
_HAS = r"(?:holds?(?!\s(?:[\w']+\s){0,4}?(?:account|responsible|meeting|event|view|discussion|hearing)s?\b)|be\s(?:\w+\s)?(?:held|kept|retained|stored)|exists?|retain)"
CUES: tuple[tuple[Holding, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        Holding.NCND,
        ("neither", "confirm", "deny", "ncnd"),
        re.compile(
            r"\bneither\s(?:\w+\s){0,3}?confirm(?:s|ed)?\s(?:n?or|nor\sto)\s(?:\w+\s)?den(?:y|ies|ied)\b|"
            r"\b(?:can|could|will|do|does|is|are)\s?(?:not|n't)\s(?:\w+\s){0,3}?confirm\s(?:or|nor)\sdeny\b|"
            r"\brefus(?:e|es|ed|ing)\sto\s(?:either\s)?confirm\s(?:or|nor)\sdeny\b|\bunable\sto\s(?:either\s)?confirm\s(?:or|nor)\sdeny\b|"
            r"\bneither\sconfirm(?:ation)?\s(?:n?or)\sdenial\b|"
            r"\b(?:duty|obligation|requirement|obliged|required|need)\b[^.;]{0,60}?\bto\sconfirm\s(?:or|nor)\s(?:to\s)?deny\b[^.;]{0,90}?\b(?:not\sapply|not\sarise|exempt|excluded|disapplied)|"
            r"\b(?:exempts?|exempt\sfrom|excluded|not\sobliged|not\srequired)\b[^.;]{0,60}\bto\sconfirm\s(?:or|nor)\s(?:to\s)?deny\b"
        ),
    ),
    (
        Holding.UNCLEAR,
        (
            "may",
            "might",
            "could",
            "should",
            "ought",
            "potential",
            "possibl",
            "probabl",
            "perhaps",
            "belie",
            "think",
            "thought",
            "appear",
            "seem",
            "underst",
            "suspect",
            "assum",
            "presum",
            "expect",
            "likely",
            "sure",
            "certain",
            "clear",
        ),
        re.compile(
            rf"(?<!which )(?<!you )(?<!who )\b(?:may|might|could|should|ought\sto)\s(?:(?!who\b|whether\b|what\b)\w+\s){{0,2}}?(?:{_HAS}|(?:be|have)\s(?:\w+\s){{0,2}}?{INFORMATION})\b(?!\s(?:to\b|up\b|back\b|account)|{_KEPT_SO})|"
            rf"\b(?:appears?|seems?|believed?|thinks?|thought|underst(?:and|ands|ood)|suspect\w*|assum\w+|presum\w+|expect\w*|likely|unlikely|probabl\w+|possibl\w+|potentially|perhaps|"
            rf"not\s(?:\w+\s)?(?:sure|certain|clear)|unsure|uncertain|unclear)\b[^.;,]{{0,70}}?\b(?:(?:is|are|was|were|be|been)\s(?:\w+\s)?(?:held|kept|retained|stored)\b(?!{_KEPT_SO})|(?:we|i|council|force|trust|university|department|authority|team|service|board|college)\s(?:\w+\s)?(?:holds?|(?:has|have)\s(?:\w+\s){{0,3}}?{INFORMATION})|"
            rf"{INFORMATION}\s(?:\w+\s)?exists?)\b|"
            rf"\b(?:appears?|seems?|thought|believed)\sto\s(?:hold|possess|be\sheld(?!{_KEPT_SO})|have\s(?:\w+\s){{0,3}}?{INFORMATION})\b"
        ),
    ),
    (
        Holding.NOT_HELD,
        ("not", "no ", "n't", "nothing", "none", "nil", "never", "neither"),
        re.compile(
            rf"\b(?:do|does|did)(?:\s?not|n't)\s(?:\w+\s)?(?:hold|possess|have|record|collect|keep|retain|capture)\b(?!\sto\b)|"
            rf"\b(?:is|are|was|were|been)(?:\s?not|n't)\s(?:\w+\s)?(?:held|recorded|collected|kept|retained|captured)\b|"
            rf"\b(?:holds?|held|hold|have|has|keeps?|kept|retains?|maintains?|found|located|identified|there\s(?:is|are|was|were))\sno\s(?:\w+\s){{0,4}}?{INFORMATION}\b|"
            rf"\bno\s(?:\w+\s){{0,4}}?{INFORMATION}\b[^.;]{{0,60}}?\b(?:is|are|was|were|be)\s(?:\w+\s)?(?:held|found|located|recorded|identified)\b|"
            rf"\b(?:holds?|have|has)\s(?:therefore\s)?(?:nothing|none)\b(?!\sagainst)|\b(?:no\s(?:\w+\s){{0,2}}{INFORMATION}|nothing|none(?:\sof\s(?:it|them|this|these|those))?)\s(?:(?:is|are|was|were|has\sbeen|have\sbeen)\s)?(?:\w+\s)?(?:held|found|recorded)\b|(?<!\bhad\s)(?<!\bhad)\b{_NOT}\sheld\b(?!\s(?:an?|one|office)\b)|\bno\strace\b|\bneither\s(?:of\s(?:them|these|those|the\stwo)\s)?(?:is|are|was|were)\s(?:\w+\s)?(?:held|kept|recorded)\b"
        ),
    ),
    (
        Holding.REFUSED,
        (
            "none",
            "neither",
            "no ",
            "nothing",
            "exempt",
            "withh",
            "refus",
            "redact",
            "not be disclos",
            "not disclos",
            "not provid",
            "unable to",
            "not releas",
            "decline",
            "not oblige",
            "not require",
            "not comply",
            "exce",
            "removed",
            "not suppl",
            "not being",
            "black",
            "remain",
            "stay",
            "blank",
            "obscured",
            "taken out",
            "edited out",
            "left out",
            "masked",
            "omitted",
            "back",
            "not be ",
            "cannot",
            "can't",
            "n't",
            "not able",
            "not ",
            "confidential",
            "secret",
            "private",
            "left",
            "out",
            "hidden",
            "reluctant",
            "unwilling",
            "disinclined",
            "deleted",
            "ourselves",
        ),
        re.compile(
            r"\b(?:is|are|be|as|being|been|considered|was|were|fall\w*\sto\sbe|therefore|all|believe)\s(?:\w+\s){0,3}?(?:exempt(?:ed)?|excepted)\b|\bexempt\s(?:from\s(?:disclosure|release)|under|by\svirtue|in\sterms|pursuant)|"
            r"(?<!interest in )(?<!favour of )(?<!favouring )(?<!against )\bwithh(?:old|olds|eld|olding)\b(?!\s(?:nothing|no\b|(?:\d[\d,]*\s)?(?:payments?|pay\b|salar|wages?|consent|permission|support|funding|benefits?)))(?!\s(?:information|data|material|records?)\s(?:is|are|was|were|would|could|relates|concerns|contains|also))|"
            r"\b(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing))\s(?:to\s(?:provide|disclose|release|comply|supply|answer)|your|the|this|that|it|them|part|under\s(?:section|regulation)|on\s(?:the\s)?(?:grounds?|cost)|because)\b|"
            r"\b(?:request|part|it|this|question)\b[^.;]{0,30}\b(?:is|are|has\sbeen|have\sbeen|was|must\sbe)\s(?:\w+\s){0,2}?refused\b|"
            r"\b(?:has|have|is|are|was|were)\s(?:been\s)?(?:\w+\s)?redacted\b|\bredactions?\b|"
            rf"\b{PIECE}\b[^.;]{{0,60}}?\b(?:been|is|are|was|were)\s(?:\w+\s)?(?:removed|blacked\sout|blanked(?:\sout)?|obscured|taken\sout|edited\sout|left\sout|masked|(?:held|kept)\sback|omitted)\b|"
            r"\b(?:i|we)\s(?:have\s)?(?:\w+\s)?(?:redacted|blanked\sout|blacked\sout|removed\s(?:[\w']+\s){0,5}?(?:under|by\svirtue|because\sof|in\sline\swith))\b|"
            r"\bnot\sbeing\s(?:given|provided|disclosed|released|supplied|made\spublic)\b|"
            rf"\b(?:none|neither|no\s\w+|nothing)(?:\sof\s(?:this|these|it|them|that|those|the|your|what)(?:\s\w+){{0,3}}?)?\s(?:will|can|is\sto|are\sto|may|is\sbeing|are\sbeing)\s(?:be\s)?{_GIVEN}\b|"
            r"\b(?:unable|not\sable)\sto\s(?:provide|disclose|release|supply|comply|answer|process)\b|"
            r"\b(?:will|can|do|does|shall|would)\s?not\s(?:be\s)?(?:disclos|releas|provid|suppl|comply)\w*|"
            r"\bnot\s(?:oblig|requir)ed\sto\s(?:comply|provide|disclose|respond)|\bexce(?:ed|eds|eded|eding)\b[^.;]{0,60}\b(?:limit|cost|hours)\b|"
            r"\b(?:limit|cost|hours|threshold)\b[^.;]{0,60}\bexce(?:ed|eds|eded|eding)\b|\bnot\sbe(?:en|ing)?\s(?:disclosed|released|provided|supplied|made\s(?:public|available)|shared|published|given\sout)\b|"
            r"(?<!you )\b(?:unable|not\sable|cannot|can't|will\snot|won't|do\snot\s(?:propose|intend|feel\sable)|not\sprepared|not\s(?:in\sa\sposition|at\sliberty|willing|going))\s(?:to\s)?(?:\w+\s)?"
            r"(?:let\syou\s(?:have|see)|share\s(?:it|this|these|those|them|the|that|any|copies|details|information)|send\s(?:you|it|them|the|this)|give\s(?:you|it|them|out|the)|hand\s\w+\s?(?:over|out)|make\s(?:\w+\s){0,4}?(?:public|available)|release|disclose|publish)\b|"
            r"(?<!you )\b(?:must|has\sto|have\sto|needs?\sto|should|ought\sto|is\sto|are\sto|will|shall)\s(?:(?:therefore|continue\sto|all)\s)?(?:remain|stay|be\skept|be\streated\sas|keep)\s(?:strictly\s|wholly\s)?(?:confidential|secret|private|unpublished|undisclosed|closed|within\s(?:the|our)\s(?:council|authority|trust|agency|department|force|university|college|school|board|organisation|service|company|office))\b|"
            r"\b(?:we|i)\s(?:(?:have|are|am|will|shall|be)\s){0,2}(?:keep(?:ing)?|kept|hold(?:ing)?|held|leav(?:e|ing)|left|tak(?:e|ing|en)|omitt?(?:ed|ing)?)\s(?:(?:it|this|them|these|those|(?:the|some|all|any)\s\w+)\s)?(?:back|out)\b(?!\sof\s(?:account|consideration|the\sway))|"
            rf"\bwith\s(?:\w+\s){{0,3}}?{PIECE}\s(?:\w+\s)?(?:removed|blacked\sout|blanked(?:\sout)?|obscured|taken\sout|edited\sout|struck\sout|masked|hidden|deleted)\b(?!\sfrom\b)|"
            r"\b(?:is|are)\snot\s(?:(?:meant|intended|suitable)\s)?for\s(?:public\s|general\s|wider\s)?(?:release|disclosure)\b|"
            r"\byou\s(?:cannot|can't|can\snot|may\snot|will\snot|won't)\s(?:\w+ly\s|therefore\s)?(?:have|see|get|receive|be\s(?:given|sent|shown))\b(?!\s(?:to|been|the\sright|a\sright|(?:your|the|this|it|a|an|any)\s?(?:\w+\s)?(?:review\w*|complaint|decision|case|reply|answer|response|appeal|reminder))\b)|"
            rf"(?<!you )\b(?:not\sminded|not\sinclined|prefer\snot|reluctant|unwilling|disinclined)\sto\s{_GIVE}\b|\b(?:we|i)(?:\s(?:would|should)|'d)\s(?:rather|sooner)\snot\s(?:say|tell|name|{_GIVE})\b|\b(?:would|should|'d)\srather\snot\s(?:\w+\s)?{_GIVE}\b|"
            r"\b(?:see|find|come\s(?:to|across|upon)|covered\s(?:by|with|in)|behind|under|beneath|hidden\sby)\s(?:a\s|the\s|some\s|several\s)?(?:black|blank)\s(?:box(?:es)?|bars?|lines?|blocks?|spaces?|patch(?:es)?)\b|\bkeep(?:ing)?\s(?:[\w'-]+\s){1,12}?to\sourselves\b|"
            rf"\bnot\s(?:be\s|(?:consider|think|believe|feel)\sit\s)?(?:appropriate|proper|right|fair)\s(?:for\sus\s)?to\s{_GIVE}\b|"
            r"\bcannot\sbe\s(?:shared|published|handed\sover|given\sout|made\s(?:public|available))\b(?=[.,;]|$|\s(?:with\s(?:you|the\spublic)|to\s(?:you|the\spublic)|and\b|because\b|as\b))|"
            r"\b(?:is|are|has|have)\s?(?:not|n't)\s(?:been\s)?(?:(?:attached|enclosed)\b(?!\s(?:to|by|in|within|with)\b)|available\sto\syou\b)|"
            rf"\bnot\s(?:something|information|material|a\s(?:document|report|record))\s(?:(?:that|which|we|i)\s){{0,2}}(?:can|could|may|will|would|are\sable\sto)\s(?:be\s{_GIVEN}|{_GIVE})\b"
        ),
    ),
    (
        Holding.ELSEWHERE,
        ("publish", "available", "accessible", "section 21", "s21", "s.21"),
        re.compile(
            r"\b(?:already|publicly|readily|reasonably|otherwise)\s(?:\w+\s){0,2}?(?:available|accessible|published)\b|"
            r"\b(?:is|are)\s(?:\w+\s){0,2}?(?:published|accessible|available)\s(?:on|at|from|via|online|in|through|here|to\syou)\b|\baccessible\sby\sother\smeans\b"
        ),
    ),
    (
        Holding.DISCLOSED,
        ("disclos", "provid", "attach", "enclos", "suppl", "below", "find", "releas", "you that"),
        re.compile(
            r"\bheld\sand\s(?:\w+\s)?disclosed\b|\b(?:is|are|has\sbeen|have\sbeen|can\sbe|been)\s(?:\w+\s){0,3}?(?:provided|disclosed|released|supplied|attached|enclosed|given|set\sout|shown|listed)\b(?!\s(?:that|by|to\sthe\sinformation\scomm|to\s(?:a|an|the|its|their|each)\s(?!(?:letter|response|reply|e-?mail|message|report)\b)))|"
            r"\bplease\s(?:find|see)\b[^.]{0,60}\b(?:attached|enclosed|below|annex|table|response|appendix|spreadsheet)\b|"
            r"\b(?:can|able\sto|pleased\sto)\s(?:now\s)?(?:tell|inform|advise)\syou\sthat\b(?![^.]*\b(?:exempt\w*|withh\w+|not|no|refus\w+|requests?\s(?:is|has|was)|consider\w*|your\s(?:\w+\s)?(?:request|enquiry|e-?mail|letter|message|application)\s(?:of|dated|for|about|is|has|was))\b)[^.]*\d|"
            r"\b(?:i|we)\s(?:am\s|are\s|have\s)?(?:now\s|pleased\sto\s)?(?:attach|enclose|provide|disclose|supply)\b|\b(?:attached|enclosed)\s(?:is|are|document|file|spreadsheet)\b|\bdisclosed\sin\sfull\b"
        ),
    ),
    (
        Holding.HELD,
        ("hold", "held", "have", "has"),
        re.compile(
            rf"(?<!\bon )\b(?:holds?|hold)\s(?:\w+\s){{0,5}}?(?:{INFORMATION}|it|this|that|them|what|copies|all|some|most|the|both|each|everything|one)\b|"
            rf"\b(?:we|i|council|trust|department|force|university|authority|board|association|college)\s(?:do\s)?(?:have|has)\s(?:got\s)?(?:what\syou|(?:it|both|these|those|them|this|all\s(?:of\s)?(?:it|this|these|them)|{INFORMATION}\sfor\s\w+)(?:\stoo|\sas\swell|\son\s(?:file|record))?(?=[.,;]|\s(?:and|but)\b))"
            rf"\b(?:is|are|was|were)\s(?:\w+\s)?held\b|\b{INFORMATION}\s(?:\w+\s){{0,4}}?held\b|^held\b|\bheld\sby\s(?:the|us|this)\b"
        ),
    ),
)
