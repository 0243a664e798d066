"""Misuse: no case ends the process, hangs, or gives a wrong row."""
import copy
import gc
import os
import pickle
import subprocess
import sys
import threading

import kho
import pytest
from conftest import ENDLESS, count


def check_two(first, second):
    with kho.connect(first) as one, kho.connect(second) as two:
        one.execute("CREATE (:A)")
        assert count(two) == 1
        two.execute("CREATE (:B)")
        assert count(one) == 2
        one.close()
        assert count(two) == 2


def test_M01_opened_twice(path):
    check_two(path, os.path.join(os.path.dirname(path), ".", "a.kho"))


def test_M02_opened_by_a_symbolic_link(path, tmp_path):
    kho.connect(path).close()
    os.symlink(path, tmp_path / "b.kho")
    check_two(path, tmp_path / "b.kho")


def test_M03_opened_by_a_hard_link(path, tmp_path):
    kho.connect(path).close()
    os.link(path, tmp_path / "b.kho")
    check_two(path, tmp_path / "b.kho")


def test_M04_read_only_then_for_writing(path):
    kho.connect(path).close()
    with kho.connect(path, read_only=True) as graph:
        with pytest.raises(kho.Misuse):
            kho.connect(path)
        assert count(graph) == 0


def test_M05_closed_twice(path):
    graph = kho.connect(path)
    graph.close()
    graph.close()
    assert graph.is_closed


def test_M06_used_after_closing(path, fails):
    graph = kho.connect(path)
    graph.close()
    for use in (
        lambda: graph.execute("RETURN 1"), lambda: graph.prepare("RETURN 1"), graph.begin,
        graph.commit, graph.rollback, graph.check, lambda: graph.info, graph.interrupt,
        lambda: graph.backup("b.kho"), lambda: graph.executescript("RETURN 1"), graph.limits,
        lambda: graph.register("a() :: ()", list),
    ):
        with fails(kho.Misuse, "DatabaseClosed"):
            use()


def test_M07_fork(path, fails):
    graph = kho.connect(path)
    graph.execute("CREATE (:A)")
    cursor = graph.execute("UNWIND range(1, 100000) AS x RETURN x")
    next(cursor)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            for use in (lambda: graph.execute("RETURN 1"), lambda: list(cursor), graph.begin):
                with fails(kho.Misuse, "ForkedProcess"):
                    use()
            graph.close()
            with kho.connect(path) as own:
                own.execute("CREATE (:B)")
                assert count(own) == 2
            code = 0
        finally:
            os._exit(code)
    assert os.waitpid(child, 0)[1] == 0
    assert sum(1 for _ in cursor) == 99999 and count(graph) == 2


def test_M08_closed_inside_of_a_transaction(path, fails):
    graph = kho.connect(path)
    with fails(kho.Misuse, "DatabaseClosed"):
        with graph.write():
            graph.execute("CREATE (:A)")
            graph.close()
    with kho.connect(path) as graph:
        assert count(graph) == 0


def test_M09_M10_a_transaction_after_its_end(graph, fails):
    graph.begin()
    graph.commit()
    for use in (graph.commit, graph.rollback):
        with fails(kho.Misuse, "NoTransaction"):
            use()


def test_M11_from_two_threads_at_once(graph, fails):
    graph.begin(write=False)
    errors = []

    def run():
        try:
            graph.execute(ENDLESS)
        except kho.KhoError as error:
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    threading.Event().wait(0.3)
    with fails(kho.Misuse, "TransactionBusy"):
        graph.execute("RETURN 1")
    graph.interrupt()
    thread.join()
    assert [error.kind for error in errors] == ["Cancelled"]
    assert graph.execute("RETURN 1").value() == 1


def test_M12_a_write_inside_of_a_write(path, fails):
    with kho.connect(path) as graph, kho.connect(path) as other:
        other.busy_timeout(0.05)
        with graph.write():
            with fails(kho.Misuse, "TransactionIsOpen"):
                graph.begin()
            with fails(kho.Misuse, "NestedWrite"):
                other.execute("CREATE ()")
        other.execute("CREATE ()")


