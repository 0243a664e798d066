CREATE (a:D {n: 'a'})-[:T {k: 1}]->(b:D {n: 'b'})-[:T {k: 2}]->(c:D {n: 'c'}), (:D {n: 'alone'});
//~ +nodes 4, +relationships 2, +properties 6, +labels 4

MATCH (n:D {n: 'alone'}) DELETE n;
//~ -nodes 1

// A node with relationships stays, unless DETACH.
MATCH (n:D {n: 'b'}) DELETE n;
//! 1:29 ConstraintVerificationFailed runtime DeleteConnectedNode

MATCH (n:D) RETURN count(n) AS count;
//= any order
//= count
//= 3

// Deleting the relationships in the same clause, or before, is enough.
MATCH (n:D {n: 'c'})<-[r]-() DELETE r, n;
//~ -nodes 1, -relationships 1

MATCH (n:D {n: 'a'})-[r]->() DELETE n, r;
//~ -nodes 1, -relationships 1

// Twice the same, and null, are nothing more.
MATCH (n:D {n: 'b'}) OPTIONAL MATCH (n)-->(m) DELETE n, n, m;
//~ -nodes 1

MATCH (n) RETURN count(n) AS count;
//= any order
//= count
//= 0

CREATE (a:D)-[:T]->(b:D), (a)-[:T]->(b), (a)-[:L]->(a);
//~ +nodes 2, +relationships 3, +labels 2

// DETACH counts each relationship once.
MATCH (n:D) DETACH DELETE n;
//~ -nodes 2, -relationships 3

// A path is deleted whole.
CREATE (:D)-[:T]->(:D)-[:T]->(:D);
//~ +nodes 3, +relationships 2, +labels 3

MATCH p = (:D)-[:T]->()-[:T]->() DELETE p;
//~ -nodes 3, -relationships 2

// Items of lists and maps.
CREATE (:D {k: 1}), (:D {k: 2}), (:D {k: 3});
//~ +nodes 3, +properties 3, +labels 3

MATCH (n:D) WITH n ORDER BY n.k WITH collect(n) AS list DELETE list[0];
//~ -nodes 1

MATCH (n:D {k: 2}) WITH {node: n} AS map DELETE map.node;
//~ -nodes 1

// What was deleted has no properties any more, but its identity counts.
MATCH (n:D) DELETE n RETURN count(n) AS count;
//= any order
//= count
//= 1
//~ -nodes 1

CREATE (:D {k: 7})-[:T {w: 1}]->(:E);
//~ +nodes 2, +relationships 1, +properties 2, +labels 2

MATCH (n:D) DETACH DELETE n RETURN n.k;
//! 1:36 EntityNotFound runtime DeletedEntityAccess

MATCH (n:D)-[r]->() DELETE r RETURN type(r) AS type;
//= any order
//= type
//= 'T'
//~ -relationships 1

MATCH (n:D) DELETE n CREATE (m:D {k: 8}) RETURN m.k AS k;
//= any order
//= k
//= 8
//~ +nodes 1, -nodes 1, +properties 1, +labels 1

// Only entities can be deleted.
MATCH (n:D) DELETE n.k;
//! 1:20 TypeError runtime InvalidArgumentType

MATCH (n:D) DELETE n:D;
//! 1:20 SyntaxError compile time InvalidDelete

DELETE 1;
//! 1:8 SyntaxError compile time

// A node created and deleted in one statement.
CREATE (n:Temporary {x: 1}) DELETE n;
//~ +nodes 1, -nodes 1, +properties 1, +labels 1

MATCH (n:Temporary) RETURN count(n) AS count;
//= any order
//= count
//= 0

// Rows after a DELETE of some of them.
UNWIND range(1, 5) AS i CREATE (:Row {i: i});
//~ +nodes 5, +properties 5, +labels 5

MATCH (n:Row) WITH n, n.i AS i FOREACH (x IN CASE WHEN i % 2 = 0 THEN [n] ELSE [] END | DELETE x)
RETURN collect(i) AS seen;
//= any order
//= seen
//= [1, 2, 3, 4, 5]
//~ -nodes 2

MATCH (n:Row) RETURN collect(n.i) AS left;
//= any order
//= left
//= [1, 3, 5]
