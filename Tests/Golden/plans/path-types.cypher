// What types a short path can follow is told by counts, which a later statement may change.
CREATE (v:Country {n: 'V'}), (w:Country {n: 'W'}), (s:State {n: 's'}), (t:State {n: 't'}),
  (a:City {n: 'a'}), (b:City {n: 'b'}), (p:Person {n: 'p'}), (q:Person {n: 'q'}),
  (s)-[:STATE_IN]->(v), (t)-[:STATE_IN]->(v), (t)-[:STATE_IN]->(w), (a)-[:CITY_IN]->(s),
  (b)-[:CITY_IN]->(t), (b)-[:CITY_IN]->(t), (p)-[:LIVES_IN]->(a), (q)-[:LIVES_IN]->(b),
  (p)-[:KNOWS]->(q), (q)-[:KNOWS]->(p);
//~ +nodes 8, +relationships 10, +properties 8, +labels 8

EXPLAIN MATCH (c:City)-[*1..2]->(o:Country) RETURN c.n AS c, o.n AS o;
//# plan
//# Projection
//#   Expand(All)
//#     Expand(All)
//#       NodeByLabelScan
//#         Argument

MATCH (c:City)-[*1..2]->(o:Country) RETURN c.n AS c, o.n AS o;
//= any order
//= c   | o
//= 'a' | 'V'
//= 'b' | 'V'
//= 'b' | 'V'
//= 'b' | 'W'
//= 'b' | 'W'

MATCH (o:Country)<-[*1..4]-(c:City) WHERE o.n = 'W' RETURN c.n AS c;
//= any order
//= c
//= 'b'
//= 'b'

// What the counts say of a label that only they tell of, State, is known as well.
EXPLAIN MATCH (p:Person)-[:LIVES_IN]->(c:City)-[*1..2]->(o:Country) WHERE o.n = 'W'
RETURN c.n AS c, count(p) AS n;
//# plan
//# EagerAggregation
//#   Expand(Degree)
//#     Expand(All)
//#       Expand(Degree)
//#         NodeByLabelScan
//#           Argument

MATCH (p:Person)-[:LIVES_IN]->(c:City)-[*1..2]->(o:Country) WHERE o.n = 'W'
RETURN c.n AS c, count(p) AS n;
//= in order
//= c   | n
//= 'b' | 2

// The list of relationships, a path, and a variable of its own are asked for.
MATCH (c:City)-[r*1..2]->(o:Country {n: 'W'}) RETURN size(r) AS n, type(r[0]) AS t;
//= any order
//= n | t
//= 2 | 'CITY_IN'
//= 2 | 'CITY_IN'

MATCH p = (c:City)-[*1..2]->(o:Country {n: 'W'}) RETURN length(p) AS n, [x IN nodes(p) | x.n] AS l;
//= any order
//= n | l
//= 2 | ['b', 't', 'W']
//= 2 | ['b', 't', 'W']

// No relationship comes twice, in the path or beside it.
MATCH (c:City)-[*1..2]->(o:Country), (c)-[:CITY_IN]->(t) RETURN c.n AS c, o.n AS o, t.n AS t;
//= any order
//= c   | o   | t
//= 'b' | 'V' | 't'
//= 'b' | 'V' | 't'
//= 'b' | 'W' | 't'
//= 'b' | 'W' | 't'

MATCH (c:City)-[*1..2]->(o:Country)<-[*2]-(d:City) RETURN c.n AS c, o.n AS o, d.n AS d;
//= any order
//= c   | o   | d
//= 'a' | 'V' | 'b'
//= 'a' | 'V' | 'b'
//= 'b' | 'V' | 'a'
//= 'b' | 'V' | 'a'

MATCH (c:City)-[*1..2]->(o:Country) MATCH (o)<-[*2]-(d:City) RETURN count(*) AS n;
//= any order
//= n
//= 13

