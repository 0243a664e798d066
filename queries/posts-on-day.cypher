// seed: seeds
// en: Who possibly (not certainly) held a post on a day?
// vi: Ai có thể (không chắc) đang giữ chức vụ vào một ngày?
// param: day :: STRING = '2019-02-01'
// The window encloses the one day on which the text shows the person in the post. A window that does
// not contain the day says nothing, and neither does one without a bound: such rows are left out.
MATCH (o:Official)-[h:HOLDS_POST]->(q:Post)
WHERE h.attestedNotBefore <= $day AND h.attestedNotAfter >= $day
UNWIND h.cites AS cite
MATCH (p:Passage {name: cite})
RETURN o.name AS official, q.name AS post, h.attestedNotBefore AS notBefore,
  h.attestedNotAfter AS notAfter, h.attestedStatus AS dated,
  p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY o.nameKey, q.nameKey, source, paragraph;
//= in order
//= official        | post                                      | notBefore    | notAfter     | dated      | source | paragraph | line
//= 'Hoàng Văn Éng' | 'Bí thư Đảng ủy thị trấn Chi Lăng'        | '2019-01-01' | '2019-03-31' | 'inferred' | '001'  | 9         | 17
//= 'Lô Minh Hồng'  | 'Trưởng Ban Tuyên giáo Huyện ủy Chi Lăng' | '2019-01-01' | '2019-03-31' | 'inferred' | '001'  | 4         | 7
