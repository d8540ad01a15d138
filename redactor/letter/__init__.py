"""A reply to an information request, read as a letter: who asked what and when, what was answered, on what grounds.

The letter model does not know the file's format: it reads the normalised body text. All ranges lie in that text.
"""

from redactor.letter.model import Letter, LetterKind
from redactor.letter.reading import read

__all__ = ["Letter", "LetterKind", "read"]
