// What is done by blocks, numbers and tables must not show: loops, parallels, mixed types, nulls.
CREATE (a:P {k: 1}), (b:P {k: 2}), (c:P {k: 3}),
  (a)-[:R {x: 1}]->(b), (a)-[:R {x: 2.5}]->(b), (b)-[:R {x: 'a'}]->(c), (c)-[:R]->(a),
  (b)-[:R {x: -3}]->(b), (c)-[:R {x: 9}]->(c);
//~ +nodes 3, +relationships 6, +properties 8, +labels 3

// Relationships are scanned by themselves where a property of theirs is compared.
EXPLAIN MATCH ()-[r:R]->() WHERE r.x >= 1 RETURN count(*) AS n;
//# plan
//# Aggregation
//#   DirectedRelationshipTypeScan
//#     Argument

MATCH ()-[r:R]->() WHERE r.x >= 1 RETURN count(*) AS n;
//= any order
//= n
//= 3

MATCH ()-[r:R]->() WHERE r.x <> 1 RETURN count(*) AS n;
//= any order
//= n
//= 4

MATCH ()-[r:R]->() WHERE r.x = 2.5 RETURN count(*) AS n;
//= any order
//= n
//= 1

MATCH ()-[r:R]->() WHERE 1 < r.x RETURN count(*) AS n;
//= any order
//= n
//= 2

MATCH ()-[r:R]->() WHERE r.x = 'a' RETURN count(*) AS n;
//= any order
//= n
//= 1

MATCH ()-[r:R]->() WHERE r.x > 9223372036854775807 OR r.x < -9223372036854775808
RETURN count(*) AS n;
//= any order
//= n
//= 0

MATCH ()-[r:R]->() WHERE r.x > 9223372036854775807 RETURN count(*) AS n;
//= any order
//= n
//= 0

// param: least = null
MATCH ()-[r:R]->() WHERE r.x >= $least RETURN count(*) AS n;
//= any order
//= n
//= 0

MATCH (p)-[r:R]->(q) WHERE r.x > 1 RETURN p.k AS p, q.k AS q;
//= any order
//= p | q
//= 1 | 2
//= 3 | 3

MATCH (p)<-[r:R]-(q) WHERE r.x > 1 RETURN p.k AS p, q.k AS q;
//= any order
//= p | q
//= 2 | 1
//= 3 | 3

// Two steps from one node are counted by degrees: in × out less loops …
EXPLAIN MATCH (x)-[:R]->(y)-[:R]->(z) RETURN count(*) AS n;
//# plan
//# Aggregation
//#   Expand(Degree)
//#     AllNodesScan
//#       Argument

MATCH (x)-[:R]->(y)-[:R]->(z) RETURN count(*) AS n;
//= any order
//= n
//= 10

// … out × (out - 1) …
MATCH (x)<-[:R]-(y)-[:R]->(z) RETURN count(*) AS n;
//= any order
//= n
//= 6

// … and with a loop once in either direction.
MATCH (x)-[:R]-(y)-[:R]->(z) RETURN count(*) AS n;
//= any order
//= n
//= 14

MATCH (x)-[:R]-(y)-[:R]-(z) RETURN count(*) AS n;
//= any order
//= n
//= 24

// A triangle of two nodes: two parallels and a loop.
MATCH (x)-[:R]->(y)-[:R]->(z), (x)-[:R]->(z) RETURN count(*) AS n;
//= any order
//= n
//= 2

// Where only the nodes reached matter, each is met once.
EXPLAIN MATCH (x {k: 1})-[:R*0..]->(y) RETURN count(DISTINCT y) AS n;
//# plan
//# Aggregation
//#   BreadthFirstExpand
//#     AllNodesScan
//#       Argument

MATCH (x {k: 1})-[:R*0..]->(y) RETURN count(DISTINCT y) AS n, count(DISTINCT y.k) AS k;
//= any order
//= n | k
//= 3 | 3

// Back at the start by a cycle.
MATCH (x {k: 1})-[:R*]->(y) RETURN DISTINCT y.k AS k;
//= any order
//= k
//= 1
//= 2
//= 3

MATCH (x {k: 1})-[:R*..2]->(y) RETURN DISTINCT y.k AS k;
//= any order
//= k
//= 2
//= 3

// Without direction the way back needs another relationship.
MATCH (x {k: 1})-[:R*1..1]-(y) RETURN DISTINCT y.k AS k;
//= any order
//= k
//= 2
//= 3

MATCH (x {k: 3})-[:R*1..2]-(y) RETURN DISTINCT y.k AS k;
//= any order
//= k
//= 1
//= 2
//= 3

MATCH (x {k: 1})-[:R*0..5]->(y) RETURN max(y.k) AS max, min(y.k) AS min;
//= any order
//= max | min
//= 3   | 1

