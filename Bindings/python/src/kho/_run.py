"""What runs often: `run`, which begins a run of a statement or goes on with it and gives its next
rows, and the parts of statements and cursors that it works on. In C where `_speed` was compiled,
else in Python."""
from __future__ import annotations

import ctypes
import os
from ctypes import byref, c_int64, c_size_t, c_void_p
from typing import Any

from . import _packed
from ._library import DONE, ROW, library
from .errors import check, raise_last
from .values import Duration, Node, Path, Relationship


#: Where kho_fetch tells its results, to be used again.
_places: list[tuple[Any, ...]] = []


def _run(
    statement: int, parameters: dict[str, Any] | None, row_class: type, width: int, limit: int
) -> tuple[list[Any], bool]:
    """The next rows, at most `limit`, and whether they were the last. With parameters a run
    begins; with None it goes on."""
    if parameters is not None:
        data = _packed.encode(parameters)
        check(library.kho_bind_packed(statement, data, len(data)))
    try:
        places = _places.pop()
    except IndexError:
        rows, size, count = c_void_p(), c_size_t(), c_int64()
        places = rows, size, count, byref(rows), byref(size), byref(count)
    rows, size, count, *addresses = places
    code = library.kho_fetch(statement, limit, *addresses)
    if code not in (ROW, DONE):
        raise_last(code)
    values = _packed.Reader(ctypes.string_at(rows, size.value) if size.value else b"").values
    result = [row_class(values(width)) for _ in range(count.value)]
    _places.append(places)
    return result, code == DONE


class _Prepared:
    """What a cursor needs to know of its statement."""

    __slots__ = ("handle", "width", "row_class", "idle", "reports")


class _Rows:
    """The part of a cursor that runs often."""

    __slots__ = ("_prepared", "_lease", "_rows", "_is_done", "_report")

    def __init__(self, prepared: Any, parameters: dict[str, Any]) -> None:
        rows, is_done = _run(prepared.handle, parameters, prepared.row_class, prepared.width, 4096)
        self._prepared = prepared
        self._rows = iter(rows)
        self._is_done = is_done
        self._report = None
        self._lease = None
        if not is_done or prepared.reports:
            self._lease = Lease(prepared, not is_done)
        elif prepared.idle is not None:
            prepared.idle.append(prepared)

    def fetchone(self) -> Any:
        """The next row, or None at the end."""
        return next(self, None)

    def __iter__(self) -> Any:
        return self

    def __next__(self) -> Any:
        while True:
            for row in self._rows:
                return row
            if not self._fetch():
                raise StopIteration


class Lease:
    """A statement that a cursor keeps; given back when it is dropped."""

    __slots__ = ("prepared", "is_running")

    def __init__(self, prepared: Any, is_running: bool) -> None:
        self.prepared = prepared
        self.is_running = is_running

    def __del__(self) -> None:
        prepared = self.prepared
        if self.is_running:
            library.kho_reset(prepared.handle)
        if prepared.idle is not None and len(prepared.idle) < 8:
            prepared.idle.append(prepared)


run, Prepared, Rows = _run, _Prepared, _Rows
is_fast = False
try:
    if "KHO_PURE_PYTHON" not in os.environ:
        from . import _speed  # type: ignore[attr-defined]

        _speed.configure(
            ctypes.cast(library.kho_bind_packed, c_void_p).value,
            ctypes.cast(library.kho_fetch, c_void_p).value,
            raise_last, _packed.encode_other, _packed.temporal, Node, Relationship, Path, Duration,
            Lease)
        run, Prepared, Rows = _speed.run, _speed.Prepared, _speed.Rows
        is_fast = True
except ImportError:
    pass
