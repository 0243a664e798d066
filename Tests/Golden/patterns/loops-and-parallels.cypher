// a with a loop, two parallel a → b and one b → a.
CREATE (a:P {n: 'a'}), (b:P {n: 'b'}), (a)-[:T {k: 1}]->(a), (a)-[:T {k: 2}]->(b),
  (a)-[:T {k: 3}]->(b), (b)-[:T {k: 4}]->(a);
//~ +nodes 2, +relationships 4, +properties 6, +labels 2

MATCH (x)-[r]->(y) RETURN x.n AS x, r.k AS k, y.n AS y ORDER BY k;
//= in order
//= x   | k | y
//= 'a' | 1 | 'a'
//= 'a' | 2 | 'b'
//= 'a' | 3 | 'b'
//= 'b' | 4 | 'a'

// Undirected: each relationship in both directions, a loop once.
MATCH (x)-[r]-(y) RETURN r.k AS k, count(*) AS rows ORDER BY k;
//= in order
//= k | rows
//= 1 | 1
//= 2 | 2
//= 3 | 2
//= 4 | 2

MATCH (x)--(y) RETURN count(*) AS rows;
//= any order
//= rows
//= 7

MATCH (x {n: 'a'})-[r]-(y) RETURN y.n AS y, r.k AS k ORDER BY k;
//= in order
//= y   | k
//= 'a' | 1
//= 'b' | 2
//= 'b' | 3
//= 'b' | 4

// A loop by its shape.
MATCH (x)-[r]->(x) RETURN x.n AS x, r.k AS k;
//= any order
//= x   | k
//= 'a' | 1

MATCH (x)-[r]-(x) RETURN x.n AS x, r.k AS k;
//= any order
//= x   | k
//= 'a' | 1

// Two relationships of one pattern are different ones: 2·1 each way round, and the loop once.
MATCH (x)-[r]->(y)-[s]->(z) RETURN r.k AS r, s.k AS s ORDER BY r, s;
//= in order
//= r | s
//= 1 | 2
//= 1 | 3
//= 2 | 4
//= 3 | 4
//= 4 | 1
//= 4 | 2
//= 4 | 3

// So do those of two patterns of one MATCH.
MATCH (x {n: 'a'})-[r]->(y {n: 'b'}), (x)-[s]->(y) RETURN r.k AS r, s.k AS s ORDER BY r;
//= in order
//= r | s
//= 2 | 3
//= 3 | 2

// In two MATCH clauses they may be the same.
MATCH (x {n: 'a'})-[r]->(y {n: 'b'}) MATCH (x)-[s]->(y)
RETURN r.k AS r, s.k AS s ORDER BY r, s;
//= in order
//= r | s
//= 2 | 2
//= 2 | 3
//= 3 | 2
//= 3 | 3

// Counting only must not forget that.
MATCH (x)-[]->(y)<-[]-(z) RETURN count(*) AS rows;
//= any order
//= rows
//= 4

MATCH (x)-->(y)-->(x) RETURN count(*) AS rows;
//= any order
//= rows
//= 4

MATCH (x)--(y)--(z) RETURN count(*) AS rows;
//= any order
//= rows
//= 18

MATCH (x)-[r]->(y)-[r]->(z) RETURN r;
//! 1:21 SyntaxError compile time RelationshipUniquenessViolation

// A relationship bound before is found again, in its direction or both.
MATCH ()-[r {k: 2}]->() MATCH (x)-[r]-(y) RETURN x.n AS x, y.n AS y;
//= any order
//= x   | y
//= 'a' | 'b'
//= 'b' | 'a'

MATCH ()-[r {k: 2}]->() MATCH (x)<-[r]-(y) RETURN x.n AS x, y.n AS y;
//= any order
//= x   | y
//= 'b' | 'a'

MATCH (a {n: 'b'}) MATCH ()-[r {k: 2}]->() MATCH (a)-[r]->(y) RETURN y;
//= no rows

// A triangle of two nodes does not exist; a path of three steps does.
MATCH (x)-[r]->(y)-[s]->(z)-[t]->(x) RETURN r.k AS r, s.k AS s, t.k AS t ORDER BY r, s, t;
//= in order
//= r | s | t
//= 1 | 2 | 4
//= 1 | 3 | 4
//= 2 | 4 | 1
//= 3 | 4 | 1
//= 4 | 1 | 2
//= 4 | 1 | 3

// A relationship under two names is still one, and followed once.
MATCH ()-[r]->() WITH r AS a, r AS b LIMIT 1
OPTIONAL MATCH ()-[a]->(), (x)-[b]->() RETURN x;
//= any order
//= x
//= null

// A type named twice is still one.
MATCH (x)-[r:T|T]->(y) RETURN count(*) AS rows;
//= any order
//= rows
//= 4
