"""jsonl: one line of data a file, with its findings and issues, for logs, queues and other programs."""

from __future__ import annotations

import json
from typing import BinaryIO

from redactor.archive.exports import Export
from redactor.archive.reader import Reader

VERSION = "1.0"


def write(reader: Reader, stream: BinaryIO) -> None:
    """Write JSON Lines, sorted by path; values are keyed hashes in hexadecimal digits."""
    for record in reader.records():
        findings = [{**finding, "value": bytes(finding["value"]).hex()} for finding in record.findings]
        line = {"schema_version": VERSION, **record.file, "findings": findings, "issues": list(record.issues)}
        stream.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")


EXPORT = Export("jsonl", write)
