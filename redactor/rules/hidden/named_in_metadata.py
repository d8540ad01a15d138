"""H217 named-in-metadata: the document's properties or metadata hold something to remove.

Why: title, author, keywords and private properties do not print, and every reader shows them on request; they often
name the requester or the officer, even where the pages do not.
Fix: change them in the program that made the file; a copy from `redactor redact` keeps a neutral title and the
language alone.
Source: ISO 32000-1:2008, 14.3 Metadata; ICO, "Disclosing documents to the public securely" (July 2025), on
metadata.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Layer, Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import named


@rule("H217", Severity.REVIEW)
def named_in_metadata(view: View) -> Iterator[Hit]:
    """Yield one hit for each place that holds a finding which does not stay."""
    yield from named(view, Layer.METADATA)
