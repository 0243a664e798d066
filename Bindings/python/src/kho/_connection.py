"""Connections, statements and cursors."""
from __future__ import annotations

import ctypes
import json
import keyword
import os
from collections import _tuplegetter  # type: ignore[attr-defined]
from contextlib import contextmanager
from ctypes import byref, c_char_p, c_int64, c_uint64
from itertools import islice
from typing import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Mapping

from . import _convert, _packed, _signals
from ._library import (
    DESTROY, MUST_EXIST, PROCEDURE, READ_ONLY, RELAXED, TEMPORARY, UNTRUSTED, library)
from ._run import Prepared, Rows, run
from .errors import Misuse, QueryTypeError, check, raise_last

if TYPE_CHECKING:
    import networkx
    import pandas
    import pyarrow


class Row(tuple):  # type: ignore[type-arg]
    """A row: a tuple, whose columns are attributes as well where their names allow it."""

    __slots__ = ()
    columns: tuple[str, ...] = ()

    def get(self, column: str) -> Any:
        """The value of a column, whatever its name; `Misuse` where there is none."""
        try:
            return self[self.columns.index(column)]
        except ValueError:
            raise Misuse(f"no column '{column}'", detail="UnknownColumn",
                         hint="columns are " + ", ".join(self.columns)) from None

    def asdict(self) -> dict[str, Any]:
        return dict(zip(self.columns, self))

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"no column '{name}'; columns are " + ", ".join(self.columns))

    def __reduce__(self) -> tuple[Any, ...]:
        return _row, (self.columns, tuple(self))

    def __repr__(self) -> str:
        return "Row(" + ", ".join(f"{c}={v!r}" for c, v in zip(self.columns, self)) + ")"


def _row_class(columns: tuple[str, ...]) -> type[Row]:
    """A class of rows with these columns."""
    members: dict[str, Any] = {"__slots__": (), "columns": columns}
    for index, name in enumerate(columns):
        if name.isidentifier() and not keyword.iskeyword(name) and not hasattr(Row, name):
            members[name] = _tuplegetter(index, f"Column {index}")
    return type("Row", (Row,), members)


def _row(columns: tuple[str, ...], values: tuple[Any, ...]) -> Row:
    return _row_class(columns)(values)


class _Unique:
    """What holds a handle of the library, of which a copy would be another's as well."""

    __slots__ = ()

    def __reduce_ex__(self, _: Any) -> Any:
        raise TypeError(f"a {type(self).__name__} can be neither copied nor pickled")


class _Prepared(_Unique, Prepared):
    """A statement of the library. Used by one cursor at a time."""

    __slots__ = ("columns", "is_writing", "text")

    def __init__(self, connection: Connection, text: str) -> None:
        handle = c_uint64()
        data = _bytes(text)
        check(library.kho_prepare(connection._handle, data, len(data), byref(handle)))
        self.handle = handle.value
        self.text = text
        self.width = library.kho_column_count(self.handle)
        self.columns = tuple(
            library.kho_column_name(self.handle, index).decode() for index in range(self.width))
        self.row_class = _row_class(self.columns)
        self.is_writing = bool(library.kho_is_writing(self.handle))
        #: Whether each run has a report of its own, and not only the statement's warnings.
        self.reports = self.is_writing or text.lstrip()[:7].upper() in ("EXPLAIN", "PROFILE")
        #: Where it is kept between runs; None for one that is not.
        self.idle = connection._shelf(text)

    def __del__(self) -> None:
        if getattr(self, "handle", 0):
            library.kho_finalize(self.handle)


def _callback(function: Callable[..., Iterable[Iterable[Any]]]) -> Any:
    """The function as C calls it."""
    def call(_: int, arguments: int, size: int, rows: int) -> int:
        try:
            values = _packed.Reader(ctypes.string_at(arguments, size)).value()
            for row in function(*values):
                data = _packed.encode_list(row)
                check(library.kho_emit(rows, data, len(data)))
            return 0
        except BaseException as error:
            message = f"{type(error).__name__}: {error}"
            library.kho_fail(rows, message.encode("utf-8", "replace").replace(b"\0", b""))
            return 1

    return PROCEDURE(call)


