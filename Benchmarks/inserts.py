#!/usr/bin/env python3
"""Small durable transactions and opening a file: every engine on its own copy of `micro`.

python3 Benchmarks/inserts.py [S|M] [--rounds N] [--data FOLDER]

An insertion is a node with six properties and a relationship to a node that was there; one
relationship by itself is measured too, between two nodes that were there. In each
round the engines take turns, in a new order; what each has counted at the end must be what was
inserted. `limit` is LMDB alone: a record of 100 bytes for each insertion.
"""
import importlib.util
import json
import random
import shutil
import subprocess
import sys

import run

SINGLES, BATCHES, BATCH = 100, 2, 1000


class Inserter:
    """An engine's process, on a copy of its database."""

    def __init__(self, name, file, folder, command, old_count):
        self.name, self.inserted, self.connected = name, 0, 0
        self.singles, self.connections, self.batches = [], [], []
        copy = f"{folder}/inserts-{name}"
        run.remove(copy)
        if file:
            shutil.copyfile(file, copy)
            subprocess.run(["sync", copy], check=True)
        self.file = copy
        self.process = subprocess.Popen(
            [word.format(file=copy, count=old_count) for word in command],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.opened = self.reply()[0]

    def reply(self):
        return json.loads(self.process.stdout.readline())

    def ask(self, line):
        print(line, file=self.process.stdin, flush=True)
        return self.reply()

    def insert(self, size, count):
        self.inserted += size * count
        return self.ask(f"insert {size} {count}")

    def connect(self, count):
        self.connected += count
        return self.ask(f"connect {count}")


def main():
    option = run.options()
    folder = f"{option.data}/{option.size}/micro"
    own = {"Kho": "kho", "SQLite": "sqlite", run.LIMIT: "limit"}
    option.workloads, option.engines = "micro", ""
    run.engines("micro", option)
    with open(f"{folder}/node.csv", encoding="utf-8") as rows:
        nodes = sum(1 for _ in rows) - 1
    with open(f"{folder}/knows.csv", encoding="utf-8") as rows:
        relationships = sum(1 for _ in rows) - 1
    inserters = [
        Inserter(
            name, None if name == run.LIMIT else f"{folder}/db.{kind}", folder,
            [option.bench, "insert", kind, "{file}", "{count}"], nodes)
        for name, kind in own.items()]
    for name, (module, driver) in run.PEERS.items():
        if importlib.util.find_spec(module):
            command = [sys.executable, f"{run.HERE}/peers/{driver[0]}", *driver[1:]]
            inserters.append(Inserter(
                name, f"{folder}/db.{module}", folder, [*command, "insert", "{count}", "{file}"],
                nodes))
    shuffle = random.Random(1)
    for _ in range(option.rounds):
        for inserter in shuffle.sample(inserters, len(inserters)):
            inserter.singles += inserter.insert(1, SINGLES)
        for inserter in shuffle.sample(inserters, len(inserters)):
            inserter.connections += inserter.connect(SINGLES)
        for inserter in shuffle.sample(inserters, len(inserters)):
            inserter.batches += inserter.insert(BATCH, BATCHES)
    print(
        "| engine | open, ms | one insertion, µs | slowest twentieth, µs | one relationship, µs | "
        f"{BATCH:,} insertions in one transaction, ms |\n|---|---:|---:|---:|---:|---:|")
    for inserter in inserters:
        if inserter.name != run.LIMIT:
            expected = [
                nodes + inserter.inserted, relationships + inserter.inserted + inserter.connected]
            assert inserter.ask("count") == expected, inserter.name
        singles = sorted(inserter.singles)
        late, batch = singles[len(singles) * 19 // 20], run.median(inserter.batches) / 1000
        print(
            f"| {inserter.name} | {inserter.opened:.2f} | {run.median(singles):,.0f} | "
            f"{late:,.0f} | {run.median(inserter.connections):,.0f} | {batch:,.1f} |")
        inserter.process.stdin.close()
        inserter.process.wait()
        run.remove(inserter.file)


if __name__ == "__main__":
    main()
