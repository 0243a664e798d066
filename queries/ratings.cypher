// seed: seeds
// en: Which bodies were rated, in which year, and by whom?
// vi: Những cơ quan nào được đánh giá, xếp loại, năm nào, do ai?
MATCH (n:Result {kind: 'xếp loại'})-[:CONCERNS]->(b:PartyCommittee)
OPTIONAL MATCH (a)-[:RATED {year: n.year}]->(b)
UNWIND n.cites AS cite
MATCH (p:Passage {name: cite})
RETURN b.name AS body, n.year AS year, n.rating AS rating, a.name AS rater,
  n.status AS status, p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY year, b.nameKey, source, paragraph;
//= in order
//= body                              | year | rating                    | rater                                                 | status     | source | paragraph | line
//= 'Đảng bộ huyện Chi Lăng'          | 2018 | 'hoàn thành tốt nhiệm vụ' | 'Cấp trên của Đảng bộ huyện Chi Lăng (không nêu tên)' | 'asserted' | '001'  | 14        | 27
//= 'Ban Thường vụ Huyện ủy Tân Uyên' | 2022 | 'hoàn thành tốt nhiệm vụ' | null                                                  | 'asserted' | '004'  | 10        | 17