@pytest.mark.parametrize("write", [False, True])
def test_M14_M15_a_result_after_its_transaction(graph, fails, write):
    graph.begin(write=write)
    cursor = graph.execute("UNWIND range(1, 100000) AS x RETURN x")
    next(cursor)
    graph.commit()
    with fails(kho.Misuse, "TransactionFinished"):
        cursor.fetchall()


def test_M16_a_result_after_its_database(graph, fails):
    cursor = graph.execute("UNWIND range(1, 100000) AS x RETURN x")
    next(cursor)
    graph.close()
    with fails(kho.Misuse, "DatabaseClosed"):
        cursor.fetchall()
    assert cursor.fetchall() == []


def test_M17_a_statement_after_its_database(graph, fails):
    statement = graph.prepare("RETURN 1")
    graph.close()
    with fails(kho.Misuse, "DatabaseClosed"):
        statement()


def test_M18_a_statement_of_another_database(graph, fails):
    with kho.connect() as other, fails(kho.Misuse, "ForeignStatement"):
        other.execute(graph.prepare("RETURN 1"))


def test_M19_a_cursor_closed_twice(graph):
    cursor = graph.execute("UNWIND range(1, 100000) AS x RETURN x")
    cursor.close()
    cursor.close()
    assert cursor.fetchone() is None and list(cursor) == []


def test_M19_copied(graph):
    graph.execute("CREATE (:A {x: 1})")
    cursor = graph.execute("MATCH (a:A) RETURN a.x AS x")
    for holder in (graph, cursor, graph.prepare("RETURN 1")):
        for copying in (copy.copy, copy.deepcopy, pickle.dumps):
            with pytest.raises(TypeError):
                copying(holder)
    row = pickle.loads(pickle.dumps(cursor.one()))
    assert row == (1,) and row.x == 1


@pytest.mark.parametrize("query", ["CREATE ()", "CREATE INDEX FOR (a:A) ON (a.x)"])
def test_M20_M21_writing_in_a_read_transaction(graph, fails, query):
    with graph.read(), fails(kho.Misuse, "ReadOnlyTransaction"):
        graph.execute(query)
    assert count(graph) == 0


def test_M22_writing_read_only(path, fails):
    kho.connect(path).close()
    with kho.connect(path, read_only=True) as graph:
        for use in (lambda: graph.execute("CREATE ()"), graph.begin):
            with fails(kho.Misuse, "ReadOnlyDatabase"):
                use()


def test_M23_a_missing_parameter(graph):
    with pytest.raises(kho.ParameterMissing):
        graph.execute("CREATE ({x: $x})")
    assert count(graph) == 0


def test_M24_a_parameter_of_a_wrong_type(graph):
    graph.execute("CREATE ()")
    with pytest.raises(kho.KhoError):
        graph.execute("MATCH (n) RETURN n LIMIT $n", n="two").fetchall()
    with pytest.raises((kho.QueryTypeError, kho.ArgumentError)):
        graph.execute("MATCH (n) SET n = $x", x=1)


@pytest.mark.parametrize(
    "value", [2**63, -(2**63) - 1, {1, 2}, object(), b"bytes", "\ud800", {1: 2}, {"\ud800": 1}, 1j,
              [object()], {"x": {3}}, kho.Duration(2**63), kho.Temporal("date", 2**70), int])
def test_M25_what_is_no_value(graph, value):
    with pytest.raises(kho.QueryTypeError):
        graph.execute("CREATE ({x: $x})", x=value)
    assert count(graph) == 0


@pytest.mark.parametrize("values", [(1,), [1], "x", 5])
def test_M25_parameters_without_names(graph, values):
    with pytest.raises(kho.QueryTypeError, match="by name"):
        graph.execute("CREATE ({x: $x})", values)
    with pytest.raises(kho.QueryTypeError, match="by name"):
        graph.executemany("CREATE ({x: $x})", [{"x": 1}, values])
    assert count(graph) == 0


@pytest.mark.parametrize("query", [None, b"RETURN 1", 5])
def test_M25_a_query_that_is_no_text(graph, query):
    with pytest.raises(kho.QueryTypeError):
        graph.execute(query)
    with pytest.raises(kho.QueryTypeError):
        graph.executescript(query)


