"""H221 named-inside: a name inside the file holds something to remove.

Why: page labels, link targets, layers, fonts, colours and private keys have names, which people and programs give
after what the document is about, and comments can stand between any two parts of a file; none of it prints.
Fix: print the document to a new PDF; a copy from `redactor redact` carries none of these names.
Source: ISO 32000-1:2008, 7.3.5 Name objects, 12.4.2 Page labels, 8.11.2 Optional content groups.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.model import Layer, Severity
from redactor.rules import Hit, View, rule
from redactor.rules.hidden._places import named


@rule("H221", Severity.REVIEW)
def named_inside(view: View) -> Iterator[Hit]:
    """Yield one hit for each place that holds a finding which does not stay."""
    yield from named(view, Layer.NAME)
    yield from named(view, Layer.COMMENT)
