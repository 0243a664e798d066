CREATE (:A {k: 1})-[:T]->(:B {s: 'x'}), (:A:C);
//~ +nodes 3, +relationships 1, +properties 2, +labels 4

SHOW LABELS;
//= in order
//= label | nodes
//= 'A'   | 2
//= 'B'   | 1
//= 'C'   | 1

SHOW LABELS YIELD label, nodes WHERE nodes > 1 RETURN label;
//= any order
//= label
//= 'A'

SHOW RELATIONSHIP TYPES;
//= any order
//= relationshipType | relationships
//= 'T'              | 1

SHOW PROPERTY KEYS;
//= in order
//= propertyKey
//= 'k'
//= 's'

SHOW FUNCTIONS YIELD name, isAggregating WHERE isAggregating RETURN collect(name) AS names;
//= any order
//= names
//= ['avg', 'collect', 'count', 'max', 'min', 'percentileCont', 'percentileDisc', 'stDev', 'stDevP', 'sum']

SHOW FUNCTIONS YIELD name WHERE name STARTS WITH 'to' RETURN count(*) > 10 AS many;
//= any order
//= many
//= true

SHOW INDEXES;
//= no rows

SHOW PROCEDURES;
//= in order
//= name                   | signature
//= 'db.labels'            | 'db.labels() :: (label :: STRING)'
//= 'db.propertyKeys'      | 'db.propertyKeys() :: (propertyKey :: STRING)'
//= 'db.relationshipTypes' | 'db.relationshipTypes() :: (relationshipType :: STRING)'

CALL db.labels();
//= in order
//= label
//= 'A'
//= 'B'
//= 'C'

CALL db.propertyKeys() YIELD propertyKey AS key WHERE key > 'k' RETURN key;
//= any order
//= key
//= 's'

CALL db.relationshipTypes;
//= any order
//= relationshipType
//= 'T'

CALL db.lables();
//! 1:6 ProcedureError compile time

SHOW NONSENSE;
//! 1:6 SyntaxError compile time