def test_M26_nested_deep(graph, fails):
    nested = []
    for _ in range(10_000):
        nested = [nested]
    with fails(kho.LimitExceeded, "NestingTooDeep"):
        graph.execute("RETURN $x", x=nested)
    mapping = {}
    for _ in range(10_000):
        mapping = {"a": mapping}
    with fails(kho.LimitExceeded, "NestingTooDeep"):
        graph.execute("RETURN $x", x=mapping)
    while nested:  # So that Python itself need not free it recursively.
        nested = nested[0]


def test_M27_a_value_that_contains_itself(graph, fails):
    endless = []
    endless.append(endless)
    with fails(kho.LimitExceeded, "NestingTooDeep"):
        graph.execute("RETURN $x", x=endless)


def test_M28_a_column_that_is_not_there(graph, fails):
    row = graph.execute("RETURN 'text' AS t").one()
    with fails(kho.Misuse, "UnknownColumn"):
        row.get("x")
    with pytest.raises(AttributeError):
        row.x
    with pytest.raises(IndexError):
        row[1]
    with fails(kho.Misuse, "NotSingle"):
        graph.execute("UNWIND [1, 2] AS x RETURN x").one()


def test_M29_a_directory(tmp_path, fails):
    with fails(kho.StorageError, "IsDirectory"):
        kho.connect(tmp_path)


@pytest.mark.parametrize("content, detail", [(b"", "EmptyFile"), (b"a diary\n", "NotADatabase")])
def test_M30_M31_other_files(path, fails, content, detail):
    with open(path, "wb") as file:
        file.write(content)
    with fails(kho.StorageError, detail):
        kho.connect(path)
    with open(path, "rb") as file:
        assert file.read() == content


def test_M32_a_file_of_another_lmdb(path, fails):
    kho.connect(path).close()
    with open(path, "r+b") as file:  # The data version stands on both meta pages.
        for page in range(2):
            file.seek(page * os.sysconf("SC_PAGESIZE") + 20)
            file.write(b"\x02")
    with fails(kho.StorageError, "OtherLMDB"):
        kho.connect(path)


