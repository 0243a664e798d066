"""libkho by ctypes: finding it, and the types of its functions (see kho.h)."""
from __future__ import annotations

import ctypes
import os
import sys
from ctypes import POINTER, c_char_p, c_double, c_int, c_int64, c_size_t, c_uint64, c_void_p
from pathlib import Path

OK, ROW, DONE = 0, 100, 101
READ_ONLY, MUST_EXIST, RELAXED, UNTRUSTED, TEMPORARY = 1, 2, 4, 8, 16


def _path() -> str:
    if "KHO_LIBRARY" in os.environ:
        return os.environ["KHO_LIBRARY"]
    name = "libkho.0.dylib" if sys.platform == "darwin" else "libkho.so.0"
    beside = Path(__file__).with_name(name)
    return str(beside) if beside.exists() else name


#: A procedure of the host: context, packed arguments, their size, where the rows go.
PROCEDURE = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_size_t, c_uint64)
DESTROY = ctypes.CFUNCTYPE(None, c_void_p)

library = ctypes.CDLL(_path())

for _name, _result, _arguments in [
    ("open", c_int, [c_char_p, c_int, POINTER(c_uint64)]),
    ("close", c_int, [c_uint64]),
    ("limits", c_int, [c_uint64, c_double, c_int64, c_int64]),
    ("busy_timeout", c_int, [c_uint64, c_double]),
    ("import_folder", c_int, [c_uint64, c_char_p]),
    ("interrupt", c_int, [c_uint64]),
    ("backup", c_int, [c_uint64, c_char_p]),
    ("check", c_int, [c_uint64, POINTER(c_int64), POINTER(c_char_p)]),
    ("info", c_char_p, [c_uint64]),
    ("version", c_char_p, []),
    ("begin", c_int, [c_uint64, c_int]),
    ("commit", c_int, [c_uint64]),
    ("rollback", c_int, [c_uint64]),
    ("in_transaction", c_int, [c_uint64]),
    ("exec", c_int, [c_uint64, c_char_p, c_int64]),
    ("prepare", c_int, [c_uint64, c_char_p, c_int64, POINTER(c_uint64)]),
    ("is_writing", c_int, [c_uint64]),
    ("bind_packed", c_int, [c_uint64, c_char_p, c_size_t]),
    ("fetch", c_int, [c_uint64, c_int64, POINTER(c_void_p), POINTER(c_size_t), POINTER(c_int64)]),
    ("reset", c_int, [c_uint64]),
    ("finalize", c_int, [c_uint64]),
    ("report", c_char_p, [c_uint64]),
    ("column_count", c_int, [c_uint64]),
    ("column_name", c_char_p, [c_uint64, c_int]),
    ("errcode", c_int, []),
    ("errtext", c_char_p, [c_int]),
    ("errposition", c_int, [POINTER(c_int), POINTER(c_int), POINTER(c_size_t)]),
    ("register", c_int, [c_uint64, c_char_p, PROCEDURE, c_void_p, DESTROY]),
    ("register_function", c_int, [c_uint64, c_char_p, c_int, PROCEDURE, c_void_p, DESTROY]),
    ("emit", c_int, [c_uint64, c_char_p, c_size_t]),
    ("fail", c_int, [c_uint64, c_char_p]),
]:
    _function = getattr(library, "kho_" + _name)
    _function.restype = _result
    _function.argtypes = _arguments

version: str = library.kho_version().decode()
