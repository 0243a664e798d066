// A key of a grouping that an earlier predicate tells is not read: that must not show.
CREATE (:S {c: 'x', n: 1, k: 1})-[:R]->(:T {c: 'x', v: 1}),
  (:S {c: 'x', n: 1.0, k: 2})-[:R]->(:T {c: 'x', v: 2}),
  (:S {c: 'y', n: 1, k: 3})-[:R]->(:T {c: 'x', v: 1}), (:S {k: 4})-[:R]->(:T {c: 'y', v: 3});
//~ +nodes 8, +relationships 4, +properties 18, +labels 8

// param: c = 'x'
MATCH (s:S)-[:R]->(t) WHERE s.c = $c RETURN s.c AS c, t.v AS v, count(*) AS n;
//= any order
//= c   | v | n
//= 'x' | 1 | 1
//= 'x' | 2 | 1

// param: c = 'x'
MATCH (s:S)-[:R]->(t) WHERE t.c = $c WITH s, t RETURN t.v AS v, t.c AS c, s.c AS d, count(s.k) AS n;
//= any order
//= v | c   | d   | n
//= 1 | 'x' | 'x' | 1
//= 1 | 'x' | 'y' | 1
//= 2 | 'x' | 'x' | 1

// Numbers that equal each other are not the same …
// param: n = 1
MATCH (s:S)-[:R]->(t) WHERE s.n = $n AND s.k > 1 RETURN s.n AS n, collect(s.k) AS k;
//= any order
//= n   | k
//= 1.0 | [2, 3]

// param: n = 1.0
MATCH (s:S) WHERE s.n = $n AND s.k < 3 RETURN s.k AS k, s.n AS n, count(*) AS c;
//= any order
//= k | n   | c
//= 1 | 1   | 1
//= 2 | 1.0 | 1

// … nothing equals null, and what is compared later tells nothing of what was grouped before.
// param: c = null
MATCH (s:S) WHERE s.c = $c RETURN s.c AS c, count(*) AS n;
//= no rows

// param: c = 'x'
MATCH (s:S) WITH s.c AS c, count(*) AS n WHERE c = $c RETURN c, n;
//= any order
//= c   | n
//= 'x' | 2

// param: c = 'x'
MATCH (s:S) OPTIONAL MATCH (s)-[:R]->(t) WHERE t.c = $c RETURN t.c AS c, count(*) AS n;
//= any order
//= c    | n
//= 'x'  | 3
//= null | 1

// param: c = 'x'
MATCH (s:S) WHERE s.c = $c OR s.k = 4 RETURN s.c AS c, count(*) AS n;
//= any order
//= c    | n
//= 'x'  | 2
//= null | 1

// Keys that are the same in all rows, and then are not.
UNWIND range(0, 3999) AS i
WITH i, CASE WHEN i < 3000 THEN 'a' ELSE 'b' END AS x, CASE WHEN i < 2000 THEN 0 ELSE i % 2 END AS y
RETURN x, y, count(*) AS n, min(i) AS least;
//= any order
//= x   | y | n    | least
//= 'a' | 0 | 2500 | 0
//= 'a' | 1 | 500  | 2001
//= 'b' | 0 | 500  | 3000
//= 'b' | 1 | 500  | 3001

CALL { RETURN 'a' AS k UNION ALL RETURN 'b' AS k UNION ALL RETURN 'a' AS k UNION ALL RETURN 1 AS k
  UNION ALL RETURN 'b' AS k UNION ALL RETURN null AS k }
RETURN k, 'all' AS every, count(*) AS n;
//= any order
//= k    | every | n
//= 'a'  | 'all' | 2
//= 'b'  | 'all' | 2
//= 1    | 'all' | 1
//= null | 'all' | 1
