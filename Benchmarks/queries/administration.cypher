// impl: the districts that implement a document
MATCH (u:Unit)-[i:IMPLEMENTS]->(d:Document {number: $n}) WHERE u.level = 2
RETURN u.code AS code, u.name, i.date, i.progress ORDER BY code;

// chain_down: what concretizes a document, directly or not
MATCH p = (x:Document {number: $n})<-[:CONCRETIZES*1..6]-(d:Document) RETURN d.number, length(p);

// chain_up: what a document concretizes, directly or not
MATCH p = (x:Document {number: $n})-[:CONCRETIZES*1..6]->(d:Document) RETURN d.number, length(p);

// officials_at: who held posts in a unit on a day
MATCH (o:Official)-[h:HOLDS_POST]->(c:Committee)-[:COMMITTEE_OF]->(u:Unit {code: $c})
WHERE h.from_date <= $d AND h.to_date > $d
RETURN o.gid, o.name, h.title, h.from_date;

// impl_both: the districts that implement both of two documents
MATCH (x:Document {number: $x})<-[:IMPLEMENTS]-(u:Unit)-[:IMPLEMENTS]->(y:Document {number: $y})
WHERE u.level = 2
RETURN u.code AS code ORDER BY code;

// camp_by_prov: the provinces with the most campaigns in them or in a unit of theirs
MATCH (c:Campaign)-[:RUN_IN]->(u:Unit)-[:PART_OF*0..2]->(p:Unit) WHERE p.level = 1
RETURN p.code AS code, p.name, count(*) AS n ORDER BY n DESC, code LIMIT 10;

// spath: how far two officials are from each other
MATCH p = shortestPath(
  (a:Official {gid: $a})
  -[:HOLDS_POST|COMMITTEE_OF|PART_OF|SUPERIOR|ISSUED_BY|CONCRETIZES|IMPLEMENTS*1..8]-
  (b:Official {gid: $b}))
RETURN length(p);

// top_directives: the documents that most districts implement
MATCH (u:Unit)-[:IMPLEMENTS]->(d:Document) WHERE u.level = 2
RETURN d.number AS num, count(*) AS n ORDER BY n DESC, num LIMIT 20;

// name_prefix: officials whose names begin so
MATCH (o:Official) WHERE o.name_fold STARTS WITH $p
RETURN o.gid AS gid, o.name, o.name_fold AS nf ORDER BY nf, gid LIMIT 20;

// name_eq: officials of a name
MATCH (o:Official) WHERE o.name_fold = $p RETURN o.gid, o.name;

// facts_official: what is known about an official, and where it says so
MATCH (e:Official {gid: $g})-[:HAS_FACT]->(f:Fact)-[c:CITES]->(p:Para)
RETURN f.gid, f.pred, f.value, f.date, c.pos, p.gid, p.text;

// facts_unit: what is known about a unit, and where it says so
MATCH (e:Unit {code: $g})-[:HAS_FACT]->(f:Fact)-[c:CITES]->(p:Para)
RETURN f.gid, f.pred, f.value, f.date, c.pos, p.gid, p.text;
