"""The guard survives everything a hostile file can do to the process that reads it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import guarded_work as work

from redactor.errors import CrashedError, EncryptedError, OutOfMemoryError, TimedOutError
from redactor.formats import Limits
from redactor.guard import Guard, InternalError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="memory limits and signals need POSIX")
LIMITS = Limits(seconds=20, seconds_per_page=0, memory_mb=256)


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    """One guard for the tests that lose or keep its child."""
    with Guard(LIMITS) as one:
        yield one


def alive(pid: int) -> bool:
    """Return whether a process runs (a zombie does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until(condition: object, seconds: float = 10) -> bool:
    """Poll a condition."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():  # type: ignore[operator]
            return True
        time.sleep(0.02)
    return False


def test_a_job_returns_its_result_and_keeps_the_child_warm(guard: Guard) -> None:
    """Two jobs run in one process that is not ours."""
    first = guard.run(work.surroundings)["pid"]
    assert guard.run(work.add, 2, 3) == 5
    assert guard.run(work.surroundings)["pid"] == first != os.getpid()


def test_progress_reaches_the_parent_in_order(guard: Guard) -> None:
    """Every event arrives before the result."""
    seen: list[tuple[str, int, int]] = []
    guard.run(work.count, 3, progress=lambda *event: seen.append(event))
    assert seen == [("read", 1, 3), ("read", 2, 3), ("read", 3, 3)]


def test_a_job_that_hangs_is_killed_at_the_deadline_and_the_next_one_runs() -> None:
    """TimedOutError names the file and the seconds; nothing is left of the old child."""
    with Guard(Limits(seconds=0.5, seconds_per_page=0)) as guard:
        guard.run(work.add, 1, 1)
        started = time.monotonic()
        with pytest.raises(TimedOutError) as caught:
            guard.run(work.hang, where="letter.pdf")
        assert time.monotonic() - started < 5
        assert caught.value.where == "letter.pdf"
        assert guard.run(work.add, 1, 1) == 2


def test_the_deadline_grows_with_the_pages_that_progress_tells() -> None:
    """A long file that keeps reporting pages is given seconds for each of them, and no more than max_pages."""
    with Guard(Limits(seconds=0.4, seconds_per_page=0.3)) as guard:
        guard.run(work.add, 1, 1)
        assert guard.run(work.count, 6, nap=0.1) == "counted"
    with Guard(Limits(seconds=0.4, seconds_per_page=0.1, max_pages=1)) as guard:
        guard.run(work.add, 1, 1)
        with pytest.raises(TimedOutError):
            guard.run(work.count, 100, nap=0.1)


def test_pages_given_beforehand_count() -> None:
    """The caller may know the pages before the job tells them."""
    with Guard(Limits(seconds=0.5, seconds_per_page=0.5)) as guard:
        guard.run(work.add, 1, 1)
        assert guard.run(work.count, 1, nap=1.3, pages=4) == "counted"


def test_too_much_memory_is_refused_and_enough_is_not(guard: Guard) -> None:
    """The cap counts what a job takes on top of the libraries, and the error says the cap."""
    assert guard.run(work.greedy, 100) == 100 * 1024 * 1024
    with pytest.raises(OutOfMemoryError, match="256 MB"):
        guard.run(work.greedy, 400, where="letter.pdf")
    assert guard.run(work.add, 1, 1) == 2


def test_a_child_that_has_grown_is_replaced(guard: Guard) -> None:
    """Memory kept after a job is given back with the process that kept it."""
    first = guard.run(work.hoard, 150)
    assert guard.run(work.surroundings)["pid"] != first
    assert wait_until(lambda: not alive(first))


def test_a_child_serves_as_many_jobs_as_it_is_told() -> None:
    """An archive's worker keeps its model; whoever wants new children sooner gets them."""
    with Guard(LIMITS, recycle_after=2) as guard:
        pids = [guard.run(work.surroundings)["pid"] for _ in range(5)]
    assert pids[0] == pids[1] != pids[2] == pids[3] != pids[4]


def test_garbage_is_collected_in_a_child_that_was_prepared() -> None:
    """It is off while the child imports; left off, a long scan would eat the memory of every cycle."""
    with Guard(LIMITS, prepare=work.nothing) as guard:
        assert guard.run(work.collects)


def test_processor_time_is_limited_even_when_the_parent_sleeps() -> None:
    """RLIMIT_CPU ends a child that the parent cannot watch; the error is a time-out."""
    from redactor import _pipe

    with Guard(LIMITS) as guard:
        guard.run(work.add, 1, 1)
        child = guard._child
        assert child is not None
        child.send(_pipe.Job(work.burn, (), {}, 256 << 20, 1))
        with pytest.raises(TimedOutError, match="processor time"):
            guard._wait(child, LIMITS, "letter.pdf", 0, None)


@pytest.mark.parametrize(
    ("function", "arguments", "says"),
    [(work.segfault, (), "SIGSEGV"), (work.leave, (3,), "code 3"), (work.leave, (0,), "code 0")],
)
def test_a_child_that_dies_is_an_error_that_says_how(
    guard: Guard, function: object, arguments: tuple[int, ...], says: str
) -> None:
    """A crash is never silence, not even with exit code 0, and the next job runs."""
    with pytest.raises(CrashedError, match=says):
        guard.run(function, *arguments)  # type: ignore[arg-type]
    assert guard.run(work.add, 1, 1) == 2


def test_an_error_we_foresaw_comes_back_as_itself(guard: Guard) -> None:
    """Type, place and remedy survive the pipe."""
    with pytest.raises(EncryptedError) as caught:
        guard.run(work.refuse)
    assert str(caught.value) == "letter.pdf: the file is encrypted. Give its password."


def test_an_error_nobody_foresaw_names_type_and_place_but_no_text(guard: Guard) -> None:
    """The exception's message may quote the letter, so it does not leave the child."""
    with pytest.raises(InternalError) as caught:
        guard.run(work.blunder, "Amara Okonkwo-Reid", where="letter.pdf")
    assert caught.value.kind == "TypeError"
    assert any("in blunder" in frame for frame in caught.value.stack)
    assert "Amara" not in str(caught.value) + repr(caught.value) + " ".join(caught.value.stack)


def test_a_result_that_cannot_travel_is_an_internal_error(guard: Guard) -> None:
    """Nothing hangs and the next job runs."""
    with pytest.raises(InternalError):
        guard.run(work.unpicklable)
    assert guard.run(work.add, 1, 1) == 2


def test_what_the_child_prints_goes_nowhere(guard: Guard, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither stream of the parent shows document text, and the pipe is not upset."""
    guard.run(work.shout)
    assert guard.run(work.listen) == b""
    assert capfd.readouterr() == ("", "")


def test_the_child_reaches_no_network(guard: Guard) -> None:
    """Connecting, resolving and sending are refused before a packet leaves."""
    assert guard.run(work.phone_home) == "refused refused refused"


def test_the_child_is_private(guard: Guard) -> None:
    """No core dump, private files, a private temporary folder, and the current folder off the import path."""
    seen = guard.run(work.surroundings)
    assert seen["core"] == (0, 0)
    assert (seen["temporary_mode"], seen["made_mode"], seen["folder_mode"]) == (0o600, 0o600, 0o700)
    assert not seen["path_has_current_folder"]


def test_closing_removes_the_temporary_folder() -> None:
    """Files a job left in its temporary folder go with the guard."""
    with Guard(LIMITS) as guard:
        folder = Path(str(guard.run(work.surroundings)["folder"]))
        assert (folder / "made").exists()
    assert not folder.exists()


def test_a_kill_takes_grandchildren_and_temporary_files_along(tmp_path: Path) -> None:
    """A helper program that a job started does not outlive the deadline."""
    marker = tmp_path / "marker"
    with Guard(Limits(seconds=1.5, seconds_per_page=0)) as guard:
        with pytest.raises(TimedOutError):
            guard.run(work.hang_deaf, str(marker))
        name, grandchild, child = marker.read_text().split("\n")
        assert wait_until(lambda: not alive(int(child)) and not alive(int(grandchild)))
        assert not Path(name).exists()


def test_preparation_that_fails_is_an_error_of_the_first_job() -> None:
    """A missing library does not look like an unreadable file."""
    with Guard(LIMITS, prepare=work.broken_preparation) as guard, pytest.raises(InternalError, match="ImportError"):
        guard.run(work.add, 1, 1)


PARENT = """
    import sys
    sys.path[:0] = {paths!r}
    import guarded_work as work
    from redactor.formats import Limits
    from redactor.guard import Guard
    with Guard(Limits(seconds=60)) as guard:
        guard.run(work.hang_deaf, {marker!r})
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_the_child_dies_with_its_parent(tmp_path: Path, how: signal.Signals) -> None:
    """Ctrl-C cleans up and leaves no file; a kill of the parent, which nothing can clean up after, ends the child."""
    marker = tmp_path / "marker"
    paths = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]
    code = textwrap.dedent(PARENT).format(paths=paths, marker=str(marker))
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    parent = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL, env=environment)
    assert wait_until(lambda: marker.exists() and marker.read_text().count("\n") == 2)
    name, grandchild, child = marker.read_text().split("\n")
    parent.send_signal(how)
    parent.wait(timeout=10)
    assert wait_until(lambda: not alive(int(child)))
    if how is signal.SIGINT:
        assert not Path(name).exists()
        assert wait_until(lambda: not alive(int(grandchild)))
    elif alive(int(grandchild)):
        os.kill(int(grandchild), signal.SIGKILL)
