"""What every test runs under: no network, and the way to the shared test files where they lie beside the checkout."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


class NetworkUsedError(AssertionError):
    """A test, or the code it runs, tried to reach the network."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    """Fail any attempt to connect or to look up a name; sockets between local processes stay."""
    real = socket.socket.connect

    def connect(self, address):
        if self.family != getattr(socket, "AF_UNIX", None):
            raise NetworkUsedError(f"connect to {address!r}")
        return real(self, address)

    def lookup(*args, **kwargs):
        raise NetworkUsedError(f"look up {args[:1]!r}")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", connect)
    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(socket, "gethostbyname", lookup)


@pytest.fixture(scope="session")
def samples():
    """Return the folder of sample documents."""
    return ROOT / "samples"


def shared(*parts: str) -> Path | None:
    """Return a file or folder of the shared test files, or None where they are not to hand."""
    path = SHARED.joinpath(*parts)
    return path if path.exists() else None
