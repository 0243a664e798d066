"""What the drivers of engines in Python share: the coordinator's protocol, queries and checksums.

A driver is run as `load DATA FILE QUERIES…`, `serve DATA FILE QUERIES…` or `insert COUNT FILE`. Requests
and replies are those of Sources/KhoBench/Engines/Server.swift and Inserts.swift.
"""
import gc
import json
import re
import sys
import time

CHECKED_RUNS = 20
RUN_LIMIT = 100_000


def schema(data):
    return json.load(open(f"{data}/schema.json"))


def questions(files):
    """Queries by name; a later file's take the place of an earlier one's."""
    texts = {}
    for file in files:
        name = None
        for line in open(file, encoding="utf-8"):
            match = re.fullmatch(r"(?:--|//) ([a-z0-9_@]+)(:.*)?\n", line)
            if match:
                name = match[1]
                texts[name] = ""
            elif name and not line.startswith(("--", "//")):
                texts[name] += line
    return {name: text.strip().rstrip(";") for name, text in texts.items()}


def literal(value):
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def used(text, arguments):
    """The arguments that a query names: some engines refuse others."""
    return {name: value for name, value in arguments.items() if re.search(rf"\${name}\b", text)}


def spell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        return "%.6g" % value
    return str(value)


def checksum(rows, ordered):
    lines = ["\x1f".join(map(spell, row)).encode() for row in rows]
    if not ordered:
        lines.sort()
    value = 0xCBF29CE484222325
    for line in lines:
        for byte in line + b"\x1e":
            value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return "%x" % value


def check(run, runs, ordered, seconds):
    end = time.perf_counter() + seconds
    checksums = []
    for arguments in runs[:CHECKED_RUNS]:
        checksums.append(checksum(run(arguments), ordered))
        if time.perf_counter() > end:
            break
    return {"checksums": checksums}


def measure(run, runs, seconds):
    times, rows = [], 0
    end = time.perf_counter() + seconds
    while len(times) < RUN_LIMIT and (len(times) < 3 or time.perf_counter() < end):
        arguments = runs[len(times) % len(runs)]
        start = time.perf_counter_ns()
        result = run(arguments)
        duration = (time.perf_counter_ns() - start) / 1000
        times.append(duration)
        rows += len(result)
        if duration > 5e6:
            break
    return {
        "median": sorted(times)[len(times) // 2], "count": len(times), "rows": rows / len(times)}


def serve(data, files, prepare):
    """Answers requests; `prepare(name, text)` gives a function of arguments that returns rows."""
    texts = questions(files)
    with open(f"{data}/arguments.json", encoding="utf-8") as file:
        arguments = file.read()
    prepared = {}
    gc.disable()
    for line in sys.stdin:
        request = json.loads(line)
        name = request["question"]
        try:
            text = texts[name]
            if name not in prepared:
                prepared[name] = prepare(name, text)
            found = re.search(rf'"{name.split("@")[0]}":(\[.*?\])', arguments)
            runs = json.loads(found[1]) if found else [{}]
            if request["check"]:
                reply = check(prepared[name], runs, "ORDER BY" in text, request["seconds"])
            else:
                reply = measure(prepared[name], runs, request["seconds"])
        except Exception as error:
            reply = {"error": f"{type(error).__name__}: {error}"[:300]}
        print(json.dumps(reply), flush=True)


def insert(old_count, open_):
    """Answers lines; `open_()` gives functions that insert (key, target) pairs durably, that do so
    with one relationship between nodes that are there, and that count."""
    start = time.perf_counter()
    insert_, connect, counts = open_()
    print(json.dumps([1000 * (time.perf_counter() - start)]), flush=True)
    following, connected = old_count, 0
    for line in sys.stdin:
        words = line.split()
        if len(words) == 3:
            times = []
            for _ in range(int(words[2])):
                ids = range(following, following + int(words[1]))
                start = time.perf_counter_ns()
                insert_([(id_, id_ * 7919 % old_count) for id_ in ids])
                times.append((time.perf_counter_ns() - start) / 1000)
                following = ids.stop
            print(json.dumps(times), flush=True)
        elif len(words) == 2:
            times = []
            for number in range(connected, connected + int(words[1])):
                ends = (number * 7919 + 13) % old_count, (number * 104729 + 2) % old_count
                start = time.perf_counter_ns()
                connect(*ends)
                times.append((time.perf_counter_ns() - start) / 1000)
            connected += len(times)
            print(json.dumps(times), flush=True)
        else:
            print(json.dumps(counts()), flush=True)


def main(load, serve, open_for_insertion):
    """Runs a driver's command."""
    mode, data, file, *queries = sys.argv[1:]
    if mode == "load":
        start = time.perf_counter()
        load(data, file)
        print(time.perf_counter() - start)
    elif mode == "insert":
        insert(int(data), lambda: open_for_insertion(file))
    else:
        serve(data, file, queries)
