"""Serve the desk to this computer until the officer is done, and leave nothing behind."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import uvicorn

from redactor.desk import app
from redactor.desk.desk import Desk
from redactor.desk.safety import Keys
from redactor.errors import UsageError

if TYPE_CHECKING:
    from redactor.desk.settings import DeskSettings

_HOST = "127.0.0.1"


class Server:
    """A desk and the server it is served by."""

    def __init__(self, settings: DeskSettings, *, port: int = 0) -> None:
        self._socket = _listening(port)
        self.keys = Keys(self._socket.getsockname()[1])
        self.desk = Desk(settings)
        application = app.build(self.desk, self.keys, stop=self.stop)
        config = uvicorn.Config(
            application,
            log_config=None,
            access_log=False,
            log_level="critical",
            lifespan="off",
            ws="none",
            http="h11",
            proxy_headers=False,
            server_header=False,
            timeout_keep_alive=30,
            timeout_graceful_shutdown=2,
            h11_max_incomplete_event_size=32 * 1024,
        )
        self._uvicorn = uvicorn.Server(config)

    def run(self, *, opened: Callable[[str], None]) -> None:
        """Serve until ``stop``, Ctrl-C or SIGTERM; ``opened`` is given the address once it answers."""

        def begin() -> None:
            while not self._uvicorn.started and not self._uvicorn.should_exit:
                time.sleep(0.01)
            if self._uvicorn.started:
                self.desk.start()
                # Last, because some browsers hold on to whoever starts them.
                opened(self.keys.address)

        beginning = threading.Thread(target=begin, name="desk-begin", daemon=True)
        beginning.start()
        try:
            self._uvicorn.run(sockets=[self._socket])
        finally:
            self.desk.close()
            with contextlib.suppress(OSError):
                self._socket.close()

    @contextlib.contextmanager
    def in_background(self) -> Iterator[str]:
        """Serve from a thread of this process, for those who drive the desk themselves; gives the login address."""
        # Signals are for the main thread, which has other work.
        self._uvicorn.capture_signals = contextlib.nullcontext  # type: ignore[assignment,method-assign]
        answers, addresses = threading.Event(), list[str]()

        def opened(address: str) -> None:
            addresses.append(address)
            answers.set()

        serving = threading.Thread(target=self.run, kwargs={"opened": opened}, name="desk", daemon=True)
        serving.start()
        try:
            while not answers.wait(0.1):
                if not serving.is_alive():
                    raise UsageError("the desk could not be served", remedy="Leave --port out.")
            yield addresses[0]
        finally:
            self.stop()
            serving.join(20)

    def stop(self) -> None:
        """End the server; ``run`` returns."""
        self.desk.closing()
        self._uvicorn.should_exit = True


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":
        # A port that was ours a moment ago may be taken again; on Windows the option would let another program share it.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((_HOST, port))
        listening.listen(128)
    except OSError as problem:
        listening.close()
        raise UsageError(
            f"port {port} cannot be used ({problem.strerror})", where="--port", remedy="Leave --port out."
        ) from None
    return listening
