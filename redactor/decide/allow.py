"""What is public already: role mailboxes, published contacts, cleared staff, and the letter's own reference."""

from __future__ import annotations

import re

from redactor.decide.mailboxes import RoleMailboxes
from redactor.decisions import all_normalised, normalised
from redactor.model import Case
from redactor.policy import Policy

# A published address may be found in part ("Wycliffe House", a postcode), but never by a scrap of it; any other value
# must be the published one, or eight digits of a helpline would clear somebody's account number.
_LEAST_PART = 6
_PLACES = frozenset({"UK_POSTCODE", "STREET_ADDRESS"})
_PHONES = frozenset({"DIRECT_DIAL", "MOBILE_PHONE", "PHONE_NUMBER"})


class AllowList:
    """Say why a value may stay, or None."""

    def __init__(self, policy: Policy, case: Case) -> None:
        self._mailboxes = RoleMailboxes(policy, case.authority)
        values = all_normalised(tuple(p.value for p in policy.public))
        self._public = tuple(
            (value, frozenset(p.entity), p.why) for value, p in zip(values, policy.public, strict=True)
        )
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
        if entity == "EMAIL_ADDRESS" and self._mailboxes.holds(value):
            return "A role mailbox: it reaches a team and not one person."
        if entity in _PHONES and _digits(value) in self._lines:
            return "A team line that the case file clears for release."
        if entity == "PERSON" and plain in self._staff:
            return "A member of staff whom the case file clears for release."
        if self._reference and plain == self._reference:
            return "The authority's own reference."
        return None


def _digits(number: str) -> str:
    """Return a UK number's digits in national form, so that +44 (0)1632 and 01632 are one."""
    digits = re.sub(r"\D", "", number)
    for prefix in ("00440", "0044", "440", "44"):
        if digits.startswith(prefix) and len(digits) >= 11:
            return "0" + digits[len(prefix) :]
    return digits
