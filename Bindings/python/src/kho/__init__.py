"""Kho: an embedded property graph in one file, asked in openCypher.

    with kho.connect("people.kho") as graph:
        graph.execute("CREATE (:Person {name: $name})", name="Ada")
        for row in graph.execute("MATCH (p:Person) RETURN p.name AS name"):
            print(row.name)
"""
from ._connection import Connection, Cursor, Row, Statement, connect
from ._library import version as __version__
from ._run import is_fast
from .errors import (
    ArgumentError, Cancelled, ConstraintError, ConstraintValidationFailed,
    ConstraintVerificationFailed, EntityNotFound, KhoError, LimitExceeded, Misuse,
    ParameterMissing, ProcedureError, ProtocolError, QueryArithmeticError, QuerySyntaxError,
    QueryTypeError, SemanticError, StorageError, Unsupported)
from .values import Duration, Node, Path, Relationship, Temporal, text

__all__ = [
    "ArgumentError", "Cancelled", "Connection", "ConstraintError", "ConstraintValidationFailed",
    "ConstraintVerificationFailed", "Cursor", "Duration", "EntityNotFound", "KhoError",
    "LimitExceeded", "Misuse", "Node", "ParameterMissing", "Path", "ProcedureError",
    "ProtocolError", "QueryArithmeticError", "QuerySyntaxError", "QueryTypeError", "Relationship",
    "Row", "SemanticError", "Statement", "StorageError", "Temporal", "Unsupported", "connect",
    "is_fast", "text",
]
