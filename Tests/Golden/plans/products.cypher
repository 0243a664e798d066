// What depends on no row is found once, and that must not show.
UNWIND range(0, 9) AS i CREATE (:A {i: i})-[:R {w: i}]->(:B {i: i % 3, t: 'b' + i});
//~ +nodes 20, +relationships 10, +properties 40, +labels 20
MATCH (a:A {i: 9}), (b:B {t: 'b0'}) CREATE (a)-[:R {w: 90}]->(b);
//~ +relationships 1, +properties 1

EXPLAIN MATCH (a:A), (b:B) WHERE a.i > 6 AND b.t > 'b7' RETURN a.i AS i, b.t AS t;
//# plan
//# Projection
//#   Apply
//#     NodeByLabelScan
//#       Argument
//#     NodeByLabelScan
//#       Argument

MATCH (a:A), (b:B) WHERE a.i > 6 AND b.t > 'b7' RETURN a.i AS i, b.t AS t;
//= any order
//= i | t
//= 7 | 'b8'
//= 7 | 'b9'
//= 8 | 'b8'
//= 8 | 'b9'
//= 9 | 'b8'
//= 9 | 'b9'

// The part may go on, and be counted only …
EXPLAIN MATCH (a:A), (b:B)<-[r:R]-(c) WHERE b.t < 'b2' AND c.i >= 0 AND a.i < 2 RETURN a.i AS i, c.i AS c, r.w AS w;
//# plan
//# Projection
//#   Apply
//#     NodeByLabelScan
//#       Argument
//#     Expand(All)
//#       NodeByLabelScan
//#         Argument

MATCH (a:A), (b:B)<-[r:R]-(c) WHERE b.t < 'b2' AND c.i >= 0 AND a.i < 2 RETURN a.i AS i, c.i AS c, r.w AS w;
//= any order
//= i | c | w
//= 0 | 0 | 0
//= 0 | 1 | 1
//= 0 | 9 | 90
//= 1 | 0 | 0
//= 1 | 1 | 1
//= 1 | 9 | 90

MATCH (a:A), (b:B)<-[:R]-() WHERE b.t < 'b2' RETURN count(*) AS n;
//= any order
//= n
//= 30

MATCH (a:A), (b:B)<-[:R]-() WHERE b.t < 'b2' RETURN b.t AS t, count(a.i) AS n, count(DISTINCT a) AS d, min(a.i) AS m;
//= any order
//= t    | n  | d  | m
//= 'b0' | 20 | 10 | 0
//= 'b1' | 10 | 10 | 0

MATCH (a:A), (b:B), (c:B) WHERE b.t < 'b2' AND c.t > 'b8' AND a.i < 2 RETURN a.i AS a, b.i AS b, c.t AS c;
//= any order
//= a | b | c
//= 0 | 0 | 'b9'
//= 0 | 1 | 'b9'
//= 1 | 0 | 'b9'
//= 1 | 1 | 'b9'

// … relationships of one pattern are different, a part without rows leaves none, and what reads both is asked of each pair.
MATCH (a:A)-[r:R]->(), (b:B)<-[s:R]-() WHERE b.t < 'b1' AND a.i = 9 RETURN r.w AS r, s.w AS s;
//= any order
//= r  | s
//= 9  | 0
//= 9  | 90
//= 90 | 0

MATCH (a:A), (b:B) WHERE b.t > 'x' RETURN a, b;
//= no rows

MATCH (a:A) WHERE a.i > 7 OPTIONAL MATCH (b:B) WHERE b.t > 'x' RETURN a.i AS i, b;
//= any order
//= i | b
//= 8 | null
//= 9 | null

MATCH (a:A) WHERE a.i > 7 OPTIONAL MATCH (b:B) WHERE b.t > 'b8' RETURN a.i AS i, b.t AS t;
//= any order
//= i | t
//= 8 | 'b9'
//= 9 | 'b9'

MATCH (a:A), (b:B) WHERE b.t > 'b6' AND a.i + b.i = 3 RETURN a.i AS a, b.t AS t;
//= any order
//= a | t
//= 1 | 'b8'
//= 2 | 'b7'
//= 3 | 'b9'

MATCH (a:A), (b:B) WHERE b.t > 'b6' AND 10 / a.i > 9 RETURN a.i AS a, b.t AS t;
//! 1:41 ArithmeticError runtime DivisionByZero: an integer cannot be divided by zero

// Subqueries.
MATCH (a:A) WHERE a.i > COLLECT { MATCH (b:B) RETURN max(b.i) }[0] + 5 RETURN a.i AS i;
//= any order
//= i
//= 8
//= 9

MATCH (a:A) WHERE a.i > 7 RETURN a.i AS i, COUNT { MATCH (b:B {i: 1}) } AS n, EXISTS { (:B {i: 7}) } AS x;
//= any order
//= i | n | x
//= 8 | 3 | false
//= 9 | 3 | false

MATCH (a:A) WHERE a.i > 7 CALL { MATCH (b:B) RETURN b.i AS b, count(*) AS n } RETURN a.i AS a, b, n;
//= any order
//= a | b | n
//= 8 | 0 | 4
//= 8 | 1 | 3
//= 8 | 2 | 3
//= 9 | 0 | 4
//= 9 | 1 | 3
//= 9 | 2 | 3

MATCH (a:A) WHERE a.i > 7 CALL { MATCH (b:B) WHERE b.i > 7 RETURN b } RETURN a, b;
//= no rows

MATCH (a:A) WHERE a.i > 8 CALL (a) { MATCH (b:B) WITH a, max(b.i) AS m RETURN m + a.i AS m } RETURN m;
//= any order
//= m
//= 11

UNWIND [1, 2] AS x UNWIND [3, 4] AS y
CALL (x) { UNWIND [5, 6] AS z CALL { RETURN COUNT { MATCH (:A) } AS n } WITH x, sum(n) AS n RETURN n + x AS s }
RETURN x, y, s;
//= any order
//= x | y | s
//= 1 | 3 | 21
//= 1 | 4 | 21
//= 2 | 3 | 22
//= 2 | 4 | 22

RETURN [x IN [1, 2] | COUNT { MATCH (b:B {i: x}) }] AS some, [x IN [1, 2] | COUNT { MATCH (:B) }] AS all;
//= any order
//= some   | all
//= [3, 3] | [10, 10]

// What is made by chance is made for each row, and what is written is seen by the next.
UNWIND range(1, 50) AS x CALL { RETURN rand() AS r } RETURN count(DISTINCT r) > 1 AS differ;
//= any order
//= differ
//= true

UNWIND range(1, 50) AS x RETURN count(DISTINCT COLLECT { RETURN rand() }[0]) > 1 AS differ;
//= any order
//= differ
//= true

UNWIND [1, 2, 3] AS x CALL { CREATE (c:C) RETURN c } WITH x, c RETURN x, COUNT { MATCH (:C) } AS n;
//= any order
//= x | n
//= 1 | 3
//= 2 | 3
//= 3 | 3
//~ +nodes 3, +labels 3

// A subquery that writes or throws dice is run for each row, also where rows are only counted.
MATCH (a:A) CALL { CREATE (d:D) RETURN 1 AS one } RETURN count(*) AS n;
//= any order
//= n
//= 10
//~ +nodes 10, +labels 10

MATCH (a:A) CALL { RETURN rand() AS r } RETURN count(DISTINCT r) > 1 AS differ;
//= any order
//= differ
//= true
