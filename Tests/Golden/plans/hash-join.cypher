UNWIND range(1, 12) AS n CREATE (:A {n: n, v: n % 4}), (:B {n: n, v: n * 1.0});
//~ +nodes 24, +properties 48, +labels 24

CREATE (:A {n: 13}), (:A {n: 14, v: 0.0 / 0.0}), (:A {n: 15, v: [1, 2]}), (:B {n: 13}),
  (:B {n: 14, v: 0.0 / 0.0}), (:B {n: 15, v: [1, 2]});
//~ +nodes 6, +properties 10, +labels 6

// Nodes that share a value are found by a table where no index holds it …
EXPLAIN MATCH (a:A), (b:B) WHERE a.v = b.v RETURN a.n, b.n;
//# plan
//# Projection
//#   ValueHashJoin
//#     NodeByLabelScan
//#       Argument

// … by equality: 1 is 1.0, null and NaN are nothing's equal, lists are compared by their elements.
MATCH (a:A), (b:B) WHERE a.v = b.v RETURN collect(a.n) AS a, b.n AS b ORDER BY b;
//= in order
//= a          | b
//= [1, 5, 9]  | 1
//= [2, 6, 10] | 2
//= [3, 7, 11] | 3
//= [15]       | 15

MATCH (a:A) OPTIONAL MATCH (b:B {v: a.v}) RETURN count(a) AS a, count(b) AS b;
//= any order
//= a  | b
//= 15 | 10

MATCH (a:A) WHERE NOT EXISTS { MATCH (b:B) WHERE b.v = a.v } RETURN collect(a.n) AS a;
//= any order
//= a
//= [4, 8, 12, 13, 14]

// What is computed from the property is compared row by row.
UNWIND range(1, 20) AS x MATCH (a:A {v: x % 2}), (b:B) WHERE b.n % 2 = a.v RETURN count(*) AS n;
//= any order
//= n
//= 450

MATCH (a:A), (b) WHERE b.n = a.n + 1 AND b.v < a.v RETURN a.n AS a, labels(b) AS b ORDER BY a;
//= in order
//= a  | b
//= 3  | ['A']
//= 7  | ['A']
//= 11 | ['A']

// A statement sees what it has written.
UNWIND range(1, 10) AS x
CREATE (:C {k: x})
WITH x MATCH (c:C {k: 11 - x})
RETURN count(c) AS n;
//= any order
//= n
//= 10
//~ +nodes 10, +properties 10, +labels 10

UNWIND range(1, 10) AS x
CALL (x) { CREATE (:D {k: x}) WITH x MATCH (d:D) WHERE d.k = x - 1 RETURN count(d) AS n }
RETURN sum(n) AS n;
//= any order
//= n
//= 9
//~ +nodes 10, +properties 10, +labels 10

// A table is made, too, where a range of an index would find more nodes for each row.
UNWIND range(1, 50) AS i CREATE (:R {i: i, v: i % 10});
//~ +nodes 50, +properties 100, +labels 50

CREATE INDEX r_i FOR (r:R) ON (r.i);
//~ +indexes 1

EXPLAIN MATCH (a:R), (b:R) WHERE a.v = b.v AND a.i < b.i RETURN count(*) AS n;
//# plan
//# Aggregation
//#   Filter
//#     ValueHashJoin
//#       NodeByLabelScan
//#         Argument

MATCH (a:R), (b:R) WHERE a.v = b.v AND a.i < b.i RETURN count(*) AS n;
//= any order
//= n
//= 100

EXPLAIN MATCH (a:R {i: 3}), (b:R) WHERE a.v = b.v AND b.i > a.i + 40 RETURN count(*) AS n;
//# plan
//# Aggregation
//#   Filter
//#     NodeIndexSeek
//#       NodeIndexSeek
//#         Argument
