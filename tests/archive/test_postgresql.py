"""The same scan on a PostgreSQL server that this test starts: the same content, the same refusals."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from redactor.errors import ExitCode

from .conftest import Make, Scan, content, process

pytest.importorskip("sqlalchemy")
pytest.importorskip("psycopg")
BINARIES = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)
if BINARIES is None and (found := shutil.which("initdb")):
    BINARIES = Path(found).resolve().parent
pytestmark = pytest.mark.skipif(BINARIES is None, reason="no PostgreSQL server is installed here")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a server on a Unix socket alone; it will not run as root, so root becomes "postgres" for it."""
    folder = Path(tempfile.gettempdir()) / f"redactor-pg-{os.getpid()}"  # a socket's path has 107 characters at most
    folder.mkdir(mode=0o755)
    assert BINARIES is not None
    user = {}
    if os.geteuid() == 0:
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
        user = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(BINARIES / program), *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, timeout=120, **user,
        )  # fmt: skip

    data = str(folder / "data")
    try:
        run("initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
        try:
            yield f"postgresql://tester@/postgres?host={folder}"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def url(server: str) -> Iterator[str]:
    """Give an empty database, and drop what a test made in it."""
    import sqlalchemy

    yield server
    engine = sqlalchemy.create_engine(server.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    engine.dispose()


def archive(make: Make) -> None:
    for number in range(30):
        make(f"{number:02}.pdf", f"slow name=Kezia Lombard;name=Owain {'X' * (number % 7)};{number % 20}")
    make("crash.pdf", "poison=crash")
    make("ünï.txt", "words", pdf=False)


def test_a_server_holds_what_a_file_holds(scan: Scan, make: Make, url: str, tmp_path: Path) -> None:
    """Scan, scan again, export: equal to SQLite to the last finding; compare finds nothing new."""
    archive(make)
    common = ("--key", "k", "--jobs", "2", "--progress-every", "0")
    assert scan("archive", "--db", "r.sqlite", *common).code == ExitCode.UNCHECKED
    assert scan("archive", "--db", url, *common).code == ExitCode.UNCHECKED
    assert content(url) == content("r.sqlite")
    assert scan("archive", "--db", url, *common).code == ExitCode.UNCHECKED
    assert scan("compare", "r.sqlite", url).out == "Nothing is new and nothing has gone.\n"
    for name in ("csv", "jsonl", "sarif", "html"):
        assert scan("export", "--db", url, "-f", f"{name}=pg.{name}").code == 0
        assert scan("export", "--db", "r.sqlite", "-f", f"{name}=lite.{name}").code == 0
    for name in ("csv", "jsonl", "sarif"):
        assert Path(f"pg.{name}").read_bytes() == Path(f"lite.{name}").read_bytes()
    assert "crashed" in scan("status", "--db", url).out
    assert "PERSON" in scan("show", "07.pdf", "--db", url).out
    assert scan("merge", "r.sqlite", "--db", url).code == 0


def test_kill_then_resume_on_a_server(make: Make, url: str, tmp_path: Path) -> None:
    """SIGKILL leaves no lock behind and loses at most the files in hand."""
    archive(make)
    arguments = ("archive", "--jobs", "2", "--key", "k", "--db")
    running = process(tmp_path, *arguments, url)
    try:
        running.wait(2.5)
    except subprocess.TimeoutExpired:
        running.kill()
    running.wait(30)
    assert process(tmp_path, *arguments, url).wait(90) == ExitCode.UNCHECKED
    assert process(tmp_path, *arguments, "whole.sqlite").wait(90) == ExitCode.UNCHECKED
    assert content(url) == content(tmp_path / "whole.sqlite")


def test_a_server_s_database_of_version_1_is_taken_over(scan: Scan, make: Make, url: str) -> None:
    """As a file's: nothing is checked again, and nothing changes that is said."""
    import sqlalchemy

    make("a.pdf", "name=Kezia Lombard;")
    make("b.pdf", "name=Owain Pryce;")
    scan("archive", "--db", url, "--key", "k", "--jobs", "1")
    before = content(url)
    engine = sqlalchemy.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        for statement in (
            "DROP TABLE contents",
            "ALTER TABLE documents ADD UNIQUE (sha256, name, setup_id)",
            "UPDATE files SET sha256 = d.sha256 FROM documents d WHERE d.id = document_id",
            "DELETE FROM meta WHERE key = 'indexed'",
            "UPDATE meta SET value = '1' WHERE key = 'schema'",
        ):
            connection.exec_driver_sql(statement)
    scan("archive", "--db", url, "--key", "k", "--jobs", "1")
    assert content(url) == before
    with engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*), max(id) FROM documents").fetchone() == (2, 2)
        assert connection.exec_driver_sql("SELECT count(*) FROM contents").fetchone() == (2,)
    engine.dispose()


def test_refusals_are_one_line(scan: Scan, make: Make, url: str) -> None:
    """No key file, a server that is not there, a foreign database, a newer one, one that holds no scan."""
    import sqlalchemy

    make("a.pdf", "x")
    for arguments, says in (
        (("archive", "--db", url), "needs a key file"),
        (("archive", "--db", "postgresql://tester:hush@127.0.0.1:1/none", "--key", "k"), "does not answer"),
        (("archive", "--db", "mysql://tester@localhost/none", "--key", "k"), "kind of database"),
        (("status", "--db", url), "holds no scan"),
    ):
        ended = scan(*arguments)
        assert (ended.code, ended.err.count("\n")) == (2, 1), ended.err
        assert says in ended.err
        assert "hush" not in ended.err
    engine = sqlalchemy.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE theirs (a int)")
    assert "another program" in scan("archive", "--db", url, "--key", "k").err
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE theirs")
    assert scan("archive", "--db", url, "--key", "k").code == 0
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE meta SET value = '99' WHERE key = 'schema'")
    assert "newer version" in scan("archive", "--db", url, "--key", "k").err
    engine.dispose()


def test_a_server_s_scan_opens_as_the_desk_s_queue(scan: Scan, make: Make, url: str) -> None:
    """The same files in the same order as a file's, with the same counts."""
    from redactor.desk import scanned

    archive(make)
    common = ("--key", "k", "--jobs", "2", "--progress-every", "0")
    for name in (url, "r.sqlite"):
        assert scan("archive", "--db", name, *common).code == ExitCode.UNCHECKED
    assert scanned.is_database(url) and scanned.is_database("r.sqlite") and not scanned.is_database("archive/00.pdf")
    there, said = scanned.queue(url)
    assert len(there) > 10 and "need somebody" in said
    assert (there, said) == scanned.queue("r.sqlite")
