"""L122 link-target: a link leads nowhere, inwards, or not where it says.

Why: a reader outside cannot follow an intranet or SharePoint address, which names servers besides; a link whose words
    and target differ sends mail and readers astray.
Fix: link to a public page and try it from outside; show the address that the link leads to.
Source: section 21 of the Freedom of Information Act 2000 needs information that is reasonably accessible; WCAG 2.2,
    success criterion 2.4.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from redactor.letter.model import Letter, Link
from redactor.model import Severity, box_of
from redactor.rules import Hit, View
from redactor.rules.examples import Example
from redactor.rules.letter import letter_rule

_TEXT = (
    "Date: 4 March 2024\nDear Ms Adeyemi\nFreedom of Information request\nThank you for your request of 12 February 2024.\n"
    "The information is held. See the drone register at www.example.gov.uk/drones.\nYours sincerely"
)
EXAMPLES = (
    Example(_TEXT, links=(("the drone register", "#"),)),
    Example(_TEXT, links=(("the drone register", "file:///S:/FOI/drones.docx"),)),
    Example(_TEXT, links=(("the drone register", "https://council.sharepoint.com/sites/foi/drones"),)),
    Example(_TEXT, links=(("the drone register", "http://intranet/drones"),)),
    Example(_TEXT, links=(("www.example.gov.uk/drones", "https://www.example.org/else"),)),
)
COUNTER_EXAMPLES = (
    Example(_TEXT, links=(("www.example.gov.uk/drones", "https://www.example.gov.uk/drones"),)),
    Example(_TEXT, links=(("www.example.gov.uk/drones", "http://example.gov.uk/drones/"),)),
    Example(_TEXT, links=(("the drone register", "https://www.example.gov.uk/drones"),)),
    _TEXT,
)

INWARD = re.compile(
    r"(?:^|[./-])(?:intranet|sharepoint\.com|localhost)(?:[./:]|$)|\.(?:local|internal|intra|lan|corp|pnn\.police\.uk)$"
    r"|^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$",
    re.IGNORECASE,
)
_DRIVE = re.compile(r"^(?:[a-z]:[\\/]|\\\\|file:)", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+'-]+@[\w.-]+\w")


@letter_rule("L122", Severity.REVIEW)
def link_target(view: View, letter: Letter) -> Iterator[Hit]:
    """Yield a hit for each link that a reader outside cannot follow, or that leads elsewhere than it says."""
    for feature in view.document.features:
        if feature.kind == "dead-link":
            boxes = (box_of(feature.quad),) if feature.quad else ()
            yield Hit("This link leads nowhere.", feature.page, boxes)
    for link in letter.links:
        if link.target is None:
            continue
        said = _problem(link.target.strip(), letter.value(link) if link.address else "")
        if said:
            yield _hit(link, said)


def _hit(link: Link, said: str) -> Hit:
    if link.end > link.start:
        return Hit(said, ranges=((link.start, link.end),))
    return Hit(said, page=link.page)


def _problem(target: str, shown: str) -> str:
    if target in ("", "#", "about:blank", "http://", "https://"):
        return "This link leads nowhere."
    if _DRIVE.match(target):
        return "This link leads to a file on somebody's computer or network."
    if target.lower().startswith("mailto:"):
        return _mail(unquote(target[7:].split("?")[0]).strip(), shown)
    if target.startswith("#"):
        return ""
    try:
        parts = urlsplit(target if "//" in target else f"//{target}")
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return "This link's address cannot be read."
    if parts.scheme in ("http", "https", "") and (not host or "." not in host or INWARD.search(host)):
        return "This link leads to a place inside the authority's own network."
    if parts.scheme in ("http", "https") and shown and "@" not in shown and not _same_site(shown, target):
        return "This link leads elsewhere than the address it shows."
    if parts.scheme in ("http", "https") and _MAIL.fullmatch(shown):
        return "This link shows a mailbox but leads to a web page."
    return ""


def _mail(mailbox: str, shown: str) -> str:
    if not _MAIL.fullmatch(mailbox):
        return "This link leads to no mailbox."
    written = _MAIL.search(shown)
    if written and written[0].rstrip(".").casefold() != mailbox.casefold():
        return "This link leads to another mailbox than the one it shows."
    return ""


def _same_site(shown: str, target: str) -> bool:
    """Return whether the address shown is the target, or its beginning: long targets are often shown shortened."""
    if target.startswith(shown.strip()):
        # A cell or a line that ends within the address shows its beginning.
        return True
    return _bare(target).startswith(_bare(shown).rstrip("…").rstrip("."))


def _bare(address: str) -> str:
    """Return an address without scheme, "www.", case and closing slash."""
    text = re.sub(r"^(?:https?:)?(?://)?(?:www\.)?", "", "".join(unquote(address).split()).casefold())
    return text.strip("<>()[],;/. ")
