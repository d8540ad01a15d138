"""V406 nothing-left-to-find: our own search finds nothing in the copy that would still have to go.

What it proves: what the recognizers find in the source they no longer find in the copy; a value that was joined anew by
the redaction, or overlooked in one place, is caught here.
How: the copy is read and searched from the start, under the same policy and the same decisions. A copy on which the
search was not run fails.
Source: this project's own recognizers.
"""

from __future__ import annotations

from redactor.verify import Evidence, Failure, View, check


@check("V406")
def nothing_left_to_find(view: View) -> Evidence:
    """Run the recognizers over the copy."""
    if view.find is None:
        return Evidence("nothing", (Failure("The recognizers were not run again on the copy."),))
    failures = tuple(
        Failure(f"Finding {identifier} in the copy would still have to be removed.", page)
        for identifier, page in view.find(view.output)
    )
    return Evidence("the same recognizers and policy as for the original", failures)
