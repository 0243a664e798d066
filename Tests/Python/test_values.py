"""Parameters of every type in, values of every type out; by C and by Python alone."""
import dataclasses
import datetime as dt
import math
from zoneinfo import ZoneInfo

import kho
import pytest
from kho import _run


@pytest.fixture(autouse=True, params=["as it is built", "Python alone"])
def way(request, monkeypatch):
    if request.param == "Python alone":
        monkeypatch.setattr("kho._connection.run", _run._run)


@pytest.fixture
def echo(graph):
    def check(value, expected=None):
        result = graph.execute("RETURN $x AS x", x=value).value()
        expected = value if expected is None else expected
        assert type(result) is type(expected) and result == expected
        return result

    return check


def test_P01_null_true_false(graph):
    for value in (None, True, False):
        assert graph.execute("RETURN $x", x=value).value() is value


def test_P02_integers(echo):
    for value in (0, -1, 2**63 - 1, -(2**63), 2**53 + 1):
        echo(value)


def test_P03_floats(graph, echo):
    for value in (0.1, 1e308, 5e-324, math.inf, -math.inf):
        echo(value)
    assert math.copysign(1, echo(-0.0)) == -1
    assert math.isnan(graph.execute("RETURN $x", x=math.nan).value())


def test_P04_strings(echo):
    for value in ("", "Chỉ thị 05", "🙂👩‍👩‍👧", "a\0b", "y" * (1 << 20)):
        echo(value)
    echo("Chi\u0309 thi\u0323", "Chỉ thị")


def test_P05_lists(echo):
    nested = []
    for _ in range(99):
        nested = [nested]
    for value in ([], [1, "two", 3.0, None, [True]], nested):
        echo(value)
    echo((1, 2), [1, 2])


def test_P06_maps(echo):
    for value in ({}, {"a": {"b": [1, {"c": None}]}}, {"a b": 1, "": 2}):
        echo(value)


def test_P07_temporal_values(graph, echo):
    zone = ZoneInfo("Europe/Stockholm")
    for value in (
        dt.date(1984, 10, 11), dt.time(12, 31, 14, 645876), dt.datetime(1984, 10, 11, 12, 31),
        dt.time(12, 31, tzinfo=dt.timezone(dt.timedelta(hours=1))), dt.date(1, 1, 1),
        dt.datetime(1984, 10, 11, 12, 31, tzinfo=dt.timezone.utc), dt.date(9999, 12, 31),
        dt.datetime(2020, 10, 25, 2, 30, tzinfo=zone, fold=1),
        kho.Duration(14, 3, 4, 500_000_000), kho.Duration(-1, 2, -3, 4),
        kho.Temporal("datetime", 0, 1, 3600, "Europe/Stockholm"),
        kho.Temporal("date", 10**9), kho.Temporal("time", 43_200, 7, -3600),
    ):
        result = echo(value)
        assert graph.execute("RETURN toString($x)", x=value).value() == kho.text(value)
        if isinstance(value, dt.datetime):
            assert result.tzinfo == value.tzinfo and result.fold == value.fold
    echo(dt.timedelta(days=-1, seconds=5), kho.Duration(0, 0, -86_395, 0))
    assert kho.Duration(0, 1, 2, 3000).to_timedelta() == dt.timedelta(1, 2, 3)


def test_P08_a_surplus_parameter(graph):
    assert graph.execute("RETURN $x", x=1, y=2).value() == 1
    assert graph.execute("RETURN $x", {"x": 1, "a b": 2}).value() == 1


def test_P09_a_dataclass(graph):
    @dataclasses.dataclass
    class Person:
        name: str
        born: int

    graph.execute("CREATE (p:Person) SET p = $person", person=Person("Ada", 1815))
    assert graph.execute("MATCH (p:Person) RETURN p.born").value() == 1815


def test_V01_scalars_by_name_and_index(graph):
    row = graph.execute("RETURN true AS b, -7 AS i, 0.5 AS f, 'text' AS s, null AS n").one()
    assert row == (True, -7, 0.5, "text", None)
    assert (row.i, row[2], row.get("s")) == (-7, 0.5, "text")


def test_V02_a_node(graph):
    graph.execute("CREATE ()")
    node = graph.execute("CREATE (n:B:A {x: 1, name: 'Ada'}) RETURN n").value()
    assert (node.id, node.labels) == (1, ("A", "B"))
    assert node.properties == {"name": "Ada", "x": 1}
    assert node["x"] == 1 and node["nothing"] is None
    assert node == graph.execute("MATCH (n:A) RETURN n").value()


def test_V03_a_relationship(graph):
    edge = graph.execute("CREATE ()-[r:KNOWS {since: 1833}]->() RETURN r").value()
    assert edge == kho.Relationship(0, "KNOWS", 0, 1)
    assert (edge.type, edge.start, edge.end, edge.properties) == ("KNOWS", 0, 1, {"since": 1833})


def test_V04_paths(graph):
    graph.execute("CREATE (:A)-[:R]->(:B)<-[:S]-(:C)")
    path = graph.execute("MATCH p = (:A)-[*2]-(:C) RETURN p").value()
    assert len(path) == 2 and [type(part).__name__[0] for part in path] == list("NRNRN")
    assert [edge.type for edge in path.relationships] == ["R", "S"]
    assert len(graph.execute("MATCH p = (:A) RETURN p").value().nodes) == 1


def test_V05_values_in_values(graph):
    graph.execute("CREATE (:A {x: 1})")
    value = graph.execute("MATCH (a:A) RETURN [{node: a, list: [1, [2]]}, a]").value()
    assert value[0]["node"]["x"] == 1 and value[0]["list"] == [1, [2]] and value[1].id == 0


