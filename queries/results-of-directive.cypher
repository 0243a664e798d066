// seed: seeds
// en: Which results and shortcomings are reported of a directive, district by district?
// vi: Từng huyện nêu kết quả, hạn chế gì khi thực hiện một chỉ thị?
// param: directive :: Directive = '05-CT/TW'
MATCH (:Directive {id: $directive})<-[r:CONCERNS]-(n)-[:HAS_RESULT|OBSERVED_IN]-(d:District)
WHERE n:Result OR n:Shortcoming
UNWIND r.cites AS cite
MATCH (p:Passage {name: cite})
RETURN d.name AS district, labels(n)[0] AS what, n.name AS statement, r.status AS status,
  r.basis AS basis, r.confidence AS confidence,
  p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY d.nameKey, what, n.id, source, paragraph;
//= in order
//= district    | what          | statement                                                  | status     | basis       | confidence | source | paragraph | line
//= 'Cao Lãnh'  | 'Result'      | 'Chuyển biến rõ về phẩm chất chính trị, đạo đức, lối sống' | 'asserted' | null        | null       | '003'  | 4         | 7
//= 'Cao Lãnh'  | 'Shortcoming' | 'Hạn chế, tồn tại nói chung (không liệt kê)'               | 'inferred' | 'ambiguity' | 'low'      | '003'  | 11        | 22
//= 'Cầu Ngang' | 'Result'      | 'Thực hiện Chỉ thị 05 đi vào chiều sâu'                    | 'asserted' | null        | null       | '000'  | 5         | 8
//= 'Cầu Ngang' | 'Result'      | 'Thúc đẩy cải cách hành chính, kỷ cương tăng cường'        | 'asserted' | null        | null       | '000'  | 5         | 8
