// The first rows in the order of an index, with nulls, lists, long texts and ties.
CREATE INDEX n_t FOR (n:N) ON (n.t);
//~ +indexes 1
CREATE INDEX n_d FOR (n:N) ON (n.d);
//~ +indexes 1
UNWIND range(0, 299) AS i
CREATE (:N {i: i, t: 't' + toString((i * 7) % 100), d: (i * 11) % 300, e: i % 3})-[:R]->(:M {i: i % 2});
//~ +nodes 600, +relationships 300, +properties 1500, +labels 600

EXPLAIN MATCH (n:N) RETURN n.i AS i, n.d AS d ORDER BY d LIMIT 3;
//# plan
//# Projection
//#   Limit
//#     Top
//#       Projection
//#         NodeIndexScan
//#           Argument

MATCH (n:N) RETURN n.i AS i, n.d AS d ORDER BY d LIMIT 3;
//= in order
//= i   | d
//= 0   | 0
//= 191 | 1
//= 82  | 2

MATCH (n:N) RETURN n.i AS i, n.d AS d ORDER BY n.d DESC SKIP 1 LIMIT 3;
//= in order
//= i   | d
//= 218 | 298
//= 27  | 297
//= 136 | 296

// Ties are told apart by further keys, all of them.
MATCH (n:N) RETURN n.t AS t, n.i AS i ORDER BY t, i DESC LIMIT 4;
//= in order
//= t     | i
//= 't0'  | 200
//= 't0'  | 100
//= 't0'  | 0
//= 't1'  | 243

MATCH (n:N) RETURN n.t AS t, n.i AS i ORDER BY t DESC, i LIMIT 4;
//= in order
//= t     | i
//= 't99' | 57
//= 't99' | 157
//= 't99' | 257
//= 't98' | 14

// With a filter, and rows that stem from each node.
MATCH (n:N) WHERE n.e = 1 AND n.d > 5 RETURN n.d AS d ORDER BY d LIMIT 3;
//= in order
//= d
//= 8
//= 11
//= 14

EXPLAIN MATCH (n:N)-[:R]->(m) WHERE m.i = 1 RETURN n.d AS d, m.i AS i ORDER BY d DESC LIMIT 2;
//# plan
//# Projection
//#   Limit
//#     Top
//#       Projection
//#         Expand(All)
//#           NodeIndexScan
//#             Argument

MATCH (n:N)-[:R]->(m) WHERE m.i = 1 RETURN n.d AS d, m.i AS i ORDER BY d DESC LIMIT 2;
//= in order
//= d   | i
//= 299 | 1
//= 297 | 1

// As many as there are, none, and by parameter.
MATCH (n:N) WHERE n.e = 2 WITH n.d AS d ORDER BY d LIMIT 30 RETURN count(*) AS n, max(d) AS d;
//= in order
//= n  | d
//= 30 | 88

MATCH (n:N) RETURN n.d AS d ORDER BY d LIMIT 0;
//= no rows

// param: count = 2
MATCH (n:N) RETURN n.d AS d ORDER BY d LIMIT $count;
//= in order
//= d
//= 0
//= 1

// param: count = 299
MATCH (n:N) WITH n.d AS d ORDER BY d LIMIT $count RETURN count(*) AS n, max(d) AS d;
//= in order
//= n   | d
//= 299 | 298

MATCH (m:M {i: 1}) WITH m LIMIT 2
CALL (m) { MATCH (n:N) RETURN n.d + m.i AS d ORDER BY n.d LIMIT 1 } RETURN m.i AS m, d;
//= any order
//= m | d
//= 1 | 1
//= 1 | 1

// Without the property nodes come last, and first against the order.
MATCH (n:N) WHERE n.i < 280 REMOVE n.d;
//~ +properties 280

MATCH (n:N) RETURN n.d AS d ORDER BY d LIMIT 2;
//= in order
//= d
//= 80
//= 91

MATCH (n:N) WITH n.d AS d ORDER BY d LIMIT 25 RETURN count(d) AS known, count(*) AS n, max(d) AS d;
//= in order
//= known | n  | d
//= 20    | 25 | 289

MATCH (n:N) RETURN n.d AS d ORDER BY d DESC LIMIT 2;
//= in order
//= d
//= null
//= null

// Lists come before all else.
MATCH (n:N {i: 7}) SET n.d = [3];
//~ +properties 1

MATCH (n:N) RETURN n.d AS d ORDER BY d LIMIT 2;
//= in order
//= d
//= [3]
//= 80

MATCH (n:N {i: 7}) SET n.d = 'x';
//~ +properties 1

MATCH (n:N) RETURN n.d AS d ORDER BY d LIMIT 2;
//= in order
//= d
//= 'x'
//= 80

// Of long texts the index has the beginnings alone.
MATCH (n:N) WHERE n.i < 20 SET n.t = reduce(s = 'l', x IN range(0, 99) | s + 'ongish') + toString(100 - n.i);
//~ +properties 20

MATCH (n:N) RETURN n.i AS i ORDER BY n.t LIMIT 3;
//= in order
//= i
//= 0
//= 19
//= 18
