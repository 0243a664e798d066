"""Values as packed bytes (kho.h, "Packed values"), in Python: for what `_speed` does not know, and
for all where there is no `_speed`."""
from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import operator
from struct import Struct
from typing import Any, Mapping

from .errors import LimitExceeded, QueryTypeError
from .values import Duration, Node, Path, Relationship, Temporal, from_temporal, to_temporal

NESTING_LIMIT = 200
_SIZE, _INT, _FLOAT, _INTEGER = Struct("<I"), Struct("<q"), Struct("<d"), Struct("<Bq")
_IDS, _INTS, _DATETIME, _TAIL = Struct("<QQQ"), Struct("<qqqI"), Struct("<qI"), Struct("<qIi")
_TIME, _ID = Struct("<qi"), Struct("<Q")
_KINDS = {10: "date", 11: "localtime", 12: "time", 13: "localdatetime", 14: "datetime"}
_BILLION = 1_000_000_000


def too_deep() -> None:
    raise LimitExceeded(
        f"a parameter's lists and maps nest deeper than {NESTING_LIMIT} levels",
        detail="NestingTooDeep")


def too_large() -> None:
    raise QueryTypeError("expected an integer of 64 bits, found a larger one",
                         detail="NumberOutOfRange")


def encode(parameters: Mapping[str, Any]) -> bytes:
    """A packed map of parameters."""
    out = bytearray()
    _map(out, parameters, NESTING_LIMIT + 1)
    return bytes(out)


def encode_list(values: Any) -> bytes:
    out = bytearray()
    _value(out, list(values), NESTING_LIMIT + 1)
    return bytes(out)


def encode_other(value: Any, depth: int) -> bytes:
    """Any one value, which may nest `depth` levels."""
    out = bytearray()
    _value(out, value, depth)
    return bytes(out)


@functools.lru_cache(256)
def _key(text: str) -> bytes:
    out = bytearray()
    _text(out, text)
    return bytes(out)


def _text(out: bytearray, text: str) -> None:
    try:
        data = text.encode()
    except UnicodeEncodeError:
        raise QueryTypeError("expected text that UTF-8 can hold, found half of a surrogate pair",
                             detail="InvalidText") from None
    out += _SIZE.pack(len(data))
    out += data


def _value(out: bytearray, value: Any, depth: int) -> None:
    if value is None:
        out.append(0)
    elif value is True or value is False:
        out.append(16 if value else 1)
    elif isinstance(value, str):
        out.append(4)
        _text(out, value)
    elif isinstance(value, int):
        if not -(1 << 63) <= value < 1 << 63:
            too_large()
        out += _INTEGER.pack(2, value)
    elif isinstance(value, float):
        out.append(3)
        out += _FLOAT.pack(value)
    elif isinstance(value, (list, tuple)):
        if depth <= 0:
            too_deep()
        out.append(5)
        out += _SIZE.pack(len(value))
        for element in value:
            _value(out, element, depth - 1)
    elif isinstance(value, Mapping):
        _map(out, value, depth)
    else:
        _other(out, value, depth)


def _map(out: bytearray, value: Mapping[str, Any], depth: int) -> None:
    out.append(6)
    _entries(out, value, depth)


def _entries(out: bytearray, value: Mapping[str, Any], depth: int) -> None:
    if depth <= 0:
        too_deep()
    out += _SIZE.pack(len(value))
    for key, element in value.items():
        if not isinstance(key, str):
            raise QueryTypeError(f"expected text as a map's key, found {type(key).__name__}",
                                 detail="InvalidArgumentType")
        out += _key(key) if type(key) is str and len(key) < 100 else _key.__wrapped__(key)
        _value(out, element, depth - 1)


def _other(out: bytearray, value: Any, depth: int) -> None:
    if isinstance(value, (dt.date, dt.time)):
        value = to_temporal(value)
    if isinstance(value, dt.timedelta):
        value = Duration.from_timedelta(value)
    if isinstance(value, Temporal):
        _temporal(out, value)
    elif isinstance(value, Duration):
        carry, nanoseconds = divmod(value.nanoseconds, _BILLION)
        out.append(15)
        _pack(out, _INTS, value.months, value.days, value.seconds + carry, nanoseconds)
    elif isinstance(value, Node):
        out.append(7)
        _node(out, value, depth)
    elif isinstance(value, Relationship):
        out.append(8)
        _relationship(out, value, depth)
    elif isinstance(value, Path):
        out.append(9)
        out += _SIZE.pack(len(value.relationships))
        for node in value.nodes:
            _node(out, node, depth)
        for relationship in value.relationships:
            _relationship(out, relationship, depth)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        _map(out, {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}, depth)
    elif hasattr(type(value), "__index__"):
        _value(out, operator.index(value), depth)
    elif hasattr(type(value), "__float__"):
        _value(out, float(value), depth)
    else:
        raise QueryTypeError(f"no value of Cypher is a {type(value).__name__}",
                             detail="InvalidArgumentType")


