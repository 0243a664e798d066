"""Answers the JSON lines of `kho session --scratch` by calling the Python package, so that whatever
drives a session drives the package: the requests hello, reset, procedure and query.

    make conformance-python TCK=directory of the runner
"""
import datetime as dt
import json
import math
import sys

import kho

MAKERS = {"date", "localtime", "time", "localdatetime", "datetime", "duration"}


class Adapter:
    def __init__(self):
        self.graph = kho.connect()

    def answer(self, request):
        if "hello" in request:
            return {"protocol": 1, "engine": "kho", "version": kho.__version__,
                    "capabilities": ["procedures"]}
        if "reset" in request:
            self.graph.close()
            self.graph = kho.connect()
            return {"ok": True}
        if "procedure" in request:
            self.register(**request["procedure"])
            return {"ok": True}
        try:
            parameters = {k: self.value(v) for k, v in request.get("params", {}).items()}
            cursor = self.graph.execute(request["query"], parameters)
            rows = [[typed(value) for value in row] for row in cursor] if cursor.columns else []
            return {"columns": list(cursor.columns), "rows": rows}
        except kho.KhoError as error:
            return {"error": {"type": error.kind, "phase": error.phase, "detail": error.detail,
                              "message": error.message}}

    def register(self, signature, columns, rows):
        table = [[self.value(value) for value in row] for row in rows]
        assert all(len(row) == len(columns) for row in table)

        def procedure(*arguments):
            width = len(arguments)
            return [row[width:] for row in table if row[:width] == list(arguments)]

        self.graph.register(signature, procedure)

    def value(self, typed_value):
        """The value of typed JSON."""
        if isinstance(typed_value, list):
            return [self.value(element) for element in typed_value]
        if not isinstance(typed_value, dict):
            return typed_value
        (tag, content), = typed_value.items()
        if tag == "int":
            return int(content)
        if tag == "float":
            return float(content)
        if tag == "map":
            return {key: self.value(element) for key, element in content.items()}
        assert tag in MAKERS, tag
        return self.graph.execute(f"RETURN {tag}($text)", text=content).value()


def typed(value):
    """The value as typed JSON."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return {"int": str(value)}
    if isinstance(value, float):
        return {"float": repr(value) if math.isfinite(value) else "NaN" if math.isnan(value)
                else "Infinity" if value > 0 else "-Infinity"}
    if isinstance(value, list):
        return [typed(element) for element in value]
    if isinstance(value, dict):
        return {"map": members(value)}
    if isinstance(value, kho.Node):
        return {"node": node(value)}
    if isinstance(value, kho.Relationship):
        return {"rel": relationship(value)}
    if isinstance(value, kho.Path):
        return {"path": {"nodes": [node(n) for n in value.nodes],
                         "rels": [relationship(r) for r in value.relationships]}}
    return {kind(value): kho.text(value)}


def kind(value):
    if isinstance(value, kho.Temporal):
        return value.kind
    if isinstance(value, kho.Duration):
        return "duration"
    if isinstance(value, dt.datetime):
        return "localdatetime" if value.tzinfo is None else "datetime"
    if isinstance(value, dt.time):
        return "localtime" if value.tzinfo is None else "time"
    return "date"


def members(values):
    return {key: typed(value) for key, value in values.items()}


def node(value):
    return {"id": str(value.id), "labels": list(value.labels), "props": members(value.properties)}


def relationship(value):
    return {"id": str(value.id), "type": value.type, "start": str(value.start),
            "end": str(value.end), "props": members(value.properties)}


def main():
    adapter = Adapter()
    for line in sys.stdin:
        request = json.loads(line)
        reply = {"id": request["id"], **adapter.answer(request)}
        sys.stdout.write(json.dumps(reply, ensure_ascii=False, allow_nan=False) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
