"""Is an exemption cited with a statement: in its paragraph, in what that leads into, and within its own answer?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from redactor.letter.model import Answer, Paragraph, Passage


def beside(
    text: str,
    paragraphs: Sequence[Paragraph],
    index: int,
    sentence: Passage,
    cited: Sequence[int],
    answers: Sequence[Answer],
) -> bool:
    """Return True where an exemption is cited in the same paragraph or in what the paragraph leads into.

    What an answer to another question cites next to it is that one's.
    """
    part = paragraphs[index]
    own = next((one for one in answers if one.label and one.start <= sentence.start < one.end), None)
    stop = part.end
    if text[part.end - 1] == ":" or sentence.end == part.end:
        # "by virtue of the following exemptions:" and a list; or the next paragraph gives the section.
        stop = paragraphs[min(index + (4 if text[part.end - 1] == ":" else 1), len(paragraphs) - 1)].end
    start = paragraphs[index - 1].start if index else part.start
    if own is not None:
        start = max(start, min(own.start, part.start))
    if own is not None and own.questions:
        following = min((one.start for one in answers if one.label and one.start >= own.end), default=stop)
        stop = max(part.end, min(stop, following))
    return bisect_left(cited, start) < bisect_left(cited, stop)
