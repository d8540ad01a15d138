"""H205 comment: a page carries a comment, mark or stamp.

Why: comments are often internal remarks with a name and a time in them, and a mark over words does not remove them.
Fix: read the comment and delete it, or decide that it is part of the record; a redacted copy carries no comments.
Source: ISO 32000-1:2008, 12.5 Annotations.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import hits


@rule("H205", Severity.REVIEW)
def comment(view: View) -> Iterator[Hit]:
    """Yield one hit for each place."""
    yield from hits(view, "The page carries {count} comment(s), mark(s) or stamp(s).", "annotation")
