"""Values that Python has no type for: nodes, relationships, paths, durations, and times that are
finer or further away than those of `datetime`."""
from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Iterator
from zoneinfo import ZoneInfo

_EPOCH_DAY = dt.date(1970, 1, 1).toordinal()
_EPOCH = dt.datetime(1970, 1, 1)


class _Entity:
    """What nodes and relationships have in common: an id and properties."""

    __slots__ = ()
    id: int
    properties: dict[str, Any]

    def __getitem__(self, key: str) -> Any:
        """The property, or None where there is none."""
        return self.properties.get(key)

    def get(self, key: str, default: Any = None) -> Any:
        return self.properties.get(key, default)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.id == other.id  # type: ignore[attr-defined]

    def __hash__(self) -> int:
        return hash((type(self).__name__, self.id))


@dataclass(frozen=True, eq=False)
class Node(_Entity):
    """A node, with its labels in alphabetical order. Two are equal when their ids are."""

    id: int
    labels: tuple[str, ...] = ()
    properties: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Relationship(_Entity):
    """A relationship from the node with the id `start` to that with the id `end`."""

    id: int
    type: str
    start: int
    end: int
    properties: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Path:
    """A path: one node more than it has relationships."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]

    def __len__(self) -> int:
        return len(self.relationships)

    def __iter__(self) -> Iterator[Node | Relationship]:
        """Nodes and relationships in turn."""
        for node, relationship in zip(self.nodes, self.relationships):
            yield node
            yield relationship
        yield self.nodes[-1]


@dataclass(frozen=True)
class Duration:
    """An amount of time, whose parts do not carry into each other: a month has no length in days."""

    months: int = 0
    days: int = 0
    seconds: int = 0
    nanoseconds: int = 0

    @staticmethod
    def from_timedelta(delta: dt.timedelta) -> Duration:
        total = (delta.days * 86_400 + delta.seconds) * 1_000_000 + delta.microseconds
        sign = -1 if total < 0 else 1
        days, rest = divmod(abs(total), 86_400_000_000)
        seconds, microseconds = divmod(sign * rest, 1_000_000)
        return Duration(0, sign * days, seconds, microseconds * 1000)

    def to_timedelta(self) -> dt.timedelta:
        """The same without months, cut to microseconds; ValueError where there are months."""
        if self.months:
            raise ValueError("a duration of months has no length in days")
        return dt.timedelta(self.days, self.seconds, self.nanoseconds // 1000)

    def __str__(self) -> str:
        """As Cypher shows it: `P1Y2M3DT4H5M6.5S`."""
        def part(count: int, unit: str) -> str:
            return f"{count}{unit}" if count else ""

        def quotient(number: int, divisor: int) -> int:
            return number // divisor if number >= 0 else -(-number // divisor)

        total = self.seconds * 1_000_000_000 + self.nanoseconds
        whole = quotient(total, 1_000_000_000)
        minutes = quotient(whole, 60)
        time = part(quotient(minutes, 60), "H") + part(minutes - 60 * quotient(minutes, 60), "M")
        second, nanosecond = abs(whole) % 60, abs(total) % 1_000_000_000
        if second or nanosecond:
            fraction = f".{nanosecond:09}".rstrip("0") if nanosecond else ""
            time += f"{'-' if total < 0 else ''}{second}{fraction}S"
        years = quotient(self.months, 12)
        date = part(years, "Y") + part(self.months - 12 * years, "M") + part(self.days, "D")
        if not time:
            return "P" + date if date else "PT0S"
        return f"P{date}T{time}"


@dataclass(frozen=True)
class Temporal:
    """A date or time that `datetime` cannot hold exactly: with nanoseconds, or a year outside of 1
    to 9999. `kind` is one of date, localtime, time, localdatetime, datetime."""

    kind: str
    #: Days (date) or seconds since 1970, in UTC for datetime; seconds since midnight for times.
    count: int
    nanosecond: int = 0
    #: Seconds east of UTC, for time and datetime.
    offset: int = 0
    #: The zone's name, for datetime.
    zone: str | None = None

    def __str__(self) -> str:
        """As Cypher shows it."""
        if self.kind == "date":
            return _date_text(self.count)
        if self.kind in ("localtime", "time"):
            text = _time_text(self.count, self.nanosecond)
        else:
            days, seconds = divmod(self.count + self.offset, 86_400)
            text = f"{_date_text(days)}T{_time_text(seconds, self.nanosecond)}"
        if self.kind in ("time", "datetime"):
            text += _offset_text(self.offset)
        return f"{text}[{self.zone}]" if self.zone else text


def _date_text(days: int) -> str:
    """Of any year: the calendar repeats after 400 years, which are 146,097 days."""
    era, day = divmod(days + 719_162, 146_097)
    date = dt.date.fromordinal(day + 1)
    year = date.year + 400 * era
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04}-{date.month:02}-{date.day:02}"


def _time_text(seconds: int, nanosecond: int) -> str:
    text = f"{seconds // 3600:02}:{seconds // 60 % 60:02}"
    if seconds % 60 or nanosecond:
        text += f":{seconds % 60:02}"
    return text + (f".{nanosecond:09}".rstrip("0") if nanosecond else "")


def _offset_text(offset: int) -> str:
    if offset == 0:
        return "Z"
    size = abs(offset)
    text = f"{'-' if offset < 0 else '+'}{size // 3600:02}:{size // 60 % 60:02}"
    return text + (f":{size % 60:02}" if size % 60 else "")


def text(value: Any) -> str:
    """A date, time, datetime, timedelta, Duration or Temporal as Cypher shows it."""
    if isinstance(value, dt.timedelta):
        return str(Duration.from_timedelta(value))
    if isinstance(value, (dt.date, dt.time)):
        return str(to_temporal(value))
    return str(value)


def to_temporal(value: dt.date | dt.time) -> Temporal:
    """The parts of a value of `datetime`."""
    if isinstance(value, dt.datetime):
        offset = value.utcoffset()
        local = value.replace(tzinfo=None) - _EPOCH
        seconds = local.days * 86_400 + local.seconds
        if offset is None:
            return Temporal("localdatetime", seconds, local.microseconds * 1000)
        east = offset.days * 86_400 + offset.seconds
        zone = getattr(value.tzinfo, "key", None)
        return Temporal("datetime", seconds - east, local.microseconds * 1000, east, zone)
    if isinstance(value, dt.date):
        return Temporal("date", value.toordinal() - _EPOCH_DAY)
    seconds = value.hour * 3600 + value.minute * 60 + value.second
    offset = value.utcoffset()
    if offset is None:
        return Temporal("localtime", seconds, value.microsecond * 1000)
    east = offset.days * 86_400 + offset.seconds
    return Temporal("time", seconds, value.microsecond * 1000, east)


def from_temporal(value: Temporal) -> dt.date | dt.time | Temporal:
    """The value as `datetime` has it where that is exact, and else as it is."""
    if value.nanosecond % 1000:
        return value
    microsecond = value.nanosecond // 1000
    try:
        if value.kind == "date":
            return dt.date.fromordinal(value.count + _EPOCH_DAY)
        if value.kind == "localtime":
            return _time(value.count, microsecond, None)
        if value.kind == "time":
            return _time(value.count, microsecond, _fixed(value.offset))
        delta = dt.timedelta(seconds=value.count, microseconds=microsecond)
        if value.kind == "localdatetime":
            return _EPOCH + delta
        if value.zone is None:
            local = _EPOCH + delta + dt.timedelta(seconds=value.offset)
            return local.replace(tzinfo=_fixed(value.offset))
        instant = (_EPOCH + delta).replace(tzinfo=dt.timezone.utc)
        result = instant.astimezone(ZoneInfo(value.zone))
        # Python's time zone data may be of another version.
        return result if result.utcoffset() == dt.timedelta(seconds=value.offset) else value
    except (OverflowError, ValueError, KeyError, OSError):
        return value


def _time(seconds: int, microsecond: int, zone: dt.tzinfo | None) -> dt.time:
    return dt.time(seconds // 3600, seconds // 60 % 60, seconds % 60, microsecond, zone)


def _fixed(offset: int) -> dt.tzinfo:
    return dt.timezone(dt.timedelta(seconds=offset)) if offset else dt.timezone.utc
