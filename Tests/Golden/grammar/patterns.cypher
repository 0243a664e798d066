// Each alternative of the grammar of patterns, over one relationship.
CREATE (:A {k: 1})-[:T {k: 5}]->(:B {k: 2});
//~ +nodes 2, +relationships 1, +properties 3, +labels 2

MATCH (n IS A) RETURN n.k;
//= any order
//= n.k
//= 1

MATCH (IS A) RETURN 1;
//= any order
//= 1
//= 1

MATCH (n IS A|B) RETURN n.k ORDER BY n.k;
//= in order
//= n.k
//= 1
//= 2

MATCH (n:%) RETURN count(*);
//= any order
//= count(*)
//= 2

MATCH (n:!%) RETURN count(*);
//= any order
//= count(*)
//= 0

MATCH (n:(A|B)&!B) RETURN n.k;
//= any order
//= n.k
//= 1

MATCH (n IS !A) RETURN n.k;
//= any order
//= n.k
//= 2

MATCH ()-[r IS T]->() RETURN r.k;
//= any order
//= r.k
//= 5

MATCH ()-[IS T]->() RETURN 1;
//= any order
//= 1
//= 1

MATCH ()-[r:T|:S]->() RETURN r.k;
//= any order
//= r.k
//= 5
//? 1:16 UnknownRelationshipType

MATCH ()-[r:!S]->() RETURN r.k;
//= any order
//= r.k
//= 5
//? 1:14 UnknownRelationshipType

MATCH ()-[r:%]->() RETURN r.k;
//= any order
//= r.k
//= 5

MATCH ()-[r:T&!S]->() RETURN r.k;
//= any order
//= r.k
//= 5
//? 1:16 UnknownRelationshipType

MATCH ()<-[r:T]->() RETURN count(*);
//= any order
//= count(*)
//= 2

MATCH ()<-->() RETURN count(*);
//= any order
//= count(*)
//= 2

MATCH ()<--() RETURN count(*);
//= any order
//= count(*)
//= 1

MATCH ()--() RETURN count(*);
//= any order
//= count(*)
//= 2

MATCH ()-[]-() RETURN count(*);
//= any order
//= count(*)
//= 2

MATCH ()<-[]-() RETURN count(*);
//= any order
//= count(*)
//= 1

MATCH (a)-[r:T {k: 5}]->(b {k: 2}) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH (a WHERE a.k = 1)-[r:T WHERE r.k = 5]->(WHERE true) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH (a)-[WHERE true]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH (a)-[{k: 5}]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH (a)-[*{k: 5}]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH (a)-[:T*1 {k: 5}]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH (a)-[*1..]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH (a)-[*..1]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH (a)-[*0..]->(b) RETURN count(*);
//= any order
//= count(*)
//= 3

MATCH (a)-[*0]->(b) RETURN count(*);
//= any order
//= count(*)
//= 2

MATCH (a)-[r*1..2 {k: 5}]->(b) RETURN size(r);
//= any order
//= size(r)
//= 1

