#!/usr/bin/env python3
"""Runs the workloads on every engine that is there, side by side, and prints a table for each.

Every engine has a process of its own, fed by one question at a time; each round asks all of them
each question in a new order. Answers are compared. Needs Python's own library alone; peers are those
whose modules this interpreter can import.
"""
import argparse
import importlib.util
import json
import math
import os
import random
import select
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, f"{HERE}/peers")
import serving  # noqa: E402

# Engines of KhoBench: name in tables → (what it serves, whose database).
# The limit has no database, and is nobody's peer: plans made by hand, over arrays in memory.
LIMIT = "limit"
OWN = {
    "Kho": ("kho", "kho"),
    "Kho, one tx": ("kho-transaction", "kho"),
    "Kho, Strings": ("kho-strings", "kho"),
    "SQLite": ("sqlite", "sqlite"),
    "SQLite, one tx": ("sqlite-transaction", "sqlite"),
    LIMIT: ("limit", None),
}
# Engines in Python: name in tables → (module, driver).
PEERS = {
    "DuckDB": ("duckdb", ["duckdb_driver.py"]),
    "Kùzu": ("kuzu", ["kuzu_driver.py", "kuzu"]),
    "LadybugDB": ("ladybug", ["kuzu_driver.py", "ladybug"]),
}


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("size", nargs="?", default="S", choices=["S", "M", "L"])
    parser.add_argument("--workloads", help="only these, separated by commas; of size L: micro")
    parser.add_argument("--questions", default="", help="only these, separated by commas")
    parser.add_argument("--engines", default="", help="only these, separated by semicolons")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=0.3, help="for each question and round")
    parser.add_argument("--timeout", type=float, default=60, help="seconds a run may take")
    parser.add_argument("--data", default=f"{HERE}/.build/data", help="where files are kept")
    parser.add_argument("--bench", default=f"{HERE}/.build/release/KhoBench")
    parser.add_argument("--json", help="a file for all figures")
    option = parser.parse_args()
    all_ = "micro" if option.size == "L" else "social,administration,micro"
    option.workloads = option.workloads or all_
    return option


def query_files(workload, dialect):
    """The file of the language, then that of the engine's dialect, whose texts come first."""
    language = "sql" if dialect in ("sqlite", "duckdb") else "cypher"
    family = "kuzu" if dialect == "ladybug" else dialect
    files = [f"{workload}.{language}", f"{workload}.{family}.{language}"]
    return [path for path in (f"{HERE}/queries/{file}" for file in files) if os.path.exists(path)]


class Engine:
    """One engine with one workload loaded, in a process that answers requests."""

    def __init__(self, name, command, queries):
        self.name, self.command, self.process = name, [*command, *queries], None
        self.memory = 0
        # Only peers may have a query rewritten by hand as well.
        self.questions = [
            question for question in serving.questions(queries)
            if "@" not in question or is_peer(name)]

    def ask(self, question, seconds, check, timeout):
        if self.process is None:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        request = {"question": question, "seconds": seconds, "check": check}
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        is_ready = select.select([self.process.stdout], [], [], timeout)[0]
        line = self.process.stdout.readline() if is_ready else b""
        if line:
            return json.loads(line)
        self.process.kill()
        self.stop()
        return {"error": "crashed" if is_ready else "timeout"}

    def stop(self):
        """Has the process end, and notes what memory it took at most, in megabytes."""
        if self.process:
            self.process.stdin.close()
            self.process.stdout.close()
            status, usage = os.wait4(self.process.pid, 0)[1:]
            self.process.returncode = os.waitstatus_to_exitcode(status)
            self.memory = max(self.memory, megabytes(usage))
            self.process = None


def is_peer(name):
    return name != LIMIT and not name.startswith("Kho")


def megabytes(usage):
    """The most memory that a process had."""
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def files(file):
    """A database's file and those beside it, as far as they are there."""
    suffixes = ("", "-lock", "-wal", "-shm", ".wal")
    return [file + suffix for suffix in suffixes if os.path.exists(file + suffix)]


def remove(file):
    for path in files(file):
        os.remove(path)


