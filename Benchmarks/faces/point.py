"""A prepared point query by the Python packages of Kho and SQLite, side by side, on the files that
point.c has made in the folder given."""
import random
import sqlite3
import statistics
import sys
import time

import kho

PERSONS, RUNS, ROUNDS = 100_000, 20_000, 9
folder = sys.argv[1] if len(sys.argv) > 1 else "."
graph = kho.connect(folder + "/point.kho")
table = sqlite3.connect(folder + "/point.db", isolation_level=None)
random.seed(7)
ids = [random.randint(1, PERSONS) for _ in range(RUNS)]


def ask_kho():
    execute, query = graph.execute, "MATCH (p:Person {id: $id}) RETURN p.name"
    start = time.perf_counter()
    total = 0
    for i in ids:
        total += len(execute(query, id=i).fetchone()[0])
    return (time.perf_counter() - start) / RUNS * 1e6, total


def ask_sqlite():
    execute, query = table.execute, "SELECT name FROM person WHERE id = ?"
    start = time.perf_counter()
    total = 0
    for i in ids:
        total += len(execute(query, (i,)).fetchone()[0])
    return (time.perf_counter() - start) / RUNS * 1e6, total


def measure(name):
    times = [(ask_kho(), ask_sqlite()) for _ in range(ROUNDS)]
    assert all(mine[1] == theirs[1] for mine, theirs in times), "the answers differ"
    mine = statistics.median(mine[0] for mine, _ in times)
    theirs = statistics.median(theirs[0] for _, theirs in times)
    print(f"| Python{'' if kho.is_fast else ' without C'}, {name} | {mine:.2f} | {theirs:.2f} "
          f"| {theirs / mine:.2f}× |")


measure("a transaction each")
with graph.read():
    table.execute("BEGIN")
    measure("all in one")
    table.execute("COMMIT")
