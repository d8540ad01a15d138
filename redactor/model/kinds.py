"""What there is to choose from: layers, actions, weights, verdicts and modes."""

from __future__ import annotations

import enum


class Layer(enum.StrEnum):
    """Where in a file a piece of text lives; every layer is searched, not only the visible one."""

    BODY = "body"
    OCR = "ocr"
    HIDDEN_TEXT = "hidden-text"
    ANNOTATION = "annotation"
    FORM = "form"
    METADATA = "metadata"
    OUTLINE = "outline"
    LINK = "link"
    ATTACHMENT = "attachment"
    STRUCTURE = "structure"
    SCRIPT = "script"
    NAME = "name"
    FILE_NAME = "file-name"
    COMMENT = "comment"


class Action(enum.StrEnum):
    """What is to happen to a finding."""

    REDACT = "redact"
    REVIEW = "review"
    KEEP = "keep"


class Severity(enum.StrEnum):
    """How much an issue weighs: BLOCK stops release, REVIEW asks a person, NOTE informs."""

    BLOCK = "block"
    REVIEW = "review"
    NOTE = "note"


class Status(enum.StrEnum):
    """How a check ended; ERROR counts as FAIL, and NOT_APPLICABLE never as a PASS.

    NOT_APPLICABLE is said of a file somebody else made, which lacks what only copies of our own writer have; what is wrong
    with such a file is for the rules on hidden data and failed redactions to say.
    """

    PASS = "pass"  # noqa: S105  # not a password
    FAIL = "fail"
    ERROR = "error"
    NOT_APPLICABLE = "not applicable"

    @property
    def failed(self) -> bool:
        """Return whether what was to be proved is not: by failure, or because the check did not finish."""
        return self in (Status.FAIL, Status.ERROR)


class Verdict(enum.StrEnum):
    """The gate's word on a file, never assigned but worked out by ``redactor.gate.verdict``."""

    READY = "ready"
    REVIEW = "review"
    BLOCKED = "blocked"


class Mode(enum.StrEnum):
    """Where the reply goes: onto the disclosure log, or to the requester alone."""

    PUBLISH = "publish"
    SEND = "send"


class Width(enum.StrEnum):
    """What becomes of the space that a removed word took up, which tells how wide the word was."""

    GAP = "gap"
    """The box is as wide as the word."""
    RESET = "reset"
    """The line is set anew with a label of fixed width; it is blacked out where that cannot be done."""
    BLOCK = "block"
    """The line, or the cell of the table, is blacked out from margin to margin."""