MATCH ALL (a)-[]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH ALL PATHS (a)-[]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH ALL PATH (a)-[]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH ANY (a)-[*]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH ANY 2 (a)-[*]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH ANY 2 PATHS (a)-[*]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH ANY PATH (a)-[*]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH ANY SHORTEST PATH (a)-[*]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH ALL SHORTEST PATHS (a)-[*]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH SHORTEST 1 (a)-[*]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH SHORTEST 1 PATHS (a)-[*]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH SHORTEST GROUP (a)-[*]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH SHORTEST GROUPS (a)-[*]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH SHORTEST PATHS GROUPS (a)-[*]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH SHORTEST 2 GROUPS (a)-[*]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH SHORTEST 2 PATHS GROUP (a)-[*]->(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH p = SHORTEST 1 (a)-[*]->(b) RETURN length(p);
//= any order
//= length(p)
//= 1

MATCH SHORTEST 0 (a)-[*]->(b) RETURN a.k;
//! 1:16 SyntaxError compile time UnexpectedSyntax

MATCH p = shortestPath((a)-[*]->(b)) RETURN length(p);
//= any order
//= length(p)
//= 1

MATCH p = shortestPath((a)-[:T]->(b)) RETURN length(p);
//= any order
//= length(p)
//= 1

MATCH p = SHORTESTPATH((a)-[:T]->(b)) RETURN length(p);
//= any order
//= length(p)
//= 1

MATCH shortestPath((a)-[:T]->(b)) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH (a:A), (b:B) RETURN length(shortestPath((a)-[*]->(b)));
//= any order
//= length(shortestPath((a)-[*]->(b)))
//= 1

MATCH (a:A), (b:B) RETURN allShortestPaths((a)-[*]->(b)) IS NULL, size(allShortestPaths((a)-[*]->(b)));
//= any order
//= allShortestPaths((a)-[*]->(b)) IS NULL | size(allShortestPaths((a)-[*]->(b)))
//= false                                  | 1

MATCH (a)-[:T]->{1}(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH (a)-[:T]->{1,}(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH (a)-[:T]->{,1}(b) RETURN count(*);
//= any order
//= count(*)
//= 3

MATCH (a)-[:T]->{,}(b) RETURN count(*);
//= any order
//= count(*)
//= 3

MATCH (a)-[:T]->+(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH (a)-[:T]->*(b) RETURN count(*);
//= any order
//= count(*)
//= 3

MATCH (a)-->+(b) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH ((a)-[:T]->(b))+ RETURN size(a);
//= any order
//= size(a)
//= 1

MATCH (x) ((a)-[:T]->(b) WHERE a.k = 1)+ (y) RETURN x.k, y.k;
//= any order
//= x.k | y.k
//= 1   | 2

MATCH ((a)-->(b) WHERE a.k = 1) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH ((a)-->(b)) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH ((a)) RETURN a.k;
//= any order
//= a.k
//= 1
//= 2

MATCH (a)(b) RETURN a.k, b.k;
//! 1:10 SyntaxError compile time UnexpectedSyntax

MATCH -->(b) RETURN b.k;
//! 1:7 SyntaxError compile time UnexpectedSyntax

MATCH (a)--> RETURN a.k;
//! 1:14 SyntaxError compile time UnexpectedSyntax

MATCH --> RETURN 1;
//! 1:7 SyntaxError compile time UnexpectedSyntax

MATCH (a)-->-->(b) RETURN 1;
//! 1:13 SyntaxError compile time UnexpectedSyntax

MATCH (a), (b) WHERE a.k < b.k RETURN a.k, b.k;
//= any order
//= a.k | b.k
//= 1   | 2

MATCH (n:A:B) RETURN n;
//= no rows

MATCH (n) WITH *, n.k AS k ORDER BY k LIMIT 1 RETURN k;
//= in order
//= k
//= 1

MATCH (n) RETURN n.k IS NULL, n IS A ORDER BY n.k;
//= in order
//= n.k IS NULL | n IS A
//= false       | true
//= false       | false

MATCH (n) WHERE n IS A|B AND n:A RETURN n.k;
//= any order
//= n.k
//= 1

MATCH (n) RETURN n:A|B, n:!A, n:%, n:(A|B)&!A ORDER BY n.k;
//= in order
//= n:A\|B | n:!A  | n:%  | n:(A\|B)&!A
//= true   | false | true | false
//= true   | true  | true | true

MATCH ()-[r]->() RETURN r:T, r:S, r IS T|S, r:!T, r:%;
//= any order
//= r:T  | r:S   | r IS T\|S | r:!T  | r:%
//= true | false | true      | false | true

MATCH (n) WHERE (n)-->() RETURN n.k;
//= any order
//= n.k
//= 1

MATCH (n) WHERE NOT NOT (n)-->() RETURN n.k;
//= any order
//= n.k
//= 1

MATCH (n) WHERE NOT (n)-->() AND true OR false XOR false RETURN n.k;
//= any order
//= n.k
//= 2

MATCH (n) RETURN (n)-->() AS x;
//! 1:18 SyntaxError compile time UnexpectedSyntax

MATCH (n) RETURN [(n)-->(m) | m.k] AS x ORDER BY n.k;
//= in order
//= x
//= [2]
//= []

MATCH (n) RETURN [p = (n)-->(m) WHERE m.k > 1 | length(p)] AS x ORDER BY n.k;
//= in order
//= x
//= [1]
//= []

MATCH (n) WHERE EXISTS { (n)-->() } RETURN n.k;
//= any order
//= n.k
//= 1

MATCH (n) WHERE EXISTS { MATCH (n)-->() } RETURN n.k;
//= any order
//= n.k
//= 1

MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WITH m WHERE m.k = 2 RETURN true } RETURN n.k;
//= any order
//= n.k
//= 1

MATCH (n) WHERE EXISTS { MATCH (n)-->(m) RETURN m UNION MATCH (n)<--(m) RETURN m } RETURN count(n);
//= any order
//= count(n)
//= 2

MATCH (n) WHERE EXISTS { (n)-->(m) WHERE m.k = n.k + 1 } RETURN n.k;
//= any order
//= n.k
//= 1

MATCH (n) WHERE EXISTS { (n)-->(m), (m)<--(o) } RETURN n.k;
//= no rows

MATCH (n:A) RETURN n {.k, .*, x: 1, n};
//= any order
//= n {.k, .*, x: 1, n}
//= {k: 1, n: (:A {k: 1}), x: 1}

MATCH (n:A) RETURN n {};
//= any order
//= n {}
//= {}

MATCH (n:A) WITH n, 5 AS z RETURN n {.k, z};
//= any order
//= n {.k, z}
//= {k: 1, z: 5}

MATCH (a:A) ((x)-->(y)){1} (b) RETURN a.k, b.k, size(x);
//= any order
//= a.k | b.k | size(x)
//= 1   | 2   | 1

MATCH ((x)-->(y)){1} RETURN x, y;
//= any order
//= x             | y
//= [(:A {k: 1})] | [(:B {k: 2})]

MATCH ((x)-->(y)){1}((z)-->(w)){0} RETURN size(x), z;
//= any order
//= size(x) | z
//= 1       | []

MATCH (a)((x)-->(y)){1}((z)-->(w)){0}(b) RETURN a.k, b.k;
//= any order
//= a.k | b.k
//= 1   | 2

MATCH (a)-->{0}(b) RETURN count(*);
//= any order
//= count(*)
//= 2

MATCH (a)-[r]->{1}(b) RETURN size(r);
//= any order
//= size(r)
//= 1

MATCH (a)<-[r:T WHERE r.k = 5]-+(b) RETURN a.k;
//= any order
//= a.k
//= 2

MATCH (a)-[r:T]-{2,1}(b) RETURN a.k;
//= no rows

MATCH (a)-[r:T]-{0,0}(b) RETURN count(*);
//= any order
//= count(*)
//= 2

MATCH (a)-[:T*1..2]->{2}(b) RETURN 1;
//! 1:22 SyntaxError compile time UnexpectedSyntax

MATCH (a)-->{}(b) RETURN 1;
//! 1:14 SyntaxError compile time UnexpectedSyntax

MATCH (a)-->{-1}(b) RETURN 1;
//! 1:14 SyntaxError compile time UnexpectedSyntax

MATCH (a)-->{1.5}(b) RETURN 1;
//! 1:14 SyntaxError compile time InvalidRelationshipPattern

MATCH (a)-->?(b) RETURN 1;
//! 1:13 SyntaxError compile time UnexpectedSyntax

MATCH (a:A&(B|!B)) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH (a:!!A) RETURN a.k;
//! 1:11 SyntaxError compile time UnexpectedSyntax

MATCH (a IS (A)) RETURN a.k;
//= any order
//= a.k
//= 1

MATCH (a:IS) RETURN a;
//= no rows
//? 1:10 UnknownLabel

MATCH (is) RETURN is.k ORDER BY is.k;
//= in order
//= is.k
//= 1
//= 2

MATCH (is:A) RETURN is.k;
//= any order
//= is.k
//= 1

MATCH (is IS A) RETURN is.k;
//= any order
//= is.k
//= 1

MATCH (where {k: 1}) RETURN where.k;
//= any order
//= where.k
//= 1

MATCH (where WHERE where.k = 1) RETURN where.k;
//= any order
//= where.k
//= 1

MATCH (match)-[set:T]->(create) RETURN match.k, set.k, create.k;
//= any order
//= match.k | set.k | create.k
//= 1       | 5     | 2

MATCH (any), (shortest) RETURN count(*);
//= any order
//= count(*)
//= 4

MATCH p = (all)-->(any) RETURN length(p);
//= any order
//= length(p)
//= 1

MATCH any = (a)-->(b) RETURN length(any);
//= any order
//= length(any)
//= 1

MATCH ANY = (a)-->(b) RETURN length(ANY);
//= any order
//= length(ANY)
//= 1

MATCH shortest = (a)-->(b) RETURN length(shortest);
//= any order
//= length(shortest)
//= 1

MATCH (n) RETURN n { .* }, n { .k, x: 1 } ORDER BY n.k LIMIT 1;
//= in order
//= n { .* } | n { .k, x: 1 }
//= {k: 1}   | {k: 1, x: 1}

OPTIONAL MATCH (n:Nope) RETURN n {.*}, n {.k}, n {x: 1};
//= any order
//= n {.*} | n {.k} | n {x: 1}
//= null   | null   | null
//? 1:19 UnknownLabel

MATCH ()-[r]->() RETURN r {.k, t: type(r)};
//= any order
//= r {.k, t: type(r)}
//= {k: 5, t: 'T'}

MATCH (n) WHERE exists(n.k) RETURN count(*);
//= any order
//= count(*)
//= 2
