// seed: seeds
// en: Which directives does a district implement, and where does it say so?
// vi: Một huyện thực hiện những chỉ thị, nghị quyết, kế hoạch nào, và nói ở đâu?
// param: district :: District = 'Tân Uyên'
// Wordings that denote no particular document ("các Chỉ thị, Nghị quyết") are left out.
MATCH (:District {id: $district})-[i:IMPLEMENTS]->(x:Directive {generic: false})
UNWIND i.cites AS cite
MATCH (p:Passage {name: cite})
RETURN x.name AS directive, x.kind AS kind, x.level AS level, i.status AS status,
  i.modality AS modality, i.basis AS basis, i.confidence AS confidence,
  p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY status, x.nameKey, source, paragraph;
//= in order
//= directive                                                                  | kind         | level        | status     | modality   | basis              | confidence | source | paragraph | line
//= 'Kế hoạch 91-KH/HU (Tân Uyên)'                                             | 'kế hoạch'   | 'huyện'      | 'asserted' | 'reported' | null               | null       | '004'  | 6         | 9
//= 'Kế hoạch đào tạo, bồi dưỡng cán bộ 2021-2025 (Tân Uyên)'                  | 'kế hoạch'   | 'huyện'      | 'asserted' | 'reported' | null               | null       | '004'  | 8         | 13
//= 'Kết luận 01-KL/TW'                                                        | 'kết luận'   | 'trung ương' | 'asserted' | 'reported' | null               | null       | '004'  | 9         | 15
//= 'Kết luận 224-KL/TU (Lai Châu)'                                            | 'kết luận'   | 'tỉnh'       | 'asserted' | 'reported' | null               | null       | '004'  | 5         | 8
//= 'Kết luận 224-KL/TU (Lai Châu)'                                            | 'kết luận'   | 'tỉnh'       | 'asserted' | 'reported' | null               | null       | '004'  | 6         | 9
//= 'Chỉ thị 05-CT/TW'                                                         | 'chỉ thị'    | 'trung ương' | 'inferred' | null       | 'via-continuation' | 'high'     | '004'  | 9         | 15
//= 'Đề án "Nâng cao hiệu quả, chất lượng công tác tư tưởng của Đảng bộ tỉnh"' | 'đề án'      | 'tỉnh'       | 'inferred' | null       | 'via-continuation' | 'high'     | '004'  | 6         | 9
//= 'Kết luận Trung ương 4 khóa XIII'                                          | 'kết luận'   | 'trung ương' | 'inferred' | null       | 'background'       | 'medium'   | '004'  | 9         | 15
//= 'Nghị quyết Trung ương 4 khóa XII'                                         | 'nghị quyết' | 'trung ương' | 'inferred' | null       | 'cross-document'   | 'medium'   | '004'  | 9         | 15
