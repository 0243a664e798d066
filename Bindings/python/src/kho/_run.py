"""`run`: begins a run of a statement, or goes on with it, and gives its next rows. In C where
`_speed` was compiled, else in Python."""
from __future__ import annotations

import ctypes
import os
from ctypes import byref, c_int64, c_size_t, c_void_p
from typing import Any

from . import _packed
from ._library import DONE, ROW, library
from .errors import check, raise_last
from .values import Duration, Node, Path, Relationship


def _run(
    statement: int, parameters: dict[str, Any] | None, row_class: type, width: int, limit: int
) -> tuple[list[Any], bool]:
    """The next rows, at most `limit`, and whether they were the last. With parameters a run
    begins; with None it goes on."""
    if parameters is not None:
        data = _packed.encode(parameters)
        check(library.kho_bind_packed(statement, data, len(data)))
    rows, size, count = c_void_p(), c_size_t(), c_int64()
    code = library.kho_fetch(statement, limit, byref(rows), byref(size), byref(count))
    if code not in (ROW, DONE):
        raise_last(code)
    reader = _packed.Reader(ctypes.string_at(rows, size.value) if size.value else b"")
    result = [
        row_class(tuple(reader.value() for _ in range(width))) for _ in range(count.value)]
    return result, code == DONE


run = _run
is_fast = False
try:
    if "KHO_PURE_PYTHON" not in os.environ:
        from . import _speed  # type: ignore[attr-defined]

        _speed.configure(
            ctypes.cast(library.kho_bind_packed, c_void_p).value,
            ctypes.cast(library.kho_fetch, c_void_p).value,
            raise_last, _packed.encode_other, _packed.temporal, Node, Relationship, Path, Duration)
        run = _speed.run
        is_fast = True
except ImportError:
    pass
