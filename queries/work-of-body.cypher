// seed: seeds
// en: What does a Party body lead, issue, organise, order or receive as an order?
// vi: Một cơ quan đảng lãnh đạo, ban hành, tổ chức, chỉ đạo hoặc được giao những gì?
// param: body :: PartyCommittee = 'BTV Huyện ủy Cầu Ngang'
MATCH (:PartyCommittee {id: $body})
  -[r:ADVISES|ASSIGNED_BY|ASSIGNED_TO|INSTRUCTS|ISSUED_BY|LAUNCHED|LEADS|MANAGES|ORGANIZED|RATED]-
  (n)
UNWIND r.cites AS cite
MATCH (p:Passage {name: cite})
RETURN type(r) AS relation, labels(n)[0] AS kind, n.name AS name, r.status AS status,
  r.basis AS basis, p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY relation, status, n.nameKey, source, paragraph;
//= in order
//= relation    | kind        | name                                                           | status     | basis     | source | paragraph | line
//= 'ISSUED_BY' | 'Directive' | 'Các văn bản của Ban Thường vụ Huyện ủy Cầu Ngang (nói chung)' | 'asserted' | null      | '000'  | 2         | 2
//= 'ISSUED_BY' | 'Directive' | 'Các văn bản của Ban Thường vụ Huyện ủy Cầu Ngang (nói chung)' | 'asserted' | null      | '000'  | 8         | 14
//= 'ISSUED_BY' | 'Directive' | 'Kế hoạch 56-KH/HU (Cầu Ngang)'                                | 'asserted' | null      | '000'  | 9         | 16
//= 'ISSUED_BY' | 'Directive' | 'Kế hoạch 76-KH/HU (Cầu Ngang)'                                | 'asserted' | null      | '000'  | 6         | 10
//= 'LEADS'     | 'Directive' | 'Các văn bản của Ban Thường vụ Huyện ủy Cầu Ngang (nói chung)' | 'asserted' | null      | '000'  | 2         | 2
//= 'LEADS'     | 'Directive' | 'Kế hoạch 56-KH/HU (Cầu Ngang)'                                | 'inferred' | 'context' | '000'  | 2         | 2
//= 'LEADS'     | 'Directive' | 'Kế hoạch 56-KH/HU (Cầu Ngang)'                                | 'inferred' | 'context' | '000'  | 9         | 16
//= 'LEADS'     | 'Directive' | 'Kế hoạch 76-KH/HU (Cầu Ngang)'                                | 'inferred' | 'context' | '000'  | 2         | 2
//= 'LEADS'     | 'Directive' | 'Kế hoạch 76-KH/HU (Cầu Ngang)'                                | 'inferred' | 'context' | '000'  | 6         | 10