// The relationship of the one pattern is not among those of the other.
MATCH (x {k: 2})-[r:R {x: 'a'}]->(c), (x)-[:R*0..]->(y) RETURN DISTINCT y.k AS k;
//= any order
//= k
//= 2

// Keys computed from a node that comes again and again, with null among them.
MATCH (x)-[:R]->(y) RETURN y.k % 2 AS odd, count(*) AS n, sum(x.k) AS s;
//= any order
//= odd | n | s
//= 0   | 3 | 4
//= 1   | 3 | 8

MATCH (x:P) OPTIONAL MATCH (x)-[:R {x: 1}]->(y) RETURN y.k AS k, count(*) AS n;
//= any order
//= k    | n
//= 2    | 1
//= null | 2

// The first rows of an order, while rows come.
UNWIND range(1, 1000) AS i WITH i % 7 AS m, i ORDER BY m DESC, i LIMIT 3 RETURN m, i;
//= in order
//= m | i
//= 6 | 6
//= 6 | 13
//= 6 | 20

UNWIND range(1, 1000) AS i WITH i % 7 AS m, i ORDER BY m, i DESC SKIP 2 LIMIT 2 RETURN m, i;
//= in order
//= m | i
//= 0 | 980
//= 0 | 973

UNWIND range(1, 1000) AS i WITH i ORDER BY i LIMIT 0 RETURN i;
//= no rows

// A long list; null in either place.
MATCH (p:P) WHERE p.k IN [2, 3.0, 10, 11, 12, 13, 14, 15, 16, 17] RETURN p.k AS k;
//= any order
//= k
//= 2
//= 3

MATCH (p:P) WHERE NOT p.k IN [2, 3.0, 10, 11, 12, 13, 14, 15, 16, null] RETURN p.k AS k;
//= no rows

MATCH (p:P) WHERE NOT p.z IN [2, 3.0, 10, 11, 12, 13, 14, 15, 16, 17] RETURN p.k AS k;
//= no rows
//? 1:25 UnknownPropertyKey

MATCH (p:P) WHERE p.z > 1 OR p.k = 1 OR p.k = 3 RETURN p.k AS k;
//= any order
//= k
//= 1
//= 3
//? 1:21 UnknownPropertyKey

MATCH (p:P) RETURN p.k + 1 AS a, p.k * 2 - p.k AS b, p.k * 0.5 AS c ORDER BY a;
//= in order
//= a | b | c
//= 2 | 1 | 0.5
//= 3 | 2 | 1.0
//= 4 | 3 | 1.5

MATCH (p:P) RETURN p.k + 9223372036854775805 AS a;
//! 1:20 ArithmeticError runtime

// Many look-ups of a property in no order are answered from a table of it.
CREATE INDEX FOR (n:N) ON (n.i);
//~ +indexes 1

UNWIND range(0, 4999) AS i CREATE (:N {i: i, j: i % 10});
//~ +nodes 5000, +properties 10000, +labels 5000

MATCH (n:N) UNWIND [n.i * 7, n.i * 3 + 1, n.i * 11] AS i
MATCH (m:N {i: i % 5000}) CREATE (n)-[:S]->(m);
//~ +relationships 15000

MATCH (n:N)-[:S]->(m) RETURN count(m.j) AS n, sum(m.j) AS s, min(m.j) AS least, avg(n.j) AS a;
//= any order
//= n     | s     | least | a
//= 15000 | 67500 | 0     | 4.5

MATCH (n:N)-[:S]->(m) RETURN m.j AS j, count(*) AS n ORDER BY j LIMIT 2;
//= in order
//= j | n
//= 0 | 1500
//= 1 | 1500

MATCH (n:N {i: 0}) SET n.j = 'none';
//~ +properties 1

MATCH (n:N)-[:S]->(m) RETURN count(m.j) AS n, max(m.j) AS most, min(m.j) AS least;
//= any order
//= n     | most | least
//= 15000 | 9    | 'none'

// Integers of any range, and one of all nodes.
MATCH (n:N) SET n.j = n.i * 3 - 7000, n.w = n.i * 100003, n.y = 7,
  n.x = CASE WHEN n.i % 2 = 0 THEN 9223372036854775807 - n.i ELSE n.i - 9223372036854775807 END;
//~ +properties 19999

MATCH (n:N)-[:S]->(m)
RETURN sum(m.j) AS j, min(m.j) AS least, sum(m.w) AS w, max(m.w) AS most, sum(m.y) AS y;
//= any order
//= j       | least | w             | most      | y
//= 7477500 | -7000 | 3749362477500 | 499914997 | 105000

MATCH (n:N)-[:S]->(m) RETURN min(m.x) AS least, max(m.x) AS most, sum(m.x % 1000) AS rest;
//= any order
//= least                | most                | rest
//= -9223372036854775806 | 9223372036854775807 | 7500