def test_M33_a_file_cut_in_the_middle(path):
    with kho.connect(path) as graph:
        graph.execute("UNWIND range(1, 20000) AS x CREATE (:A {x: x, text: 'text ' + x})")
    os.truncate(path, os.path.getsize(path) // 2)
    try:
        with kho.connect(path) as graph:
            graph.execute("MATCH (a:A) RETURN count(a.text)").fetchall()
    except kho.StorageError:
        pass


def test_M34_a_missing_folder(tmp_path, fails):
    with fails(kho.StorageError, "FileNotFound") as caught:
        kho.connect(tmp_path / "missing" / "a.kho")
    assert "missing/a.kho" in caught.value.message


@pytest.mark.skipif(os.geteuid() == 0, reason="everything is permitted to root")
def test_M35_no_permission(tmp_path, fails):
    os.chmod(tmp_path, 0o500)
    with fails(kho.StorageError, "PermissionDenied"):
        kho.connect(tmp_path / "a.kho")


@pytest.mark.parametrize("name", ["", "a\0b"])
def test_M36_no_path(name):
    with pytest.raises((kho.StorageError, kho.Misuse)):
        kho.connect(name)


def test_M37_the_lock_file_removed(path, fails):
    with kho.connect(path) as graph:
        graph.execute("CREATE ()")
        os.remove(path + "-lock")
        for use in (lambda: graph.execute("CREATE ()"), graph.begin):
            with fails(kho.StorageError, "LockFileVanished"):
                use()
        assert count(graph) == 1


@pytest.mark.parametrize("query", ["", "// nothing", "RETURN 1; RETURN 2"])
def test_M38_M39_no_statement_or_two(graph, query):
    with pytest.raises(kho.QuerySyntaxError):
        graph.execute(query)


@pytest.mark.parametrize("query", [
    "RETURN '" + "x" * (4 << 20) + "'", "RETURN " + "(" * 100_000, "RETURN " + "[" * 100_000,
    "RETURN 1" + " + 1" * 10_000, "WITH 1 AS x " * 300 + "RETURN x"])
def test_M40_M41_M42_monstrous_statements(graph, query):
    try:
        graph.execute(query)
    except (kho.QuerySyntaxError, kho.LimitExceeded):
        pass
    assert graph.execute("RETURN 1").value() == 1


def test_M48_rows_that_are_deleted_while_they_are_read(graph):
    graph.execute("UNWIND range(1, 5000) AS x CREATE (:A {x: x})")
    with graph.write():
        rows = graph.execute("MATCH (a:A) RETURN a.x")
        first = next(rows)[0]
        graph.execute("MATCH (a:A) DELETE a")
        assert first + sum(row[0] for row in rows) == 5000 * 5001 // 2
        assert count(graph) == 0


def test_M49_a_procedure_with_wrong_rows(graph):
    for rows in ([(1, 2)], [()], [1], 5, [({1},)]):
        graph.register("my.rows() :: (x :: INTEGER?)", lambda rows=rows: rows)
        with pytest.raises(kho.ProcedureError):
            graph.execute("CALL my.rows() YIELD x RETURN x").fetchall()


def test_M51_forgotten_without_closing(path):
    graph = kho.connect(path)
    graph.begin()
    graph.execute("CREATE (:A)")
    cursor = graph.execute("UNWIND range(1, 100000) AS x RETURN x")
    next(cursor)
    del graph, cursor
    gc.collect()
    with kho.connect(path) as graph:
        assert count(graph) == 0
        graph.execute("CREATE (:A)")
    script = ("import sys, kho\ngraph = kho.connect(sys.argv[1])\ngraph.begin()\n"
              "rows = graph.execute('UNWIND range(1, 100000) AS x RETURN x')\nnext(rows)")
    subprocess.run([sys.executable, "-c", script, path], check=True)


def test_M52_opened_and_closed_often(path):
    with kho.connect(path) as graph:  # What is opened once for all.
        count(graph)
    before = len(os.listdir("/proc/self/fd")) if os.path.exists("/proc/self/fd") else 0
    threads = threading.active_count()
    for _ in range(200):
        with kho.connect(path) as graph:
            count(graph)
    if before:
        assert len(os.listdir("/proc/self/fd")) == before
    assert threading.active_count() == threads


def test_M53_many_threads(path):
    with kho.connect(path) as graph:
        graph.execute("CREATE (), (), ()")
        wrong = []

        def read():
            for _ in range(20):
                if count(graph) != 3:
                    wrong.append(1)

        threads = [threading.Thread(target=read) for _ in range(100)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not wrong


def test_values_that_change_while_they_are_read(graph):
    class Trap(float):
        def __float__(self):
            values.clear()
            return 1.0

    values = [Trap(1), 2, 3]
    try:
        graph.execute("RETURN $x", x=values)
    except (kho.KhoError, IndexError, RuntimeError):
        pass
    assert graph.execute("RETURN 1").value() == 1


def test_random_calls(path):
    import random

    seed = random.randrange(1 << 30)
    print("seed", seed)
    random.seed(seed)
    graphs, cursors = [], []
    for _ in range(1500):
        try:
            match random.randrange(9):
                case 0: graphs.append(kho.connect(path))
                case 1: random.choice(graphs).close()
                case 2:
                    graph = random.choice(graphs)
                    graph.busy_timeout(0)
                    graph.begin(write=random.random() < 0.3)
                case 3: random.choice(graphs).commit()
                case 4: random.choice(graphs).rollback()
                case 5:
                    graph = random.choice(graphs)
                    graph.busy_timeout(0)
                    cursors.append(graph.execute("UNWIND range(1, 9999) AS x RETURN x"))
                case 6: next(random.choice(cursors))
                case 7: random.choice(cursors).close()
                case 8:
                    graph = random.choice(graphs)
                    graph.busy_timeout(0)
                    graph.execute("CREATE (:A)")
        except (kho.KhoError, IndexError, StopIteration):
            pass
        graphs, cursors = graphs[-8:], cursors[-8:]
