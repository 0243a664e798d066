"""Errors: one class for each kind, with where and why."""
from __future__ import annotations

from ctypes import byref, c_int, c_size_t
from typing import NoReturn

from ._library import library


class KhoError(Exception):
    """Any error of Kho.

    `kind` and `detail` are words for programs (`SyntaxError`, `UndefinedVariable`), `phase` tells
    whether it came before the first row ("compile time") or while rows were read ("runtime").
    `line` and `column` count from 1, in characters; `offset` is in bytes from 0; all three are None
    for an error without a place. `hint` is a suggestion, or None.
    """

    kind = "Error"

    def __init__(
        self, message: str, *, detail: str = "", phase: str = "runtime", hint: str | None = None,
        line: int | None = None, column: int | None = None, offset: int | None = None,
        rendered: str | None = None,
    ) -> None:
        super().__init__(rendered or message)
        self.message = message
        self.detail = detail
        self.phase = phase
        self.hint = hint
        self.line = line
        self.column = column
        self.offset = offset


class QuerySyntaxError(KhoError):
    kind = "SyntaxError"


class SemanticError(KhoError):
    kind = "SemanticError"


class ParameterMissing(KhoError):
    kind = "ParameterMissing"


class ConstraintError(KhoError):
    """A constraint forbids the data, or the data a constraint."""


class ConstraintVerificationFailed(ConstraintError):
    kind = "ConstraintVerificationFailed"


class ConstraintValidationFailed(ConstraintError):
    kind = "ConstraintValidationFailed"


class EntityNotFound(KhoError):
    kind = "EntityNotFound"


class QueryTypeError(KhoError, TypeError):
    kind = "TypeError"


class ArgumentError(KhoError, ValueError):
    kind = "ArgumentError"


class QueryArithmeticError(KhoError, ArithmeticError):
    kind = "ArithmeticError"


class ProcedureError(KhoError):
    kind = "ProcedureError"


class StorageError(KhoError):
    """The file, the disk or the lock; `detail` tells which."""

    kind = "StorageError"


class LimitExceeded(KhoError):
    """A limit of time, memory, rows, nesting, or of waiting for another writer."""

    kind = "LimitExceeded"


class Cancelled(KhoError):
    kind = "Cancelled"


class Misuse(KhoError):
    """The package was used against its rules: a closed connection, a write in a read."""

    kind = "Misuse"


class Unsupported(KhoError):
    kind = "Unsupported"


class ProtocolError(KhoError):
    kind = "ProtocolError"


_CLASSES: dict[int, type[KhoError]] = dict(enumerate([
    QuerySyntaxError, SemanticError, ParameterMissing, ConstraintVerificationFailed,
    ConstraintValidationFailed, EntityNotFound, QueryTypeError, ArgumentError,
    QueryArithmeticError, ProcedureError, StorageError, LimitExceeded, Cancelled, Misuse,
    Unsupported, ProtocolError,
], start=2))


def raise_last(code: int) -> NoReturn:
    """Raises the error that the last call on this thread ended with."""
    texts = []
    for part in range(6):
        text = library.kho_errtext(part)
        texts.append(text.decode() if text is not None else None)
    message, _, detail, phase, hint, rendered = texts
    line, column, offset = c_int(), c_int(), c_size_t()
    has_place = library.kho_errposition(byref(line), byref(column), byref(offset))
    raise _CLASSES.get(code, KhoError)(
        message or "", detail=detail or "", phase=phase or "runtime", hint=hint, rendered=rendered,
        line=line.value if has_place else None, column=column.value if has_place else None,
        offset=offset.value if has_place else None)


def check(code: int) -> None:
    if code != 0:
        raise_last(code)
