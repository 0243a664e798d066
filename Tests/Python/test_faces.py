"""Opening, transactions, big results, errors, limits, cancelling, procedures."""
import os
import resource
import signal
import subprocess
import sys
import threading
import time

import kho
import pytest
from conftest import ENDLESS, count


def test_O01_a_new_file_is_made(path):
    with kho.connect(path) as graph:
        assert count(graph) == 0
        assert os.stat(path).st_mode & 0o777 == 0o600
        assert os.path.exists(path + "-lock")


def test_O02_what_was_written_is_there_again(path):
    with kho.connect(path) as graph:
        graph.execute("CREATE (:A {x: 1})")
    with kho.connect(path) as graph:
        assert graph.execute("MATCH (a:A) RETURN a.x").value() == 1


def test_O03_read_only(path):
    kho.connect(path).close()
    with kho.connect(path, read_only=True) as graph:
        assert count(graph) == 0 and graph.info["readOnly"]


def test_O04_a_temporary_database_leaves_no_file():
    graph = kho.connect()
    graph.execute("CREATE ()")
    path = graph.info["path"]
    assert os.path.exists(path)
    graph.close()
    assert not os.path.exists(path)


def test_O05_no_file_and_none_is_made(path, fails):
    with fails(kho.StorageError, "FileNotFound"):
        kho.connect(path, create=False)
    assert not os.path.exists(path)


def test_O06_no_file_to_read(path, fails):
    with fails(kho.StorageError, "FileNotFound"):
        kho.connect(path, read_only=True)


def test_O07_versions(graph):
    assert kho.__version__ and graph.info["formatVersion"] and graph.info["libraryVersion"]


def test_O08_backup(path, graph, fails):
    graph.execute("CREATE (:A {x: 1})")
    graph.backup(path)
    with fails(kho.StorageError, "FileExists"):
        graph.backup(path)
    with kho.connect(path) as copy:
        assert copy.execute("MATCH (a:A) RETURN a.x").value() == 1


def test_O09_check(graph):
    graph.execute("CREATE (:A)-[:R]->(:B)")
    assert graph.check() == []


def test_O10_load_csv(graph, tmp_path):
    folder = tmp_path / "import"
    folder.mkdir()
    for file in (folder / "people.csv", tmp_path / "secret.csv"):
        file.write_text("Ada\n")
    inside = "LOAD CSV FROM 'people.csv' AS r RETURN r[0]"
    with pytest.raises(kho.KhoError):
        graph.execute(inside)
    with kho.connect(import_folder=folder) as allowed:
        assert allowed.execute(inside).value() == "Ada"
        with pytest.raises(kho.KhoError):
            allowed.execute("LOAD CSV FROM '../secret.csv' AS r RETURN r")


def test_T01_counters(graph):
    cursor = graph.execute("CREATE (a:A {x: 1, y: 2})-[:R]->(:B) RETURN a.x AS x")
    assert cursor.counters == {
        "nodesCreated": 2, "relationshipsCreated": 1, "propertiesSet": 2, "labelsAdded": 2}
    assert count(graph) == 2


def test_T02_committed(graph):
    with graph.write():
        graph.execute("CREATE (:A)")
        graph.execute("CREATE (:B)")
        assert graph.in_transaction
    assert not graph.in_transaction and count(graph) == 2
    graph.executemany("CREATE ({x: $x})", ({"x": x} for x in range(10)))
    assert count(graph) == 12
    graph.executescript("CREATE (:C); CREATE (:D);")
    with pytest.raises(kho.QuerySyntaxError):
        graph.executescript("CREATE (:C); CREATE (:D")
    assert count(graph) == 14


def test_T03_rolled_back(graph):
    graph.begin()
    graph.execute("CREATE (:A)")
    graph.rollback()
    assert count(graph) == 0


def test_T04_an_exception_rolls_back(graph):
    with pytest.raises(KeyError):
        with graph.write():
            graph.execute("CREATE (:A)")
            raise KeyError
    assert count(graph) == 0


def test_T05_own_changes_are_seen(graph):
    with graph.write():
        graph.execute("CREATE (:A)")
        assert count(graph) == 1


def test_T06_a_reader_keeps_its_state(path):
    with kho.connect(path) as graph, kho.connect(path) as other:
        with graph.read():
            assert count(graph) == 0
            other.execute("CREATE (:A)")
            assert count(graph) == 0
        assert count(graph) == 1


def test_T07_a_prepared_statement(graph):
    graph.execute("UNWIND range(1, 9) AS x CREATE (:A {x: x, name: 'n' + x})")
    name = graph.prepare("MATCH (a:A {x: $x}) RETURN a.name")
    assert [name(x=x).value() for x in range(1, 10)] == [f"n{x}" for x in range(1, 10)]
    with pytest.raises(kho.ParameterMissing):
        name()


def test_T08_columns_and_writing(graph):
    reading, writing = graph.prepare("RETURN 1 AS one, 2 AS two"), graph.prepare("CREATE ()")
    assert reading.columns == ("one", "two") and writing.columns == ()
    assert not reading.is_writing and writing.is_writing


