"""L134 elsewhere-without-link: information is refused as available elsewhere, and the letter does not say where.

Why: section 21 holds only where the information is reasonably accessible to this requester; a bare "on our website" is not.
Fix: give the full web address, or say how else it can be had.
Source: section 21 of the Freedom of Information Act 2000; section 25 of the Scottish Act; regulation 6(1)(b) of the
    Environmental Information Regulations 2004; ICO guidance on section 21.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.letter.model import Letter
from redactor.model import Severity
from redactor.rules import Hit, View
from redactor.rules.examples import Example
from redactor.rules.letter import letter_rule
from redactor.rules.letter.link_target import INWARD

_TEXT = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The information is exempt under section 21 because it is published on our website{}.\nYours sincerely"
)
EXAMPLES = (_TEXT.format(""), Example(_TEXT.format(" here"), links=(("here", "#"),)))
COUNTER_EXAMPLES = (
    _TEXT.format(" at www.example.gov.uk/spending"),
    Example(_TEXT.format(" here"), links=(("here", "https://www.example.gov.uk/spending"),)),
)

_SECTIONS = {"foia": "21", "foisa": "25"}
_PUBLIC = re.compile(r"https?://[^/\s]+\.[a-z]{2,}", re.IGNORECASE)
_OWN_SITES = re.compile(r"ico\.org\.uk|foi\.scot|itspublicknowledge", re.IGNORECASE)
_OTHER_WAY = re.compile(
    r"\b(?:library|librar(?:y|ies)|reading room|for inspection|by post|telephone|buy|purchase|for a fee|publication scheme on request|"
    r"copies? (?:can|may) be (?:had|obtained|bought))\b",
    re.IGNORECASE,
)


@letter_rule("L134", Severity.REVIEW)
def elsewhere_without_link(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit where the exemption is relied on and no address that works stands in the letter's answer."""
    for one in letter.exemptions:
        if _SECTIONS.get(one.regime) == one.section and one.substantive and not _is_pointed_to(letter):
            said = f"Section {one.section} is relied on without a web address or another way to get the information."
            yield Hit(said, ranges=((one.start, one.end),))


def is_public(address: str, *, plain: bool) -> bool:
    """Return whether somebody outside can follow an address; one in plain text may lack its "https"."""
    if INWARD.search(_host(address)) or "@" in address:
        return False
    return plain or bool(_PUBLIC.match(address))


def _host(address: str) -> str:
    return re.sub(r"^(?:https?:)?//", "", address.strip(), flags=re.IGNORECASE).split("/")[0]


def _is_pointed_to(letter: Letter) -> bool:
    """Return whether any public address, the Commissioner's own aside, or another way stands before the appeal."""
    route = letter.review or letter.complaint
    end = route.start if route else len(letter.text)
    for link in letter.links:
        address = link.target if link.target is not None else letter.value(link)
        if link.start < end and not _OWN_SITES.search(address) and is_public(address, plain=link.target is None):
            return True
    return bool(_OTHER_WAY.search(letter.text, 0, end))
