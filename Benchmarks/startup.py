"""Whole processes: start, open a file, answer one look-up, end. kho beside the sqlite3 shell.

python3 Benchmarks/startup.py [path of kho] [rounds]

Both read a file of 10,000 persons from memory and print one name; in each round every command runs
once, in a new order, so that noise hits all. `true` is what starting any process takes.
"""

import os
import random
import subprocess
import sys
import tempfile
import time

kho = sys.argv[1] if len(sys.argv) > 1 else ".build/release/kho"
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 200

with tempfile.TemporaryDirectory() as folder:
    graph, table = os.path.join(folder, "people.kho"), os.path.join(folder, "people.db")
    for text in (
        "CREATE INDEX FOR (p:Person) ON (p.id)",
        "UNWIND range(1, 10000) AS x CREATE (:Person {id: x, name: 'n' + toString(x)})",
    ):
        subprocess.run([kho, "query", graph, text], check=True)
    subprocess.run(
        ["sqlite3", table,
         "CREATE TABLE person(id INTEGER PRIMARY KEY, name TEXT);"
         "WITH RECURSIVE r(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM r WHERE x < 10000)"
         "INSERT INTO person SELECT x, 'n' || x FROM r"],
        check=True)
    query = "MATCH (p:Person {id: 500}) RETURN p.name AS name"
    request = '{"id":1,"query":"%s"}\n' % query
    commands = {
        "kho query": ([kho, "query", graph, query], ""),
        "kho query --format csv": ([kho, "query", graph, query, "--format", "csv"], ""),
        "kho session": ([kho, "session", graph], request),
        "kho --version": ([kho, "--version"], ""),
        "sqlite3": (["sqlite3", table, "SELECT name FROM person WHERE id = 500"], ""),
        "true": (["true"], ""),
    }
    times = {name: [] for name in commands}
    for _ in range(rounds):
        for name in random.sample(list(commands), len(commands)):
            command, text = commands[name]
            begin = time.perf_counter()
            run = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
            times[name].append((time.perf_counter() - begin) * 1000)
            expected = "" if name in ("true", "kho --version") else "n500"
            assert expected in run.stdout, run.stdout
    print("| command | least ms | median ms |\n|---|---:|---:|")
    for name, values in times.items():
        values.sort()
        print(f"| `{name}` | {values[0]:.2f} | {values[len(values) // 2]:.2f} |")
