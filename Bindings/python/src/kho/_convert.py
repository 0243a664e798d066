"""Results as tables and graphs of other packages, where those are installed."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable

from .values import Duration, Node, Path, Relationship, Temporal

if TYPE_CHECKING:
    import networkx
    import pandas
    import pyarrow


def to_pandas(columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> pandas.DataFrame:
    import pandas

    return pandas.DataFrame.from_records(list(rows), columns=list(columns))


def plain(value: Any) -> Any:
    """The value in types that tables have: entities as dicts, what no table has as text."""
    if isinstance(value, Node):
        return {"id": value.id, "labels": list(value.labels), **_properties(value.properties)}
    if isinstance(value, Relationship):
        return {"id": value.id, "type": value.type, "start": value.start, "end": value.end,
                **_properties(value.properties)}
    if isinstance(value, Path):
        return {"nodes": [plain(node) for node in value.nodes],
                "relationships": [plain(edge) for edge in value.relationships]}
    if isinstance(value, (Duration, Temporal)):
        return str(value)
    if isinstance(value, list):
        return [plain(element) for element in value]
    if isinstance(value, dict):
        return {key: plain(element) for key, element in value.items()}
    return value


def _properties(properties: dict[str, Any]) -> dict[str, Any]:
    return {"properties": {key: plain(value) for key, value in properties.items()}}


def to_arrow(columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> pyarrow.Table:
    import pyarrow

    values: list[list[Any]] = [[] for _ in columns]
    for row in rows:
        for column, value in zip(values, row):
            column.append(plain(value))
    return pyarrow.Table.from_arrays([pyarrow.array(column) for column in values], list(columns))


def to_networkx(rows: Iterable[tuple[Any, ...]]) -> networkx.MultiDiGraph:
    """Every node and relationship that occurs in the rows: nodes by id with `labels`, edges by
    id as key with `type`, both with their properties in `properties`."""
    import networkx

    graph = networkx.MultiDiGraph()

    def add(value: Any) -> None:
        if isinstance(value, Node):
            graph.add_node(value.id, labels=value.labels, properties=value.properties)
        elif isinstance(value, Relationship):
            graph.add_edge(value.start, value.end, key=value.id, type=value.type,
                           properties=value.properties)
        elif isinstance(value, (Path, list)):
            for part in value:
                add(part)
        elif isinstance(value, dict):
            for part in value.values():
                add(part)

    for row in rows:
        for value in row:
            add(value)
    return graph
