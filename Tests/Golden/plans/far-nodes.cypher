// What an expansion tests, counts and leaves for later by itself must not show: loops, parallels,
// nodes without the property, and keys that one property tells.
CREATE CONSTRAINT p_k FOR (n:P) REQUIRE n.k IS UNIQUE;
//~ +constraints 1
CREATE (a:P {k: 1, x: 1}), (b:P {k: 2, x: 2}), (c:P {k: 3}), (d:Q {x: 'a'}),
  (a)-[:R]->(b), (a)-[:R]->(b), (b)-[:R]->(c), (c)-[:R]->(a), (b)-[:R]->(b), (a)-[:R]->(c),
  (a)-[:R]->(d), (d)-[:S]->(a), (c)-[:S]->(d);
//~ +nodes 4, +relationships 9, +properties 6, +labels 4

// The node at the far end is tested where it is met …
EXPLAIN MATCH (p:P)-[:R]->(q) WHERE q.x > 1 RETURN p.k AS p, q.k AS q;
//# plan
//# Projection
//#   Expand(All)
//#     AllNodesScan
//#       Argument

MATCH (p:P)-[:R]->(q) WHERE q.x > 1 RETURN p.k AS p, q.k AS q;
//= any order
//= p | q
//= 1 | 2
//= 1 | 2
//= 2 | 2

MATCH (p)-[:R]->(q:Q) WHERE toString(q.x) = 'a' RETURN p.k AS p, q.x AS x;
//= any order
//= p | x
//= 1 | 'a'

// … and where its relationships are only counted.
EXPLAIN MATCH (p:P)-[:R]->(q) WHERE q.x >= 1 RETURN p.k AS p, count(*) AS n;
//# plan
//# EagerAggregation
//#   Expand(Degree)
//#     NodeByLabelScan
//#       Argument

MATCH (p:P)-[:R]->(q) WHERE q.x >= 1 RETURN p.k AS p, count(*) AS n;
//= any order
//= p | n
//= 1 | 2
//= 2 | 1
//= 3 | 1

MATCH (p:P)-[:R]-(q) WHERE q.x >= 1 RETURN p.k AS p, count(*) AS n;
//= any order
//= p | n
//= 1 | 2
//= 2 | 3
//= 3 | 3

// Two steps from one node: in × out to a node that passes, less the loops of one that does.
EXPLAIN MATCH (x)-[:R]->(y:P)-[:R]->(z) WHERE z.x > 1 RETURN count(*) AS n;
//# plan
//# Aggregation
//#   Expand(Degree)
//#     NodeByLabelScan
//#       Argument

MATCH (x)-[:R]->(y:P)-[:R]->(z) WHERE z.x > 1 RETURN count(*) AS n;
//= any order
//= n
//= 4

MATCH (x)-[:R]->(y:P)-[:R]->(z) WHERE z.x < 2 RETURN count(*) AS n;
//= any order
//= n
//= 2

MATCH (x)<-[:R]-(y:P)-[:R]->(z) WHERE z.x > 1 RETURN count(*) AS n;
//= any order
//= n
//= 7

MATCH (x)-[:R]-(y:P)-[:R]-(z) WHERE z.x > 1 RETURN count(*) AS n;
//= any order
//= n
//= 13

// The last corner of a triangle is a meeting of two lists.
EXPLAIN MATCH (x)-[:R]->(y)-[:R]->(z), (x)-[:R]->(z) RETURN count(*) AS n;
//# plan
//# Aggregation
//#   Expand(Meeting)
//#     Expand(All)
//#       AllNodesScan
//#         Argument

MATCH (x)-[:R]->(y)-[:R]->(z), (x)-[:R]->(z) RETURN count(*) AS n;
//= any order
//= n
//= 4

MATCH (x)-[:R]->(y)-[:R]->(z), (x)-[:R]->(z) RETURN x.k AS x, y.k AS y, z.k AS z;
//= any order
//= x | y | z
//= 1 | 2 | 2
//= 1 | 2 | 2
//= 1 | 2 | 3
//= 1 | 2 | 3

