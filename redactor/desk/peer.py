"""Whose program is at the other end of a connection within this computer, where the system says (Linux, proc(5))."""

from __future__ import annotations

import os
import socket
import struct
from pathlib import Path

_TABLE = Path("/proc/net/tcp")
_LOCAL, _REMOTE, _OWNER = 1, 2, 7


def another_user(client_port: int, server_port: int, *, table: Path = _TABLE) -> bool:
    """Return True where the connecting program belongs to another user of this computer.

    The address that opens the desk stands in the browser's command line for a moment, which every user can read, and its
    cookie goes to whatever else the browser asks of this computer (RFC 6265, 8.5: no isolation by port): whoever comes with
    either is not let in. False where nobody can tell, and for the superuser, whose browser is
    somebody else's by habit.
    """
    us = os.getuid() if hasattr(os, "getuid") else 0
    if us == 0:
        return False
    wanted = (_address(client_port), _address(server_port))
    try:
        lines = table.read_text("ascii").splitlines()[1:]
    except (OSError, UnicodeDecodeError):
        return False
    for line in lines:
        columns = line.split()
        if len(columns) > _OWNER and (columns[_LOCAL], columns[_REMOTE]) == wanted:
            return columns[_OWNER].isdigit() and int(columns[_OWNER]) != us
    return False


def _address(port: int) -> str:
    """Return 127.0.0.1 and a port as the table writes them: the address in the machine's own order of bytes."""
    (number,) = struct.unpack("=I", socket.inet_aton("127.0.0.1"))
    return f"{number:08X}:{port:04X}"
