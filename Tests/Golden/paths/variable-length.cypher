CREATE (a:V {n: 'a'})-[:T {k: 1}]->(b:V {n: 'b'})-[:T {k: 2}]->(c:V {n: 'c'})-[:T {k: 3}]->(a),
  (c)-[:T {k: 4}]->(d:V:End {n: 'd'}), (d)-[:LOOP {k: 5}]->(d);
//~ +nodes 4, +relationships 5, +properties 9, +labels 5

// Zero length: the node itself.
MATCH (a {n: 'a'})-[*0..0]->(x) RETURN x.n AS x;
//= any order
//= x
//= 'a'

MATCH (a {n: 'a'})-[*0..1]->(x) RETURN x.n AS x;
//= any order
//= x
//= 'a'
//= 'b'

// Each relationship once: from a the cycle can be closed, then it ends, for T k 1 is used.
MATCH p = (a {n: 'a'})-[:T*]->(x) RETURN [r IN relationships(p) | r.k] AS ks, x.n AS x;
//= any order
//= ks        | x
//= [1, 2, 3] | 'a'
//= [1, 2, 4] | 'd'
//= [1, 2]    | 'c'
//= [1]       | 'b'

// Into a bound node.
MATCH (a {n: 'a'}), (c {n: 'c'})
MATCH p = (a)-[:T*]->(c)
RETURN length(p) AS length;
//= any order
//= length
//= 2

MATCH (a {n: 'a'}) MATCH p = (a)-[:T*]->(a) RETURN length(p) AS length;
//= any order
//= length
//= 3

// Zero length needs the other end's labels and properties too.
MATCH (a {n: 'a'})-[*0..]->(x:End) RETURN count(*) AS count;
//= any order
//= count
//= 2

MATCH (d:End)-[*0..]->(x:End) RETURN count(*) AS count;
//= any order
//= count
//= 2

// A loop is one step, once.
MATCH p = (d:End)-[:LOOP*]->(x) RETURN length(p) AS length, x.n AS x;
//= any order
//= length | x
//= 1      | 'd'

// Undirected, a loop is matched once, not once in each direction.
MATCH p = (d:End)-[:LOOP*]-(x) RETURN length(p) AS length, x.n AS x;
//= any order
//= length | x
//= 1      | 'd'

// Undirected in the cycle from a: both ways round.
MATCH p = (a {n: 'a'})-[:T*3..3]-(x) RETURN [r IN relationships(p) | r.k] AS ks;
//= any order
//= ks
//= [1, 2, 3]
//= [1, 2, 4]
//= [3, 2, 1]

MATCH p = (a {n: 'a'})-[:T*2]-(x) RETURN [r IN relationships(p) | r.k] AS ks;
//= any order
//= ks
//= [1, 2]
//= [3, 2]
//= [3, 4]

// The variable is the list of the relationships.
MATCH (a {n: 'a'})-[rs:T*2..2]->() RETURN [r IN rs | r.k] AS ks, size(rs) AS size;
//= any order
//= ks     | size
//= [1, 2] | 2

MATCH (a {n: 'a'})-[rs:T*0..1]->() RETURN size(rs) AS size;
//= any order
//= size
//= 0
//= 1

// Properties must hold on every relationship.
MATCH (a {n: 'a'})-[rs:T* {k: 1}]->(x) RETURN x.n AS x;
//= any order
//= x
//= 'b'

// No upper below lower.
MATCH (a {n: 'a'})-[*3..2]->(x) RETURN x;
//= no rows

// A relationship used by a fixed part of the pattern is not used by the variable one.
MATCH (a {n: 'a'})-[r]->(b)-[rs:T*]->(x)
RETURN r.k AS k, [s IN rs | s.k] AS ks;
//= any order
//= k | ks
//= 1 | [2, 3]
//= 1 | [2, 4]
//= 1 | [2]

// Across the comma in one MATCH too; in two MATCH clauses not.
MATCH (a {n: 'a'})-[r]->(b), (x)-[s*1..1]->(b)
RETURN count(*) AS count;
//= any order
//= count
//= 0

MATCH (a {n: 'a'})-[r]->(b) MATCH (x)-[s*1..1]->(b)
RETURN count(*) AS count;
//= any order
//= count
//= 1

// A bound list of relationships is followed as it is.
MATCH (a {n: 'a'})-[rs:T*2..2]->(c)
WITH rs
MATCH (x)-[rs*]->(y) RETURN x.n AS x, y.n AS y;
//= any order
//= x   | y
//= 'a' | 'c'

// Quantified relationships.
MATCH (a {n: 'a'})-[:T]->{1,2}(x) RETURN x.n AS x;
//= any order
//= x
//= 'b'
//= 'c'

MATCH (a {n: 'a'})-[:T]->{2}(x) RETURN x.n AS x;
//= any order
//= x
//= 'c'

MATCH (a {n: 'a'})-[:T]->+(x) RETURN count(*) AS count;
//= any order
//= count
//= 4

MATCH (a {n: 'a'})-[:T]->*(x) RETURN count(*) AS count;
//= any order
//= count
//= 5

MATCH (a {n: 'a'})-[:T]->{,1}(x) RETURN x.n AS x;
//= any order
//= x
//= 'a'
//= 'b'

