// seed: seeds
// en: Which inferred statements should somebody verify, and why were they inferred?
// vi: Những suy luận nào cần được kiểm chứng, và vì sao suy ra?
// param: basis :: STRING = 'cross-document'
// basis: background, context, acronym, presupposition, via-theme, via-campaign, via-continuation,
// cross-document, topic, ambiguity, computed. inferences counts them.
MATCH (a)-[r {status: 'inferred', basis: $basis}]->(b)
RETURN a.name AS subject, type(r) AS relation, b.name AS object, r.confidence AS confidence,
  r.note AS reason, r.cites AS paragraphs
ORDER BY relation, a.nameKey, b.nameKey;
//= in order
//= subject                                                     | relation      | object                             | confidence | reason                                                                                                                       | paragraphs
//= 'Cao Lãnh'                                                  | 'IMPLEMENTS'  | 'Chuyên đề năm 2019'               | 'high'     | 'qua SAME_AS với chủ đề 2019'                                                                                                | ['003:12']
//= 'Tân Uyên'                                                  | 'IMPLEMENTS'  | 'Nghị quyết Trung ương 4 khóa XII' | 'medium'   | 'chỉ nói "các nghị quyết về xây dựng chỉnh đốn Đảng"'                                                                        | ['004:9']
//= 'Các nghị quyết về xây dựng, chỉnh đốn Đảng (không nêu số)' | 'MAY_INCLUDE' | 'Nghị quyết Trung ương 4 khóa XII' | 'medium'   | 'Cùng nội dung suy thoái, "tự diễn biến", "tự chuyển hóa" như tên nghị quyết ở 002 P4; số nhiều, có thể gồm cả văn bản khác' | ['004:9']
//= 'Chủ đề năm 2019 (Cao Lãnh)'                                | 'SAME_AS'     | 'Chuyên đề năm 2019'               | 'high'     | 'Cùng năm, cùng cụm "tôn trọng nhân dân, chăm lo đời sống nhân dân" với chuyên đề 2019 ở 001 P15; bài 003 không ghi tên'     | ['003:12']
