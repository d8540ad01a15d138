"""sarif: SARIF 2.1.0 (OASIS, 2020) of the whole archive, for code-scanning pages; no text of any file, masked or not.

Every result names line 1 of its file, because code-scanning pages refuse one without a line; the page is in the message.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import quote

from redactor.archive.exports import Export
from redactor.archive.reader import FileRecord, Reader
from redactor.archive.state import State
from redactor.reporters import codes

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL = {"block": "error", "review": "warning", "note": "note", "redact": "error"}
_SETTLED = frozenset({State.DONE, State.OPENED, State.SKIPPED, State.GONE})


def write(reader: Reader, stream: BinaryIO) -> None:
    """Write one run with a result for each issue above a note, each finding open or to go, and each unchecked file."""
    run = reader.last_run()
    used: set[str] = set()
    stream.write(f'{{"$schema":{json.dumps(_SCHEMA)},"version":"2.1.0","runs":[{{"results":[\n'.encode())
    between, complete = "", True
    for record in reader.records():
        complete = complete and record.file["state"] in _SETTLED
        for result in _results(record):
            used.add(result["ruleId"])
            stream.write(f"{between}{json.dumps(result)}".encode())
            between = ",\n"
    driver = {"name": "redactor", "semanticVersion": run.tool, "rules": [_rule(code) for code in sorted(used)]}
    rest = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "foi-release-check/scan/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": complete}],
    }
    stream.write(f"\n],{json.dumps(rest)[1:]}]}}\n".encode())


def _results(record: FileRecord) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    path = str(record.file["path"])

    def result(code: str, level: str, message: str, page: object) -> dict[str, Any]:
        address = json.dumps([code, path, page])
        seen[address] += 1
        print_ = hashlib.sha256(f"{address}{seen[address]}".encode()).hexdigest()[:32]
        where = f"Page {page}: " if page is not None else ""
        uri = quote(path.encode("utf-8", "replace"), safe="/")
        return {
            "ruleId": code,
            "level": level,
            "message": {"text": where + message},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": {"startLine": 1}}}],
            "partialFingerprints": {"redactorArchive/v1": print_},
        }

    if record.file["state"] not in _SETTLED:
        text = str(record.file["message"]) or State(str(record.file["state"])).meaning
        yield result(str(record.file["code"]) or "D500", "error", text, None)
    for issue in record.issues:
        if issue["severity"] != "note":
            yield result(str(issue["code"]), _LEVEL[str(issue["severity"])], str(issue["message"]), issue["page"])
    for one in record.findings:
        if one["action"] != "keep":
            text = "Must be removed." if one["action"] == "redact" else "A person must decide."
            yield result(str(one["entity"]), _LEVEL[str(one["action"])], text, one["page"])


def _rule(code: str) -> dict[str, Any]:
    meaning = codes.meanings().get(code)
    if meaning is None:
        return {"id": code}
    return {"id": code, "shortDescription": {"text": meaning.title}, "help": {"text": meaning.help}}


EXPORT = Export("sarif", write)
