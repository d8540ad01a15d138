"""The law as data: exemptions, time limits, Commissioners and working days, read from policies/law.

Every fact says where it stands in the law (``source``) and whether somebody compared it with that (``checked``).
"""

from redactor.law.loader import EXCEPTIONS, REGIMES, SCOTTISH, load
from redactor.law.model import Fact, Law, Provision, Role, Section, Standing, Test

__all__ = [
    "EXCEPTIONS",
    "REGIMES",
    "SCOTTISH",
    "Fact",
    "Law",
    "Provision",
    "Role",
    "Section",
    "Standing",
    "Test",
    "load",
]
