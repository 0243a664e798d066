CREATE (a:P {n: 'a', k: 1})-[:T]->(b:P {n: 'b', k: 2})-[:T]->(c:P {n: 'c'}), (b)-[:S]->(:Q {n: 'q'});
//~ +nodes 4, +relationships 3, +properties 6, +labels 4

MATCH (x:P) OPTIONAL MATCH (x)-[:S]->(y) RETURN x.n AS x, y.n AS y ORDER BY x;
//= in order
//= x   | y
//= 'a' | null
//= 'b' | 'q'
//= 'c' | null

// WHERE belongs to the optional match: it does not drop the row.
MATCH (x:P) OPTIONAL MATCH (x)-->(y) WHERE y.k > 1 RETURN x.n AS x, y.n AS y ORDER BY x;
//= in order
//= x   | y
//= 'a' | 'b'
//= 'b' | null
//= 'c' | null

MATCH (x:P) OPTIONAL MATCH (x)-->(y) WHERE x.k = 2 RETURN x.n AS x, y.n AS y ORDER BY x, y;
//= in order
//= x   | y
//= 'a' | null
//= 'b' | 'c'
//= 'b' | 'q'
//= 'c' | null

// WHERE after WITH does.
MATCH (x:P) OPTIONAL MATCH (x)-[:S]->(y) WITH x, y WHERE y IS NULL RETURN x.n AS x ORDER BY x;
//= in order
//= x
//= 'a'
//= 'c'

// A whole pattern or nothing of it.
MATCH (x:P) OPTIONAL MATCH (x)-[:T]->(y)-[:S]->(z) RETURN x.n AS x, y.n AS y, z.n AS z ORDER BY x;
//= in order
//= x   | y    | z
//= 'a' | 'b'  | 'q'
//= 'b' | null | null
//= 'c' | null | null

// Several in a row: the second starts from a null and finds nothing.
MATCH (x:P) OPTIONAL MATCH (x)-[:T]->(y) OPTIONAL MATCH (y)-[:S]->(z)
RETURN x.n AS x, y.n AS y, z.n AS z ORDER BY x;
//= in order
//= x   | y    | z
//= 'a' | 'b'  | 'q'
//= 'b' | 'c'  | null
//= 'c' | null | null

// Aggregates pass over nulls.
MATCH (x:P) OPTIONAL MATCH (x)-[:S]->(y)
RETURN count(*) AS rows, count(y) AS ys, collect(y.n) AS names, sum(y.k) AS sum, max(y.k) AS max;
//= any order
//= rows | ys | names | sum | max
//= 3    | 1  | ['q'] | 0   | null

MATCH (x:P) OPTIONAL MATCH (x)-->(y) RETURN x.n AS x, count(y) AS out ORDER BY x;
//= in order
//= x   | out
//= 'a' | 1
//= 'b' | 2
//= 'c' | 0

// At the start: one row of nulls.
OPTIONAL MATCH (x:P {n: 'none'})-[r]->(y) RETURN x, r, y;
//= any order
//= x    | r    | y
//= null | null | null

// MATCH from a null finds nothing: the row is gone.
OPTIONAL MATCH (x:P {n: 'none'}) MATCH (x)-->(y) RETURN y;
//= no rows

// Properties, labels, types, ids of null are null.
OPTIONAL MATCH p = (x:P {n: 'none'})-[r]->()
RETURN x.n AS n, labels(x) AS l, type(r) AS t, id(x) AS id, x:P AS is, keys(x) AS keys, length(p) AS length, nodes(p) AS nodes, startNode(r) AS start;
//= any order
//= n    | l    | t    | id   | is   | keys | length | nodes | start
//= null | null | null | null | null | null | null   | null  | null

// Null nodes are not equal, to nothing.
OPTIONAL MATCH (x:P {n: 'none'}) OPTIONAL MATCH (y:P {n: 'none'}) RETURN x = y AS same, x <> y AS other, x IS NULL AS null_;
//= any order
//= same | other | null_
//= null | null  | true

// Variable length and a bound far end.
MATCH (a:P {n: 'a'}), (q:Q) OPTIONAL MATCH p = (a)-[:T*]->(q) OPTIONAL MATCH o = (a)-[*]->(q)
RETURN p, length(o) AS length;
//= any order
//= p    | length
//= null | 2

// Two patterns in one: both or none.
MATCH (x:P {n: 'b'}) OPTIONAL MATCH (x)-[:S]->(y), (x)-[:NONE]->(z) RETURN y, z;
//= any order
//= y    | z
//= null | null
//? 1:58 UnknownRelationshipType

// Grouping by a null.
MATCH (x:P) OPTIONAL MATCH (x)-[:S]->(y) RETURN y.n AS y, count(*) AS rows ORDER BY y;
//= in order
//= y    | rows
//= 'q'  | 1
//= null | 2

// Optional rows and DISTINCT.
MATCH (x:P) OPTIONAL MATCH (x)-[:S]->(y) RETURN DISTINCT y.n AS y ORDER BY y;
//= in order
//= y
//= 'q'
//= null

// Null predicates in WHERE of an optional match that reads an earlier optional variable.
MATCH (x:P) OPTIONAL MATCH (x)-[:S]->(y) OPTIONAL MATCH (z:P) WHERE z.k = y.k OR y IS NULL AND z.n = x.n
RETURN x.n AS x, z.n AS z ORDER BY x;
//= in order
//= x   | z
//= 'a' | 'a'
//= 'b' | null
//= 'c' | 'c'
