"""Prepared questions by the Python packages of Kho and SQLite, side by side, on the files that
point.c has made in the folder given."""
import random
import sqlite3
import statistics
import sys
import time

import kho

PERSONS, ROUNDS = 100_000, 9
folder = sys.argv[1] if len(sys.argv) > 1 else "."
graph = kho.connect(folder + "/point.kho")
table = sqlite3.connect(folder + "/point.db", isolation_level=None)
random.seed(7)

#: Each gives one text a row, the last a number as well; the numbers are those of runs.
QUESTIONS = [
    ("a text", 20_000, "MATCH (p:Person {id: $id}) RETURN p.name",
     "SELECT name FROM person WHERE id = ?"),
    ("ten texts", 5_000, "MATCH (:Person {id: $id})-[:KNOWS]->(q) RETURN q.name",
     "SELECT name FROM knows JOIN person ON id = other WHERE one = ?"),
    ("a thousand texts", 200, "MATCH (p:Person) WHERE $id <= p.id < $end RETURN p.name",
     "SELECT name FROM person WHERE id >= ? AND id < ?"),
    ("100 thousand rows", 2, "MATCH (p:Person) WHERE $id > 0 RETURN p.name, p.id",
     "SELECT name, id FROM person WHERE ? > 0"),
]


def ask_kho(query, runs, is_single):
    execute = graph.execute
    start = time.perf_counter()
    total = 0
    if is_single:
        for i, in runs:
            total += len(execute(query, id=i).fetchone()[0])
    else:
        for i, *end in runs:
            rows = execute(query, id=i, end=end[0]) if end else execute(query, id=i)
            for row in rows.fetchall():
                total += len(row[0])
    return (time.perf_counter() - start) / len(runs) * 1e6, total


def ask_sqlite(query, runs, is_single):
    execute = table.execute
    start = time.perf_counter()
    total = 0
    if is_single:
        for run in runs:
            total += len(execute(query, run).fetchone()[0])
    else:
        for run in runs:
            for row in execute(query, run).fetchall():
                total += len(row[0])
    return (time.perf_counter() - start) / len(runs) * 1e6, total


def measure(how):
    for name, count, query, select in QUESTIONS:
        ids = [random.randint(1, PERSONS) for _ in range(count)]
        runs = [(i, i + 1000) if "$end" in query else (i,) for i in ids]
        is_single = name == "a text"
        times = [(ask_kho(query, runs, is_single), ask_sqlite(select, runs, is_single))
                 for _ in range(ROUNDS)]
        assert all(mine[1] == theirs[1] for mine, theirs in times), "the answers differ"
        mine = statistics.median(mine[0] for mine, _ in times)
        theirs = statistics.median(theirs[0] for _, theirs in times)
        print(f"| Python{'' if kho.is_fast else ' without C'}, {name}, {how} | {mine:.2f} "
              f"| {theirs:.2f} | {theirs / mine:.2f}× |", flush=True)


measure("a transaction each")
with graph.read():
    table.execute("BEGIN")
    measure("all in one")
    table.execute("COMMIT")
