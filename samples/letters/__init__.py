"""Letters written for an honest evaluation of the letter rules; ``render.py`` turns them into PDF."""
