WITH {a: 1, b: {c: [1, 2]}, `odd key`: true} AS m
RETURN m.a AS a, m['a'] AS b, m.b.c[1] AS c, m.none AS d, m['odd key'] AS e, m[null] AS f, keys(m) AS keys, size(keys(m)) AS size;
//= any order
//= a | b | c | d    | e    | f    | keys                  | size
//= 1 | 1 | 2 | null | true | null | ['a', 'b', 'odd key'] | 3

RETURN {} AS empty, {a: null} AS n, {A: 1, a: 2} AS both;
//= any order
//= empty | n         | both
//= {}    | {a: null} | {A: 1, a: 2}

// Map projection.
CREATE (:M {a: 1, b: 'x'})-[:T {w: 5}]->(:N {c: 2});
//~ +nodes 2, +relationships 1, +properties 4, +labels 2

MATCH (m:M)-[r:T]->(n:N) WITH m, r, n, 7 AS other
RETURN m {.a, .none} AS a, m {.*} AS b, m {.*, a: 9, new: n.c} AS c, m {other, .b} AS d, r {.w} AS e, m {nested: n {.c}} AS f;
//= any order
//= a                  | b              | c                      | d                  | e      | f
//= {a: 1, none: null} | {a: 1, b: 'x'} | {a: 9, b: 'x', new: 2} | {b: 'x', other: 7} | {w: 5} | {nested: {c: 2}}

WITH {a: 1, b: 2} AS map RETURN map {.a} AS one, map {.*, c: 3} AS all;
//= any order
//= one    | all
//= {a: 1} | {a: 1, b: 2, c: 3}

OPTIONAL MATCH (x:M {a: 100}) RETURN x {.a, b: 1} AS p, properties(x) AS q, keys(x) AS k;
//= any order
//= p    | q    | k
//= null | null | null

MATCH (m:M) RETURN properties(m) AS p, keys(m) AS k, m['a'] AS dynamic, properties({z: 1}) AS z;
//= any order
//= p              | k          | dynamic | z
//= {a: 1, b: 'x'} | ['a', 'b'] | 1       | {z: 1}

// CASE: the first branch that holds; null holds nothing; without ELSE null.
UNWIND [1, 2, null] AS x
RETURN CASE x WHEN 1 THEN 'one' WHEN null THEN 'null' ELSE 'other' END AS simple,
  CASE WHEN x = 1 THEN 'one' WHEN x IS NULL THEN 'null' END AS general ORDER BY simple, general;
//= in order
//= simple  | general
//= 'one'   | 'one'
//= 'other' | 'null'
//= 'other' | null

RETURN CASE 3 WHEN 1, 2 THEN 'low' WHEN 3, 4 THEN 'high' END AS several, CASE WHEN false THEN 1 END AS none,
  CASE 1 WHEN 1.0 THEN 'equal' END AS number, CASE WHEN null THEN 1 ELSE 2 END AS n;
//= any order
//= several | none | number  | n
//= 'high'  | null | 'equal' | 2

// Branches that are not taken are not computed.
UNWIND [0, 2] AS x RETURN CASE WHEN x = 0 THEN 0 ELSE 10 / x END AS y;
//= any order
//= y
//= 0
//= 5

// Nested, and in other clauses.
MATCH (n) WHERE CASE WHEN n:M THEN n.a = 1 ELSE n.c = 2 END
RETURN CASE WHEN n:M THEN CASE n.b WHEN 'x' THEN 'Mx' END ELSE 'N' END AS kind ORDER BY CASE WHEN n:N THEN 0 ELSE 1 END;
//= in order
//= kind
//= 'N'
//= 'Mx'

RETURN CASE WHEN 1 THEN 2 END;
//! 1:18 SyntaxError compile time InvalidArgumentType
