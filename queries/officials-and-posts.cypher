// seed: seeds
// en: Which officials are shown in which posts, and between which dates lies the day it was said?
// vi: Những cán bộ nào được nêu với chức vụ gì, và ngày bài viết nêu nằm trong khoảng nào?
// notBefore and notAfter enclose one unknown day, that of publication: they are not a term of office.
// null means that no bound is known. Rows of the site's imprint (siteFooter) are undated and come last.
MATCH (o:Official)-[h:HOLDS_POST]->(q:Post)-[:POST_IN]->(b)
UNWIND h.cites AS cite
MATCH (p:Passage {name: cite})
RETURN o.name AS official, q.name AS post, b.name AS body, h.attestedNotBefore AS notBefore,
  h.attestedNotAfter AS notAfter, h.attestedStatus AS dated, p.zone AS zone,
  p.doc AS source, p.para AS paragraph, p.line AS line
ORDER BY p.isArticle DESC, o.nameKey, q.nameKey, source, paragraph;
//= in order
//= official           | post                                                                 | body                                                   | notBefore    | notAfter     | dated      | zone         | source | paragraph | line
//= 'Hoàng Văn Éng'    | 'Bí thư Đảng ủy thị trấn Chi Lăng'                                   | 'Đảng ủy thị trấn Chi Lăng'                            | '2019-01-01' | '2019-03-31' | 'inferred' | 'body'       | '001'  | 9         | 17
//= 'Lô Minh Hồng'     | 'Trưởng Ban Tuyên giáo Huyện ủy Chi Lăng'                            | 'Ban Tuyên giáo Huyện ủy Chi Lăng'                     | '2019-01-01' | '2019-03-31' | 'inferred' | 'body'       | '001'  | 4         | 7
//= 'Nguyễn Phú Trọng' | 'Tổng Bí thư'                                                        | 'Đảng Cộng sản Việt Nam'                               | '2022-03-24' | '2023-03-31' | 'inferred' | 'body'       | '000'  | 6         | 10
//= 'Trần Minh Bảnh'   | 'Phó Bí thư Thường trực Huyện ủy Cầu Ngang'                          | 'Huyện ủy Cầu Ngang'                                   | '2022-03-24' | '2023-03-31' | 'inferred' | 'caption'    | '000'  | 3         | 4
//= 'Trần Minh Bảnh'   | 'Phó Bí thư Thường trực Huyện ủy Cầu Ngang'                          | 'Huyện ủy Cầu Ngang'                                   | '2022-03-24' | '2023-03-31' | 'inferred' | 'body'       | '000'  | 7         | 12
//= 'Trương Hữu Tiền'  | 'Trưởng Ban Tuyên giáo Huyện ủy Tịnh Biên'                           | 'Ban Tuyên giáo Huyện ủy Tịnh Biên'                    | '2016-10-30' | null         | 'inferred' | 'byline'     | '002'  | 20        | 34
//= 'Hồng Thanh Vũ'    | 'Phó Chủ tịch UBND huyện Cầu Ngang'                                  | 'Ủy ban nhân dân huyện Cầu Ngang'                      | null         | null         | null       | 'siteFooter' | '000'  | 26        | 42
//= 'Hồng Thanh Vũ'    | 'Trưởng Ban Biên tập Trang TTĐT huyện Cầu Ngang'                     | 'Ban Biên tập Trang Thông tin điện tử huyện Cầu Ngang' | null         | null         | null       | 'siteFooter' | '000'  | 26        | 42
//= 'Nguyễn Văn Tài'   | 'Phó Trưởng ban Thường trực Ban Biên tập Trang TTĐT huyện Cầu Ngang' | 'Ban Biên tập Trang Thông tin điện tử huyện Cầu Ngang' | null         | null         | null       | 'siteFooter' | '000'  | 27        | 43
//= 'Nguyễn Văn Tài'   | 'Trưởng Phòng Văn hóa - Thông tin huyện Cầu Ngang'                   | 'Phòng Văn hóa - Thông tin huyện Cầu Ngang'            | null         | null         | null       | 'siteFooter' | '000'  | 27        | 43
