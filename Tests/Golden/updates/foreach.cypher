FOREACH (i IN range(1, 3) | CREATE (:F {i: i}));
//~ +nodes 3, +properties 3, +labels 3

// An empty list and null do nothing.
FOREACH (i IN [] | CREATE (:F));

FOREACH (i IN null | CREATE (:F));

// Once for each row; the row goes on as it was.
MATCH (n:F) WITH n ORDER BY n.i
FOREACH (x IN [1, 2] | SET n.sum = coalesce(n.sum, 0) + x * n.i)
RETURN n.i AS i, n.sum AS sum;
//= in order
//= i | sum
//= 1 | 3
//= 2 | 6
//= 3 | 9
//~ +properties 6

// Nested, with MERGE: each pair once.
FOREACH (i IN [1, 2] | FOREACH (j IN [1, 2, 2] | MERGE (:G {i: i, j: j})));
//~ +nodes 4, +properties 8, +labels 4

// Over a list of nodes, more than one clause inside.
MATCH (n:F) WITH collect(n) AS nodes
FOREACH (n IN nodes | SET n:Seen REMOVE n.sum CREATE (n)-[:MADE]->(:H));
//~ +nodes 3, +relationships 3, +properties 3, +labels 6

MATCH (n:F:Seen)-[:MADE]->(h:H) RETURN count(*) AS made, collect(n.sum) AS sums;
//= any order
//= made | sums
//= 3    | []

// Over the relationships of a path.
MATCH p = (:F {i: 1})-[:MADE]->(:H)
FOREACH (r IN relationships(p) | SET r.mark = true);
//~ +properties 1

// Its variables are not seen after it.
FOREACH (i IN [1] | CREATE (x:F)) RETURN i;
//! 1:42 SyntaxError compile time UndefinedVariable

FOREACH (i IN [1] | CREATE (x:F)) RETURN x;
//! 1:42 SyntaxError compile time UndefinedVariable

// Only clauses that write.
FOREACH (i IN [1] | RETURN i);
//! 1:21 SyntaxError compile time

FOREACH (i IN [1] | MATCH (n) DELETE n);
//! 1:21 SyntaxError compile time

FOREACH (i IN 1 | CREATE (:F));
//! 1:15 SyntaxError compile time InvalidArgumentType

// The loop's variable hides nothing: it must be new.
MATCH (n:F {i: 1}) FOREACH (n IN [1] | CREATE (:F)) RETURN n;
//! 1:29 SyntaxError compile time VariableAlreadyBound

// DELETE inside.
MATCH (h:H) WITH collect(h) AS hs FOREACH (h IN hs | DETACH DELETE h);
//~ -nodes 3, -relationships 3

// The conditional idiom: a list of one or none.
UNWIND [1, 2, 3] AS x
FOREACH (ignored IN CASE WHEN x > 1 THEN [1] ELSE [] END | CREATE (:K {x: x}));
//~ +nodes 2, +properties 2, +labels 2

// An error inside undoes all.
FOREACH (x IN [1, 0] | CREATE (:L {x: 1 / x}));
//! 1:39 ArithmeticError runtime

MATCH (n {x: 1}) RETURN count(n) AS count;
//= any order
//= count
//= 0

// FOREACH is UNWIND of the list and its clauses: what a CREATE writes it reads before it creates.
FOREACH (i IN [1, 2] | CREATE (:H {n: COUNT { MATCH (h:H) }}));
//~ +nodes 2, +properties 2, +labels 2

UNWIND [1, 2] AS i CREATE (h:H {n: COUNT { MATCH (h:H) }}) RETURN h.n AS n;
//= any order
//= n
//= 2
//= 2
//~ +nodes 2, +properties 2, +labels 2

MATCH (h:H) RETURN collect(h.n) AS n;
//= any order
//= n
//= [0, 0, 2, 2]
