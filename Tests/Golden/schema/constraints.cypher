CREATE (:P {id: 1, name: 'a'}), (:P {id: 2, name: 'b'}), (:P {name: 'c'});
//~ +nodes 3, +properties 5, +labels 3

// Unique: null does not count.
CREATE CONSTRAINT p_id FOR (n:P) REQUIRE n.id IS UNIQUE;
//~ +constraints 1

CREATE (:P {id: 1});
//! 1:12 ConstraintValidationFailed runtime

// All or nothing.
UNWIND [7, 8, 2] AS i CREATE (:P {id: i});
//! 1:34 ConstraintValidationFailed runtime

MATCH (n:P) RETURN count(n) AS count;
//= any order
//= count
//= 3

MATCH (n:P {id: 2}) SET n.id = 1;
//! 1:25 ConstraintValidationFailed runtime

// Setting it to what it is breaks nothing; 1.0 is the same as 1.
MATCH (n:P {id: 2}) SET n.id = 2;

CREATE (:P {id: 1.0});
//! 1:12 ConstraintValidationFailed runtime

CREATE (:P {id: '1'}), (:P), (:Q {id: 1});
//~ +nodes 3, +properties 2, +labels 3

// Adding the label counts too.
MATCH (q:Q) SET q:P;
//! - ConstraintValidationFailed runtime

// What was deleted is free.
MATCH (n:P {id: 1}) DELETE n CREATE (:P {id: 1});
//~ +nodes 1, -nodes 1, +properties 1, +labels 1

// MERGE finds by it and does not break it.
MERGE (n:P {id: 1}) ON MATCH SET n.found = true RETURN n.found AS found;
//= any order
//= found
//= true
//~ +properties 1

MERGE (n:P {id: 1, name: 'other'});
//! 1:12 ConstraintValidationFailed runtime

// Names and doubles of constraints.
CREATE CONSTRAINT p_id FOR (n:P) REQUIRE n.name IS UNIQUE;
//! 1:19 ConstraintValidationFailed runtime SchemaRuleAlreadyExists

CREATE CONSTRAINT IF NOT EXISTS FOR (n:P) REQUIRE n.id IS UNIQUE;

CREATE CONSTRAINT other FOR (n:P) REQUIRE n.id IS UNIQUE;
//! 1:19 ConstraintValidationFailed runtime SchemaRuleAlreadyExists

// On data that break it already.
CREATE (:P {name: 'a'}), (:P {name: 'a'});
//~ +nodes 2, +properties 2, +labels 2

CREATE CONSTRAINT FOR (n:P) REQUIRE n.name IS UNIQUE;
//! - ConstraintValidationFailed runtime

// Existence.
CREATE CONSTRAINT p_name FOR (n:P) REQUIRE n.name IS NOT NULL;
//! - ConstraintValidationFailed runtime

MATCH (n:P) WHERE n.name IS NULL SET n.name = 'x';
//~ +properties 3

CREATE CONSTRAINT p_name FOR (n:P) REQUIRE n.name IS NOT NULL;
//~ +constraints 1

CREATE (:P {id: 50});
//! - ConstraintValidationFailed runtime

MATCH (n:P {id: 2}) REMOVE n.name;
//! - ConstraintValidationFailed runtime

// It may be missing in between: what counts is the end of the statement.
CREATE (n:P {id: 51}) SET n.name = 'later' RETURN n.id AS id;
//= any order
//= id
//= 51
//~ +nodes 1, +properties 2, +labels 1

// Type.
CREATE CONSTRAINT p_type FOR (n:P) REQUIRE n.name IS :: STRING;
//~ +constraints 1

MATCH (n:P {id: 51}) SET n.name = 5;
//! 1:26 ConstraintValidationFailed runtime

// Key: there and unique, over several properties.
CREATE CONSTRAINT k FOR (n:K) REQUIRE (n.a, n.b) IS NODE KEY;
//~ +constraints 1

CREATE (:K {a: 1, b: 1}), (:K {a: 1, b: 2}), (:K {a: 2, b: 1});
//~ +nodes 3, +properties 6, +labels 3

CREATE (:K {a: 1, b: 2});
//! 1:12 ConstraintValidationFailed runtime

CREATE (:K {a: 5});
//! - ConstraintValidationFailed runtime

MATCH (n:K {a: 1, b: 2}) RETURN n;
//= any order
//= n
//= (:K {a: 1, b: 2})

// Of relationships.
CREATE CONSTRAINT r FOR ()-[r:R]-() REQUIRE r.w IS NOT NULL;
//~ +constraints 1

MATCH (a:K {a: 2}), (b:K {a: 1, b: 1}) CREATE (a)-[:R]->(b);
//! - ConstraintValidationFailed runtime

MATCH (a:K {a: 2}), (b:K {a: 1, b: 1}) CREATE (a)-[:R {w: 1}]->(b);
//~ +relationships 1, +properties 1

SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties ORDER BY name;
//= in order
//= name     | type          | labelsOrTypes | properties
//= 'k'      | 'KEY'         | ['K']         | ['a', 'b']
//= 'p_id'   | 'UNIQUE'      | ['P']         | ['id']
//= 'p_name' | 'EXISTS'      | ['P']         | ['name']
//= 'p_type' | 'TYPE_STRING' | ['P']         | ['name']
//= 'r'      | 'EXISTS'      | ['R']         | ['w']

DROP CONSTRAINT p_id;
//~ -constraints 1

CREATE (:P {id: 1, name: 'double'});
//~ +nodes 1, +properties 2, +labels 1

DROP CONSTRAINT p_id;
//! 1:17 ConstraintValidationFailed runtime SchemaRuleNotFound

DROP CONSTRAINT p_id IF EXISTS;

DROP CONSTRAINT p_nam;
//! 1:17 ConstraintValidationFailed runtime SchemaRuleNotFound: there is no such index or constraint: 'p_nam'; did you mean 'p_name'?
