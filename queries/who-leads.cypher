// seed: seeds
// en: Which bodies issued a directive, lead it or advise on it (role), and where does it say so?
// vi: Cơ quan nào ban hành, lãnh đạo, tham mưu (role) thực hiện một chỉ thị, và nói ở đâu?
// param: directive :: Directive = 'Chuyên đề năm 2018'
MATCH (:Directive {id: $directive})-[r:ISSUED_BY|LEADS]-(b)
UNWIND r.cites AS cite
MATCH (p:Passage {name: cite})
RETURN b.name AS body, type(r) AS relation, r.role AS role, r.status AS status,
  r.basis AS basis, p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY relation, status, b.nameKey, source, paragraph;
//= in order
//= body                               | relation | role                          | status     | basis | source | paragraph | line
//= 'Ban Tuyên giáo Huyện ủy Chi Lăng' | 'LEADS'  | 'tham mưu, theo dõi'          | 'asserted' | null  | '001'  | 4         | 7
//= 'Ban Tuyên giáo Huyện ủy Chi Lăng' | 'LEADS'  | 'tham mưu, theo dõi'          | 'asserted' | null  | '001'  | 15        | 29
//= 'Đảng ủy thị trấn Chi Lăng'        | 'LEADS'  | 'quán triệt, theo dõi chi bộ' | 'asserted' | null  | '001'  | 9         | 17
//= 'Huyện ủy Chi Lăng'                | 'LEADS'  | null                          | 'asserted' | null  | '001'  | 5         | 9
