// Walks of which only ends, counts or lengths are asked give what the single steps would: at hubs,
// whose lists lie apart, at loops and parallels, and with writes not yet committed.
// A hub that leads to 1 … 300 and itself; each leads to the next, 280 back, 1 twice to 2.
CREATE CONSTRAINT v_k FOR (n:V) REQUIRE n.k IS UNIQUE;
//~ +constraints 1
CREATE (h:Hub {k: 0})-[:E]->(h)
WITH h UNWIND range(1, 300) AS i CREATE (h)-[:E]->(:V {k: i});
//~ +nodes 301, +relationships 301, +properties 301, +labels 301
MATCH (a:V), (b:V {k: a.k + 1}) CREATE (a)-[:E]->(b);
//~ +relationships 299
MATCH (h:Hub), (a:V) WHERE a.k <= 280 CREATE (a)-[:E]->(h);
//~ +relationships 280
MATCH (a:V {k: 1}), (b:V {k: 2}) CREATE (a)-[:E]->(b);
//~ +relationships 1

// 299 hub → i → i + 1, and again for the parallel one; 280 hub → i → hub; 280 i → hub → i + 1 and
// 279 i → i + 1 → hub, each once more for 1; the loop is both steps of nothing.
EXPLAIN MATCH (a)-[:E]->(b)-[:E]->(c), (a)-[:E]->(c) RETURN count(*) AS n;
//# plan
//# Aggregation
//#   Expand(Meeting)
//#     Expand(All)
//#       AllNodesScan
//#         Argument

MATCH (a)-[:E]->(b)-[:E]->(c), (a)-[:E]->(c) RETURN count(*) AS n;
//= any order
//= n
//= 1141

MATCH (a)-[:E]->(b)-[:E]->(c), (a)-[:E]-(c) RETURN count(*) AS n;
//= any order
//= n
//= 2541

MATCH (a)-[:E]->(b)-[:E]->(c), (a)-[:E]->(c) WHERE c.k > 290 RETURN count(*) AS n;
//= any order
//= n
//= 10

// Nodes in any number of steps.
EXPLAIN MATCH (a:V {k: 290})-[:E*0..]->(m:V) RETURN count(DISTINCT m) AS n;
//# plan
//# Aggregation
//#   Filter
//#     BreadthFirstExpand
//#       NodeUniqueIndexSeek
//#         Argument

MATCH (a:V {k: 290})-[:E*0..]->(m) RETURN count(DISTINCT m) AS n, sum(DISTINCT m.k) AS keys;
//= any order
//= n  | keys
//= 11 | 3245

MATCH (a:V {k: 279})-[:E*1..2]->(m) RETURN count(DISTINCT m) AS n;
//= any order
//= n
//= 301

MATCH (a:V {k: 279})-[:E*0..2]-(m) RETURN count(DISTINCT m) AS n;
//= any order
//= n
//= 301

MATCH (a:Hub)-[:E*0..]->(m:V) WITH count(DISTINCT m) AS n CREATE (:Log {n: n}) RETURN n;
//= any order
//= n
//= 300
//~ +nodes 1, +properties 1, +labels 1

CREATE (s:Star)
WITH s UNWIND range(1, 5000) AS i CREATE (s)-[:F]->(:Leaf {i: i % 10})
WITH s, count(*) AS made MATCH (s)-[:F*0..]->(m) RETURN made, count(DISTINCT m) AS reached;
//= any order
//= made | reached
//= 5000 | 5001
//~ +nodes 5001, +relationships 5000, +properties 5000, +labels 5001

MATCH (s:Star)-[:F*1..]->(m) RETURN count(DISTINCT m) AS n, sum(DISTINCT m.i) AS digits;
//= any order
//= n    | digits
//= 5000 | 45

