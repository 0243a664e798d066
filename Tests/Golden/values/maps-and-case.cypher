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

// Conditions that go on from the operand, beside values.
UNWIND [0, 1, 5, 9, 'ab', date('2020-01-01'), null] AS x
RETURN x, CASE x WHEN IS NULL THEN 'null' WHEN = 0, 1 THEN 'small' WHEN > 7 THEN 'big' WHEN IS TYPED INTEGER THEN 'number'
  WHEN STARTS WITH 'a', ENDS WITH 'z' THEN 'text' ELSE 'other' END AS kind;
//= in order
//= x            | kind
//= 0            | 'small'
//= 1            | 'small'
//= 5            | 'number'
//= 9            | 'big'
//= 'ab'         | 'text'
//= 2020-01-01   | 'other'
//= null         | 'null'

RETURN CASE 'abc' WHEN =~ 'a.*' THEN 1 END AS a, CASE 'é' WHEN IS NOT NORMALIZED THEN 1 WHEN IS NORMALIZED THEN 2 END AS b,
  CASE 1 WHEN <> 1 THEN 1 WHEN <= 1.0 THEN 2 END AS c, CASE 2 WHEN IS NOT NULL THEN 'x' END AS d,
  CASE 3 WHEN :: STRING THEN 's' WHEN IS NOT :: STRING THEN 'n' END AS e, CASE 'b' WHEN ENDS WITH null THEN 1 ELSE 0 END AS f;
//= any order
//= a | b | c | d   | e   | f
//= 1 | 2 | 2 | 'x' | 'n' | 0

// The operand is computed once; CASE inside of CASE has its own; a condition may ask the graph.
RETURN all(i IN range(1, 100) WHERE CASE rand() WHEN < 0.5 THEN true WHEN >= 0.5 THEN true ELSE false END) AS once,
  CASE 3 WHEN > CASE 9 WHEN > 5 THEN 2 END THEN 'a' END AS nested,
  [x IN [1, 5] | CASE x WHEN > COUNT { MATCH (m:M) } THEN 'more' ELSE 'few' END] AS counted,
  [x IN [1, 2] | CASE x WHEN > 1 THEN CASE x WHEN > 5 THEN 'c' WHEN < 5 THEN 'b' END ELSE 'a' END] AS inner;
//= any order
//= once | nested | counted        | inner
//= true | 'a'    | ['few', 'more'] | ['a', 'b']

UNWIND [1, 2, 3, 4] AS x RETURN CASE x % 2 WHEN > 0 THEN 'odd' ELSE 'even' END AS kind, CASE sum(x) WHEN > 4 THEN 'much' ELSE 'little' END AS sum ORDER BY kind;
//= in order
//= kind   | sum
//= 'even' | 'much'
//= 'odd'  | 'little'

RETURN CASE 1 WHEN =~ 'a' THEN 1 END AS none;
//= any order
//= none
//= null

RETURN CASE WHEN = 1 THEN 2 END;
//! 1:18 SyntaxError compile time UnexpectedSyntax: expected an expression, found '='

// What goes on from the operand is a comparison or a test, no arithmetic of one.
RETURN CASE 1 WHEN IS NULL + 1 THEN 1 END AS x;
//! 1:20 SyntaxError compile time
