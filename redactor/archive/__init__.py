"""Go through years of published files in one run, and lose none of them.

    listing -> waiting files -> look (hash, kind) -> check, each in a guard -> one writer -> database -> exports

``scan`` has the order of things; ``store`` is the only module that writes to the database; ``child`` is what runs in a
guard's process and the only one that opens what was listed.
"""
