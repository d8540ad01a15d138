"""Role mailboxes: whether an address reaches a team ("foi-review@", "informationrequests@") or may reach one person.

A mailbox is a team's only where every part of it is a word of roles, run together or not. One part that is not, be it a
name or just unknown, leaves it to the policy's lines; and where a word is a name as well ("grant", "june", "dean", "law"),
it is none of the words here.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Final

from recognizers.name_shapes import is_not_name
from recognizers.ordinary import times_and_places
from redactor.decisions import all_normalised, normalised
from redactor.policy import Policy

# What a team is for or answers; one of these makes a mailbox a role's, alone or with the words below.
_SUBJECTS: Final = frozenset(
    """
    foi foia foisa eir eirs ceo dpo dsar dsars sar sars gdpr icb pals freedomofinformation accessto access informationaccess
    information info infogov infosec disclosure disclosures dataprotection privacy transparency publication publications compliance governance
    complaint complaints feedback compliments enquiries enquiry inquiries queries query requests request hello contact contactus
    reception switchboard admin administration administrator office schooloffice mainoffice headoffice clerk townclerk parishclerk
    clerktothecouncil clerktothegovernors schooladmin chair chairman chairofgovernors governor governors headteacher headmaster bursar press pressoffice media comms communications news newsdesk newsletter
    publicity webmaster postmaster postroom mailroom mail post inbox mailbox noreply donotreply dontreply help helpdesk helpline
    servicedesk itsupport support casework cases correspondence secretariat registrar registrars registry records archives
    archive legal legalservices litigation elections electoral electoralservices democratic democraticservices committees
    licensing planning buildingcontrol highways parking parkingservices streetworks housing benefits counciltax revenues
    businessrates finance payroll pensions procurement tenders contracts recruitment jobs careers vacancies hr humanresources
    personnel training safeguarding mash audit fraud whistleblowing insurance claims risk performance corporate corporateservices policy
    consultation consultations engagement community customer customers customerservices customercare members membership
    admissions attendance exams library museum theatre bookings events tickets shop sales marketing accounts invoices
    purchasing facilities estates property repairs maintenance environment environmental environmentalhealth
    tradingstandards waste recycling transport education schools children adults socialcare publichealth emergency emergencies
    resilience professionalstandards psd anticorruption vetting firearms custody crime control controlroom force
    rhyddid gwybodaeth rhyddidgwybodaeth adolygiad adolygiadau cwyn cwynion ymholiad ymholiadau cyswllt cysylltu datgelu
    swyddfa derbynfa gwybodaethgorfforaethol diogeludata llywodraethu cyfathrebu cais ceisiadau
    """.split()  # noqa: SIM905
)
# Words that say what kind of a mailbox it is; only beside another word, for "team@" and "secretary@" tell nothing.
_KINDS: Final = frozenset(
    """
    freedom access chief monitoring proper team teams unit desk hub dept department section branch division group service services centre officer officers manager
    managers management coordinator advisor adviser lead rights right review reviews internal internalreview appeal appeals
    reply replies response responses application applications advice general public council police trust school college
    university hospital health nhs board data protection subject requestteam security standards safety secretary
    national regional county city district borough central main corporate affairs relations resources strategy development executive business it web online email emails
    tim tîm uned adran gwasanaeth gwasanaethau cyngor heddlu ysgol cyffredinol
    """.split()  # noqa: SIM905
)
# Only between two words of roles: before the first of them any of these may be somebody's initial or forename.
_LINKS: Final = frozenset({"of", "and", "to", "the", "for", "yr"})
_LONG_ENOUGH: Final = 7
"""Letters from which a known role may be parted anywhere ("town.clerk", "contact-us")."""
_SHORTEST: Final = 3
"""Letters of a word within words run together; shorter ones are found in anything."""
_TEAM_WORDS: Final = ("team", "requests", "request", "office", "enquiries", "unit", "mailbox", "inbox", "dept", "department", "advice",
    "queries", "correspondence", "secretariat", "desk", "hub", "responses", "applications", "disclosures")  # fmt: skip
# Words at the end of a mailbox that are nobody's surname: what stands before them is a subject, if it is no name.
_SERVICE_WORDS: Final = frozenset(
    {"secretary", "services", "service", "support", "safety", "safeguarding", "management", "protection", "standards",
     "operations", "affairs", "relations", "resources", "records", "complaints", "governance", "security", "communications", "administration", "transport"}
)  # fmt: skip
_NUMBER: Final = re.compile(r"\d{1,2}$")
_LONGEST: Final = 64
"""Characters of a local part (RFC 5321, 4.5.3.1.1); a longer one is no address."""


class RoleMailboxes:
    """The role mailboxes of a policy."""

    def __init__(self, policy: Policy, authority: str = "") -> None:
        """Take the role mailboxes of a policy, and the authority's name, whose initials may stand before a role."""
        self._initials = "".join(
            word[0] for word in re.findall(r"[^\W\d_]+", authority) if word[0].isupper()
        ).casefold()
        self._roles = frozenset(all_normalised(tuple(policy.role_mailboxes)))
        self._personal = frozenset(domain.casefold() for domain in policy.personal_domains)
        self._subjects = _SUBJECTS.union(role for role in self._roles if len(role) >= _SHORTEST)

    def holds(self, address: str) -> bool:
        """Say whether an e-mail address is a team's: its local part is a role, and its domain no mail provider's."""
        compact = re.sub(r"\s+", "", address)
        local, _, domain = compact.rpartition("@")
        if not local or len(local) > _LONGEST or domain.casefold() in self._personal:
            return False
        if normalised(local) in self._roles:
            return True
        parts = [normalised(part) for part in re.split(r"[._+-]", local) if part]
        return self._all_roles(parts) or self._is_service(parts)

    def _all_roles(self, parts: list[str]) -> bool:
        """Say whether every part falls into words of roles, one a subject or several of them, or all make a known phrase."""
        together = "".join(parts)
        if len(together) >= _LONG_ENOUGH and together in self._subjects:
            return True
        words: list[str] = []
        for number, part in enumerate(parts):
            if part in _LINKS and 0 < number < len(parts) - 1:
                continue
            found = self._words_of(part)
            # "ltc.foi@" of the Lower Tamble Community Trust; two letters are somebody's initials.
            if found is None and len(part) >= _SHORTEST and self._initials.startswith(part) and len(parts) > 1:
                continue
            if found is None:
                return False
            words += (word for word in found if word not in _LINKS)
        return len(words) > 1 or any(word in self._subjects for word in words)

    def _words_of(self, part: str) -> list[str] | None:
        """Return the words of roles into which a part falls, or None; of several ways the one with the longest words."""
        bare = _NUMBER.sub("", part) or part
        if bare in self._subjects or bare in self._roles or bare in _KINDS:
            return [bare]
        role = next((role for role in self._roles if bare.startswith(role) and bare[len(role) :] in _TEAM_WORDS), None)
        if role:
            return [role, bare[len(role) :]]
        return _cut(bare, self._subjects)

    def _is_service(self, parts: list[str]) -> bool:
        if len(parts) < 2:
            return False
        return parts[-1] in _SERVICE_WORDS.union(_TEAM_WORDS) and all(map(self._is_subject, parts[:-1]))

    def _is_subject(self, part: str) -> bool:
        """Return whether a part of a mailbox is a word of organisations ("trust") and not a month by which people are called."""
        return part in self._roles or (is_not_name(part) and part not in times_and_places())


@cache
def _vocabulary(subjects: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in subjects | _KINDS if len(word) >= _SHORTEST)


def _cut(part: str, subjects: Collection[str]) -> list[str] | None:
    """Cut words run together ("foireviewteam") into words of roles; a link ("of", "to") may stand between two of them."""
    known = _vocabulary(frozenset(subjects))
    best: list[list[str] | None] = [[], *([None] * len(part))]
    for end in range(1, len(part) + 1):
        for start in range(end):
            before = best[start]
            word = part[start:end]
            link = word in _LINKS and start > 0 and end < len(part)
            if before is not None and (word in known or link):
                best[end] = [*before, word]
                break
    return best[len(part)]