def test_T09_planned_anew(graph):
    statement = graph.prepare("MATCH (a:A {x: 3}) RETURN count(a)")
    assert statement().value() == 0
    graph.execute("UNWIND range(1, 9) AS x CREATE (:A {x: x})")
    graph.execute("CREATE INDEX FOR (a:A) ON (a.x)")
    assert statement().value() == 1


def test_T10_reads_beside_a_write(path):
    with kho.connect(path) as graph, kho.connect(path) as other:
        with graph.write():
            graph.execute("CREATE (:A)")
            assert count(other) == 0
        assert count(other) == 1


def test_T11_failed_half_way(graph, fails):
    graph.begin()
    with fails(kho.QueryArithmeticError, "DivisionByZero"):
        graph.execute("UNWIND [1, 0] AS x CREATE (:A {x: 1 / x})")
    with fails(kho.Misuse, "TransactionFailed"):
        graph.execute("CREATE (:A)")
    with fails(kho.QueryArithmeticError, "DivisionByZero"):
        graph.commit()
    assert count(graph) == 0


def test_T12_a_syntax_error_inside(graph):
    with graph.write():
        graph.execute("CREATE (:A)")
        with pytest.raises(kho.QuerySyntaxError):
            graph.execute("CREATE (:B")
        graph.execute("CREATE (:C)")
    assert count(graph) == 2


def test_T14_plans(graph):
    assert graph.execute("EXPLAIN MATCH (n) RETURN n").plan["name"]
    cursor = graph.execute("PROFILE UNWIND [1, 2] AS x RETURN x")
    assert len(cursor.fetchall()) == 2 and cursor.plan["rows"] == 2


def test_B01_many_rows_in_little_memory(graph, many):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rows = total = 0
    for row in graph.execute("UNWIND range(1, $n) AS x RETURN x, 'row ' + x AS text", n=many):
        rows += 1
        total += row[0]
    assert rows == many and total == many * (many + 1) // 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024


def test_B02_left_after_a_few_rows(graph):
    cursor = graph.execute("UNWIND range(1, 1000000) AS x RETURN x")
    assert [next(cursor)[0] for _ in range(3)] == [1, 2, 3]
    graph.execute("CREATE (:A)")
    assert next(cursor)[0] == 4
    cursor.close()
    assert cursor.fetchall() == []
    with graph.execute("UNWIND range(1, 1000000) AS x RETURN x") as cursor:
        assert cursor.fetchone()[0] == 1
    assert count(graph) == 1


def test_B03_rows_in_chunks(graph):
    cursor = graph.execute("UNWIND range(1, 10000) AS x RETURN x")
    chunks = []
    while chunk := cursor.fetchmany(300):
        chunks.append([row[0] for row in chunk])
    assert max(map(len, chunks)) == 300
    assert [x for chunk in chunks for x in chunk] == list(range(1, 10001))


def test_B04_a_long_string(graph):
    text = "x" * (4 << 20)
    assert graph.execute("RETURN $x", x=text).value() == text


def test_E01_place_of_a_syntax_error(graph):
    with pytest.raises(kho.QuerySyntaxError) as caught:
        graph.execute("MATCH (n)\n  RETURN n.x +")
    error = caught.value
    assert (error.line, error.column, error.offset) == (2, 15, 24)
    assert error.kind == "SyntaxError" and error.phase == "compile time" and error.detail
    assert "2:15" in str(error) and "^" in str(error)


def test_E02_columns_and_offsets(graph):
    with pytest.raises(kho.QuerySyntaxError) as caught:
        graph.execute("RETURN 'Cầu Ngang' AS x, y")
    assert (caught.value.column, caught.value.offset) == (26, 27)


def test_E03_an_error_at_run_time(graph, fails):
    with fails(kho.QueryArithmeticError, "DivisionByZero") as caught:
        graph.execute("UNWIND [1, 0] AS x\nRETURN 1 / x").fetchall()
    assert (caught.value.line, caught.value.column, caught.value.phase) == (2, 8, "runtime")


def test_E04_a_hint(graph):
    with pytest.raises(kho.QuerySyntaxError) as caught:
        graph.execute("WITH 1 AS name RETURN nane")
    assert "name" in caught.value.hint


def test_E05_a_constraint(graph):
    graph.execute("CREATE CONSTRAINT FOR (a:A) REQUIRE a.x IS UNIQUE")
    graph.execute("CREATE (:A {x: 1})")
    with pytest.raises(kho.ConstraintValidationFailed):
        graph.execute("CREATE (:A {x: 1})")
    assert count(graph) == 1


def test_E06_no_value_in_an_error(graph):
    with pytest.raises(kho.KhoError) as caught:
        graph.execute("RETURN date($secret)", secret="hunter2").fetchall()
    assert "hunter2" not in str(caught.value)


def test_L01_time_limit(graph, fails):
    graph.limits(seconds=0.3)
    start = time.monotonic()
    with fails(kho.LimitExceeded, "TimeLimit"):
        graph.execute(ENDLESS)
    assert time.monotonic() - start < 2


