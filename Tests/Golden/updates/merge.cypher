MERGE (n:M {k: 1}) RETURN n.k AS k;
//= any order
//= k
//= 1
//~ +nodes 1, +properties 1, +labels 1

MERGE (n:M {k: 1}) ON CREATE SET n.made = true ON MATCH SET n.found = true RETURN n.made AS made, n.found AS found;
//= any order
//= made | found
//= null | true
//~ +properties 1

// Every match is a row.
CREATE (:M {k: 1});
//~ +nodes 1, +properties 1, +labels 1

MERGE (n:M {k: 1}) ON MATCH SET n.again = 1 RETURN count(*) AS rows;
//= any order
//= rows
//= 2
//~ +properties 2

// Rows of the same MERGE see what earlier rows made.
UNWIND [5, 5, 6, 5] AS k MERGE (n:U {k: k}) ON CREATE SET n.c = 1 ON MATCH SET n.c = n.c + 1;
//~ +nodes 2, +properties 6, +labels 2

MATCH (n:U) RETURN n.k AS k, n.c AS c ORDER BY k;
//= in order
//= k | c
//= 5 | 3
//= 6 | 1

// Null in the pattern can never be matched: an error, not a node each time.
MERGE (n:M {k: null});
//! 1:12 SemanticError runtime MergeReadOwnWrites

MATCH (n:U {k: 5}) MERGE (m:M {k: n.missing});
//! 1:31 SemanticError runtime MergeReadOwnWrites

// A relationship between bound nodes.
MATCH (a:U {k: 5}), (b:U {k: 6}) MERGE (a)-[r:T]->(b) RETURN type(r) AS type;
//= any order
//= type
//= 'T'
//~ +relationships 1

MATCH (a:U {k: 5}), (b:U {k: 6}) MERGE (a)-[r:T]->(b) RETURN count(r) AS count;
//= any order
//= count
//= 1

// The other direction is another relationship.
MATCH (a:U {k: 5}), (b:U {k: 6}) MERGE (b)-[r:T]->(a);
//~ +relationships 1

// Undirected: either will do; both are found.
MATCH (a:U {k: 5}), (b:U {k: 6}) MERGE (a)-[r:T]-(b) RETURN count(r) AS count;
//= any order
//= count
//= 2

// Undirected and absent: made from left to right.
MATCH (a:U {k: 5}), (b:U {k: 6}) MERGE (b)-[r:NEW]-(a) RETURN startNode(r).k AS start;
//= any order
//= start
//= 6
//~ +relationships 1

// The whole pattern is matched or the whole pattern is made: here the node is made a second time.
MATCH (a:U {k: 5}) MERGE (a)-[:OWNS]->(c:Car {id: 1});
//~ +nodes 1, +relationships 1, +properties 1, +labels 1

MATCH (b:U {k: 6}) MERGE (b)-[:OWNS]->(c:Car {id: 1});
//~ +nodes 1, +relationships 1, +properties 1, +labels 1

MATCH (c:Car) RETURN count(c) AS cars;
//= any order
//= cars
//= 2

// With the node merged first it is one.
MERGE (c:Car {id: 2}) WITH c MATCH (u:U) MERGE (u)-[:OWNS]->(c) RETURN count(*) AS rows;
//= any order
//= rows
//= 2
//~ +nodes 1, +relationships 2, +properties 1, +labels 1

// A self loop.
MATCH (a:U {k: 5}) MERGE (a)-[:SELF]->(a);
//~ +relationships 1

MATCH (a:U {k: 5}) MERGE (a)-[:SELF]-(a) RETURN count(*) AS rows;
//= any order
//= rows
//= 1

// Properties of the relationship count.
MATCH (a:U {k: 5}), (b:U {k: 6}) MERGE (a)-[r:T {w: 1}]->(b);
//~ +relationships 1, +properties 1

MATCH (a:U {k: 5}), (b:U {k: 6}) MERGE (a)-[r:T {w: 1}]->(b) ON MATCH SET r.w = 2;
//~ +properties 1

// A path.
MATCH (a:U {k: 5}) MERGE p = (a)-[:P1]->(:X)-[:P2]->(:Y) RETURN length(p) AS length;
//= any order
//= length
//= 2
//~ +nodes 2, +relationships 2, +labels 2

MATCH (a:U {k: 5}) MERGE p = (a)-[:P1]->(:X)-[:P2]->(:Y) RETURN length(p) AS length;
//= any order
//= length
//= 2

// An end that is null.
OPTIONAL MATCH (a:U {k: 99}) MERGE (a)-[:T]->(b:Z);
//! - EntityNotFound runtime MissingNode

// A type is needed, just one; no variable length; no bound relationship.
MATCH (a:U {k: 5}) MERGE (a)-[r]->(b);
//! 1:29 SyntaxError compile time NoSingleRelationshipType

MATCH (a:U {k: 5}) MERGE (a)-[r:A|B]->(b);
//! 1:29 SyntaxError compile time NoSingleRelationshipType

MATCH (a:U {k: 5}) MERGE (a)-[r:T*2]->(b);
//! 1:34 SyntaxError compile time CreatingVarLength

MATCH ()-[r:T {w: 2}]->() MERGE (a)-[r:T]->(b);
//! 1:38 SyntaxError compile time VariableAlreadyBound

MATCH (a:U {k: 5}) MERGE (a {x: 1});
//! 1:27 SyntaxError compile time VariableAlreadyBound

// ON CREATE may copy from other nodes.
MATCH (u:U {k: 6}) MERGE (n:Copy {id: 1}) ON CREATE SET n += properties(u), n.id = 2 RETURN n;
//= any order
//= n
//= (:Copy {c: 1, id: 2, k: 6})
//~ +nodes 1, +properties 4, +labels 1

// It is found by what it is now, not by what it was made of.
MERGE (n:Copy {id: 1}) ON CREATE SET n.second = true;
//~ +nodes 1, +properties 2, +labels 1