def test_V06_temporal_values(graph):
    row = graph.execute(
        "RETURN date('1970-02-01') AS d, localtime('00:01:02.000003') AS lt, "
        "time('12:00+01:00') AS t, localdatetime('1970-01-02T00:00:01') AS ldt, "
        "datetime('1970-01-01T01:00[Europe/Stockholm]') AS z, duration('P1Y2M3DT4.5S') AS u, "
        "localtime('12:00:00.000000001') AS ns, date('-0044-03-15') AS bc").one()
    zone = ZoneInfo("Europe/Stockholm")
    assert row[:6] == (
        dt.date(1970, 2, 1), dt.time(0, 1, 2, 3),
        dt.time(12, tzinfo=dt.timezone(dt.timedelta(hours=1))), dt.datetime(1970, 1, 2, 0, 0, 1),
        dt.datetime(1970, 1, 1, 1, tzinfo=zone), kho.Duration(14, 3, 4, 500_000_000))
    assert row.z.tzinfo.key == "Europe/Stockholm"
    assert row.ns == kho.Temporal("localtime", 43_200, 1) and str(row.bc) == "-0044-03-15"


def test_V07_no_columns(graph):
    cursor = graph.execute("CREATE ()")
    assert cursor.columns == () and cursor.fetchall() == []


def test_V08_names_of_columns(graph):
    row = graph.execute("RETURN 1 AS a, 2 AS `b c`, 3 AS count, 4 AS `class`").one()
    assert row.columns == ("a", "b c", "count", "class")
    assert row.asdict() == {"a": 1, "b c": 2, "count": 3, "class": 4}
    assert row.get("count") == 3 and row.a == 1


def test_V09_rows_are_kept(graph):
    rows = graph.execute("UNWIND range(1, 5000) AS x RETURN x, 'kept' AS k").fetchall()
    graph.close()
    assert rows[4999] == (5000, "kept")


def test_V10_rows_as_dicts(graph):
    rows = list(graph.execute("UNWIND [1, 2] AS x RETURN x, x + 1 AS y").dicts())
    assert rows == [{"x": 1, "y": 2}, {"x": 2, "y": 3}]


def test_V11_warnings(graph):
    graph.execute("CREATE (:Something)")
    notification, = graph.execute("MATCH (n:Nothing) RETURN n").notifications
    assert notification["code"] == "UnknownLabel" and "Nothing" in notification["message"]


TEXTS = ["", "Chỉ thị 05 về công tác cán bộ", "a\0b", "z" * (1 << 20), "a"]


def test_V12_stored_texts(graph):
    graph.executescript(
        "CREATE CONSTRAINT FOR (t:Text) REQUIRE t.number IS UNIQUE; CREATE (:All)")
    for number, text in enumerate(TEXTS):
        graph.execute("MATCH (a:All) CREATE (a)-[:HAS]->(:Text {number: $number, text: $text})",
                      number=number, text=text)
    rows = list(enumerate(TEXTS))
    for _ in range(2):
        for number, text in rows:
            row = graph.execute("MATCH (t:Text {number: $x}) RETURN t.number, t.text", x=number)
            assert row.one() == (number, text)
        several = graph.execute("MATCH (:All)-->(t) WITH t ORDER BY t.number "
                                "RETURN t.number, t.text")
        assert several.fetchall() == rows
        others = graph.execute("MATCH (:Text {number: 1})<--()-->(t) RETURN t.number, t.text "
                               "ORDER BY t.text").fetchall()
        assert others == sorted((row for row in rows if row[0] != 1), key=lambda row: row[1])
        assert graph.execute("MATCH (t:Text) RETURN t.number, t.text").fetchall() == rows


def test_V13_a_damaged_text(path):
    with kho.connect(path) as graph:
        graph.executescript("CREATE CONSTRAINT FOR (t:Text) REQUIRE t.number IS UNIQUE;"
                            "CREATE (:Text {number: 0, text: 'sound'}),"
                            "(:Text {number: 1, text: 'to be damaged: ở đây'})")
    with open(path, "r+b") as file:
        damaged = file.read().replace("damaged: ở".encode(), b"damaged: \xE1\xFF\x9F")
        file.seek(0)
        file.write(damaged)
    with kho.connect(path) as graph:
        text = "to be damaged: \uFFFD\uFFFD\uFFFD đây"
        assert graph.execute("MATCH (t:Text {number: 1}) RETURN t.text").value() == text
        assert graph.execute("MATCH (t:Text {number: 0}) RETURN t.text").value() == "sound"
        both = graph.execute("MATCH (t:Text) WHERE t.number >= 0 RETURN t.text").fetchall()
        assert both == [("sound",), (text,)]


def test_entities_as_parameters(graph):
    node = graph.execute("CREATE (n:A {x: 1}) RETURN n").value()
    assert graph.execute("RETURN $n.x, $n", n=node).one() == (1, node)


@pytest.mark.parametrize("package", ["pandas", "pyarrow", "networkx"])
def test_tables_and_graphs(graph, package):
    pytest.importorskip(package)
    graph.execute("CREATE (:A {x: 1})-[:R {w: 2}]->(:B)")
    cursor = graph.execute("MATCH (a)-[r]->(b) RETURN a, r, b, duration('P1D') AS u, 1 AS one")
    if package == "pandas":
        frame = cursor.to_pandas()
        assert list(frame.columns) == ["a", "r", "b", "u", "one"] and frame.one[0] == 1
    elif package == "pyarrow":
        table = cursor.to_arrow()
        assert table.column("a")[0].as_py()["properties"] == {"x": 1}
        assert table.column("u")[0].as_py() == "P1D"
    else:
        network = cursor.to_networkx()
        assert network.nodes[0]["labels"] == ("A",) and network[0][1][0]["type"] == "R"
