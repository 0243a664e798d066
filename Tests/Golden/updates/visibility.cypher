CREATE (:V {i: 1}), (:V {i: 2}), (:V {i: 3});
//~ +nodes 3, +properties 3, +labels 3

// MATCH does not see what a later CREATE of the same statement makes: three, not endless.
MATCH (n:V) CREATE (:V {i: n.i + 10});
//~ +nodes 3, +properties 3, +labels 3

MATCH (n:V) RETURN count(n) AS count;
//= any order
//= count
//= 6

// A later MATCH does.
CREATE (:W) WITH 1 AS one MATCH (w:W) RETURN count(w) AS count;
//= any order
//= count
//= 1
//~ +nodes 1, +labels 1

// Every row of the first clause is done before the second reads.
UNWIND [1, 2, 3] AS i CREATE (:W) WITH i MATCH (w:W) RETURN i, count(w) AS count ORDER BY i;
//= in order
//= i | count
//= 1 | 4
//= 2 | 4
//= 3 | 4
//~ +nodes 3, +labels 3

// SET does not change what the MATCH before it found, even the property it looked for.
MATCH (n:V) WHERE n.i < 10 SET n.i = n.i + 1 RETURN n.i AS i ORDER BY i;
//= in order
//= i
//= 2
//= 3
//= 4
//~ +properties 3

// A label is added to what is matched by it.
MATCH (n:V) SET n:V2 WITH n MATCH (m:V2) RETURN count(*) AS rows;
//= any order
//= rows
//= 36
//~ +labels 6

// DELETE and a MATCH after it.
MATCH (n:V2) WHERE n.i > 10 DETACH DELETE n WITH count(*) AS deleted MATCH (m:V) RETURN deleted, count(m) AS left;
//= any order
//= deleted | left
//= 3       | 3
//~ -nodes 3

// MERGE after CREATE finds what was created.
CREATE (:Q {id: 1}) MERGE (q:Q {id: 1}) RETURN count(q) AS count;
//= any order
//= count
//= 1
//~ +nodes 1, +properties 1, +labels 1

// Two CREATE clauses, the second reading the first by a pattern.
CREATE (a:Z1 {k: 1}) CREATE (b:Z2 {k: a.k + 1})-[:OF]->(a) WITH a MATCH (a)<-[:OF]-(x) RETURN x.k AS k;
//= any order
//= k
//= 2
//~ +nodes 2, +relationships 1, +properties 2, +labels 2

// LIMIT after a writing clause does not stop the writing.
MATCH (n:V) SET n.touched = true RETURN n.i AS i ORDER BY i LIMIT 1;
//= in order
//= i
//= 2
//~ +properties 3

MATCH (n:V) WHERE n.touched RETURN count(n) AS count;
//= any order
//= count
//= 3

// Nor does LIMIT 0.
CREATE (n:Zero) RETURN n LIMIT 0;
//= no rows
//~ +nodes 1, +labels 1

// LIMIT before it does.
MATCH (n:V) WITH n ORDER BY n.i LIMIT 1 SET n.first = true;
//~ +properties 1

MATCH (n:V {first: true}) RETURN n.i AS i;
//= any order
//= i
//= 2

// What CREATE asks of the graph is asked before it creates, in every row.
UNWIND range(1, 3) AS i
CREATE (:Asking {i: i, before: COUNT { MATCH (:Asking) }});
//~ +nodes 3, +properties 6, +labels 3

MATCH (a:Asking) RETURN collect(DISTINCT a.before) AS counts;
//= any order
//= counts
//= [0]