def _pack(out: bytearray, form: Struct, *numbers: int) -> None:
    try:
        out += form.pack(*numbers)
    except Exception:
        too_large()


def _temporal(out: bytearray, value: Temporal) -> None:
    if value.kind == "date":
        out.append(10)
        _pack(out, _INT, value.count)
    elif value.kind == "localtime":
        out.append(11)
        _pack(out, _INT, value.count * _BILLION + value.nanosecond)
    elif value.kind == "time":
        out.append(12)
        _pack(out, _TIME, value.count * _BILLION + value.nanosecond, value.offset)
    elif value.kind == "localdatetime":
        out.append(13)
        _pack(out, _DATETIME, value.count, value.nanosecond)
    else:
        out.append(14)
        _pack(out, _TAIL, value.count, value.nanosecond, value.offset)
        _text(out, value.zone or "")


def _node(out: bytearray, node: Node, depth: int) -> None:
    _pack(out, _ID, node.id)
    out += _SIZE.pack(len(node.labels))
    for label in node.labels:
        _text(out, label)
    _entries(out, node.properties, depth)


def _relationship(out: bytearray, relationship: Relationship, depth: int) -> None:
    _pack(out, _IDS, relationship.id, relationship.start, relationship.end)
    _text(out, relationship.type)
    _entries(out, relationship.properties, depth)


def temporal(tag: int, count: int, nanosecond: int, offset: int, zone: str) -> Any:
    """A temporal value but duration, of its packed parts."""
    if tag in (11, 12):
        count, nanosecond = divmod(count, _BILLION)
    return from_temporal(Temporal(_KINDS[tag], count, nanosecond, offset, zone or None))


class Reader:
    """Reads packed values, which libkho has made."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.position = 0

    def unpack(self, form: Struct) -> tuple[Any, ...]:
        start = self.position
        self.position = start + form.size
        return form.unpack_from(self.data, start)

    def text(self) -> str:
        size = self.unpack(_SIZE)[0]
        self.position += size
        return self.data[self.position - size:self.position].decode()

    def entries(self) -> dict[str, Any]:
        return {self.text(): self.value() for _ in range(self.unpack(_SIZE)[0])}

    def node(self) -> Node:
        identity = self.unpack(_ID)[0]
        labels = tuple(self.text() for _ in range(self.unpack(_SIZE)[0]))
        return Node(identity, labels, self.entries())

    def relationship(self) -> Relationship:
        identity, start, end = self.unpack(_IDS)
        return Relationship(identity, self.text(), start, end, self.entries())

    def values(self, count: int) -> list[Any]:
        """So many values: of the usual types without a call for each."""
        data, position, values = self.data, self.position, []
        for _ in range(count):
            tag = data[position]
            if tag == 4:
                start = position + 5
                position = start + _SIZE.unpack_from(data, position + 1)[0]
                values.append(data[start:position].decode())
            elif tag == 2:
                values.append(_INT.unpack_from(data, position + 1)[0])
                position += 9
            else:
                self.position = position
                values.append(self.value())
                position = self.position
        self.position = position
        return values

    def value(self) -> Any:
        tag = self.data[self.position]
        self.position += 1
        if tag == 0:
            return None
        if tag in (1, 16):
            return tag == 16
        if tag == 2:
            return self.unpack(_INT)[0]
        if tag == 3:
            return self.unpack(_FLOAT)[0]
        if tag == 4:
            return self.text()
        if tag == 5:
            return self.values(self.unpack(_SIZE)[0])
        if tag == 6:
            return self.entries()
        if tag == 7:
            return self.node()
        if tag == 8:
            return self.relationship()
        if tag == 9:
            length = self.unpack(_SIZE)[0]
            nodes = tuple(self.node() for _ in range(length + 1))
            return Path(nodes, tuple(self.relationship() for _ in range(length)))
        if tag == 15:
            return Duration(*self.unpack(_INTS))
        count, nanosecond, offset, zone = 0, 0, 0, ""
        if tag in (10, 11):
            count, = self.unpack(_INT)
        elif tag == 12:
            count, offset = self.unpack(_TIME)
        elif tag == 13:
            count, nanosecond = self.unpack(_DATETIME)
        else:
            count, nanosecond, offset = self.unpack(_TAIL)
            zone = self.text()
        return temporal(tag, count, nanosecond, offset, zone)
