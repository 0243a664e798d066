CREATE (:Person {name: 'Ada', born: 1815})-[:KNOWS {since: 1833}]->(:Person {name: 'Charles'});
//~ +nodes 2, +relationships 1, +properties 4, +labels 2

// Legal, but surely not meant.
MATCH (n:Persn) RETURN n;
//= no rows
//? 1:10 UnknownLabel: no label 'Persn' is in the store; did you mean 'Person'?

MATCH (n:person) RETURN n;
//= no rows
//? 1:10 UnknownLabel: no label 'person' is in the store; did you mean 'Person'?

MATCH ()-[r:KNOW]->() RETURN r;
//= no rows
//? 1:13 UnknownRelationshipType: no relationship type 'KNOW' is in the store; did you mean 'KNOWS'?

MATCH (n:Person) RETURN n.nmae AS name;
//= any order
//= name
//= null
//= null
//? 1:27 UnknownPropertyKey: no property key 'nmae' is in the store

MATCH (n:Person {bron: 1}) RETURN n;
//= no rows
//? 1:18 UnknownPropertyKey: no property key 'bron' is in the store

// Nothing near, no suggestion; each name once.
MATCH (n:Xyzzy) MATCH (m:Xyzzy) RETURN n;
//= no rows
//? 1:10 UnknownLabel: no label 'Xyzzy' is in the store
//? 1:26 UnknownLabel: no label 'Xyzzy' is in the store

// What the statement makes is known.
CREATE (n:Robot {model: 1}) WITH n MATCH (m:Robot) RETURN m.model AS model;
//= any order
//= model
//= 1
//~ +nodes 1, +properties 1, +labels 1

MATCH (n:Person) RETURN m;
//! 1:25 SyntaxError compile time UndefinedVariable

MATCH (person:Person) RETURN persn.name;
//! 1:30 SyntaxError compile time UndefinedVariable

// Parameters.
// param: name = 'Ada'
MATCH (n:Person {name: $name}) RETURN n.born AS born;
//= any order
//= born
//= 1815

MATCH (n:Person {name: $name}) RETURN n.born AS born;
//! 1:24 ParameterMissing

// param: m = {a: [1, {b: 'x'}]}
RETURN $m.a[1].b AS x, $m AS m;
//= any order
//= x   | m
//= 'x' | {a: [1, {b: 'x'}]}

// param: `1` = 5
RETURN $1 AS x;
//! 1:8 ParameterMissing

// param: n = null
RETURN $n AS n, $n IS NULL AS isNull, coalesce($n, 1) AS c;
//= any order
//= n    | isNull | c
//= null | true   | 1

// param: names = ['Ada', 'Bob']
MATCH (n:Person) WHERE n.name IN $names RETURN n.name AS name;
//= any order
//= name
//= 'Ada'

// param: rows = [{name: 'X', age: 1}, {name: 'Y', age: 2}]
UNWIND $rows AS row CREATE (n:Row) SET n = row RETURN n.name AS name ORDER BY name;
//= in order
//= name
//= 'X'
//= 'Y'
//~ +nodes 2, +properties 4, +labels 2

// param: map = {name: 'Z'}
CREATE (n:Row $map) RETURN n;
//= any order
//= n
//= (:Row {name: 'Z'})
//~ +nodes 1, +properties 1, +labels 1

// A missing parameter is an error even where no row needs it.
MATCH (n:Row {name: 'nobody'}) RETURN $missing AS x;
//! 1:39 ParameterMissing

// param: label = 'Person'
MATCH (n:$label) RETURN n;
//! 1:10 Unsupported compile time UnsupportedSyntax

// Errors of syntax are placed where they are.
MATCH (n RETURN n;
//! 1:10 SyntaxError compile time UnexpectedSyntax: expected ')'

MATCH (n) RETRUN n;
//! 1:11 SyntaxError compile time

RETURN 1 +;
//! 1:11 SyntaxError compile time

MATCH (n) WHERE n.x == 1 RETURN n;
//! 1:22 SyntaxError compile time

MATCH (n);
//! 1:1 SyntaxError compile time InvalidClauseComposition

RETURN 1 AS x MATCH (n) RETURN n;
//! 1:15 SyntaxError compile time InvalidClauseComposition

MATCH (n) WITH n.x RETURN 1;
//! 1:16 SyntaxError compile time NoExpressionAlias

RETURN 1 AS x, 2 AS x;
//! 1:21 SyntaxError compile time ColumnNameConflict

MATCH (n) CREATE (n:Label);
//! 1:19 SyntaxError compile time VariableAlreadyBound

CREATE (a)-[:T*2]->(b);
//! 1:15 SyntaxError compile time CreatingVarLength

CREATE (a)-[:T]-(b);
//! 1:11 SyntaxError compile time RequiresDirectedRelationship

MATCH p = ()-[*]->() WHERE p.name = 'x' RETURN p;
//! 1:28 SyntaxError compile time InvalidArgumentType

// What other dialects have and Kho has not says so.
RETURN point({x: 1, y: 2}) AS p;
//! 1:8 Unsupported compile time UnsupportedType: points are not supported; keep coordinates as numbers

MATCH (n) WHERE point.distance(n.at, $here) < 100 RETURN n;
//! 1:17 Unsupported compile time UnsupportedType: points are not supported

MATCH (n) CALL (n) { DETACH DELETE n } IN 4 CONCURRENT TRANSACTIONS OF 100 ROWS;
//! 1:40 Unsupported compile time UnsupportedSyntax: CALL … IN TRANSACTIONS is not supported; a statement is one transaction
