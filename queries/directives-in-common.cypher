// seed: seeds
// en: Which directives do two districts both implement?
// vi: Hai huyện cùng thực hiện những chỉ thị, nghị quyết nào?
// param: first :: District = 'Tân Uyên'
// param: second :: District = 'Tịnh Biên'
MATCH (:District {id: $first})-[i:IMPLEMENTS]->(x:Directive {generic: false}),
  (x)<-[j:IMPLEMENTS]-(:District {id: $second})
RETURN x.name AS directive, i.status AS first, j.status AS second, i.cites + j.cites AS paragraphs
ORDER BY x.nameKey;
//= in order
//= directive                          | first      | second     | paragraphs
//= 'Chỉ thị 05-CT/TW'                 | 'inferred' | 'inferred' | ['004:9', '002:8']
//= 'Nghị quyết Trung ương 4 khóa XII' | 'inferred' | 'inferred' | ['004:9', '002:4', '002:8']
