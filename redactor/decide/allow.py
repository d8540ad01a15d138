"""What is public already: role mailboxes, published contacts, cleared staff, and the letter's own reference."""

from __future__ import annotations

import re

from recognizers.name_shapes import is_not_name
from recognizers.ordinary import times_and_places
from redactor.decisions import normalised
from redactor.model import Case
from redactor.policy import Policy

# A published address may be found in part ("Wycliffe House", a postcode), but never by a scrap of it; any other value
# must be the published one, or eight digits of a helpline would clear somebody's account number.
_LEAST_PART = 6
_PLACES = frozenset({"UK_POSTCODE", "STREET_ADDRESS"})
_TEAM_WORDS = ("team", "requests", "request", "office", "enquiries", "unit", "mailbox", "inbox", "dept", "department", "advice",
    "queries", "correspondence", "secretariat", "desk", "hub", "responses", "applications", "disclosures")  # fmt: skip
# Words at the end of a mailbox that are nobody's surname: what stands before them is a subject, if it is no name.
_SERVICE_WORDS = frozenset(
    {"secretary", "services", "service", "support", "safety", "safeguarding", "management", "protection", "standards",
     "operations", "records", "complaints", "governance", "security", "communications", "administration", "transport"}
)  # fmt: skip
_PHONES = frozenset({"DIRECT_DIAL", "MOBILE_PHONE", "PHONE_NUMBER"})


class AllowList:
    """Say why a value may stay, or None."""

    def __init__(self, policy: Policy, case: Case) -> None:
        self._roles = frozenset(normalised(role) for role in policy.role_mailboxes)
        self._personal = frozenset(domain.casefold() for domain in policy.personal_domains)
        self._public = tuple((normalised(p.value), frozenset(p.entity), p.why) for p in policy.public)
        self._lines = frozenset(_digits(number) for number in case.team_lines)
        self._staff = frozenset(normalised(name) for name in case.staff)
        self._reference = normalised(case.reference)

    def why(self, entity: str, value: str) -> str | None:
        """Return the reason to keep a value whatever the lines say, or None."""
        plain = normalised(value)
        for known, entities, why in self._public:
            if entities and entity not in entities:
                continue
            if not entities and entity == "PERSON":
                continue
            if plain == known or (entity in _PLACES and len(plain) >= _LEAST_PART and plain in known):
                return why
            if entity in _PHONES and _digits(value) == _digits(known):
                return why
        if entity == "EMAIL_ADDRESS" and self._is_role(value):
            return "A role mailbox: it reaches a team and not one person."
        if entity in _PHONES and _digits(value) in self._lines:
            return "A team line that the case file clears for release."
        if entity == "PERSON" and plain in self._staff:
            return "A member of staff whom the case file clears for release."
        if self._reference and plain == self._reference:
            return "The authority's own reference."
        return None

    def _is_role(self, address: str) -> bool:
        """Return whether an e-mail address is a team's: its local part is a role, and its domain not a mail provider."""
        compact = re.sub(r"\s+", "", address)
        local, _, domain = compact.rpartition("@")
        if not local or domain.casefold() in self._personal:
            return False
        plain = normalised(local)
        if plain in self._roles:
            return True
        parts = [normalised(part) for part in re.split(r"[._+-]", local) if part]
        if any(plain == role + word for role in self._roles for word in _TEAM_WORDS):
            return True
        if len(parts) < 2:
            return False
        if all(part in self._roles or part in _TEAM_WORDS for part in parts):
            return True
        return parts[-1] in _SERVICE_WORDS.union(_TEAM_WORDS) and all(map(self._is_subject, parts[:-1]))

    def _is_subject(self, part: str) -> bool:
        """Return whether a part of a mailbox is a word of organisations ("trust") and not a month by which people are called."""
        return part in self._roles or (is_not_name(part) and part not in times_and_places())


def _digits(number: str) -> str:
    """Return a UK number's digits in national form, so that +44 (0)1632 and 01632 are one."""
    digits = re.sub(r"\D", "", number)
    for prefix in ("00440", "0044", "440", "44"):
        if digits.startswith(prefix) and len(digits) >= 11:
            return "0" + digits[len(prefix) :]
    return digits