def test_L02_memory_limit(graph, fails):
    graph.limits(memory=1 << 20)
    with fails(kho.LimitExceeded, "MemoryLimit"):
        graph.execute("UNWIND range(1, 1000000) AS x RETURN collect(x)")


def test_L03_row_limit(graph, fails):
    graph.limits(rows=5)
    with fails(kho.LimitExceeded, "RowLimit"):
        graph.execute("UNWIND range(1, 9) AS x RETURN x").fetchall()


def test_L04_a_write_that_reaches_a_limit(graph, fails):
    graph.limits(memory=1 << 20)
    with fails(kho.LimitExceeded, "MemoryLimit"):
        graph.execute("CREATE (:A) WITH 1 AS y UNWIND range(1, 1000000) AS x RETURN collect(x)")
    assert count(graph) == 0


def test_L05_unlimited_again(graph):
    graph.limits(rows=1)
    with pytest.raises(kho.LimitExceeded):
        graph.execute("UNWIND range(1, 9) AS x RETURN x").fetchall()
    graph.limits()
    assert len(graph.execute("UNWIND range(1, 9) AS x RETURN x").fetchall()) == 9


def soon(action):
    timer = threading.Timer(0.1, action)
    timer.start()
    return timer


def test_C01_cancelled_between_rows(graph):
    cursor = graph.execute("UNWIND range(1, 1000000) AS x RETURN x")
    next(cursor)
    graph.interrupt()
    with pytest.raises(kho.Cancelled):
        cursor.fetchall()


def test_C02_cancelled_while_it_runs(graph):
    soon(graph.interrupt)
    with pytest.raises(kho.Cancelled):
        graph.execute(ENDLESS)
    assert graph.execute("RETURN 1").value() == 1


def test_C03_cancelled_after_its_end(graph):
    assert graph.execute("RETURN 1").value() == 1
    graph.interrupt()
    assert graph.execute("RETURN 1").value() == 1


def test_C04_a_cancelled_write(graph):
    soon(graph.interrupt)
    with pytest.raises(kho.Cancelled):
        graph.execute("CREATE (:A) WITH 1 AS z " + ENDLESS)
    assert count(graph) == 0


def test_C05_control_c(graph):
    # A shell's background process starts with the signal ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    soon(lambda: os.kill(os.getpid(), signal.SIGINT))
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        graph.execute(ENDLESS)
    assert time.monotonic() - start < 5
    assert graph.execute("RETURN 1").value() == 1


def test_C06_cancelled_while_it_waits(path):
    with kho.connect(path) as graph, kho.connect(path) as other:
        with graph.write():
            soon(other.interrupt)
            with pytest.raises(kho.Cancelled):
                other.execute("CREATE (:A)")
        other.execute("CREATE (:A)")


def test_H01_a_procedure(graph):
    graph.register("text.words(text :: STRING?) :: (word :: STRING?, at :: INTEGER?)",
                   lambda text: ((word, at) for at, word in enumerate(text.split())))
    rows = graph.execute("CALL text.words('one two') YIELD word, at RETURN word, at").fetchall()
    assert rows == [("one", 0), ("two", 1)]


def test_H02_a_function(graph):
    graph.register_function("text.initials(text :: STRING?) :: STRING?",
                            lambda text: "".join(word[0] for word in text.split()))
    query = "UNWIND ['Ada Lovelace', 'Charles Babbage'] AS n RETURN collect(text.initials(n))"
    assert graph.execute(query).value() == ["AL", "CB"]


def test_H03_what_it_raises_ends_the_statement(graph):
    def fail():
        raise ValueError("not today")
        yield

    graph.register("my.fail() :: (x :: INTEGER?)", fail)
    with pytest.raises(kho.ProcedureError, match="ValueError: not today"):
        graph.execute("CALL my.fail() YIELD x RETURN x")
    graph.register_function("my.failing() :: INTEGER?", lambda: 1 // 0)
    with pytest.raises(kho.ProcedureError, match="ZeroDivisionError"):
        graph.execute("RETURN my.failing()")


def test_H04_calling_back_into_the_database(graph):
    graph.execute("CREATE (), ()")
    graph.register("my.count() :: (n :: INTEGER?)", lambda: [[count(graph)]])
    assert graph.execute("CALL my.count() YIELD n RETURN n").value() == 2


WRITER = ("import sys, kho\nwith kho.connect(sys.argv[1]) as graph:\n"
          "  for _ in range(20): graph.execute('CREATE (:A)')")


def test_X04_two_writing_processes(path):
    kho.connect(path).close()
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, path]) for _ in range(2)]
    assert [writer.wait() for writer in writers] == [0, 0]
    with kho.connect(path) as graph:
        assert count(graph) == 40


def test_X05_commits_of_another_process(path):
    with kho.connect(path) as graph:
        assert count(graph) == 0
        subprocess.run([sys.executable, "-c", WRITER, path], check=True)
        assert count(graph) == 20