def load(name, file, command, loads, newer_than=0):
    """Makes a database unless it is there and newer than what makes it; notes what it took."""
    if os.path.exists(file) and os.path.getmtime(file) > newer_than:
        return
    remove(file)
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    seconds = float(process.stdout.read())
    status, usage = os.wait4(process.pid, 0)[1:]
    if status:
        raise subprocess.CalledProcessError(status, command)
    size = sum(os.path.getsize(path) for path in files(file))
    loads[name] = {
        "seconds": seconds, "megabytes": size / 1e6, "processor": usage.ru_utime + usage.ru_stime,
        "memory": megabytes(usage)}


def engines(workload, option):
    """Makes what is missing of data and databases; returns the engines and what loading took."""
    data = f"{option.data}/{option.size}/{workload}"
    if not os.path.exists(f"{data}/arguments.json"):
        subprocess.run([option.bench, "generate", workload, option.size, data], check=True)
    found, loads = [], {}
    chosen = set(filter(None, option.engines.split(";")))
    for name, (served, kind) in OWN.items():
        if chosen and name not in chosen:
            continue
        file = f"{data}/db.{kind}" if kind else f"{workload}.{option.size}"
        if kind:
            load(name, file, [option.bench, "load", kind, workload, option.size, file], loads,
                 newer_than=os.path.getmtime(option.bench) if kind == "kho" else 0)
        found.append(Engine(
            name, [option.bench, "serve", served, file, data], query_files(workload, kind)))
    for name, (module, driver) in PEERS.items():
        if (chosen and name not in chosen) or not importlib.util.find_spec(module):
            continue
        file = f"{data}/db.{module}"
        command = [sys.executable, f"{HERE}/peers/{driver[0]}", *driver[1:]]
        load(name, file, [*command, "load", data, file], loads)
        found.append(Engine(name, [*command, "serve", data, file], query_files(workload, module)))
    return found, loads


def run(workload, option):
    """All figures of a workload: by question and engine the medians of rounds, in microseconds."""
    found, loads = engines(workload, option)
    only = set(filter(None, option.questions.split(",")))
    questions = [
        question for question in dict.fromkeys(q for engine in found for q in engine.questions)
        if not only or question.split("@")[0] in only]
    figures = {}
    for question in questions:
        figures[question] = {
            engine.name: {"times": [], **engine.ask(question, 2, True, option.timeout)}
            for engine in found if question in engine.questions}
    shuffle = random.Random(1)
    for round_ in range(option.rounds):
        start = time.time()
        for question in questions:
            for engine in shuffle.sample(found, len(found)):
                figure = figures[question].get(engine.name)
                if figure is None or "error" in figure:
                    continue
                reply = engine.ask(question, option.seconds, False, 10 * option.timeout)
                if "error" in reply:
                    figure["error"] = reply["error"]
                else:
                    figure["times"].append(reply["median"])
                    figure["rows"] = reply["rows"]
        took = f"{time.time() - start:.0f} s"
        print(f"{workload} {option.size}: round {round_ + 1} in {took}", file=sys.stderr)
    for engine in found:
        engine.stop()
    return {
        "figures": figures, "loads": loads, "engines": [engine.name for engine in found],
        "memory": {engine.name: engine.memory for engine in found}}