MATCH (x)-[:R]->(y)-[:R]->(z)-[:R]->(x) RETURN count(*) AS n;
//= any order
//= n
//= 6

MATCH (x)-[:R]->(y)-[:R]->(z)-[:R]->(x) RETURN x.k AS x, y.k AS y, z.k AS z;
//= any order
//= x | y | z
//= 1 | 2 | 3
//= 1 | 2 | 3
//= 2 | 3 | 1
//= 2 | 3 | 1
//= 3 | 1 | 2
//= 3 | 1 | 2

MATCH (x)-[]-(y)-[]-(z), (x)-[]-(z) RETURN count(*) AS n;
//= any order
//= n
//= 54

MATCH (x)-[r]-(y)-[s]-(z), (x)-[t]-(z) RETURN count(r) + count(s) + count(t) AS n;
//= any order
//= n
//= 162

MATCH (x)-[:R]->(y)-[:R]->(z), (x)-[:R]->(z) WHERE z.x = 2 RETURN count(*) AS n;
//= any order
//= n
//= 2

// A node among the keys tells its properties.
EXPLAIN MATCH (p:P)-[:R]->() RETURN p, p.k AS k, p.x AS x, count(*) AS n ORDER BY n DESC, k LIMIT 2;
//# plan
//# Projection
//#   Limit
//#     Top
//#       Aggregation(Rows)
//#         Expand(Degree)
//#           NodeByLabelScan
//#             Argument

MATCH (p:P)-[:R]->() RETURN p, p.k AS k, p.x AS x, count(*) AS n ORDER BY n DESC, k LIMIT 2;
//= any order
//= p                 | k | x | n
//= (:P {k: 1, x: 1}) | 1 | 1 | 4
//= (:P {k: 2, x: 2}) | 2 | 2 | 2

MATCH (p:P)-[:R]->(q) RETURN p.x AS x, q, q.x AS y, count(*) AS n;
//= any order
//= x    | q                 | y    | n
//= 1    | (:P {k: 2, x: 2}) | 2    | 2
//= 1    | (:P {k: 3})       | null | 1
//= 1    | (:Q {x: 'a'})     | 'a'  | 1
//= 2    | (:P {k: 2, x: 2}) | 2    | 1
//= 2    | (:P {k: 3})       | null | 1
//= null | (:P {k: 1, x: 1}) | 1    | 1

// Rows with a node each are groups as they are, unless there is another row for each of them.
EXPLAIN MATCH (p:P)-[:R]->() RETURN p, count(*) AS n;
//# plan
//# Aggregation(Rows)
//#   Expand(Degree)
//#     NodeByLabelScan
//#       Argument

MATCH (p)-[:R]-() RETURN p, count(*) AS n, count(*) + 1 AS m;
//= any order
//= p                 | n | m
//= (:P {k: 1, x: 1}) | 5 | 6
//= (:P {k: 2, x: 2}) | 4 | 5
//= (:P {k: 3})       | 3 | 4
//= (:Q {x: 'a'})     | 1 | 2

MATCH (p:P) WHERE p.k < 3 RETURN p, count(*) AS n;
//= any order
//= p                 | n
//= (:P {k: 1, x: 1}) | 1
//= (:P {k: 2, x: 2}) | 1

MATCH (p:P)-[:R]->(), (p)-[:S]->() WITH p, count(*) AS n WHERE n > 0 RETURN p.k AS k, n;
//= any order
//= k | n
//= 3 | 1

UNWIND [1, 2] AS i MATCH (p:P)-[:R]->() RETURN p, count(*) AS n;
//= any order
//= p                 | n
//= (:P {k: 1, x: 1}) | 8
//= (:P {k: 2, x: 2}) | 4
//= (:P {k: 3})       | 2

MATCH (q:P) CALL () { MATCH (p:P)-[:R]->() WITH p, count(*) AS n RETURN sum(n) AS n }
RETURN q.k AS k, n;
//= any order
//= k | n
//= 1 | 7
//= 2 | 7
//= 3 | 7