def _bytes(text: str) -> bytes:
    if not isinstance(text, str):
        raise QueryTypeError(f"expected text, found a {type(text).__name__}",
                             detail="InvalidArgumentType")
    try:
        return text.encode()
    except UnicodeEncodeError:
        _packed.encode_other(text, 1)  # Raises what is said of such text everywhere.
        raise


def _path(path: str | os.PathLike[str]) -> bytes:
    data = os.fsencode(path)
    if b"\0" in data:
        raise Misuse("expected a path, found one with a zero byte", detail="InvalidPath")
    return data


class Cursor(_Unique, Rows):
    """The rows of one run of a statement, computed as they are asked for.

    An iterator over rows; also a context manager that closes it. Until its last row, or `close`, a
    cursor keeps the state of the graph that it reads.
    """

    __slots__ = ("__weakref__",)

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return self._prepared.columns

    def _fetch(self) -> bool:
        """Gets more rows; whether there may be some."""
        if self._is_done:
            return False
        prepared = self._prepared
        self._is_done = True  # An error ends the run.
        rows, self._is_done = run(prepared.handle, None, prepared.row_class, prepared.width, 4096)
        if self._is_done and self._lease is not None:
            self._lease.is_running = False
        self._rows = iter(rows)
        return True

    if TYPE_CHECKING:
        def __iter__(self) -> Iterator[Row]: ...
        def __next__(self) -> Row: ...
        def fetchone(self) -> Row | None: ...

    def fetchmany(self, size: int = 1000) -> list[Row]:
        return list(islice(self, size))

    def fetchall(self) -> list[Row]:
        """All rows that remain."""
        rows = list(self._rows)
        while self._fetch():
            rows += self._rows
        return rows

    def one(self) -> Row:
        """The only row; `Misuse` where there is none or more than one."""
        row = self.fetchone()
        if row is None or self.fetchone() is not None:
            self.close()
            raise Misuse(f"expected one row, found {'none' if row is None else 'more'}",
                         detail="NotSingle")
        return row

    def value(self) -> Any:
        """The first column of the only row."""
        return self.one()[0]

    def dicts(self) -> Iterator[dict[str, Any]]:
        """The rows that remain as dicts."""
        return (dict(zip(self.columns, row)) for row in self)

    @property
    def report(self) -> dict[str, Any]:
        """Counters, notifications and plan, as far as there are any."""
        if self._report is None:
            text = library.kho_report(self._prepared.handle)
            self._report = json.loads(text) if text else {}
        return self._report

    @property
    def counters(self) -> dict[str, int]:
        """What was changed: `nodesCreated`, `propertiesSet` …, those that are not 0."""
        return self.report.get("counters", {})

    @property
    def notifications(self) -> list[dict[str, str]]:
        """Warnings: `code`, `message` and perhaps `hint`."""
        return self.report.get("notifications", [])

    @property
    def plan(self) -> dict[str, Any] | None:
        """The plan, after EXPLAIN and PROFILE."""
        return self.report.get("plan")

    def to_pandas(self) -> pandas.DataFrame:
        """The rows that remain as a table of pandas."""
        return _convert.to_pandas(self.columns, self)

    def to_arrow(self) -> pyarrow.Table:
        """The rows that remain as a table of pyarrow."""
        return _convert.to_arrow(self.columns, self)

    def to_networkx(self) -> networkx.MultiDiGraph:
        """The nodes and relationships in the rows that remain as a graph of networkx."""
        return _convert.to_networkx(self)

    def close(self) -> None:
        """Ends the run. Closing twice does nothing; there are no more rows."""
        self._rows = iter(())
        self._is_done = True
        self._lease = None

    def __enter__(self) -> Cursor:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Statement(_Unique):
    """A statement that is parsed and planned once: `statement(name="Ada")` runs it.

    Made by `Connection.prepare`; runs of it may overlap.
    """

    __slots__ = ("_connection", "text", "columns", "is_writing")

    def __init__(self, connection: Connection, text: str) -> None:
        prepared = _Prepared(connection, text)
        if prepared.idle is not None:
            prepared.idle.append(prepared)
        self._connection = connection
        self.text = text
        self.columns = prepared.columns
        self.is_writing = prepared.is_writing

    def __call__(self, parameters: Mapping[str, Any] | None = None, /, **named: Any) -> Cursor:
        return self._connection.execute(self.text, parameters, **named)

    execute = __call__