// From a level of many nodes the others are asked whether one leads to them, one step at a time.
MATCH (l:Leaf {i: 0}) CREATE (l)-[:F]->(:Tip);
//~ +nodes 500, +relationships 500, +labels 500
CREATE (t:Sink)-[:F]->(:Far) WITH t MATCH (l:Leaf {i: 1}) CREATE (l)-[:F]->(t);
//~ +nodes 2, +relationships 501, +labels 2
MATCH (s:Star) CREATE (s)-[:F]->(:Leaf {i: 10})-[:F]->(:Tip), (s)-[:G]->(:Tip);
//~ +nodes 3, +relationships 3, +properties 1, +labels 3

MATCH (s:Star)-[:F*0..]->(m) RETURN labels(m) AS labels, count(DISTINCT m) AS n;
//= any order
//= labels   | n
//= ['Star'] | 1
//= ['Leaf'] | 5001
//= ['Tip']  | 501
//= ['Sink'] | 1
//= ['Far']  | 1

MATCH (s:Star)-[:F*0..2]->(m) RETURN count(DISTINCT m) AS n;
//= any order
//= n
//= 5504

MATCH (s:Star)-[:F*1..3]->(m) RETURN count(DISTINCT m) AS n;
//= any order
//= n
//= 5504

MATCH (s:Star)-[:F|G*0..2]-(m) RETURN count(DISTINCT m) AS n, count(DISTINCT m.i) AS i;
//= any order
//= n    | i
//= 5505 | 11

// The number of a unique property's values is that of the nodes, if all have it.
MATCH (a:V {k: 290})-[:E]->(:V)-[:E]->(m:V) RETURN count(DISTINCT m.k) AS n;
//= any order
//= n
//= 1

MATCH (a:Hub)-[:E]->(b:V)-[:E]->(m:V) RETURN count(DISTINCT m.k) AS n, count(DISTINCT b.k) AS b;
//= any order
//= n   | b
//= 299 | 299

MATCH (h:Hub) CREATE (h)-[:E]->(:V), (h)-[:E]->(:V {k: 1.5}), (h)-[:E]->(:V {k: '1'});
//~ +nodes 3, +relationships 3, +properties 2, +labels 3
MATCH (a:Hub)-[:E]->(b:V) RETURN count(DISTINCT b.k) AS n, count(DISTINCT b) AS b;
//= any order
//= n   | b
//= 302 | 303

// A label that the start and the ends of all relationships followed have is not tested again.
CREATE (m:M {k: 0})-[:X]->(:N {k: 1})-[:X]->(:N {k: 2})-[:X]->(:N {k: 3});
//~ +nodes 4, +relationships 3, +properties 4, +labels 4

EXPLAIN MATCH (a:N {k: 1})-[:X*0..2]->(b:N) RETURN b.k AS b;
//# plan
//# Projection
//#   VarLengthExpand(All)
//#     NodeByLabelScan
//#       Argument

MATCH (a:N {k: 1})-[:X*0..2]->(b:N) RETURN b.k AS b;
//= any order
//= b
//= 1
//= 2
//= 3

MATCH (a:M)-[:X*0..2]->(b:N) RETURN b.k AS b;
//= any order
//= b
//= 1
//= 2

MATCH (b:N)<-[:X*0..1]-(a) RETURN b.k AS b, a.k AS a;
//= any order
//= b | a
//= 1 | 0
//= 1 | 1
//= 2 | 1
//= 2 | 2
//= 3 | 2
//= 3 | 3

MATCH (a:N)<-[:X*1..3]-(b:M) RETURN a.k AS a;
//= any order
//= a
//= 1
//= 2
//= 3

// Paths of which only the length is asked are as long as those that are made.
MATCH (a:M), (b:N {k: 3}) MATCH p = shortestPath((a)-[:X*]->(b))
RETURN length(p) AS length;
//= any order
//= length
//= 3

MATCH (a:M), (b:N {k: 3}) MATCH p = shortestPath((a)-[:X*]->(b))
RETURN length(p) AS length, [n IN nodes(p) | n.k] AS ks;
//= any order
//= length | ks
//= 3      | [0, 1, 2, 3]

MATCH (a:Star), (b:Far) MATCH p = allShortestPaths((a)-[:F*]-(b))
RETURN length(p) AS length, count(*) AS n;
//= any order
//= length | n
//= 3      | 500