MATCH (q:P) RETURN q.k AS k, COUNT { MATCH (p:P)-[:R]->() WITH p, count(*) AS n WHERE n > 1 RETURN p } AS n;
//= any order
//= k | n
//= 1 | 2
//= 2 | 2
//= 3 | 2

MATCH (p:P)-[:R]->(q) RETURN p, q, count(*) AS n;
//= any order
//= p                 | q                 | n
//= (:P {k: 1, x: 1}) | (:P {k: 2, x: 2}) | 2
//= (:P {k: 1, x: 1}) | (:P {k: 3})       | 1
//= (:P {k: 1, x: 1}) | (:Q {x: 'a'})     | 1
//= (:P {k: 2, x: 2}) | (:P {k: 2, x: 2}) | 1
//= (:P {k: 2, x: 2}) | (:P {k: 3})       | 1
//= (:P {k: 3})       | (:P {k: 1, x: 1}) | 1

// Properties that an order does not depend on are read of the first rows alone.
EXPLAIN MATCH (p:P) RETURN p.k AS k, p.x AS x ORDER BY k DESC LIMIT 2;
//# plan
//# Projection
//#   Limit
//#     Top
//#       Projection
//#         NodeByLabelScan
//#           Argument

MATCH (p:P) RETURN p.k AS k, p.x AS x ORDER BY k DESC LIMIT 2;
//= any order
//= k | x
//= 2 | 2
//= 3 | null

MATCH (p:P) WITH p.k AS k, p.x AS x ORDER BY k DESC LIMIT 2 WHERE x IS NULL RETURN k, x;
//= any order
//= k | x
//= 3 | null

// Trails of bounded length are followed from all nodes at once.
MATCH (p)-[*1..2]->(q) RETURN p.k AS p, q.k AS q, count(*) AS n;
//= any order
//= p    | q    | n
//= 1    | 1    | 2
//= 1    | 2    | 4
//= 1    | 3    | 3
//= 1    | null | 2
//= 2    | 1    | 1
//= 2    | 2    | 1
//= 2    | 3    | 2
//= 2    | null | 1
//= 3    | 1    | 2
//= 3    | 2    | 2
//= 3    | 3    | 1
//= 3    | null | 2
//= null | 1    | 1
//= null | 2    | 2
//= null | 3    | 1
//= null | null | 1

MATCH (p)-[*0..3]-(q:Q) RETURN p.k AS p, count(*) AS n;
//= any order
//= p    | n
//= 1    | 14
//= 2    | 18
//= 3    | 13
//= null | 11

MATCH (p:P) MATCH (p)-[:R*2..1]->(q) RETURN p.k AS p, q.k AS q;
//= no rows

// DISTINCT among nodes, null among them, in one group and in several.
MATCH (p:P) OPTIONAL MATCH (p)-[:R]->(q:Q) RETURN count(DISTINCT q) AS n, count(DISTINCT p) AS m;
//= any order
//= n | m
//= 1 | 3

MATCH (p:P) OPTIONAL MATCH (p)-[:R]->(q) RETURN p.k AS k, count(DISTINCT q) AS n;
//= any order
//= k | n
//= 1 | 3
//= 2 | 2
//= 3 | 1

// As many nodes and relationships as make tables of bits worth while.
CREATE CONSTRAINT n_i FOR (n:N) REQUIRE n.i IS UNIQUE;
//~ +constraints 1
UNWIND range(0, 599) AS i CREATE (:N {i: i, t: toString(i % 7), y: i % 100});
//~ +nodes 600, +properties 1800, +labels 600
UNWIND range(0, 2399) AS r MATCH (a:N {i: r % 600}), (b:N {i: (r * r + r / 600) % 600})
CREATE (a)-[:E {z: r % 300}]->(b);
//~ +relationships 2400, +properties 2400