MATCH (c:City)-[*1..2]->(o:Country) MATCH (c)<-[:LIVES_IN]-(p) WHERE 1 / size(o.n) = 1 RETURN count(*) AS n;
//= any order
//= n
//= 5

// Two lengths are possible, and types that lead to each other.
MATCH (p:Person)-[*1..2]->(c:City) RETURN p.n AS p, c.n AS c;
//= any order
//= p   | c
//= 'p' | 'a'
//= 'p' | 'b'
//= 'q' | 'a'
//= 'q' | 'b'

MATCH (p:Person)-[*2..4]->(q:Person) RETURN p.n AS p, q.n AS q;
//= any order
//= p   | q
//= 'p' | 'p'
//= 'q' | 'q'

MATCH (p:Person)-[*1..3]-(c:Country {n: 'W'}) RETURN count(*) AS n;
//= any order
//= n
//= 2

MATCH (c:Country)-[*1..4]->(d) RETURN count(*) AS n;
//= any order
//= n
//= 0

MATCH (p)-[:LIVES_IN|CITY_IN*2]->(s:State) RETURN p.n AS p, s.n AS s;
//= any order
//= p   | s
//= 'p' | 's'
//= 'q' | 't'
//= 'q' | 't'

MATCH (c:City) OPTIONAL MATCH (c)-[*1..2]->(o:Country {n: 'W'}) RETURN c.n AS c, count(o) AS n;
//= any order
//= c   | n
//= 'a' | 0
//= 'b' | 2

// A new type, a new length, a node of two labels: the same statement finds them.
CREATE (:City {n: 'c'})-[:BELONGS_TO]->(:Country {n: 'X'});
//~ +nodes 2, +relationships 1, +properties 2, +labels 2

MATCH (c:City)-[*1..2]->(o:Country) RETURN c.n AS c, o.n AS o;
//= any order
//= c   | o
//= 'a' | 'V'
//= 'b' | 'V'
//= 'b' | 'V'
//= 'b' | 'W'
//= 'b' | 'W'
//= 'c' | 'X'

MATCH (c:City {n: 'a'}), (o:Country {n: 'W'}) CREATE (c)-[:CITY_IN]->(o);
//~ +relationships 1

MATCH (c:City)-[*1..2]->(o:Country) RETURN c.n AS c, o.n AS o;
//= any order
//= c   | o
//= 'a' | 'V'
//= 'a' | 'W'
//= 'b' | 'V'
//= 'b' | 'V'
//= 'b' | 'W'
//= 'b' | 'W'
//= 'c' | 'X'

MATCH (s:State {n: 's'}) SET s:City;
//~ +labels 1

MATCH (c:City)-[*1..2]->(o:Country) RETURN c.n AS c, o.n AS o;
//= any order
//= c   | o
//= 'a' | 'V'
//= 'a' | 'W'
//= 'b' | 'V'
//= 'b' | 'V'
//= 'b' | 'W'
//= 'b' | 'W'
//= 'c' | 'X'
//= 's' | 'V'

MATCH (c:City {n: 'b'}), (d:City {n: 'a'}) CREATE (c)-[:STATE_IN]->(d);
//~ +relationships 1

MATCH (c:City)-[*1..2]->(o:Country) RETURN c.n AS c, o.n AS o;
//= any order
//= c   | o
//= 'a' | 'V'
//= 'a' | 'W'
//= 'b' | 'V'
//= 'b' | 'V'
//= 'b' | 'W'
//= 'b' | 'W'
//= 'b' | 'W'
//= 'c' | 'X'
//= 's' | 'V'

MATCH (:City {n: 'c'})-[r]->() DELETE r;
//~ -relationships 1

MATCH (c:City)-[*1..2]->(o:Country) RETURN c.n AS c, o.n AS o;
//= any order
//= c   | o
//= 'a' | 'V'
//= 'a' | 'W'
//= 'b' | 'V'
//= 'b' | 'V'
//= 'b' | 'W'
//= 'b' | 'W'
//= 'b' | 'W'
//= 's' | 'V'
