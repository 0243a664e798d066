/// Statements that show each rule of the grammar at least once, as text and as the printer writes
/// it.
enum Corpus {
  /// Statements that are printed as they are written.
  static let canonical = [
    "MATCH (n) RETURN n",
    "MATCH (n:A:B {x: 1, y: $y}) RETURN n.x AS x, n",
    "MATCH (n:A|B&!C WHERE n.x > 1) RETURN *",
    "MATCH (:!(A|B)), (:%), (:!(!A)) RETURN 1",
    "MATCH (a)-[r:T|U]->(b)<--(c)--(d) RETURN *",
    "MATCH (a)-[:T*]-(e)-[*2..]->(f)-[*..3]->(g)-[s:T*1..3 {x: 1}]-(h) RETURN *",
    "MATCH (a)-[r:T WHERE r.x = 1]->(b), (c) WHERE a.x = c.x RETURN *",
    "MATCH p = (a)-[*0..]->(b), q = shortestPath((a)-[:T*]-(b)) RETURN p, q",
    "MATCH p = allShortestPaths((a)-[*..5]->(b)) RETURN length(p)",
    "MATCH ANY SHORTEST (a)-->(b)-->(c) RETURN 1",
    "MATCH ALL SHORTEST (a)-->(b)-->(c) RETURN 1",
    "MATCH SHORTEST $k (a)-->(b) MATCH SHORTEST $`a b` GROUPS (a)-->(b) RETURN 1",
    "MATCH q = SHORTEST 2 (p = (a)-[*1..]->(b) WHERE length(p) > 1) RETURN p, q",
    "MATCH q = ANY SHORTEST (p = ()((a)-->(b)){1,}()) RETURN p",
    "OPTIONAL MATCH (n) WHERE n:A:B AND NOT n:(C|D) RETURN n",
    "UNWIND [1, 2, 3] AS x WITH DISTINCT x ORDER BY x DESC SKIP 1 LIMIT 2 WHERE x > 1 RETURN x",
    "WITH *, 1 AS one RETURN DISTINCT *, one AS two ORDER BY one, two DESC SKIP $s LIMIT $l",
    "CREATE (a:A {x: 1})-[:T {y: [1, 2]}]->(b $properties), (c)",
    "MERGE (a:A {x: 1}) ON CREATE SET a.new = true, a:New ON MATCH SET a.new = false",
    "MATCH (n) SET n.x = 1, n.y.z = 2, n = {}, n += $m, n:A:B, n['k'] = 3, f(n).x = 4",
    "MATCH (n) REMOVE n.x, n:A:B, n['k']",
    "MATCH (n)-[r]->() DELETE r, n",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) FOREACH (x IN [1, 2] | SET n.x = x CREATE (:A {x: x}))",
    "CALL db.labels",
    "CALL db.labels()",
    "CALL a.b.c(1, 'x') YIELD *",
    "MATCH (n) CALL a.b(n) YIELD x AS y, z WHERE y > 1 RETURN y, z",
    "CALL { MATCH (n) RETURN n UNION ALL MATCH (m) RETURN m AS n } RETURN n",
    "MATCH (a) CALL (a) { CREATE (:B {x: a.x}) } RETURN a",
    "MATCH (a) OPTIONAL CALL (*) { MATCH (b) RETURN b } RETURN a, b",
    "CALL () { RETURN 1 AS x } RETURN x",
    "LOAD CSV WITH HEADERS FROM 'file.csv' AS row FIELDTERMINATOR ';' CREATE (:A {x: row.x})",
    "LOAD CSV FROM $url AS row RETURN row[0]",
    "RETURN 1 AS x UNION RETURN 2 AS x UNION RETURN 3 AS x",
    "EXPLAIN MATCH (n) RETURN n",
    "PROFILE RETURN 1",
    "RETURN 1 + 2 * 3 ^ 4 - -5 % 6 / x",
    "RETURN (1 + 2) * 3, (1 + 2) + 3, 2 ^ (3 ^ 4), -(5), -x ^ 2, - -x, +x, (-5).x, -(2 + 3)",
    "RETURN a OR b AND NOT c XOR d, (a OR b) AND c, NOT NOT a, NOT (a AND b), (NOT a) = b",
    "RETURN 1 < x <= 3 <> y >= z > 0 = a, (1 < 2) < 3",
    "RETURN x IN xs, x STARTS WITH 'a', x ENDS WITH 'b', x CONTAINS 'c', x =~ 'd.*', x IN (y IN z)",
    "RETURN x IS NULL, x IS NOT NULL, x = y IS NULL, (x = y) IS NULL, x IN y IS NULL",
    "RETURN x IS :: STRING, x IS NOT :: LIST<MAP NOT NULL> NOT NULL, x IS :: ANY<DATE | POINT>",
    "RETURN (x IS :: ANY) < y, x IS :: MAP < y IS NULL, x IS NORMALIZED, x IS NOT NFKD NORMALIZED",
    "RETURN [x IN xs WHERE x IS :: MAP | x]",
    "RETURN 'a' || 'b' || x + y, ('a' || 'b') + 'c'",
    "RETURN n.a.b[0].c[1..2][..3][4..][..], (a + b).c, [1, 2][0], {x: 1}.x, $p.x, f(x).y",
    "RETURN n:A, n:A = true, -n:A, n.x:A, (a + b):A, (n:A).x",
    "RETURN [], [1, [2, 'x']], [(x IN xs)], [(a AND b), c], {}, {a: 1, `b c`: {d: null}, match: 1}",
    "RETURN [x IN xs], [x IN xs WHERE x > 1], [x IN xs | x + 1], [x IN xs WHERE x:(A|B) | x:A]",
    "RETURN [(a)-[:T]->(b) | b.x], [p = (a)-->(b) WHERE b:A | length(p)]",
    "RETURN all(x IN xs WHERE x > 0), any(x IN xs WHERE x), none(x IN xs WHERE x), "
      + "single(x IN xs WHERE x = 1)",
    "RETURN reduce(sum = 0, x IN xs | sum + x)",
    "RETURN CASE WHEN a THEN 1 WHEN b THEN 2 ELSE 3 END, CASE x WHEN 1, 2 THEN 'a' END",
    "RETURN CASE x WHEN > 3, = 1 THEN 1 WHEN IS NULL, 7, STARTS WITH y THEN 2 WHEN =~ z THEN 3 END",
    "RETURN CASE x WHEN IS :: DATE, IS NOT NORMALIZED THEN CASE y WHEN <> x THEN 1 END END",
    "RETURN n {.*, .a, b: 1, c}, n {}",
    "RETURN count(*), count(DISTINCT x), f(), a.b.c(1, 2), exists(n.x), trim(' a ')",
    "MATCH (n) WHERE exists((n)-->()) OR (n)-[:T]->(:A) AND NOT (n)--() RETURN 1",
    "RETURN EXISTS { MATCH (n)-->(m) WHERE m.x = 1 }",
    "RETURN COUNT { MATCH (n) RETURN n UNION RETURN 1 AS n }",
    "RETURN COLLECT { MATCH (n) RETURN n.x ORDER BY n.x }",
    "RETURN shortestPath((a)-[*]-(b))",
    "RETURN 0, -9223372036854775808, 1.5, -2.0, 1.0E20, 'it\\'s \\\\ \\n'",
    "RETURN true, false, null, NaN, Infinity",
    "RETURN -(Infinity) - -(Infinity) - m, -(NaN) - -(NaN)",
    "RETURN $name, $1, $`a b`, `a b`, `true`, `count` {.x}, `all`(x)",
    "RETURN tỉnh, 名前, données.`tên huyện`, 'Cầu Ngang'",
    "CREATE INDEX FOR (x:A) ON (x.k)",
    "CREATE INDEX i IF NOT EXISTS FOR ()-[x:T]-() ON (x.k, x.l)",
    "DROP INDEX i IF EXISTS",
    "DROP INDEX ON :A(k)",
    "CREATE CONSTRAINT FOR (x:A) REQUIRE (x.k) IS UNIQUE",
    "CREATE CONSTRAINT c IF NOT EXISTS FOR (x:A) REQUIRE (x.k, x.l) IS KEY",
    "CREATE CONSTRAINT FOR ()-[x:T]-() REQUIRE (x.k) IS NOT NULL",
    "CREATE CONSTRAINT FOR (x:A) REQUIRE (x.k) IS :: LIST<INTEGER NOT NULL>",
    "DROP CONSTRAINT c",
    "SHOW INDEXES",
    "SHOW CONSTRAINTS YIELD name, type AS t ORDER BY t LIMIT 3 WHERE t = 'UNIQUE' RETURN name",
    "SHOW LABELS YIELD *",
  ]

  /// Statements and how they are printed.
  static let rewritten: [(text: String, printed: String)] = [
    ("match (n) return n;", "MATCH (n) RETURN n"),
    ("MATCH (n:A|:B) RETURN n", "MATCH (n:A|B) RETURN n"),
    ("MATCH (n IS A) WHERE n IS B RETURN n", "MATCH (n:A) WHERE n:B RETURN n"),
    ("MATCH (a)<-[:T]->(b)<-->(c) RETURN 1", "MATCH (a)-[:T]-(b)--(c) RETURN 1"),
    ("MATCH (a)-[:T*2..2]-(b) RETURN 1", "MATCH (a)-[:T*2]-(b) RETURN 1"),
    (
      "MATCH (a)-[:T]->+(b)-->*(c)-->{2}(d)--{1,3}(e)<--{,4}(f)--{5,}(g) RETURN 1",
      "MATCH (a)-[:T*1..]->(b)-[*0..]->(c)-[*2]->(d)-[*1..3]-(e)<-[*0..4]-(f)-[*5..]-(g) RETURN 1"
    ),
    (
      "MATCH SHORTEST 2 (p = (a)-->+(b)) RETURN p", "MATCH p = SHORTEST 2 (a)-[*1..]->(b) RETURN p"
    ),
    ("MATCH ANY SHORTEST PATHS (a)--(b) RETURN 1", "MATCH ANY SHORTEST (a)--(b) RETURN 1"),
    ("MATCH ANY $k PATHS (a)--(b) RETURN 1", "MATCH SHORTEST $k (a)--(b) RETURN 1"),
    ("MATCH SHORTEST 1 GROUPS (a)--(b) RETURN 1", "MATCH ALL SHORTEST (a)--(b) RETURN 1"),
    ("MATCH ALL PATHS (a)--(b) RETURN ALL 1", "MATCH (a)--(b) RETURN 1"),
    ("RETURN x /* why */ AS y // because\n", "RETURN x AS y"),
    (
      "RETURN x ORDER BY x ASC, y ASCENDING, z DESCENDING OFFSET 1",
      "RETURN x ORDER BY x, y, z DESC SKIP 1"
    ),
    ("RETURN 0x1F, 0o17, 1_000, .5, 1e3, 2.5f, 0XaB", "RETURN 31, 15, 1000, 0.5, 1000.0, 2.5, 171"),
    (
      "RETURN \"it's\", 'a''b', '\\u00e2\\U0001F600\\uD83D\\uDE00'",
      "RETURN 'it\\'s', 'a\\'b', 'â😀😀'"
    ),
    ("RETURN ((1)), (a), ((a) + (b))", "RETURN 1, a, a + b"),
    ("RETURN a.b IS NOT NULL IS NULL", "RETURN a.b IS NOT NULL IS NULL"),
    (
      "RETURN x :: int!, x IS TYPED integer | bool list, "
        + "x IS NOT TYPED time with time zone array NOT NULL",
      "RETURN x IS :: INTEGER NOT NULL, x IS :: ANY<INTEGER | LIST<BOOLEAN>>, "
        + "x IS NOT :: LIST<ZONED TIME> NOT NULL"
    ),
    (
      "RETURN x IS :: ANY VALUE, x IS :: ANY<ANY EDGE>, x IS :: LIST<VARCHAR | ANY<MAP | INT>>",
      "RETURN x IS :: ANY, x IS :: RELATIONSHIP, x IS :: LIST<STRING | MAP | INTEGER>"
    ),
    (
      "RETURN trim(BOTH 'x' FROM y), trim(leading FROM y), trim(x FROM y), "
        + "trim(trailing both FROM y)",
      "RETURN btrim(y, 'x'), ltrim(y), btrim(y, x), rtrim(y, both)"
    ),
    ("RETURN x IS NFC NORMALIZED", "RETURN x IS NORMALIZED"),
    ("RETURN inf, infinity, nan", "RETURN Infinity, Infinity, NaN"),
    (
      "MATCH (n) WHERE EXISTS { (n)-->(m) WHERE m.x } RETURN COUNT { (n)--() }",
      "MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WHERE m.x } RETURN COUNT { MATCH (n)--() }"
    ),
    (
      "MERGE (a) ON MATCH SET a.x = 1 ON CREATE SET a.x = 2 ON MATCH SET a.y = 3",
      "MERGE (a) ON CREATE SET a.x = 2 ON MATCH SET a.x = 1, a.y = 3"
    ),
    (
      "CREATE CONSTRAINT ON (n:A) ASSERT n.k IS UNIQUE",
      "CREATE CONSTRAINT FOR (x:A) REQUIRE (x.k) IS UNIQUE"
    ),
    (
      "CREATE CONSTRAINT ON ()-[r:T]->() ASSERT exists(r.k)",
      "CREATE CONSTRAINT FOR ()-[x:T]-() REQUIRE (x.k) IS NOT NULL"
    ),
    (
      "CREATE CONSTRAINT FOR (n:A) REQUIRE n.k IS RELATIONSHIP KEY",
      "CREATE CONSTRAINT FOR (x:A) REQUIRE (x.k) IS KEY"
    ),
    (
      "CREATE CONSTRAINT FOR (n:A) REQUIRE n.k IS TYPED timestamp with time zone",
      "CREATE CONSTRAINT FOR (x:A) REQUIRE (x.k) IS :: ZONED DATETIME"
    ),
    ("CREATE INDEX ON :A(k, l)", "CREATE INDEX FOR (x:A) ON (x.k, x.l)"),
    ("CREATE RANGE INDEX if FOR (n:A) ON (n.k)", "CREATE INDEX if FOR (x:A) ON (x.k)"),
    ("SHOW ALL INDEXES WHERE name = 'i'", "SHOW INDEXES YIELD * WHERE name = 'i'"),
    ("SHOW PROPERTY KEYS", "SHOW PROPERTY KEYS"),
    ("SHOW RELATIONSHIP TYPES", "SHOW RELATIONSHIP TYPES"),
  ]

  /// Keywords where names may stand.
  static let keywordsAsNames = [
    "MATCH (match:Match {match: 1})-[return:RETURN]->(where) RETURN match, return.x, where",
    "MATCH (is)-[is:IS]-(where:WHERE) RETURN is, where",
    "WITH 1 AS limit, 2 AS case, 3 AS not RETURN limit, case, not",
    "WITH 1 AS all, 2 AS any RETURN all, any",
    "RETURN exists, count, collect, reduce, shortestPath, order, skip",
    "RETURN end, then, when, else, in, and, or, as, contains, starts",
    "RETURN distinct, distinct.x",
    "RETURN trim(both), trim(from), trim(leading.from), x IS nfc, normalized",
    "RETURN CASE x WHEN is THEN starts WHEN starts THEN is END",
    "RETURN null.x, true.y",
    "RETURN all(x), any(), single(1, 2), reduce(x), exists(x), count(x), case.f(1)",
    "CALL match.return.where() YIELD yield AS call RETURN call",
    "MATCH all = (a)--(b), any = (c), shortest = (d) RETURN all, any, shortest",
    "UNWIND [1] AS unwind SET set.set = set, create:Set REMOVE create.remove",
    "CREATE INDEX on FOR (n:A) ON (n.on)",
    "CREATE INDEX for FOR (for:For) ON (for.for)",
    "EXPLAIN RETURN explain, cypher",
  ]

  static var all: [String] { canonical + rewritten.map(\.text) + keywordsAsNames }
}
