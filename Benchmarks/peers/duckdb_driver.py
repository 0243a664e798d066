"""DuckDB: a table for each label and type, indexes on keys and both ends of relationships."""
import duckdb

import serving

TYPES = {"integer": "INTEGER", "real": "DOUBLE", "text": "VARCHAR"}
PATH_TYPES = (
    "holds_post", "committee_of", "part_of", "superior", "issued_by", "concretizes", "implements")


def load(data, file):
    connection = duckdb.connect(file)
    schema = serving.schema(data)

    def columns(table):
        return "".join(f', "{c["name"]}" {TYPES[c["type"]]}' for c in table["columns"])

    def fill(table, name):
        connection.execute(
            f"INSERT INTO {table} SELECT * FROM read_csv('{data}/{name}.csv', header=true)")

    for table in schema["nodes"]:
        name, key = table["name"], table["key"]
        connection.execute(f'CREATE TABLE {name}({key} BIGINT PRIMARY KEY{columns(table)})')
        fill(name, name)
    types = {}
    for table in schema["relationships"]:
        types.setdefault(table["type"].lower(), []).append(table)
    for name, tables in types.items():
        connection.execute(f"CREATE TABLE {name}(src BIGINT, dst BIGINT{columns(tables[0])})")
        for table in tables:
            fill(name, table["name"])
        connection.execute(f"CREATE INDEX {name}_src ON {name}(src)")
        connection.execute(f"CREATE INDEX {name}_dst ON {name}(dst)")
    for table in schema["nodes"]:
        for keys in table["indexes"] + ([[table["lookup"]]] if table.get("lookup") else []):
            name, list_ = table["name"], ", ".join(f'"{key}"' for key in keys)
            connection.execute(f'CREATE INDEX {name}_{"_".join(keys)} ON {name}({list_})')
    if all(name in types for name in PATH_TYPES):
        pairs = " UNION ALL ".join(
            f"SELECT src AS a, dst AS b FROM {name} UNION ALL SELECT dst, src FROM {name}"
            for name in PATH_TYPES)
        connection.execute(
            f"CREATE TABLE adjacency AS SELECT DISTINCT a, b FROM ({pairs}) ORDER BY ALL")
        connection.execute("CREATE INDEX adjacency_a ON adjacency(a)")
    connection.execute("CHECKPOINT")
    connection.close()


def serve(data, file, queries):
    connection = duckdb.connect(file, read_only=True)

    def prepare(name, text):
        # Plans are kept by PREPARE only; the Python interface plans at every call.
        plan = name.replace("@", "_") + "_plan"
        connection.execute(f"PREPARE {plan} AS {text}")

        def run(arguments):
            values = ", ".join(
                f"{key} := {serving.literal(value)}"
                for key, value in serving.used(text, arguments).items())
            call = f"EXECUTE {plan}({values})" if values else f"EXECUTE {plan}"
            return connection.execute(call).fetchall()

        return run

    serving.serve(data, queries, prepare)


def open_for_insertion(file):
    connection = duckdb.connect(file)
    connection.execute("SELECT name FROM node WHERE id = 0").fetchall()
    person = "INSERT INTO node VALUES ($1, $2, 30, 1.5, 7, 'New Person')"
    connection.execute(f"PREPARE person AS {person}")
    connection.execute("PREPARE knows AS INSERT INTO knows VALUES ($1, $2, 2020)")

    def insert(pairs):
        connection.execute("BEGIN")
        for id_, target in pairs:
            connection.execute(f"EXECUTE person({id_}, 'new{id_}')")
            connection.execute(f"EXECUTE knows({id_}, {target})")
        connection.execute("COMMIT")

    def connect(source, target):
        connection.execute(f"EXECUTE knows({source}, {target})")

    def counts():
        tables = ("node", "knows")
        return [connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables]

    return insert, connect, counts


serving.main(load, serve, open_for_insertion)
