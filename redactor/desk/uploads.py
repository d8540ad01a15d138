"""Files dropped on the page: streamed into a private folder, never larger than allowed, gone when the desk closes."""

from __future__ import annotations

import shutil
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from redactor.errors import UsageError

if TYPE_CHECKING:
    from starlette.requests import Request

    from redactor.desk.desk import Desk
    from redactor.desk.item import Item

NAME_HEADER = "x-file-name"
_MOST_NAME_BYTES = 180


async def receive(desk: Desk, request: Request) -> Item:
    """Take one file, whose bytes are the request's body and whose name is percent-encoded in a header.

    Raises:
        UsageError: it is larger than the desk takes (``where`` is "size"), or did not arrive whole.
    """
    declared = request.headers.get("content-length", "")
    too_large = UsageError(
        f"is larger than {desk.settings.max_bytes // 2**20} MB",
        where="size",
        remedy="Split it, or check it by command.",
    )
    if declared.isdigit() and int(declared) > desk.settings.max_bytes:
        raise too_large
    try:
        folder = Path(tempfile.mkdtemp(dir=desk.folder, prefix="file-"))
    except OSError as problem:
        raise UsageError(f"could not be kept ({problem.strerror})", remedy="Make room on the disk.") from None
    path = folder / safe_name(unquote(request.headers.get(NAME_HEADER, ""), errors="replace"))
    size = 0
    try:
        with path.open("xb") as stream:
            async for part in request.stream():
                size += len(part)
                if size > desk.settings.max_bytes:
                    raise too_large
                await run_in_threadpool(stream.write, part)
    except ClientDisconnect:
        shutil.rmtree(folder, ignore_errors=True)
        raise UsageError("did not arrive whole", remedy="Drop it again.") from None
    except OSError as problem:
        shutil.rmtree(folder, ignore_errors=True)
        raise UsageError(
            f"could not be kept ({problem.strerror})", remedy="Make room on the disk, or open it by command."
        ) from None
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return desk.add(path, own=folder)


def safe_name(given: str) -> str:
    """Return a file name that names a file in its folder and nothing else, as like the given one as can be.

    The name matters: a letter called after its requester names them, and the search reads it.
    """
    last = given.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(character for character in last if unicodedata.category(character)[0] != "C").strip(" .")
    stem, dot, suffix = kept.rpartition(".")
    stem, ending = (stem, dot + suffix) if dot and len(suffix) <= 8 else (kept, "")
    while stem and len((stem + ending).encode()) > _MOST_NAME_BYTES:
        stem = stem[:-1]
    return f"{stem}{ending}" if stem else "document.pdf"
