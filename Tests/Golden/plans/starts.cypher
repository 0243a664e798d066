// Where a pattern is entered is chosen by how many nodes with a label relationships of a type lead
// to, not by how rare the label is: here every P lives in one of the two rare Cs.
CREATE INDEX h_n FOR (h:H) ON (h.n);
//~ +indexes 1
CREATE (s:S {n: 's'}), (:C {n: 0})-[:IN]->(s), (:C {n: 1})-[:IN]->(s);
//~ +nodes 3, +relationships 2, +properties 3, +labels 3
UNWIND range(0, 19) AS i CREATE (:H {i: i, n: i % 4});
//~ +nodes 20, +properties 40, +labels 20
UNWIND range(0, 99) AS i
MATCH (c:C {n: i % 2}), (h:H {i: i % 20})
CREATE (c)<-[:LIVES_IN]-(:P {i: i})-[:LIKES]->(h);
//~ +nodes 100, +relationships 200, +properties 100, +labels 100

EXPLAIN MATCH (p:P)-[:LIVES_IN]->(:C)-[:IN]->(s:S), (p)-[:LIKES]->(h:H {n: 1})
RETURN s.n AS s, count(p) AS n;
//# plan
//# EagerAggregation
//#   Expand(All)
//#     Expand(All)
//#       Expand(All)
//#         NodeIndexSeek
//#           Argument

MATCH (p:P)-[:LIVES_IN]->(:C)-[:IN]->(s:S), (p)-[:LIKES]->(h:H {n: 1})
RETURN s.n AS s, count(p) AS n;
//= in order
//= s   | n
//= 's' | 25
