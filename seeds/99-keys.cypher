// What follows from the facts, computed once all of them are loaded: load this file last.
//
// nameKey(text) is the key under which a name is found without regard to case and marks:
// nameKey('Chỉ thị 05-CT/TW') = 'chi thi 05 ct tw'.

// The articles that cite it.
MATCH (n)
SET n.docs = reduce(docs = [], cite IN n.cites |
  CASE WHEN left(cite, 3) IN docs THEN docs ELSE docs + [left(cite, 3)] END);

// The name without marks.
MATCH (n) WHERE NOT n:Passage
SET n.nameKey = nameKey(n.name);

// Named entities have a list of other names, be it empty, and the keys of all their names.
MATCH (n)
WHERE labels(n)[0] IN [
  'Source', 'Province', 'District', 'Commune', 'Place', 'PartyCommittee', 'Organization',
  'ActorGroup', 'MediaChannel', 'Official', 'Person', 'Post', 'Directive', 'ModelCampaign', 'Event'
]
WITH n, coalesce(n.aliases, []) AS aliases
SET n.aliases = aliases, n.aliasKeys = reduce(keys = [], text IN [n.name] + aliases |
  CASE WHEN nameKey(text) IN keys THEN keys ELSE keys + [nameKey(text)] END);

// Directives are also found by title and subject.
MATCH (x:Directive)
SET x.searchKeys = x.aliasKeys +
  [text IN [x.title, x.subject] WHERE text IS NOT NULL | nameKey(text)];
