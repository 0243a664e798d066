CREATE CONSTRAINT directive_number FOR (d:Directive) REQUIRE d.number IS UNIQUE;
//~ +constraints 1

UNWIND range(1, 9) AS n CREATE (:Directive {number: n});
//~ +nodes 9, +properties 9, +labels 9

UNWIND range(1, 20) AS n
CREATE (u:Unit {code: n})
WITH u, n MATCH (d:Directive) WHERE d.number <= 7 OR d.number = 8 AND n > 17
CREATE (u)-[:IMPLEMENTS]->(d);
//~ +nodes 20, +relationships 143, +properties 20, +labels 20

// A node with a key of its own is sought, not looked for among all that could be reached …
EXPLAIN MATCH (:Directive {number: 1})<-[:IMPLEMENTS]-(u)-[:IMPLEMENTS]->(:Directive {number: 8})
RETURN u.code AS code;
//# plan
//# Projection
//#   Expand(Into)
//#     Expand(All)
//#       NodeUniqueIndexSeek
//#         NodeUniqueIndexSeek
//#           Argument

// … and the rows are the same.
MATCH (:Directive {number: 1})<-[:IMPLEMENTS]-(u)-[:IMPLEMENTS]->(:Directive {number: 8})
RETURN u.code AS code;
//= any order
//= code
//= 18
//= 19
//= 20

MATCH (:Directive {number: 9})<-[:IMPLEMENTS]-(u)-[:IMPLEMENTS]->(:Directive {number: 8})
RETURN u.code AS code;
//= no rows

// The same node twice: no relationship is followed twice.
MATCH (:Directive {number: 8})<-[:IMPLEMENTS]-(u)-[:IMPLEMENTS]->(:Directive {number: 8})
RETURN u.code AS code;
//= no rows
