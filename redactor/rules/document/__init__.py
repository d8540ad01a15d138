"""D5xx: could the document be read at all, and all of it?"""
