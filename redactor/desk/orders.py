"""What the browser may ask for, checked before anything is done."""

from __future__ import annotations

import json
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, field_validator

from redactor.errors import UsageError
from redactor.model import Action, Box

Order = TypeVar("Order", bound=BaseModel)

_Text = Annotated[str, Field(max_length=2000)]
_Reason = Annotated[str, Field(min_length=3, max_length=2000)]
_Exemption = Annotated[str, Field(max_length=100)]


class _Order(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    revision: int = Field(ge=0)


class Decide(_Order):
    """Redact, keep or reopen the values of some findings."""

    findings: tuple[str, ...] = Field(min_length=1, max_length=5000)
    action: Action
    exemption: _Exemption = ""
    reason: _Reason
    everywhere: bool = False


class AddTerm(_Order):
    """Redact some words wherever they stand."""

    term: str = Field(min_length=2, max_length=500, repr=False)
    exemption: _Exemption = ""
    reason: _Reason
    everywhere: bool = False


class AddAreas(_Order):
    """Blank some places; boxes in points of the pages as displayed."""

    areas: tuple[tuple[Annotated[int, Field(ge=1)], Box], ...] = Field(min_length=1, max_length=500)
    exemption: _Exemption = ""
    reason: _Reason

    @field_validator("areas")
    @classmethod
    def _upright(cls, areas: tuple[tuple[int, Box], ...]) -> tuple[tuple[int, Box], ...]:
        for _, (x0, y0, x1, y1) in areas:
            if not (x0 < x1 and y0 < y1):  # also where one is no number
                raise ValueError("an area needs a width and a height")
        return areas


class TakeAway(_Order):
    """Remove an addition or a decision."""

    finding: str = Field(max_length=40)


class Password(BaseModel):
    """What opens an encrypted file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    password: str = Field(min_length=1, max_length=1000, repr=False)


class Release(_Order):
    """Offer the copy for download."""

    looked: bool = Field(False, description="The officer has looked at every problem that asks for it.")
    released_by: _Text = ""
    approved_by: _Text = ""


def read(kind: type[Order], body: bytes) -> Order:
    """Return an order from a request's body.

    Raises:
        UsageError: it is not JSON.
        ValidationError: it is another order, or none.
    """
    try:
        values = json.loads(body or b"{}")
    except ValueError:
        raise UsageError("the request is not JSON") from None
    return kind.model_validate(values)