class Connection(_Unique):
    """An open database. Made by `connect`; a context manager that closes it.

    May be used from any number of threads; a cursor, and a transaction, by one at a time. In a child
    made by fork every use raises `Misuse` (ForkedProcess): connect anew there.
    """

    #: Statements kept prepared for their next use.
    _STATEMENTS_KEPT = 128

    def __init__(self, path: str | os.PathLike[str] | None, flags: int) -> None:
        handle = c_uint64()
        self._handle = 0
        check(library.kho_open(None if path is None else _path(path), flags, byref(handle)))
        self._handle = handle.value
        self._idle: dict[str, list[_Prepared]] = {}
        self._callbacks: list[Any] = []  # C calls them as long as the database is open.
        _signals.watch(self)

    # Statements

    def execute(
        self, query: str, parameters: Mapping[str, Any] | None = None, /, **named: Any
    ) -> Cursor:
        """Runs one statement, in the open transaction or in one of its own.

        Parameters are values for `$name`, as keywords or in a mapping. A statement that writes has
        done so, and committed unless a transaction is open, when this returns.
        """
        if type(query) is Statement:
            if query._connection is not self:
                raise Misuse("the statement was prepared by another connection",
                             detail="ForeignStatement")
            query = query.text
        if parameters is not None:
            if not isinstance(parameters, Mapping):
                raise QueryTypeError(
                    f"expected parameters by name, found a {type(parameters).__name__}",
                    detail="InvalidArgumentType", hint="name them: $x in the query and x=1 here")
            named = {**parameters, **named}
        try:
            prepared = self._idle[query].pop()
        except (KeyError, IndexError):
            prepared = _Prepared(self, query)
        return Cursor(prepared, named)

    def executemany(self, query: str, parameters: Iterable[Mapping[str, Any]]) -> None:
        """Runs one statement for each mapping: all in one write transaction, or in the open one."""
        if self.in_transaction:
            for mapping in parameters:
                self.execute(query, mapping).close()
        else:
            with self.write():
                self.executemany(query, parameters)

    def executescript(self, script: str) -> None:
        """Runs statements with `;` between them: all of them or none."""
        data = _bytes(script)
        check(library.kho_exec(self._handle, data, len(data)))

    def prepare(self, query: str) -> Statement:
        """Parses and plans one statement."""
        return Statement(self, query)

    def _shelf(self, text: str) -> list[_Prepared] | None:
        """Where statements of that text wait for their next use; none for long texts, and beyond
        a number of texts those kept longest are forgotten."""
        if len(text) > 16_384:
            return None
        if text not in self._idle and len(self._idle) >= self._STATEMENTS_KEPT:
            self._idle.pop(next(iter(self._idle)), None)
        return self._idle.setdefault(text, [])

    # Transactions

    def begin(self, *, write: bool = True) -> None:
        """Begins a transaction for all statements until `commit` or `rollback`."""
        check(library.kho_begin(self._handle, int(write)))

    def commit(self) -> None:
        check(library.kho_commit(self._handle))

    def rollback(self) -> None:
        check(library.kho_rollback(self._handle))

    @property
    def in_transaction(self) -> bool:
        return bool(library.kho_in_transaction(self._handle))

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """`with connection.write():` commits at its end; an exception rolls back and goes on."""
        self.begin(write=True)
        try:
            yield self
        except BaseException:
            if self._handle and self.in_transaction:
                self.rollback()
            raise
        self.commit()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """`with connection.read():` all statements see the graph as it is at the beginning."""
        self.begin(write=False)
        try:
            yield self
        finally:
            if self._handle and self.in_transaction:
                self.rollback()

    # Bounds, cancelling, state

    def limits(
        self, *, seconds: float | None = None, memory: int | None = None, rows: int | None = None
    ) -> None:
        """Bounds of every statement from now on; None is no bound. Without this call they are 300
        seconds and 1 GiB."""
        check(library.kho_limits(
            self._handle, -1 if seconds is None else seconds, -1 if memory is None else memory,
            -1 if rows is None else rows))

    def busy_timeout(self, seconds: float) -> None:
        """How long a write waits for another writer of this process; 5 seconds to begin with."""
        check(library.kho_busy_timeout(self._handle, seconds))

    def interrupt(self) -> None:
        """Cancels what runs on this connection, from any thread."""
        check(library.kho_interrupt(self._handle))

    def _interrupt_quietly(self) -> None:
        library.kho_interrupt(self._handle)

    def backup(self, path: str | os.PathLike[str]) -> None:
        """Writes a copy of the graph as it is now to a new file."""
        check(library.kho_backup(self._handle, _path(path)))

    def check(self) -> list[str]:
        """Looks for damage: a sentence for each fault."""
        faults, report = c_int64(), c_char_p()
        check(library.kho_check(self._handle, byref(faults), byref(report)))
        return report.value.decode().splitlines() if report.value else []

    @property
    def info(self) -> dict[str, Any]:
        """The state of the file: path, formatVersion, nodes, relationships, bytes …"""
        text = library.kho_info(self._handle)
        if text is None:
            raise_last(library.kho_errcode())
        return json.loads(text)

    @property
    def is_closed(self) -> bool:
        return self._handle == 0 or library.kho_info(self._handle) is None

    # Procedures and functions

    def register(
        self, signature: str, function: Callable[..., Iterable[Iterable[Any]]]
    ) -> None:
        """Makes a function callable by CALL: `name(input :: TYPE, …) :: (output :: TYPE, …)`.

        It gets the arguments, and gives rows of the outputs. What it raises ends the statement. It
        may read the database.
        """
        callback = _callback(function)
        check(library.kho_register(self._handle, _bytes(signature), callback, None, DESTROY()))
        self._callbacks.append(callback)

    def register_function(
        self, signature: str, function: Callable[..., Any], *, deterministic: bool = True
    ) -> None:
        """Makes a function one of expressions: `name(input :: TYPE, …) :: TYPE`.

        `deterministic`: equal arguments give equal results, so calls on constants are computed once
        in a statement.
        """
        callback = _callback(lambda *arguments: [[function(*arguments)]])
        check(library.kho_register_function(
            self._handle, _bytes(signature), int(deterministic), callback, None, DESTROY()))
        self._callbacks.append(callback)

    # Closing

    def close(self) -> None:
        """Rolls an open transaction back and closes. Closing twice does nothing; a later use raises
        `Misuse` (DatabaseClosed)."""
        handle = getattr(self, "_handle", 0)
        if handle:
            self._idle.clear()
            library.kho_close(handle)

    def __enter__(self) -> Connection:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        self.close()


def connect(
    path: str | os.PathLike[str] | None = None, *, read_only: bool = False, create: bool = True,
    durability: str = "full", untrusted: bool = False,
    import_folder: str | os.PathLike[str] | None = None,
) -> Connection:
    """Opens the file at `path`, or makes it; without a path, a temporary database.

    - `read_only`: nothing can be written.
    - `create=False`: `StorageError` (FileNotFound) where there is no file.
    - `durability="relaxed"`: loss of power may take back the last commit; the file stays sound.
    - `import_folder`: the folder whose files LOAD CSV may read; without it LOAD CSV is off.
    - `untrusted`: checks structure and checksums while reading, for files of somebody else.
    """
    if durability not in ("full", "relaxed"):
        raise ValueError(f"expected durability 'full' or 'relaxed', found {durability!r}")
    flags = (READ_ONLY * read_only | MUST_EXIST * (not create) | UNTRUSTED * untrusted
             | RELAXED * (durability == "relaxed") | TEMPORARY * (path is None))
    connection = Connection(path, flags)
    if import_folder is not None:
        check(library.kho_import_folder(connection._handle, _path(import_folder)))
    return connection
