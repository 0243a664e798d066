// Null belongs to every type without NOT NULL.
UNWIND [42, true, 'abc', null] AS x
RETURN x IS :: INTEGER AS i, x IS NOT :: STRING AS s, x IS TYPED BOOLEAN NOT NULL AS b, x :: INT! AS n, x IS NOT TYPED DATE AS d;
//= in order
//= i     | s     | b     | n     | d
//= true  | true  | false | true  | true
//= false | true  | true  | false | true
//= false | false | false | false | true
//= true  | false | false | false | false

RETURN null IS :: NULL AS a, 1 IS :: NULL AS b, 1 IS :: NOTHING AS c, null IS :: NOTHING AS d, 1 IS :: ANY AS e, null IS :: ANY NOT NULL AS f,
  null IS :: NULL NOT NULL AS g, 1.5 IS :: FLOAT AS h;
//= any order
//= a    | b     | c     | d     | e    | f     | g     | h
//= true | false | false | false | true | false | false | true

// Names and their synonyms.
WITH [true, 'a', 1, 1.0, date('2020-01-01'), localtime('10:00'), time('10:00Z'), localdatetime('2020-01-01T10:00'),
  datetime('2020-01-01T10:00Z'), duration('P1D'), {a: 1}, [1]] AS xs
RETURN [x IN xs WHERE x :: BOOL | valueType(x)] AS a, [x IN xs WHERE x :: VARCHAR | valueType(x)] AS b,
  [x IN xs WHERE x :: SIGNED INTEGER | valueType(x)] AS c, [x IN xs WHERE x :: TIME WITHOUT TIMEZONE | valueType(x)] AS d,
  [x IN xs WHERE x :: TIME WITH TIME ZONE | valueType(x)] AS e, [x IN xs WHERE x :: TIMESTAMP WITHOUT TIME ZONE | valueType(x)] AS f,
  [x IN xs WHERE x :: TIMESTAMP WITH TIMEZONE | valueType(x)] AS g;
//= any order
//= a                    | b                   | c                    | d                       | e                       | f                           | g
//= ['BOOLEAN NOT NULL'] | ['STRING NOT NULL'] | ['INTEGER NOT NULL'] | ['LOCAL TIME NOT NULL'] | ['ZONED TIME NOT NULL'] | ['LOCAL DATETIME NOT NULL'] | ['ZONED DATETIME NOT NULL']

// Unions, with and without brackets; inside of a comprehension a bar ends the predicate.
UNWIND [42, 4.5, '4', null] AS x
RETURN x IS :: INTEGER | FLOAT AS a, x IS :: ANY<INTEGER NOT NULL | STRING!> AS b, [y IN [x] WHERE y IS :: STRING | y] AS c;
//= in order
//= a     | b     | c
//= true  | true  | []
//= true  | false | []
//= false | true  | ['4']
//= true  | false | [null]

// A list is of a type if all its elements are; the empty one of every.
UNWIND [[42], [42, null], [42, 4.5], [], null, 1] AS x
RETURN x IS :: LIST<INTEGER> AS a, x IS :: LIST<INTEGER NOT NULL> AS b, x IS :: LIST<NOTHING> NOT NULL AS c,
  x IS :: ARRAY<INTEGER | FLOAT> AS d, x IS :: INTEGER LIST NOT NULL AS e, x IS :: ANY LIST AS f;
//= in order
//= a     | b     | c     | d     | e     | f
//= true  | true  | false | true  | true  | true
//= true  | false | false | true  | true  | true
//= false | false | false | true  | false | true
//= true  | true  | true  | true  | true  | true
//= true  | true  | false | true  | false | true
//= false | false | false | false | false | false

RETURN [[1], []] IS :: LIST<LIST<INTEGER>> AS a, [[1], ['a']] IS :: LIST<LIST<INTEGER>> AS b, [[1], ['a']] IS :: LIST<LIST<INTEGER | STRING>> AS c;
//= any order
//= a    | b     | c
//= true | false | true

// What a property can hold, maps of it as well.
RETURN 1 IS :: PROPERTY VALUE AS a, [1, 2] IS :: PROPERTY VALUE AS b, [[1]] IS :: ANY PROPERTY VALUE AS c, {a: 1} IS :: PROPERTY VALUE AS d,
  {a: null} IS :: PROPERTY VALUE AS e;
//= any order
//= a    | b    | c     | d    | e
//= true | true | false | true | false

CREATE (a:A {x: 1})-[:T]->(b:B {x: '1'});
//~ +nodes 2, +relationships 1, +properties 2, +labels 2

MATCH p = (a:A)-[r]->() RETURN a IS :: NODE AS a, a IS :: VERTEX NOT NULL AS b, r IS :: EDGE AS c, p IS :: PATH AS d, r IS :: ANY NODE AS e,
  a IS :: MAP AS f, a IS :: POINT AS g, a IS :: PROPERTY VALUE AS h;
//= any order
//= a    | b    | c    | d    | e     | f     | g     | h
//= true | true | true | true | false | false | false | false

MATCH (n) WHERE n.x IS :: INTEGER AND n.x >= 1 RETURN n.x AS x;
//= any order
//= x
//= 1

// valueType names unions in one order.
RETURN valueType([1.5, {a: 1}, 'a', [1], true]) AS a, valueType([null, 'a', 1]) AS b, valueType([]) AS c;
//= any order
//= a                                                                                                                   | b                                  | c
//= 'LIST<BOOLEAN NOT NULL \| STRING NOT NULL \| FLOAT NOT NULL \| MAP NOT NULL \| LIST<INTEGER NOT NULL> NOT NULL> NOT NULL' | 'LIST<STRING \| INTEGER> NOT NULL' | 'LIST<NOTHING> NOT NULL'

// Types in constraints are the same.
CREATE CONSTRAINT tags FOR (n:Tagged) REQUIRE n.tags IS :: VARCHAR ARRAY;
//~ +constraints 1

CREATE (:Tagged {tags: ['a', 'b']}), (:Tagged);
//~ +nodes 2, +properties 1, +labels 2

CREATE (:Tagged {tags: ['a', 1]});
//! 1:17 ConstraintValidationFailed runtime PropertyTypeViolation: expected Tagged(tags) to be of type LIST<STRING>, found LIST

CREATE CONSTRAINT number FOR (n:Tagged) REQUIRE n.number IS :: INTEGER | FLOAT;
//~ +constraints 1

CREATE (:Tagged {number: 1.5});
//~ +nodes 1, +properties 1, +labels 1

CREATE (:Tagged {number: 'x'});
//! 1:17 ConstraintValidationFailed runtime PropertyTypeViolation: expected Tagged(number) to be of type INTEGER | FLOAT, found STRING

RETURN 1 IS :: LIST;
//! 1:20 SyntaxError compile time UnexpectedSyntax: expected '<', found the end of the query
