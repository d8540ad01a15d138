"""A provision of the law as a letter cites it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from redactor.letter.model.exemption import Side

if TYPE_CHECKING:
    from redactor.law import Provision


class Use(enum.StrEnum):
    """What a citation does in the letter."""

    RELIED_ON = "relied on"
    """To withhold information, or to refuse the request."""
    NCND = "neither confirm nor deny"
    DISCUSSED = "discussed"
    """An exemption is explained, weighed or named in a heading."""
    DECLINED = "declined"
    """The letter says that it does not apply or is no longer relied on."""
    MACHINERY = "machinery"
    """No exemption: the right (s1), the clock (s10), the notice (s17), advice (s16), complaint (s50)."""
    QUOTED = "quoted"
    """Inside the quoted request."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision cited in the body; "section 31(1)(a) and (b)" is two, at one place.

    Attributes:
        start, end: as written.
        regime: "foia", "eir", "foisa" or "eisr": the law that the words near it name, else the letter's.
        named: the words at the citation themselves say which law ("Reg", "FOISA", "of the Freedom of Information Act").
        section, limb: number and limb as ``redactor.law`` has them: "31", "(1)(a)"; limb "" where cited bare.
        code: the usual short form ("s31(1)(a)").
        provision: what the law says of it (class, test, role), or of the nearest limb above it that the law has; None
            where it has no such section.
        use: what it does here.
        side: the side of the public interest passage in which it stands; None elsewhere.
        heading: it stands in a heading.
        answers: indexes of the answers it belongs to.
    """

    start: int
    end: int
    regime: str
    named: bool
    section: str
    limb: str
    code: str
    provision: Provision | None = None
    use: Use = Use.DISCUSSED
    side: Side | None = None
    heading: bool = False
    answers: tuple[int, ...] = ()

    @property
    def exemption(self) -> bool:
        """Return True for an exemption or exception, or a reason not to comply (cost, vexatious)."""
        return self.provision is not None and self.provision.role != "procedure"

    @property
    def ncnd_limb(self) -> bool:
        """Return True where this limb lifts the duty to confirm or deny: 31(3), 24(2), 40(5B)."""
        return self.provision is not None and self.provision.ncnd
