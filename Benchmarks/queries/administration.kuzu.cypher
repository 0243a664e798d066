// Where the dialect of Kùzu and LadybugDB differs, or where they have a faster way to say it.

// chain_down
MATCH (x:Document {number: $n})<-[r:CONCRETIZES*1..6]-(d:Document) RETURN d.number, length(r);

// chain_up
MATCH (x:Document {number: $n})-[r:CONCRETIZES*1..6]->(d:Document) RETURN d.number, length(r);

// spath
MATCH p = (a:Official {gid: $a})
  -[:HOLDS_POST|COMMITTEE_OF|PART_OF|SUPERIOR|ISSUED_BY|CONCRETIZES|IMPLEMENTS* SHORTEST 1..8]-
  (b:Official {gid: $b})
RETURN length(p);