MATCH (a:N)-[:E]->(b:N) WHERE b.y < 30 RETURN count(*) AS n, sum(b.y) AS y, sum(a.i) AS i;
//= any order
//= n    | y     | i
//= 1080 | 15480 | 322800

MATCH (a:N)-[:E]->(b:N) WHERE b.y >= 30 AND b.t = '3' RETURN count(*) AS n, sum(b.i) AS i;
//= any order
//= n   | i
//= 176 | 49080

MATCH (a:N)-[:E]->(b:N) WHERE toInteger(b.t) = 3 AND b.y > a.y RETURN count(*) AS n;
//= any order
//= n
//= 154

MATCH (a:N)-[:E]->(b:N) WHERE b.y < 30 RETURN a.y % 3 AS m, count(*) AS n ORDER BY m;
//= any order
//= m | n
//= 0 | 366
//= 1 | 342
//= 2 | 372

MATCH (a:N)-[:E]->(b:N)-[:E]->(c:N) WHERE b.y < 60 AND c.y > 10 RETURN count(*) AS n;
//= any order
//= n
//= 4822

MATCH (a:N)-[:E]->(b:N)-[:E]->(c:N), (a)-[:E]->(c) RETURN count(*) AS n;
//= any order
//= n
//= 398

MATCH (a:N)-[:E]->(b:N)-[:E]->(c:N), (a)-[:E]->(c) WHERE c.y < 50 RETURN count(*) AS n;
//= any order
//= n
//= 368

MATCH (a:N)-[r:E]->(b:N)-[s:E]->(c:N), (a)-[t:E]->(c) RETURN count(r.z + s.z + t.z) AS n;
//= any order
//= n
//= 398

MATCH ()-[e:E]->() WHERE e.z >= 100 AND e.z < 250 RETURN count(*) AS n, sum(e.z) AS z;
//= any order
//= n    | z
//= 1200 | 209400

// Further keys of an order are read of rows that may be among the first.
MATCH (n:N) RETURN n.y % 3 AS m, n.t AS t, n.i AS i ORDER BY m DESC, t DESC, i LIMIT 4;
//= in order
//= m | t   | i
//= 2 | '6' | 20
//= 2 | '6' | 41
//= 2 | '6' | 62
//= 2 | '6' | 83

MATCH (n:N) RETURN n.i AS i ORDER BY n.y / 50, n.t, n.i DESC SKIP 2 LIMIT 3;
//= in order
//= i
//= 532
//= 525
//= 518

MATCH (n:N) WHERE n.y >= 40 AND n.y <> 50 RETURN count(*) AS n, sum(n.i) AS i;
//= any order
//= n   | i
//= 354 | 113220

MATCH (n:N {i: 1})-[:E*0..]->(m) RETURN count(DISTINCT m) AS n, sum(DISTINCT m.i) AS i;
//= any order
//= n   | i
//= 239 | 67960

MATCH (n:N {i: 1})-[:E*..3]->(m) RETURN count(*) AS n, count(DISTINCT m.y) AS y;
//= any order
//= n  | y
//= 79 | 52

// A unique property tells its node, as long as each node has one.
MATCH (a:N)-[:E]->(b:N) RETURN b.i AS i, b.t AS t, count(*) AS n ORDER BY n DESC, i LIMIT 2;
//= in order
//= i  | t   | n
//= 25 | '4' | 44
//= 26 | '5' | 44

MATCH (a:N)-[:E]->(b:N) RETURN b.i AS i, b.t AS t, count(*) AS n ORDER BY i DESC LIMIT 1;
//= in order
//= i   | t   | n
//= 579 | '5' | 4

MATCH (a:N {i: 1}) CREATE (a)-[:E]->(:N), (a)-[:E]->(:N);
//~ +nodes 2, +relationships 2, +labels 2

MATCH (a:N)-[:E]->(b:N) RETURN b.i AS i, b.t AS t, count(*) AS n ORDER BY i DESC LIMIT 1;
//= in order
//= i    | t    | n
//= null | null | 2
