"""Kùzu and LadybugDB, which continues it: `kuzu_driver.py MODULE load|serve …`."""
import csv
import importlib
import os
import re
import sys
import warnings

import serving

MODULE = sys.argv.pop(1)
engine = importlib.import_module(MODULE)
IS_LADYBUG = MODULE == "ladybug"
TYPES = {"integer": "INT32", "real": "DOUBLE", "text": "STRING"}


def load(data, file):
    connection = engine.Connection(engine.Database(file))
    schema = serving.schema(data)
    nodes = {table["name"]: table for table in schema["nodes"]}
    lookups = {}

    def columns(table):
        return "".join(f", {c['name']} {TYPES[c['type']]}" for c in table["columns"])

    for table in nodes.values():
        name, label, key = table["name"], table["label"], table["key"]
        primary = table.get("lookup") or key
        connection.execute(
            f"CREATE NODE TABLE {label}({key} INT64{columns(table)}, PRIMARY KEY({primary}))")
        connection.execute(f"COPY {label} FROM '{data}/{name}.csv' (HEADER=true)")
        if primary != key:
            with open(f"{data}/{name}.csv", encoding="utf-8") as rows:
                lookups[name] = {row[key]: row[primary] for row in csv.DictReader(rows)}
    types = {}
    for table in schema["relationships"]:
        types.setdefault(table["type"], []).append(table)
    for type_, tables in types.items():
        ends = ", ".join(
            f"FROM {nodes[t['from']]['label']} TO {nodes[t['to']]['label']}" for t in tables)
        connection.execute(f"CREATE REL TABLE {type_}({ends}{columns(tables[0])})")
        for table in tables:
            source = remapped(data, file, table, lookups)
            options = "HEADER=true"
            if len(tables) > 1:
                options += (
                    f", from='{nodes[table['from']]['label']}', to='{nodes[table['to']]['label']}'")
            connection.execute(f"COPY {type_} FROM '{source}' ({options})")
    if IS_LADYBUG:
        for table in nodes.values():
            for keys in table["indexes"]:
                if len(keys) == 1:
                    connection.execute(
                        f"CREATE ART INDEX {table['name']}_{keys[0]} "
                        f"FOR (n:{table['label']}) ON (n.{keys[0]})")
    connection.execute("CHECKPOINT")


def remapped(data, file, table, lookups):
    """Relationships refer to primary keys: a file in which those stand in the place of our keys."""
    source = f"{data}/{table['name']}.csv"
    of_from, of_to = lookups.get(table["from"]), lookups.get(table["to"])
    if not of_from and not of_to:
        return source
    target = f"{os.path.dirname(file)}/{MODULE}-{table['name']}.csv"
    with open(source, encoding="utf-8") as rows, open(target, "w", encoding="utf-8") as out:
        out.write(next(rows))
        for row in rows:
            cells = row.rstrip("\n").split(",")
            cells[0] = of_from[cells[0]] if of_from else cells[0]
            cells[1] = of_to[cells[1]] if of_to else cells[1]
            out.write(",".join(cells) + "\n")
    return target


def serve(data, file, queries):
    connection = engine.Connection(engine.Database(file, read_only=True))
    warnings.simplefilter("ignore")

    def prepare(name, text):
        # Kùzu 0.11 seeks a primary key only for a literal (EXPLAIN shows a scan for a parameter),
        # so look-ups are sent as text. LadybugDB keeps plans by text.
        is_literal = not IS_LADYBUG and "{" in text
        statement = text if IS_LADYBUG or is_literal else connection.prepare(text)

        def run(arguments):
            if is_literal:
                sent = re.sub(r"\$(\w+)", lambda m: serving.literal(arguments[m[1]]), text)
                result = connection.execute(sent)
            else:
                result = connection.execute(statement, serving.used(text, arguments))
            rows = result.get_all()
            result.close()
            return rows

        return run

    serving.serve(data, queries, prepare)


def open_for_insertion(file):
    connection = engine.Connection(engine.Database(file))
    connection.execute("MATCH (n:Node {id: 0}) RETURN n.name").get_all()

    def run(text, parameters):
        if IS_LADYBUG:
            connection.execute(text, parameters).close()
        else:
            sent = re.sub(r"\$(\w+)", lambda m: serving.literal(parameters[m[1]]), text)
            connection.execute(sent).close()

    def insert(pairs):
        connection.execute("BEGIN TRANSACTION")
        for id_, target in pairs:
            run(
                "MATCH (b:Node {id: $to}) CREATE (:Node {id: $id, key: $key, age: 30, score: 1.5, "
                "grp: 7, name: 'New Person'})-[:KNOWS {since: 2020}]->(b)",
                {"id": id_, "key": f"new{id_}", "to": target})
        connection.execute("COMMIT")

    def connect(source, target):
        run(
            "MATCH (a:Node {id: $from}), (b:Node {id: $to}) "
            "CREATE (a)-[:KNOWS {since: 2020}]->(b)", {"from": source, "to": target})

    def counts():
        patterns = ("(n:Node)", "()-[r:KNOWS]->()")
        return [
            connection.execute(f"MATCH {p} RETURN count(*)").get_next()[0] for p in patterns]

    return insert, connect, counts


serving.main(load, serve, open_for_insertion)