def median(values):
    return sorted(values)[len(values) // 2]


def spell(microseconds):
    if microseconds < 100:
        return f"{microseconds:.3g}"
    if microseconds < 10_000:
        return f"{microseconds:,.0f}"
    if microseconds < 1e6:
        return f"{microseconds / 1000:,.3g} ms"
    return f"{microseconds / 1e6:.3g} s"


def best_of(variants):
    """Of each engine its time for a question and the variant that took it, and the rows."""
    best, rows = {}, 0
    for variant, figures in variants.items():
        for name, figure in figures.items():
            if "error" not in figure and figure["times"]:
                best[name] = min(best.get(name, (1e18, "")), (median(figure["times"]), variant))
                rows = figure["rows"]
    return best, rows


def compare(best):
    """The best peer, its time / Kho's, and Kho's time / the limit; None for what is not there."""
    kho = min((time_ for name, (time_, _) in best.items() if name.startswith("Kho")), default=None)
    peer_time, peer = min(
        ((time_, name) for name, (time_, _) in best.items() if is_peer(name)),
        default=(None, None))
    limit = best.get(LIMIT, (None, ""))[0]
    return peer, kho and peer_time and peer_time / kho, kho and limit and kho / limit


def ratio(value):
    return "–" if not value else f"{value:.2g}×" if value < 100 else f"{value:,.0f}×"


def row(question, variants, names):
    """One line of a table: of each engine the best variant, then how Kho compares."""
    best, rows = best_of(variants)
    cells = {
        name: spell(best[name][0]) + "*" * ("@" in best[name][1]) if name in best else "–"
        for name in [*names, LIMIT]}
    limit = cells.pop(LIMIT)
    peer, ahead, behind = compare(best)
    return "| " + " | ".join([
        question, f"{rows:.0f}", *cells.values(), peer or "–", ratio(ahead), limit, ratio(behind),
    ]) + " |"


def summary(by_question):
    """How Kho compares in all: the geometric mean to the best peers, the largest to the limit."""
    compared = {question: compare(best_of(them)[0]) for question, them in by_question.items()}
    logs = [math.log(ahead) for _, ahead, _ in compared.values() if ahead]
    behind, question = max((behind or 0, question) for question, (*_, behind) in compared.items())
    said = []
    if logs:
        mean = math.exp(sum(logs) / len(logs))
        said.append(f"The best peer's time / Kho's: {ratio(mean)} in the geometric mean.")
    if behind:
        said.append(f"Kho / limit: {ratio(behind)} at most ({question}).")
    return [" ".join(said), ""] if said else []


def disagreements(question, variants):
    """Engines whose answers differ, by the runs that both were asked."""
    answers = [
        (f"{variant} of {name}", figure["checksums"])
        for variant, figures in variants.items() for name, figure in figures.items()
        if "checksums" in figure]
    return [
        f"{first}, {second}"
        for index, (first, some) in enumerate(answers) for second, others in answers[index + 1:]
        if any(one != other for one, other in zip(some, others))]


def table(workload, size, result):
    """A Markdown table of a workload and what there is to say about it."""
    names, by_question = result["engines"], {}
    for variant, figures in result["figures"].items():
        by_question.setdefault(variant.split("@")[0], {})[variant] = figures
    columns = [name for name in names if name != LIMIT]
    head = [
        "question", "rows", *columns, "best peer", "its time / Kho's", "limit", "Kho / limit"]
    lines = [
        f"### {workload}, size {size}", "", "| " + " | ".join(head) + " |",
        "|---|" + "---:|" * (len(columns) + 1) + "---|" + "---:|" * 3]
    lines += [row(question, variants, columns) for question, variants in by_question.items()]
    lines += ["", *summary(by_question)]
    differing = [text for q, variants in by_question.items() for text in disagreements(q, variants)]
    lines += [f"Answers differ: {'; '.join(differing) or 'none'}."]
    errors = [
        f"{variant} on {name}: {figure['error']}"
        for variant, figures in result["figures"].items() for name, figure in figures.items()
        if "error" in figure]
    if errors:
        lines += ["", f"Failed: {'; '.join(errors)}."]
    if result["loads"]:
        loads = (
            f"{name} {figure['seconds']:.1f} s ({figure['processor']:.1f} s of processors), "
            f"{figure['megabytes']:.0f} MB, {figure['memory']:.0f} MB of memory at most"
            for name, figure in result["loads"].items())
        lines += ["", f"Loaded: {'; '.join(loads)}."]
    memory = (f"{name} {result['memory'][name]:.0f} MB" for name in columns)
    lines += ["", f"Memory of the asking processes at most: {'; '.join(memory)}."]
    return "\n".join(lines) + "\n"


def main():
    option = options()
    results = {}
    for workload in option.workloads.split(","):
        results[workload] = run(workload, option)
        print(table(workload, option.size, results[workload]), flush=True)
        if option.json:
            with open(option.json, "w", encoding="utf-8") as file:
                json.dump(results, file, indent=1)


if __name__ == "__main__":
    main()