MATCH (a {n: 'a'})-[:T]->{3,}(x) RETURN x.n AS x;
//= any order
//= x
//= 'a'
//= 'd'

MATCH (d:End)<-[:T]-{2}(x) RETURN x.n AS x;
//= any order
//= x
//= 'b'

// Bounds may be written in several ways.
MATCH (a {n: 'a'})-[*2]->(x) RETURN x.n AS x;
//= any order
//= x
//= 'c'

MATCH (a {n: 'a'})-[*..2]->(x) RETURN x.n AS x;
//= any order
//= x
//= 'b'
//= 'c'

MATCH (a {n: 'a'})-[:T*3..]->(x) RETURN x.n AS x;
//= any order
//= x
//= 'a'
//= 'd'

// Conditions that read each other's lists hold for the whole lists.
MATCH (x)-[a:T*1..2 WHERE a.k <= size(b)]->()-[b:T*1..2 WHERE b.k >= size(a)]->(y)
RETURN x.n AS x, [r IN a | r.k] AS a, [r IN b | r.k] AS b, y.n AS y;
//= any order
//= x   | a   | b      | y
//= 'a' | [1] | [2, 3] | 'a'
//= 'a' | [1] | [2, 4] | 'd'
//= 'a' | [1] | [2]    | 'c'
//= 'b' | [2] | [3, 1] | 'b'

MATCH (x)-[a:T*1..2]->()-[b:T*1..2]->(y)
WHERE all(r IN a WHERE r.k <= size(b)) AND all(r IN b WHERE r.k >= size(a))
RETURN count(*) AS count;
//= any order
//= count
//= 4

MATCH (:V {n: 'a'})-[r:T* WHERE r.k <= size(q)]->(), (:V {n: 'b'})-[q:T* WHERE q.k > size(r)]->(z)
RETURN [x IN r | x.k] AS r, [x IN q | x.k] AS q;
//= any order
//= r   | q
//= [1] | [2, 3]
//= [1] | [2, 4]
//= [1] | [2]

MATCH (x)-[a:T*1..1 {k: size(b)}]->()-[b:T*1..2 {k: size(a) + 1}]->(y)
RETURN [r IN a | r.k] AS a, [r IN b | r.k] AS b;
//= any order
//= a   | b
//= [1] | [2]

// So do those that read their own list or path.
MATCH p = (:V {n: 'a'})-[r:T* {k: length(p)}]->(x) RETURN size(r) AS size, x.n AS x;
//= any order
//= size | x
//= 1    | 'b'

MATCH p = (:V {n: 'a'})-[:T* {k: length(p)}]->(x) RETURN x.n AS x;
//= any order
//= x
//= 'b'

MATCH p = (:V {n: 'a'})-[:T]->(b), (b)-[r:T*..2 WHERE r.k > length(p)]->(x)
RETURN [x IN r | x.k] AS r, x.n AS x;
//= any order
//= r      | x
//= [2, 3] | 'a'
//= [2, 4] | 'd'
//= [2]    | 'c'

// A shortest path, and a repeated one, read what is found before.
MATCH p = (:V {n: 'a'})-[:T]->(b), shortestPath((b)-[r:T* WHERE r.k > length(p)]->(:End))
RETURN [x IN r | x.k] AS r;
//= any order
//= r
//= [2, 4]

MATCH shortestPath((:V {n: 'b'})-[q:T*]->(:End)),
  shortestPath((:V {n: 'a'})-[r:T* WHERE r.k <= size(q)]->(:V {n: 'c'}))
RETURN size(q) AS q, size(r) AS r;
//= any order
//= q | r
//= 2 | 2

MATCH shortestPath((:V {n: 'a'})-[r:T* WHERE r.k <= size(q)]->(:V {n: 'c'})),
  shortestPath((:V {n: 'b'})-[q:T*]->(:End))
RETURN size(q) AS q;
//! 1:33 SyntaxError compile time InvalidReference: the conditions of a shortest path can read only what is found before it; put it in a MATCH of its own, or the condition in a WHERE after it

MATCH p = (:V {n: 'a'})-[:T]->(b), (b) ((x)-[r]->(y) WHERE r.k > length(p))+ (c)
RETURN c.n AS c;
//! 1:40 SyntaxError compile time InvalidReference: the conditions of a repeated path can read only what is found before it

MATCH p = (:V {n: 'a'})-[:T]->(b), SHORTEST 1 (b)-[r:T WHERE r.k > length(p)]->+(c:End)
RETURN [x IN r | x.k] AS r;
//= any order
//= r
//= [2, 4]

// A path without relationships has none that its conditions could fail.
MATCH (a {n: 'a'})-[r*0..1 {k: a.k}]->(x) RETURN x.n AS x, r;
//= any order
//= x   | r
//= 'a' | []

MATCH p = shortestPath((a {n: 'a'})-[*0..1 {k: a.k}]->(a)) RETURN length(p) AS length;
//= any order
//= length
//= 0

MATCH (a {n: 'a'})-[*0..1 {k: a.k}]->(x) RETURN DISTINCT x.n AS x;
//= any order
//= x
//= 'a'
