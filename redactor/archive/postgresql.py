"""A scan's database on a PostgreSQL server, through SQLAlchemy (the extra [postgres])."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from redactor.archive import schema
from redactor.archive.database import Row
from redactor.errors import DestinationError, RedactorError, UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_LOCK = schema.APPLICATION_ID
_STREAM_ROWS = 2000


class Postgresql:
    """One connection, used by one thread at a time; statements are written with ``?``."""

    def __init__(self, engine: Engine, connection: Connection, where: str) -> None:
        self.where = where
        self._engine, self._connection = engine, connection
        self._lock = threading.RLock()
        self._within = False

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """Run a statement and return its rows."""
        if statement == "BEGIN":
            with _explained(self.where):
                self._connection.rollback()
                self._connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            return []
        with self._lock, _explained(self.where), self._kept():
            result = self._connection.exec_driver_sql(_translated(statement), tuple(values))
            return [tuple(row) for row in result] if result.returns_rows else []

    def stream(self, statement: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """Run a query and yield its rows without holding them all."""
        with _explained(self.where):
            options = {"stream_results": True, "yield_per": _STREAM_ROWS}
            result = self._connection.exec_driver_sql(_translated(statement), tuple(values), execution_options=options)
            for row in result:
                yield tuple(row)

    def many(self, statement: str, values: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of values."""
        rows = [tuple(row) for row in values]
        if not rows:
            return
        with self._lock, _explained(self.where), self._kept():
            self._connection.exec_driver_sql(_translated(statement), rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all writes of the block, or none."""
        with self._lock, _explained(self.where):
            self._within = True
            try:
                yield
                self._connection.commit()
            except BaseException:
                self._connection.rollback()
                raise
            finally:
                self._within = False

    def close(self) -> None:
        """Let go of the server."""
        self._connection.close()
        self._engine.dispose()

    @contextmanager
    def _kept(self) -> Iterator[None]:
        """Keep a single write at once. A reader's view lasts until it is closed."""
        yield
        if self._writes and not self._within:
            self._connection.commit()

    _writes = False

    def allow_writing(self) -> None:
        """Commit what is run outside a transaction."""
        self._writes = True


def connect(url: str, *, write: bool) -> Postgresql:
    """Open a database on a server; see ``open_database``."""
    try:
        import sqlalchemy
    except ImportError:
        raise UsageError(
            "needs SQLAlchemy", where="--db", remedy="Install foi-release-check[postgres], or use a file."
        ) from None
    try:
        parsed = sqlalchemy.make_url(url)
        if parsed.drivername in {"postgresql", "postgres"}:
            parsed = parsed.set(drivername="postgresql+psycopg")
        where = parsed.render_as_string(hide_password=True)
        if not parsed.drivername.startswith("postgresql"):
            raise UsageError("is no kind of database we use", where=where, remedy="Give a file, or postgresql://...")
        engine = sqlalchemy.create_engine(parsed)
    except (sqlalchemy.exc.ArgumentError, ImportError):
        raise UsageError(
            "is no address of a database", where="--db", remedy="Write postgresql://user@host/name, or name a file."
        ) from None
    with _explained(where):
        database = Postgresql(engine, engine.connect(), where)
        if write:
            database.allow_writing()
            if not database.rows("SELECT pg_try_advisory_lock(?)", (_LOCK,))[0][0]:
                database.close()
                raise DestinationError(
                    "another scan is writing to it", where=where, remedy="Wait for it, or use another database."
                )
    try:
        _settle(database, write=write)
    except BaseException:
        database.close()
        raise
    return database


def _settle(database: Postgresql, *, write: bool) -> None:
    tables = {row[0] for row in database.rows("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")}
    if not tables and not write:
        raise UsageError("holds no scan", where=database.where, remedy="Run `redactor scan PATH --db` first.")
    if tables and not {"meta", "documents", "findings"} <= tables:
        raise UsageError(
            "is another program's database", where=database.where, remedy="Make an empty one for the scans."
        )
    statements: Sequence[str] = [_own(table) for table in schema.TABLES]
    if tables:
        found = database.rows("SELECT value FROM meta WHERE key = 'schema'")
        version = int(found[0][0]) if found else 0
        if version > schema.VERSION:
            raise UsageError(
                f"was written by a newer version (schema {version}, this one knows {schema.VERSION})",
                where=database.where,
                remedy="Update this program.",
            )
        if version < schema.VERSION and not write:
            raise UsageError("is of an older version", where=database.where, remedy="Run a scan on it once.")
        statements = [_own(statement) for statement in schema.steps(version)]
    if statements:
        with database.transaction():
            for statement in statements:
                database.rows(statement)
            database.rows(
                "INSERT INTO meta (key, value) VALUES ('schema', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (str(schema.VERSION),),
            )


def _own(statement: str) -> str:
    """Return a statement of the schema in PostgreSQL's words; paths sort by code point as in SQLite."""
    for theirs, ours in (
        ("id INTEGER PRIMARY KEY", "id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"),
        ("path TEXT NOT NULL UNIQUE", 'path TEXT COLLATE "C" NOT NULL UNIQUE'),
        (") WITHOUT ROWID", ")"),
        (" BLOB", " BYTEA"),
        (" REAL", " DOUBLE PRECISION"),
        (" INTEGER", " BIGINT"),
    ):
        statement = statement.replace(theirs, ours)
    return statement


def _translated(statement: str) -> str:
    return statement.replace("%", "%%").replace("?", "%s")


@contextmanager
def _explained(where: str) -> Iterator[None]:
    """Turn what the server says into one line; its own message may quote values."""
    from sqlalchemy import exc

    try:
        yield
    except RedactorError:
        raise
    except exc.OperationalError as problem:
        state = getattr(problem.orig, "sqlstate", None) or ""
        if state.startswith("53"):
            raise DestinationError(
                "the server's disk is full", where=where, remedy="Free space and run it again; nothing is lost."
            ) from None
        raise DestinationError(
            "the server does not answer or refuses", where=where, remedy="Check address, user and password."
        ) from None
    except exc.SQLAlchemyError as problem:
        state = getattr(getattr(problem, "orig", None), "sqlstate", None) or type(problem).__name__
        raise UsageError(f"the database refused ({state})", where=where, remedy="Report this.") from None
