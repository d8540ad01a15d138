"""R3xx: redactions that do not remove anything."""
